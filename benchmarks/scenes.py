"""Forty self-made photographs with the exact mask of their subject: faces, products, food, places.

Drawn with soft light, blurred depth and sensor noise, from a seed; nobody's picture is used.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

_FINE = 2  # times the size at which shapes are drawn
Color = tuple[int, int, int]


class Photograph(NamedTuple):
    name: str
    pixels: np.ndarray  # (h, w, 4) uint8
    subject: np.ndarray | None  # (h, w) float32, 1 where the subject is; None: not known


class Canvas(NamedTuple):
    """A picture and its subject's mask, drawn together; lengths in shorter sides, `x` in widths."""

    picture: Image.Image
    mask: Image.Image

    def ellipse(self, x: float, y: float, w: float, h: float, color: Color) -> None:
        self._draw("ellipse", self._box(x, y, w, h), color)

    def box(self, x: float, y: float, w: float, h: float, color: Color, round_: float = 0) -> None:
        radius = round_ * self.picture.width
        for image, fill in ((self.picture, color), (self.mask, 255)):
            ImageDraw.Draw(image).rounded_rectangle(self._box(x, y, w, h), radius, fill=fill)

    def polygon(self, x: float, points: list[tuple[float, float]], color: Color) -> None:
        """Points as an offset from `x` in sides, and a height."""
        left = x * self.picture.width
        self._draw("polygon", [(left + dx * self._side, self._down(y)) for dx, y in points], color)

    def _draw(self, kind: str, place: object, color: Color) -> None:
        for image, fill in ((self.picture, color), (self.mask, 255)):
            getattr(ImageDraw.Draw(image), kind)(place, fill=fill)

    def _box(self, x: float, y: float, w: float, h: float) -> tuple[float, float, float, float]:
        middle, half = x * self.picture.width, w * self._side / 2
        top, bottom = self._down(y - h / 2), self._down(y + h / 2)
        return (middle - half, top, middle + half, bottom)

    @property
    def _side(self) -> int:
        return min(self.picture.size)

    def _down(self, y: float) -> float:
        """Heights are sides above the lower edge, so that things stand on the same ground."""
        return self.picture.height - (1 - y) * self._side


def photographs(count: int = 40) -> list[Photograph]:
    """`count` pictures, each kind in turn, in portrait, landscape and square."""
    return [_photograph(number) for number in range(count)]


