"""Layers changed in one way, as commands: another colour, style, place or size."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import count
from typing import Any

from agents.chat.by_name import Leaf, Named, leaves_of
from agents.chat.context import Context
from agents.chat.results import CannotError
from design_io.color import hex_to_oklch, oklch_hex, reach_contrast, relative_chroma
from design_io.commands import Command, UpdateLayer
from design_io.document import Layer, ShapeLayer, Span, TextLayer, walk
from design_io.geometry import Box, union_all
from design_io.paint import SolidFill
from design_io.text import fitted, ink_box

Recolor = Callable[[str], str]  # the old colour -> the new one
_PILL = 4.5  # contrast of a button's words with their ground


def updates(layer: Layer, changes: dict[str, Any]) -> list[Command]:
    """Only what differs."""
    new = {f: value for f, value in changes.items() if getattr(layer, f) != value}
    return [UpdateLayer(layer_id=layer.id, changes=new)] if new else []


def painted(named: Named, recolor: Recolor, context: Context) -> list[Command]:
    """The layers in other colours; a button's words stay readable on it."""
    commands: list[Command] = []
    for layer in named.layers:
        if named.span is not None and isinstance(layer, TextLayer):
            start, end = named.span
            color = recolor(layer.style.color[:7])
            commands += updates(layer, {"spans": spanned(layer, start, end, {"color": color})})
            continue
        ground = _pill_of(layer)
        for leaf in leaves_of(layer):
            commands += _painted(leaf, recolor, ground)
        if isinstance(layer, ShapeLayer) and layer.role == "underlay":
            commands += _kept_readable(layer, recolor, named, context)
    return commands


def _kept_readable(
    pill: ShapeLayer, recolor: Recolor, named: Named, context: Context
) -> list[Command]:
    """The words on a ground that is recoloured by itself."""
    words = next(
        (x for x in walk(context.design) if isinstance(x, TextLayer) and x.role == "cta"), None
    )
    if words is None or words in named.layers or not isinstance(pill.fill, SolidFill):
        return []
    color = reach_contrast(words.style.color[:7], recolor(pill.fill.color[:7]), _PILL)
    return updates(words, {"style": words.style.evolve(color=color)})


def _painted(leaf: Leaf, recolor: Recolor, ground: ShapeLayer | None) -> list[Command]:
    if isinstance(leaf, TextLayer):
        color = recolor(leaf.style.color[:7])
        if ground is not None and isinstance(ground.fill, SolidFill):
            color = reach_contrast(leaf.style.color[:7], recolor(ground.fill.color[:7]), _PILL)
        spans = tuple(span.evolve(color=None) for span in leaf.spans)
        changes = {"style": leaf.style.evolve(color=color), "spans": spans, "fill": None}
        return updates(leaf, changes)
    if not isinstance(leaf, ShapeLayer):
        return []
    changed: dict[str, Any] = {}
    if isinstance(leaf.fill, SolidFill):
        changed["fill"] = leaf.fill.evolve(color=recolor(leaf.fill.color[:7]) + leaf.fill.color[7:])
    elif leaf.fill is not None and leaf.fill.kind in ("linear", "radial"):
        stops = tuple(s.evolve(color=recolor(s.color[:7]) + s.color[7:]) for s in leaf.fill.stops)
        changed["fill"] = leaf.fill.evolve(stops=stops)
    if leaf.stroke is not None:
        changed["stroke"] = leaf.stroke.evolve(color=recolor(leaf.stroke.color[:7]))
    return updates(leaf, changed)


def _pill_of(layer: Layer) -> ShapeLayer | None:
    """The ground a button's words stand on; None for anything but a button."""
    leaves = leaves_of(layer)
    if not any(isinstance(leaf, TextLayer) for leaf in leaves):
        return None
    return next((x for x in leaves if isinstance(x, ShapeLayer) and x.role == "underlay"), None)


def flat(color: str) -> Recolor:
    return lambda _: color


def tinted(color: str) -> Recolor:
    """The shades of a drawing keep their lightness."""

    def change(old: str) -> str:
        lightness = hex_to_oklch(old).lightness
        k = max(relative_chroma(old), 0.6 * relative_chroma(color))
        if relative_chroma(color) < 0.08:
            k = relative_chroma(color)
        return oklch_hex(lightness, k, hex_to_oklch(color).hue)

    return change


def restyled(named: Named, changes: dict[str, Any], context: Context) -> list[Command]:
    """Every text in the changed style, fitted to its box again; words of a text as a span."""
    if not named.texts:
        raise CannotError(f"{named.label} is no text; name a text such as the title or the date")
    commands: list[Command] = []
    for layer in named.texts:
        if named.span is not None:
            commands += updates(layer, {"spans": spanned(layer, *named.span, changes)})
            continue
        own = {k: v for k, v in changes.items() if k in Span.model_fields}
        spans = tuple(span.evolve(**dict.fromkeys(own)) for span in layer.spans)
        style = layer.style.evolve(**changes)
        commands += refitted(layer, layer.evolve(style=style, spans=spans), context)
    return commands


