"""Designs that greet someone: "to congratulate Maya on her exam", "wishing a friend success"."""

from __future__ import annotations

import re

from agents.brief import Text
from agents.cores import phrase_of
from agents.opening import Opening
from agents.phrases import first_clause, is_name, sentence_case, title_case, words_of
from agents.thanks import is_person, said_to_them
from agents.vocabulary import OCCASIONS, head_of, is_business, occasion_in

_MOST_WHOM = 5  # of those congratulated
_MOST_WORDS = 8  # of a cause or wish that is printed
_CAUSE = re.compile(r"\s(?:on|for|upon)\s", re.IGNORECASE)
_NO_VERB = r"(?!(?:and|or|who|that|with|from|at|in|on|for)\b)"
_WISH = re.compile(
    r"(?:(?:her|him|them|you|us|everyone|everybody|someone|people|all)"
    rf"|(?:an?|the|our|my|your|all(?: our)?)(?: {_NO_VERB}[\w'’-]+){{1,2}}?)\s"
    r"(?P<what>(?:(?:an?|the|all|good|great|much|lots|every|more|many|the very)\s\w"
    r"|success|luck|joy|health|happiness|peace|prosperity|strength|courage|well\b).*)",
    re.IGNORECASE,
)


_BEING = re.compile(r"(?:being|becoming)\s(?:named\s|chosen\s|elected\s|voted\s)?", re.IGNORECASE)
_CHEERED = re.compile(r"(?P<what>(?:\w+ ){0,2}\w+) congratulations?", re.IGNORECASE)
_CHEER = re.compile(r"congratulat\w+", re.IGNORECASE)


def greeting_in(opening: Opening) -> tuple[str, str, tuple[str, ...]] | None:
    """Title, kicker and subtitles of a design that congratulates or wishes; None for others."""
    if welcomed := _welcomes(opening):
        return welcomed
    wishes = tuple(w for text in opening.of("greet") if (w := _wish(text)))
    praised = next(iter(opening.of("praise")), "")
    if praised:
        whom, cause = _whom_and_cause(praised)
        became = _BEING.match(cause)
        cause = re.split(r"\sat\s(?:the\s)?(?=[A-Z])", cause)[0] if became else cause
        cause = f"on {cause}" if 0 < len(words_of(cause)) <= _MOST_WORDS else ""
        cause = cause.removeprefix(f"on {became[0]}") if became else cause
        lines = (cause, *(f"wishing you {wish}" for wish in wishes))
        return f"Congratulations{whom}", "", tuple(line for line in lines if line)
    if cheered := _CHEERED.fullmatch(opening.theme):
        new = "new " if cheered["what"] in ("home", "house", "baby", "job") else ""
        return title_case(f"congratulations on your {new}{cheered['what']}"), "", ()
    if not wishes and _CHEER.fullmatch(opening.theme):
        core = next((phrase_of(text).core for text in opening.of("topic")), "")
        whom = re.split(r"(?<=\d) of ", core)[0]
        if deed := _DEED.search(" ".join(opening.of("topic"))):
            said = re.sub(r"^(?=run|swum|beaten|become|been)", "have ", deed["what"])
            return "Congratulations", "", (f"you {said_to_them(said)}",)
        if theirs := _THEIR_FIRST.match(" ".join(opening.of("topic"))):
            return "Congratulations", "", (f"on your {theirs['what']}",)
        if re.match(r"an?\s", " ".join(opening.of("topic"))) and is_person(whom):
            return "Congratulations", "", ()
        if 0 < len(words_of(whom)) <= 4:
            return f"Congratulations, {title_case(whom)}", "", ()
    if not wishes:
        return None
    wish, joint, field = wishes[0].partition(" in ")
    return title_case(f"Wishing you {wish}"), "", (f"in {field}",) * bool(joint)


def _welcomes(opening: Opening) -> tuple[str, str, tuple[str, ...]] | None:
    """Who is welcomed by the design; of a house that welcomes dogs, "Dogs Welcome"."""
    house = next((phrase_of(text).core for text in opening.of("topic")), "")
    hosts = is_business(re.split(r"\s(?:in|at|on|by)\s", house)[0])
    for text in opening.of("welcome"):
        guests = phrase_of(text).core
        if hosts and guests.islower():
            return title_case(f"{guests} welcome"), sentence_case(house), ()
        if welcomed := _welcome(text):
            return welcomed
    return None


_HAPPY = re.compile(r"\b(?:happy|merry)(?:\s[\w'’]+){1,2}$", re.IGNORECASE)


def wished_to(name: str, opening: Opening) -> str:
    """ "a card for a colleague named Robert, wishing him a happy retirement": both are said."""
    for text in opening.of("greet"):
        greeting = _HAPPY.search(first_clause(text)[0])
        if greeting and is_name(name):
            return f"{title_case(greeting[0])}, {name}"
    return ""


