"""How well the demo transformer obeys its layout, and what caches and solvers keep of its pictures.

python -m benchmarks.painters [layout] [time] [caches] [flux]
Everything on one CPU thread; multiplications are counted where they are done, attention's too.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from diffusers import FluxTransformer2DModel, TaylorSeerCacheConfig
from torch.utils.flop_counter import FlopCounterMode

from design_io.assets import AssetStore
from generators.diffusion import glow, glow_scenes
from generators.diffusion.caching import (
    GatedTaylor,
    Rule,
    SteadyTaylor,
    caching,
    calibrated,
    taylor_seer,
)
from generators.diffusion.glow import Sampling
from generators.diffusion.glow_measures import calm_deviations, region_errors, without_layout
from generators.diffusion.glow_painter import GlowPainter
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel
from generators.diffusion.step_schedule import StepSchedule, optimised
from generators.request import GenerationRequest

HELD_OUT, CALIBRATION = 99, 77  # seeds of scenes; training's begin with another
REFERENCE = 200  # steps
LONG = 28  # steps of full compute


def layout() -> None:
    """Held-out requests: colours in their places with the layout and without, calm areas."""
    rng = np.random.default_rng(HELD_OUT)
    scenes = glow_scenes.drawn_by_chance(rng, 100)
    teacher = glow_scenes.painted(scenes, rng, glow.SIDE)
    model = glow.load_model()
    told = glow.paint(model, scenes, 3)
    untold = glow.paint(model, without_layout(scenes), 3)
    own, with_it, without = (region_errors(scenes, p) for p in (teacher, told, untold))
    print(f"region colour error, {len(own)} regions of {len(teacher)} scenes (bar 0.04, 5x)")
    print(f"  teacher {own.mean():.4f}, worst {own.max():.3f}")
    print(f"  with layout {with_it.mean():.4f}, median {np.median(with_it):.4f}, "
          f"worst {with_it.max():.3f}")  # fmt: skip
    print(f"  without {without.mean():.4f}, {without.mean() / with_it.mean():.1f} times as much")
    for name, pictures in (("teacher", teacher), ("glow", told)):
        inside, outside = calm_deviations(scenes, pictures)
        print(f"  calm areas, {name}: deviation {inside:.4f} inside, {outside:.4f} outside, "
              f"{inside / outside:.2f} (bar 0.33)")  # fmt: skip


def seconds() -> None:
    """One backdrop of 1080 x 1350, from request to stored layer; the first also loads the model."""
    painter, assets = GlowPainter(), AssetStore()
    taken = []
    for seed in range(8):
        request = GenerationRequest(prompt="a jazz night", width=1080, height=1350, seed=seed)
        began, cpu = time.perf_counter(), time.process_time()
        painter.paint(request, assets)
        taken.append((time.process_time() - cpu, time.perf_counter() - began))
    cpu, clock = np.median(taken[1:], 0)
    print(f"one backdrop (bar 0.4 s): {cpu:.2f} s of CPU, {clock:.2f} s by the clock")
    print(f"  the first, with reading the weights: {taken[0][0]:.2f} s of CPU")


def caches() -> None:
    """Each picture alone; PSNR to full compute and to a long run, mean and worst."""
    model = glow.load_model()
    pictures = [glow_scenes.drawn_by_chance(np.random.default_rng([HELD_OUT, n]), 1)
                for n in range(12)]  # fmt: skip
    ideal = Sampling(REFERENCE, second_order=False)
    exact = [glow.paint(model, scene, n, ideal) for n, scene in enumerate(pictures)]
    full = [glow.paint(model, scene, n, _long()) for n, scene in enumerate(pictures)]
    print(
        f"{'':34} times fewer MACs | PSNR to {LONG} steps: mean worst | to {REFERENCE}: mean worst"
    )
    whole = 0
    for name, sampling in _samplings(model).items():
        made = [glow.paint(model, scene, n, sampling) for n, scene in enumerate(pictures)]
        count = sum(_counted(lambda s=sampling, n=n: glow.paint(model, pictures[n], n, s))
                    for n in range(3))  # fmt: skip
        whole = whole or count  # the first row's
        to_full, to_exact = _psnr(made, full), _psnr(made, exact)
        print(f"{name:34} {whole / count:8.2f} | {to_full.mean():6.1f} {to_full.min():6.1f} | "
              f"{to_exact.mean():6.1f} {to_exact.min():6.1f}", flush=True)  # fmt: skip


def _samplings(model: SiamLayoutSD3Transformer2DModel) -> dict[str, Sampling]:
    """Full compute first; fewer steps; caches and schedules, set by other requests and seeds."""
    errors, (velocities, sigmas) = _gate_errors(model), _whole_runs(model)
    rows = {"Euler 28": _long()}
    for steps in (14, 12, 10):
        schedule = optimised(velocities, sigmas, steps)
        print(f"searched schedule of {steps}: {schedule.computed}")
        rows |= {
            f"Euler {steps}": Sampling(steps, second_order=False),
            f"second order {steps}": Sampling(steps),
            f"schedule, {steps} searched": _long()._replace(schedule=schedule),
            f"schedule, {steps} by rule": _long()._replace(schedule=StepSchedule.of(LONG, steps)),
        }
    rows |= {
        "Taylor, all modules, every 2nd": _long(taylor_seer(2)),
        "Taylor of the last block, every 2nd": _long(SteadyTaylor(2)),
    }
    return rows | {
        f"gated Taylor, quantile {share}": _long(calibrated(errors, share))
        for share in (0.7, 0.85, 0.95)
    }


def _whole_runs(model: SiamLayoutSD3Transformer2DModel) -> tuple[torch.Tensor, list[float]]:
    """The velocities of every step of other requests, (pictures, steps, …), and the steps' σ."""
    scenes = [glow_scenes.drawn_by_chance(np.random.default_rng([CALIBRATION, n]), 1)
              for n in range(24)]  # fmt: skip
    runs = list[torch.Tensor]()
    for n, scene in enumerate(scenes):
        kept = list[torch.Tensor]()
        glow.paint(model, scene, 1000 + n, _long(), on_step=lambda s, k=kept: k.append(s.velocity))
        runs.append(torch.cat(kept))
    return torch.stack(runs), glow.schedule(LONG).sigmas.tolist()


