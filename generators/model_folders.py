"""What models a user has: in folders that are named, in those of ComfyUI, Forge and InvokeAI, and
in the hub's cache. Only headers and file names are read; nothing is fetched, moved or written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from generators.families import Kind, kind_of
from generators.request import GenerationError
from generators.weight_headers import PICKLES, READABLE, header_of

_DEEP = 5  # folders below one that is named
_MOST_FILES = 3000  # of one folder, that are looked at
_INDEX = "model_index.json"
_HOMES = (  # of programs that keep models, below the user's own folder or a volume's root
    "ComfyUI/models", "comfyui/models", "Documents/ComfyUI/models",
    "stable-diffusion-webui-forge/models", "stable-diffusion-webui/models", "forge/models",
    "Forge/webui/models", "invokeai/models", "StabilityMatrix/Data/Models",
)  # fmt: skip


class Weights(NamedTuple):
    """A file of weights and what it holds."""

    path: Path
    kind: Kind
    form: str  # safetensors or GGUF


class Models(NamedTuple):
    """What lies in some folders."""

    pipelines: tuple[Path, ...] = ()  # folders as diffusers saves them, the newest first
    files: tuple[Weights, ...] = ()
    pickles: tuple[Path, ...] = ()
    broken: tuple[str, ...] = ()  # a sentence for each file that cannot be read


def named_folders() -> tuple[Path, ...]:
    """The folders and files in PLAKAT_MODELS, separated as those of PATH."""
    told = os.environ.get("PLAKAT_MODELS", "")
    return tuple(Path(part).expanduser() for part in told.split(os.pathsep) if part)


def hub_cache() -> Path:
    """Where the hub's own tools keep what they download."""
    if own := os.environ.get("HF_HUB_CACHE"):
        return Path(own).expanduser()
    home = os.environ.get("HF_HOME") or "~/.cache/huggingface"
    return Path(home).expanduser() / "hub"


def known_folders() -> tuple[Path, ...]:
    """Named folders first, then those of programs that are installed, then the hub's cache."""
    roots = (Path.home(), Path("/opt"), Path("/workspace"))
    usual = [root / home for root in roots for home in _HOMES]
    for variable, below in (("COMFYUI_PATH", "models"), ("INVOKEAI_ROOT", "models")):
        if own := os.environ.get(variable):
            usual.insert(0, Path(own).expanduser() / below)
    found = [*named_folders(), *(place for place in usual if place.is_dir()), hub_cache()]
    return tuple(place for n, place in enumerate(found) if place not in found[:n])


def models_in(folders: Sequence[Path] | None = None) -> Models:
    """Everything below the folders; a folder that is not there holds nothing."""
    places = known_folders() if folders is None else folders
    pipelines, files, pickles, broken = list[Path](), list[Weights](), list[Path](), list[str]()
    for path in dict.fromkeys(path for place in places for path in _candidates(place)):
        if path.name == _INDEX:
            pipelines.append(path.parent)
        elif path.suffix.lower() in PICKLES:
            pickles.append(path)
        else:
            try:
                header = header_of(path)
                files.append(Weights(path, kind_of(header.shapes), header.kind))
            except GenerationError as error:
                broken.append(f"{path.parent}: {error}")
    return Models(tuple(pipelines), tuple(files), tuple(pickles), tuple(broken))


def _candidates(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    yield from _below(place, _DEEP, [_MOST_FILES])


def _below(folder: Path, deep: int, left: list[int]) -> Iterator[Path]:
    """Folders of diffusers' by their index alone; loose files of weights elsewhere."""
    if (folder / _INDEX).is_file():
        yield folder / _INDEX
        return
    for entry in _entries(folder):
        left[0] -= 1
        if left[0] < 0:
            return
        if entry.is_dir():
            if deep and not entry.name.startswith("."):
                yield from _below(entry, deep - 1, left)
        elif entry.suffix.lower() in (*READABLE, *PICKLES):
            yield entry


def _entries(folder: Path) -> Iterable[Path]:
    """Of the hub's cache only snapshots, the newest first: blobs are the same files again."""
    try:
        entries = list(folder.iterdir())
    except OSError:
        return ()
    if folder.name == "snapshots":
        return sorted(entries, key=_age)
    if folder.name.startswith("models--"):
        return (entry for entry in entries if entry.name == "snapshots")
    return sorted(entries)


def _age(path: Path) -> float:
    return -path.stat().st_mtime
