"""The scene in a real Chromium: what swaps, what stays, and what a zoom fetches."""

import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ShapeLayer, TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import Blur, SolidFill
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from tests import chromium, stage
from tests.design_io.svg_zoo import zoo

pytestmark = [pytest.mark.slow, pytest.mark.client]
EDITOR = 'document.querySelector("plakat-editor")'
INK = SolidFill(color="#203040")


@pytest.fixture(scope="module")
def shown():
    chromium.require()
    with stage.browser() as handle:
        yield handle


@pytest.fixture
def seen(shown):
    """A page with a soft disc, a title and a group, and the design behind it."""
    ground = ShapeLayer(
        id="ground", role="background", box=Box(0, 0, 600, 800), fill=SolidFill(color="#f4efe6")
    )
    soft = ShapeLayer(
        id="soft", role="ornament", shape="ellipse", box=Box(100, 300, 200, 200), fill=INK,
        effects=(Blur(radius=4),),
    )  # fmt: skip
    title = TextLayer(id="title", role="title", text="Jazz", box=Box(60, 60, 400, 80))
    dot = ShapeLayer(id="dot", role="ornament", box=Box(400, 500, 60, 60), fill=INK)
    group = GroupLayer(id="group", role="ornament", layers=(dot,))
    design = Design(canvas=Canvas(width=600, height=800), layers=(ground, soft, title, group))
    resources = Resources(AssetStore(), FontLibrary.bundled())
    with (
        stage.serving(design, resources) as (address, live),
        stage.opened(shown, address, (1200, 900)) as page,
    ):
        page.evaluate(f"{EDITOR}.scene.settled()")
        yield page, live


def change(page, layer_id, fields):
    command = {"op": "update_layer", "layer_id": layer_id, "changes": fields}
    page.evaluate(f"(step) => {EDITOR}.store.commit('Change', [step], {{}})", command)


def revision(page, number):
    page.wait_for_function(f"{EDITOR}.store.state.rev === {number}")


def test_only_the_element_of_what_changed_is_touched(seen):
    page, _ = seen
    page.evaluate(
        f"""globalThis.touched = new Set();
        new MutationObserver((all) => all.forEach(({{ target, addedNodes, removedNodes }}) => {{
          for (const node of [target, ...addedNodes, ...removedNodes])
            touched.add(node.closest?.('.layer')?.dataset.id);
        }})).observe({EDITOR}.scene.sheet, {{ subtree: true, childList: true }})"""
    )
    change(page, "title", {"text": "Late Jazz"})
    revision(page, 2)
    assert page.evaluate("[...touched].filter(Boolean)") == ["title"]


def test_the_old_picture_stays_until_the_new_one_can_be_seen(seen):
    page, _ = seen
    picture = f"{EDITOR}.scene.element('soft').querySelector('img')"
    before = page.evaluate(f"{picture}.src")
    waiting = []
    page.route("**/studio/paint/**", lambda route: waiting.append(route))
    change(page, "soft", {"box": [150, 300, 200, 200]})
    revision(page, 2)
    page.wait_for_function(f"{EDITOR}.scene.element('soft').style.transform !== ''")
    assert page.evaluate(f"{picture}.src") == before
    moved = page.evaluate(f"{EDITOR}.scene.element('soft').style.transform")
    assert moved == "matrix(1, 0, 0, 1, 50, 0)"
    for route in waiting:
        route.continue_()
    page.unroute("**/studio/paint/**")
    page.wait_for_function(f"{picture}.src !== '{before}'")
    assert page.evaluate(f"{EDITOR}.scene.element('soft').style.transform") == ""


def test_a_zoom_fetches_pictures_of_the_scale_that_is_seen(seen):
    page, _ = seen
    page.evaluate(f"{EDITOR}.view.zoomTo(3)")
    picture = f"{EDITOR}.scene.element('soft').querySelector('img')"
    page.wait_for_function(f"{picture}.src.endsWith('scale=4')")
    assert page.evaluate(f"{picture}.naturalWidth > 800")


def test_clicks_fall_through_what_a_picture_leaves_clear(seen):
    page, _ = seen
    ink = f"([x, y]) => {EDITOR}.scene.inkAt('soft', [x, y])"
    assert page.evaluate(ink, [200, 400]) is True
    assert page.evaluate(ink, [105, 305]) is False


def test_a_new_order_moves_elements_and_redraws_nothing(seen):
    page, _ = seen
    body = f"{EDITOR}.scene.element('title').querySelector('svg')"
    page.evaluate(f"globalThis.before = {body}")
    move = {"op": "move_layer", "layer_id": "title", "index": 1}
    page.evaluate(f"(step) => {EDITOR}.store.commit('Lower', [step], {{}})", move)
    revision(page, 2)
    order = f"[...{EDITOR}.scene.sheet.querySelectorAll('.layer')].map((e) => e.dataset.id)"
    assert page.evaluate(order) == ["ground", "title", "soft", "group", "dot"]
    assert page.evaluate(f"{body} === before")


def test_a_refused_change_goes_back_to_what_it_was(seen):
    page, _ = seen
    command = {"op": "update_layer", "layer_id": "dot", "changes": {"opacity": 7}}
    page.evaluate(
        f"(s) => {EDITOR}.store.commit('Fade', [s], {{ dot: {{ opacity: 0.1 }} }})", command
    )
    page.wait_for_function(f"{EDITOR}.scene.element('dot').style.opacity === ''")
    assert page.evaluate(f"{EDITOR}.store.state.rev") == 1


def test_a_change_shows_the_same_as_opening_the_changed_design(shown):
    design, resources = zoo()
    size = (design.canvas.width + 400, design.canvas.height + 120)
    with (
        stage.serving(design, resources) as (address, live),
        stage.opened(shown, address, size) as page,
    ):
        change(page, "headline", {"rotation": 4.0, "text": "Changed by hand"})
        change(page, "base", {"box": [40, 310, 180, 140]})
        change(page, "leafy", {"opacity": 0.5})
        revision(page, 4)
        mean, far, _ = stage.differences(
            stage.at_full_size(page), over_white(render(live.design, resources))
        )
    assert mean <= 0.1
    assert far <= 0.0005
