"""What a request says must be told, in half a sentence that no other reader takes for copy.

"Part 01 should be emphasized", "by emphasizing the classic and classy nature of the products",
"a super sale on all items", "visit the website for more articles".
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from agents.phrases import mostly_in, sentence_case, words_of
from agents.said_once import after_headline
from agents.vocabulary import is_direction
from agents.well_wishes import below
from agents.whole_lines import to_you

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
    return _with_urged(texts, heard.request)


_URGED = re.compile(
    r"\b(?:ask|tell|urg|encourag|remind|inspir|motivat)\w*\s(?:[\w-]+\s){1,3}?to\s(?P<t>(?!visit|shop|buy|order"
    r"|book|join|click|swipe|call|contact|sign|follow|subscri|learn|read|attend|come|check|use|try"
    r"|download|regist|apply|purchas|explor|celebrat|take|feel|consider|interact|engag|particip|share"
    r"|tag|comment|accept|be\b|act\b|see\b|get\b|make\b|have\b|find\b)[a-z]+\s[^,.;:!?\n]+)(?=[,;:!?\n]|\.(?!\w)|$)",
    re.IGNORECASE,
)
_NEXT_ORDER = re.compile(
    r"\s(?:and|by|with|while|through)\s(?:the\s|use|includ|show|visit|mention|\w+ing\b).*"
)
_READERS_OWN = re.compile(r"\b(?:your|this|post|story|photos?|photographs?|page)\b", re.IGNORECASE)
_MOST_WORDS = 10


def _with_urged(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """What readers are asked to do, where the design says nothing below its headline."""
    told = any(
        t.role in ("subtitle", "item", "body") and t.provenance != "suggested" for t in texts
    )
    urged = None if told else _URGED.search(request)
    line = to_you(_NEXT_ORDER.sub("", urged["t"])) if urged else ""
    said = " ".join(t.text for t in texts)
    plain = _READERS_OWN.sub("", line)
    fit = 2 < len(words_of(line)) <= _MOST_WORDS and not mostly_in(line, said, 0.6)
    title = next((t.text for t in texts if t.role == "title"), "")
    line = after_headline(title, line)
    return below(texts, sentence_case(line)) if fit and not is_direction(plain) else texts


def _line(found: re.Match[str]) -> str:
    """ "more articles on our website", "for new clients"."""
    if "on" in found.groupdict():
        return f"{found['t']} on our {found['on']}"
    return f"for {found['t']}" if _WHOM.match(found["t"]) else found["t"]
