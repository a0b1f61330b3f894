"""Small sound files of every kind that is read, name → bytes, for tests that break them."""

import base64
import io
import tempfile
import warnings
from functools import lru_cache
from pathlib import Path

import numpy as np
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont
from PIL import Image
from psd_tools import PSDImage
from psd_tools.constants import Compression

from design_io.document import Mask, ShapeLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.history import History
from design_io.native import NativeFile, write_native
from design_io.ora import write_ora
from design_io.paint import (
    Blur,
    Grain,
    LinearFill,
    PictureFill,
    RadialFill,
    Shadow,
    Stop,
    Stroke,
)
from design_io.psd import write_psd, write_psd_photoshop
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import write_svg
from tests.design_io.hostile_files import psd
from tests.design_io.layered_poster import PHOTO, poster, shape, title
from tests.design_io.letters import RESOURCES

_SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 300 200" width="300" height="200"><style>.a{fill:#246} #b{stroke:red}</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1"/>
</linearGradient><radialGradient id="r" cx=".5" cy=".5" r=".6" href="#g"/>
<clipPath id="c"><circle r="30"/></clipPath>
<filter id="f"><feGaussianBlur stdDeviation="3"/></filter><mask id="m"><rect width="9" height="9"
 fill="#fff"/></mask><pattern id="p" width="8" height="8"><path d="M0 0h4v4z"/></pattern></defs>
<g id="b" transform="translate(20 10) rotate(12)" opacity=".8"><rect class="a" x="10" y="5"
 width="80" height="40" rx="6"/><path d="M10 80C40 10 65 10 95 80S150 150 180 80A9 7 30 0 1 9 9z"
 fill="url(#g)" stroke-dasharray="4 2"/><ellipse cx="90" cy="60" rx="30" ry="12" fill="url(#r)"/>
</g><use href="#b" x="30" y="40"/><polygon points="1,2 3,40 50,6" style="mix-blend-mode:multiply"/>
<text x="20" y="150" font-family="Inter" font-size="24" text-anchor="middle"
 letter-spacing="1">Jazz
<tspan x="20" dy="1.2em" font-weight="700">tonight</tspan></text>
<image width="8" height="8" href="data:image/png;base64,PICTURE"/></svg>"""
_PIXELS = b"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40">
<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"><rect width="20"
 height="9" fill="#c33"/></g><path d="M5 30H50" stroke="#03c" stroke-width="4"/></svg>"""
_TOML = b"""name = "Acme Coffee"
url = "acme.example"
tone = ["warm", "plain"]
[colors]
primary = "#2f5d50"
accent = "tomato"
[fonts]
title = "Outfit"
text = "Inter"
[forbidden]
words = ["cheap"]
colors = ["#ff00ff"]
"""
_MARKDOWN = b"""---
name: Acme
colors:
  primary: "#2f5d50"
  - "#f4e9d8"
typography:
  headline:
    fontFamily: Outfit
---
# Acme brand guide
## Colors
- accent: #e4572e
## Fonts
- title: Outfit
## Never
- words: cheap, free
"""


@lru_cache(maxsize=1)
def sound_files() -> dict[str, bytes]:
    """By file name, whose ending says the kind."""
    with tempfile.TemporaryDirectory() as folder:
        return {
            **_pictures(), **_photoshop(), **_designs(Path(folder)), **_fonts(),
            "drawing.svg": _SVG.replace(b"PICTURE", _base64(_picture("PNG", "RGBA", 8))),
            "blurred.svg": _PIXELS, "kit.toml": _TOML, "kit.md": _MARKDOWN,
        }  # fmt: skip


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data)


def _picture(kind: str, mode: str, side: int = 24, **options) -> bytes:
    shades = np.random.default_rng(7).integers(0, 256, (side, side + 5, 4), dtype=np.uint8)
    picture = Image.fromarray(shades)
    if mode == "I;16":
        picture = Image.fromarray(shades[..., 0].astype(np.uint16) * 250)
    buffer = io.BytesIO()
    (picture if mode == "I;16" else picture.convert(mode)).save(buffer, kind, **options)
    return buffer.getvalue()


def _pictures() -> dict[str, bytes]:
    exif = Image.Exif()
    exif[0x0112] = 6
    return {
        "rgba.png": _picture("PNG", "RGBA"), "palette.png": _picture("PNG", "P", transparency=3),
        "grey.png": _picture("PNG", "L"), "deep.png": _picture("PNG", "I;16"),
        "plain.jpg": _picture("JPEG", "RGB"), "turned.jpg": _picture("JPEG", "RGB", exif=exif),
        "fine.jpg": _picture("JPEG", "L", progressive=True), "ink.jpg": _picture("JPEG", "CMYK"),
        "plain.webp": _picture("WEBP", "RGB"),
        "lossless.webp": _picture("WEBP", "RGBA", lossless=True, exif=exif),
    }  # fmt: skip


