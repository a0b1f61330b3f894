"""A part of a picture painted anew inside a mask, as one command; all else keeps its bytes.

Whatever a painter gives back, only what lies under the mask is taken from it, softened inwards.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from agents.backdrops import whole_picture
from design_io.commands import Batch, Command, UpdateLayer
from design_io.document import (
    Canvas,
    Design,
    ImageLayer,
    Mask,
    Retouch,
    ShapeLayer,
    Source,
)
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.pictures import placement
from design_io.render import render
from design_io.resources import Resources
from generators.bases import BASES
from generators.request import GenerationRequest, Generator, Reference

GONE = "the surroundings go on, nothing else is there"  # what an empty prompt asks for
_CONTEXT = 0.5  # of the masked part's longer side: how much around it a painter is shown
_LEAST = 256  # px: the smallest side of what a painter is shown, where the picture has it
_SOFT = 0.02  # of the masked part's longer side: the soft edge, inside the mask
_SOFTEST = 12.0  # px
_OUTER = 2000  # px: longer side of a mask's own raster
_WHOLE = "M0 0H1V1H0Z"  # all of a mask's box


class Part(NamedTuple):
    """What of a picture changes: pixels `top:bottom, left:right` are shown to the painter."""

    left: int
    top: int
    right: int
    bottom: int
    alpha: np.ndarray  # (bottom - top, right - left) float32, 0 where nothing may change


def retouched(
    design: Design,
    layer_id: str,
    mask: Mask | Box,
    prompt: str,
    painter: Generator,
    resources: Resources,
    cancelled: Callable[[], bool] = lambda: False,
    seed: int = 0,
) -> Command:
    """The picture `layer_id` with what `prompt` says inside `mask`, which lies in canvas px.

    An empty prompt takes away what is there. Raises DesignError where the layer, the mask or the
    painter does not allow it, GenerationError where the painter fails or is stopped.
    """
    layer = _picture_layer(design, layer_id)
    if not painter.abilities.edits:
        raise DesignError(_cannot(painter))
    assert layer.asset is not None
    before = resources.assets.pixels(layer.asset)
    part = part_of(_mask_on(layer, before.shape[:2], mask, design, resources), layer.label)
    shown = before[part.top : part.bottom, part.left : part.right]
    request = _request(shown, part, prompt.strip() or GONE, seed, resources)
    made = whole_picture(painter, request, resources, cancelled)
    after = before.copy()
    painted = _sized(resources.assets.pixels(made.asset), shown.shape)
    after[part.top : part.bottom, part.left : part.right] = blended(shown, painted, part.alpha)
    told = Source.model_validate_json(made.source)
    retouch = Retouch(
        generator=told.generator, prompt=request.prompt, seed=seed, licence=told.licence
    )
    source = layer.source or Source()
    changes = {
        "asset": resources.assets.put_pixels(after),
        "source": source.evolve(retouches=(*source.retouches, retouch)),
    }
    label = f"Retouch {layer.label}"
    return Batch(label=label, commands=(UpdateLayer(layer_id=layer.id, changes=changes),))


def part_of(mask: np.ndarray, name: str = "the picture") -> Part:
    """The part of a picture to change, of a mask over all of it, (height, width) in 0..1."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise DesignError(f"nothing of {name!r} lies under the mask; paint over the part to change")
    height, width = mask.shape
    longer = int(max(np.ptp(rows), np.ptp(columns))) + 1
    top, bottom = _window(rows[0], rows[-1] + 1, longer, height)
    left, right = _window(columns[0], columns[-1] + 1, longer, width)
    softness = min(_SOFTEST, _SOFT * longer)
    return Part(left, top, right, bottom, softened(mask[top:bottom, left:right], softness))


def softened(mask: np.ndarray, radius: float) -> np.ndarray:
    """The mask with its edges softened inwards: 0 stays 0. Thin strokes are softened less."""
    while radius >= 0.5:
        picture = Image.fromarray((mask * 255 + 0.5).astype(np.uint8))
        blurred = np.asarray(picture.filter(ImageFilter.GaussianBlur(radius)), np.float32) / 255
        soft = np.clip(2 * blurred - 1, 0, 1) * mask
        if soft.sum() >= 0.6 * mask.sum():
            return soft
        radius /= 2
    return mask


