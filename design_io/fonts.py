"""The font library: static faces chosen by CSS Fonts 4 rules, and fallback by script.

Reading the index opens no font file; a face opens its file when it is first asked for metrics.
Faces and libraries are compared by identity and safe to use as cache keys.
"""

from __future__ import annotations

import struct
import tomllib
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from unicodedata import normalize

import uharfbuzz as hb

from design_io.clusters import IGNORABLE, is_emoji, script
from design_io.errors import DesignError

if TYPE_CHECKING:
    import skia

FONTS = Path(__file__).resolve().parent.parent / "assets" / "fonts"
DEFAULT_FAMILY = "Inter"

# The script whose fonts a common character (digit, punctuation) prefers in a language's text.
_SCRIPT_OF_LANGUAGE = {
    "ja": "Hani", "zh": "Hani", "ko": "Hang", "ar": "Arab", "fa": "Arab", "ur": "Arab",
    "he": "Hebr", "yi": "Hebr", "hi": "Deva", "mr": "Deva", "ne": "Deva", "th": "Thai",
    "ru": "Cyrl", "uk": "Cyrl", "bg": "Cyrl", "sr": "Cyrl", "el": "Grek",
}  # fmt: skip
_SERIF_FALLBACKS = ("EB Garamond", "Noto Naskh Arabic")
# HarfBuzz makes these from the space, and U+2011 from U+2010, when a font lacks them.
_MADE_FROM_SPACE = frozenset("\t\u00a0\u202f\u205f\u3000") | frozenset(
    map(chr, range(0x2000, 0x200B))
)
_RESTRICTED, _BITMAP_ONLY = 0x0002, 0x0200  # OS/2 fsType


class Face:
    """One static font file. Metrics are in font units, y up, so `descent` is negative."""

    def __init__(
        self, family: str, weight: int, italic: bool, path: Path, postscript_name: str,
        *, category: str = "", index: int = 0,
    ) -> None:  # fmt: skip
        self.family = family
        self.weight = weight
        self.italic = italic
        self.path = path
        self.postscript_name = postscript_name
        self.category = category
        self.index = index  # of the face in a collection (.ttc)

    def __repr__(self) -> str:
        return f"<Face {self.postscript_name}>"

    @cached_property
    def hb_font(self) -> hb.Font:
        """Its scale is the units per em."""
        try:
            return hb.Font(hb.Face(hb.Blob.from_file_path(str(self.path)), self.index))
        except hb.HarfBuzzError as error:
            raise DesignError(f"font file {self.path} cannot be opened: {error}") from error

    @cached_property
    def typeface(self) -> skia.Typeface:
        from design_io.skia_library import skia

        typeface = skia.FontMgr.New_Custom_Empty().makeFromFile(str(self.path), self.index)
        if typeface is None:
            raise DesignError(f"font file {self.path} cannot be drawn; use another font")
        return typeface

    @cached_property
    def coverage(self) -> frozenset[int]:
        """The code points its cmap names."""
        return frozenset(self.hb_font.face.unicodes)

    def covers(self, cluster: str) -> bool:
        """Whether every character of the cluster, in some normal form, can be drawn."""
        if (len(cluster) == 1 and ord(cluster) in self.coverage) or self._has(cluster):
            return True
        if cluster.isascii():
            return False
        return self._has(normalize("NFC", cluster)) or self._has(normalize("NFD", cluster))

    def _has(self, cluster: str) -> bool:
        return all(
            ord(char) in self.coverage
            or (char in _MADE_FROM_SPACE and 32 in self.coverage)
            or (char == "\u2011" and 0x2010 in self.coverage)
            or IGNORABLE.match(char)
            for char in cluster
        )

    @cached_property
    def colored(self) -> bool:
        """Whether its glyphs are pictures or colour layers rather than one outline."""
        face = self.hb_font.face
        return (
            face.has_color_png
            or face.has_color_svg
            or face.has_color_paint
            or (face.has_color_layers)
        )

    @cached_property
    def units_per_em(self) -> int:
        return self.hb_font.face.upem

    @cached_property
    def ascent(self) -> int:
        return self.hb_font.get_font_extents("ltr").ascender

    @cached_property
    def descent(self) -> int:
        return self.hb_font.get_font_extents("ltr").descender

    @cached_property
    def cap_height(self) -> int:
        return self._height(hb.OTMetricsTag.CAP_HEIGHT, "H", 0.7)

    @cached_property
    def x_height(self) -> int:
        return self._height(hb.OTMetricsTag.X_HEIGHT, "x", 0.5)

    def _height(self, tag: hb.OTMetricsTag, letter: str, share: float) -> int:
        """From OS/2, else of the letter itself, else a usual share of the em."""
        stated = self.hb_font.get_metric_position(tag)
        if stated:
            return stated
        glyph = self.hb_font.get_nominal_glyph(ord(letter))
        extents = self.hb_font.get_glyph_extents(glyph) if glyph else None
        return extents.y_bearing if extents else round(share * self.units_per_em)


