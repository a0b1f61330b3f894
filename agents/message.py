"""What a request wants stressed, conveyed or urged, as one line said to the reader.

"emphasizes how it can make life easier" becomes "Make life easier", "the freshness of the cheese"
"Fresh cheese": the request's own words, no mood, no art direction, at most nine words.
"""

from __future__ import annotations

import re

from agents.natural import natural
from agents.phrases import (
    FULL_STOP,
    HOLE,
    mostly_in,
    sentence_case,
    shortened,
    word_set,
    words_of,
)
from agents.urged import to_the_reader
from agents.vocabulary import is_direction, is_empty, is_sale

MOST_WORDS = 9
_TELLING = 2_000  # characters of a request in which the line is looked for
_WHOM = (
    r"(?:(?:the|all|more|passionate|potential|young|local|new|busy|your|our)\s)*"
    r"(?:people|everyone|everybody|customers?|clients?|viewers?|users?|readers?|guests?|visitors?"
    r"|followers|individuals|families|parents|students|women|men|them|others|audience|shoppers"
    r"|listeners|fans|kids|children|couples|companies|businesses|homeowners|residents|members"
    r"|travell?ers|voters|donors|drivers|patients|employees|candidates|applicants)"
)
_BREAK = (
    rf"(?=[,;:!?{HOLE}]|{FULL_STOP}|\s(?:while|by|using|through|featuring|that|which)\s|$"
    r"|\s(?:and|or)\s(?:encourag|emphasi|highlight|includ|direct|featur|showcas|promot"
    r"|provide an?))"
)
_TO_END = rf"(?P<t>[^,;:!?{HOLE}]+?){_BREAK}"
_ROW_TO_END = (  # its commas end nothing: "separate paper, plastic and glass"
    rf"(?P<t>[^,;:!?.{HOLE}]+(?:,\s[\w-]+(?:\s[\w-]+)?){{1,3}},?\s(?:and|or)\s[\w-]+(?=[.;]|$)"
    rf"|[^,;:!?{HOLE}]+?(?={_BREAK}))"
)
_BREAK_OR_WITH = rf"(?:{_BREAK}|(?=\s(?:with|at|for|in)\s))"
_SOLD = (
    r"(?:accessories|clothing|clothes|apparel|shoes|sneakers|boots|furniture|electronics|gadgets"
    r"|toys|watches|jewel\w+|cosmetics|perfumes?|bags|handbags|equipment|gear|tools|appliances"
    r"|books|dresses|suits|decor|tableware|sofas|mattresses|rugs|lamps|plants|candles|laptops"
    r"|phones|headphones|cameras|games|bikes|scooters|cars|wines?|cakes|chocolates?)"
)
# verbs whose "-ing" a line begins with as an order: "getting the best prices" is "Get ..."
_ORDERS = word_set(
    "experience enjoy discover save find give take create build learn explore feel bring live"
    " travel book buy choose use keep stay grow improve protect support join relax share celebrate"
    " connect help reach achieve work play try upgrade transform reduce eat drink drive own make"
    " have start taste meet see cook bake paint sew write speak sleep breathe embrace unlock escape"
    " love care spend donate recycle"
)
_ORDERED = {(v[:-1] if v.endswith("e") else v) + "ing": v for v in _ORDERS}
_ORDERED |= {"seeing": "see", "getting": "get", "planning": "plan", "running": "run"}
_NATURE = re.compile(
    r"(?:the|its|their|an?)\s(?P<t>[a-z-]+(?:(?:,\s|,?\sand\s)[a-z-]+)+)\s(?:nature|aspects?"
    r"|quality"
    r"|qualities|character|appearance|side|benefits)\b",
    re.IGNORECASE,
)
_SAID_OF_IT = re.compile(
    r"(?:that|how)\s(?:(?:it|this|they|we|you|people|(?:the|our|their)\s[\w-]+(?:\s[\w-]+)?"
    r"|[\w-]+)\s)(?P<aux>(?:['’]s|is|are|can|could|will|may|offers?|provides?|has"
    r"|have)\s)(?P<t>.+)$",
    re.IGNORECASE,
)
_ITS_THE_BEST = re.compile(r"(?:that\s)?(?:it|this|they|we)(?:['’](?:s|re)|\sis|\sare)\s(?P<t>.+)$")
_IDEA = re.compile(
    r"(?:the\s|an?\s)?(?:idea|message|concept|notion|benefits?|joys?|possibility|opportunity"
    r"|chance|advantages?|pleasure|need|experience)\s(?:of|to|that)\s(?P<t>.+)$",
    re.IGNORECASE,
)
_HELPS = re.compile(
    rf"(?:help|let|allow|enable|give|bring)s?\s(?:{_WHOM}|you)\s(?:to\s)?(?P<t>\w.+)$",
    re.IGNORECASE,
)
_VERBS = frozenset(_ORDERED.values()) | word_set(
    "go follow upgrade visit provide order shop call swipe click join attend come sign register"
    " subscribe apply donate read download vote drop accept check reserve bring act think move"
    " celebrate enter win treat turn put wear look see hear feel dance sing"
)
# where a line stands in a sentence, the surest first; the group t is what is said
_WANTS = r"(?:want|wish|like|would like|love|need|are looking)"
_SHEET = (
    r"(?:posters?|fl[yi]ers?|ads?|adverts?|advertisements?|posts?|designs?|cards?|story|stories"
    r"|banners?|images?|covers?|thumbnails?|campaigns?|messages?|text|logos?|graphics?|photos?"
    r"|pictures?|certificates?|coupons?|vouchers?|billboards?|way|and)"
)
_EXTRA = r"\sas\san?\s(?:treat|gift|bonus|prize|surprise)"
_REBATE = r"(?:discounts|savings|deals|reduced prices|free \w+)"
_SOURCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:and|how|that)\s(?P<t>how\s(?:it|they|this|the\s\w+"
        rf"|\w+)\scan\s[^,;{HOLE}]+?){_BREAK}",
        rf"\b(?:emphasi[sz]|highlight|stress|underlin)(?:e?s|e|ing)?(?:\son)?\s{_TO_END}",
        rf"\b(?:show|convey|communicate|mention|say|tell|stat)(?:e?s|ing)?\s(?:{_WHOM}\s)?"
        rf"(?P<t>(?:that\s|the\s(?:idea|message)\s(?:of|that)\s)[^,;{HOLE}]+?){_BREAK}",
        rf"\b(?:encourag|invit|urg|motivat|inspir|remind|persuad|tell)(?:e?s|e|ing)?\s{_WHOM}\s"
        rf"(?:from \w+ )?to\s{_ROW_TO_END}",
        rf"\b(?:particularly|especially|notably)\s(?P<t>(?:its|their|the)\s[^,;.{HOLE}]+){_BREAK}",
        rf"\b{_WHOM}\s(?:who|that)\s{_WANTS}\sto\s{_TO_END}",
        rf"\b(?!{_SHEET}\s)[\w-]+\s(?:that|which)\s(?P<t>(?:make|help|let|give|keep|save|protect"
        rf"|track"
        rf"|clean|bring|support|connect|brighten|hydrate|soothe|remove|prevent|repair|strengthen"
        rf"|nourish|relieve|boost|reduce|improve|last|turn)s\s"
        rf"(?:[^.,;{HOLE}]+,\s[\w-]+,?\sand\s[\w-]+(?=[.;{HOLE}]|$)|[^.,;{HOLE}]+?))"
        rf"(?:\sand\s[a-z]+s\sit\b[^.,;]*)?{_BREAK}",
        rf"\bwith\s(?:the|a)\smessage\s(?:that|of)\s{_TO_END}",
        rf"\b[a-z]+s\s(?:that|which)\s(?:promote|support|bring|provide|offer|give)\s{_TO_END}",
        rf"\b(?:thank\w*|gratitude|appreciation|thanks)\b[^.,;{HOLE}]*?\s(?P<t>for\s(?:supporting"
        rf"|choosing|shopping|visiting|being|joining|attending|helping|making|their"
        rf"|the\s\w+['’]s?)\s?"
        rf"[^.,;{HOLE}]*?){_BREAK}",
        rf"\b(?P<t>(?:perfect|ideal|great|suitable|made|safe|gentle)\s(?:for"
        rf"|on)\s[^.,;{HOLE}]+){_BREAK}",
        rf"\b(?:with|and|plus)\s(?P<t>[^.,;{HOLE}]+?{_EXTRA}){_BREAK}",
        rf"\b(?:sale|offer|event|deals|discounts)\sfeaturing\s(?P<t>(?:[a-z-]+\s){{0,2}}"
        rf"{_SOLD}){_BREAK_OR_WITH}",
        rf"\b(?:offering|offers?|with)\s(?P<t>{_REBATE}\son\s"
        rf"[^.,;{HOLE}]+){_BREAK}",
        rf"\b(?:offers?|services?|packages?|tips|ideas)\s(?:for|on)\s"
        rf"(?P<t>[^.,;{HOLE}]+?)\sservices?{_BREAK}",
        rf"\b(?:variety|range|selection|array|assortment)\sof\s(?P<t>[^.,;{HOLE}]+?)"
        rf"(?:\savailable\b[^.,;]*)?{_BREAK}",
        rf"\b(?:teasing|announcing|revealing)\s{_TO_END}",
        rf"\b(?P<t>celebrating\s(?:women|men|mothers|fathers|mums|moms|dads|teachers|nurses|workers"
        rf"|veterans|love|friendship|life|culture|diversity)\b[^.,;{HOLE}]*){_BREAK}",
    )
)  # fmt: skip
_STRESSED = 3  # the sources that are an emphasis
# orders that a button gives, or that say nothing
_CALL = re.compile(
    r"(?:visit|order|shop|buy|book|call|swipe|click|join|attend|come|sign|register|subscribe|apply"
    r"|donate|rsvp|read|learn more|find out|download|follow(?! eco)|vote|contact|go to|drop in"
    r"|accept|participate|check|purchase|reserve|see more|tap|use the|show|share the|get more"
    r"|take action|act now|hurry|bring the|respond|engage)\b",
    re.IGNORECASE,
)
_LOOK = re.compile(r"\byour (?:style|look|feelings?|story|mood|home|audience|customers|clients)\b")
_PRONOUN = re.compile(
    r"\b(?:its|it|they|them|he|she|him|her|his|this|these|those|their|what|why|how|also|we|i|our"
    r"|my|the (?:company|store|brand|shop|event|salon|business|service|party|website|ad|page"
    r"|channel|products?|customers?|design))\b(?!['’]ll)",
    re.IGNORECASE,
)


