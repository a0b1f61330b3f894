"""Which steps of a picture are computed; in the others the velocity is drawn on along the line
through the last two that were, which costs nothing.

A schedule is searched offline, over whole runs of other requests: a programme over pairs of
computed steps finds the one whose forecasts would have led the worst of the pictures least astray.
The idea is of TaylorSeer (Liu et al. 2025), steps by a programme are of BOSS (Nguyen et al. 2024).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

import torch

FEWEST = 12  # steps, from which on leaving some out pays
_AT_FIRST, _AT_LAST = 3, 2  # steps always computed where nothing was measured


class StepSchedule(NamedTuple):
    steps: int
    computed: tuple[int, ...]  # from 0, rising; two at least

    @classmethod
    def of(cls, steps: int, full: int) -> StepSchedule:
        """`full` of `steps`, for a model that nobody has measured: all at first, where pictures
        get their shape, the last ones, and evenly between."""
        if full >= steps:
            return cls(steps, tuple(range(steps)))
        full = max(full, _AT_FIRST + _AT_LAST)
        between = full - _AT_FIRST - _AT_LAST
        gap = (steps - _AT_LAST - _AT_FIRST + 1) / (between + 1)
        middle = (round(_AT_FIRST - 1 + gap * n) for n in range(1, between + 1))
        chosen = {*range(_AT_FIRST), *middle, *range(steps - _AT_LAST, steps)}
        return cls(steps, tuple(sorted(chosen)))

    @classmethod
    def half(cls, steps: int) -> StepSchedule:
        """Every step of a few, half of many."""
        return cls.of(steps, steps if steps < FEWEST else (steps + 1) // 2)


class Forecast:
    """The velocities of one run, step by step: computed where the schedule says so."""

    def __init__(self, schedule: StepSchedule | None) -> None:
        self._schedule, self._number = schedule, 0
        self._known = list[tuple[float, torch.Tensor]]()  # the last two

    def at(self, time: float, compute: Callable[[], torch.Tensor]) -> torch.Tensor:
        number, self._number = self._number, self._number + 1
        if self._schedule is not None and number not in self._schedule.computed:
            return self._drawn_on(time)
        velocity = compute()
        self._known = [*self._known[-1:], (time, velocity)]
        return velocity

    def _drawn_on(self, time: float) -> torch.Tensor:
        (before, first), (last, second) = self._known
        return second + (time - last) / (last - before) * (second - first)


def optimised(velocities: torch.Tensor, sigmas: Sequence[float], full: int) -> StepSchedule:
    """The best `full` steps for pictures like these, whose every step was computed.

    `velocities`: (pictures, steps, …); `sigmas`: one more than steps.
    """
    astray = _Astray(velocities, sigmas)

    @cache
    def worst(before: int, last: int, following: int) -> float:
        return float(astray(before, last, following).max())

    return StepSchedule(velocities.shape[1], _cheapest(velocities.shape[1], full, worst))


def searched(velocities: torch.Tensor, sigmas: Sequence[float], full: int) -> StepSchedule:
    """`optimised` on every other picture; the rule's schedule where that does better on those
    between, in the mean or in the worst."""
    by_rule = StepSchedule.of(velocities.shape[1], full)
    found = optimised(velocities[::2], sigmas, len(by_rule.computed))
    (own, rule) = (led_astray(velocities[1::2], sigmas, each) for each in (found, by_rule))
    return found if own.mean() < rule.mean() and own.max() <= rule.max() else by_rule


def led_astray(
    velocities: torch.Tensor, sigmas: Sequence[float], schedule: StepSchedule
) -> torch.Tensor:  # fmt: skip
    """(pictures,): how far each is led by the forecasts of a schedule, one row after the other."""
    astray, computed = _Astray(velocities, sigmas), schedule.computed
    ends = (*computed[2:], schedule.steps)
    rows = zip(computed[:-1], computed[1:], ends, strict=True)
    return torch.stack([astray(*row) for row in rows]).sum(0)


class _Astray:
    """How far forecasts lead pictures whose every step was computed.

    What a row of forecasts moves a picture is a sum of its velocities, so that their products are
    all that is needed.
    """

    def __init__(self, velocities: torch.Tensor, sigmas: Sequence[float]) -> None:
        flat = velocities.flatten(2).double()
        self.products = flat @ flat.transpose(1, 2) / flat.shape[2]
        self.times = torch.tensor(list(sigmas)).double()
        self.lengths = self.times[:-1] - self.times[1:]

    def __call__(self, before: int, last: int, following: int) -> torch.Tensor:
        """(pictures,): by the steps between `last` and `following`, drawn on from `before`."""
        weights, times = torch.zeros_like(self.lengths), self.times
        for number in range(last + 1, following):
            ahead = (times[number] - times[last]) / (times[last] - times[before])
            weights[number] -= self.lengths[number]
            weights[last] += self.lengths[number] * (1 + ahead)
            weights[before] -= self.lengths[number] * ahead
        return (weights @ self.products @ weights).clamp(min=0).sqrt()


def _cheapest(
    steps: int, full: int, cost: Callable[[int, int, int], float]
) -> tuple[int, ...]:  # fmt: skip
    """The path of `full` steps from 0 and 1 on with the least sum of costs to the end."""
    paths: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {(0, 1): (0.0, (0, 1))}
    for _ in range(full - 2):
        longer: dict[tuple[int, int], tuple[float, tuple[int, ...]]] = {}
        for (before, last), (sum_, path) in paths.items():
            for following in range(last + 1, steps):
                total = sum_ + cost(before, last, following)
                if total < longer.get((last, following), (float("inf"),))[0]:
                    longer[last, following] = total, (*path, following)
        paths = longer
    ends = ((s + cost(*pair, steps), path) for pair, (s, path) in paths.items())
    return min(ends)[1]
