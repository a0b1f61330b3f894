"""Stiff lines of a request as paper says them: "seeking donors" is "donors wanted".

Only the words around what is said change; a line that tells nothing becomes empty.
"""

from __future__ import annotations

import re

from agents.phrases import tidy, words_of
from agents.vocabulary import PEOPLE, head_of, is_business, is_event, is_sale

_QUALITIES = {
    "beauty": "beautiful", "elegance": "elegant", "comfort": "comfortable", "safety": "safe",
    "convenience": "convenient", "durability": "durable", "reliability": "reliable",
    "simplicity": "simple", "versatility": "versatile", "efficiency": "efficient",
    "affordability": "affordable", "purity": "pure", "quality": "quality", "luxury": "luxury",
    "speed": "fast", "freshness": "fresh",
}  # fmt: skip
_QUALITY = rf"(?:\w{{3,}}(?<!busi)(?<!wit)(?<!har)(?<!fit)(?<!well)ness|{'|'.join(_QUALITIES)})"
_OF_QUALITY = re.compile(
    rf"(?:the|its|their)\s(?P<names>{_QUALITY}(?:(?:,\s|,?\sand\s){_QUALITY})*)\s(?:of|in)\s"
    r"(?:(?:the|its|their|our|your|these|this)\s)?(?P<what>[^,;]+)$",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:(?:\w+['’]s|the|its|their)\s)?(?:products?|services?|items?|goods|designs?|brand|company"
    r"|store|shop|event|offerings?|(?:\w+ )?(?:provided|offered|used))\b",
    re.IGNORECASE,
)
_IN_A_HOUSE = re.compile(r"(?:at|in|on) an? (?P<house>.+)$", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?:for|on) an? (?P<goods>(?!.*\b(?:cause|time|day|week\w*|month|year|life|world|future"
    r"|better|budget)\b)[a-z].+)$",
    re.IGNORECASE,
)
_SOUGHT = re.compile(r"seeking (?P<whom>[^,]+)$", re.IGNORECASE)
_MATTER = re.compile(
    r"(?:the )?(?:importance|significance) of (?P<what>(?!the\b|their\b|this\b|its\b)[^,]+)$", re.I
)
_SKILL = re.compile(
    r"(?:the |their |his |her )?(?:expertise|experience|skills?|competence) in (?P<what>.+)$", re.I
)
_PROMISE = re.compile(
    r"(?:the )?(?P<what>(?:benefits|potential|possibilities) of (?!.*\bhow\b|\w+ing\b).+)$", re.I
)
_PRICES = re.compile(
    r"(?:the )?(?P<kind>\w+ prices) of (?:(?:the|our|its|their) )?(?P<what>.+)$", re.I
)
_IT_IS = re.compile(
    r"it(?:['’]s| is) (?P<what>[a-z-]+(?:, [a-z-]+)* and [a-z-]+(?: quality)?)", re.IGNORECASE
)
_BARE_THE = re.compile(
    r"^the (?!.*\bof\b|[a-z]+est\b|best\b|most\b|only\b|first\b|one\b)(?=[a-z])", re.I
)


def natural(text: str, title: str) -> str:
    """The line as it is said under `title`."""
    text = re.sub(r"^(?:(?:the|its|their) )?use (?=for )", "", text)
    if (house := _IN_A_HOUSE.match(text)) and is_business(house["house"]):
        return ""
    if (goods := _OF_ONE.match(text)) and is_sale(title) and not _is_for_people(goods["goods"]):
        return goods["goods"]
    if (sought := _SOUGHT.match(text)) and len(words_of(sought["whom"])) <= 4:
        return f"{sought['whom']} wanted"
    if quality := _OF_QUALITY.match(text):
        return _of_quality(quality)
    if skill := _SKILL.match(text):
        return skill["what"]
    if matter := _MATTER.match(text):
        return _because(tidy(matter["what"]))
    if promise := _PROMISE.match(text):
        return f"discover the {promise['what']}"
    if prices := _PRICES.match(text):
        return f"{prices['kind']} on {prices['what']}"
    if praised := _IT_IS.fullmatch(text):
        return praised["what"]
    return _BARE_THE.sub("", text)


def _is_for_people(core: str) -> bool:
    return head_of(core) in PEOPLE or is_event(core)


def _of_quality(match: re.Match[str]) -> str:
    """ "the freshness of the cheese": fresh cheese; of products that have no name, freshness."""
    names = match["names"].lower()
    if _NO_NAME.match(match["what"]) or re.search(
        r"\b(?:quality|luxury)\b.* and|and quality", names
    ):
        return names
    adjectives = re.sub(rf"\b{_QUALITY}\b", lambda m: _adjective(m[0]), names)
    what = re.split(r"\s(?:offered|sold|provided|available|used|made)\b", match["what"])[0]
    return f"{adjectives} {tidy(what)}"


def _adjective(quality: str) -> str:
    stem = quality.removesuffix("ness")
    known = _QUALITIES.get(quality)
    return known or (f"{stem[:-1]}y" if stem.endswith("i") else stem)


def _because(what: str) -> str:
    plural = re.search(r"(?<!s)s$", head_of(what)) or " and " in what
    return f"because {what} {'matter' if plural else 'matters'}" if what else ""
