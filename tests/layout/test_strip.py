"""Flat banners: copy in one row at sizes that are read, the picture at the right end."""

import pytest

from design_io.fonts import FontLibrary
from layout.arrange import arrange
from layout.placement import ART
from layout.strip import strip
from layout.systems import SYSTEMS
from tests.layout.plans import EVENT, LONG, plan_of

FONTS = FontLibrary.bundled()
COPY = (
    ("title", "title", "Pizza Delivery", ""),
    ("subtitle", "subtitle", "From the oven to the door", ""),
    ("offer", "offer", "20% off first order", "Offer"),
    ("cta", "cta", "Order now", ""),
    ("hero", "hero", "", ""),
)
BANNERS = [n for n, s in SYSTEMS.items() if "banner" in s.formats and not s.needs_picture]


@pytest.mark.parametrize("system", BANNERS)
@pytest.mark.parametrize("size", ("leaderboard-ad", "mobile-banner-ad"))
def test_copy_of_a_leaderboard_stands_in_one_row(system, size):
    layout = arrange(plan_of(COPY, system, size), FONTS)
    if SYSTEMS[system].type["detail"].color in SYSTEMS[system].palettes.on:
        return  # its facts lie on the art
    title, offer, call = (layout.box(n) for n in ("title", "offer", "cta"))
    art = layout.box(ART)
    assert title.x < call.x < art.x
    assert offer.x > title.x or offer.center.y > title.center.y
    sizes = {p.element: p.size for p in layout.placements}
    assert sizes["title"] >= 28 and min(sizes["subtitle"], sizes["offer"], sizes["cta"]) >= 24
    for box in (title, offer, call):
        assert box.y >= 0 and box.bottom <= layout.height


def test_copy_that_does_not_fit_in_a_row_is_stacked():
    assert strip(plan_of(LONG, "swiss", "leaderboard-ad"), FONTS) is None
    layout = arrange(plan_of(LONG, "swiss", "leaderboard-ad"), FONTS)
    assert layout.box("title") is not None


@pytest.mark.parametrize("copy", (COPY, EVENT))
def test_every_element_has_a_place(copy):
    plan = plan_of(copy, "swiss", "leaderboard-ad")
    layout = arrange(plan, FONTS)
    assert all(layout.box(element.id) is not None for element in plan.elements)


def test_facts_keep_their_labels_on_the_line_before_them():
    facts = ("price", "price", "$25", "Tickets"), ("date", "date", "12 May", "Date")
    copy = (*facts, ("title", "title", "Jazz Night", ""), ("venue", "venue", "Blue Note", "Venue"))
    layout = arrange(plan_of(copy, "swiss", "leaderboard-ad"), FONTS)
    for name in ("date", "venue"):
        label, value = layout.box(f"{name}-label"), layout.box(name)
        assert label.right < value.x
        assert label.intersection(value._replace(x=label.x)).height > 10
    assert layout.box("price-label") is None  # it leads, and says itself what it is
