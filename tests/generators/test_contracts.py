"""What every base keeps to, on tiny random parts: size, mode, seed, progress, cancel, guidance."""

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

from design_io.assets import AssetStore  # noqa: E402
from generators.bases import BASES, Effort, Place  # noqa: E402
from generators.diffusion.pipelines import PipelinePainter  # noqa: E402
from generators.request import (  # noqa: E402
    GenerationError,
    GenerationRequest,
    Progress,
    Reference,
)
from generators.settings import Settings  # noqa: E402
from tests.generators.tiny_pipelines import TINY, tiny  # noqa: E402

REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)
DISTILLED = ("flux2-klein", "flux1-schnell")  # they take no guidance


@pytest.fixture(scope="module", params=TINY)
def painter(request, tmp_path_factory):
    base = BASES[request.param]._replace(efforts={"quality": Effort(2, 48)})
    made = PipelinePainter(base, Place(tmp_path_factory.mktemp("nothing")))
    made._pipeline = tiny(request.param)
    return made


def pixels(painter, request=REQUEST, **more):
    return painter.picture(request, **more)[0].tobytes()


def test_every_base_has_a_tiny_one():
    assert TINY.keys() == BASES.keys()


@pytest.mark.sampled("z-image-turbo")
def test_a_base_keeps_its_contract(painter):
    told, assets = [], AssetStore()
    (painted,) = painter.paint(REQUEST, assets, on_step=told.append)
    assert assets.pixels(painted.layer.asset).shape == (150, 120, 4)
    assert (assets.pixels(painted.layer.asset)[..., 3] == 255).all()
    assert told == [Progress(1, 2), Progress(2, 2)]
    assert painted.layer.source.licence == painter.base.licence
    once = pixels(painter)
    assert pixels(painter) == once
    assert pixels(painter, REQUEST.evolve(seed=4)) != once
    assert pixels(painter, REQUEST.evolve(prompt="blue sea")) != once


@pytest.mark.sampled("z-image-turbo")
def test_it_stops_within_a_step_and_the_next_picture_is_not_touched(painter):
    fresh, told = pixels(painter), []
    with pytest.raises(GenerationError, match="stopped"):
        pixels(painter, cancelled=lambda: len(told) == 1, on_step=told.append)
    assert len(told) == 1
    assert pixels(painter) == fresh


@pytest.mark.sampled("z-image-turbo")
def test_a_base_that_edits_paints_inside_a_mask(painter):
    assets = AssetStore()
    given = np.full((150, 120, 4), 255, np.uint8)
    given[:, :60, :3] = 0
    asset = assets.put_pixels(given)
    request = REQUEST.evolve(references=(Reference(asset=asset, role="edit"),), mask=asset)
    once, again, other = (
        painter.paint(each, assets)[0].layer.asset
        for each in (request, request, request.evolve(seed=4))
    )
    assert painter.abilities.edits and once == again != other
    assert assets.pixels(once).shape == given.shape


@pytest.mark.sampled("z-image-turbo")
def test_guidance_and_steps_are_what_the_request_says(painter):
    told, once = list[Progress](), pixels(painter)
    pixels(painter, REQUEST.evolve(steps=1), on_step=told.append)
    assert told == [Progress(1, 1)]
    guided = pixels(painter, REQUEST.evolve(guidance=painter.base.guidance + 3))
    assert (guided == once) is (painter.name in DISTILLED)


@pytest.mark.sampled("z-image-turbo")
def test_a_draft_is_refined_over_half_of_the_steps(painter):
    plain = painter.base, painter.settings
    once = pixels(painter, REQUEST.evolve(steps=4))
    painter.base = painter.base._replace(efforts={"quality": Effort(4, 64), "draft": Effort(3, 32)})
    painter.settings = Settings(refine=True)
    try:
        told = list[Progress]()
        refined = pixels(painter, on_step=told.append)
        assert told == [Progress(n, 5) for n in range(1, 6)]
        assert refined != once and pixels(painter) == refined
    finally:
        painter.base, painter.settings = plain


def test_a_rule_of_guidance_that_a_pipeline_has_not_is_refused(tmp_path):
    with pytest.raises(GenerationError, match="--guidance-rule is for the layout transformers"):
        PipelinePainter(BASES["sdxl"], Place(tmp_path), Settings(guidance_rule="plus"))
