"""Where a request comes back to its event: "see you on …", "the date is …", in another sentence."""

from __future__ import annotations

import re

_END = re.compile(r"[.!?](?=\s|$|[\"'”’)])|\n")
_ABBREVIATED = re.compile(
    r"(?:\b[ap]\.m|\b(?:St|Dr|Mr|Mrs|Ms|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|tel))\.$",
    re.IGNORECASE,
)
_RECAP = re.compile(
    r"see you|join us|save the date|mark your|don['’]t miss|be there|come (?:along|by|and|to us)"
    r"|takes? place|taking place|held|happening|happens|\bdate\b|\btime\b|scheduled|\bwhen\b"
    r"|\bit (?:is|will be|starts)|it['’]s|the (?:event|party|show|concert|sale|workshop|class"
    r"|meeting|gig|fair|market|festival|ceremony|opening|race|match|game|exhibition|launch|dinner"
    r"|talk|tour|lecture|performance|reception|wedding)\b|remember|reminder|footer|bottom|small"
    r"|headline|title|text|reads?|says?|banner|again|only on|\bon\s*$|\bat\s*$|we (?:start|open"
    r"|begin|meet)|starts?|begins?|kicks? off",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:after-?\s?party|rehearsal|second (?:show|day|night|class|session|date)|another|also"
    r"|rain date|follow(?:s|ed)?|doors|check-?in|check-?out|registration|rsvp|early bird"
    r"|sound ?check|lunch|dinner at|break|brunch|matinee|warm-?up|set-?up|ends?|until|till"
    r"|closes?|last entry|vernissage|finissage|encore|replay|deadline|then|each|every"
    r"|next (?:class|session|event)|previous|last year|delivery|shipping|pick-?up|happy hour"
    r"|kids|adults|children)\b",
    re.IGNORECASE,
)


def sentence_before(request: str, place: int) -> str:
    """The words of the sentence before this place."""
    return request[_starts_at(request, place) : place]


def sentences_apart(request: str, first_end: int, second_start: int) -> bool:
    """Whether the second place lies in a later sentence than the first."""
    return _starts_at(request, second_start) >= first_end


def is_recap(request: str, start: int, end: int) -> bool:
    """Whether the sentence around this place speaks of the event itself once more."""
    after = _END.search(request, end)
    said = sentence_before(request, start)
    around = f"{said} {request[end : after.start() if after else len(request)]}"
    if _OTHER.search(around):
        return False
    return bool(_RECAP.search(said)) or len(said.split()) <= 2


def _starts_at(request: str, place: int) -> int:
    starts = [
        m.end() for m in _END.finditer(request, 0, place)
        if not _ABBREVIATED.search(request[max(0, m.end() - 6) : m.end()])
    ]  # fmt: skip
    return starts[-1] if starts else 0
