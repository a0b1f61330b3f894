"""Whose words are whose: facts, quotations and headings that lie over each other in a request."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.directing import Direction
from agents.explicit import FACT_USES
from agents.fact import Fact
from agents.labels import Labelled
from agents.phrases import HOLE
from agents.quotes import Quote


def with_holes(request: str, spans: tuple[Fact | Quote | Labelled | Direction, ...]) -> str:
    """The request with signs that are no words where the spans stand."""
    for span in spans:
        hole = HOLE * (span.end - span.start)
        request = request[: span.start] + hole + request[span.end :]
    return request


def inside(fact: Fact, quotes: tuple[Quote, ...]) -> bool:
    """Whether a quotation of copy has the fact in it."""
    return any(
        q.start <= fact.start and fact.end <= q.end and q.use not in FACT_USES for q in quotes
    )


def retold(fact: Fact, quotes: tuple[Quote, ...]) -> bool:
    """A fact that a quotation of the same kind says with more words: "$6 only"."""
    return any(
        q.start <= fact.start and fact.end <= q.end and fact.text != q.text
        for q in quotes
        if FACT_USES.get(q.use) == fact.role
    )


def is_whole(fact: Fact, quotes: tuple[Quote, ...]) -> bool:
    """A quote that is nothing but a fact is that fact."""
    return any(q.text == fact.text for q in quotes)


def without_overlap(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Of quotations that lie over each other, the first."""
    kept: list[Quote] = []
    for quote in quotes:
        same = [
            k for k in kept if k.start < quote.end and quote.start < k.end and k.text != quote.text
        ]
        if not same or quote.use == "hashtag":
            kept.append(quote)
    return tuple(kept)


def without_facts(spelled: tuple[Quote, ...], facts: tuple[Fact, ...]) -> tuple[Quote, ...]:
    """ "Contact: 020 7946 0018, brightsmile.co.uk" is two facts and nothing more."""

    def covered(quote: Quote) -> bool:
        held = [f for f in facts if quote.start <= f.start and f.end <= quote.end]
        whole = len(held) == 1 and quote.text == held[0].text
        return not whole and sum(len(f.text) for f in held) > 0.6 * len(quote.text)

    return tuple(q for q in spelled if q.use not in FACT_USES or not covered(q))


def said_longer(text: Text, texts: list[Text]) -> bool:
    """ "Grey tabby" beside "Grey tabby with white paws"."""
    others = (t.text.lower() for t in texts if t.role in ("subtitle", "item") and t != text)
    words = text.text.lower()
    short = rf"(?<!\w){re.escape(words)}(?!\w)"
    return text.role in ("subtitle", "item", "legal") and any(
        words in other and re.search(short, other) for other in others
    )


def unique(texts: list[Text]) -> list[Text]:
    """Each text of a role once, the first of those that differ in capitals only."""
    seen: dict[tuple[str, str], Text] = {}
    for text in texts:
        seen.setdefault((text.role, text.text.lower()), text)
    return list(seen.values())
