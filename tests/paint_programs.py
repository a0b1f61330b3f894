"""What GIMP and Krita show of a file, for tests and benchmarks. Krita needs an X server: Xvfb."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

_GIMP, _KRITA = "gimp-console-2.10", "krita"
_MERGE = """
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{source}" "{source}")))
       (layer (car (gimp-image-merge-visible-layers image CLIP-TO-IMAGE))))
  (gimp-layer-resize-to-image-size layer)
  (file-png-save-defaults RUN-NONINTERACTIVE image layer "{target}" "{target}"))
"""
_LIST = """
(define (tell item depth)
  (gimp-message (string-append (number->string depth) "|" (car (gimp-item-get-name item))))
  (if (= (car (gimp-item-is-group item)) TRUE)
      (for-each (lambda (child) (tell child (+ depth 1)))
                (vector->list (cadr (gimp-item-get-children item))))))
(let ((image (car (gimp-file-load RUN-NONINTERACTIVE "{source}" "{source}"))))
  (for-each (lambda (item) (tell item 0)) (vector->list (cadr (gimp-image-get-layers image)))))
"""


class Shown(NamedTuple):
    """A layer as a program lists it, top first."""

    depth: int  # groups around it
    name: str


def require() -> None:
    """Skip the test where a program is missing; fail it when CI=true."""
    missing = [name for name in (_GIMP, _KRITA, "xvfb-run", "xauth") if shutil.which(name) is None]
    if not missing:
        return
    advice = (
        f"{', '.join(missing)} missing: "
        "apt-get install -y --no-install-recommends gimp krita xvfb xauth"
    )
    if os.environ.get("CI") == "true":
        pytest.fail(advice)
    pytest.skip(advice)


def gimp(path: Path) -> np.ndarray:
    """The visible layers merged, (height, width, 4)."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "merged.png"
        _run_gimp(_MERGE.format(source=path.resolve(), target=target))
        return _pixels(target)


def gimp_layers(path: Path) -> list[Shown]:
    return [
        Shown(int(depth), name)
        for line in _run_gimp(_LIST.format(source=path.resolve())).splitlines()
        if "|" in line
        for depth, name in [line.split("Warning: ", 1)[-1].split("|", 1)]
    ]


def krita(path: Path) -> np.ndarray:
    """The visible layers merged, (height, width, 4)."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "merged.png"
        _run_krita(path, target)
        return _pixels(target)


def psd_tools(path: Path) -> np.ndarray:
    """The layers as psd-tools composes them, rounded: its own picture cuts the fractions off."""
    from psd_tools import PSDImage
    from psd_tools.composite import composite

    color, _, alpha = composite(PSDImage.open(path), force=True)
    return np.round(255 * np.concatenate([color, alpha], axis=-1)).astype(np.uint8)


def krita_layers(path: Path) -> list[Shown]:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "layers.kra"
        _run_krita(path, target)
        with zipfile.ZipFile(target) as archive:
            tree = ElementTree.fromstring(archive.read("maindoc.xml"))
    found: list[Shown] = []

    def tell(element: ElementTree.Element, depth: int) -> None:
        for child in element:
            inside = child.tag.endswith("}layer")
            if inside:
                found.append(Shown(depth, child.get("name", "")))
            tell(child, depth + inside)

    tell(tree, 0)
    return found


PROGRAMS: dict[str, Callable[[Path], np.ndarray]] = {"gimp": gimp, "krita": krita}


def difference(shown: np.ndarray, ours: np.ndarray) -> tuple[float, int]:
    """Mean and largest difference of the channels, in 1/255, both over white."""
    apart = np.abs(_over_white(shown) - _over_white(ours))
    return float(apart.mean()), round(float(apart.max()))


def _over_white(pixels: np.ndarray) -> np.ndarray:
    alpha = pixels[..., 3:] / 255
    return pixels[..., :3] * alpha + 255 * (1 - alpha)


def _run_gimp(script: str) -> str:
    """What the script tells by gimp-message."""
    command = [_GIMP, "-i", "-d", "-f", "-b", " ".join(script.split()), "-b", "(gimp-quit 0)"]
    done = subprocess.run(command, capture_output=True, timeout=120, check=True)
    return done.stderr.decode()


def _run_krita(path: Path, target: Path) -> None:
    """Every worker has displays of its own; three tries, since a server may be slow to start."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    export = ["krita", "--export", "--export-filename", str(target), str(path.resolve())]
    for attempt in range(3):
        display = str(100 + 40 * worker + 3 * attempt)
        command = ["xvfb-run", "-a", "-n", display, *export]
        done = subprocess.run(command, capture_output=True, timeout=180, check=False)
        if target.exists():
            return
    raise RuntimeError(f"Krita exported nothing from {path.name}: {done.stderr.decode()[-400:]}")


def _pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGBA"))
