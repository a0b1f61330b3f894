"""The designs of a set on one stage: each live, one worked on, nothing moves when that changes."""

import pytest

from design_io.document import Canvas, Design, ShapeLayer, TextLayer
from design_io.geometry import Box
from design_io.paint import SolidFill
from tests import stage

pytestmark = [pytest.mark.slow, pytest.mark.client]
SIZES = ((1080, 1350), (1080, 1920), (1640, 856))


@pytest.fixture
def boards(tab, studio):
    """The page, the store behind it and the ids of the designs."""
    resources = studio.desk.home.resources
    ids = stage.kept(studio.desk.home, [sheet(*size) for size in SIZES], resources)
    tab.goto(f"{studio.address}/studio/d/{ids[0]}")
    tab.wait_for_function(f"() => {EDITOR}?.editor?.boards.all.length === 3")
    tab.wait_for_function(f"() => {EDITOR}.editor.boards.all.every((b) => b.store.state.loaded)")
    return tab, studio.desk.home.store, ids


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
    page, *_ = boards
    seen = page.evaluate(SEEN)
    assert len({round(height / 2) for _, _, _, height in seen}) == 1
    assert all(a[0] + a[2] < b[0] for a, b in zip(seen, seen[1:], strict=False))


def test_a_click_works_on_another_board_and_moves_nothing(boards):
    page, store, ids = boards
    before = page.evaluate(SEEN)
    x, y, width, height = before[2]
    page.mouse.click(x + width / 2, y + 0.15 * height)
    page.wait_for_function(f"() => {EDITOR}.editor.boards.active === '{ids[2]}'")
    assert page.evaluate(SEEN) == before
    assert page.evaluate(f"[...{EDITOR}.store.state.selection]") == ["title"]


def test_what_all_share_and_is_taken_away_on_one_board_goes_from_all(boards):
    page, store, ids = boards
    page.get_by_role("button", name="1080 by 1920").click()
    page.evaluate(f"{EDITOR}.store.select(['title'])")
    page.locator("plakat-editor .stage").focus()
    page.keyboard.press("Delete")
    everywhere = f"{EDITOR}.editor.boards.all.every((b) => b.store.state.rev === 1)"
    page.wait_for_function(f"() => {everywhere}")
    assert [len(store.load(id_).design.layers) for id_ in ids] == [1, 1, 1]
