"""A sentence said to a design, heard by the rules first and, where they give up, by a mind.

What a mind makes of it is tried sentence by sentence through the same rules. What would take away
copy or most of a design is asked before it is done.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from agents.editing import Edit
from agents.minds import Mind
from design_io.commands import Batch, Command
from design_io.document import Design, GroupLayer, Layer, TextLayer
from design_io.errors import DesignError
from design_io.history import History

Rules = Callable[[str, History], Edit]  # `agents.editing.understand` with its resources
_MOST_LOST = 0.5  # share of the layers seen that may go without a question
_YES = ("yes, ", "yes: ", "ok, ")  # begin a sentence whose question is answered


class Heard(NamedTuple):
    edit: Edit
    asks: str = ""  # what must be confirmed before the edit is done
    told: tuple[str, ...] = ()  # what was left undone, and why


async def heard(sentence: str, history: History, rules: Rules, mind: Mind) -> Heard:
    """The edit a sentence asks for, tried on the design; DesignError when nobody understands it.

    "yes, SENTENCE" answers its question beforehand.
    """
    yes = next((word for word in _YES if sentence.lower().startswith(word)), "")
    words = sentence[len(yes) :]
    try:
        return Heard(rules(words, history))
    except DesignError as error:
        refused = error
    answer = await mind.edit(words, history.present)
    edit, told = _tried(answer.value, history, rules)
    if edit is None:
        trouble = f"; {mind.trouble}" if mind.trouble else ""
        raise DesignError(f"{refused}{trouble}")
    asks = "" if yes else asks_first(history.present, _after(edit, history))
    return Heard(edit, asks, (*answer.told, *told))


def asks_first(before: Design, after: Design) -> str:
    """What would be lost, as a question; "" when an edit may go on unasked."""
    seen, kept = _seen(before.layers), {layer.id for layer in _seen(after.layers)}
    lost = [layer for layer in seen if layer.id not in kept]
    if len(lost) > _MOST_LOST * len(seen):
        return f"this would take away {len(lost)} of {len(seen)} layers; shall it?"
    words = next((layer.text for layer in lost if isinstance(layer, TextLayer)), "")
    return f"this would take away {words!r}; shall it?" if words else ""


def _tried(
    sentences: tuple[str, ...], history: History, rules: Rules
) -> tuple[Edit | None, tuple[str, ...]]:
    """All sentences that the rules can do, one after the other, as one edit."""
    told: list[str] = []
    edits: list[Edit] = []
    for sentence in sentences:
        try:
            edit = rules(sentence, history)
            if edit.kind == "do":
                for command in edit.commands:
                    history = history.do(command, edit.said, "agent")
        except DesignError as error:
            told.append(str(error))
            continue
        if edit.kind != "do" and not edits:  # undo and redo stand alone
            return edit, tuple(told)
        edits += [edit] if edit.kind == "do" else []
    return (_one(edits) if edits else None), tuple(told)


def _one(edits: list[Edit]) -> Edit:
    if len(edits) == 1:
        return edits[0]
    said = "; ".join(edit.said for edit in edits)
    commands: list[Command] = [command for edit in edits for command in edit.commands]
    return edits[0]._replace(
        said=said, commands=(Batch(label=said[:200], commands=tuple(commands)),)
    )


def _after(edit: Edit, history: History) -> Design:
    for command in edit.commands:
        history = history.do(command, edit.said, "agent")
    return history.present


def _seen(layers: tuple[Layer, ...]) -> list[Layer]:
    """The leaves that are shown."""
    found: list[Layer] = []
    for layer in layers:
        if layer.visible:
            found += _seen(layer.layers) if isinstance(layer, GroupLayer) else [layer]
    return found
