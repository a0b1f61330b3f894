"""The open bases that can paint a whole picture: what each is, what it wants, where it lies.

Torch-free. Weights are the user's: they are looked for in the hub's cache and in folders that are
named; nothing is downloaded. Licences and sizes as their cards say, so far as they were read.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from generators.dialects import to_prose
from generators.request import GenerationError, GenerationRequest

NEEDED = ("torch", "diffusers", "transformers", "accelerate")
INSTALL = "pip install -e '.[diffusion]'"


class Base(NamedTuple):
    """A base as diffusers knows it, and what it is good for."""

    name: str
    hub: str  # OWNER/NAME on the hub
    pipeline: str  # class of diffusers
    licence: str
    commercial: bool
    memory: str  # of the GPU, in words
    steps: int
    guidance: float
    guidance_name: str = "guidance_scale"
    side: int = 1024  # px: pictures have about the area of its square
    multiple: int = 16  # px: sides are a multiple of it
    say: Callable[[GenerationRequest], str] = to_prose

    @property
    def get(self) -> str:
        return f"hf download {self.hub}"


_LISTED = (
    Base(
        "flux2-klein", "black-forest-labs/FLUX.2-klein-4B", "Flux2KleinPipeline",
        "Apache-2.0", True, "8 to 13 GB", 4, 1.0,
    ),
    Base(
        "qwen-image", "Qwen/Qwen-Image", "QwenImagePipeline",
        "Apache-2.0", True, "24 GB and more, less with offload", 40, 4.0, "true_cfg_scale",
    ),
    Base(
        "z-image-turbo", "Tongyi-MAI/Z-Image-Turbo", "ZImagePipeline",
        "see its card", False, "16 GB", 8, 0.0,
    ),
    Base(
        "sd3-medium", "stabilityai/stable-diffusion-3-medium-diffusers",
        "StableDiffusion3Pipeline", "Stability AI Community", False, "12 to 16 GB", 28, 7.0,
    ),
    Base(
        "flux1-dev", "black-forest-labs/FLUX.1-dev", "FluxPipeline",
        "FLUX.1 non-commercial", False, "24 GB, less with offload", 28, 3.5,
    ),
)  # fmt: skip
BASES = {base.name: base for base in _LISTED}


def hub_cache() -> Path:
    """Where the hub's own tools keep what they download."""
    if own := os.environ.get("HF_HUB_CACHE"):
        return Path(own).expanduser()
    home = os.environ.get("HF_HOME") or "~/.cache/huggingface"
    return Path(home).expanduser() / "hub"


def named_folders() -> tuple[Path, ...]:
    """The folders in PLAKAT_MODELS, separated as those of PATH."""
    told = os.environ.get("PLAKAT_MODELS", "")
    return tuple(Path(part).expanduser() for part in told.split(os.pathsep) if part)


def weights_of(base: Base, folders: Sequence[Path] | None = None) -> Path | None:
    """The folder of a base's pipeline: in a named folder by its name, or the cache's newest."""
    owner, _, name = base.hub.partition("/")
    for folder in named_folders() if folders is None else folders:
        for place in (folder / name, folder / owner / name, folder / base.name, folder):
            if _is_of(place, base):
                return place
    snapshots = (hub_cache() / f"models--{owner}--{name}" / "snapshots").glob("*")
    found = [place for place in snapshots if _is_of(place, base)]
    return max(found, key=lambda place: place.stat().st_mtime, default=None)


def missing() -> tuple[str, ...]:
    """The packages that painting with any base needs and that are not installed."""
    return tuple(name for name in NEEDED if find_spec(name) is None)


def state_of(base: Base) -> str:
    """One line: licence, then whether it can paint, or the one command that is missing."""
    use = "" if base.commercial else ", read it before any commercial use"
    about = f"{base.licence}{use}; GPU memory {base.memory}"
    if missing():
        return f"{about}; needs: {INSTALL}"
    if place := weights_of(base):
        return f"{about}; weights in {place}"
    return f"{about}; no weights: {base.get}"


def ready(base: Base) -> Path:
    """The folder of its weights; GenerationError with the way out where it cannot paint."""
    if lacking := missing():
        raise GenerationError(
            f"{base.name} needs {', '.join(lacking)}, which are not installed; run: {INSTALL}"
        )
    place = weights_of(base)
    if place is None:
        raise GenerationError(
            f"there are no weights of {base.name} in {hub_cache()} nor in the folders of "
            f"PLAKAT_MODELS; get them with: {base.get}"
        )
    return place


def fitting(width: int, height: int, base: Base) -> tuple[int, int]:
    """The size to paint at: the shape of width × height, the base's area, sides it can have."""
    scale = (base.side**2 / (width * height)) ** 0.5
    step = base.multiple
    return max(step, round(width * scale / step) * step), max(
        step, round(height * scale / step) * step
    )


def _is_of(place: Path, base: Base) -> bool:
    """Is it a folder of diffusers' with this pipeline in it?"""
    index = place / "model_index.json"
    try:
        return f'"{base.pipeline}"' in index.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
