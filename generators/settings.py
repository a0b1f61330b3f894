"""What a user says of painting beside the request: how much work, and with what means."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple, get_args

Preset = Literal["draft", "quality", "print"]
Offload = Literal["none", "model", "sequential"]
Storage = Literal["full", "fp8"]
Spared = Literal["none", "half", "first-block", "magnitude"]
GuidanceRule = Literal["plain", "zero-star", "plus"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
OFFLOADS: tuple[Offload, ...] = get_args(Offload)
GUIDANCE_RULES: tuple[GuidanceRule, ...] = get_args(GuidanceRule)
SPARED: tuple[Spared, ...] = get_args(Spared)


class Settings(NamedTuple):
    preset: Preset = "quality"
    offload: Offload = "model"  # which parts wait beside the GPU: none, whole ones, single layers
    storage: Storage = "full"  # numbers the network is kept in: as it comes, or of 8 bits
    retry_seed: bool = False  # once more with another seed where numbers are lost
    url: str = ""  # of a server that paints; empty: what the environment says, or the usual one
    workflow: Path | None = None  # of ComfyUI
    guidance_rule: GuidanceRule = "plain"  # how what is said is weighed against saying nothing
    first_step: Path | None = None  # folder of the network that paints the first step
    refine: bool = False  # a draft first, then half of the work on top of it at full size
    spared: Spared = "none"  # steps that are not computed: none, half, those that a cache chooses
    schedule: Path | None = None  # of steps, as `generators.search_schedule` writes it


PLAIN = Settings()
