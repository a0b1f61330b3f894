"""What a chat sentence leads to: a change, steps of the history, a question, variants, a no."""

from __future__ import annotations

from typing import Literal, NamedTuple

from design_io.commands import Batch, Command
from design_io.document import Design
from design_io.history import History


class Choice(NamedTuple):
    label: str
    sentence: str  # what to say to choose it; empty where it has to be made up


class Question(NamedTuple):
    said: str
    choices: tuple[Choice, ...] = ()
    firm: bool = False  # nothing the reader hears answers it


class Done(NamedTuple):
    """A change as one command, which has been tried on the design."""

    said: str  # what was done, for people
    commands: tuple[Command, ...]
    diff: tuple[str, ...] = ()  # one line a changed thing: "Title: colour #171d2a → #ff0000"
    left: tuple[Question, ...] = ()  # other wishes of the sentence, and why they were not done
    sure: bool = False  # every word of the sentence is accounted for

    def after(self, history: History) -> History:
        """The history with this change done to it."""
        for command in self.commands:
            history = history.do(command, self.said, "agent")
        return history


class Back(NamedTuple):
    """Steps through the history."""

    kind: Literal["undo", "redo"]
    said: str
    steps: int = 1


class Variant(NamedTuple):
    label: str
    design: Design
    command: Command  # turns the present design into this one
    dials: dict[str, float]  # how far each dial was turned


class Variants(NamedTuple):
    said: str
    variants: tuple[Variant, ...]

    @property
    def dials(self) -> dict[str, float]:
        """How far each dial was turned over all variants, on average."""
        names = dict.fromkeys(name for variant in self.variants for name in variant.dials)
        count = max(1, len(self.variants))
        return {n: sum(v.dials.get(n, 0.0) for v in self.variants) / count for n in names}


class Resize(NamedTuple):
    """Another size for the design, or one more design of it beside this one."""

    size: str  # what `layout.sizes.size_named` understands
    add: bool


class Impossible(NamedTuple):
    """Why it cannot be done, and what can.

    `lost`: what was not understood, if anything: the whole sentence, the thing that it names, or
    what is to be drawn, where that may be no name at all.
    """

    said: str
    lost: Literal["", "thing", "sentence", "drawing"] = ""


Answer = Done | Back | Question | Variants | Resize | Impossible


class NotThereError(Exception):
    """A phrase that names nothing on the design."""


class NoSuchPartError(NotThereError):
    """A part of a line that the line does not have: "the year in the date"."""


class UnclearError(Exception):
    """A phrase that may mean several things; it holds the question to ask."""

    def __init__(self, question: Question) -> None:
        super().__init__(question.said)
        self.question = question


class CannotError(Exception):
    """Understood, but it cannot be done; the message says why and what can."""


class AlreadyError(CannotError):
    """It is so already: nothing to change."""


class NoDrawingError(CannotError):
    """What was heard as the name of a thing, which nobody can draw."""


class NotUnderstoodError(CannotError):
    """No kind of edit knows what to make of the sentence."""


def done(said: str, parts: list[Command]) -> Done:
    """All parts as one undo step."""
    if len(parts) == 1:
        return Done(said, (parts[0],))
    return Done(said, (Batch(label=said[:200], commands=tuple(parts)),))
