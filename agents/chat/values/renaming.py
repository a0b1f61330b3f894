"""Words in the place of others: "the cinema is called Roxy, not Rex", "Leo should be Leonard".

The old words are found wherever they stand, with slips of the pen; the new ones take their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from agents.chat.changes import refitted
from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.figures import NUMBERS
from agents.chat.mentions import mentions
from agents.chat.naming import find
from agents.chat.naming_words import CONTACTS, ROLES
from agents.chat.results import Answer, Choice, NotThereError, Question, UnclearError, done
from agents.chat.sentence import Sentence, heard
from agents.chat.values.accounted import unaccounted
from agents.chat.values.wording import (
    CLAUSE,
    Spot,
    as_name,
    in_case_of,
    narrowed,
    put_in,
    spots,
    texts_of,
    widened,
    words_of,
)
from agents.chat.words import NAMES_A_LAYER, value_in
from agents.colorwords import color_named
from design_io.commands import Command

_NOT_COPY = re.compile(
    r"(?:bigger|smaller|larger|bold(?:er)?|italic|red|blue|green|black|white|uppercase|lowercase"
    r"|capitals|higher|lower|darker|lighter|brighter|thinner|wider|narrower|taller|shorter|closer"
    r"|warmer|cooler|stronger|clearer|softer|calmer|hidden|gone|deleted|removed|cent(?:er|re)d?|left"
    r"|right|top|bottom|more .+|less .+|too .+|so .+|very .+|a (?:bit|little|tad|touch) .+|on|in"
    r"|under|over|above|below|next to)(?: .*)?"
)
_PICTURED = re.compile(
    r"^(?:show|draw|paint|display|depict|illustrate|(?:the )?(?:picture|drawing|image) be)\b"
    r"|\b(?:in|on|into|to) the (?:picture|drawing|image|illustration)\b"
)
_HELD_BACK = re.compile(r"\b(?:don't|do not|dont|never|unless|if|whether)\b|\?$")


class Claim(NamedTuple):
    """Words that are to stand where others do, and what else was said around them."""

    old: str
    new: str
    rest: str  # in lower case
    loose: bool = False  # "X is Y": only where Y looks like copy
    person: bool = False  # somebody who has left


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """The new words in the place of the old; None when no old ones are found, or more is said."""
    if _HELD_BACK.search(sentence.low) or re.search(r"[\"“„]|(?<!\w)'[^']+'", sentence.low):
        return None
    if _PICTURED.search(sentence.plain):
        return None
    for claim in claims(sentence):
        found = _renamed(claim, sentence, context)
        if found is not None:
            return found
    return None


def of_several_names(sentence: Sentence, context: Context) -> Answer | None:
    """ "write Nadia & Oliver instead of Nadia and Oliver": words with "and" in them, as one."""
    for claim in claims(sentence):
        exact = [s for s in spots(claim.old, context) if not s.apart]
        if " and " in claim.old and exact:
            return _renamed(claim, sentence, context)
    return None


def claims(sentence: Sentence) -> Iterator[Claim]:
    """Every way to read the sentence as new words for old ones."""
    for pattern, loose in _CLAIMS:
        match = pattern.fullmatch(sentence.low)
        if match is None:
            continue
        told = match.groupdict()
        old, new = (sentence.raw[slice(*match.span(x))] for x in ("old", "new"))
        old = re.sub(rf" {_PLACED}$", "", old)
        remark = told.get("pre") or ""
        if ORDER.match(remark):
            continue
        rest = told.get("mid") or ""
        first = match.start("new") < match.start("old")  # "the cinema is called Roxy, not Rex"
        for head, value in _heads(new, old) if first else [("", new)]:
            told_before = _REMARKED.sub("", head.lower())
            value = _TAIL.sub("", value)
            if CLAUSE.search(value.lower()) and not CLAUSE.search(old.lower()):
                continue
            yield Claim(old, value, f"{rest} {told_before}", loose, "left" in told)


def replaced(old: str, new: str, context: Context) -> Answer | None:
    """New words where old ones stand, of which nothing else was said; None where none stand."""
    person = not words_of(old) & words_of(new)
    return _renamed(Claim(old, new, "", person=person), heard(new), context)


def _heads(new: str, old: str) -> Iterator[tuple[str, str]]:
    """What may be said around the new words; what is likest to the old ones comes first."""
    marks = list(_COPULA.finditer(new.lower()))
    ways = [(new[: m.end()], new[m.end() :]) for m in reversed(marks)]
    ways += [(new[m.start() :], new[: m.start()]) for m in marks if m.start()]
    alike = set(old.lower().split())
    ways.append(("", new))
    ways.sort(key=lambda way: -_likeness(way[1], alike))
    best = _likeness(ways[0][1], alike)
    yield from (way for way in ways if not best or _likeness(way[1], alike))


def _likeness(words: str, other: set[str]) -> float:
    """Of all words of both the share that they have in common."""
    own = set(words.lower().split())
    return len(own & other) / max(1, len(own | other))


def _is_thing_drawn(claim: Claim, context: Context) -> bool:
    """ "a wrench instead of the bike" that is drawn, though a text has the word too."""
    if not re.match(r"(?i)(?:an?|some) [a-z]", claim.new):
        return False
    try:
        named = find(f"the {re.sub('^the ', '', claim.old.lower())}", context)
    except (NotThereError, UnclearError):
        return False
    return bool(named.layers) and all(x.role == "hero" for x in named.layers)


def _renamed(claim: Claim, sentence: Sentence, context: Context) -> Answer | None:
    if _is_thing_drawn(claim, context):
        return None
    new = _CALL.sub("", _TAIL.sub("", value_in(claim.new.strip(" .;:"), context)))
    if not new or len(new) > 120 or _is_style(claim) or _is_no_figure(claim.old, new):
        return None
    where = _standing(claim.old, new, context)
    if where and where[0].apart and color_named(claim.old.lower()):
        return None  # a colour, not a slip of the pen
    if where and where[0].words.lower() == _figures(claim.old).lower():
        new = _figures(new)
    found = _spoken_of(where, claim, context)
    wide = [widened(spot, new) for spot in found]
    most = max((spot.end - spot.start for spot in wide), default=0)
    found = [s for s, w in zip(found, wide, strict=True) if w.end - w.start == most]
    if claim.person or _is_somebody_else(claim.old, new):
        found = [s if widened(s, new) != s else _with_surname(s, new) for s in found]
    if claim.loose and not _is_copy(claim, sentence, found):
        return None
    found = [as_name(spot, new) for spot in found]
    new = _without_lead(new, claim, found)
    if NAMES_A_LAYER.search(new.lower()):
        return None
    if not found or _unsaid(claim, found, context):
        return None
    if len(found) > 1 and len({s.words for s in found}) > 1:
        raise UnclearError(_which(found, new))
    return _written(found, new, sentence, context)


def _standing(old: str, new: str, context: Context) -> list[Spot]:
    """Where the old words stand; in a small heading, where the new ones are short."""
    found = spots(old, context) or spots(_figures(old), context)
    role = re.match(r"(?:the|our|my) ", old.lower())  # the value, not the heading over it
    short = not role and len(new.split()) <= _HEADING and not re.search(r"\d", new)
    return found or (spots(old, context, most=0, headings=True) if short else [])


def _without_lead(new: str, claim: Claim, found: list[Spot]) -> str:
    """Without the article or preposition that what stands does not have either."""
    shown = [s.words.lower() for s in found]
    article = re.match(r"(?i)(?:an?|the) ", claim.old)
    if article and not any(re.match(r"(?:an?|the) ", words) for words in shown):
        new = re.sub(r"^(?:an?|the) ", "", new, flags=re.IGNORECASE)
    lead = re.match(r"(?:in|at|on|to|by|from|with) ", new)
    if lead and not any(words.startswith(lead[0]) for words in shown):
        new = new[lead.end() :]
    return new


def _is_no_figure(old: str, new: str) -> bool:
    return bool(re.fullmatch(r"[\d\W]+", old)) and not re.search(r"\d", new)


def _figures(words: str) -> str:
    """Number words in figures: "pier nine" as "pier 9"."""
    return re.sub(r"[a-z]+", lambda m: str(NUMBERS.get(m[0].lower(), m[0])), words, flags=re.I)


def _spoken_of(found: list[Spot], claim: Claim, context: Context) -> list[Spot]:
    """Of several spots those in what the rest of the sentence names."""
    if len(found) < 2:
        return found
    try:
        named = [m for m in mentions(claim.rest, context) if not m.compared]
    except UnclearError:
        return found
    ids = {leaf.id for m in named for leaf in m.named.leaves}
    return [s for s in found if s.layer.id in ids] or found


def _is_somebody_else(old: str, new: str) -> bool:
    """Whether another's first and last name are said for one name: "Tara Blum" for Lena."""
    names = new.split()
    full = len(names) == 2 and all(name[:1].isupper() for name in names)
    return full and len(old.split()) == 1 and not words_of(old) & words_of(new)


