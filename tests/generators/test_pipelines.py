"""A whole pipeline of diffusers' with tiny random parts, painting as a base with weights does."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")
needs("transformers", "diffusion")

import torch  # noqa: E402
from diffusers import (  # noqa: E402
    AutoencoderKL,
    FlowMatchEulerDiscreteScheduler,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
)
from tokenizers import Tokenizer, models, pre_tokenizers  # noqa: E402
from transformers import (  # noqa: E402
    CLIPTextConfig,
    CLIPTextModelWithProjection,
    PreTrainedTokenizerFast,
    T5Config,
    T5EncoderModel,
)

from design_io.assets import AssetStore  # noqa: E402
from generators.bases import BASES  # noqa: E402
from generators.diffusion.pipelines import PipelinePainter  # noqa: E402
from generators.request import GenerationError, GenerationRequest  # noqa: E402

BASE = BASES["sd3-medium"]._replace(steps=3, side=64)
T5 = T5Config(vocab_size=64, d_model=32, d_kv=8, d_ff=32, num_layers=1, num_heads=2)
REQUEST = GenerationRequest(prompt="a red barn", width=120, height=150, seed=3)


def encoder():
    config = CLIPTextConfig(
        vocab_size=64, hidden_size=16, intermediate_size=32, num_hidden_layers=2,
        num_attention_heads=2, projection_dim=16, pad_token_id=0, bos_token_id=1, eos_token_id=2,
    )  # fmt: skip
    return CLIPTextModelWithProjection(config)


def tokenizer():
    words = ["<pad>", "<bos>", "<eos>", "<unk>", "a", "red", "barn", "blue", "sea"]
    own = Tokenizer(models.WordLevel({w: n for n, w in enumerate(words)}, unk_token="<unk>"))
    own.pre_tokenizer = pre_tokenizers.Whitespace()
    return PreTrainedTokenizerFast(
        tokenizer_object=own, pad_token="<pad>", bos_token="<bos>", eos_token="<eos>",
        unk_token="<unk>", model_max_length=77,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    torch.manual_seed(0)
    torch.set_num_threads(1)
    pipeline = StableDiffusion3Pipeline(
        transformer=SD3Transformer2DModel(
            sample_size=8, patch_size=2, in_channels=4, out_channels=4, num_layers=2,
            attention_head_dim=8, num_attention_heads=4, joint_attention_dim=32,
            caption_projection_dim=32, pooled_projection_dim=32, pos_embed_max_size=16,
        ),
        vae=AutoencoderKL(
            block_out_channels=(8, 8, 8, 8), norm_num_groups=4, latent_channels=4, shift_factor=0.0,
            down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        ),
        scheduler=FlowMatchEulerDiscreteScheduler(shift=3.0),
        text_encoder=encoder(), text_encoder_2=encoder(), text_encoder_3=T5EncoderModel(T5),
        tokenizer=tokenizer(), tokenizer_2=tokenizer(), tokenizer_3=tokenizer(),
    )  # fmt: skip
    place = tmp_path_factory.mktemp("weights")
    pipeline.save_pretrained(place)
    return place


@pytest.fixture(scope="module")
def painter(folder):
    return PipelinePainter(BASE, folder)


def pixels(painter, request=REQUEST, **more):
    return painter.picture(request, **more).tobytes()


def test_a_picture_covers_the_sheet_and_says_who_made_it(painter):
    assets = AssetStore()
    (painted,) = painter.paint(REQUEST, assets)
    layer = painted.layer
    assert (layer.box.width, layer.box.height) == (120, 150)
    assert assets.pixels(layer.asset).shape == (150, 120, 4)
    assert layer.source.generator == BASE.hub and layer.source.seed == 3
    assert layer.source.licence == BASE.licence and "a red barn" in layer.source.prompt


def test_the_same_seed_paints_the_same_and_another_seed_or_prompt_does_not(painter):
    once = pixels(painter)
    assert pixels(painter) == once
    assert pixels(painter, REQUEST.evolve(seed=4)) != once
    assert pixels(painter, REQUEST.evolve(prompt="blue sea")) != once


def test_it_stops_within_a_step_and_the_next_picture_is_not_touched(painter):
    fresh, asked = pixels(painter), []

    def after_two():
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(GenerationError, match="stopped"):
        pixels(painter, cancelled=after_two)
    assert len(asked) == 3
    assert pixels(painter) == fresh


def test_weights_that_are_cut_short_are_named_with_the_way_out(folder, tmp_path):
    import shutil

    broken = shutil.copytree(folder, tmp_path / "broken")
    file = broken / "transformer/diffusion_pytorch_model.safetensors"
    file.write_bytes(file.read_bytes()[:300])
    with pytest.raises(GenerationError, match="sd3-medium in .* cannot be read.*hf download"):
        pixels(PipelinePainter(BASE, broken))


def test_lost_numbers_are_told(painter, monkeypatch):
    pipeline = painter._loaded()
    spoilt = torch.full_like(pipeline.transformer.proj_out.bias, float("nan"))
    monkeypatch.setattr(pipeline.transformer.proj_out, "bias", torch.nn.Parameter(spoilt))
    with pytest.raises(GenerationError, match="lost in step 1; try another seed"):
        pixels(painter)
