"""The `.plakat` file: one zip that is also a valid OpenRaster file, with all of a design in it.

Document, assets by hash, the user's fonts, the whole history and any JSON in `meta`. Written whole
or not at all; what is read back has been checked member by member.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import lru_cache
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field

from design_io.assets import TEMPORARY, AssetStore, sweep_beside, write_atomically
from design_io.document import Design, assets_of, from_json, to_json, validated
from design_io.drawable import refuse_undrawable
from design_io.errors import DesignError, ImportRejected, RevisionConflict
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.intake import Archive, media_type_of, open_zip, read_json, refuse_bad_asset
from design_io.native_fonts import font_members, restored_fonts
from design_io.native_lock import lock_native as lock_native
from design_io.ora import Member, ora_members, zipped
from design_io.paint import Value
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.transactions import new_design_id as new_design_id
from design_io.transactions import recorded, replayed, transaction_from_json, transaction_to_json

FORMAT: Literal[1] = 1
_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp", "": "path"}
_META_NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,62}\.json")
_NO_META: Mapping[str, str] = {}


class NativeFile(NamedTuple):
    """What a `.plakat` holds besides resources; `meta` is further JSON by name ("brief.json")."""

    design_id: str
    revision: int
    history: History
    meta: Mapping[str, str] = _NO_META
    warnings: tuple[str, ...] = ()  # what a damaged or foreign file lost on reading


class Change(NamedTuple):
    """A file as it is to be written over its `base_revision`; None makes a new file."""

    path: Path
    base_revision: int | None
    file: NativeFile
    resources: Resources
    rasters: Rasters | None = None  # of the same design, saves rendering it again


class About(Value):
    """`plakat.json`: which design this is, and who wrote the file."""

    format: Literal[1] = FORMAT
    design_id: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
    revision: Annotated[int, Field(ge=0)]
    plakat: str = ""  # version of the program


def write_native(
    path: Path, file: NativeFile, resources: Resources, rasters: Rasters | None = None
) -> None:
    """Write the file whole; `rasters` of the same design saves rendering it again."""
    design = file.history.present
    pictures = ora_members(design, rasters or Rasters(design, resources))
    data = zipped(chain(pictures, _own_members(file, resources)))
    try:
        write_atomically(path, data)
    except OSError as error:
        raise DesignError(
            f"cannot write {path}: {error.strerror}; free space or choose another folder"
        ) from error


def read_native(path: Path, assets: AssetStore, fonts: FontLibrary) -> tuple[NativeFile, Resources]:
    """The file and its resources; its assets go into `assets`, its fonts join the library.

    A history that is damaged while the document is whole is given up with a warning.
    """
    with open_zip(path) as archive:
        about = _about(archive)
        design = _document(archive)
        _restore_assets(archive, assets)
        _refuse_missing_assets(design, assets, archive)
        refuse_undrawable([design], assets, path.name)
        library, warnings = restored_fonts(archive, fonts)
        try:
            history = _history(archive, design, assets)
        except DesignError as error:
            history = History(design)
            warnings += (f"the undo history of {path.name} is lost: {error}",)
        meta = {name.removeprefix("meta/"): _meta(archive, name) for name in archive.names("meta/")}
    file = NativeFile(about.design_id, about.revision, history, meta, warnings)
    return file, Resources(assets, library)


def replace_if_unchanged(
    path: Path, base_revision: int, file: NativeFile, resources: Resources,
    rasters: Rasters | None = None,
) -> None:  # fmt: skip
    """Replace the file unless somebody changed it since `base_revision`: RevisionConflict."""
    with lock_native(path):
        sweep_beside(path)
        _refuse_changed(Change(path, base_revision, file, resources))
        write_native(path, file, resources, rasters)


def replace_all_if_unchanged(changes: Sequence[Change]) -> None:
    """Replace or make several files as one change: all are checked and written before any shows."""
    with ExitStack() as held:
        for change in sorted(changes, key=lambda change: change.path):
            held.enter_context(lock_native(change.path))
            sweep_beside(change.path)
        for change in changes:
            _refuse_changed(change)
        new = [change.path.with_name(f".{change.path.name}.new{TEMPORARY}") for change in changes]
        try:
            for change, path in zip(changes, new, strict=True):
                write_native(path, change.file, change.resources, change.rasters)
            for change, path in zip(changes, new, strict=True):
                path.replace(change.path)
        finally:
            for path in new:
                path.unlink(missing_ok=True)


def _refuse_changed(change: Change) -> None:
    path, file = change.path, change.file
    if change.base_revision is None:
        if path.exists():
            raise DesignError(f"{path} is already there; rename it, or edit it instead")
        return
    with open_zip(path) as archive:
        about = _about(archive)
    if (about.design_id, about.revision) != (file.design_id, change.base_revision):
        raise RevisionConflict(
            f"{path.name} is at revision {about.revision}, and this change was made on "
            f"{change.base_revision}; open it again"
        )


def _own_members(file: NativeFile, resources: Resources) -> Iterator[Member]:
    fields = {"design_id": file.design_id, "revision": file.revision, "plakat": _plakat_version()}
    about = validated(About, fields)
    yield Member("plakat.json", about.model_dump_json().encode())
    yield Member("document.json", to_json(file.history.present).encode(), compress=True)
    initial, log = recorded(file.history)
    lines = [to_json(initial), *map(transaction_to_json, log)]
    yield Member("history.jsonl", "\n".join(lines).encode(), compress=True)
    for asset_id in sorted(_assets_named(file.history)):
        data = resources.assets.get(asset_id)
        kind = media_type_of(data)
        yield Member(f"assets/{asset_id}.{_ENDINGS[kind]}", data, compress=not kind)
    yield from font_members(_designs(file.history), file.history.present, resources.fonts)
    for name, text in file.meta.items():
        if not _META_NAME.fullmatch(name):
            raise DesignError(f"{name!r} cannot be kept in a .plakat; name it like brief.json")
        yield Member(f"meta/{name}", text.encode(), compress=True)


@lru_cache(maxsize=1)
def _plakat_version() -> str:
    try:
        return metadata.version("plakat")
    except metadata.PackageNotFoundError:  # run from a folder, without an installation
        return ""


def _designs(history: History) -> tuple[Design, ...]:
    """Every design that undo and redo lead to."""
    steps = (*history.past, *history.future)
    return (history.present, *(design for step in steps for design in step[:2]))


def _assets_named(history: History) -> set[str]:
    return set().union(*map(assets_of, {id(d): d for d in _designs(history)}.values()))


def _about(archive: Archive) -> About:
    if "plakat.json" not in archive or "document.json" not in archive:
        raise ImportRejected(f"{archive.name} is no Plakat file; open a .plakat")
    data = read_json(archive.read("plakat.json"), f"plakat.json in {archive.name}")
    if isinstance(data, dict) and data.get("format", FORMAT) != FORMAT:
        raise ImportRejected(
            f"{archive.name} has format {data['format']!r}, this Plakat reads {FORMAT}; "
            "update Plakat"
        )
    try:
        return validated(About, data)
    except DesignError as error:
        raise _damaged(archive, "plakat.json", error) from error


def _document(archive: Archive) -> Design:
    try:
        return from_json(archive.read("document.json"))
    except ImportRejected:
        raise
    except DesignError as error:
        raise _damaged(archive, "document.json", error) from error


def _restore_assets(archive: Archive, assets: AssetStore) -> None:
    for name in archive.names("assets/"):
        data = archive.read(name)
        refuse_bad_asset(data, f"{name} in {archive.name}")
        asset_id = assets.put(data)
        if not name.startswith(f"assets/{asset_id}."):
            raise ImportRejected(
                f"{archive.name} is damaged: {name} is not what its hash says; use a backup of it"
            )


def _refuse_missing_assets(design: Design, assets: AssetStore, archive: Archive) -> None:
    missing = sorted(asset for asset in assets_of(design) if asset not in assets)
    if missing:
        raise ImportRejected(
            f"{archive.name} is damaged: asset {missing[0][:12]} is missing; use a backup of it"
        )


def _history(archive: Archive, design: Design, assets: AssetStore) -> History:
    """The history in the file, if it leads to the document and all of it can be shown."""
    first, *lines = archive.read("history.jsonl").split(b"\n")
    log = (transaction_from_json(line, number) for number, line in enumerate(lines, 1))
    history = replayed(from_json(first), log)
    if history.present != design:
        raise DesignError("it does not lead to the document")
    missing = sorted(asset for asset in _assets_named(history) if asset not in assets)
    if missing:
        raise DesignError(f"asset {missing[0][:12]} is missing")
    refuse_undrawable(_designs(history), assets, archive.name)
    return history


def _meta(archive: Archive, name: str) -> str:
    data = archive.read(name)
    read_json(data, f"{name} in {archive.name}")
    return data.decode()


def _damaged(archive: Archive, name: str, error: DesignError) -> ImportRejected:
    return ImportRejected(f"{archive.name} is damaged: {name}: {error}; use a backup of it")
