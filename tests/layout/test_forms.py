"""Certificates, tickets, quotations and charts: what makes each what it is."""

from itertools import combinations

import pytest

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.document import TextLayer, leaves, walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.text import ink_box, line_ink_boxes
from layout.arrange import arrange
from layout.blank_layers import stub_fill
from layout.chart import entries_of
from layout.checks import check
from layout.compose import compose
from layout.legible import smallest_text
from layout.placement import ART
from layout.plan import Element
from layout.rows import PANEL_MARK
from layout.sizes import size_named
from layout.systems import SYSTEMS
from tests.layout.plans import plan_of

FONTS = FontLibrary.bundled()


def element(element_id, role, text, group="", label=""):
    return Element(id=element_id, role=role, text=text, group=group, label=label)


AWARD = [
    element("title", "title", "Certificate of Completion"),
    element("say", "kicker", "Presented to", "award"),
    element("name", "item", "Jordan Miles", "award"),
    element("reason", "body", "for completing the twelve week course in type design", "award"),
    element("date", "date", "12 June 2027", label="Date"),
    element("sign-1", "item", "Lena Ortiz", "sign-1"),
    element("role-1", "body", "Director", "sign-1"),
]
TICKET = [
    element("kicker", "kicker", "Raffle"), element("title", "title", "Spring Fair"),
    element("venue", "venue", "Hill School", label="Venue"),
    element("date", "date", "May 15", label="Date"), element("price", "price", "$5", label="Price"),
    element("seat", "contact", "Row F Seat 12", label="Seat"),
]  # fmt: skip
QUOTE = [
    element("title", "title", "The wound is the place where the light enters you."),
    element("author", "subtitle", "— Rumi"),
]


def series(kind, values):
    return [
        e
        for n, value in enumerate(values)
        for e in (
            element(f"name-{n}", "item", f"Part {n}", f"{kind}/row-{n}"),
            element(f"value-{n}", "price", value, f"{kind}/row-{n}"),
        )
    ]


CASES = {
    "certificate": (AWARD, ("certificate", "a4", "instagram-post", "landscape")),
    "ticket": (TICKET, ("ticket", "coupon", "gift-card", "instagram-story", "square")),
    "quote": (QUOTE, ("portrait", "square", "instagram-story", "facebook-cover", "banner")),
    "greeting": ([element("title", "title", "Happy Birthday, Rose"),
                  element("said", "quote", "Thank you for all the stories and the songs."),
                  element("sign", "body", "Love, Tim and Sara")],
                 ("greeting-card", "postcard", "square")),
    "logo": ([element("title", "title", "Anna Meyer Photography"),
              element("since", "legal", "Since 2012"), element("line", "subtitle", "Light, kept")],
             ("square", "business-card", "portrait", "banner", "instagram-story")),
    "chart": ([element("title", "title", "Sales"), *series("column", ("20", "35", "74"))],
              ("portrait", "square", "slide", "instagram-story")),
}  # fmt: skip


def designed(form, system="swiss", size="", elements=(), blanks=()):
    plan = plan_of((), system, size or CASES[form][1][0])
    elements = (*(elements or CASES[form][0]), *plan.of_role("hero"))
    plan = plan.evolve(form=form, elements=elements, blanks=blanks)
    layout = arrange(plan, FONTS)
    return plan, layout, compose(plan, layout)


def texts_of(design):
    return {x.id: x for x in leaves(design) if isinstance(x, TextLayer)}


@pytest.mark.parametrize(
    "form, system, size",
    [
        (form, system.name, size)
        for form, (_, sizes) in CASES.items()
        for system in SYSTEMS.values()
        for size in sizes
        if form in system.forms and not system.needs_picture
    ],
)
@pytest.mark.sampled("swiss", "deco", "editorial", "emblem", "lockup")
def test_every_word_has_its_own_place_on_the_sheet(form, system, size):
    plan, _, design = designed(form, system, size)
    texts = list(texts_of(design).values())
    assert {e.text for e in plan.elements if e.text} <= {layer.text for layer in texts}
    inks = [line_ink_boxes(layer, FONTS) for layer in texts]
    for first, second in combinations(inks, 2):
        assert not any(a.intersection(b).area > 0.5 for a in first for b in second)
    for layer in texts:
        assert design.canvas.box.contains(ink_box(layer, FONTS), 1.0), layer.text


