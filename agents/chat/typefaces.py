"""Fonts as people name them: a family, the beginning of its name, a kind, or one we do not have."""

from __future__ import annotations

import re

from agents.chat.results import CannotError
from design_io.fonts import FontLibrary

# kind -> families for titles and for other copy
_KINDS: dict[str, tuple[str, str]] = {
    "slab": ("Alfa Slab One", "Alfa Slab One"),
    "sans": ("Outfit", "Inter"),
    "serif": ("Playfair Display", "EB Garamond"),
    "script": ("Pacifico", "Caveat"),
    "mono": ("Space Mono", "Space Mono"),
    "condensed": ("Bebas Neue", "Archivo Narrow"),
    "rounded": ("Fredoka", "Fredoka"),
    "deco": ("Limelight", "Josefin Sans"),
    "heavy": ("Archivo Black", "Archivo"),
    "elegant": ("Cormorant Garamond", "Cormorant Garamond"),
    "modern": ("Space Grotesk", "Space Grotesk"),
    "playful": ("Shrikhand", "Fredoka"),
    "classic": ("EB Garamond", "EB Garamond"),
    "plain": ("Inter", "Inter"),
}
_SAID = (
    ("slab", r"slab(?:[ -]serif)?"),
    ("sans", r"sans(?:[ -]?serif)?|grotesque?|grotesk|(?:without|no) serifs?"),
    ("script", r"script|hand[- ]?writ\w*|handwriting|cursive|calligraph\w*|hand[- ]?lettered"
     r"|brush|signature"),
    ("serif", r"serifs?"),
    ("mono", r"mono(?:[- ]?space\w*)?|type[- ]?writer|code|coding"),
    ("condensed", r"condensed|narrow(?:er)?|compressed"),
    ("rounded", r"round(?:ed|er)?|soft(?:er)?|bubbly?"),
    ("deco", r"(?:art[ -])?deco|roaring twenties|gatsby"),
    ("heavy", r"heavy|chunky|fat|blocky|impactful|strong(?:er)?"),
    ("elegant", r"elegant|fancy|fancier|classy|posh|refined|delicate|romantic"),
    ("modern", r"modern|contemporary|techy?|futuristic|geometric"),
    ("playful", r"playful|fun|funky|quirky|cute|groovy|retro|friendly"),
    ("classic", r"classic(?:al)?|traditional|old[- ]?fashioned|old[- ]style|bookish"),
    ("plain", r"plain|simple|simpler|clean(?:er)?|neutral|readable|legible"),
)  # fmt: skip
_FACE = (
    r"(?:(?: (?:sort|kind|type|style) of)?[ -]?(?:fonts?|type ?faces?|lettering|type|letters|family"
    r"|one))"
)
_ASKED = re.compile(
    r"(?:\b(?:in|to|with|use|using|into|font|typeface)\b )?(?:an? |some |the )?(?:(?:more|less"
    r"|very|nice|really) )?(?:"
    + "|".join(rf"(?P<{kind}>(?:{words}))" for kind, words in _SAID)
    + rf")(?:(?:,? (?:and |or )?\w+)?{_FACE})(?:,? something [\w-]+)?"
)
_WITH = re.compile(  # "a font with serifs", "lettering that looks hand-written"
    r"\b(?:(?:an? |the |some )?(?:fonts?|typeface|lettering|letters|type)"
    r" (?:(?:with|that(?:'s| is| has| looks)|which (?:is|has|looks)) )?(?:an? |more |less |very )*"
    r"(?:" + "|".join(rf"(?P<{kind}>(?:{words}))" for kind, words in _SAID) + r"))\b"
)
_BARE = re.compile(  # kinds that are said without the word "font"
    r"\b(?P<serif>(?<!sans )(?<!sans-)(?<!no )(?<!out )serifs?)\b|\b(?P<sans>sans[- ]?serif)\b"
    r"|\b(?P<calligraphy>calligraph\w*(?: style)?)\b"
    r"|\b(?P<mono>monospaced?|typewriter)\b|\b(?P<script>cursive|handwriting|hand-?writt?en)\b"
    r"|\bin (?:a )?(?P<lettering>script)$"
)
_SOMETHING = re.compile(  # "another font, something modern"
    r"\b(?:something|a bit|rather|one that(?:'s| is)|maybe|more|,) (?:more |a bit |less )?(?:"
    + "|".join(rf"(?P<{kind}>(?:{words}))" for kind, words in _SAID)
    + r")$"
)
_STAND_INS = {
    "helvetica": "Inter", "arial": "Inter", "roboto": "Inter", "open sans": "Inter",
    "times": "EB Garamond", "times new roman": "EB Garamond", "georgia": "EB Garamond",
    "garamond": "EB Garamond", "futura": "Josefin Sans", "gotham": "Montserrat",
    "comic sans": "Fredoka", "impact": "Anton", "courier": "Space Mono", "bodoni":
    "Playfair Display", "didot": "Playfair Display", "lobster": "Pacifico", "poppins": "Outfit",
    "lato": "Inter", "calibri": "Inter", "verdana": "Inter", "rockwell": "Alfa Slab One",
    "baskerville": "EB Garamond", "avenir": "Outfit", "proxima nova": "Montserrat",
    "trajan": "Cormorant Garamond", "cooper black": "Shrikhand", "brush script": "Pacifico",
}  # fmt: skip


def family_in(low: str, fonts: FontLibrary) -> tuple[str, tuple[int, int]] | None:
    """A family named in the sentence, whole or by its first word, and where."""
    families = sorted((f for f in fonts.families()), key=len, reverse=True)
    for family in families:
        if match := re.search(rf"\b{re.escape(family.casefold())}\b", low):
            return family, match.span()
    for family in families:
        first = family.casefold().split()[0]
        if " " in family and first not in _PLAIN_WORDS and (m := re.search(rf"\b{first}\b", low)):
            return family, m.span()
    return None


def kind_in(low: str) -> tuple[str, tuple[int, int]] | None:
    """A kind of font that is asked for, and where."""
    match = _ASKED.search(low) or _WITH.search(low) or _BARE.search(low)
    if match is None and re.search(r"\b(?:font|typeface|lettering)\b", low):
        match = _SOMETHING.search(low)
    if match is None:
        return None
    kind = str(match.lastgroup)
    return "script" if kind in ("calligraphy", "lettering") else kind, match.span()


def family_of(kind: str, title: bool, now: str) -> str:
    """A family of the kind, and another than the present one."""
    first, second = _KINDS[kind] if title else _KINDS[kind][::-1]
    return second if first == now and second != first else first


def refuse_unknown(low: str, raw: str) -> None:
    """CannotError for a font that we lack, with the nearest one where people know it."""
    for name, stand_in in sorted(_STAND_INS.items(), key=lambda pair: -len(pair[0])):
        if re.search(rf"\b(?:in|to|use|with|font|typeface) (?:the )?{name}\b", low):
            raise CannotError(
                f"there is no font {name.title()!r} here; {stand_in} is close to it: say "
                f'"in {stand_in}", or add the file with --font when making the design'
            )

    match = re.search(
        r"(?:^(?:[Ss]et|[Pp]ut|[Tt]ypeset|[Ww]rite) .+ in (?:the )?|\b[Ff]ont .*?(?:to|in) "
        r"|\b[Uu]se the font )(?P<name>[A-Z]\w+(?: [A-Z]\w+)*)$",
        raw,
    )
    if match:
        raise CannotError(f"there is no font {match['name']!r}; see: python app.py list fonts")


_PLAIN_WORDS = frozenset({"space", "noto", "instrument", "abril", "rubik", "eb", "dm", "sofia"})
