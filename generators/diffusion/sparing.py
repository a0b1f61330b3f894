"""Caches for the networks of diffusers' own pipelines, which call them as they like.

Each call of the network is put into a context of its own: which step it is, its time says; which
run of it (with the words, without them), the order in which they come.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import Any

import torch
from diffusers import FirstBlockCacheConfig, MagCacheConfig
from diffusers.hooks.mag_cache import FLUX_MAG_RATIOS
from torch import nn

from generators.diffusion.caching import Rule, caching
from generators.diffusion.step_schedule import FEWEST, Forecast, StepSchedule
from generators.request import GenerationError
from generators.settings import Settings

_TIMES = ("timestep", "t")  # what families call the time of a step
_FIRST_BLOCK = 0.1  # of the first block's residual: a change that is worth computing the others
_BY_FIRST_BLOCK = ("FluxTransformer2DModel", "QwenImageTransformer2DModel")  # others break it
_BY_MAGNITUDE = ("FluxTransformer2DModel",)  # whose magnitudes are published


def schedule_in(file: Path, steps: int) -> StepSchedule:
    """What `generators.search_schedule` found, for as many steps as are painted."""
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        schedule = StepSchedule(int(told["steps"]), tuple(int(n) for n in told["computed"]))
        if schedule.computed[:2] != (0, 1) or sorted(set(schedule.computed)) != [
            *schedule.computed
        ]:
            raise ValueError("its steps do not rise from 0 and 1")
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise GenerationError(f"{file} is no schedule of steps ({error})") from error
    if schedule.steps != steps:
        raise GenerationError(
            f"the schedule in {file} is of {schedule.steps} steps, not of {steps}"
        )
    return schedule


def rule_of(settings: Settings, network: nn.Module, steps: int) -> StepSchedule | Rule | None:
    """What a user asks for, for this network; GenerationError where it is not of those."""
    kind, spared = type(network).__name__, settings.spared
    if settings.schedule is not None:
        return schedule_in(settings.schedule, steps)
    if spared == "none" or steps < FEWEST:
        return None
    if spared == "half":
        return StepSchedule.half(steps)
    known = _BY_FIRST_BLOCK if spared == "first-block" else _BY_MAGNITUDE
    if kind not in known:
        raise GenerationError(
            f"--cache {spared} knows {', '.join(known)}, not {kind}; --cache half works with all"
        )
    if spared == "first-block":
        return FirstBlockCacheConfig(threshold=_FIRST_BLOCK)
    return MagCacheConfig(num_inference_steps=steps, mag_ratios=FLUX_MAG_RATIOS)


@contextmanager
def sparing(network: nn.Module, rule: StepSchedule | Rule | None) -> Iterator[None]:
    """For the pictures that are painted in it; then the network is as it was."""
    if rule is None:
        yield
    elif isinstance(rule, StepSchedule):
        with _called_by(network, _Scheduled(rule, network.forward)):
            yield
    else:
        with caching(network, rule) as cache:
            forward = network.forward

            def in_context(run: str, time: float, call: Callable[[], Any]) -> Any:
                with cache(run, time):
                    return call()

            with _called_by(network, _Calls(in_context, forward)):
                yield


@contextmanager
def begun_by(network: nn.Module, other: nn.Module | None) -> Iterator[None]:
    """The first step of each picture painted in it is `other`'s, which comes to the network's place
    for it (Gandikota and Bau 2025): a few-step model's pictures vary as those of its base do."""
    if other is None:
        yield
        return
    forward, begun = network.forward, list[float]()

    @wraps(forward)
    def first(*args: Any, **kwargs: Any) -> Any:
        told = names.bind(*args, **kwargs).arguments
        begun.append(_time_in(told))
        if begun[-1] != begun[0]:
            return forward(*args, **kwargs)
        other.to(next(value.device for value in told.values() if torch.is_tensor(value)))
        try:
            return other(*args, **kwargs)
        finally:
            other.to("cpu")

    names = inspect.signature(forward)
    with _called_by(network, first):
        yield


def _time_in(told: Mapping[str, Any]) -> float:
    return float(torch.as_tensor(next(told[n] for n in _TIMES if n in told)).flatten()[0])


@contextmanager
def heard_from(network: nn.Module) -> Iterator[list[torch.Tensor]]:
    """What the network says in each step of the one picture painted in it, all its runs in one."""
    said = list[torch.Tensor]()

    def hear(run: str, time: float, call: Callable[[], Any]) -> Any:
        answer = call()
        value = torch.stack(answer[0]) if isinstance(answer[0], list) else answer[0]
        flat = value.detach().flatten().float().cpu()
        if run == "0":
            said.append(flat)
        else:
            said[-1] = torch.cat([said[-1], flat])
        return answer

    with _called_by(network, _Calls(hear, network.forward)):
        yield said


class _Calls:
    """In the place of a network's forward: finds out which run of which step a call is."""

    def __init__(
        self, around: Callable[[str, float, Callable[[], Any]], Any], forward: Callable[..., Any]
    ) -> None:
        self.around, self.forward = around, forward
        self.names = inspect.signature(forward)
        self.time, self.run = float("nan"), 0

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        time = _time_in(self.names.bind(*args, **kwargs).arguments)
        self.time, self.run = time, self.run + 1 if time == self.time else 0
        return self.around(str(self.run), time, lambda: self.forward(*args, **kwargs))


class _Scheduled(_Calls):
    """What the network says is drawn on in the steps that are not computed."""

    def __init__(self, schedule: StepSchedule, forward: Callable[..., Any]) -> None:
        super().__init__(self._step, forward)
        self.schedule = schedule
        self.runs: dict[str, Forecast] = {}
        self.pack: Callable[[torch.Tensor], Any] = lambda value: (value,)

    def _step(self, run: str, time: float, call: Callable[[], Any]) -> Any:
        forecast = self.runs.setdefault(run, Forecast(self.schedule))
        return self.pack(forecast.at(time, lambda: self._unpacked(call())))

    def _unpacked(self, said: Any) -> torch.Tensor:
        """The velocity alone; keeps how it was wrapped."""
        value, whole = said[0], type(said)
        listed = isinstance(value, list)  # one tensor a picture

        def pack(velocity: torch.Tensor) -> Any:
            inner = list(velocity) if listed else velocity
            return (inner,) if whole is tuple else whole(sample=inner)

        self.pack = pack
        return torch.stack(value) if listed else value


@contextmanager
def _called_by(network: Any, forward: Callable[..., Any]) -> Iterator[None]:
    before = network.__dict__.get("forward")
    network.forward = forward
    try:
        yield
    finally:
        if network.__dict__.get("forward") is forward:  # else offloading took it off already
            del network.forward
            if before is not None:
                network.forward = before