def test_a_certificate_has_a_frame_and_its_name_is_larger_than_the_reason():
    _, _, design = designed("certificate")
    assert design.layer("award-frame").role == "frame"
    texts = texts_of(design)
    assert texts["name"].style.size > 1.8 * texts["reason"].style.size


def test_lines_to_sign_on_come_only_with_signatures():
    _, _, design = designed("certificate", elements=AWARD[:4])
    assert [x.name for x in walk(design) if x.name == "Line"] == ["Line"]


def test_the_lines_of_a_certificate_stand_at_one_height_whatever_stands_on_them():
    club = element("venue", "venue", "The Northern Society of Swimming Teachers", label="Club")
    _, _, design = designed("certificate", elements=[*AWARD, club])
    foot = [x.box.y for x in walk(design) if x.name == "Line"][1:]
    assert len(foot) == 3 and max(foot) - min(foot) < 0.1


@pytest.mark.parametrize("size", CASES["ticket"][1])
def test_the_stub_holds_what_is_checked_at_the_door(size):
    _, layout, design = designed("ticket", size=size)
    panel, texts = layout.box(PANEL_MARK), texts_of(design)
    inside = {i for i, layer in texts.items() if panel.contains(ink_box(layer, FONTS), 1.0)}
    assert {"price", "date", "seat"} <= inside
    assert not {"title", "venue"} & inside
    assert not panel.intersection(layout.box(ART)).area


@pytest.mark.parametrize("system", ["papercut", "swiss", "arch", "aurora", "deco"])
def test_lines_for_a_pen_on_a_stub_are_seen_on_it(system):
    told = [element("title", "title", "Gift Certificate")]
    plan, layout, design = designed("ticket", system, "coupon", told, ("Amount", "Valid until"))
    panel = layout.box(PANEL_MARK)
    lines = [x for x in leaves(design) if x.name.endswith(": line") and panel.contains(x.box, 1.0)]
    stub = stub_fill(plan, {p.element: p for p in layout.placements})
    assert lines and all(contrast(x.fill.color, stub) > 3 for x in lines)


def test_a_quotation_has_its_mark_above_its_words():
    _, _, design = designed("quote")
    texts = texts_of(design)
    mark, words = ink_box(texts["quote-mark"], FONTS), ink_box(texts["title"], FONTS)
    assert mark.bottom < words.y
    assert texts["title"].style.size > 1.8 * texts["author"].style.size


def test_all_that_is_told_of_who_said_it_stands_below_the_words():
    told = [element("author", "item", "Aisha Rahman"), element("school", "item", "Green Light")]
    _, _, design = designed("quote", elements=[QUOTE[0], *told])
    texts = texts_of(design)
    words, author, school = (ink_box(texts[i], FONTS) for i in ("title", "author", "school"))
    assert words.bottom < author.y and author.bottom < school.y


def test_a_quotation_in_a_story_has_its_picture_below_the_words():
    plan, layout, _ = designed("quote", "aurora", "instagram-story")
    art, words = layout.box(ART), layout.box("author")
    assert art.y > words.bottom and art.height > 0.2 * layout.height
    assert art.bottom > 0.93 * layout.height


@pytest.mark.parametrize("size", ["square", "portrait"])
def test_words_that_are_quoted_leave_room_for_a_picture_beside_facts(size):
    told = [
        element("title", "title", "It has not sounded this good in thirty years"),
        element("author", "subtitle", "— Harold Whitcombe"),
        element("phone", "contact", "555-0163", label="Phone"), element("cta", "cta", "Call now"),
    ]  # fmt: skip
    _, layout, _ = designed("quote", "swiss", size, elements=told)
    assert layout.box(ART).height >= 0.2 * layout.height


def test_stars_of_a_review_take_the_place_of_the_quotation_mark():
    told = [element("stars", "kicker", "★★★★★"), element("kicker", "kicker", "Barber"), *QUOTE]
    _, layout, design = designed("quote", elements=told)
    texts = {layer.id: layer for layer in leaves(design) if isinstance(layer, TextLayer)}
    assert "quote-mark" not in texts
    assert layout.box("kicker").bottom < layout.box("stars").y < layout.box("title").y


