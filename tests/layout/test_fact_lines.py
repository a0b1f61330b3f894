from design_io.fonts import FontLibrary
from layout.fact_lines import fact_lines
from layout.foot import foot_for, large_foot
from layout.placement import Placement
from layout.sheet import sheet_for
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
