"""How two velocities become one: against the papers' own formulas."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers.guiders.classifier_free_zero_star_guidance import cfg_zero_star_scale  # noqa: E402

from generators.diffusion.denoising import denoise, noise  # noqa: E402
from generators.diffusion.guidance import Guidance  # noqa: E402
from tests.generators import published as p  # noqa: E402
from tests.generators.test_denoising import asking, times  # noqa: E402

STEPS = 8


def painted(model, guidance, steps=STEPS, asked=None):
    start = noise((1, 4, 8, 8), 7)
    return denoise(start, times(steps), asking(model, p.sd3_layout(), asked), guidance)


@pytest.fixture(scope="module")
def model():
    return p.siam_sd3()


def test_cfg_plus_plus_renoises_as_if_nothing_had_been_said(model):
    """Its own words: the guided picture, and the noise of the unconditional velocity."""
    predict, share = asking(model, p.sd3_layout()), 0.4
    scheduler, x = times(), noise((1, 4, 8, 8), 7)
    with torch.no_grad():
        for number, time in enumerate(scheduler.timesteps):
            sigma, following = (float(s) for s in scheduler.sigmas[number : number + 2])
            strength = 1.0 if number < int(0.3 * STEPS) else 0.0
            told, untold = (predict(x, time.expand(1), said, strength) for said in (True, False))
            clean = x - sigma * (untold + share * (told - untold))
            noised = x + (1 - sigma) * untold
            x = (1 - following) * clean + following * noised
    assert torch.allclose(painted(model, Guidance(share, "plus")), x, atol=1e-4)


def test_cfg_zero_star_leans_on_what_both_say_and_rests_at_first():
    told, untold = (noise((2, 4, 8, 8), seed) for seed in (1, 2))
    sigmas = torch.linspace(1, 0, 29)
    guidance = Guidance(4.0, "zero-star")
    made = [
        guidance.velocity(lambda said: told if said else untold, number, sigmas)
        for number in (0, 1)
    ]  # fmt: skip
    scale = cfg_zero_star_scale(told.flatten(1), untold.flatten(1)).reshape(2, 1, 1, 1)
    expected = scale * untold + 4.0 * (told - scale * untold)
    assert not made[0].any()
    assert torch.allclose(made[1], expected, atol=1e-5)


def test_plus_asks_twice_whatever_its_weight_and_each_rule_paints_its_own(model):
    asked = []
    one = painted(model, Guidance(0.6, "plus"), asked=asked)
    assert len(asked) == 2 * STEPS
    assert torch.equal(painted(model, Guidance(7.0, "plus")), one)  # no weight of CFG++
    assert not torch.allclose(painted(model, Guidance(4.0)), one)
    assert not torch.allclose(
        painted(model, Guidance(4.0, "zero-star")), painted(model, Guidance(4.0))
    )
