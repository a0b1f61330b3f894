import pytest

from design_io.assets import AssetStore
from design_io.bounds import layer_bounds
from design_io.color import contrast, hex_to_oklch, mix
from design_io.document import Canvas, Design, GroupLayer, leaves
from design_io.fonts import FontLibrary
from design_io.geometry import Box, union_all
from design_io.paths import path_bounds
from design_io.resources import Resources
from generators.artist import ART, Artist
from generators.artist.coats import toned
from generators.artist.icons import (
    VIEW,
    Ramp,
    dominant,
    icon_layers,
    ink_bounds,
    parts,
    recolored,
    skin_of,
)
from generators.artist.naming import gathered, placed_in
from generators.artist.outdoors import is_outdoors
from generators.request import GenerationError, GenerationRequest, Reference, Region
from layout.palette import palette_for
from layout.systems import SYSTEMS
from tests import pictures

SHEETS = {
    "portrait": (1080, 1350, Box(78, 470, 924, 650)),
    "story": (1080, 1920, Box(78, 700, 924, 760)),
    "square": (1200, 1200, Box(86, 420, 1028, 560)),
    "landscape": (1640, 856, Box(790, 0, 850, 856)),
    "banner": (1584, 396, Box(760, 0, 824, 396)),
    "a3": (3508, 4961, Box(250, 1500, 3008, 2600)),
}


def stocked() -> AssetStore:
    """A store that holds the picture which photo-led systems are asked to show."""
    assets = AssetStore()
    assets.put_pixels(pictures.mug(300, 300))
    return assets


PICTURE = AssetStore().put_pixels(pictures.mug(300, 300))


def request_for(system: str, sheet: str, subjects=("camping",), seed=1) -> GenerationRequest:
    width, height, art = SHEETS[sheet]
    palette = palette_for(SYSTEMS[system], "#608842", seed=seed)
    return GenerationRequest(
        width=width, height=height, regions=(Region(box=art, kind="object"),), palette=palette,
        system=system, subjects=subjects, seed=seed,
        references=(Reference(asset=PICTURE),) if SYSTEMS[system].needs_picture else (),
    )  # fmt: skip


def painted_design(request: GenerationRequest, assets: AssetStore) -> Design:
    layers = tuple(painted.layer for painted in Artist().paint(request, assets))
    return Design(canvas=Canvas(width=request.width, height=request.height), layers=layers)


def test_every_visual_system_has_both_halves():
    assert ART.keys() == SYSTEMS.keys()


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("system", ART)
@pytest.mark.sampled("portrait", "landscape")
def test_art_is_a_few_named_groups_of_few_layers(system, sheet):
    design = painted_design(request_for(system, sheet), stocked())
    assert 1 <= len(design.layers) <= 6
    assert sum(1 for _ in leaves(design)) <= 60
    assert all(layer.name for layer in design.layers)


@pytest.mark.parametrize("system", ART)
@pytest.mark.sampled(every=3)
def test_the_same_request_gives_the_same_layers(system):
    request = request_for(system, "portrait")
    first, second = stocked(), stocked()
    assert Artist().paint(request, first) == Artist().paint(request, second)


@pytest.mark.parametrize(
    "system",
    [
        n
        for n, s in SYSTEMS.items()
        if s.zones.composition not in ("hung", "numeral") and n != "typeimage"
    ],
)
def test_art_stays_out_of_the_text_above_it(system):
    request = request_for(system, "portrait")
    zone, resources = request.boxes("object")[0], Resources(stocked(), FontLibrary.bundled())
    for layer in leaves(painted_design(request, resources.assets)):
        if layer.role not in ("background", "frame"):  # skies lie behind the copy, frames round it
            top = max(layer.box.y, layer_bounds(layer, resources).y)  # of the ink, without lines
            assert top >= zone.y - 1, layer.name