_BARE_ARTICLE = re.compile(r"^the (?=[a-z])")
_AND = re.compile(r"\s(?:and|or)\s(?P<verb>[a-z]+)(?=\s)", re.IGNORECASE)
_JOINING = re.compile(r"^(?:join|come|gather)(?: us| together| in)? for (?=an?\s)", re.IGNORECASE)
_WORKING = re.compile(
    r"\b(?:link|website|phone|url|address|e-?mail|information|details|logo|name|bio|hashtag"
    r"|store use|social media|ad|instagram|facebook)\b",
    re.IGNORECASE,
)


def message_in(masked: str, said: str, stressed: bool = False) -> str:
    """The line, or nothing; facts and quotes are holes, `said` is what the design says already.

    `stressed` asks only for what the request emphasises in so many words.
    """
    for pattern in _SOURCES[: _STRESSED if stressed else None]:
        for match in pattern.finditer(masked, 0, _TELLING):
            if line := _line(match["t"].strip(), said):
                return line
    return ""


def _line(text: str, said: str) -> str:
    for piece in _pieces(text):
        line = _spoken(piece)
        line = shortened(line, MOST_WORDS) if len(words_of(line)) > MOST_WORDS else line
        if line and _is_fit(line, said):
            return sentence_case(line)
    return ""