def _with_surname(spot: Spot, new: str) -> Spot:
    """ "Mia Torres" for Mia, where both names of another are said."""
    behind = re.match(r" [A-Z][\w'’-]+", spot.layer.text[spot.end :])
    if behind and len(new.split()) > 1 and len(spot.words.split()) == 1:
        return spot._replace(end=spot.end + behind.end())
    return spot


def _written(found: list[Spot], new: str, sentence: Sentence, context: Context) -> Answer | None:
    """The new words at every spot, in the form of what stood there."""
    parts: list[Command] = []
    said: list[str] = []
    for spot in found:
        wide = _whole_entry(_with_half(narrowed(widened(spot, new), new), new), new)
        words = in_case_of(wide.words, new)
        if spot.start and not in_the_middle(wide) and words[:1].islower():
            words = words[:1].upper() + words[1:] if wide.words[:1].isupper() else words
        text = put_in(wide, words)
        if text == spot.layer.text:
            continue
        parts += refitted(spot.layer, spot.layer.evolve(text=text, spans=()), context)
        said.append(f"{spot.layer.role} now reads {text!r}")
    return done("; ".join(said), parts) if parts else None


def _with_half(spot: Spot, new: str) -> Spot:
    """All of "10 pm" where "9pm" comes for the ten."""
    half = re.compile(r" ?[ap]\.?m\b\.?", re.IGNORECASE)
    behind = half.match(spot.layer.text, spot.end)
    told = re.fullmatch(rf"[\d:.]+{half.pattern}", new, re.IGNORECASE)
    return spot._replace(end=behind.end()) if behind and told else spot


