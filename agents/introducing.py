"""What is said first of a new design: its title, how it looks, and what its brief left open."""

from __future__ import annotations

from agents.brief import Brief
from design_io.document import Design
from design_io.store import Message
from layout.plan import DesignPlan
from layout.systems import SYSTEMS


def introduced(brief: Brief, plan: DesignPlan, design: Design) -> Message:
    said = f"Here is “{design.title}” as {SYSTEMS[plan.system].label}."
    asked = " ".join(question.question for question in brief.questions)
    return Message("agent", f"{said} {asked}".strip(), 0)