def spanned(layer: TextLayer, start: int, end: int, changes: dict[str, Any]) -> tuple[Span, ...]:
    """The spans of the text with one stretch in another style; overlapping ones are cut."""
    kept: list[Span] = []
    under: dict[str, Any] = {}
    for span in layer.spans:
        if span.start <= start and span.end >= end:
            under = {
                k: v for k, v in span.model_dump(exclude={"start", "end"}).items() if v is not None
            }
        for a, b in ((span.start, min(span.end, start)), (max(span.start, end), span.end)):
            if a < b:
                kept.append(span.evolve(start=a, end=b))
    own = {k: v for k, v in changes.items() if k in Span.model_fields}
    if len(own) < len(changes):
        missing = ", ".join(sorted(changes.keys() - own.keys()))
        raise CannotError(f"{missing} is set for a whole text, not for words of it; name the text")
    kept.append(Span(start=start, end=end, **(under | own)))
    return tuple(sorted(kept, key=lambda span: span.start))


def refitted(old: TextLayer, new: TextLayer, context: Context) -> list[Command]:
    """Only what differs, the size fitted to the box when the layer asks for it."""
    new = fitted(new, context.resources.fonts)
    if new.text != old.text and old.name and old.text.startswith(old.name.rstrip("…")):
        new = new.evolve(name=new.text[:60])  # the name was the words; it stays so
    fields = ("text", "name", "spans", "style", "box", "align")
    return updates(old, {f: getattr(new, f) for f in fields})


def shifted(layers: Iterable[Layer], dx: float, dy: float) -> list[Command]:
    parts: list[Command] = []
    for layer in layers:
        for leaf in leaves_of(layer):
            changes: dict[str, Any] = {"box": leaf.box.shift(dx, dy)}
            if leaf.mask is not None:
                changes["mask"] = leaf.mask.evolve(box=leaf.mask.box.shift(dx, dy))
            parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return parts


def free_id(stem: str, taken: Container[str], first: int = 1, end: str = "") -> str:
    """An id that nothing has yet: the stem and the first free number from `first` on."""
    return next(name for n in count(first) if (name := f"{stem}-{n}{end}") not in taken)


def floor_below(y: float, context: Context, margin: float, besides: Container[str] = ()) -> float:
    """Where the next copy below y begins, or the margin (of the height) at the sheet's foot."""
    below = (x.box.y for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
             and x.id not in besides and x.box.y > y)  # fmt: skip
    return min([context.design.canvas.height * (1 - margin), *below])


def scaled(layer: Layer, factor: float, context: Context) -> list[Command]:
    """Scaled about the centre of all its boxes; a text grows by its size, about where it is set."""
    leaves = leaves_of(layer)
    if len(leaves) == 1 and isinstance(leaves[0], TextLayer):
        return _enlarged(leaves[0], factor, context)
    center = union_all(leaf.box for leaf in leaves).center
    parts: list[Command] = []
    for leaf in leaves:
        box = leaf.box
        grown = Box(
            center.x + (box.x - center.x) * factor, center.y + (box.y - center.y) * factor,
            box.width * factor, box.height * factor,
        )  # fmt: skip
        changes: dict[str, Any] = {"box": grown}
        if isinstance(leaf, TextLayer):
            changes["style"] = leaf.style.evolve(size=leaf.style.size * factor)
        if leaf.mask is not None:
            at = leaf.mask.box
            mask = Box(
                center.x + (at.x - center.x) * factor, center.y + (at.y - center.y) * factor,
                at.width * factor, at.height * factor,
            )  # fmt: skip
            changes["mask"] = leaf.mask.evolve(box=mask)
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return parts


def _enlarged(text: TextLayer, factor: float, context: Context) -> list[Command]:
    """The text at another size; its box grows to the sheet's edge before its words shrink."""
    sheet, box = context.design.canvas.box, text.box
    size = round(text.style.size * factor, 2)
    spans = tuple(s.evolve(size=s.size * factor) if s.size else s for s in text.spans)
    changes: dict[str, Any] = {"style": text.style.evolve(size=size), "spans": spans}
    if factor > 1:
        margin = 0.02 * min(sheet.width, sheet.height)
        wide = box.width * factor
        left = {"center": box.center.x - wide / 2, "right": box.right - wide,
                "end": box.right - wide}.get(text.align, box.x)  # fmt: skip
        left, right = (
            max(left, min(box.x, margin)),
            min(left + wide, max(box.right, sheet.width - margin)),
        )
        changes["box"] = Box(left, box.y, right - left, box.height * factor)
    grown = text.evolve(**changes)
    if fitted(grown.evolve(fit="shrink"), context.resources.fonts).style.size < text.style.size:
        grown = fitted(grown.evolve(fit="shrink"), context.resources.fonts)
        changes["style"] = grown.style
    return updates(text, changes)


def ink(leaves: Iterable[Leaf], context: Context) -> Box:
    """The ink of texts and the boxes of all else."""
    fonts = context.resources.fonts
    return union_all(ink_box(x, fonts) if isinstance(x, TextLayer) else x.box for x in leaves)
