"""One design with every feature that an SVG must show, in five scripts and more."""

import io
import math

import numpy as np
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import (
    BlendMode,
    Canvas,
    Design,
    GroupLayer,
    ImageLayer,
    Mask,
    ShapeLayer,
    Span,
    TextLayer,
    TextStyle,
)
from design_io.fonts import FontLibrary
from design_io.geometry import Box, Point
from design_io.paint import (
    Blur,
    Extrusion,
    Grain,
    LinearFill,
    Outline,
    PictureFill,
    RadialFill,
    Shadow,
    SolidFill,
    Stop,
    Stroke,
)
from design_io.resources import Resources

_LEAF = "M0 50C0 10 40 0 100 0C100 60 90 100 50 100C30 100 0 80 0 50z"
_ARCS = "m10 10a20 20 0 0110 5h30v40q-20 20-40 0t0-20z M60 60l30 10l-10 20z"
_STOPS = (
    Stop(offset=0, color="#f94144"),
    Stop(offset=0.5, color="#f9c74f80"),
    Stop(offset=1, color="#277da1"),
)
_MODES = BlendMode.__args__


def zoo() -> tuple[Design, Resources]:
    """1000 x 1500 px in rows of shapes, pictures, clips and masks, blends, texts."""
    assets = AssetStore()
    layers = (
        ShapeLayer(
            id="ground", role="background", box=Box(0, 0, 1000, 1500), name="Grund & Boden <1>",
            fill=LinearFill(
                stops=(Stop(offset=0, color="#fdf6e3"), Stop(offset=1, color="#c9e4de"))
            ),
        ),
        *_shapes(assets), *_pictures(assets), *_cuts(assets), *_blends(), *_texts(), _veil(),
        *_effects(assets),
    )  # fmt: skip
    canvas = Canvas(width=1000, height=1500)
    design = Design(title="Zoo: <all> & \x07 more", language="en", canvas=canvas, layers=layers)
    return design, Resources(assets, FontLibrary.bundled())


def _shapes(assets: AssetStore) -> tuple[ShapeLayer, ...]:
    star = tuple(
        Point(0.5 + r * math.sin(i * math.pi / 5), 0.5 - r * math.cos(i * math.pi / 5))
        for i in range(10)
        for r in (0.5 if i % 2 == 0 else 0.2,)
    )
    long_path = assets.put((_LEAF + " ").encode() * 30)
    return (
        ShapeLayer(
            id="card", role="underlay", box=Box(20, 20, 120, 90), corner_radius=(40, 5, 60, 0),
            fill=RadialFill(center=Point(0.3, 0.4), radius=0.8, stops=_STOPS), rotation=8,
            stroke=Stroke(color="#333333", width=4, dash=(12, 6), cap="round"),
        ),
        ShapeLayer(
            id="pill", role="cta", box=Box(160, 30, 130, 50), corner_radius=99,
            fill=SolidFill(color="#e76f51cc"),
        ),
        ShapeLayer(
            id="ring", role="ornament", shape="ellipse", box=Box(310, 20, 90, 70),
            stroke=Stroke(color="#264653", width=9),
        ),
        ShapeLayer(
            id="star", role="badge", shape="polygon", points=star, box=Box(420, 10, 110, 100),
            fill=LinearFill(start=Point(0, 0), end=Point(1, 1), stops=_STOPS), rotation=-14,
            stroke=Stroke(color="#222222", width=2, join="round"),
        ),
        ShapeLayer(
            id="leaf", role="ornament", shape="path", path=_LEAF, view_box=(100, 100),
            box=Box(550, 10, 160, 90),
            fill=LinearFill(start=Point(0, 0), end=Point(1, 1), stops=_STOPS),
        ),
        ShapeLayer(
            id="arcs", role="ornament", shape="path", path=_ARCS, view_box=(100, 100),
            box=Box(730, 10, 110, 100), fill_rule="evenodd", fill=SolidFill(color="#2a9d8f"),
            stroke=Stroke(color="#e63946", width=3, join="bevel"),
        ),
        ShapeLayer(
            id="long", role="ornament", shape="path", path_asset=long_path, view_box=(100, 100),
            box=Box(860, 10, 110, 100), fill=SolidFill(color="#6d597a"),
        ),
        ShapeLayer(
            id="grained", role="texture", shape="ellipse", box=Box(20, 130, 200, 150), rotation=20,
            fill=SolidFill(
                color="#f4a261", grain=Grain(color="#9b2226", amount=0.7, cell=2, seed=3)
            ),
            stroke=Stroke(color="#9b2226", width=2),
        ),
    )  # fmt: skip


