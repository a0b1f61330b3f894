"""From boxes drawn by hand to a design: the boxes are its layout, all else is chosen by the rules.

Words are set in their boxes, things are drawn in theirs, palette, type and visual system follow
from what all of them say. One design, or one undo step of it.
"""

from __future__ import annotations

import hashlib
import re
import uuid
from collections.abc import Callable, Sequence
from typing import NamedTuple

from agents.boxes import Copy, Drawn, boxes_in, copy_in, kind_of, regions_of, thing_in
from agents.brief import Brief, Stated, Text
from agents.lexicon import entries_in, is_concrete
from agents.linked import Member, Turn
from agents.planning import HERO
from agents.reformat import as_command
from agents.strategy import Strategy, strategy_for
from design_io.commands import Batch, apply
from design_io.document import Canvas, Design, ImageLayer, Layer, Role, ShapeLayer
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import SolidFill, Stroke
from design_io.resources import Resources
from generators.request import GenerationError, GenerationRequest, Generator, Region
from layout.boxed import boxed
from layout.plan import DesignPlan, Element
from layout.readable import readable
from layout.sizes import SIZES, size_named
from layout.systems import SYSTEMS

SAID = "Design the boxes"
BOX_FILL, BOX_LINE = "#3f6fd814", "#3f6fd8"  # of a box before it is designed
_DRAWN = frozenset(
    {
        "arch",
        "bauhaus",
        "deco",
        "papercut",
        "retro",
        "riso",
        "editorial",
        "aurora",
        "engraving",
        "dotmatrix",
        "pattern",
        "swiss",
    }
)  # fmt: skip  systems whose scenes fill a box of any proportions
_WORDED = frozenset({"swiss", "bauhaus", "editorial", "riso", "retro", "aurora", "papercut"})
_FACTS = ("date", "time", "venue", "address", "price", "offer", "contact", "cta", "legal", "brand")
_KICKER = 0.45  # of the title's size, under which words above it introduce it
_AHEAD = 0.75  # of the size of a subtitle, that other words near it may reach
_LONG = 70  # characters, from which words are body copy
_LOGO = re.compile(r"\blogo$", re.IGNORECASE)


class Designed(NamedTuple):
    brief: Brief
    plan: DesignPlan
    design: Design
    notes: tuple[str, ...]  # what the boxes could not hold as it was wished


def blank(size: str) -> Design:
    """An empty sheet on which boxes can be drawn."""
    canvas = size_named(size).canvas
    ground = ShapeLayer(
        id="background", name="Background", role="background", box=canvas.box,
        fill=SolidFill(color="#ffffff"),
    )  # fmt: skip
    return Design(title="", canvas=canvas, layers=(ground,))


def designed(
    regions: Sequence[Region], canvas: Canvas, resources: Resources, painter: Generator,
    variant: int = 0, cancelled: Callable[[], bool] = lambda: False,
) -> Designed:  # fmt: skip
    """The regions as a finished design; the same regions give the same one."""
    copies = _copies(regions)
    brief = _brief(regions, copies, canvas)
    pictured = any(r.kind == "object" for r in regions)
    usable = _DRAWN if pictured else _WORDED
    strategy = strategy_for(brief, variant, avoided=frozenset(SYSTEMS) - usable)
    plan = _plan(brief, strategy, copies)
    boxes = {element.id: copies[n][0] for n, element in enumerate(plan.elements[:-1])}
    objects = [r for r in regions if r.kind == "object" and not _is_logo(r)]
    set_ = boxed(plan, boxes, [r.box for r in objects], resources.fonts)
    ground = blank(plan.size).evolve(title=plan.title, palette=plan.palette, system=plan.system)
    design = ground.evolve(layers=(_colored(ground.layers[0], plan),))
    painted = _painted(plan, regions, painter, resources, cancelled)
    logos = [_logo_frame(r, n) for n, r in enumerate(filter(_is_logo, regions), 1)]
    design = design.evolve(layers=(*design.layers, *painted, *logos, *set_.layers))
    mended = readable(design, resources)
    design = apply(design, Batch(commands=mended), "agent") if mended else design
    notes = [f"{words!r} is set very small; draw its box larger" for words in set_.small]
    notes += [f"{words!r} lies almost whole under other boxes of words" for words in set_.crowded]
    notes += [f"nothing is known to draw for {thing_in(r.caption)!r}; the box has a pattern instead"
              for r in objects if not r.subjects]  # fmt: skip
    notes += ["drop your logo on the empty frame" for _ in logos[:1]]
    return Designed(brief, plan, design, tuple(notes))


