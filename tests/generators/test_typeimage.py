"""The subject of a type image has a place of its own and stands on the title's first line."""

import pytest

from design_io.assets import AssetStore
from design_io.geometry import Box
from generators.artist.icons import VIEW, ink_bounds
from generators.artist.typeimage import paint
from generators.request import GenerationRequest, Region

PALETTE = {"bg": "#f7efe6", "ink": "#1a1012"}
SHEETS = {
    "portrait": (1080, 1350, Box(63, 120, 954, 480), Box(63, 634, 954, 300)),
    "landscape": (1640, 856, Box(1000, 80, 560, 600), Box(50, 80, 900, 280)),
}


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ("top-hat", "airplane", "ship", "key"))
def test_the_subject_is_seen_whole_and_hides_a_sliver_of_type_at_most(sheet, name):
    width, height, zone, line = SHEETS[sheet]
    regions = (Region(box=zone, kind="object"), Region(box=line, kind="text"))
    request = GenerationRequest(
        width=width, height=height, regions=regions, palette=PALETTE, system="typeimage",
        subjects=(name,), seed=3,
    )  # fmt: skip
    (painted,) = paint(request, AssetStore())
    ink, view = ink_bounds(name), painted.layer.layers[0].box
    scale = view.width / VIEW
    drawn = Box(
        view.x + ink.x * scale, view.y + ink.y * scale, ink.width * scale, ink.height * scale
    )
    assert painted.slot == "front"
    left = line.right if line.right < zone.x else zone.x
    assert drawn.y >= zone.y - 1 and drawn.x >= left - 1 and drawn.right <= zone.right + 1
    assert drawn.intersection(line).area <= 0.1 * line.area
    assert max(drawn.width / zone.width, drawn.height / zone.height) > 0.75
