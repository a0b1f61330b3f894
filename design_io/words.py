"""What each character of a set text is shown as: cased, hyphenated, and how it is spaced."""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import TextLayer
from design_io.fonts import FontLibrary
from design_io.story import Story, story

_WORD_JOINER, _SOFT_HYPHEN = "\u2060", "\u00ad"


class Words(NamedTuple):
    """By code point of the layer's text."""

    shown: dict[int, str]
    spacing: dict[int, tuple[float, tuple[str, ...]]]  # tracking in em, OpenType features

    def shown_between(self, start: int, end: int, line_end: int) -> str:
        """The characters as they are seen: cased, a hyphen where a word was broken."""
        text = "".join(self.shown.get(index, "") for index in range(start, end))
        broken = end == line_end and text.endswith(_SOFT_HYPHEN)
        return text.replace(_SOFT_HYPHEN, "").replace(_WORD_JOINER, "") + ("-" if broken else "")


def set_words(layer: TextLayer, fonts: FontLibrary) -> Words:
    told: Story = story(
        layer.text, layer.style, layer.spans, layer.direction, layer.language, fonts
    )  # fmt: skip
    shown: dict[int, str] = {}
    spacing: dict[int, tuple[float, tuple[str, ...]]] = {}
    for passage in told.passages:
        for item in passage.paragraph.items:
            for index in range(item.start, item.end):
                origin = told.origin(passage, index)
                shown[origin] = shown.get(origin, "") + passage.paragraph.text[index]
                spacing[origin] = (item.tracking * item.style.scale, item.features)
    return Words(shown, spacing)
