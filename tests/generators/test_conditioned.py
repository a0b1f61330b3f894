"""Layout transformers as painters: tiny bases and published files, read as users have them."""

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

import diffusers  # noqa: E402
import torch  # noqa: E402
from diffusers import (  # noqa: E402
    AutoencoderKL,
    FlowMatchEulerDiscreteScheduler,
    FluxPipeline,
    FluxTransformer2DModel,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
)
from PIL import Image  # noqa: E402
from safetensors.torch import save_file  # noqa: E402
from transformers import CLIPTextModel  # noqa: E402

from design_io.assets import AssetStore  # noqa: E402
from design_io.geometry import Box  # noqa: E402
from generators.bases import BASES, Effort, Place, fitting  # noqa: E402
from generators.diffusion.conditioned import ConditionedPainter  # noqa: E402
from generators.diffusion.creati_design import CreatiDesignTransformer2DModel  # noqa: E402
from generators.diffusion.easy_control import add_conditions  # noqa: E402
from generators.diffusion.flows import begun_with  # noqa: E402
from generators.diffusion.siam_flux import SiamLayoutFluxTransformer2DModel  # noqa: E402
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel  # noqa: E402
from generators.diffusion.siam_sd3_lora import SiamLoraSD3Transformer2DModel  # noqa: E402
from generators.layout_models import LAYOUT_MODELS  # noqa: E402
from generators.request import (  # noqa: E402
    GenerationError,
    GenerationRequest,
    Reference,
    Region,
)
from generators.settings import GUIDANCE_RULES, Settings  # noqa: E402
from tests.generators.published import filled  # noqa: E402
from tests.generators.tiny_pipelines import clip, t5, tokenizer  # noqa: E402

SD3 = {
    "sample_size": 8, "patch_size": 2, "in_channels": 4, "out_channels": 4, "num_layers": 2,
    "attention_head_dim": 8, "num_attention_heads": 4, "joint_attention_dim": 32,
    "caption_projection_dim": 32, "pooled_projection_dim": 32, "pos_embed_max_size": 16,
}  # fmt: skip
FLUX = {
    "in_channels": 16, "num_layers": 1, "num_single_layers": 1, "attention_head_dim": 16,
    "num_attention_heads": 2, "joint_attention_dim": 32, "pooled_projection_dim": 16,
    "guidance_embeds": True, "axes_dims_rope": [4, 6, 6],
}  # fmt: skip
SIDE, STEPS = 64, 4
EFFORTS = {"quality": Effort(STEPS, SIDE)}
REQUEST = GenerationRequest(
    prompt="a red barn", width=96, height=80, seed=3,
    regions=(
        Region(box=Box(0, 30, 50, 50), kind="object", caption="a barn"),
        Region(box=Box(50, 0, 46, 30), kind="calm"),
    ),
)  # fmt: skip
NAMES = list(LAYOUT_MODELS)


