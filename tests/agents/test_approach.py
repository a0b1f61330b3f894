"""The table of approaches, and a painter of whole pictures that goes first."""

import asyncio
import uuid

import numpy as np
import pytest

from agents.approach import Case, approach_for
from agents.brief import Attachment, Commission
from agents.graph import design_poster, design_set
from agents.instruction import parse
from agents.pictures import studies
from agents.running import Turn
from agents.steps import Context
from design_io.assets import AssetStore
from design_io.document import ImageLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.png import over_white
from design_io.render import render
from design_io.resources import Resources
from generators.artist import Artist
from generators.request import Abilities, GenerationError, Painted
from tests.pictures import bottle

RUN = "Poster: Mountain run, 12 May, register at hillrun.org"
LAKE = "Poster for a lake swimming day at Lake Mono, 4 July, 10 am, free entry"
WHOLE, BOTH = Abilities(backgrounds=True), Abilities(backgrounds=True, transparent=True)
SOFT = Abilities(backgrounds=True, regions=True, things=False)


class Landscapes:
    """Paints a sky, hills and a low sun over the whole sheet, and never anything transparent."""

    name, licence = "landscapes", "CC0"
    abilities = WHOLE
    broken = False

    def __init__(self):
        self.asked = []

    def paint(self, request, assets, cancelled=lambda: False):
        self.asked.append(request)
        if self.broken:
            raise GenerationError("the brush is lost; buy another")
        asset = assets.put_pixels(landscape(request.width, request.height, request.seed))
        box = Box(0, 0, request.width, request.height)
        return (Painted(layer=ImageLayer(id="picture", role="background", box=box, asset=asset)),)


def landscape(width, height, seed):
    """RGBA pixels (height, width, 4): a calm sky in the upper half, ridges in the lower."""
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    sky = np.stack([150 + 70 * down, 190 + 30 * down, 225 - 20 * down], axis=-1)
    chance = np.random.default_rng(seed)
    for shade, level in ((0.55, 0.62), (0.4, 0.74), (0.28, 0.86)):
        waves = chance.uniform(2, 9, 3)
        ridge = level + sum(0.02 * np.sin(wave * 6 * across + wave) for wave in waves)
        sky = np.where((down > ridge)[..., None], np.array([90, 140, 110]) * shade * 1.6, sky)
    sun = (across - 0.72) ** 2 + ((down - 0.55) * height / width) ** 2 < 0.06**2
    sky = np.where(sun[..., None], np.array([250, 190, 90]), sky)
    alpha = np.full((height, width, 1), 255)
    return np.concatenate([sky, alpha], axis=-1).astype(np.uint8)


def resources():
    return Resources(AssetStore(), FontLibrary.bundled())


def designed(painter, request=LAKE, store=None, **options):
    return asyncio.run(
        design_poster(request, resources=store or resources(), generator=painter, **options)
    )


def case(request, painter=Artist.abilities, sizes=(), picture=None):
    assets = AssetStore()
    given = [picture] if picture is not None else []
    own = (Attachment(asset=assets.put_pixels(p), role="picture", name="p") for p in given)
    brief = parse(request, attachments=tuple(own))
    return Case(brief, sizes, studies(brief, assets), painter)


@pytest.mark.parametrize(
    ("asked", "kind", "order"),
    [
        (case(LAKE), "single", "foreground_first"),
        (case(LAKE, sizes=("a3", "a4")), "series", "foreground_first"),
        (case("Carousel about tea: 1) Boil water 2) Wait 3) Pour"), "pages", "foreground_first"),
        (case(LAKE, WHOLE), "single", "background_first"),
        (case(LAKE, BOTH), "single", "foreground_first"),
        (case(f"{LAKE}. Use a realistic photo", SOFT), "single", "foreground_first"),
        (case(f"{LAKE}. Use a realistic photo of the lake", BOTH), "single", "background_first"),
        (case("Poster with a saxophone: jam, Friday 9 pm", WHOLE), "single", "foreground_first"),
        (case("Price list: Soup $5, Salad $6, Steak $20", WHOLE), "single", "foreground_first"),
        (case("Ad for our juice", WHOLE, picture=bottle()), "product", "foreground_first"),
        (
            case("Ad with this product photo: 20% off", picture=landscape(300, 300, 1)),
            "product", "foreground_first",
        ),
        (
            case("Poster for our lake", picture=landscape(300, 300, 1)),
            "single", "foreground_first",
        ),
    ],
)  # fmt: skip
def test_the_table_answers(asked, kind, order):
    assert approach_for(asked)[:2] == (kind, order)


def test_a_painter_of_whole_pictures_goes_first_and_copy_keeps_off_its_hills():
    painter, store = Landscapes(), resources()
    made = designed(painter, RUN, store)
    assert len(painter.asked) == 1 and not painter.asked[0].regions
    picture = next(x for x in leaves(made.design) if x.role == "picture")
    assert picture.source.generator == "landscapes" and picture.source.licence == "CC0"
    assert not [finding for finding in made.findings if finding.severity == "gate"]
    assert "background first: one design is asked for" in made.trace[0]
    assert made.plan.system == "full"
    assert made.design.layer("title").box.bottom < 0.5 * made.design.canvas.height
    pixels = np.asarray(over_white(render(made.design, store, scale=0.2)))
    assert pixels.std() > 10


@pytest.mark.slow
def test_the_same_request_and_seed_paint_the_same_background():
    assert designed(Landscapes()).design == designed(Landscapes()).design


def test_a_background_that_fails_leaves_a_design_drawn_by_hand():
    painter = Landscapes()
    painter.broken = True
    made = designed(painter)
    assert any("the brush is lost" in line for line in made.trace)
    assert made.design.layer("title") and any(x.role == "hero" for x in leaves(made.design))
    assert [f.severity for f in made.findings if f.rule == "unpainted"] == ["soft"]


@pytest.mark.slow
def test_every_page_has_a_background_of_its_own():
    painter = Landscapes()
    asked = Commission(request="Instagram carousel: Why we swim. Water calms. Water cools.")
    context = Context(resources(), painter)
    made = asyncio.run(design_set(asked, context, Turn(uuid.uuid4().hex)))
    assert len(painter.asked) == len(made) > 1
    assert len({request.seed for request in painter.asked}) == len(made)
    assert len({outcome.plan.system for outcome in made}) == 1


@pytest.mark.parametrize("seed", range(3))
def test_a_product_keeps_its_pixels(seed):
    store = resources()
    asset = store.assets.put_pixels(bottle())
    given = (Attachment(asset=asset, role="picture", name="bottle.png"),)
    made = designed(Artist(), f"Ad {seed} for our fresh juice, 20% off", store, attachments=given)
    assert made.plan.system in ("cutout", "split")
    assert "product, foreground first" in made.trace[0]
