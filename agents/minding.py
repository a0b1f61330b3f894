"""The steps of a designing turn at which a mind is asked, between those of the rules."""

from __future__ import annotations

from typing import NamedTuple

from agents.brief import Brief, Stated
from agents.looking import crops_of, pictures_of
from agents.minds import Mind
from agents.strategy import Strategy
from design_io.assets import AssetStore
from design_io.document import Design
from design_io.resources import Resources
from layout.findings import Finding


class Understood(NamedTuple):
    brief: Brief
    told: tuple[str, ...]  # for the trace


async def understood(draft: Brief, assets: AssetStore, mind: Mind) -> Understood:
    """The draft of the rules as the mind understands the request, its pictures seen."""
    answer = await mind.brief(draft, pictures_of(draft.attachments, assets))
    return Understood(answer.value, _lines(answer.told))


async def with_system(brief: Brief, strategy: Strategy, mind: Mind) -> Understood:
    """The brief with the system the mind prefers among the best, to be planned once more with it.

    Unchanged where it agrees with the rules, whose choice is told first. Further variants of a
    brief are left to the rules, which see to it that they differ.
    """
    first = {strategy.system: strategy.fits.get(strategy.system, 0.0)}
    answer = await mind.system(brief, first | strategy.fits)
    if answer.value in ("", strategy.system):
        return Understood(brief, _lines(answer.told))
    chosen = Stated(value=answer.value, provenance="inferred")
    told = f"{mind.name} chose the system {answer.value}"
    return Understood(brief.evolve(system=chosen), (*_lines(answer.told), told))


async def advice(
    design: Design, resources: Resources, brief: Brief, mind: Mind
) -> tuple[Finding, ...]:
    """What the mind says of crops of the finished design; soft, and without commands."""
    return (await mind.critique(crops_of(design, resources), brief)).value


def _lines(told: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"mind: {line}" for line in told)
