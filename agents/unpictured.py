"""What a request says that is nothing to see: refusals, likenesses of style, pairs of colours.

"No balloons", "don't mention the dog", "the look of an old railway sign", "saffron and green",
"white space for prices", "opposite the pharmacy".
"""

from __future__ import annotations

import re
from functools import lru_cache

from agents.colorwords import color_pattern
from agents.lexicon import entry_named, is_concrete
from agents.phrases import HOLE

_CLAUSE = rf"[^.,;:!?\n{HOLE}]"
_FEW = r"(?:(?!(?:for|to|in|on|at|with|but|from|of|and|or)\b)[\w'’-]+[ -]?){1,3}"
_UNSHOWN = (  # of the design; "never share antibiotics" is advice
    rf"\b(?:don['’]?t|do not|never)\s(?:want|show|use|include|put|add|draw|like)\s{_CLAUSE}+"
    rf"|\b(?:avoid|leave out)\s{_CLAUSE}+"
    rf"|(?:\A|(?<=[.,;:!?\n] )|(?<=and )|(?<=but )|(?<=with ))no (?!longer|matter|one|more){_FEW}"
)
_NOT_SHOWN = re.compile(_UNSHOWN, re.IGNORECASE)
_REFUSED = re.compile(
    rf"{_UNSHOWN}|\b(?:(?:don['’]?t|do not)\smention"
    rf"|without|instead of|rather than)\s{_CLAUSE}+",
    re.IGNORECASE,
)
_LIKENED = re.compile(
    r"(?:(?<=[.,;] )(?:\w+, )?like an?"
    r"|\b(?:look|looks|looking|feel|feels|feeling|style|vibe|air|spirit|charm|lettering|letters|type"
    r"|font|typography|colou?rs|palette|tones|stripes)"
    r"\s(?:(?:a bit|rather|more|just|kind of|sort of)\s)?(?:of an?|like|as if|as for|as on))\s"
    rf"(?:(?!\swith\s){_CLAUSE})+",
    re.IGNORECASE,
)
_SIGNED = re.compile(  # "mark vegetarian dishes with a leaf", "stamps shaped like pearls"
    rf"\bmark(?:ed)? {_CLAUSE}*? with an? \w+|\bshaped like {_CLAUSE}+", re.IGNORECASE
)
_PARTS = r"(?:stage|step|station|point|slide|round|pillar|block|layer)"
_COUNTED = r"two|three|four|five|six|seven|eight|nine|ten|\d+|several|key|main"
_ELSEWHERE = re.compile(  # ways to the place, room on the sheet, figures of speech, credits
    r"\b(?:opposite|across from|next door to)\s(?:the|our|an?)\s(?:\w+\s)?\w+"
    r"|\b(?:is|are|be|meet|wait|park|queue)\s(?:next to|near|behind|by|at|in front of)"
    r"\s(?:the|our)\s(?:\w+\s)?\w+"
    r"|\b(?:(?:white|blank|empty|negative|clear|free) space"
    r"|space (?:for|to|at|on|left|below|above))\b"
    r"|\b(?:to|would|will|might|could|may|should|that|not)\ssuit\b|\bdress(?: code)?:"
    r"|\b(?:for|in|on) (?:(?:the|our|my|your|a) (?:[\w'’]+\s){0,2}|(?:shop|front|back) )"
    r"(?:door|window|wall)\b"
    r"|\b(?:makes? (?:it|this|them) pop|pops? of|should pop|to pop|that pops?|pop off)\b"
    r"|\bbuttons? (?:to|saying|says|that|with|labelled|reading|at|for|should|must)\b|\bstages\b"
    r"|\b(?:bus|coach|train|ferry|boat|it|he|she|who|that|tour|which)\sleaves\b"
    r"|\bleaves (?:at|from|for|on|the|you|her|his|their|no|us)\b"
    r"|\bring (?:us|me|him|her|the|twice|once|for|on|at|in|\+?\d)"
    r"|\b\w+(?:,? (?:and|&) \w+)? (?:are |is |always |very )*welcome\b"
    r"|\b(?:card|paper|heavy|thick|cotton|recycled|uncoated|cream|matte?) ?stock\b"
    r"|\b\d+[- ]?(?:bed|bath|bedroom|bathroom)s?\b"
    r"|\b\w+ geometry\b(?! (?:class|lesson|exam|test|teacher|set))|\bcar parks?\b"
    r"|\b(?:brewed|made|handmade|roasted|baked|based|born|printed|designed) in \w+"
    r"|\b(?:senior|junior)\s(?:\w+\s){0,2}(?:strategist|manager|engineer|developer|designer|consultant"
    r"|analyst|editor|director|partner|officer|associate|advis[eo]r|accountant|architect|lecturer)\b"
    rf"|\b(?:each|every)\s{_PARTS}\b|\b(?:{_COUNTED})\s(?:\w+\s)?{_PARTS}s\b"
    r"|(?<!artist's )(?<!artist’s )(?<!paint )(?<!makeup )(?<!eyeshadow )\bpalettes?\b"
    r"(?! (?:knife|with))"
    r"|\b(?:black[- ]and[- ]white|b/w|monochrome|documentary|natural|moody|warm|grainy|candid"
    r"|lifestyle|dignified) (?:photography|photographs?|photos?|portraits?)\b"
    r"|\b(?:artist|developer|designer|photographer|host|speaker|author|editor|producer|director"
    r"|sponsor|contact|chef|dj|band|coach|trainer|teacher|agent|broker)s?:",
    re.IGNORECASE,
)
_JOINT = re.compile(r"\s?(?:,|\+|&|,?\s(?:and|on|with|or|plus|against))\s")
_HIDDEN = (_REFUSED, _LIKENED, _SIGNED)
_OF_A_THING = re.compile(r"[\w-]|\s(?!and\b|with\b|for\b|on\b|in\b)[a-z]+\b")
_SHADE = re.compile(
    r"[ -](?:red|orange|yellow|green|blue|purple|pink|brown|gr[ea]y|white|gold)$", re.I
)
_GROUND = re.compile(r"\s(?:backgrounds?|gradients?|tones?|accents?|scheme|ink|colou?rs?)\b", re.I)


