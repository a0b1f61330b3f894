"""Training of `glow`: flow matching that says the clean picture, on scenes drawn when needed.

It can be stopped at any time and goes on where it was: a step's scenes and noise hang on its number
alone. Source of the flow: Liu et al. 2023; of the drawing of times: Esser et al. 2024, section 3.1.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from safetensors.torch import save_file

from generators.diffusion import glow_scenes
from generators.diffusion.glow import SIDE, Condition, clean, condition_of, new_model
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel

_DRAWN = 32  # steps whose scenes are drawn together
_CAP = 25.0  # of the weight 1/t²
_NOISY = 0.7  # middle of the logits of t, drawn with deviation 1: where the layout is learned


class Recipe(NamedTuple):
    steps: int
    batch: int = 16
    rate: float = 1e-3
    warm_up: int = 200  # steps
    decay: float = 0.4  # of all steps, the last
    average: float = 0.997  # of the weights that are kept
    untold: float = 0.1  # of the pictures, told nothing; as many are told no layout

    def rate_at(self, step: int) -> float:
        left = (self.steps - step) / (self.decay * self.steps)
        return self.rate * max(0.0, min(1.0, (step + 1) / self.warm_up, left))


class Training:
    """The state between two steps."""

    def __init__(self, recipe: Recipe, device: str = "cpu") -> None:
        torch.manual_seed(0)
        self.recipe, self.device, self.step = recipe, device, 0
        self.model = new_model().to(device).train()
        self.kept = {n: p.detach().clone() for n, p in self.model.named_parameters()}
        self.optimizer = torch.optim.AdamW(
            self.model.parameters(), lr=recipe.rate, betas=(0.9, 0.98), weight_decay=0.01,
            fused=True,
        )  # fmt: skip

    def advance(self, pictures: torch.Tensor, condition: Condition) -> torch.Tensor:
        """One step on `pictures` (batch, 3, SIDE, SIDE), -1..1; its loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = self.recipe.rate_at(self.step)
        chance = torch.Generator().manual_seed(self.step)
        loss = flow_loss(self.model, pictures, self._partly(condition, chance), chance)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._average()
        return loss.detach()

    def _partly(self, condition: Condition, chance: torch.Generator) -> Condition:
        drawn = torch.rand(len(condition.pooled), generator=chance).to(self.device)
        return condition.without(drawn < self.recipe.untold, drawn < 2 * self.recipe.untold)

    @torch.no_grad()
    def _average(self) -> None:
        weight = 1 - min(self.recipe.average, (1 + self.step) / (10 + self.step))
        kept = list(self.kept.values())
        torch._foreach_lerp_(kept, [p.detach() for p in self.model.parameters()], weight)

    def save(self, folder: Path) -> None:
        """`glow.safetensors`, averaged weights in half precision, and what is needed to go on."""
        folder.mkdir(parents=True, exist_ok=True)
        state = {
            "step": self.step, "model": self.model.state_dict(), "kept": self.kept,
            "optimizer": self.optimizer.state_dict(),
        }  # fmt: skip
        torch.save(state, folder / "training.tmp")
        (folder / "training.tmp").replace(folder / "training.pt")
        half = {name: value.half().contiguous().cpu() for name, value in self.kept.items()}
        save_file(half, folder / "glow.tmp")
        (folder / "glow.tmp").replace(folder / "glow.safetensors")

    def resume(self, folder: Path) -> None:
        file = folder / "training.pt"
        if not file.is_file():
            return
        state = torch.load(file, map_location=self.device, weights_only=True)
        self.step, self.kept = state["step"], state["kept"]
        self.model.load_state_dict(state["model"])
        self.optimizer.load_state_dict(state["optimizer"])


def flow_loss(
    model: SiamLayoutSD3Transformer2DModel, pictures: torch.Tensor, condition: Condition,
    chance: torch.Generator,
) -> torch.Tensor:  # fmt: skip
    """Squared error of the clean picture, weighted as an error of the velocity, but for small t."""
    share = torch.sigmoid(_NOISY + torch.randn(len(pictures), generator=chance)).to(pictures)
    drawn = torch.randn(pictures.shape, generator=chance).to(pictures)
    at = share[:, None, None, None]
    said = clean(model, (1 - at) * pictures + at * drawn, share, condition)
    weight = (1 / share**2).clamp(max=_CAP)
    return (weight * (said - pictures).square().mean((1, 2, 3))).mean()


def train(
    recipe: Recipe, folder: Path, device: str, seconds: float, tell: Callable[[str], None]
) -> None:
    """Up to `recipe.steps`, saving into `folder` every `seconds`."""
    training = Training(recipe, device)
    training.resume(folder)
    losses: list[torch.Tensor] = []
    saved, began = time.monotonic(), training.step
    while training.step < recipe.steps:
        for pictures, condition in batches(training.step // _DRAWN, recipe.batch, device):
            losses.append(training.advance(pictures, condition))
        if time.monotonic() - saved > seconds or training.step >= recipe.steps:
            training.save(folder)
            rate = (training.step - began) / (time.monotonic() - saved)
            loss = torch.stack(losses).mean()
            tell(f"step {training.step} of {recipe.steps}, {rate:.1f} a second, loss {loss:.4f}")
            losses, saved, began = [], time.monotonic(), training.step


def batches(number: int, size: int, device: str) -> list[tuple[torch.Tensor, Condition]]:
    """The pictures of _DRAWN steps and what is told of them."""
    rng = np.random.default_rng([7, number])
    scenes = glow_scenes.drawn_by_chance(rng, _DRAWN * size)
    drawn = torch.from_numpy(glow_scenes.painted(scenes, rng, SIDE)).permute(0, 3, 1, 2)
    return [
        (
            (2 * drawn[at : at + size] - 1).contiguous().to(device),
            condition_of(scenes.part(slice(at, at + size)), device),
        )
        for at in range(0, _DRAWN * size, size)
    ]
