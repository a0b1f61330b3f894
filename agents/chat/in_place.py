"""Something else where a thing was: "we don't do kids anymore, put Head shave 20 in its place"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.drawing import art_named, bare_thing, drawings_of, exchanged, shown
from agents.chat.figures import in_figures
from agents.chat.held_back import keeps
from agents.chat.lacking import is_thing
from agents.chat.listed import Row, rows_of
from agents.chat.naming import Named, find, is_named
from agents.chat.results import (
    Answer,
    Choice,
    Done,
    NotThereError,
    Question,
    UnclearError,
    done,
)
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values import hour as hours
from agents.chat.values.hour import Hour, hours_in
from agents.chat.values.renaming import replaced
from agents.chat.values.sum import Sum, sums_in, written
from agents.chat.values.wording import in_case_of, spots
from agents.lexicon import is_concrete
from design_io.document import TextLayer

_NO_MORE = r"(?:any ?more|any longer|after all|this (?:year|time)|again|no more|now|at the moment)"
_GONE = (
    r"(?:(?:is|are|has|have|got|was|were|'s|'ve)(?: been)? )?(?:gone|off|out|sold out|cancell?ed"
    r"|finished|dropped(?: out)?|over|no more|not (?:happening|coming|available)|ill|sick|left"
    r"|done with)"
)
_CANNOT = (
    r"(?:can't|cannot|couldn't|won't|isn't|doesn't|will not|is not) (?:make it|come|be there|play"
    r"|happen(?:ing)?|coming|do it|happen any ?more|available)"
)
_O = r"(?P<old>[^,.;:!?]+?)"
_OLD = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:we|i|they|you)(?: really| just)? (?:don't|do not|won't|no longer|can't|aren't)"
        r"(?: (?:do|have|offer|sell|serve|want|need|make|run|doing|selling|offering))+(?: any)?"
        rf" (?:the |an? |that |those )?{_O}(?: {_NO_MORE})?(?: mate| either)*",
        rf"no (?:more )?{_O}(?: {_NO_MORE})?",
        r"(?:not (?:an?other|an?|the)|who (?:asked for|wants|wanted|needs)"
        rf"|why (?:is there|do we have)?) ?(?:an? |the )?{_O}(?: again| at all)?",
        rf"(?:the )?{_O} (?:{_GONE}|{_CANNOT})(?: {_NO_MORE})?",
        r"(?:take|leave|remove|delete|drop|scrap|bin|lose)(?: out| away)? (?:the )?"
        rf"{_O}(?: out| away| off)?",
        rf"(?:instead of|in place of) (?:the )?{_O}",
    )
)
_THERE = (
    r"(?: (?:there(?: instead)?|instead|in (?:its|their|his|her|that|the same) (?:place|slot|spot)"
    r"|in place of (?:it|that|them)|where (?:it|that) (?:was|is)|for (?:it|that)))"
)
_PUT = (
    r"(?:please |just |so |and |can you |could you |rather |better )*"
    r"(?:put|write|have|use|add|print|draw|show|make (?:it|that)|do|say|swap in|list|it's|its|it is"
    r"|replace (?:it|them|that|him|her) (?:with|by)|there's|now (?:it's|we have)"
    r"|we (?:do|have|offer|sell|serve|got|get)(?: now)?)(?: now)?"
)
_REST = r"(?P<rest>[.,;:!?]+ .*)?[.!]*$"
_NEW = re.compile(
    rf"(?:^|[,.;:!?…-]+ ?| and | so | but ){_PUT} (?P<new>[^;:!?]+?){_THERE}"
    r"(?:[,.;:]? ?(?:and )?(?:(?:it|that|this) )?(?:also )?"
    rf"(?P<tail>(?:for |at |is |costs? |it's )?[^,;:!? ]+(?: [^,.;:!? ]+)?))?{_REST}"
)
_AT = re.compile(
    r"(?:^|[,.;:!?] ?| and | so )(?:so |now |instead )*at (?P<when>[^,;!?]+?)"
    r"(?:,? (?:it's|its|it is|is|there's|we have|comes|goes))(?: now)? "
    rf"(?P<new>[^,;:!?]+?)(?: instead| now)*{_REST}"
)
_BY_NOW = re.compile(
    rf"(?:^|[,.;:!?] ?)(?:so |now |and )*{_PUT} (?P<new>[^,;:!?]+?)(?: now| instead)*{_REST}"
)
_REMARK = re.compile(r"(?:in|on|at|too|not|so|very|wrong|already|no longer|out|over)\b")
_AT_HOUR = re.compile(r",? (?:at|from) (?P<h>(?:half|quarter|\d|noon|midnight|[a-z]+)[\w :.]*)$")
_ICON = re.compile(r" (?:icon|picture|drawing|image|thing|symbol|illustration)s?$")


class Claim(NamedTuple):
    """What goes, what comes, and what was said to cost or to be when."""

    old: str
    new: str
    price: str = ""
    when: str = ""


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The new thing in the row, the text or the picture of the old one."""
    for claim in _claims(sentence):
        found = _in_row(claim, context) or _in_picture(claim, context) or _in_text(claim, context)
        if found is not None:
            return found
    return None


