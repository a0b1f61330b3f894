"""Facts as they are written in copy and in chat: dates, days, times, prices, web addresses."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_FULL_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)"
FACTS: dict[str, re.Pattern[str]] = {
    kind: re.compile(pattern, re.IGNORECASE)
    for kind, pattern in {
        "date": rf"(?:{_DAY},? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,?"
        rf" \d{{4}})?|(?:{_DAY},? )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}})?",
        "street": r"\b\d+[a-z]? (?:[A-Z][\w'’]+ )+(?-i:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Square"
        r"|Way|Drive|Close|Place|Court|Hill|Gardens|Row|Terrace|Walk|Quay|Crescent|Grove|Mews)\b",
        "days": rf"{_DAY}s? ?(?:-|–|to|until|through|and|&) ?{_DAY}s?\b",
        "weekday": rf"\b{_FULL_DAY}s?\b(?! ?(?:-|–|to|until|through|and|&) ?{_DAY})"
        rf"(?!,? (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?! ?(?:am|pm|[.:]\d|h\b)))",
        "time": r"\b\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.|p\.m\.)(?![a-z])|\b\d{1,2}:\d{2}\b",
        "percentage": r"\b\d{1,3} ?(?:%|percent\b|per cent\b)",
        "email": r"[\w.+-]+@[\w-]+\.[\w.]+",
        "address": r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|de|io|uk|fr"
        r"|eu|shop|info|biz|us|ca|au|app|store)\b(?:/\S*)?",
        "phone number": r"\+?\d[\d ()-]{6,}\d",
        "price": r"[£$€] ?\d+(?:[.,]\d{1,2})?|\b\d+(?:[.,]\d{2})? ?(?:€|euros?|pounds?|dollars?"
        r"|quid)",
    }.items()
}
