"""Real geometries with random weights on a GPU: ms a step, peak memory, what caches and
torch.compile gain over plain diffusers in the same run. Speed alone: random weights paint nothing.

python -m benchmarks.gpu [siam-sd3] [creatidesign] [flux2-klein] [qwen-image-2.1] [--tiny]
With --tiny the same at toy size, on a CPU too, to see that it runs.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

import torch
from diffusers import (
    Flux2Transformer2DModel,
    QwenImage21Transformer2DModel,
    TaylorSeerCacheConfig,
)

from generators.diffusion.caching import SteadyTaylor, caching, taylor_seer
from generators.diffusion.creati_design import CreatiDesignTransformer2DModel
from generators.diffusion.design_condition import Design, design_mask
from generators.diffusion.regions import Layout
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel
from generators.diffusion.step_schedule import Forecast, StepSchedule

INTERVAL = 5
RULES = {
    "diffusers' Taylor, interval 5": TaylorSeerCacheConfig(cache_interval=INTERVAL),
    "Taylor, last block, interval 5": SteadyTaylor(INTERVAL),
    "Taylor, all modules, interval 5": taylor_seer(INTERVAL),
}
Ask = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


class Case(NamedTuple):
    """A transformer, how it is asked for a velocity, and what it works on."""

    model: Any
    ask: Ask  # latents, time 1..0 (batch,)
    latents: torch.Tensor
    rules: int  # how many of RULES know its blocks; CreatiDesign calls a module twice a step
    steps: int = 28


def siam_sd3(tiny: bool, device: str) -> Case:
    """SD3-medium with CreatiLayout's branch, ten regions, 1024 × 1024."""
    small = {
        "num_layers": 3, "attention_head_dim": 8, "num_attention_heads": 4, "sample_size": 16,
        "joint_attention_dim": 32, "caption_projection_dim": 32, "pooled_projection_dim": 32,
        "pos_embed_max_size": 16,
    }  # fmt: skip
    model = _made(SiamLayoutSD3Transformer2DModel, small if tiny else {}, device)
    config = model.config
    words = _noise(device, 1, 333, config.joint_attention_dim)
    pooled = _noise(device, 1, config.pooled_projection_dim)
    boxes = torch.tensor([0.1, 0.1, 0.6, 0.6]).expand(1, 10, 4).to(words)
    layout = Layout(
        _noise(device, 1, 10, config.pooled_projection_dim), boxes, words.new_ones(1, 10)
    )

    def ask(latents: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        told = {"layout": layout} if float(time) > 0.7 else {}  # a third of the steps
        return model(
            hidden_states=latents, encoder_hidden_states=words, pooled_projections=pooled,
            timestep=1000 * time, joint_attention_kwargs=told, return_dict=False,
        )[0]  # fmt: skip

    side = config.sample_size
    return Case(model, ask, _noise(device, 1, 16, side, side), 3)


def creatidesign(tiny: bool, device: str) -> Case:
    """FLUX.1-dev with CreatiDesign's objects and subject, 1024 × 1024."""
    small = {
        "num_layers": 1, "num_single_layers": 2, "attention_head_dim": 16, "in_channels": 16,
        "num_attention_heads": 2, "joint_attention_dim": 32, "pooled_projection_dim": 16,
        "axes_dims_rope": (4, 6, 6),
    }  # fmt: skip
    told = {**(small if tiny else {}), "guidance_embeds": True}
    model = _made(CreatiDesignTransformer2DModel, told, device)
    config, side = model.config, 8 if tiny else 64
    design = _design(config, side, device)
    design = design._replace(mask=design_mask(design, 512, 30))
    words, pooled, ids = _flux_words(config, device)
    guidance = torch.ones(1, device=device)

    def ask(latents: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        return model(
            hidden_states=latents, encoder_hidden_states=words, pooled_projections=pooled,
            timestep=time, guidance=guidance, txt_ids=ids, img_ids=_places(side, device, 3),
            joint_attention_kwargs={"design": design}, return_dict=False,
        )[0]  # fmt: skip

    return Case(model, ask, _noise(device, 1, side * side, config.in_channels), 2)


def _design(config: Any, side: int, device: str) -> Design:
    half = side // 2
    maps = torch.zeros(1, 10, side, side, device=device)
    maps[..., : side // 2, : side // 2] = 1
    boxes = torch.tensor([0.0, 0.0, 0.5, 0.5]).expand(1, 10, 4).to(device, torch.bfloat16)
    captions = _noise(device, 1, 10, 30, config.joint_attention_dim)
    return Design(
        layout=Layout(captions, boxes, captions.new_ones(1, 10)), object_maps=maps,
        image_grid=(side, side), subject=_noise(device, 1, half * half, config.in_channels),
        subject_ids=_places(half, device, 3), subject_map=maps[:, :1], subject_grid=(half, half),
    )  # fmt: skip


def flux2_klein(tiny: bool, device: str) -> Case:
    """FLUX.2-klein-4B: 5 double and 20 single blocks of 3072."""
    real = {
        "num_layers": 5, "num_single_layers": 20, "num_attention_heads": 24,
        "joint_attention_dim": 7680, "guidance_embeds": False,
    }  # fmt: skip
    small = {
        "in_channels": 16, "num_layers": 1, "num_single_layers": 2, "attention_head_dim": 16,
        "num_attention_heads": 2, "joint_attention_dim": 48, "timestep_guidance_channels": 16,
        "axes_dims_rope": (4, 4, 4, 4), "guidance_embeds": False,
    }  # fmt: skip
    model = _made(Flux2Transformer2DModel, small if tiny else real, device)
    config, side = model.config, 8 if tiny else 64
    words = _noise(device, 1, 512, config.joint_attention_dim)

    def ask(latents: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        return model(
            hidden_states=latents, encoder_hidden_states=words, timestep=time,
            txt_ids=torch.zeros(512, 4, device=device), img_ids=_places(side, device, 4),
            return_dict=False,
        )[0]  # fmt: skip

    return Case(model, ask, _noise(device, 1, side * side, config.in_channels), 0)


def qwen_image_21(tiny: bool, device: str) -> Case:
    """Qwen-Image-2.1, 7.1 B, 2048 × 2048 px in 64 × 64 tokens."""
    small = {
        "in_channels": 16, "out_channels": 16, "num_layers": 2, "attention_head_dim": 16,
        "num_attention_heads": 2, "context_in_dim": 32, "axes_dims_rope": (4, 6, 6),
    }  # fmt: skip
    model = _made(QwenImage21Transformer2DModel, small if tiny else {}, device)
    config, side = model.config, 8 if tiny else 64
    words = _noise(device, 1, 256, config.context_in_dim)
    slots = torch.zeros(1, 256, dtype=torch.bool, device=device)
    slots = torch.cat([slots, slots.new_ones(1, side * side // 4)], 1)

    def ask(latents: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        return model(
            hidden_states=latents, encoder_hidden_states=words, timestep=time,
            img_shapes=[[(1, side, side)]], img_mask=slots, return_dict=False,
        )[0][:, -side * side :]  # fmt: skip

    return Case(model, ask, _noise(device, 1, side * side, config.in_channels), 0)


CASES = {
    "siam-sd3": siam_sd3, "creatidesign": creatidesign, "flux2-klein": flux2_klein,
    "qwen-image-2.1": qwen_image_21,
}  # fmt: skip


def measured(case: Case, device: str) -> None:
    """Plain diffusers first; every row beside it."""
    half = StepSchedule.of(case.steps, case.steps // 2)
    rows: dict[str, Callable[[], torch.Tensor]] = {
        "plain": partial(_run, case, case.ask),
        "half of the steps": partial(_run, case, case.ask, schedule=half),
    }
    for name, rule in list(RULES.items())[: case.rules]:
        rows[name] = partial(_run, case, case.ask, rule=rule)
    plain = 0.0
    for name, run in rows.items():
        seconds = _timed(run, device)
        plain = plain or seconds
        _said(name, case, seconds, plain, device)
    if device != "cuda":
        return
    case.model.compile()
    _said("torch.compile", case, _timed(rows["plain"], device), plain, device)


def _said(name: str, case: Case, seconds: float, plain: float, device: str) -> None:
    peak = f"{torch.cuda.max_memory_allocated() / 2**30:6.1f} GB" if device == "cuda" else ""
    print(f"  {name:34} {1000 * seconds / case.steps:9.1f} ms a step, {plain / seconds:5.2f} x "
          f"{peak}", flush=True)  # fmt: skip


@torch.no_grad()
def _run(
    case: Case, ask: Ask, rule: Any = None, schedule: StepSchedule | None = None
) -> torch.Tensor:  # fmt: skip
    latents, forecast = case.latents, Forecast(schedule)
    with caching(case.model, rule) as cache:
        for number in range(case.steps):
            share = 1 - number / case.steps
            now = torch.tensor([share], device=latents.device, dtype=latents.dtype)
            with cache("told", share):
                velocity = forecast.at(share, partial(ask, latents, now))
            latents = latents - velocity / case.steps
    return latents


def _timed(run: Callable[[], torch.Tensor], device: str) -> float:
    """The second time: the first one compiles, and fills the caches of the allocator."""
    run()
    if device == "cuda":
        torch.cuda.synchronize()
        torch.cuda.reset_peak_memory_stats()
    began = time.perf_counter()
    run().sum().item()
    return time.perf_counter() - began


def _made(kind: Any, config: dict[str, Any], device: str) -> Any:
    """In bf16 from the first number on, so that no larger copy is ever made."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with torch.device(device):
            model = kind(**config)
    finally:
        torch.set_default_dtype(before)
    for parameter in model.parameters():
        torch.nn.init.normal_(parameter, std=0.02)
    return model.eval()


def _noise(device: str, *shape: int) -> torch.Tensor:
    return torch.randn(*shape, device=device, dtype=torch.bfloat16)


def _flux_words(config: Any, device: str) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    words = _noise(device, 1, 512, config.joint_attention_dim)
    pooled = _noise(device, 1, config.pooled_projection_dim)
    return words, pooled, torch.zeros(512, 3, device=device)


def _places(side: int, device: str, axes: int) -> torch.Tensor:
    """Position ids row by row: 0, y, x and, of four axes, another 0."""
    line = torch.arange(float(side), device=device)
    zero = torch.zeros(1, device=device)
    return torch.cartesian_prod(zero, line, line, *[zero] * (axes - 3))


def main(told: list[str]) -> int:
    tiny = "--tiny" in told
    names = [name for name in told if not name.startswith("-")] or list(CASES)
    if unknown := [name for name in names if name not in CASES]:
        print(f"{unknown[0]!r} is no case; choose of: {', '.join(CASES)}")
        return 2
    if not torch.cuda.is_available() and not tiny:
        print("this needs a GPU with CUDA, which torch does not find here; --tiny runs at toy size")
        return 1
    device = "cuda" if torch.cuda.is_available() else "cpu"
    where = torch.cuda.get_device_name() if device == "cuda" else "CPU, toy size"
    print(f"{where}, torch {torch.__version__}")
    for name in names:
        case = CASES[name](tiny, device)
        count = sum(parameter.numel() for parameter in case.model.parameters())
        print(f"{name}: {count / 1e9:.2f} B parameters, {case.steps} steps")
        try:
            measured(case, device)
        except torch.OutOfMemoryError:
            print("  more memory than this GPU has")
        del case
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
