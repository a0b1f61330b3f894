"""What each published system is told of a request, as the `joint_attention_kwargs` of every step.

`Condition(conditional, strength)` gives them; nothing at all is the base model.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from PIL import Image, ImageOps

from design_io.assets import AssetStore
from generators.dialects import Tokens, to_tokens
from generators.diffusion.design_condition import Design, design_mask
from generators.diffusion.easy_control import fill
from generators.diffusion.flows import FluxFlow, SD3Flow, Sheet, Words, padded_layout
from generators.diffusion.regions import Layout
from generators.layout_models import LayoutModel
from generators.request import GenerationRequest

Condition = Callable[[bool, float], dict[str, Any]]
_GREY = (128, 128, 128)
_SUBJECT = 512  # px: side of the picture that EasyControl's subject lies in
_SUBJECT_BELOW = 64  # added to the row of its positions


def layout_told(
    flow: SD3Flow | FluxFlow, model: LayoutModel, request: GenerationRequest, device: Any
) -> tuple[Layout, Tokens]:
    """The request's regions as tokens, and what was said of them."""
    told = to_tokens(request, model.regions)
    captions = flow.captions(list(told.captions) or [""], device)
    return padded_layout(captions, told.boxes, model.regions), told


def by_layout(layout: Layout) -> Condition:
    """SiamLayout: the regions, or none of them in the pass without a condition."""

    def told(conditional: bool, strength: float) -> dict[str, Any]:
        if strength == 0:
            return {}
        shown = layout if conditional else layout.empty()
        return {"layout": shown._replace(strength=strength)}

    return told


def by_design(
    flow: FluxFlow, layout: Layout, words: Words, request: GenerationRequest, sheet: Sheet,
    assets: AssetStore,
) -> Condition:  # fmt: skip
    """CreatiDesign: objects, and cut-outs on one grey canvas of half the size."""
    step = 2 * flow.pipeline.vae_scale_factor
    rows, columns = sheet.height // step, sheet.width // step
    small = max(1, rows // 2), max(1, columns // 2)
    canvas, covered = _cut_outs(request, small[1] * step, small[0] * step, assets)
    latents, device = sheet.latents, sheet.latents.device
    size = (sheet.height, sheet.width)
    ids = torch.zeros(*small, 3)
    ids[..., 1] = 2 * torch.arange(small[0])[:, None]
    ids[..., 2] = 2 * torch.arange(small[1])[None] - columns
    design = Design(
        layout=layout, object_maps=_maps(layout, size).to(device), image_grid=(rows, columns),
        subject=flow.encoded(canvas, latents.dtype, device),
        subject_ids=ids.reshape(-1, 3).to(device, latents.dtype),
        subject_map=torch.from_numpy(covered)[None, None].float().to(device),
        subject_grid=small,
    )  # fmt: skip
    length = flow.pipeline.transformer.config.max_boxes_token_length
    mask = design_mask(design, words.embeds.shape[1], length)
    design = design._replace(mask=mask)

    def told(conditional: bool, strength: float) -> dict[str, Any]:
        if strength == 0:
            return {}
        shown = design if conditional else design._replace(layout=layout.empty())
        return {"design": shown}

    return told


def by_subject(
    flow: FluxFlow, words: Words, request: GenerationRequest, sheet: Sheet, guidance: float,
    assets: AssetStore,
) -> Condition:  # fmt: skip
    """EasyControl: the first reference as a subject, its keys and values worked out once."""
    given = [each.asset for each in request.references if each.role == "subject"]
    if not given:
        return lambda conditional, strength: {}
    latents = sheet.latents
    picture = Image.fromarray(assets.pixels(given[0])).convert("RGBA")
    flat = Image.alpha_composite(Image.new("RGBA", picture.size, "white"), picture).convert("RGB")
    side = ImageOps.pad(flat, (_SUBJECT, _SUBJECT), color="black")
    tokens = flow.encoded(side, latents.dtype, latents.device)
    count = round(tokens.shape[1] ** 0.5)
    ids = torch.zeros(count, count, 3)
    ids[..., 1] = torch.arange(count)[:, None] + _SUBJECT_BELOW
    ids[..., 2] = torch.arange(count)[None]
    bank = fill(
        flow.pipeline.transformer, 0, tokens, ids.reshape(-1, 3).to(latents), words.pooled,
        flow.told_guidance(guidance, latents.device),
    )  # fmt: skip
    return lambda conditional, strength: {"conditions": [bank]} if strength else {}


def _maps(layout: Layout, size: tuple[int, int]) -> torch.Tensor:
    """(1, regions, height, width) 1 inside each region's box."""
    height, width = size
    maps = torch.zeros(1, layout.boxes.shape[1], height, width)
    for slot, (x0, y0, x1, y1) in enumerate(layout.boxes[0].tolist()):
        if layout.mask[0, slot]:
            top, left = int(y0 * height), int(x0 * width)
            bottom, right = max(top + 1, round(y1 * height)), max(left + 1, round(x1 * width))
            maps[0, slot, top:bottom, left:right] = 1
    return maps


def _cut_outs(
    request: GenerationRequest, width: int, height: int, assets: AssetStore
) -> tuple[Image.Image, np.ndarray]:
    """The references at their places on grey, and where they lie, (height, width) bool."""
    canvas, covered = Image.new("RGB", (width, height), _GREY), Image.new("L", (width, height), 0)
    across, down = width / request.width, height / request.height
    for each in request.references:
        if each.role != "subject" or each.box is None:
            continue
        box = each.box
        size = max(1, round(box.width * across)), max(1, round(box.height * down))
        picture = ImageOps.contain(Image.fromarray(assets.pixels(each.asset)), size)
        at = (
            round(box.center.x * across - picture.width / 2),
            round(box.center.y * down - picture.height / 2),
        )
        canvas.paste(picture, at, picture.getchannel("A"))
        covered.paste(255, at, picture.getchannel("A"))
    return canvas, np.asarray(covered) > 127