def _photograph(number: int) -> Photograph:
    name = list(SCENES)[number % len(SCENES)]
    chance = random.Random(f"scene/{number}")
    width, height = ((900, 1200), (1200, 800), (1000, 1000), (1280, 720))[number // len(SCENES) % 4]
    ground, draw = SCENES[name]
    size = (_FINE * width, _FINE * height)
    canvas = Canvas(ground(chance, *size), Image.new("L", size, 0))
    draw(canvas, chance)
    picture = canvas.picture.resize((width, height), Image.Resampling.BOX)
    picture = picture.filter(ImageFilter.GaussianBlur(1.2))
    mask = canvas.mask.resize((width, height), Image.Resampling.BOX)
    lit = _light(np.asarray(picture, np.float32), number)
    alpha = np.full((height, width, 1), 255, np.uint8)
    subject = np.asarray(mask, np.float32) / 255
    return Photograph(f"{name}-{number}", np.dstack([lit, alpha]), subject)


def _light(pixels: np.ndarray, seed: int) -> np.ndarray:
    """A vignette and a little sensor noise."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    noise = np.random.default_rng(seed).normal(0, 2.2, (height, width, 1))
    lit = pixels * (1.04 - 0.2 * (x**2 + y**2) / 2)[..., None] + noise
    return np.clip(lit, 0, 255).astype(np.uint8)


def _tone(chance: random.Random, low: int = 60, high: int = 220) -> Color:
    return chance.randint(low, high), chance.randint(low, high), chance.randint(low, high)


def _room(chance: random.Random, width: int, height: int) -> Image.Image:
    """A room out of focus: soft patches of a few related colours."""
    base = 0.5 * np.array(_tone(chance, 50, 190)) + 0.5 * chance.randint(50, 190)
    patch = np.clip(
        base + np.random.default_rng(chance.randrange(9999)).integers(-30, 31, (5, 6, 1)), 0, 255
    )
    return Image.fromarray(patch.astype(np.uint8)).resize((width, height), Image.Resampling.BICUBIC)


def _sweep(chance: random.Random, width: int, height: int) -> Image.Image:
    """A studio's paper sweep: one light colour that darkens downwards."""
    base = np.array(_tone(chance, 170, 245))
    fall = np.linspace(0, 26, height)[:, None, None]
    return Image.fromarray((base - fall + np.zeros((1, width, 1))).clip(0, 255).astype(np.uint8))


def _table(chance: random.Random, width: int, height: int) -> Image.Image:
    """A wooden table from above: planks with grain."""
    rng = np.random.default_rng(chance.randrange(9999))
    planks = rng.normal(0, 9, (7, 1)).repeat(height // 7 + 1, axis=0)[:height]
    grain = np.asarray(
        Image.fromarray(rng.normal(0, 7, (height // 6, width // 90)).astype(np.float32)).resize(
            (width, height)
        )
    )
    base = np.array(chance.choice(((96, 66, 44), (182, 150, 112), (60, 58, 60))))
    pixels = base + (planks + grain)[..., None]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _sky(chance: random.Random, width: int, height: int) -> Image.Image:
    """A sky over darker ground with a rough texture."""
    rng = np.random.default_rng(chance.randrange(9999))
    top, low = np.array(_tone(chance, 60, 160)), np.array(_tone(chance, 150, 240))
    down = np.linspace(0, 1, height)[:, None, None]
    pixels = top * (1 - down) + low * down + np.zeros((1, width, 1))
    horizon = int(height * chance.uniform(0.66, 0.76))
    rough = np.asarray(
        Image.fromarray(
            rng.normal(0, 16, ((height - horizon) // 8 + 1, width // 8)).astype(np.float32)
        ).resize((width, height - horizon))
    )
    pixels[horizon:] = np.array(_tone(chance, 40, 100)) + rough[..., None]
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _face(canvas: Canvas, chance: random.Random) -> None:
    """Head and shoulders."""
    x = chance.choice((0.3, 0.5, 0.68))
    skin = chance.choice(((236, 196, 170), (198, 150, 118), (122, 82, 58), (240, 214, 190)))
    hair = chance.choice(((48, 32, 24), (20, 18, 20), (150, 104, 60), (120, 116, 114)))
    canvas.ellipse(x, 1.12, 0.92, 0.9, _tone(chance))
    canvas.ellipse(x, 0.50, 0.46, 0.60, hair)
    canvas.box(x, 0.72, 0.16, 0.26, tuple(int(0.9 * c) for c in skin), 0.02)
    canvas.ellipse(x, 0.55, 0.37, 0.48, skin)
    for side in (-1, 1):
        canvas.ellipse(x + side * 0.075, 0.53, 0.055, 0.03, (250, 250, 250))
        canvas.ellipse(x + side * 0.075, 0.53, 0.026, 0.028, (40, 30, 26))
    canvas.ellipse(x, 0.655, 0.11, 0.03, (176, 84, 84))


def _two_faces(canvas: Canvas, chance: random.Random) -> None:
    for x, skin in ((0.36, (228, 184, 154)), (0.62, (142, 96, 70))):
        canvas.ellipse(x, 1.08, 0.6, 0.72, _tone(chance))
        canvas.ellipse(x, 0.58, 0.33, 0.42, (40, 28, 24))
        canvas.ellipse(x, 0.61, 0.27, 0.34, skin)
        canvas.ellipse(x, 0.68, 0.08, 0.022, (150, 70, 70))


def _bottle(canvas: Canvas, chance: random.Random) -> None:
    x, color = chance.choice((0.34, 0.5, 0.7)), _tone(chance, 20, 150)
    canvas.box(x, 0.62, 0.24, 0.56, color, 0.03)
    canvas.box(x, 0.28, 0.09, 0.22, tuple(int(0.8 * c) for c in color), 0.01)
    canvas.box(x, 0.64, 0.24, 0.22, (242, 236, 222))
    canvas.ellipse(x, 0.64, 0.1, 0.1, _tone(chance))


def _shoe(canvas: Canvas, chance: random.Random) -> None:
    x, color = chance.choice((0.4, 0.5, 0.62)), _tone(chance, 30, 200)
    upper = [(-0.3, 0.62), (-0.26, 0.44), (-0.14, 0.42), (0, 0.54), (0.24, 0.6), (0.3, 0.7)]
    canvas.polygon(x, [*upper, (-0.3, 0.7)], color)
    canvas.polygon(x, [(-0.31, 0.7), (0.31, 0.7), (0.3, 0.75), (-0.3, 0.75)], (246, 244, 240))
    for k in range(4):
        dx, y = -0.08 + 0.045 * k, 0.48 + 0.03 * k
        canvas.polygon(x, [(dx, y), (dx + 0.02, y), (dx - 0.01, 0.58)], (250, 250, 250))


def _plate(canvas: Canvas, chance: random.Random) -> None:
    """A plate of food from above."""
    x, y = chance.choice(((0.5, 0.5), (0.36, 0.6), (0.66, 0.58)))
    canvas.ellipse(x, y, 0.62, 0.62, (236, 234, 228))
    canvas.ellipse(x, y, 0.48, 0.48, (250, 249, 246))
    for _ in range(22):
        dx, dy = chance.gauss(0, 0.07), chance.gauss(0, 0.07)
        color = chance.choice(((196, 58, 40), (92, 142, 62), (232, 182, 72), (150, 84, 44)))
        canvas.ellipse(x + dx, y + dy, 0.1, 0.09, color)


def _cup(canvas: Canvas, chance: random.Random) -> None:
    x, color = chance.choice((0.4, 0.5, 0.62)), _tone(chance, 40, 210)
    canvas.ellipse(x + 0.15, 0.57, 0.2, 0.22, color)
    canvas.box(x, 0.58, 0.34, 0.36, color, 0.04)
    canvas.ellipse(x, 0.41, 0.34, 0.1, (236, 226, 214))
    canvas.ellipse(x, 0.415, 0.29, 0.075, (74, 46, 30))


def _tower(canvas: Canvas, chance: random.Random) -> None:
    x = chance.choice((0.28, 0.6, 0.74))
    outline = [(-0.09, 0.8), (-0.05, 0.34), (0, 0.14), (0.05, 0.34), (0.09, 0.8)]
    canvas.polygon(x, outline, (62, 58, 66))
    for k in range(7):
        canvas.box(x, 0.4 + 0.055 * k, 0.03, 0.02, (250, 214, 130))


def _boat(canvas: Canvas, chance: random.Random) -> None:
    x = chance.choice((0.3, 0.52, 0.7))
    canvas.polygon(x, [(-0.01, 0.7), (-0.01, 0.3), (-0.18, 0.67)], (248, 246, 240))
    canvas.polygon(x, [(0.01, 0.7), (0.01, 0.34), (0.15, 0.67)], (222, 84, 60))
    canvas.polygon(x, [(-0.2, 0.7), (0.18, 0.7), (0.12, 0.78), (-0.14, 0.78)], (110, 60, 40))


def _flower(canvas: Canvas, chance: random.Random) -> None:
    x, y, color = chance.choice((0.35, 0.6, 0.5)), 0.5, _tone(chance, 120, 250)
    canvas.box(x, 0.86, 0.025, 0.6, (66, 110, 52))
    for k in range(10):
        angle = k * np.pi / 5
        canvas.ellipse(
            x + 0.12 * float(np.cos(angle)), y + 0.12 * float(np.sin(angle)), 0.2, 0.2, color
        )
    canvas.ellipse(x, y, 0.16, 0.16, (240, 190, 60))


def _cat(canvas: Canvas, chance: random.Random) -> None:
    x, fur = (
        chance.choice((0.34, 0.5, 0.68)),
        chance.choice(((206, 140, 80), (92, 90, 92), (228, 222, 212))),
    )
    canvas.ellipse(x, 1.05, 0.6, 0.8, fur)
    for side in (-1, 1):
        ear = [(side * 0.16, 0.34), (side * 0.18, 0.56), (side * 0.03, 0.48)]
        canvas.polygon(x, ear, fur)
    canvas.ellipse(x, 0.58, 0.42, 0.36, fur)
    for side in (-1, 1):
        canvas.ellipse(x + side * 0.07, 0.56, 0.07, 0.06, (160, 190, 90))
        canvas.ellipse(x + side * 0.07, 0.56, 0.02, 0.055, (16, 16, 16))
    canvas.ellipse(x, 0.63, 0.04, 0.028, (200, 120, 120))


Ground = Callable[[random.Random, int, int], Image.Image]
SCENES: dict[str, tuple[Ground, Callable[[Canvas, random.Random], None]]] = {
    "face": (_room, _face),
    "bottle": (_room, _bottle),
    "plate": (_table, _plate),
    "boat": (_sky, _boat),
    "faces": (_room, _two_faces),
    "shoe": (_sweep, _shoe),
    "cup": (_room, _cup),
    "tower": (_sky, _tower),
    "flower": (_room, _flower),
    "cat": (_room, _cat),
}
