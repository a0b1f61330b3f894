"""One loop for every flow-matching transformer: progress, cancel, a preview of the latents,
guidance and the schedule of the layout's strength are the same for all families.

A family says how its transformer is called (`Predict`); scheduler and VAE are diffusers' own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple, Protocol

import torch

from generators.diffusion.guidance import Guidance
from generators.diffusion.step_schedule import Forecast, StepSchedule
from generators.request import GenerationError

PLAIN = Guidance()
LAYOUT_SHARE = 0.3  # of the steps, the first: CreatiLayout's schedule; later ones cost as the base


class LostNumbers(GenerationError):
    """The model gave no numbers any more; another seed may."""


class Step(NamedTuple):
    """What is told after each step."""

    number: int  # from 1
    steps: int
    latents: torch.Tensor  # as they are now; noise and picture mixed
    clean: torch.Tensor  # what they would be if the flow went straight on: a preview
    velocity: torch.Tensor  # that they were moved by


class Predict(Protocol):
    """The transformer's velocity at `time` (batch,), with or without the conditions."""

    def __call__(
        self, latents: torch.Tensor, time: torch.Tensor, conditional: bool, strength: float
    ) -> torch.Tensor: ...


def scheduled(share: float, strength: float, number: int, count: int) -> float:
    """The layout's strength in step `number` of `count`, from 0: full at first, then none."""
    return strength if number < int(share * count) else 0.0


def noise(
    shape: tuple[int, ...], seed: int, device: Any = "cpu", dtype: Any = torch.float32
) -> torch.Tensor:
    """The same on every device: drawn on the CPU."""
    drawn = torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float32)
    return drawn.to(device, dtype)


@torch.no_grad()
def denoise(
    latents: torch.Tensor,
    scheduler: Any,
    predict: Predict,
    guidance: Guidance = PLAIN,
    layout_strength: float = 1.0,
    layout_share: float = LAYOUT_SHARE,
    on_step: Callable[[Step], None] = lambda step: None,
    cancelled: Callable[[], bool] = lambda: False,
    schedule: StepSchedule | None = None,
    first: int = 0,
) -> torch.Tensor:
    """From noise to latents, over the timesteps that are set in `scheduler`, from the `first` on.

    With guidance the transformer is asked twice a step, with a `schedule` only in its steps.
    Raises GenerationError where it is cancelled, before the next step, and where numbers are lost.
    """
    times, forecast = scheduler.timesteps, Forecast(schedule)
    for number, time in enumerate(times[first:], first):
        if cancelled():
            raise GenerationError("the picture was stopped")
        strength = scheduled(layout_share, layout_strength, number, len(times))
        at = time.expand(latents.shape[0])
        asked = partial(predict, latents, at, strength=strength)
        mixed = partial(guidance.velocity, asked, number, scheduler.sigmas)
        velocity = forecast.at(float(time), mixed)
        if not torch.isfinite(velocity).all():
            raise LostNumbers(
                f"the model's numbers were lost in step {number + 1} of {len(times)}; try another "
                "seed, or a wider number format (bf16 or fp32)"
            )
        sigma = float(scheduler.sigmas[number])
        clean = latents - sigma * velocity
        latents = scheduler.step(velocity, time, latents, return_dict=False)[0]
        on_step(Step(number - first + 1, len(times) - first, latents, clean, velocity))
    return latents
