"""The gist of a sentence that no rule understands: what it names, and what it asks of that.

Asked after every rule. It needs exactly one thing named, and does nothing where the sentence names
more, wants something left as it is, or speaks of a deed of which it knows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from agents.chat.calling import TEXT_NOUNS
from agents.chat.clauses import ORDER, clauses, orders_twice
from agents.chat.context import Context
from agents.chat.facts_said import fact_told
from agents.chat.line_parts import shown
from agents.chat.looks import applied
from agents.chat.mentions import Mention, mentions
from agents.chat.naming import Named
from agents.chat.qualities import Reading, read
from agents.chat.results import Answer, Choice, Question
from agents.chat.retyping import retyped
from agents.chat.sentence import Sentence, heard, unquoted
from agents.chat.values.overlapping import overlapping
from agents.lexicon import entry_named

Asker = Callable[[Sentence, Context], Answer | None]


def gist(sentence: Sentence, context: Context, ask: Asker) -> Answer | None:
    """What the sentence comes to; `ask` answers one said in the rules' own words."""
    orders = sum(bool(ORDER.match(part.lower())) for part in clauses(sentence.raw))
    if orders > 1 or orders_twice(sentence.raw) or _LEFT_ALONE.search(sentence.low):
        return None
    sentence = _without_asides(sentence)
    quotes = [m for m in _QUOTE.finditer(sentence.raw)]
    new = [m for m in quotes if shown(m[0], context) is None]
    if len(new) == 1 and not _ADDS.match(sentence.low):
        return _reworded(unquoted(new[0][0]), new[0].span(), sentence, context)
    if new:
        return None
    told = fact_told(sentence, context) if read(sentence.plain) is None else None
    if told is not None:
        return told
    if _OTHER_DEEDS.search(sentence.low):
        return None
    target = _target(sentence.plain, context)
    if target is None or (target.named.span and not _OF_WORDS.search(sentence.low)):
        return None  # a word of the copy is more likely part of a name that is not there
    if (found := _restyled(target, sentence, context)) is not None:
        return found
    first = next(m for m in mentions(sentence.plain, context) if not m.compared)
    if not _IT.search(sentence.plain[: first.span[0]]):  # "it" has no name then
        found = _moved(target, sentence, context, ask) or _removed(target, sentence, context, ask)
    return found or _complained(target, sentence)


def _without_asides(sentence: Sentence) -> Sentence:
    """Without what stands in brackets, and what tells who the client is."""
    raw = _WHO_WE_ARE.sub("", re.sub(r" ?\([^()]*\)", "", sentence.raw))
    return sentence if raw == sentence.raw else heard(raw)


def _reworded(
    new: str, span: tuple[int, int], sentence: Sentence, context: Context
) -> Answer | None:
    """Other words in quotes for the one text that is named, or for "it"."""
    rest = sentence.low[: span[0]] + " " * (span[1] - span[0]) + sentence.low[span[1] :]
    rest = _IN_PLACE_OF.sub("", rest)
    found = [m for m in mentions(rest, context) if m.named.texts]
    if len({m.named.layers for m in found}) > 1:
        found = [m for m in found if not m.compared]
    if len({m.named.layers for m in found}) > 1:
        return None
    if not found and not context.it:
        spot = overlapping(new, context)
        return retyped(Named((spot.layer,), (spot.start, spot.end)), new, context) if spot else None
    named = found[0].named if found else Named(context.it)
    if named.span and set(new.lower().split()) & set(named.texts[0].text.lower().split()):
        named = Named(named.layers)  # "not just sandals" of "all sandals", now "all shoes"
    return retyped(named, new, context) if len(named.texts) == 1 else None


def _target(plain: str, context: Context) -> Mention | None:
    """The one thing that is named and not only compared with."""
    found = [m for m in mentions(plain, context) if not m.compared]
    layers = {m.named.layers for m in found}
    if (
        len(layers) != 1
        or _BESIDE.search(plain[: found[-1].span[0]])
        or _of_another(plain[: found[-1].span[0]], context)
        or _is_half_a_name(found[-1], plain)
    ):
        return None
    return found[-1]


def _of_another(before: str, context: Context) -> bool:
    """ "company name" where only "name" is a layer: it is not what the phrase speaks of."""
    word = re.search(r"(?:^|\b(?:the|our|my|a|make|in|of|and) )([a-z]{4,})(?:'s)? $", before)
    if word is None or read(word[1]) is not None or ORDER.match(word[1]):
        return False
    return bool(entry_named(word[1])) or word[1] in _OWNERS


