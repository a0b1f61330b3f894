"""What may be done with a picture that a model painted: the plainly free licences, and a sentence
for every other one, said before painting and again with the files."""

from __future__ import annotations

from typing import NamedTuple

from design_io.document import Design, walk

_FREE = ("Apache-2.0", "MIT", "CC0", "CreativeML Open RAIL++-M")  # how a free licence begins


class Made(NamedTuple):
    """A layer that a painter made."""

    layer: str
    generator: str
    seed: int | None
    licence: str
    commercial: bool  # whether the licence plainly allows it


def is_free(licence: str) -> bool:
    """Whether it plainly allows commercial use."""
    return licence.startswith(_FREE)


def concern(painter: str, licence: str) -> str:
    """What to say before painting; nothing where the licence is plainly free."""
    if is_free(licence):
        return ""
    return f"{painter} paints under: {licence}; read it before any commercial use"


def made_in(design: Design) -> tuple[Made, ...]:
    """Every layer with a generator that names its licence."""
    return tuple(
        Made(layer.id, layer.source.generator, layer.source.seed, layer.source.licence,
             is_free(layer.source.licence))
        for layer in walk(design)
        if layer.source and layer.source.generator and layer.source.licence
    )  # fmt: skip


def concerns(design: Design) -> tuple[str, ...]:
    """What to say when the design is written, once for each licence that is not plainly free."""
    made = {(each.generator, each.licence) for each in made_in(design) if not each.commercial}
    return tuple(
        f"painted by {generator} under: {licence}; read it before any commercial use"
        for generator, licence in sorted(made)
    )