def _pieces(text: str) -> tuple[str, ...]:
    """The whole and, where two things are urged, each of them."""
    text = re.sub(r"^(?:the )?use of ", "", _JOINING.sub("", text))
    ends = [m.start() for m in _AND.finditer(text) if m["verb"].lower() in _VERBS]
    parts = [text[a:b] for a, b in zip([0, *ends], [*ends, len(text)], strict=True)]
    parts = [_JOINING.sub("", _AND.sub(r"\g<verb>", part, count=1)) for part in parts]
    return (text, *parts) if ends else (text,)


def _spoken(text: str) -> str:
    """What is said, without who says it and of what: "its exceptional service" is two words."""
    if text.lower().startswith("celebrating"):
        return text
    text = re.sub(r"\s+", " ", to_the_reader(_stripped(text))).strip()
    if nature := _NATURE.match(text):
        return nature["t"]
    if (line := natural(text, "")) not in (text, _BARE_ARTICLE.sub("", text)):
        return line
    for pattern in (_ITS_THE_BEST, _SAID_OF_IT, _IDEA, _HELPS):
        if inner := pattern.match(text):
            aid = pattern is _HELPS and inner["t"].startswith("with ")
            text = f"help {inner['t']}" if aid else inner["t"]
    first, _, rest = text.partition(" ")
    if first.lower() in _ORDERED and rest:
        return f"{_ORDERED[first.lower()]} {rest}"
    return re.sub(r"^(?:your|its|their|the|an?)\s(?!(?:best|most|only|first|one)\b)", "", text)


