"""Which canvas a request asks for: sizes in numbers, then channels, then printed things."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from design_io.errors import DesignError
from layout.sizes import size_named


class Format(NamedTuple):
    size: str  # a name or WxH of `layout.sizes`
    said: str  # the words that asked for it; empty when nothing did
    others: tuple[str, ...] = ()  # further sizes the request also names


DEFAULT = "portrait"
_VAGUE = frozenset({"portrait", "landscape", "square", "banner", "a3", "greeting-card"})
_NUMBERS = re.compile(
    r"(?<![\w.])(\d{1,5}(?:\.\d+)?)\s?(?:px|mm|cm|in(?:ch(?:es)?)?|[\"”])?\s?(?:x|×|by)\s?"
    r"(\d{1,5}(?:\.\d+)?)(?:\s?(px|pixels?|mm|cm|in\b|inch(?:es)?|[\"”]))?",
    re.IGNORECASE,
)
_A_SIZE = re.compile(r"\bA([0-6])\b(?!\s*\d)")
_ASPECT = {
    "1:1": "square",
    "4:5": "portrait",
    "9:16": "instagram-story",
    "16:9": "landscape",
    "4:3": "slide-4x3",
}
# standard sizes of web ads and sheets that are written without a unit
_KNOWN = {
    "300x250": "medium-rectangle-ad", "336x280": "medium-rectangle-ad", "728x90": "leaderboard-ad",
    "160x600": "skyscraper-ad", "300x600": "half-page-ad", "970x250": "billboard-ad",
    "320x50": "mobile-banner-ad", "320x100": "mobile-banner-ad", "50x70": "50x70cm",
    "70x100": "70x100cm", "30x40": "30x40cm", "40x60": "40x60cm", "60x90": "60x90cm",
}  # fmt: skip


@lru_cache(maxsize=16)  # for a request is asked of it as said, and without its lines
def format_of(request: str) -> Format:
    """The size asked for, most exact wording first; else the default."""
    found = list(dict.fromkeys([*_in_numbers(request), *_in_words(request)]))
    if not found:
        return Format(DEFAULT, "")
    size, said = found[0]
    others = [s for s, _ in found[1:] if _contradicts(s, size)]
    return Format(size, said, tuple(dict.fromkeys(s for s in others if s not in _VAGUE)))


def _contradicts(other: str, size: str) -> bool:
    """Two sizes of which one is exact and whose shapes differ; 1080x1080 is an Instagram post."""
    if not (_is_exact(other) or _is_exact(size)):
        return False
    if re.fullmatch(r"a\d", other) and re.fullmatch(r"a\d", size):
        return other != size
    first, second = size_named(other), size_named(size)
    shapes = sorted((first.width / first.height, second.width / second.height))
    if first.kind == second.kind == "print":  # a sheet can be turned
        shapes = sorted(max(shape, 1 / shape) for shape in shapes)
    posts = "post" in other + size or "-ad" in other + size
    return shapes[1] > (2.0 if posts else 1.1) * shapes[0]


def _is_exact(size: str) -> bool:
    return size[0].isdigit() or bool(re.fullmatch(r"a\d", size))


def _in_numbers(request: str) -> list[tuple[str, str]]:
    sizes = [(size, m[0]) for m in _NUMBERS.finditer(request) if (size := _custom(m))]
    sizes += [(f"a{m[1]}", m[0]) for m in _A_SIZE.finditer(request)]
    for aspect, size in _ASPECT.items():
        if re.search(rf"(?<!\d){aspect}(?!\d)", request):
            sizes.append((size, aspect))
    return sizes


def _custom(match: re.Match[str]) -> str | None:
    unit = (match[3] or "").lower()
    if not unit and (known := _KNOWN.get(f"{match[1]}x{match[2]}")):
        return known
    unit = "in" if unit.startswith("in") or unit in ('"', "”") else unit[:2]
    if not unit and min(float(match[1]), float(match[2])) < 200:
        unit = (
            "in"
            if f"{match[1]}x{match[2]}"
            in ("18x24", "24x36", "11x17", "5x7", "4x6", "6x4", "4x9", "6x9")
            else "?"
        )
    if unit == "?":
        return None
    name = f"{match[1]}x{match[2]}{unit.replace('px', '')}"
    preset = {"18x24in": "poster-18x24", "24x36in": "poster-24x36", "11x17in": "tabloid"}
    try:
        return preset.get(name) or (size_named(name) and name)
    except DesignError:
        return None


def _in_words(request: str) -> list[tuple[str, str]]:
    found, asked = [], without_prizes(request)
    for size, pattern in _WORDS:
        if match := pattern.search(asked):
            found.append((size, match[0]))
    return found


def without_prizes(request: str) -> str:
    """The request without what is won: "the first prize is a book voucher" asks for no voucher."""
    return _PRIZED.sub("", request)


_PRIZED = re.compile(r"\b(?:prizes?|winners?|wins?)\b[^.;\n]*", re.IGNORECASE)
_INSTAGRAM = r"(?:instagram|insta|ig)"
# Exact names before vague ones; the first that occurs wins.
_TABLE = (
    ("facebook-event-cover", r"(?:facebook |fb )?event cover"),
    ("facebook-cover", r"(?:facebook|fb) (?:page )?(?:cover|header|banner)|cover (?:photo|image)"),
    ("facebook-story", r"(?:facebook|fb) stor(?:y|ies)"),
    ("instagram-story", rf"{_INSTAGRAM} stor(?:y|ies)"),
    ("instagram-reel", rf"{_INSTAGRAM} reels?|reels? cover"),
    ("instagram-square", rf"square {_INSTAGRAM}|{_INSTAGRAM} square|carousel"),
    ("instagram-ad", rf"{_INSTAGRAM} (?:ad|ads|advert|advertisement|advertising)\b"),
    ("facebook-cover", r"(?:facebook|fb) (?:group|profile) cover"),
    ("landscape", r"you ?tube end ?screen|(?:zoom|teams|video|virtual) background|digital signage"
                  r"|tv screen|menu board"),
    ("discord-banner", r"discord banner"),
    ("etsy-banner", r"etsy (?:shop )?banner"),
    ("link-preview", r"open graph|link preview|og image"),
    ("mobile-banner-ad", r"mobile banner"),
    ("youtube-banner", r"you ?tube (?:channel )?(?:banner|header|art|cover)"),
    ("youtube-thumbnail", r"(?:you ?tube )?(?:video )?thumbnail"),
    ("x-header", r"(?:twitter|\bx) (?:header|cover|banner)"),
    ("x-post", r"(?:twitter|\bx) (?:post|ad|graphic)|\btweet\b"),
    ("linkedin-banner", r"linked ?in (?:banner|header)"),
    ("linkedin-cover", r"linked ?in cover"),
    ("linkedin-post", r"linked ?in"),
    ("pinterest-pin", r"pinterest(?: pin)?"),
    ("tiktok-cover", r"tik ?tok"),
    ("snapchat-story", r"snapchat"),
    ("whatsapp-status", r"whats ?app"),
    ("twitch-banner", r"twitch"),
    ("facebook-ad", r"(?:facebook|fb) (?:ad|ads|advert|advertisement|campaign)\b"),
    ("facebook-post", r"facebook|\bfb\b"),
    ("instagram-post", _INSTAGRAM + r"\b(?!:?\s(?:@|handle|account|page|profile|name|link|bio))"),
    ("podcast-cover", r"podcast (?:cover|art|artwork)"),
    ("album-cover", r"(?:album|record|single|playlist) (?:cover|art|artwork)"),
    ("ebook-cover", r"(?:kindle|e-?book) cover"),
    ("book-cover", r"book cover"),
    ("magazine-cover", r"magazine cover"),
    ("medium-rectangle-ad", r"(?:google )?display ad|web ad"),
    ("newspaper-ad", r"newspaper (?:ad|advertisement|advert)"),
    ("a4", r"(?:full[- ]page )?magazine (?:ad|advertisement|advert)|letterhead"),
    ("door-hanger", r"door ?hangers?"),
    ("rack-card", r"rack cards?"),
    ("yard-sign", r"yard signs?|lawn signs?"),
    ("bookmark", r"bookmarks?"),
    ("table-tent", r"table tents?|tent cards?"),
    ("bumper-sticker", r"bumper stickers?"),
    ("sticker", r"stickers?(?= (?:for|design|of|that|with|saying)\b)"),
    ("label", r"(?:product|jar|bottle|packaging|wine|beer|bag|candle|soap|honey|jam|food|spice|tea)"
              r" labels?"),
    ("name-badge", r"name (?:tags?|badges?)|badges? for|\bid (?:cards?|badges?)\b"
                   r"|(?:conference|visitor|employee|staff|speaker|press) (?:badges?|pass(?:es)?)"),
    ("square-flyer", r"square flyer"),
    ("legal", r"(?:us )?legal size"),
    ("tabloid", r"tabloid"),
    ("letter", r"us letter|letter[- ]sized?"),
    ("certificate", r"diplomas?\b"),
    ("vertical-business-card", r"(?:vertical|upright|portrait) business cards?"),
    ("leaderboard-ad", r"leaderboard"),
    ("medium-rectangle-ad", r"medium rectangle"),
    ("half-page-ad", r"half[- ]page ad"),
    ("skyscraper-ad", r"skyscraper (?:ad|banner)"),
    ("email-header", r"e-?mail (?:header|banner)|newsletter header"),
    ("blog-header", r"blog (?:header|banner|image|graphic)"),
    ("slide", r"(?:presentation|powerpoint|keynote) slides?|\bslide deck\b|\bslide\b"),
    ("phone-wallpaper", r"wallpaper for (?:my |a )?phone|phone (?:wallpaper|background)"
                        r"|lock ?screen"),
    ("desktop-wallpaper", r"(?:desktop )?wallpaper"),
    ("roll-up", r"roll[- ]?up|pull[- ]?up banner|standing banner"),
    ("business-card", r"business cards?|visiting card|name card"),
    ("coupon", r"gift (?:certificate|voucher)s?|coupons?|vouchers?|discount card"),
    ("gift-card", r"gift cards?|(?:loyalty|membership|stamp|punch) cards?"),
    ("postcard", r"post ?cards?"),
    ("invitation", r"invitations?(?: cards?)?\b|invite card|\binvite\b(?! (?:people|viewers|users"
                   r"|customers|everyone|the|guests|them|you|your))|save the date"),
    ("menu", r"menu cards?\b"),
    ("greeting-card", r"greeting cards?|thank[- ]you (?:\w+ )?cards?|sympathy card|birthday card"
                      r"|(?<!business )(?<!gift )(?<!discount )\bcards?\b(?! (?:game|payment"
                      r"|holder))"),
    ("ticket", r"\btickets?(?= (?:for|to|design|announcing|template)\b|\s*$)|(?:an?|the|movie"
               r"|event|concert|raffle|train|bus|ferry|boat|flight|plane|museum|cinema|festival|circus"
               r"|opera|ballet|zoo|exhibition|theat(?:er|re)|entry|admission) ticket\b"
               r"(?! (?:price|office|sales|link))"
               r"|(?:drink|meal|food) tokens?|parking permits?|boarding (?:pass|card)"),
    ("certificate", r"certificates?\b(?! (?:upon|after)\b)"),
    ("menu", r"\bmenu\b"),
    ("billboard-ad", r"billboards?"),
    ("dl-flyer", r"\bdl flyer"),
    ("flyer", r"fl[yi]ers?|leaflets?|handbills?"),
    ("letter", r"us letter|letter[- ]sized?"),
    ("a4", r"brochure|one[- ]pager|factsheet|fact sheet"),
    ("banner", r"(?:web|website|hero|vinyl)? ?banner|web header|website header"),
    ("instagram-story", r"(?:a|the|social(?: media)?|animated) stor(?:y|ies) (?:for|ad|post|frame)"
                        r"|vertical video"),
    ("square", r"logo(?: design)?(?= (?:for|that|of|with|design)\b)|(?-i:square)(?="
               r" (?:post|format|image"
               r"|ad\b|graphic|banner|social|design|poster|card))|avatar|profile picture"
               r"|shop icon"),
    ("landscape", r"\b(?:landscape|horizontal) (?:format|poster|layout|ad\b|advert|image|graphic)"
                  r"|tv screen"),
    ("a3", r"print(?:ed|able)? poster|poster (?:for|to) print|wall poster"),
    ("portrait", r"social media post|post\b(?= (?:for|about|to|promoting|announcing))|posters?\b"),
)  # fmt: skip
_WRITTEN = re.compile(
    r"(?<![\w.])(?:\d{2,4}\s?(?:x|×)\s?\d{2,4}(?:\s?(?:px|pixels?|mm|cm|in\b|inch(?:es)?))?"
    r"|\d{1,2}x\d{1,2}(?:\s?(?:in\b|inch(?:es)?|ft\b))?|\bA[0-6](?=\s[a-z])"
    r"|16:9|9:16|4:5|4:3|1:1)\s?",
    re.IGNORECASE,
)


def without_size(request: str) -> str:
    """The request without the numbers that name its canvas."""
    return _WRITTEN.sub("", request) if format_of(request).said else request


_WORDS = tuple((size, re.compile(r"\b(?:" + p + ")", re.IGNORECASE)) for size, p in _TABLE)
