"""Each deed that the learned reader marks, done to a named thing in the ways the rules know.

A look is one quality of `effects`; all else is said again in the rules' own words, with the thing
selected and called "it".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from agents.chat import typefaces
from agents.chat.context import Context
from agents.chat.looks import applied
from agents.chat.moving import area_of
from agents.chat.naming import Named, find
from agents.chat.pointing import pointed_at
from agents.chat.qualities import Quality, Reading, read
from agents.chat.results import Answer, CannotError, Choice, Question, UnclearError
from agents.chat.sentence import Sentence, heard

Asker = Callable[[Sentence, Context], Answer]
_SIZES = ("grow", "percent", "times", "size", "fill")
# deed -> the kinds of quality its words may tell, and the one it is without such words
_LOOKS: dict[str, tuple[tuple[str, ...], str, Any]] = {
    "bigger": (_SIZES, "grow", 1), "smaller": (_SIZES, "grow", -1),
    "bolder": (("weight", "weigh"), "weigh", 1), "thinner": (("weight", "weigh"), "weigh", -1),
    "italic": ((), "italic", True), "upright": ((), "italic", False),
    "upper": ((), "case", "upper"), "lower": ((), "case", "lower"),
    "titlecase": ((), "case", "title"), "underline": (("underline",), "underline", True),
    "darker": (("shade",), "shade", -1), "lighter": (("shade",), "shade", 1),
    "softer": (("fade", "opacity", "vivid", "shade"), "fade", -1),
    "looser": (("tracking", "leading"), "tracking", 1),
    "tighter": (("tracking", "leading"), "tracking", -1),
    "shadow": ((), "shadow", True), "noshadow": ((), "shadow", False),
    "outline": (("outline",), "outline", True),
}  # fmt: skip
_PAIRS = (
    ("bigger", "smaller"),
    ("bolder", "thinner"),
    ("darker", "lighter"),
    ("looser", "tighter"),
)
_OPPOSITES = dict(_PAIRS) | {b: a for a, b in _PAIRS}
_COLORS = ("color", "shade", "tinge", "vivid", "grey")
_SAID = {
    "alignleft": "align it left", "aligncenter": "align it center", "alignright": "align it right",
    "up": "move it up", "down": "move it down", "left": "move it left", "right": "move it right",
    "top": "move it to the top", "bottom": "move it to the bottom",
    "leftside": "move it to the left side", "rightside": "move it to the right side",
    "straight": "straighten it", "mirror": "mirror it", "hide": "hide it", "show": "show it",
    "lock": "lock it", "unlock": "unlock it", "duplicate": "duplicate it", "delete": "delete it",
    "first": "move it to the top of the list", "last": "move it to the bottom of the list",
    "front": "bring it to the front", "back": "send it to the back",
}  # fmt: skip
_WITH_PLACE = {
    "above": "put it above {}", "below": "put it below {}", "beside": "put it next to {}",
    "swap": "swap it and {}", "front": "bring it in front of {}", "back": "put it behind {}",
    "top": "put it above {}", "bottom": "put it below {}",
    "alignleft": "line it up with the left edge of {}",
    "leftside": "line it up with the left edge of {}",
    "alignright": "line it up with the right edge of {}",
    "rightside": "line it up with the right edge of {}",
    "left": "put it left of {}", "right": "put it right of {}",
}  # fmt: skip
_BESIDES = ("grow", "weigh", "weight", "italic", "underline", "shade", "case")
_BOTH = re.compile(r",|&|\b(?:and|plus)\b")
_LINES = re.compile(r"\blines?\b|\bleading\b|\brows?\b")
_APART = re.compile(r"\b(?:between|closer|nearer|together|apart|above|below|around)\b")
_BOTH_WAYS = re.compile(r"\b(?:page|sheet|poster|card|dead|middle of|flyer|screen)\b")
_AMOUNT = re.compile(r"\b\d+(?:\.\d+)? ?(?:px|pixels?|mm|cm|in(?:ch(?:es)?)?|%|percent|pt)\b")
_MOVE = re.compile(r"\b(up|down|left|right)(?: by)?(?: about| some)? \d+ ?(?:px|pixels?|mm|cm)\b")
_TURN = re.compile(r"\d+(?:\.\d+)? ?(?:degrees?|°|deg)|(?:counter|anti)-?clockwise|left")
_SAME = re.compile(
    r"\bsame\b.*? (?:as|like|of|from|in) (?P<other>.+)$"
    r"|\b(?:matching|match|like|as) (?P<other2>the .+)$"
)
_NEVER = re.compile(r"\b(?:no|not|without|remove|lose|un|drop|stop)\b")


def done_to(
    named: Named, deed: str, words: str, place: str, context: Context, ask: Asker
) -> Answer:
    """The deed, told in these words, done to what is named; `place` may be empty."""
    deed, _ = as_told(deed, words)
    apart = _APART.search(words.lower()) and not _LINES.search(words.lower())
    if deed in ("looser", "tighter") and apart:
        raise CannotError(f"{words!r} tells no spacing of letters or lines")
    if deed in _LOOKS:
        return _look(named, deed, words, context)
    if deed == "color":
        return _colored(named, words, context, ask)
    now = replace(context, selected=tuple(x.id for x in named.layers))
    told = heard(words.lower())
    if deed == "stronger":
        return _stronger(named, told, context)
    if deed == "font":
        return _typeset(named, words, context)
    if deed == "repeat" and place:
        return _likened(named, told, find(place, context), context)
    said = _order(named, deed, told, place, context)
    if not said:
        raise CannotError(f"{words!r} is no edit that can be done to {named.label}")
    return ask(heard(said)._replace(degree=told.degree), now)


def as_told(deed: str, words: str) -> tuple[str, bool]:
    """The deed as its words tell it, and whether they do: "way too large" makes nothing bigger."""
    if deed not in _OPPOSITES:
        return deed, False
    if (way := _MOVE.search(words.lower())) is not None:  # "push it up by 20 px"
        return way[1], True
    kinds, _, value = _LOOKS[deed]
    reading = read(heard(words.lower()).plain)
    told = [q for q in reading.qualities if q.kind in kinds] if reading else []
    if not told:
        return deed, False
    return (deed if _same_way(told[0], value) else _OPPOSITES[deed]), True


def _look(named: Named, deed: str, words: str, context: Context) -> Answer:
    kinds, kind, value = _LOOKS[deed]
    told = heard(words.lower())
    if kind == "tracking" and _LINES.search(told.low):
        kind = "leading"
    quality = Quality(kind, value)
    reading = read(told.plain)
    others = []  # "bigger and darker"
    for found in reading.qualities if reading else ():
        if found.kind in kinds and _same_way(found, value):
            quality = found
        elif found.kind in _BESIDES and found.kind not in kinds and _BOTH.search(told.low):
            others.append(found)
    if quality.kind in ("underline", "outline") and _NEVER.search(told.low):
        quality = Quality(quality.kind, False)
    return applied(named, Reading((quality, *others), "", ""), told.degree, context)


def _same_way(quality: Quality, value: Any) -> bool:
    """Whether it goes the way of the deed: "half the size" makes nothing bigger."""
    if not isinstance(quality.value, int | float) or isinstance(value, bool):
        return True
    told = quality.value - 1 if quality.kind == "times" else quality.value
    free = quality.kind in ("size", "weight", "opacity", "fill")
    return free or (told > 0) == (value > 0)


def _colored(named: Named, words: str, context: Context, ask: Asker) -> Answer:
    told = heard(words.lower())
    reading = read(told.plain)
    kept = tuple(q for q in reading.qualities if q.kind in _COLORS) if reading else ()
    if same := _SAME.search(told.low):
        other = pointed_at(same["other"] or same["other2"], context)
        like = Quality("like", ("color", other.leaves[0]))
        return applied(named, Reading((like,), "", ""), told.degree, context)
    if kept:
        return applied(named, Reading(kept[-1:], "", ""), told.degree, context)
    now = replace(context, selected=tuple(x.id for x in named.layers))
    try:
        return ask(heard(f"make it {words}"), now)
    except CannotError as error:
        offers = tuple(Choice(c, f"make {named.layers[0].id} {c}") for c in ("black", "white"))
        raise UnclearError(
            Question(f"which colour is {words!r} for {named.label}?", offers)
        ) from error


def _typeset(named: Named, words: str, context: Context) -> Answer:
    """A family by its name, else a kind of typeface."""
    low = words.lower()
    if same := _SAME.search(low):
        model = pointed_at(same["other"] or same["other2"], context).leaves[0]
        quality = Quality("like", ("font", model))
    elif family := typefaces.family_in(low, context.resources.fonts):
        quality = Quality("font", family[0])
    else:
        typefaces.refuse_unknown(f"in {low}", f"in {words}")
        kind = typefaces.kind_in(low) or typefaces.kind_in(f"{low} font")
        if kind is None:
            raise CannotError(
                f"{words!r} is no typeface Plakat knows; see: python app.py list fonts"
            )
        quality = Quality("font kind", kind[0])
    return applied(named, Reading((quality,), "", ""), 1.0, context)


def _likened(named: Named, told: Sentence, other: Named, context: Context) -> Answer:
    """What the words speak of, or all of its style, as the other has it."""
    said = re.search(r"colou?r|font|typeface|size|weight", told.low)
    what = said[0].replace("colour", "color") if said else "style" if named.texts else "color"
    return applied(
        named, Reading((Quality("like", (what, other.leaves[0])),), "", ""), 1.0, context
    )


def _stronger(named: Named, told: Sentence, context: Context) -> Answer:
    """What drowns: a text bolder, or larger where no face is; all else less transparent."""
    reading = read(told.plain)
    own = tuple(q for q in reading.qualities if q.kind not in ("grey",)) if reading else ()
    ways = [own] if own else []
    if named.texts:
        ways += [(Quality("weigh", 1),), (Quality("grow", 1),)]
    else:
        ways += [(Quality("fade", 1),), (Quality("vivid", 1),)]
    for number, qualities in enumerate(ways):
        try:
            return applied(named, Reading(qualities, "", ""), told.degree, context)
        except CannotError:
            if number == len(ways) - 1:
                raise
    raise CannotError(f"{named.subject} as strong as it can be")


def _order(named: Named, deed: str, told: Sentence, place: str, context: Context) -> str:
    """The deed in the rules' own words; empty where there are none."""
    if place and deed in _WITH_PLACE:
        side = re.search(r"\b(left|right)\b", told.low) if deed == "beside" else None
        if side:
            return f"put it to the {side[1]} of {place}"
        return _WITH_PLACE[deed].format(place)
    if deed == "corner":
        return _cornered(told.low)
    if deed == "center" and (edge := re.search(r"\b(top|bottom)\b", told.low)):
        return f"move it to the {edge[1]} centre"
    if deed == "center":
        area, sheet = area_of(named, context), context.design.canvas.box
        level = "vert" not in told.low and abs(area.center.x - sheet.center.x) > 1
        both = _BOTH_WAYS.search(told.low) and not named.texts
        return f"centre it {'on the page' if both else 'horizontally' if level else 'vertically'}"
    if deed == "rotate":
        turn = _TURN.search(told.low)
        return f"rotate it {turn[0]}" if turn else "rotate it"
    amount = _AMOUNT.search(told.low)
    if amount and deed in ("up", "down", "left", "right"):
        return f"move it {deed} {amount[0]}"
    return _SAID.get(deed, "")


def _cornered(low: str) -> str:
    down = "bottom" if re.search(r"bottom|lower|down|below|foot", low) else "top"
    side = "left" if "left" in low else "right"
    return f"move it to the {down} {side}"
