"""From an order to a folder of files.

Everything is staged and moved into place at the end; an error leaves the folder as it was.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Literal, NamedTuple

from agents.brandkit import BrandKit, read_kit
from agents.brief import Attachment, Brief, Commission, brand_in
from agents.candidates import MOST_CANDIDATES
from agents.events import Event, Tell
from agents.graph import Outcome, design_set
from agents.likeness import likeness_of
from agents.linked import META, kind_of, linked
from agents.mind_choice import mind_named
from agents.minding import advice
from agents.minds import RULES, Mind
from agents.placeholders import placeholder_findings
from agents.reformat import plan_known
from agents.reverse import back_of
from agents.running import Turn
from agents.sanity import doubts_in, findings_of
from agents.semantic import loaded
from agents.steps import Context
from agents.strategy import MOST_VARIANTS
from design_io.assets import AssetStore, write_atomically
from design_io.document import Design, assets_of
from design_io.errors import DesignError
from design_io.export import (
    formats_named,
    moved_into_place,
    staging,
    stem_of,
    write_formats,
)
from design_io.font_intake import with_given
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.importing import NATIVE, open_design
from design_io.intake import read_picture
from design_io.logos import read_logo
from design_io.native import (
    NativeFile,
    new_design_id,
    write_native,
)
from design_io.package import packed
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.study import cut_out
from generators.licences import concerns, made_in
from generators.request import Generator
from generators.saliency_model import saliency_model
from layout.brand_rules import brand_findings
from layout.checks import report, report_of
from layout.findings import Report
from layout.recommend import Advice, recommend
from layout.sizes import SIZES, size_named
from layout.systems import system_named
from layout.verdict import lines

REPORT = "report.json"
Say = Callable[[str, str], None]


class Order(NamedTuple):
    """What one `design` command asks for; names and files are checked before anything is drawn."""

    request: str
    formats: str
    size: str | None = None  # several, separated by commas, make a linked set
    system: str | None = None
    seed: int = 0
    images: tuple[Path, ...] = ()
    fonts: tuple[Path, ...] = ()
    logo: Path | None = None
    qr: str = ""  # what a QR code says; empty: what the request asks for
    like: Path | None = None  # a picture whose looks steer the design
    brand: Path | None = None  # a brand kit, applied and enforced
    encoder: str = ""  # a sentence-embedding model that finds drawings by meaning
    llm: str = ""  # PROVIDER:MODEL of a language model that betters the brief
    llm_url: str = ""  # the address of its server
    variant: int = 0  # which of the clearly different designs of one brief
    variants: int = 1  # how many are asked for; each of several gets a folder of its own
    respect: float | None = None  # copy keeps to the grid 0 … to the picture 1
    saliency: Path | None = None  # an ONNX network that finds what photographs show
    candidates: int = 1  # layouts of which the best is taken
    zipped: bool = False  # the formats go into one zip, with the fonts of live text
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


class Designed(NamedTuple):
    """The designs of an order, one for each size, before they are written."""

    outcomes: tuple[Outcome, ...]
    resources: Resources
    notes: tuple[str, ...]
    kit: BrandKit | None
    today: date


class Job(NamedTuple):
    """One design to be written into a place of its own."""

    outcome: Outcome
    place: str  # folder below the order's; empty when there is one design only
    stem: str
    design_id: str
    links: str  # JSON of its set
    formats: tuple[str, ...]
    generator: str
    back: Design | None


def deliver_variants(
    order: Order, folder: Path | None, painter: Generator, say: Say | None = None
) -> Iterator[Delivered]:
    """Each of the clearly different designs the order asks for, as soon as it is written.

    Several sizes, "instagram-post,a3", make of each a linked set.
    """
    if not 1 <= order.variants <= MOST_VARIANTS:
        raise DesignError(f"--variants {order.variants} cannot be made; ask for 1-{MOST_VARIANTS}")
    for variant in range(order.variants):
        yield from deliver_set(order._replace(variant=variant), folder, painter, say)


def deliver(
    order: Order, folder: Path | None, painter: Generator, say: Say | None = None
) -> Delivered:
    """Design an order of one size; as `deliver_set`."""
    if order.size:
        size_named(order.size)
    return deliver_set(order, folder, painter, say)[0]


def deliver_set(
    order: Order, folder: Path | None, painter: Generator, say: Say | None = None
) -> tuple[Delivered, ...]:
    """Design the order and write its files into `folder` (default: one named after the title).

    Each of several sizes is laid out from one plan and gets a folder of its own; so does each page
    of a set that the request asks for.
    """
    formats, sizes = formats_named(order.formats), sizes_in(order.size)
    made = _designed(order, sizes, painter, say)
    outcome, resources = made.outcomes[0], made.resources
    if say:
        say("write", ", ".join(("plakat", *formats)))
    folder = folder or Path(stem_of(outcome.design.title))
    if order.variants > 1:
        folder /= f"variant-{order.variant + 1}"
    names = tuple(each.name for each in made.outcomes)
    places = names if len(names) > 1 else ("",)
    jobs = _jobs(places, made, formats, painter)
    with staging(folder) as stage:
        verdicts = [_write(job, resources, stage / job.place) for job in jobs]
        if order.zipped:
            _pack(jobs, resources, stage)
        files = moved_into_place(stage, folder)
    return tuple(
        Delivered(
            job.outcome, verdict,
            _files(job, files, folder) if job.place else files,
            (*made.notes, *concerns(job.outcome.design)),
        )
        for job, verdict in zip(jobs, verdicts, strict=True)
    )  # fmt: skip


def sizes_in(text: str | None) -> tuple[str, ...]:
    """ "instagram-post, a3" as sizes that exist, each once, named as folders can be."""
    wanted = [part.strip() for part in (text or "").split(",") if part.strip()]
    if text and not wanted:
        size_named(text)  # says what a size is
    return tuple(dict.fromkeys(map(_size_name, wanted)))


def _size_name(text: str) -> str:
    """The preset's name, or a custom size in the letters a folder can have."""
    size, plain = size_named(text), text.lower().replace(" ", "").replace("×", "x")
    return size.name if size.name in SIZES else plain


