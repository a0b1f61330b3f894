"""What a phrase points at, where it is known to be one: by its words, its place, colour and number.

`find` reads exact ways to name a layer; where it finds none, every layer is weighed here by how
many of the words it may be called by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from agents.chat.by_name import Leaf, drawn_as, leaves_of, showing, single, texts_shown
from agents.chat.calling import TEXT_NOUNS, callings, is_called, own_words, role_words, words_in
from agents.chat.context import Context
from agents.chat.kindred import is_kindred
from agents.chat.naming import Named, find
from agents.chat.naming_colors import colors_of
from agents.chat.naming_pictures import is_shown
from agents.chat.naming_places import lies_at
from agents.chat.naming_words import ORDINALS
from agents.chat.results import Choice, NoSuchPartError, NotThereError, Question, UnclearError
from agents.chat.values.hour import Hour
from agents.chat.values.slots import Value, slots_in, told_in
from agents.chat.values.sum import Sum
from agents.chat.values.wording import spots
from agents.colorwords import color_named, color_pattern
from agents.spelling import is_known, meant_by
from design_io.document import GroupLayer, Layer, ShapeLayer, TextLayer, walk
from design_io.geometry import Box, union_all
from layout.differences import apart
from layout.wording import tree

_ALIKE = 0.22  # OKLab distance within which a layer goes by a colour's name
_NEAR_EDGE = 0.36  # of the sheet, for what is at its top, bottom, left or right
_SMALL_SIZE, _LARGE_SIZE = 0.55, 0.8  # of the largest text's size
_MOST = 4  # choices
_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_TAIL = re.compile(
    r" (?:with (?:everything|all|the|its)|that (?!says)|which|where|because|so that|,).*$"
)
_BESIDE = re.compile(
    r" (?:(?:over|behind|under(?:neath)?|below|above|beneath|next to|beside|around|near|between"
    r"|in front of|on top of) (?P<other>(?!the (?:very |far )?(?:top|bottom|left|right)).+))$"
)
_WHERE = re.compile(
    r"\b(?:(?:right |just |all |up |down |out |over )*(?:at|on|in|to|near|along|by) )?(?:the )?"
    r"(?:very |far |left |right )*(?P<edge>(?:top|bottom|upper|lower|left|right)"
    r"(?:(?: and | or |[ -])?(?:the )?(?:top|bottom|left|right))?(?:[ -]hand)?)"
    r"(?: (?:side|corner|corners|edge|edges|half|end|row)s?)?(?: of .+)?\b"
)
_HALF_DAY = 12 * 60
_VALUED = {"money": ("price",), "percent": ("offer",), "number": ("price", "offer"),
           "hour": ("time",), "day": ("date",)}  # fmt: skip
_ALL = re.compile(r"(?:all|both|these|those)\b")
_CORNERS = re.compile(r"\b(?:in|at|on|from) (?:the |each |every |all )*(?:four )?corners?\b")
_SIZE = re.compile(r"\b(?:(?P<small>small|smaller|smallest|little|tiny|fine)"
                   r"|(?P<large>big|bigger|biggest|large|largest|huge))\b")  # fmt: skip
_FILLERS = frozenset([
    "all", "both", "every", "each", "any", "these", "those", "this", "that", "other", "others",
    "whole", "entire", "actual", "current", "existing", "old", "ugly", "silly", "stupid", "weird",
    "strange", "awful", "nice", "thing", "thingy", "stuff", "bit", "part", "one", "ones", "element",
    "layer", "item", "background", "back", "middle", "around", "up", "down", "there", "little",
    "small", "big", "tiny", "large", "fine", "two", "three", "four", "five", "six", "second",
    "my", "your", "our", "his", "her", "its", "right", "left", "top", "bottom", "upper", "lower",
    "corner", "edge", "side", "row", "behind", "front", "almost", "such", "some", "kind", "sort",
    "about",
])  # fmt: skip


class _Clue(NamedTuple):
    """What a phrase tells of its thing; `turn`: which of many, from the top."""

    words: frozenset[str]
    head: str
    plural: bool
    many: int  # how many were spoken of; 0 for no number
    suits: tuple[Callable[[Layer], bool], ...]
    turn: int | None = None


def pointed_at(phrase: str, context: Context) -> Named:
    """The thing; NotThereError where nothing is called so, UnclearError to ask which."""
    low = " ".join(phrase.lower().replace("’", "'").split())
    unclear: UnclearError | None = None
    for said in dict.fromkeys((low, _spelt(low), _TAIL.sub("", low))):
        try:
            return find(said, context)
        except NoSuchPartError:
            raise
        except NotThereError:
            continue
        except UnclearError as error:
            unclear = unclear or error
    if (valued := _valued(low, context)) is not None:
        return valued
    found = _weighed(_TAIL.sub("", _spelt(low)), context)
    if found is not None:
        return found
    if unclear is not None:
        raise unclear
    raise NotThereError(phrase)


def _valued(low: str, context: Context) -> Named | None:
    """ "the 24 pounds", "the half past seven": the only text that states the value."""
    told = told_in(low, low)
    if len(told) != 1:
        return None
    around = (low[: told[0].value.start], low[told[0].value.end :])
    if any(len(words.split()) > 1 for words in around):
        return None  # "free eye test" is no free entry
    kind, value = told[0].kind, told[0].value
    same = [s for s in slots_in(context) if s.kind == kind and _is_same(s.value, value)]
    layers = tuple(dict.fromkeys(s.layer for s in same))
    whole = tuple(x for x in layers if x.role in (_VALUED[kind]))
    return next((Named(own) for own in (layers, whole) if len(own) == 1), None)


def _is_same(shown: Value, said: Value) -> bool:
    """Whether both are one sum, or one hour."""
    if isinstance(shown, Sum) and isinstance(said, Sum):
        return shown.amount == said.amount
    hours = isinstance(shown, Hour) and isinstance(said, Hour)
    return hours and shown.minutes % _HALF_DAY == said.minutes % _HALF_DAY  # type: ignore[union-attr]


def _spelt(low: str) -> str:
    return re.sub(
        r"[^\W\d_]{4,}", lambda m: m[0] if is_known(m[0]) else meant_by(m[0]) or m[0], low
    )


def spot_of(words: str, context: Context) -> Named | None:
    """The text that shows the words, or where they stand in it."""
    found = spots(words, context)
    if not found:
        return showing(words, context)
    whole = [s for s in found if s.end - s.start == len(s.layer.text)]
    spot = (whole or found)[0]
    span = None if whole else (spot.start, spot.end)
    return Named((spot.layer,), span)


def _weighed(low: str, context: Context) -> Named | None:
    """The layers that most words of the phrase fit, of those its place and colour fit."""
    clue = _clue(low, context)
    fitting = [x for x in _candidates(context) if all(fits(x) for fits in clue.suits)]
    weights = {x.id: _weight(x, clue, context) for x in fitting}
    most = max(weights.values(), default=0.0)
    nameless = clue.words == {"name"}  # what is no name of anybody
    if most <= 0 or nameless or not (clue.words or clue.suits):
        return None
    best = [x for x in fitting if weights[x.id] == most]
    best = _by_number(best, clue)
    if clue.words == {"line"} and clue.plural and clue.suits and _has_lines(clue, context):
        raise UnclearError(_which(low, best))
    if not any(_is_mostly_called(x, clue, context) for x in best):
        return None
    if _is_only_drawn(clue, best, context) or any(
        _draws_another(word, best, context) for word in clue.words - TEXT_NOUNS
    ):
        raise UnclearError(_which(low, best))
    named = _one_of(best, clue, context)
    if named is None or not _is_as_many(best, clue):
        raise UnclearError(_which(low, best))
    several = len(named.leaves) > 1 or bool(named.texts)
    if clue.words and not (_head_fits(named, clue, context) and (several or not _ALL.match(low))):
        raise UnclearError(_which(low, best))
    return named


def _is_mostly_called(layer: Layer, clue: _Clue, context: Context) -> bool:
    """Whether most of the words that tell are its own: no offer is "the phone number"."""
    telling = {w for w in clue.words - TEXT_NOUNS if not (clue.plural and w.isdigit())}
    names = callings([layer], context)
    own = sum(is_called(word, leaves_of(layer), names) for word in telling)
    drawn = not any(isinstance(x, TextLayer) for x in leaves_of(layer))
    return 2 * own > len(telling) - drawn or not telling


def _has_lines(clue: _Clue, context: Context) -> bool:
    """Whether what suits is drawn in lines too, which "the gold lines" may mean."""
    strokes = (x for x in walk(context.design) if isinstance(x, ShapeLayer) and x.stroke)
    return any(all(suits(x) for suits in clue.suits) for x in strokes)


def _is_only_drawn(clue: _Clue, best: list[Layer], context: Context) -> bool:
    """Whether a thing of the picture is meant that no text tells of: no "beer" is an entry."""
    texts = [x.text for each in best for x in leaves_of(each) if isinstance(x, TextLayer)]
    told = any(clue.head in single(text).split() for text in texts)
    return bool(texts) and not told and is_shown(clue.head, context)


def _draws_another(word: str, best: list[Layer], context: Context) -> bool:
    """Whether the word is that of another drawing: "the books tile" for the tile with a sofa."""
    own = {each.id for x in best for each in leaves_of(x)}
    if any(is_called(word, leaves_of(x), callings([x], context)) for x in best):
        return False
    others = (x for x in walk(context.design) if isinstance(x, ShapeLayer) and x.id not in own)
    return is_shown(word, context) or any(x.name and is_kindred(word, drawn_as(x)) for x in others)


def _is_as_many(best: list[Layer], clue: _Clue) -> bool:
    """Whether there are as many as were spoken of; one text may hold several lines."""
    return not clue.many or len(best) == clue.many or (
        len(best) == 1 and (clue.head in TEXT_NOUNS or clue.many == 1)
    )  # fmt: skip


def _clue(low: str, context: Context) -> _Clue:
    low = re.sub(r"^one of ", "", low) if (asked := low.startswith("one of ")) else low
    count = next((n for word, n in _COUNTS.items() if re.search(rf"\b{word}\b", low)), 0)
    sheet = context.design.canvas.box
    suits: list[Callable[[Layer], bool]] = []
    if corners := _CORNERS.search(low):
        low = low.replace(corners[0], " ")
    if (beside := _BESIDE.search(low)) and beside.start():
        low = low[: beside.start()]
    if where := _WHERE.search(low):
        edge = where["edge"]
        low = f"{low[: where.start()]} {low[where.end() :]}"
        suits.append(lambda x: _is_at(_box(x), edge, sheet))
    if (color := color_pattern().search(low)) and (named := color_named(color[0])):
        low = f"{low[: color.start()]} {low[color.end() :]}"
        suits.append(lambda x: any(apart(c, named) <= _ALIKE for y in leaves_of(x)
                                   for c in colors_of(y)))  # fmt: skip
    head = re.split(r" (?:of|in|on|at|from|for|with|saying|about) ", low.strip())
    content = [w for w in re.findall(r"[\w&]+", head[0]) if w not in _FILLERS]
    words = words_in(low) - _FILLERS
    size = _SIZE.search(low)
    if size and size["small"]:
        suits.append(_not_the_largest(context))
    if size and not (words - TEXT_NOUNS):
        suits.append(_sized(context, small=bool(size["small"])))
    last = content[-1] if content else ""
    plural = bool(last) and single(last) != last and last not in ("address", "canvas")
    plural = plural or bool(re.match(r"(?:all|both|every|each|these|those)\b", low))
    turn = next((n for w, n in ORDINALS.items() if re.match(rf"(?:the )?{w}\b", low)), None)
    words -= ORDINALS.keys()
    plural = plural and not asked and turn is None
    return _Clue(words, single(last), plural, 1 if asked else count, tuple(suits), turn)


def _not_the_largest(context: Context) -> Callable[[Layer], bool]:
    most = max((x.style.size for x in texts_shown(context.design)), default=0.0)
    return lambda x: not isinstance(x, TextLayer) or x.style.size < most


def _sized(context: Context, small: bool) -> Callable[[Layer], bool]:
    most = max((x.style.size for x in texts_shown(context.design)), default=1.0)
    if small:
        return lambda x: isinstance(x, TextLayer) and x.style.size <= _SMALL_SIZE * most
    return lambda x: isinstance(x, TextLayer) and x.style.size >= _LARGE_SIZE * most


def _candidates(context: Context) -> list[Layer]:
    """Everything one may point at; the sheet itself is called by name only."""
    apart = ("background", "details", "rows")
    return [x for x in walk(context.design)
            if x.id not in apart and not x.id.endswith("-label") and leaves_of(x)]  # fmt: skip


def _weight(layer: Layer, clue: _Clue, context: Context) -> float:
    """How many of the words it may be called by; those for any text or shape weigh little."""
    leaves = leaves_of(layer)
    names = callings([layer], context)
    if isinstance(layer, GroupLayer) and leaves:  # what only some of it is called is not the whole
        own = own_words(layer) | role_words(layer.role)
        names = own.union(frozenset.intersection(*(callings([x], context) for x in leaves)))
    weight = 0.0
    whole = isinstance(layer, GroupLayer) and layer.role == "hero"
    for word in clue.words:
        if is_called(word, leaves, names) and not (whole and _is_of_some(word, leaves, context)):
            weight += 0.1 if word in TEXT_NOUNS and isinstance(layer, TextLayer) else 1.0
            weight += 0.2 * (word == layer.role)
    return weight if clue.words else 0.1


def _is_of_some(word: str, leaves: Sequence[Leaf], context: Context) -> bool:
    """Whether only some of a picture is called so: the brush beside a tooth."""
    called = [is_called(word, [x], callings([x], context)) for x in leaves]
    return any(called) and not all(called)


def _head_fits(named: Named, clue: _Clue, context: Context) -> bool:
    """Whether each is a thing of the kind the phrase is about: a badge, not what is on one."""
    telling = clue.head if clue.head in clue.words else ""
    return not telling or all(
        is_called(telling, leaves_of(x), callings([x], context)) for x in named.layers
    )


def _by_number(best: list[Layer], clue: _Clue) -> list[Layer]:
    """Of layers called alike those whose name is one of many, or one, as was said."""
    told = [x for x in best if x.name and single(x.name.split()[-1]) == clue.head
            and (x.name.split()[-1].lower() != clue.head) == clue.plural]  # fmt: skip
    return told or best


def _one_of(best: list[Layer], clue: _Clue, context: Context) -> Named | None:
    """The only thing among them, or all of them where many are meant; None to ask."""
    leaves = list(dict.fromkeys(x.id for layer in best for x in leaves_of(layer)))
    outer = [x for x in best if not any(
        x is not y and x in tree(y) for y in best)]  # fmt: skip
    if len(outer) == 1 and clue.turn in (None, 0, -1):
        return Named((outer[0],))
    if clue.turn is not None and -1 <= clue.turn < len(outer):
        return Named((sorted(outer, key=lambda x: (_box(x).y, _box(x).x))[clue.turn],))
    shapes = all(isinstance(x, ShapeLayer | GroupLayer) for x in outer)
    for layer in walk(context.design):
        own = [x.id for x in leaves_of(layer)]
        if isinstance(layer, GroupLayer) and shapes and sorted(own) == sorted(leaves):
            return Named((layer,))
    if (clue.plural and clue.many in (0, len(outer))) or (
        shapes and not clue.many and len({x.name for x in outer}) == 1
    ):
        return Named(tuple(outer))
    return None


def _which(low: str, best: list[Layer]) -> Question:
    choices = tuple(Choice(x.text if isinstance(x, TextLayer) else x.label, x.id) for x in best)
    return Question(f"which do you mean by {low!r}?", choices[:_MOST])


def _box(layer: Layer) -> Box:
    return union_all(x.box for x in leaves_of(layer))


def _is_at(box: Box, edge: str, sheet: Box) -> bool:
    """At any of the edges for "top and bottom", at all of them for a corner."""
    edge = edge.replace("upper", "top").replace("lower", "bottom")
    sides = [side for side in ("top", "bottom", "left", "right") if side in edge]
    if re.search(r" (?:and|or) ", edge) or {"top", "bottom"} <= set(sides):
        return any(_near(box, side, sheet) for side in sides)
    return all(_near(box, side, sheet) for side in sides)


def _near(box: Box, side: str, sheet: Box) -> bool:
    away = {
        "top": (box.y - sheet.y) / sheet.height,
        "bottom": (sheet.bottom - box.bottom) / sheet.height,
        "left": (box.x - sheet.x) / sheet.width,
        "right": (sheet.right - box.right) / sheet.width,
    }[side]
    return away <= _NEAR_EDGE and (side in ("top", "bottom") or lies_at(box, side, sheet))
