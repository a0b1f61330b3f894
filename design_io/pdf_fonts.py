"""The faces of a PDF's text: subsets by glyph, with a table from codes to the words they show.

A code is the glyph's number in the font. A glyph that stands for other words elsewhere has another
code there, beyond all glyphs; only fonts of PostScript outlines cannot have that.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name, Object

from design_io.fonts import Face
from design_io.pdf_drawing import array, stream

_UNUSED = (
    "GSUB", "GPOS", "GDEF", "BASE", "JSTF", "DSIG", "cmap", "name", "post", "kern", "gasp", "hdmx",
    "VDMX", "LTSH", "STAT", "MATH", "meta", "vhea", "vmtx", "VORG", "OS/2",
)  # fmt: skip
_SYMBOLIC = 4
_CODES = 0xFFFF
_BLOCK = 100  # entries of one list of characters


class FontUse:
    """One face in a document: the codes that are set in it and the text each shows."""

    def __init__(self, pdf: pikepdf.Pdf, face: Face) -> None:
        self.face = face
        self.object: Object = pdf.make_indirect(Dictionary())
        self._texts: dict[int, str] = {}
        self._glyphs: dict[int, int] = {}
        self._codes: dict[tuple[int, str], int] = {}
        self._next = 0 if "CFF " in face.hb_font.face.table_tags else face.hb_font.face.glyph_count

    def code(self, glyph: int, text: str) -> int:
        """The code of a glyph that shows a text; another's where no code is left."""
        found = self._codes.get((glyph, text))
        if found is not None:
            return found
        code = glyph
        if glyph in self._texts:
            if not 0 < self._next < _CODES:
                return glyph
            code, self._next = self._next, self._next + 1
        self._codes[glyph, text] = code
        self._texts[code], self._glyphs[code] = text, glyph
        return code

    def text(self, code: int) -> str:
        """What a code is said to show."""
        return self._texts[code]

    def finish(self, pdf: pikepdf.Pdf) -> None:
        """Fill in the font, now that all its glyphs are known."""
        glyphs = tuple(sorted(set(self._glyphs.values())))
        name = f"/{_tag(glyphs)}+{_plain(self.face.postscript_name)}"
        self.object.Type, self.object.Subtype = Name.Font, Name.Type0
        self.object.BaseFont, self.object.Encoding = Name(name), Name("/Identity-H")
        descendant = _descendant(pdf, self.face, glyphs, name)
        descendant.W = Array(list(_widths(self.face, self._glyphs)))
        if any(code != glyph for code, glyph in self._glyphs.items()):
            descendant.CIDToGIDMap = stream(pdf, _glyph_map(self._glyphs))
        self.object.DescendantFonts = Array([pdf.make_indirect(descendant)])
        self.object.ToUnicode = stream(pdf, _to_unicode(self._texts).encode("ascii"))


class FontUses:
    """The faces of one document."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._uses: dict[Face, FontUse] = {}

    def use(self, face: Face) -> FontUse:
        if face not in self._uses:
            self._uses[face] = FontUse(self._pdf, face)
        return self._uses[face]

    def finish(self) -> None:
        for use in self._uses.values():
            use.finish(self._pdf)


def thousandths(face: Face, glyph: int) -> float:
    """The glyph's advance as a PDF counts it."""
    return round(face.hb_font.get_glyph_h_advance(glyph) * 1000 / face.units_per_em, 3)


def _descendant(
    pdf: pikepdf.Pdf, face: Face, glyphs: tuple[int, ...], name: str
) -> Dictionary:  # fmt: skip
    kind, entry, program = _program(face, glyphs)
    file = stream(pdf, program, Length1=len(program))
    if kind == "cff":
        file.Subtype = Name.CIDFontType0C
    unit = 1000 / face.units_per_em
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name(name), Flags=_SYMBOLIC,
        FontBBox=array(-1000, face.descent * unit, 2000, face.ascent * unit),
        ItalicAngle=-12 if face.italic else 0, Ascent=round(face.ascent * unit),
        Descent=round(face.descent * unit), CapHeight=round(face.cap_height * unit),
        StemV=round(40 + face.weight / 8),
    )  # fmt: skip
    descriptor[entry] = file
    font = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType0 if kind == "cff" else Name.CIDFontType2,
        BaseFont=Name(name), DW=0, FontDescriptor=pdf.make_indirect(descriptor),
        CIDSystemInfo=Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        ),
    )  # fmt: skip
    if kind != "cff":
        font.CIDToGIDMap = Name.Identity
    return font


@lru_cache(maxsize=64)
def _program(face: Face, glyphs: tuple[int, ...]) -> tuple[str, str, bytes]:
    """The kind of outlines, the entry they belong in, and the cut-down font."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode()) for tag in _UNUSED
    )
    wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING
    cut = hb.subset(face.hb_font.face, wanted)
    if "CFF " in cut.table_tags:
        return "cff", "/FontFile3", bytes(cut.reference_table("CFF ").data)
    return "glyf", "/FontFile2", bytes(cut.blob.data)


def _widths(face: Face, glyphs: dict[int, int]) -> Iterator[int | Array]:
    """Each stretch of neighbouring codes as its first and the list of its widths."""
    codes = sorted(glyphs)
    start = 0
    for index in range(1, len(codes) + 1):
        if index == len(codes) or codes[index] != codes[index - 1] + 1:
            stretch = codes[start:index]
            yield stretch[0]
            yield array(*(thousandths(face, glyphs[code]) for code in stretch))
            start = index


def _glyph_map(glyphs: dict[int, int]) -> bytes:
    """The glyph of every code, two bytes each."""
    table = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        table[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
    return bytes(table)


def _to_unicode(texts: dict[int, str]) -> str:
    lines = [f"<{glyph:04X}> <{_hex(text)}>" for glyph, text in sorted(texts.items()) if text]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    body = "".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks
    )
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo "
        "<</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS "
        "def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _hex(text: str) -> str:
    return text.encode("utf-16-be", "ignore").hex().upper()


def _tag(glyphs: tuple[int, ...]) -> str:
    """Six capitals that name the subset."""
    digest = hashlib.sha256(repr(glyphs).encode()).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _plain(name: str) -> str:
    return "".join(char for char in name if char.isascii() and (char.isalnum() or char in "-_."))
