"""Which model a file of weights is of, told by the names of its tensors and never by its own name.

The names are those of the published files: what ComfyUI, Forge and the makers use, and diffusers'.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Part = Literal["checkpoint", "transformer", "text encoder", "VAE", "adapter", "unknown"]
_PREFIXES = ("model.diffusion_model.", "diffusion_model.", "transformer.")


class Kind(NamedTuple):
    """What a file is: `base` names one of `BASES`, or is empty where none is painted with it."""

    label: str
    part: Part
    base: str = ""


class _Sign(NamedTuple):
    kind: Kind
    keys: tuple[str, ...]  # every one is there
    shape: tuple[str, int, int] = ("", 0, 0)  # this tensor has, on this axis, this length


UNKNOWN = Kind("unknown", "unknown")


def kind_of(shapes: Mapping[str, tuple[int, ...]]) -> Kind:
    """The first kind whose signs are all there."""
    plain = {_plain(name): shape for name, shape in shapes.items()}
    if any(".lora_" in name or "_lora." in name or "_loras." in name for name in plain):
        return Kind("LoRA adapter", "adapter")
    return next((sign.kind for sign in _SIGNS if _shows(plain, sign)), UNKNOWN)


def expected_keys(base: str) -> tuple[str, ...]:
    """Names of tensors by which a file of this base is known, the makers' first."""
    return next((sign.keys for sign in _SIGNS if sign.kind.base == base), ())


def _shows(shapes: Mapping[str, tuple[int, ...]], sign: _Sign) -> bool:
    if not all(key in shapes for key in sign.keys):
        return False
    key, axis, length = sign.shape
    if not key:
        return True
    shape = shapes.get(key, ())
    return axis < len(shape) and shape[axis] == length


def _plain(name: str) -> str:
    return next((name[len(p) :] for p in _PREFIXES if name.startswith(p)), name)


_LDM = "input_blocks.0.0.weight"  # names as published; those ending in _DIFF as diffusers has
_FLUX = "double_blocks.0.img_attn.norm.key_norm.scale"
_FLUX_DIFF = ("x_embedder.weight", "single_transformer_blocks.0.proj_mlp.weight")
_FLUX2 = "single_stream_modulation.lin.weight"
_FLUX2_DIFF = "single_stream_modulation.linear.weight"
_SD3 = "joint_blocks.0.context_block.adaLN_modulation.1.bias"
_SD3_DIFF = ("pos_embed.pos_embed", "transformer_blocks.0.norm1_context.linear.weight")
_SDXL = "conditioner.embedders.1.model.transformer.resblocks.9.mlp.c_proj.bias"


def _net(
    label: str, base: str, *keys: str, shape: tuple[str, int, int] = ("", 0, 0)
) -> _Sign:  # fmt: skip
    return _Sign(Kind(label, "transformer", base), keys, shape)


def _other(label: str, part: Part, *keys: str) -> _Sign:
    return _Sign(Kind(label, part), keys)


_SIGNS = (
    _Sign(Kind("Stable Diffusion XL", "checkpoint", "sdxl"), (_LDM, _SDXL), (_LDM, 1, 4)),
    _other("Stable Diffusion XL for inpainting", "checkpoint", _LDM, _SDXL),
    _net("Stable Diffusion XL without encoders", "", _LDM, "label_emb.0.0.weight"),
    _other("Stable Diffusion 1 or 2", "checkpoint", _LDM),
    _net("Stable Diffusion 3.5 large", "", _SD3, "joint_blocks.37.x_block.mlp.fc1.weight"),
    _net("Stable Diffusion 3.5 medium", "sd35-medium", _SD3, shape=("pos_embed", 1, 147_456)),
    _net("Stable Diffusion 3 medium", "sd3-medium", _SD3, shape=("pos_embed", 1, 36_864)),
    _net("Stable Diffusion 3.5 medium", "sd35-medium", *_SD3_DIFF,
         shape=("pos_embed.pos_embed", 1, 147_456)),
    _net("Stable Diffusion 3 medium", "sd3-medium", *_SD3_DIFF,
         shape=("pos_embed.pos_embed", 1, 36_864)),
    _net("FLUX.2 klein 4B", "flux2-klein", _FLUX2, "img_in.weight",
         shape=("img_in.weight", 0, 3072)),
    _net("FLUX.2 klein 4B", "flux2-klein", _FLUX2_DIFF, "x_embedder.weight",
         shape=("x_embedder.weight", 0, 3072)),
    _net("FLUX.2 klein 9B", "", _FLUX2, shape=("img_in.weight", 0, 4096)),
    _net("FLUX.2 klein 9B", "", _FLUX2_DIFF, shape=("x_embedder.weight", 0, 4096)),
    _net("FLUX.2 dev", "", _FLUX2),
    _net("FLUX.2 dev", "", _FLUX2_DIFF),
    _net("FLUX.3 image", "", "early_stream_modulations.image.lin.weight"),
    _net("FLUX.3 image", "", "early_stream_modulations.image.linear.weight"),
    _net("Chroma", "", "distilled_guidance_layer.in_proj.bias"),
    _net("FLUX.1 with SiamLayout", "", *_FLUX_DIFF, "position_net.linears.0.weight"),
    _net("FLUX.1 Fill", "", _FLUX, shape=("img_in.weight", 1, 384)),
    _net("FLUX.1 Depth or Canny", "", _FLUX, shape=("img_in.weight", 1, 128)),
    _net("FLUX.1 dev", "flux1-dev", _FLUX, "guidance_in.in_layer.weight"),
    _net("FLUX.1 dev", "flux1-dev", *_FLUX_DIFF,
         "time_text_embed.guidance_embedder.linear_1.weight", shape=("x_embedder.weight", 1, 64)),
    _net("FLUX.1 schnell", "flux1-schnell", _FLUX),
    _net("FLUX.1 schnell", "flux1-schnell", *_FLUX_DIFF, shape=("x_embedder.weight", 1, 64)),
    _net("Qwen-Image-2.1", "", "txt_in.text_norm.weight"),
    _net("Qwen-Image-Layered", "", "txt_norm.weight",
         "time_text_embed.addition_t_embedding.weight"),
    _net("Qwen-Image", "qwen-image", "txt_norm.weight", "transformer_blocks.0.img_mod.1.weight"),
    _net("Z-Image", "z-image-turbo", "cap_embedder.0.weight",
         "layers.0.adaLN_modulation.0.weight"),
    _net("HiDream", "", "double_stream_blocks.0.block.adaLN_modulation.1.bias"),
    _net("PixArt", "", "transformer_blocks.0.scale_shift_table",
         "caption_projection.linear_1.weight"),
    _other("T5", "text encoder", "encoder.block.0.layer.0.SelfAttention.q.weight"),
    _other("T5", "text encoder", "enc.blk.0.attn_q.weight"),
    _other("CLIP", "text encoder", "text_model.encoder.layers.0.self_attn.q_proj.weight"),
    _other("language model", "text encoder", "model.layers.0.self_attn.q_proj.weight"),
    _other("language model", "text encoder", "blk.0.attn_q.weight"),
    _other("VAE", "VAE", "decoder.conv_in.weight", "decoder.conv_out.weight"),
    _other("VAE", "VAE", "decoder.conv1.weight", "encoder.conv1.weight"),
)  # fmt: skip
