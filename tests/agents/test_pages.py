"""A set of pages from one brief: what is asked, where every text goes, and how the pages agree."""

import asyncio
import uuid

import pytest

from agents.brief import Commission
from agents.graph import design_set
from agents.instruction import parse
from agents.pages import open_pages, page_briefs
from agents.paging import paging_in
from agents.running import Turn
from agents.steps import Context
from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from generators.artist import Artist

BAKERY = "Instagram carousel for a bakery: Croissant $3, Baguette $4, Sourdough $7, Brioche $5"
STEPS = (
    "A carousel for Bean & Leaf coffee shop: 1) Choose fresh beans 2) Grind just before brewing "
    "3) Pour slowly. Title: How to brew better coffee. Follow @beanandleaf"
)
MENU = (
    "Design a 4 page menu booklet for Trattoria Lucia. Starters: Bruschetta $8, Caprese $10; "
    "Mains: Lasagne $16, Risotto $18; Desserts: Tiramisu $7, Panna cotta $7. "
    "Reservations 555-0134"
)
FESTIVAL = (
    "8-page booklet for the Riverside Summer Festival, 12-14 July 2027 at Riverside Park. "
    "Schedule: Friday 18:00 Opening parade; 20:00 The Larks; Saturday 14:00 Kids circus; "
    "19:00 Blue Notes; Sunday 11:00 Brunch concert; 16:00 Closing choir. "
    "Tickets from $25 at riversidefest.org"
)
CLINIC = (
    "Square carousel of 4 slides for Paws Vet Clinic: slide 1: Is your dog overheating? slide 2: "
    "Look for heavy panting. slide 3: Move to shade. slide 4: Call us at 555-0177"
)


def words(request):
    return [[text.text for text in page.texts] for page in page_briefs(parse(request))]


@pytest.mark.parametrize(
    ("request_", "number", "size"),
    [
        ("Instagram carousel with 5 slides about cold showers", 5, "instagram-square"),
        ("a portrait carousel about tea", 0, "instagram-post"),
        ("LinkedIn carousel, 6 pages: how we hire", 6, "linkedin-post"),
        ("a 12-page lookbook for Nord Knits", 12, "a5"),
        ("multi-page brochure for Oakwood Dental", 0, "a5"),
        ("Slides: why we plant trees", 0, "slide"),
        ("A4 booklet for a choir", 0, ""),
    ],
)
def test_a_set_is_heard_with_its_number_and_size(request_, number, size):
    assert paging_in(request_)[:1] + paging_in(request_)[2:3] == (number, size)


@pytest.mark.parametrize(
    "request_",
    [
        "Poster for a funfair with a carousel and a big wheel",
        "Flyer for The Carousel Club, Friday 9 pm",
        "Book cover for a 300-page novel about the sea",
        "Water park poster: pools and 5 slides for the whole family",
        "Facebook ad for a web design agency",
    ],
)
def test_one_design_is_not_taken_for_a_set(request_):
    assert paging_in(request_) == (None, request_, "", ())


def test_the_words_of_the_set_are_no_copy():
    title = parse("Instagram carousel with 5 slides about the benefits of tea").text("title")
    assert title == "The Benefits of Tea"
    assert "Page" not in parse(FESTIVAL).text("title")


@pytest.mark.parametrize("request_", [BAKERY, STEPS, MENU, FESTIVAL, CLINIC])
def test_every_text_stands_on_one_page_and_no_page_is_empty(request_):
    brief, pages = parse(request_), page_briefs(parse(request_))
    shown = [[text.text for text in page.texts if text.role != "brand"] for page in pages]
    assert all(any(t.role == "title" for t in page.texts) for page in pages) and all(shown)
    for text in brief.texts:
        if text.role not in ("brand", "title"):  # which sign pages
            assert sum(any(text.text in line for line in page) for page in shown) == 1, text
    said = {text.text for text in brief.texts}
    assert all(any(known in line for known in said) for page in shown for line in page)


def test_a_step_has_its_number_and_the_call_closes_the_set():
    told = words(STEPS)
    assert told[1] == ["1. Choose fresh beans"] and told[-1] == ["Follow @beanandleaf"]


def test_sections_are_pages_and_a_small_close_joins_the_last():
    told = words(MENU)
    assert [page[1] for page in told[1:]] == ["Starters", "Mains", "Desserts"]
    assert told[-1][-1] == "555-0134"


def test_the_number_asked_for_is_kept_where_there_is_copy():
    for number in (3, 4, 6, 8):
        assert len(words(FESTIVAL.replace("8-page", f"{number}-page"))) == number


def test_fewer_pages_than_asked_or_too_many_are_told():
    few, many = parse(f"{BAKERY}, 8 slides"), parse(f"{BAKERY}, 30 slides")
    assert "there is copy for" in open_pages(few)[0].question and len(page_briefs(few)) == 5
    assert "at most 12" in open_pages(many)[0].why
    assert open_pages(parse(BAKERY)) == () == open_pages(parse("A tea poster"))


def test_pages_that_are_named_keep_their_words():
    told = words(CLINIC)
    assert told[2] == ["Paws Vet Clinic", "Move to shade"] and "555-0177" in told[3][-1]


def test_pages_share_system_palette_and_fonts_and_show_their_own_things():
    context = Context(Resources(AssetStore(), FontLibrary.bundled()), Artist())
    made = asyncio.run(design_set(Commission(request=BAKERY), context, Turn(uuid.uuid4().hex)))
    assert [outcome.name for outcome in made] == [f"page-{n}" for n in range(1, 6)]
    assert len({outcome.plan.system for outcome in made}) == 1
    assert len({tuple(outcome.design.palette.items()) for outcome in made}) == 1
    assert len({outcome.plan.subjects[:1] for outcome in made}) > 2
    titles = {
        layer.style.font for outcome in made for layer in leaves(outcome.design)
        if isinstance(layer, TextLayer) and layer.role == "title"
    }  # fmt: skip
    assert len(titles) == 1
    assert not [f for outcome in made for f in outcome.findings if f.severity == "gate"]
    assert made[0].trace[0].startswith("approach: pages, foreground first")


@pytest.mark.parametrize(
    ("words_", "shown"),
    [
        ("Tue–Sun 12–22", "yoga"), ("Cat cow", "yoga"), ("Stretch at sunset", "sunset"),
    ],
)  # fmt: skip
def test_a_page_shows_what_its_words_mean_in_the_field_of_the_set(words_, shown):
    pages = page_briefs(parse(f"Carousel. Slide 1: Fjord yoga. Slide 2: {words_}"))
    assert (pages[1].subject.value or "yoga") == shown