@pytest.mark.parametrize(
    "system", [s.name for s in SYSTEMS.values() if not (s.needs_subject or s.needs_offer)]
)
def test_without_a_subject_the_art_is_abstract(system):
    design = painted_design(request_for(system, "portrait", subjects=()), stocked())
    names = [layer.name for layer in leaves(design)]
    assert names and not any("camping" in name for name in names)


def test_every_group_records_where_it_came_from():
    request = request_for("swiss", "portrait").evolve(prompt="a tent")
    for painted in Artist().paint(request, AssetStore()):
        source = painted.layer.source
        assert (source.generator, source.prompt, source.seed) == ("artist", "a tent", 1)
        assert "MIT" in source.licence


def test_an_unknown_system_is_refused_with_the_choices():
    with pytest.raises(GenerationError, match="arch"):
        Artist().paint(request_for("swiss", "portrait").evolve(system="rococo"), AssetStore())


def test_an_icon_fills_its_box_and_keeps_its_proportions():
    layers = icon_layers("saxophone", Box(100, 100, 300, 500), AssetStore(), "subject")
    assert len({layer.box for layer in layers}) == 1
    assert layers[0].box.width == pytest.approx(layers[0].box.height)


def test_the_dominant_colour_is_one_of_the_icons_own():
    for name in ("saxophone", "camping", "beer-mug", "leafy-green"):
        assert dominant(name) in {part.color for part in parts(name)}


@pytest.mark.parametrize("main", ("#3f5be8", "#1f9d4d", "#c2178a", "#123456", "#f2f2f2"))
@pytest.mark.parametrize("name", ("waving-hand", "person-running", "baby", "cook"))
def test_people_keep_the_hue_of_skin_in_any_colours(name, main):
    ramp = Ramp("#101418", main, "#fffaf0", "#00b3a4")
    for colors in (recolored(name, ramp), recolored(name, ramp, native=True), toned(name, ramp)):
        for fill in skin_of(name):
            assert 40 <= hex_to_oklch(colors[fill]).hue <= 95


def test_nothing_but_people_has_skin():
    assert skin_of("baby") and skin_of("thumbs-up")
    assert not any(skin_of(name) for name in ("star", "sun", "lemon", "honey-pot", "trophy"))


def test_a_subject_group_says_what_it_shows():
    request = request_for("arch", "portrait").evolve(prompt="a tent in the hills")
    heroes = [p.layer for p in Artist().paint(request, AssetStore()) if p.layer.role == "hero"]
    assert isinstance(heroes[0], GroupLayer) and heroes[0].alt == "a tent in the hills"


@pytest.mark.parametrize("sheet", ["portrait", "square", "story", "landscape", "banner"])
def test_a_disc_that_bleeds_off_the_sheet_covers_the_corner_it_reaches(sheet):
    request = request_for("swiss", sheet)
    disc = painted_design(request, stocked()).layers[0]
    right, low = request.width - disc.box.x, disc.box.height
    radius = disc.box.width / 2
    if disc.box.right > request.width and low < 2 * radius:
        assert (right - radius) ** 2 + (low - radius) ** 2 <= radius**2


@pytest.mark.parametrize("sheet", ["portrait", "square", "story", "landscape", "banner"])
def test_a_place_is_itself_the_disc_and_who_stands_in_it_is_on_the_sheet(sheet):
    name = placed_in("tent", "lake-place", in_disc=True)
    request = request_for("swiss", sheet, subjects=(name,))
    (only,) = Artist().paint(request, AssetStore())
    assert only.layer.role == "hero"
    tents = [p for p in parts(name) if p.thing == "tent"]
    stage = next(iter(leaves(only.layer))).box
    frame = union_all(path_bounds(p.data) for p in tents)
    scale = stage.width / VIEW
    right, low = stage.x + scale * frame.right, stage.y + scale * frame.bottom
    assert right <= request.width + 1 and low <= request.height + 1


@pytest.mark.parametrize("sheet", ["portrait", "square", "story", "landscape"])
def test_a_scene_with_an_edge_has_no_form_behind_it(sheet):
    (only,) = Artist().paint(request_for("swiss", sheet, subjects=("road",)), AssetStore())
    assert only.layer.role == "hero"


@pytest.mark.parametrize("name", ["sushi", "black-cat", "red-heart", "tooth", "penguin"])
@pytest.mark.parametrize("seed", range(4))
def test_subjects_stand_out_from_the_hills_or_the_wall_behind_them(name, seed):
    request = request_for("arch", "portrait", subjects=(name,), seed=seed)
    roles = ("hill_1", "hill_3") if is_outdoors(name) else ("sky_low", "sky_high")
    behind = mix(*(request.palette[role] for role in roles), 0.5)
    subject = next(p.layer for p in Artist().paint(request, stocked()) if p.layer.role == "hero")
    assert max(contrast(part.fill.color, behind) for part in subject.layers) >= 1.5


@pytest.mark.parametrize("system", ("manifesto", "editorial"))
def test_sheets_of_words_show_the_subject_where_there_is_room(system):
    painted = Artist().paint(request_for(system, "portrait", subjects=("key",)), AssetStore())
    hero = next(p.layer for p in painted if p.layer.role == "hero")
    assert hero.layers[0].box.width >= 0.14 * 1080


@pytest.mark.parametrize("sheet", ["portrait", "square", "landscape"])
@pytest.mark.parametrize("system", ["swiss", "editorial", "manifesto", "numeral", "typeimage"])
def test_a_photograph_with_its_background_is_always_shown(system, sheet):
    assets = AssetStore()
    given = Reference(asset=assets.put_pixels(pictures.landscape(300, 200)))
    for seed in range(5):
        request = request_for(system, sheet, seed=seed).evolve(references=(given,))
        shown = [x for x in leaves(painted_design(request, assets)) if x.role == "picture"]
        assert len(shown) == 1


@pytest.mark.parametrize("system", ["pattern", "bauhaus"])
def test_food_keeps_its_colours_on_tiles(system):
    request = request_for(system, "portrait", subjects=("tomato", "carrot"))
    drawn = leaves(painted_design(request, AssetStore()))
    assert {dominant("tomato"), dominant("carrot")} <= {layer.fill.color for layer in drawn}


@pytest.mark.parametrize(("copy_below", "bottom"), [(False, 1920), (True, 1460)])
def test_tiles_reach_the_edge_of_a_story_where_no_copy_is_below(copy_below, bottom):
    request = request_for("pattern", "story", subjects=("tomato", "carrot"))
    if copy_below:
        note = Region(box=Box(78, 1500, 400, 60), kind="calm")
        request = request.evolve(regions=(*request.regions, note))
    tiles = next(p.layer for p in Artist().paint(request, AssetStore()) if p.layer.id == "tiles")
    assert abs(union_all(leaf.box for leaf in leaves(tiles)).bottom - bottom) < 40


def test_two_things_on_a_page_have_a_box_each_and_fill_it():
    request = request_for("editorial", "portrait", subjects=(gathered(["honeybee", "honey-pot"]),))
    zone = Region(box=Box(78, 800, 924, 260), kind="object")
    for seed in range(6):
        told = request.evolve(regions=(zone,), seed=seed)
        hero = next(p.layer for p in Artist().paint(told, AssetStore()) if p.layer.role == "hero")
        plates = [layer for layer in hero.layers if layer.id.startswith("plate-")]
        if plates:
            assert len({plate.fill.color for plate in plates}) == 2
            shown = [ink_bounds(name) for name in ("honeybee", "honey-pot")]
            sides = [layer.layers[0].box.height for layer in hero.layers[1::2]]
            tall = [side * ink.height / VIEW for side, ink in zip(sides, shown, strict=True)]
            assert max(tall) > 0.8 * zone.box.height
            return
    raise AssertionError("never in boxes")
