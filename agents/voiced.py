"""Composed headlines that only label a design, put as a copywriter would put them.

"Lunch Event" for people who are to join for a leisurely lunch with friends becomes "A Leisurely
Lunch with Friends". Words come from the request; formulae ("Meet the ...") claim nothing and are
marked `suggested`. What the user worded, and names, stay.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.opening import Opening
from agents.sheet import Sheet
from agents.voiced_events import (
    bought,
    celebrated,
    event_named,
    hired,
    invited,
    opened,
    reviewed,
    thanked,
    told,
    wished,
    without_place,
)
from agents.voiced_goods import (
    certified,
    commanded,
    guided,
    introduced,
    learned,
    of_house,
    offered,
    promised,
    shown_off,
    skilled,
    sold,
    spoken_of,
    trimmed,
    urged_to,
)
from agents.voiced_services import left_to_us

_BADGE = re.compile(r"\b(?:logo|business card|visiting card|letterhead|name tag)\b", re.IGNORECASE)
_RULES = (
    opened, guided, spoken_of, of_house,
    told, thanked, without_place, reviewed, hired, promised,
    celebrated, event_named, invited, sold, certified, skilled, learned, commanded, urged_to,
    wished, bought, offered, trimmed, introduced, left_to_us, shown_off,
)  # fmt: skip


def voiced(texts: list[Text], opening: Opening, masked: str) -> list[Text]:
    """The texts under a headline that speaks; the first rule that knows a better one makes it."""
    title = next((text for text in texts if text.role == "title"), None)
    if title is None or title.provenance != "inferred" or not opening.asked:
        return texts
    if _BADGE.search(opening.format) or any(
        t.role == "brand" and t.text == title.text for t in texts
    ):
        return texts
    sheet = Sheet(texts, title, opening, masked)
    return next((made for rule in _RULES if (made := rule(sheet))), texts)
