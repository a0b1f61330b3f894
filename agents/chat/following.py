"""What is said to the edit before it: "a bit more", "and the date", "no, I meant the venue"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from agents.chat.changes import updates
from agents.chat.context import Context
from agents.chat.effects import EFFECTS
from agents.chat.facts_known import FACTS
from agents.chat.figures import in_figures
from agents.chat.naming import Named, is_named
from agents.chat.results import Answer, CannotError, done
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values.spelling_said import SPELLED
from agents.colorwords import color_named
from design_io.color import hex_to_oklch, oklch_hex, relative_chroma
from design_io.commands import Command
from design_io.document import ImageLayer, Layer, ShapeLayer, TextLayer, leaves
from design_io.geometry import Box
from design_io.history import Step
from design_io.paint import SolidFill

_MORE, _LESS = 1.6, 0.5  # of the last change


class Again(NamedTuple):
    """What the last edit did, as an order for another layer; `back` first takes that edit back."""

    order: str
    back: tuple[Command, ...] = ()


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """More or less of the last edit, or another value in it; None where there was none."""
    if not context.history.past:
        return None
    for text in _texts(sentence):
        if (found := first(_RULES, text, sentence, context)) is not None:
            return found
    return None


def again(sentence: Sentence, context: Context) -> Again | None:
    """ "and the date", "no, I meant the date": the last edit for another layer."""
    if not context.history.past:
        return None
    for text in _texts(sentence):
        for pattern, instead in _AGAIN:
            match = pattern.fullmatch(text)
            if match is None or not is_named(match["t"], context):
                continue
            order = _repeated(match["t"], context, match.groupdict().get("what") or "")
            back = _back(context) if instead else ()
            if order and back is not None:
                return Again(order, back)
    return None


def _texts(sentence: Sentence) -> tuple[str, ...]:
    whole = sentence.whole.lower().replace("’", "'").strip(" .!?…")
    return tuple(dict.fromkeys((sentence.low, whole)))


def _back(context: Context) -> tuple[Command, ...] | None:
    """What takes the last edit back; None where layers came or went."""
    step = context.history.past[-1]
    if len(list(leaves(step.before))) != len(list(leaves(step.after))):
        return None
    return tuple(part for old, new in _pairs(step) for part in updates(new, _fields(old, new)))


def _pairs(step: Step) -> list[tuple[Layer, Layer]]:
    """Every leaf that the step changed, before and after."""
    before = {x.id: x for x in leaves(step.before)}
    return [(before[x.id], x) for x in leaves(step.after) if before.get(x.id, x) != x]


def _repeated(phrase: str, context: Context, what: str = "") -> str:
    """The order that does to the phrase what the last edit did; "" where none does.

    `what` is the thing that is said to be the same, such as a colour."""
    step = context.history.past[-1]
    gone = {x.id for x in leaves(step.before)} - {x.id for x in leaves(step.after)}
    orders = {_order(old, new, phrase) for old, new in _pairs(step)}
    orders |= {("", f"remove {phrase}")} if gone else set()
    if len(orders) != 1:
        return ""
    ((kind, order),) = orders
    return order if what.replace("colour", "color") in ("", "thing", "change", kind) else ""


def _more(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """ "a bit more", "further": the last change once more; "not that much": half of it"""
    less = match.groupdict().get("less") is not None
    share = _LESS if less else 1 + (_MORE - 1) * sentence.degree
    commands: list[Command] = []
    step = context.history.past[-1]
    for old, new in _pairs(step):
        commands += updates(new, _part_way(old, new, share))
    if not commands:
        raise CannotError("the last edit has no measure that could be more or less of it")
    named = Named(tuple(x for _, x in _pairs(step)))
    return done(f"{named.subject} changed {'less' if less else 'further'}", commands)


def _part_way(old: Layer, new: Layer, share: float) -> dict[str, object]:
    """The fields that have a measure, that share of the way from old to new."""
    changes: dict[str, object] = {}
    if old.opacity != new.opacity:
        changes["opacity"] = min(1.0, max(0.05, _between(old.opacity, new.opacity, share)))
    if isinstance(old, TextLayer | ShapeLayer | ImageLayer) and isinstance(new, type(old)):
        if old.box != new.box:
            sides = zip(old.box, new.box, strict=True)
            changes["box"] = Box(*(_between(a, b, share) for a, b in sides))
        if old.rotation != new.rotation:
            changes["rotation"] = _between(old.rotation, new.rotation, share) % 360
    if isinstance(old, TextLayer) and isinstance(new, TextLayer):
        style: dict[str, object] = {
            field: round(_between(a, b, share), 3)
            for field in ("size", "tracking", "leading")
            if (a := getattr(old.style, field)) != (b := getattr(new.style, field))
        }
        if old.style.color != new.style.color:
            style["color"] = _mixed(old.style.color, new.style.color, share)
        if style:
            changes["style"] = new.style.evolve(**style)
    if isinstance(old, ShapeLayer) and isinstance(new, ShapeLayer):
        was, now = old.fill, new.fill
        if was != now and isinstance(was, SolidFill) and isinstance(now, SolidFill):
            changes["fill"] = now.evolve(color=_mixed(was.color, now.color, share))
    return changes


def _between(a: float, b: float, share: float) -> float:
    return a + (b - a) * share


def _mixed(old: str, new: str, share: float) -> str:
    """A lighter or darker, a duller or more vivid colour; of another hue only half of it."""
    a, b = hex_to_oklch(old[:7]), hex_to_oklch(new[:7])
    lightness = min(0.99, max(0.04, _between(a.lightness, b.lightness, share)))
    strength = _between(relative_chroma(old[:7]), relative_chroma(new[:7]), share)
    return oklch_hex(lightness, min(1.0, max(0.0, strength)), b.hue) + new[7:]


def _fields(old: Layer, new: Layer) -> dict[str, object]:
    return {
        f: getattr(old, f) for f in type(new).model_fields if getattr(old, f) != getattr(new, f)
    }


def _meant_value(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """ "sorry, 14 December"; "not red, orange"; "maybe green would be better\""""
    value = match["v"].strip(" ,.!")
    if SPELLED.search(value):
        return None
    at = sentence.whole.lower().find(value)
    value = in_figures(sentence.whole[at : at + len(value)] if at >= 0 else value)
    step = context.history.past[-1]
    changed = _pairs(step)
    if len({old.id for old, _ in changed}) != 1:
        texts = [x for x in changed if isinstance(x[0], TextLayer)]
        if texts or not color_named(value.lower()):
            return None
    old, new = changed[0]
    if isinstance(old, TextLayer) and isinstance(new, TextLayer) and old.text != new.text:
        return _retyped_again(old, new, value, context)
    color = color_named(value.lower())
    if color is None or _order(old, new, "it")[0] != "color":
        return None
    parts, said = EFFECTS["color"](
        Named(tuple(x for _, x in changed)), (value, color), 1.0, context
    )
    return done(f"{old.label!r} is {said}", parts)


