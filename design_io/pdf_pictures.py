"""Pictures in a PDF: lossless, with their alpha as a soft mask; a JPEG of the store stays one."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

import numpy as np
import pikepdf
from pikepdf import Dictionary, Name, Object
from PIL import Image

from design_io.geometry import Box
from design_io.pdf_color import Inks
from design_io.pdf_drawing import Content, stream
from design_io.png_encoding import filtered

_JPEG = b"\xff\xd8\xff"


class Picture(NamedTuple):
    pixels: np.ndarray  # (height, width, 4) straight RGBA
    file: bytes = b""  # the same as a file, where there is one


def picture_object(pdf: pikepdf.Pdf, picture: Picture, inks: Inks) -> Object:
    pixels = picture.pixels
    height, width = pixels.shape[:2]
    if inks.space == "/DeviceRGB" and is_plain_jpeg(picture.file, width, height):
        entries = _entries(width, height, inks.space)
        image: Object = pdf.make_indirect(
            pikepdf.Stream(pdf, picture.file, Filter=Name.DCTDecode, **entries)
        )
    else:
        image = _image(pdf, inks.picture(_without_hidden(pixels)), inks.space)
    if pixels[..., 3].min() < 255:
        image.SMask = grey_object(pdf, pixels[..., 3])
    return image


def grey_object(pdf: pikepdf.Pdf, values: np.ndarray) -> Object:
    return _image(pdf, values[..., None], "/DeviceGray")


def place_picture(content: Content, image: Object, box: Box) -> None:
    """Draw it over `box`; a PDF's pictures stand on their feet where y goes up."""
    with content.saved():
        content.concat((box.width, 0, 0, -box.height, box.x, box.bottom))
        content.write(f"{content.name('XObject', image)} Do")


def _image(pdf: pikepdf.Pdf, samples: np.ndarray, space: str) -> Object:
    height, width, colors = samples.shape
    rows = filtered(samples)
    image = stream(pdf, rows.tobytes(), **_entries(width, height, space))
    image.DecodeParms = Dictionary(
        Predictor=15, Colors=colors, BitsPerComponent=8, Columns=width
    )  # fmt: skip
    return image


def _entries(width: int, height: int, space: str) -> dict[str, Any]:
    return {
        "Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height,
        "ColorSpace": Name(space), "BitsPerComponent": 8, "Interpolate": True,
    }  # fmt: skip


def _without_hidden(pixels: np.ndarray) -> np.ndarray:
    """The colours; where nothing shows they are black, which takes no room."""
    alpha = pixels[..., 3:]
    return pixels[..., :3] if alpha.min() > 0 else pixels[..., :3] * (alpha > 0)


def is_plain_jpeg(data: bytes, width: int, height: int) -> bool:
    if not data.startswith(_JPEG):
        return False
    with Image.open(io.BytesIO(data)) as image:
        turned = image.getexif().get(0x0112, 1) != 1
        return (
            image.mode == "RGB"
            and image.size == (width, height)
            and not turned
            and not image.info.get("icc_profile")
        )
