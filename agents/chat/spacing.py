"""The space between things: two of them parted, the rows of a list spread, room above a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agents.chat.by_name import Leaf, leaves_of
from agents.chat.changes import floor_below, shifted, updates
from agents.chat.context import Context
from agents.chat.moving import area_of, step_of, target
from agents.chat.naming import Named, is_named, with_labels
from agents.chat.pointing import pointed_at
from agents.chat.results import Answer, CannotError, NotThereError, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence
from design_io.commands import Command
from design_io.document import GroupLayer, TextLayer, walk

_WIDER, _TIGHTER = 0.25, 0.2  # of the distance between rows
_CLOSEST = 1.05  # of a row's height, between two rows
_CLOSER = 0.8  # of the gap that is left at most
_MARGIN = 0.05  # of the sheet's height, kept free below the last row
_LEAST = 0.02  # of a change that is seen


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _parted(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """more space between the names and the date; the two closer together: the lower one moves"""
    if not (is_named(match["a"], context) and is_named(match["b"], context)):
        return None
    one, other = target(match["a"], context), target(match["b"], context)
    if one is None or other is None or set(one.layers) & set(other.layers):
        return None
    if one.texts and other.texts and one.texts[0].id == other.texts[0].id:
        return None
    a, b = area_of(one, context), area_of(other, context)
    if a.center.y > b.center.y and match.re.groupindex["b"] > match.re.groupindex["a"]:
        one, other, a, b = other, one, b, a
    step = step_of(sentence.degree, context)
    way = 1 if b.center.y > a.center.y else -1
    if _is_closer(match["way"]):
        gap = (b.y - a.bottom) if way > 0 else (a.y - b.bottom)
        step = min(step, gap * _CLOSER)
        if step < 1:
            raise CannotError(f"{one.label} and {other.label} are as close as they can be")
        said = f"{other.label} moved closer to {one.label}"
        return done(said, shifted(other.layers, 0.0, -way * step))
    own = min(step, _free(other, way, context))
    rest = min(step - own, _free(one, -way, context))
    if own + rest < 1:
        raise CannotError(
            f"there is no room to part {one.label} and {other.label}; make one smaller"
        )
    parts = [*shifted(other.layers, 0.0, way * own), *shifted(one.layers, 0.0, -way * rest)]
    return done(f"{other.label} moved away from {one.label}", parts)


def _free(named: Named, way: int, context: Context) -> float:
    """How far it may go down, or up, before it comes near other copy or the sheet's edge."""
    area, sheet = area_of(named, context), context.design.canvas.box
    ids = {x.id for layer in named.layers for x in leaves_of(layer)}
    others = (x.box for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
              and x.id not in ids and x.box.x < area.right and area.x < x.box.right)  # fmt: skip
    margin = _MARGIN * sheet.height
    if way > 0:
        edges = [box.y - area.bottom for box in others if box.center.y > area.center.y]
        return max(0.0, _CLOSER * min([sheet.height - margin - area.bottom, *edges]))
    edges = [area.y - box.bottom for box in others if box.center.y < area.center.y]
    return max(0.0, _CLOSER * min([area.y - margin, *edges]))


def _is_closer(way: str) -> bool:
    return bool(re.search(r"closer|nearer|less|smaller|reduce|tighter|decrease", way))


