"""Layers by a painter of pictures: what it is told, what is cut out, and what stays as it is."""

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.color import hex_to_rgb
from design_io.document import ImageLayer
from design_io.geometry import Box
from design_io.oklab import oklab, srgb
from generators.harmony import harmonized
from generators.keying import KEYS
from generators.layered import BACKGROUND, Layered, background_request, elements_of
from generators.request import (
    Abilities,
    GenerationError,
    GenerationRequest,
    Painted,
    Progress,
    Region,
    untold,
)

PALETTE = {"bg": "#f4efe4", "accent": "#c8452c"}
MUG = Region(box=Box(220, 300, 80, 110), kind="object", caption="a mug")
HAT = Region(box=Box(20, 300, 90, 60), kind="object", caption="a hat")
TITLE = Region(box=Box(40, 40, 400, 90), kind="text", caption="Coffee morning")
SMALL = Region(box=Box(40, 600, 200, 30), kind="calm", caption="date")
REQUEST = GenerationRequest(
    prompt="a coffee morning", width=480, height=640, regions=(MUG, HAT, TITLE, SMALL),
    palette=PALETTE, seed=5, ground=True,
)  # fmt: skip


class Studio:
    """A disc of one colour on the key that its prompt names; else a flat sheet.

    The first `stubborn` elements are painted on a ground of its own choice.
    """

    name, licence = "studio", "CC0"

    def __init__(self, stubborn=0, **abilities):
        self.abilities = Abilities(backgrounds=True, **abilities)
        self.stubborn, self.asked = stubborn, []

    def paint(self, request, assets, cancelled=lambda: False, on_step=untold):
        self.asked.append(request)
        if cancelled():
            raise GenerationError("the picture was stopped")
        size = request.height, request.width
        pixels = np.full((*size, 4), (230, 220, 200, 255), np.uint8)
        key = next((c for n, c in KEYS.items() if c in request.prompt), "")
        if key or request.transparent:
            if self.stubborn:
                self.stubborn -= 1
            elif key:
                pixels[..., :3] = hex_to_rgb(key)
            else:
                pixels[..., 3] = 0
            rows, columns = np.mgrid[: size[0], : size[1]]
            disc = np.hypot(rows - size[0] / 2, columns - size[1] / 2) < 0.3 * min(size)
            pixels[disc] = (*np.random.default_rng(request.seed).integers(60, 160, 3), 255)
        on_step(Progress(1, 2))
        on_step(Progress(2, 2))
        box = Box(0, 0, request.width, request.height)
        layer = ImageLayer(id="p", role="background", box=box, asset=assets.put_pixels(pixels))
        return (Painted(layer=layer),)


def painted(painter, request=REQUEST, order="background_first", **more):
    assets = AssetStore()
    return Layered(painter, order).paint(request, assets, **more), assets


