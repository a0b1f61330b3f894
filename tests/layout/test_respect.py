"""The knob between grid and picture: what it costs is measured, and turning it is monotone."""

import pytest

from design_io.fonts import FontLibrary
from design_io.study import study_of
from layout.arrange import arrange
from layout.proposing import column_lines, open_sheet
from layout.respect import candidates, respectful
from tests import pictures
from tests.layout.plans import EVENT, LONG, plan_of

FONTS = FontLibrary.bundled()
KNOBS = (0.0, 0.3, 0.6, 1.0)


@pytest.fixture(scope="module", params=["instagram-square", "facebook-cover"])
def tried(request):
    plan = plan_of(EVENT, "full", request.param)
    sheet = open_sheet(plan, FONTS)
    return sheet, list(candidates(plan, sheet, study_of(pictures.portrait())))


def best(found, knob):
    return min(found, key=lambda c: c.cost(knob))


def test_at_the_grid_everything_stands_on_columns_and_rows(tried):
    sheet, found = tried
    chosen = best(found, 0.0)
    assert chosen.off_grid < 1e-6
    for _, box in chosen.parts:
        assert min(abs(box.x - line) for line in column_lines(sheet)) < 0.5


def test_turning_to_the_picture_never_hides_more_of_it(tried):
    covered = [best(tried[1], knob) for knob in KNOBS]
    weighed = [c.covered - c.off_grid for c in covered]
    assert weighed == sorted(weighed, reverse=True)
    least = min(c.covered + c.lost for c in tried[1])
    assert covered[-1].covered + covered[-1].lost == least
    assert covered[-1].covered <= covered[0].covered


def test_of_places_on_the_grid_the_one_that_hides_least_is_taken(tried):
    chosen = min(tried[1], key=lambda c: c.rank(0.0))
    assert chosen.off_grid < 1e-4
    assert chosen.covered == min(c.covered for c in tried[1] if c.off_grid + c.lost < 1e-5)


def test_copy_is_kept_whole_in_reading_order_inside_the_safe_area(tried):
    sheet, found = tried
    for candidate in found:
        names = [name for part, _ in candidate.parts for name in part.name.split("+")]
        assert names == ["marks", "head", "facts", "call"]
        assert all(sheet.text.contains(box, 1.0) for _, box in candidate.parts)
        tops = [box.y for _, box in candidate.parts]
        assert tops == sorted(tops)


def test_the_plan_carries_the_knob_and_without_one_nothing_changes():
    study, plan = study_of(pictures.portrait()), plan_of(EVENT, "full", "instagram-square")
    assert arrange(plan, FONTS, picture=study) == arrange(plan, FONTS)
    turned = plan.evolve(respect=1.0)
    assert arrange(turned, FONTS, picture=study) == respectful(turned, FONTS, study)


def test_systems_with_a_place_for_art_and_too_much_copy_stay_as_they_are():
    study = study_of(pictures.portrait())
    for plan in (plan_of(EVENT, "swiss"), plan_of(LONG, "full", "leaderboard-ad")):
        turned = plan.evolve(respect=0.5)
        assert arrange(turned, FONTS, picture=study) == arrange(plan, FONTS)
