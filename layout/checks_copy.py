"""C1, copy: every word is there, has its letters, and fits its box."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from design_io.text import typeset
from layout.findings import Finding
from layout.subject import Subject, gate, soft, visible_texts


def check_required_text(subject: Subject) -> Iterator[Finding]:
    """Every required piece of copy stands somewhere, word for word."""
    if subject.plan is None:
        return
    shown = " ".join(_normal(layer.text) for layer in visible_texts(subject.design))
    shown = " ".join(shown.split())
    for element in subject.plan.elements:
        if (
            element.required
            and element.text
            and element.role not in ("hero", "picture", "logo", "qr")
        ):
            words = " ".join(_normal(element.text).split())
            if words not in shown:
                message = f"the {element.role} {element.text!r} is not on the design; add it again"
                yield gate("required-text", (), 0, 1, message)


def check_missing_glyphs(subject: Subject) -> Iterator[Finding]:
    """Every character has a glyph in some font."""
    for layer in visible_texts(subject.design):
        missing = typeset(layer, subject.resources.fonts).missing
        if missing:
            signs = " ".join(f"{c!r}" for c in missing[:8])
            message = f"no font has {signs} of {layer.label!r}; add a font with --font"
            yield gate("missing-glyphs", (layer.id,), len(missing), 0, message)


def check_overflow(subject: Subject) -> Iterator[Finding]:
    """Text fits its box."""
    for layer in visible_texts(subject.design):
        if layer.fit != "none" and typeset(layer, subject.resources.fonts).overflow:
            message = (
                f"{layer.label!r} does not fit its box at {layer.style.size:.0f} px; widen the "
                "box, shorten the text or choose a larger sheet"
            )
            yield soft("overflow", (layer.id,), 1, 0, message)


@lru_cache(maxsize=1024)
def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
