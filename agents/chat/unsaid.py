"""Looks that change though no word speaks of them: letters set wider for a longer line."""

from __future__ import annotations

import re

from agents.chat.results import Question
from design_io.document import Design, Layer, TextLayer, walk

_SPOKEN_OF = {
    "tracking": re.compile(
        r"letter|character|spac|track|kern|tight|loose|apart|together|squeez|cramp|dens|stretch"
        r"|airy|air\b|room|narrow|wide|spread|condens|squash|gap"
    ),
    "leading": re.compile(
        r"spac|leading|apart|together|tight|loose|air\b|airy|room|gap|close|further|dens|cramp"
        r"|height|squeez"
    ),
    "rotation": re.compile(
        r"turn|rotat|tilt|angle|slant|straight|upside|crook|degree|lean|diagonal|level|skew|spin"
        r"|wonk|°|clockwise|vertical|horizontal|sideways"
    ),
}
_SAID = {
    "tracking": "the space between its letters", "leading": "the space between its lines",
    "rotation": "how far it is turned",
}  # fmt: skip


def unsaid(low: str, touched: list[Layer], after: Design) -> Question | None:
    """Asks where nothing but such a look of a text would change, and nobody spoke of it."""
    now = {x.id: x for x in walk(after)}
    for layer in touched:
        then = now.get(layer.id)
        if then is None:
            continue
        for field, spoken in _SPOKEN_OF.items():
            if _differ(field, layer, then) and not spoken.search(low):
                return Question(f"that would change {_SAID[field]}; how should it look?")
    return None


def _differ(field: str, layer: Layer, then: Layer) -> bool:
    if field == "rotation":
        return getattr(layer, field, 0.0) != getattr(then, field, 0.0)
    if not isinstance(layer, TextLayer) or not isinstance(then, TextLayer):
        return False
    same = layer.text == then.text and layer.style.size == then.style.size
    return bool(same and getattr(layer.style, field) != getattr(then.style, field))
