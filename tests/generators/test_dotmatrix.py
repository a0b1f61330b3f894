import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.document import leaves
from generators.artist.tones import icon_tones
from tests.generators.test_artist import painted_design, request_for


@pytest.mark.parametrize("icon", ("red-heart", "laptop", "house", "robot", "crescent-moon"))
def test_flat_drawings_have_light_and_shade_inside(icon):
    tone, coverage = icon_tones(icon, 40, 40)
    inside = tone[coverage > 0.9]
    assert inside.size > 100 and np.std(inside) > 0.08


def test_light_comes_from_the_upper_left():
    tone, coverage = icon_tones("blue-circle", 40, 40)
    shown = np.where(coverage > 0.5, tone, 0)
    assert shown[:20, :20].sum() > 1.1 * shown[20:, 20:].sum()


@pytest.mark.parametrize("seed", range(6))
def test_every_lit_dot_stands_out_from_the_wall(seed):
    request = request_for("dotmatrix", "portrait", seed=seed)
    for layer in leaves(painted_design(request, AssetStore())):
        if layer.role == "hero":
            assert contrast(layer.fill.color, request.palette["bg"]) >= 3


@pytest.mark.parametrize("sheet", ("portrait", "landscape", "banner"))
def test_the_wall_lies_inside_the_sheet(sheet):
    request = request_for("dotmatrix", sheet)
    design = painted_design(request, AssetStore())
    assert all(design.canvas.box.contains(layer.box, 0.01) for layer in leaves(design))
