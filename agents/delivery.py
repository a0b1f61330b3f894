"""From an order to a folder of files, and from a file to a changed file.

Everything is staged and moved into place at the end; an error leaves the folder as it was.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple

from agents.brandkit import read_kit
from agents.brief import Attachment
from agents.editing import Edit, understand
from agents.graph import Outcome, Progress, design_poster
from agents.likeness import likeness_of
from agents.reformat import as_command, plan_in, reformatted
from agents.resizing import size_asked
from agents.reverse import back_of
from agents.sanity import doubts_in, findings_of
from agents.semantic import loaded
from agents.strategy import MOST_VARIANTS
from design_io.assets import AssetStore, write_atomically
from design_io.commands import command_to_json
from design_io.document import Design, assets_of
from design_io.errors import DesignError
from design_io.export import (
    export,
    formats_named,
    moved_into_place,
    staging,
    stem_of,
    write_formats,
)
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.intake import read_picture
from design_io.logos import read_logo
from design_io.native import (
    NativeFile,
    new_design_id,
    read_native,
    replace_if_unchanged,
    write_native,
)
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.study import cut_out
from design_io.svg_reader import read_svg
from generators.artist import Artist
from generators.request import Generator
from layout.brand_rules import brand_findings
from layout.checks import report, report_of
from layout.findings import Report
from layout.recommend import Advice, recommend
from layout.sizes import size_named
from layout.systems import system_named

Say = Callable[[str, str], None]


class Order(NamedTuple):
    """What one `design` command asks for; names and files are checked before anything is drawn."""

    request: str
    formats: str
    size: str | None = None
    system: str | None = None
    seed: int = 0
    images: tuple[Path, ...] = ()
    fonts: tuple[Path, ...] = ()
    logo: Path | None = None
    qr: str = ""  # what a QR code says; empty: what the request asks for
    like: Path | None = None  # a picture whose looks steer the design
    brand: Path | None = None  # a brand kit, applied and enforced
    encoder: str = ""  # a sentence-embedding model that finds drawings by meaning
    variant: int = 0  # which of the clearly different designs of one brief
    variants: int = 1  # how many are asked for; each of several gets a folder of its own
    today: date | None = None  # the day by which dates are judged; None: the day of the run


class Delivered(NamedTuple):
    outcome: Outcome
    report: Report
    files: tuple[Path, ...]
    notes: tuple[str, ...] = ()

    @property
    def findings(self) -> list[str]:
        return [finding.message for finding in self.report.findings]

    @property
    def warnings(self) -> list[str]:
        questions = [question.question for question in self.outcome.brief.questions]
        return [*self.notes, *self.findings, *questions]

    def summary(self) -> dict[str, Any]:
        return {
            "title": self.outcome.design.title,
            "system": self.outcome.plan.system,
            "files": [str(path) for path in self.files],
            "passed": self.report.passed,
            "findings": [f.model_dump(mode="json") for f in self.report.findings],
            "timings": self.outcome.timings,
        }


class Edited(NamedTuple):
    said: str
    commands: tuple[str, ...]  # JSON
    revision: int
    files: tuple[Path, ...]

    def summary(self) -> dict[str, Any]:
        return {
            "said": self.said,
            "commands": [json.loads(command) for command in self.commands],
            "revision": self.revision,
            "files": [str(path) for path in self.files],
        }


def deliver_variants(
    order: Order, folder: Path | None, painter: Generator, say: Say | None = None
) -> Iterator[Delivered]:
    """Each of the clearly different designs the order asks for, as soon as it is written."""
    if not 1 <= order.variants <= MOST_VARIANTS:
        raise DesignError(f"--variants {order.variants} cannot be made; ask for 1-{MOST_VARIANTS}")
    for variant in range(order.variants):
        yield deliver(order._replace(variant=variant), folder, painter, say)


def deliver(
    order: Order, folder: Path | None, painter: Generator, say: Say | None = None
) -> Delivered:
    """Design the order and write its files into `folder` (default: one named after the title)."""
    formats = formats_named(order.formats)
    if order.size:
        size_named(order.size)
    if order.system:
        system_named(order.system)
    resources = Resources(AssetStore(), FontLibrary.bundled().with_files(order.fonts))
    kit = read_kit(order.brand, resources.fonts) if order.brand else None
    if kit is not None:
        if order.system in kit.rules.forbidden_systems:
            raise DesignError(f"the brand forbids the system {order.system!r}; choose another")
        resources = resources._replace(fonts=resources.fonts.with_files(kit.fonts))
        order = order._replace(logo=order.logo or kit.logo)
    attachments = tuple(_attachment(path, resources.assets) for path in order.images)
    if order.like:
        attachments += (_attachment(order.like, resources.assets, "reference"),)
    if order.logo:
        attachments += (_logo(order.logo, resources.assets),)
    made = design_poster(
        order.request, resources=resources, size=order.size, system=order.system, seed=order.seed,
        variant=order.variant, generator=painter, attachments=attachments, progress=_teller(say),
        title_font=_title_font(order, resources.fonts), qr=order.qr,
        encoder=loaded(order.encoder) if order.encoder else None, kit=kit,
    )  # fmt: skip
    outcome = _with_doubts(asyncio.run(made), order.today or date.today())
    if kit is not None:
        found = brand_findings(outcome.design, kit.rules)
        outcome = outcome._replace(findings=(*outcome.findings, *found))
    if say:
        say("write", ", ".join(("plakat", *formats)))
    notes = (*(kit.notes if kit else ()), *_notes(outcome, resources.assets))
    folder = folder or Path(stem_of(outcome.design.title))
    if order.variants > 1:
        folder /= f"variant-{order.variant + 1}"
    back = back_of(outcome, resources, painter)
    made_files = _written(outcome, resources, folder, formats, painter.name, back)
    return made_files._replace(notes=notes)


def edit_file(path: Path, sentence: str, output: Path | None, formats: str = "") -> Edited:
    """Change the document by a sentence, in place or as a copy in `output`."""
    chosen = formats_named(formats) if formats.strip() else ()
    target = path if output is None else output / path.name
    file, resources = _opened_native(path)
    words = sentence.encode(errors="ignore").decode()  # no file could hold half a surrogate pair
    asked = size_asked(words, file.history.present.canvas)
    edit = (
        _reformat(file, asked.size, resources)
        if asked
        else understand(words, file.history, resources)
    )
    history = _after(file.history, edit)
    new = file._replace(history=history, revision=file.revision + 1)
    rasters = Rasters(history.present, resources)
    if output is None:
        replace_if_unchanged(target, file.revision, new, resources, rasters)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_native(target, new, resources, rasters)
    files: tuple[Path, ...] = (target,)
    if chosen:
        files += export(history.present, resources, target.parent, path.stem, chosen, rasters)
    said = "; ".join((edit.said, *file.warnings))
    return Edited(said, tuple(map(command_to_json, edit.commands)), new.revision, files)


def export_file(path: Path, formats: str, output: Path | None) -> tuple[Path, ...]:
    """Write a document in other formats, beside it unless `output` says where."""
    chosen = formats_named(formats)
    design, resources = opened(path)
    return export(design, resources, output or path.parent, path.stem, chosen)


def check_file(path: Path) -> Report:
    design, resources = opened(path)
    return report(design, resources)


def advice_file(path: Path) -> Advice:
    """The smallest changes that would make the design better."""
    design, resources = opened(path)
    return recommend(design, resources)


def opened(path: Path) -> tuple[Design, Resources]:
    """The design in a `.plakat` or in an SVG that Plakat wrote."""
    if path.suffix.lower() == ".svg":
        resources = Resources(AssetStore(), FontLibrary.bundled())
        return read_svg(path, resources.assets), resources
    file, resources = _opened_native(path)
    return file.history.present, resources


def _opened_native(path: Path) -> tuple[NativeFile, Resources]:
    return read_native(path, AssetStore(), FontLibrary.bundled())


def _reformat(file: NativeFile, size: str, resources: Resources) -> Edit:
    """The design laid out anew for another size, as one step."""
    design = file.history.present
    plan = plan_in(file.meta, design)
    made = reformatted(file.history, plan, size, resources, Artist())
    said = f"laid out anew as {size_named(size).label}"
    notes = [f.message for f in made.findings if f.severity == "gate"]
    return Edit("do", "; ".join((said, *notes)), (as_command(design, made.design, said),))


def _with_doubts(outcome: Outcome, today: date) -> Outcome:
    doubts = findings_of(doubts_in(outcome.brief, today), outcome.design)
    return outcome._replace(findings=(*outcome.findings, *doubts))


def _title_font(order: Order, fonts: FontLibrary) -> str:
    """The family of the user's first font: it sets the title."""
    own = {path.resolve() for path in order.fonts}
    return next((face.family for face in fonts.faces() if face.path.resolve() in own), "")


