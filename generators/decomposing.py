"""Flat pictures taken apart: who can do it and what it wants. Torch-free."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import numpy as np

from generators.bases import Base, Effort

QWEN_LAYERED = Base(
    "qwen-image-layered", "Qwen/Qwen-Image-Layered", "QwenImageLayeredPipeline",
    "Apache-2.0", True, "48 GB, less with offload",
    {"draft": Effort(20, 640), "quality": Effort(50, 640), "print": Effort(50, 1024)}, 4.0,
    "true_cfg_scale",
)  # fmt: skip


class Decomposer(Protocol):
    """Takes a picture apart. `cancelled` is asked between steps; it stops with GenerationError."""

    name: str
    licence: str

    def decompose(
        self,
        pixels: np.ndarray,  # (height, width, 4) uint8
        layers: int,
        seed: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[np.ndarray]:
        """The layers, bottom first, each as large as the picture."""
        ...
