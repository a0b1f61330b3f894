"""Drawings from outside as pixels, drawn by resvg in a process of its own.

resvg dies of deep trees and long chains of references, and takes its time over wide blurs, so it
gets neither this process nor much time.
"""

from __future__ import annotations

import io
import json
from typing import NamedTuple

import numpy as np
from PIL import Image

from design_io.apart import run_apart
from design_io.errors import ImportRejected
from design_io.fonts import FONTS

MOST_PIXELS = 4_200_000  # of one drawing
_SECONDS = 60  # on a busy computer; the process itself stops after 4 s of work


class Drawing(NamedTuple):
    """An SVG that passed `svg_safety`, and the size it is drawn at, px."""

    svg: bytes
    width: int
    height: int


def drawn(drawings: list[Drawing], name: str) -> list[np.ndarray]:
    """RGBA pixels (height, width, 4) of each; ImportRejected when they cannot be had."""
    for each in drawings:
        if each.width * each.height > MOST_PIXELS:
            raise ImportRejected(f"{name} is {each.width}x{each.height}; make it smaller")
    told = [[len(each.svg), each.width, each.height] for each in drawings]
    data = json.dumps(told).encode() + b"\n" + b"".join(each.svg for each in drawings)
    try:
        answer = io.BytesIO(run_apart("design_io.svg_apart", (str(FONTS),), data, _SECONDS))
    except TimeoutError as error:
        raise ImportRejected(f"{name} takes too long to draw; simplify it") from error
    except ValueError as error:
        raise ImportRejected(f"{name} cannot be drawn; save it as PNG") from error
    sizes = json.loads(answer.readline())
    return [_pixels(answer.read(size)) for size in sizes]


def _pixels(data: bytes) -> np.ndarray:
    with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
        return np.array(picture.convert("RGBA"))
