"""Exports with options: formats, sizes of the set, scale, no ground, bleed; files are told as they
are made."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple

from PIL import Image
from pydantic import Field

from agents.exporting import books, places, write_book
from agents.home import Home
from agents.linked import META, Member
from design_io.document import MAX_PIXELS, Design, Layer, walk
from design_io.errors import DesignError
from design_io.export import EXPORTERS, formats_named, stem_of, write_formats
from design_io.native import write_native
from design_io.package import LIVE, README, add_fonts, read_me, zip_folder
from design_io.paint import Value
from design_io.pdf import Page
from design_io.pdf_settings import PrintSettings
from design_io.png import over_white
from design_io.png_encoding import png_bytes
from design_io.progress import Step, Watch
from design_io.rasters import Rasters
from design_io.render import render
from design_io.resources import Resources
from editor.losses import losses
from generators.licences import concerns

NATIVE = "plakat"
FLAT = ("png", "jpg", "webp")


class Wish(Value):
    """What to export; options that a format does not know are told in the report."""

    formats: tuple[str, ...] = ("png",)
    whole_set: bool = False
    scale: float = 1.0  # of flat pictures
    transparent: bool = False  # without the ground
    bleed: bool = False  # flat pictures with it, where the canvas has one
    bleed_mm: Annotated[float, Field(ge=0, le=30)] | None = None  # of PDF; None: the size's own
    marks: bool = False  # crop marks in PDF
    outlined: bool = False  # text of PDF as paths

    @property
    def print_settings(self) -> PrintSettings:
        return PrintSettings(bleed_mm=self.bleed_mm, marks=self.marks, outlined=self.outlined)


class Packed(NamedTuple):
    path: Path  # the file, or a zip of several
    lines: tuple[str, ...]  # what was made, and how large
    losses: tuple[str, ...]  # what a format does not hold, and licences to read


class Listener(NamedTuple):
    """Who is told of an export, in its thread, and may stop it."""

    made: Callable[[str], None] = lambda _: None  # a line on each file that is done
    step: Callable[[Step], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


NOBODY = Listener()


def packed(
    home: Home, design_id: str, wish: Wish, folder: Path, listener: Listener = NOBODY
) -> Packed:
    """The files in `folder`, one alone or all in a zip; DesignError where nothing was chosen.

    Raises ExportCancelled, and leaves `folder` empty, when the listener stops it.
    """
    own = [name for name in wish.formats if name != NATIVE]
    formats = formats_named(",".join(own)) if own else ()
    if not wish.formats:
        raise DesignError("no format is chosen; tick at least one, such as PNG")
    member = home.member(design_id)
    members = _in_order(member, home.rest(member)) if wish.whole_set else (member,)
    pages = tuple(Page(_shown(each, wish), each.resources) for each in members)
    stem = stem_of(member.history.present.title)
    with tempfile.TemporaryDirectory(dir=folder) as stage:
        lines = list[str]()
        whole = books(formats, pages)
        apart = tuple(name for name in formats if name not in whole)
        each_place = places([page.design for page in pages])

        def said(line: str) -> None:
            lines.append(line)
            listener.made(line)

        heard = listener._replace(made=said)
        for each, page, place in zip(members, pages, each_place, strict=True):
            at = Path(stage) / place
            at.mkdir(exist_ok=True)
            _write(each, page, stem, apart, wish, at, heard)
        for name in whole:
            said(_book(name, pages, Path(stage), stem, wish))
        if len(formats) * len(members) > 1 and set(LIVE) & set(formats):
            lines.append(_fonts_beside(pages, formats, Path(stage)))
        path = _gathered(Path(stage), folder, stem)
    told = dict.fromkeys(
        line
        for page in pages
        for line in (*losses(page.design, wish, formats), *concerns(page.design))
    )
    return Packed(path, tuple(lines), tuple(told))


def _write(
    member: Member, page: Page, stem: str, formats: tuple[str, ...], wish: Wish, place: Path,
    listener: Listener,
) -> None:  # fmt: skip
    """Every format of one design, told one by one."""
    design, resources = page.design, page.resources
    own = (NATIVE,) if NATIVE in wish.formats else ()
    count = sum(1 for _ in walk(design))
    watch = Watch((*formats, *own), count, listener.step, listener.cancelled)
    rasters = Rasters(design, resources, watch=watch)
    for name in formats:
        started = time.perf_counter()
        if name in FLAT and (wish.scale != 1 or wish.bleed):
            watch.begin(name)
            _write_flat(design, resources, place / f"{stem}{EXPORTERS[name].ending}", name, wish)
        else:
            write_formats(design, resources, place, stem, (name,), rasters, wish.print_settings)
        listener.made(_line(place, stem, name, started))
    for name in own:
        started = time.perf_counter()
        watch.begin(name)
        file = member.file
        if len(member.links.members) > 1:
            file = file._replace(meta={**file.meta, META: member.links.model_dump_json()})
        write_native(
            place / f"{stem}.{NATIVE}", file, resources, None if wish.transparent else rasters
        )
        listener.made(_line(place, stem, NATIVE, started))


def _in_order(member: Member, rest: tuple[Member, ...]) -> tuple[Member, ...]:
    """As the set names them, so that pages are pages."""
    order = [*member.links.members.values(), member.file.design_id]
    return tuple(sorted((member, *rest), key=lambda each: order.index(each.file.design_id)))


def _shown(member: Member, wish: Wish) -> Design:
    design = member.history.present
    return _without_ground(design) if wish.transparent else design


def _book(name: str, pages: tuple[Page, ...], stage: Path, stem: str, wish: Wish) -> str:
    """One file with a page or a slide for each design of the set."""
    started = time.perf_counter()
    path = stage / f"{stem}{EXPORTERS[name].ending}"
    write_book(name, pages, path, wish.print_settings)
    many = "slides" if name == "pptx" else "pages"
    return f"{_line(stage, stem, name, started)} · {len(pages)} {many}"


def _fonts_beside(pages: tuple[Page, ...], formats: tuple[str, ...], stage: Path) -> str:
    """The fonts that other programs need for live text, with their licences, and a READ ME."""
    count = add_fonts(stage, pages)
    (stage / README).write_text(read_me(pages, formats), encoding="utf-8")
    return f"fonts · {count} files, with their licences and a READ ME"


def _write_flat(design: Design, resources: Resources, path: Path, name: str, wish: Wish) -> None:
    canvas = design.canvas
    box = canvas.box.pad(canvas.bleed) if wish.bleed else canvas.box
    if box.width * box.height * wish.scale**2 > MAX_PIXELS:
        raise DesignError(
            f"{canvas.width}x{canvas.height} at {wish.scale:g}x is over "
            f"{MAX_PIXELS // 10**6} megapixels; choose a smaller scale"
        )
    pixels, dpi = render(design, resources, scale=wish.scale, crop=box), canvas.dpi * wish.scale
    if name == "png":
        path.write_bytes(png_bytes(pixels, dpi))
    elif name == "jpg":
        picture = Image.fromarray(over_white(pixels))
        picture.save(path, "JPEG", quality=92, subsampling="4:4:4", dpi=(round(dpi), round(dpi)))
    else:
        Image.fromarray(pixels).save(path, "WEBP", quality=90)


def _without_ground(design: Design) -> Design:
    def shown(layer: Layer) -> Layer:
        return layer.evolve(visible=False) if layer.role == "background" else layer

    return design.evolve(layers=tuple(shown(layer) for layer in design.layers))


def _line(place: Path, stem: str, name: str, started: float) -> str:
    ending = f".{NATIVE}" if name == NATIVE else EXPORTERS[name].ending
    path = place / ("layers" if ending == "layers" else f"{stem}{ending}")
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    size = sum(each.stat().st_size for each in files)
    many = f" · {len(files)} files" if len(files) > 1 else ""
    return f"{path.name} · {_bytes(size)}{many} · {time.perf_counter() - started:.1f} s"


def _bytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def _gathered(stage: Path, folder: Path, stem: str) -> Path:
    """The one file, or all of them in a zip that keeps their folders."""
    files = sorted(path for path in stage.rglob("*") if path.is_file())
    if len(files) == 1:
        target = folder / files[0].name
        shutil.move(files[0], target)
        return target
    target = folder / f"{stem}.zip"
    zip_folder(stage, target)
    return target