def _whole_entry(spot: Spot, new: str) -> Spot:
    """All of "Vegetable lasagne" where "mushroom risotto" comes for the lasagne."""
    text = spot.layer.text
    last = spot.layer.role == "item" and spot.end == len(text) and spot.start > 0
    short = last and text.count(" ") == 1 and "," not in text
    other = short and len(new.split()) > 1 and not words_of(new) & words_of(text)
    return spot._replace(start=0) if other else spot


def in_the_middle(spot: Spot) -> bool:
    return bool(spot.layer.text[: spot.start].strip())


def _is_style(claim: Claim) -> bool:
    """Whether colours or looks are spoken of, not words."""
    new = claim.new.lower()
    return bool(color_named(new) and new == claim.new) or (
        bool(_NOT_COPY.fullmatch(new)) and new == claim.new and claim.loose
    )


def _is_copy(claim: Claim, sentence: Sentence, found: list[Spot]) -> bool:
    """Of "X is Y": a name, or words that are much like the old ones."""
    named = any(c.isupper() for c in claim.new) and sentence.raw != sentence.low
    shared = words_of(claim.old) & words_of(claim.new)
    return bool(found) and (named or any(len(word) > 2 for word in shared - _FUNCTION))


def _unsaid(claim: Claim, found: list[Spot], context: Context) -> list[str]:
    known = {w for x in texts_of(context) for w in re.findall(r"[^\W\d_]+", x.text.lower())}
    known |= {w for name in (*ROLES, *CONTACTS) for w in name.split()}
    return unaccounted(claim.rest, known=frozenset(known))


def _which(found: list[Spot], new: str) -> Question:
    choices = tuple(
        Choice(s.layer.text, f"change '{s.layer.text}' to '{put_in(s, new)}'") for s in found
    )
    return Question(f"where does {new!r} go?", choices)


