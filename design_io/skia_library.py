"""The one door to skia, so that a missing system library is told in one sentence."""

from __future__ import annotations

from design_io.errors import DesignError

try:
    import skia
except ImportError as error:
    raise DesignError(
        f"the drawing library skia cannot be loaded ({error}); "
        "run `apt-get install libegl1 libgl1` (or `pip install skia-python` when it is missing)"
    ) from error

__all__ = ["skia"]
