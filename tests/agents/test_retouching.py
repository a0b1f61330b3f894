"""A part of a picture painted anew: inside the mask alone, wherever and however the layer lies."""

import numpy as np
import pytest

from agents.retouching import GONE, part_of, retouched, softened
from design_io.assets import AssetStore
from design_io.commands import apply
from design_io.document import Canvas, Design, GroupLayer, ImageLayer, Mask, Source, TextLayer
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import Abilities, GenerationError, Painted
from tests.pictures import landscape

CANVAS = Canvas(width=300, height=200)


class Flat:
    """Paints all of what it is shown in one colour, however little the mask allows."""

    name, licence, abilities = "flat", "test", Abilities(edits=True)

    def __init__(self):
        self.asked = []

    def paint(self, request, assets, cancelled=lambda: False):
        self.asked.append(request)
        if cancelled():
            raise GenerationError("the picture was stopped")
        pixels = np.full((request.height, request.width, 4), (255, 0, 255, 255), np.uint8)
        box = Box(0, 0, request.width, request.height)
        source = Source(generator="flat 1", prompt=request.prompt, licence="test")
        layer = ImageLayer(
            id="p", role="background", box=box, asset=assets.put_pixels(pixels), source=source
        )
        return (Painted(layer=layer),)


@pytest.fixture
def resources():
    return Resources(AssetStore(), FontLibrary.bundled())


def design_with(resources, pixels=None, **more):
    asset = resources.assets.put_pixels(landscape(600, 400) if pixels is None else pixels)
    photo = ImageLayer(
        id="photo", role="picture", asset=asset, **({"box": Box(40, 20, 200, 150)} | more)
    )
    words = TextLayer(id="words", role="title", box=Box(0, 0, 90, 20), text="Hello")
    return Design(canvas=CANVAS, layers=(photo, words))


def done(design, resources, mask, prompt="a door", painter=None, **more):
    painter = painter or Flat()
    return apply(design, retouched(design, "photo", mask, prompt, painter, resources, **more))


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"flip_x": True, "flip_y": True},
        {"rotation": 30.0},
        {"fit": "contain", "box": Box(60, 10, 150, 180)},
        {"rotation": -75.0, "flip_x": True, "focus": (0.1, 0.9), "box": Box(90, 10, 100, 180)},
    ],
    ids=["plain", "flipped", "turned", "contained", "all"],
)
def test_what_changes_on_the_sheet_lies_under_the_mask(resources, more):
    design = design_with(resources, **more)
    mask = Box(120, 75, 40, 40)
    before = render(design, resources).astype(int)
    after = render(done(design, resources, mask), resources).astype(int)
    changed = np.abs(after - before).max(axis=2) > 6
    rows, columns = np.nonzero(changed)
    assert columns.min() >= 118 and columns.max() <= 162
    assert rows.min() >= 73 and rows.max() <= 117
    assert changed[78:112, 123:157].mean() > 0.98


def test_outside_the_mask_the_picture_and_all_else_keep_their_bytes(resources):
    design = design_with(resources)
    after = done(design, resources, Box(100, 60, 30, 30))
    was, now = (resources.assets.pixels(d.layer("photo").asset) for d in (design, after))
    same = (was == now).all(axis=2)
    assert 0 < (~same).mean() < 0.06
    assert (now[..., 3] == was[..., 3]).all()
    assert after.layer("words") == design.layer("words")
    assert after.layer("photo").box == design.layer("photo").box


def test_the_painter_is_shown_the_surroundings_and_what_it_did_is_written_down(resources):
    painter = Flat()
    after = done(design_with(resources), resources, Box(100, 60, 30, 30), painter=painter, seed=7)
    (request,) = painter.asked
    assert request.prompt == "a door" and request.references[0].role == "edit"
    assert resources.assets.pixels(request.mask).shape == (request.height, request.width, 4)
    assert 256 <= request.width < 600
    (retouch,) = after.layer("photo").source.retouches
    assert (retouch.generator, retouch.prompt, retouch.seed) == ("flat 1", "a door", 7)
    assert after.layer("photo").source.generator == ""  # the photograph is still the user's own


def test_no_words_take_away_what_is_there(resources):
    painter = Flat()
    done(design_with(resources), resources, Box(100, 60, 30, 30), " ", painter)
    assert painter.asked[0].prompt == GONE


def test_a_brushed_mask_is_read_by_its_light_over_its_box(resources):
    brush = np.zeros((20, 20, 4), np.uint8)
    brush[..., 3] = 255
    brush[:, :10, :3] = 255
    mask = Mask(box=Box(100, 60, 60, 60), asset=resources.assets.put_pixels(brush))
    design = design_with(resources)
    before, after = (
        render(d, resources).astype(int) for d in (design, done(design, resources, mask))
    )
    columns = np.nonzero(np.abs(after - before).max(axis=(0, 2)) > 6)[0]
    assert columns.min() >= 98 and columns.max() <= 133


def test_edges_are_softened_inwards_and_thin_strokes_are_kept():
    mask = np.zeros((80, 80), np.float32)
    mask[20:60, 20:60] = 1
    soft = softened(mask, 6)
    assert soft[mask == 0].max() == 0 and soft[40, 40] == 1 and 0 < soft[22, 40] < 1
    mask[:] = 0
    mask[40:42] = 1
    assert softened(mask, 6).sum() >= 0.6 * mask.sum()


def test_a_small_part_of_a_large_picture_is_shown_alone():
    mask = np.zeros((3000, 4000), np.float32)
    mask[10:60, 3900:3990] = 1
    part = part_of(mask)
    assert (part.top, part.right) == (0, 4000) and part.alpha.shape == (256, 256)


@pytest.mark.parametrize(
    ("name", "mask", "painter", "told"),
    [
        ("photo", Box(120, 75, 40, 40), Artist(), "artist cannot change a part.*flux2-klein"),
        ("photo", Box(250, 180, 40, 10), Flat(), "nothing of 'picture' lies under the mask"),
        ("words", Box(120, 75, 40, 40), Flat(), "'title' is live text"),
        ("art", Box(120, 75, 40, 40), Flat(), "'hero' is a drawing"),
        ("kept", Box(120, 75, 40, 40), Flat(), "'picture' is locked"),
    ],
)
def test_what_cannot_be_is_said(resources, name, mask, painter, told):
    design = design_with(resources)
    kept = design.layer("photo").evolve(id="kept", locked=True)
    art = GroupLayer(id="art", role="hero")
    design = design.evolve(layers=(*design.layers, kept, art))
    with pytest.raises(DesignError, match=told):
        retouched(design, name, mask, "a door", painter, resources)


def test_stopping_leaves_everything_as_it_was(resources):
    with pytest.raises(GenerationError, match="stopped"):
        done(design_with(resources), resources, Box(120, 75, 40, 40), cancelled=lambda: True)
