import pytest

from design_io.fonts import FontLibrary
from layout.arrange import arrange
from layout.fact_lines import fact_lines
from layout.foot import foot_for, large_foot
from layout.legible import smallest_text
from layout.placement import Placement
from layout.sheet import sheet_for
from layout.sizes import size_named
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()
FACTS = ("date", "time", "venue", "price")


def lines(width: float) -> dict[str, Placement]:
    plan = plan_of()
    sheet = sheet_for(plan, FONTS)
    return {p.element: p for p in fact_lines(plan.of_role(*FACTS), sheet, width).placements}


def test_date_and_time_share_a_line_and_the_price_comes_last():
    found = lines(900)
    assert abs(found["date"].box.y - found["time"].box.y) < 1
    assert found["time"].box.x > found["date"].box.right - 3
    assert found["date"].box.y < found["venue"].box.y < found["price"].box.y


def test_what_does_not_fit_beside_stands_below():
    found = lines(380)
    assert found["time"].box.y > found["date"].box.y + 10


def test_only_a_label_that_tells_something_is_set():
    assert {name for name in lines(900) if name.endswith("-label")} == {"price-label"}


def test_facts_grow_while_they_need_no_further_line():
    plan = plan_of()
    sheet = sheet_for(plan, FONTS)._replace(listed=True)
    plain, grown = foot_for(plan, sheet), large_foot(plan, sheet, 1.6)
    sizes = [
        next(p.size for p in foot.placements if p.element == "date") for foot in (plain, grown)
    ]
    assert sizes[1] > 1.2 * sizes[0]
    assert len({round(p.box.center.y) for p in grown.placements if p.size}) <= len(
        {round(p.box.center.y) for p in plain.placements if p.size}
    )


def test_columns_have_no_labels_that_say_what_is_evident_beside_a_fact_without_one():
    plan = plan_of()
    facts = [fact.evolve(label="") if fact.id == "venue" else fact for fact in plan.elements]
    sheet = sheet_for(plan, FONTS)._replace(listed=False)
    evident = plan.evolve(elements=tuple(f for f in facts if f.id != "price"))
    found = {p.element for p in foot_for(evident, sheet).placements}
    assert {"date", "time", "venue"} <= found and not {"date-label", "time-label"} & found
    told = [f.evolve(label="Doors", evident=False) if f.id == "time" else f for f in facts]
    labelled = evident.evolve(elements=tuple(f for f in told if f.id != "price"))
    assert "date-label" in {p.element for p in foot_for(labelled, sheet).placements}


def test_a_title_gives_way_before_facts_on_a_low_sheet_are_too_small():
    told = (
        ("title", "title", "No auditions. Just sing.", ""),
        ("sub", "subtitle", "St. Columba’s Community Choir", ""),
        ("date", "date", "Tuesdays", "Date"), ("time", "time", "7-9 PM", "Time"),
        ("venue", "venue", "Old Fire Station", "Venue"),
        ("address", "address", "9 Kiln Lane", "Address"),
        ("contact", "contact", "join@columbachoir.org", "E-mail"),
    )  # fmt: skip
    plan = plan_of(told, "manifesto", "facebook-cover", seed=3).evolve(subjects=("guitar",))
    least = smallest_text(size_named(plan.size)).text
    sizes = {p.element: p.size for p in arrange(plan, FONTS).placements}
    assert all(sizes[name] >= 0.99 * least for name, *_ in told)


def test_centred_cards_have_their_facts_in_plain_lines():
    plan = plan_of(system="botanical", size="business-card").evolve(form="card")
    assert sheet_for(plan, FONTS).listed


@pytest.mark.parametrize("seed", range(3))
def test_facts_on_low_sheets_stand_in_lines_where_columns_would_be_too_small(seed):
    told = (
        ("title", "title", "Lunar New Year Dim Sum Set", ""),
        ("sub", "subtitle", "Reserve your table", ""),
        ("price", "price", "£68", "Set for four"), ("date", "date", "10 to 24 February", "Date"),
        ("venue", "venue", "Jade Lantern", "Venue"),
        ("contact", "contact", "www.jadelantern.example.com", ""), ("cta", "cta", "Book", ""),
    )  # fmt: skip
    plan = plan_of(told, "riso", "facebook-cover", seed).evolve(subjects=("dumpling",))
    least = smallest_text(size_named(plan.size)).text
    sizes = {p.element: p.size for p in arrange(plan, FONTS).placements}
    assert all(sizes[name] >= 0.99 * least for name, *_ in told)


def test_a_call_that_finds_no_place_beside_facts_stands_beside_what_leads_them():
    told = (
        ("title", "title", "Dim Sum Set", ""), ("price", "price", "£68", "Set for four"),
        ("date", "date", "10 to 24 February", "Date"), ("venue", "venue", "Jade Lantern", "Venue"),
        ("contact", "contact", "www.jadelantern.example.com", ""),
        ("cta", "cta", "Reserve now", ""),
    )  # fmt: skip
    plan = plan_of(told, "riso", "portrait")
    sheet = sheet_for(plan, FONTS)._replace(listed=False, large=1.6)
    found = {p.element: p.box for p in foot_for(plan, sheet).placements}
    assert found["cta"].x > found["price"].x + 0.4 * sheet.text.width
    assert found["cta"].y < found["date"].y
