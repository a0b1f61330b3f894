"""A second-order solver for rectified flows, in the place of diffusers' Euler scheduler.

Adams and Bashforth's rule for steps of any length: the velocity is drawn on along the line through
the last two. It costs one tensor and no further call of the model.
"""

from __future__ import annotations

from typing import Any

import torch


class AdamsBashforth2:
    """Wraps a flow-matching scheduler whose timesteps are set; one picture, from its first step."""

    def __init__(self, scheduler: Any) -> None:
        self.timesteps, self.sigmas = scheduler.timesteps, scheduler.sigmas
        self._number = 0
        self._last: tuple[torch.Tensor, float] | None = None  # velocity and length of its step

    def step(
        self, velocity: torch.Tensor, time: Any, latents: torch.Tensor, return_dict: bool = False
    ) -> tuple[torch.Tensor]:
        """x + h · (v + h / (2 h₋₁) · (v − v₋₁)), the first time x + h · v"""
        sigma, following = (float(s) for s in self.sigmas[self._number : self._number + 2])
        length, slope = following - sigma, velocity
        if self._last is not None:
            before, last_length = self._last
            slope = velocity + length / (2 * last_length) * (velocity - before)
        self._last = velocity, length
        self._number += 1
        return (latents + length * slope,)
