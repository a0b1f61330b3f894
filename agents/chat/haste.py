"""A message typed in haste as one writes it with time: "btn", "w/", "pork n chive", laughs.

What the design itself says is left as it is, and so are words in quotes.
"""

from __future__ import annotations

import re
from calendar import day_name
from collections.abc import Callable

_LAUGHS = (
    r"(?:lo+l|lmao|rofl|ha(?:ha)+|he(?:he)+|hihi|yay|woo+|omg|xo+|xx+|ngl|tbh|imo|imho|idk|fyi"
    r"|btw|jk|rn|smh|soz|oops|oopsie|whoops|my bad|sry|thx|tysm|cheers mate|innit|deffo|lowkey)"
)
_WORDS = {
    "txt": "text", "btn": "button", "diff": "different", "ppl": "people", "nr": "number",
    "addr": "address", "adress": "address", "w/": "with", "w/o": "without", "til": "until",
    "till": "until", "cos": "because", "coz": "because", "cuz": "because", "bc": "because",
    "gimme": "give me", "lemme": "let me", "wanna": "want to", "gotta": "have to",
    "sumthing": "something", "smth": "something", "sth": "something", "tho": "though",
    "insta": "instagram", "pic": "picture", "pics": "pictures", "colr": "colour", "rly": "really",
    "bday": "birthday", "yr": "year", "defo": "", "def": "", "legit": "", "literally": "",
    "basically": "", "sooo": "so", "soo": "so", "noone": "nobody",
}  # fmt: skip
_WORD = re.compile(r"(?<![\w@./-])[a-z]+(?:/o?)?(?![\w@-]|[./]\w)")
_SIZED = r"(?:small|tiny|little|big|large|huge|long|short|dark|light|bright|pale|faint|thin|thick)"
_PRICED = (
    r"(?!(?:row|seat|block|room|gate|no|from|to|at|on|until|and|or|by)\b)[a-z][a-z &'-]{2,}?"
    r" [£$€]?\d+(?:[.,]\d\d)?(?![\d:]| ?[ap]m)"
)


def _listed(match: re.Match[str]) -> str:
    """ "flat white 3.40 mocha 4" as two."""
    return re.sub(r"(?<=\d) (?=[a-z])", ", ", match["t"])


def _named_day(match: re.Match[str]) -> str:
    """ "sun 4 may" with its Sunday."""
    return next(name for name in day_name if name.lower().startswith(match["d"].lower()))


_TURNED = (
    (rf"^(?:{_LAUGHS}[,!.]* )+", ""),
    (rf"[ ,.]+(?:{_LAUGHS}[ ,!.]*)+(?=$|[,;.!?])", ""),
    (r"^(?:aw+|ooh?|nice|cute|lovely|love it|great|cool)(?: \w+)?,? but ", ""),
    (r"\b(is|are) (wrong|off|broken|incorrect|not right) (?=[a-z])", r"\1 \2, "),
    (r"(?<!the )\blast (?=(?:\w+ )?digits? )", "the last "),
    (r"^(?P<t>[^,;\"]+?) in (?P<q>huge|big|bigger|giant|large|larger|small|smaller|tiny)"
     r" (?:letters|type|print|font|writing)$", r"make \g<t> \g<q>"),
    (r"^(?:swap|switch) (?P<a>(?!the\b)[a-z]+) (?P<b>(?!with|and|to|the)[a-z]{4,})$",
     r"swap the \g<a> and the \g<b>"),
    (rf"^(?!.*\b(?:not|its?|now|is|are|than|then)\b)(?={_PRICED}(?: {_PRICED})+$)(?P<t>.+)$",
     _listed),
    (r"^(?:hey |hi |ok |yo )*(?:just )?(?:a )?quick (?:one|q|thing)[,:.!]* ", ""),
    (r"(?<=\d) (?:until|til|till) (?=\d)", " to "),
    (r"\b(?P<d>mon|tues?|wed|thu|thurs?|fri|sat|sun)(?= \d)", _named_day),
    (r"(?<=[a-z]) n (?=[a-z])", " and "),
    (r"(?<=[a-z]s) r (?=[a-z])", " are "),
    (r"\b(should|must|can|could|to|will) b (?=\S)", r"\1 be "),
    (r"(?<=\w) (?:pls|plz|please) (?=(?:it'?s|they(?:'?re)?|because|nobody|people|we|i) )", ", "),
    (r"\b(?:pls|plz|please)$", "please"),
    (rf"^(?P<t>(?:the )?[a-z]+?)(?:'?s|s'? (?:is|are)| is| are| looks?) (?:kind ?a|sort ?a|kind of"
     rf"|sort of|way|pretty|super|rather)(?: too)? (?P<q>{_SIZED})\b", r"the \g<t> is too \g<q>"),
    (r"\b(?:chuck|bung|whack|throw|pop|stick|squeeze) in (?=(?:an? |some |the )?[a-z])", "add "),
    (r"^(?:(?:can|could) (?:u|you|we) )?(?:pls |please )?(?:don't|dont|do not) (?:say|mention|write"
     r"|print) (?P<t>(?!.* (?:in|as|with) )[^,;.]+)$", r"remove \g<t>"),
    (r"^(?P<t>(?!(?:take|get|put|move|kick|strike|cross|drop|leave|keep)\b)[^,;\"]+?) off the"
     r" (?:menu|list|card|programme|line-?up)(?: now| please| pls)*$", r"remove \g<t>"),
    (r"^(?:the )?(?:all (?:the )?)?(?P<p>(?:\w+ )?prices) (?P<w>up|down) (?:by )?"
     r"(?=\d+(?:[.,]\d\d?)?(?: each| please| everywhere)*$)",
     r"all \g<p> \g<w> by £"),
    (r"\bfancy (?=(?:handwrit|script|cursive|serif))", ""),
    (r"^(?P<x>(?:(?! is | are )[^\"])+?),? (?:so |and )?(?:pls |please )?add(?: that| it| this)"
     r"(?: somewhere| on there| in| too| please| pls)*$", r"add \g<x>"),
)  # fmt: skip
_Plain = str | Callable[[re.Match[str]], str]
_ROWS: tuple[tuple[re.Pattern[str], _Plain], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in _TURNED
)
_QUOTED = re.compile(r"([\"“„][^\"“”]*[\"”“]|(?<!\w)'[^']+'(?!\w))")


def in_full(message: str, copy: frozenset[str] = frozenset()) -> str:
    """The message in full words, without its laughs; words of the `copy` are no short forms."""
    if _QUOTED.search(message):
        parts = _QUOTED.split(message)
        return "".join(p if n % 2 else _full(p, copy) for n, p in enumerate(parts))
    text = _full(message.replace("’", "'"), copy)
    for pattern, plain in _ROWS:
        text = pattern.sub(plain, text)
    text = " ".join(text.split())
    return text if text and text != " ".join(message.replace("’", "'").split()) else message


def _full(text: str, copy: frozenset[str]) -> str:
    def full(match: re.Match[str]) -> str:
        word = match[0]
        return word if word.rstrip("/") in copy else _WORDS.get(word, word)

    return _WORD.sub(full, text)
