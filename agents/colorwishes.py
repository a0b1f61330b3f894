"""The colours a request asks for, in its own words: of the design, its ground, its words, a thing.

Colours of things ("a white car") are not the design's; `color_of_thing` finds them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from agents.colorwords import color_named, color_names, color_pattern, modified
from agents.lexicon import icons_for
from design_io.color import NO_HUE, hex_to_oklch, oklch_hex, relative_chroma


class Wishes(NamedTuple):
    """Colours strongest first, the sheet's, and the words'; empty where nothing was said."""

    colors: tuple[str, ...] = ()
    ground: str = ""
    ink: str = ""


# what designers take for a plain name, where the screen's own primary shouts or is another colour
_PLAIN = {
    "red": "#d3252f", "blue": "#1f5fc4", "green": "#2e8b4a", "purple": "#6d3fb0",
    "pink": "#f29cb7", "orange": "#f47b20", "turquoise": "#2bb8b0", "violet": "#8a4fd0",
    "gold": "#c9a24a", "golden": "#c9a24a", "silver": "#b3bac2", "magenta": "#d81b83",
    "cyan": "#19b5d6", "navy": "#12264f", "black": "#121212", "teal": "#0f7f80",
    "yellow": "#fdcf2b",
}  # fmt: skip
# families of colours that have a name of their own
_FAMILIES = {
    "rainbow": "#e8312f #2f6fe0 #f7c51e #1fa25a #8a3fc0 #f47b20",
    "neon": "#ff3f9a #35e0d0 #c8ff3d #8a5cff",
    "earthy": "#a9623a #6b7a45 #d9b58a #7a4a2b", "earth": "#a9623a #6b7a45 #d9b58a #7a4a2b",
    "autumn": "#b8521f #d99a2f #7a3a1c #6b7a34", "fall": "#b8521f #d99a2f #7a3a1c #6b7a34",
    "warm": "#d9572f #f0a83f #a8322a #f6d9b0", "cool": "#1f6f9c #2fa89c #6f7fd0 #cfe6ee",
    "jewel": "#0f6b5a #7a1f5a #1f3f8f #c9963f", "sea": "#0f6f9c #2fa8b0 #8fd0d9",
    "forest": "#1f5a3a #5f8a4a #8a5a34 #d9cfa0",
    "ocean": "#0f6f9c #2fa8b0 #8fd0d9 #f0dcae", "sunset": "#f2603c #f7a53f #b8326b #5a2a7a",
    "tropical": "#f2557a #12a58f #f7b52e #2f80c0", "nude": "#c9977a #e6cdb8 #9a6b52 #f3e6da",
    "candy": "#ff8fb8 #8fd6ff #fff1a8 #b8f2c8", "primary": "#e1352b #1f5fc4 #fdcf2b",
    "neutral": "#8a7f72 #d9d0c2 #4a453f #f1ece3",
}  # fmt: skip
_FAMILY = re.compile(
    rf"\b({'|'.join(_FAMILIES)})"
    r"(?:[- ](?:colou?rs?|colou?red|tones?|palette|hues|shades|scheme)\b)",
    re.IGNORECASE,
)
_BARE_FAMILY = re.compile(r"\b(rainbow)\b(?! (?:trout|kids|nursery|school))", re.IGNORECASE)
_GREYS = re.compile(
    r"\b(?:black[ -](?:and|&|n)[ -]white|white[ -](?:and|&)[ -]black|b&w|monochrom\w*"
    r"|gr[ae]yscale)\b",
    re.IGNORECASE,
)
_COLOR = r"(?:{c}(?:(?:,\s?|\s?(?:and|&|with|or|to)\s|\s?/\s?){c})*)"
# "pink and purple, …" alone between commas; foods and flowers that lend colours are not meant
_MIXED = r"(?:(?:{c},\s?)*{c}\s?(?:and|&|/|to)\s?{c}|(?:neon|pastel|dark|light|pale)\s{c})"
_FOODS = re.compile(
    r"(?:(?:dark|light|pale|fresh) )?(?:salmon|lime|orange|olive|chocolate|peach|plum|tomato"
    r"|wheat|mint|rose|coffee|cherry|lemon"
    r"|apricot|wine|champagne|honey|lavender|violet|orchid|sand|coral)",
    re.IGNORECASE,
)
_BEFORE = (
    r"(?:colou?rs?:?(?: scheme| palette| theme)?:?(?: (?:of|is|are|should be|like|such as|in|:))*"
    r"|theme (?:is|should be|of)(?: \w+ with)?|palette(?: of| is| should be|:)?|shades of|tones of"
    r"|hues of"
    r"|gradient (?:from|of|in)|predominantly|mostly|mainly|make it|keep it|style is"
    r"|(?:touch|splash|hint|dash|pop) of|in|with|using|use"
    r"|brand colou?rs?(?: are| is|:)?)\s+"
    r"(?:the colou?rs?\s)?(?:an?\s)?(?:(?:classic|traditional|monochrome|only|just|mostly)\s)?"
)
_AFTER = (
    r"(?:\s|-)(?:and \w+ )?(?:colou?rs?(?: scheme| palette| theme)?|palette|scheme|theme|tones?"
    r"|hues?|shades?|accents?|details|highlights|trim|header|button|touches|lettering|letters|text|type"
    r"|background|backdrop|pattern|gradient|colou?red|neon|stripes?|dots)\b"
)
_MADE = (
    r"\s(?:(?:minimal|minimalist|modern|elegant|simple|themed|luxurious|luxury|bold|playful|vintage"
    r"|retro)\s)?(?:look|feel|vibe|aesthetic|style|poster|flyer|invitation|invite"
    r"|ad|advert|advertisement|banner|post|story|logo|design|cover|brochure|label|thumbnail"
    r"|certificate|voucher|coupon|leaflet|billboard|business card|greeting card)\b"
)
_GARMENT = (
    r"(?:dress|suit|t-?shirt|shirt|blouse|sweater|jumper|pullover|jacket|coat|hoodie|apron|jersey"
    r"|uniform|leotard|swimsuit|bikini|gown|top|vest|kimono|sari|scrubs|overalls|jumpsuit|robe"
    r"|outfit|tracksuit|cardigan|blazer|tutu|costume|clothes|raincoat|polo)"
)
_SOMEBODY = (
    r"(?:wom[ae]n|m[ae]n|girls?|boys?|lad(?:y|ies)|kids?|child(?:ren)?|person|people|model|dancer"
    r"|ballerina|runner|player|chef|nurse|doctor|waitress|waiter|rider|cyclist|mother|father|couple"
    r"|bride|student|teacher|artist|singer|guy|swimmer|skier|surfer|farmer)"
)
_REFUSED = re.compile(
    r"\b(?:(?:do not|don['’]?t|never) (?:use|add|include|want|make it)|avoid(?:ing)?|without|not?"
    r"|except|instead of|rather than)\b[^.,;!]*",
    re.IGNORECASE,
)


def wishes_in(request: str) -> Wishes:
    """What the request says of the design's colours."""
    said = _REFUSED.sub(" ", request)
    if not _names_color(said):
        return Wishes()
    ground = _first(_ground_pattern(), said)
    ink = _first(_ink_pattern(), said)
    colors = tuple(c for c in _colors(said) if c != ink or c == ground)
    laid = tuple(c for c in _laid_on(said) if c not in (*colors, ink, ground))
    colors = (*colors, *laid)
    return Wishes(colors, ground, ink)


