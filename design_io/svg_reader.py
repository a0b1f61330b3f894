"""Reopens our own SVG exactly, from the document and assets it carries.

The drawing is only looked at for assets that it shows unchanged (pictures, long paths), which are
then not carried twice.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from pathlib import Path
from xml.etree.ElementTree import Element

from design_io.assets import AssetStore
from design_io.document import Design, assets_of, from_json
from design_io.drawable import refuse_undrawable
from design_io.errors import DesignError, ImportRejected
from design_io.intake import read_capped, read_xml, refuse_bad_asset
from design_io.svg_drawing import PLAKAT_NAMESPACE

MAX_BYTES = 512 * 2**20
MAX_ELEMENTS = 500_000
_DOCUMENT = f"{{{PLAKAT_NAMESPACE}}}document"
_ASSET = f"{{{PLAKAT_NAMESPACE}}}asset"
_HREF = "{http://www.w3.org/1999/xlink}href"


def document_in(root: Element) -> Element | None:
    """Where an SVG that Plakat wrote carries its document."""
    return next((element for element in root.iter() if element.tag == _DOCUMENT), None)


def read_svg(path: Path, assets: AssetStore) -> Design:
    """The design inside an SVG that Plakat wrote; its assets are put into the store."""
    root = read_xml(read_capped(path, MAX_BYTES), path.name)
    elements = list(root.iter())
    if len(elements) > MAX_ELEMENTS:
        raise ImportRejected(
            f"{path.name} has {len(elements)} elements; {MAX_ELEMENTS} are allowed"
        )
    document = document_in(root)
    if document is None:
        raise ImportRejected(
            f"{path.name} holds no Plakat document; open an SVG that Plakat exported, "
            "or add this one to a design as a picture"
        )
    design = _design(path, document.text or "")
    found = _carried_assets(elements)
    for asset in sorted(assets_of(design)):
        if asset not in found:
            raise ImportRejected(f"{path.name} lost the asset {asset[:12]}; export it again")
        refuse_bad_asset(found[asset], f"asset {asset[:12]} in {path.name}")
        assets.put(found[asset])
    refuse_undrawable([design], assets, path.name)
    return design


def _design(path: Path, text: str) -> Design:
    try:
        return from_json(text)
    except DesignError as error:
        raise ImportRejected(f"the document in {path.name} is damaged: {error}") from error


def _carried_assets(elements: list[Element]) -> dict[str, bytes]:
    """Every asset of the file by its hash, recomputed."""
    drawn = {element.get("id"): element for element in elements if element.get("id")}
    found: dict[str, bytes] = {}
    for entry in elements:
        if entry.tag != _ASSET:
            continue
        reference = entry.get("href")
        data = _drawn_bytes(drawn.get(reference[1:])) if reference else _decoded(entry.text)
        found[hashlib.sha256(data).hexdigest()] = data
    return found


def _drawn_bytes(element: Element | None) -> bytes:
    """The bytes behind a picture's data URI, or a path's data."""
    if element is None:
        return b""
    if element.get("d") is not None:
        return element.get("d", "").encode()
    return _decoded(element.get(_HREF, "").partition(",")[2])


def _decoded(text: str | None) -> bytes:
    try:
        return base64.b64decode(text or "", validate=True)
    except (binascii.Error, ValueError):
        return b""
