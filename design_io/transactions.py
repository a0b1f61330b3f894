"""The log of a design as values: what was done, undone and redone, by whom, in order.

The store and the `.plakat` file keep the same transactions; replaying them rebuilds the history.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError

from design_io.commands import Actor, Command
from design_io.document import VERSION, Design, first_fault, validated
from design_io.errors import DesignError
from design_io.history import History
from design_io.paint import Value

Kind = Literal["do", "undo", "redo"]
Revision = Annotated[int, Field(ge=0)]


class Transaction(Value):
    """One step of the log; `target` is the earlier revision that an undo or redo returns to.

    Revision 0 is the design as it was created: a "do" without a command.
    """

    revision: Revision
    kind: Kind
    actor: Actor
    label: Annotated[str, Field(max_length=100_000)] = ""
    command: Command | None = None
    target: Revision | None = None
    created: str = ""  # ISO 8601, UTC
    version: int = VERSION  # of the document the command was made for


def new_design_id() -> str:
    return uuid.uuid4().hex


def transaction_to_json(transaction: Transaction) -> str:
    try:
        return transaction.model_dump_json()
    except ValueError as error:
        number = transaction.revision
        raise DesignError(f"revision {number} holds a value that JSON cannot: {error}") from error


def transaction_from_json(text: str | bytes, revision: int) -> Transaction:
    """The transaction that must be of this revision; DesignError names it otherwise."""
    try:
        transaction = Transaction.model_validate_json(text)
    except ValidationError as error:
        raise DesignError(f"revision {revision} is damaged: {first_fault(error)}") from error
    if transaction.revision != revision:
        raise DesignError(f"revision {revision} is missing; {transaction.revision} is in its place")
    return checked(transaction)


def checked(transaction: Transaction) -> Transaction:
    """The transaction, if this Plakat understands it."""
    if transaction.version != VERSION:
        raise DesignError(
            f"revision {transaction.revision} was written for document version "
            f"{transaction.version}, this Plakat reads {VERSION}; update Plakat"
        )
    if transaction.kind == "do" and transaction.command is None and transaction.revision > 0:
        raise DesignError(f"revision {transaction.revision} is damaged: it has lost its command")
    return transaction


def replayed(initial: Design, transactions: Iterable[Transaction]) -> History:
    """The history that the transactions after `initial` (revision 0) lead to."""
    history = History(initial)
    for transaction in transactions:
        try:
            history = _advanced(history, transaction)
        except DesignError as error:
            raise DesignError(f"revision {transaction.revision} fails: {error}") from error
    return history


def recorded(history: History) -> tuple[Design, tuple[Transaction, ...]]:
    """The first design and the shortest log that leads from it to this history."""
    steps = (*history.past, *reversed(history.future))
    initial = steps[0].before if steps else history.present
    entries: list[dict[str, Any]] = [
        {"kind": "do", "actor": step.actor, "label": step.label, "command": step.command}
        for step in steps
    ]
    entries += [
        {"kind": "undo", "actor": step.actor, "target": len(steps) - undone}
        for undone, step in enumerate(history.future, 1)
    ]
    return initial, tuple(
        validated(Transaction, {"revision": revision} | entry)
        for revision, entry in enumerate(entries, 1)
    )


def _advanced(history: History, transaction: Transaction) -> History:
    if transaction.command is not None:
        return history.do(transaction.command, transaction.label, transaction.actor)
    return history.undo() if transaction.kind == "undo" else history.redo()
