"""C11 and C12, ground: words are told from what lies beneath, and nothing lies above them."""

from __future__ import annotations

from collections.abc import Iterator

from design_io.color import reach_contrast
from design_io.commands import MoveLayer, UpdateLayer
from design_io.document import TextLayer
from layout.contrast import text_contrasts
from layout.findings import Finding
from layout.hidden_ink import MOST_HIDDEN, hidden_ink
from layout.subject import Subject, gate, visible_texts


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


def _recolor(layer: TextLayer, color: str) -> dict[str, object]:
    spans = tuple(span.evolve(color=None) for span in layer.spans)
    return {"style": layer.style.evolve(color=color), "spans": spans, "fill": None}