def check_file(path: Path, mind: Mind = RULES) -> tuple[Report, tuple[str, ...]]:
    """The quality report of a design, and the lines of it that people read.

    What a mind says of crops joins the findings as advice; it fails nothing.
    """
    file, resources = opened_file(path)
    design = file.history.present
    made = report(design, resources, plan_known(file.meta, file.history))
    packed = file.meta.get("brief.json")
    brief = Brief.model_validate_json(packed) if packed else Brief(request=design.title)
    made = made.evolve(findings=(*made.findings, *advice(design, resources, brief, mind)))
    notes = (*file.warnings, mind.trouble) if mind.trouble else file.warnings
    return made, (*lines(made, design.canvas), *(f"note: {note}" for note in notes))


def advice_file(path: Path) -> Advice:
    """The smallest changes that would make the design better."""
    file, resources = opened_file(path)
    plan = plan_known(file.meta, file.history)
    return recommend(file.history.present, resources, plan, brand=brand_in(file.meta))


def opened_file(path: Path) -> tuple[NativeFile, Resources]:
    """The design in a `.plakat`, or in any other file that Plakat reads."""
    return open_design(path, AssetStore(), FontLibrary.bundled())


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


def _teller(say: Say | None) -> Tell:
    def tell(event: Event) -> None:
        if say is not None and event.kind == "step_finished":
            say(event.step, event.message)

    return tell


def _designed(
    order: Order, sizes: tuple[str, ...], painter: Generator, say: Say | None
) -> Designed:
    """The order's designs; names and files are checked before anything is drawn."""
    if order.respect is not None and not 0 <= order.respect <= 1:
        raise DesignError(f"--respect {order.respect:g} is not between 0 (grid) and 1 (picture)")
    if not 1 <= order.candidates <= MOST_CANDIDATES:
        raise DesignError(
            f"--candidates {order.candidates} cannot be tried; ask for 1-{MOST_CANDIDATES}"
        )
    if order.system:
        system_named(order.system)
    model = saliency_model(order.saliency) if order.saliency else None
    assets = AssetStore(saliency=model)
    resources = Resources(assets, with_given(FontLibrary.bundled(), order.fonts))
    kit = read_kit(order.brand, resources.fonts) if order.brand else None
    if kit is not None:
        if order.system in kit.rules.forbidden_systems:
            raise DesignError(f"the brand forbids the system {order.system!r}; choose another")
        resources = resources._replace(fonts=with_given(resources.fonts, kit.fonts))
        order = order._replace(logo=order.logo or kit.logo)
    attachments = tuple(_attachment(path, resources.assets) for path in order.images)
    if order.like:
        attachments += (_attachment(order.like, resources.assets, "reference"),)
    if order.logo:
        attachments += (_logo(order.logo, resources.assets),)
    asked = Commission(
        request=order.request, sizes=sizes, system=order.system or "", seed=order.seed,
        variant=order.variant, title_font=_title_font(order, resources.fonts), qr=order.qr,
        respect=order.respect, candidates=order.candidates, attachments=attachments,
    )  # fmt: skip
    encoder = loaded(order.encoder) if order.encoder else None
    mind = mind_named(order.llm, order.llm_url)
    context = Context(resources, painter, encoder, kit, mind=mind)
    turn = Turn(new_design_id())
    outcomes = asyncio.run(design_set(asked, context, turn, _teller(say)))
    troubles = (mind.trouble,) if mind.trouble else ()
    notes = (*troubles, *(kit.notes if kit else ()), *_notes(outcomes[0], resources.assets))
    designed = Designed(outcomes, resources, notes, kit, order.today or date.today())
    return designed._replace(outcomes=tuple(_judged(each, designed) for each in outcomes))