class FontLibrary:
    """Families of faces and the order in which they stand in for each other. Never changes."""

    def __init__(self, faces: Iterable[Face], fallbacks: dict[str, tuple[str, ...]]) -> None:
        self._faces = tuple(faces)
        self._fallbacks = fallbacks
        self._families: dict[str, list[Face]] = {}
        for face in self._faces:
            self._families.setdefault(face.family.casefold(), []).append(face)

    @staticmethod
    @lru_cache(maxsize=1)
    def bundled() -> FontLibrary:
        """The fonts that ship with Plakat."""
        index = tomllib.loads((FONTS / "fonts.toml").read_text("utf-8"))
        faces = (
            Face(
                entry["family"], entry["weight"], entry["italic"], FONTS / entry["file"],
                entry["postscript_name"], category=entry["category"],
            )
            for entry in index["face"]
        )  # fmt: skip
        return FontLibrary(faces, {code: tuple(names) for code, names in index["fallback"].items()})

    def with_files(self, paths: Iterable[Path | str]) -> FontLibrary:
        """This library and the fonts in `paths`, which win over bundled fonts of the same name.

        Raises DesignError for a file that is no font, varies along axes or may not be embedded.
        """
        files = tuple(dict.fromkeys(_stamped(Path(path)) for path in paths))
        return _extended(self, files) if files else self

    def families(self) -> tuple[str, ...]:
        return tuple(faces[0].family for faces in self._families.values())

    def faces(self) -> tuple[Face, ...]:
        return self._faces

    def has(self, family: str) -> bool:
        return family.casefold() in self._families

    @lru_cache(maxsize=4096)  # noqa: B019 - libraries are few and live as long as the process
    def face(self, family: str, weight: int, italic: bool = False) -> Face:
        """The family's face nearest in style, then weight (CSS Fonts 4, 5.2).

        An unknown family gives the default family.
        """
        faces = self._families.get(family.casefold())
        if faces is None:
            faces = self._families.get(DEFAULT_FAMILY.casefold()) or list(self._faces)
        in_style = [face for face in faces if face.italic == italic] or faces
        return min(in_style, key=lambda face: _weight_distance(weight, face.weight))

    @lru_cache(maxsize=16384)  # noqa: B019
    def fallback(
        self, cluster: str, weight: int, language: str = "", like: Face | None = None
    ) -> Face | None:
        """A face for a cluster that the chosen font lacks, in its style where there is a choice.

        Families of the cluster's script come first, then symbols, then any. None: no font has it.
        """
        for family in self._stand_ins(cluster, language, like):
            face = self.face(family, weight)
            if face.covers(cluster):
                return face
        return None

    def _stand_ins(self, cluster: str, language: str, like: Face | None) -> Iterable[str]:
        if is_emoji(cluster):
            yield from self._fallbacks.get("Zsye", ())
        code = script(cluster)
        if code == "Zyyy":
            code = _SCRIPT_OF_LANGUAGE.get(language.partition("-")[0].lower(), code)
        names = self._fallbacks.get(code, ())
        if like and (like.category == "serif-display" or like.family in _SERIF_FALLBACKS):
            names = tuple(sorted(names, key=lambda name: name not in _SERIF_FALLBACKS))
        yield from names
        yield from self._fallbacks.get("Zyyy", ())
        emoji = self._fallbacks.get("Zsye", ())
        yield from (family for family in self.families() if family not in emoji)
        yield from emoji


