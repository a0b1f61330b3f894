"""A customer's words that are asked for and not given: a quotation to be filled in.

"Include a customer testimonial" prints “Your customer’s words” in the way of a quotation; what is
only a label of it in the request ("Customer testimonial", "Review from Ann Lee") is no line.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.hearing import Heard
from agents.phrases import words_of
from agents.quotes import quotes_in
from agents.wanted import Wanted, named

_HEADLINE = "What Our Customers Say"
_QUOTATION = 4  # words of a quotation, which may be one
_WHO = r"(?:customer|client|guest|patient|student|member|tourist|travell?er|buyer|user)"
_WORDS = r"(?:testimonials?|reviews?|feedback)"
_NAME = r"(?-i:[A-Z])[\w'’.-]+(?:\s(?-i:[A-Z])[\w'’.-]+){0,2}"
_BY = rf"{_WORDS}\s(?:(?:is|comes)\s)?(?:from|by)\s"
_ASKED = re.compile(
    rf"\b(?:(?P<who>{_WHO})(?:['’]s|s['’]?)?\s)?testimonials?\b"
    rf"|\b(?P<by>{_WHO})(?:['’]s|s['’]?)?\s(?:reviews?|feedback)\b"
    rf"|\b{_BY}(?:(?:an?|our|the)\s(?:\w+\s)?(?P<of>{_WHO})|{_NAME})",
    re.IGNORECASE,
)
_BY_NAME = re.compile(rf"\b{_BY}(?:(?:an?|our|the)\s[a-z ]+,?\s)?(?P<name>{_NAME})", re.IGNORECASE)
_NOT_OURS = re.compile(  # what readers are to write or look up, and reviews of works
    r"\b(?:leave|write|share|to post|give|read|see|check|send|submit|collect)\s(?:[\w'’]+\s){0,3}?"
    rf"{_WORDS}|\bask\w*\s[^.;]*\bfor\s(?:[\w'’]+\s){{0,3}}?{_WORDS}"
    rf"|{_WORDS}\s(?:page|site|section|platform|form)s?\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    rf"(?:(?:an?|the|positive|happy|real|good|great|short|satisfied|{_WHO}(?:['’]s|s['’]?)?)\s)*"
    rf"{_WORDS}(?:\s(?:posts?|ads?|advertisements?|from\s.*|by\s.*))?",
    re.IGNORECASE,
)


def testimonial_in(heard: Heard, texts: tuple[Text, ...]) -> tuple[Wanted, ...]:
    """The quotation that the request asks for and neither it nor a text gives."""
    asked = _ASKED.search(heard.whole) if heard.language == "en" else None
    given = any(t.role == "quote" for t in texts) or any(
        len(words_of(q.text)) >= _QUOTATION for q in heard.quotes
    )
    if asked is None or given or _NOT_OURS.search(heard.whole):
        return ()
    who = next(filter(None, asked.group("who", "by", "of")), "customer").lower()
    who = "guest" if who.startswith(("tour", "trav")) else who
    return (Wanted("testimonial", f"“Your {who}’s words”", "quote"),)


_STARS = re.compile(
    r"\b(?P<count>[1-5]|one|two|three|four|five)[- ](?:(?:small|big|bright|shining|golden|gold"
    r"|yellow|red|full) )*stars?\b"
    r"(?! (?:hotel|resort|restaurant|spa|inn))",
    re.IGNORECASE,
)
_STAR = "★"
_COUNTS = ("one", "two", "three", "four", "five")


def is_rating(text: Text) -> bool:
    """Whether it is the stars of a review, in print."""
    return set(text.text) == {_STAR}


def with_stars(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with the stars that a review is said to have, above its words."""
    found = _STARS.search(request) if re.search(_WORDS, request, re.IGNORECASE) else None
    said = any("star" in t.text.lower() for t in texts if t.role != "body")
    quoted = any(t.text.startswith(("—", "–")) for t in texts) or _is_quotation(texts, request)
    if found is None or said or not quoted:
        return texts
    count = found["count"].lower()
    number = int(count) if count.isdigit() else _COUNTS.index(count) + 1
    return (Text(role="kicker", text=_STAR * number, provenance="inferred"), *texts)


def _is_quotation(texts: tuple[Text, ...], request: str) -> bool:
    """Whether the headline is several words that the request quotes."""
    title = next((t.text for t in texts if t.role == "title"), "")
    quoted = any(q.text == title for q in quotes_in(request))
    return quoted and len(title.split()) >= _QUOTATION


def with_author(texts: tuple[Text, ...], request: str) -> tuple[Text, ...]:
    """The texts with who gives a testimonial to be filled in, and without labels of it."""
    if not any(t.role == "quote" and t.provenance == "suggested" for t in texts):
        return texts
    by = _BY_NAME.search(request)
    wanted = next((t for t in texts if t.role == "subtitle" and named(t.text)), None)
    name = by["name"].rstrip(".") if by else wanted.text if wanted else "Name"
    said = Text(role="body", text=f"– {name}", provenance="inferred" if by else "suggested")
    ours = {t.text for t in texts if t.role == "subtitle" and t.provenance == "suggested"}
    kept = (_headed(t) for t in texts if t.text not in ours and t.text != name)
    return (*filter(None, kept), said)


def _headed(text: Text) -> Text | None:
    """A line that is no mere label of a testimonial; as a headline it says whose words follow."""
    if not _LABEL.fullmatch(text.text):
        return text
    return text.evolve(text=_HEADLINE, provenance="suggested") if text.role == "title" else None
