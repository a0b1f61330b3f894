"""A base of `generators/bases.py` as a painter of whole pictures, by diffusers' own pipelines.

A request with a mask is painted by the base's inpainting pipeline, of the same parts.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import torch
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import Source
from generators.bases import Base, Effort, Place, fitting
from generators.diffusion.denoising import LostNumbers
from generators.diffusion.failures import seeded, too_large
from generators.diffusion.loading import network_at, of_parts, pipeline_of
from generators.diffusion.sparing import begun_by, rule_of, sparing
from generators.request import (
    Abilities,
    GenerationError,
    GenerationRequest,
    OnStep,
    Painted,
    Progress,
    untold,
)
from generators.settings import PLAIN, Settings
from generators.whole_picture import whole

_REFINED = 0.5  # of the steps, the last: those done over a draft


class PipelinePainter:
    """Paints with the weights at `place`; they are read when it paints for the first time."""

    def __init__(self, base: Base, place: Place, settings: Settings = PLAIN) -> None:
        self.base, self.place, self.settings = base, place, settings
        self.name, self.licence = base.name, base.licence
        self.abilities = Abilities(backgrounds=True, edits=bool(base.inpaint))
        self._pipeline: Any = None
        self._beginner: Any = None
        if settings.guidance_rule != "plain":
            raise GenerationError(
                f"{base.name} weighs its words as diffusers does; --guidance-rule is for the "
                "layout transformers and glow"
            )

    def effort(self, request: GenerationRequest) -> Effort:
        own = self.base.efforts[self.settings.preset]
        return own if request.steps is None else own._replace(steps=request.steps)

    @property
    def network(self) -> Any:
        """What makes the picture; its weights are read where they were not."""
        return getattr(self._loaded(False), self.base.network)

    @property
    def scheduler(self) -> Any:
        return self._loaded(False).scheduler

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        picture, seed = self.picture(request, cancelled, on_step, self._edited(request, assets))
        source = Source(
            generator=self.base.hub, prompt=self.base.say(request), seed=seed, licence=self.licence
        )
        return whole(picture, request, assets, source)

    def _edited(self, request: GenerationRequest, assets: AssetStore) -> dict[str, Image.Image]:
        """What is to be changed and where, as an inpainting pipeline calls them."""
        if request.mask is None:
            return {}
        given = [each.asset for each in request.references if each.role == "edit"]
        if not self.abilities.edits or not given:
            why = "no picture is given" if self.abilities.edits else "it has no pipeline for that"
            raise GenerationError(f"{self.name} cannot change a part of a picture: {why}")
        found = {"image": given[0], "mask_image": request.mask}
        return {
            name: Image.fromarray(assets.pixels(asset)).convert("L" if "mask" in name else "RGB")
            for name, asset in found.items()
        }

    def picture(
        self,
        request: GenerationRequest,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
        edited: dict[str, Image.Image] | None = None,
    ) -> tuple[Image.Image, int]:
        """The picture at the request's size, and the seed it was made with: another one where
        numbers were lost and the settings allow it. GenerationError where stopped or too large."""

        def draw(seed: int) -> Image.Image:
            return self._drawn(request, seed, cancelled, on_step, edited or {})

        return seeded(self.name, self.settings, request.seed, draw)

    def _drawn(
        self, request: GenerationRequest, seed: int, cancelled: Callable[[], bool],
        on_step: OnStep, edited: dict[str, Image.Image],
    ) -> Image.Image:  # fmt: skip
        """At once; or, to refine it, as a draft and then half of the work over at full size."""
        effort = self.effort(request)
        if edited or not self.settings.refine:
            made = self._made(request, seed, effort, edited, 1.0, _After(cancelled, on_step))
        else:
            draft, kept = self.base.efforts["draft"], max(1, int(_REFINED * effort.steps))
            after = _After(cancelled, on_step, draft.steps + kept)
            first = self._made(request, seed, draft, {}, 1.0, after)
            over = {"image": first, "mask_image": Image.new("L", first.size, 255)}
            made = self._made(request, seed, effort, over, _REFINED, after)
        return made.resize((request.width, request.height), Image.Resampling.LANCZOS)

    def _made(
        self, request: GenerationRequest, seed: int, effort: Effort,
        edited: dict[str, Image.Image], strength: float, after: _After,
    ) -> Image.Image:  # fmt: skip
        guidance = self.base.guidance if request.guidance is None else request.guidance
        width, height = fitting(request.width, request.height, effort.side, self.base.multiple)
        after.stop_where_cancelled()
        try:
            pipeline = self._loaded(bool(edited))
            network = getattr(pipeline, self.base.network)
            rule = rule_of(self.settings, network, effort.steps)
            first = self._first(network) if strength == 1.0 else None  # what is refined has begun
            with begun_by(network, first), sparing(network, rule):
                made = pipeline(
                    prompt=self.base.say(request),
                    width=width,
                    height=height,
                    num_inference_steps=effort.steps,
                    generator=torch.Generator().manual_seed(seed),
                    callback_on_step_end=after.each(effort.steps),
                    **{self.base.guidance_name: guidance},
                    **_changed(edited, (width, height), strength),
                    **self.base.more,
                ).images[0]
        except (torch.OutOfMemoryError, MemoryError) as error:
            error.__traceback__ = None  # its frames hold the tensors
            self._free()
            raise self._too_large(width, height) from error
        return made

    def _loaded(self, edits: bool) -> Any:
        """The pipeline that draws or edits: read once, then made of the parts that are there."""
        if self._pipeline is None:
            self._pipeline = pipeline_of(self.base, self.place, self.settings)
        kind = self.base.inpaint if edits else self.base.pipeline
        if type(self._pipeline).__name__ != kind:
            self._pipeline = of_parts(self._pipeline, kind, self.settings)
        return self._pipeline

    def _first(self, network: Any) -> Any:
        """Who paints the first step, where the settings name somebody."""
        if self.settings.first_step is not None and self._beginner is None:
            self._beginner = network_at(self.settings.first_step, network, self.base.network)
        return self._beginner

    def _free(self) -> None:
        """Nothing of the picture that did not fit stays, so that the next one finds its room."""
        self._pipeline = self._beginner = None
        gc.collect()
        if torch.cuda.is_available():
            torch.cuda.empty_cache()

    def _too_large(self, width: int, height: int) -> GenerationError:
        slower = ("--offload sequential (slower)",)
        more = slower if self.settings.offload != "sequential" else ()
        wanted = f"{self.base.memory} for {width} × {height} px"
        more = (*more, "a GGUF file of it", "a smaller base")
        return too_large(self.name, wanted, self.settings, more)


def _changed(
    edited: dict[str, Image.Image], size: tuple[int, int], strength: float
) -> dict[str, Any]:
    """What an inpainting pipeline is told beside, at its size: not every one brings it there."""
    at_size = {name: picture.resize(size) for name, picture in edited.items()}
    return {**at_size, "strength": strength} if edited else {}


class _After:
    """What happens after each step of a picture, which may be painted in two goes."""

    def __init__(self, cancelled: Callable[[], bool], on_step: OnStep, steps: int = 0) -> None:
        self.cancelled, self.on_step = cancelled, on_step
        self.steps, self.done = steps, 0  # of all goes; 0: of the one there is

    def stop_where_cancelled(self) -> None:
        if self.cancelled():
            raise GenerationError("the picture was stopped")

    def each(self, steps: int) -> Callable[[Any, int, Any, dict[str, Any]], dict[str, Any]]:
        def after_step(pipe: Any, number: int, when: Any, kept: dict[str, Any]) -> dict[str, Any]:
            self.stop_where_cancelled()
            if not torch.isfinite(kept["latents"]).all():
                raise LostNumbers(f"its numbers were lost in step {number + 1} of {steps}")
            self.done += 1
            self.on_step(Progress(self.done, self.steps or steps))
            return kept

        return after_step
