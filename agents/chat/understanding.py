"""A chat sentence about a design becomes commands, a question, variants or a clear no, by rules.

`understand` asks every kind of edit in turn; what it does has been tried on the design as an
agent's command. One sentence is one undo step.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.chat import (
    advising,
    drawing,
    facts_said,
    layering,
    looks,
    moving,
    restaging,
    sizing,
    speaking,
    stepping,
    tinting,
    variants,
    words,
)
from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.results import (
    Answer,
    CannotError,
    Done,
    Impossible,
    NotThereError,
    UnclearError,
    Variants,
)
from agents.chat.sentence import Sentence, heard
from design_io.commands import apply
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
        context = Context(
            context.history, context.resources, context.plan, context.brand, context.selected,
            context.painter, confirmed=True,
        )  # fmt: skip
    copy = {w for x in walk(context.design) if isinstance(x, TextLayer)
            for w in re.findall(r"[^\W\d_]+", x.text.lower())}  # fmt: skip
    picked = _PICK.match(sentence)
    if picked:
        return _picked(understand(picked["rest"], context), int(picked["n"]), sentence, context)
    try:
        return _tried(_asked(heard(sentence, frozenset(copy)), context), context)
    except UnclearError as error:
        return error.question
    except CannotError as error:
        return Impossible(str(error))
    except NotThereError as error:
        return Impossible(_not_there(error, context))
    except DesignError as error:
        return Impossible(str(error))


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
    raise CannotError(f"{sentence.raw!r} is not an edit Plakat understands; try {EXAMPLES}")


def _tried(answer: Answer, context: Context) -> Answer:
    if not isinstance(answer, Done):
        return answer
    design = context.design
    for command in answer.commands:
        design = apply(design, command, "agent")
    if design == context.design:
        raise CannotError(f"{answer.said} already: nothing to change")
    return answer._replace(diff=diff_of(context.design, design))


def _not_there(error: NotThereError, context: Context) -> str:
    phrase = str(error)
    if not phrase or re.fullmatch(r"(?:it|this|that|them|these|those)", phrase):
        return "what do you mean by that? Name a layer, such as the title, or select one"
    known = ", ".join(dict.fromkeys(layer.role for layer in walk(context.design)))
    return f"no layer is called {phrase!r}; the design has {known}"


Kind = Callable[[Sentence, Context], Answer | None]
# The kinds of edit, asked in this order: the first that understands a sentence has it.
KINDS: tuple[Kind, ...] = (
    stepping.answer,
    speaking.answer,
    sizing.answer,
    advising.answer,
    words.quoted,
    moving.answer,
    looks.answer,
    layering.answer,
    drawing.answer,
    words.answer,
    facts_said.answer,
    tinting.answer,
    restaging.answer,
    looks.bare_question,
    variants.more,
    variants.vague,
)
