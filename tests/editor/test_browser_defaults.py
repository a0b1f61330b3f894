"""What the browser takes for a field that is left out is what the document says."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import get_args

import pytest

from design_io.document import BlendMode, GroupLayer, ImageLayer, ShapeLayer, TextLayer, TextStyle

_MODULE = Path(__file__).parents[2] / "assets/editor/defaults.js"
_KINDS = {"image": ImageLayer, "text": TextLayer, "shape": ShapeLayer, "group": GroupLayer}


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_the_browser_knows_the_defaults_of_the_document():
    code = f"import('{_MODULE}').then((m) => console.log(JSON.stringify(m)))"
    said = json.loads(subprocess.run(["node", "-e", code], capture_output=True, check=True).stdout)
    assert said["STYLE"] == json.loads(TextStyle().model_dump_json())
    assert said["BLENDS"] == list(get_args(BlendMode))
    for kind, model in _KINDS.items():
        fields = model.model_fields
        for name, value in said["FIELDS"][kind].items():
            default = fields[name].default
            assert value == (list(default) if isinstance(default, tuple) else default), name
