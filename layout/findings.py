"""What a check reports: the rule, the layers, the measure against its threshold, and a way out."""

from __future__ import annotations

from typing import Literal

from design_io.commands import Command
from design_io.paint import Value


class Finding(Value):
    rule: str
    severity: Literal["gate", "soft"]
    layers: tuple[str, ...]
    measure: float
    threshold: float
    message: str
    commands: tuple[Command, ...] = ()  # suggested, each enough by itself


class Report(Value):
    """The verdict over a design. A gate is never averaged away."""

    passed: bool
    gates: dict[str, bool]
    scores: dict[str, float]  # 0..1
    metrics: dict[str, float]
    findings: tuple[Finding, ...]