def _is_half_a_name(target: Mention, plain: str) -> bool:
    """ "the shop" of "the shop button", "line" of "the support act line": parts of other names."""
    before, behind = plain[: target.span[0]], plain[target.span[1] :]
    if of := _OF.match(behind):
        return not _OF_ALL.match(of["what"])
    head = re.match(r" (?:now |here )?([a-z]+)\b", behind)
    if head and head[1] in _HEADS:
        return True
    word = re.search(r"([a-z]{3,})(?:'s)? $", before)
    if target.phrase not in TEXT_NOUNS or word is None:
        return False
    return read(word[1]) is None and not ORDER.match(word[1]) and word[1] not in _LED_BY


def _restyled(target: Mention, sentence: Sentence, context: Context) -> Answer | None:
    rest = sentence.plain
    for mention in reversed(mentions(rest, context)):
        rest = rest[: mention.span[0]] + "," + rest[mention.span[1] :]
    reading = read(_ASIDE.sub(" ", _said_of(target, rest)))
    if reading is None:
        return None
    qualities = tuple(dict.fromkeys(reading.qualities))
    if len({q.kind for q in qualities}) < len(qualities):
        return None  # bigger and smaller at once
    if _UNWANTED.search(sentence.low) and any(q.kind in _TOGGLED and q.value for q in qualities):
        return None  # "I don't want it in caps"
    return applied(target.named, Reading(qualities, "", ""), sentence.degree, context)


def _said_of(target: Mention, plain: str) -> str:
    """The sentences but for those that tell of other things."""
    own = []
    for part in _SENTENCE.finditer(plain):
        spoken = part.start() <= target.span[0] < part.end()
        if spoken or ORDER.match(part[0].strip()) or _IT.search(part[0]):
            own.append(part[0])
    return "".join(own)


def _moved(target: Mention, sentence: Sentence, context: Context, ask: Asker) -> Answer | None:
    rest = sentence.low.replace(target.phrase, " ")
    ways = {m[0] for m in _WAY.finditer(rest)}
    if len(ways) != 1 or not _MOVE.search(rest):
        return None
    return ask(heard(f"move {target.phrase} {ways.pop()}"), context)


def _removed(target: Mention, sentence: Sentence, context: Context, ask: Asker) -> Answer | None:
    if not _GONE.search(sentence.low) or _PART_OF_IT.search(sentence.low):
        return None
    if _UNWANTED.search(sentence.low) and read(sentence.plain) is not None:
        return None  # it is the capitals that are not wanted
    if _OUT_OF.search(sentence.plain[: target.span[0]]):
        return None  # "take the house out of the arch"
    return ask(heard(f"remove {target.phrase}"), context)


def _complained(target: Mention, sentence: Sentence) -> Answer | None:
    """ "I don't like the title", "the date is wrong": what should it be?"""
    named = target.named
    if _WRONG.search(sentence.low) and len(named.texts) == 1:
        return Question(f"what should {named.label} say?")
    return question_about(named, target.phrase) if _DISLIKED.search(sentence.low) else None


def question_about(named: Named, phrase: str) -> Question:
    """What is to change about it, with the likeliest wishes."""
    offers = ["bigger", "smaller", "another colour"]
    choices = [Choice(f"make it {x}", f"make {phrase} {x}") for x in offers[:2]]
    return Question(
        f"what should change about {named.label}: its {'words, ' if named.texts else ''}colour,"
        " size or place, or should it go?",
        (*choices, Choice("delete it", f"delete {phrase}")),
    )


_SENTENCE = re.compile(r"[^.!?;]+(?:[.!?;]+(?=\s|$)|[.!?;]\S)*\s*|[.!?;]+\s*")
_IT = re.compile(r"\b(?:it|them)\b")
_WHO_WE_ARE = re.compile(  # tells of the client, not of the design
    r",? ?\b(?:we're|we are|i'm|i am) (?:just |only )?(?:an?|the) (?!.*\b(?:need|want)\b)[^,.;]*",
    re.IGNORECASE,
)
_UNWANTED = re.compile(r"\b(?:don't|do not|didn't|not|never) (?:want|need|like)\b|\bwithout\b")
_TOGGLED = ("italic", "case", "underline", "weight", "strikethrough")
_IN_PLACE_OF = re.compile(r"\b(?:instead of|rather than|in place of) .*$")
_OF = re.compile(r" (?:of|for) (?P<what>(?:the|our|my|that) \w+)")
_OF_ALL = re.compile(
    r"\w+ (?:poster|flyer|page|design|card|sheet|menu|invitation|event|show|party|day|list|whole)\b"
)
_HEADS = frozenset(["button", "line", "logo", "badge", "text", "picture", "photo", "name", "icon",
                    "address", "number", "price", "sign", "box", "label"])  # fmt: skip
