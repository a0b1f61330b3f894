"""Copy that a model suggests and nobody said: what of it may be printed, marked `suggested`.

The same gate as for Plakat's own suggestions: an invitation or a wish, never a claim, a name, a
figure, a price, a day or a place; in words that the language has.
"""

from __future__ import annotations

import re
import unicodedata

from agents.facts import facts_in
from agents.phrases import words_of
from agents.spelling import is_common, is_known, is_name
from agents.vocabulary import is_direction, is_empty, is_instruction

_CLAIMS = re.compile(
    r"\b(?:best|better than|number one|no\.? ?1|leading|leader|top|finest|greatest|premier|award\w*"
    r"|guarantee\w*|certif\w*|proven|official\w*|authentic\w*|original|genuine|free|cheap\w*"
    r"|low(?:est)?"
    r"|afford\w*|discount\w*|sale|save|savings?|deals?|bargain\w*|off|half|price\w*|only|limited"
    r"|exclusive\w*|last|hurry|while|new(?:est)?|now open|open(?:ing)?|since|established|years?"
    r"|trust\w*|expert\w*|professional\w*|licen[sc]ed|insured|organic|natural|fresh\w*|handmade"
    r"|homemade|local\w*|safe\w*|secure\w*|clinically|doctors?|approved|recommend\w*|world|famous"
    r"|most|every\w*|always|never|all|unbeatable|perfect\w*|ultimate|unique|instant\w*|fast\w*"
    r"|quick\w*|today|tonight|tomorrow|week\w*|month\w*|days?|hours?|minutes?|spring|summer|autumn"
    r"|winter|fall|morning|evening|night\w*|noon|midnight|one|two|three|four|five|six|seven|eight"
    r"|nine|ten|dozen\w*|hundred\w*|thousand\w*|million\w*|percent|double|twice|tickets?|entry"
    r"|admission|street|road|avenue|hall|room|online|website|cures?|heals?|eco\w*|green)\b",
    re.IGNORECASE,
)
_SHOP = re.compile(  # what is said to a designer or a machine, never to readers
    r"(?:ignor\w*|rules?|instruct\w*|prompts?|systems?|delet\w*|remov\w*|layers?|models?"
    r"|assistants?"
    r"|json|schemas?|designs?|posters?|flyers?|clients?|requests?|drafts?|answers?|fields?|titles?"
    r"|subtitles?|kickers?|text|fonts?|colou?rs?)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[<>{}\[\]\\|`*_=~^#@]|https?:|www\.|\.\w{2,}\b")
LONGEST = {"kicker": 40, "title": 60, "subtitle": 90, "body": 160, "cta": 28}  # characters


def cleaned(text: str) -> str:
    """One line without control, formatting and private characters."""
    plain = "".join(" " if c.isspace() else c for c in text)
    plain = "".join(c for c in plain if unicodedata.category(c)[0] != "C")
    return " ".join(plain.split()).strip('"“”„«»')


def is_said(text: str, *sources: str) -> bool:
    """Whether people wrote these words, in this order."""
    wanted = _bare(text)
    return bool(wanted) and any(f" {wanted} " in f" {_bare(source)} " for source in sources)


def fault_of(role: str, text: str, sources: tuple[str, ...], language: str) -> str:
    """Why a line may not be printed, whoever said its words; "" when it may.

    Words of the sources may be used again as they are; others are English, no names, no claims.
    """
    if not any(c.isalpha() for c in text):
        return "it has no words"
    if len(text) > LONGEST[role]:
        return f"it is longer than {LONGEST[role]} characters"
    if _MARKS.search(text):
        return "it has marks of code, an address or a list"
    if is_direction(text) or is_empty(text) or is_instruction(text):
        return "it is art direction or an instruction"
    if is_said(text, *sources):
        return ""
    return _made_up(text, sources, language)


def _made_up(text: str, sources: tuple[str, ...], language: str) -> str:
    said = {word for source in sources for word in _bare(source).split()}
    fresh = [word for word in words_of(text) if not said.issuperset(_bare(word).split())]
    if not fresh:
        return ""
    if language != "en":
        return f"{fresh[0]!r} is no word of the request"
    if claim := next((word for word in fresh if _CLAIMS.fullmatch(word)), ""):
        return f"{claim!r} would claim what the request does not say"
    if shop := next((word for word in fresh if _SHOP.fullmatch(word)), ""):
        return f"{shop!r} is no word for readers"
    if facts_in(" ".join(fresh)) or any(c.isdigit() for word in fresh for c in word):
        return "it says a figure, a date or a place that the request does not say"
    odd = next((word for word in fresh if not _is_plain(word.replace("’", "'"))), "")
    return f"{odd!r} is a name or no English word" if odd else ""


def _is_plain(word: str) -> bool:
    if not word.isascii():
        return False
    if len(word) == 1:
        return word.lower() in "aio&"
    parts = [part for part in re.split(r"[^A-Za-z]+", word) if len(part) > 2 or part == word]
    return all(is_common(part) or (len(part) > 3 and _is_form(part)) for part in parts)


def _is_form(word: str) -> bool:
    return is_known(word) and not is_name(word)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r"['’]", "", text.casefold())))
