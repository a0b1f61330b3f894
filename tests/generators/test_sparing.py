"""Caches over diffusers' own pipelines, on tiny random parts: they spare, and leave no trace."""

from functools import wraps

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

from torch.utils.flop_counter import FlopCounterMode  # noqa: E402

from generators.bases import BASES, Effort, Place  # noqa: E402
from generators.diffusion.pipelines import PipelinePainter  # noqa: E402
from generators.request import GenerationError, GenerationRequest  # noqa: E402
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


def worked(painter, spared):
    """The picture, and how many multiplications it took."""
    with FlopCounterMode(display=False) as counter:
        picture = painted(painter, spared)
    return picture, counter.get_total_flops()
