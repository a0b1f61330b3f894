"""Full-bleed photograph: the picture on the whole sheet, veiled only as far as the copy needs."""

from __future__ import annotations

from design_io.assets import AssetStore
from generators.artist.photograph import photograph, shown_pixels, veils
from generators.request import GenerationRequest, Painted


def paint(request: GenerationRequest, assets: AssetStore) -> tuple[Painted, ...]:
    if not request.references:
        return ()
    box = request.boxes("object")[0]
    picture = photograph(request, request.references[0].asset, box, assets)
    tint, ink = request.palette["bg"], request.palette["ink"]
    veiled = veils(request, box, shown_pixels(picture, assets), tint, ink)
    return tuple(Painted(layer=layer) for layer in (picture, *veiled))