def _stripped(text: str) -> str:
    """Without the request's own way of naming the reader and the house."""
    text = re.sub(r"^for the \w+['’]s?\s", "for your ", text)
    text = re.sub(r"\bthe (?:store|shop|company|brand|business)['’]s?\s", "our ", text)
    text = re.sub(rf"\s(?:to|for|among|with)\s{_WHOM}$", "", text)
    text = re.sub(r"^((?:the )?[\w-]+ [\w-]+) of (?:its|their) [\w\s-]+$", r"\1", text)
    return re.sub(r"^(?:on|of|that is|the fact)\s", "", text)


def _is_fit(line: str, said: str) -> bool:
    words = words_of(line)
    bare = _LOOK.sub("", line)
    if not 2 <= len(words) <= MOST_WORDS or HOLE in line or _CALL.match(line):
        return False
    if any(len(words_of(t)) > 1 and t.lower() in line.lower() for t in said.split(" | ")):
        return False
    if _says_again(line, said.split(" | ")):
        return False
    bare = re.sub(r"\b(?:their|our|people)\b|(?<=[a-z] )(?:products|items)\b", "", bare)
    if is_direction(bare) or _unspoken(line) or _WORKING.search(line):
        return False
    if is_empty(line) or (is_sale(line) and len(words) < 3):
        return False
    if re.fullmatch(r"discover the \w+", line):
        return False
    return not mostly_in(line, said, 0.6) and not re.search(
        r"\b(?:a|an|the|of|to|for|and|in)$", line
    )


def _says_again(line: str, texts: list[str]) -> bool:
    """ "Protects dogs and cats in case of illness" under "Protect Dogs and Cats"."""
    words = {word.lower().rstrip("s") for word in words_of(line)}
    stems = [[word.lower().rstrip("s") for word in words_of(text)] for text in texts]
    return any(len(stem) > 2 and words.issuperset(stem) for stem in stems)


def _unspoken(line: str) -> bool:
    """A pronoun whose noun stands in another sentence."""
    return bool(_PRONOUN.search(re.sub(r"^(?:for|celebrating|because)\b.*", "", line)))
