"""The design that the benchmarks share: a night-market poster of twelve layers and five scripts."""

from __future__ import annotations

import numpy as np

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, ImageLayer, Layer, ShapeLayer, TextLayer, TextStyle
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import Blur, LinearFill, Outline, Shadow, SolidFill, Stop
from design_io.resources import Resources

INK, PAPER, AMBER, TEAL = "#181226", "#fff4e0", "#ffb454", "#1f6f78"


def benchmark_design() -> tuple[Design, Resources]:
    """1080 x 1350: gradient, blurred ellipse, three pictures (one multiply), panel, six texts."""
    resources = Resources(AssetStore(), FontLibrary.bundled())
    layers = (*_ground(), *_pictures(resources.assets), _panel(), *_texts())
    canvas = Canvas(width=1080, height=1350)
    return Design(title="Night Market", canvas=canvas, layers=layers), resources


def _ground() -> tuple[Layer, ...]:
    night = LinearFill(
        stops=(
            Stop(offset=0, color="#1b1035"),
            Stop(offset=0.55, color="#7a2b5e"),
            Stop(offset=1, color="#f2784b"),
        )
    )
    return (
        ShapeLayer(id="ground", role="background", box=Box(0, 0, 1080, 1350), fill=night),
        ShapeLayer(
            id="glow", role="texture", shape="ellipse", box=Box(260, 330, 560, 560),
            fill=SolidFill(color="#ffd27d"), opacity=0.8, effects=(Blur(radius=70),),
        ),
    )  # fmt: skip


def _pictures(assets: AssetStore) -> tuple[Layer, ...]:
    return (
        ImageLayer(
            id="lantern", role="hero", box=Box(330, 400, 420, 420),
            asset=assets.put_pixels(_lantern(640)),
        ),
        ImageLayer(
            id="steam", role="ornament", box=Box(600, 300, 400, 520), opacity=0.7,
            asset=assets.put_pixels(_steam(500, 650)),
        ),
        ImageLayer(
            id="paper", role="texture", box=Box(0, 0, 1080, 1350), blend_mode="multiply",
            asset=assets.put_pixels(_paper(1080, 1350)),
        ),
    )  # fmt: skip


def _panel() -> ShapeLayer:
    return ShapeLayer(
        id="panel", role="underlay", box=Box(80, 930, 920, 340), corner_radius=28,
        fill=SolidFill(color=PAPER + "f2"), effects=(Shadow(dy=10, blur=36, color="#18122680"),),
    )  # fmt: skip


def _texts() -> tuple[Layer, ...]:
    title = TextStyle(font="Oswald", weight=700, size=168, color=PAPER, tracking=40, leading=1.0)
    return (
        TextLayer(
            id="title", role="title", text="NIGHT MARKET", box=Box(60, 70, 960, 190),
            style=title.evolve(size=150), align="center", wrap="none",
            effects=(Outline(color=INK, width=5), Shadow(dy=8, blur=18, color="#000000b0")),
        ),
        TextLayer(
            id="script", role="subtitle", text="fifty kitchens, fresh coffee, slow waffles",
            box=Box(90, 266, 900, 60), align="center",
            style=TextStyle(font="Playfair Display", weight=400, italic=True, size=42, color=AMBER),
        ),
        TextLayer(
            id="arabic", role="item", text="سوق الليل ٢٠٢٦", box=Box(560, 960, 400, 80),
            style=TextStyle(font="Noto Naskh Arabic", weight=700, size=48, color=INK),
        ),
        TextLayer(
            id="hindi", role="item", text="रात का बाज़ार", box=Box(120, 960, 400, 80),
            style=TextStyle(font="Noto Sans Devanagari", weight=700, size=48, color=TEAL),
        ),
        TextLayer(
            id="chinese", role="item", text="夜市 · 每周五 🏮🍜", box=Box(120, 1050, 640, 80),
            style=TextStyle(font="Noto Sans SC", weight=700, size=52, color=INK),
        ),
        TextLayer(
            id="body", role="body", box=Box(120, 1142, 840, 110),
            text="Every Friday from 18:00 until the last dumpling is gone. Riverside Hall, "
            "Quay 7. Bring a cup, bring a friend; entry is free and dogs are welcome.",
            style=TextStyle(font="Inter", weight=400, size=28, color=INK, leading=1.35),
        ),
    )  # fmt: skip


def _grid(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    """Coordinates -1..1 of every pixel, (height, width) each."""
    return np.meshgrid(np.linspace(-1, 1, width), np.linspace(-1, 1, height))


def _picture(red: np.ndarray, green: np.ndarray, blue: np.ndarray, alpha: np.ndarray) -> np.ndarray:
    channels = np.broadcast_arrays(red, green, blue, alpha)
    return np.round(np.clip(np.stack(channels, axis=-1), 0, 1) * 255).astype(np.uint8)


def _lantern(size: int) -> np.ndarray:
    """A ribbed paper lantern, lit from within."""
    x, y = _grid(size, size)
    bulge = np.sqrt(np.clip(1 - (y / 0.86) ** 2, 1e-6, 1)) * 0.92
    inside = np.clip((bulge - np.abs(x)) * size / 4, 0, 1) * (np.abs(y) < 0.84)
    light = np.exp(-(x**2 + (y * 0.8) ** 2) * 1.3)
    ribs = 0.86 + 0.14 * np.cos(np.arcsin(np.clip(x / bulge, -1, 1)) * 12)
    caps = np.clip((0.42 - np.abs(x)) * size / 4, 0, 1) * ((np.abs(y) >= 0.82) & (np.abs(y) < 0.97))
    lit = (1 - caps) * ribs
    return _picture(
        (0.55 + 0.5 * light) * lit + 0.1 * caps, (0.10 + 0.62 * light**1.5) * lit,
        (0.08 + 0.22 * light**3) * lit, np.maximum(inside, caps),
    )  # fmt: skip


def _steam(width: int, height: int) -> np.ndarray:
    """Three soft wisps that fade upwards."""
    x, y = _grid(width, height)
    wisps = [
        np.exp(-(((x - at - 0.16 * np.sin(5 * y + phase)) / (0.10 + 0.06 * y)) ** 2))
        for at, phase in ((-0.45, 0.0), (0.0, 1.7), (0.42, 3.1))
    ]
    alpha = sum(wisps) * np.clip((y + 1) / 1.2, 0, 1) * np.clip((1 - y) / 0.5, 0, 1) * 0.55
    return _picture(np.array(1.0), np.array(0.96), np.array(0.90), alpha)


def _paper(width: int, height: int) -> np.ndarray:
    """Fibres of paper, darker towards the edges."""
    random = np.random.default_rng(7)
    noise = random.normal(0, 1, (height, width))
    fibres = (noise + np.roll(noise, 1, 1) + np.roll(noise, 2, 1) + np.roll(noise, 1, 0)) / 4
    x, y = _grid(width, height)
    shade = 0.97 + 0.035 * fibres - 0.22 * np.clip(x**2 + y**2 - 0.7, 0, 2) ** 1.5
    return _picture(shade, shade, shade * 0.99, np.ones_like(shade))
