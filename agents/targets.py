"""Which layer a phrase means: by quoted words, id, role, name, or the words it shows."""

from __future__ import annotations

from design_io.document import (
    Design,
    GroupLayer,
    ImageLayer,
    Layer,
    ShapeLayer,
    TextLayer,
    walk,
)
from design_io.errors import DesignError

_ROLES = {
    "headline": "title", "heading": "title", "header": "title", "tagline": "subtitle",
    "subline": "subtitle", "subheading": "subtitle", "subheadline": "subtitle",
    "button": "cta", "call to action": "cta", "call-to-action": "cta", "place": "venue",
    "location": "venue", "discount": "offer", "website": "contact", "url": "contact",
    "phone": "contact", "email": "contact", "e-mail": "contact", "company": "brand",
    "brand name": "brand", "ground": "background", "bg": "background", "picture": "hero",
    "image": "hero", "photo": "picture", "icon": "hero", "illustration": "hero", "subject": "hero",
}  # fmt: skip


ALL_TEXT, EVERY_TEXT = "all text", "all-text"  # the phrase, and the id of what it means
_EVERY = (ALL_TEXT, "text", "texts", "all texts", "all the text", "every text", "everything")


def target_named(phrase: str, design: Design) -> Layer:
    """The layer meant by "the title", "button", "'8 pm'", an id or a name."""
    words = phrase.strip().strip("'\"“”‘’").casefold()
    layers = list(walk(design))
    if words in _EVERY:
        texts = tuple(layer for layer in layers if isinstance(layer, TextLayer))
        return GroupLayer(id=EVERY_TEXT, name="All text", role="item", layers=texts)
    role = _ROLES.get(words, words)
    searches = (
        lambda layer: layer.id == words,
        lambda layer: layer.role == role and _outermost(layer, role, design),
        lambda layer: layer.role == role,
        lambda layer: layer.label.casefold() == words,
        lambda layer: isinstance(layer, TextLayer) and words in layer.text.casefold(),
        lambda layer: role == "hero" and layer.role in ("picture", "hero"),
        lambda layer: isinstance(layer, GroupLayer) and _draws(layer, words),
    )
    for search in searches:
        found = [layer for layer in layers if search(layer)]
        if found:
            return found[0]
    known = ", ".join(dict.fromkeys(layer.role for layer in layers))
    raise DesignError(f"no layer is called {phrase!r}; the design has {known}")


Leaf = ImageLayer | TextLayer | ShapeLayer


def leaves_of(layer: Layer) -> list[Leaf]:
    """The layer itself, or every leaf of a group, bottom first."""
    if isinstance(layer, GroupLayer):
        return [leaf for member in layer.layers for leaf in leaves_of(member)]
    return [layer]


def _draws(group: GroupLayer, words: str) -> bool:
    """Whether a drawing's parts are named after the thing: "saxophone 1", "saxophone 2"."""
    names = (
        leaf.name.casefold().replace("-", " ").rstrip("0123456789 ") for leaf in leaves_of(group)
    )
    return words in names


def _outermost(layer: Layer, role: str, design: Design) -> bool:
    """Groups win over the parts that share their role."""
    groups = [g for g in design.layers if isinstance(g, GroupLayer) and g.role == role]
    return not groups or layer in groups
