"""GIMP and Krita show our files as we do."""

import numpy as np
import pytest

from design_io.document import Canvas, Design, ImageLayer
from design_io.geometry import Box
from design_io.ora import write_ora
from design_io.psd import write_psd
from tests import paint_programs
from tests.design_io.layered_poster import poster, rasters
from tests.design_io.letters import RESOURCES
from tests.paint_programs import Shown, difference

pytestmark = [pytest.mark.client, pytest.mark.slow]

TREE = [
    Shown(0, "Brève"), Shown(0, "title"), Shown(0, "ornament"), Shown(0, "picture"),
    Shown(0, "Kunst €"), Shown(1, "ornament"), Shown(2, "ornament"), Shown(1, "picture"),
    Shown(1, "ornament"), Shown(0, "背景"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def programs():
    paint_programs.require()


@pytest.fixture(scope="module")
def psd(tmp_path_factory):
    path = tmp_path_factory.mktemp("clients") / "poster.psd"
    write_psd(poster(), RESOURCES, path, rasters())
    return path


@pytest.fixture(scope="module")
def ora(tmp_path_factory):
    path = tmp_path_factory.mktemp("clients") / "poster.ora"
    write_ora(poster(), RESOURCES, path, rasters())
    return path


def test_a_psd_looks_the_same_in_gimp(psd):
    mean, most = difference(paint_programs.gimp(psd), rasters().flat)
    assert mean <= 0.3 and most <= 4


def test_a_psd_looks_the_same_in_krita(tmp_path):
    """But for the opacity of groups, which Krita 5.1 reads from OpenRaster and not from PSD."""
    solid = [
        layer.evolve(opacity=1.0) if layer.kind == "group" else layer for layer in poster().layers
    ]
    design = poster().evolve(layers=tuple(solid))
    write_psd(design, RESOURCES, tmp_path / "p.psd", rasters(design))
    mean, most = difference(paint_programs.krita(tmp_path / "p.psd"), rasters(design).flat)
    assert mean <= 0.3 and most <= 4


def test_an_openraster_file_looks_the_same_in_krita(ora):
    mean, most = difference(paint_programs.krita(ora), rasters().flat)
    assert mean <= 0.3 and most <= 4


def test_gimp_shows_the_psds_names_and_groups(psd):
    """It numbers a name that it has seen before."""
    shown = [Shown(depth, name.split(" #")[0]) for depth, name in paint_programs.gimp_layers(psd)]
    assert shown == TREE


@pytest.mark.parametrize("file", ["psd", "ora"])
def test_krita_shows_the_names_and_groups(file, request):
    assert paint_programs.krita_layers(request.getfixturevalue(file)) == TREE


@pytest.mark.parametrize("write", [write_psd, write_ora])
def test_krita_shows_exclusion(write, tmp_path):
    design = exclusion()
    write(design, RESOURCES, tmp_path / "p", rasters(design))
    path = (tmp_path / "p").rename(tmp_path / f"p.{write.__name__[-3:]}")
    assert difference(paint_programs.krita(path), rasters(design).flat)[0] <= 0.6


def exclusion() -> Design:
    """Two pictures of noise, the upper one in the mode that OpenRaster lacks."""
    random = np.random.default_rng(5)
    layers = []
    for name, mode in (("below", "normal"), ("above", "exclusion")):
        pixels = random.integers(0, 256, (40, 60, 4), np.uint8)
        pixels[..., 3] = 255
        asset = RESOURCES.assets.put_pixels(pixels)
        layers.append(
            ImageLayer(
                id=name, role="picture", box=Box(0, 0, 60, 40), asset=asset, blend_mode=mode
            )  # fmt: skip
        )
    return Design(canvas=Canvas(width=60, height=40), layers=tuple(layers))
