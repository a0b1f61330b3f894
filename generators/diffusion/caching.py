"""A cache over any transformer of diffusers' for the length of one request.

`with caching(model, rule, last) as cache:` and around each call `with cache("told", time):`. When
the block ends the model is as it was, so nothing is left for the next request, and without a rule
nothing is touched at all. Rules: diffusers' own configs, with the context that its families lack,
`SteadyTaylor` and `GatedTaylor`. Sources: TaylorSeer (Liu et al. 2025), CG-Taylor (Guan et al.
2025), in which a step is forecast where the first block shows that forecasting works.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from math import factorial
from typing import Any, NamedTuple

import torch
from diffusers import (
    FirstBlockCacheConfig,
    MagCacheConfig,
    TaylorSeerCacheConfig,
)
from diffusers.hooks import (
    HookRegistry,
    apply_first_block_cache,
    apply_mag_cache,
    apply_taylorseer_cache,
)
from diffusers.hooks.hooks import CacheContext, _set_cache_context
from torch import nn

_LISTS = ("transformer_blocks", "single_transformer_blocks")  # in the order in which they run
_SINGLE = r"^single_transformer_blocks\.\d+\."


class GatedTaylor(NamedTuple):
    """A step is forecast where the first block was forecast with an error below the threshold."""

    threshold: float  # mean |forecast - actual| over mean |actual|; see `calibrated`
    order: int = 1
    warm_up: int = 3  # first steps, always computed
    most: int = 4  # steps forecast in a row
    watch: Callable[[float], None] = lambda error: None  # told the error whenever it is worked out


class SteadyTaylor(NamedTuple):
    """Every `interval`-th step is computed and what the blocks give is forecast between: TaylorSeer
    at its cheapest, which keeps one tensor for a run."""

    interval: int
    order: int = 1
    warm_up: int = 3


Own = GatedTaylor | SteadyTaylor
Rule = Own | Any  # or a config of diffusers', see `_APPLY`
# around each call; the name tells runs apart that go on side by side: with conditions and without
Cache = Callable[[str, float], AbstractContextManager[None]]


def taylor_seer(interval: int = 5, order: int = 1) -> TaylorSeerCacheConfig:
    """As in the paper: attention and MLP of every block are forecast; diffusers' default forecasts
    attention only."""
    inner = r"attn|ff|ff_context|bbox_fuser_block|ff_bbox"
    return TaylorSeerCacheConfig(
        cache_interval=interval,
        max_order=order,
        taylor_factors_dtype=torch.float32,
        cache_identifiers=[rf"^transformer_blocks\.\d+\.({inner})$", rf"{_SINGLE}proj_out$"],
        skip_predict_identifiers=[rf"{_SINGLE}(attn|proj_mlp)$"],
    )


def calibrated(errors: Sequence[float], share: float) -> GatedTaylor:
    """The gate that lets `share` of the steps pass whose errors were watched while none passed.

    What a threshold means differs from model to model, so it is a quantile of the model's own.
    """
    return GatedTaylor(float(torch.tensor(list(errors)).quantile(share)))


@contextmanager
def caching(model: nn.Module, rule: Rule | None, last: float = 0.0) -> Iterator[Cache]:
    """`last` is the time of the last step, which a gate always computes."""
    if rule is None:
        yield _nothing
    elif isinstance(rule, Own):
        gate = _Gate(rule, last)
        with _on_blocks(model, gate):
            yield gate.enter
    else:
        with _hooked(model, rule) as enter:
            yield enter


class Ladder:
    """A tensor and its divided differences over time: what it was, and what it will be, guessed."""

    def __init__(self, order: int) -> None:
        self.order, self.rungs, self.time = order, list[torch.Tensor](), 0.0

    def add(self, value: torch.Tensor, time: float) -> None:
        rungs = [value]
        for rung in self.rungs[: self.order]:
            rungs.append((rungs[-1] - rung) / (time - self.time))
        self.rungs, self.time = rungs, time

    def at(self, time: float) -> torch.Tensor:
        """Σ fⱼ · Δtʲ / j!"""
        ahead = time - self.time
        terms = (rung * (ahead**j / factorial(j)) for j, rung in enumerate(self.rungs))
        return torch.stack(list(terms)).sum(0)


class _Run:
    """One run of a request: the steps with the conditions, or those without."""

    def __init__(self, order: int) -> None:
        self.first, self.last = Ladder(order), Ladder(order)  # of the blocks
        self.computed = self.skipped = 0  # steps: all, and those in a row
        self.skips = False  # in this step


class _Gate:
    def __init__(self, rule: Own, last: float) -> None:
        self.rule, self.end = rule, last
        self.runs: dict[str, _Run] = {}
        self.run, self.time = _Run(rule.order), 0.0

    @contextmanager
    def enter(self, name: str, time: float) -> Iterator[None]:
        self.run, self.time = self.runs.setdefault(name, _Run(self.rule.order)), time
        run, rule = self.run, self.rule
        may = run.computed >= rule.warm_up and time != self.end
        run.skips = may and isinstance(rule, SteadyTaylor) and run.skipped < rule.interval - 1
        yield
        run.computed, run.skipped = (
            (run.computed, run.skipped + 1) if run.skips else (run.computed + 1, 0)
        )

    def ask(self, hidden: torch.Tensor) -> None:
        """After the first block, whose output is `hidden`: may the others be forecast?"""
        run, rule = self.run, self.rule
        if isinstance(rule, GatedTaylor) and run.computed >= rule.warm_up:
            missed = (run.first.at(self.time) - hidden).abs().mean()
            error = float(missed / hidden.abs().mean())
            rule.watch(error)
            may = self.time != self.end and run.skipped < rule.most
            run.skips = may and error < rule.threshold
        if not run.skips:
            run.first.add(hidden, self.time)

    def around_first(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if self.run.skips:
                return kwargs["encoder_hidden_states"], kwargs["hidden_states"]
            made = forward(*args, **kwargs)
            self.ask(made[-1])
            return made

        return run

    def around_middle(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if self.run.skips:
                return kwargs["encoder_hidden_states"], kwargs["hidden_states"]
            return forward(*args, **kwargs)

        return run

    def around_last(self, forward: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **kwargs: Any) -> Any:
            if self.run.skips:
                return kwargs["encoder_hidden_states"], self.run.last.at(self.time)
            made = forward(*args, **kwargs)
            self.run.last.add(made[-1], self.time)
            return made

        return run


@contextmanager
def _on_blocks(model: nn.Module, gate: _Gate) -> Iterator[None]:
    """Every block's `forward` goes through the gate until the end."""
    blocks: list[Any] = [block for name in _LISTS for block in getattr(model, name, ())]
    first, *middle, last = blocks
    try:
        first.forward = gate.around_first(first.forward)
        last.forward = gate.around_last(last.forward)
        for block in middle:
            block.forward = gate.around_middle(block.forward)
        yield
    finally:
        for block in blocks:
            block.__dict__.pop("forward", None)


@contextmanager
def _hooked(model: nn.Module, rule: Any) -> Iterator[Cache]:
    """diffusers' hooks, with a context for families that set none."""
    apply, names = _APPLY[type(rule)]
    registry = HookRegistry.check_if_exists_or_initialize(model)
    apply(model, rule)
    registry.invalidate_child_registries_cache()

    @contextmanager
    def enter(called: str, time: float) -> Iterator[None]:
        _set_cache_context(model, CacheContext(called))
        yield

    try:
        yield enter
    finally:
        for name in names:
            registry.remove_hook(name, recurse=True)
        registry.invalidate_child_registries_cache()


@contextmanager
def _nothing(name: str, time: float) -> Iterator[None]:
    yield


_APPLY: dict[type, tuple[Callable[..., None], tuple[str, ...]]] = {
    TaylorSeerCacheConfig: (apply_taylorseer_cache, ("taylorseer_cache",)),
    FirstBlockCacheConfig: (
        apply_first_block_cache, ("fbc_leader_block_hook", "fbc_block_hook"),
    ),
    MagCacheConfig: (apply_mag_cache, ("mag_cache_leader_block_hook", "mag_cache_block_hook")),
}  # fmt: skip
