"""What a document refers to by name: assets by hash, fonts by family."""

from __future__ import annotations

from typing import NamedTuple

from design_io.assets import AssetStore
from design_io.fonts import FontLibrary


class Resources(NamedTuple):
    assets: AssetStore
    fonts: FontLibrary
