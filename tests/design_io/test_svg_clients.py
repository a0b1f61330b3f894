"""Our SVG as Chromium shows it, beside our own picture."""

import numpy as np
import pytest

from design_io.rasters import Rasters
from design_io.render import render
from design_io.svg import write_svg, write_svg_outlined
from tests import chromium
from tests.design_io.svg_zoo import zoo

pytestmark = pytest.mark.client


def on_white(pixels: np.ndarray) -> np.ndarray:
    alpha = pixels[..., 3:] / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


# The zoo has more text on less ground than any poster.
@pytest.mark.parametrize(
    ("write", "most"), [(write_svg, 1.3), (write_svg_outlined, 0.4)], ids=["live", "outlined"]
)
def test_chromium_shows_what_we_show(write, most, tmp_path):
    chromium.require()
    design, resources = zoo()
    write(design, resources, tmp_path / "zoo.svg", Rasters(design, resources))
    shown = chromium.screenshot(tmp_path / "zoo.svg", design.canvas.width, design.canvas.height)
    difference = np.abs(shown - on_white(render(design, resources)))
    assert difference.mean() <= most
