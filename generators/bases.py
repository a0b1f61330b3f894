"""The open bases that can paint a whole picture: what each is, what it wants, where it lies.

Torch-free. Weights are the user's, found by `model_folders.py`; nothing is downloaded. Licences
and sizes as their cards say, so far as they were read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generators.dialects import to_prose
from generators.families import UNKNOWN, expected_keys
from generators.model_folders import Models, Weights, models_in, named_folders
from generators.request import GenerationError, GenerationRequest
from generators.settings import Preset

NEEDED = ("torch", "diffusers", "transformers", "accelerate")
INSTALL = "pip install -e '.[diffusion]'"
_OR = "or name the folder they lie in with --models"


class Effort(NamedTuple):
    """How much work a picture is."""

    steps: int
    side: int  # px: pictures have about the area of its square


class Base(NamedTuple):
    """A base as diffusers knows it, and what it is good for."""

    name: str
    hub: str  # OWNER/NAME on the hub
    pipeline: str  # class of diffusers
    licence: str
    commercial: bool
    memory: str  # of the GPU, in words
    efforts: dict[Preset, Effort]
    guidance: float
    guidance_name: str = "guidance_scale"
    multiple: int = 16  # px: sides are a multiple of it
    network: str = "transformer"  # folder of the part that makes the picture
    network_class: str = ""  # of diffusers; empty: whole checkpoints are read instead
    shown_by: tuple[str, object] = ("", None)  # in the network's config, where classes are shared
    more: Mapping[str, object] = MappingProxyType({})  # what the pipeline is told beside
    say: Callable[[GenerationRequest], str] = to_prose
    inpaint: str = ""  # class of diffusers that changes a picture inside a mask

    @property
    def get(self) -> str:
        return f"hf download {self.hub}"

    @property
    def get_rest(self) -> str:
        """What a single file of weights lacks: encoders and VAE, or their descriptions alone."""
        if self.network_class:
            return f"{self.get} --exclude '{self.network}/*.safetensors'"
        return f"{self.get} --include '*.json' '*.txt'"


class Place(NamedTuple):
    """Where a base's weights are: all in a folder of diffusers', or the network in a file."""

    folder: Path
    file: Weights | None = None


def _efforts(draft: Effort, quality: Effort, print_: Effort) -> dict[Preset, Effort]:
    return {"draft": draft, "quality": quality, "print": print_}


_LISTED = (
    Base(
        "flux2-klein", "black-forest-labs/FLUX.2-klein-4B", "Flux2KleinPipeline",
        "Apache-2.0", True, "8 to 13 GB",
        _efforts(Effort(4, 768), Effort(4, 1024), Effort(8, 1536)), 1.0,
        network_class="Flux2Transformer2DModel", shown_by=("num_attention_heads", 24),
        inpaint="Flux2KleinInpaintPipeline",
    ),
    Base(
        "flux1-schnell", "black-forest-labs/FLUX.1-schnell", "FluxPipeline",
        "Apache-2.0", True, "24 GB, less with offload",
        _efforts(Effort(2, 768), Effort(4, 1024), Effort(4, 1440)), 0.0,
        network_class="FluxTransformer2DModel", shown_by=("guidance_embeds", False),
        inpaint="FluxInpaintPipeline",
    ),
    Base(
        "qwen-image", "Qwen/Qwen-Image", "QwenImagePipeline",
        "Apache-2.0", True, "24 GB and more, less with offload",
        _efforts(Effort(16, 1024), Effort(40, 1328), Effort(50, 1328)), 4.0, "true_cfg_scale",
        network_class="QwenImageTransformer2DModel",
        inpaint="QwenImageInpaintPipeline",
        more={"negative_prompt": " "},  # without one it takes no guidance
    ),
    Base(
        "sdxl", "stabilityai/stable-diffusion-xl-base-1.0", "StableDiffusionXLPipeline",
        "CreativeML Open RAIL++-M", True, "8 to 10 GB",
        _efforts(Effort(16, 768), Effort(30, 1024), Effort(45, 1024)), 6.0, network="unet",
        inpaint="StableDiffusionXLInpaintPipeline",
    ),
    Base(
        "z-image-turbo", "Tongyi-MAI/Z-Image-Turbo", "ZImagePipeline",
        "see its card", False, "16 GB",
        _efforts(Effort(6, 768), Effort(8, 1024), Effort(9, 1536)), 0.0,
        network_class="ZImageTransformer2DModel",
        inpaint="ZImageInpaintPipeline",
    ),
    Base(
        "sd3-medium", "stabilityai/stable-diffusion-3-medium-diffusers",
        "StableDiffusion3Pipeline", "Stability AI Community", False, "12 to 16 GB",
        _efforts(Effort(14, 768), Effort(28, 1024), Effort(50, 1024)), 7.0,
        network_class="SD3Transformer2DModel", shown_by=("pos_embed_max_size", 192),
        inpaint="StableDiffusion3InpaintPipeline",
    ),
    Base(
        "sd35-medium", "stabilityai/stable-diffusion-3.5-medium",
        "StableDiffusion3Pipeline", "Stability AI Community", False, "10 to 16 GB",
        _efforts(Effort(16, 768), Effort(40, 1024), Effort(50, 1440)), 4.5,
        network_class="SD3Transformer2DModel", shown_by=("pos_embed_max_size", 384),
        inpaint="StableDiffusion3InpaintPipeline",
    ),
    Base(
        "flux1-dev", "black-forest-labs/FLUX.1-dev", "FluxPipeline",
        "FLUX.1 non-commercial", False, "24 GB, less with offload",
        _efforts(Effort(14, 768), Effort(28, 1024), Effort(50, 1440)), 3.5,
        network_class="FluxTransformer2DModel", shown_by=("guidance_embeds", True),
        inpaint="FluxInpaintPipeline",
    ),
)  # fmt: skip
BASES = {base.name: base for base in _LISTED}


def place_of(base: Base, models: Models) -> Place | None:
    """Its weights: a single file in a named place, else a whole folder, else any single file."""
    folders = [folder for folder in models.pipelines if _is_of(folder, base)]
    whole = next((folder for folder in folders if _has_network(folder, base)), None)
    files = [weights for weights in models.files if weights.kind.base == base.name]
    named = next((weights for weights in files if _is_named(weights.path)), None)
    file = named or (files[0] if files and whole is None else None)
    folder = whole or (folders[0] if folders and file else None)
    return Place(folder, file) if folder else None


def missing(place: Place | None = None) -> tuple[str, ...]:
    """The packages that painting needs, with the weights of `place`, and that are not installed."""
    gguf = place is not None and place.file is not None and place.file.form == "GGUF"
    return tuple(name for name in (*NEEDED, *["gguf"] * gguf) if find_spec(name) is None)


def state_of(base: Base, models: Models) -> str:
    """One line: licence, then whether it can paint, or the one command that is missing."""
    use = "" if base.commercial else ", read it before any commercial use"
    about = f"{base.licence}{use}; GPU memory {base.memory}"
    place = place_of(base, models)
    if place is None:
        return f"{about}; {_lacking(base, models)}"
    where = place.file.path if place.file else place.folder
    needs = f"; needs: {INSTALL}" if missing(place) else ""
    return f"{about}; weights present at {where}{needs}"


def ready(base: Base, models: Models | None = None) -> Place:
    """Where its weights are; GenerationError with the way out where it cannot paint."""
    models = models_in() if models is None else models
    place = place_of(base, models)
    if lacking := missing(place):
        raise GenerationError(
            f"{base.name} needs {', '.join(lacking)}, which are not installed; run: {INSTALL}"
        )
    if place is None:
        others = [_not_of(base, weights) for weights in models.files if _is_named(weights.path)]
        pickles = [_pickled(path) for path in _pickles_of(base, models)]
        told = [*(text for text in models.broken if _names_one(text)), *pickles, *others][:2]
        raise GenerationError("; ".join([f"{base.name}: {_lacking(base, models)}", _OR, *told]))
    return place


def fitting(width: int, height: int, side: int, multiple: int) -> tuple[int, int]:
    """The size to paint at: the shape of width × height, the area of side², sides it can have."""
    scale = (side**2 / (width * height)) ** 0.5
    return max(multiple, round(width * scale / multiple) * multiple), max(
        multiple, round(height * scale / multiple) * multiple
    )


def _lacking(base: Base, models: Models) -> str:
    file = next((weights for weights in models.files if weights.kind.base == base.name), None)
    if file:
        rest = "encoders and VAE" if base.network_class else "its small files"
        return f"{file.kind.part} present at {file.path}, {rest} are missing: {base.get_rest}"
    return f"no weights here: {base.get}"


def _not_of(base: Base, weights: Weights) -> str:
    wanted = " and ".join(expected_keys(base.name))
    label = "no model that is known" if weights.kind == UNKNOWN else weights.kind.label
    return f"{weights.path.name} holds {label}; {base.name} has tensors {wanted}"


def _pickles_of(base: Base, models: Models) -> list[Path]:
    """Those that are named, and those in the place of its network."""
    named = [path for path in models.pickles if _is_named(path)]
    folders = (folder / base.network for folder in models.pipelines if _is_of(folder, base))
    return [*named, *(path for folder in folders for path in sorted(folder.glob("*.bin")))]


def _pickled(path: Path) -> str:
    return f"{path.name} is a pickle, which could run any code; get the .safetensors of it"


def _is_named(path: Path) -> bool:
    return any(path == place or place in path.parents for place in named_folders())


def _names_one(sentence: str) -> bool:
    return any(sentence.startswith((f"{place}:", f"{place.parent}:")) for place in named_folders())


def _is_of(folder: Path, base: Base) -> bool:
    """Is it a folder of diffusers' with this pipeline, and with this base's network in it?"""
    if _json(folder / "model_index.json").get("_class_name") != base.pipeline:
        return False
    key, value = base.shown_by
    told = _json(folder / base.network / "config.json")
    return not key or key not in told or told[key] == value


def _has_network(folder: Path, base: Base) -> bool:
    return any((folder / base.network).glob("*.safetensors"))


def _json(path: Path) -> dict[str, object]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return told if isinstance(told, dict) else {}
