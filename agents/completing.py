"""An answer to what was left open, in every design of the set: printed, and laid out anew."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from agents.answers import answered
from agents.brief import Brief
from agents.linked import Member, Turn
from agents.planning import plan_for
from agents.reformat import as_command, plan_in, reformatted
from agents.strategy import Strategy
from design_io.errors import DesignError
from generators.request import Generator
from layout.plan import DesignPlan

_BRIEF, _PLAN = "brief.json", "plan.json"


def completed(
    member: Member, rest: tuple[Member, ...], answers: Mapping[str, str], painter: Generator
) -> Turn:
    """The set with the answers printed, as one step in each design; what was edited stays.

    DesignError for a question that was not asked, and where locked layers forbid a new layout."""
    edit = uuid.uuid4().hex[:12]
    said = f"answered: {', '.join(words for words in answers.values() if words.strip())}"
    done = tuple(_completed(each, answers, painter, said, edit) for each in (member, *rest))
    return Turn(done, (said,))


def _completed(
    member: Member, answers: Mapping[str, str], painter: Generator, said: str, edit: str
) -> Member:
    meta, history = member.file.meta, member.history
    if _BRIEF not in meta:
        raise DesignError(f"{member.links.me} does not say what it was made from; nothing is open")
    brief = Brief.model_validate_json(meta[_BRIEF])
    told = answered(brief, answers, member.resources.assets)
    old = plan_in(meta, history.present)
    size = told.size.value if told.size != brief.size else old.size
    plan = plan_for(told, _strategy_of(old), old.title_font).evolve(size=size)
    made = reformatted(history, plan, size, member.resources, painter)
    new = history.do(as_command(history.present, made.design, said), said, "user")
    meta = {**meta, _BRIEF: told.model_dump_json(), _PLAN: plan.model_dump_json()}
    shared = {n: name for n, name in member.links.shared.items() if n <= len(history.past)}
    changed = member.with_history(new, shared | {len(new.past): edit})
    return changed._replace(file=changed.file._replace(meta=meta))


def _strategy_of(plan: DesignPlan) -> Strategy:
    """What was chosen for the design stays chosen."""
    return Strategy(
        plan.system, plan.subjects, plan.palette, plan.reason, plan.seed, {}, plan.anchor
    )
