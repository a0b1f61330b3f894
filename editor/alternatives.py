"""Other designs of the words that stand on the sheet, and what of them this design can take."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from agents.brief import Brief
from agents.chat.context import Context
from agents.chat.schemes import palette_in
from agents.home import Home
from agents.pictures import studies
from agents.reformat import laid_out, plan_known
from agents.replanning import Look
from agents.strategy import MOST_VARIANTS, strategy_for
from design_io.document import Design
from design_io.errors import DesignError
from generators.request import Generator
from layout.plan import DesignPlan
from layout.systems import SYSTEMS

Aspect = Literal["all", "palette", "type", "picture", "layout"]
SHOWN = 6


class Alternative(NamedTuple):
    plan: DesignPlan
    design: Design

    @property
    def label(self) -> str:
        return SYSTEMS[self.plan.system].label

    @property
    def colors(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(color[:7] for color in self.plan.palette.values()))[:5]


def alternatives(
    home: Home, design_id: str, painter: Generator, turn: int = 0
) -> Iterator[Alternative]:
    """Six of them, one by one; the next six at every turn. DesignError where the design does not
    say what it was made from."""
    member = home.member(design_id)
    meta, history = member.file.meta, member.history
    plan = plan_known(meta, history)
    packed = meta.get("brief.json")
    if plan is None or not packed:
        raise DesignError(
            "this design does not say what it was made from, so it has no variants; ask for a new "
            "design in the chat"
        )
    brief = Brief.model_validate_json(packed)
    brief = brief.evolve(seed=brief.seed + turn * SHOWN // MOST_VARIANTS)
    pictures = studies(brief, home.resources.assets)
    for number in range(SHOWN):
        strategy = strategy_for(brief, (turn * SHOWN + number) % MOST_VARIANTS, pictures)
        other = plan.evolve(
            system=strategy.system, palette=strategy.palette, subjects=strategy.subjects,
            seed=strategy.seed, anchor=strategy.anchor, reason=strategy.reason, title_font="",
        )  # fmt: skip
        made = laid_out(other, home.resources, painter)
        yield Alternative(other, made.design)


def taken(home: Home, design_id: str, other: Alternative, aspect: Aspect) -> Look:
    """What the design is to have of the other one; all else stays its own."""
    plan = other.plan
    if aspect == "all":
        return Look(
            system=plan.system, palette=plan.palette, subjects=plan.subjects, seed=plan.seed,
            anchor=plan.anchor, title_font="",
        )  # fmt: skip
    if aspect == "type":
        return Look(title_font=plan.title_font or SYSTEMS[plan.system].type["title"].font)
    if aspect == "picture":
        return Look(subjects=plan.subjects, seed=plan.seed)
    member = home.member(design_id)
    own = plan_known(member.file.meta, member.history) or plan
    context = Context(member.history, home.resources, own)
    if aspect == "palette":
        return Look(palette=_in_colors(context, plan.palette, own.system))
    palette = _in_colors(context, member.history.present.palette, plan.system)
    return Look(system=plan.system, anchor=plan.anchor, palette=palette)


def _in_colors(context: Context, colors: dict[str, str], system: str) -> dict[str, str]:
    """The roles of a system in the colours of another palette, on its ground."""
    quiet = ("bg", "ink", "soft", "on_ink", "on_pill", "accent_text")
    vivid = tuple(dict.fromkeys(c[:7] for role, c in colors.items() if role not in quiet))[:4]
    return palette_in(context, colors.get("bg", "")[:7], vivid, system)
