"""Shorthands of the wire come to the document's own commands, or are refused as a whole."""

import pytest

from design_io.assets import AssetStore
from design_io.commands import Batch, UpdateLayer, apply
from design_io.document import (
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Mask,
    ShapeLayer,
    TextLayer,
    walk,
)
from design_io.errors import DesignError
from design_io.geometry import Box
from editor.ops import OPS, expanded

DESIGN = Design(
    canvas=Canvas(width=400, height=400),
    layers=(
        ShapeLayer(id="a", role="ornament", box=Box(0, 0, 40, 40)),
        ShapeLayer(id="b", role="ornament", box=Box(50, 60, 20, 20)),
        TextLayer(id="c", role="title", box=Box(300, 10, 60, 30), text="Jazz", locked=True),
        GroupLayer(id="g", role="hero", layers=(
            ImageLayer(id="p", role="hero", box=Box(100, 100, 80, 80), rotation=10,
                       mask=Mask(box=Box(100, 100, 40, 80), path="M0 0H1V1H0Z")),
            ShapeLayer(id="q", role="hero", box=Box(200, 120, 10, 10)),
        )),
    ),
)  # fmt: skip


def done(*told, design=DESIGN, **more):
    commands = expanded(design, told, lambda revision: DESIGN, **more)
    assert all(command.op != "group" for command in commands)
    return apply(design, Batch(commands=commands))


def order(design):
    return [layer.id for layer in walk(design)]


def test_a_group_takes_the_place_of_its_topmost_and_is_taken_apart_again():
    made = done({"op": "group", "ids": ["b", "a"], "id": "new"})
    assert order(made) == ["new", "a", "b", "c", "g", "p", "q"]
    assert order(done({"op": "ungroup", "ids": ["new"]}, design=made)) == order(DESIGN)


def test_copies_lie_above_their_originals_under_fresh_ids_and_unlocked():
    made = done({"op": "duplicate", "ids": ["g", "c"], "by": [10, 0]})
    assert order(made) == ["a", "b", "c", "c-2", "g", "p", "q", "g-2", "p-2", "q-2"]
    copy = made.layer("p-2")
    assert copy.box.x == 110 and copy.mask.box.x == 110 and not made.layer("c-2").locked


@pytest.mark.parametrize(
    ("how", "x", "y"),
    [("left", 0, 60), ("center", 25, 60), ("right", 50, 60), ("top", 50, 0), ("bottom", 50, 60)],
)
def test_layers_align_to_their_common_frame(how, x, y):
    assert done({"op": "align", "ids": ["a", "b"], "how": how}).layer("b").box[:2] == (x, y)


def test_one_layer_aligns_to_the_sheet():
    assert done({"op": "align", "ids": ["b"], "how": "center"}).layer("b").box.x == 190


def test_equal_gaps_lie_between_the_outermost():
    made = done({"op": "distribute", "ids": ["a", "b", "q"], "axis": "x"})
    assert made.layer("b").box.x == 40 + (200 - 40 - 20) / 2


@pytest.mark.parametrize(
    ("where", "expected"),
    [("front", "acgb"), ("back", "bacg"), ("forward", "acbg"), ("backward", "bacg")],
)
def test_layers_change_their_paint_order(where, expected):
    made = done({"op": "order", "ids": ["b"], "where": where})
    assert "".join(layer.id for layer in made.layers) == expected


def test_nudging_a_group_moves_all_in_it_with_their_masks():
    made = done({"op": "nudge", "ids": ["g", "p"], "by": [1, -2]})
    assert made.layer("p").box[:2] == (101, 98) and made.layer("p").mask.box[:2] == (101, 98)
    assert made.layer("q").box[:2] == (201, 118)


def test_flipping_mirrors_pictures_and_places():
    made = done({"op": "flip", "ids": ["g"], "axis": "x"})
    assert made.layer("p").flip_x and made.layer("p").rotation == -10
    assert done({"op": "flip", "ids": ["g"], "axis": "x"}, design=made) == DESIGN


def test_a_crop_is_a_mask_and_can_be_taken_away():
    made = done({"op": "crop", "id": "q", "box": [200, 120, 5, 5]})
    assert made.layer("q").mask.box == (200, 120, 5, 5)
    assert done({"op": "crop", "id": "q", "box": None}, design=made) == DESIGN


def test_restoring_shows_an_earlier_revision_whatever_is_locked():
    changed = done({"op": "nudge", "ids": ["a"], "by": [9, 9]})
    assert done({"op": "restore", "revision": 0}, design=changed) == DESIGN


def test_shorthands_see_what_those_before_them_did():
    made = done(
        {"op": "duplicate", "ids": ["a"], "new_ids": ["twin"]},
        {"op": "nudge", "ids": ["twin"], "by": [5, 5]},
    )
    assert made.layer("twin").box[:2] == (29, 29)


@pytest.mark.parametrize(
    "told",
    [
        {"op": "explode"}, {"op": "nudge", "ids": [], "by": [1, 1]}, "text", {},
        {"op": "nudge", "ids": ["nobody"], "by": [1, 1]}, {"op": "ungroup", "ids": ["a"]},
        {"op": "nudge", "ids": ["c"], "by": [1, 1]}, {"op": "nudge", "ids": ["a"], "by": [1e9, 0]},
        {"op": "crop", "id": "a", "box": [0, 0, 0, 5]}, {"op": "flip", "ids": ["a"], "axis": "x"},
        {"op": "replace_asset", "id": "p", "asset": "0" * 64}, {"op": "align", "ids": ["a"]},
        {"op": "distribute", "ids": ["a", "b"], "axis": "x"},
        {"op": "order", "ids": ["a"], "where": "front", "more": 1},
        {"op": "duplicate", "ids": ["a"], "new_ids": ["b"]},
        {"op": "mask_from", "id": "p", "shape": "c"}, {"op": "mask_from", "id": "a", "shape": "a"},
        {"op": "set_mask", "id": "a", "mask": {"box": [0, 0, 9, 9], "asset": "0" * 64}},
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_refused_in_a_sentence(told):
    with pytest.raises(DesignError, match="[a-z]{3}"):
        done(told, assets=AssetStore())


def test_an_agent_may_not_touch_what_is_locked_by_a_shorthand_either():
    with pytest.raises(DesignError, match="locked"):
        done({"op": "nudge", "ids": ["a", "c"], "by": [1, 1]}, actor="agent")


def test_a_shape_becomes_the_mask_of_a_layer_as_it_lies_and_is_gone():
    turned = apply(DESIGN, UpdateLayer(layer_id="b", changes={"rotation": 45}))
    made = done({"op": "mask_from", "id": "p", "shape": "b"}, design=turned)
    assert "b" not in order(made)
    mask = made.layer("p").mask
    assert mask.box.center == pytest.approx((60, 70))
    assert mask.box.width == pytest.approx(20 * 2**0.5, abs=0.01)


def test_the_set_is_closed():
    assert len(OPS) == 19
