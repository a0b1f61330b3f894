"""One design laid out anew for another size: its copy, colours, type and pictures, not its boxes.

The plan says what must be on the sheet; the design itself says how it reads and looks by now. What
people changed by hand or by chat is replayed on the new layout, and survives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from agents.backdrops import hand_for
from agents.brief import Brief, Stated
from agents.correction import Corrected, corrected
from agents.painting import joined, pictures_kept, requests_for
from agents.pictures import anchored, picture_of
from agents.planning import plan_for
from agents.strategy import strategy_for
from design_io.commands import (
    AddLayer,
    Batch,
    Command,
    RemoveLayer,
    UpdateDesign,
    UpdateLayer,
    apply,
)
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.errors import DesignError
from design_io.history import History
from design_io.resources import Resources
from generators.request import Generator
from layout.arrange import arrange
from layout.carrying import carried, moved_onto
from layout.checks import check
from layout.compose import compose
from layout.findings import Finding
from layout.foot import label_id
from layout.plan import DesignPlan, Element
from layout.sizes import SIZES, size_named
from layout.systems import SYSTEMS
from layout.wording import element_of, text_of, tree

_BEFORE = "as edited before"
_COPY = (
    "title", "subtitle", "kicker", "body", "item", "quote", "cta", "date", "time", "venue",
    "address", "price", "offer", "contact", "brand", "legal",
)  # fmt: skip


class Reformatted(NamedTuple):
    """The new layout, with what was edited before as its one step; and the plan it was made by."""

    history: History
    plan: DesignPlan
    findings: tuple[Finding, ...]  # what is left after correction

    @property
    def design(self) -> Design:
        return self.history.present


def reformatted(
    history: History, plan: DesignPlan, size: str, resources: Resources, painter: Generator
) -> Reformatted:
    """The present design at another size; `plan` is the one the design was first made from."""
    now = plan_now(history, plan).evolve(size=size)
    fresh = laid_out(now, resources, painter, history.present).design
    made = _with_hands(fresh, history, resources)
    findings = check(made.present, resources, now)
    if _gates(findings):
        base = corrected(made.present, resources, now).design
        mended = _with_hands(base, history, resources)
        left = check(mended.present, resources, now)
        if _gates(left) < _gates(findings):
            made, findings = _as_one(fresh, mended.present), left
    return Reformatted(made, now, findings)


def plan_in(meta: Mapping[str, str], design: Design) -> DesignPlan:
    """The plan a file was made from; an older file has only its brief."""
    if "plan.json" in meta:
        return DesignPlan.model_validate_json(meta["plan.json"])
    if "brief.json" not in meta or design.system not in SYSTEMS:
        raise DesignError(
            "this file does not say what it was made from, so it cannot be laid out anew; "
            "make the design with: python app.py design"
        )
    brief = Brief.model_validate_json(meta["brief.json"])
    strategy = strategy_for(brief.evolve(system=Stated(value=design.system)))
    return plan_for(brief, strategy._replace(palette=design.palette))


def plan_known(meta: Mapping[str, str], history: History) -> DesignPlan | None:
    """The file's plan as the design reads by now; None for a file that holds none."""
    if "plan.json" not in meta:
        return None
    plan = plan_now(history, DesignPlan.model_validate_json(meta["plan.json"]))
    canvas = history.present.canvas
    if size_named(plan.size).canvas == canvas:
        return plan
    names = (name for name, size in SIZES.items() if size.canvas == canvas)
    return plan.evolve(size=next(names, f"{canvas.width}x{canvas.height}px"))


def laid_out(
    plan: DesignPlan, resources: Resources, painter: Generator, before: Design | None = None
) -> Corrected:
    """The plan on its canvas: arranged, composed, painted and corrected.

    Pictures that a painter made for `before` are kept in the new places; art is drawn anew.
    """
    plan = anchored(plan, resources.assets)
    layout = arrange(plan, resources.fonts, picture=picture_of(plan, resources.assets))
    design = compose(plan, layout)
    for request in requests_for(plan, layout, design, resources).values():
        painted = pictures_kept(before, request) if before else ()
        hand = hand_for(painter, request)
        painted = painted or hand.paint(request, resources.assets, lambda: False)
        design = apply(design, joined(design, painted), "agent")
    return corrected(design, resources, plan)


def plan_now(history: History, plan: DesignPlan) -> DesignPlan:
    """The plan as the design reads by now: edited words, without what was taken away or hidden."""
    first, now = _first(history), history.present
    shown = _shown(now)
    elements = tuple(
        _edited(element, first, now)
        for element in plan.elements
        if not _is_gone(element, first, shown)
    )
    palette = plan.palette | {
        role: color for role, color in now.palette.items() if first.palette.get(role) != color
    }
    return plan.evolve(
        elements=(*elements, *_new_copy(plan, first, now)), palette=palette, title=now.title,
        title_font=_title_font(first, now) or plan.title_font,
    )  # fmt: skip


