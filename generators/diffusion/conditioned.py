"""Layout and multi-condition transformers as painters, over the parts of their base, by our loop.

Encoders, transformer and VAE take turns on the device, unless the settings keep them all there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import torch
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import Source
from generators.bases import Effort, Place, fitting
from generators.dialects import to_prose
from generators.diffusion.conditions import (
    Condition,
    by_design,
    by_layout,
    by_subject,
    layout_told,
)
from generators.diffusion.denoising import Step, denoise
from generators.diffusion.failures import seeded, too_large
from generators.diffusion.flows import FluxFlow, SD3Flow, Sheet, Words, begun_with
from generators.diffusion.guidance import Guidance
from generators.diffusion.published import published
from generators.diffusion.sparing import schedule_in
from generators.diffusion.step_schedule import StepSchedule
from generators.layout_models import LayoutModel
from generators.request import (
    GenerationError,
    GenerationRequest,
    OnStep,
    Painted,
    Progress,
    untold,
)
from generators.settings import PLAIN, Settings
from generators.whole_picture import whole

Flow = SD3Flow | FluxFlow
_ENCODERS = ("text_encoder", "text_encoder_2", "text_encoder_3")
_PREVIEW = 256  # px: longest side
_PREVIEWS = 4  # of a picture, at most; each takes the VAE


class _Go(NamedTuple):
    """A picture may be painted in two."""

    effort: Effort
    first: int  # step; what is before it is done
    share: float  # of the steps, in which the layout leads


class ConditionedPainter:
    """Paints with the base at `base` and the transformer or adapters at `place`."""

    def __init__(
        self, model: LayoutModel, base: Place, place: Path, settings: Settings = PLAIN
    ) -> None:
        self.model, self.base, self.place, self.settings = model, base, place, settings
        self.name, self.abilities = model.name, model.abilities
        self.licence = f"{model.licence} over {model.base} ({model.stand.licence})"
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        self._flow: Flow | None = None

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        def paint(seed: int) -> tuple[Image.Image, str]:
            return self.picture(request.evolve(seed=seed), assets, cancelled, on_step)

        (picture, note), seed = seeded(self.name, self.settings, request.seed, paint)
        source = Source(
            generator=self.name, prompt=_prompt(request), seed=seed, licence=self.licence
        )
        (painted,) = whole(picture, request, assets, source)
        return (painted.evolve(note=note),)

    @torch.no_grad()
    def picture(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Image.Image, str]:
        """The picture, and what was merged to fit the model; GenerationError where it is stopped,
        too large or without numbers."""
        if cancelled():
            raise GenerationError("the picture was stopped")
        flow = self._loaded()
        try:
            return self._painted(flow, request, assets, cancelled, on_step)
        except (torch.OutOfMemoryError, MemoryError) as error:
            error.__traceback__ = None  # its frames hold the tensors
            self._flow = None
            if self.device == "cuda":
                torch.cuda.empty_cache()
            smaller = ("a smaller painter: python app.py list generators",)
            raise too_large(self.name, self.model.memory, self.settings, smaller) from error

    def effort(self, request: GenerationRequest) -> Effort:
        own = self.model.efforts[self.settings.preset]
        return own if request.steps is None else own._replace(steps=request.steps)

    def _schedule(self, steps: int) -> StepSchedule | None:
        spared = self.settings.spared
        if self.settings.schedule is not None:
            return schedule_in(self.settings.schedule, steps)
        if spared in ("none", "half"):
            return StepSchedule.half(steps) if spared == "half" else None
        raise GenerationError(f"{self.name} knows no --cache {spared}; --cache half works with it")

    def _painted(
        self, flow: Flow, request: GenerationRequest, assets: AssetStore,
        cancelled: Callable[[], bool], on_step: OnStep,
    ) -> tuple[Image.Image, str]:  # fmt: skip
        model, effort = self.model, self.effort(request)
        guidance = model.guidance if request.guidance is None else request.guidance
        guided = Guidance(guidance, self.settings.guidance_rule)
        with self._at_work(flow, *_ENCODERS):
            words = {True: flow.words([_prompt(request)], self.device)}
            if guided.twice:
                words[False] = flow.words([""], self.device)
            layout, told = layout_told(flow, model, request, self.device)
        goes, picture = self._goes(effort), None
        done, steps = 0, sum(go.effort.steps - go.first for go in goes)
        for go in goes:
            sheet = self._sheet(flow, request, go, words[True].embeds.dtype, picture)
            with self._at_work(flow, "transformer"):
                condition = self._condition(flow, layout, words[True], request, sheet, assets)
                left = go.effort.steps - go.first
                latents = denoise(
                    sheet.latents, flow.pipeline.scheduler,
                    partial(_velocity, flow, sheet, words, condition, model.embedded), guided,
                    request.layout_strength, go.share,
                    partial(self._after, flow, sheet, on_step, done, steps), cancelled,
                    self._schedule(left), go.first,
                )  # fmt: skip
            done += left
            with self._at_work(flow, "vae"):
                picture = flow.picture(sheet, latents)
        assert picture is not None
        return picture, told.note

    def _goes(self, effort: Effort) -> list[_Go]:
        """One; or, to refine it, a draft of half the side and then the last steps over it, in all
        of which the layout leads."""
        share = self.model.share
        if not self.settings.refine:
            return [_Go(effort, 0, share)]
        draft = Effort(self.model.efforts["draft"].steps, effort.side // 2)
        return [_Go(draft, 0, share), _Go(effort, effort.steps // 2, 1.0)]

    def _sheet(
        self, flow: Flow, request: GenerationRequest, go: _Go, dtype: Any,
        picture: Image.Image | None,
    ) -> Sheet:  # fmt: skip
        """What is painted on, with the times of its steps set: noise, or a picture in it."""
        size = fitting(request.width, request.height, go.effort.side, self.model.stand.multiple)
        sheet = flow.sheet(*size, request.seed, dtype, self.device)
        flow.set_times(go.effort.steps, sheet, self.device)
        if picture is None:
            return sheet
        with self._at_work(flow, "vae"):
            sigma = float(flow.pipeline.scheduler.sigmas[go.first])
            return begun_with(flow, sheet, picture, sigma)

    def _condition(
        self, flow: Flow, layout: Any, words: Words, request: GenerationRequest, sheet: Sheet,
        assets: AssetStore,
    ) -> Condition:  # fmt: skip
        """What the transformer is told besides words, by what it was made for."""
        boxes, pictures = self.model.abilities.regions, self.model.abilities.references
        if boxes and not pictures:
            return by_layout(layout)
        assert isinstance(flow, FluxFlow)
        with self._at_work(flow, "vae"):
            if boxes:
                return by_design(flow, layout, words, request, sheet, assets)
            return by_subject(flow, words, request, sheet, self.model.embedded, assets)

    def _after(
        self, flow: Flow, sheet: Sheet, on_step: OnStep, done: int, steps: int, step: Step
    ) -> None:  # fmt: skip
        """Tell the step, now and then with what the picture would be by now."""
        preview = None
        every = max(1, step.steps // _PREVIEWS)
        if on_step is not untold and step.number % every == 0:
            with self._at_work(flow, "vae"):
                preview = flow.picture(sheet, step.clean)
            preview.thumbnail((_PREVIEW, _PREVIEW))
        on_step(Progress(done + step.number, steps, preview))

    @contextmanager
    def _at_work(self, flow: Flow, *parts: str) -> Iterator[None]:
        """These parts on the device, and off it again afterwards."""
        modules = [m for name in parts if (m := getattr(flow.pipeline, name, None)) is not None]
        for module in modules:
            module.to(self.device)
        try:
            yield
        finally:
            for module in modules if self.settings.offload != "none" else ():
                module.to("cpu")

    def _loaded(self) -> Flow:
        if self._flow is None:
            dtype = torch.bfloat16 if self.device == "cuda" else torch.float32
            pipeline = published(self.model, self.base, self.place, dtype)
            if self.settings.storage == "fp8":
                pipeline.transformer.enable_layerwise_casting(
                    storage_dtype=torch.float8_e4m3fn, compute_dtype=dtype
                )
            flux = self.model.stand.pipeline == "FluxPipeline"
            self._flow = FluxFlow(pipeline) if flux else SD3Flow(pipeline)
        return self._flow


def _velocity(
    flow: Flow, sheet: Sheet, words: dict[bool, Words], condition: Condition, embedded: float,
    latents: torch.Tensor, time: torch.Tensor, conditional: bool, strength: float,
) -> torch.Tensor:  # fmt: skip
    told = condition(conditional, strength)
    return flow.velocity(sheet, latents, time, words[conditional], told, embedded)


def _prompt(request: GenerationRequest) -> str:
    """Places are told as tokens, so only picture and colours are said in words."""
    return to_prose(request.evolve(regions=(), transparent=False))
