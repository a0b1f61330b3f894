"""Painters are told where the art goes; what fails a check is mended, or left and said."""

from agents.correction import MAX_ROUNDS, corrected
from agents.painting import joined, requests_for
from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.document import ShapeLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.resources import Resources
from generators.request import Painted
from layout.arrange import arrange
from layout.compose import compose
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
PLAN = plan_of()
LAYOUT = arrange(PLAN, RESOURCES.fonts)
DESIGN = compose(PLAN, LAYOUT)


def shape(layer_id: str) -> ShapeLayer:
    return ShapeLayer(id=layer_id, role="ornament", box=Box(0, 0, 9, 9))


def title_with(**changes):
    return apply(DESIGN, UpdateLayer(layer_id="title", changes=changes))


def test_the_painter_is_told_the_zone_the_lines_and_the_palette():
    request = requests_for(PLAN, LAYOUT, DESIGN, RESOURCES)["hero"]
    assert request.boxes("object") == (LAYOUT.box("hero"),)
    assert request.boxes("text") and request.palette == PLAN.palette
    assert (request.system, request.subjects, request.seed) == (
        PLAN.system, PLAN.subjects, PLAN.seed,
    )  # fmt: skip


def test_painted_layers_stand_behind_the_copy_and_in_front_of_the_ground():
    painted = (Painted(layer=shape("one")), Painted(layer=shape("two")))
    ids = [layer.id for layer in apply(DESIGN, joined(DESIGN, painted)).layers]
    assert ids[:3] == ["background", "one", "two"] and "title" in ids[3:]


def test_a_layer_of_the_front_slot_stands_above_all():
    painted = (Painted(layer=shape("dots"), slot="front"),)
    assert apply(DESIGN, joined(DESIGN, painted)).layers[-1].id == "dots"


def test_a_sound_design_is_left_alone():
    assert corrected(DESIGN, RESOURCES, PLAN) == (DESIGN, (), ())


def test_unreadable_text_is_recoloured_and_told():
    style = DESIGN.layer("title").style.evolve(color=DESIGN.palette["bg"])
    result = corrected(title_with(style=style), RESOURCES, PLAN)
    assert result.findings == () and "contrast" in result.trace[0]


def test_text_off_the_sheet_comes_back():
    box = DESIGN.layer("title").box
    result = corrected(title_with(box=box.shift(-400, 0)), RESOURCES, PLAN)
    assert not [f for f in result.findings if f.rule == "off-canvas"]


def test_what_cannot_be_mended_is_left_and_reported():
    style = DESIGN.layer("title").style.evolve(color=DESIGN.palette["bg"])
    locked = title_with(style=style, locked=True)
    result = corrected(locked, RESOURCES, PLAN)
    assert result.design == locked and [f.rule for f in result.findings] == ["contrast"]
    assert len(result.trace) <= MAX_ROUNDS


def test_no_drawing_covers_a_line_for_a_pen():
    plan = plan_of().evolve(blanks=("Date",))
    layout = arrange(plan, RESOURCES.fonts)
    design = compose(plan, layout)
    rule = next(layer for layer in leaves(design) if layer.id == "blank-0")
    request = requests_for(plan, layout, design, RESOURCES)["hero"]
    kept = [box for box in request.boxes("calm") if box.contains(rule.box, 1.0)]
    assert kept and kept[0].y < rule.box.y