@lru_cache(maxsize=256)
def seen_in(text: str) -> str:
    """The text with a gap where it tells of nothing to see."""
    for told in _HIDDEN:
        text = told.sub(" . ", text)
    return _without_color_pairs(without_ways(text))


def is_hidden(span: str, text: str) -> bool:
    """Whether a stretch of the text belongs to what is refused, a likeness or a sign."""
    return any(span in found[0] for told in _HIDDEN for found in told.finditer(text))


def without_ways(text: str) -> str:
    """The text with a gap where it says where a sign hangs, what is counted or who is credited."""
    return _ELSEWHERE.sub(" . ", text)


def refused_in(text: str) -> tuple[str, ...]:
    """What the request says shall not be there."""
    return tuple(found[0] for found in _NOT_SHOWN.finditer(text))


def _without_color_pairs(text: str) -> str:
    """Colours named together are no things: "lavender and mustard", "cream on navy".

    Of "lemon and mint" either may be a thing, and "green and gold ribbons" tells of ribbons.
    """
    kept, at, found = [], 0, list(color_pattern().finditer(text))
    while found:
        row = [found.pop(0)]
        while found and _JOINT.fullmatch(text, row[-1].end(), found[0].start()):
            row.append(found.pop(0))
        pure = any(not is_concrete(entry_named(color[0])) for color in row)
        named = len(row) > 1 and pure and not _OF_A_THING.match(text, row[-1].end())
        if named or _SHADE.search(row[-1][0]) or _GROUND.match(text, row[-1].end()):
            kept.append(text[at : row[0].start()])
            at = row[-1].end()
    return " ".join((*kept, text[at:]))
