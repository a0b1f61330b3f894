"""`glow`: a SiamLayout transformer of Stable Diffusion 3 small enough to be trained on a laptop.

It works on pixels, 24 × 24 of them, and is trained to say the clean picture; the loop that paints
with it is the one of all families. Its teacher is our own arithmetic (`glow_scenes`).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from diffusers import FlowMatchEulerDiscreteScheduler

from generators.diffusion import glow_words
from generators.diffusion.caching import Cache, Rule, caching
from generators.diffusion.denoising import Predict, Step, denoise, noise
from generators.diffusion.flow_solvers import AdamsBashforth2
from generators.diffusion.glow_scenes import Scenes
from generators.diffusion.guidance import Guidance
from generators.diffusion.regions import Layout
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel
from generators.diffusion.step_schedule import StepSchedule
from generators.diffusion.weights import load_into, read_weights
from generators.settings import GuidanceRule

SIDE = 24  # px
WEIGHTS = Path(__file__).parent.parent.parent / "assets" / "models" / "glow.safetensors"
GEOMETRY = {
    "sample_size": SIDE, "patch_size": 4, "in_channels": 3, "out_channels": 3, "num_layers": 4,
    "attention_head_dim": 32, "num_attention_heads": 3, "caption_projection_dim": 96,
    "joint_attention_dim": glow_words.WIDTH, "pooled_projection_dim": glow_words.WIDTH,
    "pos_embed_max_size": SIDE // 4,
}  # fmt: skip
STEPS, GUIDANCE, SHIFT = 8, 1.5, 2.0


class Condition(NamedTuple):
    """What the transformer is told of each picture of a batch."""

    words: torch.Tensor  # (batch, tokens, width)
    pooled: torch.Tensor  # (batch, width)
    layout: Layout

    def without(self, words: torch.Tensor, layout: torch.Tensor) -> Condition:
        """`words`, `layout`: (batch,) bool, of which pictures they are to be taken away."""
        said, mask = (~words).float()[:, None], self.layout.mask * (~layout).float()[:, None]
        return Condition(
            self.words * said[..., None], self.pooled * said, self.layout._replace(mask=mask)
        )

    def nothing(self) -> Condition:
        every = torch.ones(len(self.pooled), dtype=torch.bool, device=self.pooled.device)
        return self.without(every, every)


def new_model() -> SiamLayoutSD3Transformer2DModel:
    return SiamLayoutSD3Transformer2DModel(**GEOMETRY)


def load_model(path: Path = WEIGHTS) -> SiamLayoutSD3Transformer2DModel:
    """The trained transformer; GenerationError where the file is not all of it."""
    model = new_model()
    weights = {name: value.float() for name, value in read_weights(path).items()}
    load_into(model, weights, path.name, base=["pos_embed.pos_embed"])
    return model.eval()


def condition_of(scenes: Scenes, device: str = "cpu") -> Condition:
    words, pooled = glow_words.of_backdrops(scenes)
    told = (
        words, pooled, glow_words.of_regions(scenes), scenes.boxes, np.float32(scenes.kind >= 0)
    )  # fmt: skip
    said, mean, captions, boxes, mask = (torch.from_numpy(value).to(device) for value in told)
    return Condition(said, mean, Layout(captions, boxes, mask))


def clean(
    model: SiamLayoutSD3Transformer2DModel, latents: torch.Tensor, share: torch.Tensor,
    condition: Condition, strength: float = 1.0,
) -> torch.Tensor:  # fmt: skip
    """The picture behind `latents` (batch, 3, SIDE, SIDE), -1..1, of which `share` is noise."""
    return model(
        hidden_states=latents,
        encoder_hidden_states=condition.words,
        pooled_projections=condition.pooled,
        timestep=1000 * share,
        joint_attention_kwargs={"layout": condition.layout._replace(strength=strength)},
    ).sample


class Sampling(NamedTuple):
    steps: int = STEPS
    guidance: float = GUIDANCE
    rule: GuidanceRule = "plain"
    cache: Rule | None = None
    second_order: bool = True  # solver; else Euler
    schedule: StepSchedule | None = None  # which of the steps are computed; none: every one


BEST = Sampling()


def schedule(steps: int) -> FlowMatchEulerDiscreteScheduler:
    scheduler = FlowMatchEulerDiscreteScheduler(shift=SHIFT)
    scheduler.set_timesteps(steps)
    return scheduler


def paint(
    model: SiamLayoutSD3Transformer2DModel,
    scenes: Scenes,
    seed: int,
    sampling: Sampling = BEST,
    layout_strength: float = 1.0,
    on_step: Callable[[Step], None] = lambda step: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> np.ndarray:
    """(count, SIDE, SIDE, 3) float32, 0..1"""
    scheduler = schedule(sampling.steps)
    start = noise((len(scenes.kind), 3, SIDE, SIDE), seed, next(model.parameters()).device)
    with caching(model, sampling.cache, float(scheduler.timesteps[-1])) as cache:
        done = denoise(
            start, AdamsBashforth2(scheduler) if sampling.second_order else scheduler,
            _velocity(model, condition_of(scenes, str(start.device)), cache),
            Guidance(sampling.guidance, sampling.rule), layout_strength, 1.0, on_step, cancelled,
            sampling.schedule,
        )  # fmt: skip
    return np.asarray((done.permute(0, 2, 3, 1).cpu() / 2 + 0.5).clamp(0, 1).numpy())


def _velocity(model: SiamLayoutSD3Transformer2DModel, told: Condition, cache: Cache) -> Predict:
    untold = told.nothing()

    def predict(
        latents: torch.Tensor, time: torch.Tensor, conditional: bool, strength: float
    ) -> torch.Tensor:
        share = (time / 1000).to(latents.dtype)
        condition = told if conditional else untold
        with cache("told" if conditional else "untold", float(time[0])):
            picture = clean(model, latents, share, condition, strength)
        return (latents - picture) / share[:, None, None, None]

    return predict
