"""Layers by one name: their role, heading, own name, the words they show, the thing they draw."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.kindred import is_held, is_in_name
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.results import Choice, Question, UnclearError
from agents.lexicon import entry_named, icons_for
from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer, walk
from generators.artist.naming import members_of, thing_of
from layout.foot import label_id
from layout.systems import SYSTEMS
from layout.wording import texts_of, tree

Leaf = ImageLayer | TextLayer | ShapeLayer


_MOST_NAMED = 4
_IN_A_LINE = re.compile(r", | [·|] ")  # between several things
_INK = re.compile(r"ink-\d+-part-\d+|knock-out|shadow-dots")
# names of the parts of a print, none of which tells what it shows
_INKS = frozenset(["dot", "subject", "print", "line", "ink", "icon", "figure", "tile", "object"])


class Named(NamedTuple):
    layers: tuple[Layer, ...]
    span: tuple[int, int] | None = None  # code points of the only layer, a text
    everything: bool = False  # all of the design

    @property
    def label(self) -> str:
        if self.everything:
            return "everything"
        if self.span is not None and isinstance(self.layers[0], TextLayer):
            return repr(self.layers[0].text[slice(*self.span)])
        names = (re.sub(r"(?<=[a-z])[ -]?\d+$", "", layer.label) for layer in self.layers)
        labels = list(dict.fromkeys(map(repr, names)))
        if len(labels) > _MOST_NAMED:
            return f"{len(self.layers)} layers"
        return " and ".join([", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels[:1]) or (
            "nothing"
        )

    @property
    def subject(self) -> str:
        """The label with its verb."""
        many = " and " in self.label or self.label.endswith(" layers")
        return f"{self.label} {'are' if many else 'is'}"

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for layer in self.layers for leaf in leaves_of(layer))

    @property
    def texts(self) -> tuple[TextLayer, ...]:
        return tuple(leaf for leaf in self.leaves if isinstance(leaf, TextLayer))


def leaves_of(layer: Layer) -> list[Leaf]:
    """The layer itself, or every leaf of a group, bottom first."""
    return [each for each in tree(layer) if not isinstance(each, GroupLayer)]


def groups_of(layer: Layer, design: Design) -> Iterator[GroupLayer]:
    """The group that holds a layer, if one does."""
    return (g for g in walk(design) if isinstance(g, GroupLayer) and layer in g.layers)


def printed_with(layers: Iterable[Layer], design: Design) -> tuple[Layer, ...]:
    """The other inks of a print, which lie on the very same place in layers of their own."""
    own = {x.id for layer in layers for x in leaves_of(layer)}
    print_ = {x.box for layer in layers for x in leaves_of(layer) if _INK.fullmatch(x.id)}
    heroes = {x.id for top in walk(design) if top.role == "hero" for x in leaves_of(top)}
    if not own & heroes:
        return ()
    return tuple(
        x for x in walk(design)
        if isinstance(x, ShapeLayer) and _INK.fullmatch(x.id) and x.id not in own and print_
        and (x.box in print_ or x.id == "shadow-dots")
    )  # fmt: skip


def texts_shown(design: Design) -> list[TextLayer]:
    """The visible texts as they are read, from the top; small headings are left out."""
    texts = (x for x in walk(design) if isinstance(x, TextLayer) and x.visible)
    kept = [x for x in texts if not x.id.endswith("-label") and x.role != "ornament"]
    return sorted(kept, key=lambda x: (round(x.box.y / 12), x.box.x))


def by_id(name: str, plural: bool, context: Context) -> Named | None:
    layers = [x for x in walk(context.design) if x.id == name and name not in ROLES]
    return Named((layers[0],)) if layers else None


def by_size(name: str, plural: bool, context: Context) -> Named | None:
    match = re.fullmatch(
        r"(biggest|largest|smallest|tiniest|boldest) (?:text|line|word|words)", name
    )
    texts = texts_shown(context.design)
    if match is None or not texts:
        return None
    pick = min if match[1] in ("smallest", "tiniest") else max
    return Named((pick(texts, key=lambda x: x.style.size),))


def by_contact(name: str, plural: bool, context: Context) -> Named | None:
    pattern = CONTACTS.get(name)
    if pattern is None:
        return None
    layers: list[Layer] = [
        x for x in walk(context.design)
        if isinstance(x, TextLayer) and x.role in _TOLD_IN and x.visible
        and re.search(pattern, x.text)
    ]  # fmt: skip
    if layers and name in _MANY_FACTS:
        return Named(tuple(layers))
    return _contact_in(layers[:1] or list(walk(context.design)), pattern)


def _contact_in(layers: list[Layer], pattern: str) -> Named | None:
    """The only text with such a contact; of several things in a line only what it is."""
    facts = [p for kind, p in FACTS.items() if kind in ("phone number", "email", "address")]
    for layer in layers:
        if not isinstance(layer, TextLayer) or not layer.visible:
            continue
        found = [m for p in facts for m in p.finditer(layer.text) if re.search(pattern, m[0])]
        if len(found) == 1 and _IN_A_LINE.search(layer.text):
            return Named((layer,), found[0].span())
        if layer.role in _TOLD_IN and re.search(pattern, layer.text):
            return Named((layer,))
    return None


def by_role(name: str, plural: bool, context: Context) -> Named | None:
    single = name if name in ROLES else re.sub(r"(?:e?s|'s)$", "", name)
    if single not in ROLES and name not in _OWN_ROLES:
        return None
    many = plural or name in _PLURALS
    called = [x for x in walk(context.design) if isinstance(x, GroupLayer)
              and x.name.lower() == name]  # fmt: skip
    if called and name in ("shapes", "figures", "objects"):
        return Named((called[0],))
    for role in ROLES.get(single, (name,)):
        layers = of_role(role, context.design)
        if layers:
            return Named(tuple(layers)) if many else _main(layers, name, context.design)
    return None


def of_role(role: str, design: Design) -> list[Layer]:
    """Outermost layers of the role; small headings of values are no kickers."""
    found: list[Layer] = []
    inside: set[str] = set()
    for layer in walk(design):
        if layer.role == role and layer.id not in inside and not layer.id.endswith("-label"):
            found.append(layer)
            inside |= {each.id for each in tree(layer)}
    if role == "item":
        listed = [x for x in walk(design) if x.role == "item" and isinstance(x, TextLayer)]
        rows = next((x for x in design.layers if x.id == "rows"), None)
        own = [x for x in listed if rows is not None and x in tree(rows)]
        return [*(own or listed)]
    if role == "ornament":  # lines between the copy are no decoration
        found = [x for x in found if not BETWEEN_COPY.match(x.id)]
    groups: list[Layer] = [layer for layer in found if isinstance(layer, GroupLayer)]
    if groups and role in ("hero", "cta", "offer", "title", "picture"):
        return groups
    return found


def _main(layers: list[Layer], name: str, design: Design) -> Named:
    """The only layer, or the one whose heading is nothing but the role; else a question."""
    shown = [x for x in layers if x.visible] or layers
    if len(shown) == 1 or shown[0].role in _ONE:
        return Named((shown[0],))
    by_id = {layer.id: layer for layer in walk(design)}
    labels = [by_id.get(label_id(x.id)) for x in shown]
    plain = [
        x for x, label in zip(shown, labels, strict=True)
        if isinstance(label, TextLayer) and label.text.lower() == x.role
    ]  # fmt: skip
    bare = [x for x, label in zip(shown, labels, strict=True) if label is None]
    for only in (plain, bare):
        if len(only) == 1:
            return Named((only[0],))
    raise UnclearError(_which(name, shown))


def _which(name: str, layers: Iterable[Layer]) -> Question:
    texts = [x.text if isinstance(x, TextLayer) else x.label for x in layers]
    choices = tuple(Choice(repr(text)[1:-1], f"'{text}'") for text in texts)
    return Question(f"which {name.removesuffix('s')} do you mean?", choices)


def by_heading(name: str, plural: bool, context: Context) -> Named | None:
    """ "the RSVP date": the value under the heading that says RSVP."""
    words = _content(name)
    for layer in walk(context.design):
        if not layer.id.endswith("-label") or not isinstance(layer, TextLayer) or not words:
            continue
        said = _content(layer.text)
        value = next(
            (x for x in walk(context.design) if x.id == layer.id.removesuffix("-label")), None
        )
        if value is not None and said and (said <= words or words <= said):
            rest = words - said
            if not rest or rest <= {value.role} or " ".join(rest) in ROLES:
                return Named((value,))
    return None


def _content(text: str) -> set[str]:
    found = re.findall(r"[\w&]+", text.lower())
    kept = (w for w in found if w not in ("the", "by", "at", "of", "a", "on", "in", "for", "to"))
    return {_STEM.sub("", _KINDRED.get(w, w)) for w in kept}


def by_layer_name(name: str, plural: bool, context: Context) -> Named | None:
    """The first layer of the name; all of it for a plural, "the ferns"."""
    wanted = {single(name), *_SHAPES.get(single(name), ())}
    called: list[Layer] = [
        x for x in walk(context.design)
        if x.name and not isinstance(x, TextLayer)
        and (single(x.name) in wanted or (plural and single(x.name).split()[-1:] == [single(name)]))
    ]  # fmt: skip
    found = [x for x in called if plural or single(x.name) == single(name)] or called
    apart = [x for x in found if not BETWEEN_COPY.match(x.id)]
    if found and not apart and (part := by_part_of_name(name, plural, context)):
        return part
    found = apart or found
    many = plural or single(name) != name
    if found and not many and all(single(x.name) != x.name.lower() for x in found):
        drawn = by_drawing(name, plural, context)  # a leaf, where leaves are called so
        hero = [x for x in drawn.leaves if x.role == "hero"] if drawn else []
        found = [*collected(hero, context.design).layers] if hero else found
    return collected(found if many else found[:1], context.design) if found else None


def by_part_of_name(name: str, plural: bool, context: Context) -> Named | None:
    """ "the stripe" for a layer called "Colour band"; copy and its lines are called otherwise."""
    if not re.search(r"[^\W\d_]", name):
        return None  # "the 3" is no third part of a picture
    wanted = {single(name), *_SHAPES.get(single(name), ())}
    found = [
        x for x in walk(context.design)
        if x.name and not isinstance(x, TextLayer) and x.role not in ("item", "cta", "offer")
        and not BETWEEN_COPY.match(x.id)
        and any(wish == word for wish in wanted for word in single(x.name).split())
    ]  # fmt: skip
    found = [x for x in found if x.role != "hero"] or found
    many = plural or single(name) != name
    return collected(found if many else found[:1], context.design) if found else None


def by_drawing(name: str, plural: bool, context: Context) -> Named | None:
    """The shapes of a drawing, or its group: "shoe" for "running-shoe 3"."""
    wanted, joined = set(single(name).split()), single(name).replace(" ", "")
    for is_it in (
        lambda drawn: wanted <= set(drawn.split()) or drawn.replace(" ", "") == joined,
        _is_kin(name),
    ):
        leaves = [
            x for x in walk(context.design)
            if isinstance(x, ShapeLayer) and wanted and is_it(drawn_as(x))
        ]  # fmt: skip
        if leaves:
            return collected(leaves, context.design)
        if is_another(name, context):
            return None
    return None


def is_another(name: str, context: Context) -> bool:
    """Whether it is by its very name another thing of the plan than the picture: no easel is meant
    by what is like one."""
    subjects = context.plan.subjects[1:] if context.plan else ()
    things = (thing_of(each) for subject in subjects for each in members_of(subject))
    if any(is_in_name(single(name), drawn) for drawn in subjects_of(context)):
        return False  # a dog face is a dog
    return single(name) in {single(x.replace("-", " ")) for x in things}


def hero_drawing(name: str, context: Context) -> Named | None:
    """What of the picture draws this, or a thing of its kind: "flower" for a blossom."""
    wanted, is_kin = set(single(name).split()), _is_kin(name)
    found = [
        x for x in walk(context.design)
        if isinstance(x, ShapeLayer) and x.role == "hero"
        and (wanted <= set(drawn_as(x).split()) or is_kin(drawn_as(x)))
    ]  # fmt: skip
    return collected(found, context.design) if found else None


def by_subject(name: str, plural: bool, context: Context) -> Named | None:
    """The picture, of which the plan alone tells what it shows: printed in inks it has no names."""
    pictures = of_role("hero", context.design)
    is_it = _is_kin(name)
    told = any(is_it(drawn) or drawn == single(name) for drawn in subjects_of(context))
    plain = all(map(has_no_names, pictures))
    return Named(tuple(pictures)) if pictures and told and plain else None


def has_no_names(picture: Layer) -> bool:
    """Whether no part of it is called by what it shows: dots, lines, the inks of a print."""
    return all(x.role != "hero" or drawn_as(x) in _INKS for x in leaves_of(picture))


def subjects_of(context: Context) -> frozenset[str]:
    """What the plan has drawn as its picture: "bicycle"; nothing of a sheet of many things."""
    system = SYSTEMS.get(context.design.system)
    many = system is not None and system.gathers
    subjects = context.plan.subjects[:1] if context.plan and not many else ()
    drawn = (thing_of(name) for subject in subjects for name in members_of(subject))
    return frozenset(single(thing.replace("-", " ")) for thing in drawn)


def drawings_named(word: str) -> set[str]:
    """What the drawings are called that the word stands for."""
    return {single(x.replace("-", " ").partition("/")[0]) for x in icons_for(entry_named(word))}


def _is_kin(name: str) -> Callable[[str], bool]:
    kin = drawings_named(name) | {*_SHAPES.get(single(name), ())}
    shapes = {*_SHAPES.get(single(name), ())}

    def is_kin(drawn: str) -> bool:
        last = drawn.split()[-1:]
        return (drawn in kin and not is_held(single(name), drawn)) or bool(shapes & {*last})

    return is_kin


def drawn_as(leaf: Layer) -> str:
    """What a shape draws, as one of many: "running shoe" for "running-shoes 3"."""
    return single(re.sub(r"[-_/]", " ", leaf.name.lower()).rstrip("0123456789 "))


def synonyms(word: str) -> frozenset[str]:
    """What a shape of this kind is called in our layers."""
    return frozenset(name for group in _SHAPES.get(word, ()) for name in group.split())


def single(text: str) -> str:
    """Every word without the ending of a plural."""
    return " ".join(_singular(word) for word in re.findall(r"[\w&]+", text.lower()))


def _singular(word: str) -> str:
    if _IN_F.fullmatch(word):
        return f"{word.removesuffix('ves')}f"
    for ending, stem in (
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + stem
    return re.sub(r"(?<=[^su])s$", "", word)


def collected(leaves: Sequence[Layer], design: Design) -> Named:
    """The layers, or the group that holds nothing else."""
    ids = {x.id for layer in leaves for x in tree(layer) if not isinstance(x, GroupLayer)}
    for layer in walk(design):
        if isinstance(layer, GroupLayer) and {x.id for x in leaves_of(layer)} == ids:
            return Named((layer,))
    return Named(tuple(leaves))


def by_item(name: str, plural: bool, context: Context) -> Named | None:
    """ "the walks" for the entry "Dog walking": the only one of a list whose words it has."""
    words = {_ROOT.sub("", w) for w in single(name).split() if len(w) > 3}
    items = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.role == "item"]
    found = [x for x in items
             if words and words <= {_ROOT.sub("", w) for w in single(x.text).split()}]  # fmt: skip
    return Named((found[0],)) if len(found) == 1 and len(items) > 1 else None


def by_text(name: str, plural: bool, context: Context) -> Named | None:
    return showing(name, context, short=not any(c.isalnum() for c in name))


def showing(words: str, context: Context, short: bool = True) -> Named | None:
    """The layer that shows exactly these words, else the words within one."""
    wanted = _plain(words)
    if not wanted:
        return None
    texts = [x for x in walk(context.design) if isinstance(x, TextLayer)]
    for layer in texts:
        shown = _plain(layer.text)
        if wanted in (shown, shown.replace(" ", "")):
            return Named((layer,))
    for element in dict.fromkeys(
        x.id for x in context.design.layers if x.role in ("title", "offer")
    ):
        parts = texts_of(context.design, element)
        for start in range(len(parts)):
            for end in range(start + 2, len(parts) + 1):
                if _plain(" ".join(x.text for x in parts[start:end])) == wanted:
                    return collected(parts[start:end], context.design)
    for layer in texts:
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _plain(layer.text))
        if match and (short or len(wanted) > 2):
            return Named((layer,), match.span())
    return None


def _plain(text: str) -> str:
    """Lower case and straight quotes, of the same length."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(str.maketrans("’‘“”", "''\"\""))


