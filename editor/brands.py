"""Brand kits of a home: folders below `brands/`, taken in, applied to a design and enforced."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from agents.brandkit import BrandKit, read_kit
from agents.brief import Brief
from agents.home import Home
from agents.linked import Member, Turn
from agents.saying import spoken
from design_io.errors import DesignError
from design_io.export import stem_of
from generators.request import Generator
from layout.brand_rules import BrandRules

_KITS = (".toml", ".md")
_BESIDE = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".ttf", ".otf", ".woff", ".woff2")
_MOST_FILES, _MOST_BYTES = 24, 20_000_000
_BRIEF = "brief.json"


class Kept(NamedTuple):
    key: str  # the folder's name
    kit: BrandKit


def kits(home: Home) -> tuple[Kept, ...]:
    """All kits that can be read, by name."""
    folder, found = home.folder / "brands", list[Kept]()
    for place in sorted(folder.iterdir()) if folder.is_dir() else ():
        for file in sorted(place.iterdir()) if place.is_dir() else ():
            if file.suffix.lower() in _KITS:
                found.append(Kept(place.name, read_kit(file, home.fonts)))
                break
    return tuple(found)


def kit_named(home: Home, key: str) -> BrandKit:
    found = next((kept.kit for kept in kits(home) if kept.key == key), None)
    if found is None:
        raise DesignError("that brand kit is no longer here; add it again")
    return found


def take_in(home: Home, files: list[Path]) -> Kept:
    """A kit with the logo and fonts it names, under the kit's own name; the same name is replaced.

    DesignError where there is no kit among the files, or one that cannot be read."""
    kit_files = [file for file in files if file.suffix.lower() in _KITS]
    if len(kit_files) != 1:
        raise DesignError(
            "choose one brand kit (.toml or .md), and with it the logo and fonts it names; "
            "docs/brand.md shows one"
        )
    if len(files) > _MOST_FILES or sum(file.stat().st_size for file in files) > _MOST_BYTES:
        raise DesignError(f"that is more than {_MOST_FILES} files or 20 MB; choose fewer")
    stage = home.folder / "brands" / ".new"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(parents=True)
    try:
        for file in files:
            if file.suffix.lower() in (*_KITS, *_BESIDE):
                shutil.copyfile(file, stage / file.name)
        kit = read_kit(stage / kit_files[0].name, home.fonts)
        key = stem_of(kit.rules.name or kit_files[0].stem)
        place = stage.with_name(key)
        shutil.rmtree(place, ignore_errors=True)
        stage.rename(place)
    finally:
        shutil.rmtree(stage, ignore_errors=True)
    return Kept(key, read_kit(place / kit_files[0].name, home.fonts))


def branded(
    member: Member, rest: tuple[Member, ...], rules: BrandRules, painter: Generator
) -> Turn:
    """The set in the brand's colours and fonts as one step; from then on it is judged by it."""
    ruled = _ruled(member, rules)
    said = spoken("use our brand", ruled, tuple(_ruled(each, rules) for each in rest), (), painter)
    if said.kind != "done":
        raise DesignError(said.said)
    return Turn(said.members, ())


def _ruled(member: Member, rules: BrandRules) -> Member:
    packed = member.file.meta.get(_BRIEF)
    title = member.history.present.title
    brief = Brief.model_validate_json(packed) if packed else Brief(request=title)
    meta = {**member.file.meta, _BRIEF: brief.evolve(rules=rules).model_dump_json()}
    return member._replace(file=member.file._replace(meta=meta))
