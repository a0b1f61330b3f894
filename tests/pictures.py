"""Photograph-like pictures drawn with numpy: what users hand in, without anybody's photograph."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter


def mug(width=900, height=900, ground=(244, 242, 238), color=(196, 62, 48)) -> np.ndarray:
    """A mug with a handle on a light sweep that darkens downwards, with a soft shadow."""
    fall = np.linspace(0, 18, height)[:, None, None]
    picture = Image.fromarray((np.array(ground) - fall + np.zeros((1, width, 1))).astype(np.uint8))
    side, x, y = min(width, height), width / 2, height / 2
    shadow = Image.new("L", (width, height), 0)
    foot = (x - 0.30 * side, y + 0.24 * side, x + 0.30 * side, y + 0.34 * side)
    ImageDraw.Draw(shadow).ellipse(foot, fill=70)
    shadow = shadow.filter(ImageFilter.GaussianBlur(0.03 * side))
    picture.paste((90, 88, 84), (0, 0), shadow)
    big = picture.resize((2 * width, 2 * height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(big)
    x, y, side = 2 * x, 2 * y, 2 * side
    ring = (x + 0.10 * side, y - 0.16 * side, x + 0.36 * side, y + 0.14 * side)
    draw.ellipse(ring, outline=color, width=round(0.05 * side))
    draw.rectangle((x - 0.22 * side, y - 0.26 * side, x + 0.22 * side, y + 0.26 * side), fill=color)
    draw.ellipse((x - 0.22 * side, y + 0.20 * side, x + 0.22 * side, y + 0.32 * side), fill=color)
    rim = (x - 0.22 * side, y - 0.32 * side, x + 0.22 * side, y - 0.20 * side)
    draw.ellipse(rim, fill=(238, 220, 205))
    return rgba(big.resize((width, height), Image.Resampling.BOX))


def landscape(width=1200, height=800) -> np.ndarray:
    """A calm sky over dark, rough hills with a bright hut on the right."""
    down = np.linspace(0, 1, height)[:, None, None]
    sky = np.array([96, 150, 214]) * (1 - down) + np.array([232, 206, 180]) * down
    pixels = sky + np.zeros((1, width, 1))
    across = np.arange(width)
    ridge = height * (0.62 + 0.05 * np.sin(across / width * 9) + 0.03 * np.sin(across / 37))
    land = np.arange(height)[:, None] > ridge[None]
    rough = np.random.default_rng(3).normal(0, 22, (height, width, 1))
    pixels = np.where(land[..., None], np.array([52, 74, 48]) + rough, pixels)
    picture = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    hut = (0.66 * width, 0.60 * height, 0.80 * width, 0.80 * height)
    ImageDraw.Draw(picture).rectangle(hut, fill=(214, 66, 40))
    return rgba(picture)


def portrait(width=800, height=1000) -> np.ndarray:
    """A head and shoulders before a blurred room; they leave the sheet at the bottom."""
    chance = np.random.default_rng(5)
    room = chance.integers(40, 120, (6, 5, 3)).astype(np.uint8)
    picture = Image.fromarray(room).resize((width, height), Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    w, h = width, height
    draw.ellipse((0.12 * w, 0.62 * h, 0.88 * w, 1.4 * h), fill=(36, 62, 120))
    draw.ellipse((0.32 * w, 0.22 * h, 0.68 * w, 0.66 * h), fill=(226, 178, 148))
    draw.chord((0.30 * w, 0.16 * h, 0.70 * w, 0.60 * h), 180, 360, fill=(58, 36, 24))
    return rgba(picture)


def texture(width=900, height=700, seed=1, low=0, high=255) -> np.ndarray:
    """Noise of several sizes: nowhere calm."""
    chance = np.random.default_rng(seed)
    total = np.zeros((height, width, 3))
    for cells in (6, 24, 90, 300):
        patch = chance.integers(low, high + 1, (cells, cells, 3)).astype(np.uint8)
        total += np.asarray(Image.fromarray(patch).resize((width, height)))
    return rgba(Image.fromarray((total / 4).clip(0, 255).astype(np.uint8)))


def gradient(width=900, height=700, seed=1) -> np.ndarray:
    """A smooth sweep between four random corners."""
    corners = np.random.default_rng(seed).integers(0, 256, (2, 2, 3)).astype(np.uint8)
    return rgba(Image.fromarray(corners).resize((width, height), Image.Resampling.BILINEAR))


def bottle(width=400, height=900) -> np.ndarray:
    """A green bottle on nothing: the picture is transparent around it."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((110, 300, 290, 860), 40, fill=(30, 120, 70, 255))
    draw.rectangle((165, 60, 235, 340), fill=(24, 96, 58, 255))
    draw.rectangle((110, 480, 290, 700), fill=(240, 232, 210, 255))
    return np.asarray(picture)


def rgba(picture: Image.Image) -> np.ndarray:
    return np.asarray(picture.convert("RGBA"))
