"""What a request says about mood and colour, in its own words."""

from __future__ import annotations

import re

from agents.colorwords import color_named, color_pattern
from design_io.color import hex_to_oklch, oklch_hex, relative_chroma

# tone -> words that ask for it
_TONES = {
    "playful": "playful fun funny cute whimsical cartoon quirky silly kids children colorful toy",
    "festive": "festive cheerful joyful merry celebratory party carnival fiesta celebration",
    "bold": "bold striking eye-catching impactful strong powerful vibrant punchy loud statement",
    "bright": "bright vivid sunny lively energetic dynamic summery neon rainbow",
    "elegant": "elegant sophisticated refined chic classy stylish graceful formal gala",
    "luxury": "luxury luxurious premium exclusive high-end upscale opulent",
    "romantic": "romantic love lovely wedding valentine tender heartfelt bridal",
    "calm": "calm calming relaxing relaxation peaceful serene gentle soothing wellness spa yoga",
    "minimal": "minimal minimalist minimalistic simple clean uncluttered sleek",
    "soft": "soft pastel delicate watercolor baby subtle sympathy condolences",
    "natural": "natural organic nature eco eco-friendly botanical rustic green sustainable earthy",
    "retro": "retro vintage antique nostalgic old-fashioned 70s 80s 90s classic throwback",
    "tech": "futuristic tech technology technological digital cyber innovative virtual metaverse",
    "dark": "dark moody spooky scary halloween gothic noir midnight mysterious horror",
    "night": "night nightclub jazz club dj techno rave",
    "professional": "professional corporate business serious formal trustworthy informative",
}  # fmt: skip
_TONE_OF = {word: tone for tone, words in _TONES.items() for word in words.split()}
_COLOR = r"(?:{c}(?:(?:,\s?|\s?(?:and|&|with|or)\s|\s?/\s?){c})*)"
# "pink and purple, …" alone between commas; foods and flowers that lend colours are not meant
_MIXED = r"(?:(?:{c},\s?)*{c}\s?(?:and|&|/)\s?{c}|(?:neon|pastel|dark|light|pale)\s{c})"
_FOODS = re.compile(r"salmon|lime|orange|olive|chocolate|peach|plum|tomato|wheat|mint|rose", re.I)
_BEFORE = (
    r"(?:colou?rs?:?(?: scheme| palette| theme)?:?(?: (?:of|is|are|should be|like|such as|in|:))*"
    r"|theme (?:is|should be|of)(?: \w+ with)?|palette(?: of| is| should be|:)?|shades of|tones of"
    r"|hues of"
    r"|predominantly|mostly|mainly|make it|in|with|using|use|brand colou?rs?(?: are| is|:)?)\s+"
    r"(?:the colou?rs?\s)?(?:an?\s)?"
)
_AFTER = (
    r"(?:\s|-)(?:and \w+ )?(?:colou?rs?(?: scheme| palette| theme)?|palette|scheme|theme|tones?"
    r"|hues?|shades?|accents?"
    r"|background|backdrop|pattern|gradient|colou?red)\b"
)
_REFUSED = re.compile(
    r"\b(?:(?:do not|don['’]?t|never) (?:use|add|include|want|make it)|avoid(?:ing)?|without|not?"
    r"|except|instead of|rather than)\b[^.,;!]*",
    re.IGNORECASE,
)


def tones_in(request: str) -> tuple[str, ...]:
    """Tones asked for, most often named first."""
    counts: dict[str, int] = {}
    for word in re.findall(
        r"[a-z0-9][\w-]*", re.sub(r"(?:would|'d|’d|i|we) love\b", "", request.lower())
    ):
        tone = _TONE_OF.get(word)
        if tone:
            counts[tone] = counts.get(tone, 0) + 1
    return tuple(sorted(counts, key=lambda tone: -counts[tone])[:4])


def colors_in(request: str) -> tuple[str, ...]:
    """Colours wanted for the design; those of things ("a white car") are left out."""
    one = f"(?:{color_pattern().pattern})"
    row = _COLOR.replace("{c}", one)
    mixed = _MIXED.replace("{c}", one)
    alone = rf"(?:(?<=[.,;:]\s)|^){mixed}(?=\s*(?:[.,;!]|$))"
    wanted = re.compile(
        rf"{_BEFORE}(?P<a>{row})|(?P<b>{row}){_AFTER}|(?P<c>{alone})", re.IGNORECASE
    )
    request = _REFUSED.sub(" ", request)
    found: list[str] = []
    for match in wanted.finditer(request):
        text = match["a"] or match["b"] or match["c"]
        direct = re.match(r"(?:make it|in|with|using|use)\s", match[0], re.IGNORECASE)
        following = request[match.end() :]
        if match["c"] and all(_FOODS.search(m[0]) for m in color_pattern().finditer(text)):
            continue
        if direct and not (_ends_phrase(following) or re.match(_AFTER, following, re.I)):
            continue
        found += [m[0] for m in color_pattern().finditer(text) if not _occasion(request, m[0])]
    found += re.findall(r"#[0-9a-fA-F]{6}\b", request)
    colors = [(name, color) for name in found if (color := color_named(name))]
    exact = (color if name.startswith("#") else _printable(color) for name, color in colors)
    return tuple(dict.fromkeys(exact))[:5]


def _ends_phrase(following: str) -> bool:
    """ "in blue." names a colour, "in blue jeans" a thing."""
    return bool(re.match(r"\s*(?:[.,;!]|$|and\b|with\b|for\b)", following))


def _occasion(request: str, name: str) -> bool:
    return bool(re.search(rf"\b{re.escape(name)} (?:friday|bowl|cross|hat)\b", request, re.I))


def _printable(color: str) -> str:
    """Screen primaries tamed to what a printer's palette holds; other names as they are."""
    value, k = hex_to_oklch(color), relative_chroma(color)
    if k < 0.97 or value.chroma < 0.05:
        return color
    if value.lightness > 0.94:  # the screen's yellow is green
        return oklch_hex(0.875, 0.97, 92.0)
    return oklch_hex(value.lightness, 0.86, value.hue)
