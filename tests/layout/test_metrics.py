"""Both protocols against values worked out by hand, and layouts that no sane program makes."""

import math

import numpy as np
import pytest

from design_io.errors import DesignError
from design_io.geometry import Box
from layout import metrics_pku, metrics_ralf
from layout.laygen import Laygen, from_laygen, laygen_of, to_laygen
from layout.metrics import Picture, cleaned, means, scores, validity
from layout.metrics_agnostic import (
    alignment_layoutgan,
    average_iou,
    best_match,
    max_iou,
    overlap_layoutgan,
)
from layout.placement import Layout, Placement

BOTH = pytest.mark.parametrize("protocol", ["ralf", "pku2023"])


def layout(*boxes, label="text"):
    """Boxes as x, y, width, height, in percent of the canvas; a fifth entry is the label."""
    rows = [(Box(*box[:4]), box[4] if len(box) > 4 else label) for box in boxes]
    return laygen_of(rows, 100, 100)


def picture(pixels, saliency):
    return Picture(np.asarray(pixels, np.uint8), np.asarray(saliency, np.float32))


def halves(height=350, width=240):
    """Salient on the left half, with a grey step between the halves."""
    saliency = np.zeros((height, width))
    saliency[:, : width // 2] = 1.0
    pixels = np.zeros((height, width, 3))
    pixels[:, width // 2 :] = 200
    return picture(pixels, saliency)


def test_overlap_is_the_mean_over_pairs_in_ralf_and_over_elements_in_pku():
    # a & b = 10 x 20 = 200, a u b = 400 + 400 - 200 = 600, IoU 1/3; c touches nobody
    three = layout((0, 0, 20, 20), (10, 0, 20, 20), (60, 60, 20, 20), (0, 0, 90, 90, "underlay"))
    assert metrics_ralf.overlap(three) == pytest.approx(2 * (1 / 3) / 6)
    assert metrics_pku.overlap(three) == pytest.approx((1 / 3) / 3)


def test_overlap_of_one_element_is_skipped_in_ralf_and_nothing_in_pku():
    one = layout((0, 0, 20, 20), (0, 0, 50, 50, "underlay"))
    assert metrics_ralf.overlap(one) is None
    assert metrics_pku.overlap(one) == 0.0


def test_alignment_takes_the_nearest_axis_of_each_element():
    # left edges .10, .11 and .50; nothing else is nearer than .01 for a and b, nor .06 for c
    three = layout((10, 0, 20, 5), (11, 22, 33, 11), (50, 70, 44, 17))
    axes = [(10, 30, 20, 0, 5, 2.5), (11, 44, 27.5, 22, 33, 27.5), (50, 94, 72, 70, 87, 78.5)]
    far = min(abs(axes[2][k] - axes[j][k]) for j in (0, 1) for k in range(6)) / 100
    expected = (2 * -math.log10(0.99) - math.log10(1 - far)) / 3
    assert metrics_ralf.alignment(three) == pytest.approx(expected)
    assert metrics_pku.alignment(three) == pytest.approx(3 * -math.log10(0.99))


def test_one_aligned_pair_hides_all_disorder_from_pku_only():
    disorder = layout((10, 0, 20, 5), (10, 22, 33, 11), (50, 70, 44, 17))
    assert metrics_pku.alignment(disorder) == pytest.approx(0.0)
    assert metrics_ralf.alignment(disorder) > 0.01


@pytest.mark.parametrize(
    ("child", "loose", "strict", "strict_pku"),
    [
        ((20, 20, 20, 20), 1.0, 1.0, 1.0),
        ((50, 20, 20, 20), 0.5, 0.0, 1.0),  # leaves by the right edge: the defect
        ((0, 20, 20, 20), 0.5, 0.0, 0.0),
        ((70, 70, 20, 20), 0.0, 0.0, 0.0),
    ],
)
def test_an_underlay_is_judged_by_what_it_holds(child, loose, strict, strict_pku):
    pair = layout((10, 10, 50, 50, "underlay"), child)
    assert metrics_ralf.underlay(pair) == pytest.approx(loose)
    assert metrics_pku.underlay(pair) == pytest.approx(loose)
    assert metrics_ralf.underlay(pair, strict=True) == strict
    assert metrics_pku.underlay(pair, strict=True) == strict_pku


def test_underlays_do_not_hold_each_other():
    nested = layout((0, 0, 80, 80, "underlay"), (10, 10, 20, 20, "underlay"), (85, 85, 10, 10))
    assert metrics_ralf.underlay(nested) == 0.0
    assert metrics_ralf.underlay(layout((0, 0, 20, 20))) is None


@BOTH
def test_covering_the_salient_half_occludes_and_covering_the_other_is_useful(protocol):
    on, off = layout((0, 0, 50, 50)), layout((50, 0, 50, 50))
    seen, free = (scores(x, halves(), protocol) for x in (on, off))
    assert (seen.occlusion, free.occlusion) == (
        pytest.approx(1, abs=0.01),
        pytest.approx(0, abs=0.01),
    )
    assert (seen.utility, free.utility) == (
        pytest.approx(0, abs=0.01),
        pytest.approx(0.5, abs=0.01),
    )


def test_unreadability_is_the_steepness_under_text_outside_underlays():
    # the step's gradient stands in 2 of the 240 columns, at its maximum; the box covers 120 of them
    across = layout((25, 0, 50, 100))
    assert metrics_ralf.unreadability(across, halves()) == pytest.approx(2 / 120)
    covered = layout((25, 0, 50, 100), (40, 0, 20, 100, "underlay"))
    assert metrics_ralf.unreadability(covered, halves()) == 0.0


@pytest.mark.parametrize(("step", "seen"), [(16, False), (4, False), (5, True)])
def test_squares_of_gradients_wrap_in_pku(step, seen):
    # the kernel weighs a step by 4: (4 x 16)² = 4096 and (4 x 4)² = 256 are 0 modulo 256
    pixels = np.full((750, 513, 3), 100)
    pixels[:, 256:] += step
    rising, whole = picture(pixels, np.zeros((9, 9))), layout((0, 0, 100, 100))
    assert (metrics_pku.unreadability(whole, rising) > 0) is seen
    assert metrics_ralf.unreadability(whole, rising) > 0


def test_a_falling_edge_vanishes_in_pku():
    fall = np.full((750, 513, 3), 200)
    fall[:, 256:] = 180
    whole = layout((0, 0, 100, 100))
    assert metrics_pku.unreadability(whole, picture(fall, np.zeros((9, 9)))) == 0.0
    assert metrics_ralf.unreadability(whole, picture(fall, np.zeros((9, 9)))) > 0.0


def test_a_box_that_begins_left_of_the_canvas_is_lost_by_pku():
    outside = layout((-10, 0, 60, 50))
    assert scores(outside, halves(), "pku2023").occlusion == 0.0
    assert scores(outside, halves(), "ralf").occlusion == pytest.approx(1, abs=0.01)


def test_validity_pools_elements_over_the_set():
    small, large = layout((0, 0, 1, 1), (0, 0, 20, 20)), layout((0, 0, 20, 20), (30, 0, 9, 9))
    assert validity([scores(small), scores(large)]) == pytest.approx(3 / 4)
    assert validity([]) == 1.0


def test_means_tell_how_many_layouts_took_part():
    several = [scores(layout((0, 0, 20, 20))), scores(layout((0, 0, 20, 20), (0, 0, 20, 20)))]
    found = means(several)
    assert found["overlap"] == (1.0, 1.0, 1)
    assert found["alignment"].layouts == 2
    assert "occlusion" not in found and "underlay_loose" not in found


HOSTILE = {
    "no elements": [],
    "not a number": [(math.nan, 0, 10, 10), (10, 10, math.inf, 10)],
    "negative size": [(50, 50, -20, -20), (50, 50, -20, 20)],
    "no size": [(50, 50, 0, 20), (50, 50, 0, 0)],
    "larger than the canvas": [(-50, -50, 300, 300), (10, 10, 20, 20)],
    "beyond all measure": [(0, 0, 1e300, 1e300), (10, 10, 20, 20)],
    "off the canvas": [(300, 300, 20, 20), (-200, 0, 20, 20, "underlay")],
    "two hundred": [(k % 20 * 5, k // 20 * 10, 4, 8) for k in range(200)],
    "all in one place": [(10, 10, 20, 20)] * 5 + [(10, 10, 20, 20, "underlay")],
}


@BOTH
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_layouts_get_finite_scores(protocol, case):
    measured = scores(layout(*HOSTILE[case]), halves(40, 30), protocol)
    assert all(value is None or math.isfinite(value) for value in measured)
    assert 0 <= measured.valid <= measured.elements


@pytest.mark.parametrize("case", ["not a number", "negative size", "no size"])
def test_what_has_no_area_is_invalid_in_ralf(case):
    assert scores(layout(*HOSTILE[case])).valid == 0


def test_flat_pictures_are_readable_everywhere():
    flat = picture(np.full((30, 20, 3), 90), np.ones((30, 20)))
    measured = scores(layout((0, 0, 50, 50)), flat)
    assert (measured.unreadability, measured.utility) == (0.0, 0.0)


def test_layoutgan_overlap_counts_shares_of_each_element():
    # b lies in a: |a & b| / |a| = 1/4, |a & b| / |b| = 1, over 2 elements
    pair = layout((0, 0, 20, 20), (0, 0, 10, 10))
    assert overlap_layoutgan(pair) == pytest.approx((0.25 + 1) / 2)
    assert average_iou(pair) == pytest.approx(0.25)


def test_layoutgan_alignment_is_the_natural_logarithm():
    pair = layout((10, 0, 20, 5), (11, 22, 33, 11))
    assert alignment_layoutgan(pair) == pytest.approx(-math.log(0.99))


def test_max_iou_matches_within_labels_whatever_the_order():
    one = layout((0, 0, 20, 20), (50, 50, 20, 20), (0, 0, 90, 90, "underlay"))
    other = layout((0, 0, 90, 90, "underlay"), (50, 50, 20, 20), (0, 0, 20, 20))
    assert max_iou(one, other) == pytest.approx(1.0)
    assert max_iou(one, layout((0, 0, 20, 20))) is None


def test_the_best_match_is_the_best_of_all_permutations():
    from itertools import permutations

    worth = np.random.default_rng(3).random((6, 6))
    best = max(sum(worth[r, c] for r, c in enumerate(p)) for p in permutations(range(6)))
    assert sum(worth[r, c] for r, c in enumerate(best_match(worth))) == pytest.approx(best)


def test_laygen_holds_centres_in_fractions_and_pads():
    placed = Layout(
        200, 400, (Placement("title", Box(20, 40, 100, 80)), Placement("art", Box(0, 0, 9, 9)))
    )
    arrays = to_laygen(placed, {"title": "text"}, length=3)
    assert arrays.bbox[0].tolist() == [0.35, 0.2, 0.5, 0.2]
    assert arrays.mask.tolist() == [True, False, False]
    assert arrays.id2label[int(arrays.labels[0])] == "text"


def test_laygen_comes_back_as_placements():
    arrays = to_laygen(Layout(200, 400, (Placement("x", Box(20, 40, 100, 80)),)), {"x": "logo"}, 4)
    back = from_laygen(arrays, 200, 400)
    assert [p.element for p in back.placements] == ["logo-1"]
    assert back.placements[0].box == pytest.approx(Box(20, 40, 100, 80))


def test_boxes_of_a_model_that_are_no_boxes_are_left_out():
    bbox = np.array([[0.5, 0.5, 0.1, 0.1], [math.nan] * 4, [0.5, 0.5, -0.1, 0.1], [0.5, 0.5, 0, 1]])
    arrays = Laygen(bbox, np.ones(4, int), np.ones(4, bool), {1: "text"})
    assert [p.element for p in from_laygen(arrays, 10, 10).placements] == ["text-1"]


def test_labels_and_canvases_that_mean_nothing_are_told():
    arrays = Laygen(np.full((1, 4), 0.5), np.array([7]), np.ones(1, bool), {1: "text"})
    with pytest.raises(DesignError, match="7"):
        from_laygen(arrays, 10, 10)
    with pytest.raises(DesignError, match="0x5"):
        laygen_of([], 0, 5)


def test_cleaning_leaves_the_valid_elements_alone():
    kept = cleaned(layout((0, 0, 1, 1), (0, 0, 20, 20)))
    assert kept.bbox.tolist() == [[0.1, 0.1, 0.2, 0.2]]
