"""Files of weights, read with care: safetensors only, whole, and made for the model they go into.

Pickles run code when they are read, so they are refused; nothing here ever loads code from a file.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import nn

from generators.request import GenerationError

_PICKLES = (".bin", ".ckpt", ".pickle", ".pkl", ".pt", ".pth")


def read_weights(path: Path) -> dict[str, torch.Tensor]:
    """The tensors of a .safetensors file by name."""
    if not path.is_file():
        raise GenerationError(f"there is no file of weights {path}")
    if path.suffix.lower() in _PICKLES:
        raise GenerationError(
            f"{path.name} is a pickle, which could run any code; get the .safetensors of it"
        )
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise GenerationError(
            f"{path.name} is cut short or no safetensors file ({error}); download it again"
        ) from error


def load_into(
    model: nn.Module, weights: Mapping[str, torch.Tensor], name: str, base: Collection[str] = ()
) -> None:
    """Put `weights`, of the file called `name`, into `model`.

    They must be all of the model, but for the names in `base`, those of the model underneath that
    has its weights already. GenerationError names what is missing, unknown or of another shape.
    """
    expected = {n: t.shape for n, t in model.state_dict().items() if n not in set(base)}
    if unknown := sorted(weights.keys() - model.state_dict().keys()):
        raise GenerationError(_wrong(name, f"holds {_few(unknown)}", expected))
    if missing := sorted(expected.keys() - weights.keys()):
        raise GenerationError(_wrong(name, f"lacks {_few(missing)}", expected))
    own = {n: t.shape for n, t in model.state_dict().items()}
    if other := sorted(n for n, t in weights.items() if t.shape != own[n]):
        shapes = f"{tuple(weights[other[0]].shape)} instead of {tuple(own[other[0]])}"
        raise GenerationError(_wrong(name, f"has {_few(other)} of shape {shapes}", expected))
    model.load_state_dict(weights, strict=False, assign=True)


def _wrong(name: str, what: str, expected: Collection[str]) -> str:
    return f"{name} {what}; this model wants {len(expected)} tensors such as {min(expected)}"


def _few(names: list[str]) -> str:
    more = f" and {len(names) - 2} more" if len(names) > 2 else ""
    return ", ".join(names[:2]) + more
