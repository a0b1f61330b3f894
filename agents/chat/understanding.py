"""A chat sentence about a design becomes commands, a question, variants or a clear no, by rules.

`understand` asks every kind of edit in turn; what it does has been tried on the design as an
agent's command. One sentence is one undo step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from agents.chat import (
    adding,
    advising,
    asked,
    branding,
    breaking,
    called_so,
    color_pairs,
    commissions,
    doubled,
    drawing,
    elsewhere,
    facts_said,
    filling_in,
    following,
    held_back,
    in_place,
    keeping,
    lacking,
    layering,
    listing,
    looks,
    missing,
    moving,
    outside,
    people_said,
    restaging,
    sizing,
    spacing,
    speaking,
    stepping,
    swapping,
    talk_printed,
    tinting,
    turning,
    unmarking,
    variants,
    words,
)
from agents.chat.clauses import BARE_ORDER, orders_twice
from agents.chat.context import Context
from agents.chat.courtesies import plainly
from agents.chat.diffs import diff_of
from agents.chat.drawing import PICTURE
from agents.chat.foreign import in_english, is_german
from agents.chat.gist import gist
from agents.chat.haste import in_full
from agents.chat.misprints import misprinted
from agents.chat.rephrasing import idiom, of_everything, plainer
from agents.chat.results import (
    AlreadyError,
    Answer,
    CannotError,
    Done,
    Impossible,
    NoDrawingError,
    NotThereError,
    NotUnderstoodError,
    Question,
    Resize,
    UnclearError,
    Variants,
    done,
)
from agents.chat.rules import first_answer
from agents.chat.second_reading import reread
from agents.chat.sentence import Sentence, heard, spelled_out
from agents.chat.several import both_halves, corrected, in_parts, orders_done
from agents.chat.small_letters import recased
from agents.chat.straying import doubted, loses, spared, touched_by
from agents.chat.values import (
    aligned,
    charged,
    digits,
    letters_said,
    pairs_said,
    reckoning,
    renaming,
    restating,
    retelling,
    spelling_said,
    unplaced,
)
from agents.chat.values.slots import told_in
from agents.chat.values.wording import words_shown
from agents.chat.wishes import heard_out
from design_io.document import TextLayer, walk
from design_io.errors import DesignError

EXAMPLES = (
    '"make the title red", "change the title to \'Jazz Night\'", "move the date up 40", '
    '"hide the logo", "warmer colours", "try it in Bauhaus", "make it more elegant", "undo"'
)
_YES = re.compile(r"^(?:yes|yep|yeah|ok|sure|confirm(?:ed)?)[,:]? +", re.IGNORECASE)
_PICK = re.compile(r"^(?P<rest>.+?),? *(?:#|take (?:number )?)(?P<n>[1-9])$", re.IGNORECASE)


def understand(sentence: str, context: Context) -> Answer:
    """What the message leads to; `Impossible` says why not, and what is possible."""
    typed, sentence = sentence, plainly(in_full(sentence, words_shown(context)))
    sentence = pairs_said.under_its_heading(sentence, context)
    found = understood(sentence, context)
    if not isinstance(found, Done) or not found.sure:
        found = heard_out(sentence, found, context, understood)
        found = (isinstance(found, Done) and talk_printed.twice(found, context)) or found
    return recased(typed, found, context) if isinstance(found, Done) else found


def understood(sentence: str, context: Context) -> Answer:
    """What the sentence as a whole leads to."""
    if confirmed := confirmed_in(sentence):
        sentence = confirmed
        context = replace(context, confirmed=True)
    sentence = spelled_out(sentence)
    foreign = in_english(sentence)
    if _words(foreign) == _words(sentence):
        foreign = ""  # English words that another language has too
    sentence = foreign or sentence
    copy = {w for x in walk(context.design) if isinstance(x, TextLayer)
            for w in re.findall(r"[^\W\d_]+", x.text.lower())}  # fmt: skip
    picked = _PICK.match(sentence)
    if picked:
        return _picked(understand(picked["rest"], context), int(picked["n"]), sentence, context)
    said = _of_what(idiom(heard(sentence, frozenset(copy))), context)
    if not _is_held_back(said) and (whole := _of_the_whole(said, context)) is not None:
        return whole
    parted = _beforehand(said, context)
    found = parted or _by_the_kinds(said, context)
    if isinstance(found, Done):
        found = (
            spared(sentence.lower(), found, context) or doubted(said.low, found, context) or found
        )
    if foreign or _is_held_back(said) or any(corrected(said.raw)):
        return found  # what is said after a second thought has been read by itself
    ruled, found = found, reread(sentence, found, context, _done)
    if parted is not None and ruled is not found and loses(ruled, found, context):
        found = ruled
    if isinstance(found, Done):
        found = looks.every_look(said, found, context) or found
    return _as_printed(sentence, found, context)


def _of_what(said: Sentence, context: Context) -> Sentence:
    """The sentence with what it leaves unsaid: what is selected, or all text."""
    if not context.selected:
        return of_everything(said)
    return heard(f"{said.raw} it") if BARE_ORDER.fullmatch(said.low) else said


def _as_printed(sentence: str, found: Answer, context: Context) -> Answer:
    """The answer, or a question where it prints what is no copy."""
    if not isinstance(found, Done):
        return found
    return (
        talk_printed.asked(sentence, found, context)
        or elsewhere.line_before(sentence.lower(), touched_by(found, context))
        or misprinted(sentence, found, context)
        or found
    )


def _is_held_back(said: Sentence) -> bool:
    """Whether nothing is to be done at once, whatever the reader hears."""
    return held_back.asks(said) or held_back.answer(said) is not None


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _beforehand(said: Sentence, context: Context) -> Answer | None:
    """What has to be seen before any rule: the last edit again, no order at all, several orders."""
    if (repeated := following.again(said, context)) is not None:
        return _once_more(repeated, context)
    if held_back.asks(said):
        return asked.answered(said, context)
    if (held := held_back.answer(said)) is not None:
        return held
    thoughts = [understand(better, context) for better in corrected(said.raw)]
    for sort in (Done, Question):  # rather than both what was said and what was meant
        if found := next((x for x in thoughts if isinstance(x, sort)), None):
            return found
    if (several := orders_done(said, context, _done)) is not None:
        return several
    return both_halves(said, context, _done) if orders_twice(said.raw) else None


def _of_the_whole(said: Sentence, context: Context) -> Answer | None:
    """What the kinds make of it that hear a message of one thing in several sentences."""
    for kind in WHOLE:
        try:
            if (found := kind(said, context)) is not None:
                found = _tried(found, context)
                return found._replace(sure=True) if isinstance(found, Done) else found
        except (AlreadyError, NotThereError):
            continue
        except (CannotError, DesignError) as error:
            return Impossible(str(error))
        except UnclearError as error:
            return error.question
    return None


def _by_the_kinds(said: Sentence, context: Context) -> Answer:
    """What the kinds of edit make of it, else what it may still mean."""
    try:
        found = _tried(_asked(said, context), context)
    except (NotThereError, CannotError, DesignError) as error:
        return _second_thoughts(said, error, context) or _declined(error, said, context)
    except UnclearError as error:
        return error.question
    if isinstance(found, Variants):
        named = _gist(said, context, done_only=any(found.dials.values()))
        return _rephrased(said, context) or named or found
    return found


def _once_more(repeated: following.Again, context: Context) -> Answer:
    """The last edit done to another layer, and taken back first where that one was meant."""
    back = repeated.back
    now = replace(context, history=done("", list(back)).after(context.history)) if back else context
    then = understand(repeated.order, replace(now, selected=()))
    if not isinstance(then, Done) or not back:
        return then
    both = done(f"{then.said}, the other as it was", [*back, *then.commands])
    return _tried(both, context)


def _second_thoughts(said: Sentence, error: Exception, context: Context) -> Answer | None:
    """What a sentence that no rule understands as it stands may still mean."""
    better = _rephrased(said, context) or in_parts(said, context, _done)
    if better is not None or not isinstance(error, NotThereError | NotUnderstoodError):
        return better
    if (found := _gist(said, context)) is not None:
        return found
    if (unclear := unplaced.asked(said, context)) is not None:
        return unclear
    ordered = isinstance(error, NotThereError) and _NAMED.match(said.plain)
    return None if ordered else _wished(said, context)


def _gist(said: Sentence, context: Context, done_only: bool = False) -> Answer | None:
    try:
        found = gist(said, context, _asked)
        found = _tried(found, context) if found else None
    except (NotThereError, CannotError, DesignError):
        return None
    except UnclearError as error:
        found = error.question
    return None if done_only and not isinstance(found, Done) else found


def _rephrased(sentence: Sentence, context: Context) -> Answer | None:
    """What the same wish in plainer words leads to, when that is something done."""
    for said, now, whole in plainer(sentence, context):
        try:
            found = _tried(_asked(said, now), now)
        except (NotThereError, CannotError, DesignError, UnclearError):
            continue
        if isinstance(found, Resize) or not (whole or isinstance(found, Question | Variants)):
            return found
    return both_halves(sentence, context, _done)


def _wished(sentence: Sentence, context: Context) -> Answer | None:
    """Variants for a vague wish, with or without its talk; None for none and for a fact."""
    if any(t.kind in ("day", "hour") or re.search(r"\d", t.value.text)
           for t in told_in(sentence.low, sentence.raw)):  # fmt: skip
        return None
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
    found = first_answer(partial(kind, sentence, context) for kind in KINDS)
    if found is None:
        raise NotUnderstoodError(
            f"{sentence.raw!r} is not an edit Plakat understands; try {EXAMPLES}"
        )
    return found


def _done(sentence: Sentence, context: Context) -> Answer:
    return _tried(_asked(sentence, context), context)


def _tried(answer: Answer, context: Context) -> Answer:
    if not isinstance(answer, Done):
        return answer
    design = answer.after(context.history).present
    if design == context.design:
        raise AlreadyError(f"{answer.said} already: nothing to change")
    return answer._replace(diff=diff_of(context.design, design))


def _declined(error: Exception, said: Sentence, context: Context) -> Impossible | Question:
    if isinstance(error, NotUnderstoodError) and is_german(said.low):
        return Impossible(f"{said.raw!r} is German, of which longer sentences need a language "
                          f"model;"
                          f" in English: {EXAMPLES}")  # fmt: skip
    if isinstance(error, NotThereError) and PICTURE.fullmatch(str(error)):
        return Impossible(
            'this design has no picture; name a thing to add one, such as "draw a cake"', "thing"
        )
    if isinstance(error, NotThereError):
        if (meant := missing.which(str(error), said, context)) is not None:
            return meant
        clear = len(str(error).split()) <= _CLEAR
        why = Impossible(_not_there(error, context), "thing" if clear else "sentence")
        return missing.asked(str(error), said, context) or why
    if isinstance(error, NoDrawingError):
        return Impossible(str(error), "drawing")
    return Impossible(str(error), "sentence" if isinstance(error, NotUnderstoodError) else "")


def _not_there(error: NotThereError, context: Context) -> str:
    phrase = str(error)
    if not phrase or re.fullmatch(r"(?:it|this|that|them|these|those)", phrase):
        return "what do you mean by that? Name a layer, such as the title, or select one"
    known = ", ".join(dict.fromkeys(layer.role for layer in walk(context.design)))
    return f"no layer is called {phrase!r}; the design has {known}"


_NAMED = re.compile(
    r"(?:make|turn|give|set|get|have|put|move|let) (?:the|my|our|all|both|every) (?!(?:whole"
    r"|entire|design|poster|flyer|layout|page|card|look|feel|style|thing|overall|invitation"
    r"|invite|sheet|colou?rs?|picture is)\b)"
)
_CLEAR = 3  # words of what is not there; more of them are no name but half a sentence
Kind = Callable[[Sentence, Context], Answer | None]
# What is asked of a message as a whole, before it is taken apart.
WHOLE: tuple[Kind, ...] = (
    keeping.answer,
    doubled.answer,
    in_place.answer,
    adding.beside,
    lacking.answer,
    called_so.answer,
    words.no_more_than,
    pairs_said.answer,
    retelling.answer,
    renaming.of_several_names,
    swapping.headed,
    breaking.answer,
)
# The kinds of edit, asked in this order: the first that understands a sentence has it.
KINDS: tuple[Kind, ...] = (
    stepping.answer,
    filling_in.answer,
    following.answer,
    speaking.answer,
    listing.answer,
    doubled.answer,
    in_place.answer,
    lacking.answer,
    sizing.answer,
    advising.answer,
    outside.answer,
    unmarking.answer,
    adding.beside,
    words.quoted,
    words.contrasted,
    called_so.answer,
    aligned.answer,
    people_said.with_whom,
    digits.answer,
    letters_said.answer,
    reckoning.answer,
    charged.answer,
    restating.answer,
    swapping.answer,
    renaming.answer,
    spelling_said.answer,
    turning.answer,
    facts_said.by_so_much,
    color_pairs.answer,
    spacing.answer,
    moving.answer,
    looks.answer,
    layering.answer,
    commissions.answer,
    drawing.answer,
    words.answer,
    adding.answer,
    facts_said.answer,
    people_said.post,
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
