"""The code-only artist: one module per visual system, drawing art as named vector layers."""

from __future__ import annotations

from collections.abc import Callable

from design_io.assets import AssetStore
from design_io.document import GroupLayer, Layer, Source
from generators.artist import (
    arch,
    aurora,
    bands,
    bauhaus,
    botanical,
    boxed,
    cutout,
    deco,
    dotmatrix,
    duotone,
    editorial,
    emblem,
    engraving,
    frame,
    full,
    lockup,
    manifesto,
    monogram,
    numeral,
    overprint,
    papercut,
    pattern,
    retro,
    riso,
    scatter,
    seal,
    split,
    supergraphic,
    swiss,
    typeimage,
)
from generators.artist.drawn import in_hand
from generators.artist.framed import STAND_IN, with_picture
from generators.artist.icons import LICENCE, has_icon
from generators.artist.naming import is_dyed, tinted
from generators.artist.ornament import with_ornaments
from generators.request import (
    Abilities,
    GenerationError,
    GenerationRequest,
    OnStep,
    Painted,
    untold,
)

ART: dict[str, Callable[[GenerationRequest, AssetStore], tuple[Painted, ...]]] = {
    "arch": arch.paint,
    "aurora": aurora.paint,
    "bands": bands.paint,
    "bauhaus": bauhaus.paint,
    "botanical": botanical.paint,
    "cutout": cutout.paint,
    "deco": deco.paint,
    "dotmatrix": dotmatrix.paint,
    "duotone": duotone.paint,
    "editorial": editorial.paint,
    "emblem": emblem.paint,
    "engraving": engraving.paint,
    "frame": frame.paint,
    "full": full.paint,
    "lockup": lockup.paint,
    "manifesto": manifesto.paint,
    "monogram": monogram.paint,
    "numeral": numeral.paint,
    "overprint": overprint.paint,
    "papercut": papercut.paint,
    "pattern": pattern.paint,
    "retro": retro.paint,
    "riso": riso.paint,
    "scatter": scatter.paint,
    "seal": seal.paint,
    "split": split.paint,
    "supergraphic": supergraphic.paint,
    "swiss": swiss.paint,
    "typeimage": typeimage.paint,
}
LED = ("cutout", "duotone", "full", "split")  # systems that place photographs by themselves


class Artist:
    """Draws the art of a visual system in the first `object` region of the request."""

    name = "artist"
    licence = f"Apache-2.0; icons: {LICENCE}"
    abilities = Abilities(transparent=True, regions=True, references=True, palette=True)

    def paint(
        self,
        request: GenerationRequest,
        assets: AssetStore,
        cancelled: Callable[[], bool] = lambda: False,
        on_step: OnStep = untold,
    ) -> tuple[Painted, ...]:
        if request.system not in ART:
            raise GenerationError(
                f"the artist cannot draw {request.system!r}; it knows {', '.join(ART)}"
            )
        if request.boxed and not cancelled():
            return self._boxed(request, assets, cancelled)
        zones = request.boxes("object")
        if not zones or zones[0].empty or cancelled():
            return ()
        known = tuple(name for name in request.subjects if has_icon(name))
        tint = request.palette.get("subject")
        if tint and known and not is_dyed(known[0]):
            known = tuple(tinted(name, tint) for name in known)
        if request.references and request.system not in LED:
            stand_in = request.evolve(subjects=(STAND_IN,))
            painted = with_picture(ART[request.system](stand_in, assets), request, assets)
        else:
            painted = ART[request.system](request.evolve(subjects=known), assets)
        painted = with_ornaments(in_hand(painted, request), request, assets)
        source = Source(
            generator=self.name, prompt=request.prompt, seed=request.seed, licence=self.licence
        )
        return tuple(p.evolve(layer=_signed(p.layer, source)) for p in painted)

    def _boxed(
        self, request: GenerationRequest, assets: AssetStore, cancelled: Callable[[], bool]
    ) -> tuple[Painted, ...]:
        """Every object in its own box."""

        def draw(told: GenerationRequest) -> tuple[Painted, ...]:
            return self.paint(told, assets, cancelled)

        painted = boxed.paint(request, assets, draw)
        source = Source(
            generator=self.name, prompt=request.prompt, seed=request.seed, licence=self.licence
        )
        return tuple(p.evolve(layer=p.layer.evolve(source=source)) for p in painted)


def _signed(layer: Layer, source: Source) -> Layer:
    """The layer with its source, which a group carries for its members; photographs have none."""
    if layer.role == "picture":
        return layer
    alt = source.prompt if isinstance(layer, GroupLayer) and layer.role == "hero" else layer.alt
    return layer.evolve(source=source, alt=alt)
