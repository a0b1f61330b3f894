"""C7 to C10, type: legible, on a scale, in lines of a good length and leading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from design_io.commands import UpdateLayer
from design_io.document import GroupLayer, Layer, TextLayer
from design_io.text import typeset
from layout.findings import Finding
from layout.grade import Grade
from layout.legible import smallest_text
from layout.limits import limit
from layout.subject import Subject, size_of, soft, visible_texts

_LABELS = ("kicker", "legal")
_FEWEST = 6.0  # px; no letter can be drawn with fewer
_SEEN = 1.02  # ratio of sizes from which they are told apart
_FREE = ("title", "offer", "price", "quote", "brand")  # roles that are sized by themselves


def check_legible_size(subject: Subject) -> Iterator[Finding]:
    """No text is smaller than people can read at the size it will be seen."""
    canvas = subject.design.canvas
    least = smallest_text(size_of(subject))
    for layer in visible_texts(subject.design):
        floor = max(least.label if layer.role in _LABELS else least.text, _FEWEST)
        if layer.style.size < floor * 0.99:
            message = (
                f"{layer.label!r} is set at {layer.style.size:.0f} px, needs {floor:.0f} px on "
                f"{canvas.width}x{canvas.height}; enlarge it, cut the copy or choose a larger size"
            )
            yield soft("legible-size", (layer.id,), layer.style.size, floor, message)


def grade_type_sizes(subject: Subject) -> Iterator[Grade]:
    """C8: words of nearly one size look like a mistake; over the next smaller size in use."""
    allowed = limit("type_scale", size_of(subject))
    texts = [text for text in visible_texts(subject.design) if text.role not in _FREE]
    common = Counter(round(text.style.size, 1) for text in texts)
    for text in texts:
        own = round(text.style.size, 1)
        near = [
            other
            for other in common
            if common[other] > common[own] and max(own, other) > _SEEN * min(own, other)
        ]
        ratio = min((max(own, other) / min(own, other) for other in near), default=allowed.good)
        message = f"{text.label!r} is nearly the size of other words; set them alike"
        yield Grade((text.id,), allowed.score(ratio), ratio, allowed.good, message)
    yield from _unlike_peers(subject)


def _unlike_peers(subject: Subject) -> Iterator[Grade]:
    """C8: words of one kind in one group, such as labels, are set in the size of most of them."""
    for peers in _peers(subject.design.layers):
        common = Counter(round(text.style.size, 1) for text in peers)
        usual, often = common.most_common(1)[0]
        for text in peers:
            ratio = max(text.style.size, usual) / min(text.style.size, usual)
            if often > common[round(text.style.size, 1)] and ratio > _SEEN:
                message = f"{text.label!r} is larger or smaller than its like; set them alike"
                yield Grade((text.id,), 0.0, ratio, 1.0, message)


def _peers(layers: tuple[Layer, ...]) -> Iterator[list[TextLayer]]:
    """Visible texts of one group, role and face, but of drawn words."""
    kinds: dict[tuple[object, ...], list[TextLayer]] = {}
    for layer in layers:
        if isinstance(layer, GroupLayer) and layer.role not in _FREE:
            yield from _peers(layer.layers)
        elif isinstance(layer, TextLayer) and layer.visible and layer.role not in _FREE:
            key = (layer.role, layer.style.font, layer.style.weight)
            kinds.setdefault(key, []).append(layer)
    yield from (texts for texts in kinds.values() if len(texts) > 2)


def grade_line_length(subject: Subject) -> Iterator[Grade]:
    """C9: characters per line, of text in three lines or more."""
    allowed = limit("line_length", size_of(subject))
    for layer, lines in _long_texts(subject):
        length = len(layer.text) / lines
        message = f"{layer.label!r} has {length:.0f} characters in a line; make its box narrower"
        yield Grade((layer.id,), allowed.score(length), length, allowed.good, message)


def grade_leading(subject: Subject) -> Iterator[Grade]:
    """C10: line height over size, of text in three lines or more."""
    size = size_of(subject)
    low, high = limit("leading_low", size), limit("leading_high", size)
    for layer, _ in _long_texts(subject):
        leading = layer.style.leading
        nearest = low.good if leading < low.good else high.good
        message = f"the lines of {layer.label!r} stand {leading:.2f} apart; set {nearest:.2f}"
        style = layer.style.evolve(leading=nearest)
        fix = UpdateLayer(layer_id=layer.id, changes={"style": style})
        score = min(low.score(leading), high.score(leading))
        yield Grade((layer.id,), score, leading, nearest, message, (fix,))


def _long_texts(subject: Subject) -> Iterator[tuple[TextLayer, int]]:
    for layer in visible_texts(subject.design):
        lines = len(typeset(layer, subject.resources.fonts).lines)
        if lines >= 3 and layer.role in ("body", "legal", "subtitle"):
            yield layer, lines
