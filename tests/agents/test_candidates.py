"""The best of several layouts is taken; one that fails a gate is refused, with the reason told."""

import itertools

import numpy as np
import pytest

from agents.candidates import OWN, best_layout, standing_of, within
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.arrange import arrange
from layout.exemplars import as_proposal, distance, exemplars, nearest
from layout.laygen import LABELS, Laygen, laygen_of
from layout.proposing import boxes_of, proposed
from tests.layout.plans import EVENT, plan_of

FONTS = FontLibrary.bundled()


def resources():
    return Resources(AssetStore(), FONTS)


def untrained(ask):
    """Random boxes, some of them no numbers, all over each other."""
    chance, count = np.random.default_rng(ask.seed), len(ask.elements)
    boxes = chance.uniform(0.02, 0.95, (count, 4))
    boxes[chance.random(count) < 0.3] = np.nan
    labels = np.array([LABELS[wanted.label] for wanted in ask.elements])
    names = {number: name for name, number in LABELS.items()}
    return Laygen(boxes, labels, np.ones(count, bool), names)


@pytest.mark.parametrize("system", ["swiss", "bauhaus", "frame", "engraving"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_with_an_untrained_model_the_design_still_passes_every_gate(system, seed):
    plan = plan_of(EVENT, system, seed=seed)
    best = best_layout(plan, resources(), propose=untrained)
    assert standing_of(plan, best.layout, resources()).gates == ()
    assert best.trace or best.source == OWN


def test_one_candidate_is_the_systems_own_and_is_not_judged():
    plan = plan_of()
    best = best_layout(plan, resources())
    assert (best.source, best.standing, best.trace) == (OWN, None, ())
    assert best.layout == arrange(plan, FONTS)


def test_more_candidates_never_stand_lower():
    plan = plan_of(EVENT, "swiss", "facebook-cover")
    own = standing_of(plan, arrange(plan, FONTS), resources())
    best = best_layout(plan, resources(), 6)
    assert standing_of(plan, best.layout, resources()).rank >= own.rank
    assert best == best_layout(plan, resources(), 6)
    assert len(best.trace) >= 5


def test_a_model_that_is_clearly_better_is_taken():
    plan = plan_of(EVENT, "swiss")
    good = boxes_of(arrange(plan, FONTS), plan)

    def model(ask):
        return laygen_of([(good[w.id], w.label) for w in ask.elements], 1, 1)

    best = best_layout(plan, resources(), propose=model)
    assert best.trace[0].startswith("the layout model: ")
    assert "points" in best.trace[0]


def test_it_stops_when_the_time_is_up():
    asked = itertools.count()
    best = best_layout(plan_of(), resources(), 12, stopped=lambda: next(asked) >= 2)
    assert len(best.trace) == 2
    assert best_layout(plan_of(), resources(), 12, stopped=within(0.0)).source == OWN


def test_a_silly_count_is_refused():
    with pytest.raises(DesignError, match="1-64"):
        best_layout(plan_of(), resources(), 0)


def test_examples_are_found_by_shape_and_copy():
    wide, tall = plan_of(EVENT, size="facebook-cover"), plan_of(EVENT, size="instagram-story")
    assert nearest(wide, 1)[0].aspect > 1.5 and nearest(tall, 1)[0].aspect < 0.7
    assert "facts" in nearest(wide, 1)[0].boxes


def test_examples_differ_from_each_other():
    pairs = itertools.combinations(exemplars(), 2)
    assert len(exemplars()) >= 24 and min(distance(a, b) for a, b in pairs) > 0.05


def test_an_example_lends_its_boxes():
    plan = plan_of(EVENT, "swiss", "instagram-post")
    layouts = [proposed(plan, FONTS, as_proposal(e)).layout for e in nearest(plan, 8)]
    used = [layout for layout in layouts if layout is not None]
    assert len(used) >= 4 and len({layout.box("title") for layout in used}) >= 2
