"""What a layer may be called: every word of its role, its name, its copy and its kind."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from agents.chat.by_name import (
    Leaf,
    Named,
    drawings_named,
    drawn_as,
    has_no_names,
    single,
    subjects_of,
    synonyms,
)
from agents.chat.context import Context
from agents.chat.kindred import PLAIN, form_of, is_kindred
from agents.chat.naming_topics import COMPANY, FIRM, FULL_NAME, KIND_OF_NAME, PERSONS
from agents.chat.naming_words import CONTACTS, DETERMINER, PRONOUN, ROLES
from agents.colorwords import color_pattern
from agents.spelling import is_common
from design_io.document import Layer, ShapeLayer, TextLayer, walk
from layout.foot import label_id
from layout.wording import tree

_WORD = re.compile(r"[\w@&][\w'’&-]*")
_BEARERS = ("title", "subtitle", "quote", "brand")  # of the name of something
_FLAT = 12.0  # times as wide as high: a line rather than a bar
_NUMERAL = frozenset(["number", "numeral", "figure", "digit"])
_ANY = frozenset(
    [
        "bit",
        "side",
        "half",
        "section",
        "part",
        "thing",
        "area",
        "element",
        "layer",
        "stuff",
        "one",
        "object",
    ]
)
TEXT_NOUNS = frozenset([
    "text", "word", "wording", "line", "copy", "writing", "lettering", "letter", "font", "type",
    "phrase", "sentence", "caption", "info", "information", "detail", "print", "name", "label",
])  # fmt: skip
_SHAPES = frozenset([
    "shape", "decoration", "pattern", "graphic", "figure", "ornament", "artwork", "art", "drawing",
    "illustration", "picture", "image", "icon", "background", "design",
])  # fmt: skip
_LINES = frozenset(["line", "rule", "hairline", "divider", "separator", "stroke"])
_ENTRIES = frozenset([
    "pizza", "dish", "food", "drink", "product", "band", "class", "course", "team", "film", "wine",
    "beer", "coffee", "cake", "treatment", "service", "activity", "programme", "program",
])  # fmt: skip
EPITHETS = frozenset([
    "all", "both", "every", "each", "these", "those", "this", "that", "my", "your", "his", "her",
    "its", "their", "any", "other", "same", "second", "third", "first", "last", "top", "bottom",
    "left", "right", "middle", "upper", "lower", "big", "bigger", "biggest", "small", "smaller",
    "smallest", "little", "tiny", "large", "huge", "thin", "thick", "fine", "bold", "dark", "light",
    "bright", "pale", "round", "new", "old", "main", "whole", "entire", "current", "actual",
    "ugly", "nice", "stupid", "boring", "weird", "strange", "teeny", "wee", "minuscule",
    "underneath", "below", "above",
    "beneath", "beside", "behind",
    "next", "out", "odd", "long", "short",
])  # fmt: skip
_ALL_BUT = re.compile(
    r"(?:everything|all|the (?:rest|others?))\b|.* (?:except|but|apart|other than|save)\b"
)
_PREPOSITION = re.compile(
    r" (?:in|on|at|of|behind|under|above|below|over|next to|beside|near|around|with|from|saying"
    r"|that|which|about|between|before|after|for) "
)
_FACTS = ("price", "date", "time", "contact")
_SMALL = frozenset(["the", "and", "for", "with", "from", "our", "of", "to", "in", "on", "at", "a"])


def words_in(text: str) -> frozenset[str]:
    """The words, each as one of many alike; articles and the like are left out."""
    found = (single(word.removesuffix("'s").strip("'’-")) for word in _WORD.findall(text.lower()))
    return frozenset(word for word in found if word) - _SMALL


def callings(layers: Iterable[Layer], context: Context) -> frozenset[str]:
    """Every word by which the layers, what lies in them and what they lie in may be called."""
    found: set[str] = set()
    parents = {x.id: outer for outer in walk(context.design) for x in getattr(outer, "layers", ())}
    for layer in layers:
        for each in tree(layer):
            found |= _own(each, context)
        outer = parents.get(layer.id)
        while outer is not None:
            found |= own_words(outer) | _shown(outer, context)
            found |= role_words(outer.role) if outer.role == "cta" else frozenset()
            outer = parents.get(outer.id)
    return frozenset(found)


def is_called(word: str, layers: Iterable[Leaf], names: frozenset[str]) -> bool:
    """Whether the word is one of the names, or that of a kindred thing which is drawn."""
    layers = tuple(layers)
    drawn = any(not isinstance(x, TextLayer) for x in layers)
    if word in names or (drawn and synonyms(word) & names):
        return True
    root = _root(word)
    if len(root) > 3 and any(_root(name) == root for name in names):
        return True
    kin = drawings_named(word)
    shapes = [x for x in layers if isinstance(x, ShapeLayer)]
    if any(drawn_as(x) in kin or kin & names for x in shapes):
        return True
    if any(drawn_as(x).replace(" ", "") == word for x in shapes):
        return True  # the deckchair is a deck chair
    return any(is_kindred(word, drawn_as(x)) for x in shapes if x.role == "hero")


def accounts_for(phrase: str, found: Named, context: Context) -> bool:
    """Whether what the phrase is about is what was found: "the grey circle behind the ruler"."""
    if found.everything or not found.layers or phrase[:1] in "\"'" or _ALL_BUT.match(phrase):
        return True
    bare = DETERMINER.sub("", phrase)
    named = all(x.role in _BEARERS for x in found.layers)
    if FIRM.fullmatch(bare) or (named and KIND_OF_NAME.fullmatch(bare)):
        return True
    head = _PREPOSITION.split(phrase)[0]
    nouns = [word for word in words_in(color_pattern().sub(" ", head)) if word not in EPITHETS]
    if not nouns or PRONOUN.match(head):
        return True
    telling = [word for word in nouns if word not in TEXT_NOUNS] or nouns
    names = callings(found.layers, context)
    return any(is_called(word, found.leaves, names) for word in telling)


def _own(layer: Layer, context: Context) -> frozenset[str]:
    found = own_words(layer) | role_words(layer.role)
    if isinstance(layer, TextLayer):
        label = next((x for x in walk(context.design) if x.id == label_id(layer.id)), None)
        said = label.text if isinstance(label, TextLayer) else ""
        contacts = {n for n, form in CONTACTS.items() if re.search(form, layer.text)}
        found |= PERSONS if _is_person(layer) else frozenset()
        if COMPANY.search(layer.text) or layer.role == "venue":
            found |= {"company", "shop", "store", "firm", "business", "brand", "organisation"}
        if layer.role == "item":
            found |= {"headliner", *_ENTRIES, *(_NUMERAL if layer.text[:2].isdigit() else ())}
        return found | words_in(f"{layer.text} {said} {' '.join(contacts)}") | TEXT_NOUNS | _ANY
    found |= _ANY | _SHAPES | _shown(layer, context)
    form = form_of(layer)
    found |= {form} | PLAIN if form == "square" else {form} - {""}
    flat = isinstance(layer, ShapeLayer) and layer.box.width > _FLAT * max(1.0, layer.box.height)
    return found | (_LINES if flat or "line" in found else frozenset())


def _is_person(layer: TextLayer) -> bool:
    """Whether it is somebody's name; a title of everyday words is none: "Spring Bike Sale"."""
    if not FULL_NAME.fullmatch(layer.text):
        return False
    return layer.role != "title" or not all(map(is_common, re.findall(r"[^\W\d_]+", layer.text)))


def _shown(layer: Layer, context: Context) -> frozenset[str]:
    """What a picture shows whose shapes have no names of it."""
    plain = layer.role == "hero" and has_no_names(layer)
    shown = subjects_of(context) if plain else frozenset()
    return shown | words_in(" ".join(shown))


def own_words(layer: Layer) -> frozenset[str]:
    parts = f"{layer.name} {layer.id}".replace("-", " ").replace("/", " ")
    told = frozenset(word for word in words_in(parts) if not word.isdigit())
    return told | {layer.id, single(layer.id)}


@cache
def role_words(role: str) -> frozenset[str]:
    """Every word people use for a role; no entry is a price because of "price list"."""
    names = [name for name, roles in ROLES.items() if role in roles]
    facts = {w for name in names if " " in name for w in name.split()
             if ROLES.get(w, ("",))[0] in _FACTS}  # fmt: skip
    return words_in(f"{' '.join(names)} {role}") - (facts - {*names})


def _root(word: str) -> str:
    return re.sub(r"(?<=\w{3})(?:ing|ed|er|or|ist|e|y)$", "", word)
