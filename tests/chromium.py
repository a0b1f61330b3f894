"""Pictures of SVG and HTML files as Chromium paints them, for tests and benchmarks."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ADVICE = "Chromium is missing: apt-get install -y --no-install-recommends chromium"
_FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
    "--force-color-profile=srgb", "--disable-lcd-text", "--font-render-hinting=none",
    "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--allow-file-access-from-files",
)  # fmt: skip
_PAGE = (
    '<!doctype html><meta charset="utf-8"><style>html,body{{margin:0;background:#fff}}'
    'img{{display:block;width:{width}px;height:{height}px}}</style><img src="{source}">'
)


def executable() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


def require() -> None:
    """Skip the test where Chromium is missing; fail it when CI=true."""
    if executable() is None:
        if os.environ.get("CI") == "true":
            pytest.fail(ADVICE)
        pytest.skip(ADVICE)


def screenshot(path: Path, width: int, height: int) -> np.ndarray:
    """The page or picture over white as (height, width, 3) uint8.

    An SVG is shown as an `img` of that size, whatever size the file itself states.
    """
    with tempfile.TemporaryDirectory() as folder:
        page = path.resolve()
        if path.suffix == ".svg":
            page = Path(folder) / "page.html"
            source = path.resolve().as_uri()
            page.write_text(_PAGE.format(width=width, height=height, source=source))
        target = Path(folder) / "shot.png"
        command = [
            str(executable()), *_FLAGS, f"--user-data-dir={folder}/profile",
            f"--window-size={width},{height}", f"--screenshot={target}", page.as_uri(),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, timeout=120, check=False)
        if not target.exists():
            raise RuntimeError(f"Chromium made no picture: {done.stderr.decode()[-400:]}")
        with Image.open(target) as picture:
            return np.asarray(picture.convert("RGB"))