BETWEEN_COPY = re.compile(r"(?:mark|row|details)-")  # lines between the copy
_MANY_FACTS = ("days", "weekdays")
_TOLD_IN = (
    "contact",
    "cta",
    "body",
    "offer",
    "subtitle",
    "time",
    "date",
)  # what may hold an address or a figure
_IN_F = re.compile(r".*(?:lea|shel|hal|loa|kni|wol|scar|cal|thie|hoo|shea)ves|elves|selves")
_ROOT = re.compile(r"(?<=\w{3})(?:ing|ings|ed|er|ers)$")
_STEM = re.compile(r"(?<=\w{4})(?:(?:er)?ing|ation|ed|er|ers)$")
_KINDRED = {"reply": "rsvp", "respond": "rsvp", "response": "rsvp", "replies": "rsvp",
            "booking": "book", "signup": "register", "enrol": "register"}  # fmt: skip
_ONE = ("hero", "background", "title", "frame", "texture", "ornament")  # the first will do


_PLURALS = frozenset(
    {
        "shapes", "decoration", "decorations", "ornaments", "patterns", "graphics", "flourishes",
        "background shapes", "graphic elements", "list items", "dates", "times", "prices", "costs",
        "items", "dishes", "list", "class names", "classes", "course names", "workshops",
        "sessions", "names of the classes", "price list", "things on the list", "menu items",
        "entries on the list", "food", "foods", "services", "treatments", "entries", "dish names",
        "names of the dishes", "meals", "drinks",
        "band names", "names of the bands", "artist names", "artists", "performers", "musicians",
        "line-up", "lineup", "line up", "programme points", "program points", "agenda items",
        "agenda", "programme", "program", "schedule", "talks", "activities", "names of the acts",
        "product names", "slots", "games", "stations", "packages", "rooms", "events",
        "contact details", "contact info",
        "plates", "products", "acts", "speakers", "bands", "rows", "contacts", "photos",
        "pictures", "images",
    }
)  # fmt: skip
_SHAPES = {
    "half circle": ("half disc", "dome"), "semicircle": ("half disc", "dome"),
    "circle": ("disc", "half disc", "orb", "orbit", "ring", "form"),
    "round shape": ("disc", "half disc"),
    "round thing": ("disc", "half disc"), "round bit": ("disc", "half disc"),
    "ball": ("disc", "orb"), "dot": ("disc", "leader"), "planet": ("orb",), "sphere": ("orb",),
    "globe": ("orb",), "ring": ("orbit", "fine ring"), "oval": ("orbit", "disc"),
    "line": ("hairline", "rule"), "rule": ("hairline",), "divider": ("hairline", "rule"),
    "separator": ("hairline", "rule"), "curtain": ("drape",), "box": ("plate", "pill", "panel"),
    "rectangle": ("plate", "panel"), "stripe": ("band", "colour band", "bar", "panel"),
    "bar": ("colour band", "band"), "strip": ("colour band", "band"), "sun ray": ("ray",),
    "beam": ("ray", "light"), "pedestal": ("step", "plinth"), "podium": ("plinth", "step"),
    "square": ("tile", "field"), "mosaic": ("tile",), "arch": ("window",),
    "plant": ("leaf", "leave", "fern", "foliage"), "greenery": ("leaf", "leave", "fern", "foliage"),
    "leaf": ("fern", "foliage", "leave"), "branch": ("foliage", "fern"), "glow": ("light",),
    "blob": ("light",), "asterisk": ("sign",), "symbol": ("sign",), "mark": ("sign",),
    "border": ("frame",), "edging": ("frame", "border"), "sunburst": ("ray", "burst"),
    "mountain": ("hill",), "moon": ("sun",), "tree": ("pine",),
    "wave": ("swell",), "tap": ("faucet",), "spanner": ("wrench",),
    "flower": ("blossom", "daffodil", "lotus", "potted plant"), "pot": ("amphora",),
    "lock": ("locked", "unlocked"),
    "hat": ("graduation cap",), "present": ("wrapped gift",), "weight": ("dumbbell",),
    "mask": ("performing art",), "notebook": ("ledger",), "book": ("ledger",),
    "coffee cup": ("hot beverage",), "tea cup": ("hot beverage", "teacup without handle"),
}  # fmt: skip
_OWN_ROLES = frozenset({"details", "ornament", "texture"})
