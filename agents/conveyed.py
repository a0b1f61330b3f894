"""What a request wants said: each clause behind "says that", "reminds people to", "thanks" or
"wishes", in its own words and as the poster says it to its reader.

Who speaks ("the card"), to whom and by which verb is no part of it; "they" and "their" are "you".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.lone import is_lone_trade
from agents.phrases import word_set
from agents.thanks import said_to_them
from agents.vocabulary import head_of, is_business, is_direction
from agents.whole_lines import to_you

_WHICH = r"(?:(?:the|all|our|their|its|your|any|new|local|young)\s)?"
_PEOPLE = (
    r"people|everyone|everybody|anyone"
    r"|them|others|guests|visitors|readers|customers|clients|members|participants|attendees|viewers"
    r"|passers-by|families|parents|men|women|children|kids|neighbou?rs|tenants|players|runners|teams"
    r"|applicants|students|residents|listeners|followers|drivers|shoppers|entrants"
)
NAMED = rf"{_WHICH}(?:{_PEOPLE})"  # who is spoken to, whoever else a sentence tells of
READERS = rf"{_WHICH}(?:{_PEOPLE}|[a-z]+(?:ers|ors|ants|ees|ents|ists|ians|ics))"
_DO = (
    r"(?:(?:can|will|may|get|receive|pay|have|need|take|save|earn|meet|learn|bring|keep|choose|win"
    r"|enjoy|share|collect|start|pick|try|make|use|become|help)\b).*"
)
_DOING = re.compile(
    rf"(?:(?:in|at|on|with|after|during)\s(?:the|this|our|each|every)\s[\w-]+,?\s)?"
    rf"(?:{NAMED}|they)\s(?P<do>{_DO})",
    re.IGNORECASE,
)
_BIDDEN = re.compile(
    rf"(?:{READERS}|they)\s(?:should|must|need\sto|have\sto)\s(?P<do>.+)", re.IGNORECASE
)
_ASKED_TO = re.compile(
    r"\b[A-Za-z]+\s(?:is|are|will\sbe)\s(?:kindly\s|also\s)?(?:asked|invited|encouraged|urged"
    r"|reminded|welcome|advised)\s(?P<not>not\s)?to\s(?P<t>[a-z].+)"
)
_STATED = re.compile(  # a plain sentence about the thing
    r"(?:if|when|because)\s.+"
    r"|(?:(?:the|an?|every|each|all|any|no|your|one|two|three|some|most)\s)?(?:[\w’'-]+\s){1,5}?"
    r"(?:(?:is|are|has|have|can|will|costs?|takes?|lasts?|starts?|begins?|opens?|runs?|includes?"
    r"|comes?|gets?|stays?|works?|needs?|goes|go|saves?|raises?|leaves?|never|explain|teach|help)"
    r"(?:es|s)?)\s.+",
    re.IGNORECASE,
)
_CLAUSES = (_STATED, _DOING, _BIDDEN)
_TELLS = (
    r"\b(?:tell|say|mention|state|highlight|emphasi[sz]e?|stress|remind|assure?|inform|promis|promise"
    r"|underline?|convince?|persuade?|announce?|explain|note|know|clear|show|warn|joke?|claim|apologi[sz]e?|point)"
    r"(?:s|es|ed|ing)?\s(?:out\s)?"
)
_TOLD = re.compile(
    rf"{_TELLS}(?:(?:[\w'’-]+\s){{1,4}})?(?<!\bso\s)that\s(?!(?:too|also|in|on|at)\b)(?P<that>.+)"
    rf"|{_TELLS}(?:{READERS}\s)?(?P<why>(?:why|how|what)\s.+)"
    rf"|{_TELLS}(?:{READERS}|the\s[a-z]+)\s(?=they\s(?:are|can|will|get|need|pay|have)\b)(?P<they>.+)"
    rf"|\b[Tt]ell(?:s|ing)?\s(?:{NAMED}|him|her|the\s[a-z]+)\s"
    r"(?P<plain>(?:the|your|it)\s[^,;]*\b(?:is|are|can|will)\b.+)"
    r"|\bteach(?:es|ing)\s(?:[\w-]+\s){1,2}(?P<how>how\sto\s.+)"
    r"|\bsays?\s(?=(?:the|our|your|their|its)\s)(?P<said>.+)"
    r"|\b(?:message|idea|point|promise|claim|text)\s(?:of\s[\w\s]+\s)?(?:is|should\sbe)\s"
    r"(?:that|about)\s(?P<is>.+)"
    r"|\b(?:advice|rule|plea|request|demand|message|idea)\s(?:is|should\sbe)\sto\s(?P<to>.+)",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"(?:why|how|what)\s(?:\w+\s)?(?:they|their)\b")
_SHOWN = re.compile(
    r"\b(?:image|picture|photo|photograph|illustration|drawing|background|scene)s?\b.*$", re.I
)
_NO_DEED = r"(?!(?:the|an?|our|my|your|its|his|her|their|this|that|these|all|join\sus)\b|[A-Z\d])"
_BIDS = (
    r"\b(?i:ask|encourag|invit|remind|urg|tell|advis|persuad|motivat|inspir|beg|warn|convinc|challeng)"
    r"(?:e|es|s|ed|ing)?\s"
)
_ASKED = re.compile(
    rf"{_BIDS}(?P<whom>(?:(?!to\b|that\b)[\w'’-]+,?\s){{1,7}}?)(?P<not>not\s)?to\s"
    rf"(?P<t>{_NO_DEED}[a-z]+(?:\s.+)?)",
)
_WHO = re.compile(r"(?P<whom>[\w-]+\s(?:over|under|aged|with|who)\s.+)")
_BY = re.compile(r".*\sby\s(?P<t>[a-z]+ing\s.+)")
_PROMISED = re.compile(
    rf"\b[Pp]romis(?:e|es|ing)\s(?:{NAMED}\s)?(?:to\s(?P<t>[a-z]+\s.+)|(?P<what>(?!(?:that|to|is|of)\b)[a-z].+))"
)
_ONE = r"(?:(?:the|our|your|all|every|each|an?|their|his|her|its)\s)?(?:[\w'’-]+\s){0,2}?[\w'’-]+"
_GOOD = (
    r"(?:an?|the\svery|the\sbest|every|all|many|much|more|lots|plenty|good|no|\d+|two|three|four"
    r"|five|six|seven|eight|nine|ten|twelve)"
)
_PRONOUN = r"(?:you|them|him|her|everyone|everybody|people|someone|us|all(?=\s(?:an?|the|many)\b))"
_LUCK = r"(?:success|luck|joy|health|happiness|peace|prosperity|strength|courage|comfort|love)"
_WISHED = re.compile(
    rf"\b[Ww]ish(?:es|ing)?\s(?:{_PRONOUN}\s(?P<t>[a-z].+)"
    rf"|(?P<to>(?:{_GOOD}\s|{_LUCK}).*?)\sto\s(?:an?|the|all|our|their|everyone|them)\b.*"
    rf"|(?P<whose>(?:the|our|all|their|his|her|an?)\s\w+|[a-z]{{3,}}s(?:\sand\s[a-z]{{3,}}s)?)\s(?P<luck>{_LUCK}.*)"
    rf"|(?P<whom>{_ONE}(?<!\ba)(?<!\ban))\s(?P<good>{_GOOD}\s.+)"
    rf"|(?P<bare>(?:an?\s|the\sbest|{_LUCK}|many\s|happy\s|merry\s).*)"
    r"|(?P<few>(?:the|our|all|their|his|her)\s\w+|[a-z]{3,}s(?:\sand\s[a-z]{3,}s)?)\s(?P<more>[a-z].+))"
)
_FROM = re.compile(r"\sfrom\s(?=the\s|our\s|all\s|us\b|[A-Z])")
_THEIRS = re.compile(r"(?:their|his|her)\s(?P<whose>\w+)$")
_THANKED = re.compile(
    r"\b(?:[Tt]hank(?:s|ing)?|[Tt]hank[ -]you\s[a-z]+\s(?:from\s[^,.]+?\s)?(?:to"
    r"|for(?=\s(?:the|our|all)\s(?:[a-z]+\s)?[a-z]+s\b)))"
    r"\s(?!you\b)(?P<whom>[\w'’-]+(?:\s(?!for\b|and\sthe\stone)[\w'’-]+){0,9}?)"
    r"(?:\sfor\s(?P<for>.+)|$)"
)
_NAMELESS = re.compile(  # whom a card speaks to by itself
    r"(?:the\snamed\s\w+|(?:her|his|their|an?)\s.+|her|him|them|you|everyone|everybody|people|someone|(?:all\s)?(?:(?:the|our|its|your)\s)?"
    r"(?:loyal\s|regular\s)?(?:customer|client|guest|visitor|viewer|reader|recipient|follower|shopper"
    r"|buyer|donor|patient|member)s?)$"
)
_GIVEN = re.compile(
    r"\b(?:[Gg]iv|[Oo]ffer|[Pp]rovid)(?:e|es|s|ing)\s(?P<whom>(?:each|every|all|new|loyal|first-time)\s[a-z]+)\s"
    r"(?P<t>(?:an?|free|one|two|three|four|five|six|ten|\d\S*)\s.+)"
)
_OURS = re.compile(r"\b(?:his|her|my|I)\b")
_DOES = re.compile(
    r"(?:he|she)\s(?P<do>(?!is\b|was\b|has\b|likes\b|loves\b)[a-z]+s\s.+)", re.IGNORECASE
)
_IT = re.compile(
    r"(?:it|he|she)\s(?:(?:is|are|will\sbe)\s(?P<is>.+)|(?P<do>[a-z]+s\s.+))", re.IGNORECASE
)
_THERE = re.compile(r"there\s(?:is|are|will\sbe)\s", re.IGNORECASE)
_OFFERED = re.compile(
    rf"^(?:also\s)?offer\s(?:{READERS}\s)?(?P<t>(?:an?|the|free|\d+%?|one|two)\s.+)", re.IGNORECASE
)
_NEXT = re.compile(  # where a sentence goes on to something else that is said
    r",?\s(?:and|but)\s(?=(?:(?:that|mentions?|says?|explains?|assures?|asks?|invites?|encourages?|tells?|directs?|announces?|gives?"
    r"|provides?|includes?|features?|shows?|use|reminds?|wish(?:es|ing)?|thank(?:s|ing)?|offers?|warns?|promises?|apologi[sz]es?)\b|\w+s\sthem\b|people\scan\s(?:call|book|visit)))"
    r"|,?\sand\s(?=\w+\sare\s(?:encouraged|asked|invited|urged)\b)"
    r"|,\s(?=(?:gives|announces|offers|lists|asks|tells|mentions|explains|thanking|wishing|who)\s)"
    r"|;\s|,\s(?=with\b|using\b|while\b)|\s(?:in|with)\san?\s[\w-]+\s(?:style|tone|mood|look)\b.*",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s(?:and|but)\s")
_BETWEEN = re.compile(r",?\s(?:and|but)\s|,\s")


def pieces_of(sentence: str) -> list[str]:
    """What a sentence says, apart from each other."""
    return _NEXT.split(sentence)


def messages_in(piece: str) -> list[str]:
    """What a piece of a sentence says is told, asked, wished, thanked for, promised or offered."""
    if piece.startswith("that "):
        return [_of_thing(spoken(piece[5:]))]
    for reader in (_told, _bid, _wished, _thanked, _promised, _given, _sorry):
        if lines := list(reader(piece)):
            return lines
    offered = _OFFERED.match(piece)
    return [to_you(offered["t"])] if offered and not is_direction(offered["t"]) else []


_HOUSE = re.compile(
    r"\b(?:for|of|by)\s(?:an?|the|our|my)\s(?P<house>[a-z][\w'’ -]*?)\s"
    r"(?:(?:that|which|who)\s(?P<do>(?:[a-z]+s,\s)*[a-z]+s\s.+)"
    r"|whose\s(?P<ours>(?:[a-z]+\s[a-z]+s|[a-z]+s\s[a-z]+)\s.+)|(?P<where>where\s(?!you\b)[a-z]+\s[a-z]+\s.+))"
)
_OF_SHEET = re.compile(  # what a design does, and a house only by way of it
    r"(?:features?|show|say|tell|read|state|look|feel|fit|convey|emphasi|highlight|includ|us|encourag"
    r"|invit|remind|ask|urg|announc|promot|celebrat|target|focus|aim|ha|i|wa|need|want|lov|lik|enjoy"
    r"|display|depict|captur|reflect|evok|offer|sell|provid|giv|wish|thank|congrat|explain|mention"
    r"|introduc|present|help|speciali|appeal|stand|incorporat|combin|liv|direct|express|includ|goe"
    r"|match|warn|stress|point|list|describ|advertis|inform|mak|let|doe|serv|believ|promis|guarant)\w*\s"
)
_ITS = re.compile(r"\band\s(?:its|their|our)\s(?P<t>(?:free|new|first|yearly|annual)\s[^.;:]+)")
_GROUPS = word_set("choir club team band orchestra society group association crew troupe")
_AND_DOES = re.compile(r"\sand\s(?=[a-z]+s\s(?:an?|the|every|free|your|all|its)\s)")
_VERBS = re.compile(r"(?:[a-z]+s,\s)*[a-z]+s(?:\sand\s[a-z]+s)?(?=\s)")
_THIRD = re.compile(r"(?P<stem>[a-z]+?)(?P<s>ies|(?<=ss|sh|ch)es|(?<=x|o)es|s)\b")


def of_house(asking: str) -> list[str]:
    """What a house does or gives, where only the asking tells of it: "who turns old suits into new
    ones", "and its free hearing test"."""
    if its := _ITS.search(asking):
        return [its["t"]]
    house = _HOUSE.search(asking)
    speaks = house and (is_lone_trade(house["house"]) or head_of(house["house"]) in _GROUPS)
    if house is None or not speaks or _OURS.search(house[0]):
        return []
    if house["ours"]:
        return [f"our {house['ours']}"]
    if house["where"]:
        return [house["where"]]
    return we_do(house["do"])