def _judged(outcome: Outcome, made: Designed) -> Outcome:
    """With the doubts about its facts, and what the brand forbids."""
    found = findings_of(doubts_in(outcome.brief, made.today), outcome.design)
    found += placeholder_findings(outcome.design)
    if made.kit is not None:
        found += brand_findings(outcome.design, made.kit.rules)
    return outcome._replace(findings=(*outcome.findings, *found))


def _jobs(
    places: tuple[str, ...], made: Designed, formats: tuple[str, ...], painter: Generator
) -> list[Job]:
    stem = stem_of(made.outcomes[0].design.title)
    ids = {str(PurePosixPath(place, f"{stem}.plakat")): new_design_id() for place in places}
    links = linked(ids, kind_of(places)) if len(places) > 1 else dict.fromkeys(ids, "")
    each = zip(made.outcomes, places, ids.items(), strict=True)
    return [
        Job(
            outcome, place, stem, design_id, links[path], formats, painter.name,
            back_of(outcome, made.resources, painter),
        )
        for outcome, place, (path, design_id) in each
    ]  # fmt: skip


def _write(job: Job, resources: Resources, stage: Path) -> Report:
    """All files of one design into a folder that nobody else sees yet."""
    started = time.perf_counter()
    outcome, design = job.outcome, job.outcome.design
    stage.mkdir(exist_ok=True)
    rasters = Rasters(design, resources)
    verdict = report_of(design, outcome.findings)
    rasters.encode()
    write_formats(design, resources, stage, job.stem, job.formats, rasters)
    meta = {
        "brief.json": outcome.brief.model_dump_json(),
        "plan.json": outcome.plan.model_dump_json(),
    }
    if job.links:
        meta[META] = job.links
    file = NativeFile(job.design_id, 0, History(design), meta)
    write_native(stage / f"{job.stem}.plakat", file, resources, rasters)
    if job.back is not None:
        _write_back(job.back, resources, stage, f"{job.stem}-back", job.formats)
    outcome.timings["write"] = round(time.perf_counter() - started, 4)
    write_atomically(stage / REPORT, _report_json(outcome, verdict, job.generator))
    return verdict


def _write_back(
    design: Design, resources: Resources, stage: Path, stem: str, formats: tuple[str, ...]
) -> None:
    """The second side of a card, as NAME-back beside the front."""
    rasters = Rasters(design, resources)
    write_formats(design, resources, stage, stem, formats, rasters)
    file = NativeFile(new_design_id(), 0, History(design), {})
    write_native(stage / f"{stem}.plakat", file, resources, rasters)


def _files(job: Job, written: tuple[Path, ...], folder: Path) -> tuple[Path, ...]:
    """Those of one design of a set; the last written folder's come with the zip of all."""
    places = [path for path in written if path.is_dir()]
    zips = [path for path in written if path.is_file()]
    own = sorted((folder / job.place).iterdir())
    return (*own, *zips) if folder / job.place == places[-1] else tuple(own)


def _pack(jobs: list[Job], resources: Resources, stage: Path) -> None:
    """All but documents and reports into one zip; the designs of a set in folders of their own."""
    inner = stage / ".inside"
    pages = []
    for job in jobs:
        place = inner / job.place
        place.mkdir(parents=True)
        for path in sorted((stage / job.place).iterdir()):
            if path not in (inner, stage / job.place / REPORT) and path.suffix != NATIVE:
                path.replace(place / path.name)
        designs = (job.outcome.design, job.back)
        pages += [(design, resources) for design in designs if design is not None]
    packed(inner, pages, jobs[0].formats, stage / f"{jobs[0].stem}.zip")


def _report_json(outcome: Outcome, verdict: Report, generator: str) -> bytes:
    data = {
        "brief": outcome.brief.model_dump(mode="json"),
        "plan": outcome.plan.model_dump(mode="json"),
        **verdict.model_dump(mode="json"),
        "trace": list(outcome.trace),
        "timings": outcome.timings,
        "seed": outcome.brief.seed,
        "generator": generator,
        "licences": [each._asdict() for each in made_in(outcome.design)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2).encode()
