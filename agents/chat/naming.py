"""Which layers, or which words of one, a phrase means: "it", "the second line", "the shoe"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from agents.chat.context import Context
from agents.chat.naming_words import (
    ALL_TEXT,
    CONTACTS,
    DETERMINER,
    EVERYTHING,
    NOUN,
    ORDINALS,
    PRONOUN,
    ROLES,
)
from agents.chat.results import Choice, NotThereError, Question, UnclearError
from agents.chat.sentence import unquoted
from agents.colorwords import color_named, color_pattern
from agents.lexicon import entry_named, icons_for
from design_io.document import Design, GroupLayer, ImageLayer, Layer, ShapeLayer, TextLayer, walk
from design_io.paint import SolidFill
from design_io.text import typeset
from layout.differences import apart
from layout.foot import label_id
from layout.wording import texts_of, tree

Leaf = ImageLayer | TextLayer | ShapeLayer
_ALIKE = 0.22  # OKLab distance within which a layer is called by a colour's name


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
        labels = list(dict.fromkeys(repr(layer.label) for layer in self.layers))
        return " and ".join([", ".join(labels[:-1]), labels[-1]] if labels[1:] else labels[:1]) or (
            "nothing"
        )

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        return tuple(leaf for layer in self.layers for leaf in leaves_of(layer))

    @property
    def texts(self) -> tuple[TextLayer, ...]:
        return tuple(leaf for leaf in self.leaves if isinstance(leaf, TextLayer))


def leaves_of(layer: Layer) -> list[Leaf]:
    """The layer itself, or every leaf of a group, bottom first."""
    return [each for each in tree(layer) if not isinstance(each, GroupLayer)]


def find(phrase: str, context: Context) -> Named:
    """What the phrase means; NotThereError when nothing is called so, UnclearError to ask."""
    words = " ".join(phrase.strip(" ,.;:!?").lower().split())
    found = _whole(words, context) or _without(words, context)
    if found is None:
        found = _one(words, context)
    if found is None:
        found = _several(words, context)
    if found is None:
        raise NotThereError(unquoted(DETERMINER.sub("", words)) or phrase)
    return found


def texts_shown(design: Design) -> list[TextLayer]:
    """The visible texts as they are read, from the top; small headings are left out."""
    texts = (x for x in walk(design) if isinstance(x, TextLayer) and x.visible)
    kept = [x for x in texts if not x.id.endswith("-label")]
    return sorted(kept, key=lambda x: (round(x.box.y / 12), x.box.x))


def is_named(phrase: str, context: Context) -> bool:
    """Whether the phrase means something on the design."""
    try:
        find(phrase, context)
    except NotThereError:
        return False
    except UnclearError:
        return True
    return True


def with_labels(named: Named, design: Design) -> tuple[Layer, ...]:
    """The layers, and the small headings of those that are values."""
    by_id = {layer.id: layer for layer in walk(design)}
    labels = (by_id.get(label_id(layer.id)) for layer in named.layers)
    extra = (x for x in labels if x is not None and x not in named.layers)
    return (*named.layers, *extra)


def _whole(words: str, context: Context) -> Named | None:
    """Pronouns and the words for all text or everything."""
    if not words or PRONOUN.fullmatch(words):
        return Named(context.it) if context.it else None
    if ALL_TEXT.fullmatch(words):
        return Named(tuple(x for x in walk(context.design) if x.kind == "text"))
    if EVERYTHING.fullmatch(words) and words not in ("the page", "the sheet"):
        layers = tuple(x for x in context.design.layers if x.role != "background")
        return Named(layers, everything=True)
    return None


def _without(words: str, context: Context) -> Named | None:
    """ "all text except the headline" """
    match = re.fullmatch(
        r"(.+?) (?:except(?: for)?|but(?: not)?|apart from|other than|besides|without|save for"
        r"|excluding) (.+)",
        words,
    )
    if match is None:
        return None
    most, spared = find(match[1], context), find(match[2], context)
    kept = {leaf.id for leaf in spared.leaves}
    return Named(tuple(leaf for leaf in most.leaves if leaf.id not in kept))


def _several(words: str, context: Context) -> Named | None:
    """ "the date, the time and the venue" """
    parts = re.split(r",? (?:and|&|plus|as well as) |, (?:and )?", words)
    if len(parts) < 2 or not all(parts):
        return None
    found = [find(part, context) for part in parts]
    return Named(tuple(dict.fromkeys(layer for each in found for layer in each.layers)))


def _one(words: str, context: Context) -> Named | None:
    quoted = unquoted(words)
    if quoted != words:
        return _showing(quoted, context)
    bare = [words]
    while (shorter := DETERMINER.sub("", bare[-1])) != bare[-1] and shorter:
        bare.append(shorter)
    stem = bare[-1]
    tried = list(dict.fromkeys((*bare[::-1], NOUN.sub("", stem), NOUN.sub("", NOUN.sub("", stem)))))
    plural = bool(re.match(r"(?:all|both|every|each|these|those)\b", words))
    for search in _SEARCHES:
        for name in tried:
            found = search(name, plural, context)
            if found is not None:
                return found
    return None


def _by_id(name: str, plural: bool, context: Context) -> Named | None:
    layers = [x for x in walk(context.design) if x.id == name and name not in ROLES]
    return Named((layers[0],)) if layers else None


def _by_label(name: str, plural: bool, context: Context) -> Named | None:
    """ "the date label": the small heading over a value."""
    match = re.fullmatch(r"(.+?)(?:'s)? (?:label|caption|small heading)", name)
    owner = _by_role(match[1], False, context) if match else None
    labels = [x for x in with_labels(owner, context.design)[1:]] if owner else []
    return Named(tuple(labels)) if labels else None


def _by_owner(name: str, plural: bool, context: Context) -> Named | None:
    """ "the price of the Diavola", "Diavola's price": what lies in the same row."""
    match = re.fullmatch(r"(.+?) (?:of|for|next to|beside) (.+)", name)
    pair = (match[1], match[2]) if match else None
    if pair is None and (match := re.fullmatch(r"(.+?)(?:'s)? ([\w-]+)", name)):
        pair = (match[2], match[1])
    if pair is None or DETERMINER.sub("", pair[0]) not in ROLES:
        return None
    owner = _one(pair[1], context)
    wanted = ROLES[DETERMINER.sub("", pair[0])]
    if owner is None or not owner.texts:
        return None
    row = owner.texts[0]
    kin = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.role in wanted]
    if row in kin:
        return Named((row,))
    near = [x for x in kin if abs(x.box.center.y - row.box.center.y) < row.box.height]
    return Named((near[0],)) if len(near) == 1 and row.role != near[0].role else None


def _by_place(name: str, plural: bool, context: Context) -> Named | None:
    """ "second line", "last line of the title", "top text" """
    match = re.fullmatch(
        r"(?:(\w+) (?:line|row|text|one|word)|line (\d))(?: (?:of|in|on) (.+))?", name
    )
    if match is None or not (match[2] or match[1] in ORDINALS):
        return None
    number = int(match[2]) - 1 if match[2] else ORDINALS[match[1]]
    if match[3]:
        texts = list(find(match[3], context).texts)
    else:
        texts = [x for layer in context.it for x in leaves_of(layer) if isinstance(x, TextLayer)]
    if len(texts) == 1:
        return _line_of(texts[0], number, " word" in name, context)
    texts = texts or texts_shown(context.design)
    return Named((texts[number],)) if -1 <= number < len(texts) else None


def _line_of(layer: TextLayer, number: int, word: bool, context: Context) -> Named | None:
    """A set line, or a word, of one text, as a stretch of it."""
    if word:
        spans = [m.span() for m in re.finditer(r"\S+", layer.text)]
    else:
        lines = typeset(layer, context.resources.fonts).lines
        spans = [(line.start, line.end) for line in lines]
    if not -1 <= number < len(spans):
        return None
    start, end = spans[number]
    text = layer.text[start:end]
    end -= len(text) - len(text.rstrip())
    return Named((layer,)) if len(spans) == 1 else Named((layer,), (start, end))


def _by_size(name: str, plural: bool, context: Context) -> Named | None:
    match = re.fullmatch(
        r"(biggest|largest|smallest|tiniest|boldest) (?:text|line|word|words)", name
    )
    texts = texts_shown(context.design)
    if match is None or not texts:
        return None
    pick = min if match[1] in ("smallest", "tiniest") else max
    return Named((pick(texts, key=lambda x: x.style.size),))


def _by_contact(name: str, plural: bool, context: Context) -> Named | None:
    pattern = CONTACTS.get(name)
    if pattern is None:
        return None
    layers = [
        x for x in walk(context.design)
        if isinstance(x, TextLayer) and x.role in ("contact", "cta", "body") and x.visible
        and re.search(pattern, x.text)
    ]  # fmt: skip
    return Named((layers[0],)) if layers else None


def _by_role(name: str, plural: bool, context: Context) -> Named | None:
    single = name if name in ROLES else re.sub(r"(?:e?s|'s)$", "", name)
    if single not in ROLES and name not in _OWN_ROLES:
        return None
    many = plural or (name.endswith("s") and name in _PLURALS)
    for role in ROLES.get(single, (name,)):
        layers = _of_role(role, context.design)
        if layers:
            return Named(tuple(layers)) if many else _main(layers, name, context.design)
    return None


def _of_role(role: str, design: Design) -> list[Layer]:
    """Outermost layers of the role; small headings of values are no kickers."""
    found: list[Layer] = []
    inside: set[str] = set()
    for layer in walk(design):
        if layer.role == role and layer.id not in inside and not layer.id.endswith("-label"):
            found.append(layer)
            inside |= {each.id for each in tree(layer)}
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
    if len(plain) == 1:
        return Named((plain[0],))
    raise UnclearError(_which(name, shown))


def _which(name: str, layers: Iterable[Layer]) -> Question:
    texts = [x.text if isinstance(x, TextLayer) else x.label for x in layers]
    choices = tuple(Choice(repr(text)[1:-1], f"'{text}'") for text in texts)
    return Question(f"which {name.removesuffix('s')} do you mean?", choices)


def _by_heading(name: str, plural: bool, context: Context) -> Named | None:
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
    return {w for w in found if w not in ("the", "by", "at", "of", "a", "on", "in", "for", "to")}


def _by_layer_name(name: str, plural: bool, context: Context) -> Named | None:
    for layer in walk(context.design):
        if layer.name and not isinstance(layer, TextLayer) and _single(layer.name) == _single(name):
            return _collected([layer], context.design)
    return None


def _by_drawing(name: str, plural: bool, context: Context) -> Named | None:
    """The shapes of a drawing, or its group: "shoe" for "running-shoe 3"."""
    wanted = set(_single(name).split())
    for is_it in (lambda drawn: wanted <= set(drawn.split()), _is_kin(name)):
        leaves = [
            x for x in walk(context.design)
            if isinstance(x, ShapeLayer) and wanted and is_it(_single(_drawn(x)))
        ]  # fmt: skip
        if leaves:
            return _collected(leaves, context.design)
    return None


def _is_kin(name: str) -> Callable[[str], bool]:
    entry = entry_named(name)
    icons = {_single(icon.replace("-", " ").partition("/")[0]) for icon in icons_for(entry)}
    return lambda drawn: drawn in icons


def _drawn(leaf: Layer) -> str:
    return re.sub(r"[-_/]", " ", leaf.name.lower()).rstrip("0123456789 ")


def _single(text: str) -> str:
    """Every word without the ending of a plural."""
    return " ".join(_singular(word) for word in re.findall(r"[\w&]+", text.lower()))


def _singular(word: str) -> str:
    for ending, stem in (
        ("ves", "f"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("xes", "x"),
    ):
        if word.endswith(ending):
            return word.removesuffix(ending) + stem
    return re.sub(r"(?<=[^su])s$", "", word)


def _collected(leaves: Sequence[Layer], design: Design) -> Named:
    """The layers, or the group that holds nothing else."""
    ids = {x.id for layer in leaves for x in tree(layer) if not isinstance(x, GroupLayer)}
    for layer in walk(design):
        if isinstance(layer, GroupLayer) and {x.id for x in leaves_of(layer)} == ids:
            return Named((layer,))
    return Named(tuple(leaves))


def _by_text(name: str, plural: bool, context: Context) -> Named | None:
    return _showing(name, context, short=False)


def _showing(words: str, context: Context, short: bool = True) -> Named | None:
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
        if len(parts) > 1 and _plain(" ".join(x.text for x in parts)) == wanted:
            return Named((context.design.layer(element),))
    for layer in texts:
        match = re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", _plain(layer.text))
        if match and (short or len(wanted) > 2):
            return Named((layer,), match.span())
    return None


def _plain(text: str) -> str:
    """Lower case and straight quotes, of the same length."""
    low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return low.translate(str.maketrans("’‘“”", "''\"\""))


def _by_color(name: str, plural: bool, context: Context) -> Named | None:
    """ "the red text", "the blue disc": a layer of that colour, called by its noun."""
    match = color_pattern().match(name)
    color = color_named(match[0]) if match else None
    noun = name[match.end() :].strip() if match else ""
    if color is None or not noun:
        return None
    found = [x for x in _called(noun, context) if apart(_color_of(x), color) <= _ALIKE]
    if not found:
        return None
    best = min(apart(_color_of(x), color) for x in found)
    return _collected(
        [x for x in found if apart(_color_of(x), color) <= best + 0.02], context.design
    )


def _called(noun: str, context: Context) -> Iterator[Leaf]:
    if re.fullmatch(r"texts?|words?|letters|lettering|line", noun):
        yield from texts_shown(context.design)
        return
    if re.fullmatch(r"shapes?|bits?|parts?|things?|areas?|circles?|squares?|lines?", noun):
        yield from (x for x in walk(context.design) if isinstance(x, ShapeLayer))
        return
    found = _one(noun, context)
    yield from found.leaves if found else ()


def _color_of(leaf: Layer) -> str:
    if isinstance(leaf, TextLayer):
        return leaf.style.color
    solid = isinstance(leaf, ShapeLayer) and isinstance(leaf.fill, SolidFill)
    return leaf.fill.color if solid else ""  # type: ignore[union-attr]


def top_of(context: Context, layer: Layer) -> Layer:
    """The outermost layer around it, or itself."""
    return next(top for top in context.design.layers if layer in tree(top))


_ONE = ("hero", "background", "title", "frame", "texture", "ornament")  # the first will do
_PLURALS = frozenset({"dates", "times", "prices", "costs", "items", "dishes", "entries", "contacts",
                      "photos", "pictures", "images", "list items"})  # fmt: skip
_OWN_ROLES = frozenset({"details", "ornament", "texture"})
_SEARCHES = (
    _by_label, _by_place, _by_size, _by_owner, _by_contact, _by_role, _by_heading, _by_id,
    _by_layer_name, _by_text, _by_drawing, _by_color,
)  # fmt: skip
