"""QR codes stand in every system, large enough, on a light plate, and clear of all copy."""

import pytest

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.document import Canvas, leaves
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.arrange import arrange
from layout.checks import check
from layout.code import PRINTED, QUIET, code_box, code_side
from layout.compose import compose
from layout.plan import Element
from layout.sizes import size_named
from layout.systems import SYSTEMS
from tests.layout.plans import SHORT, plan_of

FONTS = FontLibrary.bundled()
RESOURCES = Resources(AssetStore(), FONTS)
PATH = RESOURCES.assets.put(b"M0 0h29v29h-29z")
MODULES = 29


@pytest.mark.parametrize("size", ["a4", "business-card", "a6", "a3"])
def test_a_printed_code_is_at_least_twenty_millimetres_wide(size):
    canvas = size_named(size).canvas
    code = code_side(canvas, MODULES) * MODULES / (MODULES + 2 * QUIET)
    assert code * 25.4 / canvas.dpi >= PRINTED


@pytest.mark.parametrize("modules", [21, 29, 57])
def test_modules_are_whole_pixels(modules):
    side = code_side(Canvas(width=1080, height=1350), modules)
    assert side % (modules + 2 * QUIET) == 0


@pytest.mark.parametrize("texts", [None, SHORT], ids=["event", "short"])
@pytest.mark.parametrize("size", ["instagram-post", "youtube-thumbnail", "instagram-story"])
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.sampled("instagram-post-event", "swiss")
def test_every_system_places_a_code_clear_of_copy(system, size, texts):
    base = plan_of(system=system, size=size, **({"texts": texts} if texts else {}))
    code = Element(id="qr", role="qr", asset=PATH, modules=MODULES, text="https://fair.org")
    plan = base.evolve(elements=(*base.elements, code))
    layout = arrange(plan, FONTS)
    place = layout.box("qr")
    assert place and size_named(size).canvas.box.contains(place)
    rules = {finding.rule for finding in check(compose(plan, layout), RESOURCES)}
    assert "overlap" not in rules


def test_a_code_is_dark_on_light_with_a_quiet_zone_of_four_modules():
    code = Element(id="qr", role="qr", asset="0" * 64, modules=MODULES)
    base = plan_of()
    plan = base.evolve(elements=(*base.elements, code))
    layers = {layer.id: layer for layer in leaves(compose(plan, arrange(plan, FONTS)))}
    drawing, plate = layers["qr"], layers["qr-plate"]
    assert contrast(drawing.fill.color, plate.fill.color) > 7
    assert drawing.box == code_box(plate.box, MODULES)
    assert drawing.box.x - plate.box.x == pytest.approx(4 * drawing.box.width / MODULES)
