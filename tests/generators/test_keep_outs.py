"""Art stays off the copy, and every icon of the set draws something where it is put."""

import random

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from generators.artist.coats import Pose, coats, icon_stack
from generators.artist.icons import Ramp, icon_layers, icon_names, ink_bounds, is_flattened
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS

FONTS = FontLibrary.bundled()
SHEETS = {"post": (1080, 1350), "story": (1080, 1920), "cover": (1640, 924), "strip": (1600, 400)}
RAMP = Ramp("#101418", "#3f5be8", "#fffaf0", "#e8503f")


def crowded(system: str, sheet: str, seed: int) -> GenerationRequest:
    """Copy in any four places of the sheet, some of it at its edges."""
    (width, height), chance = SHEETS[sheet], random.Random(f"{sheet}/{seed}")
    copy = []
    for n in range(4):
        w, h = width * chance.uniform(0.15, 0.5), height * chance.uniform(0.04, 0.2)
        box = Box(chance.uniform(0, width - w), chance.uniform(0, height - h), w, h)
        copy.append(Region(box=box, kind="calm" if n else "text", caption="date" if n else "Fair"))
    art = Region(box=Box(0.1 * width, 0.4 * height, 0.8 * width, 0.3 * height), kind="object")
    return GenerationRequest(
        width=width, height=height, regions=(art, *copy), system=system, seed=seed,
        subjects=("tulip",), palette=palette_for(SYSTEMS[system], "#608842", seed=seed),
    )  # fmt: skip


def pixels_of(canvas: Canvas, layers, assets: AssetStore, scale: float) -> np.ndarray:
    design = Design(canvas=canvas, layers=tuple(layers))
    return render(design, Resources(assets, FONTS), scale=scale)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("system", ("botanical", "scatter"))
@pytest.mark.sampled(every=4)
def test_copy_anywhere_stays_free_of_art(system, sheet, seed):
    request, assets = crowded(system, sheet, seed), AssetStore()
    painted = [p.layer for p in Artist().paint(request, assets) if p.layer.role != "frame"]
    canvas = Canvas(width=request.width, height=request.height)
    alpha = pixels_of(canvas, painted, assets, 0.25)[..., 3]
    assert alpha.any()
    for region in request.regions[1:]:
        x, y, width, height = (round(value / 4) for value in region.box)
        assert not alpha[y : y + height, x : x + width].any(), region.box


@pytest.mark.parametrize("every", [6, pytest.param(1, marks=pytest.mark.slow)])
def test_every_icon_draws_within_its_box_and_nowhere_else(every):
    assets, box = AssetStore(), Box(16, 16, 64, 64)
    for name in icon_names()[::every]:
        layers = icon_layers(name, box, assets, "icon")
        alpha = pixels_of(Canvas(width=96, height=96), layers, assets, 0.5)[..., 3]
        inside = alpha[8:40, 8:40]
        assert (inside > 0).mean() > 0.04, name
        assert (alpha > 128).sum() == (inside > 128).sum(), name


@pytest.mark.parametrize("every", [20, pytest.param(1, marks=pytest.mark.slow)])
def test_every_icon_has_few_coats_of_colour(every):
    for name in icon_names()[::every]:
        laid = coats([icon_stack(name, Pose((50, 50), 80), RAMP)])
        assert 1 <= len(laid) <= (54 if is_flattened(name) else 40), name  # groups of people
        assert ink_bounds(name).width > 0 and all(coat.data for coat in laid), name
