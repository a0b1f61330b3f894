"""How small text may be: the product's rule per size, for screens, thumbnails and print."""

from __future__ import annotations

from typing import NamedTuple

from layout.sizes import Size

FEED_WIDTH, THUMBNAIL_WIDTH = 375.0, 320.0  # css px at which screens show a design
_CAP_HEIGHT = 0.7  # of the font size, for the families that Plakat ships


class Smallest(NamedTuple):
    text: float  # px font size
    label: float  # px font size of small headings and legal lines
    title: float  # px font size


def smallest_text(size: Size) -> Smallest:
    """Screens: 11 css px at 375 px wide, labels 8. Thumbnails: title .10 of the height, 9 at 320.

    Print: cap height 2.2 mm up to A5 and on letters, which are read in the hand, 1/200 of the
    reading distance above (1 m up to A3, then 2).
    """
    if size.kind == "thumbnail":
        text = 9.0 * size.width / THUMBNAIL_WIDTH
        return Smallest(text, text, 0.10 * size.height)
    if size.kind == "screen":
        css = min(size.width / FEED_WIDTH, size.height / 120.0)  # flat banners are shown wider
        return Smallest(11.0 * css, 8.0 * css, 11.0 * css)
    long_side_mm = max(size.width, size.height) / size.dpi * 25.4
    in_hand = long_side_mm <= 211 or size.name == "letterhead"
    cap_mm = 2.2 if in_hand else 5.0 if long_side_mm <= 432 else 10.0
    text = cap_mm / 25.4 * size.dpi / _CAP_HEIGHT
    return Smallest(text, text, text)