_LEAVING = re.compile(
    r"farewell|goodbye|get well(?: soon)?|good luck|congratulations", re.IGNORECASE
)
_COLLEAGUE = re.compile(
    r"\b(?:employee|member|colleague|hire|staff|teacher|doctor|partner|intern)s?$"
)


def welcomed(name: str, opening: Opening) -> str:
    """ "to welcome a new employee named Jonas": who has come is greeted by name."""
    card = re.search(r"\bcard\b", opening.format, re.IGNORECASE)
    if card and (leave := _LEAVING.fullmatch(opening.theme)):
        return f"{title_case(leave[0])}, {name.split(' who ')[0].split(',')[0]}"
    whom = next((first_clause(text)[0].strip() for text in opening.of("welcome")), "")
    return f"Welcome, {name.split(',')[0]}" if _COLLEAGUE.search(whom) else ""


_THEIR_FIRST = re.compile(
    r"(?:an?|my|our|the)\s[a-z]+['’]s\s(?P<what>(?:first|new|second|\d+\w*)\s[a-z]+(?:\s[a-z]+)?)(?=[.,;]|$)"
)
_DEED = re.compile(
    r"\bwho (?:has |have |just |finally |recently )*(?P<what>(?:passed|finished|completed|won|got"
    r"|earned|reached|published|graduated|opened|started|bought|ran|moved|built|retired|learned"
    r"|learnt|saved|landed|made|run|swum|beaten|become|been (?:promoted|accepted|elected)) [^,.;]+)"
)
_DEAR_DAYS = (
    "Christmas", "New Year", "Valentine's Day", "Easter", "Mother's Day", "Father's Day",
    "Women's Day", "Birthday", "Thanksgiving", "Halloween",
)  # fmt: skip


def with_day(texts: list[Text], theme: str) -> list[Text]:
    """A card whose message the user gave says above it what day it is for."""
    day = occasion_in(theme)
    title = next((t for t in texts if t.role == "title"), None)
    said = " ".join(t.text for t in texts)
    told = day not in _DEAR_DAYS or occasion_in(said) == day or any(
        t.role == "kicker" for t in texts
    )  # fmt: skip
    if title is None or title.provenance != "user" or told:
        return texts
    return [Text(role="kicker", text=OCCASIONS[day][1], provenance="suggested"), *texts]


_NEWCOMER = re.compile(
    r"(?:(?:our|the|a|my)\s)?(?P<role>[a-z][^,.;:!?]*?),?\s(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})"
    r"(?=\s*(?:[,.;!?]|$))"
)


_ANYONE = re.compile(r"anyone|everyone|everybody|anybody|all", re.IGNORECASE)


def _welcome(text: str) -> tuple[str, str, tuple[str, ...]] | None:
    """ "our new marketing director, Anna Schultz": the name, and below it what she is."""
    if named := _NEWCOMER.match(text.strip()):
        return f"Welcome, {named['name']}", "", (f"our {named['role'].strip()}",)
    core = phrase_of(text).core
    short = 0 < len(words_of(core)) <= 3 and not _ANYONE.fullmatch(core)
    return (f"Welcome, {title_case(core)}", "", ()) if short else None


_ROLE = re.compile(r"^(?:[a-z-]+\s){1,3}(?=[A-Z][\w'’-]+\s[A-Z])")  # "our barista Milo Jansen"


def _whom_and_cause(text: str) -> tuple[str, str]:
    """ "our team on winning the league": ", Team" and the cause, told to those who read it."""
    clause = first_clause(text)[0].strip()
    whom, cause, *_ = (*_CAUSE.split(clause, maxsplit=1), "")
    core = _ROLE.sub("", phrase_of(whom).core)
    unknown = re.match(r"(?:an?|the|your|someone)\b", whom.strip(), re.IGNORECASE)
    team = core[:1].isupper() and len(words_of(core)) <= _MOST_WHOM  # "Harbor High team"
    called = is_name(core) or team or (is_person(core) and not unknown and len(words_of(core)) == 1)
    cause = re.sub(r"^an?\s(?=(?:new|first|second)\b)", "your ", cause)
    return f", {title_case(core)}" if called else "", said_to_them(cause)


_LUCK = re.compile(
    r"(?P<what>(?:much |good |great )?(?:prosperity|luck|joy|health|happiness|peace|success|love)"
    r"\b.*)"
)


def _wish(text: str) -> str:
    clause = first_clause(text)[0].strip()
    found = _WISH.match(clause) or _LUCK.match(clause)
    if found is None or occasion_in(found["what"]) or head_of(found["what"]) in ("day", "holiday"):
        return ""
    wish = said_to_them(found["what"])
    return wish if len(words_of(wish)) <= _MOST_WORDS else ""
