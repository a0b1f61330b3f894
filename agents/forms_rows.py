"""Rows of a list found in a request: stretches between separators that chain up, with sections.

"Starters: Soup $5, Salad $6; Mains: Steak $20" is one chain of three rows in two sections, whether
it is written in one line or in many.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.dates import WEEKDAY_NAME
from agents.forms_values import Kind, Row, cuts_in, is_value, row_of


class Piece(NamedTuple):
    """A stretch between two separators; `heading` is what stands before its colon."""

    start: int
    end: int
    text: str
    opens: bool  # begins a line
    heading: str = ""
    row: Row | None = None
    begin: int = 0  # of the heading, or of the text when there is none


class Member(NamedTuple):
    """A row in its section; sections count from 1, and 0 is before the first heading."""

    row: Row
    section: int


class Chain(NamedTuple):
    """Rows that follow one another, their headings, and the stretch of the request they take."""

    members: tuple[Member, ...]
    headings: tuple[str, ...]
    kind: Kind
    start: int
    end: int


_BORDER = re.compile(
    r"\n+|[;•|▪◦●，、；。،]|,(?=\s|[^\W\d])|[!?](?=\s)"
    r"|(?<![\W_][A-Z])(?<!\b(?:St|Dr|Mr|Ms|No))(?<!\b(?:Mrs|vol))(?<!\d)(?<!\.m)"
    r"(?<!\b[ap]m)\.(?=\s+[^\W_a-z]|\s*$)"
    r"|(?<=[\d%€£$])\s+(?:and|&|und|y|et)\s+(?=[^\W\d_])"
    r"|(?<=\.\d\d)\.(?=\s)|(?<=\d)\.(?=\s+(?:[A-Z][\w'’]*[\s:]|\d))|(?<=[ap]m)\.(?=\s)"
    r"|(?<=[ap]\.m\.)"
    r"(?=\s+[A-Z]\w*\s+at\b)"
    r"|\s+(?:/|·)\s+|\s[-–—]\s(?=[^\W\d_][^,;\n]{1,40}?\s[$€£]\d)"
)
_BULLET = re.compile(
    r"\s*(?:[-–—*•▪◦●✓✔➤·>]+\s+|\d{1,2}[.)]\s+(?=\D)|(?:and|&|und|y|et|plus|then)\s+)?"
)
_JOINT = re.compile(r"[\s,–—-]*(?:(?:and|&)\s+)?")
_TRAILS = re.compile(r"(?<=[\d%)€$£])\s(?:for|at|in|on|by|with|and|to)\s", re.IGNORECASE)
_HEADING = re.compile(r"(?P<head>[^\W_][^:：\n]{1,80}?)\s*[:：](?!\d\d)(?!//)\s*")
_GENERIC = re.compile(
    r"\b(?:prices?|price list|menu|items?|services?|following|schedule|program(?:me)?|agenda"
    r"|include|includes|including|with|list|timetable|hours|lists?|show|timeline|offers?|treatments"
    r"|packages?|rates?|data|numbers|values|sales|results|dates|talks|tour|sessions|lineup"
    r"|featuring"
    r"|create|design|make|classes)\W*$|^(?:please|create|design|make|use|add|include|show)\b",
    re.IGNORECASE,
)
_LEADIN = re.compile(
    r"^.*\b(?:with|including|includes?|include|offering|offers?|featuring|features?|such as|like"
    r"|serving|serves?|selling|sells?|are|is|list(?:s|ing)?|menu|prices?|services|show(?:s|ing)?"
    r"|has|have|of|for|program(?:me)?|schedule|agenda|from|charge|costs?)\s+(?=\S)",
    re.IGNORECASE | re.DOTALL,
)
_LISTING = re.compile(
    r"^(?:it|which|that|the (?:menu|card|list))\s"
    r"(?:lists?|offers?|includes?|shows?|has|features?)\s(?=\S)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?:an?|our|the|my)\s", re.IGNORECASE)  # of a design, no row of a list
_ASKING = re.compile(
    r"\b(?:create|design|make|poster|flyer|menu|post|advertis\w+|price list|schedule"
    r"|program(?:me)?|sign|banner|story|offering|including)\b",
    re.IGNORECASE,
)
_DAY = re.compile(rf"(?:{WEEKDAY_NAME}|day\s\w+)", re.IGNORECASE)
_SENTENCE = re.compile(r"\b(?:is|are|will|should|please|use|include|make|we|our|must|the)\b", re.I)
_FAMILY: dict[Kind, str] = {"price": "price", "time": "time", "date": "date"}


def chains_in(request: str) -> tuple[Chain, ...]:
    """Every run of at least two rows of one kind, in order."""
    chains: list[Chain] = []
    run: list[Piece] = []
    pieces = _pieces(request)
    for at, piece in enumerate(pieces):
        follows = pieces[at + 1 : at + 4]
        if piece.row is not None and (not run or _same_kind(run, piece.row)):
            run.append(piece)
        elif piece.row is not None:
            chains += _chain(run)
            run = [piece]
        elif (
            run
            and not piece.text.strip()
            and piece.heading
            and _row_next(follows)
            or run
            and _bridges(run, piece, follows)
        ):
            run.append(piece)
        elif _heads(piece, follows):
            chains += _chain(run)
            run = [piece]
        else:
            chains += _chain(run)
            run = []
    return tuple(chains + _chain(run))


def _pieces(request: str) -> list[Piece]:
    """The request cut at separators outside brackets, and values joined to their names."""
    pieces: list[Piece] = []
    for start, end in _stretches(request):
        opens = not request[:start].rpartition("\n")[2].strip(" \t-–—*•")
        for piece in _cut(request, start, end, opens):
            if pieces and is_value(piece.text) and not piece.heading and _joins(pieces[-1], piece):
                pieces[-1] = _joined(request, pieces[-1], piece)
            elif piece.text or piece.heading:
                pieces.append(piece)
    return pieces


def _stretches(request: str) -> list[tuple[int, int]]:
    """From border to border; inside brackets only the end of a line is one."""
    found, start = [], 0
    for match in _BORDER.finditer(request):
        inside = request.count("(", start, match.start()) > request.count(")", start, match.start())
        kept = match[0].startswith(",") and _has_own_border(request, match.start())
        if match.start() >= start and not kept and not (inside and "\n" not in match[0]):
            found.append((start, match.start()))
            start = match.end()
    return [*found, (start, len(request))]


def _has_own_border(request: str, at: int) -> bool:
    """ "Mini – 30 minutes, 10 photos – $150; Classic …": semicolons part rows, commas nothing."""
    line = request[request.rfind("\n", 0, at) + 1 : (request + "\n").index("\n", at)]
    if line.count(";") < 2:
        return False
    start = max(request.rfind(sign, 0, at) for sign in ";\n") + 1
    end = min((request + "\n;").index(sign, at) for sign in ";\n")
    return not cuts_in(request[start:end])


def _cut(request: str, start: int, end: int, opens: bool) -> list[Piece]:
    """One stretch: bullets and headings taken off, and rows that nothing separates taken apart."""
    start = begin = _after_bullet(request, start, end)
    heading = ""
    while match := _HEADING.match(request, start, end):
        if is_value(request[match.end() : end]):
            break
        heading, begin = match["head"].strip(), start
        start = _after_bullet(request, match.end(), end)
    places = [0, *cuts_in(request[start:end]), end - start]
    made = []
    for number, (a, b) in enumerate(zip(places, places[1:], strict=False)):
        skip = _JOINT.match(request[start + a : start + b])
        left = start + a + (skip.end() if skip else 0)
        piece = _piece(request, left, start + b, opens and number == 0)
        if number == 0 and heading:
            piece = piece._replace(heading=heading, begin=begin)
        made.append(piece)
    return made


def _after_bullet(request: str, start: int, end: int) -> int:
    match = _BULLET.match(request, start, end)
    return match.end() if match else start


def _piece(request: str, start: int, end: int, opens: bool) -> Piece:
    row = row_of(request[start:end])
    if row is None and (match := _TRAILS.search(request, start, end)):
        row = row_of(request[start : match.start()])
        end = match.start() if row else end
    if row is not None:
        start, row = _without_lead_in(request, start, end, row)
    return Piece(start, end, request[start:end].strip(), opens, "", row, start)


def _without_lead_in(request: str, start: int, end: int, row: Row) -> tuple[int, Row | None]:
    """The first row of a sentence begins after "with", "including" and the like."""
    match = _LISTING.match(row.name)
    if match is None and not _ASKING.search(row.name) and len(row.name.split()) <= 6:
        return start, row
    match = match or _LEADIN.match(row.name)
    if match is None:
        return start, None if _ASKING.search(row.name) else row
    shorter = row.name[match.end() :]
    if not shorter or row.leads or _SUBJECT.match(shorter):
        return start, None
    return start + request[start:end].index(shorter), row._replace(name=shorter)


def _joins(before: Piece, value: Piece) -> bool:
    """ "Haircut, $20": a value alone belongs to the short name before it."""
    short = 0 < len(before.text.split()) <= 5 and not re.search(r"[.!?:]$", before.text)
    return before.row is None and short and value.start - before.end <= 3


def _joined(request: str, name: Piece, value: Piece) -> Piece:
    row = row_of(f"{name.text} {value.text}")
    text = request[name.start : value.end].strip()
    return name._replace(end=value.end, text=text, row=row)


def _same_kind(run: list[Piece], row: Row) -> bool:
    kinds = [p.row.kind for p in run if p.row is not None]
    return not kinds or kinds[-1] == row.kind


def _row_next(follows: list[Piece]) -> bool:
    return bool(follows) and follows[0].row is not None


def _bridges(run: list[Piece], piece: Piece, follows: list[Piece]) -> bool:
    """Descriptions, rows without a value and headings between rows; the rest ends the chain."""
    if _is_note(run, piece):
        return True
    if piece.heading or len(piece.text.split()) > 6 or run[-1].row is None:
        return False
    return _row_next(follows) and not _SENTENCE.search(piece.text) and not piece.text.endswith(".")


def _is_note(run: list[Piece], piece: Piece) -> bool:
    """In a list with a line per row, what follows a row on its line or in small letters."""
    last = next((p for p in reversed(run) if p.row is not None), None)
    if last is None or not last.opens or piece.heading:
        return False
    return not piece.opens or piece.text[:1].islower() or piece.text.startswith("(")


def _heads(piece: Piece, follows: list[Piece]) -> bool:
    """A heading before the first row: on a line of its own, or with its colon."""
    if not _row_next(follows) or not follows[0].opens or not piece.opens:
        return False
    return bool(piece.heading and not piece.text) or _is_heading_line(piece)


def _is_heading_line(piece: Piece) -> bool:
    words = piece.text.split()
    plain = not _ASKING.search(piece.text) and not re.search(r"[.!?,]", piece.text)
    return piece.opens and 0 < len(words) <= 4 and plain and piece.text[:1].isupper()


def _chain(run: list[Piece]) -> list[Chain]:
    """The run as rows and sections; none when it has fewer than two rows."""
    rows = [p for p in run if p.row is not None]
    if len(rows) < 2:
        return []
    titled = _titled(run, rows)
    members: list[Member] = []
    headings: list[str] = []
    for at, piece in enumerate(run):
        if piece in titled:
            headings.append(titled[piece])
        elif piece.row is None and members and _is_note(run[:at], piece):
            members[-1] = _with_more(members[-1], piece.text)
            continue
        if piece.row is not None:
            members.append(Member(piece.row, len(headings)))
        elif piece not in titled and piece.text:
            members.append(Member(Row(piece.text, "", ""), len(headings)))
    first = run[0] if run[0] in titled or run[0].row else rows[0]
    start = first.begin if first in titled else first.start
    kind = rows[0].row.kind if rows[0].row else ""
    return [Chain(tuple(members), tuple(headings), kind, start, max(p.end for p in run))]


def _titled(run: list[Piece], rows: list[Piece]) -> dict[Piece, str]:
    """The pieces that open a section, with its heading; what announces the list is none."""
    found: dict[Piece, str] = {}
    for at, piece in enumerate(run):
        if piece.heading and not (piece.row is None and piece.text):
            found[piece] = piece.heading
        elif piece.row is None and not _is_note(run[:at], piece) and _is_heading_line(piece):
            following = run[at + 1 : at + 2]
            if following and following[0].opens:
                found[piece] = piece.text
    for piece, heading in list(found.items()):
        first = piece is run[0] or piece is rows[0]
        if first and (len(heading.split()) > 4 or _GENERIC.search(heading)):
            del found[piece]
    if (
        len(found) == 1
        and next(iter(found)).start < 90
        and not _DAY.match(next(iter(found.values())))
    ):
        only = next(iter(found))
        return {} if only in (run[0], rows[0]) else found
    return found


def _with_more(member: Member, text: str) -> Member:
    row = member.row
    note = f"{row.note}, {text}" if row.note else text.strip("()")
    return member._replace(row=row._replace(note=note))
