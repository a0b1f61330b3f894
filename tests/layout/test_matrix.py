import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.apca import lightness_contrast
from layout.checks import CHECKS, COLUMNS, DRAWN_GRADERS, GRADERS, scores
from tests.layout.plans import changed, composed, plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


@pytest.fixture(scope="module")
def good():
    plan = plan_of()
    return composed(plan, RESOURCES.fonts)


def test_there_are_nineteen_checks_and_every_rule_belongs_to_one():
    rules = [rule for rules in COLUMNS.values() for rule in rules]
    assert len(COLUMNS) == 19 and len(rules) == len(set(rules))
    assert CHECKS.keys() | GRADERS.keys() | DRAWN_GRADERS.keys() == set(rules)


def test_a_sound_design_flags_nothing(good):
    assert scores(good, RESOURCES).flagged == ()


def test_scores_lie_between_0_and_1(good):
    values = scores(changed(good, "title", box=good.layer("subtitle").box), RESOURCES).values
    assert values.min() >= 0 and values.max() <= 1


def test_a_shifted_text_is_flagged_for_its_alignment(good):
    moved = changed(good, "subtitle", box=good.layer("subtitle").box.shift(70, 0))
    matrix = scores(moved, RESOURCES)
    assert "subtitle" in matrix.flagged and matrix.of("subtitle")["alignment"] < 0.5


def test_an_empty_design_has_an_empty_matrix():
    matrix = scores(Design(canvas=Canvas(width=900, height=900)), RESOURCES)
    assert matrix.elements == () and matrix.total == 1.0


@pytest.mark.parametrize(
    ("text", "ground", "amount"),
    [("#000000", "#ffffff", 106.04), ("#ffffff", "#000000", -107.88), ("#777777", "#777777", 0)],
)
def test_apca_is_the_published_one(text, ground, amount):
    assert lightness_contrast(text, ground) == pytest.approx(amount, abs=0.01)
