"""HarfBuzz shaping of one stretch of text in one face, in font units, remembered."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from design_io.fonts import Face

_UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)


class Shaped(NamedTuple):
    """Glyphs from left to right; `clusters` are indices into the whole text."""

    glyphs: tuple[int, ...]
    clusters: tuple[int, ...]
    advances: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]  # dx right, dy up
    unsafe: frozenset[int]  # clusters before which a break changes the shapes or advances


@lru_cache(maxsize=8192)
def shape(
    face: Face, text: str, start: int, end: int, rtl: bool, script: str, language: str,
    features: tuple[str, ...], flagged: bool,
) -> Shaped:  # fmt: skip
    """Characters start..end of `text`; those around them decide how letters join.

    `unsafe` is left empty unless `flagged`: reading flags takes half the time.
    """
    buffer = hb.Buffer()
    buffer.add_str(text, start, end - start)
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.script = script
    if language:
        buffer.language = language
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(face.hb_font, buffer, _settings(features))
    infos, positions = buffer.glyph_infos, buffer.glyph_positions or ()
    unsafe: frozenset[int] = frozenset()
    if flagged:
        unsafe = frozenset([i.cluster for i in infos if int.__and__(i.flags, _UNSAFE)])
    return Shaped(
        tuple([info.codepoint for info in infos]),
        tuple([info.cluster for info in infos]),
        tuple([position.x_advance for position in positions]),
        tuple([(position.x_offset, position.y_offset) for position in positions]),
        unsafe,
    )


@lru_cache(maxsize=256)
def _settings(features: tuple[str, ...]) -> dict[str, int]:
    pairs = (feature.partition("=") for feature in features)
    return {tag: int(value) if value else 1 for tag, _, value in pairs}
