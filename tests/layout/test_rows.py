from itertools import combinations

import pytest

from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves, walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.text import line_ink_boxes
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from layout.plan import Element
from layout.rows import sections_of, table_for
from layout.sheet import sheet_for
from layout.sizes import size_named
from layout.systems import SYSTEMS, shape_of
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()
SIZES = ("portrait", "instagram-square", "instagram-story", "landscape", "banner", "a3", "menu")
HEAD = (
    Element(id="kicker", role="kicker", text="Menu"),
    Element(id="title", role="title", text="Luna Café"),
    Element(id="contact", role="contact", text="luna.example", label="Online"),
)


def row(number, *parts, section="", label=""):
    group = f"{section}/row-{number}" if section else f"row-{number}"
    return [
        Element(id=f"{role}-{number}", role=role, text=text, group=group,
                label=label if role == "item" else "")
        for role, text in parts
    ]  # fmt: skip


def heading(number, text):
    return [Element(id=f"head-{number}", role="kicker", text=text, group=f"section-{number}")]


def prices(count):
    return [
        e for n in range(count) for e in row(n, ("item", f"Dish {n}"), ("price", f"{n + 3}.50 €"))
    ]


SECTIONS = [
    *heading(1, "Coffee"), *row(1, ("item", "Espresso"), ("price", "2.50 €"), section="section-1"),
    *row(2, ("item", "Latte"), ("body", "with oat milk"), ("price", "13.80 €"),
         section="section-1"),
    *heading(2, "Cakes"), *row(3, ("item", "Brownie"), ("price", "3.50 €"), section="section-2"),
]  # fmt: skip
SCHEDULE = [
    *heading(1, "Day 1"), *row(1, ("time", "9:00"), ("item", "Doors"), section="section-1"),
    *row(2, ("time", "10:30"), ("item", "Keynote by Ann Lee"), section="section-1"),
    *heading(2, "Day 2"), *row(3, ("time", "14:00"), ("item", "Closing talk"), section="section-2"),
]  # fmt: skip
STEPS = [e for n in range(1, 6) for e in row(n, ("item", f"Do thing {n}"), label=str(n))]
NAMES = [e for n in range(30) for e in row(n, ("item", f"The Band {n}"))]
BODIES = {
    "list": ("list", prices(4)), "long list": ("list", prices(40)), "sections": ("list", SECTIONS),
    "schedule": ("schedule", SCHEDULE), "steps": ("steps", STEPS), "lineup": ("lineup", NAMES),
}  # fmt: skip
CASES = [
    (system.name, body, size)
    for system in SYSTEMS.values()
    if not system.needs_picture
    for body, (form, _) in BODIES.items()
    for size in SIZES
    if form in system.forms and shape_of(size_named(size).canvas) in system.formats
]


def designed(system, body, size="portrait"):
    form, rows = BODIES[body]
    plan = plan_of((), system, size)
    plan = plan.evolve(form=form, elements=(*HEAD, *rows, *plan.of_role("hero")))
    layout = arrange(plan, FONTS)
    return plan, layout, compose(plan, layout)


def texts_of(design):
    return [layer for layer in leaves(design) if isinstance(layer, TextLayer)]


@pytest.mark.parametrize("system, body, size", CASES)
@pytest.mark.sampled("swiss", every=8)
def test_rows_are_all_there_and_nothing_overlaps(system, body, size):
    plan, _, design = designed(system, body, size)
    texts = texts_of(design)
    assert {e.text for e in plan.rows} <= {layer.text for layer in texts}
    inks = [line_ink_boxes(layer, FONTS) for layer in texts]
    for first, second in combinations(inks, 2):
        assert not any(a.intersection(b).area > 0.5 for a in first for b in second)
    for layer, boxes in zip(texts, inks, strict=True):
        assert all(design.canvas.box.contains(box, 1.0) for box in boxes), layer.text


@pytest.mark.parametrize("system", [s for s, body, size in CASES if (body, size) == ("list", "a3")])
def test_prices_end_at_one_edge_and_names_begin_at_one(system):
    plan, layout, _ = designed(system, "list")
    right = {round(layout.box(e.id).right, 1) for e in plan.rows if e.role == "price"}
    left = {round(layout.box(e.id).x, 1) for e in plan.rows if e.role == "item"}
    assert len(right) == len(left) == 1


@pytest.mark.parametrize("body", ("list", "long list", "schedule", "steps"))
def test_rows_stay_in_order(body):
    plan, layout, _ = designed("swiss", body)
    names = [layout.box(e.id) for e in plan.rows if e.role == "item"]
    assert names == sorted(names, key=lambda box: (round(box.x), box.y))