def we_do(does: str) -> list[str]:
    """ "repairs and sells bikes" as the house says it: "we repair and sell bikes"."""
    does = _AND_DOES.split(does)[0]
    verbs = _VERBS.match(does)
    if verbs is None or _OF_SHEET.match(does) or is_direction(does):
        return []
    return [f"we {_THIRD.sub(_plural, verbs[0])}{does[verbs.end() :]}"]


def _plural(verb: re.Match[str]) -> str:
    return verb["stem"] + ("y" if verb["s"] == "ies" else "")


def bids_in(piece: str) -> list[str]:
    """What its readers are bidden, of all that a piece of a sentence says."""
    return list(_bid(piece)) if _ASKED.search(piece) else []


def is_report(line: str) -> bool:
    """Whether a line only reports that something is said: "Warns tenants not to sign before"."""
    return _REPORTS.match(line) is not None


def is_clause(piece: str) -> bool:
    """Whether it is a plain sentence of its own, of the thing or its readers."""
    stated = any(clause.fullmatch(piece) for clause in (_DOING, _STATED))
    return stated and not _ASKED_TO.search(piece)


def clauses_of(words: str) -> list[str]:
    """Clauses that each have their own subject, "training is paid and shifts are short"."""
    if words.count(",") == 1 and _SPLIT.search(words):
        return _SPLIT.split(words)
    parts = _BETWEEN.split(words)
    whole = all(any(clause.fullmatch(part) for clause in _CLAUSES) for part in parts)
    return parts if whole else [words]