def as_command(old: Design, new: Design, said: str) -> Command:
    """Everything of `old` exchanged for `new`, as one step; locked layers refuse it."""
    locked = [layer.label for layer in walk(old) if layer.locked]
    if locked:
        names = ", ".join(map(repr, locked[:4])) + (", …" if len(locked) > 4 else "")
        raise DesignError(
            f"{names} {'is' if len(locked) == 1 else 'are'} locked and may not be laid out anew; "
            "unlock, or keep this design and add the other size to it: "
            '"add a 1080x1920 version"'
        )
    fields = ("title", "language", "canvas", "palette", "system")
    changes = {f: getattr(new, f) for f in fields if getattr(new, f) != getattr(old, f)}
    return Batch(
        label=said[:200],
        commands=(
            *(RemoveLayer(layer_id=layer.id) for layer in old.layers),
            UpdateDesign(changes=changes),
            *(AddLayer(layer=layer) for layer in new.layers),
        ),
    )


def _first(history: History) -> Design:
    return history.past[0].before if history.past else history.present


def _is_gone(element: Element, first: Design, shown: set[str]) -> bool:
    """Whether the design once showed the element and does no longer."""
    ids = {element_of(layer.id) for layer in walk(first)}
    return element.id in ids and element.id not in shown


def _shown(design: Design) -> set[str]:
    """Ids of all elements that are visible, groups of lines among them."""

    def visible(layers: tuple[Layer, ...]) -> set[str]:
        found: set[str] = set()
        for layer in layers:
            if layer.visible:
                inner = visible(layer.layers) if isinstance(layer, GroupLayer) else set()
                found |= {layer.id, element_of(layer.id)} | inner
        return found

    return visible(design.layers)


def _edited(element: Element, first: Design, now: Design) -> Element:
    """The element with the words the design shows, where they were changed."""
    changes: dict[str, str] = {}
    for field, layer_id in (("text", element.id), ("label", label_id(element.id))):
        old, new = text_of(first, layer_id), text_of(now, layer_id)
        if new is not None and new != old:
            changes[field] = new
    return element.evolve(**changes) if changes else element


def _new_copy(plan: DesignPlan, first: Design, now: Design) -> tuple[Element, ...]:
    """Texts that were added by hand take part in the layout like all others."""
    known = {element_of(layer.id) for layer in walk(first)} | {e.id for e in plan.elements}
    return tuple(
        Element(id=layer.id, role=layer.role, text=layer.text, importance=2)
        for layer in now.layers
        if isinstance(layer, TextLayer) and layer.visible and layer.id not in known
        and layer.role in _COPY and not layer.id.endswith("-label")
    )  # fmt: skip


def _title_font(first: Design, now: Design) -> str:
    """A family that was chosen for the title by hand; it is measured in it."""
    fonts = [
        {layer.style.font for layer in walk(d) if layer.kind == "text" and layer.role == "title"}
        for d in (first, now)
    ]
    chosen = fonts[1] - fonts[0]
    return chosen.pop() if len(fonts[1]) == 1 and chosen else ""


def _with_hands(fresh: Design, history: History, resources: Resources) -> History:
    """Every edit of the history once more, on the new layout; earlier reformats are none."""
    design, commands = fresh, list[Command]()
    for step in history.past:
        if step.before.canvas == step.after.canvas:
            result = carried(step.before, step.after, design, resources.fonts)
            design = result.design
            commands += result.commands
    known, old = {layer.id for layer in walk(design)}, history.present
    for layer in _hidden_copy(old.layers):
        if not known & {each.id for each in tree(layer)}:
            commands.append(AddLayer(layer=moved_onto(layer, old.canvas, design.canvas)))
    commands += _locks(old, known)
    if not commands:
        return History(fresh)
    return History(fresh).do(Batch(label=_BEFORE, commands=tuple(commands)), _BEFORE)


def _hidden_copy(layers: tuple[Layer, ...]) -> Iterator[Layer]:
    """Copy that was hidden stays with the design, hidden."""
    for layer in layers:
        if not layer.visible and layer.role in (*_COPY, "logo", "qr"):
            yield layer
        elif layer.visible and isinstance(layer, GroupLayer):
            yield from _hidden_copy(layer.layers)


def _locks(old: Design, known: set[str]) -> list[Command]:
    return [
        UpdateLayer(layer_id=layer.id, changes={"locked": True})
        for layer in walk(old)
        if layer.locked and layer.id in known
    ]


def _as_one(fresh: Design, design: Design) -> History:
    return History(fresh).do(as_command(fresh, design, _BEFORE), _BEFORE)


def _gates(findings: tuple[Finding, ...]) -> int:
    return sum(finding.severity == "gate" for finding in findings)
