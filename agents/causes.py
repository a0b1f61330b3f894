"""Cards that say why they are sent and not what they wish: "for my friend who is moving"."""

from __future__ import annotations

import re

# what happens to the one who gets the card, as patterns asked in order -> the greeting
_CAUSES = (
    (r"(?:has |have )?(?:lost|losing) (?:her|his|their|a|an)\b|passed away|mourning|grieving",
     "With Deepest Sympathy"),
    (r"(?:is|are|has been|was) (?:sick|ill|unwell|in (?:the )?hospital|recovering)|surgery"
    r"|broke (?:her|his)",
     "Get Well Soon"),
    (r"(?:had|having|expecting|welcom\w+) (?:a|their|her|his|twins)\b[^.]{0,24}?(?:baby|babies|boy"
    r"|girl|twins"
     r"|child|son|daughter)|new parents|newborn", "Welcome, Little One"),
    (r"became (?:an?\s)?(?:father|mother|parents?|dad|mum|mom|grand\w+)", "Congratulations"),
    (r"(?:got|getting|is|are) (?:married|engaged)|tying the knot|newlyweds?", "Congratulations"),
    (r"(?:is|are|was|got|getting) (?:retiring|retired)|retires|retirement", "Happy Retirement"),
    (r"graduat(?:es|ed|ing)|finished (?:school|college|university)", "Congratulations"),
    (r"(?:passed|passing) (?:her|his|their|the|an|a)\b|promoted|promotion|new job|won\b|winning"
     r"|(?:new|first) (?:house|home)", "Congratulations"),
    (r"(?:turns|turning|turned) (?:\d+|[a-z]+ty\b)|birthday", "Happy Birthday"),
    (r"(?:parental|maternity|paternity) leave", "We’ll Miss You"),
    (r"(?:is |are )?(?:moving|leaving|emigrating|relocating)|farewell|last day", "We’ll Miss You"),
    (r"(?:has|have|taking) (?:an?|her|his|their) (?:exam|test|interview|competition|race)|exams",
     "Good Luck"),
    (r"apolog\w+|say sorry|forgive", "I’m Sorry"),
    (r"helped|helping|kindness|thank", "Thank You"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(rf"\b(?:{p})", re.IGNORECASE), line) for p, line in _CAUSES)
_CARD = re.compile(
    r"\b(?<!business )(?<!visiting )(?<!gift )(?<!rack )(?<!discount )(?<!loyalty )card\b", re.I
)
_DEAR = re.compile(
    r"\bcard\b[^.!?]{0,12}?\s(?:for|to celebrate|celebrating|to mark)\s"
    r"(?P<whom>(?:my|our|a)\s[^.,!?]+)",
    re.IGNORECASE,
)
_MINE = re.compile(r"\b(?:from|by) me\b|\bfor my\b", re.IGNORECASE)


def greeting_for_cause(request: str) -> str:
    """The greeting a card for someone dear asks for by telling why; empty for other requests."""
    dear = _DEAR.search(request)
    if dear is None or not _CARD.search(request):
        return ""
    line = next((line for words, line in _PATTERNS if words.search(dear["whom"])), "")
    line = line or next((line for words, line in _PATTERNS if words.search(request)), "")
    line = birthday(line, request)
    own = line.startswith("We’ll") and _MINE.search(request)
    return line.replace("We’ll", "I’ll") if own else line or "Thinking of You"


_TURNED = re.compile(r"\bturn(?:s|ed|ing) (\d{2,3})\b")


def birthday(greeting: str, request: str) -> str:
    """ "Happy 80th Birthday" where the request says that somebody turns 80."""
    turned = _TURNED.search(request) if greeting == "Happy Birthday" else None
    if turned is None:
        return greeting
    return f"Happy {ordinal(turned[1])} Birthday"


def ordinal(count: str) -> str:
    """ "80" as "80th"."""
    teen = count[-2:-1] == "1"
    return count + ("th" if teen else {"1": "st", "2": "nd", "3": "rd"}.get(count[-1], "th"))