def spoken(clause: str) -> str:
    """ "guests should bring a pen", "they can name their queen" as the reader is spoken to."""
    clause = re.sub(r"^(?:and|but|so)\s", "", clause)
    if bid := _BIDDEN.fullmatch(clause):
        return to_you(bid["do"])
    if doing := _DOING.fullmatch(clause):
        return to_you(f"you {doing['do']}")
    return to_you(clause) if re.match(r"(?:they|their)\b", clause, re.IGNORECASE) else clause


def _told(piece: str) -> Iterator[str]:
    told = _TOLD.search(piece)
    if told is None or (told["why"] and _SHOWN.search(piece[: told.start()])):
        return
    if why := told["why"] or told["how"]:
        why = why.partition(":")[0]
        yield to_you(why) if _TO_THEM.match(why) else why
        return
    said = next(words for words in told.groupdict().values() if words)
    yield from (_of_thing(spoken(part)) for part in clauses_of(said))


def _of_thing(clause: str) -> str:
    """ "it uses only rainwater", "there are 40 seats" without whom or what it is said of."""
    clause = _THERE.sub("", clause)
    it = _IT.fullmatch(clause)
    return (it["is"] or it["do"]) if it else clause


def _bid(piece: str) -> Iterator[str]:
    told = _ASKED_TO.search(piece)
    asked = told or _ASKED.search(piece)
    if asked is None:
        if does := _DOES.fullmatch(piece):
            yield does["do"]
        return
    if asked["t"].startswith("feel "):  # a mood
        return
    whom = None if told else _WHO.fullmatch(asked["whom"].strip())
    deed, *more = asked["t"].split(" and to ")
    yield to_you(f"don’t {deed}" if asked["not"] else deed)
    yield from map(to_you, more)
    if whom:
        yield f"for {whom['whom']}"


