"""The words of an element in a design: one text layer, or a title split into lines."""

from __future__ import annotations

import re
from itertools import combinations

from design_io.commands import Command, RemoveLayer, UpdateLayer
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.fonts import FontLibrary
from design_io.text import fitted

_LINE = re.compile(r"-line-\d+$")


def element_of(layer_id: str) -> str:
    """The element a layer belongs to: "title" of "title-line-2"."""
    return _LINE.sub("", layer_id)


def tree(layer: Layer) -> tuple[Layer, ...]:
    """The layer and all that is in it."""
    inner = layer.layers if isinstance(layer, GroupLayer) else ()
    return (layer, *(each for member in inner for each in tree(member)))


def layer_of(design: Design, layer_id: str) -> Layer | None:
    """The layer of this id, else the whole of the element it is a line of."""
    by_id = {layer.id: layer for layer in walk(design)}
    return by_id.get(layer_id) or by_id.get(element_of(layer_id))


def texts_of(design: Design, element: str) -> tuple[TextLayer, ...]:
    """The text layer of an element, or the lines it is split into, in order."""
    layer = layer_of(design, element)
    if isinstance(layer, TextLayer):
        return (layer,)
    if not isinstance(layer, GroupLayer):
        return ()
    return tuple(
        member
        for member in layer.layers
        if isinstance(member, TextLayer) and element_of(member.id) == element != member.id
    )


def text_of(design: Design, element: str) -> str | None:
    """All words of the element; None when the design does not show it."""
    texts = texts_of(design, element)
    return " ".join(text.text for text in texts) if texts else None


def reworded(design: Design, element: str, text: str, fonts: FontLibrary) -> list[Command]:
    """The element with other words, each text fitted to its own box; lines too many are removed."""
    texts = texts_of(design, element)
    parts = _parted(text, texts) if len(texts) > 1 else [text]
    commands: list[Command] = [
        _retyped(layer, part, fonts) for layer, part in zip(texts, parts, strict=False)
    ]
    return commands + [RemoveLayer(layer_id=layer.id) for layer in texts[len(parts) :]]


def _retyped(layer: TextLayer, text: str, fonts: FontLibrary) -> Command:
    new = fitted(layer.evolve(text=text, spans=()), fonts)
    changes: dict[str, object] = {"text": text, "spans": (), "style": new.style}
    if layer.name and layer.text.startswith(layer.name.rstrip("…")):
        changes["name"] = text.replace("\n", " ")[:60]
    return UpdateLayer(layer_id=layer.id, changes=changes)


def _parted(text: str, lines: tuple[TextLayer, ...]) -> list[str]:
    """The words in at most as many lines, each about as long as the line it replaces."""
    words = text.split()
    count = max(1, min(len(words), len(lines)))
    share = [max(1, len(line.text)) for line in lines[:count]]

    def unevenness(cuts: tuple[int, ...]) -> float:
        bounds = (0, *cuts, len(words))
        lengths = [len(" ".join(words[a:b])) for a, b in zip(bounds, bounds[1:], strict=False)]
        return max(length / room for length, room in zip(lengths, share, strict=True))

    if len(words) > 16:  # too many ways to cut; by number
        cuts = tuple(round(len(words) * n / count) for n in range(1, count))
    else:
        cuts = min(combinations(range(1, len(words)), count - 1), key=unevenness)
    bounds = (0, *cuts, len(words))
    return [" ".join(words[a:b]) for a, b in zip(bounds, bounds[1:], strict=False)]
