"""What the editor shows is what is exported, to the pixel, in a real Chromium."""

import pytest

from design_io.png import over_white
from design_io.render import render
from tests import stage
from tests.design_io.svg_zoo import zoo

pytestmark = [pytest.mark.slow, pytest.mark.client]
MEAN, FAR = 0.1, 0.0005  # of 255; share of pixels more than 32 apart


def assert_seen_as_exported(tab, design, resources):
    canvas = design.canvas
    tab.set_viewport_size({"width": canvas.width + 900, "height": canvas.height + 300})
    mean, far, _ = stage.differences(stage.at_full_size(tab), over_white(render(design, resources)))
    assert mean <= MEAN
    assert far <= FAR


def test_every_blend_mask_effect_fill_and_script_is_seen_as_exported(tab, studio):
    design, resources = zoo()
    (doc,) = stage.kept(studio.desk.home, [design], resources)
    tab.goto(f"{studio.address}/studio/d/{doc}")
    stage.ready(tab)
    assert_seen_as_exported(tab, design, resources)


def test_a_poster_on_the_default_page_is_seen_as_exported(tab, studio):
    tab.goto(studio.page)
    stage.ready(tab)
    assert_seen_as_exported(tab, studio.design(), studio.desk.home.resources)


def test_a_change_shows_the_same_as_opening_the_changed_design(tab, studio):
    design, resources = zoo()
    home = studio.desk.home
    (doc,) = stage.kept(home, [design], resources)
    tab.goto(f"{studio.address}/studio/d/{doc}")
    stage.ready(tab)
    steps = {
        "headline": {"rotation": 4.0, "text": "Changed by hand"},
        "base": {"box": [40, 310, 180, 140]}, "leafy": {"opacity": 0.5},
    }  # fmt: skip
    commands = [
        {"op": "update_layer", "layer_id": id_, "changes": changes}
        for id_, changes in steps.items()
    ]
    tab.evaluate("(c) => document.querySelector('plakat-editor').store.commit('Edit', c)", commands)
    tab.wait_for_function("() => document.querySelector('plakat-editor').store.state.rev === 1")
    assert_seen_as_exported(tab, home.store.load(doc).design, home.resources)
