"""What advice may not touch: locked and pinned layers, every word and picture, a brand's marks."""

from __future__ import annotations

from design_io.document import Design, GroupLayer, ImageLayer, Layer, TextLayer, walk

MARKS = ("logo", "brand", "qr")  # roles whose looks belong to somebody else


def frozen_layers(design: Design, pinned: frozenset[str] = frozenset()) -> frozenset[str]:
    """The ids of layers that stay as they are: locked, pinned, or in a group that is."""
    found: set[str] = set()
    for layer in design.layers:
        _collect(layer, pinned, False, found)
    return frozenset(found)


def keeps_frozen(before: Design, after: Design, frozen: frozenset[str]) -> bool:
    """Whether nothing that is frozen differs, and every word and picture is still there."""
    left = {layer.id: layer for layer in walk(after)}
    for layer in walk(before):
        new = left.get(layer.id)
        if new is None or (layer.id in frozen and new != layer):
            return False
        if (new.visible, _given(new)) != (layer.visible, _given(layer)):
            return False
    return True


def _collect(layer: Layer, pinned: frozenset[str], outer: bool, found: set[str]) -> None:
    held = outer or layer.locked or layer.id in pinned
    if held:
        found.add(layer.id)
    if isinstance(layer, GroupLayer):
        for member in layer.layers:
            _collect(member, pinned, held, found)


def _given(layer: Layer) -> tuple[object, ...]:
    """What came from the user: words, pictures, and the looks of marks."""
    if isinstance(layer, ImageLayer):
        return (layer.asset, round(layer.box.width / max(layer.box.height, 1e-6), 2))
    if isinstance(layer, TextLayer):
        marked = (layer.style.color, layer.style.font) if layer.role in MARKS else ()
        return (layer.text, layer.language, *marked)
    return ()
