"""Schedules of computed and forecast steps: by rule, and searched over whole runs."""

from itertools import combinations

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402

from generators.diffusion.step_schedule import (  # noqa: E402
    Forecast,
    StepSchedule,
    led_astray,
    optimised,
    searched,
)

SIGMAS = [1 - n / 9 for n in range(10)]


@pytest.mark.parametrize(("steps", "full"), [(28, 14), (28, 10), (50, 25), (12, 6), (40, 39)])
def test_a_schedule_by_rule_has_as_many_steps_as_asked_and_both_ends(steps, full):
    computed = StepSchedule.of(steps, full).computed
    assert len(set(computed)) == full and list(computed) == sorted(computed)
    assert computed[:3] == (0, 1, 2) and computed[-2:] == (steps - 2, steps - 1)
    gaps = [b - a for a, b in zip(computed[2:-2], computed[3:-1], strict=True)]
    assert max(gaps) - min(gaps) <= 1


def test_half_of_a_few_steps_is_every_one():
    assert StepSchedule.half(8).computed == tuple(range(8))
    assert len(StepSchedule.half(28).computed) == 14


def astray(velocities, computed):
    """The sum, over rows of forecasts, of how far each leads the picture."""
    total, ends = 0.0, (*computed[2:], len(velocities))
    for before, last, following in zip(computed, computed[1:], ends, strict=False):
        forecast = Forecast(StepSchedule(len(velocities), (0, 1)))
        for known in (before, last):
            forecast.at(SIGMAS[known], lambda known=known: velocities[known])
        row = range(last + 1, following)
        off = [
            (SIGMAS[n] - SIGMAS[n + 1]) * (forecast.at(SIGMAS[n], None) - velocities[n])
            for n in row
        ]  # fmt: skip
        total += float(sum(off, torch.zeros(3)).square().mean().sqrt())
    return total


def test_the_search_finds_what_trying_all_finds():
    drawn = torch.Generator().manual_seed(3)
    velocities = torch.randn(9, 3, generator=drawn).cumsum(0).double()
    tried = [(0, 1, *rest) for rest in combinations(range(2, 9), 3)]
    best = min(tried, key=lambda computed: astray(velocities, computed))
    assert optimised(velocities[None], SIGMAS, 5).computed == best


def test_a_search_computes_where_velocities_bend():
    times = torch.tensor(SIGMAS[:-1])
    bent = torch.where(times > 0.5, times, 3 * (times - 0.5) + 0.5)  # a corner at step 5
    found = optimised(bent[None, :, None], SIGMAS, 4).computed
    assert found == (0, 1, 5, 6)


def test_what_is_found_must_be_better_on_pictures_it_was_not_searched_on():
    times = torch.tensor(SIGMAS[:-1])
    corner = torch.where(times > 0.5, times, 3 * (times - 0.5) + 0.5)
    other = torch.where(times > 0.3, times, 9 * (times - 0.3) + 0.3)
    rule = StepSchedule.of(9, 5)
    alike = searched(torch.stack([corner, corner])[..., None], SIGMAS, 5)
    assert alike != rule
    both = torch.stack([corner, other])[..., None]
    own, by_rule = (
        led_astray(both[1:], SIGMAS, each) for each in (optimised(both[:1], SIGMAS, 5), rule)
    )
    assert own > by_rule and searched(both, SIGMAS, 5) == rule
