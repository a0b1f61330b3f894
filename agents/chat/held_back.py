"""Sentences on which nothing may be done at once: questions, conditions, and what is to stay."""

from __future__ import annotations

import re

from agents.chat.results import Answer, Choice, Impossible, Question
from agents.chat.sentence import Sentence

_ASKS = re.compile(
    r"(?:why|who|whose|when (?:is|was|are|does|do|did)\b"
    r"|where (?:is|are|did|does)\b|which (?:fonts?|colou?rs?|one|size|typefaces?)\b.*\b(?:is|are"
    r"|did|does|do|was|have)\b"
    r"|what(?:'s|s)? (?:fonts?|colou?rs?|size|typefaces?|is|are|was|does|do (?:you think|we)|(?:the"
    r"|our|my)\b)"
    r"|how (?:big|large|wide|tall|high|small|many|much|old|does|do you)\b|(?:is|are|was"
    r"|were) (?:the|this|that|it|there|my|our|any|every\w*|all)\b"
    r"(?! (?:a )?(?:way|chance|possible)\b)|(?:do|don't|did) you (?:think|like|reckon|find"
    r"|prefer|agree)\b|do (?:the|these|those|all)\b"
    r"|does (?:the|this|that|it|any\w*)\b|did you\b|isn't (?:the|it|that)\b|aren't (?:the|they)\b"
    r"|can (?:people|any ?one|you|one) (?:really |still |even )?(?:read|see)\b|can (?:i|we) read\b"
    r"|.*\b(?:is|are) (?:too )?(?:hard|easy|difficult|impossible) to (?:read|see)\?|any typos?\b)"
)
_PLAINLY = re.compile(  # a question without its mark
    r"(?:what|which) (?:font|colou?r|typeface|size)s? (?:is|are|does|do|did) (?:the|this|that|it"
    r"|you"
    r"|we)\b|how (?:big|large|wide|tall|high) (?:is|are)\b|how many [\w ]+ (?:are|does|do)\b"
    r"|what does .+ say$|what(?:'s| is| are) (?:the|our|my) (?:date|time|title|font|colou?r|size"
    r"|price"
    r"|address)s?$|(?:please )?tell me (?:what|which|how|where|who|if|whether)\b"
)
_OFFERS = re.compile(
    r"(?:is|would) (?:it|this|that) (?:be )?(?:possible|ok|okay|hard|easy)|is there (?:a|any) way"
)
_IF = re.compile(
    r"(?:^|[,;.] ?|\band )(?:only )?(?:if|unless|in case|provided(?: that)?|as soon as|once|when)"
    r" (?!you\b|possible|that's (?:ok|okay|possible|alright|fine|easier)|it's (?:ok|okay"
    r"|possible|not too"
    r"|easier)|there(?:'s| is) (?:room|space)|we can|i may|i might|needed|necessary|at all)"
    r"(?P<what>(?:it|we|she|he|they|the|i|there|nobody|no one|anyone|someone|tickets?|my|our"
    r"|more|less)\b.+)"
    r"|(?<=\w) (?:only )?(?:if|unless|in case) (?!you\b|possible|that's|it's (?:ok|possible)"
    r"|there(?:'s| is)"
    r" (?:room|space)|we can|not\b|needed|necessary|at all)(?:it|we|she|he|they|the|i|there"
    r"|nobody|tickets?)"
    r"\b.+"
)
_PERMITS = re.compile(  # what may be, rather than a condition
    r"\b(?:(?:it'?s |that'?s )?(?:ok|okay|fine|alright|no problem|not a problem)"
    r"|i don't mind|doesn't matter|don't care) if\b.*$|\bif (?:it|they|that|this) (?:has to|have to"
    r"|needs? to|must|helps|works)\b"
)
_ORDERED = re.compile(r"[,;:] (?:then |please |so )?(?P<order>\w.+)$")
_LEFT = re.compile(
    r"(?:please |but |and |whatever you do,? )*(?:(?:don't|do not|dont|never|please don't|no"
    r" need to)"
    r" (?:you )?(?:dare )?(?:change|touch|move|alter|edit|modify|mess with|remove|delete|resize"
    r"|lose)"
    r"|(?:leave|keep) (?P<t>.+?) (?:alone|as (?:it|they) (?:is|are|was|were)|the same|where"
    r" (?:it|they)"
    r" (?:is|are)|unchanged|untouched)|(?:leave|keep) (?:(?:everything|all) else|(?:all )?the"
    r" (?:rest|others?)))\b[^,;.]*"
)


def answer(sentence: Sentence) -> Answer | None:
    """Why nothing is done at once; None for an order."""
    low = _PERMITS.sub(" ", _whole(sentence))
    if (condition := _IF.search(low)) and not re.search(r"[\"“„]", low):
        return _on_condition(low, condition)
    if _LEFT.fullmatch(low.rstrip(" .!")):
        return Impossible("nothing was changed; say what should change, or lock a layer to keep it")
    return None


def is_conditional(message: str) -> bool:
    """Whether something is to be done only if something else happens."""
    return bool(_IF.search(_PERMITS.sub(" ", message.lower().replace("’", "'"))))


def keeps(clause: str) -> bool:
    """Whether a clause only tells what is to stay: "don't touch the fox"."""
    return bool(_LEFT.fullmatch(clause.rstrip(" .!")))


def asks(sentence: Sentence) -> bool:
    """Whether it is a question about the design rather than an order."""
    low = _whole(sentence)
    told = low.endswith("?") and _ASKS.match(low) and not _OFFERS.match(low)
    return bool(told or _PLAINLY.match(low))


def _whole(sentence: Sentence) -> str:
    """The sentence with its courtesies, without its greeting."""
    whole = sentence.whole.lower().replace("’", "'").strip()
    return re.sub(r"^(?:hi|hey|hello|ok|so|and|but|btw|by the way)[,!]? ", "", whole)


def _on_condition(low: str, condition: re.Match[str]) -> Answer:
    """ "if she says yes, change the time to 6": shall it be done already?"""
    order = low[: condition.start()].strip(" ,.;")
    if not order and (rest := _ORDERED.search(low)):
        order = rest["order"].strip(" .!")
    choices = (Choice("do it now", order),) if order else ()
    return Question("shall it be done now, whatever happens?", choices)