_LED_BY = frozenset(["the", "that", "this", "our", "all", "any", "every", "each", "some", "with",
                     "for", "and", "but", "not", "from", "own", "other", "whole"])  # fmt: skip
_ADDS = re.compile(r"(?:add|insert|append|include|squeeze in)\b")
_QUOTE = re.compile(r"\"[^\"]+\"|“[^”]+”|„[^“”]+[“”]|(?<!\w)['‘][^'’]+['’](?!\w)")
_PART_OF_IT = re.compile(
    r"\b(?:first|last|full|middle|second) (?:name|word|part|half|letter"
    r"|digit)"
)
_OF_WORDS = re.compile(r"\b(?:words?|phrase|letters?|bit)\b|[\"'“‘]")
_BESIDE = re.compile(
    r"\w (?:over|behind|under|above|below|beside|next to|around|near|between|in front of)"
    r" (?:the |that |our )?$"
)
_OWNERS = frozenset(["company", "brand", "shop", "store", "business", "firm", "school", "sponsor"])
_LEFT_ALONE = re.compile(
    r"\b(?:don't|do not|never|shouldn't|mustn't|please not|no need to|without)(?: \w+){0,2}"
    r" (?:change|changing|touch|touching|move|moving|alter|make|lose|losing|remove)\b"
    r"|\b(?:leave|keep) .{2,30} (?:alone|as (?:it|they) (?:is|are)|where it is|the same)\b"
)
_OTHER_DEEDS = re.compile(
    r"\b(?:swap|switch|exchange|rotat\w+|tilt\w*|behind|in front|duplicat\w+|copy|undo|redo"
    r"|translat\w+|print|send|export|save|download|animat\w+|crop\w*|zoom\w*|flip\w*|mirror\w*"
    r"|instead|rather than|add|insert|between|align\w*|line up|font|typeface|story|version|picture"
    r" of|draw\w*|replace\w*|original|back to|somewhere|if|else|variants?|options?|german|french"
    r"|spanish|italian|add|lock\w*|hide|animation|shadow)\b"
)
_ASIDE = re.compile(r"\bby a long way\b|\bat a glance\b|\bfrom (?:across|afar|a distance)[^,]*")
_WAY = re.compile(r"\b(?:up|down|left|right|higher|lower)(?:wards?)?\b")
_MOVE = re.compile(
    r"\b(?:mov\w+|shift\w*|nudg\w+|push\w*|pull\w*|go|sit\w*|slid\w+|bring|take|place\w*|put|be"
    r"|needs?|should|too)\b"
)
_OUT_OF = re.compile(r"\b(?:out of|off|from) (?:the |our |my |that )?$")
_GONE = re.compile(
    r"\b(?:get rid|remove|delete|take (?:\w+ )?(?:off|out|away)|(?:don't|do not|dont|no longer)"
    r"(?: think we)?(?: \w+)? (?:need|want)|unnecessary|not (?:needed|necessary)|isn't (?:needed"
    r"|necessary)|aren't (?:needed|necessary)|superfluous|pointless|can go|could go|should go"
    r"|away|drop|ditch|scrap|bin|lose)\b"
)
_WRONG = re.compile(
    r"\b(?:wrong|incorrect|out of date|outdated|not (?:right|correct|true)|isn't (?:right|correct)"
    r"|aren't (?:right|correct)|mistake|has changed|have changed|changed)\b"
)
_DISLIKED = re.compile(
    r"\b(?:(?:don't|do not|dont|didn't) (?:\w+ )?(?:like|love|care|fancy)|hate|dislike"
    r"|not (?:\w+ )?"
    r"(?:keen|sure|happy|fond|a fan)|ugly|awful|terrible|weird|odd|off|strange|bothers?|annoy\w+)\b"
)
