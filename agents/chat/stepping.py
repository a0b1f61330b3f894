"""Undo and redo, by whatever words."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, Back, CannotError
from agents.chat.sentence import Sentence

_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "twice": 2, "couple of": 2}
_COUNT = r"(?P<n>\d+|one|two|three|four|five|couple of)"
_LAST = (
    r"(?:it|that|this|the (?:last|latest|previous) (?:one|thing|change|edit|step|bit)"
    r"|my last (?:change|edit)|the change|what you (?:just )?did|last (?:change|edit|step)"
    r"|the last|again)"
)
_UNDO = re.compile(
    rf"(?:undo|revert|reverse|take back|cancel|scrap|roll back|un-?do)(?: {_LAST})?"
    rf"|undo (?:the )?(?:last )?{_COUNT} (?:changes|edits|steps|things|times)|(?:go|step"
    rf"|take (?:it|me)|rewind)(?: back)? (?:back )?(?:an? |one |the )?(?:step|change"
    rf"|edit)?(?: back)?|(?:go|step) back {_COUNT.replace('<n>', '<n2>')} (?:steps?|changes"
    rf"|edits)|undo twice|undo"
    r"|(?:no,? )?(?:put|change|turn|take|set|switch|bring) (?:it|that|this"
    r"|everything) back(?: (?:how|to how|to what|the way|as) it was(?: before)?| again"
    r"| to before| to normal)?|(?:i )?(?:liked|preferred) (?:it )?(?:better "
    r"|more )?(?:(?:the way )?(?:it was|how it was) )?(?:before|better|as it was|how it was"
    r"|the way it was|the last one)+(?: before)?|(?:it was|that was) better before|(?:that"
    r"|this)(?: is|'s| was|'s just)? (?:wrong|a mistake|not what i (?:meant|wanted)|worse"
    r"|terrible)|(?:take|bring) (?:me|us|it) back(?: to (?:how it was|before|the (?:previous"
    r"|last|earlier)(?: version| one| state)?))?|(?:ctrl|cmd|control|command|⌘)[ +-]?z"
    r"|never ?mind(?: that)?|no,? (?:undo|not that|that's (?:wrong|worse))"
    r"|go back(?: to (?:how it was|before|the previous(?: version| one)?|the last version))?"
    r"|previous version|restore (?:it|the previous version)"
)
_REDO = re.compile(
    r"(?:redo|re-do|un-?undo|reapply)(?: (?:it|that|this|the last.*))?|(?:ctrl|cmd|control"
    r"|command)[ +-]?(?:y|shift[ +-]?z)|(?:do|bring|put) (?:it|that) (?:again|back again)"
    r"|(?:undo the undo|i liked (?:it|that) after all|put the change back"
    r"|go forwards?(?: again)?)"
)


_COMPLAINT = re.compile(
    r"^[^,;.!]{2,40}[,;.!] ?(?=(?:undo|go back|revert|put (?:it|that) back|take (?:it|that) back"
    r"|change it back)\b)"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    low = _COMPLAINT.sub("", sentence.low.strip(" ,.!?"))
    if _REDO.fullmatch(low):
        if not context.history.future:
            raise CannotError("nothing to redo")
        return Back("redo", "redone")
    match = _UNDO.fullmatch(low)
    if match is None:
        return None
    said = match["n"] or match["n2"] or ("twice" if "twice" in low else "")
    steps = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
    past = len(context.history.past)
    if not past:
        raise CannotError("nothing to undo")
    if steps > past:
        raise CannotError(f"only {past} changes can be undone")
    return Back("undo", "undone" if steps == 1 else f"{steps} changes undone", steps)
