"""What the editor shows is what is exported, to the pixel, in a real Chromium."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from agents.graph import design_poster
from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from tests import chromium, stage
from tests.design_io.svg_zoo import zoo

pytestmark = [pytest.mark.slow, pytest.mark.client]
MEAN, FAR = 0.1, 0.0005  # of 255; share of pixels more than 32 apart
REQUESTS = (
    ("A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm", None),
    ("Summer sale, 30% off everything, Instagram story", "aurora"),
    ("ملصق لليلة شعر في المكتبة، الجمعة 5 يونيو 2027", None),
)


@pytest.fixture(scope="module")
def shown():
    chromium.require()
    with stage.browser() as handle:
        yield handle


def assert_seen_as_exported(shown, design, resources):
    size = (design.canvas.width + 400, design.canvas.height + 120)
    with (
        stage.serving(design, resources) as (address, _),
        stage.opened(shown, address, size) as page,
    ):
        mean, far, _ = stage.differences(
            stage.at_full_size(page), over_white(render(design, resources))
        )
    assert mean <= MEAN
    assert far <= FAR


def test_every_blend_mask_effect_fill_and_script_is_seen_as_exported(shown):
    assert_seen_as_exported(shown, *zoo())


@pytest.mark.parametrize(("request_", "system"), REQUESTS, ids=["jazz", "aurora", "arabic"])
def test_designs_are_seen_as_exported(shown, request_, system):
    resources = Resources(AssetStore(), FontLibrary.bundled())
    poster = design_poster(request_, resources=resources, generator=Artist(), system=system)
    with ThreadPoolExecutor(1) as other:  # Playwright's loop runs in this thread
        design = other.submit(asyncio.run, poster).result().design
    assert_seen_as_exported(shown, design, resources)
