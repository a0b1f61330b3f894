"""Marks and signs taken out of copy, or others put in their place: "no exclamation marks"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.naming import find, is_named
from agents.chat.results import Answer, done
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values.wording import spots
from design_io.commands import Command
from design_io.document import TextLayer, walk

# What a mark is called -> how it stands in copy; never inside a number, a time or an address.
_NAMES = {
    r"exclamation (?:mark|point)|exclamation|bang": r"!",
    r"question mark": r"\?",
    r"full stop|period|dot|point": r"\.(?!\w)",
    r"comma": r",(?!\d)",
    r"colon": r":(?!\d)",
    r"semi-?colon": r";",
    r"ellips[ie]s": r"…|\.\.\.",
    r"dash|em dash|en dash": r"[—–]|(?<= )-(?= )",
    r"hyphen": r"(?<=[^\W\d])-(?=[^\W\d])",
    r"apostrophe": r"['’](?=\w|\W|$)",
    r"quotation mark|quote mark|quote|inverted comma|speech mark": r"[\"“”„«»]",
    r"bracket|parenthes[ie]s": r"[()]",
    r"ampersand|and sign": r"&",
    r"slash": r" ?/ ?(?!\w+\.)(?<!\.)",
    r"percent|percentage": r" ?%",
    r"pound": r"£", r"euro": r" ?€", r"dollar": r"\$",
    r"currency|money": r"[£$]| ?€",
    r"hash|hashtag": r"#", r"star|asterisk": r"\*",
}  # fmt: skip
_SIGNED = ("percent|percentage", "pound", "euro", "dollar", "currency|money")  # else amounts
_WRITTEN = {"!": "!", "?": r"\?", ".": r"\.(?!\w)", ",": r",(?!\d)", ":": r":(?!\d)", ";": ";",
            "&": "&", "£": "£", "$": r"\$", "€": " ?€", "%": " ?%", "#": "#", "*": r"\*",
            "+": r"\+", "…": "…"}  # fmt: skip
_NEW = {"dot": " ·", "dots": " ·", "comma": ",", "commas": ",", "dash": " –", "dashes": " –",
        "full stop": ".", "full stops": ".", "slash": " /", "slashes": " /", "colon": ":",
        "exclamation mark": "!", "exclamation marks": "!", "question mark": "?",
        "space": "", "spaces": "", "nothing": ""}  # fmt: skip
_JOINS = re.compile(r"hyphen|dash|em dash|en dash|slash")  # without them words stand apart


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.low, sentence, context)


def _without(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """drop the pound signs; remove the comma after kindness; the & out of the title, write and"""
    told = match.groupdict()
    mark = _pattern(match["mark"], match["sign"])
    if not mark:
        return None
    texts = _texts(told.get("where") or told.get("of"), context)
    if told.get("after"):
        mark = rf"(?i:(?<={re.escape(unquoted(match['after']))}))(?:{mark})"
    said = sentence.kept(match, "new") if told.get("new") else ""
    new = _NEW.get(said.lower(), unquoted(said)) or (" " if _JOINS.match(match["mark"]) else "")
    parts: list[Command] = []
    for layer in texts:
        text = _put_in_order(re.sub(mark, f" {new} " if new[:1].isalnum() else new, layer.text))
        if text != layer.text and text:
            parts += refitted(layer, layer.evolve(text=text, spans=()), context)
    name = f"{match['mark']}{match['sign'] or ''}"
    return (
        done(f"without {name}" if not new.strip() else f"{new!r} for {name}", parts)
        if parts
        else None
    )


def only_marks_differ(old: str, new: str, low: str) -> bool:
    """Whether a sentence that speaks of marks changed nothing but marks of a text."""
    same = re.findall(r"[^\W_]", old) == re.findall(r"[^\W_]", new)
    return same and old != new and bool(re.search(rf"(?<!\w){_MARK}(?!\w)", low))


def is_mark(phrase: str) -> bool:
    """Whether it is the name of a mark: "full stop", "euro sign"."""
    return re.fullmatch(_MARK, phrase) is not None


def _pattern(name: str, sign: str | None) -> str:
    """How the mark of this name stands in copy; empty for money, which is no mark."""
    name = name.strip()
    if name in _WRITTEN:
        return _WRITTEN[name]
    for names, pattern in _NAMES.items():
        if re.fullmatch(rf"(?:{names})(?:e?s)?", name):
            return pattern if sign or names not in _SIGNED else ""
    return ""


def _texts(where: str | None, context: Context) -> Iterator[TextLayer]:
    """The texts that are named, by words of theirs too; all that are shown where none is."""
    if not where:
        yield from (x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible)
    elif is_named(where, context):
        yield from find(where, context).texts
    else:
        yield from dict.fromkeys(spot.layer for spot in spots(where, context))


def _put_in_order(text: str) -> str:
    """Without the gaps that marks leave."""
    text = re.sub(r" {2,}", " ", text).strip()
    return re.sub(r" ([,.!?:;])", r"\1", text)


_MARK = (
    r"(?:(?:all|any|those|these|every|both|that|the|my|our|of|little|small|silly|stupid) )*"
    rf"(?P<mark>(?:{'|'.join(_NAMES)})(?:e?s)?|[!?.,:;&£$€%#*+…])"
    r"(?P<sign> ?(?:signs?|symbols?|marks?|things?|characters?))?"
)
_IN = (
    r"(?: (?:from|in|on|of|out of|off|at|after|behind|between) (?P<where>(?!it\b|there\b).+?))?"
    r"(?: (?:in|on|from) (?:it|there)| everywhere| at all| at the end)?"
)
_INSTEAD = (
    r"(?:[,;.]? (?:and )?(?:just |please |rather )*(?:use|put|write|make it|say|replace (?:it|them)"
    r" (?:with|by)) (?:an? |the )?(?P<new>.+?)(?: instead| there| for (?:it|them))*)?"
)
_GO = (
    r"(?:(?:can|should|must|may|has to|have to|needs? to) )?(?:out|away|off|go|be (?:gone|removed"
    r"|deleted|left out|taken out|dropped)|(?:aren't|isn't|not) (?:needed|necessary|wanted))"
)
_TAKE = (
    r"(?:remove|delete|drop|take|leave|lose|cut|get rid of|erase|omit|skip|strip|ditch|scrap|kill"
    r"|no|without|no more|(?:i|we) (?:don't|do not) (?:want|need|like)|(?:don't|do not) (?:want"
    r"|need|like|use|put|print|write)"
    r"|there (?:should|must) (?:be no|not be)|too many|enough with)"
)
_RULES: Rules = rules(
    (rf"{_TAKE} (?:out |away |off )?{_MARK} (?:after|behind|from the end of) "
     r"(?P<after>\"[^\"]+\"|'[^']+'|[\w'-]+)(?: (?:from|in|on|of) (?P<where>.+))?", _without),
    (rf"{_TAKE} (?:out |away |off )?{_MARK}(?: out| away| off)?{_IN}{_INSTEAD}", _without),
    (rf"(?P<of>.+?),? (?:(?:should|must|can|has to|needs to|is|are)(?: be)? |goes |looks better "
     rf"|please )?(?:without|minus|with no|w/o|no) {_MARK}{_INSTEAD}", _without),
    (rf"{_MARK} (?:(?:from|in|on|of) (?P<where>.+?) )?{_GO}{_INSTEAD}", _without),
    (rf"(?:use|put|write) (?P<new>.+?) (?:instead of|rather than|for|not) {_MARK}{_IN}", _without),
    (rf"(?:instead of|rather than) {_MARK},? (?:please )?(?:use|put|write|say|have)"
     r" (?P<new>\S+)(?: in (?P<where>.+))?", _without),
    (rf"(?:replace|swap|change|turn|exchange) {_MARK}{_IN} (?:with|by|for|to|into)"
     r" (?:an? |the )?(?P<new>.+?)", _without),
)  # fmt: skip
