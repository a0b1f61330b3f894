"""Everything heard in a request, by every reader of it, before copy is chosen."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.announced import announced_in, without_calls
from agents.asking import NOTHING, Asked, asked_in
from agents.directing import Direction, is_directed
from agents.explicit import explicit_in
from agents.fact import Fact
from agents.facts import facts_in
from agents.fragments import lines_in
from agents.headline import Headline, headline_of
from agents.labels import Labelled, labels_in
from agents.names import Names, names_in, without_venues
from agents.opening import Opening
from agents.overlaps import inside, is_whole, retold, with_holes, without_facts, without_overlap
from agents.phrases import HOLE
from agents.quoted_facts import taken_apart
from agents.quotes import Quote, quotes_in
from agents.signoffs import signoffs_in
from agents.statements import Statements, statements_in
from agents.verbatim import Verbatim, headed_by_kind, verbatim_copy


class Heard(NamedTuple):
    """Everything heard in the request before copy is chosen from it."""

    request: str
    language: str
    facts: tuple[Fact, ...]
    quotes: tuple[Quote, ...]
    masked: str  # facts, quotes and sentences of direction are holes in it
    opening: Opening
    headline: Headline
    statements: Statements
    names: Names
    verbatim: Verbatim
    labels: tuple[Labelled, ...] = ()
    whole: str = ""  # with the sentences of direction, which tell of the picture


_WISHING = re.compile(
    r"^\W*(?:we(?:['’]re| are)? )?wish(?:ing)?\s(?:you|every\w+|all|our)\b[^.,!?]{0,40}?\s"
    r"(?=an?\s(?:very\s)?(?:happy|merry|blessed|joyful|safe|wonderful|peaceful))an?\s(?:very\s)?",
    re.IGNORECASE,
)


def heard_in(request: str, language: str, directions: tuple[Direction, ...] = ()) -> Heard:
    found = tuple(f for f in facts_in(request) if not is_directed(f, directions))
    spelled = without_facts(explicit_in(request), found)
    signed = signoffs_in(request) if language == "en" else ()
    quotes = without_overlap((*quotes_in(request), *spelled, *signed))
    quotes = tuple(piece for quote in quotes for piece in taken_apart(quote))
    facts = tuple(f for f in found if not inside(f, quotes) or is_whole(f, quotes))
    facts = tuple(f for f in facts if not retold(f, quotes))
    quotes = tuple(q for q in quotes if not any(q.text == f.text for f in facts))
    masked = with_holes(request, (*facts, *quotes, *spelled))
    dated = any(f.role == "date" for f in facts)
    labels = labels_in(masked, facts) if language == "en" else ()
    masked = with_holes(masked, labels)
    whole, masked = masked, with_holes(masked, tuple(d for d in directions if d.whole))
    masked = _WISHING.sub(lambda m: HOLE * len(m[0]), masked)
    names = names_in(masked, dated) if language == "en" else Names()
    announced = announced_in(masked) if language == "en" else None
    asked = asked_in(masked) if language == "en" and not announced else Asked(NOTHING, ())
    if announced:
        headline, said = Headline(), Statements()
        plain = verbatim_copy(without_venues(announced.copy, names), language, dated)
        plain = plain._replace(kicker=re.split(r"\swith\s", announced.kicker)[0] or plain.kicker)
        plain = headed_by_kind(plain, announced.copy)
    elif asked.opening.asked:
        headline, said = headline_of(asked.opening), statements_in(masked)
        said = said._replace(lines=(*headline.pieces, *lines_in(asked.others)))
        plain = _after_colon(asked.opening, masked, dated)
    else:
        headline, said = Headline(), Statements()
        calm = without_calls(masked) if language == "en" else masked
        plain = verbatim_copy(without_venues(calm, names), language, dated)
    return Heard(
        request,
        language,
        facts,
        quotes,
        masked,
        asked.opening,
        headline,
        said,
        names,
        plain,
        labels,
        whole,
    )


def _after_colon(opening: Opening, masked: str, dated: bool) -> Verbatim:
    """ "Instagram post: New arrivals! Dresses from $29": what follows the colon is copy."""
    if not any(text.startswith(":") for text in opening.of("lead")):
        return Verbatim()
    return verbatim_copy(masked[masked.index(":") + 1 :], "en", dated)
