"""The faces of live text as `@font-face` rules: woff2 subsets that still shape, as data URIs.

A subset keeps the layout tables that its characters need, so kerning, ligatures, joining and
conjuncts work; the family keeps its real name, so programs with the font installed find it.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from design_io.fonts import Face

_ALWAYS = " \N{NO-BREAK SPACE}"


class FontUses:
    """The faces of a document's live text, with the characters and features set in each."""

    def __init__(self) -> None:
        self._characters: dict[Face, set[str]] = {}
        self._features: dict[Face, set[str]] = {}

    def add(self, face: Face, text: str, features: Iterable[str]) -> None:
        self._characters.setdefault(face, set()).update(characters_for(text))
        self._features.setdefault(face, set()).update(feature[:4] for feature in features)

    def css(self) -> str:
        """One rule for each face."""
        faces = sorted(self._characters, key=lambda face: (face.family, face.weight, face.italic))
        return "\n".join(self._rule(face) for face in faces)

    def _rule(self, face: Face) -> str:
        characters = "".join(sorted(self._characters[face]))
        data = woff2_subset(face, characters, tuple(sorted(self._features[face])))
        style = "italic" if face.italic else "normal"
        return (
            f"@font-face{{font-family:{font_family(face)};font-weight:{face.weight};"
            f"font-style:{style};src:url(data:font/woff2;base64,"
            f"{base64.b64encode(data).decode()}) format('woff2')}}"
        )


def characters_for(text: str) -> set[str]:
    """What a shaper may look for in a font: letters with their marks apart and as one."""
    return set(text).union(*(normalize(form, text) for form in ("NFC", "NFD", "NFKD")))


def font_family(face: Face) -> str:
    """The CSS family name, quoted."""
    escaped = re.sub(r"[^\w -]", lambda found: f"\\{ord(found[0]):x} ", face.family)
    return f"'{escaped}'"


@lru_cache(maxsize=256)
def woff2_subset(face: Face, characters: str, features: tuple[str, ...]) -> bytes:
    """The face cut down to `characters`, compressed."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(ord(char) for char in characters + _ALWAYS)
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).update(
        int.from_bytes(tag.encode()) for tag in features
    )
    wanted.flags = hb.SubsetFlags.NO_HINTING
    cut = hb.subset(face.hb_font.face, wanted)
    font = TTFont(io.BytesIO(cut.blob.data))
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()
