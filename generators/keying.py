"""Elements by key colour: painted on a flat ground of a colour that nothing else has, then cut out.

How much of the key is in a pixel is a linear measure (the colour difference of Vlahos, 1964): the
least of the key's strong channels less the greatest of its weak ones. Greys have none, so what is
solid stays solid; a shadow is the key darkened, and comes out black. Where the colour of the
element is known from beside, the mixture is solved with it. Deterministic, numpy alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from design_io.color import hex_to_rgb
from design_io.oklab import oklab

KEYS = {  # by the names that painters know best
    "bright green": "#00ff00", "magenta": "#ff00ff", "bright blue": "#0000ff", "cyan": "#00ffff",
}  # fmt: skip
_RIM = 0.02  # of the shorter side: the border in which the ground is looked for
_RIM_KEYED = 0.5  # of the border: the least that must be ground
_WEAKEST = 0.2  # of 1: a ground with less of the key cannot be told from what stands on it
_UNEVEN = 0.05  # rms of the border's colours from the surface through them, 0..1
_SPREAD = 0.02  # the least that a pixel must differ from the ground to be more than its noise
_SIZES = (0.002, 0.97)  # of the picture: what an element may cover
_NEARLY = 0.85  # of the farthest key's distance
_SOLID = 0.985  # of 1: what has no more of the key than this leaves is all element
_NOISE = 4.0  # times the ground's rms: the key that noise alone may put into a pixel
_EDGE = 0.004  # of the shorter side: how far from a soft edge colours are surely pure
_TRUST = 8.0  # times opacity: how far an unmixed colour is believed; noise grows as opacity falls
_LEAN = 0.03  # weight of "no shadow" against the squared colours, 0..1


class KeyingError(Exception):
    """The picture has no ground to take away; the message says why."""


class Ground(NamedTuple):
    colors: np.ndarray  # (height, width, 3) 0..1, a smooth surface
    noise: float  # rms, 0..1


def keys_for(palette: Iterable[str]) -> tuple[str, str]:
    """The names of two key colours: that which is farthest, in OKLab, from every colour of the
    palette, and the next; of those nearly as far the first, as greens are least in the shades of
    things."""
    colors = [hex_to_rgb(color[:7]) for color in palette] or [(128, 128, 128)]
    taken = oklab(np.array(colors, np.uint8))
    keys = oklab(np.array([hex_to_rgb(key) for key in KEYS.values()], np.uint8))
    apart = np.sqrt(((keys[:, None] - taken[None]) ** 2).sum(axis=2)).min(axis=1)
    far = dict(zip(KEYS, apart, strict=True))
    first = next(name for name in KEYS if far[name] >= _NEARLY * apart.max())
    second = max((name for name in KEYS if name != first), key=lambda name: far[name])
    return first, second


def on_key(prompt: str, key: str) -> str:
    """The prompt for an element that is to be cut out of a ground of the colour `key`."""
    color = KEYS[key]
    return (
        f"{prompt.strip().rstrip('.')}. One element alone, whole, centred, with space around it, "
        f"on a perfectly flat uniform {key} ({color}) background; nothing of it is {key}; "
        "no other objects, no scenery, no frame, no lettering."
    )


def keyed(pixels: np.ndarray, key: str) -> np.ndarray:
    """RGBA uint8 pixels (height, width, 4) with their ground of the colour `key` transparent.

    Raises KeyingError where there is no such ground, or nothing stands on it.
    """
    color = np.array(hex_to_rgb(KEYS[key]), np.float32) / 255
    mixed = pixels[..., :3].astype(np.float32) / 255
    ground = _ground_of(mixed, color, key)
    alpha, beside = _matted(mixed, ground, color)
    floor = max(_SPREAD, 3 * ground.noise / float(_keyness(ground.colors, color).mean()))
    alpha = np.clip((alpha - floor) / (1 - floor), 0, 1)
    covered = float(alpha.mean())
    if not _SIZES[0] <= covered <= _SIZES[1]:
        what = "nothing" if covered < 0.5 else "no ground"
        raise KeyingError(f"{what} is left of a picture on {key}: {covered:.1%} of it is covered")
    clean = _despilled(mixed, ground.colors, beside, alpha, color)
    return np.dstack([_bytes(clean), _bytes(alpha)])


def trimmed(pixels: np.ndarray) -> np.ndarray:
    """The pixels without the transparent margin around what shows."""
    rows = np.flatnonzero((pixels[..., 3] > 2).any(axis=1))
    columns = np.flatnonzero((pixels[..., 3] > 2).any(axis=0))
    if not len(rows):
        return pixels
    return np.ascontiguousarray(pixels[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])


def _keyness(colors: np.ndarray, key: np.ndarray) -> np.ndarray:
    """How much of the key is in colours (…, 3); 0 for greys, below for what is opposed to it."""
    strong = key > 0.5
    return colors[..., strong].min(axis=-1) - colors[..., ~strong].max(axis=-1)


def _ground_of(mixed: np.ndarray, color: np.ndarray, key: str) -> Ground:
    """The surface (quadratic in x and y) through the border's pixels that are of the key."""
    height, width = mixed.shape[:2]
    rim = np.zeros((height, width), bool)
    inset = max(1, round(_RIM * min(height, width)))
    rim[:inset], rim[-inset:], rim[:, :inset], rim[:, -inset:] = True, True, True, True
    y, x = np.nonzero(rim)
    colors = mixed[rim]
    keyness = _keyness(colors, color)
    strong = keyness[keyness > _WEAKEST]
    like = keyness > max(_WEAKEST, 0.7 * float(np.median(strong)) if len(strong) else 1.0)
    if like.mean() < _RIM_KEYED:
        raise KeyingError(f"only {like.mean():.0%} of the picture's border is {key}")
    terms = _terms((x + 0.5) / width, (y + 0.5) / height)
    for _ in range(3):
        surface = np.linalg.lstsq(terms[like], colors[like], rcond=None)[0]
        apart = np.sqrt(((terms @ surface - colors) ** 2).mean(axis=1))
        like &= apart <= max(3 * float(np.median(apart[like])), 0.01)
    noise = float(np.sqrt((apart[like] ** 2).mean()))
    if noise > _UNEVEN or like.mean() < 0.7 * _RIM_KEYED:
        raise KeyingError(f"the {key} ground is not even: it varies by {noise:.0%}")
    across = ((np.arange(width, dtype=np.float32) + 0.5) / width)[None, :, None]
    down = ((np.arange(height, dtype=np.float32) + 0.5) / height)[:, None, None]
    one, x1, y1, xx, xy, yy = surface.astype(np.float32)
    colors = one + x1 * across + xx * across**2 + (y1 + xy * across) * down + yy * down**2
    return Ground(np.clip(colors, 0, 1), noise)


