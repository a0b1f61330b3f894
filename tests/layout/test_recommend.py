import time
from functools import partial

import pytest

from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Canvas, Design, TextLayer, TextStyle, walk
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.resources import Resources
from layout.brand_rules import BrandRules, brand_findings
from layout.checks import check
from layout.differences import differences, distance
from layout.frozen import frozen_layers, keeps_frozen
from layout.recommend import recommend
from tests.layout.plans import changed, composed, plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


@pytest.fixture(scope="module")
def good():
    plan = plan_of()
    return composed(plan, RESOURCES.fonts)


def pale(design):
    style = design.layer("title").style.evolve(color=design.palette["bg"])
    return changed(design, "title", style=style)


def pushed_out(design):
    return changed(design, "date", box=design.layer("date").box.shift(0, 420))


def on_another(design):
    box = design.layer("date").box
    return changed(design, "venue", box=design.layer("venue").box._replace(x=box.x, y=box.y))


FLAWS = [pale, pushed_out, on_another, lambda design: pushed_out(pale(design))]


@pytest.mark.parametrize("flaw", FLAWS)
def test_every_suggestion_is_better_and_breaks_nothing(good, flaw):
    design = flaw(good)
    before = check(design, RESOURCES)
    suggestions = recommend(design, RESOURCES).suggestions
    assert suggestions
    for suggestion in suggestions:
        after = check(apply(design, suggestion.command, "agent"), RESOURCES)
        assert len(after) < len(before)
        assert {(f.rule, f.layers) for f in after} < {(f.rule, f.layers) for f in before}


@pytest.mark.parametrize("flaw", FLAWS)
def test_suggestions_are_of_different_kinds_smallest_first(good, flaw):
    suggestions = recommend(flaw(good), RESOURCES).suggestions
    assert len({frozenset(s.kinds) for s in suggestions}) == len(suggestions) >= 2
    sizes = [(len(s.edits), s.distance) for s in suggestions]
    assert sizes == sorted(sizes)


def test_a_suggestion_says_what_it_does_and_mends(good):
    first = recommend(pushed_out(good), RESOURCES).suggestions[0]
    assert first.before.gates_failed == 1 and first.after.gates_failed == 0
    assert any("off-canvas" in line for line in first.mends)
    assert {d.layer for d in first.differences} <= {"date", "date-label"}


def test_the_same_design_gets_the_same_suggestions(good):
    design = on_another(pale(good))
    assert recommend(design, RESOURCES) == recommend(design, RESOURCES)


def test_a_sound_design_has_nothing_to_do(good):
    advice = recommend(good, RESOURCES)
    assert advice.suggestions == () and "nothing to do" in advice.said


def test_what_is_locked_stays_and_is_named(good):
    design = changed(pushed_out(good), "date", locked=True)
    advice = recommend(design, RESOURCES)
    assert advice.suggestions == () and "locked" in advice.said


def test_a_pinned_layer_is_left_to_the_others(good):
    design = on_another(good)
    for suggestion in recommend(design, RESOURCES, pinned=frozenset({"venue"})).suggestions:
        assert apply(design, suggestion.command).layer("venue") == design.layer("venue")


def test_words_and_pictures_are_never_changed(good):
    design = on_another(pale(good))
    for suggestion in recommend(design, RESOURCES).suggestions:
        after = apply(design, suggestion.command)
        words = [[x.text for x in walk(d) if isinstance(x, TextLayer)] for d in (design, after)]
        assert sorted(words[0]) == sorted(words[1])


def test_no_suggestion_goes_against_the_brand(good):
    font, color = good.layer("date").style.font, good.palette["ink"]
    brand = BrandRules(colors=(color,), title_font=font, text_font=font)
    design = pale(good)
    for suggestion in recommend(design, RESOURCES, brand=brand).suggestions:
        after = brand_findings(apply(design, suggestion.command), brand)
        assert len(after) <= len(brand_findings(design, brand))


def test_an_empty_design_says_so():
    design = Design(canvas=Canvas(width=400, height=400))
    assert "empty" in recommend(design, RESOURCES).said


@pytest.mark.slow
def test_two_hundred_elements_take_bounded_time():
    style = partial(TextStyle, size=30)
    texts = tuple(
        TextLayer(
            id=f"t{n}", role="item", text=f"Item {n}", style=style(color="#111111"),
            box=Box(40 + n % 10 * 95, 40 + n // 10 * 30, 90, 40),
        )
        for n in range(200)
    )  # fmt: skip
    started = time.process_time()
    recommend(Design(canvas=Canvas(width=1080, height=1350), layers=texts), RESOURCES)
    assert time.process_time() - started < 8


def test_a_changed_word_breaks_what_is_frozen(good):
    assert keeps_frozen(good, pushed_out(good), frozenset())
    assert not keeps_frozen(good, changed(good, "title", text="Other"), frozenset())
    assert not keeps_frozen(good, pushed_out(good), frozenset({"date"}))


def test_members_of_a_locked_group_are_frozen(good):
    assert "date" in frozen_layers(changed(good, "details", locked=True))


def test_differences_name_layer_feature_and_both_values(good):
    after = changed(good, "title", style=good.layer("title").style.evolve(color="#123456"))
    (only,) = differences(good, after)
    assert (only.layer, only.feature, only.after) == ("title", "colour", "#123456")
    assert 0 < distance(good, after) < 1 and distance(good, good) == 0
