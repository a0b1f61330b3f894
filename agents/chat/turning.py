"""Layers turned, straightened and mirrored."""

from __future__ import annotations

import re
from math import cos, radians, sin

from agents.chat.by_name import printed_with
from agents.chat.changes import updates
from agents.chat.context import Context
from agents.chat.moving import area_of
from agents.chat.naming import Named, find
from agents.chat.qualities import trimmed
from agents.chat.results import AlreadyError, Answer, CannotError, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence
from design_io.commands import Command, UpdateLayer
from design_io.document import ImageLayer

_TURN = 8.0  # degrees, when no angle is named


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _rotate(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """rotate the title by 5 degrees; clockwise unless said otherwise"""
    if not trimmed(match["t"] or "") and not context.it:
        return None
    named = find(trimmed(match["t"] or ""), context)
    groups = match.groupdict()
    said = groups.get("angle") or groups.get("angle2")
    angle = float(said) if said else _TURN * sentence.degree
    way = " ".join(filter(None, (groups.get("way"), groups.get("way2"))))
    turn = -angle if re.search(r"left|counter|anti", way) else angle
    if named.texts and len(named.leaves) > 1:
        raise CannotError(f"{named.subject} a group with words; rotate one of its layers instead")
    whole = Named((*named.layers, *printed_with(named.layers, context.design)), named.span)
    return done(f"{named.subject} turned by {turn:g} degrees", _turned(whole, turn, context))


def _turned(named: Named, turn: float, context: Context) -> list[Command]:
    """Every leaf about the common centre; drawings are stacked on one box as a rule."""
    center = area_of(named, context).center if len(named.leaves) > 1 else None
    parts: list[Command] = []
    for leaf in named.leaves:
        changes: dict[str, object] = {"rotation": (leaf.rotation + turn) % 360}
        if center is not None:
            own, a = leaf.box.center, radians(turn)
            x, y = own.x - center.x, own.y - center.y
            dx, dy = x * cos(a) - y * sin(a) - x, x * sin(a) + y * cos(a) - y
            if abs(dx) + abs(dy) > 0.01:
                changes["box"] = leaf.box.shift(dx, dy)
        parts.append(UpdateLayer(layer_id=leaf.id, changes=changes))
    return parts


def _straighten(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    named = find(trimmed(match["t"] or ""), context)
    parts = [p for leaf in named.leaves for p in updates(leaf, {"rotation": 0.0})]
    if not parts:
        raise AlreadyError(f"{named.subject} straight already")
    return done(f"{named.subject} straight", parts)


def _mirror(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    named = find(trimmed(match["t"]), context)
    pictures = [x for x in named.leaves if isinstance(x, ImageLayer)]
    if not pictures:
        raise CannotError(f"{named.subject} no picture of pixels; only those can be mirrored")
    field = "flip_y" if "vert" in match[0] or "upside" in match[0] else "flip_x"
    parts: list[Command] = [
        UpdateLayer(layer_id=x.id, changes={field: not getattr(x, field)}) for x in pictures
    ]
    return done(f"{named.subject} mirrored", parts)


_RULES: Rules = rules(
        (r"(?:rotate|turn|tilt|slant|spin|angle) (?P<t>.*?) ?(?:(?:by"
         r"|to) )?(?P<angle>\d+(?:\.\d+)?) ?(?:degrees?|°"
         r"|deg)(?P<way> (?:to the )?(?:counter-?clockwise|anti-?clockwise|clockwise|left"
         r"|right))?", _rotate),
        (r"(?:rotate|tilt|slant|spin|angle) (?P<t>.*?)(?P<way> (?:to the )?(?:counter-?clockwise"
         r"|anti-?clockwise|clockwise|left|right))?(?: by (?P<angle2>\d+))?", _rotate),
        (r"turn (?P<t>.*?)(?P<way> (?:counter-?clockwise|anti-?clockwise|clockwise))"
         r"(?: by (?P<angle2>\d+))?", _rotate),
        (r"(?:straighten|unrotate|level)(?: (?:up|out))? ?(?P<t>.*?)(?: (?:up|out))?", _straighten),
        (r"(?:mirror|flip) (?P<t>.+?)(?: (?:horizontally|vertically|upside down|over"
         r"|around))?", _mirror),
)  # fmt: skip
