"""Colours named in words: CSS names, painters' names, and modifiers such as "dark" or "pastel"."""

from __future__ import annotations

import re
from functools import cache

from PIL import ImageColor

from agents.phrases import any_of
from design_io.color import (
    hex_to_oklch,
    hue_distance,
    normalize_hex,
    oklch_hex,
    relative_chroma,
    rgb_to_hex,
)
from layout.differences import apart

_PAINTERS = {
    "burgundy": "#800020", "brown": "#7a4a2b", "wine": "#722f37", "mustard": "#e1ad01",
    "emerald": "#0f7f5a", "golden": "#c9a24a",
    "sage": "#9caf88", "peach": "#ffc8a2", "cream": "#fff6de", "blush": "#f4c2c2",
    "terracotta": "#cf6a4a", "charcoal": "#36454f", "mint": "#98e4c2", "rust": "#b7410e",
    "ochre": "#cc7722", "sand": "#e0c9a6", "copper": "#b87333", "bronze": "#a9712b",
    "aubergine": "#580f41",
    "lilac": "#c8a2d8", "mauve": "#b784a7", "apricot": "#fbb982", "rose gold": "#b76e79",
    "royal blue": "#2b4bce", "baby blue": "#a9d6f5", "forest green": "#1f6b3a",
    "navy blue": "#0b1f4b", "sky blue": "#7cc5ee", "off-white": "#f7f4ec", "off white": "#f7f4ec",
    "hot pink": "#ff4fa3", "neon green": "#39ff14", "neon pink": "#ff2ea6", "neon blue": "#1f51ff",
    "electric blue": "#2450ff", "olive green": "#6b7a2a", "lime green": "#7ac943",
    "blood red": "#8a0d12", "cherry": "#c4183c", "ruby": "#b8123f", "amber": "#f5a800",
    "lemon": "#fbe64d", "champagne": "#f0dfc0", "taupe": "#8b7d70", "aqua blue": "#4fc9d9",
    "jade": "#13a373", "cobalt": "#1347b5", "scarlet": "#d8251d", "vermilion": "#e34234",
    "petrol": "#005f6a", "denim": "#3b5b8c", "rusty red": "#a5401c",
    "brick red": "#9c3b2e", "bottle green": "#0b4a37", "moss green": "#6b7a3a",
    "racing green": "#0d4029", "pine green": "#1f4f3f", "fir green": "#1f4f3f",
    "leaf green": "#5b9a3a", "sea green": "#2f8f78", "sea blue": "#2a7fa8",
    "postbox red": "#c8161d",
    "coffee": "#5a3d2b", "chocolate brown": "#4a2c1a", "saffron": "#f4a523",
    "slate grey": "#5f6b76", "slate gray": "#5f6b76",
    "slate blue": "#5a6b8c",
    "steel grey": "#6b747c", "burnt orange": "#c4561b", "dusty rose": "#c99a9a",
    "anthracite": "#383e42", "graphite": "#3a3d42", "tangerine": "#f28500", "marigold": "#eaa221",
    "ice blue": "#cfe8f3", "kraft brown": "#b8926a", "bubblegum pink": "#ff8fc0",
    "oxblood": "#6a1a21",
    "ultramarine": "#2a2fb0", "pistachio": "#b5d08a", "midnight blue": "#15204a",
    "peacock blue": "#0f5f73", "ink blue": "#1b2a4a", "pearl grey": "#d9d6d0",
    "pearl gray": "#d9d6d0", "dove grey": "#b9b5b0", "dove gray": "#b9b5b0", "old rose": "#b9787a",
    "brass": "#b8924a", "eggshell": "#f3ecdc", "mulberry": "#7a2f55",
}  # fmt: skip
# modifier -> (change of lightness, factor on chroma), from the design notes on colour
_MODIFIERS = {
    "dark": (-0.18, 1.0), "darker": (-0.18, 1.0), "deep": (-0.16, 1.05), "light": (0.16, 0.7),
    "lighter": (0.16, 0.7), "pale": (0.20, 0.45), "pastel": (0.20, 0.45), "soft": (0.16, 0.5),
    "muted": (0.0, 0.45), "dusty": (0.0, 0.45), "bright": (0.06, 1.1), "neon": (0.12, 1.3),
    "vivid": (0.04, 1.2), "acid": (0.06, 1.2), "matte": (0.0, 0.9),
    "warm": (0.02, 1.0), "cool": (0.0, 0.9), "bold": (0.0, 1.2),
    "icy": (0.30, 0.35), "powder": (0.24, 0.5), "rich": (-0.06, 1.1), "sunny": (0.02, 1.1),
    "calm": (0.04, 0.6), "metallic": (0.0, 1.0), "softer": (0.10, 0.6), "paler": (0.16, 0.5),
    "brighter": (0.08, 1.15), "deeper": (-0.14, 1.05), "warmer": (0.03, 1.0),
    "richer": (-0.05, 1.1), "cooler": (0.0, 0.9), "bolder": (0.0, 1.2), "duller": (0.0, 0.5),
    "quieter": (0.05, 0.55),
}  # fmt: skip

_FAMILIAR = "red|orange|yellow|green|blue|purple|pink|brown|grey|gray|white"  # after another name


