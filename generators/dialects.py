"""One request, many dialects: what each kind of base is told of the same picture.

Pure text and numbers, without torch. Bases with box tokens are told `to_tokens`, those that read
captions with coordinates `to_flux3`, `to_ideogram` or `to_fibo`, all others prose. What is said can
be read back (`from_…`), so that a test can tell whether anything was lost on the way.
Formats: the prompting guides of FLUX.3, Ideogram 4 and FIBO; CreatiLayout and CreatiDesign.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from design_io.document import RegionKind
from design_io.geometry import Box
from generators.request import GenerationError, GenerationRequest, Region

GRID = 1000  # integers in which captions give coordinates
CALM = "plain quiet area without objects or texture"
_MOST_COLORS, _MOST_OF_ELEMENT = 16, 5  # of Ideogram's palettes
_COLORED = re.compile(r"(.*), (#[0-9a-f]{6,8}(?: #[0-9a-f]{6,8})*)", re.DOTALL)
_COLUMNS, _ROWS = ("left", "", "right"), ("top", "", "bottom")


class Told(NamedTuple):
    """What a caption says, read back: boxes in canvas px as far as the dialect keeps them."""

    prompt: str
    regions: tuple[Region, ...]
    palette: tuple[str, ...] = ()


class Tokens(NamedTuple):
    """What a model with region tokens is told: x0, y0, x1, y1 in 0..1, and a caption for each."""

    boxes: tuple[tuple[float, float, float, float], ...]
    captions: tuple[str, ...]
    note: str = ""  # what was merged to fit, for the user


def to_tokens(request: GenerationRequest, most: int = 10) -> Tokens:
    """Regions for CreatiLayout and CreatiDesign, where lettering is called `text:` and its words.

    Raises GenerationError where more than `most` are left after calm areas were merged.
    """
    regions, note = fitted(request, most)
    boxes = (_ltrb(region.box, request) for region in regions)
    captions = (_token_caption(region) for region in regions)
    return Tokens(tuple(boxes), tuple(captions), note)


def fitted(request: GenerationRequest, most: int) -> tuple[tuple[Region, ...], str]:
    """At most `most` regions inside the canvas, and what was done to get there.

    Calm areas are merged first, the two whose union adds least; then left out, the smallest first.
    """
    told_of = [inside(region, request) for region in request.regions]
    calm = [region for region in told_of if region.kind == "calm"]
    told = [region for region in told_of if region.kind != "calm"]
    if len(told) > most:
        raise GenerationError(
            f"{len(told)} things in boxes are more than the {most} this model takes; join some"
        )
    count = len(calm)
    while len(told) + len(calm) > most and len(calm) > 1:
        calm = _merged(calm)
    kept = calm[: most - len(told)]
    note = ""
    if len(kept) < count:
        note = f"{count} calm areas were told as {len(kept)}: the model takes {most} regions"
    return (*told, *kept), note


def to_flux3(request: GenerationRequest) -> str:
    """FLUX.3: a paragraph that cites <ids>, then rows with boxes as y0, x0, y1, x1 in 0..1000."""
    rows: list[dict[str, Any]] = []
    for region in (inside(r, request) for r in request.regions):
        rows.append(
            {
                "id": _flux3_id(region, rows),
                "bbox": _tlbr(region.box, request),
                "desc": _described(region),
            }
        )
    cited = " ".join(f"<{row['id']}>" for row in rows)
    plain = " ".join(request.prompt.replace("<", "‹").replace(">", "›").split())
    paragraph = f"{_sentence(plain)} {cited}".strip()
    listed = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return f"{paragraph}\n{listed}" if rows else paragraph


def from_flux3(caption: str, width: int, height: int) -> Told:
    paragraph, _, rows = caption.partition("\n")
    regions = tuple(_from_row(row, width, height) for row in json.loads(rows or "[]"))
    return Told(re.sub(r"\s*<[^>]+>", "", paragraph).strip(), regions)


def to_ideogram(request: GenerationRequest) -> str:
    """Ideogram 4: compact JSON whose keys have an order; boxes as y0, x0, y1, x1 in 0..1000."""
    elements = []
    for region in (inside(r, request) for r in request.regions if r.kind != "calm"):
        element: dict[str, Any] = {
            "type": "text" if region.kind == "text" else "obj",
            "bbox": _tlbr(region.box, request),
        }
        if region.kind == "text":
            element["text"] = region.caption
        element["desc"] = "lettering" if region.kind == "text" else region.caption
        if region.colors:
            element["color_palette"] = _hexes(region.colors, _MOST_OF_ELEMENT)
        elements.append(element)
    calm = [inside(r, request) for r in request.regions if r.kind == "calm"]
    places = [f"{place_in_words(region.box, request)} stays empty" for region in calm]
    said = {
        "high_level_description": request.prompt,
        "style_description": {
            "color_palette": _hexes(tuple(request.palette.values()), _MOST_COLORS)
        },
        "compositional_deconstruction": {
            "background": "; ".join(dict.fromkeys(places)),
            "elements": elements,
        },
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def from_ideogram(caption: str, width: int, height: int) -> Told:
    said = json.loads(caption)
    regions = tuple(
        _region(
            element.get("text") or element["desc"],
            "text" if element["type"] == "text" else "object",
            element["bbox"],
            width,
            height,
            tuple(color.lower() for color in element.get("color_palette", ())),
        )
        for element in said["compositional_deconstruction"]["elements"]
    )
    palette = tuple(color.lower() for color in said["style_description"]["color_palette"])
    return Told(said["high_level_description"], regions, palette)


def to_fibo(request: GenerationRequest) -> str:
    """FIBO: JSON in which places are words."""
    regions = [inside(r, request) for r in request.regions]
    said = {
        "short_description": request.prompt,
        "objects": [
            {
                "description": region.caption,
                "location": place_in_words(region.box, request),
                "relative_size": size_in_words(region.box, request),
                "shape_and_color": ", ".join(region.colors),
            }
            for region in regions
            if region.kind == "object"
        ],
        "background_setting": "; ".join(
            dict.fromkeys(
                f"{CALM} at the {place_in_words(region.box, request)}"
                for region in regions
                if region.kind == "calm"
            )
        ),
        "aesthetics": {"color_scheme": ", ".join(dict.fromkeys(request.palette.values()))},
        "text_render": [
            {"text": region.caption, "location": place_in_words(region.box, request)}
            for region in regions
            if region.kind == "text"
        ],
    }
    return json.dumps(said, ensure_ascii=False)


def to_prose(request: GenerationRequest) -> str:
    """Any other base: the prompt, then a sentence for each region and one for the colours."""
    sentences = [_sentence(request.prompt)]
    for region in (inside(r, request) for r in request.regions):
        place = place_in_words(region.box, request)
        if region.kind == "text":
            sentences.append(f'The words "{region.caption}" stand at the {place}.')
        elif region.kind == "calm":
            sentences.append(f"The {place} is a {CALM}.")
        elif region.caption:
            size = size_in_words(region.box, request)
            sentences.append(f"At the {place}, {size}: {region.caption}.")
    if request.palette:
        sentences.append(f"Colours: {', '.join(dict.fromkeys(request.palette.values()))}.")
    if request.transparent:
        sentences.append("The background is transparent.")
    return " ".join(s for s in dict.fromkeys(sentences) if s)


def place_in_words(box: Box, request: GenerationRequest) -> str:
    """One of nine: "top left", "centre", "bottom" …"""
    column = min(2, int(3 * box.center.x / request.width))
    row = min(2, int(3 * box.center.y / request.height))
    return f"{_ROWS[row]} {_COLUMNS[column]}".strip() or "centre"


def size_in_words(box: Box, request: GenerationRequest) -> str:
    part = box.area / (request.width * request.height)
    return next(word for most, word in _SIZES if part <= most)


_SIZES = ((0.05, "small"), (0.2, "medium"), (0.5, "large"), (1.0, "filling the picture"))


def inside(region: Region, request: GenerationRequest) -> Region:
    """The part of a region on the canvas; GenerationError where there is none."""
    sheet = Box(0, 0, request.width, request.height)
    box = region.box.intersection(sheet)
    if box.empty:
        name = region.caption or region.kind
        raise GenerationError(
            f"the box of {name!r} at {tuple(region.box)} lies outside the canvas of "
            f"{request.width} × {request.height}; move it inside"
        )
    return region.evolve(box=box)


def _merged(calm: Sequence[Region]) -> list[Region]:
    """One fewer: the two that together cover least of what neither covered, biggest first."""
    pairs = [(a, b) for i, a in enumerate(calm) for b in calm[i + 1 :]]
    first, second = min(pairs, key=lambda p: _gained(p[0].box, p[1].box))
    rest = [region for region in calm if region is not first and region is not second]
    joined = first.evolve(box=first.box.union(second.box), caption="")
    return sorted([*rest, joined], key=lambda region: -region.box.area)


def _gained(a: Box, b: Box) -> float:
    return a.union(b).area - a.area - b.area + a.intersection(b).area


def _ltrb(box: Box, request: GenerationRequest) -> tuple[float, float, float, float]:
    w, h = request.width, request.height
    return box.x / w, box.y / h, box.right / w, box.bottom / h


def _tlbr(box: Box, request: GenerationRequest) -> list[int]:
    """y0, x0, y1, x1 in thousandths, never without extent."""
    left, top, right, bottom = (round(GRID * value) for value in _ltrb(box, request))
    left, top = min(left, GRID - 1), min(top, GRID - 1)
    return [top, left, max(bottom, top + 1), max(right, left + 1)]


def _region(
    caption: str, kind: RegionKind, bbox: Sequence[int], width: int, height: int,
    colors: tuple[str, ...] = (),
) -> Region:  # fmt: skip
    top, left, bottom, right = (value / GRID for value in bbox)
    box = Box(left * width, top * height, (right - left) * width, (bottom - top) * height)
    return Region(box=box, kind=kind, caption=caption, colors=colors)


def _flux3_id(region: Region, rows: Sequence[dict[str, Any]]) -> str:
    words = re.findall(r"[a-z]+", region.caption.lower())
    stem = {"text": "En_Text", "calm": "calm"}.get(region.kind) or (words or ["thing"])[-1]
    taken = sum(row["id"].rpartition("_")[0] == stem for row in rows)
    return f"{stem}_{taken + 1}"


def _from_row(row: dict[str, Any], width: int, height: int) -> Region:
    said, bbox = row["desc"], row["bbox"]
    if row["id"].startswith("En_Text_"):
        return _region(said, "text", bbox, width, height)
    if said == CALM:
        return _region("", "calm", bbox, width, height)
    colored = _COLORED.fullmatch(said)
    caption, colors = (colored[1], tuple(colored[2].split())) if colored else (said, ())
    return _region(caption, "object", bbox, width, height, colors)


def _described(region: Region) -> str:
    if region.kind == "calm":
        return CALM
    if region.kind == "object" and region.colors:
        return f"{region.caption}, {' '.join(region.colors)}"
    return region.caption


def _token_caption(region: Region) -> str:
    if region.kind == "calm":
        return CALM
    return f"text:{region.caption}" if region.kind == "text" else region.caption


def _hexes(colors: Sequence[str], most: int) -> list[str]:
    return [color[:7].upper() for color in dict.fromkeys(colors)][:most]


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."
