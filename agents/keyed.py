"""Briefs in labelled lines: "Event: Repair Café", "- Where: the old mill", "Style: warm colours".

What a line is called is said in the words that the other readers know; what is only told to the
designer is said as such, and whom it is for and what is agreed with the designer is left out.
"""

from __future__ import annotations

import re

_LEAST = 2  # labelled lines that make a request a brief of them
# labels as patterns -> how the others read the line
_CALLED = {
    r"(?:main |event |exhibition |show )?(?:headline|title|heading)|(?:name of (?:the )?)?event"
    r"|event name|topic|occasion": "Title: {}",
    r"sub-?\s?(?:head(?:line|ing)?|title)|second(?:ary)? (?:line|text)|strap ?line": "Subtitle: {}",
    r"costs?|fees?|how much": "Price: {}",
    r"call[- ]to[- ]action|cta|button(?: text)?": "CTA: {}",
    r"dates? (?:and|&|/|\+) times?|details?|info(?:rmation)?|also|what|copy|body(?: (?:text|copy))?"
    r"|(?:more|extra|other|additional|key) (?:info(?:rmation)?|details)|extras?|description|type"
    r"|kind|format of (?:the )?event": "{}",
    r"room|hall": "Location: {}",
    r"(?!brand\b|company\b|event\b)\w+ name": "Brand: {}",
    r"images?|imagery|photos?|pictures?|visuals?|illustrations?|graphics|background|elements"
    r"|inspiration|references?": "The image features {}.",
    r"styles?|looks?|(?:look (?:and|&) )?feel|mood|tone(?: of voice)?|vibe|atmosphere|palette"
    r"|(?:brand |main |preferred )?colou?rs?(?: scheme| palette)?|fonts?|typography|layout"
    r"|design(?: notes?)?|notes?(?: (?:for|to) (?:the )?designer)?": "The style is {}.",
    r"avoid|no": "Avoid {}.",
    r"(?:target )?audience|target(?: group)?|for whom|purpose|goals?|objective|aim|budget|client"
    r"|turn-?around|delivery|deliverables?|due(?: date)?|needed by|file (?:type|format)s?": "",
}
# labels that the others read by themselves
_KNOWN = (
    r"dates?|when|time|venue|location|place|where|address|price|prices|tickets|entry|admission"
    r"|website|web|url|phone|tel|e-?mail|contact|rsvp|brand(?: name)?|company(?: name)?|host"
    r"|organi[sz]er|tagline|slogan|message|format|size|text|speakers?|sponsors?|instagram"
)
_LINE = re.compile(
    rf"^[ \t]*(?:[-*•·–]\s+|\d{{1,2}}[.)]\s+)?\**(?P<key>{'|'.join(_CALLED)}|{_KNOWN})\**"
    r"(?:[ \t]*:|(?=[ \t]+[\"“]))\**[ \t]*(?P<value>\S.*)?$",
    re.IGNORECASE,
)
_PATTERNS = tuple((re.compile(label, re.IGNORECASE), said) for label, said in _CALLED.items())


def without_keys(request: str) -> str:
    """The request with its labels said alike; as it is when it is no brief in labelled lines."""
    lines = request.split("\n")
    found = [_LINE.match(line) for line in lines]
    if sum(match is not None for match in found) < _LEAST:
        return request
    said = (_said(match) if match else line for match, line in zip(found, lines, strict=True))
    return "\n".join(line for line in said if line.strip())


def _said(line: re.Match[str]) -> str:
    key, value = line["key"], (line["value"] or "").strip()
    known = next((said for label, said in _PATTERNS if label.fullmatch(key)), f"{key}: {{}}")
    return known.format(value.rstrip(".") if known.endswith(".") else value)
