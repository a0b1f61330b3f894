"""How a step's two velocities, with the words and without them, become one.

Sources: Ho and Salimans 2022; CFG-Zero* (Fan et al. 2025); CFG++ (Chung et al. 2024), which for
rectified flows is a weight that changes from step to step.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import torch

from generators.settings import GuidanceRule

_ZERO = 0.04  # of the steps, the first, in which CFG-Zero* does not move
_PLUS = 0.6  # CFG++: weight where none between 0 and 1 is told

Velocity = Callable[[bool], torch.Tensor]  # with the words, or without them


class Guidance(NamedTuple):
    weight: float = 1.0
    rule: GuidanceRule = "plain"

    @property
    def twice(self) -> bool:
        """Whether a step asks the transformer without the words too."""
        return self.rule == "plus" or self.weight > 1

    def velocity(self, asked: Velocity, number: int, sigmas: torch.Tensor) -> torch.Tensor:
        """That of step `number`; `sigmas` has one more than there are steps."""
        told = asked(True)
        if not self.twice:
            return told
        untold, weight = asked(False), self.weight
        if self.rule == "plus":
            weight = self._plus(number, sigmas)
        elif self.rule == "zero-star":
            if number < int(_ZERO * (len(sigmas) - 1)):
                return torch.zeros_like(told)
            untold = _along(told, untold) * untold
        return untold + weight * (told - untold)

    def _plus(self, number: int, sigmas: torch.Tensor) -> float:
        """λ · σ (1 − σ′) / (σ − σ′): noise is put back as it is without the words."""
        sigma, following = (float(s) for s in sigmas[number : number + 2])
        share = self.weight if self.weight <= 1 else _PLUS
        return share * sigma * (1 - following) / (sigma - following)


def _along(told: torch.Tensor, untold: torch.Tensor) -> torch.Tensor:
    """How much of `untold` is in `told`, for each picture."""
    one, other = told.flatten(1).float(), untold.flatten(1).float()
    share = (one * other).sum(1) / other.square().sum(1).clamp(min=1e-8)
    return share.to(told.dtype).reshape(-1, *[1] * (told.dim() - 1))
