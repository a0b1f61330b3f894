"""What resvg and Inkscape show of an SVG. Both know Plakat's fonts: resvg by their folder,
Inkscape from a home whose font folder they are."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pytest
import resvg_py
from PIL import Image

from design_io.fonts import FONTS

INKSCAPE = shutil.which("inkscape")


def require_inkscape() -> None:
    """Skip the test where it is missing; fail it when CI=true."""
    advice = "inkscape missing: apt-get install -y --no-install-recommends inkscape"
    if INKSCAPE is None and os.environ.get("CI") == "true":
        pytest.fail(advice)
    if INKSCAPE is None:
        pytest.skip(advice)


def resvg(path: Path, width: int, height: int) -> np.ndarray:
    """RGB over white, (height, width, 3)."""
    png = resvg_py.svg_to_bytes(
        svg_string=path.read_text("utf-8"), width=width, height=height, dpi=96.0,
        skip_system_fonts=True, font_dirs=[str(FONTS)],
    )  # fmt: skip
    return _over_white(io.BytesIO(bytes(png)))


def inkscape(path: Path, width: int) -> np.ndarray:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / ".fonts").symlink_to(FONTS, target_is_directory=True)
        target = Path(folder) / "shown.png"
        command = [
            str(INKSCAPE), "--export-type=png", f"--export-width={width}",
            f"--export-filename={target}", str(path.resolve()),
        ]  # fmt: skip
        environment = os.environ | {"HOME": folder}
        subprocess.run(command, env=environment, capture_output=True, timeout=180, check=True)
        return _over_white(target)


def _over_white(source: Path | io.BytesIO) -> np.ndarray:
    with Image.open(source) as picture:
        shown = picture.convert("RGBA")
    white = Image.new("RGBA", shown.size, "white")
    return np.asarray(Image.alpha_composite(white, shown).convert("RGB"))
