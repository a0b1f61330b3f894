"""Whole pictures in OKLab (Ottosson 2020): arrays of sRGB in, lightness and two axes out."""

from __future__ import annotations

import numpy as np

_TO_LMS = np.array(
    [[0.4122214708, 0.5363325363, 0.0514459929],
     [0.2119034982, 0.6806995451, 0.1073969566],
     [0.0883024619, 0.2817188376, 0.6299787005]], np.float32,
)  # fmt: skip
_TO_LAB = np.array(
    [[0.2104542553, 0.7936177850, -0.0040720468],
     [1.9779984951, -2.4285922050, 0.4505937099],
     [0.0259040371, 0.7827717662, -0.8086757660]], np.float32,
)  # fmt: skip
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722], np.float32)
_VALUES = np.arange(256, dtype=np.float32) / 255
_LINEAR = np.where(_VALUES <= 0.04045, _VALUES / 12.92, ((_VALUES + 0.055) / 1.055) ** 2.4)


def oklab(colors: np.ndarray) -> np.ndarray:
    """sRGB uint8 (..., 3) as OKLab float32 (..., 3)."""
    lms = np.cbrt(_LINEAR[colors].astype(np.float32) @ _TO_LMS.T)
    return lms @ _TO_LAB.T


def srgb(lab: np.ndarray) -> np.ndarray:
    """OKLab (..., 3) as sRGB uint8 (..., 3); what lies outside of sRGB is cut off."""
    lms = (lab @ np.linalg.inv(_TO_LAB).T) ** 3
    linear = np.clip(lms @ np.linalg.inv(_TO_LMS).T, 0, 1)
    value = np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * linear ** (1 / 2.4) - 0.055)
    return (value * 255 + 0.5).astype(np.uint8)


def luminances(colors: np.ndarray) -> np.ndarray:
    """WCAG relative luminance 0..1 of sRGB values 0..255 (..., 3), uint8 or float."""
    if colors.dtype == np.uint8:
        return _LINEAR[colors].astype(np.float32) @ _LUMINANCE
    value = colors.astype(np.float32) / 255
    linear = np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    return linear @ _LUMINANCE


def ratios(first: np.ndarray | float, second: np.ndarray | float) -> np.ndarray:
    """WCAG contrast ratios of two luminances."""
    return (np.maximum(first, second) + 0.05) / (np.minimum(first, second) + 0.05)