def test_a_background_then_an_element_for_every_object():
    studio = Studio()
    made, assets = painted(studio)
    assert [item.layer.id for item in made] == [BACKGROUND, "painted-1", "painted-2"]
    assert [item.layer.box for item in made[1:]] == [MUG.box, HAT.box]
    assert made[0].layer.box == Box(0, 0, 480, 640)
    for item in made[1:]:
        alpha = assets.pixels(item.layer.asset)[..., 3]
        assert alpha[0, 0] == 0 and alpha[alpha.shape[0] // 2, alpha.shape[1] // 2] == 255
        assert abs(alpha.shape[0] - alpha.shape[1]) <= 4  # the margin around the disc is gone
        assert not item.note


def test_words_are_never_told_as_words_and_leave_the_ground_calm():
    told = background_request(REQUEST)
    assert {region.kind for region in told.regions} == {"calm"} and len(told.regions) == 4
    assert "Coffee" not in told.model_dump_json() and "no lettering" in told.prompt


def test_an_object_that_fills_the_sheet_is_the_picture_itself():
    wide = MUG.evolve(box=Box(0, 100, 480, 500))
    request = REQUEST.evolve(regions=(wide, TITLE))
    assert elements_of(request) == ()
    told = background_request(request)
    assert told.prompt == REQUEST.prompt and len(told.regions) == 1


def test_every_layer_says_who_painted_it_what_and_how():
    made, _ = painted(Studio())
    first, mug, hat = (item.layer.source for item in made)
    assert (first.generator, first.licence, first.asked) == ("studio", "CC0", REQUEST.prompt)
    assert (mug.asked, hat.asked) == ("a mug", "a hat")
    assert len({first.seed, mug.seed, hat.seed}) == 3
    assert "background" in mug.prompt and "#c8452c" in mug.harmony


def test_a_painter_of_transparent_pictures_needs_no_key():
    studio = Studio(transparent=True)
    made, assets = painted(studio)
    assert [request.transparent for request in studio.asked] == [False, True, True]
    assert "#" not in studio.asked[1].prompt
    assert assets.pixels(made[1].layer.asset)[0, 0, 3] == 0


def test_foreground_first_shows_the_background_what_will_stand_before_it():
    studio = Studio(references=True)
    made, _ = painted(studio, order="foreground_first")
    assert made[0].layer.id == BACKGROUND
    shown = studio.asked[-1].references
    assert [(r.asset, r.box) for r in shown] == [(m.layer.asset, m.layer.box) for m in made[1:]]


@pytest.mark.parametrize("transparent", [False, True])
def test_an_element_that_cannot_be_cut_out_is_painted_once_more(transparent):
    studio = Studio(stubborn=1, transparent=transparent)
    made, assets = painted(studio)
    assert [item.layer.id for item in made] == [BACKGROUND, "painted-1", "painted-2"]
    assert not any(item.note for item in made)
    assert assets.pixels(made[1].layer.asset)[..., 3].min() == 0
    first, second = studio.asked[1:3]
    assert first.seed != second.seed
    assert transparent or first.prompt != second.prompt  # another key colour


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("order", ["background_first", "foreground_first"])
def test_a_painter_that_paints_no_elements_paints_one_whole_picture(transparent, order):
    studio = Studio(stubborn=9, transparent=transparent)
    made, _ = painted(studio, order=order)
    (whole,) = made
    why = "without transparency" if transparent else "only 0% of the picture's border"
    assert whole.layer.id == BACKGROUND and whole.layer.box == Box(0, 0, 480, 640)
    assert whole.note.startswith("one whole picture instead of layers: ") and why in whole.note
    told = studio.asked[-1]
    assert told.prompt == REQUEST.prompt and not told.transparent
    assert [(r.caption, r.box) for r in told.regions if r.kind == "object"] == [
        ("a mug", MUG.box), ("a hat", HAT.box),
    ]  # fmt: skip
    assert [r.kind for r in told.regions if r.kind != "object"] == ["calm", "calm"]


def test_a_painter_of_soft_grounds_paints_one_ground_with_the_things_and_the_calm_places_told():
    studio = Studio(things=False)
    (whole,), _ = painted(studio)
    (told,) = studio.asked
    assert whole.layer.id == BACKGROUND and not whole.note
    assert [r.kind for r in told.regions] == ["object", "object", "calm", "calm"]


def test_the_same_request_makes_the_same_layers_and_stopping_makes_none():
    assert painted(Studio())[0] == painted(Studio())[0]
    with pytest.raises(GenerationError, match="stopped"):
        painted(Studio(), cancelled=lambda: True)


def test_all_layers_count_as_one_way():
    told = []
    painted(Studio(), on_step=told.append)
    assert [(p.step, p.steps) for p in told] == [(n, 6) for n in range(1, 7)]


def test_harmony_turns_hues_a_little_and_leaves_light_greys_and_opacity():
    rng = np.random.default_rng(2)
    pixels = rng.integers(0, 256, (40, 40, 4), np.uint8)
    pixels[:10, :, :3] = pixels[:10, :, :1]  # greys
    done = harmonized(pixels, ["#c8452c", "#888888"])
    assert (done.pixels[..., 3] == pixels[..., 3]).all()
    assert (done.pixels[:10] == pixels[:10]).all()
    before, after = oklab(pixels[..., :3]), oklab(done.pixels[..., :3])
    assert 0 < np.abs(after - before).max() < 0.06
    red = oklab(np.uint8([[200, 69, 44]]))[0, 1:]
    near = np.uint8([[[214, 90, 20, 255]]])
    moved = oklab(harmonized(near, ["#c8452c"]).pixels[..., :3])[0, 0, 1:]
    was = oklab(near[..., :3])[0, 0, 1:]
    angle = [np.arctan2(v[1], v[0]) for v in (red, moved, was)]
    assert abs(angle[1] - angle[0]) < abs(angle[2] - angle[0])
    assert harmonized(pixels, ["#888888"]).told == ""


def test_oklab_goes_both_ways():
    colors = np.random.default_rng(1).integers(0, 256, (500, 3), np.uint8)
    assert np.abs(srgb(oklab(colors)).astype(int) - colors).max() <= 1
