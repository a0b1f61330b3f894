"""A paragraph cut into items: stretches of one style, face, script and direction.

Faces are chosen per grapheme cluster, so that an emoji sequence or a letter with its marks is
never torn between two fonts.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from design_io.clusters import IGNORABLE, cluster_starts, is_emoji, script
from design_io.fonts import Face, FontLibrary

# Letters of these scripts join, or hang from one line: space between them would tear the word.
_JOINED = frozenset(
    {"Arab", "Syrc", "Nkoo", "Mong", "Mand", "Phag", "Adlm", "Rohg", "Deva", "Beng", "Guru"}
)
_EAST_ASIAN = ("Hani", "Hira", "Kana", "Bopo")  # set together; they share fonts and features


class CharacterStyle(NamedTuple):
    """A span's style, resolved; sizes are relative to the layer's so that they scale with it."""

    font: str
    weight: int
    italic: bool
    scale: float  # size / the layer's size
    tracking: float  # em
    features: tuple[str, ...]
    color: str
    underline: bool
    strikethrough: bool


class Item(NamedTuple):
    start: int
    end: int
    style: CharacterStyle
    face: Face
    primary: Face  # the style's own face, whose metrics make the line box
    script: str
    level: int  # of bidi; odd reads right to left

    @property
    def tracking(self) -> float:
        """em; none between letters that join."""
        return 0.0 if self.script in _JOINED else self.style.tracking

    @property
    def features(self) -> tuple[str, ...]:
        """A ligature cannot be spaced, so tracking turns the common ones off (CSS Text 3, 9.2)."""
        if not self.tracking:
            return self.style.features
        return ("liga=0", "clig=0", *self.style.features)


class Itemized(NamedTuple):
    items: tuple[Item, ...]  # in reading order
    clusters: tuple[int, ...]  # the index where each grapheme cluster begins
    missing: tuple[str, ...]  # clusters that no font covers


def itemize(
    text: str, styles: Sequence[CharacterStyle], levels: Sequence[int], joined: frozenset[int],
    language: str, fonts: FontLibrary,
) -> Itemized:  # fmt: skip
    """Cut `text`; `styles` and `levels` hold one entry per character.

    `joined` are cluster starts to ignore: characters that one original character became.
    """
    starts = tuple(start for start in cluster_starts(text) if start not in joined)
    items: list[Item] = []
    missing: dict[str, None] = {}
    begun: Item | None = None
    pieces = [text[start:end] for start, end in pairwise((*starts, len(text)))]
    for start, cluster, code in zip(starts, pieces, _scripts(pieces), strict=True):
        style = styles[start]
        primary = fonts.face(style.font, style.weight, style.italic)
        previous = begun.face if begun and begun.style is style else None
        face = _face_for(cluster, style, primary, previous, language, fonts)
        if face is None:
            missing[cluster] = None
            face = primary
        kind = (style, face, primary, code, levels[start])
        if begun and kind == begun[2:]:
            continue
        if begun:
            items.append(begun._replace(end=start))
        begun = Item(start, len(text), *kind)
    return Itemized((*items, begun) if begun else (), starts, tuple(missing))


def _scripts(pieces: Sequence[str]) -> list[str]:
    """The script of each cluster; common ones take that of the text before, else after."""
    found: list[str] = []
    current = ""
    for cluster in pieces:
        own = script(cluster)
        if own in _EAST_ASIAN:
            own = "Hani"
        if own != "Zyyy":
            if not current:
                found = [own] * len(found)
            current = own
        found.append(current or "Zyyy")
    return found


def _face_for(
    cluster: str, style: CharacterStyle, primary: Face, previous: Face | None, language: str,
    fonts: FontLibrary,
) -> Face | None:  # fmt: skip
    """The style's own face where it has the cluster; a space goes with the word before it."""
    if previous and _shapeless(cluster) and not previous.colored and previous.covers(cluster):
        return previous
    if not is_emoji(cluster) and primary.covers(cluster):
        return primary
    return fonts.fallback(cluster, style.weight, language, primary)


def _shapeless(cluster: str) -> bool:
    return cluster.isspace() or (len(cluster) == 1 and IGNORABLE.match(cluster) is not None)
