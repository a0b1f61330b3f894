"""Boxes: what their operations promise, on examples and on any box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design_io.geometry import Box, Point, rotated_bounds, union_all
from tests.design_io.documents import boxes

LEFT, RIGHT = Box(0, 0, 60, 40), Box(50, 10, 100, 20)
NOTHING = Box(0, 0, 0, 0)


def test_a_box_knows_its_edges_center_and_area():
    assert (RIGHT.right, RIGHT.bottom, RIGHT.area) == (150, 30, 2000)
    assert RIGHT.center == Point(100, 20)


def test_the_intersection_is_what_both_cover():
    assert LEFT.intersection(RIGHT) == Box(50, 10, 10, 20)


def test_boxes_apart_have_an_empty_intersection():
    assert LEFT.intersection(Box(70, 70, 5, 5)).empty


def test_the_union_holds_both():
    assert LEFT.union(RIGHT) == Box(0, 0, 150, 40)


def test_an_empty_box_adds_nothing_to_a_union():
    assert union_all([NOTHING, RIGHT, Box(-900, -900, 0, 5)]) == RIGHT
    assert union_all([]) == NOTHING


@pytest.mark.parametrize(
    ("amount", "expected"),
    [(5, Box(45, 5, 110, 30)), (-5, Box(55, 15, 90, 10)), (-40, Box(90, 20, 20, 0))],
)
def test_padding_grows_and_shrinks_but_never_turns_a_box_inside_out(amount, expected):
    assert RIGHT.pad(amount) == expected


def test_scaling_is_about_the_origin():
    assert RIGHT.scale(2) == Box(100, 20, 200, 40)


def test_rounding_out_never_cuts():
    assert Box(0.2, -0.2, 1, 1).rounded_out() == Box(0, -1, 2, 2)


@pytest.mark.parametrize(("tolerance", "inside"), [(0, False), (1, True)])
def test_containment_has_a_tolerance(tolerance, inside):
    assert LEFT.contains(Box(-1, 0, 10, 10), tolerance) is inside


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [(0, RIGHT), (360, RIGHT), (90, Box(90, -30, 20, 100)), (-90, Box(90, -30, 20, 100))],
)
def test_a_turned_box_has_the_bounds_of_its_corners(degrees, expected):
    assert rotated_bounds(RIGHT, degrees) == pytest.approx(expected)


@given(boxes, boxes)
def test_union_and_intersection_do_not_care_about_order(first, second):
    assert first.union(second) == second.union(first) or (first.empty and second.empty)
    assert first.intersection(second) == second.intersection(first)


@given(boxes, boxes)
def test_the_union_contains_both_and_both_contain_the_intersection(first, second):
    whole = first.union(second)
    assert all(box.empty or whole.contains(box, 1e-6) for box in (first, second))
    shared = first.intersection(second)
    assert shared.empty or (first.contains(shared, 1e-6) and second.contains(shared, 1e-6))


@given(boxes, st.floats(-720, 720))
def test_turning_keeps_the_center(box, degrees):
    assert rotated_bounds(box, degrees).center == pytest.approx(box.center, abs=1e-6)