def _veil() -> ShapeLayer:
    """Speckle that lets the ground show through."""
    return ShapeLayer(
        id="veil", role="texture", box=Box(840, 1040, 140, 90), rotation=9, corner_radius=20,
        fill=SolidFill(color="#bc4749", grain=Grain(color="#38660040", amount=0.9, cell=4)),
        stroke=Stroke(color="#386641", width=3),
    )  # fmt: skip


def _pictures(assets: AssetStore) -> tuple[ImageLayer | ShapeLayer, ...]:
    photo, cut_out = assets.put(_jpeg(320, 200)), assets.put_pixels(_disc(240))
    return (
        ImageLayer(id="wide", role="picture", box=Box(250, 130, 200, 150), asset=photo,
                   focus=Point(0.9, 0.5), alt='Waves "in" <colour>'),
        ImageLayer(id="mirrored", role="picture", box=Box(470, 130, 100, 150), asset=photo,
                   flip_x=True, flip_y=True, rotation=10, zoom=1.6, focus=Point(0.2, 0.5)),
        ImageLayer(id="contained", role="picture", box=Box(590, 130, 100, 150), asset=photo,
                   fit="contain", focus=Point(0.5, 0.0)),
        ImageLayer(id="cutout", role="hero", box=Box(700, 130, 150, 150), asset=cut_out,
                   effects=(Shadow(dx=6, dy=10, blur=14, color="#00000099"),)),
        ShapeLayer(id="window", role="picture", shape="ellipse", box=Box(860, 130, 120, 150),
                   fill=PictureFill(asset=photo), stroke=Stroke(color="#ffffff", width=6)),
        ImageLayer(id="unpainted", role="picture", box=Box(0, 0, 10, 10)),
    )  # fmt: skip


def _cuts(assets: AssetStore) -> tuple[GroupLayer | ShapeLayer | ImageLayer, ...]:
    photo, disc = assets.put(_jpeg(320, 200)), assets.put_pixels(_disc(240))
    fade = assets.put_pixels(_ramp(64, 64))
    return (
        ShapeLayer(id="base", role="underlay", box=Box(20, 300, 180, 140), corner_radius=30,
                   fill=SolidFill(color="#ffb703"), rotation=-6),
        ShapeLayer(id="onbase", role="ornament", shape="ellipse", box=Box(120, 360, 140, 140),
                   fill=SolidFill(color="#fb8500"), clip=True),
        ImageLayer(id="alsoonbase", role="picture", box=Box(10, 290, 90, 90), asset=photo,
                   clip=True, opacity=0.8),
        ImageLayer(id="softbase", role="hero", box=Box(230, 300, 150, 140), asset=disc,
                   opacity=0.7),
        ImageLayer(id="onsoft", role="picture", box=Box(230, 360, 150, 90), asset=photo, clip=True,
                   blend_mode="multiply",
                   mask=Mask(box=Box(230, 360, 150, 90), asset=fade)),
        ImageLayer(id="faded", role="picture", box=Box(400, 300, 140, 140), asset=photo,
                   mask=Mask(box=Box(400, 300, 140, 140), asset=fade)),
        ImageLayer(id="holed", role="picture", box=Box(560, 300, 140, 140), asset=photo,
                   mask=Mask(box=Box(590, 330, 80, 80), asset=disc, invert=True)),
        GroupLayer(
            id="leafy", role="picture", opacity=0.9,
            mask=Mask(box=Box(720, 300, 140, 140), path=_LEAF, view_box=(100, 100)),
            layers=(
                ImageLayer(id="under", role="picture", box=Box(720, 300, 140, 140), asset=photo),
                ShapeLayer(id="stripe", role="ornament", box=Box(720, 350, 140, 30), rotation=30,
                           fill=SolidFill(color="#d00000"), blend_mode="screen"),
            ),
        ),
        ShapeLayer(id="punched", role="ornament", box=Box(880, 300, 100, 140),
                   fill=SolidFill(color="#3a0ca3"),
                   mask=Mask(box=Box(895, 320, 70, 100), path=_LEAF, view_box=(100, 100),
                             invert=True)),
        ImageLayer(id="uncut", role="picture", box=Box(20, 300, 40, 40), asset=photo,
                   mask=Mask(box=Box(0, 0, 5, 5), asset=fade, enabled=False)),
        ShapeLayer(id="invisible", role="ornament", box=Box(0, 0, 900, 900), visible=False,
                   locked=True, fill=SolidFill(color="#ff00ff")),
    )  # fmt: skip


