"""Every base of `generators/bases.py` as a tiny pipeline of random parts: the real classes of
diffusers, and no sense in what they paint."""

import torch
from diffusers import (
    AutoencoderKL,
    AutoencoderKLFlux2,
    AutoencoderKLQwenImage,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    Flux2KleinPipeline,
    Flux2Transformer2DModel,
    FluxPipeline,
    FluxTransformer2DModel,
    QwenImagePipeline,
    QwenImageTransformer2DModel,
    SD3Transformer2DModel,
    StableDiffusion3Pipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
    ZImagePipeline,
    ZImageTransformer2DModel,
)
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import (
    CLIPTextConfig,
    CLIPTextModel,
    CLIPTextModelWithProjection,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
)

WORDS = ["<pad>", "<bos>", "<eos>", "<unk>", "a", "red", "barn", "blue", "sea"]
CHAT = "{% for m in messages %}{{ m['content'] }}{% endfor %}"
LM = {
    "vocab_size": 64, "hidden_size": 16, "intermediate_size": 16, "num_attention_heads": 2,
    "num_key_value_heads": 2, "head_dim": 8,
}  # fmt: skip


def tokenizer():
    own = Tokenizer(models.WordLevel({w: n for n, w in enumerate(WORDS)}, unk_token="<unk>"))
    own.pre_tokenizer = pre_tokenizers.Whitespace()
    made = PreTrainedTokenizerFast(
        tokenizer_object=own, pad_token="<pad>", bos_token="<bos>", eos_token="<eos>",
        unk_token="<unk>", model_max_length=77,
    )  # fmt: skip
    made.chat_template = CHAT
    return made


def clip(kind=CLIPTextModelWithProjection, width=16):
    config = CLIPTextConfig(
        vocab_size=64, hidden_size=width, intermediate_size=32, num_hidden_layers=2,
        num_attention_heads=2, projection_dim=width, pad_token_id=0, bos_token_id=1,
        eos_token_id=2,
    )  # fmt: skip
    return kind(config)


def t5():
    config = T5Config(vocab_size=64, d_model=32, d_kv=8, d_ff=32, num_layers=1, num_heads=2)
    return T5EncoderModel(config)


def vae(latents=4, kind=AutoencoderKL, **more):
    return kind(
        block_out_channels=(8, 8, 8, 8), norm_num_groups=4, latent_channels=latents,
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        **more,
    )  # fmt: skip


def flow(**more):
    return FlowMatchEulerDiscreteScheduler(**more)


def sd3():
    return StableDiffusion3Pipeline(
        transformer=SD3Transformer2DModel(
            sample_size=8, patch_size=2, in_channels=16, out_channels=16, num_layers=2,
            attention_head_dim=8, num_attention_heads=4, joint_attention_dim=32,
            caption_projection_dim=32, pooled_projection_dim=32, pos_embed_max_size=16,
        ),
        vae=vae(16, shift_factor=0.0), scheduler=flow(shift=3.0), text_encoder=clip(),
        text_encoder_2=clip(), text_encoder_3=t5(), tokenizer=tokenizer(),
        tokenizer_2=tokenizer(), tokenizer_3=tokenizer(),
    )  # fmt: skip


def sdxl():
    unet = UNet2DConditionModel(
        block_out_channels=(8, 16), layers_per_block=1, sample_size=8, in_channels=4,
        out_channels=4, down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"), attention_head_dim=(2, 4),
        use_linear_projection=True, addition_embed_type="text_time", addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 1), projection_class_embeddings_input_dim=64,
        cross_attention_dim=32, norm_num_groups=4,
    )  # fmt: skip
    return StableDiffusionXLPipeline(
        vae=vae(), text_encoder=clip(CLIPTextModel), text_encoder_2=clip(), unet=unet,
        tokenizer=tokenizer(), tokenizer_2=tokenizer(), add_watermarker=False,
        scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear", timestep_spacing="leading"),
    )  # fmt: skip


def flux1(guided=True):
    transformer = FluxTransformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=32, pooled_projection_dim=16,
        axes_dims_rope=(4, 4, 8), guidance_embeds=guided,
    )  # fmt: skip
    return FluxPipeline(
        vae=vae(shift_factor=0.0), text_encoder=clip(CLIPTextModel), text_encoder_2=t5(),
        tokenizer=tokenizer(), tokenizer_2=tokenizer(), transformer=transformer, scheduler=flow(),
    )  # fmt: skip


def klein():
    encoder = Qwen3ForCausalLM(Qwen3Config(**LM, num_hidden_layers=28))  # three of them are read
    transformer = Flux2Transformer2DModel(
        in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=48, timestep_guidance_channels=16,
        axes_dims_rope=(4, 4, 4, 4), guidance_embeds=False,
    )  # fmt: skip
    return Flux2KleinPipeline(
        scheduler=flow(),
        vae=vae(4, AutoencoderKLFlux2),
        text_encoder=encoder,
        tokenizer=tokenizer(),
        transformer=transformer,
        is_distilled=True,
    )


def z_image():
    encoder = Qwen3ForCausalLM(Qwen3Config(**LM, num_hidden_layers=2)).model
    transformer = ZImageTransformer2DModel(
        in_channels=4, dim=32, n_layers=1, n_refiner_layers=1, n_heads=2, n_kv_heads=2,
        cap_feat_dim=16, axes_dims=[4, 4, 8], axes_lens=[256, 32, 32],
    )  # fmt: skip
    for name, value in transformer.named_parameters():  # pad tokens are empty memory
        if "pad_token" in name:
            value.data.zero_()
    return ZImagePipeline(
        scheduler=flow(),
        vae=vae(shift_factor=0.0),
        text_encoder=encoder,
        tokenizer=tokenizer(),
        transformer=transformer,
    )


def qwen_image():
    vision = {
        "depth": 1, "hidden_size": 16, "intermediate_size": 16, "num_heads": 2,
        "out_hidden_size": 16,
    }  # fmt: skip
    text = LM | {
        "num_hidden_layers": 2,
        "rope_scaling": {"type": "mrope", "mrope_section": [1, 1, 2], "rope_type": "default"},
    }
    encoder = Qwen2_5_VLForConditionalGeneration(
        Qwen2_5_VLConfig(text_config=text, vision_config=vision)
    )
    transformer = QwenImageTransformer2DModel(
        in_channels=16, out_channels=4, num_layers=2, attention_head_dim=16,
        num_attention_heads=2, joint_attention_dim=16, axes_dims_rope=(4, 4, 8),
    )  # fmt: skip
    picture = AutoencoderKLQwenImage(
        base_dim=8, z_dim=4, dim_mult=[1, 1, 1, 1], num_res_blocks=1,
        latents_mean=[0.0] * 4, latents_std=[1.0] * 4,
    )  # fmt: skip
    return QwenImagePipeline(
        scheduler=flow(),
        vae=picture,
        text_encoder=encoder,
        tokenizer=tokenizer(),
        transformer=transformer,
    )


TINY = {
    "flux2-klein": klein, "flux1-schnell": lambda: flux1(False), "qwen-image": qwen_image,
    "sdxl": sdxl, "z-image-turbo": z_image, "sd3-medium": sd3, "sd35-medium": sd3,
    "flux1-dev": flux1,
}  # fmt: skip


def tiny(name):
    """Random weights that are always the same."""
    torch.manual_seed(0)
    torch.set_num_threads(1)
    pipeline = TINY[name]()
    for part in pipeline.components.values():
        if isinstance(part, torch.nn.Module):
            part.eval()
    pipeline.set_progress_bar_config(disable=True)
    return pipeline
