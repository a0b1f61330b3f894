"""The Makefile hands its values to the shell as they are; checked with a stand-in for Python."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ECHO = '#!/bin/sh\nfor word in "$@"; do printf "%s\\n" "$word"; done >> "$SEEN"\n'
pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")


def made(target: str, tmp_path: Path, **variables: str) -> str:
    """What `make target` would have given Python, one argument a line."""
    python = tmp_path / "venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(ECHO, encoding="utf-8")
    python.chmod(0o755)
    ready = tmp_path / "venv" / ".ready"
    ready.touch()
    later = time.time() + 3600  # newer than every file it depends on: nothing is installed
    os.utime(ready, (later, later))
    environment = {**os.environ, "SEEN": str(tmp_path / "seen"), **variables}
    subprocess.run(
        ["make", "-s", target, f"VENV={tmp_path / 'venv'}"], cwd=ROOT, env=environment, check=True
    )
    return (tmp_path / "seen").read_text(encoding="utf-8")


def test_the_first_poster_keeps_its_price(tmp_path: Path) -> None:
    assert "tickets $25\n" in made("poster", tmp_path)


@pytest.mark.parametrize("request_", ['Tickets $9, "now" or $HOME', "Back`tick & a 'quote'; done"])
def test_a_request_reaches_the_program_unexpanded(tmp_path: Path, request_: str) -> None:
    assert f"{request_}\n" in made("poster", tmp_path, REQUEST=request_)
