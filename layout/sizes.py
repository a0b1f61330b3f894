"""Named canvas sizes: what people call a format and the pixels, resolution and safe zones it means.

Screen sizes are in px; print sizes in mm at the resolution of the product's print rule (A3 and
smaller 300 dpi, A2 200, A1 150, A0 100), lowered until a canvas stays under 40 megapixels.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from design_io.document import MAX_PIXELS, Canvas
from design_io.errors import DesignError
from design_io.geometry import Box


class Size(NamedTuple):
    """A canvas preset. Safe insets are fractions of the height or width that must stay free."""

    name: str
    label: str
    width: int  # px
    height: int  # px
    dpi: float
    kind: str  # "screen", "thumbnail" or "print"
    safe: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)  # top, right, bottom, left

    @property
    def canvas(self) -> Canvas:
        return Canvas(width=self.width, height=self.height, dpi=self.dpi)


def _screen(
    name: str, label: str, width: int, height: int,
    top: float = 0.0, right: float = 0.0, bottom: float = 0.0, left: float = 0.0,
) -> Size:  # fmt: skip
    return Size(name, label, width, height, 96.0, "screen", (top, right, bottom, left))


def _print(name: str, label: str, width_mm: float, height_mm: float, dpi: float = 300) -> Size:
    width, height = round(width_mm / 25.4 * dpi), round(height_mm / 25.4 * dpi)
    return Size(name, label, width, height, dpi, "print")


_ALL = (
    _screen("instagram-post", "Instagram portrait post", 1080, 1350),
    _screen("instagram-square", "Instagram square post", 1080, 1080),
    _screen("instagram-story", "Instagram story", 1080, 1920, 0.14, 0, 0.20, 0),
    _screen("instagram-reel", "Instagram reel cover", 1080, 1920, 0.14, 0, 0.20, 0),
    _screen("instagram-ad", "Instagram ad", 1080, 1350),
    _screen("facebook-post", "Facebook post", 1200, 1200),
    _screen("facebook-ad", "Facebook ad", 1200, 1200),
    _screen("facebook-cover", "Facebook cover", 1640, 856, 0.04, 0.05, 0.04, 0.05),
    _screen("facebook-event-cover", "Facebook event cover", 1920, 1005),
    _screen("facebook-story", "Facebook story", 1080, 1920, 0.14, 0, 0.20, 0),
    _screen("x-post", "X post", 1600, 900),
    _screen("x-header", "X header", 1500, 500, 0.08, 0.04, 0.08, 0.04),
    _screen("linkedin-post", "LinkedIn post", 1200, 1200),
    _screen("linkedin-cover", "LinkedIn cover", 1584, 396),
    _screen("linkedin-banner", "LinkedIn banner", 1584, 396),
    Size("youtube-thumbnail", "YouTube thumbnail", 1280, 720, 96.0, "thumbnail", (0, 0, 0.04, 0)),
    _screen("youtube-banner", "YouTube channel banner", 2560, 1440, 0.353, 0.198, 0.353, 0.198),
    _screen("pinterest-pin", "Pinterest pin", 1000, 1500),
    _screen("tiktok-cover", "TikTok cover", 1080, 1920, 0.10, 0.10, 0.20, 0.02),
    _screen("snapchat-story", "Snapchat story", 1080, 1920, 0.14, 0, 0.16, 0),
    _screen("whatsapp-status", "WhatsApp status", 1080, 1920, 0.12, 0, 0.12, 0),
    _screen("twitch-banner", "Twitch banner", 1200, 480),
    _screen("podcast-cover", "Podcast cover", 1400, 1400),
    _screen("album-cover", "Album cover", 1600, 1600),
    _screen("square", "Square", 1080, 1080),
    _screen("portrait", "Portrait 4:5", 1080, 1350),
    _screen("landscape", "Landscape 16:9", 1920, 1080),
    _screen("banner", "Web banner", 1600, 600),
    _screen("billboard-ad", "Billboard 970 x 250", 1940, 500),
    _screen("leaderboard-ad", "Leaderboard 728 x 90", 1456, 180),
    _screen("medium-rectangle-ad", "Medium rectangle 300 x 250", 1200, 1000),
    _screen("half-page-ad", "Half page 300 x 600", 900, 1800),
    _screen("skyscraper-ad", "Wide skyscraper 160 x 600", 480, 1800),
    _screen("email-header", "E-mail header", 1200, 400),
    _screen("blog-header", "Blog header", 1600, 840),
    _screen("slide", "Slide 16:9", 1920, 1080),
    _screen("slide-4x3", "Slide 4:3", 1440, 1080),
    _screen("desktop-wallpaper", "Desktop wallpaper", 2560, 1440),
    _screen("phone-wallpaper", "Phone wallpaper", 1170, 2532, 0.10, 0, 0.06, 0),
    _print("a0", "Poster A0", 841, 1189, 100),
    _print("a1", "Poster A1", 594, 841, 150),
    _print("a2", "Poster A2", 420, 594, 200),
    _print("a3", "Poster A3", 297, 420),
    _print("a4", "A4 sheet", 210, 297),
    _print("a5", "Flyer A5", 148, 210),
    _print("a6", "Postcard A6", 105, 148),
    _print("letter", "US letter", 215.9, 279.4),
    _print("tabloid", "Tabloid 11 x 17 in", 279.4, 431.8),
    _print("poster-18x24", "Poster 18 x 24 in", 457.2, 609.6, 200),
    _print("poster-24x36", "Poster 24 x 36 in", 609.6, 914.4, 150),
    _print("flyer", "Flyer A5", 148, 210),
    _print("dl-flyer", "Flyer DL", 99, 210),
    _print("business-card", "Business card", 85, 55, 600),
    _print("greeting-card", "Greeting card 5 x 7 in", 127, 177.8),
    _print("invitation", "Invitation 5 x 7 in", 127, 177.8),
    _print("postcard", "Postcard 6 x 4 in", 152.4, 101.6),
    _print("gift-card", "Gift card", 85.6, 54, 600),
    _print("coupon", "Coupon", 200, 90),
    _print("ticket", "Ticket", 165, 70),
    _print("certificate", "Certificate A4 landscape", 297, 210),
    _print("menu", "Menu A4", 210, 297),
    _print("letterhead", "Letterhead A4", 210, 297),
    _print("roll-up", "Roll-up banner", 850, 2000, 72),
    _print("vertical-business-card", "Business card, upright", 55, 85, 600),
    _print("door-hanger", "Door hanger", 108, 279.4),
    _print("rack-card", "Rack card 4 x 9 in", 101.6, 228.6),
    _print("yard-sign", "Yard sign 24 x 18 in", 609.6, 457.2, 200),
    _print("bookmark", "Bookmark 2 x 6 in", 50.8, 152.4),
    _print("table-tent", "Table tent 4 x 6 in", 101.6, 152.4),
    _print("label", "Label 4 x 3 in", 101.6, 76.2),
    _print("name-badge", "Name badge 4 x 3 in", 101.6, 76.2),
    _print("sticker", "Sticker 3 x 3 in", 76.2, 76.2),
    _print("bumper-sticker", "Bumper sticker 10 x 3 in", 254, 76.2),
    _print("book-cover", "Book cover 6 x 9 in", 152.4, 228.6),
    _print("magazine-cover", "Magazine cover", 213, 276),
    _print("newspaper-ad", "Newspaper ad, quarter page", 138, 210),
    _print("square-flyer", "Square flyer", 148, 148),
    _print("legal", "US legal", 215.9, 355.6),
    _screen("ebook-cover", "E-book cover", 1600, 2560),
    _screen("etsy-banner", "Shop banner", 1600, 400),
    _screen("discord-banner", "Discord banner", 960, 540),
    _screen("mobile-banner-ad", "Mobile banner 320 x 50", 1280, 200),
    _screen("link-preview", "Link preview", 1200, 630),
)

SIZES: dict[str, Size] = {size.name: size for size in _ALL}


def safe_box(size: Size) -> Box:
    """Where copy is clear of what apps draw over the format's edges, in canvas px."""
    top, right, bottom, left = size.safe
    width, height = size.width * (1 - left - right), size.height * (1 - top - bottom)
    return Box(size.width * left, size.height * top, width, height)


