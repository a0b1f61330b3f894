"""Wishes, thanks and apologies that a design is to express, said to its readers where no line does.

"wish her success in her future career" is printed as "Wishing you success in your future career".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.brief import Text
from agents.hearing import Heard
from agents.phrases import FULL_STOP, HOLE, mostly_in, sentence_case, words_of
from agents.thanks import said_to_them
from agents.wanted import named
from design_io.document import Role

_MOST_WORDS = 12
_LINES: tuple[Role, ...] = ("subtitle", "item")
_SAID = ("title", "subtitle", "quote", "body")
_OTHER_VERB = (
    r"(?:thank|offer|express|convey|includ|invit|encourag|celebrat|promot|featur|show|announc"
    r"|mention|highlight|remind|ask|provid|let|us(?:e|ing)\b|ha(?:s|ve)\b|wish|apologi|congratulat"
    r"|tell|add|giv|display|should|must|is\b|are\b|the\s)"
)
_END = (
    rf"(?=\s?[,;:!?\n{HOLE}]|{FULL_STOP}|$|\sfrom\s"
    rf"|,?\s(?:and|while|with|as well as|by|to)\s{_OTHER_VERB})"
)
_PEOPLE = (
    r"(?:(?:an?|the|our|my|your|all(?:\s(?:our|the))?|their|its)\s(?:[\w'’-]+\s){1,3}?"
    r"|\w+s\s(?:and\s\w+s\s)?)"
)
_GOOD = (
    r"(?:success|(?:good\s|best of\s|much\s)?luck|joy|health|happiness|peace|prosperity|strength"
    r"|courage|comfort|love|(?:all )?the (?:very )?best|many\s\w+|lots of\s\w+|more\s\w+|every\s\w+"
    r"|happy\s\w+|merry\s\w+|a(?:n)?\s(?:\w+(?:,\s|\s(?:and\s)?)){0,3}?\w*(?:year|day|christmas"
    r"|retirement|recovery|start|future|life|journey|trip|season|holidays?|weekend|summer|winter"
    r"|spring|autumn|birthday|month|time|marriage|anniversary|career|eid|easter|ramadan|evening"
    r"|week|vacation|feast|celebration)\b)"
)
_WISHED = re.compile(
    rf"\bwish(?:es|ing)?\s(?:(?:you|them|her|him|everyone|everybody|someone|people)\s"
    rf"|{_PEOPLE})?(?P<t>{_GOOD}(?:(?:,\s(?!{_OTHER_VERB})[a-z]+(?:\s[a-z]+){{0,2}})+,?\sand\s"
    rf"(?!{_OTHER_VERB}))?.*?)(?:\sto\s(?:the|an?|all|our|your|their)\s[\w'’ -]+?)?{_END}",
    re.IGNORECASE,
)
_WISHES_FOR = re.compile(
    rf"\bwishes\sfor\s(?P<t>the\s(?:upcoming|coming|new|next)\s\w+){_END}", re.IGNORECASE
)
_THANKED = re.compile(
    r"(?:\bthank(?:s|ing)?(?!\syou\scards?)|\bgratitude|\bappreciation|\bthank you)\s"
    r"(?:[^.;:!?,]*?\s)?"
    rf"for\s(?P<t>(?:(?:the|their|his|her|your|an?|being|\d+)\s|\w+ing\s).*?){_END}",
    re.IGNORECASE,
)
_SORRY = re.compile(rf"\bapologi[sz](?:e|es|ing)\sfor\s(?P<t>.+?){_END}", re.IGNORECASE)
_FOR = re.compile(r"thank(?:s| you)$|thank you,", re.IGNORECASE)
_OURS = re.compile(r"(?:all )?(?:our|my)\s\w+")
_DONE = re.compile(r"\b(?:(?:s?he) does|they do)\b", re.IGNORECASE)
_WITH_US = re.compile(
    r"\bwith (?:the |our )?(?:viewers?|audience|readers?|them|it)$", re.IGNORECASE
)


def with_wishes(texts: tuple[Text, ...], heard: Heard) -> tuple[Text, ...]:
    """The texts and what they lack of wishes and thanks; who quotes words has said them all."""
    quoted = any(t.provenance == "user" and t.role in _SAID for t in texts)
    if quoted or not heard.opening.asked or heard.language != "en":
        return texts
    title = next((t.text for t in texts if t.role == "title"), "")
    thanked = next(iter(heard.opening.of("thank")), "").partition(" for ")[0].strip()
    whom = (f"To {thanked}",) if title == "Thank You" and _OURS.match(thanked) else ()
    for wish in (*whom, *_wishes(heard.masked, title)):
        line = _beyond(wish, title)
        if len(words_of(line)) <= _MOST_WORDS and not _is_said(line, texts):
            texts = below(tuple(t for t in texts if not _is_part(t, line)), line)
    return texts


def _beyond(line: str, title: str) -> str:
    """What a line says beyond a headline with which it begins."""
    begins = bool(title) and line.lower().startswith(f"{title.lower()} ")
    return (
        line[len(title) :].strip() if begins and not re.match(" of ", line[len(title) :]) else line
    )


def _wishes(masked: str, title: str) -> Iterator[str]:
    thanked = not title.lower().startswith("thank you for ")
    for found in _THANKED.finditer(masked) if thanked else ():
        cause = _WITH_US.sub("with us", said_to_them(found["t"].strip()))
        cause = _DONE.sub("you do", cause)
        yield f"For {cause}" if _FOR.match(title) else f"Thank you for {cause}"
    for found in _WISHED.finditer(masked):
        yield f"Wishing you {said_to_them(found['t'].strip())}"
    for found in _WISHES_FOR.finditer(masked):
        yield f"Best wishes for {found['t']}"
    for found in _SORRY.finditer(masked):
        yield f"We apologize for {said_to_them(found['t'].strip())}"


def _is_said(line: str, texts: tuple[Text, ...]) -> bool:
    told = re.sub(
        r"^(?:Wishing you|Best wishes for|We apologize for|(?:Thank you )?[Ff]or) ", "", line
    )
    said = " ".join(t.text for t in texts if not _is_part(t, line))
    return mostly_in(re.sub(r"\byour?\b", "", told), said, 0.5)


def _is_part(text: Text, line: str) -> bool:
    """ "A speedy recovery" beside "Wishing you a speedy recovery"."""
    ours = text.role in _LINES and text.provenance != "user" and not text.group
    return ours and _DONE.sub("you do", text.text).lower() in line.lower()


def below(texts: tuple[Text, ...], line: str) -> tuple[Text, ...]:
    """The texts and a line below their headline, where a subtitle that we suggested gives way."""
    kept = tuple(
        t for t in texts if t.role != "subtitle" or t.provenance != "suggested" or named(t.text)
    )
    role: Role = "item" if any(t.role == "subtitle" for t in kept) else "subtitle"
    return (*kept, Text(role=role, text=sentence_case(line), provenance="inferred"))
