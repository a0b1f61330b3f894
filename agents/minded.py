"""A sentence said to a design, understood by the rules and, where they give up, by a mind.

What the mind makes of it is tried through the same rules, as one undo step. What would take away
copy or most of a design is asked before it is done.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace

from agents.chat.context import Context
from agents.chat.diffs import diff_of
from agents.chat.results import Answer, Choice, Done, Impossible, Question, done
from agents.chat.understanding import confirmed_in, understand
from agents.minds import RULES, Mind, Saying
from design_io.commands import Command
from design_io.document import Design, GroupLayer, Layer, TextLayer, walk
from design_io.history import History
from layout.wording import element_of, text_of

_MOST_LOST = 0.5  # share of the layers seen that may go without a question
_HISTORY = ("undo", "redo")


def understood(sentence: str, context: Context, mind: Mind) -> Answer:
    """What the sentence leads to, as `understand` answers; a mind is asked last.

    "yes, SENTENCE" answers its question beforehand. In a thread without an event loop only.
    """
    answer = understand(sentence, context)
    if not isinstance(answer, Impossible):
        return answer
    if mind.name == RULES.name:
        return answer._replace(said=_with(answer.said, mind))
    return asyncio.run(_minded(sentence, answer, context, mind))


async def _minded(sentence: str, no: Impossible, context: Context, mind: Mind) -> Answer:
    """The answer of the mind to a sentence to which the rules say no."""
    words = confirmed_in(sentence)
    heard = await mind.edit(words or sentence, context.design)
    if heard.value and heard.value[0].sentence in _HISTORY:
        return understand(heard.value[0].sentence, context)
    deeds, after = _tried(heard.value, replace(context, confirmed=True))
    if after.present == context.design:
        return no._replace(said=_with(no.said, mind))
    asks = "" if words else asks_first(context.design, after.present)
    if asks:
        return Question(asks, (Choice("do it", f"yes, {sentence}"),))
    commands: list[Command] = [command for deed in deeds for command in deed.commands]
    made = done("; ".join(deed.said for deed in deeds), commands)
    return made._replace(diff=diff_of(context.design, after.present))


def _tried(sayings: tuple[Saying, ...], context: Context) -> tuple[list[Done], History]:
    """All that the rules can do, one after the other, and the design they lead to.

    Their own questions are left out: what is lost is asked about once, for all of it.
    """
    deeds: list[Done] = []
    now = context.history
    for saying in sayings:
        selected = (saying.layer,) if saying.layer else context.selected
        answer = understand(saying.sentence, replace(context, history=now, selected=selected))
        if isinstance(answer, Done) and _keeps_words(now, after := answer.after(now), saying):
            deeds.append(answer)
            now = after
    return deeds, now


def _keeps_words(before: History, after: History, saying: Saying) -> bool:
    """Whether no text reads otherwise but the one that was to be set, and that as it was checked.

    A value that the rules heard as something else cannot alter a date or a price unseen.
    """
    old, new = before.present, after.present
    texts = {layer.id: layer.text for layer in walk(old) if isinstance(layer, TextLayer)}
    changed = {
        element_of(layer.id)
        for layer in walk(new)
        if isinstance(layer, TextLayer) and layer.text != texts.get(layer.id)
    }
    if not changed:
        return True
    now = text_of(new, saying.layer) or ""
    return changed == {element_of(saying.layer)} and now.split() == saying.words.split()


def _with(said: str, mind: Mind) -> str:
    return f"{said}; {mind.trouble}" if mind.trouble else said


def asks_first(before: Design, after: Design) -> str:
    """What would be lost, as a question; "" when an edit may go on unasked."""
    seen, kept = _seen(before.layers), {layer.id for layer in _seen(after.layers)}
    lost = [layer for layer in seen if layer.id not in kept]
    if len(lost) > _MOST_LOST * len(seen):
        return f"this would take away {len(lost)} of {len(seen)} layers; shall it?"
    words = max((x.text for x in lost if isinstance(x, TextLayer)), key=len, default="")
    return f"this would take away {words!r}; shall it?" if words else ""


def _seen(layers: tuple[Layer, ...]) -> list[Layer]:
    """The leaves that are shown."""
    found: list[Layer] = []
    for layer in layers:
        if layer.visible:
            found += _seen(layer.layers) if isinstance(layer, GroupLayer) else [layer]
    return found
