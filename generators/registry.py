"""The painters by name; a painter's library is loaded when it is asked for."""

from __future__ import annotations

import re
from functools import partial
from typing import Protocol

from design_io.errors import DesignError
from generators import comfyui, images_api, plakat_server
from generators.artist import Artist
from generators.bases import BASES, INSTALL, Base, missing, ready, state_of
from generators.comfyui import ComfyUI
from generators.decomposing import QWEN_LAYERED, Decomposer
from generators.images_api import ImagesApi
from generators.layout_models import LAYOUT_MODELS, LayoutModel, ready_layout, state_of_layout
from generators.model_folders import Models, models_in
from generators.plakat_server import PlakatServer
from generators.request import GenerationError, Generator
from generators.settings import PLAIN, Settings


class Maker(Protocol):
    """Makes a painter ready to paint; GenerationError with the way out where it cannot."""

    def __call__(self, settings: Settings = PLAIN) -> Generator: ...


def _artist(settings: Settings = PLAIN) -> Generator:
    return Artist()


def _painter_with(base: Base, settings: Settings = PLAIN) -> Generator:
    place = ready(base)
    from generators.diffusion.pipelines import PipelinePainter

    return PipelinePainter(base, place, settings)


def _glow(settings: Settings = PLAIN) -> Generator:
    if lacking := missing():
        raise GenerationError(
            f"glow needs {', '.join(lacking)}, which are not installed; run: {INSTALL}"
        )
    from generators.diffusion.glow_painter import GlowPainter

    return GlowPainter(settings)


def _layouts_with(model: LayoutModel, settings: Settings = PLAIN) -> Generator:
    base, place = ready_layout(model)
    from generators.diffusion.conditioned import ConditionedPainter

    return ConditionedPainter(model, base, place, settings)


GENERATORS: dict[str, Maker] = {
    "artist": _artist,
    "glow": _glow,
    **{name: partial(_painter_with, base) for name, base in BASES.items()},
    **{name: partial(_layouts_with, model) for name, model in LAYOUT_MODELS.items()},
    "comfyui": ComfyUI,
    "images-api": ImagesApi,
    "plakat": PlakatServer,
}


_GLOW = "Apache-2.0; demo transformer for soft backdrops, taught by our own renderer; on any laptop"
_SERVERS = (
    ("comfyui", f"licence of its models; a ComfyUI, at {comfyui.ADDRESS} or {comfyui.VARIABLE}"),
    ("images-api", f"terms of its server; OpenAI's images API, at {images_api.VARIABLE}"),
    ("plakat", f"licence of its painter; another Plakat, at {plakat_server.VARIABLE}"),
)


def painter_named(name: str, settings: Settings = PLAIN) -> Generator:
    """DesignError where no painter has that name; GenerationError where it cannot paint."""
    if name not in GENERATORS:
        raise DesignError(f"{name!r} is not a generator; choose one of: {', '.join(GENERATORS)}")
    return GENERATORS[name](settings)


def painter_of(generator: str) -> Generator:
    """The painter that signs its layers so, with a model or a remark after a mark;
    GenerationError where it is not at hand."""
    signed = re.split("[:,]", generator)[0]
    name = next((n for n, base in BASES.items() if base.hub == generator), signed)
    if name not in GENERATORS:
        raise GenerationError(
            f"the painter {generator!r} is not at hand; choose one of: {', '.join(GENERATORS)}"
        )
    return GENERATORS[name]()


def about(names: list[str]) -> dict[str, str]:
    """A line on each of these bases, its licence and what it lacks; folders are read once."""
    models = models_in()
    return {name: state_of(BASES[name], models) for name in names}


def decomposer(settings: Settings = PLAIN) -> Decomposer:
    """Who takes pictures apart; GenerationError with the way out where nobody can."""
    place = ready(QWEN_LAYERED)
    from generators.diffusion.decomposing import LayeredDecomposer

    return LayeredDecomposer(place, settings)


def listed() -> list[tuple[str, str]]:
    """Every painter with its licence and what it lacks here, then what else lies in the folders."""
    models = models_in()
    painters = [(name, state_of(base, models)) for name, base in BASES.items()]
    painters += [(n, state_of_layout(model, models)) for n, model in LAYOUT_MODELS.items()]
    painters.append((QWEN_LAYERED.name, f"splits pictures; {state_of(QWEN_LAYERED, models)}"))
    glow = f"{_GLOW}; needs: {INSTALL}" if missing() else _GLOW
    return [("artist", Artist().licence), ("glow", glow), *painters, *_SERVERS, *_found(models)]


def _found(models: Models) -> list[tuple[str, str]]:
    found = [
        ("found", f"{weights.kind.label} ({weights.form}) at {weights.path}: not painted with")
        for weights in models.files
        if weights.kind.part in ("checkpoint", "transformer") and not weights.kind.base
    ]
    found += [("not readable", sentence) for sentence in models.broken]
    if models.pickles:
        count, first = len(models.pickles), models.pickles[0]
        found.append((
            "not read", f"{count} pickles such as {first}: they could run any code; get the "
            "safetensors of them",
        ))  # fmt: skip
    return found
