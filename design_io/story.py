"""A text layer's words, cased, styled and cut into paragraphs, before they have a size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from design_io import bidi
from design_io.casing import Case, cased
from design_io.document import Span, TextStyle
from design_io.fonts import FontLibrary
from design_io.itemize import CharacterStyle
from design_io.paragraph import Paragraph

_SEPARATOR = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\t\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_INVISIBLE = {code: "\u2060" for code in (*range(0x20), *range(0x7F, 0xA0))} | {0x09: " "}
_RTL_LANGUAGES = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class Passage(NamedTuple):
    """One paragraph, and where it begins in the cased text."""

    paragraph: Paragraph
    offset: int
    style: CharacterStyle  # of the paragraph's mark, which gives an empty line its height


class Story(NamedTuple):
    passages: tuple[Passage, ...]
    origins: Sequence[int]  # cased character -> character of the layer's text
    missing: tuple[str, ...]
    uniform: bool  # one size throughout

    def origin(self, passage: Passage, index: int) -> int:
        """The character of the layer's text for a place in a paragraph."""
        return self.origins[passage.offset + index]


@lru_cache(maxsize=512)
def story(
    text: str, style: TextStyle, spans: tuple[Span, ...], direction: str, language: str,
    fonts: FontLibrary,
) -> Story:  # fmt: skip
    """Cut `text` into shaped paragraphs; of all sizes only their proportion counts."""
    styles: list[CharacterStyle] = []
    stretches: list[tuple[int, int, Case]] = []
    for start, end, span in _stretches(len(text), spans):
        styles += [_character_style(style, span)] * (end - start)
        case = style.case if span is None or span.case is None else span.case
        stretches.append((start, end, case))
    shown, origins = cased(text, stretches, language)
    mark = styles[-1] if styles else _character_style(style, None)
    by_character = tuple([styles[origin] for origin in origins[:-1]])
    passages: list[Passage] = []
    for start, end in _paragraphs(shown):
        paragraph = Paragraph(
            _visible(shown[start:end]), by_character[start:end], _joined(origins, start, end),
            _base(shown[start:end], direction, language), language, fonts,
        )  # fmt: skip
        own = by_character[start] if start < len(by_character) else mark
        passages.append(Passage(paragraph, start, own))
    missing = dict.fromkeys(cluster for p in passages for cluster in p.paragraph.missing)
    uniform = len({style.scale for style in styles}) < 2
    return Story(tuple(passages), origins, tuple(missing), uniform)


def _stretches(length: int, spans: tuple[Span, ...]) -> Iterator[tuple[int, int, Span | None]]:
    """The whole text as stretches with and without a span."""
    start = 0
    for span in spans:
        if start < span.start:
            yield start, span.start, None
        yield span.start, span.end, span
        start = span.end
    if start < length:
        yield start, length, None


def _character_style(style: TextStyle, span: Span | None) -> CharacterStyle:
    own = span.model_dump(exclude_none=True) if span else {}
    size = own.get("size", style.size)
    tracking = own.get("tracking", style.tracking)
    return CharacterStyle(
        font=own.get("font", style.font),
        weight=own.get("weight", style.weight),
        italic=own.get("italic", style.italic),
        scale=round(size / style.size, 6),
        tracking=tracking / 1000,
        features=own.get("features", style.features),
        color=own.get("color", style.color),
        underline=own.get("underline", style.underline),
        strikethrough=own.get("strikethrough", style.strikethrough),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SEPARATOR.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _visible(text: str) -> str:
    """Control characters are drawn as nothing, a tab as a space."""
    return text.translate(_INVISIBLE) if _CONTROLS.search(text) else text


def _joined(origins: Sequence[int], start: int, end: int) -> frozenset[int]:
    """Characters of the paragraph start..end with the same origin as the one before."""
    if isinstance(origins, range):
        return frozenset()
    return frozenset(
        index - start for index in range(start + 1, end) if origins[index] == origins[index - 1]
    )


def _base(text: str, direction: str, language: str) -> int:
    """The paragraph's level; without a single letter it follows the language."""
    if direction != "auto":
        return int(direction == "rtl")
    if any(char.isalpha() for char in text):
        return bidi.paragraph_level(text)
    return int(language.partition("-")[0].lower() in _RTL_LANGUAGES)
