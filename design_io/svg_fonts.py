"""The faces of live text as `@font-face` rules: woff2 subsets that still shape, as data URIs.

A subset keeps the layout tables that its characters need, so kerning, ligatures, joining and
conjuncts work; the family keeps its real name, so programs with the font installed find it.
"""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

from design_io.fonts import Face

_ALWAYS = " \N{NO-BREAK SPACE}"


def font_faces(uses: Mapping[Face, set[str]], features: Iterable[str]) -> str:
    """CSS that gives every face its subset; `features` are OpenType tags asked for by name."""
    tags = tuple(sorted(set(features)))
    ordered = sorted(uses, key=lambda face: (face.family, face.weight, face.italic))
    return "\n".join(_rule(face, "".join(sorted(uses[face])), tags) for face in ordered)


def font_family(face: Face) -> str:
    """The CSS family name, quoted."""
    escaped = re.sub(r"[^\w -]", lambda found: f"\\{ord(found[0]):x} ", face.family)
    return f"'{escaped}'"


@lru_cache(maxsize=256)
def woff2_subset(path: Path, characters: str, features: tuple[str, ...]) -> bytes:
    """The font at `path` cut down to `characters`, compressed."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(ord(char) for char in characters + _ALWAYS)
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).update(
        int.from_bytes(tag.encode()) for tag in features
    )
    wanted.flags = hb.SubsetFlags.NO_HINTING
    cut = hb.subset(hb.Face(hb.Blob.from_file_path(str(path))), wanted)
    font = TTFont(io.BytesIO(cut.blob.data))
    font.flavor = "woff2"
    packed = io.BytesIO()
    font.save(packed)
    return packed.getvalue()


def _rule(face: Face, characters: str, features: tuple[str, ...]) -> str:
    data = base64.b64encode(woff2_subset(face.path, characters, features)).decode()
    style = "italic" if face.italic else "normal"
    return (
        f"@font-face{{font-family:{font_family(face)};font-weight:{face.weight};"
        f"font-style:{style};src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )
