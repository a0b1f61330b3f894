"""The loop that every family shares, on tiny transformers with weights by a rule."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers import (  # noqa: E402
    AutoencoderKL,
    FlowMatchEulerDiscreteScheduler,
    StableDiffusion3Pipeline,
)

from generators.diffusion.denoising import LostNumbers, denoise, noise, scheduled  # noqa: E402
from generators.diffusion.guidance import Guidance  # noqa: E402
from generators.diffusion.step_schedule import StepSchedule  # noqa: E402
from generators.request import GenerationError  # noqa: E402
from tests.generators import published as p  # noqa: E402

STEPS, GUIDANCE = 8, Guidance(4.0)
WORDS = {True: p.draw("words", 1, 7, 32), False: p.draw("nothing", 1, 7, 32)}
POOLED = {True: p.draw("pooled", 1, 64), False: p.draw("none", 1, 64)}


def times(steps=STEPS):
    scheduler = FlowMatchEulerDiscreteScheduler(shift=3.0)
    scheduler.set_timesteps(steps)
    return scheduler


def asking(model, layout, asked=None):
    def predict(latents, time, conditional, strength):
        if asked is not None:
            asked.append((float(time[0]), conditional, strength))
        told = layout if conditional else layout.empty()
        return model(
            hidden_states=latents,
            encoder_hidden_states=WORDS[conditional],
            pooled_projections=POOLED[conditional],
            timestep=time,
            joint_attention_kwargs={"layout": told._replace(strength=strength)},
        ).sample

    return predict


def painted(model, seed=7, **more):
    told = {"guidance": GUIDANCE} | more
    return denoise(noise((1, 4, 8, 8), seed), times(), asking(model, p.sd3_layout()), **told)


@pytest.fixture(scope="module")
def model():
    return p.siam_sd3()


def test_our_loop_paints_what_diffusers_own_pipeline_paints(model):
    pipeline = StableDiffusion3Pipeline(
        transformer=model,
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        vae=AutoencoderKL(latent_channels=4, sample_size=8),
        **{f"text_encoder{n}": None for n in ("", "_2", "_3")},
        **{f"tokenizer{n}": None for n in ("", "_2", "_3")},
    )
    layout, nothing = p.sd3_layout(), p.sd3_layout().empty()
    both = layout._replace(
        captions=torch.cat([nothing.captions, layout.captions]),
        boxes=torch.cat([nothing.boxes, layout.boxes]),
        mask=torch.cat([nothing.mask, layout.mask]),
    )

    def weaken(pipe, number, time, kept):
        strength = scheduled(0.3, 1.0, number + 1, STEPS)
        pipe._joint_attention_kwargs = {"layout": both._replace(strength=strength)}
        return kept

    theirs = pipeline(
        prompt_embeds=WORDS[True],
        negative_prompt_embeds=WORDS[False],
        pooled_prompt_embeds=POOLED[True],
        negative_pooled_prompt_embeds=POOLED[False],
        latents=noise((1, 4, 8, 8), 7),
        height=8 * pipeline.vae_scale_factor,
        width=8 * pipeline.vae_scale_factor,
        num_inference_steps=STEPS,
        guidance_scale=GUIDANCE.weight,
        joint_attention_kwargs={"layout": both},
        callback_on_step_end=weaken,
        output_type="latent",
    ).images
    assert torch.allclose(painted(model), theirs, atol=1e-4)


def test_the_same_seed_paints_the_same_and_another_does_not(model):
    assert torch.equal(painted(model), painted(model))
    assert not torch.allclose(painted(model), painted(model, seed=8))


def test_the_layout_leads_the_first_steps_and_then_the_base_goes_on(model):
    asked = []
    denoise(noise((1, 4, 8, 8), 7), times(10), asking(model, p.sd3_layout(), asked))
    assert [strength for _, _, strength in asked] == [1.0] * 3 + [0.0] * 7
    assert not torch.allclose(painted(model), painted(model, layout_strength=0.0))


def test_guidance_of_one_asks_once(model):
    asked = []
    predict = asking(model, p.sd3_layout(), asked)
    denoise(noise((1, 4, 8, 8), 7), times(), predict, Guidance(1.0))
    assert {conditional for _, conditional, _ in asked} == {True}


def test_it_stops_within_a_step_and_the_next_picture_is_not_touched(model):
    fresh, steps = painted(model), []
    with pytest.raises(GenerationError, match="stopped"):
        painted(model, on_step=steps.append, cancelled=lambda: len(steps) == 3)
    assert [step.number for step in steps] == [1, 2, 3]
    assert torch.equal(painted(model), fresh)


def test_every_step_is_told_and_its_preview_ends_at_the_picture(model):
    steps = []
    done = painted(model, on_step=steps.append)
    assert [(s.number, s.steps) for s in steps] == [(n, STEPS) for n in range(1, STEPS + 1)]
    assert torch.allclose(steps[-1].clean, done, atol=1e-5)


def test_lost_numbers_are_told_and_may_be_tried_again(model):
    def lost(latents, time, conditional, strength):
        return torch.full_like(latents, float("nan"))

    with pytest.raises(GenerationError, match="lost in step 1 of 8.*another seed") as raised:
        denoise(noise((1, 4, 8, 8), 7), times(), lost)
    assert isinstance(raised.value, LostNumbers)


def test_a_schedule_computes_its_steps_alone_and_draws_the_others_on(model):
    def at(schedule):
        asked, steps = [], []
        predict = asking(model, p.sd3_layout(), asked)
        done = denoise(
            noise((1, 4, 8, 8), 7), times(), predict, GUIDANCE,
            on_step=steps.append, schedule=schedule,
        )  # fmt: skip
        return done, len(asked), [step.velocity for step in steps]

    full, every, _ = at(None)
    same, _, _ = at(StepSchedule.of(STEPS, STEPS))
    scheduled, some, velocities = at(StepSchedule(STEPS, (0, 1, 3, 6, 7)))
    assert torch.equal(same, full) and every == 2 * STEPS and some == 2 * 5
    assert not torch.equal(scheduled, full)
    sigmas = times().timesteps
    ahead = (sigmas[2] - sigmas[1]) / (sigmas[1] - sigmas[0])
    straight = velocities[1] + ahead * (velocities[1] - velocities[0])
    assert torch.allclose(velocities[2], straight, atol=1e-5)
