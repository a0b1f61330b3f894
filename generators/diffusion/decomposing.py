"""Qwen-Image-Layered, by diffusers' own pipeline: a flat picture becomes RGBA layers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from PIL import Image

from generators.bases import Place
from generators.decomposing import QWEN_LAYERED
from generators.diffusion.loading import pipeline_of
from generators.request import GenerationError
from generators.settings import PLAIN, Settings


class LayeredDecomposer:
    """With the weights at `place`, read when the first picture is taken apart."""

    name, licence = QWEN_LAYERED.hub, QWEN_LAYERED.licence

    def __init__(self, place: Place, settings: Settings = PLAIN) -> None:
        self.place, self.settings = place, settings
        self._pipeline: Any = None

    def decompose(
        self,
        pixels: np.ndarray,
        layers: int,
        seed: int = 0,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> list[np.ndarray]:
        effort = QWEN_LAYERED.efforts[self.settings.preset]
        height, width = pixels.shape[:2]

        def after(pipe: Any, number: int, when: Any, kept: dict[str, Any]) -> dict[str, Any]:
            if cancelled():
                raise GenerationError("the picture was not taken apart: it was stopped")
            return kept

        if cancelled():
            raise GenerationError("the picture was not taken apart: it was stopped")
        try:
            made = self._loaded()(
                image=Image.fromarray(pixels).convert("RGBA"),
                layers=layers,
                resolution=effort.side,
                num_inference_steps=effort.steps,
                generator=torch.Generator().manual_seed(seed),
                callback_on_step_end=after,
                true_cfg_scale=QWEN_LAYERED.guidance,
                negative_prompt=" ",
                use_en_prompt=True,
            ).images[0]
        except (torch.OutOfMemoryError, MemoryError) as error:
            error.__traceback__ = None  # its frames hold the tensors
            self._pipeline = None
            raise GenerationError(
                f"{QWEN_LAYERED.name} needs more memory than there is ({QWEN_LAYERED.memory}); "
                "close other programs, or try --offload sequential (slower)"
            ) from error
        size = (width, height)
        shown = (each.convert("RGBA").resize(size, Image.Resampling.LANCZOS) for each in made)
        return [np.asarray(each) for each in shown]

    def _loaded(self) -> Any:
        if self._pipeline is None:
            self._pipeline = pipeline_of(QWEN_LAYERED, self.place, self.settings)
        return self._pipeline