def color_of_thing(request: str, icons: tuple[str, ...], best: bool = False) -> str:
    """The colour said of what the icons show: "blue tulips"; grey for black and white.

    `best`: of words whose best icon is among these, and not of all that they stand for.
    """
    for match in _thing_pattern().finditer(request) if _names_color(request) else ():
        for noun in (match["two"], match["one"]):
            named = icons_for(noun or "")
            if set(named[:1] if best else named) & set(icons):
                if _GREYS.match(match["c"]):
                    return NO_HUE
                return _color(color_pattern().search(match["c"])[0]) or ""  # type: ignore[index]
    return ""


def color_of_clothes(request: str) -> str:
    """The colour that somebody is said to wear: "a woman in purple", "a yellow sweater"."""
    found = _worn_pattern().search(request) if _names_color(request) else None
    if found is None:
        return ""
    told = next(filter(None, found.groups()))
    return _color(color_pattern().search(told)[0]) or ""  # type: ignore[index]


def _names_color(said: str) -> bool:
    """Whether any colour is named at all: the long patterns need not be made for the others."""
    plain = (color_pattern(), _GREYS, _FAMILY, _BARE_FAMILY)
    return "#" in said or any(pattern.search(said) for pattern in plain)


def _colors(said: str) -> tuple[str, ...]:
    found: list[str] = []
    for match in _wanted_pattern().finditer(said):
        text = match["a"] or match["b"] or match["c"] or match["d"]
        direct = re.match(r"(?:make it|in|with|using|use)\s", match[0], re.IGNORECASE)
        following = said[match.end() :]
        names = [m[0] for m in color_pattern().finditer(text)]
        if (match["c"] or match["d"]) and all(_FOODS.fullmatch(name) for name in names):
            continue
        if match["c"] and " " not in text and following.lstrip().startswith(","):
            continue  # one of a list of things
        if direct and not (
            _ends_phrase(following) or re.match(f"{_AFTER}|{_MADE}", following, re.IGNORECASE)
        ):
            continue
        found += [name for name in names if not _occasion(said, name)]
    found += re.findall(r"#[0-9a-fA-F]{6}\b", said)
    colors = [color for name in found if (color := _color(name))]
    if _GREYS.search(said) and all(hex_to_oklch(color).chroma < 0.03 for color in colors):
        colors = [_PLAIN["black"], "#ffffff"]
    if len(colors) < 2 and (family := _FAMILY.search(said) or _BARE_FAMILY.search(said)):
        colors += _FAMILIES[family[1].lower()].split()
    return tuple(dict.fromkeys(colors))[:6]


