"""Caches over diffusers' own pipelines, on tiny random parts: they spare, and leave no trace."""

import json
from functools import wraps

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

import torch  # noqa: E402
from torch.utils.flop_counter import FlopCounterMode  # noqa: E402

from generators.bases import BASES, Effort, Place  # noqa: E402
from generators.diffusion.pipelines import PipelinePainter  # noqa: E402
from generators.diffusion.sparing import schedule_in  # noqa: E402
from generators.request import GenerationError, GenerationRequest  # noqa: E402
from generators.search_schedule import schedule_for  # noqa: E402
from generators.settings import Settings  # noqa: E402
from tests.generators.tiny_pipelines import TINY, tiny  # noqa: E402

STEPS = 14
REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)
CACHED = {
    "first-block": ("flux1-dev", "flux1-schnell", "qwen-image"),
    "magnitude": ("flux1-dev", "flux1-schnell"),
}


@pytest.fixture(scope="module", params=TINY)
def painter(request, tmp_path_factory):
    base = BASES[request.param]._replace(efforts={"quality": Effort(STEPS, 48)})
    made = PipelinePainter(base, Place(tmp_path_factory.mktemp("nothing")))
    made._pipeline = tiny(request.param)
    return made


def painted(painter, spared, request=REQUEST):
    painter.settings = Settings(spared=spared)
    return painter.picture(request)[0].tobytes()


def counted(painter, spared):
    """How often the network is computed, and the picture."""
    network, calls = getattr(painter._pipeline, painter.base.network), []
    forward = network.forward

    @wraps(forward)
    def counting(*args, **kwargs):
        calls.append(1)
        return forward(*args, **kwargs)

    network.forward = counting
    try:
        return painted(painter, spared), len(calls)
    finally:
        del network.forward


@pytest.mark.sampled("z-image-turbo", "flux1-dev")
def test_half_of_the_steps_are_computed_and_no_trace_is_left(painter):
    full, every = counted(painter, "none")
    once, half = counted(painter, "half")
    assert 2 * half == every and once != full
    assert painted(painter, "half") == once
    assert painted(painter, "none") == full


@pytest.mark.sampled("z-image-turbo")
def test_of_a_few_steps_every_one_is_computed(painter):
    few = REQUEST.evolve(steps=4)
    assert painted(painter, "half", few) == painted(painter, "none", few)


@pytest.mark.sampled("z-image-turbo", "flux1-dev")
@pytest.mark.parametrize("spared", CACHED)
def test_a_cache_of_some_families_spares_there_and_is_refused_elsewhere(painter, spared):
    if painter.name not in CACHED[spared]:
        with pytest.raises(GenerationError, match=f"--cache {spared} knows .*--cache half"):
            painted(painter, spared)
        return
    full, every = worked(painter, "none")
    once, some = worked(painter, spared)
    assert (some < every) == (once != full)
    assert spared == "first-block" or some < every  # random blocks are never steady enough
    assert painted(painter, spared) == once
    assert painted(painter, "none") == full


@pytest.mark.sampled("z-image-turbo")
def test_a_schedule_is_searched_written_and_painted_by(painter, tmp_path):
    painter.settings = Settings()
    full = painted(painter, "none")
    found = schedule_for(painter, 8)
    assert found["steps"] == STEPS and len(found["computed"]) == 8
    assert painted(painter, "none") == full
    file = tmp_path / "schedule.json"
    file.write_text(json.dumps(found))
    painter.settings = Settings(schedule=file)
    assert painter.picture(REQUEST)[0].tobytes() != full
    with pytest.raises(GenerationError, match="of 14 steps, not of 4"):
        painter.picture(REQUEST.evolve(steps=4))


@pytest.mark.parametrize("told", ["", "[]", '{"steps": 4, "computed": [1, 2]}', '{"steps": "x"}'])
def test_a_file_that_is_no_schedule_is_named(tmp_path, told):
    file = tmp_path / "any.json"
    file.write_text(told)
    with pytest.raises(GenerationError, match="any.json is no schedule of steps"):
        schedule_in(file, 4)


@pytest.fixture
def base(painter, tmp_path):
    """The network that the painter's was distilled from, as it were; its folder."""
    torch.manual_seed(5)
    network = getattr(painter._pipeline, painter.base.network)
    other = type(network).from_config(network.config)
    for (name, theirs), own in zip(other.named_parameters(), network.parameters(), strict=True):
        theirs.data = own.data if "pad_token" in name else own.data + 0.1 * torch.randn(own.shape)
    other.save_pretrained(tmp_path / painter.base.network)
    return tmp_path


@pytest.mark.sampled("z-image-turbo", "flux2-klein")
def test_another_network_paints_the_first_step_alone(painter, base):
    def begun(steps, first=base, spared="none"):
        painter.settings, painter._beginner = Settings(first_step=first, spared=spared), None
        return painter.picture(REQUEST.evolve(steps=steps))[0].tobytes()

    part = painter.base.network
    own = getattr(painter._pipeline, part)
    alone = begun(4, None)
    assert begun(4) not in (alone, begun(STEPS))
    whole = begun(1)
    setattr(painter._pipeline, part, type(own).from_pretrained(base / part).eval())
    assert begun(1, None) == whole  # a picture of one step is all the other's
    setattr(painter._pipeline, part, own)
    assert begun(STEPS, spared="half") != begun(STEPS, None, "half")
    assert begun(4, None) == alone


def test_a_network_of_another_build_is_refused(painter, tmp_path):
    painter.settings, painter._beginner = Settings(first_step=tmp_path), None
    with pytest.raises(GenerationError, match="for the first step in .* cannot be read"):
        painter.picture(REQUEST)


def worked(painter, spared):
    """The picture, and how many multiplications it took."""
    with FlopCounterMode(display=False) as counter:
        picture = painted(painter, spared)
    return picture, counter.get_total_flops()
