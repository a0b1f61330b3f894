"""What the browser offers to choose from is what the document takes."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from design_io.document import BlendMode

_MODULE = Path(__file__).parents[2] / "assets/editor/blends.js"


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_browser_knows_the_blend_modes_of_the_document():
    code = f"import('{_MODULE}').then((m) => console.log(JSON.stringify(m.BLENDS)))"
    said = subprocess.run(["node", "-e", code], capture_output=True, check=True).stdout
    assert json.loads(said) == list(get_args(BlendMode))
