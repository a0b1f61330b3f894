"""Rows left open: a request says that something is listed, and not what.

"Three tips", "the winners of a contest", "courses listed as starters, mains and desserts" have
numbered or headed rows with a placeholder in each; pages, thumbnails and covers have none.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import as_said, mostly_in, sentence_case, title_case, words_of
from layout.systems import Form

Span = tuple[int, int]
Open = tuple[Form, tuple[Text, ...], tuple[Span, ...]]

_COUNTED = ("one", "two", "three", "four", "five", "six", "seven")
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_USUAL, _LONGEST = 3, 9  # rows, and words of a headline
_NO_ROOM = re.compile(
    r"\b(?:thumbnail|cover|header|banner|ads?\b|advert\w*|billboard|logo|video|carousel|slides"
    r"|e-?book|podcast|webinar|workshop|talk|card|ticket|ask\w*|invit\w*)\b",
    re.IGNORECASE,
)
_TIPS = re.compile(
    r"\b(?:with|shar(?:es|ing)|giv(?:es|ing)|list(?:s|ing)?|show(?:s|ing)|of|on|about|presenting)\s"
    rf"(?:(?P<count>{'|'.join(_COUNTED)}|[2-7])\s(?:[a-z]+\s)?)?"
    r"(?P<what>tip|step|rule|habit|trick|hack|reason|mistake|fact)s\s(?:for|to|on|about|of|when|that)\b",
    re.IGNORECASE,
)
_IN_STEPS = re.compile(
    rf"\bin\s(?P<count>{'|'.join(_COUNTED)}|[2-7])\s(?:[a-z]+\s)?(?P<what>step)s\b", re.IGNORECASE
)
_WINNERS = re.compile(
    r"\b(?:announc\w+|present\w*|congratulat\w+|celebrat\w+|list\w*|reveal\w*)\s(?:the\s|all\s)*"
    rf"(?:(?P<count>{'|'.join(_COUNTED)})\s)?(?:top\s)?(?P<what>winners|finalists)\b(?!\s(?:is|are)\b)",
    re.IGNORECASE,
)
_COURSE = r"(?:[a-z]+\s)?[a-z]+"
_SECTIONS = re.compile(
    r"(?:^|[.;!?]\s)(?:the\s)?(?:courses|dishes|items|drinks|menu|services|treatments|prices)\s"
    r"(?:(?:is|are|should be|will be)\s)?(?:listed|grouped|divided|sorted|arranged|split|ordered)\s"
    rf"(?:as|into|by|under|in)\s(?P<row>{_COURSE}(?:,\s{_COURSE})+,?\sand\s{_COURSE})\s*(?=[.;!?]|$)",
    re.IGNORECASE,
)
_GIVEN = re.compile(
    r"\b(?:tips|steps|rules|facts|winners|finalists)\b[^.!?]*:|[$€£]\s?\d|\b1[.)]\s"
)


def open_rows(request: str) -> Open | None:
    """The rows of what is to be listed; None where it is given or nothing is listed."""
    if _GIVEN.search(request):
        return None
    if sections := _SECTIONS.search(request):
        names = re.split(r",\s(?:and\s)?|\sand\s", sections["row"])
        return "list", tuple(_section(names)), (sections.span("row"),)
    if _NO_ROOM.search(re.split(r"[.!?]\s", request)[0]):
        return None
    if found := _TIPS.search(request) or _IN_STEPS.search(request):
        noun = found["what"].lower()
        rows = [f"Your {nth} {noun}" for nth in _NTH[: _count(found)]]
        lines = (Text(role="item", text=row, provenance="suggested") for row in rows)
        return "picture", tuple(lines), ()
    if found := _WINNERS.search(request):
        name = f"{found['what'][:-1].capitalize()}’s name"
        return "steps", tuple(_numbered(n, name) for n in range(1, _count(found) + 1)), ()
    return None


_PHRASE = re.compile(
    rf"(?P<t>(?:(?:{'|'.join(_COUNTED)}|[2-7])\s)?(?:[a-z]+\s)?(?:tip|step|rule|habit|trick|hack|reason"
    r"|mistake|fact)s\s(?:for|to|on|about|of|when)\s[^.,;:!?\n]+?)"
    r"(?=[.,;:!?\n]|\s(?:that|which|with|and|featuring|showing|using)\s|$)",
    re.IGNORECASE,
)


def with_rows_named(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """What the open rows are of as the headline: "Three Tips for Packing Light"."""
    title = next((t for t in texts if t.role == "title" and t.provenance != "user"), None)
    phrase = _PHRASE.search(request)
    texts = _sheet_named(texts, request)
    words = _LINK.sub("", phrase["t"]) if phrase else ""
    counted = words.split()[:1] and words.split()[0].lower() in (*_COUNTED, *map(str, range(2, 8)))
    cut = title and counted and mostly_in(title.text, words, 0.99)
    if title is None or phrase is None or not (cut or any(map(_is_open, texts))):
        return texts
    if len(words_of(words)) > _LONGEST or title.text.lower().startswith(words.lower()):
        return texts
    within = [t for t in texts if t.role == "subtitle" and t.text.lower() in words.lower()]
    above = any(t.role == "kicker" for t in texts) or mostly_in(title.text, words)
    kind = Text(role="kicker", text=as_said(title.text, request), provenance="inferred")
    made = title.evolve(text=title_case(words), provenance="inferred")
    rest = [t for t in texts if t is not title and t not in within]
    return (*(() if above else (kind,)), made, *rest)


_MENU = re.compile(  # "a drinks menu"
    r"\W*(?:create|design|make)\san?\s(?P<what>(?:drinks?|lunch|dinner|brunch|breakfast|dessert"
    r"|wine|cocktail|coffee|tea|tasting|kids['’]?|children['’]s|takeaway|summer|winter) menu)\b",
    re.IGNORECASE,
)


def _sheet_named(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "Drinks Menu" over rows that were headed "Menu"."""
    named = _MENU.match(request)
    bare = [t for t in texts if named and t.role == "title" and t.text == "Menu"]
    what = title_case(named["what"]) if named else ""
    return tuple(t.evolve(text=what) if t in bare else t for t in texts)


def _is_open(text: Text) -> bool:
    return bool(text.provenance == "suggested" and _ROW.fullmatch(text.text))


_ROW = re.compile(rf"Your (?:{'|'.join(_NTH)}) [a-z]+")
_LINK = re.compile(r"^(?:of|on|about|with|shares?|sharing|the)\s", re.IGNORECASE)


def _count(found: re.Match[str]) -> int:
    said = (found["count"] or "").lower()
    return int(said) if said.isdigit() else _COUNTED.index(said) + 1 if said else _USUAL


def _numbered(number: int, words: str) -> Text:
    return Text(
        role="item", text=words, label=str(number), group=f"row-{number}", provenance="suggested"
    )


def _section(names: list[str]) -> list[Text]:
    texts = []
    for number, name in enumerate(names, 1):
        section = f"section-{number}"
        texts.append(Text(role="kicker", text=sentence_case(name.strip()), group=section))
        for row in (1, 2):
            group = f"{section}/row-{row}"
            texts.append(Text(role="item", text="Your dish", group=group, provenance="suggested"))
            texts.append(Text(role="price", text="Price", group=group, provenance="suggested"))
    return texts
