"""How well the demo transformer obeys its layout, and what caches and solvers keep of its pictures.

PYTHONPATH=. python benchmarks/generators.py [layout] [time] [caches] [flux]
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
from generators.diffusion.caching import GatedTaylor, SteadyTaylor, caching, calibrated, taylor_seer
from generators.diffusion.glow import Sampling
from generators.diffusion.glow_measures import calm_deviations, region_errors, without_layout
from generators.diffusion.glow_painter import GlowPainter
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
                for n in range(16)]  # fmt: skip
    errors = _gate_errors(model)
    rows = {
        "Euler 28": Sampling(LONG),
        "Euler 14": Sampling(14),
        "second order 14": Sampling(14, second_order=True),
        "Taylor, all modules, every 2nd": Sampling(LONG, cache=taylor_seer(2)),
        "Taylor of the last block, every 2nd": Sampling(LONG, cache=SteadyTaylor(2)),
        "Taylor of the last block, every 3rd": Sampling(LONG, cache=SteadyTaylor(3)),
        **{
            f"gated Taylor, quantile {share}": Sampling(LONG, cache=calibrated(errors, share))
            for share in (0.5, 0.7, 0.8, 0.9, 0.95)
        },
    }
    exact = [glow.paint(model, scene, n, Sampling(REFERENCE)) for n, scene in enumerate(pictures)]
    full = [glow.paint(model, scene, n, Sampling(LONG)) for n, scene in enumerate(pictures)]
    print(
        f"{'':34} times fewer MACs | PSNR to {LONG} steps: mean worst | to {REFERENCE}: mean worst"
    )
    whole = 0
    for name, sampling in rows.items():
        made: list[np.ndarray] = []
        count = _counted(lambda m=made, s=sampling: m.extend(
            glow.paint(model, scene, n, s) for n, scene in enumerate(pictures)))  # fmt: skip
        whole = whole or count  # the first row's
        to_full, to_exact = _psnr(made, full), _psnr(made, exact)
        print(f"{name:34} {whole / count:8.2f} | {to_full.mean():6.1f} {to_full.min():6.1f} | "
              f"{to_exact.mean():6.1f} {to_exact.min():6.1f}")  # fmt: skip


def _gate_errors(model: torch.nn.Module) -> list[float]:
    """What the gate would have seen in full runs of other requests."""
    errors: list[float] = []
    never = GatedTaylor(0.0, watch=errors.append)
    for n in range(8):
        scene = glow_scenes.drawn_by_chance(np.random.default_rng([CALIBRATION, n]), 1)
        glow.paint(model, scene, n, Sampling(LONG, cache=never))
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
    counts, taken = {}, {name: [] for name in rules}
    for name, rule in rules.items():
        counts[name] = _counted(lambda rule=rule: _flux_run(model, rule))
    for _ in range(3):
        for name, rule in rules.items():
            began = time.process_time()
            _flux_run(model, rule)
            taken[name].append(time.process_time() - began)
    theirs = "diffusers' default, interval 5"
    for name in rules:
        cpu = [a / b for a, b in zip(taken[theirs], taken[name], strict=True)]
        print(f"{name:34} {counts[theirs] / counts[name]:5.2f} x fewer MACs than the default, "
              f"{np.median(cpu):5.2f} x less CPU time, {np.median(taken[name]):.1f} s")  # fmt: skip


@torch.no_grad()
def _flux_run(model: torch.nn.Module, rule: object, steps: int = LONG) -> None:
    generator = torch.Generator().manual_seed(0)
    latents = torch.randn(1, 1024, 64, generator=generator)
    words, pooled = torch.randn(1, 256, 256, generator=generator), torch.zeros(1, 64)
    places = torch.cartesian_prod(torch.zeros(1), torch.arange(32.0), torch.arange(32.0))
    with caching(model, rule) as cache:
        for number in range(steps):
            share = 1 - number / steps
            with cache("told", share):
                velocity = model(
                    hidden_states=latents, encoder_hidden_states=words, pooled_projections=pooled,
                    timestep=torch.tensor([share]), img_ids=places, txt_ids=torch.zeros(256, 3),
                    return_dict=False,
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
