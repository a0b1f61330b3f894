"""Another language: that needs a language model, and without one the answer says so."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, Impossible
from agents.chat.sentence import Sentence

_LANGUAGES = (
    "german|french|spanish|italian|portuguese|dutch|danish|swedish|norwegian|finnish|polish"
    "|czech|russian|ukrainian|greek|turkish|arabic|hebrew|hindi|thai|chinese|mandarin|japanese"
    "|korean|vietnamese|indonesian|english|welsh|irish|romanian|hungarian|croatian|serbian"
    "|bulgarian|urdu|bengali|catalan|latin|afrikaans|swahili|deutsch|français|francais|español"
    "|espanol|italiano|polski|svenska|nederlands|türkçe|bilingual"
)
_ASKED = re.compile(
    rf"(?:.*\b(?:in|into|to|auf|en|auch auf|also in) )?(?P<name>{_LANGUAGES})(?: (?:please|bitte"
    rf"|too|version|translation|as well|instead))*|.*\b(?:translat\w+|übersetz\w+|tradu\w+)\b.*"
    rf"|.*\b(?:an?|the|your|same) (?P<name2>{_LANGUAGES}) (?:version|translation|one|copy"
    rf"|text)\b.*|.*\b(?:make|have|do|put|get|want|need|write|say|change|switch|try) .*\b(?:in"
    rf"|into|to) (?P<name3>{_LANGUAGES})\b"
    r"(?! (?:style|food|cuisine))"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    match = _ASKED.fullmatch(sentence.low)
    if match is None or re.search(r"[\"']", sentence.low):
        return None
    found = match["name"] or match["name2"] or match["name3"] or ""
    name = {"deutsch": "German", "français": "French", "español": "Spanish"}.get(
        found, found.title()
    )
    return Impossible(
        f"putting the copy into {name or 'another language'} needs a language model, and none is "
        "set up; you can give the words yourself: \"change the title to '…'\""
    )