def _claims(sentence: Sentence) -> Iterator[Claim]:
    """What goes is told first, what comes last; what stands between is talk."""
    raw, low = sentence.raw, sentence.low
    for pattern in (_NEW, _AT, _BY_NOW):
        match = pattern.search(low)
        if match is None or not match.start():
            continue
        before = re.split(r"[,.;:!?…]+ ?| and | so | but | because ", low[: match.start()])
        told = match.groupdict()
        new = raw[slice(*match.span("new"))].strip(" ,")
        if _REMARK.match(new.lower()):
            continue
        after = re.split(r"[,.;:!?]+ ", told.get("rest") or "")
        if any(ORDER.match(clause) and not keeps(clause) for clause in after if clause):
            continue
        for n, clause in enumerate(before):
            gone = next((found for p in _OLD if (found := p.fullmatch(clause.strip()))), None)
            if gone is None:
                continue
            if not any(ORDER.match(other) for at, other in enumerate(before) if other and at != n):
                yield Claim(gone["old"], new, told.get("tail") or "", told.get("when") or "")


def _in_row(claim: Claim, context: Context) -> Answer | None:
    """The entry of a list, at the price that is said; its time stays where none is said."""
    rows = rows_of(context)
    at = _row_of(claim.old, rows, context)
    if at is None or (claim.when and not _is_then(rows[at], claim.when)):
        return None
    priced = next((x for x in rows[at][1:] if isinstance(x, TextLayer) and sums_in(x.text)
                   and x.role == "price"), None)  # fmt: skip
    new, price = _priced(claim, priced)
    head = rows[at][0]
    if not isinstance(head, TextLayer) or not new or _is_thing_for_art(claim, context):
        return None
    new, then = _timed(new, rows[at])
    told = [retyped(Named((head,)), in_case_of(head.text, _plain(new)), context)]
    told += [retyped(Named((cell,)), words, context) for cell, words in then]
    if priced is not None and price:
        told.append(retyped(Named((priced,)), price, context))
    made = [x for x in told if isinstance(x, Done)]
    found = done("; ".join(x.said for x in made), [c for x in made for c in x.commands])
    if priced is None or price:
        return found
    order = Choice(priced.text, f"change the price of {_plain(new)} to {priced.text}")
    ask = Question(f"what does {_plain(new)!r} cost? It says {priced.text} still", (order,))
    return found._replace(left=(ask,))