@pytest.mark.parametrize("size", ["banner", "square"])
def test_words_that_are_quoted_give_way_before_facts_are_too_small(size):
    told = [
        element("title", "title", "Numbers should help people sleep at night"),
        element("author", "item", "Ingrid Solheim"),
        element("post", "venue", "Chief Financial Officer"),
        element("site", "contact", "fjordline-analytics.com"),
    ]
    plan, layout, _ = designed("quote", "aurora", size, elements=told)
    least = smallest_text(size_named(plan.size)).text
    assert all(p.size >= 0.99 * least for p in layout.placements if p.element in ("post", "site"))


@pytest.mark.parametrize("kind, side", [("bar", 2), ("column", 3)])
def test_bars_are_as_long_as_their_values(kind, side):
    _, layout, _ = designed("chart", elements=series(kind, ("10", "20", "40")))
    lengths = [layout.box(f"mark/bar/{n}")[side] for n in range(3)]
    assert lengths[1] / lengths[0] == pytest.approx(2, rel=0.02)
    assert lengths[2] / lengths[0] == pytest.approx(4, rel=0.02)


def test_a_pie_has_a_slice_and_a_key_for_every_value():
    _, _, design = designed("chart", elements=series("pie", ("35%", "27%", "20%", "18%")))
    names = [layer.name for layer in walk(design)]
    assert sum(n.startswith("Slice") for n in names) == sum(n.startswith("Key") for n in names) == 4


@pytest.mark.parametrize(
    "text, number", [("1,200", 1200), ("1.200", 1200), ("4,5 %", 4.5), ("$3.50", 3.5), ("74", 74)]
)
def test_numbers_are_read_as_people_write_them(text, number):
    plan = plan_of(()).evolve(form="chart", elements=tuple(series("bar", (text,))))
    assert entries_of(plan)[0].number == number


@pytest.mark.parametrize("size", CASES["ticket"][1])
@pytest.mark.parametrize("system", ["swiss", "deco", "overprint"])
def test_lines_to_fill_in_have_headings_and_room_of_their_own(system, size):
    blanks = ("To", "From", "Amount", "Valid until")
    _, layout, design = designed("ticket", system, size, TICKET[:2], blanks)
    texts = texts_of(design)
    assert tuple(texts[f"blank-{n}-label"].text for n in range(4)) == blanks
    copy = [line_ink_boxes(layer, FONTS) for layer in texts.values()]
    rules = [design.layer(f"blank-{n}").box for n in range(4)]
    for rule in rules:
        assert rule.width > 60 and design.canvas.box.contains(rule, 1.0)
        inside = rule.intersection(layout.box(PANEL_MARK)).area / rule.area
        assert inside in (pytest.approx(0.0), pytest.approx(1.0))
        assert not any(rule.intersection(ink).area for inks in copy for ink in inks)
    for first, second in combinations(copy, 2):
        assert not any(a.intersection(b).area > 0.5 for a in first for b in second)


def test_a_card_is_signed_by_hand_below_a_message_larger_than_an_ad_s():
    _, _, card = designed("greeting", "swiss", "greeting-card")
    _, _, poster = designed("picture", "swiss", "greeting-card", CASES["greeting"][0])
    said, sign = (texts_of(card)[name] for name in ("said", "sign"))
    assert sign.style.font == "Caveat" and sign.box.y > said.box.y
    assert said.style.size > 1.05 * texts_of(poster)["said"].style.size


@pytest.mark.parametrize("form, size", [("picture", "invitation"), ("card", "business-card"),
                                        ("picture", "name-badge")])  # fmt: skip
@pytest.mark.parametrize("system", ["swiss", "arch", "aurora"])
def test_other_papers_have_lines_to_fill_in_too(form, size, system):
    blanks = ("Name", "Date", "Place")
    elements = (element("title", "title", "Olivia"), element("mail", "contact", "a@b.org"))
    _, _, design = designed(form, system, size, elements, blanks)
    inks = [line_ink_boxes(layer, FONTS) for layer in texts_of(design).values()]
    for number in range(3):
        rule = design.layer(f"blank-{number}").box
        assert rule.width > 60 and design.canvas.box.contains(rule, 1.0)
        assert not any(rule.intersection(ink).area for lines in inks for ink in lines)


def test_the_title_of_a_certificate_gives_way_before_small_words_do():
    reason = "who has finished the 40-hour Advanced Welding course at Ironbridge Technical College"
    told = [x.evolve(text=reason) if x.id == "reason" else x for x in AWARD]
    plan, _, design = designed("certificate", "frame", elements=told)
    assert not [f for f in check(design, Resources(AssetStore(), FONTS), plan)
                if f.rule == "legible-size"]  # fmt: skip
