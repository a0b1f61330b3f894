"""A chat sentence about a design becomes commands, a question, variants or a clear no, by rules.

`understand` asks every kind of edit in turn; what it does has been tried on the design as an
agent's command. One sentence is one undo step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from agents.chat import (
    adding,
    advising,
    branding,
    drawing,
    facts_said,
    layering,
    looks,
    moving,
    outside,
    restaging,
    sizing,
    speaking,
    stepping,
    swapping,
    tinting,
    turning,
    variants,
    words,
)
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.rephrasing import idiom, plainer, spoken_of
from agents.chat.results import (
    Answer,
    CannotError,
    Done,
    Impossible,
    NotThereError,
    NotUnderstoodError,
    Question,
    Resize,
    UnclearError,
    Variants,
    done,
)
from agents.chat.sentence import Sentence, heard
from design_io.commands import Command, apply
from design_io.document import TextLayer, walk
from design_io.errors import DesignError

EXAMPLES = (
    '"make the title red", "change the title to \'Jazz Night\'", "move the date up 40", '
    '"hide the logo", "warmer colours", "try it in Bauhaus", "make it more elegant", "undo"'
)
_YES = re.compile(r"^(?:yes|yep|yeah|ok|sure|confirm(?:ed)?)[,:]? +", re.IGNORECASE)
_PICK = re.compile(r"^(?P<rest>.+?),? *(?:#|take (?:number )?)(?P<n>[1-9])$", re.IGNORECASE)


def understand(sentence: str, context: Context) -> Answer:
    """What the sentence leads to; `Impossible` says why not, and what is possible."""
    if confirmed := confirmed_in(sentence):
        sentence = confirmed
        context = replace(context, confirmed=True)
    copy = {w for x in walk(context.design) if isinstance(x, TextLayer)
            for w in re.findall(r"[^\W\d_]+", x.text.lower())}  # fmt: skip
    picked = _PICK.match(sentence)
    if picked:
        return _picked(understand(picked["rest"], context), int(picked["n"]), sentence, context)
    said = idiom(heard(sentence, frozenset(copy)))
    if _TWO.search(said.low) and (both := _both_halves(said, context)):
        return both
    try:
        found = _tried(_asked(said, context), context)
        return (_rephrased(said, context) or found) if isinstance(found, Variants) else found
    except (NotThereError, CannotError, DesignError) as error:
        better = _rephrased(said, context) or _in_parts(said, context)
        ordered = isinstance(error, NotThereError) and _NAMED.match(said.plain)
        if better is None and not ordered and isinstance(error, NotThereError | NotUnderstoodError):
            better = _wished(said, context)
        return better or _declined(error, context)
    except UnclearError as error:
        return error.question


def _rephrased(sentence: Sentence, context: Context) -> Answer | None:
    """What the same wish in plainer words leads to, when that is something done."""
    for said, now, whole in plainer(sentence, context):
        try:
            found = _tried(_asked(said, now), now)
        except (NotThereError, CannotError, DesignError, UnclearError):
            continue
        if isinstance(found, Resize) or not (whole or isinstance(found, Question | Variants)):
            return found
    return _both_halves(sentence, context)


def _both_halves(sentence: Sentence, context: Context) -> Answer | None:
    """ "headline smaller and the phone in bold": two orders, when each half is one."""
    for mark in re.finditer(r",? and (?:also )?", sentence.raw):
        halves = [sentence.raw[: mark.start()], sentence.raw[mark.end() :]]
        if all(half.count('"') % 2 == 0 for half in halves):
            found = _each(halves, context, strict=True)
            if found is not None:
                return found
    return None


def _wished(sentence: Sentence, context: Context) -> Answer | None:
    """Variants for a vague wish, with or without its talk; None when it is none."""
    for said in (sentence, *(way.sentence for way in plainer(sentence, context) if way.whole)):
        for kind in WISHES:
            try:
                found = kind(said, context)
            except (NotThereError, CannotError, DesignError, UnclearError):
                continue
            if found is not None:
                return found
    return None


def confirmed_in(sentence: str) -> str:
    """What stands behind a "yes, " that answers its question beforehand; "" without one."""
    yes = _YES.match(sentence)
    return sentence[yes.end() :] if yes else ""


def _picked(answer: Answer, number: int, sentence: str, context: Context) -> Answer:
    """The variant of this number, taken."""
    if not isinstance(answer, Variants):
        return Impossible(f"{sentence!r} offers no variants to take from")
    if not 1 <= number <= len(answer.variants):
        return Impossible(f"there are {len(answer.variants)} variants to take from")
    chosen = answer.variants[number - 1]
    said = f"{answer.said.partition(':')[0]}, {chosen.label}"
    return Done(said, (chosen.command,), diff_of(context.design, chosen.design))


def _asked(sentence: Sentence, context: Context) -> Answer:
    """The answer of the first kind that understands; else why none does."""
    missing: NotThereError | None = None
    for kind in KINDS:
        try:
            found = kind(sentence, context)
        except NotThereError as error:
            missing = missing or error
            continue
        if found is not None:
            return found
    if missing is not None:
        raise missing
    raise NotUnderstoodError(f"{sentence.raw!r} is not an edit Plakat understands; try {EXAMPLES}")


def _tried(answer: Answer, context: Context) -> Answer:
    if not isinstance(answer, Done):
        return answer
    design = context.design
    for command in answer.commands:
        design = apply(design, command, "agent")
    if design == context.design:
        raise CannotError(f"{answer.said} already: nothing to change")
    return answer._replace(diff=diff_of(context.design, design))


def _declined(error: Exception, context: Context) -> Impossible:
    if isinstance(error, NotThereError):
        return Impossible(_not_there(error, context))
    return Impossible(str(error))


def _in_parts(sentence: Sentence, context: Context) -> Answer | None:
    """ "make it smaller and move it left", "the ring looks odd, delete it": clause by clause.

    One undo step. A clause that orders nothing is talk; one that orders what cannot be done makes
    the whole None: nothing is done by halves."""
    parts = [part for part in _JOINT.split(_ASIDE.sub("", sentence.raw)) if part.strip()]
    if not 1 < len(parts) <= _MOST_PARTS:
        return None
    return _each(parts, context)


def _each(parts: list[str], context: Context, strict: bool = False) -> Answer | None:
    """The clauses done one after the other; when `strict`, none of them may be talk."""
    commands: list[Command] = []
    said: list[str] = []
    now = context
    for part in parts:
        clause = heard(part)
        try:
            answer = _tried(_asked(clause, now), now)
        except (NotThereError, CannotError, DesignError, UnclearError):
            if strict or _ORDER.match(clause.low):
                return None
            named = spoken_of(clause.raw, now)
            if named is None:
                return None
            now = replace(now, selected=tuple(x.id for x in named)) if named else now
            continue
        if not isinstance(answer, Done):
            return answer if not commands else None
        commands += answer.commands
        said.append(answer.said)
        history = now.history
        for command in answer.commands:
            history = history.do(command, answer.said, "agent")
        now = replace(now, history=history, selected=())
    if not commands:
        return None
    whole = done("; ".join(said), commands)
    return whole._replace(diff=diff_of(context.design, now.design))


def _not_there(error: NotThereError, context: Context) -> str:
    phrase = str(error)
    if not phrase or re.fullmatch(r"(?:it|this|that|them|these|those)", phrase):
        return "what do you mean by that? Name a layer, such as the title, or select one"
    known = ", ".join(dict.fromkeys(layer.role for layer in walk(context.design)))
    return f"no layer is called {phrase!r}; the design has {known}"


_MOST_PARTS = 4
_VERBS = (
    "make|move|put|change|set|hide|delete|remove|turn|add|replace|swap|use|bring|send|centre"
    "|center|align|rotate|bold|give|shrink|enlarge|increase|reduce|lock|duplicate|get rid|take"
    "|underline|darken|lighten|nudge|shift|show|drop|lose"
)
_ORDER = re.compile(rf"(?:{_VERBS})\b")
_JOINT = re.compile(
    r"(?:[,;.]? (?:and then|then|and also|and|but also|but) |[;.,] )(?=(?:please |also )?"
    rf"(?:{_VERBS})\b)| and (?=(?:in|to|at|on) the )|; |[.!?] +(?=\S)| [-–—] |, ",
    re.IGNORECASE,
)
_ASIDE = re.compile(r" ?\([^()]*\)")
_TWO = re.compile(r",? and (?:also )?(?:make|turn|put|move|set|centre|center) (?:it|them)\b")
_NAMED = re.compile(
    r"(?:make|turn|give|set|get|have|put|move|let) (?:the|my|our|all|both|every) (?!(?:whole"
    r"|entire|design|poster|flyer|layout|page|card|look|feel|style|thing|overall|invitation"
    r"|invite|sheet|colou?rs?|picture is)\b)"
)
Kind = Callable[[Sentence, Context], Answer | None]
# The kinds of edit, asked in this order: the first that understands a sentence has it.
KINDS: tuple[Kind, ...] = (
    stepping.answer,
    speaking.answer,
    sizing.answer,
    advising.answer,
    outside.answer,
    words.quoted,
    swapping.answer,
    turning.answer,
    moving.answer,
    looks.answer,
    layering.answer,
    drawing.answer,
    words.answer,
    adding.answer,
    facts_said.answer,
    branding.answer,
    tinting.answer,
    restaging.answer,
    variants.other_fonts,
    variants.other_colors,
    looks.bare_question,
    variants.more,
)
# Wishes without an order, which are never declined.
WISHES: tuple[Kind, ...] = (variants.vague, variants.free)
