"""Lines taken out of a sentence, made whole again: both halves of a pair, and said to the reader.

Of "organic products and soap" nothing stands as "Soap" alone; "asks drivers to think before they
drink" is printed as "Think before you drink".
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import sentence_case, telling_words, title_case, words_of
from agents.reader.words import places_of
from agents.urged import to_the_reader
from agents.vocabulary import is_art

_MOST_WORDS, _MOST_IN_ROW = 9, 12
_LED = (
    r"(?:\b(?:with|of|for|in|from|by|including|using|as|the|its|their|our|featuring|like|both"
    r"|such as|offering|selling|his|her|emphasizing|highlighting)|\w['’]s)\s"
)
_PIECE = r"(?!(?:and|or|with|the|an?|of|for|in|to|by|from)\b)[\w-]+(?!['’])"
_FRONT = re.compile(
    rf"{_LED}(?P<row>(?:{_PIECE}(?:\s{_PIECE}){{0,2}},\s)*{_PIECE}(?:\s{_PIECE}){{0,2}},?\s"
    r"(?:and|or|&)\s)$",
    re.IGNORECASE,
)
_BIDS = (
    r"\b(?:ask|encourag|remind|urg|invit|tell|inspir|motivat|persuad|challeng|help|allow|enabl|teach"
    r"|warn|convinc|let|inform|advis)\w*\s"
)
_BIDDEN = re.compile(rf"{_BIDS}[^.;:!?]*$", re.IGNORECASE)
_ROWS = (  # of deeds that are bidden, of what is wished
    re.compile(
        rf"{_BIDS}[^.;:!?\n]*?\bto\s(?P<row>[a-z][^.;:!?\n]*?,\s[^.;:!?\n]*?\s(?:and|or)\s"
        r"[^.;:!?\n]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bwish\w*\s(?:you|us|them|him|her|everyone|(?:the|your|our|their|all|an?)\s\w+)\s"
        r"(?P<row>\w+,\s\w[\w ]*\s(?:and|or)\s[^.;:!?,\n]+)",
        re.IGNORECASE,
    ),
)
_DEED = re.compile(
    rf"{_BIDS}(?P<whom>(?:[\w-]+\s){{1,3}})to\s(?P<deed>[a-z][^.;:!?\n,]+)", re.IGNORECASE
)
_ASKING = re.compile(
    r"(?:ask|encourag|remind|urg|invit|tell|inspir|motivat)ing\s(?:[\w-]+\s){1,3}?to\s(?P<deed>.+)$",
    re.IGNORECASE,
)
_THEIRS = re.compile(r"\b(?:their|theirs|themselves|they|them)\b", re.IGNORECASE)
_NO_DEED = re.compile(
    r"(?:the|an?|their|they|our|its|this|that|some|all|\w+s\s(?:and|who|that|in|with|are|of|from))\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?P<what>(?:battery life|warranty|range|guarantee|duration|capacity|lifespan|experience"
    r"|height|weight|length) of )$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?P<when>during |in |all )$", re.IGNORECASE)
_MONTH = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
)
_OF_READER = re.compile(  # of one who is spoken to on a card
    r"\b(?:(?:wo)?man|graduate|colleague|employee|recipient|couple|person|teacher|mother|father)['’]s\s$"
)
_FIRST = re.compile(r"(?:the )?first \d+ ", re.IGNORECASE)


def with_whole_lines(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts, none of them half of what the request says in one breath."""
    texts = _with_rows(texts, request)
    whole = tuple(_whole(text, texts, request) for text in texts)
    grown = [
        t.text.lower() for t, old in zip(whole, texts, strict=True) if len(t.text) > len(old.text)
    ]
    return tuple(
        t for t in whole
        if not (_is_line(t) and any(t.text.lower() in g and t.text.lower() != g for g in grown))
    )  # fmt: skip


def _with_rows(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """ "to rest, drink tea and sleep": the row in place of those pieces of it that are printed."""
    for found in (match for pattern in _ROWS for match in pattern.finditer(request)):
        row = sentence_case(to_you(found["row"].strip()))
        pieces = [t for t in texts if _is_line(t) and t.text.lower() in row.lower()]
        if not pieces or len(words_of(row)) > _MOST_IN_ROW or is_art(row):
            continue
        first = pieces[0].evolve(text=row)
        texts = tuple(first if t is pieces[0] else t for t in texts if t not in pieces[1:])
    for found in _DEED.finditer(request):
        whom, deed = f"{found['whom']}to ".lower(), sentence_case(to_you(found["deed"].strip()))
        torn = [t for t in texts if _is_line(t) and t.text.lower().startswith(whom)]
        if torn and len(words_of(deed)) <= _MOST_IN_ROW:
            texts = tuple(t.evolve(text=deed) if t in torn else t for t in texts)
    return tuple(_bidden(text) for text in texts)


def _bidden(text: Text) -> Text:
    """ "Asking families to adopt older dogs" as families are asked: "Adopt older dogs"."""
    deed = _ASKING.match(text.text) if _is_line(text) else None
    return text.evolve(text=sentence_case(to_you(deed["deed"]))) if deed else text


def _is_line(text: Text) -> bool:
    return text.role in ("item", "subtitle") and text.provenance == "inferred" and not text.group


def _whole(text: Text, texts: tuple[Text, ...], request: str) -> Text:
    titled = text.role == "title" and text.provenance == "inferred"
    at = _place(text.text, request) if titled or _is_line(text) else -1
    if at < 0:
        return text
    before, words = request[:at], text.text
    if _BIDDEN.search(before) and _THEIRS.search(words) and not _NO_DEED.match(words):
        words = to_you(words)
    if _is_line(text):
        words = _with_front(words, before, texts)
        if _FIRST.match(words) and before.endswith(("for ", "for the ")):
            words = f"for the {words[:1].lower()}{words[1:]}".replace("for the the ", "for the ")
    if words == text.text:
        return text
    return text.evolve(text=title_case(words) if titled else sentence_case(words))


def _place(words: str, request: str) -> int:
    return next((start for start, _ in places_of(words, request)), -1)


def to_you(words: str) -> str:
    """ "before they drink": before you drink."""
    said = re.sub(r"\b[Tt]hey\b", "you", re.sub(r"\b[Tt]heir\b", "your", words))
    return to_the_reader(re.sub(r"\b[Tt]hemselves\b", "yourself", said))


def _with_front(words: str, before: str, texts: tuple[Text, ...]) -> str:
    """A line with the first half of its pair, where no other line says that."""
    if (measured := _MEASURED.search(before)) and words[:1].isdigit():
        return f"{measured['what']}{words}"
    if (when := _WHEN.search(before)) and _MONTH.fullmatch(words):
        return f"{when['when']}{words}"
    found = _FRONT.search(before)
    if found is None:
        return words
    row, said = found["row"], " ".join(t.text.lower() for t in texts if t.text != words)
    items = [t for t in texts if t.role == "item" and t.text.lower() in row.lower()]
    told = [word for word in telling_words(row) if word in words_of(said)]
    alone = len(items) > 1 or (told and not items)
    yours = "your " if _OF_READER.search(before[: found.start("row")]) else ""
    whole = f"{yours}{row}{words[:1].lower()}{words[1:]}"
    fit = len(words_of(whole)) <= _MOST_WORDS and not is_art(whole)
    return whole if fit and not alone else words