def test_a_value_stands_on_the_line_of_its_name():
    plan, layout, _ = designed("swiss", "sections")
    for section in sections_of(plan):
        for line in section.rows:
            name, price = layout.box(line.names[0].id), layout.box(line.tails[0].id)
            assert abs(name.y - price.y) < 1.0


def test_few_rows_are_set_larger_than_many():
    sizes = [
        next(p.size for p in designed("swiss", body)[1].placements if p.element == "item-1")
        for body in ("list", "long list")
    ]
    assert sizes[0] > 1.2 * sizes[1]


def test_forty_rows_stay_legible_on_a_portrait_sheet():
    plan, _, design = designed("swiss", "long list")
    found = check(design, Resources(AssetStore(), FONTS), plan)
    assert [f.message for f in found if f.rule in ("legible-size", "required-text")] == []


def test_rows_are_one_group_with_a_group_for_each_section():
    _, _, design = designed("swiss", "sections")
    assert len(design.layers) <= 15
    groups = [layer.name for layer in walk(design) if layer.kind == "group"]
    assert groups == ["List", "Rules", "Coffee", "Cakes", "Details"]


def test_headliners_are_larger_than_the_rest():
    rows = [e.evolve(importance=5 if n < 2 else 2) for n, e in enumerate(NAMES)]
    plan = plan_of((), "swiss").evolve(form="lineup", elements=(*HEAD, *rows))
    size = {p.element: p.size for p in arrange(plan, FONTS).placements}
    assert size["item-0"] == size["item-1"] > 1.4 * size["item-2"]


def test_what_is_said_about_a_speaker_is_kept():
    rows = [e for n in range(4) for e in row(n, ("item", f"Speaker {n}"), ("body", f"House {n}"))]
    plan = plan_of((), "swiss").evolve(form="lineup", elements=(*HEAD, *rows))
    shown = {layer.text for layer in texts_of(compose(plan, arrange(plan, FONTS)))}
    assert {e.text for e in rows} <= shown


@pytest.mark.parametrize("system", [s.name for s in SYSTEMS.values() if not s.needs_picture])
def test_no_system_drops_rows_even_when_they_are_not_its_strength(system):
    plan, _, design = designed(system, "sections")
    assert {e.text for e in plan.rows} <= {layer.text for layer in texts_of(design)}


@pytest.mark.parametrize("system", ["deco", "pattern", "swiss"])
def test_the_longest_name_of_a_lineup_stays_inside_its_column(system):
    names = ["The Extraordinarily Long Orchestra of Copenhagen", *[f"Act {n}" for n in range(8)]]
    rows = [e for n, name in enumerate(names) for e in row(n, ("item", name))]
    plan = plan_of((), system, "landscape").evolve(form="lineup", elements=(*HEAD, *rows))
    layout = arrange(plan, FONTS)
    assert all(layout.box(e.id).right <= layout.width for e in rows)


def test_lines_above_a_short_list_are_as_large_as_its_title_lets_them_be():
    told = ("Maximum five persons a boat", "Dogs welcome, if they can swim", "Closed in thunder")
    lines = tuple(("t" * n, "item", text, "") for n, text in enumerate(told, 1))
    title = ("title", "title", "Row to the Island", "")
    plan = plan_of((title, *lines), "aurora", "portrait").evolve(subjects=("sailboat",))
    rows = tuple(prices(3))
    plan = plan.evolve(form="list", elements=(*plan.elements[:-1], *rows, plan.elements[-1]))
    sheet = sheet_for(plan, FONTS)
    sizes = {p.element: p.size for p in arrange(plan, FONTS).placements}
    assert sizes["t"] > 1.25 * sheet.size("body")


def test_few_names_of_a_landscape_lineup_stand_one_below_the_other_and_large():
    names = [e for n in range(4) for e in row(n, ("item", f"The Long Valley Band {n}"))]
    plan = plan_of((), "swiss", "landscape").evolve(form="lineup", elements=(*HEAD, *names))
    placed = [p for p in arrange(plan, FONTS).placements if p.element.startswith("item")]
    assert len({round(p.box.y) for p in placed}) == 4
    assert not any(p.element.startswith("mark/dot") for p in arrange(plan, FONTS).placements)


@pytest.mark.parametrize(("count", "roomy", "large"), [(3, False, True), (3, True, False),
                                                       (12, False, False)])  # fmt: skip
def test_few_rows_without_art_beside_them_are_large(count, roomy, large):
    plan = plan_of((), "swiss").evolve(form="list", elements=(*HEAD, *prices(count)))
    sheet = sheet_for(plan, FONTS)
    table = table_for(plan, sheet, sheet.text.width, 0.8 * sheet.text.height, roomy)
    named = [p for p in table.placements if p.element.startswith("item")]
    assert (min(p.size for p in named) > 1.9 * sheet.size("detail")) == large
