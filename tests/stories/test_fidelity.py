"""The posters of every visual system look the same in the programs that open our files."""

import asyncio

import numpy as np
import pytest
from psd_tools import PSDImage

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.document import leaves, walk
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.psd import write_psd
from design_io.psd_text import SOFT_RETURN
from design_io.rasters import Rasters
from design_io.resources import Resources
from design_io.svg import write_svg, write_svg_outlined
from generators.artist import Artist
from layout.systems import SYSTEMS
from tests import chromium, paint_programs
from tests.paint_programs import difference

REQUEST = (
    "A camping festival poster: 'Tents & Tales', Saturday 5 June 2027, 10 am - 6 pm, at the Mill "
    "Park, tickets $25, www.tents.example"
)


@pytest.fixture(scope="module", params=[s.name for s in SYSTEMS.values() if not s.needs_picture])
def poster(request):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    outcome = asyncio.run(
        design_poster(
            REQUEST, resources=resources, generator=Artist(), system=request.param, size="1080x1350"
        )
    )
    assert outcome.findings == ()
    return outcome.design, resources, Rasters(outcome.design, resources)


@pytest.mark.client
@pytest.mark.slow
@pytest.mark.parametrize("program", ["gimp", "krita"])
def test_a_posters_psd_looks_the_same(program, poster, tmp_path):
    paint_programs.require()
    write_psd(*poster[:2], tmp_path / "poster.psd", poster[2])
    mean, _ = difference(getattr(paint_programs, program)(tmp_path / "poster.psd"), poster[2].flat)
    assert mean <= 0.3


@pytest.mark.client
@pytest.mark.slow
@pytest.mark.parametrize(("write", "most"), [(write_svg, 1.3), (write_svg_outlined, 1.0)])
def test_a_posters_svg_looks_the_same_in_chromium(write, most, poster, tmp_path):
    chromium.require()
    design, resources, rasters = poster
    write(design, resources, tmp_path / "poster.svg", rasters)
    shown = chromium.screenshot(tmp_path / "poster.svg", design.canvas.width, design.canvas.height)
    assert np.abs(shown - over_white(rasters.flat).astype(float)).mean() <= most


@pytest.mark.sampled("swiss", "retro", "typeimage")
def test_a_posters_psd_keeps_names_groups_and_words(poster, tmp_path):
    design, resources, rasters = poster
    write_psd(design, resources, tmp_path / "poster.psd", rasters)
    psd = PSDImage.open(tmp_path / "poster.psd")
    assert [layer.name for layer in psd] == [layer.label for layer in design.layers]
    ours = [layer.text.casefold() for layer in leaves(design) if layer.kind == "text"]
    theirs = [x.text.casefold() for x in psd.descendants() if x.kind == "type"]  # as it is set
    assert [text.replace(SOFT_RETURN, " ") for text in theirs] == ours
    assert len(list(psd.descendants())) == len(list(walk(design)))
