"""Designs of words that are still being typed: calm, so that only what was typed changes.

A variant keeps system, things, seed and colours of the words it was first seen with, its anchor,
until subject, form, size, style or pictures of the brief change. Nothing but the wish counts.
"""

from __future__ import annotations

import random
from functools import cache, lru_cache
from typing import Annotated, NamedTuple

from pydantic import Field

from agents.approach import Approach, Case, approach_for
from agents.brief import Attachment, Brief, Stated
from agents.instruction import parse
from agents.pictures import studies
from agents.planning import plan_for
from agents.strategy import MOST_VARIANTS, Strategy, can_draw, leanings_of, things_in
from agents.together import followed, leading, members_of
from design_io.paint import Color, Value
from design_io.resources import Resources
from generators.request import Abilities
from layout.plan import DesignPlan
from layout.systems import SYSTEMS

SLOTS = 4  # variants shown side by side
_TURNS = MOST_VARIANTS // SLOTS  # of the layout, before another seed is taken
_REMEMBERED = 64  # texts
_STRIDE = 7919  # between seeds of turns


class Turns(Value):
    """How often each aspect was shuffled."""

    palette: Annotated[int, Field(ge=0, le=9999)] = 0
    type: Annotated[int, Field(ge=0, le=9999)] = 0
    picture: Annotated[int, Field(ge=0, le=9999)] = 0
    layout: Annotated[int, Field(ge=0, le=9999)] = 0


class Held(Value):
    """What of a variant is held fast, by a lock or while a choice is hovered."""

    system: str = ""
    palette: Annotated[int, Field(ge=0, le=9999)] | None = None  # a turn of its own
    colors: tuple[Color, ...] = ()  # the ground first; these go before any turn
    font: str = ""
    thing: str = ""  # an icon


class Wish(Value):
    """Words so far, and how the variants are to look beside what the words say."""

    text: str
    anchor: str = ""  # the words whose choices are kept
    size: str = ""  # of the first design; "": the size the words ask for
    added: tuple[str, ...] = ()  # further sizes of the set
    attachments: tuple[Attachment, ...] = ()
    turns: Turns = Turns()
    held: dict[int, Held] = {}


class Heard(NamedTuple):
    """A wish that was read: the brief, and the brief of the anchor that is kept."""

    wish: Wish
    brief: Brief
    anchor: Brief
    approach: Approach
    members: dict[str, Brief]
    chosen: tuple[Strategy, ...]  # one for each slot, whose systems differ


class Variant(NamedTuple):
    """One of the designs that can be made of a wish, not yet laid out."""

    slot: int
    strategy: Strategy
    font: str  # of the title; "" leaves it to the system
    plans: dict[str, DesignPlan]  # by member: sizes, or pages
    briefs: dict[str, Brief]


def heard(wish: Wish, resources: Resources, abilities: Abilities) -> Heard:
    """DesignError when there are no words, or too many."""
    brief = _parsed(wish.text, wish.size).evolve(attachments=wish.attachments)
    anchor = brief
    if wish.anchor.strip() and wish.anchor != wish.text:
        before = _parsed(wish.anchor, wish.size).evolve(attachments=wish.attachments)
        anchor = before if _kept(before) == _kept(brief) else brief
    approach = approach_for(Case(brief, (), studies(brief, resources.assets), abilities))
    sizes = tuple(dict.fromkeys((brief.size.value, *wish.added)))
    told = Heard(wish, brief, anchor, approach, members_of(brief, sizes, approach), ())
    return told._replace(chosen=_chosen(told, resources))


def variant_of(told: Heard, slot: int, resources: Resources) -> Variant:
    """The variant of a slot: the anchor's choices, with the words, colours and sizes of now."""
    strategy = _dressed(told, slot, resources)
    font = told.wish.held.get(slot, Held()).font or _font(told, strategy.system, slot)
    briefs, number = told.members, _number(told, slot)
    each = followed(briefs, told.approach, strategy, number, resources)
    plans = {name: plan_for(brief, each[name], font) for name, brief in briefs.items()}
    return Variant(slot, strategy, font, plans, briefs)


class Choices(NamedTuple):
    """What a variant could be instead, an aspect at a time."""

    systems: tuple[str, ...]
    fonts: tuple[str, ...]
    palettes: tuple[tuple[int, dict[str, str]], ...]  # turn, and its colours


