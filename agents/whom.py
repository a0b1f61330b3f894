"""Requests that name their readers before their topic, said the other way round.

"A flyer for kids about a science camp" is about the camp: "a flyer about a science camp for kids".
"""

from __future__ import annotations

import re

from agents.phrases import HOLE

_PEOPLE = (
    r"(?:kids?|children|teens|teenagers|students|pupils|graduates|parents|moms|mums|mothers|dads"
    r"|fathers|families|seniors|elders|adults|women|men|girls|boys|teachers|educators|beginners"
    r"|owners|lovers|enthusiasts|fans|investors|buyers|sellers|customers|clients|members"
    r"|employees|workers|staff|managers|leaders|professionals|entrepreneurs|founders|freelancers"
    r"|developers|designers|engineers|nurses|doctors|patients|tenants|homeowners|residents"
    r"|neighbou?rs|commuters|drivers|travel(?:l)?ers|tourists|visitors|guests|athletes|runners"
    r"|gamers|writers|readers|volunteers|donors|newcomers|immigrants|retirees|couples)"
)
_WHOM = rf"(?P<whom>(?:[\w'’-]+\s){{0,3}}?{_PEOPLE}(?:\saged?\s\d+(?:\s?[-–]\s?\d+|\+)?)?)"
_CHANNEL = r"(?:facebook|instagram|linked ?in|twitter|tik ?tok|youtube|social|our|the web)"
_WHAT = rf"(?P<what>[^\W\d_][^.,;:!?{HOLE}]{{2,90}}?)"
_INVERTED = re.compile(
    rf"(?<=\s)for\s{_WHOM}(?:\sabout\s|\son\s(?!{_CHANNEL}\b)|:\s){_WHAT}"
    rf"(?=\s?[.,;:!?{HOLE}]|\s(?:on|at|with|that|which|using)\s|$)",
    re.IGNORECASE,
)


def topic_first(sentence: str) -> str:
    """The sentence with what it is about before whom it is for; others as they are."""
    return _INVERTED.sub(r"about \g<what> for \g<whom>", sentence, count=1)
