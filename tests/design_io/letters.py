"""Small designs, drawn and compared as letters: one letter per pixel.

`.` transparent, `_` white, K black, R red, G green, B blue, Y yellow, M magenta, C cyan, r half
transparent red.
"""

import numpy as np

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, ImageLayer, Layer, ShapeLayer, TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill, Stop
from design_io.render import render
from design_io.resources import Resources

COLORS = {
    ".": (0, 0, 0, 0), "_": (255, 255, 255, 255), "K": (0, 0, 0, 255), "R": (255, 0, 0, 255),
    "G": (0, 255, 0, 255), "B": (0, 0, 255, 255), "Y": (255, 255, 0, 255),
    "M": (255, 0, 255, 255), "C": (0, 255, 255, 255), "r": (255, 0, 0, 128),
}  # fmt: skip
HEX = {letter: "#" + bytes(rgba).hex() for letter, rgba in COLORS.items()}
RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def picture(letters: str) -> np.ndarray:
    rows = letters.split()
    return np.array([[COLORS[letter] for letter in row] for row in rows], np.uint8)


def asset(letters: str) -> str:
    return RESOURCES.assets.put_pixels(picture(letters))


def letters_of(pixels: np.ndarray) -> str:
    names = {rgba: letter for letter, rgba in COLORS.items()}
    rows = (
        "".join(names.get(tuple(p), "?") if p[3] else "." for p in row) for row in pixels.tolist()
    )
    return "\n".join(rows)


def drawn(*layers: Layer, size: tuple[int, int] = (8, 4), **options) -> np.ndarray:
    return render(sheet(*layers, size=size), RESOURCES, **options)


def sheet(*layers: Layer, size: tuple[int, int] = (8, 4)) -> Design:
    return Design(canvas=Canvas(width=size[0], height=size[1]), layers=layers)


def check(expected: str, *layers: Layer, **options) -> None:
    rows = expected.split()
    pixels = drawn(*layers, size=(len(rows[0]), len(rows)), **options)
    assert letters_of(pixels) == "\n".join(rows)


def box(letter: str, *xywh: float, name: str = "", **fields) -> ShapeLayer:
    fill = SolidFill(color=HEX[letter])
    fields = {"fill": fill} | fields
    return ShapeLayer(
        id=name or "box-" + letter.lower().strip("._"), role="ornament", box=Box(*xywh), **fields
    )


def image(letters: str, *xywh: float, **fields) -> ImageLayer:
    return ImageLayer(id="image", role="picture", asset=asset(letters), box=Box(*xywh), **fields)


def text(words: str, *xywh: float, size: float = 40, **fields) -> TextLayer:
    style = TextStyle(size=size, color=fields.pop("color", "#000000"), weight=700)
    return TextLayer(
        id="text", role="title", text=words, box=Box(*xywh), **{"style": style} | fields
    )


def premultiplied(pixels: np.ndarray) -> np.ndarray:
    return pixels * np.where(np.arange(4) < 3, pixels[..., 3:] / 255, 1.0)


def difference(first: np.ndarray, second: np.ndarray) -> float:
    return float(np.abs(premultiplied(first) - premultiplied(second)).max())


def ramp(*colors: str) -> tuple[Stop, ...]:
    return tuple(Stop(offset=i / (len(colors) - 1), color=c) for i, c in enumerate(colors))