def _spread(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """more space between the dishes; the contact lines closer together"""
    try:
        named = pointed_at(match["t"], context)
    except NotThereError:
        return None
    leaves = _rows_of(named, context)
    tops = sorted({round(x.box.y) for x in named.texts if x in leaves})
    if len(named.texts) < 2 or len(tops) < 2:
        return None
    closer = _is_closer(match["way"])
    factor = 1 - _TIGHTER * sentence.degree if closer else 1 + _WIDER * sentence.degree
    pitch = min(b - a for a, b in zip(tops, tops[1:], strict=False))
    factor = max(factor, _CLOSEST * max(x.box.height for x in named.texts) / pitch) if closer else (
        min(factor, _room(leaves, context)))  # fmt: skip
    if abs(factor - 1) < _LEAST or (factor > 1) == closer:
        raise CannotError(f"there is no room to set {named.label} {'closer' if closer else 'wider'}"
                          " apart; make the text smaller first")  # fmt: skip
    said = f"{named.subject} {'closer together' if closer else 'further apart'}"
    return done(said, stretched(leaves, factor))


def _rows_of(named: Named, context: Context) -> list[Leaf]:
    """Their list with the lines in it; of other texts themselves with their small headings."""
    top, end = min(x.box.y for x in named.leaves), max(x.box.bottom for x in named.leaves)
    lists = [x for x in walk(context.design) if isinstance(x, GroupLayer) and x.id == "rows"]
    for group in lists:
        if set(named.texts) <= set(leaves_of(group)):
            return [x for x in leaves_of(group) if top - 1 <= x.box.y < end]
    layers = with_labels(named, context.design)
    return list(dict.fromkeys(x for layer in layers for x in leaves_of(layer)))


def _room(leaves: Sequence[Leaf], context: Context) -> float:
    """How many times as far apart they may be before they meet what stands below."""
    top, end = min(x.box.y for x in leaves), max(leaves, key=lambda x: x.box.bottom).box
    floor = floor_below(end.center.y, context, _MARGIN, {x.id for x in leaves})
    return (floor - end.height - top) / max(1.0, end.y - top)


def stretched(leaves: Sequence[Leaf], factor: float) -> list[Command]:
    """All of them nearer to, or further from, the first."""
    top = min(x.box.y for x in leaves)
    return [
        part
        for leaf in leaves
        for part in updates(leaf, {"box": leaf.box._replace(y=top + (leaf.box.y - top) * factor)})
    ]


def _aired(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """a bit more space above the name: it moves away from what is there"""
    if not is_named(match["t"], context):
        return None
    named = target(match["t"], context)
    if named is None:
        return None
    down = (match["side"] in ("above", "over", "on top of")) != _is_closer(match["way"])
    step = step_of(sentence.degree, context)
    if _is_closer(match["way"]):
        step = min(step, _free(named, 1 if down else -1, context))
    parts = shifted(named.layers, 0.0, step if down else -step)
    return done(f"{named.label} moved {'down' if down else 'up'} by {step:.4g} px", parts)


_WANT = r"(?:(?:put|add|leave|have|make|need|want|there be|give|keep)(?: it)? )?(?:some )?(?:the )?"
_WAY = (
    r"(?P<way>more|less|bigger|smaller|extra|larger|wider|tighter|increase(?: the)?"
    r"|reduce(?: the)?|decrease(?: the)?)"
)
_SPACE = r"(?:(?:line |row )?(?:spac(?:e|ing)|room|gaps?|distances?|air))"
_MOVE = r"(?:(?:move|bring|push|put|have|want|pull|get|like|set) )?"
_NEAR = r"(?:closer|nearer|tighter)"
_RULES: Rules = rules(
    (rf"{_WANT}{_WAY} {_SPACE} between (?P<a>.+?) and (?P<b>.+)", _parted),
    (rf"{_WANT}{_WAY} {_SPACE} between (?!(?:the )?(?:letters|lines|words)\b)(?P<t>.+)",
     _spread),
    (rf"{_WANT}{_WAY} {_SPACE} (?P<side>above|over|on top of|below|under(?:neath)?|beneath)"
     r" (?P<t>.+)", _aired),
    (rf"{_MOVE}(?P<a>.+?) and (?P<b>.+?) (?P<way>{_NEAR}(?: together| to each other)?|(?:further"
     r"|farther) apart(?: from each other)?)", _parted),
    (rf"{_MOVE}(?P<t>.+?) (?P<way>{_NEAR} together|(?:further|farther|wider) apart)(?: from each"
     r" other)?", _spread),
    (rf"{_MOVE}(?P<b>.+?) (?P<way>{_NEAR}) to (?P<a>.+)", _parted),
)  # fmt: skip
