"""A base's weights as a pipeline of diffusers': all from its folder, or the network from a file.

Safetensors and GGUF only, nothing from the net, and no code that comes with weights.
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import diffusers
import torch

from generators.bases import Base, Place
from generators.families import expected_keys
from generators.model_folders import Weights
from generators.request import GenerationError
from generators.settings import Settings
from generators.weight_headers import Header, header_of


def pipeline_of(base: Base, place: Place, settings: Settings) -> Any:
    """The pipeline where it shall work; GenerationError names the file that cannot be read."""
    return _placed(read_pipeline(base, place, settings), settings)


def read_pipeline(base: Base, place: Place, settings: Settings) -> Any:
    """The pipeline as it is read, on the CPU."""
    dtype = torch.bfloat16 if torch.cuda.is_available() else torch.float32
    where = place.file.path if place.file else place.folder
    try:
        pipeline = _read(base, place, dtype)
    except (
        GenerationError, OSError, ValueError, RuntimeError, KeyError, IndexError, AttributeError,
    ) as error:  # fmt: skip
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        keys = " and ".join(expected_keys(base.name))
        wanted = f"its network has tensors such as {keys}; "
        raise GenerationError(
            f"the weights of {base.name} in {where} cannot be read ({reason}); {wanted}get them "
            f"again with: {base.get}"
        ) from error
    if settings.storage == "fp8":
        getattr(pipeline, base.network).enable_layerwise_casting(
            storage_dtype=torch.float8_e4m3fn, compute_dtype=dtype
        )
    return pipeline


def network_at(folder: Path, like: Any, part: str) -> Any:
    """The network in a folder of diffusers', or in its own, of the same build as `like`."""
    place = folder / part if (folder / part).is_dir() else folder
    kind = type(like)
    try:
        made = kind.from_pretrained(
            place, dtype=like.dtype, use_safetensors=True, local_files_only=True
        )
        shapes = ({n: t.shape for n, t in each.state_dict().items()} for each in (made, like))
        if next(shapes) != next(shapes):
            raise ValueError("it is of another size")
        _refuse_gaps(made, [header_of(path) for path in place.glob("*.safetensors")], place)
    except (GenerationError, OSError, ValueError, RuntimeError, KeyError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise GenerationError(
            f"the {kind.__name__} for the first step in {folder} cannot be read: {reason}"
        ) from error
    return made.eval()


def of_parts(pipeline: Any, kind: str, settings: Settings) -> Any:
    """Another pipeline of diffusers' made of the same parts, told the same of itself."""
    made, parts, told = getattr(diffusers, kind), pipeline.components, dict(pipeline.config)
    names = [n for n in inspect.signature(made.__init__).parameters if n in told and n not in parts]
    return _placed(made(**parts, **{name: told[name] for name in names}), settings)


def _read(base: Base, place: Place, dtype: torch.dtype) -> Any:
    kind = getattr(diffusers, base.pipeline)
    folder = str(place.folder)
    if place.file is None:
        headers = [header_of(path) for path in _files_of(base, place)]
        pipeline = kind.from_pretrained(
            folder, dtype=dtype, use_safetensors=True, local_files_only=True
        )
        _refuse_gaps(getattr(pipeline, base.network), headers, place.folder)
        return pipeline
    if not base.network_class:
        return kind.from_single_file(
            str(place.file.path), config=folder, dtype=dtype, local_files_only=True
        )
    network = _network(base, place.file, folder, dtype)
    return kind.from_pretrained(
        folder, dtype=dtype, use_safetensors=True, local_files_only=True, **{base.network: network}
    )


def _files_of(base: Base, place: Place) -> list[Path]:
    return sorted((place.folder / base.network).glob("*.safetensors"))


def _refuse_gaps(network: Any, headers: list[Header], folder: Path) -> None:
    """ValueError where its files lack tensors, which diffusers would draw by chance."""
    held = {name for header in headers for name in header.shapes}
    wanted = network.state_dict()
    if lacking := sorted(wanted.keys() - held):
        raise ValueError(
            f"{folder.name}'s {type(network).__name__} lacks {len(lacking)} of "
            f"{len(wanted)} tensors such as {lacking[0]}"
        )


def _network(base: Base, file: Weights, folder: str, dtype: torch.dtype) -> Any:
    """The network alone, its description from the folder."""
    packed = {}
    if file.form == "GGUF":
        packed = {"quantization_config": diffusers.GGUFQuantizationConfig(compute_dtype=dtype)}
    network = getattr(diffusers, base.network_class).from_single_file(
        str(file.path), config=folder, subfolder=base.network, dtype=dtype, local_files_only=True,
        **packed,
    )  # fmt: skip
    if lacking := [name for name, value in network.named_parameters() if value.is_meta]:
        raise ValueError(f"it lacks {len(lacking)} tensors such as {lacking[0]}")
    return network


def _placed(pipeline: Any, settings: Settings) -> Any:
    pipeline.set_progress_bar_config(disable=True)
    if torch.cuda.is_available():
        if settings.offload == "sequential":
            pipeline.enable_sequential_cpu_offload()
        elif settings.offload == "model":
            pipeline.enable_model_cpu_offload()
        else:
            pipeline.to("cuda")
    return pipeline