def _long(cache: Rule | None = None) -> Sampling:
    return Sampling(LONG, cache=cache, second_order=False)


def _gate_errors(model: torch.nn.Module) -> list[float]:
    """What the gate would have seen in full runs of other requests."""
    errors: list[float] = []
    never = GatedTaylor(0.0, watch=errors.append)
    for n in range(4):
        scene = glow_scenes.drawn_by_chance(np.random.default_rng([CALIBRATION, n]), 1)
        glow.paint(model, scene, n, _long(never))
    return errors


def flux() -> None:
    """Blocks as FLUX has them, scaled to a CPU, with random weights: speed alone, no quality."""
    torch.manual_seed(0)
    model = FluxTransformer2DModel(
        in_channels=64, num_layers=4, num_single_layers=8, attention_head_dim=64,
        num_attention_heads=8, joint_attention_dim=256, pooled_projection_dim=64,
        axes_dims_rope=(8, 28, 28),
    ).eval()  # fmt: skip
    rules = {
        "full": None,
        "diffusers' default, interval 5": TaylorSeerCacheConfig(cache_interval=5),
        "ours, all modules, interval 5": taylor_seer(5),
        "ours, last block, interval 5": SteadyTaylor(5),
    }
    counts, taken = {}, {}
    for name, rule in rules.items():
        counts[name] = _counted(lambda rule=rule: _flux_run(model.to("meta"), rule))
    model = model.to_empty(device="cpu")
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.02)
    for name, rule in rules.items():
        began = time.process_time()
        _flux_run(model, rule)
        taken[name] = time.process_time() - began
    _, theirs, *_ = rules
    for name in rules:
        fewer, faster = counts[theirs] / counts[name], taken[theirs] / taken[name]
        print(f"{name:34} {fewer:5.2f} x fewer MACs than diffusers' default, "
              f"{faster:5.2f} x less CPU time, {taken[name]:.1f} s")  # fmt: skip


@torch.no_grad()
def _flux_run(model: torch.nn.Module, rule: object, steps: int = LONG) -> None:
    device = next(model.parameters()).device
    chance = torch.Generator().manual_seed(0)
    latents = torch.randn(1, 1024, 64, generator=chance).to(device)
    words = torch.randn(1, 256, 256, generator=chance).to(device)
    pooled, ids = torch.zeros(1, 64, device=device), torch.zeros(256, 3, device=device)
    places = torch.cartesian_prod(torch.zeros(1), torch.arange(32.0), torch.arange(32.0))
    places = places.to(device)
    with caching(model, rule) as cache:
        for number in range(steps):
            share = 1 - number / steps
            with cache("told", share):
                velocity = model(
                    hidden_states=latents, encoder_hidden_states=words, pooled_projections=pooled,
                    timestep=torch.tensor([share], device=device), txt_ids=ids,
                    img_ids=places, return_dict=False,
                )[0]  # fmt: skip
            latents = latents - velocity / steps


def _counted(run: Callable[[], object]) -> int:
    with FlopCounterMode(display=False) as counter:
        run()
    return counter.get_total_flops() // 2


def _psnr(made: list[np.ndarray], wanted: list[np.ndarray]) -> np.ndarray:
    squares = [np.square(a - b).mean() for a, b in zip(made, wanted, strict=True)]
    return -10 * np.log10(np.maximum(squares, 1e-10))


PARTS = {"layout": layout, "time": seconds, "caches": caches, "flux": flux}

if __name__ == "__main__":
    torch.set_num_threads(1)
    print(Path(__file__).name, torch.__version__)
    for part in sys.argv[1:] or PARTS:
        PARTS[part]()
