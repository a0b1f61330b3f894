"""What a request tells beside its facts and no line says yet: ", teams of up to 6, live music".

Only pieces between commas or after a colon, in a sentence that lists facts; they are printed as
they are written.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.fragments import is_heading, listed
from agents.lexicon import entry_named, is_concrete
from agents.phrases import FULL_STOP, HOLE, mostly_in, sentence_case, word_set, words_of
from agents.places import REGION
from agents.vocabulary import is_art, is_direction, is_empty, is_instruction
from design_io.document import Role

_MOST_WORDS, _MOST_LINES, _MOST_JOINED = 9, 6, 10
_SENTENCE = re.compile(rf"(?:{FULL_STOP}|(?<=[!?]))\s*|\n+")
_PIECE = re.compile(r",\s+|[;|•·]\s*|\s[-–—]\s|:\s+")
_TOLD_OF = re.compile(
    r"\W*(?:the (?!first\b|last\b)|it\b|this\b|users?\b|people\b|offer\b|promote\b|text\b|title\b"
    r"|headline\b|subtitle\b|tagline\b|slogan\b|style\b|mood\b|colou?rs?\b|background\b|size\b"
    r"|format\b|layout\b|fonts?\b|tone\b)",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:an?|the|some|in|on|at|by|as|(?:to|from)(?! (?-i:[A-Z]))|using"
    r"|create|make|draw|announce|advertise|under|behind|beside|which|that|who|where|when|so"
    r"|while|if|but|because|including|specifically|such|like|warm|cool|bold|soft|bright|dark"
    r"|vibrant"
    r"|colou?rful|pastel|minimal\w*|modern|elegant|playful|rustic|vintage|retro|portrait|landscape"
    r"|square|text|title|headline|tagline|slogan|call to action|cta|website|phone|e-?mail"
    r"|address)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:please|should|want|wants|needs?|would|i|i'm|we|we're|it|they|make|use|add|include"
    r"|design|poster|flyer|banner|ad|advert\w*|thumbnail|logo|promot\w+|encourag\w+|emphasi\w+"
    r"|highlight\w*|convey\w*)\b",
    re.IGNORECASE,
)
_STATE = re.compile(rf"^{REGION}\s(?=with\b)")  # of the town before the comma
_JOINING = re.compile(r"^(?:and|plus|also|&|offering|selling|serving|providing)\s+", re.IGNORECASE)


def remaining(request: str, masked: str, asked: bool, texts: list[Text]) -> list[Text]:
    """The lines that `texts` lack; the first is the subtitle where there is none."""
    said = " ".join(f"{t.text} {t.label}" for t in texts).replace(". ", " ")
    headed = any(t.role in ("subtitle", "body") for t in texts)
    first: Role = "item" if headed else "subtitle"
    lines = _lines(request, masked, said, asked)
    return [
        Text(role="item" if at else first, text=line, provenance="inferred")
        for at, line in enumerate(lines)
    ]


def _lines(request: str, masked: str, said: str, asked: bool) -> tuple[str, ...]:
    """The pieces as lines, in order; `said` is all the copy there is, `asked` skips the asking."""
    lines: list[str] = []
    for number, (start, end) in enumerate(_stretches(_SENTENCE, masked, 0, len(masked))):
        told = is_instruction(masked[start:end]) or _TOLD_OF.match(masked[start:end])
        if told and (number or not asked):
            continue
        lines += _pieces_of(request, masked, (start, end), asked and not number, said)
    return tuple(dict.fromkeys(lines))[:_MOST_LINES]


def _pieces_of(
    request: str, masked: str, sentence: tuple[int, int], asks: bool, said: str
) -> list[str]:  # fmt: skip
    """The pieces of a sentence that no line says; neighbours that make a short line are one."""
    pieces = _stretches(_PIECE, masked, *sentence)
    if HOLE not in masked[slice(*sentence)] or len(pieces) < 2:
        whole = request[slice(*sentence)].strip(" .!")
        goods = listed(whole) if not asks and _is_copy(whole, whole, said) else ()
        return list(goods) if ":" not in whole else []
    lines: list[str] = []
    last, first = -2, 0
    for number, (start, end) in enumerate(pieces):
        text = _JOINING.sub("", request[start:end].strip(" .,;:!"))
        text = _STATE.sub("", text)
        if (asks and not number) or not _is_copy(text, masked[start:end], said):
            continue
        joined = f"{lines[-1]}, {text}" if lines and last == number - 1 else ""
        if joined and len(words_of(joined)) <= _MOST_JOINED:
            lines[-1] = sentence_case(request[first:end].strip(" .,;:!"))
        else:
            first = start
            lines.append(sentence_case(text))
        last = number
    return lines


def _is_seen(text: str) -> bool:
    """ "with test tubes and planets": bare things with a drawing of their very name."""
    shown = re.match(r"with\s(?P<things>[a-z ]+(?:,\s[a-z ]+)*,?\s(?:and\s)?[a-z ]+)$", text)
    things = re.split(r",\s(?:and\s)?|\sand\s", shown["things"]) if shown else ()
    return bool(things) and all(is_concrete(entry_named(t)) and t not in _SERVED for t in things)


_SERVED = word_set(  # is on offer at an event, and not just seen
    "music drinks snacks prizes games crafts food cake coffee wine beer pizza popcorn barbecue"
    " fireworks rides dancing karaoke bingo tea cocktails"
)


def _is_copy(text: str, masked: str, said: str) -> bool:
    words = words_of(text)
    if _is_seen(text) or re.search(r"\b(?:such as|including|like)\s\w+$", text):
        return False
    if HOLE in masked or not 0 < len(words) <= _MOST_WORDS or mostly_in(text, said, 0.5):
        return False
    if (
        _OPENS.match(text)
        or _TELLS.search(text)
        or is_direction(text)
        or is_empty(text)
        or is_art(text)
    ):
        return False
    return len(text) > 2 and not is_heading(text) and not is_instruction(text)


def _stretches(
    border: re.Pattern[str], text: str, start: int, end: int
) -> list[tuple[int, int]]:  # fmt: skip
    """The stretches of a text between its borders."""
    found = []
    for match in border.finditer(text, start, end):
        if match.end() > match.start():
            found.append((start, match.start()))
            start = match.end()
    return [(a, b) for a, b in (*found, (start, end)) if text[a:b].strip()]
