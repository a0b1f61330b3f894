"""Low-rank adapters (LoRA, Hu et al. 2021) that stay modules of their own: they act on one stream
of tokens and leave the others alone, so they are never merged into the base weights."""

from __future__ import annotations

import torch
from torch import nn


class LowRank(nn.Module):
    """x -> up(down(x)) · alpha / rank; zero before it is trained. (…, width) -> (…, out)"""

    def __init__(self, width: int, out: int, rank: int, alpha: float | None = None) -> None:
        super().__init__()
        self.down = nn.Linear(width, rank, bias=False)
        self.up = nn.Linear(rank, out, bias=False)
        self.scale = (alpha or rank) / rank
        nn.init.normal_(self.down.weight, std=1 / rank)
        nn.init.zeros_(self.up.weight)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.up(self.down(x)) * self.scale