def _retyped_again(old: TextLayer, new: TextLayer, value: str, context: Context) -> Answer | None:
    """Other words than those just set, where they are of their kind or stand in quotes."""
    start = 0
    while start < min(len(old.text), len(new.text)) and old.text[start] == new.text[start]:
        start += 1
    while start and new.text[start - 1].isalnum():
        start -= 1
    end = 0
    while (
        end < min(len(old.text), len(new.text)) - start and old.text[-1 - end] == new.text[-1 - end]
    ):
        end += 1
    if re.fullmatch(r"\d{1,2}[:.]\d{2}|\d{1,2}", value):  # an hour keeps its half of the day
        hour = re.search(r"\d{1,2}(?:[:.]\d{2})?(?= ?(?:am|pm))", new.text)
        return retyped(Named((new,), hour.span()), value, context) if hour else None
    kinds = [p for p in FACTS.values() if p.fullmatch(value)]
    said = new.text[start : len(new.text) - end].strip()
    alike = any(p.fullmatch(said) or p.search(new.text) for p in kinds)
    if not (alike or unquoted(value) != value or value[:1].isupper()):
        return None
    if kinds and (match := kinds[0].search(new.text)):
        return retyped(Named((new,), match.span()), value, context)
    return retyped(Named((new,)), value, context)


def _order(old: Layer, new: Layer, phrase: str) -> tuple[str, str]:
    """What was changed, and the order that does so to the phrase; empty where none does."""
    if old.visible != new.visible:
        return "", f"{'show' if new.visible else 'hide'} {phrase}"
    if old.locked != new.locked:
        return "", f"{'lock' if new.locked else 'unlock'} {phrase}"
    if isinstance(old, TextLayer) and isinstance(new, TextLayer):
        for field, order in _STYLES.items():
            was, now = getattr(old.style, field), getattr(new.style, field)
            if was != now:
                return field, order(phrase, was, now)
        if old.align != new.align:
            return "", f"align {phrase} {new.align}"
    if isinstance(old, ShapeLayer) and isinstance(new, ShapeLayer) and old.fill != new.fill:
        solid = isinstance(new.fill, SolidFill)
        return "color", f"make {phrase} {new.fill.color[:7]}" if solid else ""  # type: ignore[union-attr]
    if isinstance(old, TextLayer | ShapeLayer | ImageLayer) and isinstance(new, type(old)):
        return "", _placed(phrase, old.box, new.box)
    return "", ""


def _placed(phrase: str, old: Box, new: Box) -> str:
    dx, dy = round(new.x - old.x, 1), round(new.y - old.y, 1)
    if abs(old.width - new.width) > 0.5:
        return _sized(phrase, old.width, new.width)
    if bool(dx) == bool(dy):
        return ""
    way = ("right" if dx > 0 else "left") if dx else ("down" if dy > 0 else "up")
    return f"move {phrase} {way} {abs(dx or dy):g}"


