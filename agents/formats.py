"""Which canvas a request asks for: sizes in numbers, then channels, then printed things."""

from __future__ import annotations

import re
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
_ASPECT = {"1:1": "square", "4:5": "portrait", "9:16": "instagram-story", "16:9": "landscape"}


def format_of(request: str) -> Format:
    """The size asked for, most exact wording first; else the default."""
    found = list(dict.fromkeys([*_in_numbers(request), *_in_words(request)]))
    if not found:
        return Format(DEFAULT, "")
    size, said = found[0]
    others = [s for s, _ in found[1:] if s != size and (_is_exact(s) or _is_exact(size))]
    return Format(size, said, tuple(dict.fromkeys(s for s in others if s not in _VAGUE)))


def _is_exact(size: str) -> bool:
    return size[0].isdigit()


def _in_numbers(request: str) -> list[tuple[str, str]]:
    sizes = [(size, m[0]) for m in _NUMBERS.finditer(request) if (size := _custom(m))]
    sizes += [(f"a{m[1]}", m[0]) for m in _A_SIZE.finditer(request)]
    for aspect, size in _ASPECT.items():
        if re.search(rf"(?<!\d){aspect}(?!\d)", request):
            sizes.append((size, aspect))
    return sizes


def _custom(match: re.Match[str]) -> str | None:
    unit = (match[3] or "").lower()
    unit = "in" if unit.startswith("in") or unit in ('"', "”") else unit[:2]
    if not unit and min(float(match[1]), float(match[2])) < 200:
        unit = "in" if f"{match[1]}x{match[2]}" in ("18x24", "24x36", "11x17", "5x7") else "?"
    if unit == "?":
        return None
    name = f"{match[1]}x{match[2]}{unit.replace('px', '')}"
    preset = {"18x24in": "poster-18x24", "24x36in": "poster-24x36", "11x17in": "tabloid"}
    try:
        return preset.get(name) or (size_named(name) and name)
    except DesignError:
        return None


def _in_words(request: str) -> list[tuple[str, str]]:
    found = []
    for size, pattern in _WORDS:
        if match := pattern.search(request):
            found.append((size, match[0]))
    return found


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
    ("instagram-post", _INSTAGRAM + r"\b(?!\s(?:handle|account|page|profile|name|link|bio))"),
    ("podcast-cover", r"podcast (?:cover|art|artwork)"),
    ("album-cover", r"(?:album|record|single) (?:cover|art|artwork)"),
    ("leaderboard-ad", r"leaderboard"),
    ("medium-rectangle-ad", r"medium rectangle"),
    ("half-page-ad", r"half[- ]page ad"),
    ("skyscraper-ad", r"skyscraper (?:ad|banner)"),
    ("email-header", r"e-?mail (?:header|banner)|newsletter header"),
    ("blog-header", r"blog (?:header|banner|image|graphic)"),
    ("slide", r"(?:presentation|powerpoint|keynote) slides?|\bslide deck\b|\bslide\b"),
    ("phone-wallpaper", r"phone (?:wallpaper|background)|lock ?screen"),
    ("desktop-wallpaper", r"(?:desktop )?wallpaper"),
    ("roll-up", r"roll[- ]?up|pull[- ]?up banner|standing banner"),
    ("business-card", r"business cards?|visiting card|name card"),
    ("coupon", r"gift (?:certificate|voucher)s?|coupons?|vouchers?|discount card"),
    ("gift-card", r"gift cards?|(?:loyalty|membership|stamp|punch) cards?"),
    ("postcard", r"post ?cards?"),
    ("invitation", r"invitations?(?: cards?)?\b|invite card|\binvite\b(?! (?:people|viewers|users"
                   r"|customers|everyone|the|guests|them|you|your))|save the date"),
    ("greeting-card", r"greeting cards?|thank[- ]you (?:\w+ )?cards?|sympathy card|birthday card"
                      r"|(?<!business )(?<!gift )(?<!discount )\bcards?\b(?! (?:game|payment"
                      r"|holder))"),
    ("ticket", r"\btickets?(?= (?:for|to|design|announcing|template)\b|\s*$)|(?:an?|the|movie"
               r"|event|concert|raffle) ticket\b(?! (?:price|office|sales|link))"),
    ("certificate", r"certificate"),
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
               r"|ad\b|graphic|banner|social|design|poster|card))|avatar|profile picture"),
    ("landscape", r"\blandscape format|horizontal (?:poster|format|layout)|tv screen"),
    ("a3", r"print(?:ed|able)? poster|poster (?:for|to) print|wall poster"),
    ("portrait", r"social media post|post\b(?= (?:for|about|to|promoting|announcing))|posters?\b"),
)  # fmt: skip
_WORDS = tuple((size, re.compile(r"\b(?:" + p + ")", re.IGNORECASE)) for size, p in _TABLE)
