"""Licences that are not plainly free are told, once each, and only those."""

import pytest

from design_io.document import Canvas, Design, GroupLayer, ImageLayer, Source
from design_io.geometry import Box
from generators.bases import BASES
from generators.licences import concern, concerns, made_in

BOX = Box(0, 0, 9, 9)


def layer(name, generator, licence):
    source = Source(generator=generator, licence=licence, seed=3)
    return ImageLayer(id=name, role="picture", box=BOX, asset="a" * 64, source=source)


def test_a_design_tells_every_licence_that_must_be_read_once():
    group = GroupLayer(id="g", role="hero", layers=(layer("c", "X/dev", "FLUX.1 non-commercial"),))
    layers = (
        layer("a", "artist", "Apache-2.0; icons: MIT"),
        layer("b", "X/dev", "FLUX.1 non-commercial"), group,
    )  # fmt: skip
    design = Design(title="", canvas=Canvas(width=9, height=9), layers=layers)
    assert concerns(design) == (
        "painted by X/dev under: FLUX.1 non-commercial; read it before any commercial use",
    )
    assert [(m.layer, m.commercial) for m in made_in(design)] == [
        ("a", True), ("b", False), ("c", False),
    ]  # fmt: skip


@pytest.mark.parametrize("base", BASES.values(), ids=lambda base: base.name)
def test_bases_that_are_not_for_commerce_say_so_before_they_paint(base):
    assert bool(concern(base.name, base.licence)) is not base.commercial
