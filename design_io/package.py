"""A zip to hand on: the files, the fonts of their live text with licences, and a READ ME.

Nothing in it depends on the clock, so that the same files give the same zip.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from design_io.document import Design
from design_io.font_files import font_files
from design_io.native_fonts import faces_set, is_own
from design_io.resources import Resources

README = "READ ME.txt"
LIVE = (
    "psd",
    "psd-photoshop",
    "svg",
    "pptx",
)  # other programs set the words of these with the fonts they find
_DATE = (2000, 1, 1, 0, 0, 0)
_OPENING = {
    "psd": "PSD: open it with the fonts installed. Photoshop may ask whether to update text: "
    '"No" keeps every pixel as designed, "Update" sets the words anew.',
    "psd-photoshop": "PSD for Photoshop alone: live shapes and effects; not for Krita.",
    "svg": "SVG: live text. Browsers use the fonts inside the file; Inkscape and Illustrator use "
    "the installed ones. The outlined SVG needs none.",
    "pptx": "PPTX: PowerPoint, Keynote and LibreOffice use the installed fonts.",
    "pdf": "PDF: for print, nothing to install. TrimBox and BleedBox say where to cut; each layer "
    "can be switched on and off.",
    "png": "PNG: the flat picture, for screens and for comparing.",
    "ora": "ORA: layers as pixels, for Krita and MyPaint.",
}  # fmt: skip


def packed(
    inner: Path, pages: Sequence[tuple[Design, Resources]], formats: Iterable[str], target: Path
) -> None:
    """What lies in `inner`, with its fonts and READ ME, as the zip `target`; `inner` is gone."""
    add_fonts(inner, pages)
    (inner / README).write_text(read_me(pages, formats), encoding="utf-8")
    zip_folder(inner, target)
    shutil.rmtree(inner)


def add_fonts(stage: Path, pages: Sequence[tuple[Design, Resources]]) -> int:
    """The fonts of the designs and their licences in `stage`/fonts; how many files."""
    files: dict[str, Path] = {}
    for design, resources in pages:
        files |= dict(font_files(design, resources.fonts))
    if files:
        (stage / "fonts").mkdir(exist_ok=True)
    for name, path in files.items():
        shutil.copyfile(path, stage / name)
    return len(files)


def read_me(pages: Sequence[tuple[Design, Resources]], formats: Iterable[str]) -> str:
    """One page: what is in here, how it opens, and which fonts it needs."""
    design = pages[0][0]
    sizes = "; ".join(_size(each) for each, _ in pages)
    lines = [design.title or "A design", "=" * len(design.title or "A design"), "", sizes, ""]
    lines += ["HOW TO OPEN", *(f"- {_OPENING[n]}" for n in formats if n in _OPENING), ""]
    lines += ["FONTS", "Install those in fonts/ before opening files with live text:"]
    lines += list(_font_lines(pages))
    lines += [
        "",
        "Their licences lie beside them. A font without one is your own or of this computer;",
        "ask whoever sold it before you pass it on.",
        "",
    ]
    return "\n".join(lines)


def zip_folder(stage: Path, target: Path) -> None:
    """Everything below `stage` as one zip that keeps the folders."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(path for path in stage.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(stage).as_posix(), _DATE)
            packed = path.suffix.lower() in (".png", ".jpg", ".webp", ".pdf", ".ora", ".plakat")
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w") as member, path.open("rb") as file:
                shutil.copyfileobj(file, member, 1 << 20)


def _size(design: Design) -> str:
    canvas = design.canvas
    if canvas.dpi == 96:
        return f"{canvas.width} x {canvas.height} px"
    width, height = (round(v / canvas.dpi * 25.4) for v in (canvas.width, canvas.height))
    return f"{width} x {height} mm at {canvas.dpi:g} dpi"


def _font_lines(pages: Sequence[tuple[Design, Resources]]) -> Iterable[str]:
    faces = {face for design, resources in pages for face in faces_set(design, resources.fonts)}
    for face in sorted(faces, key=lambda face: face.postscript_name):
        owner = " (your own: its licence is not in here)" if is_own(face) else ""
        yield f"- {face.family}, {face.postscript_name} ({face.path.name}){owner}"
