"""Sanity of facts: what is doubtful in a request, told with a fix and never changed.

Pure functions over a Brief and today's date; the raw request is read too, for what is malformed
is no fact to the parser. `RULES` at the foot names every kind of doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from agents.brief import Brief
from agents.doubts import Doubt
from agents.sanity_contacts import doubts_about_contacts
from agents.sanity_dates import doubts_about_days
from agents.sanity_times import doubts_about_times
from agents.sanity_values import doubts_about_values
from agents.sanity_words import doubts_about_words
from design_io.document import Design, GroupLayer, Layer, TextLayer
from layout.findings import Finding


def doubts_in(brief: Brief, today: date) -> tuple[Doubt, ...]:
    """Every doubt once, in the order of `RULES`."""
    found = (doubt for rule in RULES for doubt in rule(brief, today))
    return tuple(dict.fromkeys(found))


def findings_of(doubts: Iterable[Doubt], design: Design) -> tuple[Finding, ...]:
    """The doubts as soft findings on the layers that show the doubted words."""
    texts = tuple(_texts(design.layers))
    return tuple(
        Finding(
            rule=doubt.rule, severity="soft", layers=_showing(doubt.text, texts), measure=1,
            threshold=0, message=doubt.line,
        )
        for doubt in doubts
    )  # fmt: skip


def _texts(layers: tuple[Layer, ...]) -> Iterable[TextLayer]:
    for layer in layers:
        if isinstance(layer, GroupLayer):
            yield from _texts(layer.layers)
        elif isinstance(layer, TextLayer):
            yield layer


def _showing(words: str, texts: tuple[TextLayer, ...]) -> tuple[str, ...]:
    wanted = " ".join(words.lower().split())
    return tuple(t.id for t in texts if wanted in " ".join(t.text.lower().split()))


RULES: tuple[Callable[[Brief, date], Iterable[Doubt]], ...] = (
    lambda brief, today: doubts_about_days(brief.request, today),
    lambda brief, today: doubts_about_times(brief.request),
    lambda brief, today: doubts_about_values(brief.request),
    lambda brief, today: doubts_about_contacts(brief.request, brief.language.value),
    lambda brief, today: doubts_about_words(brief),
)
