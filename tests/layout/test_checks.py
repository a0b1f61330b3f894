import pytest

from design_io.assets import AssetStore
from design_io.commands import AddLayer, apply
from design_io.document import ShapeLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import Outline, SolidFill
from design_io.resources import Resources
from layout.checks import CHECKS, check, report
from layout.repair import repair
from tests.layout.plans import changed, composed, plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


@pytest.fixture(scope="module")
def good():
    plan = plan_of()
    return plan, composed(plan, RESOURCES.fonts)


def rules(design, plan=None):
    return {finding.rule for finding in check(design, RESOURCES, plan)}


def test_a_sound_design_has_no_findings(good):
    plan, design = good
    assert check(design, RESOURCES, plan) == ()
    verdict = report(design, RESOURCES, plan)
    assert verdict.passed and verdict.gates.keys() == CHECKS.keys()


def test_pale_text_is_found_and_recoloured(good):
    _, design = good
    pale = changed(
        design, "title", style=design.layer("title").style.evolve(color=design.palette["bg"])
    )
    assert "contrast" in rules(pale)
    mended = apply(pale, repair(pale, check(pale, RESOURCES), RESOURCES))
    assert "contrast" not in rules(mended)


@pytest.mark.parametrize(("line", "found"), [("#101010", False), ("#f4f4f4", True)])
def test_outlined_glyphs_are_judged_by_their_outline(good, line, found):
    plan, design = good
    ground = design.palette["bg"]
    style = design.layer("title").style.evolve(color=ground)
    effects = (Outline(color=line, width=0.04 * style.size),)
    outlined = changed(design, "title", style=style, effects=effects)
    assert ("contrast" in rules(outlined)) == found


def test_overlapping_text_is_found(good):
    _, design = good
    assert "overlap" in rules(changed(design, "subtitle", box=design.layer("title").box))


def covered(design, opacity=1.0, blend_mode="normal", height=1.0):
    """A slab over the upper part of the title."""
    box = design.layer("title").box
    slab = ShapeLayer(
        id="slab", role="ornament", box=box._replace(height=box.height * height),
        opacity=opacity, blend_mode=blend_mode, fill=SolidFill(color="#ff0000"),
    )  # fmt: skip
    return apply(design, AddLayer(layer=slab))


def test_art_that_hides_a_line_is_found_and_the_line_raised(good):
    design = covered(good[1])
    assert "hidden-ink" in rules(design)
    mended = apply(design, repair(design, check(design, RESOURCES), RESOURCES))
    assert "hidden-ink" not in rules(mended)


@pytest.mark.parametrize(
    "options", ({"opacity": 0.4}, {"blend_mode": "multiply"}, {"height": 0.05})
)
def test_glazes_and_light_touches_hide_nothing(good, options):
    assert "hidden-ink" not in rules(covered(good[1], **options))


def test_copy_under_the_buttons_of_an_app_is_moved_up():
    plan = plan_of(size="instagram-story")
    design = composed(plan, RESOURCES.fonts)
    low = changed(design, "brand", box=design.layer("brand").box.shift(0, -90))
    assert "safe-zone" in rules(low, plan)
    mended = apply(low, repair(low, check(low, RESOURCES, plan), RESOURCES))
    assert "safe-zone" not in rules(mended, plan)


def test_text_off_the_canvas_is_found_and_pulled_back(good):
    _, design = good
    box = design.layer("title").box
    astray = changed(design, "title", box=Box(900, 1300, box.width, box.height))
    assert "off-canvas" in rules(astray)
    mended = apply(astray, repair(astray, check(astray, RESOURCES), RESOURCES))
    assert "off-canvas" not in rules(mended)


def test_missing_copy_is_found(good):
    plan, design = good
    assert "required-text" in rules(changed(design, "title", text="Jaz Night"), plan)


def test_hidden_copy_counts_as_missing(good):
    plan, design = good
    assert "required-text" in rules(changed(design, "date", visible=False), plan)


def test_tiny_text_is_found(good):
    _, design = good
    tiny = design.layer("subtitle").style.evolve(size=9)
    assert "legible-size" in rules(changed(design, "subtitle", style=tiny))


def test_characters_no_font_has_are_found(good):
    _, design = good
    assert "missing-glyphs" in rules(changed(design, "subtitle", text="a \ue123 sign"))


def test_a_locked_layer_is_not_repaired(good):
    _, design = good
    pale = changed(
        design, "title", style=design.layer("title").style.evolve(color=design.palette["bg"])
    )
    locked = changed(pale, "title", locked=True)
    command = repair(locked, check(locked, RESOURCES), RESOURCES)
    assert command is None or all(part.layer_id != "title" for part in command.commands)


def test_every_message_names_the_layer_and_a_way_out(good):
    _, design = good
    for finding in check(changed(design, "subtitle", box=design.layer("title").box), RESOURCES):
        assert "'" in finding.message and ";" in finding.message
