"""The pure modules of the browser, tested by node's own runner where node is installed."""

import shutil
import subprocess
from pathlib import Path

import pytest

_JS = Path(__file__).parent / "js"


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_pure_modules_of_the_browser_pass_their_own_tests():
    files = sorted(map(str, _JS.glob("*.test.mjs")))
    done = subprocess.run(["node", "--test", *files], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout[-4000:]