def choices_for(told: Heard, slot: int, resources: Resources, most: int = 8) -> Choices:
    """The systems that fit best, families of titles, and palettes that differ."""
    fits = (name for name in told.chosen[slot].fits if can_draw(name, told.brief))
    unlike: dict[tuple[str, ...], tuple[int, dict[str, str]]] = {}
    for turn in range(most):
        held = told.wish.held.get(slot, Held()).evolve(palette=turn, colors=())
        wish = told.wish.evolve(held={**told.wish.held, slot: held})
        palette = _dressed(told._replace(wish=wish), slot, resources).palette
        unlike.setdefault(tuple(palette.values()), (turn, palette))
    return Choices(tuple(fits)[:most], title_fonts(), tuple(unlike.values()))


@cache
def title_fonts() -> tuple[str, ...]:
    """The families that systems set titles in."""
    fonts = (f for s in SYSTEMS.values() for f in (s.type["title"].font, *s.zones.title_fonts))
    return tuple(dict.fromkeys(fonts))


def _kept(brief: Brief) -> tuple[object, ...]:
    """What may change before a variant does."""
    return (
        frozenset(things_in(brief.evolve(request="", seed=0))), brief.form.value, brief.size.value,
        brief.system.value, brief.pages.value, brief.attachments, *leanings_of(brief),
    )  # fmt: skip


def _chosen(told: Heard, resources: Resources) -> tuple[Strategy, ...]:
    """Four systems by the anchor; one that cannot draw the words of now gives way to the next."""
    seed = told.wish.turns.layout // _TURNS
    anchor = _seeded(told.anchor, seed)
    first = [_leading(told, anchor, _number(told, slot), resources) for slot in range(SLOTS)]
    taken = {strategy.system for strategy in first}
    now, spare = _seeded(told.brief.evolve(request=told.anchor.request), seed), 0
    for slot, strategy in enumerate(first):
        asked = told.wish.held.get(slot, Held()).system
        if asked and can_draw(asked, told.brief):
            first[slot] = strategy._replace(system=asked)
        while not can_draw(first[slot].system, told.brief) and spare < MOST_VARIANTS:
            other = _leading(told, now, spare, resources)
            spare += 1
            if other.system not in taken:
                taken.add(other.system)
                first[slot] = other
    return tuple(first)


def _dressed(told: Heard, slot: int, resources: Resources) -> Strategy:
    """The slot's system with its colours and its thing, each by its own turn."""
    turns, number, chosen = told.wish.turns, _number(told, slot), told.chosen[slot]
    held = told.wish.held.get(slot, Held())
    pinned = _colored(told.anchor, told.brief, held).evolve(system=Stated(value=chosen.system))
    shown = _leading(told, _seeded(pinned, turns.picture), number, resources)
    palette, turn = shown.palette, turns.palette if held.palette is None else held.palette
    if turn != turns.picture:
        palette = _leading(told, _seeded(pinned, turn), number, resources).palette
    things = tuple(dict.fromkeys((held.thing, *shown.subjects))) if held.thing else shown.subjects
    return shown._replace(palette=palette, subjects=things, reason=chosen.reason, fits=chosen.fits)


def _number(told: Heard, slot: int) -> int:
    return slot + SLOTS * (told.wish.turns.layout % _TURNS)


def _leading(told: Heard, brief: Brief, number: int, resources: Resources) -> Strategy:
    return leading({brief.size.value: brief}, told.approach, number, resources)


def _colored(anchor: Brief, now: Brief, held: Held) -> Brief:
    """The anchor in the colours and tones that are asked for by now."""
    if held.colors:
        colors = Stated(value=held.colors, provenance="user")
        return anchor.evolve(colors=colors, ground=Stated(value=held.colors[0]))
    return anchor.evolve(colors=now.colors, ground=now.ground, ink=now.ink, tone=now.tone)


def _seeded(brief: Brief, turn: int) -> Brief:
    return brief.evolve(seed=brief.seed + _STRIDE * turn) if turn else brief


def _font(told: Heard, system: str, slot: int) -> str:
    """Another family for the title at every turn of the type."""
    turn = told.wish.turns.type
    if not turn:
        return ""
    own = SYSTEMS[system].type["title"].font
    families = [family for family in title_fonts() if family != own]
    random.Random(f"type/{told.anchor.request}/{slot}").shuffle(families)
    return families[(turn - 1) % len(families)]


@lru_cache(_REMEMBERED)
def _parsed(text: str, size: str) -> Brief:
    return parse(text, size=size or None)
