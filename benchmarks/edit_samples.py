"""The designs that suites of chat edits are said to: made by our own pipeline, or kept as made.

A stranger's suite speaks of the designs that the stranger saw, so these are kept beside it.
Run: PYTHONPATH=. python benchmarks/edit_samples.py FILE_requests.json    (keeps its designs)
"""

from __future__ import annotations

import argparse
import base64
import json
import lzma
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from agents.brief import Attachment
from agents.instruction import parse
from agents.pictures import studies
from agents.planning import plan_for
from agents.reformat import laid_out
from agents.strategy import strategy_for
from design_io.assets import AssetStore, write_atomically
from design_io.document import Design, assets_of
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist
from layout.brand_rules import BrandRules
from layout.plan import DesignPlan

REQUESTS = {
    "jazz": ("bauhaus", "Poster with the title 'Jazz Night', 12 December, 8 pm, Blue Note"),
    "bakery": (
        "arch",
        "A poster for the bakery 'Crumb & Co' with the headline 'Fresh every morning', "
        "open Tue-Sun 7am to 3pm, 14 Mill Lane, call 020 7946 0301, button 'Order online'",
    ),
    "sale": (
        "numeral",
        "Instagram post: Summer sale, 30% off all sandals until 31 August, shop at www.soleful.com",
    ),
    "wedding": (
        "botanical",
        "Wedding invitation for Emma and James, Saturday 6 June 2026, 3 pm at St Mary's Church, "
        "Oxford. RSVP by 1 May to emma@example.com",
    ),
    "run": (
        "swiss",
        "A poster with the title '5k Charity Fun Run' on Sunday 4 October at 9:30 am, "
        "Victoria Park, entry £15, register at parkrun.org",
    ),
    "menu": (
        "pattern",
        "Menu for Luigi's: Margherita 9.50, Marinara 8.50, Diavola 11, Tiramisu 6",
    ),
    "studio": (
        "split",
        "Poster with the title 'Open Studio Day' and the line 'Meet the potters', "
        "Saturday 9 May, 10 am, 7 Kiln Road",
    ),
}
BRAND = BrandRules(
    name="Kiln Road", colors=("#0b5d4e", "#f2b134"), title_font="Playfair Display",
    text_font="Outfit", logo=True,
)  # fmt: skip


class Sample(NamedTuple):
    design: Design
    plan: DesignPlan
    resources: Resources
    brand: BrandRules | None


def add_requests(file: Path, prefix: str) -> None:
    """Designs that a stranger's suite brings with it: name -> [system, request]; kept or made."""
    for name, (system, request) in json.loads(file.read_text("utf-8")).items():
        REQUESTS[f"{prefix}/{name}"] = (system, request)
    if _kept_beside(file).exists():
        _KEPT[prefix] = _kept_beside(file)


@cache
def sample(name: str) -> Sample:
    """One design of the table; "studio" has a photograph, a logo and a brand."""
    prefix, _, own = name.rpartition("/")
    resources = Resources(AssetStore(), FontLibrary.bundled())
    if prefix in _KEPT and (kept := _read(_KEPT[prefix]).get(own)):
        design, plan = (kind.model_validate(kept[key]) for key, kind in _KINDS.items())
        for data in kept.get("assets", ()):
            resources.assets.put(base64.b64decode(data))
        return Sample(design, plan, resources, None)
    return _made(name, resources)


def _made(name: str, resources: Resources) -> Sample:
    system, request = REQUESTS[name]
    attached = _attached(resources) if name == "studio" else ()
    brief = parse(request, system=system, attachments=attached)
    strategy = strategy_for(brief, pictures=studies(brief, resources.assets))
    plan = plan_for(brief, strategy)
    design = laid_out(plan, resources, Artist()).design
    return Sample(design, plan, resources, BRAND if attached else None)


def keep(file: Path) -> Path:
    """Write the designs of a suite as they are made now beside its requests."""
    add_requests(file, file.stem)
    made = {}
    for name in json.loads(file.read_text("utf-8")):
        one = _made(f"{file.stem}/{name}", Resources(AssetStore(), FontLibrary.bundled()))
        made[name] = {key: getattr(one, key).model_dump(mode="json") for key in _KINDS}
        stored = (one.resources.assets.get(asset) for asset in sorted(assets_of(one.design)))
        made[name]["assets"] = [base64.b64encode(data).decode() for data in stored]
    packed = lzma.compress(json.dumps(made, ensure_ascii=False).encode(), preset=9)
    write_atomically(_kept_beside(file), packed)
    return _kept_beside(file)


_KINDS: dict[str, Any] = {"design": Design, "plan": DesignPlan}
_KEPT: dict[str, Path] = {}  # of a suite's prefix


def _kept_beside(file: Path) -> Path:
    return file.with_name(file.name.replace("_requests.json", "_designs.json.xz"))


@cache
def _read(file: Path) -> dict[str, Any]:
    return dict(json.loads(lzma.decompress(file.read_bytes())))


def _attached(resources: Resources) -> tuple[Attachment, ...]:
    """A calm sky over dark land, and a plain green mark."""
    fall = np.linspace(0.0, 1.0, 600)[:, None, None]
    photo = np.array([96, 150, 214]) * (1 - fall) + np.array([70, 60, 44]) * fall
    photo = np.repeat(photo, 800, axis=1)
    photo[380:520, 500:640] = (196, 82, 48)
    mark = np.zeros((120, 240, 4), np.uint8)
    mark[20:100, 20:220] = (11, 93, 78, 255)
    opaque = np.dstack([photo.astype(np.uint8), np.full((600, 800), 255, np.uint8)])
    put = resources.assets.put_pixels
    return (
        Attachment(asset=put(opaque), role="picture", name="kiln.png"),
        Attachment(asset=put(mark), role="logo", name="logo.png", aspect=2.0),
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="the requests of a suite")
    print(keep(parser.parse_args().file))


if __name__ == "__main__":
    main()