def _weight_distance(wanted: int, weight: int) -> tuple[int, int]:
    """Sorts weights as CSS does: 400-500 look up to 500, then down, then up; the light look down,
    the bold look up."""
    if 400 <= wanted <= 500:
        rank = 0 if wanted <= weight <= 500 else 1 if weight < wanted else 2
    elif wanted < 400:
        rank = 0 if weight <= wanted else 1
    else:
        rank = 0 if weight >= wanted else 1
    return rank, abs(weight - wanted)


class _File(NamedTuple):
    path: Path
    size: int
    modified: int  # ns; a changed file is read again


def _stamped(path: Path) -> _File:
    try:
        stat = path.stat()
    except OSError as error:
        raise DesignError(f"font file {path} cannot be read: {error.strerror}") from error
    return _File(path.resolve(), stat.st_size, stat.st_mtime_ns)


@lru_cache(maxsize=64)
def _extended(library: FontLibrary, files: tuple[_File, ...]) -> FontLibrary:
    added = tuple(face for file in files for face in _faces_in(file))
    return FontLibrary(added + library.faces(), library._fallbacks)


@lru_cache(maxsize=256)
def _faces_in(file: _File) -> tuple[Face, ...]:
    try:
        blob = hb.Blob.from_file_path(str(file.path))
    except hb.HarfBuzzError as error:
        raise DesignError(f"{file.path.name} cannot be read as a font: {error}") from error
    count = hb.Face(blob).count
    if not count:
        raise DesignError(f"{file.path.name} is no TrueType or OpenType font; give a .ttf or .otf")
    return tuple(_user_face(hb.Face(blob, index), file.path, index) for index in range(count))


def _user_face(face: hb.Face, path: Path, index: int) -> Face:
    if face.has_var_data:
        raise DesignError(
            f"{path.name} is a variable font; give its static files (one per weight) instead"
        )
    os2 = bytes(face.reference_table("OS/2").data)
    if len(os2) < 64 or not face.glyph_count or not len(face.unicodes):
        raise DesignError(f"{path.name} is damaged: no glyphs, characters or OS/2 table")
    weight, embedding, selection = _os2(os2)
    if embedding & 0xF == _RESTRICTED or embedding & _BITMAP_ONLY:
        raise DesignError(f"{path.name} forbids embedding (fsType {embedding}); use another font")
    names = hb.OTNameIdPredefined
    family = _name(face, names.TYPOGRAPHIC_FAMILY) or _name(face, names.FONT_FAMILY)
    postscript_name = _name(face, names.POSTSCRIPT_NAME)
    if not family or not postscript_name:
        raise DesignError(f"{path.name} has no family or PostScript name; use another font")
    italic = bool(selection & 0b1 or selection & 0x200)  # ITALIC or OBLIQUE
    return Face(family, weight, italic, path, postscript_name, category="user", index=index)


def _os2(table: bytes) -> tuple[int, int, int]:
    """usWeightClass, fsType and fsSelection."""
    weight, _, embedding = struct.unpack_from(">HHH", table, 4)
    return max(1, min(weight, 1000)), embedding, struct.unpack_from(">H", table, 62)[0]


def _name(face: hb.Face, name_id: Any) -> str:
    return (face.get_name(name_id) or "").strip()