def _promised(piece: str) -> Iterator[str]:
    if promised := _PROMISED.search(piece):
        deed = re.sub(r"^be\s", "are ", promised["t"] or "")
        yield to_you(f"we {deed}") if deed else promised["what"]


def _given(piece: str) -> Iterator[str]:
    if given := _GIVEN.search(piece):
        yield f"{given['t']} for {given['whom']}"


def _sorry(piece: str) -> Iterator[str]:
    if sorry := _SORRY.search(piece):
        yield f"we apologize for {said_to_them(sorry['t'])}"


def _wished(piece: str) -> Iterator[str]:
    wished = _WISHED.search(piece)
    if wished is None:
        if best := _WISHES_FOR.search(piece):
            yield f"best wishes for {best['t']}"
        return
    said = wished.groupdict("")
    theirs = _THEIRS.match(said["whom"] or said["few"] or said["whose"])
    whom = f"your {theirs['whose']}" if theirs else "you"
    what = next(said[name] for name in ("t", "to", "good", "luck", "bare", "more") if said[name])
    what = _FROM.split(what)[0]
    yield f"wishing {whom} {said_to_them(what)}"


def _thanked(piece: str) -> Iterator[str]:
    thanked = _THANKED.search(piece)
    if thanked is None:
        return
    whom, cause = thanked["whom"], thanked["for"]
    named = "" if _NAMELESS.fullmatch(whom) else f" to {_ours(whom)}"
    if cause and not named:
        cause = _WITH_US.sub("with us", said_to_them(cause))
    cause = f" for {cause}" if cause else ""
    if named or cause:
        yield f"thank you{named}{cause}"


