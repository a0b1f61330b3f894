"""Parts of a line of copy: words and marks added to it, or left out of it."""

from __future__ import annotations

import re

from agents.chat.changes import refitted
from agents.chat.context import Context
from agents.chat.naming import Named, find, is_named, with_labels
from agents.chat.naming_words import CONTACTS, DETERMINER, ROLES
from agents.chat.results import Answer, NotThereError, done
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, rules
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values.wording import Spot, is_joined, spots, with_value, without
from design_io.commands import Command
from design_io.document import TextLayer

_MARKS = {
    "exclamation mark": "!", "exclamation point": "!", "question mark": "?", "full stop": ".",
    "period": ".", "comma": ",", "colon": ":", "ellipsis": "…",
    "dash": "—", "hyphen": "-", "apostrophe": "'",
    "euro sign": "€", "pound sign": "£", "dollar sign": "$",
}  # fmt: skip
_SIGNED = re.compile(r"(?=.*[^\w\s'-])\S{1,10}")  # "(v)", "Tel."
_BETWEEN_PARTS = re.compile(r",? (?:and|&) |, | [·|] |\. (?=[A-Z])")
_LINES = {"line", "text", "words", "bit", "part", "sentence"}
_JOINTS = ("by", "from", "with", "is", "of", ":", "-", "–")
_EARLY = ("before", "start", "beginning", "front", "in front of")
FACT = re.compile(r"\d|@|\w\.\w|[\"'“‘]|[£$€]|\b[A-Z]")


def shown(words: str, context: Context) -> Named | None:
    """The text that shows these words, with or without an article before them."""
    plain = unquoted(words)
    for text in dict.fromkeys((plain, re.sub(r"^(?:the|a|an|at|on) ", "", plain))):
        try:
            named = find(f'"{text}"', context)
        except NotThereError:
            continue
        label = (
            plain == words
            and not (named.span and " " in text)
            and all(x.id.endswith("-label") for x in named.texts)
        )
        if named.texts and not label:
            return named
    return None


def within(named: Named, old: str) -> Named | None:
    for layer in named.texts:
        match = re.search(rf"(?<!\w){re.escape(unquoted(old))}(?!\w)", layer.text, re.IGNORECASE)
        if match is None:
            match = re.search(re.escape(unquoted(old)), layer.text, re.IGNORECASE)
        if match:
            return Named((layer,), match.span())
    return None


def retold(named: Named, new: str, context: Context) -> list[Command]:
    layer, (start, end) = named.texts[0], named.span or (0, len(named.texts[0].text))
    text = layer.text[:start] + new + layer.text[end:]
    return refitted(layer, layer.evolve(text=text, spans=()), context)


