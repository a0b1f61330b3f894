"""Caches over tiny transformers with weights by a rule, and the second-order solver."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers import FlowMatchEulerDiscreteScheduler  # noqa: E402
from torch.utils.flop_counter import FlopCounterMode  # noqa: E402

from generators.diffusion.caching import (  # noqa: E402
    GatedTaylor,
    Ladder,
    SteadyTaylor,
    caching,
    calibrated,
    taylor_seer,
)
from generators.diffusion.flow_solvers import AdamsBashforth2  # noqa: E402
from tests.generators import published as p  # noqa: E402

RUNS = {"sd3": (p.siam_sd3, p.run_sd3, 1000.0), "flux": (p.siam_flux, p.run_flux, 1.0)}
STEPS = 10
RULES = (GatedTaylor(9.0), SteadyTaylor(3), taylor_seer(3))
NAMES = ("gated", "steady", "all modules")


@pytest.fixture(params=RUNS)
def family(request):
    model, run, unit = RUNS[request.param]
    return model(), lambda model, step: run(model, timestep=unit * (1 - step / STEPS))


def request_with(family, rule, names=("told",)):
    """What the model says in every step, and how many multiplications that took."""
    model, run = family
    said = {name: [] for name in names}
    with torch.no_grad(), FlopCounterMode(display=False) as counter, caching(model, rule) as cache:
        for step in range(STEPS):
            for name in names:
                with cache(name, 1 - step / STEPS):
                    said[name].append(run(model, step))
    return {name: torch.stack(values) for name, values in said.items()}, counter.get_total_flops()


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_a_cache_computes_less_and_leaves_no_trace(family, rule):
    full, every = request_with(family, None)
    once, some = request_with(family, rule)
    again, _ = request_with(family, rule)
    after, _ = request_with(family, None)
    assert some < every
    assert not torch.equal(once["told"], full["told"])
    assert torch.equal(again["told"], once["told"])
    assert torch.equal(after["told"], full["told"])


def test_a_gate_that_trusts_no_forecast_changes_nothing(family):
    full, every = request_with(family, None)
    gated, computed = request_with(family, GatedTaylor(0.0))
    assert computed == every and torch.equal(gated["told"], full["told"])


def test_a_gate_computes_the_first_steps_and_now_and_then_another(family):
    _, every = request_with(family, None)
    _, one_in_three = request_with(family, SteadyTaylor(3))
    _, gated = request_with(family, GatedTaylor(9.0, most=2))
    assert one_in_three < gated < every


@pytest.mark.parametrize("rule", RULES, ids=NAMES)
def test_runs_side_by_side_do_not_mix(family, rule):
    alone, _ = request_with(family, rule)
    beside, _ = request_with(family, rule, names=("told", "untold"))
    assert torch.equal(beside["told"], alone["told"])


def test_a_share_of_the_watched_steps_would_have_passed():
    errors = [n / 100 for n in range(100)]
    assert sum(error < calibrated(errors, 0.7).threshold for error in errors) == 70


def test_a_ladder_goes_straight_on():
    ladder = Ladder(order=1)
    for time in (1.0, 0.8, 0.5):
        ladder.add(torch.tensor([3 * time + 2, 1.0]), time)
    assert torch.allclose(ladder.at(0.2), torch.tensor([2.6, 1.0]))


def test_the_second_order_solver_gains_a_factor_of_four_by_half_the_step():
    def missed(steps):
        scheduler = FlowMatchEulerDiscreteScheduler(shift=2.0)
        scheduler.set_timesteps(steps)
        solver, x = AdamsBashforth2(scheduler), torch.tensor([1.0], dtype=torch.float64)
        for time in solver.timesteps:
            x = solver.step(x, time, x)[0]  # dx/dσ = x, from 1 to 0
        return abs(float(x) - 2.718281828**-1)

    assert missed(40) < 0.3 * missed(20) < 0.1 * missed(5)
