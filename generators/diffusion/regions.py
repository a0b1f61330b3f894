"""Regions as tokens: what a layout-conditioned transformer is told of the boxes on its canvas.

Source: CreatiLayout (Zhang et al. 2024, section 3.2), after the grounding tokens of GLIGEN.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import torch
from diffusers.models.embeddings import (
    PixArtAlphaTextProjection,
    get_fourier_embeds_from_boundingbox,
)
from torch import nn

Rotary = tuple[torch.Tensor, torch.Tensor]  # cosines and sines, each (tokens, head_dim)
_FREQUENCIES = 8
POSITION = _FREQUENCIES * 2 * 4  # sine and cosine of four coordinates


class Layout(NamedTuple):
    """What travels in `joint_attention_kwargs["layout"]`; the same in every step.

    captions: (batch, regions, dim) pooled, or (batch, regions, tokens, dim)
    boxes: (batch, regions, 4) x0, y0, x1, y1 in 0..1
    mask: (batch, regions) 1 for a region, 0 for a slot that is empty; empty slots stay in attention
    strength: 0 switches the branch off, which is the base model exactly
    """

    captions: torch.Tensor
    boxes: torch.Tensor
    mask: torch.Tensor
    strength: float = 1.0

    def empty(self) -> Layout:
        """The null layout, for the pass without a condition."""
        return self._replace(mask=torch.zeros_like(self.mask))


class RegionEncoder(nn.Module):
    """Captions and boxes -> region tokens; what an empty slot holds is learned.

    `pooled` is the width of a caption's one vector (SD3); without it captions come as sequences
    that are already `dim` wide (FLUX). `tokens` > 1: a null vector for each token (CreatiDesign).
    """

    def __init__(self, dim: int, pooled: int | None = None, tokens: int = 1) -> None:
        super().__init__()
        if pooled:
            self.text_embedder = PixArtAlphaTextProjection(pooled, dim, act_fn="silu")
        null = (tokens, dim) if tokens > 1 else (dim,)
        self.null_positive_feature = nn.Parameter(torch.zeros(null))
        self.null_position_feature = nn.Parameter(torch.zeros(POSITION))
        self.linears = PixArtAlphaTextProjection(dim + POSITION, dim // 2, dim, act_fn="silu")

    def forward(self, captions: torch.Tensor, layout: Layout) -> torch.Tensor:
        """captions (batch, regions, [tokens,] dim) -> (batch, regions · tokens, dim)"""
        if hasattr(self, "text_embedder"):
            captions = self.text_embedder(captions)
        mask = layout.mask[..., None].to(captions.dtype)  # (batch, regions, 1)
        place = get_fourier_embeds_from_boundingbox(_FREQUENCIES, layout.boxes).to(captions.dtype)
        place = mask * place + (1 - mask) * self.null_position_feature
        if captions.ndim == 4:
            mask = mask[..., None]
            place = place[:, :, None].expand(-1, -1, captions.shape[2], -1)
        captions = mask * captions + (1 - mask) * self.null_positive_feature
        return self.linears(torch.cat([captions, place], dim=-1)).flatten(1, -2)


class RegionStream:
    """The region tokens of one forward pass; every block moves them on."""

    def __init__(self, tokens: torch.Tensor, strength: float, rotary: Rotary | None = None) -> None:
        self.tokens = tokens  # (batch, regions, dim)
        self.strength = strength
        self.rotary = rotary  # of the region tokens, where positions are rotary


def stock_config(config: Mapping[str, Any], base: type) -> dict[str, Any]:
    """What of a configuration `base` knows, with no blocks: a subclass builds those of its own."""
    known = inspect.signature(base.__init__).parameters  # type: ignore[misc]
    told = {name: value for name, value in config.items() if name in known}
    return told | {name: 0 for name in ("num_layers", "num_single_layers") if name in known}


def zero_linear(dim: int) -> nn.Linear:
    """The way out of a branch that is new: before it is trained it changes nothing."""
    linear = nn.Linear(dim, dim)
    nn.init.zeros_(linear.weight)
    nn.init.zeros_(linear.bias)
    return linear


class Modulation(NamedTuple):
    """What an adaLN-Zero layer gives for the second half of a block, each (batch, dim)."""

    gate: torch.Tensor
    shift_mlp: torch.Tensor
    scale_mlp: torch.Tensor
    gate_mlp: torch.Tensor


def after_attention(
    stream: torch.Tensor,  # (batch, tokens, dim)
    attended: torch.Tensor,
    norm: nn.Module,
    feed_forward: Callable[[torch.Tensor], torch.Tensor],
    modulation: Modulation,
    beside: torch.Tensor | None = None,
) -> torch.Tensor:
    """The residual half of a transformer block: gated attention, `beside` ungated, then the MLP."""
    stream = stream + modulation.gate[:, None] * attended
    if beside is not None:
        stream = stream + beside
    moved = norm(stream) * (1 + modulation.scale_mlp[:, None]) + modulation.shift_mlp[:, None]
    stream = stream + modulation.gate_mlp[:, None] * feed_forward(moved)
    return stream.clip(-65504, 65504) if stream.dtype == torch.float16 else stream
