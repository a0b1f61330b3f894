"""What people call a drawn thing or a plain shape beside the name it bears in our layers."""

from __future__ import annotations

import re

from agents.lexicon import entry_named, icons_for
from design_io.document import Layer, ShapeLayer

_MOST = 2  # drawings of a word that are it rather than go with it
PLAIN = frozenset(
    ["band", "stripe", "panel", "block", "bar", "strip", "rectangle", "box", "slab"]
)  # what a plain shape of four sides is called
_SHORT = 3  # letters of a word that tells little
_CORNERS = {3: "triangle", 4: "square", 5: "pentagon", 6: "hexagon", 8: "octagon"}


def is_kindred(word: str, drawn: str) -> bool:
    """Whether the word may mean what is drawn: "singer" for choir singing, "tie" for a necktie."""
    names = drawn.split()
    if len(word) < _SHORT or not names or is_held(word, drawn):
        return False
    if is_in_name(word, drawn):
        return True
    own = icons_for(entry_named(word))[:_MOST]
    return any({*own} & {*icons_for(name)[:_MOST]} for name in (drawn, names[-1]))


def is_in_name(word: str, drawn: str) -> bool:
    """Whether it is a word of the name, or the end of one: the tie of "necktie"."""
    names = drawn.split()
    if word in names or any(_root(word) == _root(name) for name in names):
        return True
    return bool(names) and names[-1].endswith(word) and len(names[-1]) >= len(word) + _SHORT


def is_held(word: str, drawn: str) -> bool:
    """Whether it is but a part of what is drawn: the pot of a "potted plant"."""
    return bool(re.match(rf"{re.escape(word)}\w?ed ", drawn))


def form_of(layer: Layer) -> str:
    """ "hexagon" for a shape of six straight sides, "" for any other."""
    path = layer.path or "" if isinstance(layer, ShapeLayer) else ""
    if path.count("M") != 1 or not re.fullmatch(r"[MLZ\d., -]+", path):
        return ""
    return _CORNERS.get(len(re.findall(r"[ML]", path)), "")


def _root(word: str) -> str:
    return re.sub(r"(?<=\w{4})(?:ing|er|or|ed)$", "", word)
