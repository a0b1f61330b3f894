"""The design laid out anew: in another visual system, and as variants of itself."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.chat.context import Context
from agents.chat.dials import wish_in
from agents.chat.naming import is_named
from agents.chat.results import Answer, CannotError, Done, Variant
from agents.chat.schemes import palette_in, telling
from agents.chat.sentence import Sentence
from agents.reformat import as_command, reformatted
from design_io.document import Design, walk
from design_io.errors import DesignError
from design_io.history import History
from generators.request import GenerationError
from layout.findings import Finding
from layout.offer import offer_in
from layout.plan import DesignPlan
from layout.sizes import size_named
from layout.systems import SYSTEMS, VisualSystem, shape_of

_ALIASES = {
    "art deco": "deco", "gatsby": "deco", "1920s": "deco", "roaring twenties": "deco",
    "paper cut": "papercut", "paper-cut": "papercut", "cut paper": "papercut", "cut-out": "cutout",
    "risograph": "riso", "dot matrix": "dotmatrix", "dot-matrix": "dotmatrix",
    "engraved": "engraving",
    "etching": "engraving", "woodcut": "engraving", "vintage": "retro", "botanic": "botanical",
    "super graphic": "supergraphic", "half photo": "split", "full bleed": "full",
    "full-bleed": "full", "international style": "swiss", "helvetica style": "swiss",
    "magazine": "editorial", "newspaper": "editorial", "gradient": "aurora",
    "type only": "manifesto",
    "typographic": "manifesto", "confetti": "scatter", "two-tone": "duotone", "two tone": "duotone",
    "striped": "bands", "tiles": "bauhaus",
}  # fmt: skip
_CUE = re.compile(
    r"(?:(?:try|do|make|show|put|see|have|switch|change|redo|restyle|convert|turn|get|set|render"
    r"|draw|go|use|lay|preview|style|look|looks?|like|what would|with)\b.*)?(?:in|to|as|into"
    r"|like|with|for|of|a|the|and|use|try)? ?"
)


_BARE = re.compile(
    r"(?:make )?(?P<t>(?:the|that|this) [a-z]+)"
)  # a thing rather than a system: "the frame"


class Staged(NamedTuple):
    design: Design
    findings: tuple[Finding, ...]

    @property
    def gates(self) -> int:
        return sum(finding.severity == "gate" for finding in self.findings)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """try it in Bauhaus; switch the style to riso; as art deco"""
    low = sentence.low
    name = _system_in(low)
    if not name:
        return _unknown(low)
    if (bare := _BARE.fullmatch(low)) and is_named(bare["t"], context):
        return None
    if name == context.design.system:
        raise CannotError(f"it is in {SYSTEMS[name].label} already; others: {_others(context)}")
    plan = plan_of(context)
    if fault := unusable(SYSTEMS[name], plan):
        raise CannotError(f"{SYSTEMS[name].label} {fault}; these would do: {_others(context)}")
    made = staged(context, plan, name)
    said = f"laid out anew in {SYSTEMS[name].label}"
    return Done(said, (as_command(context.design, made.design, said),))


def plan_of(context: Context) -> DesignPlan:
    if context.plan is None:
        raise CannotError(
            "this file does not say what it was made from, so it cannot be laid out anew;"
            " colours, words, sizes and places can be changed"
        )
    return context.plan


def staged(
    context: Context, plan: DesignPlan, system: str = "", palette: dict[str, str] | None = None,
    tone: tuple[str, ...] = (),
) -> Staged:  # fmt: skip
    """The plan laid out in a system, in the design's own colours unless a palette is given."""
    name = system or plan.system
    if palette is None:
        ground = context.design.palette.get("bg", "")
        palette = palette_in(context, ground[:7], telling(context.design), name, tone)
    plan = plan.evolve(system=name, palette=palette, reason="the user chose it")
    history = History(context.design)
    try:
        made = reformatted(history, plan, plan.size, context.resources, context.painter)
    except GenerationError as error:
        raise CannotError(str(error)) from error
    design = made.design.evolve(system=name)
    return Staged(design, made.findings)


def as_variant(context: Context, staged_: Staged, label: str, dials: dict[str, float]) -> Variant:
    command = as_command(context.design, staged_.design, label)
    return Variant(label, staged_.design, command, dials)


def usable(context: Context, plan: DesignPlan) -> list[VisualSystem]:
    """Every system that can carry the plan."""
    return [system for system in SYSTEMS.values() if not unusable(system, plan)]


