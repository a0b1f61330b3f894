"""Undo and redo, by whatever words."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, Back, CannotError
from agents.chat.sentence import Sentence

_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "twice": 2,
    "couple of": 2,
    "both": 2,
    "couple": 2,
}
_COUNT = r"(?P<n>\d+|one|two|three|four|five|couple of|couple|both)"
_LAST = (
    r"(?:it|that|this|them|those|(?:the|my|your|that) (?:last|latest|previous)(?: (?:one|thing"
    r"|change"
    r"|edit|step|bit))?|(?:the|that|this|my|your|last) (?:change|edit|step|one)|what (?:you|i)"
    r" (?:just )?did|again|all (?:of )?(?:it|that|this))"
)
_AS = (
    r"(?:(?:to |the )?(?:how|what|way|where)(?: it)?(?: (?:was|were|looked|had|used to be"
    r"|started))+"
    r"|as it was|like it was|the way (?:it|things) (?:was|were|looked))(?: (?:before|at first"
    r"|originally|earlier))?"
)
_FORMER = (
    r"(?:the )?(?:before|(?:original|old|earlier|previous|first|last|former|other)(?: (?:one"
    r"|version"
    r"|state|look|design|colou?r|font|size|text))?|(?:it|that) (?:was )?before)"
)
_BACK_TO = rf"(?: (?:again|please|{_AS}|(?:to )?{_FORMER}|to normal))*"
_VERB = (
    r"(?:undo|un-do|revert|reverse|take back|cancel|scrap|roll back|reset|drop|forget|ditch|bin)"
)
_MOVE = r"(?:put|change|turn|take|set|switch|bring|make|get|roll|have)"
_PLACE = r"(?:(?:go|step|move|take (?:it|me|us)|rewind)(?: (?:back|backwards))?)"
_UNDO = re.compile(
    rf"{_VERB}(?: {_LAST})?(?: (?:to )?(?:{_AS}|{_FORMER}))?|{_VERB}(?: the)?(?: last)? {_COUNT}"
    rf"(?: last)?(?: (?:of (?:them|those|these)|changes|edits|steps|things|times))?"
    rf"|{_PLACE} (?:back )?(?:an? |one )?(?:step|change|edit|one)?(?: back)?"
    rf"|(?:go|step|move) back(?: {_COUNT.replace('<n>', '<n2>')}(?: (?:steps?|changes|edits))?)?"
    rf"|undo twice|{_MOVE} (?:it|that|this|everything|things) back{_BACK_TO}"
    rf"|(?:go |going |want |i want |take (?:me|us|it) |back |bring )*back(?: to)? (?:{_AS}"
    rf"|{_FORMER})"
    rf"|(?:i |we |much )*(?:liked?|preferr?(?:ed)?|want(?:ed)?)(?: it| that)?(?: (?:better|more"
    rf"|much"
    rf"|best|back))*(?: {_AS}| {_FORMER})(?: (?:better|more|much))*"
    r"|(?:it|that) (?:was|looked|worked) (?:better|nicer) (?:before|as it was)"
    r"|(?:before|the old one|the original|the other one) (?:was|looked) (?:better|nicer|best)"
    r"|(?:that|this|it)(?: is|'s| was|'s just| looks)? (?:so |just |much |even )*(?:wrong|a mistake"
    r"|not (?:right|good|better|it|what i (?:meant|wanted|asked(?: for)?|had in mind))|worse"
    r"|terrible"
    r"|a bad idea|no (?:good|better)|horrible|ruined)(?: now)?"
    r"|(?:that|this|it) (?:isn't|wasn't|doesn't look|is not|was not) (?:right|good|better|it|what i"
    r" (?:meant|wanted|asked(?: for)?|had in mind))|(?:don't|do not|please don't) do (?:that|this"
    r"|it)"
    r"|(?:ctrl|cmd|control|command|⌘)[ +-]?z|never ?mind(?: (?:that|it))?|undo|back|not that"
    r"|go back(?: on (?:that|it))?|(?:previous|old|original) version"
    r"|(?:put|bring|change|turn|set|have|get|take) .{2,30} back (?:to )?(?:how|the way|like|as"
    r"|what)"
    r" (?:it|they) (?:was|were)(?: before)?"
    r"|(?:restore|bring back|i want|give me|show me|use)(?: back)? (?:it|the (?:previous|old"
    r"|original|earlier) (?:version|one|look|design))(?: back)?|as it was(?: before)?"
)
_ALL = re.compile(
    r"(?:start (?:again|over|afresh|from (?:scratch|the (?:beginning|start)))+(?: from (?:scratch"
    r"|the"
    r" (?:beginning|start)))?|(?:undo|revert|reset|scrap|cancel|forget|take back) (?:everything|all"
    r"(?: (?:of (?:it|them|that)|(?:the|my) changes))?|every change)|(?:go |take (?:it|me) |put"
    r" (?:it|everything) )*back to (?:the (?:beginning|start|very first(?: one| version)?)"
    r"|square one)"
    r"|reset)"
)
_REDO = re.compile(
    r"(?:redo|re-do|un-?undo|reapply|restore)(?: (?:it|that|this|the (?:last|change|undo).*))?"
    r"|(?:ctrl|cmd|control|command)[ +-]?(?:y|shift[ +-]?z)|(?:do|bring|put|have|get|want) (?:it"
    r"|that"
    r"|this|the \w+) (?:again|back(?: again)?|back in)|(?:undo the undo|put the change back"
    r"|i (?:did"
    r" )?(?:like|liked|want|wanted|prefer|preferred) (?:it|that|the \w+)(?: (?:after all|really"
    r"|better"
    r"|actually))?|it was (?:better|right|fine|good)(?: after all)?|go forwards?(?: again)?"
    r"|forwards?"
    r"|(?:that|it) was (?:better|right|fine|good)(?: after all)?|do it after all)"
)


_REDO_SAID = re.compile(r"redo|re-do|un-?undo|reapply|ctrl|cmd|control|command|undo the undo")
_GRUNT = re.compile(
    r"^(?:(?:oh no|no|nope|nah|oh|hm+|er+|wait|sorry|actually|please|argh|ugh|ok|okay|wrong"
    r"|yuck|eek|oops"
    r"|i think|let's|can (?:you|we)|just)[,.!]* +)+"
)
_COMPLAINT = re.compile(
    r"^[^,;.!]{2,60}[,;.!-]+ ?(?:(?:please|so|can you|just|let's) )*(?=(?:undo|redo|go back|revert"
    r"|(?:put|take|change|bring|set|turn) (?:it|that|this) back)\b)"
)
_PRAISE = re.compile(  # "go back, that was better": why, behind what is asked
    r"[,;.!-]+ ?(?:(?:because|cos|as) )?(?:(?:it|that|this|before"
    r"|the (?:old|first|previous|last|other|original)(?: one| version)?)"
    r" (?:was|looked|felt|is|looks)"
    r"|(?:i|we) (?:liked|preferred|loved)|(?:this|that|it) (?:isn't|is not|wasn't)) ?[^,;.!]*$"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    low = _COMPLAINT.sub("", _GRUNT.sub("", sentence.low.strip(" ,.!?")))
    low = _PRAISE.sub("", low)
    undone = bool(context.history.future)  # only what was taken back can be done again
    if _REDO.fullmatch(low) and (undone or not _UNDO.fullmatch(low)):
        if not undone and not _REDO_SAID.match(low):
            return None
        if not undone:
            raise CannotError("nothing to redo")
        return Back("redo", "redone")
    past = len(context.history.past)
    if _ALL.fullmatch(low) and past:
        return Back("undo", "all changes undone", past)
    match = _UNDO.fullmatch(low)
    if match is None:
        return None
    said = match["n"] or match["n2"] or ("twice" if "twice" in low else "")
    steps = int(said) if said.isdigit() else _NUMBERS.get(said, 1)
    if not past:
        raise CannotError("nothing to undo")
    if steps > past:
        raise CannotError(f"only {past} changes can be undone")
    return Back("undo", "undone" if steps == 1 else f"{steps} changes undone", steps)
