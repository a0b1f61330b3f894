"""How a layer is asked to look, read out of a sentence; what is left of it names the layer.

"make the title bold and red" → weight, colour; left: "the title".
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from agents.colorwords import color_named, color_pattern


class Quality(NamedTuple):
    kind: str
    value: Any


class Reading(NamedTuple):
    qualities: tuple[Quality, ...]
    front: str  # what stood before the qualities, without verbs
    back: str  # what stood after them


_ONLY_TOLD = re.compile(
    r"(?:the|that|this|those|these) (?:[\w'-]+ ){0,2}?(?:black|white|red|blue|green|yellow"
    r"|orange|pink"
    r"|purple|brown|gr[ea]y|gold(?:en)?) [\w' -]+? (?:is|are|looks?|feels?|seems?)"
    r"(?P<rest> (?!too |not |a bit |more |less |way |so |very |small|big|tiny|hard)[\w' -]+)"
)
_DEED = re.compile(
    r"(?:take (?:out|away|off)|remove|delete|hide|show|lock|unlock|duplicate|copy|get rid of"
    r"|lose|drop"
    r"|move|swap|bin|scrap|erase|bring back) (?:the|that|this|those|these|all|my|our)\b"
)
_INTO = re.compile(r"\b(?:in|to|into|as|and|with|by|be|is|make|for)\b")
_GAP = "\0"
_HUES = {"redd": "red", "blu": "blue", "purpl": "purple", "orang": "orange"}
_REMARKED = re.compile(
    r"(?<=[a-z0-9])(?: please)?[,;.] (?:this|that|it|they|these|those"
    r"|the (?:\w+ )?one)(?: \w+ one)?(?:'s| is| are| looks?"
    r"| seems?| feels?| was| were| doesn't| don't| isn't)\b.*$"
)
_LESS_OF = re.compile(rf"\b(?:less|fewer|too much|not so) (?:{color_pattern().pattern})\b")
_MONO = re.compile(r"\bblack[ -]and[ -]white\b")
_PARTS = {"half": 50, "third": 33.3, "quarter": 25, "fifth": 20, "tenth": 10}
_AS_BIG_AGAIN = re.compile(r"\bhalf (?:as (?:big|large) again|again as (?:big|large))\b")
_FRACTION = re.compile(
    r"(?<!\btop )(?<!\bbottom )(?<!\blower )(?<!\bupper )(?<!\bleft )(?<!\bright )(?<!\bother )"
    r"\b(?:by |about )?(?:a |one )?(half|third|quarter|fifth|tenth) (smaller|bigger|larger|less"
    r"|more)\b"
)
_OPPOSITE = {
    "big": "smaller", "large": "smaller", "huge": "smaller", "massive": "smaller",
    "bulky": "smaller", "prominent": "smaller", "dominant": "smaller",
    "small": "bigger", "tiny": "bigger", "little": "bigger", "teeny": "bigger",
    "bold": "thinner", "heavy": "thinner", "thick": "thinner", "fat": "thinner",
    "thin": "bolder", "fine": "bolder", "spindly": "bolder", "skinny": "bolder",
    "dark": "lighter colour", "light": "darker", "pale": "darker", "bright": "duller colour",
    "vivid": "duller colour", "saturated": "duller colour", "dull": "brighter colour",
    "tight": "looser", "close together": "looser", "cramped together": "looser",
    "wide apart": "tighter", "spaced out": "tighter", "loose": "tighter",
    "transparent": "more opaque", "faint": "more opaque", "faded": "more opaque",
    "see-through": "more opaque", "visible": "fainter",
}  # fmt: skip
_SAME = {
    "big": "bigger", "large": "bigger", "huge": "bigger", "prominent": "bigger",
    "visible": "bigger", "legible": "bigger", "readable": "bigger", "noticeable": "bigger",
    "small": "smaller", "bold": "bolder", "heavy": "bolder", "thick": "bolder",
    "strong": "bolder", "thin": "thinner", "fine": "thinner", "dark": "darker",
    "light": "lighter colour", "bright": "brighter colour", "vivid": "brighter colour",
    "saturated": "brighter colour", "spaced out": "looser", "spaced": "looser",
    "tight": "tighter", "transparent": "fainter", "opaque": "more opaque", "faded": "fainter",
}  # fmt: skip
for _huge in ("massive", "enormous", "gigantic", "giant", "wide", "tall"):
    _OPPOSITE.setdefault(_huge, "smaller")
    _SAME.setdefault(_huge, "bigger")
_WORDS = "|".join(re.escape(w) for w in sorted({*_OPPOSITE, *_SAME}, key=len, reverse=True))
_TURNS = tuple(
    (re.compile(pattern), table)
    for pattern, table in (
        (rf"\b(?:is |are |looks? |feels? |seems? )?(?:isn't|aren't|not|doesn't look"
         rf"|is not)(?: nearly| quite| looking)? (?P<q>{_WORDS}) enough\b", _SAME),
        (rf"(?:\b(?:is|are|it's|its|looks?|feels?|seems?|being) )?(?:a )?\btoo (?P<q>{_WORDS})\b",
         _OPPOSITE),
        (r"\b(?:is|are|looks?|seems?) (?P<q>small|tiny|little|pale|faint|thin)$", _OPPOSITE),
        (rf"\bless (?P<q>{_WORDS})\b", _OPPOSITE),
        (rf"\bmore (?P<q>{_WORDS})\b", _SAME),
        (rf"\b(?:(?:don't|didn't|do not|wouldn't) (?:really )?(?:want|like|need|love) (?:it "
         rf"|them )?"
         rf"(?:(?:to be |being |looking |quite )?(?:so|that|as|this))|not (?:quite )?(?:so|that|as)"
         rf"|n't (?:be )?(?:quite )?(?:so|that|as)) (?P<q>{_WORDS})\b", _OPPOSITE),
    )
)  # fmt: skip
_UNREAD = re.compile(
    r"(?:(?:(?:nobody|no one|people|you|i|we|they) )?(?:can't|cannot|can not|can hardly"
    r"|can barely|hardly|barely|can|won't)(?: be able to)? (?:really |even )?(?:read|see"
    r"|make out)|(?:is|are|it's) (?:too )?(?:hard|difficult|impossible|tough) to (?:read|see"
    r"|make out)|(?:(?:is|are|it's) )?(?:barely|hardly|scarcely) (?:visible|readable|legible"
    r"|noticeable)|(?:is|are|it's) (?:barely |hardly )?(?:il)?legible|unreadable)"
)
_TO_BE = re.compile(
    r"\b(?:needs?|should|must|has|have|ought)(?: to)? be (?:more |easily |very |clearly |well )*"
    r"(?P<q>visible|legible|readable|noticeable|prominent)\b(?: from .*)?"
)
_TRACKING = (
    r"(?:(?:letter|character)[- ]?spac(?:ing|e)|tracking|kerning|(?:the )?(?:space|spacing|gaps?"
    r"|room|air|distance) between (?:the |its |all the )?(?:letters|characters))"
)
_LEADING = (
    r"(?:line[- ]?(?:spacing|height|space)|leading|(?:the )?(?:space|spacing|gaps?|room|air"
    r"|distance) between (?:the |its |all the )?lines)"
)
_PLUS = (
    r"(?:some |a bit )?(?:more|increase|extra|wider|looser|loosen(?: up)?|open up|bigger|larger"
    r"|add(?: some| more)?|raise|greater|expand|widen|(?:bump|turn) up)"
)
_MINUS = (
    r"(?:less|reduce|decrease|tighter|tighten(?: up)?|smaller|narrower|lower|squeeze|condense"
    r"|close up|cut|shrink|fewer|bring down)"
)


def _property(noun: str, sign: str) -> str:
    return rf"\b{sign} (?:the |its )?{noun}|{noun} (?:to be |is |be )?{sign}\b"


def _property_of(noun: str, sign: str) -> str:
    return rf"\b(?:the )?{noun} (?:of|in|on|for) (?P<g>[^,]+?) (?:to be |be |is )?(?:{sign})\b"


_SIZES = ("times", "percent", "size")  # which tell how large, and not merely larger
_AGAIN = r"(?:to |at |by |of )?"
_NUMBER = r"(?P<n>\d+(?:\.\d+)?)"
# pattern, kind, value; a group n is a number that the value is made from
_TABLE: tuple[tuple[re.Pattern[str], str, Any], ...] = tuple(
    (re.compile(pattern), kind, value)
    for pattern, kind, value in (
        (_property_of(_LEADING, "looser|wider|bigger|larger|more generous"), "leading", 1),
        (_property_of(_LEADING, "tighter|smaller|closer|narrower|less"), "leading", -1),
        (_property_of(_TRACKING, "looser|wider|bigger|larger|more generous"), "tracking", 1),
        (_property_of(_TRACKING, "tighter|smaller|closer|narrower|less"), "tracking", -1),
        (_property_of("letters", "(?:further|farther|more|wider) apart"), "tracking", 1),
        (_property_of("letters", "closer(?: together)?"), "tracking", -1),
        (_property(_TRACKING, _PLUS), "tracking", 1),
        (_property(_TRACKING, _MINUS), "tracking", -1),
        (r"\bspac(?:e|ed|ing) (?:the |its )?letters (?:out|apart)(?: (?:more|further))?"
         r"|\bspread (?:the |its )?letters(?: out| apart)?", "tracking", 1),
        (r"\b(?:the )?letters? (?:further|farther|wider) apart\b|\b(?:space"
         r"|spread) out the letters(?: of)?\b|\blooser letters\b", "tracking", 1),
        (r"\b(?:the )?letters? closer(?: together)?\b|\b(?:squeeze|push) the letters together\b",
         "tracking", -1),
        (_property(_LEADING, _PLUS), "leading", 1),
        (_property(_LEADING, _MINUS), "leading", -1),
        (r"\b(?:the )?lines (?:of )?(?=.*\bcloser)|\bcloser together\b", "leading", -1),
        (r"\b(?:the )?lines (?:of )?(?=.*\bapart)|\b(?:further|farther) apart\b", "leading", 1),
        (r"\b(?:more )?(?P<hue>redd|blu|green|yellow|pink|purpl|orang|brown|grey|golden)(?:er|ier"
         r"|ish)"
         r"(?: still)?\b", "tinge", 1),
        (r"\blooser\b", "tracking", 1), (r"\btighter\b", "tracking", -1),
        (rf"\b{_AGAIN}{_NUMBER} ?(?:%|percent|per cent) (?:bigger|larger|more)\b|\b(?:bigger"
         rf"|larger|grow|enlarge|increase|scale up|blow up)(?P<g>.*?) by"
         rf" {_NUMBER.replace('n>', 'm>')}"
         r" ?(?:%|percent)", "percent", 1),
        (rf"\b(?:scale|shrink|reduce|bring|take|size|set)(?: it)?(?P<g>.*?) (?:down |back |up )?to"
         rf" (?:about |around |roughly )?{_NUMBER} ?(?:%|percent)(?: of its size)?(?! (?:opa"
         rf"|trans))",
         "times", "n"),
        (rf"\b{_AGAIN}{_NUMBER} ?(?:%|percent|per cent) (?:smaller|less)\b|\b(?:smaller|shrink"
         rf"|reduce|decrease|scale down)(?P<g>.*?) by {_NUMBER.replace('n>', 'm>')}"
         r" ?(?:%|percent)", "percent", -1),
        (rf"\b{_AGAIN}{_NUMBER} ?(?:%|percent)(?: (?:opacity|opaque|visible))\b|\b(?:set "
         rf"|change |lower |reduce |raise |increase |bring down "
         rf"|drop )?(?:the )?opacity(?P<g>.*?) (?:to |at )?{_NUMBER.replace('n>', 'm>')} ?%",
         "opacity", "n"),
        (rf"\b{_AGAIN}{_NUMBER} ?(?:%|percent) (?:transparent|see-through|transparency)",
         "opacity", "1-n"),
        (r"\b(?:half|semi)[- ]?(?:transparent|see-through|opaque|translucent)\b|\btranslucent\b",
         "opacity", 0.5),
        (r"\b(?:fully |completely |totally )?(?:opaque|solid)\b(?<!more opaque)", "opacity", 1.0),
        (r"\b(?:see-through|transparent)\b(?<!more transparent)(?<!less"
         r" transparent)", "opacity", 0.5),
        (r"\bmore (?:transparent|translucent|see-through)\b|\bfainter\b|\bfade(?: out)?\b(?!d)"
         r"|\bless opaque\b|\b(?:reduce|lower|decrease) the opacity(?: of)?\b"
         r"|\b(?:a )?transparent\b|\bsubtler\b|\btone down\b", "fade", -1),
        (r"\bmore opaque\b|\bless (?:transparent|see-through|faded)\b|\b(?:increase"
         r"|raise) the opacity(?: of)?\b", "fade", 1),
        (r"\btwice (?:as (?:big|large)|the size)(?: of| as (?:big|it is))?\b"
         r"|\bdouble (?:the size(?: of)?|its size|sized?)\b|\bdouble\b(?! [- ]?space)|\bx ?2\b"
         r"|\b2x(?: (?:bigger|larger|the size))?", "times", 2.0),
        (r"\bhalf (?:as (?:big|large)|the size|its size|of (?:that|it|this|its size))"
         r"(?: of| (?:is|would be|will be) (?:enough|plenty|fine))?\b|\bhalve(?: the size of)?\b",
         "times", 0.5),
        (r"\bthree times (?:as (?:big|large)|bigger|larger|the size)(?: of)?"
         r"|\btriple(?: the size of)?\b", "times", 3.0),
        (rf"\b(?:font )?(?:size )?{_AGAIN}(?:size )?{_NUMBER} ?(?:px|pixels?)(?: (?:tall|high|big"
         r"|font|text|size))?\b", "size", "n"),
        (rf"\b(?:font )?(?:size )?{_AGAIN}{_NUMBER} ?(?:pt|points?)(?: (?:font|text|size))?\b",
         "size", "pt"),
        (rf"\b(?:font |text )?size {_AGAIN}{_NUMBER}\b", "size", "n"),
        (rf"\b(?:(?:font|text|type) )?size of (?P<g>.+?) (?:to|at|=) {_NUMBER}(?: ?px|"
         rf" pixels)?\b", "size", "n"),
        (r"\b(?:un-?bold|not bold|no(?:t)? (?:longer )?bold|remove (?:the )?bold(?: from)?"
         r"|without bold)\b|\b(?:regular|normal) weight\b|\bregular\b", "weight", 400),
        (r"\b(?:extra|ultra)[- ]?bold\b|\bblack weight\b", "weight", 900),
        (r"\bsemi[- ]?bold\b|\bdemi[- ]?bold\b", "weight", 600),
        (r"\bbold(?:face)?\b|\bin bold\b|\bembolden\b", "weight", 700),
        (r"\bbolder\b|\bheavier(?: weight)?\b|\bthicker\b|\bmore weight\b|\bbeef(?:ier| up)\b",
         "weigh", 1),
        (r"\blighter[- ](?:weight|font|face|type)\b|\bthinner\b|\bless bold\b|\bless heavy\b"
         r"|\b(?:reduce|lower) the weight(?: of)?\b", "weigh", -1),
        (r"\bmedium(?: weight)?\b", "weight", 500),
        (r"\blight(?: weight)?\b(?! \w+ (?:background|colou?r))(?=$|\0| and|,| for| on)",
         "weight", 300),
        (r"\b(?:not|no|non|un|remove(?: the)?|without(?: the| any)?|stop)(?: in)?[ -]?"
         r"italic(?:s|ised|ized)?(?: from)?\b|\bupright\b", "italic", False),
        (r"\bitalic(?:s|ised?|ized?)?\b|\bslanted\b|\boblique\b", "italic", True),
        (r"\b(?:not|no|remove (?:the )?|without |un)[ -]?underlin(?:e|ed|ing)(?: from)?\b",
         "underline", False),
        (r"\bunderlin(?:e|ed)\b|\bwith (?:a )?line under(?:neath)?\b", "underline", True),
        (r"\bstr(?:ike|uck)[- ]?(?:through|out)\b|\bcross(?:ed)? out\b", "strikethrough", True),
        (r"\b(?:no|not(?: in)?(?: all)?|without(?: the| any)?|lose(?: the)?|drop the"
         r"|remove the) (?:all[- ]?)?(?:caps|capitals|capital letters|uppercase)\b",
         "case", "none"),
        (r"\b(?:all (?:in )?)?\blower[- ]?case\b|\ball (?:in )?(?:small|lower)(?: letters"
         r"| case)?\b|\bsmall letters\b", "case", "lower"),
        (r"\b(?:all|full|in)?[- ]?(?:all )?\b(?:upper[- ]?case|block (?:capitals|letters)|caps"
         r"|capital letters|capitals|all capital|capitali[sz]ed?)\b", "case", "upper"),
        (r"\btitle[- ]case\b|\bcapital at the start of (?:each|every) word\b", "case", "title"),
        (r"\b(?:sentence|normal|mixed)[- ]case\b|\bas (?:it was )?typed\b", "case", "none"),
        (r"\b(?:remove|no|without|lose|take (?:off|away)|delete|get rid of|kill)(?: the| any"
         r"| its)? (?:drop )?shadows?\b(?: (?:from|on|of|under|behind))?", "shadow", False),
        (r"\b(?:remove|no|without|lose|take (?:off|away)|delete|get rid of)(?: the| any"
         r"| its)? (?:outline|stroke)\b(?: (?:from|on|of|around))?", "outline", False),
        (r"\b(?:drop )?shadow\b", "shadow", True),
        (r"\b(?:fill(?:s)?|spans?|stretch(?:ed)?(?: across| to)?|as wide as|run across"
         r"|go across)(?: to fill)? (?:the )?(?:whole |full |entire )?(?:width|page|sheet"
         r"|poster)(?: of the (?:page|sheet|poster))?\b|\bfull[- ]width\b|\bas (?:big|large"
         r"|wide) as (?:possible|it (?:gets|goes|can)|you can)\b", "fill", 1),
        (r"\b(?:outline|stroke|contour)\b(?= (?:to|around|on|of|for)|$|\0| (?:the|it))",
         "outline", True),
        (r"\b(?:(?:bump|go|take|step|move) )?up (?:a|one|two) (?:sizes?|notch"
         r"|notches)\b", "grow", 1),
        (r"\b(?:(?:bump|go|take|step|move) )?down (?:a|one|two) (?:sizes?|notch"
         r"|notches)\b", "grow", -1),
        (r"\b(?:bigger|larger|enlarged?|blow up|scale up|grow|upsize|more (?:prominen(?:t|ce)"
         r"|presence|impact|weight"
         r"|emphasis|importance|attention|visible"
         r"|legible|readable|important)|stand out more|size up)\b|\b(?:increase|raise|bump up"
         r"|up)(?: the)?(?: (?:font|text|type))? size(?: of)?\b|\b(?:increase)\b|\b(?:easier"
         r"|clearer) to (?:read|see)\b", "grow", 1),
        (r"\b(?:should|must|has to|have to|needs? to|ought to)(?: really| just)? (?:stand out|pop"
         r"|jump out|catch the eye)\b(?: more)?(?: at (?:you|people|one))?", "grow", 1),
        (r"(?<=\w )(?<!is )(?<!are )(?<!'s )(?<!looks )(?<!look )(?<!so )(?<!too )(?<!that )"
         r"(?<!very )(?:(?:really|super|absolutely|nice and) )?(?:huge|massive|enormous|gigantic"
         r"|giant)$", "times", 1.5),
        (r"(?<=\w )(?<!is )(?<!are )(?<!'s )(?<!looks )(?<!look )(?<!so )(?<!too )(?<!that )"
         r"(?<!very )(?:(?:nice and|nice) )?(?:big|large)$", "grow", 1),
        (r"(?<=\w )(?<!is )(?<!are )(?<!'s )(?<!looks )(?<!look )(?<!so )(?<!too )(?<!that )"
         r"(?<!very )(?:(?:nice and|really) )?(?:small|tiny)$", "grow", -1),
        (r"\b(?:smaller|shrink|shrunk|scale down|downsize|less (?:prominent|visible"
         r"|important))\b|\b(?:decrease|reduce|lower)(?: the)?(?: (?:font|text"
         r"|type))? size(?: of)?\b|\b(?:reduce|decrease)\b|\bsize down\b", "grow", -1),
        (r"\b(?:black[ -]and[ -]white|b&w|b/w|gr[ea]yscale|monochrome|without colou?r"
         r"|desaturated)\b",
         "grey", 1),
        (r"\bdark(?:er|en)(?: (?:colou?r|shade|tone))?\b", "shade", -1),
        (r"\blighten\b|\blighter[- ](?:colou?r|shade|tone)\b|\bpaler\b|\blighter\b", "shade", 1),
        (r"\bbright(?:er|en)(?: up)?(?: (?:colou?r|shade))?\b|\bmore (?:colou?rful|vibrant"
         r"|intense|saturat\w+)\b|\bsaturate\b", "vivid", 1),
        (r"\bduller(?: colou?r)?\b|\bmore muted\b|\bless (?:colou?rful|vibrant|intense|saturated"
         r"|bright)\b|\bdesaturate\b|\bmute\b", "vivid", -1),
    )
)  # fmt: skip
_FRONT = re.compile(
    r"^(?:swap|replace|switch|exchange|(?:the )?colou?r of(?= )"
    r"|(?:fonts?|typeface|text|type|lettering) (?:for|of|on"
    r"|in)(?= )(?! the button)|make|turn|set|put|change"
    r"|get|have|give|render|colou?r|paint|print|write|style|format|use|keep|let|be|switch|do"
    r"|show|recolou?r|fill|dye|tint|want|add|apply|update|display|typeset|need|needs|only|just"
    r"|also|so(?: that)?|adjust|alter|move|and|with|in|into|to|as|of|for|on|is|are|an?|,|-|:"
    r"|please|can|could|would|should|here|go)(?=\s|$|,)[ ,]*"
)
_BARE = ("the", "all", "all the", "my", "our", "these")  # of "the letters"
_BACK = re.compile(
    r"[ ,]*(?<!\S)(?:in|into|to|as|of|for|on|with|is|are|be|an?|should|could|must|can|would|need"
    r"|needs|has|have|look|looks|looking|appear|become|go|it's|its|they're|letters|style|please"
    r"|by|at|both|could do with(?: being)?|being|and|more|so|colou?r(?:ed)?|font|typeface|,|-|:"
    r"|to be|->|=>|→|weight|size|set|shown|written|printed|painted|type|as well|shade of|a shade"
    r"|in a)$"
)


def read(plain: str) -> Reading | None:
    """The qualities in the sentence and the words around them; None without any."""
    told = _ONLY_TOLD.fullmatch(plain)
    if _DEED.match(plain) and color_pattern().search(plain) and not _INTO.search(plain):
        return None  # "take out the blue thing"
    if told is not None and not color_pattern().search(told["rest"]):
        return None  # "that black thing is useless": the colour says which
    text = _turned(plain)
    found: list[tuple[int, Quality]] = []
    if not _MONO.search(text):
        text = _with_colors(text, found)
    for pattern, kind, value in _TABLE:
        while match := pattern.search(text):
            if not match[0].strip(" " + _GAP):
                break
            found.append((match.start(), Quality(kind, _number(match, value))))
            kept = match.groupdict().get("g") or ""
            text = f"{text[: match.start()]}{kept} {_GAP} {text[match.end() :]}"
    if not found:
        return None
    found.sort(key=lambda pair: pair[0])
    exact = any(quality.kind in _SIZES for _, quality in found)
    kept = (quality for _, quality in found if not (exact and quality.kind == "grow"))
    return _around(text, tuple(kept))


def around(plain: str, span: tuple[int, int], quality: Quality) -> Reading:
    """What stands around one quality that was found by other means."""
    text = f"{plain[: span[0]]} {_GAP} {plain[span[1] :]}"
    return _around(text, (quality,))


def phrases(reading: Reading) -> list[str]:
    """What may name the layer, the likeliest first; an empty string for nothing said."""
    front, back = reading.front, reading.back
    if not back:
        return [front]
    if front in ("", "it", "this", "the", "that"):
        return [back, front] if front not in ("", "the") else [back]
    if back in ("it", "them", "text"):
        return [f"{front} {back}", front]
    return [f"{front} {back}", f"{front} in {back}"]  # "make Leo pink in the title"


def trimmed(text: str) -> str:
    """The words without verbs before and joints around them."""
    while (shorter := _FRONT.sub("", text)) != text:
        text = shorter
    while (shorter := _BACK.sub("", text)) != text and shorter.strip() not in _BARE:
        text = shorter
    return text.strip(" ,")


def _around(text: str, qualities: tuple[Quality, ...]) -> Reading:
    first, last = text.index(_GAP), text.rindex(_GAP)
    between = " ".join(text[first : last + 1].replace(_GAP, " ").split())
    front, back = trimmed(" ".join(text[:first].split())), text[last + 1 :]
    between = re.sub(r"^(?:(?:and|but|in|to|a|with|,|or|instead of)\s*)+$", "", trimmed(between))
    back = trimmed(" ".join(re.sub(r"^\s*(?:enough|again)\b", "", back).split()))
    middle = [part for part in (between,) if part]
    return Reading(qualities, " ".join([front, *middle]).strip(), back)


def _with_colors(text: str, found: list[tuple[int, Quality]]) -> str:
    """The text with the last colour in it cut out; one more only where "and" joins them."""
    if _LESS_OF.search(text):
        return text  # "less orange": no colour is asked for
    text = _not_color().sub(" ", text)
    told = [m.span("c") for m in _telling_color().finditer(text)]
    matches = [m for m in color_pattern().finditer(text) if color_named(m[0])
               and m.span() not in told]  # fmt: skip
    if not matches:
        return text
    match = matches[-1]
    if exact := [m for m in matches if m[0].startswith("#")]:  # "a soft pink, like #e8a0b4"
        match = exact[-1]
        for other in (m for m in matches if m is not match):
            text = text[: other.start()] + " " * len(other[0]) + text[other.end() :]
        front = re.sub(r",? (?:like|such as|namely|as in)? *$", " ", text[: match.start()])
        text = front.ljust(match.start()) + text[match.start() :]
    own = re.search(r"\bour (?:brand(?:'s)? |own |company )?$", text[: match.start()])
    said, start = (f"our {match[0]}", own.start()) if own else (match[0], match.start())
    found.append((start, Quality("color", (said, color_named(match[0])))))
    return f"{text[:start]} {_GAP} {text[match.end() :]}"


@cache
def _simile() -> re.Pattern[str]:
    """ "light blue like the sky": the colour alone."""
    return re.compile(
        rf"({color_pattern().pattern}) like (?:the |an? |in the )?[\w-]+(?= |$)", re.IGNORECASE
    )


@cache
def _telling_color() -> re.Pattern[str]:
    """The colour by which a thing is told: "the blue bowl bigger"."""
    return re.compile(
        rf"(?:^|\b(?:the|that|this|our|my|these|those|make|turn) )(?P<c>{color_pattern().pattern})"
        r" (?!colou?r|shade|tone|and\b|or\b|in\b|on\b)[a-z]+(?: [a-z]+)?"
        r" (?:(?:is|are|looks?|should|could|needs?|to|be|a|tiny|little|bit|touch|lot|much|slightly"
        r"|even|far) )*(?:bigger|larger|smaller|lighter|darker|brighter|duller|paler|bolder|thinner"
        r"|thicker|fainter|looser|tighter|bold|italics?|(?:more|less) \w+)\b",
        re.IGNORECASE,
    )


@cache
def _not_color() -> re.Pattern[str]:
    """The colour that it is no longer to be: "orange rather than yellow"."""
    return re.compile(
        rf",? (?:instead of|rather than|and not|not|over|in place of|too|so|as) (?:the |this "
        rf"|that |in )?"
        rf"(?:{color_pattern().pattern})",
        re.IGNORECASE,
    )


def _turned(plain: str) -> str:
    """ "too small" as "bigger", "isn't bold enough" as "bolder"."""
    plain = re.sub(r"(?<=er) than (?!\d).*$", "", plain)
    text = re.sub(
        r"\bby (?:about )?(?:a |one )?(half|third|quarter|fifth|tenth)\b(?! (?:smaller|bigger"
        r"|larger))",
        lambda m: f"by {_PARTS[m[1]]}%",
        plain,
    )
    text = _AS_BIG_AGAIN.sub("50% bigger", text)
    text = _FRACTION.sub(lambda m: f"{_PARTS[m[1]]}% {m[2]}", text)
    text = _REMARKED.sub("", text)
    text = _simile().sub(r"\1", text)
    text = _UNREAD.sub(" bigger ", text)
    text = _TO_BE.sub(lambda m: f" {_SAME.get(m['q'], m[0])} ", text)
    text = re.sub(r"bigger\s+(.*?)[,;] (?:it's|it is|they're|its)(?: too)? (?:tiny|small)$",
                  r"bigger \1", text)  # fmt: skip
    for pattern, table in _TURNS:
        text = pattern.sub(lambda m, t=table: " " + t.get(m["q"], m[0]) + " ", text)  # type: ignore[misc]
    return " ".join(text.split())


def _number(match: re.Match[str], value: Any) -> Any:
    groups = match.groupdict()
    if hue := groups.get("hue"):
        return _HUES.get(hue, hue)
    said = groups.get("n") or groups.get("m")
    if said is None:
        return value
    number = float(said)
    if value == "n":
        return number / 100 if "%" in match[0] or "percent" in match[0] else number
    if value == "1-n":
        return 1 - number / 100
    if value == "pt":
        return (number, "pt")
    return value * number
