"""Parts of a drawing that have no layer of their own: "the cherries on the cake", "its ears"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from agents.chat.by_name import Named, by_drawing, drawn_as, leaves_of, single, subjects_of
from agents.chat.calling import EPITHETS, TEXT_NOUNS, callings, is_called
from agents.chat.context import Context
from agents.chat.kindred import is_kindred
from agents.chat.naming_pictures import is_shown
from agents.chat.results import Choice, Question
from agents.colorwords import color_named
from agents.lexicon import entry_named, is_concrete
from design_io.document import Design, Layer, ShapeLayer, TextLayer, leaves

_ONE = re.compile(r"\bone (?:of (?:the|those|these|our) )?(?P<what>[a-z]+)")
_PART = re.compile(
    r"\b(?P<part>[a-z]+) (?:on|of|in|inside|from|at) (?:the|its|that|our) (?P<whole>[a-z]+)\b"
    r"|\b(?:(?:the|that|our|this) )?(?!(?:it|that|he|she|what|who|there|here|let|where)')"
    r"(?P<owner>[a-z]+)'s (?P<own>[a-z]+)"
    r"|(?<![,;.] )\bits (?P<its>[a-z]+)(?= )"
)
_GONE = re.compile(
    r"(?:remove|delete|lose|hide|drop|take (?:out|away)|get rid of) (?:the )?(?P<a>[a-z]+)"
    r"|(?:the )?(?P<b>[a-z]+) (?:away|gone|out|off)"
)
_INSTEAD = re.compile(
    r"(?:an? )?(?P<new>[a-z ]+?)(?: (?:in|at|on) the [a-z]+)? (?:instead of|rather than)"
    r" (?:the |an? )?(?P<old>[a-z]+)"
)
_LIMBS = frozenset([
    "nose", "tail", "ear", "eye", "mouth", "arm", "leg", "hand", "foot", "hair", "beard", "wing",
    "beak", "paw", "handle", "lid", "wheel", "roof", "sleeve", "collar", "dress", "face", "string",
])  # fmt: skip
_NO_PARTS = frozenset([
    "size", "colour", "color", "picture", "image", "drawing", "illustration", "graphic", "icon",
    "photo", "version", "side", "edge", "top", "bottom", "half", "middle", "centre", "center",
    "rest", "end", "corner", "front", "back", "background", "shape", "outline", "look", "style",
    "weight", "height", "width", "angle", "position", "place", "one", "all", "both", "some", "part",
    "bit", "piece", "copy", "left", "right", "most", "kind", "sort", "space", "room", "shade",
    "tone", "opacity", "way", "much", "more", "less", "out", "off", "up", "down", "away", "over",
    "put", "not", "too", "so", "very", "is", "are", "it", "them", "that", "own",
])  # fmt: skip


def part_meant(
    low: str, touched: Sequence[Layer], after: Design, context: Context
) -> Question | None:
    """Asks where a drawing would change of which only a part is named."""
    if touched and all(isinstance(x, TextLayer) for x in touched):
        return None if _reads_otherwise(touched, after) else _of_its_owner(low, touched, context)
    if not touched or not all(isinstance(x, ShapeLayer) and x.role == "hero" for x in touched):
        return None
    if (many := _one_of_many(low, context)) and {*many.leaves} & {*touched}:
        return Question(f"{many.label} is one drawing; is all of it meant?")
    names = callings(touched, context)
    own = [each for x in touched for each in leaves_of(x)]
    for first, second in pairwise(re.findall(r"[a-z]+|[,;.]", low)):
        other = is_concrete(entry_named(second)) and not color_named(second)
        if other and _is_drawn(first, touched, context) and not is_called(second, own, names):
            return Question(f"{second!r} is part of a drawing; is all of that meant?")
    for match in _PART.finditer(low):
        said = match["part"] or match["own"] or match["its"]
        part = single(said)
        if not match["part"] and not _is_thing(part):
            continue  # "the cake's a bit large"
        whole = single(match["whole"] or match["owner"] or "")
        if part in _NO_PARTS | EPITHETS or is_called(part, own, names):
            continue
        if not whole or _is_drawn(whole, touched, context):
            return Question(f"{said!r} is part of a drawing; is all of that meant?")
    return None


def _reads_otherwise(touched: Sequence[Layer], after: Design) -> bool:
    now = {x.id: x.text for x in leaves(after) if isinstance(x, TextLayer)}
    return any(isinstance(x, TextLayer) and now.get(x.id) != x.text for x in touched)


def _of_its_owner(low: str, touched: Sequence[Layer], context: Context) -> Question | None:
    """Asks where a text would change for a thing that somebody has: "the singer's dress"."""
    names = callings(touched, context)
    for match in _PART.finditer(low):
        own = single(match["own"] or "")
        if _is_thing(own) and own not in _NO_PARTS | TEXT_NOUNS | names:
            return Question(f"nothing is called {match[0]!r}; what is meant?")
    return None


def or_its_words(low: str, touched: Sequence[Layer], context: Context) -> Question | None:
    """Asks where words of a line would change though a thing is drawn that they name too:
    "robot instead of popcorn" beside a picture of popcorn and "Popcorn included"."""
    match = _INSTEAD.fullmatch(low)
    texts = [x for x in touched if isinstance(x, TextLayer)]
    if match is None or len(texts) != len(touched):
        return None
    if not any(is_concrete(entry_named(x)) for x in (match["new"], match["new"].split()[-1])):
        return None
    old = single(match["old"])
    lines = [x for x in texts if len(x.text.split()) > 1 and old in single(x.text).split()]
    if not lines or not is_shown(old, context):
        return None
    picture = f"show a {match['new']} instead of the {match['old']}"
    words = f"yes, replace '{match['old']}' with '{match['new']}'"
    choices = (Choice("the picture", picture), Choice(f"the words of {lines[0].text!r}", words))
    return Question("is the picture meant, or what is written?", choices)


def torn(touched: Sequence[Layer], before: Design, after: Design) -> Question | None:
    """Asks where some shapes of a drawing would be moved or grown and the others stay behind."""
    now = {x.id: x.box for x in leaves(after) if isinstance(x, ShapeLayer)}
    moved = [x for x in touched if isinstance(x, ShapeLayer) and x.role == "hero"
             and x.id in now and now[x.id] != x.box]  # fmt: skip
    drawn = {drawn_as(x) for x in moved}
    left = [x for x in leaves(before) if isinstance(x, ShapeLayer) and x.role == "hero"
            and x not in moved and x.id in now and drawn_as(x) in drawn]  # fmt: skip
    places = {x.box for x in moved}
    if not any(x.box in places for x in left):
        return None
    return Question("that would pull one drawing apart; is all of it meant?")


def or_what_is_drawn(
    low: str, touched: Sequence[Layer], after: Design, context: Context
) -> Question | None:
    """Asks where a word of a line would go that is drawn too: "ladder away", "Ladder or a saw"."""
    match = _GONE.fullmatch(low)
    what = single(match["a"] or match["b"]) if match else ""
    now = {x.id: x.text for x in leaves(after) if isinstance(x, TextLayer)}
    texts = [x for x in touched if isinstance(x, TextLayer) and len(x.text.split()) > 1]
    lines = [x for x in texts if what in single(x.text).split()
             and what not in single(now.get(x.id, "")).split()]  # fmt: skip
    if not what or not lines or len(lines) < len(touched) or not is_shown(what, context):
        return None
    return Question(
        f"is the {what} in the picture meant, or the word in {lines[0].text!r}?",
        (Choice(f"the word in {lines[0].text!r}", f"yes, {low}"),),
    )


def _is_thing(word: str) -> bool:
    return word in _LIMBS or is_concrete(entry_named(word))


def _is_drawn(what: str, touched: Sequence[Layer], context: Context) -> bool:
    drawn = {*map(drawn_as, touched), *subjects_of(context)}
    return any(is_kindred(what, each) for each in drawn)


def _one_of_many(low: str, context: Context) -> Named | None:
    """The drawing of several things of which one is spoken of: "one of the beans"."""
    named = (by_drawing(m["what"], False, context) for m in _ONE.finditer(low))
    return next((x for x in named if x and any(map(_is_of_many, x.leaves))), None)


def _is_of_many(leaf: Layer) -> bool:
    """Whether its drawing shows several of a thing: "coffee-beans 3"."""
    name = re.sub(r"[-_/]", " ", leaf.name.lower()).rstrip("0123456789 ")
    return single(name) != name