def wireframe(size: str, drawn: Sequence[Drawn]) -> Design:
    """The boxes as they are drawn in the editor, on an empty sheet."""
    sheet = blank(size)
    return sheet.evolve(layers=(*sheet.layers, *(_outline(d, n) for n, d in enumerate(drawn, 1))))


def boxes_designed(
    member: Member, painter: Generator, variant: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Turn, tuple[str, ...]]:  # fmt: skip
    """The wireframe of a design exchanged for what it asks for, as one step, and the notes."""
    design = member.history.present
    regions = regions_of(boxes_in(design), design.canvas)
    made = designed(regions, design.canvas, member.resources, painter, variant, cancelled)
    command = as_command(design, made.design, SAID)
    history = member.history.do(command, SAID, "user")
    shared = {n: name for n, name in member.links.shared.items() if n <= len(member.history.past)}
    changed = member.with_history(history, shared | {len(history.past): uuid.uuid4().hex[:12]})
    meta = {
        **member.file.meta, "brief.json": made.brief.model_dump_json(),
        "plan.json": made.plan.model_dump_json(),
    }  # fmt: skip
    changed = changed._replace(file=changed.file._replace(meta=meta))
    return Turn((changed,), (SAID,)), made.notes


def _outline(drawn: Drawn, number: int) -> ShapeLayer:
    return ShapeLayer(
        id=f"box-{number}", name=" ".join(drawn.caption.split())[:80] or "Box", role="frame",
        box=drawn.box, alt=drawn.caption, region=drawn.kind or kind_of(drawn.caption),
        fill=SolidFill(color=BOX_FILL), stroke=Stroke(color=BOX_LINE, width=2),
    )  # fmt: skip


class _Placed(NamedTuple):
    box: Box
    words: str
    role: Role


def _copies(regions: Sequence[Region]) -> list[_Placed]:
    """The words in reading order, each with a role; the one that can be largest is the title."""
    found = [(r.box, copy_in(r.caption)) for r in regions if r.kind == "text"]
    found.sort(key=lambda pair: (round(pair[0].y / max(1.0, 0.5 * pair[0].height)), pair[0].x))
    found.sort(key=lambda pair: pair[0].y)
    title = _title_among(found)
    return [_Placed(box, copy.words, _role(n, found, title)) for n, (box, copy) in enumerate(found)]


def _title_among(found: Sequence[tuple[Box, Copy]]) -> int:
    named = [n for n, (_, copy) in enumerate(found) if copy.role == "title"]
    if named:
        return named[0]
    free = [n for n, (_, copy) in enumerate(found) if copy.role not in _FACTS] or range(len(found))
    return max(free, key=lambda n: _might(*found[n]), default=-1)


def _might(box: Box, copy: Copy) -> float:
    """About how large the words could be set in the box."""
    return min(box.height, (box.area / max(3, len(copy.words))) ** 0.5)