def _blends() -> tuple[GroupLayer, ...]:
    def pair(index: int) -> GroupLayer:
        x, mode = 20 + index * 61, _MODES[index]
        return GroupLayer(
            id=f"pair-{mode}", role="ornament", name=mode,
            layers=(
                ShapeLayer(id=f"low-{mode}", role="ornament", box=Box(x, 460, 40, 40),
                           fill=LinearFill(stops=_STOPS)),
                ShapeLayer(id=f"high-{mode}", role="ornament", shape="ellipse",
                           box=Box(x + 10, 470, 40, 40), fill=SolidFill(color="#3fa7d6"),
                           opacity=0.9, blend_mode=mode),
            ),
        )  # fmt: skip

    return tuple(pair(index) for index in range(len(_MODES)))


def _text(layer_id: str, text: str, x: float, y: float, width: float, **fields) -> TextLayer:
    style = {name: fields.pop(name) for name in set(TextStyle.model_fields) & fields.keys()}
    box = Box(x, y, width, fields.pop("height", 60))
    return TextLayer(
        id=layer_id, role="body", text=text, box=box, style=TextStyle(**style), **fields
    )


def _texts() -> tuple[TextLayer, ...]:
    serif, sans = "Playfair Display", "Inter"
    rainbow = LinearFill(start=Point(0, 0), end=Point(1, 0), stops=_STOPS)
    return (
        _text("headline", "Office waffles, AVATAR", 20, 530, 560, font=serif, size=46, weight=700),
        _text("tracked", "tracked out", 600, 530, 380, font="Oswald", size=46, tracking=180,
              case="upper", weight=700),
        _text("spans", "One red word, one BIG one, one thin.", 20, 600, 560, font=sans, size=26,
              height=70, spans=(
                  Span(start=4, end=7, color="#d00000", weight=700, underline=True),
                  Span(start=18, end=21, size=44, font="Anton", tracking=60),
                  Span(start=31, end=35, italic=True, font="EB Garamond", strikethrough=True),
              )),
        _text("figures", "0123 fi 1/2 ffl", 600, 610, 380, font=sans, size=34,
              features=("tnum", "zero", "frac=1")),
        _text("arabic", "سوق الليل ٢٠٢٦ (Live) مساءً!", 20, 680, 460, font="Noto Naskh Arabic",
              size=36, height=120),
        _text("hebrew", "שלום, world 2026! מה נשמע?", 500, 680, 480, font="Noto Sans Hebrew",
              size=34, direction="rtl", height=60),
        _text("hindi", "क्षत्रिय हिन्दी रात्रि बाज़ार", 20, 780, 460, size=36,
              font="Noto Sans Devanagari"),
        _text("thai", "สวัสดีชาวโลก ภาษาไทยไม่มีช่องว่างระหว่างคำ", 500, 750, 480, size=28,
              font="Noto Sans Thai", height=100, language="th"),
        _text("chinese", "夜市每周五晚上开放，欢迎光临。", 20, 840, 300, size=32,
              font="Noto Sans SC", height=100, language="zh"),
        _text("emoji", "Jazz 🎷 & 🍜 👩‍👩‍👧 🇩🇪!", 340, 850, 300, font=sans, size=34),
        _text("cyrillic", "Ночной рынок · Νύχτα", 660, 850, 330, font=sans, size=30, weight=600),
        _text("justified", "Every Friday from six until the last dumpling is gone; entry is free, "
              "and dogs are as welcome as their people.", 20, 940, 300, font=sans, size=20,
              align="justify", height=140),
        _text("centred", "Two lines,\nin the middle", 340, 940, 300, font=serif, size=32,
              align="center", height=100, italic=True),
        _text("ended", "at the\x0b right\tside \x01 end", 660, 940, 320, font=sans, size=28,
              align="end", height=100, leading=1.6),
        _text("gradient", "RAINBOW", 20, 1080, 460, font="Anton", size=90, height=110,
              fill=rainbow),
        _text("sanded", "SAND", 500, 1080, 480, font="Anton", size=90, height=110,
              fill=SolidFill(color="#e9c46a", grain=Grain(color="#774936", amount=0.8, seed=5))),
        _text("hyphenated", "extra\u00adordi\u00adnarily long com\u00adpounds", 640, 1040, 180,
              font=sans, size=22, height=90, wrap="greedy"),
    )  # fmt: skip