def _added(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add 'Free entry' to the subtitle; put an exclamation mark after the headline"""
    said = match["new"]
    new = _MARKS.get(said) or unquoted(sentence.kept(match, "new"))
    is_copy: object = said in _MARKS or QUOTE.fullmatch(said) or re.match(r"(?:year|words?) ", said)
    is_copy = is_copy or (_SIGNED.fullmatch(said) and not is_named(said, context))
    if not is_copy and not FACT.search(sentence.kept(match, "new")):
        return None
    new = re.sub(r"^(?:year|words?) ", "", new)
    named = find(match["t"], context)
    if not named.texts or (len(named.texts) > 1 and said not in _MARKS):
        return None
    if len(named.texts) > 1:
        early = bool(match.groupdict().get("first"))
        parts = [p for x in named.texts for p in retold(
            Named((x,)), f"{new}{x.text}" if early else f"{x.text}{new}", context)]  # fmt: skip
        return done(f"{new} is added to {named.label}", parts)
    layer = named.texts[0]
    first = match.groupdict().get("first") in _EARLY
    start, end = named.span or (0, len(layer.text))
    old = layer.text[start:end]
    joint = "" if new in _MARKS.values() else " " if named.span or len(new.split()) < 2 else " · "
    text = f"{unquoted(new)}{joint}{old}" if first else f"{old}{joint}{unquoted(new)}"
    return retyped(Named((layer,), (start, end)), text, context)


def _dropped(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """remove the word Fun from the title: part of a text, never all of it"""
    where = match.groupdict().get("where")
    if where and not is_named(where, context):
        return None
    named = within(find(where, context), match["old"]) if where else shown(match["old"], context)
    if named is None and not where and (entry := entry_called(match["old"], context)):
        return _reading(entry.layer, without(entry), context)
    if named is None or named.span is None:
        return None
    layer, (start, end) = named.texts[0], named.span
    listed = not QUOTE.search(sentence.low) and (not where or len(find(where, context).texts) > 1)
    if end - start == len(layer.text) or (listed and _heads_a_row(layer, context)):
        return None
    if layer.text[end : end + 1] == "." and not layer.text[end + 1 : end + 2].isalnum():
        end += layer.text[start:end].lower() in ("dr", "prof", "mr", "mrs", "ms", "st", "tel")
    spot = Spot(layer, start, end)
    whole = not QUOTE.fullmatch(match["old"]) and not _WORD.search(sentence.low)
    return _reading(layer, without(with_value(spot) if whole else spot), context)


def _heads_a_row(layer: TextLayer, context: Context) -> bool:
    """Whether it is an entry with its price: "tea" stands for all of "Jasmine tea 2.50" there."""
    return layer.role == "item" and len(with_labels(Named((layer,)), context.design)) > 1


def _reading(layer: TextLayer, text: str, context: Context) -> Answer:
    return done(f"{layer.role} now reads {text!r}", retold(Named((layer,)), text, context))


_WORD = re.compile(r"\b(?:words?|phrase|letters?)\b")


def entry_called(phrase: str, context: Context) -> Spot | None:
    """Of a line that lists several things with their values the one that is called so."""
    found = [s for s in spots(unquoted(phrase), context) if is_joined(s.layer.text)]
    return with_value(found[0]) if len(found) == 1 and with_value(found[0]) != found[0] else None


def after_lead(named: Named, phrase: str, new: str) -> Named:
    """Of "Directed by Tom Okafor" the name, where the director is said to be another."""
    said = {_root(word) for word in re.findall(r"[a-z]{3,}", phrase.lower())}
    bare = DETERMINER.sub("", phrase.lower())
    if len(named.texts) != 1 or bare in ROLES or said & _LINES or QUOTE.fullmatch(new):
        return named
    words = list(re.finditer(r"\S+", named.texts[0].text))
    led = next((n for n, w in enumerate(words) if _root(w[0].strip(":,")) not in said), 0)
    first = next((n for n, w in enumerate(words[led:], led) if w[0].lower() not in _JOINTS), 0)
    again = led and _root(new.split()[0]) == _root(words[0][0].strip(":,"))
    if not led or not first or again:
        return named
    return Named((named.texts[0],), (words[first].start(), len(named.texts[0].text)))


def _root(word: str) -> str:
    return word.lower()[:5]


def without_part(phrase: str, named: Named, context: Context) -> Answer | None:
    """Of a text of several things one goes: "drop Pärt" of "Fauré and Pärt"."""
    if len(named.texts) != 1:
        return None
    layer = named.texts[0]
    said = DETERMINER.sub("", unquoted(phrase).lower())
    if named.span and said in CONTACTS:
        return _reading(layer, without(Spot(layer, *named.span)), context)
    marks = [m.span() for m in _BETWEEN_PARTS.finditer(layer.text)]
    for start, end in zip((0, *(b for _, b in marks)), (*(a for a, _ in marks), len(layer.text)),
                          strict=True):  # fmt: skip
        if marks and DETERMINER.sub("", layer.text[start:end].strip(" .!").lower()) == said:
            return _reading(layer, without(Spot(layer, start, end)), context)
    entry = entry_called(phrase, context)
    return _reading(entry.layer, without(entry), context) if entry else None


Q = r"(?:\"[^\"]+\"|'[^']+'(?!\w))"
QUOTE = re.compile(Q)
_MARK = "|".join(_MARKS)
RULES: Rules = rules(
        (r"(?:add|append|insert|include|stick|put|place|write) (?:an? |the )?"
         rf"(?P<new>{Q}|{_MARK}|.+?)(?<! next)(?<! close) (?:(?:to|at|on) the (?:very )?"
         r"(?P<first>end|start|beginning"
         r"|front) of|to|after|behind|in|on) (?P<t>.+)", _added),
        (rf"(?:add|insert|put|write) (?:an? |the )?(?P<new>{Q}|{_MARK}|.+?) (?P<first>before"
         rf"|in front"
         r" of) (?P<t>.+)", _added),
        (r"(?P<t>.+?) (?:needs?|could use|wants?|should have|should end (?:with|in)|could do with"
         rf"|is missing|lacks|ends? with) (?:an?|the) (?P<new>{_MARK})(?: at the end)?", _added),
        (rf"(?P<where>.+?) (?:without|minus) (?:(?:the )?(?:words? )?)?"
         rf"(?P<old>{Q}|the|and|an?)", _dropped),
        (rf"(?:no|without)(?: the)?(?: words?)? (?P<old>{Q})(?: (?:from|in|out of|off|on|at|after"
         r"|before|behind|in front of|beside) (?P<where>.+))?", _dropped),
        (r"(?:remove|delete|drop|take out|lose|cut|get rid of|leave out|take away|erase|scrap|omit)"
         rf"(?: the)?(?: words?| phrase| letters?| bit| text)? (?P<old>{Q}|.+?)"
         r"(?: (?:from|in|out of|off) (?P<where>.+))?", _dropped),
        (rf"(?:leave|take|cut|strike|cross|miss) (?:the )?(?:words? )?(?P<old>{Q}|.+?) out"
         r"(?: of (?P<where>.+))?", _dropped),
        (rf"take (?:the )?(?:words? )?(?P<old>{Q}|.+?) (?:off|out of|away from|from)"
         r" (?P<where>.+)", _dropped),
        (r"(?:there (?:won't be|will be no|isn't|aren't|is no|are no|'s no)|(?:we|i) (?:don't"
         r"|do not|no longer|won't) (?:do|have|offer|serve|sell))(?: any(?: more)?)?"
         r" (?!room|space|place)(?P<old>.+?)"
         r"(?: any ?more| any longer| after all| this (?:time|year))?", _dropped),
        (rf"(?:the )?(?:words?|phrase|bit) (?P<old>{Q}|.+?) (?:should|can|must|has to"
         rf"|needs to) (?:go|be"
         r" (?:removed|deleted|taken out|dropped)|disappear)(?: from (?P<where>.+))?", _dropped),
        (r"(?:we )?(?:don't|do not) (?:need|want) (?:the )?words? (?P<old>.+?)(?: (?:in"
         r"|on) (?P<where>.+))?", _dropped),
)  # fmt: skip
