"""A sentence that the rules gave up, heard by a mind: tried through the same rules, as one step.

What would take away copy or most of a design is asked before it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from agents.minds import Mind
from design_io.commands import Batch, Command
from design_io.document import Design, GroupLayer, Layer, TextLayer
from design_io.errors import DesignError
from design_io.history import History

_MOST_LOST = 0.5  # share of the layers seen that may go without a question
_HISTORY = ("undo", "redo")


class Deed(NamedTuple):
    """What one sentence does, for people and as commands."""

    said: str
    commands: tuple[Command, ...]


# what a sentence of the rules does to a design; None or DesignError when it does nothing
Rules = Callable[[str, History], Deed | None]


class Minded(NamedTuple):
    said: str
    commands: tuple[Command, ...] = ()  # one, tried on the design
    asks: str = ""  # what must be confirmed before it is done
    instead: str = ""  # "undo" or "redo": to be said to the rules in its place
    told: tuple[str, ...] = ()  # what was left undone, and why


async def minded(sentence: str, history: History, rules: Rules, mind: Mind) -> Minded | None:
    """What the mind takes the sentence for, as one undo step; None when it knows no better."""
    answer = await mind.edit(sentence, history.present)
    if answer.value and answer.value[0] in _HISTORY:
        return Minded(answer.value[0], instead=answer.value[0], told=answer.told)
    told = list(answer.told)
    deeds: list[Deed] = []
    now = history
    for words in answer.value:
        try:
            deed = rules(words, now)
            for command in deed.commands if deed else ():
                now = now.do(command, words, "agent")
        except DesignError as error:
            told.append(str(error))
            continue
        if deed is None:
            told.append(f"{words!r} was not done")
        else:
            deeds.append(deed)
    if not deeds or now.present == history.present:
        return None
    said = "; ".join(deed.said for deed in deeds)
    commands: list[Command] = [command for deed in deeds for command in deed.commands]
    step = commands[0] if len(commands) == 1 else Batch(label=said[:200], commands=tuple(commands))
    return Minded(said, (step,), asks_first(history.present, now.present), told=tuple(told))


def asks_first(before: Design, after: Design) -> str:
    """What would be lost, as a question; "" when an edit may go on unasked."""
    seen, kept = _seen(before.layers), {layer.id for layer in _seen(after.layers)}
    lost = [layer for layer in seen if layer.id not in kept]
    if len(lost) > _MOST_LOST * len(seen):
        return f"this would take away {len(lost)} of {len(seen)} layers; shall it?"
    words = next((layer.text for layer in lost if isinstance(layer, TextLayer)), "")
    return f"this would take away {words!r}; shall it?" if words else ""


def _seen(layers: tuple[Layer, ...]) -> list[Layer]:
    """The leaves that are shown."""
    found: list[Layer] = []
    for layer in layers:
        if layer.visible:
            found += _seen(layer.layers) if isinstance(layer, GroupLayer) else [layer]
    return found
