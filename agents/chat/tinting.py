"""The colours of the whole design: warmer, muted, dark, in blues, in the brand's; nothing else."""

from __future__ import annotations

import math
import re

from agents.chat.color_pairs import colors_in, exchanged, leftover, said_in, shaded, singular
from agents.chat.context import Context
from agents.chat.results import Answer, CannotError
from agents.chat.rules import Rules, first, rules
from agents.chat.schemes import palette_in, repainted, reschemed, telling
from agents.chat.sentence import Sentence
from agents.chat.themes import theme_named
from agents.colorwords import color_pattern
from design_io.color import (
    Oklch,
    hex_to_oklch,
    oklch_hex,
    oklch_to_hex,
    relative_chroma,
)

_WARM = (0.012, 0.034)  # OKLab a and b, of a step
_DARK = "#16161d"


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _warmer(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    way = 1.0 if re.search(r"warm", match[0]) else -1.0
    way = -way if re.search(r"\b(?:less|too)\b", match[0]) else way
    step = way * sentence.degree

    def tint(color: str) -> str:
        value = hex_to_oklch(color)
        a = value.chroma * math.cos(math.radians(value.hue)) + _WARM[0] * step
        b = value.chroma * math.sin(math.radians(value.hue)) + _WARM[1] * step
        hue = math.degrees(math.atan2(b, a)) % 360
        room = 0.6 + 0.4 * min(1.0, math.hypot(a, b) / 0.05)
        return oklch_to_hex(Oklch(value.lightness, math.hypot(a, b) * room, hue))

    return repainted(context, tint, "warmer" if way > 0 else "cooler")


def _stronger(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """more muted, brighter, pastel, black and white"""
    words = match[0]
    less = bool(re.search(r"\b(?:less|too)\b", words))
    if not less and re.search(
        r"black[ -]and[ -]white|grey|gray|monochrom|no colou?r|b&w|b/w",
        words,
    ):
        return repainted(context, lambda c: oklch_hex(hex_to_oklch(c).lightness, 0.0, 0.0), "grey")
    if re.search(r"pastel", words):
        return repainted(context, _pastel, "pastel")
    quiet = re.search(r"mut|dull|desatur|sub(?:dued|tl)|soft|quiet|earthy|dusty|toned?", words)
    quiet = quiet or re.search(r"gr[ea]y|monochrom", words)
    down = bool(quiet) != less
    return _strength(sentence, context, down, "more muted" if down else "more vivid")


def _quieter(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """tone the colours down"""
    return _strength(sentence, context, True, "more muted")


def _by_adjective(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """colours a bit calmer, less loud; the colours are too dull: quieter or stronger"""
    how = match["how"]
    loud = bool(re.search(_LOUD, how)) != bool(re.search(r"\b(?:too|less|not so)\b", how))
    return _strength(sentence, context, not loud, "stronger" if loud else "calmer")


def _strength(sentence: Sentence, context: Context, down: bool, said: str) -> Answer | None:
    """Every colour with less chroma, or more."""
    factor = (0.55 if down else 1.45) ** sentence.degree

    def tint(color: str) -> str:
        value = hex_to_oklch(color)
        return oklch_hex(value.lightness, min(1.0, relative_chroma(color) * factor), value.hue)

    return repainted(context, tint, said)


def _themed(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """autumnal colours, Christmas colours: what convention gives them"""
    told = match["list"] or ""
    if told and not leftover(told):
        return reschemed(context, "", colors_in(told), " and ".join(said_in(told)))
    ground, colors = theme_named(match["c"])
    return reschemed(context, ground, colors, f"{match['c']} colours") if colors else None


def _pastel(color: str) -> str:
    value = hex_to_oklch(color)
    if value.chroma < 0.03 and value.lightness < 0.4:
        return color
    lightness = value.lightness + (0.9 - value.lightness) * 0.65
    return oklch_hex(lightness, min(0.55, relative_chroma(color)), value.hue)


def _contrasted(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """More contrast between words and ground, or less."""
    less = bool(re.search(r"\b(?:less|lower|reduce|soften|too)\b", match[0]))
    ground = hex_to_oklch(context.design.palette.get("bg", "#ffffff")[:7]).lightness
    way = -1.0 if less else 1.0

    def tint(color: str) -> str:
        value = hex_to_oklch(color)
        dark = value.lightness < 0.5 if abs(value.lightness - ground) < 0.2 else (
            value.lightness < ground)  # fmt: skip
        step = 0.09 * way * sentence.degree
        if color == context.design.palette.get("bg", "")[:7]:
            dark, step = ground < 0.5, 0.04 * way
        lightness = value.lightness + (-step if dark else step)
        return oklch_hex(min(1.0, max(0.03, lightness)), relative_chroma(color), value.hue)

    return repainted(context, tint, "softer in contrast" if less else "stronger in contrast")


def _dark(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    dark = bool(re.search(r"dark|night|black", match[0]))
    dark = dark != bool(re.search(r"\btoo\b|\bless\b", match[0]))
    now = hex_to_oklch(context.design.palette.get("bg", "#ffffff")[:7])
    if now.lightness < 0.4 if dark else now.lightness > 0.8:
        raise CannotError(f"the ground is {'dark' if dark else 'light'} already")
    hue = (
        now.hue if now.chroma > 0.01 else hex_to_oklch((telling(context.design) or (_DARK,))[0]).hue
    )
    ground = oklch_hex(0.2 if dark else 0.965, 0.22 if dark else 0.3, hue)
    said = f"on a {'dark' if dark else 'light'} ground"
    colors = telling(context.design) or ("#c9a24a",)
    palette = palette_in(context, ground, colors)
    if dark == (hex_to_oklch(palette["bg"][:7]).lightness < 0.5):
        return reschemed(context, ground, colors, said)
    return repainted(context, _inverted, said)


def _inverted(color: str) -> str:
    """Dark for light where there is little colour; what is vivid stays as it is."""
    value = hex_to_oklch(color)
    if value.chroma >= 0.09:
        return color
    lightness = min(0.97, max(0.17, 1.1 - value.lightness))
    return oklch_hex(lightness, relative_chroma(color), value.hue)


def _shades(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """all in blues; shades of green; monochrome red"""
    colors = colors_in(singular(_NOT_SO.split(match["c"])[0]))
    if not colors:
        return None
    if len(colors) > 1:
        return reschemed(context, "", colors, " and ".join(colors))
    hue, strength = hex_to_oklch(colors[0]).hue, relative_chroma(colors[0])

    def tint(color: str) -> str:
        value = hex_to_oklch(color)
        k = min(1.0, max(relative_chroma(color), 0.25 * strength)) if strength > 0.08 else strength
        return oklch_hex(value.lightness, k, hue)

    return repainted(context, tint, f"shades of {said_in(singular(match['c']))[0]}")


def _named_colors(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """make it blue and gold; change the colours to teal"""
    colors = colors_in(singular(match["c"]))
    if not colors or leftover(singular(match["c"])):
        return None
    return reschemed(context, "", colors, " and ".join(said_in(match["c"])))


_NOT_SO = re.compile(r",? (?:instead of|rather than|not) ")
_COLORS = r"(?:the |these |those |our )?(?:colou?rs?|palette|tones?|colou?r scheme|hues?)"
_LOUD = (
    r"loud|strong|bold|punch|livel|cheer|happ|vivid|vibran|intens|fresh|energ|pop|bright|brash|gar"
    r"|harsh|aggress"
)
_ADJ = (
    r"(?:calm(?:er)?|quiet(?:er)?|soft(?:er)?|gentl(?:e|er)|subtl(?:e|er)|dull(?:er)?"
    r"|flat(?:ter)?|pale(?:r)?|bland"
    r"|loud(?:er)?|strong(?:er)?|bold(?:er)?|punchy|punchier|livel(?:y|ier)|cheerful|happier"
    r"|intense|aggressive|garish"
    r"|harsh(?:er)?|bright(?:er)?|vivid|vibrant|muted|brash|washed[- ]out|faded|drab|fresh(?:er)?)"
)
_IT = (
    r"(?:it|this|that|(?:the|our|my|this) (?:whole |entire )?(?:colou?r scheme|colou?rs?|palette"
    r"|thing|design|poster|scheme|page|tones?|flyer|card|invitation|invite|menu|ticket|post|sheet"
    r"|layout|picture and all|programme|voucher|sign|ad)|everything|all|all of it|colou?rs?|them)"
)
MAKE = (
    rf"(?:(?:make|give|turn|set|use|have|put|get|switch|change|keep|see|show|do|try|go(?: for)?"
    rf"|want)(?: me)?(?: {_IT})?(?: (?:to|be|look|feel|all|in|into|on|with))*|{_IT}(?: (?:to be"
    rf"|be|should be|could be|in|on|with|to|into|is|are|looks?|feels?|all))*)"
)
_LEAD = rf"(?:{MAKE} )?(?:an? |the |some )?(?:more |less |much |too )*"
_TAIL = r"(?: (?:colou?rs?|palette|colou?r scheme|tones?|look|shades?|overall|scheme|hues?|feel))*"
_HUE_NAME = color_pattern().pattern
_RULES: Rules = rules(
    (r"(?:make |turn )?(?:all )?(?:the |our |that |this )?(?P<old>[\w -]+?)(?:s| bits| parts"
     r"| colou?r"
     r"| tones?)? (?:to be |a bit |be )?(?P<how>darker|lighter|paler|brighter|deeper|duller"
     r"|softer|stronger|more (?:muted|vivid|vibrant|intense))", shaded),
    (r"(?:(?:use|make|have|want|try|put) )?(?:it )?(?:in )?(?:an? "
     r"|some )?(?P<new>.+?) (?:instead of|rather than"
     r"|in place of) (?:the )?(?P<old>.+)",
     exchanged),
    (r"(?:change|turn|replace|swap|switch|make)(?: all)?(?: the)? (?P<old>.+?)(?: (?:bits|parts"
     r"|colou?r|things|stuff|shapes))? (?:to|with|for|into|by) (?P<new>.+)", exchanged),
    (rf"(?:make|turn|paint|change|have)(?: all)?(?: the)? (?P<old>{_HUE_NAME})(?: (?:bits|parts"
     rf"|shapes|stuff))? (?P<new>{_HUE_NAME})(?: instead| now)?", exchanged),
    (rf"(?:{MAKE} )?(?:it )?(?:in |with |to |like )*(?:the |an? |some |more |our )*(?P<c>[\w' -]+?)"
     r"(?: flag)?(?:[- ]inspired|[- ]themed)?(?: colou?rs?| colou?r scheme| palette| tones?"
     r"| shades| hues)+(?:,? (?:instead of|rather than|not) (?:(?:all|the|this|that) )*[\w ,]+?)?"
     r"(?:[?.,:;!]+ ?(?P<list>.+))?", _themed),
    (r"(?:(?:make|use|try|do|have|see|give it) )?(?:something |it |everything )?(?:with|in"
     r"|using) (?P<c>.+?)", _named_colors),
    (rf"{_COLORS} (?:(?:should|could|to|must|are|is|look|feel|be|a bit|way|much|far|look|really) )*"
     r"(?:a bit |slightly )?"
     rf"(?P<how>(?:too |more |less |not so )?{_ADJ})(?:,? (?:and |but |or )?(?:too |more |less "
     rf"|not so )?{_ADJ})*", _by_adjective),
    (rf"(?P<how>(?:more |less |not so )?{_ADJ})(?: and (?:more |less )?{_ADJ})? {_COLORS}",
     _by_adjective),
    (r"(?:.*[,;] )?(?:tone|turn|bring|dial|take) (?:down )?(?:the )?(?:colou?rs?|palette)(?: down"
     r"| back)?", _quieter),
    (r"(?:(?:it )?(?:add|use|with|give (?:it|this)|make it|needs?|want) )?(?:more|some(?: more)?"
     r"|a splash of|extra|a pop of) colou?rs?", _stronger),
        (rf"{_LEAD}(?:warm(?:er|th)?|cool(?:er)?|cold(?:er)?|icier){_TAIL}", _warmer),
        (rf"{_LEAD}(?:warm(?:er)?|cool(?:er)?) (?:up|down)?{_TAIL}", _warmer),
        (r"(?:warm|cool) (?:it|this|the colou?rs|the palette) (?:up|down)", _warmer),
        (rf"{_LEAD}(?:muted|subdued|dull(?:er)?|desaturated|soft(?:er)?(?= colou?r| palette"
         rf"| tone)|subtler|toned[- ]down"
         r"|earthy|earthier|dusty|vivid|vibrant|bright(?:er)?|saturat(?:ed|ion)|colou?rful"
         r"|intense|stronger(?= colou?r)"
         rf"|bolder(?= colou?r)|rich(?:er)?(?= colou?r)|pastel|black[ -]and[ -]white|b&w|b/w"
         rf"|gr[ea]y(?:scale)?|monochrome|no colou?rs?){_TAIL}", _stronger),
        (r"(?:mute|tone down|desaturate|soften|brighten(?: up)?|saturate|intensify) (?:it|this"
         r"|the (?:colou?rs?|palette|design|whole thing))", _stronger),
        (rf"{_LEAD}(?:strong(?:er)?|high(?:er)?|more|better|less|lower|weaker|soften|increase"
         rf"|reduce|raise)? ?(?:the )?"
         r"contrast(?:y|ier)?(?: (?:between|in|on|overall|for) ?.*)?", _contrasted),
        (rf"{_LEAD}(?:dark(?:er)?|light(?:er)?|night|black|white|day)[ -]?(?:mode|theme|version"
         rf"|background|ground|bg|backdrop|look|scheme|variant)?(?: of {_IT})?{_TAIL}"
         r"(?:,? (?:instead of|rather than|not)(?: so)? (?:dark|light|black|white))?", _dark),
        (rf"(?:{MAKE} )?(?:all |only |just )*(?:in )?(?:all |only |just )*(?:shades of "
         rf"|tones of |different )(?P<c>.+?)", _shades),
        (rf"(?:{MAKE} )?(?:all |only |just |in )*(?P<c>\w+s)(?: only)?", _shades),
        (rf"(?:{MAKE} )?(?:monochrome|all[- ]over|all) (?P<c>.+?)", _shades),
        (rf"(?:{MAKE} )?(?:in |with |to )*(?P<c>.+?)(?: colou?rs?| palette| colou?r"
         rf" scheme)?", _named_colors),
)  # fmt: skip
