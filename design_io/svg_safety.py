"""An SVG from outside made harmless: nothing in it runs, moves, loads, or draws without end.

References may only point into the file or hold a picture. Rules of simple style sheets (tag, class,
id), as drawing programs write them, become attributes; no CSS is left.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, tostring

from design_io.errors import ImportRejected
from design_io.intake import read_xml

MOST_PIECES = 20_000  # elements, counting every use of a symbol
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
_HREFS = ("href", XLINK)
_PICTURES = ("#", "data:image/png", "data:image/jpeg", "data:image/webp")
_DEEPEST_USE = 128  # elements inside one another, uses included
_DROPPED = frozenset([
    "script", "foreignObject", "metadata", "animate", "animateTransform", "animateMotion", "set",
    "discard", "handler", "listener", "audio", "video", "iframe", "canvas", "font-face",
])  # fmt: skip
_OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|image-set|expression\(|@", re.IGNORECASE)
_RULE = re.compile(r"([^{}@]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?P<tag>[a-zA-Z]*)(?:\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+))?")


def safe_svg(data: bytes, name: str) -> Element:
    """The root of the drawing; ImportRejected for what is none, loads something or never ends."""
    return made_safe(read_xml(data, name), name)


def made_safe(root: Element, name: str) -> Element:
    """The same element, changed in place."""
    if root.tag not in ("svg", f"{SVG}svg"):
        raise ImportRejected(f"{name} is XML, but no SVG; save it as SVG or PNG")
    _drop_unsafe(root)
    _refuse_references(root, name)
    if _pieces(root) > MOST_PIECES:
        raise ImportRejected(f"{name} draws more than {MOST_PIECES:,} pieces; simplify it")
    _apply_style_sheet(root)
    _drop_outside(root)
    return root


def tag(element: Element) -> str:
    """The name without its namespace; empty for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def href(element: Element) -> str:
    """What the element refers to; empty when nothing."""
    return next((element.attrib[key] for key in _HREFS if key in element.attrib), "").strip()


def plain_svg(root: Element) -> bytes:
    """The tree as XML with plain names: no prefix but xlink's."""
    for element in root.iter():
        element.tag = tag(element)
        target = href(element)
        for key in [key for key in element.attrib if "}" in key or key == "href"]:
            del element.attrib[key]
        if target:
            element.set("xlink:href", target)
    root.set("xmlns", SVG[1:-1])
    root.set("xmlns:xlink", "http://www.w3.org/1999/xlink")
    return tostring(root)


def _drop_unsafe(root: Element) -> None:
    """Take out what runs, moves or is not drawn."""
    for parent in list(root.iter()):
        for child in list(parent):
            if tag(child) in ("", *_DROPPED):
                parent.remove(child)
        for key in [key for key in parent.attrib if key.lower().startswith("on")]:
            del parent.attrib[key]
        if tag(parent) == "a":
            for key in [key for key in parent.attrib if key in _HREFS]:
                del parent.attrib[key]


def _refuse_references(root: Element, name: str) -> None:
    for element in root.iter():
        target = href(element)
        if target and not target.startswith(_PICTURES):
            raise ImportRejected(
                f"{name} refers to {target[:60]!r}, which is not in it; embed the picture"
            )


def _pieces(root: Element) -> int:
    """How many elements are drawn when every use of a symbol counts; too many in a circle."""
    named = {e.attrib["id"]: e for e in root.iter() if "id" in e.attrib}
    known: dict[int, int] = {}

    def count(element: Element, above: frozenset[int]) -> int:
        key = id(element)
        if key in above or len(above) > _DEEPEST_USE:
            return MOST_PIECES + 1
        if key not in known:
            inside = above | {key}
            used = href(element)[1:]
            total = 1
            for part in (*element, *([named[used]] if used in named else ())):
                total += count(part, inside) if total <= MOST_PIECES else 0
            known[key] = total
        return known[key]

    return count(root, frozenset())


def _apply_style_sheet(root: Element) -> None:
    """Rules become attributes: those of tags first, then classes, then ids, then own styles."""
    rules: list[tuple[int, str, str]] = []
    for parent in list(root.iter()):
        for sheet in [child for child in parent if tag(child) == "style"]:
            css = re.sub(r"/\*.*?\*/", "", "".join(sheet.itertext()), flags=re.DOTALL)
            for selectors, body in _RULE.findall(css):
                rules += [(_weight(s.strip()), s.strip(), body) for s in selectors.split(",")]
            parent.remove(sheet)
    rules.sort(key=lambda rule: rule[0])
    for element in root.iter():
        matching = [body for _, selector, body in rules if _matches(element, selector)]
        matching.append(element.attrib.pop("style", ""))
        for declaration in ";".join(matching).split(";"):
            key, _, value = declaration.partition(":")
            if value.strip() and re.fullmatch(r"[a-z-]+", key.strip()):
                element.set(key.strip(), value.replace("!important", "").strip())


def _drop_outside(root: Element) -> None:
    """Attributes that would load something."""
    for element in root.iter():
        for key in [k for k, value in element.attrib.items() if k not in _HREFS and (
            _OUTSIDE.search(value) or "javascript:" in value.lower()
        )]:  # fmt: skip
            del element.attrib[key]


def _weight(selector: str) -> int:
    return 2 if "#" in selector else 1 if "." in selector else 0


def _matches(element: Element, selector: str) -> bool:
    parts = _SIMPLE.fullmatch(selector)
    if parts is None or not selector:
        return False
    tag_fits = parts["tag"] in ("", tag(element))
    class_fits = not parts["cls"] or parts["cls"] in element.get("class", "").split()
    return tag_fits and class_fits and (not parts["id"] or parts["id"] == element.get("id"))