def unusable(system: VisualSystem, plan: DesignPlan) -> str:
    """Why the system cannot carry the plan; empty when it can."""
    shape = shape_of(size_named(plan.size).canvas)
    title = next((e.text for e in plan.of_role("title")), "")
    has_offer = any(offer_in(e.text) for e in plan.of_role("offer", "price"))
    has_picture = any(e.asset for e in plan.of_role("picture"))
    if system.needs_picture and not has_picture:
        return "needs a photograph; make the design with --image"
    if has_picture and system.family in ("words", "type", "abstract"):
        return "has no place for the photograph"
    if shape not in system.formats:
        return f"is not made for this shape, {shape}"
    if plan.form not in system.forms:
        return f"does not draw the form {plan.form!r}"
    if system.needs_subject and not plan.subjects and not has_picture:
        return "needs something to show, and this design shows nothing"
    if system.needs_offer and not has_offer:
        return "needs a price or a percentage to draw large"
    if system.longest_title and not 0 < len(title) <= system.longest_title:
        return f"needs a title of at most {system.longest_title} letters"
    return ""


def locked_in(design: Design) -> list[str]:
    return [layer.label for layer in walk(design) if layer.locked]


def _others(context: Context) -> str:
    plan = context.plan
    names = [s.name for s in usable(context, plan)] if plan else list(SYSTEMS)
    return ", ".join(name for name in names if name != context.design.system)


def _system_in(low: str) -> str:
    """The system that is named, if the sentence is about the style of the whole."""
    names = {name: name for name in SYSTEMS} | _ALIASES
    names |= {s.label.lower(): s.name for s in SYSTEMS.values()}
    for words, name in sorted(names.items(), key=lambda pair: -len(pair[0])):
        match = re.search(
            rf"\b{re.escape(words)}\b(?: ?(?:style|look|design|layout|system|version|theme|feel"
            rf"|vibes?|thing|poster|one|kind|type|aesthetic|treatment))*",
            low,
        )
        if match is None:
            continue
        front, back = low[: match.start()], low[match.end() :].strip()
        if back and not re.fullmatch(
            r"(?:like|be|it|this|please|instead|for (?:a change|once)|would look|looks|would be"
            r"|of thing|,| )*",
            back,
        ):
            continue
        if _ABOUT.fullmatch(front.strip()):
            return name
    return ""


def _unknown(low: str) -> Answer | None:
    """A style that is none of ours."""
    match = _STYLE.fullmatch(low)
    if match is None or wish_in(low) is not None:
        return None
    raise CannotError(
        f"there is no visual system {match['name'] or match['name2']!r}; choose one of:"
        f" {', '.join(SYSTEMS)}"
    )


def try_(context: Context, plan: DesignPlan, system: str, **more: object) -> Staged | None:
    """As `staged`, but None where the plan cannot be laid out so."""
    try:
        return staged(context, plan, system, **more)  # type: ignore[arg-type]
    except (CannotError, DesignError):
        return None


_WHOLE = (
    r"(?:it|this|that|the (?:whole thing|design|poster|style|layout|look|system|theme"
    r"|visual system|flyer|card))"
)
_ABOUT = re.compile(
    r"(?:let me )?"
    rf"(?:(?:try|do|make|show|put|see|have|switch|change|redo|restyle|convert|turn|get|set"
    rf"|render|go(?: for)?|use|lay|preview|style|look|give|apply"
    rf"|want|see how|see what|prefer|fancy|like|love"
    rf"|had)?(?: me)? ?(?:{_WHOLE} )?(?:out )?(?:over )?(?:look )?(?:would |to )?(?:be "
    rf"|look )?(?:more )?(?:in|to|as|into|like|with|for|from)?(?: ?(?:the|an?|our"
    rf"|some|that|something))?(?: (?:more|style of|style|look of))?|{_WHOLE} (?:look )?(?:(?:like"
    rf"|in|as"
    rf"|of) ?)+(?:the|an?)?)"
)
_STYLE = re.compile(
    rf"(?:try|show|do|make|redo|see|put|restyle|change|switch|turn) (?:me )?{_WHOLE} (?:in|as"
    rf"|like|to|into)(?: the"
    rf"| an?)? (?P<name>[\w -]+?)(?: style| look)?|(?:in|switch to|change to) (?:the "
    rf"|an? )?(?P<name2>[\w -]+?) (?:style|look)"
)
