"""Files for other programs: `EXPORTERS` names every format; all of them appear, or none.

Everything is written into a hidden folder beside its destination and moved into place at the end,
so that an error, a full disk or Ctrl-C leaves nothing half-written.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from design_io.assets import sweep, write_atomically
from design_io.document import Design, to_json
from design_io.errors import DesignError
from design_io.layer_set import write_layer_set
from design_io.ora import write_ora
from design_io.pdf import write_pdf
from design_io.pdf_settings import PLAIN, PrintSettings
from design_io.png import write_jpeg, write_png, write_webp
from design_io.pptx import write_pptx
from design_io.psd import write_psd, write_psd_photoshop
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import write_svg, write_svg_outlined

Writer = Callable[..., None]  # (design, resources, path, rasters) and settings if it is for print

_STAGE = ".plakat-export-"


class Exporter(NamedTuple):
    """A format: what the file is called after the design's stem, and who writes it."""

    ending: str
    write: Writer
    about: str
    for_print: bool = False


def export(
    design: Design, resources: Resources, folder: Path, stem: str, formats: Iterable[str],
    rasters: Rasters | None = None, settings: PrintSettings = PLAIN,
) -> tuple[Path, ...]:  # fmt: skip
    """Write the design in each format into `folder`; return the paths.

    The watch of `rasters` is told of every step; when it stops the work, nothing stays.
    """
    chosen = formats_named(",".join(formats))
    rasters = rasters or Rasters(design, resources)
    with staging(folder) as stage:
        write_formats(design, resources, stage, stem, chosen, rasters, settings)
        return moved_into_place(stage, folder)


def write_formats(
    design: Design, resources: Resources, stage: Path, stem: str, formats: tuple[str, ...],
    rasters: Rasters, settings: PrintSettings = PLAIN,
) -> None:  # fmt: skip
    """Write each format into a folder that nobody else sees yet."""
    for name in formats:
        rasters.watch.begin(name)
        exporter = EXPORTERS[name]
        path = stage / _file_name(stem, exporter)
        wishes = (settings,) if exporter.for_print else ()
        exporter.write(design, resources, path, rasters, *wishes)


def formats_named(text: str) -> tuple[str, ...]:
    """ "png,svg" or "all" as format names, in the order of the table, each once."""
    wanted = [part.strip().lower().lstrip(".") for part in text.split(",") if part.strip()]
    wanted = ["jpg" if name == "jpeg" else name for name in wanted]
    if wanted == ["all"]:
        return tuple(EXPORTERS)
    unknown = [name for name in wanted if name not in EXPORTERS]
    if unknown or not wanted:
        raise DesignError(
            f"{unknown[0] if unknown else text!r} is not a format; choose from: "
            f"{', '.join(EXPORTERS)}, all"
        )
    return tuple(name for name in EXPORTERS if name in wanted)


def stem_of(title: str) -> str:
    """A file name made of the title's letters and digits, whatever its script."""
    text = unicodedata.normalize("NFKC", title).casefold()
    plain = text.replace("'", "").replace("’", "")
    text = ""
    for char in plain:
        inside = text[-1:] not in ("", "-")
        text += char if char.isalnum() or (inside and _is_mark(char)) else "-" * inside
    text = text.rstrip("-")
    while len(text.encode()) > 80:
        text = text[:-1].rstrip("-")
    return text or "poster"


def _is_mark(char: str) -> bool:
    """A vowel sign or accent, which belongs to the letter before it."""
    return unicodedata.category(char).startswith("M")


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """A hidden folder inside `folder`, gone afterwards; `folder` is made when it is missing.

    Those that killed exports left are removed when they are an hour old.
    """
    made = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder, f"{_STAGE}*")
        stage = Path(tempfile.mkdtemp(prefix=_STAGE, dir=folder))
    except OSError as error:
        raise DesignError(
            f"cannot write into {folder}: {error.strerror}; choose another -o"
        ) from error
    try:
        yield stage
    except BaseException:
        shutil.rmtree(stage, ignore_errors=True)
        for path in made:
            _remove_if_empty(path)
        raise
    shutil.rmtree(stage, ignore_errors=True)


def moved_into_place(stage: Path, folder: Path) -> tuple[Path, ...]:
    """Move every entry of `stage` into `folder`, replacing what bears the same name."""
    paths = []
    for entry in sorted(stage.iterdir()):
        target = folder / entry.name
        if target.is_dir():
            old = stage / f".old-{entry.name}"
            os.replace(target, old)
        os.replace(entry, target)
        paths.append(target)
    return tuple(paths)


def write_json(design: Design, resources: Resources, path: Path, rasters: Rasters) -> None:
    """The document itself, as plain JSON."""
    write_atomically(path, to_json(design).encode())


def _file_name(stem: str, exporter: Exporter) -> str:
    return exporter.ending if exporter.ending == "layers" else f"{stem}{exporter.ending}"


def _remove_if_empty(path: Path) -> None:
    if path.is_dir() and not any(path.iterdir()):
        path.rmdir()


EXPORTERS: dict[str, Exporter] = {
    "png": Exporter(".png", write_png, "flat picture"),
    "jpg": Exporter(".jpg", write_jpeg, "flat picture, over white"),
    "webp": Exporter(".webp", write_webp, "flat picture"),
    "svg": Exporter(
        ".svg", write_svg, "live text, Inkscape layers, embedded fonts; reopens exactly"
    ),
    "svg-outlined": Exporter("-outlined.svg", write_svg_outlined, "text as paths, no fonts needed"),
    "psd": Exporter(".psd", write_psd, "Photoshop, GIMP, Krita: layers and editable text"),
    "ora": Exporter(".ora", write_ora, "OpenRaster: Krita, GIMP, MyPaint"),
    "psd-photoshop": Exporter(
        "-photoshop.psd", write_psd_photoshop, "Photoshop alone: live shapes, gradients, effects"
    ),
    "pdf": Exporter(
        ".pdf", write_pdf, "print: vector text, layers, bleed and crop marks", for_print=True
    ),
    "pptx": Exporter(".pptx", write_pptx, "PowerPoint, Keynote, LibreOffice: live text and shapes"),
    "json": Exporter(".json", write_json, "the document"),
    "layers": Exporter("layers", write_layer_set, "one PNG per layer and a manifest"),
}
