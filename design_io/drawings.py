"""An SVG from outside as a crisp picture: checked like every file, drawn by skia, cut to its ink.

Nothing is fetched, run or read beside the file. Rules of simple style sheets (tag, class, id) are
applied, as drawing programs write them; live text is refused, for its fonts are not in the file.
"""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import numpy as np

from design_io.errors import ImportRejected
from design_io.intake import read_capped, read_xml

MAX_SVG = 8 * 2**20  # bytes
LONG_SIDE = 2048  # px of the picture
MOST_PIECES = 20_000  # elements, counting every use of a symbol
_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_DROPPED = frozenset(
    ["script", "foreignObject", "metadata", "animate", "animateTransform", "animateMotion", "set"]
)
_INCH = {"px": 1.0, "": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-zA-Z]*)(?:\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+))?")


def read_drawing(source: Path | bytes, name: str = "") -> np.ndarray:
    """The drawing as RGBA pixels (height, width, 4), its longer side at most `LONG_SIDE`."""
    name = name or (source.name if isinstance(source, Path) else "the drawing")
    data = read_capped(source, MAX_SVG) if isinstance(source, Path) else source
    root = read_xml(data, name)
    if root.tag not in ("svg", f"{_SVG}svg"):
        raise ImportRejected(f"{name} is XML, but no SVG; save the logo as SVG or PNG")
    _drop_unsafe(root)
    _refuse_unreadable(root, name)
    _apply_style_sheet(root)
    return _cut(_drawn(root, name), name)


def is_svg(data: bytes) -> bool:
    return b"<svg" in data[:4096]


def _drop_unsafe(root: Element) -> None:
    """Take out what runs, moves or is not drawn."""
    for parent in list(root.iter()):
        for child in list(parent):
            if not isinstance(child.tag, str) or _tag(child) in _DROPPED:
                parent.remove(child)
        for key in [key for key in parent.attrib if key.lower().startswith("on")]:
            del parent.attrib[key]


def _refuse_unreadable(root: Element, name: str) -> None:
    for element in root.iter():
        if _tag(element) == "text" and "".join(element.itertext()).strip():
            raise ImportRejected(
                f"{name} holds live text whose font is not in it; turn the text into paths, "
                "or save the logo as PNG"
            )
        for key in _HREFS:
            target = element.attrib.get(key, "#")
            if not target.startswith(("#", "data:image/png", "data:image/jpeg")):
                raise ImportRejected(
                    f"{name} refers to {target[:60]!r}, which is not in it; embed the picture"
                )
    if _pieces(root) > MOST_PIECES:
        raise ImportRejected(f"{name} draws more than {MOST_PIECES:,} pieces; simplify it")


def _pieces(root: Element) -> int:
    """How many elements are drawn when every use of a symbol counts; too many in a circle."""
    named = {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}
    known: dict[int, int] = {}

    def count(element: Element, above: frozenset[int]) -> int:
        key = id(element)
        if key in above:
            return MOST_PIECES + 1
        if key not in known:
            inside = above | {key}
            used = next((element.attrib[k] for k in _HREFS if k in element.attrib), "#")[1:]
            parts = list(element) + ([named[used]] if used in named else [])
            known[key] = min(MOST_PIECES + 1, 1 + sum(count(part, inside) for part in parts))
        return known[key]

    return count(root, frozenset())


def _apply_style_sheet(root: Element) -> None:
    """Rules become attributes: those of tags first, then classes, then ids, then own styles."""
    rules: list[tuple[int, str, str]] = []
    for sheet in [e for e in root.iter() if _tag(e) == "style"]:
        css = re.sub(r"/\*.*?\*/", "", "".join(sheet.itertext()), flags=re.DOTALL)
        for selectors, body in _RULE.findall(css):
            rules += [(_weight(s.strip()), s.strip(), body) for s in selectors.split(",")]
    for element in root.iter():
        matching = [body for _, selector, body in sorted(rules) if _matches(element, selector)]
        matching.append(element.attrib.pop("style", ""))
        for declaration in ";".join(matching).split(";"):
            key, _, value = declaration.partition(":")
            if value.strip() and re.fullmatch(r"[a-z-]+", key.strip()):
                element.set(key.strip(), value.replace("!important", "").strip())


def _weight(selector: str) -> int:
    return 2 if "#" in selector else 1 if "." in selector else 0


def _matches(element: Element, selector: str) -> bool:
    parts = _SIMPLE.fullmatch(selector)
    if parts is None or not selector:
        return False
    tag_fits = parts["tag"] in ("", _tag(element))
    class_fits = not parts["cls"] or parts["cls"] in element.get("class", "").split()
    return tag_fits and class_fits and (not parts["id"] or parts["id"] == element.get("id"))


def _tag(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _drawn(root: Element, name: str) -> np.ndarray:
    from design_io.skia_library import skia

    width, height = _extent(root)
    if not 0.01 < width / height < 100:
        raise ImportRejected(f"{name} has no sensible width and height; give its svg a viewBox")
    scale = LONG_SIDE / max(width, height)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    root.attrib.setdefault("viewBox", f"0 0 {width} {height}")
    root.set("width", str(size[0]))
    root.set("height", str(size[1]))
    drawing = skia.SVGDOM.MakeFromStream(skia.MemoryStream(_plain_names(root)))
    if drawing is None:
        raise ImportRejected(f"{name} cannot be drawn; save the logo as PNG")
    drawing.setContainerSize(skia.Size(*size))
    surface = skia.Surface(*size)
    drawing.render(surface.getCanvas())
    info = skia.ImageInfo.Make(*size, skia.kRGBA_8888_ColorType, skia.kUnpremul_AlphaType)
    pixels = np.zeros((size[1], size[0], 4), np.uint8)
    surface.readPixels(info, pixels, size[0] * 4, 0, 0)
    return pixels


def _plain_names(root: Element) -> bytes:
    """The tree as XML with the names skia knows: no prefix but xlink's."""
    for element in root.iter():
        element.tag = _tag(element)
        target = next((element.attrib.pop(k) for k in _HREFS if k in element.attrib), None)
        for key in [key for key in element.attrib if "}" in key]:
            del element.attrib[key]
        if target is not None:
            element.set("xlink:href", target)
    root.set("xmlns", _SVG[1:-1])
    root.set("xmlns:xlink", "http://www.w3.org/1999/xlink")
    return tostring(root)


def _extent(root: Element) -> tuple[float, float]:
    """Width and height in user units."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", root.get("viewBox", ""))]
    if len(numbers) == 4 and min(numbers[2:]) > 0:
        return numbers[2], numbers[3]
    return _length(root.get("width", "")) or 1.0, _length(root.get("height", "")) or 1e9


def _length(text: str) -> float:
    match = re.fullmatch(r"\s*([\d.]+)\s*(px|pt|mm|cm|in|)\s*", text)
    return float(match[1]) * _INCH[match[2]] if match else 0.0


def _cut(pixels: np.ndarray, name: str) -> np.ndarray:
    box = ink_bounds(pixels)
    if box is None:
        raise ImportRejected(f"{name} shows nothing that Plakat can draw; save the logo as PNG")
    return pixels[box]


def ink_bounds(pixels: np.ndarray) -> tuple[slice, slice] | None:
    """Rows and columns that hold anything visible; None when nothing does."""
    shown = pixels[..., 3] > 8
    rows, columns = np.flatnonzero(shown.any(axis=1)), np.flatnonzero(shown.any(axis=0))
    if not len(rows):
        return None
    return slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
