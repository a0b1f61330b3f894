"""The subject of a type image has a place of its own and stands above the title's first line."""

import pytest

from design_io.assets import AssetStore
from design_io.document import leaves
from design_io.geometry import Box
from generators.artist.icons import VIEW, ink_bounds
from generators.artist.naming import placed_in
from generators.artist.typeimage import paint
from generators.request import GenerationRequest, Region

PALETTE = {"bg": "#f7efe6", "ink": "#1a1012"}
SHEETS = {
    "portrait": (1080, 1350, Box(63, 120, 954, 480), Box(63, 634, 954, 300)),
    "landscape": (1640, 856, Box(1000, 80, 560, 600), Box(50, 80, 900, 280)),
}


def drawn(sheet: str, name: str) -> tuple[str, Box]:
    """The slot of the subject, and what its ink covers."""
    width, height, zone, line = SHEETS[sheet]
    regions = (Region(box=zone, kind="object"), Region(box=line, kind="text"))
    request = GenerationRequest(
        width=width, height=height, regions=regions, palette=PALETTE, system="typeimage",
        subjects=(name,), seed=3,
    )  # fmt: skip
    (painted,) = paint(request, AssetStore())
    ink, view = ink_bounds(name), next(iter(leaves(painted.layer))).box
    scale = view.width / VIEW
    return painted.slot, Box(
        view.x + ink.x * scale, view.y + ink.y * scale, ink.width * scale, ink.height * scale
    )


def test_a_place_has_an_edge_that_no_letter_cuts():
    _, _, zone, line = SHEETS["portrait"]
    _, box = drawn("portrait", placed_in("tent", "lake-place"))
    assert box.bottom < zone.bottom and not box.intersection(line).area


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ("top-hat", "airplane", "ship", "key"))
def test_the_subject_is_seen_whole_and_hides_no_type(sheet, name):
    _, _, zone, line = SHEETS[sheet]
    slot, box = drawn(sheet, name)
    assert slot == "front"
    left = line.right if line.right < zone.x else zone.x
    assert box.y >= zone.y - 1 and box.x >= left - 1 and box.right <= zone.right + 1
    assert not box.intersection(line).area
    assert max(box.width / zone.width, box.height / zone.height) > 0.75
