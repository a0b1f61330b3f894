import pytest

from design_io.assets import AssetStore
from design_io.geometry import Box
from generators.artist import Artist
from generators.artist.copy_zones import foot_top, head_bottom, is_beside, right_edge
from generators.request import GenerationRequest, Region
from tests.generators.test_artist import request_for


def request_with(art: Box, *copy: tuple[str, str, Box]) -> GenerationRequest:
    regions = [Region(box=art, kind="object")]
    regions += [Region(box=box, kind=kind, caption=caption) for kind, caption, box in copy]
    return GenerationRequest(width=1000, height=1200, regions=tuple(regions))


TITLE = ("text", "Jazz Night", Box(50, 60, 600, 100))
SUBTITLE = ("calm", "subtitle", Box(50, 180, 300, 30))
LABEL = ("calm", "kicker", Box(50, 1000, 80, 14))
DATE = ("calm", "date", Box(50, 1030, 200, 30))


def test_the_head_ends_with_the_subtitle_and_the_foot_begins_with_the_first_label():
    request = request_with(Box(50, 250, 900, 700), TITLE, SUBTITLE, LABEL, DATE)
    assert (head_bottom(request), foot_top(request), is_beside(request)) == (210, 1000, False)


def test_a_kicker_above_the_title_belongs_to_the_head():
    kicker = ("calm", "kicker", Box(50, 20, 80, 14))
    assert foot_top(request_with(Box(50, 250, 900, 700), TITLE, kicker)) is None


def test_the_stub_of_a_ticket_is_neither_head_nor_foot():
    stub = ("calm", "price", Box(800, 40, 150, 60))
    request = request_with(Box(400, 0, 350, 1200), TITLE, stub)
    assert (foot_top(request), right_edge(request), is_beside(request)) == (None, 750, True)


def test_art_runs_to_the_edge_of_the_sheet_when_nothing_stands_there():
    assert right_edge(request_with(Box(400, 0, 550, 1200), TITLE, DATE)) == 1000


@pytest.mark.parametrize("system", ("swiss", "dotmatrix", "bauhaus"))
def test_the_subject_beside_a_stub_is_not_hidden_by_it(system):
    stub = Region(box=Box(1480, 100, 300, 120), kind="calm", caption="price")
    request = request_for(system, "landscape").evolve(
        width=1950, height=827,
        regions=(Region(box=Box(860, 0, 560, 827), kind="object"), stub),
    )  # fmt: skip
    hero = [p.layer for p in Artist().paint(request, AssetStore()) if p.layer.role == "hero"]
    boxes = [layer.box for group in hero for layer in group.layers if layer.role == "hero"]
    assert boxes and max(box.right for box in boxes) <= 1425
