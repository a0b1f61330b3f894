"""What a sentence, or an answer, does to a design of a home: the moves that its log takes in."""

from __future__ import annotations

import json
import re

from agents.completing import completed
from agents.edit_graph import Answer, Choice, Request
from agents.home import Home
from agents.minds import RULES, Mind
from agents.saying import Spoken, spoken
from design_io.errors import DesignError, RevisionConflict
from design_io.store import Message
from generators.request import Generator

_NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth")
_PICK = re.compile(
    r"(?:i(?:'ll| will)? (?:take|like|want|choose|prefer) |take |pick |choose |use |let's take )?"
    r"(?:the |number |no\.? |option |variant |#)*(?P<n>[1-9]|first|second|third|fourth|fifth|sixth)"
    r"(?: (?:one|option|variant|version))?(?: please)?"
)
_YES = re.compile(r"(?:yes|yep|yeah|ok|okay|sure|go ahead|do it)(?: please)?")


def understood(home: Home, request: Request, painter: Generator, mind: Mind = RULES) -> Answer:
    """The answer to a request; whatever is wrong with it is said in the answer."""
    member = home.member(request.design_id)
    rest = home.rest(member)
    try:
        if request.answers:
            turn = completed(member, rest, request.answers, painter)
            return Answer(kind="done", said="; ".join(turn.notes), moves=home.moves(turn.members))
        words = picked(request.sentence, home.store.transcript(request.design_id))
        return _answer(home, spoken(words, member, rest, request.selected, painter, mind))
    except RevisionConflict:
        raise
    except DesignError as error:
        return Answer(kind="impossible", said=str(error))


def picked(sentence: str, transcript: tuple[Message, ...]) -> str:
    """The sentence that "the second one" or "yes" chooses among what was offered last; any other
    sentence as it is."""
    last = next((m for m in reversed(transcript) if m.author == "agent"), None)
    offered = json.loads(last.data or "{}").get("choices", []) if last else []
    said = " ".join(sentence.lower().strip(" .!").split())
    for choice in offered:
        if choice["label"].lower() == said and choice["sentence"]:
            return str(choice["sentence"])
    match = _PICK.fullmatch(said)
    number = 0
    if match:
        word = match["n"]
        number = int(word) - 1 if word.isdigit() else _NUMBERS.index(word)
    if offered and (match or _YES.fullmatch(said)) and number < len(offered):
        return str(offered[number]["sentence"]) or sentence
    return sentence


def _answer(home: Home, said: Spoken) -> Answer:
    choices = tuple(
        Choice(label=offer.label, sentence=offer.sentence, command=offer.command)
        for offer in said.offers
    )
    return Answer(
        kind=said.kind, said=said.said, diff=said.diff, choices=choices,
        moves=home.moves(said.members, said.added),
    )  # fmt: skip