def _photoshop() -> dict[str, bytes]:
    """Made by psd-tools: packed in three ways, in three colour modes."""
    made = {"mask.psd": psd()}
    for mode, packing in (("RGB", Compression.ZIP), ("CMYK", Compression.ZIP_WITH_PREDICTION),
                          ("L", Compression.RAW)):  # fmt: skip
        document = PSDImage.new(mode, (40, 30))
        picture = Image.effect_noise((30, 20), 60).convert(mode)
        document.create_pixel_layer(picture, "Noise", compression=packing)
        buffer = io.BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            document.save(buffer)
        made[f"{mode.lower()}.psd"] = buffer.getvalue()
    return made


def _designs(folder: Path) -> dict[str, bytes]:
    """What Plakat writes itself."""
    design = poster()
    rasters = Rasters(design, RESOURCES)
    writers = {"ours.psd": write_psd, "live.psd": write_psd_photoshop, "ours.ora": write_ora}
    for name, write in writers.items():
        write(design, RESOURCES, folder / name, rasters)
    write_svg(design, RESOURCES, folder / "ours.svg", rasters)
    history = History(design)
    write_native(folder / "ours.plakat", NativeFile("d1", 0, history), RESOURCES, rasters)
    shapes = design.evolve(layers=(design.layers[0], *_shapes()))
    native = NativeFile("d3", 0, History(shapes))
    write_native(folder / "shapes.plakat", native, RESOURCES, Rasters(shapes, RESOURCES))
    write_svg(shapes, RESOURCES, folder / "shapes.svg", Rasters(shapes, RESOURCES))
    _with_own_font(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def _shapes() -> tuple[ShapeLayer, ...]:
    """One of every drawing and fill."""
    leaf = RESOURCES.assets.put(
        b"M0 50C0 10 40 0 100 0C100 60 90 100 50 100C30 100 0 80 0 50z" * 20
    )
    stops = (Stop(offset=0, color="#f94144"), Stop(offset=1, color="#27ada180"))
    radial = RadialFill(stops=stops, grain=Grain(color="#ffffff", amount=0.3))
    return (
        shape("leaf", "#208040", 20, 20, 90, 90, shape="path", path_asset=leaf,
              view_box=(100, 100), mask=Mask(box=Box(20, 20, 60, 60), asset=PHOTO)),
        shape("star", "#d0a020", 120, 30, 80, 80, shape="polygon", rotation=12,
              points=((0.5, 0), (1, 1), (0, 0.4)), stroke=Stroke(color="#000000", width=3,
              dash=(6, 3))),
        shape("window", "#000000", 20, 140, 90, 90).evolve(
              fill=PictureFill(asset=PHOTO), effects=(Shadow(dy=4, blur=8), Blur(radius=2))),
        shape("glow", "#000000", 120, 140, 90, 90, shape="ellipse").evolve(fill=radial),
        shape("sky", "#000000", 20, 250, 200, 40, corner_radius=(4, 9, 0, 2)).evolve(
              fill=LinearFill(stops=stops), blend_mode="overlay", opacity=0.7, clip=True),
    )  # fmt: skip


def _with_own_font(folder: Path) -> None:
    """A `.plakat` that carries a font of the user's."""
    with tempfile.TemporaryDirectory() as aside:
        path = Path(aside) / "own.ttf"
        path.write_bytes(_fonts()["own.ttf"])
        resources = Resources(RESOURCES.assets, FontLibrary.bundled().with_files([path]))
        [face] = [face for face in resources.fonts.faces() if face.category == "user"]
        words = title("Jazz", style=title().style.evolve(font=face.family))
        design = poster().evolve(layers=(words,))
        file = NativeFile("d2", 0, History(design))
        write_native(folder / "font.plakat", file, resources, Rasters(design, resources))


@lru_cache(maxsize=1)
def _fonts() -> dict[str, bytes]:
    """A few letters of a face in every wrapping."""
    own = _subset("Oswald", "Own Sans")
    made = {"own.ttf": _saved(own), "cff.otf": _saved(_subset("Noto Sans SC", "Own Han"))}
    for flavor in ("woff", "woff2"):
        own.flavor = flavor
        made[f"own.{flavor}"] = _saved(own)
    own.flavor = None
    collection = TTCollection()
    collection.fonts = [own, own]
    made["own.ttc"] = _saved(collection)
    return made


def _subset(family: str, name: str) -> TTFont:
    font = TTFont(FontLibrary.bundled().face(family, 700).path)
    options = Options(layout_features=["kern", "liga", "mark"], name_IDs=["*"], notdef_outline=True)
    chooser = Subsetter(options)
    chooser.populate(text="Hamburgefonstiv Jazz 0123456789")
    chooser.subset(font)
    for entry in font["name"].names:
        if entry.nameID in (1, 16):
            entry.string = name
        elif entry.nameID == 6:
            entry.string = name.replace(" ", "") + "-Bold"
    return font


def _saved(font: TTFont | TTCollection) -> bytes:
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()
