"""Art that covers the whole sheet stays calm under the copy and readable in every palette."""

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.color import hex_to_rgb, luminance
from design_io.document import Canvas, Design, ShapeLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS

# system -> the palette role its foot is set in; the head is set in ink
FOOT_ROLES = {"aurora": "soft", "papercut": "fg"}
SHEETS = {
    "tall": (1080, 1350, Box(78, 400, 924, 600), Box(78, 90, 800, 250), Box(78, 1060, 924, 220)),
    "crowded": (1080, 1350, Box(78, 700, 924, 1), Box(78, 90, 800, 600), Box(78, 710, 900, 600)),
    "landscape": (1280, 720, Box(650, 0, 630, 720), Box(52, 60, 560, 250), Box(52, 500, 560, 160)),
    "tight": (1600, 600, Box(760, 0, 840, 600), Box(40, 40, 680, 280), Box(40, 350, 680, 210)),
}  # fmt: skip
COLORS = ((), ("#d8352a",), ("#f2c14e", "#1d4e9e"), ("#101820",))


def sheet_of(system: str, sheet: str, colors=(), seed=1, subject="camping"):
    width, height, art, head, foot = SHEETS[sheet]
    regions = (
        Region(box=art, kind="object"), Region(box=head, kind="text"),
        Region(box=foot, kind="calm", caption="date"),
    )  # fmt: skip
    request = GenerationRequest(
        width=width, height=height, regions=regions, system=system, seed=seed,
        subjects=(subject,), palette=palette_for(SYSTEMS[system], "#608842", colors, (), seed),
    )  # fmt: skip
    return request, head, foot


def pixels_of(request: GenerationRequest) -> np.ndarray:
    assets = AssetStore()
    canvas = Canvas(width=request.width, height=request.height)
    ground = ShapeLayer(
        id="ground", role="background", box=canvas.box,
        fill=SolidFill(color=request.palette["bg"]),
    )  # fmt: skip
    layers = (ground, *(p.layer for p in Artist().paint(request, assets)))
    design = Design(canvas=canvas, layers=layers)
    return render(design, Resources(assets, FontLibrary.bundled()), scale=0.5)


def contrast_under(pixels: np.ndarray, box: Box, color: str) -> float:
    x, y, w, h = (int(v / 2) for v in box)
    value = pixels[y : y + h, x : x + w, :3].reshape(-1, 3) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    ground, text = linear @ np.array([0.2126, 0.7152, 0.0722]), luminance(color)
    ratios = (np.maximum(ground, text) + 0.05) / (np.minimum(ground, text) + 0.05)
    return float(np.percentile(ratios, 10))


@pytest.mark.parametrize("colors", COLORS)
@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("system", FOOT_ROLES)
@pytest.mark.sampled(every=4)
def test_copy_is_readable_on_the_art(system, sheet, colors):
    for seed, subject in ((1, "camping"), (2, "camping"), (3, "teapot")):
        request, head, foot = sheet_of(system, sheet, colors, seed, subject)
        pixels, palette = pixels_of(request), request.palette
        assert contrast_under(pixels, head, palette["ink"]) >= 4.5
        assert contrast_under(pixels, foot, palette[FOOT_ROLES[system]]) >= 4.5


@pytest.mark.parametrize("subject", ("camping", "teapot"))
@pytest.mark.parametrize("sheet", ("tall", "landscape"))
def test_the_subject_stands_clear_of_the_head(sheet, subject):
    request, head, _ = sheet_of("papercut", sheet, subject=subject)
    painted = Artist().paint(request, AssetStore())
    subject = next(p.layer for p in painted if p.layer.role == "hero")
    for part in subject.layers:
        assert not part.box.intersection(head).area


def test_without_a_subject_the_hills_stand_alone():
    request, _, _ = sheet_of("papercut", "tall")
    painted = Artist().paint(request.evolve(subjects=()), AssetStore())
    assert [p.layer.name for p in painted] == ["Sky", "Ridges", "Hills", "Front hill"]


def test_the_foot_stands_on_the_users_colour():
    request, _, foot = sheet_of("papercut", "tall", ("#1d4e9e",))
    x, y, w, h = (int(v / 2) for v in foot)
    median = np.median(pixels_of(request)[y : y + h, x : x + w, :3], axis=(0, 1))
    assert np.abs(median - hex_to_rgb("#1d4e9e")).max() < 20
