"""What a painter of whole pictures gives back: one layer as large as the sheet, signed."""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import ImageLayer, Source
from design_io.errors import ImportRejected
from design_io.geometry import Box
from design_io.intake import read_picture
from generators.request import GenerationError, GenerationRequest, Painted


def whole(
    picture: Image.Image, request: GenerationRequest, assets: AssetStore, source: Source
) -> tuple[Painted, ...]:
    """The picture, brought to the request's size; its alpha stays."""
    size = (request.width, request.height)
    if picture.size != size:
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    layer = ImageLayer(
        id="background", name="Picture", role="background",
        box=Box(0, 0, request.width, request.height),
        asset=assets.put_pixels(np.asarray(picture.convert("RGBA"))), source=source,
    )  # fmt: skip
    return (Painted(layer=layer),)


def picture_of(data: bytes, sender: str) -> Image.Image:
    """A picture that another program sent, past the wall for what comes from outside."""
    try:
        passed = read_picture(data, f"the picture of {sender}")
    except ImportRejected as error:
        raise GenerationError(f"{error}; {sender} sent no picture that can be used") from error
    with Image.open(io.BytesIO(passed.data)) as picture:
        return picture.convert("RGBA")
