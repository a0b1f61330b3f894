"""Brief → visual system, icons and palette, by rules: what suits the topic, varied by the seed."""

from __future__ import annotations

import hashlib
import random
from typing import NamedTuple

from agents.brief import Brief
from agents.lexicon import color_of, icons_for, is_confident
from layout.palette import palette_for
from layout.sizes import size_named
from layout.systems import SYSTEMS, VisualSystem, shape_of, system_named


class Strategy(NamedTuple):
    system: str  # name of the visual system
    subjects: tuple[str, ...]  # icon names, best first; none when no word was telling
    palette: dict[str, str]
    reason: str
    seed: int  # of palette and art: from the request and the user's seed


def strategy_for(brief: Brief) -> Strategy:
    """The system with the best fit, ties broken by request and seed so that designs differ."""
    subjects = icons_for(brief.subject.value) if is_confident(brief.subject.value) else ()
    system, reason = _system(brief, bool(subjects))
    color = color_of(subjects[0]) if subjects else None
    palette = palette_for(system, color, brief.colors.value, brief.tone.value, _number(brief))
    return Strategy(system.name, subjects, palette, reason, _number(brief))


def _system(brief: Brief, has_subject: bool) -> tuple[VisualSystem, str]:
    if brief.system.value:
        return system_named(brief.system.value), "the user chose it"
    shape = shape_of(size_named(brief.size.value).canvas)
    chance = random.Random(_number(brief))
    words = _words(brief)
    scores = {}
    for system in SYSTEMS.values():
        fit = sum(word in words for word in system.suits)
        usable = shape in system.formats and (has_subject or not system.needs_subject)
        scores[system.name] = (usable, min(fit, 2) * 0.5 + chance.random())
    best = max(scores, key=lambda name: scores[name])
    matched = sorted(word for word in SYSTEMS[best].suits if word in words)
    return SYSTEMS[best], f"suits {', '.join(matched)}" if matched else "suits anything"


def _words(brief: Brief) -> set[str]:
    text = " ".join(
        (brief.request, brief.subject.value, brief.occasion.value, *brief.tone.value)
    ).casefold()
    return {word.strip(".,;:!?'\"()") for word in text.split()}


def _number(brief: Brief) -> int:
    digest = hashlib.sha256(f"{brief.seed}/{brief.request}".encode()).digest()
    return int.from_bytes(digest[:4], "big")
