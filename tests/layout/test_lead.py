"""The figure of an offer leads the sheet in every composition, and no word of it is lost."""

import pytest

from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from layout.arrange import arrange
from layout.compose import compose
from layout.offer import leading_offer
from layout.rows import PANEL_MARK
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()
LONG = "30% off any tanning package for first-time clients"


def sale(offer, system, size, **changes):
    texts = (
        ("title", "title", "Antiques and Collectibles Sale", ""),
        ("offer", "offer", offer, ""),
        ("cta", "cta", "Shop now", ""),
    )
    plan = plan_of(texts, system, size)
    elements = tuple(e.evolve(required=e.role != "title") for e in plan.elements)
    return plan.evolve(elements=elements, **changes)


def texts_of(plan):
    return [x for x in leaves(compose(plan, arrange(plan, FONTS))) if isinstance(x, TextLayer)]


@pytest.mark.parametrize("size", ("instagram-post", "facebook-cover", "instagram-story"))
@pytest.mark.parametrize("system", ("swiss", "botanical", "engraving"))
def test_the_figure_is_larger_than_a_composed_title(system, size):
    layers = texts_of(sale("50% off", system, size))
    sizes = {layer.role: layer.style.size for layer in layers}
    assert sizes["offer"] > sizes["title"]


@pytest.mark.parametrize("system", ("swiss", "botanical"))
def test_a_long_offer_has_its_figure_large_and_its_words_small(system):
    offer = [x for x in texts_of(sale(LONG, system, "instagram-post")) if x.role == "offer"]
    assert " ".join(x.text for x in offer) == LONG
    assert offer[0].text == "30% off" and offer[0].style.size > 2 * offer[1].style.size


def test_on_a_coupon_the_figure_stands_in_the_main_part():
    plan = sale("Up to 50% off", "swiss", "coupon", form="ticket", blanks=("Valid until",))
    layout = arrange(plan, FONTS)
    lines = [p.box for p in layout.placements if p.element.startswith("offer-line")]
    assert lines and all(line.right <= layout.box(PANEL_MARK).x for line in lines)


@pytest.mark.parametrize(
    ("texts", "leads"),
    [
        ((("title", "title", "House for Sale", ""), ("price", "price", "$240,000", "")), "price"),
        ((("date", "date", "5 May", "Date"), ("price", "price", "$15", "Tickets")), None),
        ((("price", "price", "$15", "From"), ("title", "title", "Tours", "")), None),
        ((("price", "price", "$38,000", "Salary starts at"),), None),
        ((("offer", "offer", "Free coffee", ""),), None),
    ],
)
def test_what_leads_is_an_offer_or_what_something_is_sold_for(texts, leads):
    leader = leading_offer(plan_of(texts))
    assert (leader.id if leader else None) == leads
