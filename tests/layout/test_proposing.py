"""Boxes proposed by a layout model become fitted copy, or are refused with a reason."""

from itertools import combinations

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.resources import Resources
from design_io.study import study_of
from layout.arrange import arrange
from layout.checks import check
from layout.clusters import CLUSTERS
from layout.compose import compose
from layout.emptiness import largest_empty
from layout.laygen import LABELS, Laygen, laygen_of
from layout.placement import ART
from layout.proposing import boxes_of, column_lines, open_sheet, proposed
from layout.solve import settled
from layout.systems import SYSTEMS
from tests import pictures
from tests.layout.plans import EVENT, LONG, plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
FONTS = RESOURCES.fonts
NAMES = {number: name for name, number in LABELS.items()}
SIZES = ("instagram-post", "a4", "facebook-cover", "instagram-story", "leaderboard-ad")


def model(kind):
    """A learned model that was never trained."""

    def propose(ask):
        chance, count = np.random.default_rng(ask.seed), len(ask.elements)
        boxes = chance.uniform(0.02, 0.95, (count, 4))
        if kind == "nan":
            boxes[chance.random(count) < 0.5] = np.nan
        elif kind == "one place":
            boxes[:] = 0.5
        elif kind == "outside":
            boxes[:, :2] += 3 * chance.normal(size=(count, 2))
        labels = np.array([LABELS[wanted.label] for wanted in ask.elements])
        return Laygen(boxes, labels, np.ones(count, bool), NAMES)

    return propose


@pytest.mark.parametrize("kind", ["random", "nan", "one place", "outside"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("system", ["swiss", "bauhaus", "papercut", "frame"])
def test_what_an_untrained_model_says_passes_all_gates_or_is_refused(system, size, kind):
    for seed in range(3):
        plan = plan_of(EVENT, system, size, seed=seed)
        proposal = proposed(plan, FONTS, model(kind))
        if proposal.layout is None:
            assert proposal.reason
            continue
        found = check(compose(plan, proposal.layout), RESOURCES, plan)
        assert [f.message for f in found if f.severity == "gate"] == []


def answering(boxes):
    return Laygen(boxes, np.ones(len(boxes)), np.ones(len(boxes), bool), NAMES)


def test_most_of_what_it_says_can_be_used():
    plans = [plan_of(EVENT, "swiss", size, seed=n) for size in SIZES[:4] for n in range(5)]
    used = [proposed(plan, FONTS, model("random")).layout is not None for plan in plans]
    assert sum(used) >= 0.7 * len(used)


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (lambda ask: 1 / 0, "ZeroDivisionError"),
        (lambda ask: None, "failed"),
        (lambda ask: answering(np.full((2, 4), np.nan)), "finite"),
        (lambda ask: answering(np.zeros((0, 4))), "finite"),
        (lambda ask: answering(np.ones((2, 3))), "must be"),
    ],
)  # fmt: skip
def test_a_failing_model_is_told_and_the_systems_own_layout_stands(answer, reason):
    plan = plan_of()
    assert reason in proposed(plan, FONTS, answer).reason
    assert arrange(plan, FONTS, answer) == arrange(plan, FONTS)


def test_long_copy_in_a_corner_is_widened_or_refused_never_cut():
    def corner(ask):
        count = len(ask.elements)
        labels = np.array([LABELS[wanted.label] for wanted in ask.elements])
        return Laygen(np.full((count, 4), 0.1), labels, np.ones(count, bool), NAMES)

    plan = plan_of(LONG, size="leaderboard-ad")
    assert "fit" in proposed(plan, FONTS, corner).reason


def test_a_proposed_place_is_taken_on_the_grid():
    title = Box(0.5, 0.6, 0.4, 0.2)

    def low(ask):
        names = [wanted.group for wanted in ask.elements]
        rows = [(title if n == "head" else Box(0.06, 0.08, 0.9, 0.1), "text") for n in names]
        return laygen_of(rows, 1, 1)

    texts = (("title", "title", "Jazz", ""), ("date", "date", "12 May", ""))
    plan = plan_of((("kicker", "kicker", "Live", ""), *texts[:1]))
    layout = proposed(plan, FONTS, low).layout
    box, lines = layout.box("title"), column_lines(open_sheet(plan, FONTS))
    assert min(abs(line - box.x) for line in lines) < 0.02 * layout.width
    assert abs(box.y / layout.height - title.y) < 0.06


