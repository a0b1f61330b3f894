"""The steps of a designing turn at which a mind is asked; in threads without an event loop only."""

from __future__ import annotations

import asyncio
from typing import NamedTuple

from agents.brief import Brief, Stated
from agents.events import Event, Spent
from agents.looking import crops_of, pictures_of
from agents.minds import RULES, Mind
from agents.minds import Spent as Cost
from agents.strategy import Strategy
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.resources import Resources
from layout.findings import Finding


class Understood(NamedTuple):
    brief: Brief
    told: tuple[str, ...]  # for the trace


def understood(draft: Brief, assets: AssetStore, mind: Mind) -> Understood:
    """The draft of the rules as the mind understands the request, its pictures seen."""
    if mind.name == RULES.name:
        return Understood(draft, ())
    answer = asyncio.run(mind.brief(draft, pictures_of(draft.attachments, assets)))
    return Understood(answer.value, _lines(answer.told))


def with_system(brief: Brief, strategy: Strategy, mind: Mind) -> Understood:
    """The brief with the system the mind prefers among the best, to be planned once more with it.

    Unchanged where it agrees with the rules, whose choice is told first. Further variants of a
    brief are left to the rules, which see to it that they differ.
    """
    if mind.name == RULES.name or brief.system.value:
        return Understood(brief, ())
    first = {strategy.system: strategy.fits.get(strategy.system, 0.0)}
    answer = asyncio.run(mind.system(brief, first | strategy.fits))
    if answer.value in ("", strategy.system):
        return Understood(brief, _lines(answer.told))
    chosen = Stated(value=answer.value, provenance="inferred")
    told = f"{mind.name} chose the system {answer.value}"
    return Understood(brief.evolve(system=chosen), (*_lines(answer.told), told))


def advice(design: Design, resources: Resources, brief: Brief, mind: Mind) -> tuple[Finding, ...]:
    """What the mind says of crops of the finished design; soft, and without commands."""
    if mind.name == RULES.name:
        return ()
    return asyncio.run(mind.critique(crops_of(design, resources), brief)).value


def spent_since(before: Cost, mind: Mind) -> tuple[Event, ...]:
    """What the mind has cost since then, if anything."""
    now = mind.spent
    if now.calls == before.calls:
        return ()
    return (
        Spent(
            model=mind.name, calls=now.calls - before.calls, tokens=now.tokens - before.tokens,
            seconds=round(now.seconds - before.seconds, 4),
        ),
    )  # fmt: skip


def _lines(told: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"mind: {line}" for line in told)
