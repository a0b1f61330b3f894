"""A spelling told by its letters: "Otis has two t's", "Choir without the h", "a k, not a c"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.results import Answer, Choice, Question, UnclearError, done
from agents.chat.sentence import Sentence
from agents.edits import distance
from design_io.commands import Command
from design_io.document import TextLayer, walk

_IS = (
    r"(?:(?:'s|is|are|has|have|should|must|be|needs?|gets?|takes?|goes|got|to|spell(?:ed|s)?|spelt"
    r"|writ(?:ten|es)|actually|really|only|just|with|please) ?)*"
)
_L = r"(?P<l>[a-z])(?:'?s)?(?: (?:in (?:it|there)|at the end|please|by the way))*"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<w>.+?),? {_IS}(?P<n>two|double|a double|2|one|a single|1|only one) {_L}",
        rf"(?P<w>.+?),? {_IS}(?P<n>without|minus|no) (?:the |an? |any )?{_L}",
        rf"(?P<w>.+?),? {_IS}(?:an? )?{_L}(?:,? (?:and )?not|,? instead of|,? rather than)"
        r" (?:with )?(?:an? )?(?P<o>[a-z])",
        rf"(?:there(?:'s| is|'re| are) )?(?P<n>two|no|only one|one) {_L} in (?P<w>.+)",
    )
)
_DOUBLED, _SINGLE = ("two", "double", "a double", "2"), ("one", "a single", "1", "only one")


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The word spelled so, wherever it stands; UnclearError where several words could be."""
    for pattern in _TOLD:
        match = pattern.fullmatch(sentence.low)
        if match is None:
            continue
        ways = dict(_respelled(match, sentence.low, context))
        if len(ways) == 1:
            return _written(*ways.popitem(), context)
        if ways:
            choices = tuple(
                Choice(f"{a} → {b}", f"replace '{a}' with '{b}'") for a, b in ways.items()
            )
            raise UnclearError(Question("which word is spelled otherwise?", choices))
    return None


def _respelled(match: re.Match[str], low: str, context: Context) -> Iterator[tuple[str, str]]:
    """Each word of the design that is spoken of, and how it is spelled from now on."""
    spoken = set(re.findall(r"[^\W\d_]{2,}", match["w"]))
    if not spoken - {"it", "that", "this", "the", "name", "its", "my", "our"}:
        spoken = {w for x in context.it if isinstance(x, TextLayer)
                  for w in re.findall(r"[^\W\d_]+", x.text.lower())}  # fmt: skip
    every = dict.fromkeys(w for x in _texts(context) for w in re.findall(r"[^\W\d_]{3,}", x.text))
    words = {word: list(dict.fromkeys(_ways(word, match))) for word in every}
    told = {(word, new) for word, ways in words.items() for new in ways
            if re.search(rf"\b{new.lower()}\b", low)}  # fmt: skip
    if told:
        yield from told
        return
    for word, ways in words.items():
        near = any(distance(word.lower(), other, 1) <= (len(word) > 4) for other in spoken)
        if near and len(ways) == 1:
            yield word, ways[0]


def _ways(word: str, match: re.Match[str]) -> Iterator[str]:
    """The word with the letters that are told; several where it has the letter more than once."""
    letter, how = match["l"], match.groupdict().get("n") or ""
    if other := match.groupdict().get("o"):
        for m in re.finditer(other, word, re.IGNORECASE):
            new = letter.upper() if m[0].isupper() else letter
            yield word[: m.start()] + new + word[m.end() :]
        return
    pairs = list(re.finditer(letter * 2, word, re.IGNORECASE))
    singles = list(re.finditer(letter, word, re.IGNORECASE))
    if how in _DOUBLED:
        yield from (word[: m.end()] + letter + word[m.end() :] for m in singles[-2:]
                   if m.start() and not pairs)  # fmt: skip
    elif how in _SINGLE:
        yield from (word[: m.start() + 1] + word[m.end() :] for m in pairs)
    else:
        yield from (word[: m.start()] + word[m.end() :] for m in pairs or singles if m.start())


def _texts(context: Context) -> list[TextLayer]:
    """What is read on the design; addresses are spelled as they are."""
    shown = (x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible)
    return [x for x in shown if not re.search(r"@|\w\.[a-z]{2,}", x.text)]


def _written(old: str, new: str, context: Context) -> Answer:
    parts: list[Command] = []
    for layer in _texts(context):
        text = re.sub(rf"\b{old}\b", new, layer.text)
        if text != layer.text:
            parts += refitted(layer, layer.evolve(text=text, spans=()), context)
    return done(f"{old!r} is spelled {new!r}", parts)