def _notes(outcome: Outcome, assets: AssetStore) -> tuple[str, ...]:
    """What a reference gave, and pictures that the design had no place for."""
    brief, used = outcome.brief, assets_of(outcome.design)
    like = likeness_of(brief, assets)
    notes = [like.told()] if like else []
    unused = [
        item.name
        for item in brief.attachments
        if item.role == "picture" and not {item.asset, cut_out(assets, item.asset)} & used
    ]
    if unused:
        notes.append(f"the system {outcome.plan.system} has no place for {', '.join(unused)}")
    return tuple(notes)


def _attachment(
    path: Path, assets: AssetStore, role: Literal["picture", "reference"] = "picture"
) -> Attachment:
    picture = read_picture(path)
    return Attachment(asset=assets.put(picture.data), role=role, name=path.name)


def _logo(path: Path, assets: AssetStore) -> Attachment:
    logo = read_logo(path, assets)
    return Attachment(asset=logo.asset, role="logo", name=path.name, aspect=logo.aspect)


def _after(history: History, edit: Edit) -> History:
    if edit.kind == "undo":
        return history.undo()
    if edit.kind == "redo":
        return history.redo()
    for command in edit.commands:
        history = history.do(command, edit.said, "agent")
    return history


def _teller(say: Say | None) -> Callable[[Progress], None] | None:
    return None if say is None else lambda progress: say(progress.step, progress.message)


