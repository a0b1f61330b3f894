"""Pictures the user gives: what they choose, where they end up, and that copy on them is read."""

import asyncio

import pytest

from agents.brief import Attachment
from agents.graph import design_poster
from agents.instruction import parse
from agents.pictures import best_setting, seen_in
from agents.strategy import strategy_for
from design_io.assets import AssetStore
from design_io.color import contrast, hex_to_oklch, hue_distance
from design_io.document import ImageLayer, assets_of, leaves, walk
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from design_io.study import cut_out, study_of
from generators.artist import LED, Artist
from layout.contrast import text_contrasts
from layout.sizes import size_named
from layout.systems import SYSTEMS
from tests import pictures

FONTS = FontLibrary.bundled()
REQUEST = (
    'Poster "Harvest Supper" by Long Table, a dinner in the barn. Saturday 9 October 2027, 7 pm, '
    "Mill Lane 4, tickets $38. Call to action: Save a seat"
)
SHEETS = ("instagram-post", "instagram-square", "instagram-story", "youtube-thumbnail", "banner")


def designed(picture, size="instagram-post", system=None, request=REQUEST, seed=1):
    given = picture if isinstance(picture, list) else [picture]
    resources = Resources(AssetStore(), FONTS)
    attachments = tuple(
        Attachment(asset=resources.assets.put_pixels(p), role="picture", name=f"{n}.png")
        for n, p in enumerate(given)
    )
    made = design_poster(
        request, resources=resources, generator=Artist(), size=size, system=system, seed=seed,
        attachments=attachments,
    )  # fmt: skip
    return asyncio.run(made), resources


def chosen(picture, request=REQUEST, seeds=6):
    """The systems that some seeds choose for the picture."""
    attachment = Attachment(asset="a" * 64, role="picture", name="x.png")
    brief = parse(request, size="instagram-post", attachments=(attachment,))
    studies = (study_of(picture),)
    briefs = [brief.evolve(seed=seed) for seed in range(seeds)]
    return [strategy_for(each, pictures=studies).system for each in briefs]


def texts(design):
    return [layer for layer in leaves(design) if layer.kind == "text"]


@pytest.mark.parametrize("size", SHEETS)
@pytest.mark.parametrize("system", LED)
@pytest.mark.sampled("portrait", "full")
def test_copy_on_any_picture_reaches_the_contrast_rule(system, size):
    seed = LED.index(system) + 3 * SHEETS.index(size)
    picture = (pictures.texture if seed % 2 else pictures.gradient)(700, 560, seed)
    outcome, resources = designed(picture, size, system, seed=seed)
    assert "recolour" not in " ".join(outcome.trace)  # the veil was enough
    for result in text_contrasts(outcome.design, texts(outcome.design), resources).values():
        assert result.ratio >= result.needed


@pytest.mark.parametrize("system", ("full", "duotone"))
@pytest.mark.parametrize("low", (0, 90, 170))
def test_a_veil_is_as_weak_as_the_picture_allows(system, low):
    picture = pictures.texture(600, 700, 4, low, min(255, low + 90))
    outcome, resources = designed(picture, system=system)
    ratios = text_contrasts(outcome.design, texts(outcome.design), resources)
    veils = [layer for layer in outcome.design.layers if layer.id.startswith("veil")]
    if veils:
        assert min(r.ratio / r.needed for r in ratios.values()) < 1.6


def test_a_dark_calm_picture_needs_no_veil():
    outcome, _ = designed(pictures.texture(700, 900, 2, 10, 30), system="full")
    assert not [layer for layer in outcome.design.layers if layer.id.startswith("veil")]


def test_a_product_on_a_plain_ground_is_cut_out():
    assert chosen(pictures.mug(400, 400)).count("cutout") >= 4
    assert chosen(pictures.bottle()).count("cutout") >= 4


def test_a_picture_with_a_large_calm_area_fills_the_sheet():
    calm, busy = chosen(pictures.landscape(600, 800)), chosen(pictures.texture(600, 800))
    assert calm.count("full") > busy.count("full") and "cutout" not in calm