def vae():
    return AutoencoderKL(
        block_out_channels=(8, 8, 8, 8), norm_num_groups=4, latent_channels=4, shift_factor=0.1,
        scaling_factor=0.4, down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The two bases as diffusers saves them."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    top = tmp_path_factory.mktemp("models")
    StableDiffusion3Pipeline(
        transformer=filled(SD3Transformer2DModel(**SD3)), vae=vae(),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        text_encoder=clip(), text_encoder_2=clip(), text_encoder_3=t5(),
        tokenizer=tokenizer(), tokenizer_2=tokenizer(), tokenizer_3=tokenizer(),
    ).save_pretrained(top / "sd3-medium")  # fmt: skip
    FluxPipeline(
        transformer=filled(FluxTransformer2DModel(**FLUX)), vae=vae(),
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        text_encoder=clip(CLIPTextModel), text_encoder_2=t5(),
        tokenizer=tokenizer(), tokenizer_2=tokenizer(),
    ).save_pretrained(top / "flux1-dev")  # fmt: skip
    return top


def stock(folders, base):
    """diffusers' own pipeline of a base, untouched."""
    pipeline = getattr(diffusers, BASES[base].pipeline).from_pretrained(folders / base)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def file_of(name, top):
    """The published weights of a system, small, under their own names."""
    place = top / name
    place.mkdir(exist_ok=True)
    if name == "creatilayout-sd3":
        filled(SiamLayoutSD3Transformer2DModel(**SD3)).save_pretrained(place)
        return place
    if name == "creatilayout-flux":
        every = {"double_blocks_index": [0], "single_blocks_index": [0]}
        filled(SiamLayoutFluxTransformer2DModel(**FLUX, **every)).save_pretrained(place)
        return place
    if name == "easycontrol":
        model = FluxTransformer2DModel(**FLUX)
        add_conditions(model, 4, [1.0])
        adapters = {n: t for n, t in filled(model).state_dict().items() if "_loras.0." in n}
        save_file(adapters, place / "subject.safetensors")
        return place / "subject.safetensors"
    kind, base = {
        "creatilayout-sd3-lora": (SiamLoraSD3Transformer2DModel, SD3Transformer2DModel(**SD3)),
        "creatidesign": (CreatiDesignTransformer2DModel, FluxTransformer2DModel(**FLUX)),
    }[name]
    model = filled(kind.from_config(base.config))
    adapters = {n: t for n, t in model.state_dict().items() if n not in base.state_dict()}
    save_file(adapters, place / "model.safetensors")
    if name == "creatidesign":
        model.save_config(place)
        return place
    return place / "model.safetensors"


@pytest.fixture(scope="module")
def painters(folders):
    made = {}
    for name, model in LAYOUT_MODELS.items():
        base = Place(folders / model.base)
        small = model._replace(efforts=EFFORTS)
        made[name] = ConditionedPainter(small, base, file_of(name, folders))
    return made


ASSETS = AssetStore()
HUE = ASSETS.put_pixels(np.full((20, 30, 4), (200, 60, 40, 255), np.uint8))
SHOWN = REQUEST.evolve(references=(Reference(asset=HUE, box=Box(10, 40, 30, 30)),))


def asked(name):
    return SHOWN if LAYOUT_MODELS[name].abilities.references else REQUEST


def pixels(painter, request, **more):
    return painter.picture(request, ASSETS, **more)[0].tobytes()


def apart(one, two):
    """The mean difference of two pictures, 0..255."""
    first, second = (np.frombuffer(each, np.uint8).astype(int) for each in (one, two))
    return np.abs(first - second).mean()


@pytest.mark.sampled("creatilayout-flux", every=0)
@pytest.mark.parametrize("name", NAMES)
def test_a_painter_keeps_its_contract(painters, name):
    painter, told, request = painters[name], [], asked(name)
    (painted,) = painter.paint(request, ASSETS, on_step=told.append)
    layer = painted.layer
    assert ASSETS.pixels(layer.asset).shape == (80, 96, 4)
    assert layer.source.generator == name and layer.source.seed == 3
    assert LAYOUT_MODELS[name].stand.licence in layer.source.licence
    assert [(p.step, p.steps) for p in told] == [(n, STEPS) for n in range(1, STEPS + 1)]
    assert all(max(p.preview.size) <= 256 for p in told)
    fresh = pixels(painter, request)
    assert pixels(painter, request) == fresh
    assert pixels(painter, request.evolve(seed=4)) != fresh
    last = told[-1].preview.resize((96, 80)).tobytes()
    final = painter.picture(request, ASSETS)[0].resize((96, 80)).tobytes()
    assert apart(last, final) < 1  # what the last step shows is the picture


@pytest.mark.sampled("easycontrol", every=0)
@pytest.mark.parametrize("name", NAMES)
def test_it_stops_within_a_step_and_the_next_picture_is_bit_identical(painters, name):
    painter, request, asks = painters[name], asked(name), []
    fresh = pixels(painter, request)

    def after_two():
        asks.append(1)
        return len(asks) > 3

    with pytest.raises(GenerationError, match="stopped"):
        pixels(painter, request, cancelled=after_two)
    assert len(asks) == 4
    assert pixels(painter, request) == fresh


@pytest.mark.sampled("creatidesign", every=0)
@pytest.mark.parametrize("name", NAMES)
def test_conditions_change_the_picture_and_at_strength_zero_it_is_the_base_s(
    painters, folders, name
):
    painter, request, model = painters[name], asked(name), LAYOUT_MODELS[name]
    without = pixels(painter, request.evolve(layout_strength=0.0))
    assert apart(pixels(painter, request), without) > 0.05
    guidance = {"guidance_scale": model.guidance}
    if model.base == "flux1-dev":
        guidance = {"guidance_scale": model.embedded, "true_cfg_scale": model.guidance}
    width, height = fitting(96, 80, SIDE, 16)
    plain = stock(folders, model.base)(
        prompt="a red barn.", negative_prompt="", width=width, height=height,
        num_inference_steps=STEPS, generator=torch.Generator().manual_seed(3), **guidance,
    ).images[0]  # fmt: skip
    assert apart(plain.tobytes(), without) < 0.5


@pytest.mark.slow
def test_parts_that_take_turns_paint_the_same(painters, folders):
    shared = painters["creatilayout-sd3"]
    kept = ConditionedPainter(shared.model, shared.base, shared.place, Settings(offload="none"))
    assert pixels(kept, REQUEST) == pixels(shared, REQUEST)


def test_the_layout_leads_the_first_steps_only(painters):
    painter, seen = painters["creatilayout-sd3"], []
    flow = painter._loaded()
    plain = type(flow).velocity

    def heard(self, sheet, latents, time, words, attention, guidance):
        seen.append(attention["layout"].strength if attention else 0.0)
        return plain(self, sheet, latents, time, words, attention, guidance)

    type(flow).velocity = heard
    try:
        painter.picture(REQUEST.evolve(steps=10, guidance=1.0), ASSETS)
    finally:
        type(flow).velocity = plain
    assert seen == [1.0] * 3 + [0.0] * 7


def test_half_of_many_steps_are_computed(painters):
    shared = painters["creatilayout-sd3"]
    many = REQUEST.evolve(steps=12, guidance=1.0)
    halved = ConditionedPainter(shared.model, shared.base, shared.place, Settings(spared="half"))
    calls = []
    halved._loaded().pipeline.transformer.register_forward_pre_hook(lambda *_: calls.append(1))
    assert pixels(halved, many) != pixels(shared, many)
    assert len(calls) == 6
    refused = ConditionedPainter(
        shared.model, shared.base, shared.place, Settings(spared="first-block")
    )
    with pytest.raises(GenerationError, match="knows no --cache first-block"):
        pixels(refused, REQUEST)


@pytest.mark.sampled("creatilayout-sd3-lora", every=0)
@pytest.mark.parametrize("name", NAMES)
def test_half_the_memory_for_the_network_is_close_to_the_same(painters, name):
    shared = painters[name]
    small = ConditionedPainter(shared.model, shared.base, shared.place, Settings(storage="fp8"))
    there = pixels(small, asked(name))
    kinds = {value.dtype for value in small._loaded().pipeline.transformer.parameters()}
    assert torch.float8_e4m3fn in kinds
    assert 0 < apart(pixels(shared, asked(name)), there) < 12


def spoilt(painters, times, error):
    """A painter whose transformer fails `times` times, and then paints as it should."""
    shared = painters["creatilayout-sd3"]
    painter = ConditionedPainter(shared.model, shared.base, shared.place)
    flow, left = painter._loaded(), [times]
    plain = flow.velocity

    def failing(*told):
        left[0] -= 1
        return error(plain(*told)) if left[0] >= 0 else plain(*told)

    flow.velocity = failing
    return painter


def test_without_memory_the_ways_out_are_told_and_the_next_picture_is_painted(painters):
    def full(velocity):
        raise torch.OutOfMemoryError("CUDA out of memory")

    poor = spoilt(painters, 1, full)
    with pytest.raises(GenerationError, match="--preset draft, --storage fp8, a smaller painter"):
        pixels(poor, REQUEST)
    assert pixels(poor, REQUEST) == pixels(painters["creatilayout-sd3"], REQUEST)


def test_lost_numbers_are_tried_once_more_where_that_is_allowed(painters):
    losing = spoilt(painters, 1, lambda velocity: velocity * float("nan"))
    with pytest.raises(GenerationError, match="creatilayout-sd3: .*lost in step 1.*--retry-seed"):
        losing.paint(REQUEST, ASSETS)
    losing = spoilt(painters, 1, lambda velocity: velocity * float("nan"))
    losing.settings = Settings(retry_seed=True)
    (painted,) = losing.paint(REQUEST, ASSETS)
    assert painted.layer.source.seed == 4


def test_a_reference_of_one_pixel_is_painted_with(painters):
    dot = ASSETS.put_pixels(np.full((1, 1, 4), (200, 60, 40, 255), np.uint8))
    for name in ("creatidesign", "easycontrol"):
        request = REQUEST.evolve(references=(Reference(asset=dot, box=Box(10, 40, 30, 30)),))
        assert len(pixels(painters[name], request)) == len(pixels(painters[name], asked(name)))


def test_rules_of_guidance_paint_their_own(painters):
    shared = painters["creatilayout-sd3"]
    made = {
        rule: pixels(
            ConditionedPainter(
                shared.model, shared.base, shared.place, Settings(guidance_rule=rule)
            ),
            REQUEST,
        )
        for rule in GUIDANCE_RULES
    }
    assert len(set(made.values())) == 3 and made["plain"] == pixels(shared, REQUEST)


@pytest.mark.sampled("creatilayout-sd3-lora", every=0)
@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_refined_under_the_same_conditions(painters, name):
    shared, told = painters[name], []
    efforts = {"quality": Effort(4, SIDE), "draft": Effort(3, SIDE)}
    model = shared.model._replace(efforts=efforts)
    refining = ConditionedPainter(model, shared.base, shared.place, Settings(refine=True))
    once = pixels(refining, asked(name), on_step=told.append)
    assert [(p.step, p.steps) for p in told] == [(n, 5) for n in range(1, 6)]
    assert len(once) == len(pixels(shared, asked(name))) and once != pixels(shared, asked(name))
    assert pixels(refining, asked(name)) == once
    assert pixels(refining, asked(name).evolve(layout_strength=0.0)) != once


def test_what_is_refined_goes_on_from_the_draft(painters):
    flow = painters["creatilayout-sd3"]._loaded()
    sheet = flow.sheet(64, 64, 3, torch.float32, "cpu")
    red = Image.new("RGB", (32, 32), (200, 30, 30))
    with torch.no_grad():
        clean = flow.encoded(red.resize((64, 64)), torch.float32, "cpu")
        half = begun_with(flow, sheet, red, 0.5).latents
        assert torch.allclose(half, (sheet.latents + clean) / 2, atol=1e-5)
        assert torch.equal(begun_with(flow, sheet, red, 1.0).latents, sheet.latents)


@pytest.mark.slow
def test_more_calm_areas_than_fit_are_merged_and_said(painters):
    calm = tuple(Region(box=Box(8 * n, 0, 6, 10), kind="calm") for n in range(12))
    _, note = painters["creatilayout-flux"].picture(REQUEST.evolve(regions=calm), ASSETS)
    assert "12 calm areas were told as 10" in note


def test_files_of_another_model_are_named_with_the_way_out(folders, tmp_path):
    model = LAYOUT_MODELS["easycontrol"]._replace(efforts=EFFORTS)
    save_file({"other.weight": torch.zeros(2, 2)}, tmp_path / "subject.safetensors")
    wrong = ConditionedPainter(
        model, Place(folders / "flux1-dev"), tmp_path / "subject.safetensors"
    )
    with pytest.raises(GenerationError, match="easycontrol at .*no adapter.*hf download"):
        wrong.picture(REQUEST, ASSETS)
