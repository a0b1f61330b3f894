"""Our SVG as Chromium, resvg and Inkscape show it, beside our own picture."""

import numpy as np
import pytest

from design_io.document import Canvas, Design, ShapeLayer
from design_io.geometry import Box
from design_io.paint import Grain, RadialFill, SolidFill
from design_io.rasters import Rasters
from design_io.render import render
from design_io.svg import write_svg, write_svg_outlined
from tests import chromium, svg_programs
from tests.design_io.letters import RESOURCES, ramp
from tests.design_io.svg_zoo import zoo

pytestmark = pytest.mark.client


def on_white(pixels: np.ndarray) -> np.ndarray:
    alpha = pixels[..., 3:] / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


def away(shown: np.ndarray, design, resources) -> np.ndarray:
    return shown - on_white(render(design, resources))


# The zoo has more text on less ground than any poster.
@pytest.mark.parametrize(
    ("write", "most"),
    [(write_svg, 1.3), pytest.param(write_svg_outlined, 0.4, marks=pytest.mark.slow)],
    ids=["live", "outlined"],
)
def test_chromium_shows_what_we_show(write, most, tmp_path):
    chromium.require()
    design, resources = zoo()
    write(design, resources, tmp_path / "zoo.svg", Rasters(design, resources))
    shown = chromium.screenshot(tmp_path / "zoo.svg", design.canvas.width, design.canvas.height)
    assert np.abs(away(shown, design, resources)).mean() <= most


# resvg sets no OpenType features.
@pytest.mark.parametrize(
    ("write", "most"), [(write_svg, 1.1), (write_svg_outlined, 0.8)], ids=["live", "outlined"]
)
def test_resvg_shows_what_we_show(write, most, tmp_path):
    design, resources = zoo()
    write(design, resources, tmp_path / "zoo.svg", Rasters(design, resources))
    shown = svg_programs.resvg(tmp_path / "zoo.svg", design.canvas.width, design.canvas.height)
    assert np.abs(away(shown, design, resources)).mean() <= most


@pytest.mark.slow
def test_inkscape_shows_what_we_show(tmp_path):
    svg_programs.require_inkscape()
    design, resources = zoo()
    write_svg_outlined(design, resources, tmp_path / "zoo.svg", Rasters(design, resources))
    shown = svg_programs.inkscape(tmp_path / "zoo.svg", design.canvas.width)
    assert np.abs(away(shown, design, resources)).mean() <= 1.0


def one(tmp_path, **fields) -> tuple[Design, object]:
    """A round shape alone, as a file."""
    layer = ShapeLayer(
        id="disc", role="ornament", shape="ellipse", box=Box(20.3, 10.7, 160, 160), **fields
    )
    design = Design(canvas=Canvas(width=200, height=180), layers=(layer,))
    write_svg(design, RESOURCES, tmp_path / "one.svg", Rasters(design, RESOURCES))
    return design, tmp_path / "one.svg"


def test_resvg_mixes_soft_lights_without_lightening_them(tmp_path):
    light = RadialFill(stops=ramp("#c33f17bf", "#c33f1750", "#c33f1700"))
    design, path = one(tmp_path, fill=light)
    assert abs(away(svg_programs.resvg(path, 200, 180), design, RESOURCES).mean()) < 0.05


@pytest.mark.slow
def test_inkscape_keeps_speckle_that_lets_through_sharp(tmp_path):
    svg_programs.require_inkscape()
    grain = Grain(color="#ffffff00", amount=0.6, cell=1)
    design, path = one(tmp_path, fill=SolidFill(color="#204080", grain=grain))
    assert np.abs(away(svg_programs.inkscape(path, 200), design, RESOURCES)).mean() < 1.5
