"""The designs of a set on one stage: each live, one worked on, nothing moves when that changes."""

import pytest

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, ShapeLayer, TextLayer
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import SolidFill
from design_io.resources import Resources
from tests import chromium, stage

pytestmark = [pytest.mark.slow, pytest.mark.client]
SIZES = ((1080, 1350), (1080, 1920), (1640, 856))


@pytest.fixture(scope="module")
def shown():
    chromium.require()
    with stage.browser() as handle:
        yield handle


@pytest.fixture
def boards(shown):
    """The page and the designs behind it."""
    resources = Resources(AssetStore(), FontLibrary.bundled())
    with (
        stage.serving_set([sheet(*size) for size in SIZES], resources) as (address, lives),
        stage.opened(shown, address, (1440, 900)) as page,
    ):
        page.wait_for_function(f"{EDITOR}.editor.boards.all.every((b) => b.store.state.loaded)")
        yield page, lives


EDITOR = 'document.querySelector("plakat-editor")'
SEEN = f"""{EDITOR}.editor.boards.all.map(({{ root }}) => {{
  const box = root.querySelector(".sheet").getBoundingClientRect();
  return [box.x, box.y, box.width, box.height].map(Math.round);
}})"""


def sheet(width, height):
    ground = ShapeLayer(
        id="ground", role="background", box=Box(0, 0, width, height),
        fill=SolidFill(color="#f2e8d8"),
    )  # fmt: skip
    title = TextLayer(id="title", role="title", text="Jazz", box=Box(80, 80, width - 160, 120))
    return Design(
        title=f"{width} by {height}", canvas=Canvas(width=width, height=height),
        layers=(ground, title),
    )  # fmt: skip


def test_boards_stand_in_a_row_of_one_height(boards):
    page, _ = boards
    seen = page.evaluate(SEEN)
    assert len({round(height / 2) for _, _, _, height in seen}) == 1
    assert all(a[0] + a[2] < b[0] for a, b in zip(seen, seen[1:], strict=False))


def test_a_click_works_on_another_board_and_moves_nothing(boards):
    page, lives = boards
    before = page.evaluate(SEEN)
    x, y, width, height = before[2]
    page.mouse.click(x + width / 2, y + 0.15 * height)
    page.wait_for_function(f"{EDITOR}.editor.boards.active === '{lives[2].id}'")
    assert page.evaluate(SEEN) == before
    assert page.evaluate(f"[...{EDITOR}.store.state.selection]") == ["title"]


def test_what_is_done_on_a_board_is_done_to_its_design_alone(boards):
    page, lives = boards
    page.get_by_role("button", name="1080 by 1920").click()
    page.evaluate(f"{EDITOR}.store.select(['title'])")
    page.locator("plakat-editor .stage").focus()
    page.keyboard.press("Delete")
    page.wait_for_function(f"{EDITOR}.store.state.rev === 2")
    assert [len(live.design.layers) for live in lives] == [2, 1, 2]
