"""What `glow` reads: words as frozen vectors by their hash, colours as their numbers.

There is nothing to train and no tokenizer: a vector's first part holds a colour, its second the
sum of the token's words. Tokens of a caption have no order, so a colour's rank is one of its words.
"""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np

from generators.diffusion.glow_scenes import BACKDROPS, REGIONS, Scenes

WIDTH = 64  # of a vector
TOKENS = 3  # of a backdrop: its kind and two colours
_COLOR = 24  # of WIDTH
_RANKS = ("first", "second")


def of_backdrops(scenes: Scenes) -> tuple[np.ndarray, np.ndarray]:
    """The words (count, TOKENS, WIDTH) and their mean (count, WIDTH)."""
    count = len(scenes.backdrop)
    tokens = np.zeros((count, TOKENS, WIDTH), np.float32)
    tokens[:, 0, _COLOR:] = _words(BACKDROPS)[scenes.backdrop]
    tokens[:, 1:, :_COLOR] = of_colors(scenes.colors)
    tokens[:, 1:, _COLOR:] = _words(_RANKS)
    return tokens, tokens.mean(1)


def of_regions(scenes: Scenes) -> np.ndarray:
    """(count, slots, WIDTH): a region's kind and, but for calm ones, its colour."""
    told = np.zeros((*scenes.kind.shape, WIDTH), np.float32)
    told[..., _COLOR:] = _words(REGIONS)[np.maximum(scenes.kind, 0)]
    colored = (scenes.kind >= 0) & (scenes.kind < len(REGIONS) - 1)
    told[..., :_COLOR] = colored[..., None] * of_colors(scenes.tints)
    return told


def of_colors(rgb: np.ndarray) -> np.ndarray:
    """(…, 3) in 0..1 -> (…, 24): the three numbers, their waves, and a mark that there are any."""
    angle = np.pi * rgb[..., None] * np.array([1.0, 2.0, 4.0], np.float32)
    waves = np.concatenate([np.sin(angle), np.cos(angle)], -1).reshape(*rgb.shape[:-1], 18)
    plain = np.concatenate([2 * (2 * rgb - 1), rgb * 0 + 1], -1)
    return np.concatenate([plain, waves], -1).astype(np.float32)


@cache
def _words(words: tuple[str, ...]) -> np.ndarray:
    """(words, WIDTH - 24), each of length √(WIDTH - 24)."""
    size = WIDTH - _COLOR
    vectors = []
    for word in words:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:8], "big")
        vectors.append(np.random.default_rng(seed).standard_normal(size))
    return np.array([v / np.linalg.norm(v) * size**0.5 for v in vectors], np.float32)
