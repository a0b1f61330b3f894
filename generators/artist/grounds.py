"""The ground behind boxes: a large quiet form in a tone of the palette that belongs to its system.

What is told apart is so little that words read on either tone, and a box that shall stay calm has
one tone under all of it.
"""

from __future__ import annotations

import math

from design_io.assets import AssetStore
from design_io.color import contrast, mix
from design_io.document import Layer
from design_io.geometry import Box, Point
from design_io.paint import RadialFill, Stop
from generators.artist.drawing import circle, group, path_layer, rectangle, solid
from generators.request import GenerationRequest

_READ = 4.6  # contrast of the ink on the second tone
_RAYS = ("retro", "deco")
_HILLS = ("arch", "papercut", "botanical")
_GLOW = ("aurora", "dotmatrix")
_RINGS = 5
_LEAST_RING = 0.16  # of the short side, for rings in a free corner


def ground(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """At most one group, "ground"."""
    calm = request.boxes("calm")
    if request.system in _RAYS:
        made = [] if calm else _rays(request, assets)
    elif request.system in _HILLS:
        made = _hills(request, assets)
    elif request.system in _GLOW:
        made = _glow(request, assets)
    else:
        made = _field(request, assets)
    if not request.boxes("object"):
        made += _rings(request, assets)
    return [group("ground", "Ground", made, role="ornament")] if made else []


def tone(request: GenerationRequest, share: float = 0.16) -> str:
    """A second tone of the ground on which the ink still reads."""
    palette = request.palette
    accent = palette.get("accent", palette["ink"])
    while share > 0.02:
        mixed = mix(palette["bg"], accent, share)
        if contrast(palette["ink"], mixed) >= _READ:
            return mixed
        share *= 0.8
    return palette["bg"]


def _sheet(request: GenerationRequest) -> Box:
    return Box(0, 0, request.width, request.height)


def _lead(request: GenerationRequest) -> Box:
    """The box that the form is led by: the largest object, else the largest words."""
    boxes = request.boxes("object") or request.boxes("text")
    return max(boxes, key=lambda box: box.area, default=_sheet(request))


def _field(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """Half of the sheet in the second tone; its edge runs behind the middle of the lead."""
    sheet, lead = _sheet(request), _lead(request)
    if request.height >= 0.9 * request.width:
        y = lead.center.y
        box = Box(0, 0, sheet.width, y) if y < sheet.height / 2 else (
            Box(0, y, sheet.width, sheet.height - y))  # fmt: skip
    else:
        x = lead.center.x
        box = Box(0, 0, x, sheet.height) if x < sheet.width / 2 else (
            Box(x, 0, sheet.width - x, sheet.height))  # fmt: skip
    cut = any(0 < box.intersection(c).area < 0.999 * c.area for c in request.boxes("calm"))
    if cut or not request.boxes("object"):
        return []
    data = rectangle(box.width, box.height)
    return [path_layer("ground-field", "Field", data, box, solid(tone(request)), assets)]


def _rays(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """Rays from the lead's middle to beyond the sheet's corners."""
    sheet, center = _sheet(request), _lead(request).center
    reach = math.hypot(sheet.width, sheet.height)
    count, data = 18, ""
    for number in range(count):
        a, b = (2 * math.pi * (number + half) / count for half in (0.0, 0.5))
        ends = [(center.x + reach * math.cos(t), center.y + reach * math.sin(t)) for t in (a, b)]
        data += f"M{center.x:.0f} {center.y:.0f}" + "".join(f"L{x:.0f} {y:.0f}" for x, y in ends)
        data += "Z"
    rays = path_layer("ground-rays", "Rays", data, sheet, solid(tone(request)), assets)
    return [rays]


def _hills(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """Two wide swells along the lower edge."""
    sheet = _sheet(request)
    made: list[Layer] = []
    for number, (x, top, share) in enumerate(((0.25, 0.70, 0.10), (0.8, 0.8, 0.18)), 1):
        radius = 0.75 * max(sheet.width, sheet.height)
        center = (x * sheet.width, top * sheet.height + radius)
        box = Box(center[0] - radius, center[1] - radius, 2 * radius, 2 * radius)
        if any(not box.intersection(c).empty for c in request.boxes("calm")):
            continue
        data = circle((radius, radius), radius)
        fill = solid(tone(request, share))
        made.append(path_layer(f"ground-hill-{number}", "Swell", data, box, fill, assets))
    return made


def _glow(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """A soft light behind the lead."""
    sheet, lead = _sheet(request), _lead(request)
    center = Point(lead.center.x / sheet.width, lead.center.y / sheet.height)
    stops = (
        Stop(offset=0.0, color=tone(request, 0.34)), Stop(offset=1.0, color=request.palette["bg"]),
    )  # fmt: skip
    fill = RadialFill(center=center, radius=0.85, stops=stops)
    data = rectangle(sheet.width, sheet.height)
    return [path_layer("ground-glow", "Glow", data, sheet, fill, assets)]


def _rings(request: GenerationRequest, assets: AssetStore) -> list[Layer]:
    """Where words have the sheet to themselves: rings around its freest corner, in full colour."""
    sheet = _sheet(request)
    taken = [region.box for region in request.regions]
    corners = [(x, y) for y in (sheet.height, 0.0) for x in (sheet.width, 0.0)]
    reach = {c: min((_away(c, box) for box in taken), default=sheet.height) for c in corners}
    corner = max(corners, key=lambda c: reach[c])
    radius = min(0.92 * reach[corner], 0.8 * max(sheet.width, sheet.height))
    colors = _colors(request)
    if radius < _LEAST_RING * min(sheet.width, sheet.height):
        return _stripes(request, colors, assets)
    made: list[Layer] = []
    for number in range(_RINGS):
        r = radius * (1 - number / _RINGS)
        box = Box(corner[0] - r, corner[1] - r, 2 * r, 2 * r)
        fill = solid(colors[number % len(colors)])
        made.append(path_layer(f"ground-ring-{number + 1}", "Ring", circle((r, r), r), box, fill,
                               assets))  # fmt: skip
    return made


def _stripes(request: GenerationRequest, colors: list[str], assets: AssetStore) -> list[Layer]:
    """Thin stripes along the lower edge, or the upper one, where no box reaches it."""
    height = 0.012 * min(request.width, request.height)
    stack = height * len(colors)
    for top in (request.height - stack, 0.0):
        strip = Box(0, top, request.width, stack)
        if all(strip.intersection(region.box).empty for region in request.regions):
            break
    else:
        return []
    data = rectangle(request.width, height)
    return [
        path_layer(f"ground-stripe-{n + 1}", "Stripe", data,
                   Box(0, round(top + n * height, 2), request.width, height), solid(color), assets)
        for n, color in enumerate(colors)
    ]  # fmt: skip


def _away(corner: tuple[float, float], box: Box) -> float:
    dx = max(box.x - corner[0], 0.0, corner[0] - box.right)
    dy = max(box.y - corner[1], 0.0, corner[1] - box.bottom)
    return math.hypot(dx, dy)


def _colors(request: GenerationRequest) -> list[str]:
    """The palette's strong colours, each once, told from the ground."""
    palette = request.palette
    texts = {"ink", "soft", "on_ink", "accent_text", "fg", "fg_soft", "bg", "line", "paper"}
    strong = [
        c for role, c in palette.items()
        if role not in texts and not role.startswith("on_") and contrast(c, palette["bg"]) > 1.25
    ]  # fmt: skip
    found = list(dict.fromkeys(strong)) or [palette["ink"]]
    return found[:4]
