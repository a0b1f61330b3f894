"""Brief → visual system, icons and palette, by rules: what suits the topic, varied by the seed."""

from __future__ import annotations

import hashlib
import random
import re
from typing import NamedTuple

from agents.brief import Brief
from agents.domains import domains_in
from agents.lexicon import color_of, icons_for, is_confident
from layout.palette import palette_for
from layout.plan import Anchor
from layout.sizes import size_named
from layout.systems import SYSTEMS, VisualSystem, shape_of, system_named

_FIT = 0.3  # worth of one matching domain against chance, which runs from 0 to 1
_MOST_FITS = 2
_WORN = ("shopping-bags", "red-heart", "briefcase", "house", "star", "sparkles", "party-popper")


class Strategy(NamedTuple):
    system: str  # name of the visual system
    subjects: tuple[str, ...]  # icon names, best first; none when no word was telling
    palette: dict[str, str]
    reason: str
    seed: int  # of palette and art: from the request and the user's seed
    anchor: Anchor = "top"  # where on a photograph the copy goes


def strategy_for(brief: Brief) -> Strategy:
    """The system with the best fit, ties broken by request and seed so that designs differ."""
    subjects = _subjects(brief)
    system, reason = _system(brief, bool(subjects))
    color = color_of(subjects[0]) if subjects else None
    palette = palette_for(system, color, brief.colors.value, brief.tone.value, _number(brief))
    return Strategy(system.name, subjects, palette, reason, _number(brief))


def _subjects(brief: Brief) -> tuple[str, ...]:
    """Icons of the subject; a worn one takes turns with the next best ones."""
    if not is_confident(brief.subject.value):
        return ()
    icons = icons_for(brief.subject.value)
    turn = _number(brief) % min(3, len(icons)) if icons[0] in _WORN else 0
    return (*icons[turn:], *icons[:turn])


def _system(brief: Brief, has_subject: bool) -> tuple[VisualSystem, str]:
    """What suits the topic has better chances; the rest is left to the seed, for variety."""
    if brief.system.value:
        return system_named(brief.system.value), "the user chose it"
    shape = shape_of(size_named(brief.size.value).canvas)
    topics = _topics(brief)
    chance = random.Random(_number(brief))
    scores: dict[str, tuple[bool, float]] = {}
    for system in SYSTEMS.values():
        fits = min(_MOST_FITS, sum(topic in system.suits for topic in topics))
        usable = shape in system.formats and (has_subject or not system.needs_subject)
        scores[system.name] = (usable, _FIT * fits + chance.random())
    best = SYSTEMS[max(scores, key=lambda name: scores[name])]
    matched = [topic for topic in topics if topic in best.suits]
    return best, f"suits {', '.join(matched)}" if matched else "suits anything"


def _topics(brief: Brief) -> tuple[str, ...]:
    """Domains, occasion and tones: the words that systems say they suit."""
    copy = " ".join(text.text for text in brief.texts if text.role in _TELLING)
    words = f"{copy} {brief.subject.value} {brief.occasion.value}"
    plain = re.findall(r"[^\W\d_]+", words.lower())
    return tuple(dict.fromkeys((*domains_in(words), *plain, *brief.tone.value)))


def _number(brief: Brief) -> int:
    digest = hashlib.sha256(f"{brief.seed}/{brief.request}".encode()).digest()
    return int.from_bytes(digest[:4], "big")


_TELLING = ("title", "kicker", "subtitle", "offer", "body", "item")
