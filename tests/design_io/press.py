"""A small ICC profile of an ideal press, made here: inks that absorb as they should.

ICC.1:2001-04: an output profile with lut8 tables from and to Lab (6.5.8 lut8Type).
"""

import struct
from itertools import product

import numpy as np

_FINE, _COARSE = 9, 3  # grid points per side: of Lab, of the inks
_WHITE = np.array([0.9642, 1.0, 0.8249])  # D50
_TO_XYZ = np.array(
    [[0.4361, 0.3851, 0.1431], [0.2225, 0.7169, 0.0606], [0.0139, 0.0971, 0.7141]]
)  # linear sRGB, adapted to D50


def press_profile() -> bytes:
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", 12) + b"Ideal press\0" + bytes(78),
        b"cprt": b"text" + bytes(4) + b"none\0",
        b"wtpt": b"XYZ " + bytes(4) + _fixed(_WHITE),
        b"A2B0": _lut(4, 3, _COARSE, _lab_of_inks(_grid(4, _COARSE))),
        b"B2A0": _lut(3, 4, _FINE, _inks_of_lab(_grid(3, _FINE))),
    }
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        place = 128 + 4 + 12 * len(tags) + len(body)
        table += name + struct.pack(">II", place, len(data))
        body += data + bytes(-len(data) % 4)
    header = struct.pack(">I4sI", 128 + len(table) + len(body), bytes(4), 0x02400000)
    header += b"prtrCMYKLab " + struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp"
    return header.ljust(68, b"\0") + _fixed(_WHITE) + bytes(48) + table + body


def _grid(sides: int, points: int) -> np.ndarray:
    """Every point 0..1, the first side slowest."""
    return np.array(list(product(np.linspace(0, 1, points), repeat=sides)))


def _inks_of_lab(lab: np.ndarray) -> np.ndarray:
    """All grey that cyan, magenta and yellow share is black ink."""
    height = (lab[:, 0] * 100 + 16) / 116
    a, b = (lab[:, 1:] * 255 - 128).T
    curves = np.stack([height + a / 500, height, height - b / 200], axis=1)
    xyz = np.where(curves > 6 / 29, curves**3, 3 * (6 / 29) ** 2 * (curves - 4 / 29)) * _WHITE
    linear = (xyz @ np.linalg.inv(_TO_XYZ).T).clip(0, 1)
    gamma = np.where(linear > 0.0031308, 1.055 * linear ** (1 / 2.4) - 0.055, 12.92 * linear)
    absorbed = 1 - gamma.clip(0, 1)
    black = absorbed.min(axis=1, keepdims=True)
    colors = (absorbed - black) / np.maximum(1 - black, 1e-9)
    return np.hstack([colors, black])


def _lab_of_inks(inks: np.ndarray) -> np.ndarray:
    gamma = (1 - inks[:, :3]) * (1 - inks[:, 3:])
    linear = np.where(gamma > 0.04045, ((gamma + 0.055) / 1.055) ** 2.4, gamma / 12.92)
    share = linear @ _TO_XYZ.T / _WHITE
    curves = np.where(share > (6 / 29) ** 3, np.cbrt(share), share / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = curves.T
    return np.stack(
        [(116 * y - 16) / 100, (500 * (x - y) + 128) / 255, (200 * (y - z) + 128) / 255], axis=1
    )


def _lut(inputs: int, outputs: int, points: int, table: np.ndarray) -> bytes:
    identity = bytes(range(256))
    matrix = _fixed(np.eye(3).ravel())
    grid = np.round(table.clip(0, 1) * 255).astype(np.uint8).tobytes()
    head = b"mft1" + bytes(4) + bytes([inputs, outputs, points, 0])
    return head + matrix + identity * inputs + grid + identity * outputs


def _fixed(values: np.ndarray) -> bytes:
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