def _terms(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=-1)


def _matted(mixed: np.ndarray, ground: Ground, key: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Opacity, and the colours of what is solid carried over everything else."""
    least, own = _keyness(ground.colors, key), _keyness(mixed, key)
    spared = np.maximum((1 - _SOLID) * least, _NOISE * ground.noise)
    free = own <= spared
    core = _shrunk(free, max(2, round(_EDGE * min(free.shape))))
    core = core if core.any() else free
    beside = _filled(mixed * core[..., None], core.astype(np.float32))
    opposed = np.minimum(_keyness(beside, key), 0)
    share = np.clip((least - own) / (least - opposed), 0, 1)  # the least, whatever shadow there is
    solid = core | (share > 1 - spared / least)
    opacity = np.maximum(_solved(mixed, ground.colors, beside), share)
    return np.where(solid, 1.0, opacity), beside


def _shrunk(mask: np.ndarray, by: int) -> np.ndarray:
    picture = Image.fromarray(mask.astype(np.uint8) * 255)
    for _ in range(by):
        picture = picture.filter(ImageFilter.MinFilter(3))
    return np.asarray(picture) > 0


def _filled(colors: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Colours premultiplied by `weight`, with the gaps filled from ever coarser copies."""
    height, width = weight.shape
    known = colors / np.maximum(weight, 1e-6)[..., None]
    if min(height, width) <= 1 or weight.min() >= 1:
        return known
    tall, wide = height + height % 2, width + width % 2
    padded = np.pad(np.dstack([colors, weight]), ((0, tall - height), (0, wide - width), (0, 0)))
    half = padded.reshape(tall // 2, 2, wide // 2, 2, 4).mean(axis=(1, 3))
    full = np.where(half[..., 3:] > 0, half / np.maximum(half[..., 3:], 1e-6), 0)
    coarse = _filled(full[..., :3] * (full[..., 3:] > 0), full[..., 3])
    fine = np.dstack([_resized(coarse[..., n], (width, height)) for n in range(3)])
    return known * weight[..., None] + fine * (1 - weight[..., None])


def _resized(values: np.ndarray, size: tuple[int, int]) -> np.ndarray:
    picture = Image.fromarray(np.ascontiguousarray(values, np.float32))
    return np.asarray(picture.resize(size, Image.Resampling.BILINEAR))


def _solved(mixed: np.ndarray, ground: np.ndarray, beside: np.ndarray) -> np.ndarray:
    """Opacity: one less the share of the ground, where every pixel is the colour beside it, the
    ground, and black (a shadow) mixed; least squares, which lean to no shadow."""
    aa, bb = (beside**2).sum(axis=2) + _LEAN, (ground**2).sum(axis=2) + _LEAN
    ab = (beside * ground).sum(axis=2) + _LEAN
    a, b = (beside * mixed).sum(axis=2) + _LEAN, (ground * mixed).sum(axis=2) + _LEAN
    left = (aa * b - ab * a) / np.maximum(aa * bb - ab**2, 1e-4)
    return np.clip(1 - left, 0, 1)


def _despilled(
    mixed: np.ndarray, ground: np.ndarray, beside: np.ndarray, alpha: np.ndarray, key: np.ndarray
) -> np.ndarray:
    """Colours without the ground in them; where hardly anything shows, those beside."""
    part = alpha[..., None]
    clean = np.clip((mixed - (1 - part) * ground) / np.maximum(part, 0.05), 0, 1)
    strong = key > 0.5
    most = np.maximum(clean[..., ~strong].max(axis=-1), np.clip(_keyness(beside, key), 0, 1))
    spill = np.where(part >= 1, 0, np.clip(clean[..., strong] - most[..., None], 0, 1))
    if strong.sum() > 1:  # of two strong channels only what they share is spill
        spill = spill.min(axis=-1, keepdims=True)
    clean[..., strong] -= spill
    trust = np.clip(part * _TRUST, 0, 1)
    return trust * clean + (1 - trust) * beside


def _bytes(values: np.ndarray) -> np.ndarray:
    return np.clip(values * 255 + 0.5, 0, 255).astype(np.uint8)
