"""What people say of themselves and their plans: "My bakery needs a cover", "I teach piano".

Such sentences name the topic outside the sentence that asks for a design, or around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.phrases import HOLE


class Firsthand(NamedTuple):
    ask: str = ""  # the words that ask for a design, from its format on
    topic: str = ""  # what the speaker does, plans or is
    whose: str = ""  # the house that speaks, as a phrase: "our school choir"


_US = r"(?:i|we|they)"
_AM = rf"(?:{_US}\s(?:am|are|was|were)|(?:i|we)['’]?(?:m|re)|i['’]m|im)"
_WANT = (
    r"(?:want|need|would like|would love|am looking for|are looking for|['’]?d like|like"
    r"|wish for)(?: to (?:have|get|create|make|post|share|design))?"
)
_PLAN = (
    r"(?:organi[sz]ing|planning|hosting|holding|having|throwing|running|launching|starting"
    r"|putting on|celebrating|offering|selling|promoting|hiring|getting ready for|doing|giving"
    r"|presenting|releasing|raising|inviting (?:people|everyone|friends|you) to)"
)
_DO = (
    r"(?:now have|have just launched|run|own|manage|have|lead|host|offer|sell|make|provide|bake"
    r"|organi[sz]e|started|launched)"
)
_TAIL = rf"(?:(?:,|\sand|\sso|,\sso|,\sand)\s(?:{_US}\s?)?{_WANT}\s(?P<ask>.+))?$"
_TELLS = (
    # "As an accountant, I want to post on LinkedIn ..."
    rf"as an? (?P<topic>[^,]{{2,50}}?),?\s(?:i|we)\s{_WANT}\s?(?P<ask>.+)$",
    # "My gluten-free bakery needs a Facebook cover."
    rf"(?:my|our)\s(?P<topic>[^,.{HOLE}]{{2,50}}?)\s(?:needs?|wants?|would like)\s(?P<ask>.+)$",
    # "I am owner of a small bicycle repair shop in Zagreb"
    rf"{_AM}\s(?:the\s|an?\s)?(?:proud\s)?(?:owner|manager|director|founder|head|chair|president"
    rf"|secretary|member|coach|organi[sz]er)\sof\s(?P<topic>.{{2,60}}?){_TAIL}",
    # "I want to surprise my husband with a 40th birthday party"
    rf"(?:i|we)\s(?:want|would like|['’]d like|plan|am planning|are planning)\sto\s(?:surprise"
    rf"|treat)\s"
    rf".{{2,30}}?\swith\s(?P<topic>an?\s.{{2,60}}?){_TAIL}",
    # "I am a wedding photographer in Austin and want ..."; "We're a bakery called Crumbs"
    rf"{_AM}\s(?P<topic>(?:an?|the)\s.{{2,60}}?){_TAIL}",
    # "The Rotary Club invites you to its annual charity auction"
    rf"(?P<whose>[^,.{HOLE}]{{2,60}}?)\sinvites?\s(?:you|everyone|everybody|all|people)\sto\s"
    rf"(?:its|the|their|our|his|her|an?)\s(?P<topic>[^,.{HOLE}]{{2,60}}?)"
    rf"(?:\s?[,{HOLE}].*|\s(?:on|at|in|from)\s.*)?$",
    # "It's for our street party"
    rf"(?:it['’]?s|it is|this is|that['’]s)\sfor\s(?:our|my|the"
    rf"|an?)\s(?P<topic>[^,.{HOLE}]{{2,60}}?)"
    rf"(?:\s?[,{HOLE}].*|\s(?:on|at|in|from)\s.*)?$",
    # "We are opening a new bakery"
    rf"{_AM}\s(?P<opening>opening)\s(?P<topic>.{{2,80}}?){_TAIL}",
    # "I'm organizing a community garden day and want a flyer"
    rf"{_AM}\s{_PLAN}\s(?P<topic>.{{2,80}}?){_TAIL}",
    # "Our school choir is giving its spring concert"
    rf"(?P<whose>(?:our|my|the)\s[^,.{HOLE}]{{2,50}}?)\s(?:is|are)\s{_PLAN}\s(?P<topic>.{{2,80}}?)"
    rf"{_TAIL}",
    # "We are organising a quiz night for our school, Friday 7.30pm, school hall"
    rf"{_AM}\s{_PLAN}\s(?P<topic>[^,.{HOLE}]{{2,80}}?)\s?[,{HOLE}].*$",
    # "I teach piano to kids"
    rf"(?:i|we)\s(?P<teach>teach)\s(?P<topic>.{{2,80}}?){_TAIL}",
    # "I run the math club at Lincoln High"
    rf"(?:i|we)\s{_DO}\s(?P<topic>.{{2,80}}?){_TAIL}",
)
_PATTERNS = tuple(re.compile("^" + p, re.IGNORECASE) for p in _TELLS)
_POST_ON = re.compile(r"^(?:to\s)?(?:post|share|publish)?\s?(?:something\s)?on\s(\w+)\s", re.I)
_ON_CHANNEL = re.compile(
    r"\son (?:my |our )?(?:facebook|instagram|linked ?in|twitter|tik ?tok|social media)"
    r"(?: page| story| account)?$",
    re.IGNORECASE,
)
_REMINDING = re.compile(
    r"\b(?:reminding|telling|informing|warning|teaching)\s(?:\w+\s){1,4}?(?=about\s)", re.I
)
# "we want students to join us": no design is asked for
_WANTED = re.compile(
    r"(?:[\w-]+\s){1,4}to\s(?:join|come|help|support|visit|meet|take part)\b", re.IGNORECASE
)
_HELLO = re.compile(r"^\W*(?:hi|hello|hey|dear \w+|so|well|ok|okay)\b[\s,!.:-]*", re.IGNORECASE)


def firsthand_in(sentence: str) -> Firsthand:
    """What a sentence in the first person plans and asks; empty for other sentences."""
    text = _HELLO.sub("", sentence.strip()).rstrip(".!? ")
    for pattern in _PATTERNS:
        match = pattern.match(text)
        if match:
            return _told(match.groupdict())
    return Firsthand()


def _told(groups: dict[str, str | None]) -> Firsthand:
    topic = (groups.get("topic") or "").strip(" ,")
    if groups.get("opening"):
        topic = f"the opening of {topic}"
    if groups.get("teach"):
        topic = _lessons(topic)
    ask = groups.get("ask") or ""
    ask = "" if _WANTED.match(ask) else ask
    ask = re.sub(r"^(?=(?:about|that|how)\b)", "a post ", _ON_CHANNEL.sub("", ask))
    ask = _REMINDING.sub("", _POST_ON.sub(r"a \1 post ", ask))
    return Firsthand(ask, topic, groups.get("whose") or "")


def _lessons(topic: str) -> str:
    """ "piano to kids and adults" as a thing: "piano lessons for kids and adults"."""
    subject, _, whom = topic.partition(" to ")
    subject = re.split(rf"[,{HOLE}]", subject)[0].strip()
    whom = re.split(rf"[,{HOLE}]", whom)[0].strip()
    what, *where = re.split(r"(?=\s(?:at|in|from|on)\s)", subject, maxsplit=1)
    classes = re.search(r"(?:class(?:es)?|lessons?|courses?)$", what)
    return f"{what}{'' if classes else ' lessons'}{''.join(where)}{' for ' + whom if whom else ''}"
