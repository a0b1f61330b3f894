"""What a request wants all over its sheet beside the picture: gingham, stripes, stars, snow."""

from __future__ import annotations

import re

_ON = r"(?:pattern|background|backdrop|border|edge|tablecloth|cloth|print|paper|texture|motif)s?\b"
_SMALL = r"(?:(?:small|tiny|little|scattered|twinkling|shiny|shining|delicate|falling|floating)\s)"
_METAL = r"(?:(?:silver|gold(?:en)?|white)\s)"
_STREWN = r"\s(?:(?:in|on|across|over|around|all over)\sthe\b|as (?:an?\s)?(?:ornament|decoration))"
_KINDS = {
    "gingham": rf"\bgingham\b|\b(?:check(?:ed|ered)?|plaid)\s(?:\w+\s)?{_ON}",
    "stripes": rf"\bstrip(?:ed|es|y)\s(?:\w+\s)?{_ON}|\b{_ON}\s(?:of|with|in)\s(?:\w+\s)*stripes\b",
    "dots": rf"\bpolka[- ]?dot(?:s|ted)?\b(?! (?:dress|shirt|skirt|tie|bow))|\bdotted\s{_ON}",
    "stars": rf"(?<!five )(?<!four )\b(?:{_SMALL}+{_METAL}?|{_METAL})stars\b"
    rf"|\bstars{_STREWN}|\b(?:with|of) stars\b|\bstarry\b",
    "snow": r"\bsnowflakes\b|\b(?:falling|drifting|gentle|light)\ssnow\b|\bsnowfall\b"
    rf"|\bsnow\w*\s(?:is\s)?falling|\bsnowy\s{_ON}",
    "hearts": rf"\b{_SMALL}+(?:\w+\s)?hearts\b|\bhearts{_STREWN}",
}
_REFUSED = re.compile(r"\b(?:without|no|not|avoid)\s(?:any\s)?$", re.IGNORECASE)
_PATTERNS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _KINDS.items()}


def ornament_in(request: str) -> str:
    """Its kind, with the metal it is of, "stars silver"; empty where none is asked for."""
    for kind, pattern in _PATTERNS.items():
        found = pattern.search(request)
        if found and not _REFUSED.search(request[: found.start()]):
            metal = re.search(r"silver|gold", found[0], re.IGNORECASE)
            return f"{kind} {metal[0].lower()}" if metal else kind
    return ""
