"""A word spelled out by the user: "lasagna with an a at the end", "two c's: Biancchi"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.changes import refitted
from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.naming_words import ROLES
from agents.chat.qualities import read
from agents.chat.results import Answer, done
from agents.chat.sentence import Sentence
from agents.chat.values.accounted import talk
from agents.chat.values.overlapping import overlapping
from agents.chat.values.slots import told_in
from agents.chat.values.wording import Spot, in_case_of, put_in, spots, texts_of
from design_io.commands import Command

SPELLED = re.compile(
    r"\b(?:spel\w+|spelt|typo|written|hyphen\w*|apostrophe|accent|umlaut|surname|first name|last"
    r" name"
    r"|full name|long name|short for|(?:his|her|their|my|the) (?:\w+ )?name(?:'s)?|nickname"
    r"|with (?:an?|one|two|no|double|three) \S{1,2}(?:'?s)?(?: (?:at the end|in it))?$)\b"
)
_SURNAME = re.compile(r"\b(?:surname|last name|family name)\b")
_SURNAMED = re.compile(
    r"(?P<who>[A-Z][\w-]+)['’]s? (?:surname|last name|family name) (?:is|should be)"
    r"(?: now| actually| really| spelled| spelt| written)* (?P<new>[A-Z][\w'’-]+)[.!]*"
)
_HELD_BACK = re.compile(r"^not\b|\b(?:don't|do not|never|if|unless)\b|\?$")
_AFTER = re.compile(
    r"(?:spell(?:ed|t|ing)?(?: (?:it|that|this|is|should be))?|spelt|written|write(?: it)?|name"
    r" (?:as|is"
    r"|should be)|name's|as|use|it's|its|correct(?:ly)?|short for|[:;–-]) (?P<x>[^,;:]+?)"
    r"(?= with (?:an?|one|two|no|double|the)\b|, (?:use|the|please|it)\b|[.!]*$|,? (?:please"
    r"|instead)$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"^(?P<x>[\w'’ -]+?) (?:is |has |with |should |needs |must |gets |wants |takes )(?:to"
    r" )?(?:be )?"
    r"(?:spell?ed|spelt|written|an?\b|one\b|two\b|no\b|double\b|with\b)",
    re.IGNORECASE,
)
_ITS = re.compile(
    r"^(?:no,? |sorry,? |actually,? )*(?:it's|its|it is|that's|(?:i'm|i am|we're|we are|he's|she's"
    r"|they're|you're|this is)(?: now| actually| really)?|make (?:it|that)|it should (?:be"
    r"|say|read)"
    r"|should (?:be|say)|write|put|say) (?P<x>[^,;]+?)(?: of course| obviously| now)?(?:,.*)?$",
    re.IGNORECASE,
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The word that reads nearly so, as it is spelled now."""
    if _HELD_BACK.search(sentence.low) or re.search(r"[\"“„]", sentence.low):
        return None
    if SPELLED.search(sentence.low):
        if found := _surnames(sentence, context):
            return _put(found, _SURNAMED.fullmatch(sentence.raw)["new"], context)  # type: ignore[index]
        for new in _said(sentence):
            found = _nearest(new, context, last=bool(_SURNAME.search(sentence.low)))
            if not found and "full name" in sentence.low:
                found = [x for x in (overlapping(new, context),) if x]
            if found:
                return _put(found, new, context)
    return _alike(sentence, context)


def _surnames(sentence: Sentence, context: Context) -> list[Spot]:
    """Wherever the surname of the one who is named stands: "Dave's last name is Hold"."""
    match = _SURNAMED.fullmatch(sentence.raw)
    if match is None:
        return []
    full = re.compile(rf"(?<!\w){re.escape(match['who'])} (?P<last>[A-Z][\w'’-]+)(?=$|[ ,.])")
    return [Spot(layer, *m.span("last")) for layer in texts_of(context)
            for m in full.finditer(layer.text)]  # fmt: skip


def _said(sentence: Sentence) -> Iterator[str]:
    """What may be the right spelling, the likeliest first."""
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(sentence.raw):
            words = match["x"].strip(" .!?'’")
            words = re.sub(
                r"^(?:(?:the|my|our|his|her) (?:name|surname) |it's |its |i'm |i am |this is )",
                "",
                words,
                flags=re.I,
            )
            if words and not set(words.lower().split()) <= talk():
                yield words
    yield from re.findall(r"(?<=\w )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*$", sentence.raw)


