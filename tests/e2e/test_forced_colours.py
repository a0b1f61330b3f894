"""Where the system sets the colours: what is chosen, focus and controls are still told apart, and
the design keeps its own colours. Looked at in pixels, as Chromium paints them."""

import io

import numpy as np
import pytest
from PIL import Image

pytestmark = [pytest.mark.slow, pytest.mark.client]
LEAST = 3  # contrast of what is no text, WCAG 2.2, 1.4.11
_LINEAR = np.array([0.2126, 0.7152, 0.0722])


@pytest.fixture(params=["light", "dark"])
def forced(tab, request):
    tab.emulate_media(forced_colors="active", color_scheme=request.param)
    yield tab
    tab.emulate_media(forced_colors="none")


def seen(locator):
    """Luminance of an element and 4 px around it."""
    box = locator.bounding_box()
    clip = {"x": max(box["x"] - 4, 0), "y": max(box["y"] - 4, 0),
            "width": box["width"] + 8, "height": box["height"] + 8}  # fmt: skip
    shot = Image.open(io.BytesIO(locator.page.screenshot(clip=clip))).convert("RGB")
    return (np.asarray(shot) / 255) ** 2.2 @ _LINEAR


def told_apart(before, after, least=20):
    """Whether enough pixels changed, and by a contrast that can be seen."""
    high, low = np.maximum(before, after), np.minimum(before, after)
    return ((high + 0.05) / (low + 0.05) >= LEAST).sum() >= least


def test_the_editor_shows_what_is_chosen_and_the_design_as_it_is(forced, hand):
    sheet, title = forced.locator(".world .sheet"), forced.locator(".lrow", has_text="Title")
    tool = forced.locator(".rail").get_by_role("button", name="Text")
    before = [seen(each) for each in (sheet, title, tool)]
    hand.select("title")
    hand.press("t")
    after = [seen(each) for each in (sheet, title, tool)]
    assert all(told_apart(a, b) for a, b in zip(before, after, strict=True))
    hand.press("Escape", "Escape")
    hand.select()
    forced.evaluate("document.querySelector('plakat-editor').editor.stage.blur()")
    chosen = seen(sheet)
    forced.emulate_media(forced_colors="none")
    assert np.abs(chosen[8:-8, 8:-8] - seen(sheet)[8:-8, 8:-8]).max() < 0.02


def test_focus_and_buttons_are_seen(forced, studio):
    forced.goto(f"{studio.address}/")
    go = forced.locator(".ps-go")
    go.wait_for()
    forced.evaluate("() => document.fonts.ready.then(() => {})")
    before = seen(go)
    assert told_apart(before, np.full_like(before, before[0, 0]), 300)  # words and a border
    go.focus()
    forced.keyboard.press("Shift+Tab")
    forced.keyboard.press("Tab")
    assert told_apart(before, seen(go), 200)
