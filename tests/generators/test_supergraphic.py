import pytest

from design_io.assets import AssetStore
from design_io.document import leaves
from design_io.fonts import FontLibrary
from design_io.render import render
from design_io.resources import Resources
from tests.generators.test_artist import SHEETS, painted_design, request_for


def painted(sheet: str, seed: int):
    assets = AssetStore()
    request = request_for("supergraphic", sheet, subjects=(), seed=seed)
    return request, painted_design(request, assets), Resources(assets, FontLibrary.bundled())


@pytest.mark.parametrize("sheet", SHEETS)
def test_the_disc_lies_whole_within_the_sheet(sheet):
    for seed in range(12):
        _, design, _ = painted(sheet, seed)
        disc = design.layer("dot-disc")
        assert design.canvas.box.contains(disc.box), seed


@pytest.mark.parametrize("sheet", ("portrait", "square", "landscape", "banner"))
def test_no_stripe_leaves_the_art_zone_towards_the_copy(sheet):
    for seed in range(8):
        request, design, resources = painted(sheet, seed)
        zone = request.boxes("object")[0]
        alpha = render(design, resources, scale=0.25)[..., 3]
        above, left = int(zone.y / 4) - 1, int(zone.x / 4) - 1
        beside = zone.x > 0.3 * request.width
        assert not (alpha[:, :left] if beside else alpha[:above]).any(), seed
        assert (alpha > 0).mean() > 0.08, seed


def test_seeds_draw_different_runs():
    paths = set()
    for seed in range(10):
        _, design, _ = painted("portrait", seed)
        paths |= {layer.path for layer in leaves(design) if layer.id == "stripe-1"}
    assert len(paths) >= 6


def test_the_disc_does_not_touch_the_stripes():
    for seed in range(12):
        _, design, resources = painted("portrait", seed)
        disc = design.layer("dot-disc").box
        shown = render(design, resources, crop=disc.pad(2), hide=frozenset({"dot-disc"}))
        height, width = shown.shape[:2]
        assert not shown[height // 2 - 2 : height // 2 + 2, width // 2 - 2 : width // 2 + 2].any()
        assert not shown[:, width // 2, 3].any(), seed