def _laid_on(said: str) -> tuple[str, ...]:
    """The colours of "yellow on black"."""
    rows = (match["row"] for match in _laid_pattern().finditer(said))
    names = (found[0] for row in rows for found in color_pattern().finditer(row))
    return tuple(dict.fromkeys(filter(None, map(_color, names))))


@cache
def _laid_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<row>{_row()})\son\s(?:an?\s)?{_one()}(?=\s*(?:[.,;!]|$|background))", re.IGNORECASE
    )


def _first(pattern: re.Pattern[str], said: str) -> str:
    """The first colour of the first match that names one."""
    for match in pattern.finditer(said):
        text = next(group for group in match.groups() if group)
        names = [m[0] for m in color_pattern().finditer(text)]
        if names and not _occasion(said, names[0]) and (color := _color(names[0])):
            return color
    return ""


@cache
def _wanted_pattern() -> re.Pattern[str]:
    row, mixed = _row(), _MIXED.replace("{c}", _one())
    single = rf"(?<=,\s){_one()}(?=\s*(?:[.!,]|$))"
    alone = rf"(?:(?<=[.,;:]\s)|^){mixed}(?=\s*(?:[.,;!]|$))|{single}"
    made = rf"(?<![\w-])(?P<d>{row})(?={_MADE})"
    return re.compile(
        rf"{_BEFORE}(?P<a>{row})|(?P<b>{row}){_AFTER}|(?P<c>{alone})|{made}", re.IGNORECASE
    )


@cache
def _ground_pattern() -> re.Pattern[str]:
    row, one = _row(), _one()
    ground = r"(?:background|backdrop)"
    return re.compile(
        rf"({row})(?:[ -][\w-]+)?[ -]{ground}\b"
        rf"|\b{ground}(?: colou?r)?:?(?:\s(?:is|should be|must be|in|of|an?|the))*\s({row})"
        rf"|\bon (?:an?|the) ({one})(?=\s*(?:[.,;!]|$))"
        rf"|\b(?:minimal|minimalist|clean|plain|pure|all)[ -](white|black)\b(?! and)"
        rf"|(?:\w )on[ -]({one})\b(?=\s*(?:[.,;!]|$))"
        rf"|\bon (?:an?|the) ({one}) (?:ground|paper|field|surface)\b",
        re.IGNORECASE,
    )


@cache
def _ink_pattern() -> re.Pattern[str]:
    of = r"(?:text|type|letters|lettering|typography|font|title|headline|words)"
    one = _one()
    return re.compile(
        rf"({one})(?: (?:bold|large|big|serif))?[ -]{of}\b"
        rf"|\b{of}(?:\s(?:is|are|should be|in))+\s({one})"
        rf"|\bthe {of} ({one})(?=\s*(?:[.,;!]|$))",
        re.IGNORECASE,
    )


@cache
def _thing_pattern() -> re.Pattern[str]:
    greys = _GREYS.pattern
    return re.compile(
        rf"(?P<c>{greys}|{_row()})\s(?P<two>(?P<one>[a-z][\w'-]*)(?:\s[a-z][\w'-]*)?)",
        re.IGNORECASE,
    )


@cache
def _worn_pattern() -> re.Pattern[str]:
    color = rf"((?:(?:light|dark|pale|bright|deep|hot|neon|pastel) )?{_one()})"
    return re.compile(
        rf"(?<![\w-]){color}\s(?:(?!and|or)[a-z-]+\s){{0,2}}?{_GARMENT}\b"
        rf"|\b{_SOMEBODY}\s(?:[a-z-]+\s){{0,2}}?(?:in|wearing|dressed in)\s(?:an?\s)?{color}"
        rf"|(?<![\w-]){color}\s{_SOMEBODY}\b",
        re.IGNORECASE,
    )


def _one() -> str:
    return f"(?:{color_pattern().pattern})"


def _row() -> str:
    return _COLOR.replace("{c}", _one())


def _ends_phrase(following: str) -> bool:
    """ "in blue." names a colour, "in blue jeans" a thing."""
    ends = r"\s*(?:[.,;!]|$|(?:and|with|for|called|named|that|at|on|by)\b)"
    return bool(re.match(ends, following))


def _occasion(request: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)} (?:friday|bowl|cross|hat)\b", request, re.I))


def _color(name: str) -> str | None:
    """The colour of a name, as a designer and a printer take it."""
    modifiers, _, last = name.lower().replace("-", " ").rpartition(" ")
    own = modifiers and name.lower() in color_names()  # neon green
    if not own and (plain := _PLAIN.get(last)):
        changed = modified(plain, modifiers)
        if changed:
            return changed
    color = color_named(name)
    return color if color is None or name.startswith("#") else _printable(color)


def _printable(color: str) -> str:
    """Screen primaries tamed to what a printer's palette holds; other names as they are."""
    value, k = hex_to_oklch(color), relative_chroma(color)
    if k < 0.97 or value.chroma < 0.05:
        return color
    if value.lightness > 0.94:  # the screen's yellow is green
        return oklch_hex(0.875, 0.97, 92.0)
    return oklch_hex(value.lightness, 0.86, value.hue)