def _effects(assets: AssetStore) -> tuple[TextLayer | ShapeLayer | GroupLayer, ...]:
    ink = "#14213d"
    return (
        _text("outlined", "OUTLINE\nTWICE", 20, 1200, 300, font="Anton", size=70, height=180,
              color="#fefae0", leading=1.05,
              effects=(Outline(color="#bc6c25", width=9), Outline(color=ink, width=4))),
        _text("solid", "DEEP", 340, 1200, 300, font="Anton", size=110, height=160,
              color="#ffffff", rotation=-8,
              effects=(Extrusion(color="#c1121f", dx=16, dy=20), Outline(color=ink, width=3),
                       Shadow(dx=4, dy=6, blur=10, color="#00000080"))),
        _text("shadowed", "Shadow 🌙", 640, 1200, 340, font="Oswald", size=60, height=90,
              color="#3d405b", rotation=5,
              effects=(Shadow(dx=8, dy=8, color="#e07a5f"), Shadow(dy=14, blur=12))),
        ShapeLayer(id="blurred", role="texture", shape="ellipse", box=Box(660, 1320, 120, 90),
                   fill=SolidFill(color="#ff006e"), effects=(Blur(radius=9),)),
        GroupLayer(
            id="floating", role="badge", effects=(Shadow(dy=8, blur=20), Blur(radius=1)),
            opacity=0.95, layers=(
                ShapeLayer(id="plate", role="badge", box=Box(800, 1320, 150, 100), rotation=12,
                           corner_radius=20, fill=SolidFill(color="#8ac926")),
                _text("plate-copy", "50% off", 815, 1345, 130, font="Anton", size=36, rotation=12),
            ),
        ),
        ShapeLayer(id="cutoff", role="ornament", box=Box(-40, 1420, 200, 200), rotation=30,
                   fill=SolidFill(color="#1982c4"), effects=(Shadow(dx=10, blur=8),)),
        _text("faint", "overlapping faint text", 300, 1420, 500, font="Pacifico", size=48,
              opacity=0.45, blend_mode="multiply"),
    )  # fmt: skip


def _grid(width: int, height: int) -> tuple[np.ndarray, np.ndarray]:
    return np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))


def _rgba(*channels: np.ndarray) -> np.ndarray:
    return np.round(np.clip(np.stack(np.broadcast_arrays(*channels), -1), 0, 1) * 255).astype("u1")


def _jpeg(width: int, height: int) -> bytes:
    x, y = _grid(width, height)
    waves = 0.5 + 0.5 * np.sin(12 * x + 5 * np.sin(6 * y))
    pixels = _rgba(waves, y, 1 - x)
    buffer = io.BytesIO()
    Image.fromarray(pixels, "RGB").save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _disc(size: int) -> np.ndarray:
    x, y = _grid(size, size)
    distance = np.hypot(x - 0.5, y - 0.5)
    return _rgba(0.9 - y * 0.5, 0.4 + x * 0.4, x, np.clip((0.48 - distance) * 20, 0, 1))


def _ramp(width: int, height: int) -> np.ndarray:
    x, y = _grid(width, height)
    return _rgba(x, x, x, np.ones_like(y))
