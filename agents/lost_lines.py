"""Lines that no reader took up: what is honoured, who gives it, what is near it.

The request's own words, for a piece of it that stands in none of the texts.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from agents.phrases import HOLE, found_with, mostly_in, sentence_case, words_of
from agents.vocabulary import is_art, is_direction
from design_io.document import Role

_MOST_WORDS, _MOST_LINES = 12, 8
_NAME = r"(?:Dr\.?\s|Prof\.?\s|Chef\s)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,2}"
_EARNED = re.compile(
    r"\b(?P<t>for\s(?:\d+|over \d+|two|three|four|five|ten|twenty|thirty)\s(?:hours?|years?|months?"
    r"|days?|seasons?)\sof\s[^,.;!?\n]+)",
    re.IGNORECASE,
)
_GIVER = re.compile(
    rf"[\"”{HOLE}]\s(?P<t>(?:with|by|hosted by|led by|presented by)\s(?:[a-z]+\s){{0,3}}{_NAME})"
)
_NEAR = re.compile(
    r"\b(?P<t>(?:near|behind|opposite|next to|close to)\s(?:the\s)?[A-ZÀ-Þ][\w'’-]+"
    r"(?:\s[A-ZÀ-Þ][\w'’-]+)+)(?=[,.;!?\n]|$)"
)
_CLASSES = re.compile(
    r"(?:^|[,;.:]\s)(?P<t>(?:[a-z-]+\s){0,2}(?:classes|courses|lessons|sessions|tours|workshops"
    rf"|tastings|delivery|appointments|screenings))\s(?:from|until|on|every|starting)\s{HOLE}",
    re.IGNORECASE,
)
_ROUND_THE_CLOCK = re.compile(r"24/7\s(?P<t>[a-z]+(?:\s[a-z]+){0,2})(?=[,.;!?\n]|$)")
_OF_HOUSE = re.compile(
    r"\b(?:testimonial|review|case study|success story|job|vacancy|message|update|announcement"
    r"|poster|fl[iy]er|post|ad|advert|banner|story|cover|thumbnail)"
    r"\s(?:for|of|from)\s(?P<t>[A-ZÀ-Þ][\w&'’-]+(?:\s(?:&\s)?[A-ZÀ-Þ][\w&'’-]+){0,3})(?=\s?[:,.]|$)"
)
_HIRED_IN = re.compile(
    r"\b(?:hiring|recruiting)\s[^.,;:!?\n]+?\sin\s(?P<t>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)*)"
)
_WHO = re.compile(
    r"\b(?P<n>[Tt]eacher|[Ii]nstructor|[Ss]peaker|[Hh]ost|[Cc]oach|[Cc]hef|[Gg]uide|[Tt]rainer"
    r"|[Gg]uest|[Dd]irector|[Cc]onductor|[Aa]uthor|[Rr]eferee|[Ss]inger|[Bb]and)"
    rf"(?:\s(?:is|will be)|:)\s(?P<t>{_NAME})"
)
_SELLS = re.compile(
    rf"(?:^|[.!{HOLE}]\s)(?:[Ww]e(?:['’]re| are)\s)?[Ss]elling\s(?P<t>[a-z][^.;:!?\n]+?)"
    r"(?=[.;:!?\n]|$)"
)
_FREE = re.compile(
    r"\b(?P<t>(?:kids|children|under[ -]?\d+s|students|seniors|members|companions)(?:\s[a-z]+)?\s"
    r"(?:eat|fly|go|stay|ski|travel|swim|play|enter|ride|get in)\s(?:for\s)?free)\b",
    re.IGNORECASE,
)
_NEWS = re.compile(  # what is announced, under a quotation
    rf"\bannounc\w*\sthat\s(?P<t>[^.!?\n{HOLE}]+?)(?=\s(?:on|from|at|in)\s{HOLE}|[.!?\n]|$)"
)
_ROLES: tuple[tuple[re.Pattern[str], Role], ...] = (
    (_EARNED, "subtitle"), (_GIVER, "item"), (_NEAR, "item"), (_HIRED_IN, "venue"),
    (_CLASSES, "item"), (_FREE, "offer"), (_SELLS, "item"),
)  # fmt: skip


def with_lost_lines(texts: tuple[Text, ...], heard: Heard, said: str) -> tuple[Text, ...]:
    """The texts with the lines they lack, and rows of steps as the client listed them."""
    house = next((m["t"] for m in _OF_HOUSE.finditer(heard.request)), "")
    if heard.language != "en" or not any(t.role == "title" for t in texts):
        untitled = heard.language == "en" and house and house not in " ".join(t.text for t in texts)
        return (_line("title", house), *texts) if untitled else texts
    made = _steps_whole(_clocked(list(texts), heard), said)
    made = _with_house(made, house)
    quoted = any(t.role == "title" and t.provenance == "user" for t in made)
    for pattern, role in ((_NEWS, "subtitle"), *_ROLES) if quoted else _ROLES:
        for found in pattern.finditer(heard.masked):
            line = _worded(heard.request[found.start("t") : found.end("t")])
            made = _with(made, role, line)
    for found in _WHO.finditer(heard.request):
        if not any(found["t"] in t.text for t in made):
            made = [*made, _line("item", f"{sentence_case(found['n'])}: {found['t']}")]
    return tuple(made)


def _worded(words: str) -> str:
    return sentence_case(" ".join(words.split()).strip(" ,;:"))


def _with(texts: list[Text], role: Role, line: str) -> list[Text]:
    """The texts and a line that none of them says; the one cut short by a fact gives way."""
    said = " ".join(f"{t.label} {t.text}" for t in texts).lower()
    fewest = 1 if role == "venue" else 2
    fit = fewest <= len(words_of(line)) <= _MOST_WORDS
    fit &= not (is_direction(line) or is_art(line))
    if not fit or line.lower() in said or mostly_in(line, said, 0.9):
        return texts
    texts = [t for t in texts if not _is_cut(t, line)]
    lines = [t for t in texts if t.role in ("subtitle", "item", "body")]
    if len(lines) >= _MOST_LINES:
        return texts
    held = any(t.role == "subtitle" for t in texts)
    return [*texts, _line("item" if held and role == "subtitle" else role, line)]


def _line(role: Role, line: str) -> Text:
    return Text(role=role, text=line, provenance="inferred")


def _with_house(texts: list[Text], house: str) -> list[Text]:
    """Whose testimonial it is, beside who gave it."""
    said = " ".join(t.text for t in texts)
    named = house in said or mostly_in(house, said) or any(t.role == "brand" for t in texts)
    return texts if not house or named else [_line("brand", house), *texts]


def _is_cut(text: Text, clause: str) -> bool:
    """A line that is the clause cut short before a fact: "It is available until"."""
    short = text.text.lower().rstrip(" .")
    cut = short in clause.lower() and len(short) < len(clause.strip(" ."))
    return text.role in ("subtitle", "item", "body") and text.provenance != "user" and cut


def _clocked(texts: list[Text], heard: Heard) -> list[Text]:
    """ "24/7" with what there is at all hours."""
    found = _ROUND_THE_CLOCK.search(heard.request)
    if found is None:
        return texts
    return [t.evolve(text=found[0]) if t.text == "24/7" else t for t in texts]


def _steps_whole(texts: list[Text], request: str) -> list[Text]:
    """ "A and B, C, D and E": where an item holds an "and", the last two are one item as well."""
    items = [t for t in texts if t.role == "item"]
    joined = any(" and " in t.text for t in items)
    for first, second in zip(items, items[1:], strict=False):
        pair = f"{first.text} and {second.text}"
        if joined and found_with(pair, rf",\s{re.escape(pair)}", request):
            at = texts.index(first)
            whole = first.evolve(text=sentence_case(pair.lower()))
            return [*texts[:at], whole, *(t for t in texts[at + 1 :] if t is not second)]
    return texts
