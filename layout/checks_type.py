"""C7 to C10, type: legible, on a scale, in lines of a good length and leading."""

from __future__ import annotations

from collections.abc import Iterator

from layout.findings import Finding
from layout.legible import smallest_text
from layout.subject import Subject, size_of, soft, visible_texts


def check_legible_size(subject: Subject) -> Iterator[Finding]:
    """No text is smaller than people can read at the size it will be seen."""
    canvas = subject.design.canvas
    least = smallest_text(size_of(subject))
    for layer in visible_texts(subject.design):
        floor = least.label if layer.role in ("kicker", "legal") else least.text
        if layer.style.size < floor * 0.99:
            message = (
                f"{layer.label!r} is set at {layer.style.size:.0f} px, needs {floor:.0f} px "
                f"on {canvas.width}x{canvas.height}; enlarge it or cut the copy"
            )
            yield soft("legible-size", (layer.id,), layer.style.size, floor, message)
