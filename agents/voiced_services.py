"""Chores that a house does for its readers, said as a poster says them."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.phrases import title_case
from agents.sheet import Sheet
from agents.vocabulary import EVENTS, head_of

_DONE = {"Repair": "We Repair", "Repairs": "We Repair", "Cleaning": "We Clean",
         "Installation": "We Install", "Restoration": "We Restore"}  # fmt: skip
_OF_THINGS = re.compile(
    r"For (?P<what>(?!.*\b(?:people|kids|children|women|men|seniors|families|students|owners"
    r"|offices|businesses|everyone|homes)\b)[a-z]+(?: [a-z]+){0,3}s)"
)
_CHORES = re.compile(
    r"(?:cleaning|installation|repairs?|moving|storage|(?:lawn|garden|pool|tree) care|planning"
    r"|maintenance|gardening|plumbing|landscaping|laundry|ironing|removals?|catering|packing"
    r"|renovation|remodell?ing|roofing|painting|mowing|bookkeeping|accounting|pest control|wiring"
    r"|dog walking|house painting|paperwork)$",
    re.IGNORECASE,
)


def left_to_us(sheet: Sheet) -> list[Text]:
    """A chore that a house does for its readers: "Leave the Pool Installation to Us"."""
    title = sheet.title.text
    if sheet.has("kicker", "brand") or not _CHORES.search(title):
        return []
    goods = _OF_THINGS.fullmatch(sheet.first("subtitle"))
    if goods and title in _DONE:
        return sheet.headed(f"{_DONE[title]} {title_case(goods['what'])}", drop=goods[0])
    served = re.search(
        rf"\b{re.escape(title)} (?:services?|company|firm|business|contractor)\b",
        sheet.masked,
        re.IGNORECASE,
    )
    if not served or sheet.is_named or head_of(title) in EVENTS:
        return []
    return sheet.headed(f"Leave the {title} to Us", suggested=True)