def test_reading_order_is_kept_within_a_column():
    def upside_down(ask):
        tops = {"marks": 0.9, "head": 0.7, "facts": 0.3, "call": 0.05, "small": 0.02}
        return laygen_of(
            [(Box(0.06, tops[w.group], 0.8, 0.1), w.label) for w in ask.elements], 1, 1
        )

    plan = plan_of(EVENT)
    layout = proposed(plan, FONTS, upside_down).layout
    assert layout.box("title").y < layout.box("date").y < layout.box("cta").y


def test_boxes_without_order_go_to_the_most_important_of_their_label():
    def two(ask):
        return laygen_of(
            [(Box(0.1, 0.8, 0.3, 0.05), "text"), (Box(0.1, 0.1, 0.8, 0.4), "text")], 1, 1
        )

    layout = proposed(plan_of(EVENT), FONTS, two).layout
    assert layout.box("title").y < 0.5 * layout.height


def test_the_model_is_told_roles_canvas_picture_and_seed():
    told = []
    study = study_of(pictures.portrait())
    plan = plan_of(EVENT, "full", "instagram-post", seed=7)
    proposed(plan, FONTS, lambda ask: told.append(ask), study)
    ask = told[0]
    face = study.subject.center
    assert ask.seed == 7 and ask.saliency.max() > 0.9 and len(ask.obstacles) <= 3
    assert ask.obstacles[0].contains(Box(*face, 0, 0), 0.1)
    assert [w.role for w in ask.elements][:2] == ["brand", "title"]
    groups = [w.group for w in ask.elements]
    assert groups == sorted(groups, key=list(CLUSTERS).index)


def test_a_layout_given_back_as_a_proposal_stays_about_where_it_was():
    plan = plan_of(EVENT, "swiss", "a4")
    own = arrange(plan, FONTS)
    boxes = boxes_of(own, plan)

    def again(ask):
        return laygen_of([(boxes[w.id], w.label) for w in ask.elements], 1, 1)

    layout = proposed(plan, FONTS, again).layout
    for element in ("title", "date"):
        assert abs(layout.box(element).y - own.box(element).y) < 0.08 * own.height


def test_art_and_copy_are_apart():
    for system in SYSTEMS:
        plan = plan_of(EVENT, system, seed=2)
        layout = proposed(plan, FONTS, model("random")).layout
        if layout is None or SYSTEMS[system].zones.composition == "full":
            continue
        design = compose(plan, layout)
        texts = [x.box for x in leaves(design) if isinstance(x, TextLayer)]
        assert all(layout.box(ART).intersection(box).empty for box in texts)


def test_settled_boxes_are_apart_inside_and_as_near_as_can_be():
    wanted = [Box(0, 0, 50, 20), Box(0, 5, 50, 20), Box(90, 90, 30, 30)]
    boxes = settled(wanted, Box(0, 0, 100, 100), 4)
    assert all(Box(0, 0, 100, 100).contains(box, 1e-6) for box in boxes)
    assert all(a.pad(1.9).intersection(b.pad(1.9)).empty for a, b in combinations(boxes, 2))
    assert boxes[0].y < boxes[1].y and boxes[2] == Box(70, 70, 30, 30)
    assert settled([Box(0, 0, 90, 60)] * 2, Box(0, 0, 100, 100), 4) is None


def test_the_largest_free_part_of_a_sheet():
    assert largest_empty(Box(0, 0, 100, 100), [Box(0, 0, 100, 30)]) == Box(0, 30, 100, 70)
    assert largest_empty(Box(0, 0, 10, 10), [Box(-1, -1, 20, 20)]).area == 0
