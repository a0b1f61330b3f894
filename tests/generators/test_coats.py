import pytest

from design_io.pathfinder import placed, simplified, united, within, without
from design_io.paths import path_bounds
from generators.artist.coats import Coat, Pose, coats, icon_stack, silhouette, toned
from generators.artist.icons import Ramp

SQUARE = "M0 0H10V10H0Z"
RAMP = Ramp("#111111", "#cc2222", "#ffffff", "#2222cc")


def test_every_drawing_keeps_its_own_order_of_coats():
    stacks = [[Coat("red", "A"), Coat("blue", "B")], [Coat("blue", "C"), Coat("red", "D")]]
    order = [data for coat in coats(stacks) for data in coat.data]
    assert sorted(order) == ["A", "B", "C", "D"]
    assert order.index("A") < order.index("B") and order.index("C") < order.index("D")


def test_drawings_of_the_same_colours_share_their_coats():
    stacks = [[Coat("red", "A"), Coat("blue", "B")]] * 5
    assert coats(stacks) == (Coat("red", "AAAAA"), Coat("blue", "BBBBB"))


@pytest.mark.parametrize("name", ["cat-face", "robot", "tractor", "christmas-tree"])
def test_an_icon_has_at_most_six_tones(name):
    assert len(set(toned(name, RAMP).values())) <= 6


def test_an_icon_is_fitted_into_its_pose():
    bounds = [path_bounds(coat.data) for coat in icon_stack("robot", Pose((50, 60), 40), RAMP)]
    whole = bounds[0]
    for box in bounds[1:]:
        whole = whole.union(box)
    assert max(whole.width, whole.height) == pytest.approx(40, abs=0.5)
    assert whole.center == pytest.approx((50, 60), abs=0.5)


def test_an_icon_cut_by_a_window_stays_in_it():
    stack = icon_stack("robot", Pose((0, 0), 40), RAMP, SQUARE)
    assert stack and all(path_bounds(coat.data).right <= 10.01 for coat in stack)


def test_outlines_are_joined_and_cut():
    other = placed(SQUARE, (1, 0, 0, 1, 5, 0))
    assert path_bounds(united((SQUARE, other))).width == 15
    assert path_bounds(without(SQUARE, other)).right == 5
    assert path_bounds(within(SQUARE, other)) == (5, 0, 5, 10)
    assert within(SQUARE, placed(SQUARE, (1, 0, 0, 1, 50, 0))) == ""


def test_two_contours_are_one_outline_whichever_rule_fills_them():
    twice = SQUARE + "M2 2H8V8H2Z"
    assert simplified(twice, even_odd=False) != simplified(twice, even_odd=True)


def test_the_silhouette_covers_the_icon_without_inner_parts():
    assert silhouette("robot", Pose((16, 16), 32)).count("M") < sum(
        coat.data.count("M") for coat in icon_stack("robot", Pose((16, 16), 32), RAMP)
    )


def test_letters_are_never_mirrored():
    def data(mirrored):
        return [c.data for c in icon_stack("red-envelope", Pose((9, 9), 9, 0, mirrored), RAMP)]

    assert data(True) == data(False)
