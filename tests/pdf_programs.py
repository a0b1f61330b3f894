"""What poppler, mupdf and Ghostscript show of a PDF, for tests and benchmarks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import unicodedata
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

_NEEDED = ("pdftotext", "pdftoppm", "mutool", "gs", "qpdf")
_PACKAGES = "poppler-utils mupdf-tools ghostscript qpdf"


def require() -> None:
    """Skip the test where a program is missing; fail it when CI=true."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if not missing:
        return
    advice = f"{', '.join(missing)} missing: apt-get install -y --no-install-recommends {_PACKAGES}"
    if os.environ.get("CI") == "true":
        pytest.fail(advice)
    pytest.skip(advice)


def check(path: Path) -> str:
    """What qpdf complains of; empty when it finds nothing."""
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def words(path: Path) -> str:
    """The text as a reader copies it: NFC, white space collapsed, marks of direction left out."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
    return plain(done.stdout.decode())


def plain(text: str) -> str:
    text = re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\u00ad]", "", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def poppler(path: Path, dpi: float) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        _run("pdftoppm", "-r", f"{dpi:g}", "-png", "-singlefile", path, f"{folder}/page")
        return _pixels(Path(folder) / "page.png")


def mupdf(path: Path, dpi: float) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        _run("mutool", "draw", "-q", "-r", f"{dpi:g}", "-o", f"{folder}/page.png", path, "1")
        return _pixels(Path(folder) / "page.png")


def ghostscript(path: Path, dpi: float) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        _run(
            "gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=png16m", f"-r{dpi:g}",
            "-dTextAlphaBits=4", "-dGraphicsAlphaBits=4", "-dLastPage=1", "-o",
            f"{folder}/page.png", path,
        )  # fmt: skip
        return _pixels(Path(folder) / "page.png")


PROGRAMS: dict[str, Callable[[Path, float], np.ndarray]] = {
    "poppler": poppler, "mupdf": mupdf, "ghostscript": ghostscript,
}  # fmt: skip


def difference(shown: np.ndarray, ours: np.ndarray) -> float:
    """Mean difference of the channels, of 255, where both have pixels; ours is over white."""
    alpha = ours[..., 3:] / 255
    white = ours[..., :3] * alpha + 255 * (1 - alpha)
    height, width = min(shown.shape[0], white.shape[0]), min(shown.shape[1], white.shape[1])
    return float(np.abs(shown[:height, :width] - white[:height, :width]).mean())


def _run(*command: object) -> None:
    subprocess.run([str(part) for part in command], capture_output=True, check=True, timeout=300)


def _pixels(path: Path) -> np.ndarray:
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"), np.float64)
