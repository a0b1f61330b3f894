"""Profile "photoshop": what psd-tools reads back as live, over the same pixels."""

import pytest
from psd_tools import PSDImage

from design_io.document import Canvas, Design, ShapeLayer, TextLayer, TextStyle
from design_io.geometry import Box
from design_io.paint import LinearFill, Outline, Shadow, SolidFill, Stop, Stroke
from design_io.psd import write_psd_photoshop
from design_io.rasters import Rasters
from tests.design_io.letters import RESOURCES


@pytest.fixture(scope="module")
def layers(tmp_path_factory):
    stops = (Stop(offset=0, color="#ff0000"), Stop(offset=1, color="#0000ff"))
    red = SolidFill(color="#ff0000")
    shadow = Shadow(dx=3, dy=4, blur=6, color="#00000080")
    style = TextStyle(font="Oswald", weight=700, size=40)
    made = (
        ShapeLayer(id="sky", role="background", box=Box(0, 0, 200, 200), name="Sky",
                   fill=LinearFill(stops=stops)),
        ShapeLayer(id="disc", role="ornament", shape="ellipse", box=Box(20, 40, 80, 80),
                   name="Disc", fill=red, effects=(shadow,)),
        ShapeLayer(id="bar", role="ornament", box=Box(40, 70, 100, 10), name="Bar", fill=red,
                   clip=True, stroke=Stroke(color="#00ff00", width=2)),
        TextLayer(id="title", role="title", text="Jazz", box=Box(10, 140, 180, 50), name="Title",
                  style=style, effects=(Outline(color="#ffffff", width=3), shadow)),
    )  # fmt: skip
    design = Design(canvas=Canvas(width=200, height=200), layers=made)
    path = tmp_path_factory.mktemp("psd") / "live.psd"
    write_psd_photoshop(design, RESOURCES, path, Rasters(design, RESOURCES))
    return {layer.name: layer for layer in PSDImage.open(path)}


def test_shapes_and_gradients_are_vectors(layers):
    assert (layers["Sky"].kind, layers["Disc"].kind) == ("gradientfill", "solidcolorfill")
    assert len(layers["Disc"].vector_mask.paths[0]) >= 4
    assert float(layers["Bar"].stroke.line_width) == 2.0


def test_shadows_and_outlines_are_layer_effects(layers):
    effects = {effect.name: effect for effect in layers["Title"].effects}
    assert float(effects["DropShadow"].distance) == 5.0 and float(effects["Stroke"].size) == 3.0
    assert layers["Disc"].bbox == (20, 40, 100, 120)  # the pixels are without their shadow


def test_clipping_is_photoshop_s_and_text_stays_text(layers):
    assert layers["Bar"].clipping and layers["Bar"].bbox[2] > 100
    assert layers["Title"].kind == "type" and layers["Title"].text.startswith("Jazz")