@cache
def color_names() -> dict[str, str]:
    """Every name -> "#rrggbb"."""
    css = dict(ImageColor.colormap)  # Pillow puts numbers in the place of what it has looked up
    plain = {n: v if isinstance(v, str) else rgb_to_hex(*v[:3]) for n, v in css.items()}
    return plain | _PAINTERS


_CREAMS = ("ice", "whipped", "sour", "sun", "hand", "face", "skin", "body", "eye", "night")
_NO_GOODS = "".join(rf"(?<!\b{kind}[ -])" for kind in _CREAMS)  # else "cream" is no colour
_NO_DRINK = "".join(rf"(?<!\b{kind} )" for kind in ("of", "white", "red", "house", "our", "more"))


@cache
def color_pattern() -> re.Pattern[str]:
    """Matches one colour: a hex value or a name with its modifiers."""
    names = any_of(name for name in color_names() if name not in ("cream", "wine"))
    names = (
        f"{names}|{_NO_GOODS}cream|{_NO_DRINK}wine(?! (?:glass|bottle|list|bar|tasting|night|shop))"
    )
    modifiers = any_of(_MODIFIERS)
    return re.compile(
        rf"#[0-9a-fA-F]{{6}}\b|#[0-9a-fA-F]{{3}}\b"
        rf"|\b(?:(?:{modifiers})[ -])*(?:{names})(?: (?:{_FAMILIAR}))?\b",
        re.IGNORECASE,
    )


def color_named(text: str) -> str | None:
    """The colour that "dark blue", "teal" or "#1a2b3c" names; None when it names none."""
    words = " ".join(text.strip().lower().split())
    if words.startswith("#"):
        try:
            return normalize_hex(words)
        except ValueError:
            return None
    names = color_names()
    joined = words.replace(" ", "")
    if words in names or joined in names:
        return normalize_hex(names.get(words) or names[joined])
    first, _, rest = words.replace("-", " ").partition(" ")
    head, _, last = words.rpartition(" ")
    if re.fullmatch(_FAMILIAR, last) and head in names:  # mint green, blush pink
        return normalize_hex(names[head])
    if first in _MODIFIERS and (base := color_named(rest)):
        return _modified(base, *_MODIFIERS[first])
    return None


def modified(color: str, modifiers: str) -> str | None:
    """The colour as "dark", "soft" and the like change it; None when a word is none of them."""
    for word in reversed(modifiers.split()):
        if word not in _MODIFIERS:
            return None
        color = _modified(color, *_MODIFIERS[word])
    return color


_BRIGHT = 0.78  # lightness of a colour that more light would make pale
_PALE = 0.82  # least lightness of what is called pale or pastel


def _modified(color: str, lift: float, factor: float) -> str:
    value = hex_to_oklch(color)
    if lift > 0 and factor > 1 and value.lightness > _BRIGHT:
        lift = 0.0  # bright yellow is no pale one
    most = max(0.92, min(0.97, value.lightness))  # so that pale colours stay colours
    least = _PALE if lift == _MODIFIERS["pale"][0] else 0.12
    lightness = min(most, max(least, value.lightness + lift))
    return oklch_hex(lightness, min(1.0, relative_chroma(color) * factor), value.hue)


def goes_by(color: str, name: str) -> bool:
    """Whether people call the colour so: by its hue for a plain name, else as near as it is."""
    value, wanted = hex_to_oklch(color[:7]), color_named(name)
    band = _BANDS.get(name.strip().lower())
    if band is not None:
        low, high, dark, light = band
        turn = (value.hue - low) % 360 <= (high - low) % 360
        faint = _VIVID if _DARK < value.lightness < _PALE else _FAINT
        return value.chroma > faint and turn and dark <= value.lightness <= light
    if wanted is None:
        return False
    goal = hex_to_oklch(wanted)
    if value.chroma < _TINGE and goal.chroma > _VIVID:
        return False  # a grey has no hue
    least = _TINGE if min(value.lightness, goal.lightness) > _LIGHTEST else _VIVID
    alike = value.chroma > least and goal.chroma > _VIVID
    alike = alike and hue_distance(value.hue, goal.hue) < _HUE
    near = abs(value.lightness - goal.lightness) < _LIGHT
    return apart(color[:7], wanted) < _LIKE or (alike and near)


_VIVID, _FAINT = 0.04, 0.09  # chroma below which a colour is grey; where it is near black or white
_DARK, _PALE = 0.32, 0.88
_TINGE, _LIGHTEST = 0.009, 0.72  # chroma by which a light colour still has a hue
_LIKE, _HUE, _LIGHT = 0.14, 26.0, 0.25  # OKLab distance, degrees, of lightness
# plain name -> hues from and to, lightness from and to, in OKLCH
_BANDS = {
    "red": (5, 44, 0.0, 0.7), "orange": (42, 82, 0.55, 1.0), "yellow": (76, 116, 0.6, 1.0),
    "green": (112, 194, 0.0, 1.0), "teal": (165, 225, 0.0, 0.8), "blue": (198, 290, 0.0, 1.0),
    "purple": (283, 335, 0.0, 1.0), "pink": (325, 22, 0.55, 1.0), "brown": (25, 90, 0.2, 0.6),
}  # fmt: skip
