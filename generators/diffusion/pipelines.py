"""A base of `generators/bases.py` as a painter of whole pictures, by diffusers' own pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import ImageLayer, Source
from design_io.geometry import Box
from generators.bases import Base, fitting
from generators.request import Abilities, GenerationError, GenerationRequest, Painted


class PipelinePainter:
    """Paints with the weights in `folder`; they are read when it paints for the first time.

    On a GPU with little memory the parts of the pipeline take turns on it (`offload`).
    """

    abilities = Abilities(backgrounds=True)

    def __init__(self, base: Base, folder: Path, offload: bool = True) -> None:
        self.base, self.folder, self.offload = base, folder, offload
        self.name, self.licence = base.name, base.licence
        self._pipeline: Any = None

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[Painted, ...]:
        picture = self.picture(request, cancelled)
        pixels = np.asarray(picture.convert("RGBA"))
        layer = ImageLayer(
            id="background", name="Picture", role="background",
            box=Box(0, 0, request.width, request.height), asset=assets.put_pixels(pixels),
            source=Source(
                generator=self.base.hub, prompt=self.base.say(request), seed=request.seed,
                licence=self.licence,
            ),
        )  # fmt: skip
        return (Painted(layer=layer),)

    def picture(
        self, request: GenerationRequest, cancelled: Callable[[], bool] = lambda: False
    ) -> Image.Image:
        """The picture at the request's size; GenerationError where stopped or out of memory."""
        width, height = fitting(request.width, request.height, self.base)
        pipeline = self._loaded()

        def after_step(pipe: Any, number: int, when: Any, kept: dict[str, Any]) -> dict[str, Any]:
            if cancelled():
                raise GenerationError("the picture was stopped")
            if not torch.isfinite(kept["latents"]).all():
                raise GenerationError(
                    f"{self.name}'s numbers were lost in step {number + 1}; try another seed",
                    transient=True,
                )
            return kept

        if cancelled():
            raise GenerationError("the picture was stopped")
        try:
            made = pipeline(
                prompt=self.base.say(request),
                width=width,
                height=height,
                num_inference_steps=self.base.steps,
                generator=torch.Generator().manual_seed(request.seed),
                callback_on_step_end=after_step,
                **{self.base.guidance_name: self.base.guidance},
            ).images[0]
        except torch.OutOfMemoryError as error:
            torch.cuda.empty_cache()
            raise GenerationError(
                f"{self.name} needs more memory than the GPU has ({self.base.memory} for "
                f"{width} × {height} px); close other programs, or choose a smaller base"
            ) from error
        return made.resize((request.width, request.height), Image.Resampling.LANCZOS)

    def _loaded(self) -> Any:
        if self._pipeline is None:
            gpu = torch.cuda.is_available()
            try:
                pipeline = getattr(diffusers, self.base.pipeline).from_pretrained(
                    self.folder,
                    dtype=torch.bfloat16 if gpu else torch.float32,
                    use_safetensors=True,
                    local_files_only=True,
                )
            except (OSError, ValueError, RuntimeError, KeyError) as error:
                raise GenerationError(
                    f"the weights of {self.name} in {self.folder} cannot be read: "
                    f"{str(error).splitlines()[0]}; get them again with: {self.base.get}"
                ) from error
            pipeline.set_progress_bar_config(disable=True)
            if gpu and self.offload:
                pipeline.enable_model_cpu_offload()
            elif gpu:
                pipeline.to("cuda")
            self._pipeline = pipeline
        return self._pipeline
