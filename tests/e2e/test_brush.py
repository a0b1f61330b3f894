"""Crops, masks and the brush, in a real Chromium: what shows, and what is painted anew."""

import numpy as np
import pytest

from design_io.document import Canvas, Design, ImageLayer, ShapeLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.render import render
from generators.artist import Artist
from tests.e2e.hands import Hand
from tests.slow_painter import SlowPainter

pytestmark = [pytest.mark.slow, pytest.mark.client]


@pytest.fixture
def photo(tab, studio):
    """A picture, half red and half blue, under a small shape."""
    pixels = np.full((400, 400, 4), 255, np.uint8)
    pixels[:, :200, :3], pixels[:, 200:, :3] = (220, 40, 40), (40, 60, 220)
    asset = studio.desk.home.resources.assets.put_pixels(pixels)
    star = ShapeLayer(id="star", name="Star", role="ornament", shape="ellipse",
                      box=Box(300, 300, 200, 100), fill=SolidFill(color="#ffcc00"))  # fmt: skip
    design = Design(title="Photo", canvas=Canvas(width=800, height=800), layers=(
        ImageLayer(id="photo", name="Photo", role="picture", box=Box(200, 200, 400, 400),
                   asset=asset),
        star,
    ))  # fmt: skip
    doc = studio.desk.home.store.create(design).design_id
    tab.goto(f"{studio.address}/studio/d/{doc}")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    hand = Hand(tab, studio.desk.home.store, doc)
    hand.select("photo")
    yield hand
    studio.desk.painter = Artist()


def seen(hand, studio):
    """RGBA of the design on nothing."""
    return render(hand.design, studio.desk.home.resources)


def test_a_picture_is_zoomed_in_its_frame_about_the_pointer(photo, studio):
    photo.press("Enter")
    photo.until("editor.root.querySelector('.cropping')")
    photo.page.mouse.move(*photo.spot(201, 400))
    photo.page.mouse.wheel(0, -300)
    with photo.step():
        photo.page.get_by_role("button", name="Crop", exact=True).last.click()
    layer = photo.layer("photo")
    assert layer.zoom > 1.5 and layer.focus.x < 0.4 and layer.box == Box(200, 200, 400, 400)
    assert seen(photo, studio)[250, 420, 0] > 200  # red, where blue began before


def test_a_shape_above_becomes_a_mask_that_moves_along_and_is_switched_off(photo, studio):
    with photo.step():
        photo.page.get_by_role("button", name="Mask with Star, which lies above").click()
    assert photo.names() == ["Photo"] and photo.layer("photo").mask.box == Box(300, 300, 200, 100)
    assert seen(photo, studio)[250, 250, 3] == 0 and seen(photo, studio)[350, 400, 3] == 255
    photo.select("photo")
    with photo.step():
        photo.press("ArrowRight")
    assert photo.layer("photo").mask.box.x == 301
    with photo.step():
        photo.page.get_by_role("button", name="The mask is on").click()
    assert seen(photo, studio)[250, 250, 3] == 255


def test_a_mask_is_painted_stroke_by_stroke_and_each_is_undone(photo, studio):
    photo.page.get_by_role("button", name="Paint the mask").click()
    with photo.step():
        photo.drag((230, 400), (140, 0))
    hidden = seen(photo, studio)[..., 3]
    assert hidden[400, 300] < 20 and hidden[400, 550] == 255 and hidden[250, 300] == 255
    photo.press("x")
    with photo.step():
        photo.drag((270, 400), (60, 0))
    assert seen(photo, studio)[400, 300, 3] > 230
    with photo.step():
        photo.press("Control+z")
    assert seen(photo, studio)[400, 300, 3] < 20
    photo.press("Escape")
    assert photo.get("editor.tool") == "select"


def test_a_part_is_brushed_over_painted_looked_at_and_kept(photo, studio):
    studio.desk.painter = SlowPainter(seconds=0.2)
    before = seen(photo, studio)
    photo.press("Shift+B")
    photo.press("]", "[", "[")
    photo.drag((260, 300), (60, 0))
    photo.page.get_by_label("What shall be here").fill("a lantern")
    photo.press("Enter")
    photo.page.get_by_role("button", name="Keep it").wait_for()
    assert photo.revision == 0  # it is only shown
    shown = photo.get("editor.store.state.previews.get('photo').layer.asset")
    with photo.step():
        photo.press("Enter")
    layer, after = photo.layer("photo"), seen(photo, studio)
    assert layer.asset == shown and layer.source.retouches[-1].prompt == "a lantern"
    changed = np.abs(after.astype(int) - before).max(axis=2) > 8
    assert changed[290:310, 270:310].all() and not changed[:, 450:].any()


def test_a_painter_that_cannot_edit_says_so_and_shows_ways_out(photo):
    photo.press("Shift+B")
    photo.page.get_by_text("cannot paint over a part of a picture").wait_for()
    photo.page.get_by_role("button", name="Hide it", exact=True).click()
    photo.page.get_by_role("group", name="Paint the mask").wait_for()
    assert photo.get("editor.stage.querySelectorAll('.stagebar.retouch, .brushing').length") == 1
    assert photo.revision == 0
