"""Text layers for tests, in few words."""

from design_io.document import TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box

FONTS = FontLibrary.bundled()
_STYLE = set(TextStyle.model_fields)


def copy(text: str, width: float = 600, height: float = 400, **fields) -> TextLayer:
    """A text layer at (0, 0); keywords go to its style or to itself, `x` and `y` to its box."""
    style = {name: fields.pop(name) for name in _STYLE & fields.keys()}
    box = Box(fields.pop("x", 0), fields.pop("y", 0), width, height)
    style = TextStyle(**{"font": "Inter", "size": 40, **style})
    return TextLayer(id="copy", role="title", text=text, box=box, style=style, **fields)
