"""Published layout and multi-condition transformers as painters: what each is, wants and lacks.

Torch-free. Each stands on a base of `generators/bases.py`, whose text encoders, VAE and scheduler
it uses; its own weights are looked for where those of bases are. Nothing is downloaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from generators.bases import BASES, INSTALL, Base, Effort, Place, missing, ready
from generators.bases import place_of as place_of_base
from generators.model_folders import Models, hub_cache, models_in, named_folders
from generators.request import Abilities, GenerationError
from generators.settings import Preset


class LayoutModel(NamedTuple):
    """A transformer over a base; `place` is where its repository on the hub keeps it."""

    name: str
    base: str
    hub: str
    place: str  # a folder with config.json, or a file of adapters alone
    licence: str
    memory: str  # of the GPU, in words
    efforts: dict[Preset, Effort]
    guidance: float  # of two passes a step (Ho and Salimans); 1: one pass
    embedded: float  # guidance that the transformer is told as a number, where it takes one
    abilities: Abilities
    share: float = 1.0  # of the steps, the first, in which the layout leads
    regions: int = 10

    @property
    def stand(self) -> Base:
        return BASES[self.base]

    @property
    def get(self) -> str:
        return f"hf download {self.hub} --include '{self.place}*'"


def _efforts(draft: int, quality: int, print_: int, side: int = 1024) -> dict[Preset, Effort]:
    """Steps, at the size the transformer was made for."""
    return {
        "draft": Effort(draft, side), "quality": Effort(quality, side),
        "print": Effort(print_, side),
    }  # fmt: skip


_BOXES = Abilities(backgrounds=True, regions=True)
_BOXES_AND_PICTURES = Abilities(backgrounds=True, regions=True, references=True)
_LISTED = (
    LayoutModel(
        "creatilayout-sd3", "sd3-medium", "HuiZhang0812/CreatiLayout", "SiamLayout_SD3/",
        "Apache-2.0", "16 to 24 GB", _efforts(14, 28, 50), 7.0, 0.0, _BOXES, share=0.3,
    ),
    LayoutModel(
        "creatilayout-sd3-lora", "sd3-medium", "HuiZhang0812/CreatiLayout",
        "SiamLayout_SD3_lora/model.safetensors", "Apache-2.0", "14 to 18 GB",
        _efforts(14, 28, 50), 7.0, 0.0, _BOXES, share=0.3,
    ),
    LayoutModel(
        "creatilayout-flux", "flux1-dev", "HuiZhang0812/CreatiLayout", "SiamLayout_FLUX/",
        "Apache-2.0", "48 GB and more", _efforts(14, 28, 50, 512), 3.0, 3.5, _BOXES, share=0.3,
    ),
    LayoutModel(
        "creatidesign", "flux1-dev", "HuiZhang0812/CreatiDesign", "transformer/",
        "see its card", "32 GB, less with offload", _efforts(14, 28, 50),
        3.5, 1.0, _BOXES_AND_PICTURES,
    ),
    LayoutModel(
        "easycontrol", "flux1-dev", "Xiaojiu-Z/EasyControl", "models/subject.safetensors",
        "research only", "26 GB, less with offload", _efforts(14, 25, 50), 1.0, 3.5,
        Abilities(backgrounds=True, references=True),
    ),
)  # fmt: skip
LAYOUT_MODELS = {model.name: model for model in _LISTED}


def place_of(model: LayoutModel) -> Path | None:
    """Its folder or file: below a named folder by its name, or in the cache's newest snapshot."""
    owner, _, name = model.hub.partition("/")
    for folder in named_folders():
        for top in (folder / name, folder / owner / name):
            if _is_there(top / model.place):
                return top / model.place
    snapshots = (hub_cache() / f"models--{owner}--{name}" / "snapshots").glob("*")
    found = [top / model.place for top in snapshots if _is_there(top / model.place)]
    return max(found, key=lambda place: place.stat().st_mtime, default=None)


def ready_layout(model: LayoutModel) -> tuple[Place, Path]:
    """Where its base and its own weights are; GenerationError with the way out."""
    base = ready(model.stand)
    place = place_of(model)
    if place is None:
        raise GenerationError(
            f"{model.name}: no weights here: {model.get}; or name the folder they lie in with "
            "--models"
        )
    return base, place


def state_of_layout(model: LayoutModel, models: Models | None = None) -> str:
    """One line: licences, then whether it can paint, or the one command that is missing next."""
    about = (
        f"{model.licence} over {model.base} ({model.stand.licence}), read both before any "
        f"commercial use; GPU memory {model.memory}"
    )
    if missing():
        return f"{about}; needs: {INSTALL}"
    if place_of_base(model.stand, models_in() if models is None else models) is None:
        return f"{about}; no weights of its base: {model.stand.get}"
    place = place_of(model)
    return f"{about}; weights present at {place}" if place else f"{about}; no weights: {model.get}"


def _is_there(place: Path) -> bool:
    """A file of weights, or a folder with a transformer's configuration."""
    return place.is_file() or (place / "config.json").is_file()
