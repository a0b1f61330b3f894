"""The door to skia."""

import runpy
import sys

import pytest

from design_io import skia_library
from design_io.errors import DesignError


def test_a_missing_system_library_is_told_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "skia", None)
    with pytest.raises(DesignError, match="apt-get install libegl1 libgl1") as caught:
        runpy.run_path(skia_library.__file__)
    assert "\n" not in str(caught.value)