def _sized(phrase: str, was: float, now: float) -> str:
    more = round(100 * now / max(was, 0.01)) - 100
    return f"make {phrase} {abs(more)}% {'bigger' if more > 0 else 'smaller'}" if more else ""


_CASES = {"upper": "capitals", "lower": "lower case", "title": "title case"}
_STYLES: dict[str, Callable[[str, Any, Any], str]] = {
    "color": lambda phrase, was, now: f"make {phrase} {now[:7]}",
    "font": lambda phrase, was, now: f"set {phrase} in {now}",
    "italic": lambda phrase, was, now: f"make {phrase} {'italic' if now else 'not italic'}",
    "weight": lambda phrase, was, now: f"make {phrase} {'bold' if now > was else 'not bold'}",
    "case": lambda phrase, was, now: f"put {phrase} in {_CASES.get(now, 'normal case')}",
    "underline": lambda phrase, was, now: f"{'underline' if now else 'no underline on'} {phrase}",
    "size": _sized,
    "tracking": lambda phrase, was, now: (
        f"{'increase' if now > was else 'decrease'} the letter spacing of {phrase}"
    ),
}  # fmt: skip
_BIT = (
    r"(?:(?:just |maybe |perhaps )?(?:an? )?(?:tiny |little |wee )?(?:bit|touch|tad|little|lot) )?"
)
_THAT = r"(?: (?:than that|like that|that way|in that direction|so|please|again|still|yet))*"
_T = r"(?P<t>(?!(?:more|less)\b)[\w' &-]+?)"
_NO = (
    r"(?:(?:no|nope|sorry|oops|wait|argh|actually|hm+|er|i mean|or|maybe|perhaps|correction"
    r"|not that(?: one)?|wrong (?:one|layer|text|line))[,:.!]? )*"
)
_MEANT = (
    r"(?:i (?:meant|said|mean|wanted|was talking about)|it was(?: supposed to be)?"
    r"|not that(?: one)?"
    r"|should(?:'ve| have) been|wrong (?:one|layer|text|line))"
)
_BETTER = r"(?:would be|is|looks|might be|would look|works) (?:much )?(?:better|nicer|best)"
_AGAIN = tuple((re.compile(pattern), instead) for pattern, instead in (
    (r"(?:(?:and|also|now) )*(?:(?:do|use|apply|have|make|give|put) )?(?:exactly )?(?:the )?same"
     r"(?: (?P<what>colou?r|font|size|weight|thing|change))?(?: again)?(?: (?:for|on|to|with"
     rf"|goes for|in))+ {_T}(?: (?:too|as well|please|also))*", False),
    (rf"(?:and|also|then|now|plus)(?: also| for| do)* {_T}(?: (?:too|as well|please))*", False),
    (rf"{_T} (?:too|as well|also|likewise|the same)", False),
    (rf"{_NO}{_MEANT}[,:]? ?(?:to do it (?:to|for) )?{_T}(?:,? (?:instead|not .+))?", True),
    (rf"{_NO}not (?:the |that )?[\w' &-]+?,? (?:but )?(?P<t>the [\w' &-]+)", True),
))  # fmt: skip
_RULES: Rules = rules(
    (rf"(?:(?:and|but|still|even|go|keep|make it|it could be|could be|needs to be|move it) )*{_BIT}"
     rf"(?:(?:even|still|some|much|way|any|yet) )*(?:more|further|farther){_THAT}"
     r"|(?:keep going|again|once more|same again|do (?:it|that) again|one more time|go on"
     r"|(?:that's |it's |that is )?(?:still )?not (?:quite )?(?:enough|far enough|there yet))",
     _more),
    (rf"(?P<less>{_NO}(?:(?:that's|it's|but|oh|whoa),? )*(?:(?:not|maybe not) (?:quite )?(?:that|so"
     r"|as|this) (?:much|big|small|far|large|dark|light|bold|high|low)|(?:a (?:bit|little|touch) )?"
     r"less(?: than that)?|(?:a bit |way |far )?too (?:much|far)(?: now)?|half (?:that|as much"
     r"|of that)"
     r"|(?:a bit |go )?back a (?:bit|little|touch)|somewhere in between|meet me halfway))", _more),
    (rf"{_NO}(?:{_MEANT}|make (?:it|that)|it should be|try|rather|let's say|say)?[,:]? ?"
     rf"(?P<v>(?!the )[^,;]+?)(?:,? (?:instead|not .+|then|{_BETTER}))?", _meant_value),
    (rf"{_NO}not [\w' -]+?,? (?:but |make it |rather |i meant )?(?P<v>[^,;]+)", _meant_value),
)  # fmt: skip