def _written(
    outcome: Outcome, resources: Resources, folder: Path, formats: tuple[str, ...],
    generator: str, back: Design | None,
) -> Delivered:  # fmt: skip
    started = time.perf_counter()
    design, stem = outcome.design, stem_of(outcome.design.title)
    rasters = Rasters(design, resources)
    verdict = report_of(design, outcome.findings)
    with staging(folder) as stage:
        rasters.encode()
        write_formats(design, resources, stage, stem, formats, rasters)
        meta = {
            "brief.json": outcome.brief.model_dump_json(),
            "plan.json": outcome.plan.model_dump_json(),
        }
        file = NativeFile(new_design_id(), 0, History(design), meta)
        write_native(stage / f"{stem}.plakat", file, resources, rasters)
        if back is not None:
            _write_back(back, resources, stage, f"{stem}-back", formats)
        outcome.timings["write"] = round(time.perf_counter() - started, 4)
        write_atomically(stage / "report.json", _report_json(outcome, verdict, generator))
        files = moved_into_place(stage, folder)
    return Delivered(outcome, verdict, files)


def _write_back(
    design: Design, resources: Resources, stage: Path, stem: str, formats: tuple[str, ...]
) -> None:
    """The second side of a card, as NAME-back beside the front."""
    rasters = Rasters(design, resources)
    write_formats(design, resources, stage, stem, formats, rasters)
    file = NativeFile(new_design_id(), 0, History(design), {})
    write_native(stage / f"{stem}.plakat", file, resources, rasters)


def _report_json(outcome: Outcome, verdict: Report, generator: str) -> bytes:
    data = {
        "brief": outcome.brief.model_dump(mode="json"),
        "plan": outcome.plan.model_dump(mode="json"),
        **verdict.model_dump(mode="json"),
        "trace": list(outcome.trace),
        "timings": outcome.timings,
        "seed": outcome.brief.seed,
        "generator": generator,
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
