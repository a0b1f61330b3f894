"""What a request says must be told, in half a sentence that no other reader takes for copy.

"Part 01 should be emphasized", "by emphasizing the classic and classy nature of the products",
"a super sale on all items", "visit the website for more articles".
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from agents.phrases import mostly_in, sentence_case
from agents.under_title import below

_STRESS = r"(?:emphasi|highlight|stress|underlin|show|convey)\w*"
_SOURCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:text|copy|message|slogan)\s(?:promotes?|celebrates?|praises?|speaks\sof|talks\sabout)\s"
        r"(?P<t>[a-z][^.;:!?,]+)(?=[.;:!?,]|$)",
        r"\b(?P<t>(?:part|episode|chapter|volume|season|lesson|round|issue)\s\d+)\s(?:should|must"
        r"|needs?\sto|has\sto|is\sto)\s(?:be|stand)\b",
        r"\b(?:promot|announc|releas|introduc|present)\w*\s(?:an?|the|our|its|their)\s"
        r"(?P<t>new\s(?:episode|season|album|single|issue|edition))\b",
        rf"\b{_STRESS}\s(?:the|its|their)\s(?P<t>(?:[a-z-]+,\s)*[a-z-]+(?:\sand\s[a-z-]+)+)\s"
        r"(?:nature|aspects?|character)\sof\b",
        r"\bsale\s(?P<t>on\s(?:all|selected|select|every)\s[a-z]+(?:\s[a-z]+)?)"
        r"(?=[.,;!]|\s(?:and|with|for|at|on|from|in|during)\b|$)",
        r"\bvisit\s(?:the|our|your|their)\s(?P<on>website|blog|channel)\sfor\s"
        r"(?P<t>more\s(?!info|detail)[a-z]+s)\b",
        rf"\b{_STRESS}\s(?:his|her|their|our)\s(?P<t>[a-z-]+\s[a-z-]+(?:\s[a-z-]+){{0,2}})(?=[,;.!?]|$)",
        r"(?:\boff|price|discount|free|offer)[^.;!?]*?\s(?:to|for)\s(?P<t>(?:new|first-time|returning"
        r"|loyal|existing|senior)\s(?:patients|customers|clients|members|students|guests|subscribers"
        r"|users|buyers|visitors|drivers|riders)(?:\sonly)?)\b",
        r"\bwith\s(?:a|the)\sviews?\sof\s(?:the\s)?"
        r"(?P<t>(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+)*(?:,\s(?-i:[A-Z])[\w'’-]+)?)",
    )
)
_WHOM = re.compile(r"(?:first-time|returning|loyal|existing|senior|new [a-z]+s\b)")
_PICTURED = re.compile(r"\b(?:image|picture|photo|background|illustration)\b[^.;!?]*$", re.I)


def with_stressed(texts: tuple[Text, ...], heard: Heard) -> tuple[Text, ...]:
    """The texts and what they lack of that."""
    if heard.language != "en" or not heard.opening.asked:
        return texts
    for found in (m for pattern in _SOURCES for m in pattern.finditer(heard.request)):
        line = _line(found)
        said = " ".join(f"{t.label} {t.text}" for t in texts)
        if mostly_in(line, said, 0.6) or _PICTURED.search(heard.request[: found.start("t")]):
            continue
        texts = below(texts, sentence_case(line))
    return texts


def _line(found: re.Match[str]) -> str:
    """ "more articles on our website", "for new clients"."""
    if "on" in found.groupdict():
        return f"{found['t']} on our {found['on']}"
    return f"for {found['t']}" if _WHOM.match(found["t"]) else found["t"]