def _timed(new: str, row: Row) -> tuple[str, list[tuple[TextLayer, str]]]:
    """ "Vera Holm at half four": the entry, and the hour of the row in the form that stands."""
    cell = next((x for x in row if isinstance(x, TextLayer) and x.role == "time"), None)
    said = _AT_HOUR.search(new)
    if cell is None or said is None:
        return new, []
    told, stands = hours_in(said["h"], loose=True), hours_in(cell.text, loose=True)
    if len(told) != 1 or len(stands) != 1:
        return new, []
    words = hours.written(stands[0], hours.meant(stands[0], told[0]), told[0])
    then = [] if words == cell.text else [(cell, words)]
    return new[: said.start()].strip(" ,"), then


def _row_of(old: str, rows: list[Row], context: Context) -> int | None:
    """The row whose entry is named, or has the word: "kids" for "Kids cut"."""
    if len(rows) < 2:
        return None
    named: set[str] = set()
    if is_named(old, context):
        try:
            named = {x.id for x in find(old, context).layers}
        except UnclearError:
            named = set()
    found = [n for n, row in enumerate(rows) if any(x.id in named for x in row)]
    if len(found) != 1:
        where = {spot.layer.id for spot in spots(old, context)}
        found = [n for n, row in enumerate(rows) if row[0].id in where]
    return found[0] if len(found) == 1 else None


def _is_then(row: Row, when: str) -> bool:
    """Whether the row stands at this hour."""
    said: list[Hour] = hours_in(when, loose=True)
    own = [h for x in row if isinstance(x, TextLayer) and x.role == "time"
           for h in hours_in(x.text, loose=True)]  # fmt: skip
    return bool(said) and any(a.same_as(b) for a in said for b in own)


def _priced(claim: Claim, priced: TextLayer | None) -> tuple[str, str]:
    """The words of the entry and its price in the form of the one that stands."""
    if priced is None:
        return claim.new, ""
    old = sums_in(priced.text)[0]
    for words in (in_figures(claim.price), in_figures(claim.new)):
        sums = [s for s in sums_in(words, words=True) if s.end >= len(words.rstrip(" .!"))]
        if sums:
            new = claim.new if words != in_figures(claim.new) else words[: sums[0].start]
            price = _written(priced.text, old, sums[0])
            return re.sub(r"(?:,| for| at| costs?| is| -)* *$", "", new), price
    return claim.new, ""


def _written(text: str, old: Sum, new: Sum) -> str:
    return text[: old.start] + written(old, new.amount, new.sign) + text[old.end :]


def _plain(new: str) -> str:
    new = re.sub(r"^(?:an?|the|some|our) ", "", unquoted(new.strip(" ,:-–")), flags=re.IGNORECASE)
    return new[:1].upper() + new[1:]


def _in_picture(claim: Claim, context: Context) -> Answer | None:
    """Another drawing in the place of one: "put a teapot there instead of the guitar"."""
    thing = bare_thing(claim.new.lower())
    article = re.match(r"(?:an?|the|some|our|two|another) ", claim.new.lower())
    if claim.when or not drawings_of(thing) or not (article or is_concrete(thing)):
        return None
    gone = _ICON.sub("", claim.old)
    old = art_named(gone, context)
    if old is not None:
        return shown(thing, context, old)
    quoted = re.match(r"[\"']", claim.old)
    art = not quoted and _is_thing_for_art(claim, context)
    return exchanged(thing, gone, context) if art else None


def _is_thing_for_art(claim: Claim, context: Context) -> bool:
    """Whether a thing to be drawn is said, not an entry: "a palm tree" for "the wave icon"."""
    article = re.match(r"an? ", claim.new.lower())
    return bool(article) and is_thing(bare_thing(claim.new.lower())) and (
        bool(_ICON.search(claim.old)) or not is_named(claim.old, context)
        or find(claim.old, context).span is not None
    )  # fmt: skip


def _in_text(claim: Claim, context: Context) -> Answer | None:
    if claim.when or claim.price or _is_thing_for_art(claim, context):
        return None
    try:
        return replaced(claim.old, unquoted(claim.new), context)
    except (NotThereError, UnclearError):
        return None