def _role(n: int, found: Sequence[tuple[Box, Copy]], title: int) -> Role:
    box, copy = found[n]
    if n == title:
        return "title"
    if copy.role and copy.role != "title":
        return copy.role
    if len(copy.words) > _LONG or "\n" in copy.words:
        return "body"
    head = found[title][0]
    small = _might(box, copy) < _KICKER * _might(*found[title])
    if small and box.bottom <= head.center.y and head.y - box.bottom < head.height:
        return "kicker"
    taken = [m for m, (_, other) in enumerate(found) if m not in (n, title) and other.role is None]
    least = _AHEAD * _might(box, copy)
    ahead = all(_might(*found[m]) <= least or found[m][0].y > box.y + head.height for m in taken)
    return "subtitle" if ahead else "body"


def _brief(regions: Sequence[Region], copies: Sequence[_Placed], canvas: Canvas) -> Brief:
    said = [thing_in(r.caption) for r in regions if r.kind == "object"]
    objects = sorted(
        (r for r in regions if r.kind == "object" and r.subjects), key=lambda r: -r.box.area
    )
    entries = [
        entry for r in objects for entry in entries_in(thing_in(r.caption)) if is_concrete(entry)
    ]
    request = ". ".join([c.words for c in copies] + said) or "A picture"
    return Brief(
        request=request, size=Stated(value=_size_of(canvas), provenance="user"),
        texts=tuple(Text(role=c.role, text=c.words, provenance="user") for c in copies),
        subject=Stated(value=entries[0], provenance="user") if entries else Stated(value=""),
        companions=tuple(dict.fromkeys(entries[1:4])),
        seed=int(hashlib.sha256(request.encode()).hexdigest()[:6], 16),
    )  # fmt: skip


def _size_of(canvas: Canvas) -> str:
    names = (name for name, size in SIZES.items() if size.canvas == canvas)
    return next(names, f"{canvas.width}x{canvas.height}px")


def _plan(brief: Brief, strategy: Strategy, copies: Sequence[_Placed]) -> DesignPlan:
    """One element for every box of words, in the order of reading, and the hero."""
    seen: dict[str, int] = {}
    elements: list[Element] = []
    for copy in copies:
        number = seen[copy.role] = seen.get(copy.role, 0) + 1
        name = copy.role if number == 1 else f"{copy.role}-{number}"
        elements.append(Element(id=name, role=copy.role, text=copy.words))
    elements.append(Element(id=HERO, role="hero", importance=4))
    title = brief.text("title")
    return DesignPlan(
        size=brief.size.value, system=strategy.system, elements=tuple(elements),
        palette=strategy.palette, subjects=strategy.subjects, title=title or "Boxes",
        prompt=brief.subject.value or title, seed=strategy.seed, reason=strategy.reason,
    )  # fmt: skip


def _colored(layer: Layer, plan: DesignPlan) -> Layer:
    return layer.evolve(fill=SolidFill(color=plan.palette["bg"]))


def _is_logo(region: Region) -> bool:
    named = _LOGO.search(thing_in(region.caption)) is not None
    return region.kind == "object" and not region.subjects and named


def _logo_frame(region: Region, number: int) -> ImageLayer:
    """An empty frame; a logo is never invented."""
    return ImageLayer(
        id=f"logo-{number}", name="Logo", role="logo", box=region.box, fit="contain",
        alt=region.caption,
    )  # fmt: skip


def _painted(
    plan: DesignPlan, regions: Sequence[Region], painter: Generator, resources: Resources,
    cancelled: Callable[[], bool],
) -> list[Layer]:  # fmt: skip
    shown = tuple(r for r in regions if not _is_logo(r))
    canvas = size_named(plan.size).canvas
    request = GenerationRequest(
        prompt=plan.prompt, width=canvas.width, height=canvas.height, regions=shown,
        palette=plan.palette, transparent=True, seed=plan.seed, system=plan.system,
        subjects=plan.subjects, boxed=True,
    )  # fmt: skip
    try:
        painted = painter.paint(request, resources.assets, cancelled)
    except GenerationError as error:
        raise DesignError(str(error)) from error
    return [item.layer for item in painted]
