"""Grids of tiles stay in the zone that copy leaves them."""

from design_io.geometry import Box
from generators.artist import pattern
from generators.artist.tiles import wide_grid
from generators.request import GenerationRequest, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS


def test_a_strip_beside_the_copy_of_a_ticket_is_filled_and_not_left():
    art = Box(752, 0, 328, 788)
    copy = Region(box=Box(78, 121, 638, 257), kind="text")
    request = GenerationRequest(
        width=1080, height=1080, regions=(Region(box=art, kind="object"), copy), palette={},
        system="bauhaus", seed=1,
    )  # fmt: skip
    grid = wide_grid(request, art)
    assert grid.box.x >= art.x - 0.1 and grid.columns == 2
    assert art.bottom - 0.1 <= grid.box.bottom <= request.height


def test_food_keeps_its_colours_on_tiles_rather_than_its_company():
    request = GenerationRequest(
        width=800, height=1000, seed=3, system="pattern",
        regions=(Region(box=Box(0, 300, 800, 700), kind="object"),),
        subjects=("pancakes", "blueberries", "maple-syrup", "coffee-beans"),
        palette=palette_for(SYSTEMS["pattern"], "#f9c23c", (), (), 3),
    )  # fmt: skip
    grid = wide_grid(request, Box(0, 300, 800, 700))
    assert "pancakes" in pattern._laid(request, grid, frozenset(), None)[0].natural