_UNITS = {"px": 0.0, "": 0.0, "mm": 25.4, "cm": 2.54, "in": 1.0}
_CUSTOM = re.compile(r"(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)\s*(px|mm|cm|in|)", re.IGNORECASE)
_SMALLEST = 64  # px


def size_named(text: str) -> Size:
    """The preset or the custom size "WxH", "WxHmm", "WxHin"; DesignError lists the choices."""
    key = text.strip().lower().replace("_", "-").replace(" ", "-")
    if key in SIZES:
        return SIZES[key]
    match = _CUSTOM.fullmatch(text.strip())
    if not match:
        raise DesignError(
            f"{text!r} is not a size; write WxH such as 1080x1350 or 210x297mm, or one of: "
            + ", ".join(SIZES)
        )
    return _custom(text, float(match[1]), float(match[2]), match[3].lower())


def _custom(text: str, width: float, height: float, unit: str) -> Size:
    per_inch = _UNITS[unit]
    dpi = 300.0 if per_inch else 96.0
    scale = dpi / per_inch if per_inch else 1.0
    if per_inch and width * height * scale**2 > MAX_PIXELS:
        shrink = (MAX_PIXELS * 0.999 / (width * height * scale**2)) ** 0.5
        dpi, scale = dpi * shrink, scale * shrink
    w, h = round(width * scale), round(height * scale)
    if min(w, h) < _SMALLEST:
        raise DesignError(f"size {text!r} is {w}x{h} px; each side needs at least {_SMALLEST} px")
    if w * h > MAX_PIXELS:
        raise DesignError(
            f"size {text!r} has {w * h / 1e6:,.3f} megapixels; the most is {MAX_PIXELS // 10**6}"
        )
    if max(w, h) > 20 * min(w, h):
        raise DesignError(f"size {text!r} is more than 20 times as long as wide; choose less")
    return Size(f"{w}x{h}", text, w, h, dpi, "print" if per_inch else "screen")