_CALL = re.compile(r"^(?:call|ring|phone|ask for|contact) (?=[A-Z])")
_HEADING = 3  # words of a small heading
_FUNCTION = frozenset(
    ["the", "and", "for", "with", "from", "our", "that", "this", "not", "are", "was"]
)
_REMARKED = re.compile(r"^.*(?:, (?:so|and|but)?|[;:.!] |\bso )")
_COPULA = re.compile(
    r"(?:\b(?:it's|its|it is|that's|he's|she's|they're|i'm|i am|we're|you're|is|are|be|called|named"
    r"|titled|says?|reads?|spell(?:ed)?|spelt|written|becomes?|write|put|use|make it|make that"
    r"|say|to"
    r"|at|on|in|prefers?|now|as|so)(?: now| actually| really| called| just)*[:,]?|[:–—]) "
)
_PLACED = r"(?:in|on) the (?:heading|headline|title|name|subtitle|tagline|address|button|text)"
_TAIL = re.compile(
    r"(?:,? (?:please|instead|there|now|actually|this (?:year|time)|i mean|sorry|thanks|in its"
    rf" place|{_PLACED}"
    r"|from now on|these days|again))+$|, (?:he|she|it|they|we|i|because|since|as|so)\b.*$",
    re.IGNORECASE,
)
_O, _N = r"(?P<old>.+?)", r"(?P<new>.+)"
_VERB = r"(?:replace|swap|switch|exchange|substitute|change|correct|turn|rename|update|amend)"
_TALK = r"(?:(?:no|sorry|oops|oh|hm+|wait|actually|well|so|and|but|now|ok|okay)[,.!]* )*"
_CLAIMS: tuple[tuple[re.Pattern[str], bool], ...] = tuple(
    (re.compile(_TALK + pattern), loose)
    for pattern, loose in (
        (rf"{_O} ?(?:-+>|=>|→|») ?{_N}", False),
        (rf"(?:the )?(?:words? |name )?{_VERB} (?:the )?(?:words? |names? )?{_O}"
         rf" (?:with|for|to|by|into) {_N}", False),
        (rf"{_O}(?P<left> is| was| has been| gets)? replaced (?:by|with) {_N}", False),
        (r"(?P<new>.+?),? (?:and |but )?(?:not|instead of|rather than|no longer|and not|in place"
         r" of)"
         r" (?:just |only )?(?P<old>.+?)", False),
        (rf"(?:not|instead of|rather than) {_O}(?:,? (?:but|it's|it is|rather|use|say|put|write"
         rf"|make it"
         rf"|please write|print|have|read)|,) {_N}", False),
        (rf"(?:say|write|put|use|have|print) {_N} where it (?:says|reads|said) {_O}", False),
        (rf"where it (?:says|reads|said) {_O},? (?:please )?(?:say|write|put|use|have|print|it"
         rf" should"
         rf" (?:say|read|be)) {_N}", False),
        (rf"{_O}(?P<left> has| have|'s)? (?:left|quit|retired|gone|cancell?ed|dropped out|moved"
         rf" on|been"
         r" replaced|can't (?:make it|come)|isn't coming|won't be there|is out|is ill|is sick)"
         rf"(?P<mid> us| the \w+)?[,;:]? (?:and |so |please )*(?:it's|put|use|write|have|say|now"
         rf" it's"
         rf"|replaced by|by|instead,? (?:we have|it's)|(?:replace|swap)(?: them| him| her| it"
         rf"| that)?"
         rf" (?:with|by|for|out for)) {_N}", False),
        (rf"{_O}(?P<left> has| have|'s)? (?:left|quit|retired|cancell?ed|dropped out|been replaced"
         rf"|can't (?:make it|come|be there)|isn't coming|won't (?:be there|come|make it)|is out"
         rf"|is ill|is sick|pull(?:s|ed) out|drop(?:s|ped) out|bailed)(?P<mid>)[,;:.] (?:and "
         rf"|so |but )?(?P<new>[^,;]+?) (?:gives?|does"
         rf"|plays?"
         rf"|will|takes?|steps?|stands?|fills?|speaks?|performs?|sings?|hosts?|joins?|comes?|is"
         rf"|leads?|runs?|teaches|holds?|replaces?)\b.*", False),
        (rf"{_O} (?:should (?:now )?(?:be|read|say|be called)|must be|needs to be|has to be"
         rf"|ought to be"
         rf"|becomes?|is now(?: called| named| spelled| spelt)?|are now|is called|is spelled|is"
         rf" spelt"
         rf"|(?:has been |was |got )?(?:changed|renamed|switched) to|prefers(?: to be called)?"
         rf"|wants to be called|goes by|is short for|is actually|is really) {_N}", True),
        (rf"(?P<pre>.+?[:;.,–-] ){_O} (?:is now|becomes|should be|is now called) {_N}", True),
    )
)  # fmt: skip