def blended(before: np.ndarray, painted: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    """RGBA `before` with the colours of `painted` under `alpha`; the shape of a cut-out stays."""
    share = alpha[..., None]
    colors = np.rint(before[..., :3] * (1 - share) + painted[..., :3] * share).astype(np.uint8)
    after = before.copy()
    after[..., :3] = np.where(share > 0, colors, before[..., :3])
    return after


def _sized(pixels: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """What a painter made in a resolution of its own, in that of the picture."""
    if pixels.shape == shape:
        return pixels
    size = (shape[1], shape[0])
    return np.asarray(Image.fromarray(pixels).resize(size, Image.Resampling.LANCZOS))


def _picture_layer(design: Design, layer_id: str) -> ImageLayer:
    layer = design.layer(layer_id)
    if not isinstance(layer, ImageLayer) or layer.asset is None:
        kind = {"text": "live text", "group": "a drawing", "shape": "a shape"}.get(layer.kind, "")
        raise DesignError(
            f"{layer.label!r} is {kind or 'not painted yet'}; only a part of a picture can be "
            "painted anew"
        )
    if layer.locked:
        raise DesignError(f"{layer.label!r} is locked; unlock it first")
    return layer


def _cannot(painter: Generator) -> str:
    able = ", ".join(sorted(name for name, base in BASES.items() if base.inpaint))
    return (
        f"{painter.name} cannot change a part of a picture; choose a painter that can: {able} "
        "(python app.py list generators)"
    )


def _mask_on(
    layer: ImageLayer, size: tuple[int, int], mask: Mask | Box, design: Design,
    resources: Resources,
) -> np.ndarray:  # fmt: skip
    """The mask as the layer's picture sees it: (height, width) float32 in 0..1."""
    scale = min(1.0, _OUTER / max(design.canvas.width, design.canvas.height))
    drawn = _drawn(mask, design.canvas, scale, resources)
    height, width = size
    place = placement((width, height), layer.fit, layer.focus, layer.box, layer.zoom)
    center = layer.box.center
    angle = np.radians(layer.rotation)
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0],
                     [0, 0, 1]])  # fmt: skip
    flip = np.diag([-1.0 if layer.flip_x else 1.0, -1.0 if layer.flip_y else 1.0, 1.0])
    across = place.target.width / place.source.width, place.target.height / place.source.height
    onto = np.array([
        [across[0], 0, place.target.x - place.source.x * across[0] - center.x],
        [0, across[1], place.target.y - place.source.y * across[1] - center.y],
        [0, 0, 1],
    ])  # fmt: skip
    back = np.array([[scale, 0, center.x * scale], [0, scale, center.y * scale], [0, 0, 1]])
    matrix = back @ turn @ flip @ onto
    coefficients = tuple(matrix[:2].ravel())
    seen = Image.fromarray(drawn).transform(
        (width, height), Image.Transform.AFFINE, coefficients, Image.Resampling.BILINEAR
    )
    return np.asarray(seen, np.float32) / 255


def _drawn(mask: Mask | Box, canvas: Canvas, scale: float, resources: Resources) -> np.ndarray:
    """The mask on the whole sheet, uint8."""
    shown = mask if isinstance(mask, Mask) else Mask(box=mask, path=_WHOLE)
    layer = ShapeLayer(
        id="mask", role="texture", box=canvas.box, fill=SolidFill(color="#ffffff"), mask=shown
    )
    return render(Design(canvas=canvas, layers=(layer,)), resources, scale=scale)[..., 3]


def _window(first: int, last: int, longer: int, most: int) -> tuple[int, int]:
    """What is shown along one side, around `first:last`."""
    extent = max(last - first + 2 * round(_CONTEXT * longer), _LEAST)
    start = max(0, min((first + last - extent) // 2, most - extent))
    return int(start), int(min(most, start + extent))


def _request(
    shown: np.ndarray, part: Part, prompt: str, seed: int, resources: Resources
) -> GenerationRequest:
    height, width = shown.shape[:2]
    mask = np.full((height, width, 4), 255, np.uint8)
    mask[..., :3] = np.where(part.alpha > 0, 255, 0)[..., None]
    own = resources.assets.put_pixels(np.ascontiguousarray(shown))
    return GenerationRequest(
        prompt=prompt, width=width, height=height, seed=seed,
        references=(Reference(asset=own, role="edit"),), mask=resources.assets.put_pixels(mask),
    )  # fmt: skip