def _nearest(new: str, context: Context, last: bool) -> list[Spot]:
    """The words on the design that differ a little from these, or begin or end alike.

    `last`: those at the end of a text rather than others, as surnames stand.
    """
    if any(s.words == new for s in spots(new, context, most=0)):
        return []
    found = [s for s in spots(new, context) or spots(new, context, headings=True)
             if s.words != new]  # fmt: skip
    if not found and len(new.split()) == 1 and len(new) > 3:
        found = [
            Spot(layer, *m.span())
            for layer in texts_of(context)
            for m in re.finditer(r"[^\W\d_]{3,}", layer.text)
            if new.lower().startswith(m[0].lower()) or m[0].lower().startswith(new.lower())
        ]
    ending = [s for s in found if last and s.end == len(s.layer.text)]
    return (ending or found) if len({s.words for s in found}) == 1 else []


def _put(found: list[Spot], new: str, context: Context) -> Answer | None:
    """The new words wherever the old ones stand, in the form that these have."""
    parts: list[Command] = []
    said: list[str] = []
    for spot in {s.layer.id: s for s in found}.values():
        text = put_in(spot, in_case_of(spot.words, new))
        if text != spot.layer.text:
            parts += refitted(spot.layer, spot.layer.evolve(text=text, spans=()), context)
            said.append(f"{spot.layer.role} now reads {text!r}")
    return done("; ".join(said), parts) if parts else None


def _alike(sentence: Sentence, context: Context) -> Answer | None:
    """ "its Nonno's Kitchen": a name said whole, of which one word stood otherwise."""
    match = _ITS.match(sentence.raw) or _BARE.match(sentence.raw)
    said = re.sub(r"^an? ", "", match["x"].strip(" .!")) if match else ""
    bare = match is not None and (match.re is _BARE or bool(_PERSON.match(sentence.low)))
    if len(said.split()) < 2 or not _is_copy(said, bare=bare):
        return None
    if any(t.kind != "number" for t in told_in(said.lower(), said)):
        return None  # a fact, which has rules of its own
    spot = overlapping(said, context)
    return _put([spot], said, context) if spot else None


def _is_copy(said: str, bare: bool) -> bool:
    """A name, or a line of copy by itself: nothing that asks for a look or a deed."""
    low = said.lower()
    told = read(low) is not None or _TAKES.match(low) or ORDER.match(low) or _PLACE.search(low)
    if told or (bare and _TELLS.search(low)):
        return False
    plain = {w for w in re.findall(r"[^\W_]+", low)}
    return bool(re.match(r"[A-Z]", said)) or (bare and not plain & _ROLE_WORDS)


_TAKES = re.compile(
    r"(?:leave|omit|skip|without|minus|no|strike|cross|miss|only|just|more|fewer|less)\b"
    r"|.+ (?:out|away|gone|off)$"
)
_PLACE = re.compile(
    r"\b(?:on|to|at|in) the (?:far |very )?(?:left|right|top|bottom|middle|cent(?:er|re)|corner)\b"
    r"|\b(?:on|in|over|across) (?:one|two|three|an? single|the same|separate) (?:lines?|rows?)\b"
    r"|\b(?:longer|shorter|wider|narrower|taller|rounder|closer|nearer|higher|lower)$"
    r"| as (?:the|our|my) \w+$"
)
_BARE = re.compile(
    r"^(?P<x>[^,;:?]+?)(?:,? (?:sounds?|looks?|reads?|works?|is|would be) (?:much |a lot |way "
    r"|so much )?"
    r"(?:better|nicer|best|right)|, (?:plural|singular|please|one word|two words|with .+))?$"
)
_PERSON = re.compile(r"(?:he's|she's|i'm|i am|he is|she is|they're)\b")
_TELLS = re.compile(
    r"\b(?:is|are|was|should|must|be|has|have|says?|reads?|costs?|for|with|without|minus|can"
    r"|can't|could|won't|cancel\w*)\b"
    r"|\.\w| as (?:the |our )?\w+$"
)
_ROLE_WORDS = frozenset(w for name in ROLES for w in name.split()) | {
    "it",
    "this",
    "that",
    "more",
    "less",
}
