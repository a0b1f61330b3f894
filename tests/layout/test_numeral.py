"""Offers set as giant figures: which words are the figure, and that no word is lost."""

import pytest

from design_io.document import GroupLayer, TextLayer, leaves
from design_io.fonts import FontLibrary
from layout.arrange import arrange
from layout.compose import compose
from layout.offer import offer_in
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()
OFFERS = (
    ("20% off all beans", ("", "20% off", "all beans")),
    ("Up to 50 % discount", ("Up to", "50 % discount", "")),
    ("2 for 1", ("", "2 for 1", "")),
    ("Save $15 on every order", ("Save", "$15", "on every order")),
    ("Save 20%!", ("Save", "20%!", "")),
    ("1.000 € Rabatt", ("", "1.000 €", "Rabatt")),
)


@pytest.mark.parametrize(("text", "parts"), OFFERS)
def test_the_figure_of_an_offer_is_found(text, parts):
    assert offer_in(text) == parts


@pytest.mark.parametrize(
    "text", ("Free coffee", "Buy one get one", "Kids eat free", "A5-20%x", "Now $29, was $49")
)
def test_offers_without_a_figure_have_none(text):
    assert offer_in(text) is None


@pytest.mark.parametrize("size", ("instagram-post", "facebook-cover", "instagram-story", "banner"))
@pytest.mark.parametrize("text", [text for text, _ in OFFERS])
def test_every_word_of_the_offer_stands_in_order(text, size):
    plan = plan_of((("title", "title", "Sale", ""), ("offer", "offer", text, "")), "numeral", size)
    design = compose(plan, arrange(plan, FONTS))
    words = [x.text for x in leaves(design) if isinstance(x, TextLayer) and x.role == "offer"]
    assert " ".join(words) == text


def test_the_figure_is_the_largest_text():
    offer = ("offer", "offer", "20% off all beans", "")
    plan = plan_of((("title", "title", "Summer Sale", ""), offer), "numeral")
    design = compose(plan, arrange(plan, FONTS))
    largest = max(
        (x for x in leaves(design) if isinstance(x, TextLayer)), key=lambda x: x.style.size
    )
    assert largest.role == "offer" and largest.fill.grain is not None


@pytest.mark.parametrize("system", ("bands", "typeimage", "numeral"))
def test_long_copy_without_a_title_stays_on_the_sheet(system):
    plan = plan_of((("body", "body", "All kinds of words. " * 50, ""),), system, "facebook-cover")
    layout = arrange(plan, FONTS)
    assert layout.box("body").y >= 0 and layout.box("body").bottom <= layout.height


def test_a_filled_title_is_one_group_whose_lines_joined_are_the_title():
    title = "Good things grow here in spring"
    plan = plan_of((("title", "title", title, ""),), "typeimage")
    group = compose(plan, arrange(plan, FONTS)).layer("title")
    assert isinstance(group, GroupLayer) and group.role == "title"
    assert " ".join(line.text for line in group.layers) == title
    widths = {round(line.box.width / 10) for line in group.layers}
    assert len(group.layers) > 1 and max(widths) - min(widths) <= 12


@pytest.mark.parametrize("size", ("instagram-post", "facebook-cover", "a3"))
def test_a_picture_on_filled_type_has_a_place_of_its_own(size):
    elements = (("title", "title", "Good things grow here", ""), ("hero", "hero", "", ""))
    layout = arrange(plan_of(elements, "typeimage", size), FONTS)
    art = layout.box("hero")
    lines = [p.box for p in layout.placements if p.element.startswith("title-line")]
    assert lines
    assert all(line.center.y >= art.bottom or line.right <= art.x for line in lines)
    assert art.area >= 0.12 * layout.width * layout.height


@pytest.mark.parametrize("size", ("instagram-post", "facebook-cover", "instagram-story"))
def test_a_subject_beside_giant_figures_hides_none_of_them(size):
    offer = ("offer", "offer", "40% off all scooters", "")
    elements = (("title", "title", "Scooter Sale", ""), offer, ("hero", "hero", "", ""))
    plan = plan_of(elements, "numeral", size).model_copy(update={"subjects": ("motor-scooter",)})
    layout = arrange(plan, FONTS)
    art = layout.box("hero")
    words = [p for p in layout.placements if p.element.startswith("offer-line")]
    assert art.width >= 0.1 * layout.width and art.height >= 0.15 * layout.height
    for place in words:
        assert place.box.center.y < art.y or place.box.center.x < art.x
