import pytest

from design_io.assets import AssetStore
from design_io.color import contrast
from design_io.document import leaves
from tests.generators.test_artist import painted_design, request_for


def parts_of(request):
    return {layer.id: layer for layer in leaves(painted_design(request, AssetStore()))}


@pytest.mark.parametrize("sheet", ("portrait", "story", "square", "landscape", "banner"))
def test_the_orb_lies_inside_the_art_zone(sheet):
    request = request_for("aurora", sheet)
    assert request.boxes("object")[0].contains(parts_of(request)["orb"].box, 1)


@pytest.mark.parametrize("seed", range(8))
def test_the_lightest_part_of_the_subject_stands_out_from_the_orb(seed):
    parts = parts_of(request_for("aurora", "portrait", subjects=("robot",), seed=seed))
    tints = [layer.fill.color for name, layer in parts.items() if name.startswith("subject-")]
    darkest = [stop.color for stop in parts["orb"].fill.stops]
    assert max(min(contrast(tint, ground) for ground in darkest) for tint in tints) >= 2.4


def test_a_slit_of_a_zone_gets_lights_but_no_orb():
    request = request_for("aurora", "portrait")
    region = request.regions[0]
    slit = region.evolve(box=region.box._replace(height=20))
    parts = parts_of(request.evolve(regions=(slit,)))
    assert "light-1" in parts and "orb" not in parts


def test_without_a_subject_the_orb_holds_discs():
    parts = parts_of(request_for("aurora", "portrait", subjects=()))
    assert parts["subject-1"].name == "Disc"
