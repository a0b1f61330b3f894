"""Pipelines of a base with a published transformer, or published adapters, in place of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import diffusers
import torch

from generators.bases import Place
from generators.diffusion.creati_design import CreatiDesignTransformer2DModel
from generators.diffusion.easy_control import add_conditions, load_condition
from generators.diffusion.loading import read_pipeline
from generators.diffusion.siam_flux import SiamLayoutFluxTransformer2DModel
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel
from generators.diffusion.siam_sd3_lora import SiamLoraSD3Transformer2DModel
from generators.diffusion.weights import load_into, read_weights
from generators.layout_models import LayoutModel
from generators.request import GenerationError
from generators.settings import PLAIN

_WHOLE: dict[str, Any] = {
    "creatilayout-sd3": SiamLayoutSD3Transformer2DModel,
    "creatilayout-flux": SiamLayoutFluxTransformer2DModel,
}
_ADAPTED: dict[str, Any] = {
    "creatilayout-sd3-lora": SiamLoraSD3Transformer2DModel,
    "creatidesign": CreatiDesignTransformer2DModel,
}


def published(model: LayoutModel, base: Place, place: Path, dtype: Any) -> Any:
    """The base's pipeline with the model's transformer; GenerationError names what is wrong."""
    try:
        if model.name in _WHOLE:
            transformer = _whole(_WHOLE[model.name], place, dtype)
            kind = getattr(diffusers, model.stand.pipeline)
            pipeline = kind.from_pretrained(
                base.folder, transformer=transformer, dtype=dtype, use_safetensors=True,
                local_files_only=True,
            )  # fmt: skip
        else:
            pipeline = read_pipeline(model.stand, base, PLAIN)
            pipeline.register_modules(transformer=_changed(model, pipeline.transformer, place))
        pipeline.set_progress_bar_config(disable=True)
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise GenerationError(
            f"the weights of {model.name} at {place} over {base.folder} cannot be read: "
            f"{(str(error).splitlines() or [''])[0]}; get them again with: {model.get}"
        ) from error
    return pipeline


def _changed(model: LayoutModel, own: Any, place: Path) -> Any:
    if model.name in _ADAPTED:
        return _adapted(_ADAPTED[model.name], own, place).to(own.dtype).eval()
    return _with_subject(own, place)


def _whole(kind: Any, place: Path, dtype: Any) -> Any:
    """A published transformer that holds its base too; none of its names may be missing."""
    model, found = kind.from_pretrained(
        place, dtype=dtype, use_safetensors=True, local_files_only=True, output_loading_info=True
    )
    lacking, unknown = (sorted(found[f"{each}_keys"]) for each in ("missing", "unexpected"))
    if lacking or unknown:
        what = f"lacks {lacking[0]}" if lacking else f"holds {unknown[0]}, which is unknown"
        raise ValueError(f"it {what}")
    return model.eval()


def _adapted(kind: Any, base: torch.nn.Module, place: Path) -> Any:
    """Published adapters over the base's own weights, which are shared and not copied."""
    own: Any = base
    file = next(iter(sorted(place.glob("*.safetensors"))), place) if place.is_dir() else place
    config = kind.load_config(place) if place.is_dir() else {}
    with torch.device("meta"):
        model = kind.from_config({**own.config, **config})
    weights = base.state_dict()
    load_into(model, read_weights(file), file.name, base=weights)
    model.load_state_dict(weights, strict=False, assign=True)
    return model


def _with_subject(transformer: Any, place: Path) -> Any:
    """EasyControl's adapters for one condition, into every attention of the base."""
    weights, own = read_weights(place), transformer.dtype
    rank = next((w.shape[0] for n, w in weights.items() if n.endswith("down.weight")), 0)
    if not rank:
        raise ValueError(f"{place.name} holds no adapter")
    add_conditions(transformer, rank, [1.0])
    load_condition(transformer, weights, 0)
    return transformer.to(own).eval()
