"""A hand on the canvas of an open design: pointer, keys, and what the document says afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from design_io.document import Canvas, Design, GroupLayer, Layer, ShapeLayer, TextLayer, TextStyle
from design_io.geometry import Box
from design_io.paint import SolidFill

_EDITOR = "document.querySelector('plakat-editor').editor"
_SPOT = f"""point => {{
  const {{ stage, view }} = {_EDITOR};
  const {{ left, top }} = stage.getBoundingClientRect();
  const [x, y] = view.toScreen(point);
  return [x + left, y + top];
}}"""
_HANDLE = f"""name => {{
  const box = {_EDITOR}.overlay.root.querySelector(`[data-handle=${{name}}]`)
    .getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}}"""
Spot = tuple[float, float]


def sample() -> Design:
    """A sheet with a locked ground, a title, two shapes and a group of two."""
    title = TextLayer(
        id="title", name="Title", role="title", box=Box(100, 100, 600, 120), text="Jazz Night",
        style=TextStyle(font="Outfit", weight=800, size=100, leading=1.1, color="#131719"),
    )  # fmt: skip
    members = (_shape("left", (100, 900, 100, 100)), _shape("right", (300, 900, 100, 100)))
    return Design(
        title="Jazz Night", canvas=Canvas(width=1000, height=1200),
        palette={"bg": "#f0e8d6", "ink": "#131719", "accent": "#e26a4a"},
        layers=(
            _shape("ground", (0, 0, 1000, 1200), "#f0e8d6", locked=True), title,
            _shape("sun", (150, 400, 200, 200), "#e26a4a", shape="ellipse"),
            _shape("card", (600, 420, 240, 160), "#f2b65a", corner_radius=12),
            GroupLayer(id="pair", name="Pair", role="ornament", layers=members),
        ),
    )  # fmt: skip


def _shape(name: str, box: tuple[float, ...], color: str = "#0f3038", **more: Any) -> ShapeLayer:
    return ShapeLayer(
        id=name, name=name.capitalize(), role="ornament", box=Box(*box),
        fill=SolidFill(color=color), **more,
    )  # fmt: skip


class Hand:
    """`store` is the server's: what a gesture left there is read from it."""

    def __init__(self, page: Any, store: Any, doc: str) -> None:
        self.page, self.store, self.doc = page, store, doc

    @property
    def design(self) -> Design:
        return self.store.load(self.doc).design

    @property
    def revision(self) -> int:
        return self.store.load(self.doc).revision

    def layer(self, name: str) -> Any:
        return self.design.layer(name)

    def box(self, name: str) -> tuple[float, ...]:
        return tuple(self.layer(name).box)

    def top(self) -> Layer:
        return self.design.layers[-1]

    def names(self) -> list[str]:
        """Names of the layers of the canvas, bottom first."""
        return [layer.label for layer in self.design.layers]

    def spot(self, x: float, y: float) -> Spot:
        """Where a point of the canvas lies on the page."""
        left, top = self.page.evaluate(_SPOT, [x, y])
        return left, top

    def handle(self, name: str) -> Spot:
        self.until(f"editor.overlay.root.querySelector('[data-handle={name}]')")  # the next frame
        left, top = self.page.evaluate(_HANDLE, name)
        return left, top

    def middle(self, name: str) -> Spot:
        x, y, w, h = self.layer(name).box
        return x + w / 2, y + h / 2

    def click(self, x: float, y: float, **how: Any) -> None:
        self.page.mouse.click(*self.spot(x, y), **how)

    def double_click(self, name: str) -> None:
        self.page.mouse.dblclick(*self.spot(*self.middle(name)))

    def select(self, *names: str) -> None:
        self.page.evaluate(
            f"names => {{ const editor = {_EDITOR}; editor.store.select(names); "
            "editor.draw.now(); editor.stage.focus(); }",
            list(names),
        )

    def selected(self) -> list[str]:
        return self.get("[...editor.store.state.selection]")

    def drag(self, start: Spot, by: Spot, *, keys: str = "") -> None:
        """From a point of the canvas by canvas pixels, with a key held."""
        self.hold(start, by, keys=keys)
        self.let_go(keys)

    def hold(self, start: Spot, by: Spot, *, keys: str = "") -> None:
        self._pull(self.spot(*start), self.spot(start[0] + by[0], start[1] + by[1]), keys)

    def drag_handle(self, name: str, by: Spot, *, keys: str = "") -> None:
        self.hold_handle(name, by, keys=keys)
        self.let_go(keys)

    def hold_handle(self, name: str, by: Spot, *, keys: str = "") -> None:
        start, zero, end = self.handle(name), self.spot(0, 0), self.spot(*by)
        self._pull(start, (start[0] + end[0] - zero[0], start[1] + end[1] - zero[1]), keys)

    def let_go(self, keys: str = "") -> None:
        self.page.mouse.up()
        if keys:
            self.page.keyboard.up(keys)

    def _pull(self, start: Spot, end: Spot, keys: str) -> None:
        mouse = self.page.mouse
        mouse.move(*start)
        if keys == "Shift":  # before it, Shift would choose another handle or layer
            mouse.down()
            self.page.keyboard.down(keys)
        else:
            if keys:
                self.page.keyboard.down(keys)
            mouse.down()
        mouse.move(*end, steps=6)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def set(self, label: str, value: str) -> None:
        """Type a value into a field of the properties."""
        self.page.get_by_label(label, exact=True).fill(value)
        self.press("Enter")

    @contextmanager
    def step(self, count: int = 1) -> Iterator[None]:
        """The block makes exactly this many steps, and the browser has seen the last of them."""
        before = self.revision
        yield
        self.until(f"editor.store.state.rev >= {before + count}")
        assert self.revision == before + count

    def until(self, condition: str) -> None:
        """Waits for a condition in which `editor` is the editor."""
        self.page.wait_for_function(
            f"() => {{ const editor = {_EDITOR}; return {condition}; }}", timeout=5000
        )

    def get(self, expression: str) -> Any:
        return self.page.evaluate(f"() => {{ const editor = {_EDITOR}; return {expression}; }}")
