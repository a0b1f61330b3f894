"""Colours and pictures in the colour space of a PDF: RGB as they are, or CMYK through a profile.

In CMYK what is nearly black in lines, fills and text becomes 100 % black ink alone, so that it
prints crisply; pictures and gradients go through the profile unchanged.
"""

from __future__ import annotations

import io
from functools import lru_cache
from typing import Any, Protocol

import numpy as np
from PIL import Image, ImageCms

from design_io.color import hex_to_rgb
from design_io.errors import DesignError
from design_io.pdf_drawing import numbers

_DARKEST, _GREY = 40, 14  # of 255: the most of any channel, and how far channels may lie apart


class Inks(Protocol):
    """A colour space: its name in a PDF, its colours 0..1, and its pictures."""

    space: str
    letters: tuple[str, str]  # the operators for filling and for lines

    def values(self, color: str) -> tuple[float, ...]: ...
    def flat(self, color: str) -> tuple[float, ...]: ...
    def picture(self, rgb: np.ndarray) -> np.ndarray: ...


def inks_for(profile: bytes | None) -> Inks:
    return Rgb() if profile is None else Cmyk(profile)


def paint_operator(inks: Inks, color: str, line: bool = False) -> str:
    """Sets the colour of fills, or of lines."""
    return f"{numbers(*inks.flat(color))} {inks.letters[line]}"


class Rgb:
    space = "/DeviceRGB"
    letters = ("rg", "RG")

    def values(self, color: str) -> tuple[float, ...]:
        return tuple(value / 255 for value in hex_to_rgb(color))

    def flat(self, color: str) -> tuple[float, ...]:
        return self.values(color)

    def picture(self, rgb: np.ndarray) -> np.ndarray:
        return rgb


class Cmyk:
    space = "/DeviceCMYK"
    letters = ("k", "K")

    def __init__(self, profile: bytes) -> None:
        self._transform = _transform(profile)

    def values(self, color: str) -> tuple[float, ...]:
        return tuple(value / 255 for value in self._of(hex_to_rgb(color)))

    def flat(self, color: str) -> tuple[float, ...]:
        rgb = hex_to_rgb(color)
        if max(rgb) <= _DARKEST and max(rgb) - min(rgb) <= _GREY:
            return 0.0, 0.0, 0.0, 1.0
        return self.values(color)

    def picture(self, rgb: np.ndarray) -> np.ndarray:
        image = Image.fromarray(np.ascontiguousarray(rgb))
        return np.asarray(ImageCms.applyTransform(image, self._transform))

    @lru_cache(maxsize=1024)  # noqa: B019 - lives as long as one file is written
    def _of(self, rgb: tuple[int, int, int]) -> tuple[int, ...]:
        pixel = np.array([[rgb]], np.uint8)
        return tuple(int(value) for value in self.picture(pixel)[0, 0])


@lru_cache(maxsize=4)
def _transform(profile: bytes) -> Any:
    try:
        target = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"), target, "RGB", "CMYK",
            renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
            flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        raise DesignError(
            "the profile is none for CMYK printing; give the .icc file that your printer names"
        ) from error
