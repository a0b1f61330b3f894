"""The scene in a real Chromium: what swaps, what stays, and what a zoom fetches."""

import pytest

from design_io.document import Canvas, Design, GroupLayer, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import Blur, SolidFill
from tests import stage

pytestmark = [pytest.mark.slow, pytest.mark.client]
EDITOR = 'document.querySelector("plakat-editor")'
INK = SolidFill(color="#203040")


@pytest.fixture
def seen(tab, studio):
    """A page with a soft disc, a title and a group."""
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
    home = studio.desk.home
    (doc,) = stage.kept(home, [design], home.resources)
    tab.goto(f"{studio.address}/studio/d/{doc}")
    stage.ready(tab)
    tab.evaluate(f"{EDITOR}.scene.settled()")
    return tab


def change(page, layer_id, fields):
    command = {"op": "update_layer", "layer_id": layer_id, "changes": fields}
    page.evaluate(f"(step) => {EDITOR}.store.commit('Change', [step], {{}})", command)


def revision(page, number):
    page.wait_for_function(f"() => {EDITOR}.store.state.rev === {number}")


def test_only_the_element_of_what_changed_is_touched(seen):
    seen.evaluate(
        f"""globalThis.touched = new Set();
        new MutationObserver((all) => all.forEach(({{ target, addedNodes, removedNodes }}) => {{
          for (const node of [target, ...addedNodes, ...removedNodes])
            touched.add(node.closest?.('.layer')?.dataset.id);
        }})).observe({EDITOR}.scene.sheet, {{ subtree: true, childList: true }})"""
    )
    change(seen, "title", {"text": "Late Jazz"})
    revision(seen, 1)
    assert seen.evaluate("[...touched].filter(Boolean)") == ["title"]


def test_the_old_picture_stays_until_the_new_one_can_be_seen(seen):
    picture = f"{EDITOR}.scene.element('soft').querySelector('img')"
    before = seen.evaluate(f"{picture}.src")
    waiting = []
    seen.route("**/studio/paint/**", lambda route: waiting.append(route))
    change(seen, "soft", {"box": [150, 300, 200, 200]})
    revision(seen, 1)
    seen.wait_for_function(f"() => {EDITOR}.scene.element('soft').style.transform !== ''")
    assert seen.evaluate(f"{picture}.src") == before
    moved = seen.evaluate(f"{EDITOR}.scene.element('soft').style.transform")
    assert moved == "matrix(1, 0, 0, 1, 50, 0)"
    for route in waiting:
        route.continue_()
    seen.unroute("**/studio/paint/**")
    seen.wait_for_function(f"() => {picture}.src !== '{before}'")
    assert seen.evaluate(f"{EDITOR}.scene.element('soft').style.transform") == ""


def test_a_zoom_fetches_pictures_of_the_scale_that_is_seen(seen):
    seen.evaluate(f"{EDITOR}.view.zoomTo(3)")
    picture = f"{EDITOR}.scene.element('soft').querySelector('img')"
    seen.wait_for_function(f"() => {picture}.src.endsWith('scale=4')")
    assert seen.evaluate(f"{picture}.naturalWidth > 800")


def test_clicks_fall_through_what_a_picture_leaves_clear(seen):
    ink = f"([x, y]) => {EDITOR}.scene.inkAt('soft', [x, y])"
    assert seen.evaluate(ink, [200, 400]) is True
    assert seen.evaluate(ink, [105, 305]) is False


def test_a_new_order_moves_elements_and_redraws_nothing(seen):
    body = f"{EDITOR}.scene.element('title').querySelector('svg')"
    seen.evaluate(f"globalThis.before = {body}")
    move = {"op": "move_layer", "layer_id": "title", "index": 1}
    seen.evaluate(f"(step) => {EDITOR}.store.commit('Lower', [step], {{}})", move)
    revision(seen, 1)
    order = f"[...{EDITOR}.scene.sheet.querySelectorAll('.layer')].map((e) => e.dataset.id)"
    assert seen.evaluate(order) == ["ground", "title", "soft", "group", "dot"]
    assert seen.evaluate(f"{body} === before")


def test_a_refused_change_goes_back_to_what_it_was(seen):
    command = {"op": "update_layer", "layer_id": "dot", "changes": {"opacity": 7}}
    seen.evaluate(
        f"(s) => {EDITOR}.store.commit('Fade', [s], {{ dot: {{ opacity: 0.1 }} }})", command
    )
    seen.wait_for_function(f"() => {EDITOR}.scene.element('dot').style.opacity === ''")
    assert seen.evaluate(f"{EDITOR}.store.state.rev") == 0