def test_busy_pictures_leave_the_copy_a_field_of_its_own():
    systems = chosen(pictures.texture(500, 500))
    assert systems.count("split") > systems.count("full")


def test_dark_moods_favour_duotone():
    dark = f"{REQUEST} Dark, moody and bold"
    before, after = chosen(pictures.portrait()), chosen(pictures.portrait(), dark)
    assert after.count("duotone") > before.count("duotone")


def test_a_system_that_needs_a_photograph_is_refused_without_one():
    with pytest.raises(DesignError, match="--image"):
        strategy_for(parse(REQUEST, system="split"))


@pytest.mark.parametrize("system", [n for n, s in SYSTEMS.items() if s.family != "words"])
@pytest.mark.parametrize("name", ("mug", "portrait"))
@pytest.mark.sampled("portrait-swiss", every=6)
def test_every_system_asked_for_shows_the_picture(system, name):
    outcome, resources = designed(getattr(pictures, name)(300, 360), system=system)
    asset = next(e.asset for e in outcome.plan.of_role("picture"))
    if outcome.plan.of_role("hero") and outcome.design.layers:
        shown = {asset, cut_out(resources.assets, asset)} & assets_of(outcome.design)
        assert shown or SYSTEMS[system].family in ("type", "abstract")


def test_the_picture_itself_is_never_encoded_again():
    outcome, resources = designed(pictures.landscape(), system="full")
    layer = next(x for x in walk(outcome.design) if isinstance(x, ImageLayer))
    assert layer.asset == outcome.brief.attachments[0].asset and layer.role == "picture"


def test_three_pictures_share_the_half():
    given = [pictures.landscape(300, 200), pictures.portrait(200, 260), pictures.mug(200, 200)]
    outcome, _ = designed(given, system="split")
    layers = [x for x in leaves(outcome.design) if isinstance(x, ImageLayer)]
    assert [x.asset for x in layers] == [a.asset for a in outcome.brief.attachments]
    assert all(not a.box.intersection(b.box).area for a in layers for b in layers if a is not b)


@pytest.mark.parametrize("system", ("split", "cutout"))
def test_colours_are_drawn_from_the_picture(system):
    outcome, _ = designed(
        pictures.bottle() if system == "cutout" else pictures.mug(), system=system
    )
    hue = 155 if system == "cutout" else 31
    hues = [hex_to_oklch(c) for c in outcome.design.palette.values()]
    assert any(hue_distance(v.hue, hue) < 25 and v.chroma > 0.04 for v in hues)


def test_the_users_own_colours_go_before_the_pictures():
    request = f"{REQUEST}. Use the colours #1b4d8f and white"
    outcome, _ = designed(pictures.mug(), system="split", request=request)
    assert hue_distance(hex_to_oklch(outcome.design.palette["bg"]).hue, 257) < 12


def test_copy_goes_where_the_picture_is_calm():
    canvas = size_named("instagram-post").canvas
    assert best_setting(study_of(pictures.landscape(800, 1000)), canvas).anchor == "top"
    turned = study_of(pictures.landscape(800, 1000)[::-1])
    assert best_setting(turned, canvas).anchor == "bottom"


def test_dark_pictures_get_light_copy_and_light_ones_dark_copy():
    canvas = size_named("instagram-post").canvas
    assert seen_in(study_of(pictures.texture(400, 500, 1, 0, 60)), canvas).light_text
    assert not seen_in(study_of(pictures.texture(400, 500, 1, 215, 255)), canvas).light_text


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("system", LED)
@pytest.mark.sampled(every=5)
def test_words_on_pills_are_read(system, seed):
    attachment = Attachment(asset="a" * 64, role="picture", name="x.png")
    brief = parse(REQUEST, system=system, seed=seed, attachments=(attachment,))
    study = study_of(pictures.gradient(90, 70, seed))
    palette = strategy_for(brief, pictures=(study,)).palette
    assert contrast(palette["on_pill"], palette["pill"]) >= 4.5
    assert contrast(palette["ink"], palette["bg"]) >= 4.5
