"""What an edit changed, line by line, for people."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.document import Design, Layer, TextLayer, walk
from layout.differences import differences

_MOST = 12
_SWITCHES = ("visible", "locked", "name", "rotation", "effects", "mask")


def diff_of(before: Design, after: Design) -> tuple[str, ...]:
    """One line a change: "Title: colour #171d2a → #ff0000"; the first of many."""
    lines = list(dict.fromkeys((*_whole(before, after), *_layers(before, after))))
    rest = len(lines) - _MOST
    return (*lines[:_MOST], f"and {rest} more") if rest > 0 else tuple(lines)


def _whole(before: Design, after: Design) -> Iterator[str]:
    if before.canvas != after.canvas:
        a, b = before.canvas, after.canvas
        yield f"size {a.width}x{a.height} → {b.width}x{b.height}"
    if before.system != after.system:
        yield f"style {before.system} → {after.system}"


def _layers(before: Design, after: Design) -> Iterator[str]:
    old, new = ({layer.id: layer for layer in walk(design)} for design in (before, after))
    for name in old.keys() - new.keys():
        if _is_outer(name, before, new):
            yield f"{old[name].label}: deleted"
    for name, layer in new.items():
        if name in old and layer != old[name]:
            yield from _own(old[name], layer)
    for found in differences(before, after):
        label = new[found.layer].label if found.layer in new else found.layer
        if found.feature == "layer":
            yield f"{label}: added"
            continue
        yield f"{label}: {found.feature} {found.before} → {found.after}".replace("  ", " ")


def _is_outer(name: str, design: Design, left: dict[str, Layer]) -> bool:
    """Whether a deleted layer was not in a group that is deleted as well."""
    groups = (x for x in walk(design) if x.kind == "group" and x.id not in left)
    return not any(name in {m.id for m in group.layers} for group in groups)  # type: ignore[union-attr]


def _own(old: Layer, new: Layer) -> Iterator[str]:
    if isinstance(old, TextLayer) and isinstance(new, TextLayer):
        if old.text != new.text:
            yield f"{old.label}: {old.text!r} → {new.text!r}"
        for field in ("italic", "case", "underline", "strikethrough"):
            a, b = getattr(old.style, field), getattr(new.style, field)
            if a != b:
                yield f"{old.label}: {field} {a} → {b}"
        if old.spans != new.spans:
            yield f"{old.label}: style of some words"
    for field in _SWITCHES:
        was, now = getattr(old, field, None), getattr(new, field, None)
        if was != now:
            shown = field in ("visible", "locked", "name", "rotation")
            change = f" {was} → {now}" if shown else ""
            yield f"{old.label}: {field}{change}"
