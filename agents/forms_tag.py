"""Labels, badges and passes: a name and its particulars, told one after the other.

"Product label for strawberry jam, Granny Smith's Kitchen, 250 g" is headed by the jam; a badge by
the person. Whatever else is told is printed as it is.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case, title_case
from agents.vocabulary import DIRECTION

Span = tuple[int, int]

_LABEL = re.compile(
    r"^\W*(?:[\w'’-]+\s){0,5}?(?P<kind>(?:labels?|hang ?tags?|swing ?tags?)|(?P<worn>(?:name"
    r"|visitor|conference|event|staff|employee|speaker|press)\s(?:badges?|tags?|pass(?:es)?"
    r"|cards?)|badges?"
    r"|(?:employee |staff |student |member )?id\s(?:cards?|badges?)))(?:\sdesign)?"
    r"(?:\sfor\s(?:an?\s|the\s|our\s|my\s)?|\s?:\s?|\s(?=[\"“]))",
    re.IGNORECASE,
)
_IN = r"(?:jar|bottle|can|tin|packet|pot|bag|box)s?"
CONTAINER = re.compile(  # what is labelled, and not what is in it: "a jar of", "honey jar label"
    rf"(?<=\blabel for )(?:an?\s|the\s|our\s)?{_IN}\sof\s|\b{_IN}\s(?=labels?\b)", re.IGNORECASE
)
_HELD = re.compile(rf"^(?:an?\s)?{_IN}\sof\s", re.IGNORECASE)
_PIECE = re.compile(r"[^,:.;\n\"“”]+(?:\.(?=\w)[^,:.;\n\"“”]*|(?<=\bDr)\.[^,:.;\n]*|(?<=\bCo)\.)*")
_STOP = re.compile(r"(?<!\bDr)(?<!\bCo)(?<!\bMr)(?<!\bMs)\.\s|\n")
_PERSON = re.compile(r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\. )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,2}")
_FACT = re.compile(r"@|www\.|\.(?:com|org|net|de|uk|co)\b|\d{3}[- .]\d{3,4}|[$€£]\s?\d|^\d+ [A-Z]")
_LOOK = re.compile(r"^(?:with|in|use|using|include|make|leave|and)\b", re.IGNORECASE)
_LEAST = 2  # pieces besides what it is for


def is_tag(request: str) -> bool:
    """Whether a label, a badge or the like is asked for."""
    return _LABEL.match(request) is not None


def is_worn(request: str) -> bool:
    """Whether it is a badge or a pass, which somebody wears."""
    kind = _LABEL.match(request)
    return kind is not None and bool(kind["worn"])


def tag_lines(request: str) -> tuple[tuple[Text, ...], tuple[Span, ...]] | None:
    """The name, whose or what it is, and the particulars; None where too little is told."""
    kind = _LABEL.match(request)
    stop = (
        re.search(r"(?<!\bDr)(?<!\bCo)(?<!\bMr)(?<!\bMs)\.\s|\n", request[kind.end() :])
        if kind
        else None
    )
    if kind is None:
        return None
    end = kind.end() + stop.start() if stop else len(request)
    found = [m for m in _PIECE.finditer(request, kind.end(), end) if m[0].strip()]
    pieces = [m for m in found if not (_FACT.search(m[0]) or _directs(m[0].strip()))]
    words = [m[0].strip() for m in pieces]
    if len(pieces) < _LEAST:
        return None
    colon = request[found[0].end() : found[1].start()].strip().startswith(":")
    texts = _worn(words) if kind["worn"] else _stuck(words, colon)
    return tuple(texts), tuple(m.span() for m in pieces)


def _directs(words: str) -> bool:
    return bool(_LOOK.match(words) or (DIRECTION.search(words) and words[0].islower()))


def _worn(words: list[str]) -> list[Text]:
    """A person, the event or house above, what they are below."""
    person = next((word for word in words if _PERSON.fullmatch(word)), words[0])
    above, below = words[: words.index(person)], words[words.index(person) + 1 :]
    heads = [Text(role="brand", text=sentence_case(above[0]))] if above else []
    rest = [Text(role="item", text=sentence_case(word)) for word in (*above[1:], *below)]
    return [*heads, Text(role="title", text=person), *rest]


def _stuck(words: list[str], colon: bool) -> list[Text]:
    """What is in the jar, the house that made it above, weight and the like below."""
    first, second, rest = words[0], words[1], words[2:]
    if colon:
        heads = [Text(role="kicker", text=sentence_case(first)), Text(role="title", text=second)]
    elif _is_name(second):
        title = first if _is_name(first) else title_case(first)
        heads = [Text(role="brand", text=second), Text(role="title", text=title)]
        if _is_name(first):
            heads = [Text(role="title", text=first), Text(role="subtitle", text=second)]
    else:
        heads, rest = _of_house(first), words[1:]
    bare = (re.sub(r"^an?\s", "", word) for word in rest)
    return [*heads, *(Text(role="item", text=sentence_case(word)) for word in bare)]


_NAMED = re.compile(
    r"(?P<goods>.+?) (?:named|called) (?P<name>(?-i:[A-ZÀ-Þ]).+?)"
    r"(?: (?:with|that|which|showing|featuring|using|for|in) .+)?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?P<goods>.+?)(?: made)? (?:from|by) (?:the |our )?"
    r"(?P<house>(?:[a-z]+ of )?(?-i:[A-ZÀ-Þ]).+?)"
    r"(?: in (?P<place>(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)?))?"
    r"(?: (?:with|that|which|showing|featuring|using|for|in) .+)?",
    re.IGNORECASE,
)


def _of_house(words: str) -> list[Text]:
    """ "A dry Riesling from the Steinbach estate": the house above its wine; a name above goods."""
    words = _HELD.sub("", words)
    if named := _NAMED.fullmatch(words):
        kind = Text(role="kicker", text=sentence_case(named["goods"]))
        return [kind, Text(role="title", text=named["name"])]
    made = _FROM.fullmatch(words)
    if made is None:
        return [Text(role="title", text=title_case(words))]
    heads = [Text(role="brand", text=title_case(made["house"]))]
    heads.append(Text(role="title", text=title_case(made["goods"])))
    return [*heads, *([Text(role="item", text=made["place"])] if made["place"] else [])]


def housed(lines: tuple[Text, ...]) -> tuple[Text, ...]:
    """The lines of a label with the house of its title above it."""
    title = next((t for t in lines if t.role == "title" and t.provenance != "user"), None)
    heads = _of_house(title.text) if title else []
    if len(heads) < 2 or any(t.role == "brand" for t in lines):
        return lines
    return (*heads, *(t for t in lines if t is not title))


def _is_name(words: str) -> bool:
    long = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > 3]
    return bool(long) and all(word[0].isupper() for word in long)