_WITH_US = re.compile(r"\bwith (?:the |our )?(?:viewers?|audience|readers?|them|it)$")
_REPORTS = re.compile(
    rf"(?:ask|encourage|invite|remind|urge|tell)\s{READERS}\s(?:not\s)?to\s"
    r"|(?:asks|encourages|invites|reminds|urges|tells|advises|warns|informs|asking|reminding|warning)"
    r"\s(?:[a-z]+\s){1,2}(?:not\s)?(?:to|that)\s"
    r"|(?:promises|promising|claims|claiming|says|explains|explaining|mentions|states)\s(?:to|that|why|how)\s"
    r"|(?:feel(?:s|ing)|looks|seems)\s[^?]*$",  # as the sheet is to feel
    re.IGNORECASE,
)
_SORRY = re.compile(r"\bapologi[sz](?:e|es|ing)\sfor\s(?P<t>.+)", re.IGNORECASE)
_WISHES_FOR = re.compile(r"\bwishes\sfor\s(?P<t>the\s(?:upcoming|coming|new|next)\s\w+)")
_OF_HOUSE = re.compile(r"(?P<who>.+)\s(?P<of>of|at|in)\san?\s(?P<house>[a-z -]+)$")


def _ours(whom: str) -> str:
    """ "the night shift of a hospital" as the hospital itself says it."""
    house = _OF_HOUSE.fullmatch(whom)
    theirs = house is not None and is_business(house["house"])
    return f"{house['who']} {house['of']} our {house['house']}" if house and theirs else whom
