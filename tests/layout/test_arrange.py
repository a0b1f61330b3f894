from itertools import combinations

import pytest

from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves, walk
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.text import ink_box, line_ink_boxes
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from layout.legible import smallest_text
from layout.placement import ART
from layout.sizes import SIZES
from layout.systems import SYSTEMS
from tests.layout.plans import ARABIC, EVENT, LONG, SHORT, plan_of

WHOLE = ("numeral", "centered", "filled", "full")  # compositions whose art lies behind the copy
FONTS = FontLibrary.bundled()
SHEETS = ("instagram-post", "facebook-ad", "instagram-story", "facebook-cover", "a3", "x-header",
          "youtube-thumbnail", "business-card", "skyscraper-ad", "leaderboard-ad")  # fmt: skip
COPY = {"event": EVENT, "long": LONG, "short": SHORT, "arabic": ARABIC}


def designed(plan):
    layout = arrange(plan, FONTS)
    return layout, compose(plan, layout)


def texts_of(design):
    return [layer for layer in leaves(design) if isinstance(layer, TextLayer)]


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.sampled("swiss", every=8)
def test_an_event_fits_every_sheet_without_overlap(system, size):
    _, design = designed(plan_of(EVENT, system, size))
    inks = [line_ink_boxes(layer, FONTS) for layer in texts_of(design)]
    for first, second in combinations(inks, 2):
        assert not any(a.intersection(b).area > 0.5 for a in first for b in second)
    for layer in texts_of(design):
        assert design.canvas.box.contains(ink_box(layer, FONTS), 1.0), layer.text


@pytest.mark.parametrize("copy", COPY)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.sampled("swiss-long", every=8)
def test_every_word_of_the_plan_is_on_the_sheet(system, copy):
    plan = plan_of(COPY[copy], system)
    shown = " ".join(" ".join(layer.text for layer in texts_of(designed(plan)[1])).split())
    assert [e.text for e in plan.elements if " ".join(e.text.split()) not in shown] == []


@pytest.mark.parametrize("size", ("instagram-post", "facebook-cover", "a3", "instagram-story"))
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.sampled("swiss-instagram-post", every=12)
def test_long_copy_shrinks_instead_of_colliding(system, size):
    plan = plan_of(LONG, system, size)
    design = designed(plan)[1]
    findings = check(design, Resources(AssetStore(), FONTS), plan)
    assert [f.message for f in findings if f.rule in ("overlap", "off-canvas")] == []


@pytest.mark.parametrize("size", ("instagram-post", "facebook-ad", "a3", "facebook-event-cover"))
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.sampled("swiss-instagram-post", every=6)
def test_ordinary_copy_is_never_set_too_small(system, size):
    least = smallest_text(SIZES[size])
    for layer in texts_of(designed(plan_of(EVENT, system, size))[1]):
        floor = least.label if layer.role == "kicker" else least.text
        assert layer.style.size >= floor - 0.05, layer.text


@pytest.mark.parametrize(
    "system",
    [name for name, s in SYSTEMS.items() if s.zones.composition not in WHOLE and s.zones.art],
)
def test_art_has_its_own_zone(system):
    layout, design = designed(plan_of(EVENT, system))
    art = layout.box(ART)
    assert art.height > 0.3 * layout.height
    assert all(not art.intersection(ink_box(x, FONTS)).area for x in texts_of(design))


@pytest.mark.parametrize("copy", ("short", "event"))
def test_hung_copy_lies_below_the_art(copy):
    layout, design = designed(plan_of(COPY[copy], "engraving"))
    art = layout.box(ART)
    assert art.height > 0 and min(ink_box(x, FONTS).y for x in texts_of(design)) > art.bottom


@pytest.mark.parametrize("system", [n for n, s in SYSTEMS.items() if not s.needs_offer])
def test_the_title_is_the_largest_text(system):
    texts = texts_of(designed(plan_of(EVENT, system))[1])
    assert max(texts, key=lambda layer: layer.style.size).role == "title"


def test_the_same_plan_gives_the_same_layout():
    assert arrange(plan_of(), FONTS) == arrange(plan_of(), FONTS)


def test_the_wireframe_is_one_flat_list_of_named_layers():
    design = designed(plan_of())[1]
    assert len(design.layers) <= 15
    assert all(layer.name for layer in walk(design))


def test_suggested_copy_is_marked_as_suggested():
    plan = plan_of()
    elements = tuple(e.evolve(suggested=e.id == "subtitle") for e in plan.elements)
    design = designed(plan.evolve(elements=elements))[1]
    marked = [layer.id for layer in texts_of(design) if layer.source and layer.source.suggested]
    assert marked == ["subtitle"]
