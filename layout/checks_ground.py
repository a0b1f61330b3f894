"""C11 and C12, ground: words are told from what lies beneath, and nothing lies above them."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.color import reach_contrast
from design_io.commands import MoveLayer, UpdateLayer
from design_io.document import TextLayer
from layout.apca import lightness_contrast
from layout.contrast import Contrast, text_contrasts
from layout.findings import Finding
from layout.grade import Grade
from layout.hidden_ink import MOST_HIDDEN, hidden_ink
from layout.limits import limit
from layout.subject import Subject, gate, size_of, visible_texts


def check_contrast(subject: Subject) -> Iterator[Finding]:
    """Text stands out from what really lies beneath its ink."""
    texts = visible_texts(subject.design)
    results = text_contrasts(subject.design, texts, subject.resources)
    for layer in texts:
        result = results.get(layer.id)
        if result is None or result.ratio >= result.needed:
            continue
        color = reach_contrast(layer.style.color[:7], result.ground, result.needed * 1.15)
        message = (
            f"{layer.label!r} has contrast {result.ratio:.1f}:1 on {result.ground}, "
            f"needs {result.needed:.1f}:1; recolour it to {color}"
        )
        fix = UpdateLayer(layer_id=layer.id, changes=_recolor(layer, color))
        yield gate("contrast", (layer.id,), result.ratio, result.needed, message, fix)


def check_hidden_ink(subject: Subject) -> Iterator[Finding]:
    """Art lies over no more than a small part of a line."""
    for layer in visible_texts(subject.design):
        share = hidden_ink(subject.design, layer, subject.resources)
        if share > MOST_HIDDEN:
            message = (
                f"{share:.0%} of a line of {layer.label!r} lies under art, at most "
                f"{MOST_HIDDEN:.0%} may; raise the text or move the art"
            )
            raised = MoveLayer(layer_id=layer.id)
            yield gate("hidden-ink", (layer.id,), share, MOST_HIDDEN, message, raised)


def grade_apca(subject: Subject) -> Iterator[Grade]:
    """C11: lightness contrast |Lc| of APCA 0.0.98G between the words and the ground's middle."""
    allowed = limit("apca", size_of(subject))
    for layer, seen in _seen(subject):
        amount = abs(lightness_contrast(layer.style.color[:7], seen.ground))
        message = f"{layer.label!r} is hard to read on {seen.ground}; recolour it"
        yield Grade((layer.id,), allowed.score(amount), amount, allowed.good, message)


def grade_busy(subject: Subject) -> Iterator[Grade]:
    """C12: mean edge strength of what lies under the words."""
    allowed = limit("busy", size_of(subject))
    for layer, seen in _seen(subject):
        message = f"{layer.label!r} lies on a restless ground; move it or lay a plate under it"
        yield Grade((layer.id,), allowed.score(seen.busy), seen.busy, allowed.good, message)


def _seen(subject: Subject) -> Iterator[tuple[TextLayer, Contrast]]:
    """Texts with what was measured under them; outlined glyphs bring their own ground."""
    texts = visible_texts(subject.design)
    found = text_contrasts(subject.design, texts, subject.resources)
    return ((text, found[text.id]) for text in texts if text.id in found)


def _recolor(layer: TextLayer, color: str) -> dict[str, object]:
    spans = tuple(span.evolve(color=None) for span in layer.spans)
    return {"style": layer.style.evolve(color=color), "spans": spans, "fill": None}
