"""CreatiDesign on FLUX.1: objects with boxes and a subject picture are two more streams of the one
joint attention, and a mask says who sees whom. Source: CreatiDesign (Zhang et al. 2025), section 3.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers import FluxTransformer2DModel
from diffusers.configuration_utils import register_to_config
from diffusers.models.attention_dispatch import dispatch_attention_fn
from diffusers.models.embeddings import apply_rotary_emb
from diffusers.models.transformers.transformer_flux import (
    FluxAttention,
    FluxAttnProcessor,
    FluxSingleTransformerBlock,
    FluxTransformerBlock,
)
from torch import nn

from generators.diffusion.design_condition import Design, DesignStreams, design_mask
from generators.diffusion.low_rank import LowRank
from generators.diffusion.regions import (
    Modulation,
    RegionEncoder,
    Rotary,
    after_attention,
    stock_config,
)

_RANK = 16  # of the attention's adapters, in every published checkpoint


class CreatiDesignAttnProcessor(FluxAttnProcessor):
    """Attention of [objects | prompt | image | subject]; adapters act on objects and subject only.

    In single blocks `hidden_states` is prompt and image together and nothing is given as prompt.
    """

    def __call__(  # type: ignore[override]
        self,
        attn: FluxAttention,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        image_rotary_emb: Rotary | None = None,
        objects: torch.Tensor | None = None,
        subject: torch.Tensor | None = None,
    ) -> Any:
        if objects is None or subject is None:
            return super().__call__(
                attn, hidden_states, encoder_hidden_states, attention_mask, image_rotary_emb
            )
        added = encoder_hidden_states is not None
        streams = [_projected(attn, objects, added, "object")]
        if encoder_hidden_states is not None:
            streams.append(_projected(attn, encoder_hidden_states, True))
        streams.append(_projected(attn, hidden_states, False))
        streams.append(_projected(attn, subject, False, "subject"))
        query, key, value = (torch.cat(parts, dim=1) for parts in zip(*streams, strict=True))
        attended = dispatch_attention_fn(
            apply_rotary_emb(query, image_rotary_emb, sequence_dim=1),
            apply_rotary_emb(key, image_rotary_emb, sequence_dim=1),
            value,
            attn_mask=attention_mask,
            backend=self._attention_backend,
            parallel_config=self._parallel_config,
        )
        parts = attended.flatten(2, 3).to(query.dtype).split([q.shape[1] for q, _, _ in streams], 1)
        if not added:
            return parts
        own, prompt, image, held = parts
        of_text, of_image = attn.to_add_out, attn.to_out[0]
        return of_text(own), of_text(prompt), of_image(image), of_image(held)


def _projected(
    attn: FluxAttention, stream: torch.Tensor, added: bool, adapter: str = ""
) -> list[torch.Tensor]:
    """Query, key and value of a stream, each (batch, tokens, heads, head_dim)."""
    if added:
        layers = (attn.add_q_proj, attn.add_k_proj, attn.add_v_proj)
        norms = (attn.norm_added_q, attn.norm_added_k, nn.Identity())
    else:
        layers = (attn.to_q, attn.to_k, attn.to_v)
        norms = (attn.norm_q, attn.norm_k, nn.Identity())
    projected = [layer(stream) for layer in layers]
    if adapter:
        for i, name in enumerate("qkv"):
            projected[i] = projected[i] + getattr(attn, f"{adapter}_{name}_lora")(stream)
    heads = (tensor.unflatten(-1, (-1, attn.head_dim)) for tensor in projected)
    return [norm(tensor) for norm, tensor in zip(norms, heads, strict=True)]


def _with_adapters(attn: FluxAttention, dim: int) -> None:
    for stream in ("subject", "object"):
        for name in "qkv":
            attn.add_module(f"{stream}_{name}_lora", LowRank(dim, dim, _RANK))
    attn.set_processor(CreatiDesignAttnProcessor())


def _adapter_of_norm(dim: int, out: int, rank: int, alpha: float) -> nn.Sequential:
    return nn.Sequential(nn.SiLU(), LowRank(dim, out, rank, alpha))


def _modulated(
    norm: Any, adapter: nn.Module, stream: torch.Tensor, temb: torch.Tensor
) -> list[torch.Tensor]:
    """An adaLN layer and its adapter: both normalise the stream, their outputs add up.

    -> the stream (batch, tokens, dim), then the gates, shifts and scales of `norm`, (batch, dim)
    """
    moved, *rest = norm(stream, emb=temb)
    shift, scale, *more = adapter(temb).chunk(2 + len(rest), dim=1)
    moved = moved + norm.norm(stream) * (1 + scale[:, None]) + shift[:, None]
    return [moved, *(a + b for a, b in zip(rest, more, strict=True))]


class CreatiDesignBlock(FluxTransformerBlock):
    """A double block: objects go the way of the prompt, the subject that of the image."""

    def __init__(self, dim: int, heads: int, head_dim: int, rank: int, alpha: float) -> None:
        super().__init__(dim, heads, head_dim)
        _with_adapters(self.attn, dim)
        self.norm1_subject_lora = _adapter_of_norm(dim, 6 * dim, rank, alpha)
        self.norm1_object_lora = _adapter_of_norm(dim, 6 * dim, rank, alpha)

    def forward(
        self,
        hidden_states: torch.Tensor,  # (batch, patches, dim)
        encoder_hidden_states: torch.Tensor,  # (batch, words, dim)
        temb: torch.Tensor,  # (batch, dim)
        image_rotary_emb: Rotary,
        joint_attention_kwargs: dict[str, Any] | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        attention = dict(joint_attention_kwargs or {})
        streams: DesignStreams | None = attention.pop("streams", None)
        if streams is None:
            return super().forward(
                hidden_states, encoder_hidden_states, temb, image_rotary_emb, attention
            )
        image, *of_image = self.norm1(hidden_states, emb=temb)
        words, *of_words = self.norm1_context(encoder_hidden_states, emb=temb)
        objects, *of_objects = _modulated(
            self.norm1_context, self.norm1_object_lora, streams.objects, temb
        )
        subject, *of_subject = _modulated(
            self.norm1, self.norm1_subject_lora, streams.subject, temb
        )
        objects, words, image, subject = self.attn(
            hidden_states=image,
            encoder_hidden_states=words,
            attention_mask=streams.mask,
            image_rotary_emb=streams.rotary(image_rotary_emb),
            objects=objects,
            subject=subject,
        )
        as_image, as_words = (self.norm2, self.ff), (self.norm2_context, self.ff_context)
        streams.objects = after_attention(
            streams.objects, objects, *as_words, Modulation(*of_objects)
        )
        streams.subject = after_attention(
            streams.subject, subject, *as_image, Modulation(*of_subject)
        )
        return (
            after_attention(encoder_hidden_states, words, *as_words, Modulation(*of_words)),
            after_attention(hidden_states, image, *as_image, Modulation(*of_image)),
        )


class CreatiDesignSingleBlock(FluxSingleTransformerBlock):
    """A single block over all four streams, with adapters for objects and subject."""

    def __init__(self, dim: int, heads: int, head_dim: int, rank: int, alpha: float) -> None:
        super().__init__(dim, heads, head_dim)
        _with_adapters(self.attn, dim)
        self.norm_subject_lora = _adapter_of_norm(dim, 3 * dim, rank, alpha)
        self.norm_object_lora = _adapter_of_norm(dim, 3 * dim, rank, alpha)

    def forward(
        self,
        hidden_states: torch.Tensor,  # (batch, patches, dim)
        encoder_hidden_states: torch.Tensor,  # (batch, words, dim)
        temb: torch.Tensor,  # (batch, dim)
        image_rotary_emb: Rotary,
        joint_attention_kwargs: dict[str, Any] | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        attention = dict(joint_attention_kwargs or {})
        streams: DesignStreams | None = attention.pop("streams", None)
        if streams is None:
            return super().forward(
                hidden_states, encoder_hidden_states, temb, image_rotary_emb, attention
            )
        count = encoder_hidden_states.shape[1]
        stock = torch.cat([encoder_hidden_states, hidden_states], dim=1)
        before = (streams.objects, stock, streams.subject)
        normed = (
            _modulated(self.norm, self.norm_object_lora, streams.objects, temb),
            self.norm(stock, emb=temb),
            _modulated(self.norm, self.norm_subject_lora, streams.subject, temb),
        )
        attended = self.attn(
            hidden_states=normed[1][0],
            attention_mask=streams.mask,
            image_rotary_emb=streams.rotary(image_rotary_emb),
            objects=normed[0][0],
            subject=normed[2][0],
        )
        streams.objects, stock, streams.subject = (
            self._after(*parts) for parts in zip(before, normed, attended, strict=True)
        )
        return stock[:, :count], stock[:, count:]

    def _after(self, stream: torch.Tensor, normed: Any, attended: torch.Tensor) -> torch.Tensor:
        moved, gate = normed
        inner = torch.cat([attended, self.act_mlp(self.proj_mlp(moved))], dim=2)
        stream = stream + gate[:, None] * self.proj_out(inner)
        return stream.clip(-65504, 65504) if stream.dtype == torch.float16 else stream


class CreatiDesignTransformer2DModel(FluxTransformer2DModel):
    """FLUX.1's transformer that also reads `joint_attention_kwargs["design"]`, a `Design`.

    `rank` and `network_alpha` are those of the norms' adapters; the attention's are 16, 16.
    Published weights (`HuiZhang0812/CreatiDesign`) hold the adapters alone, under these names.
    """

    _no_split_modules = ["CreatiDesignBlock", "CreatiDesignSingleBlock"]
    _repeated_blocks = _no_split_modules

    @register_to_config
    def __init__(
        self,
        patch_size: int = 1,
        in_channels: int = 64,
        out_channels: int | None = None,
        num_layers: int = 19,
        num_single_layers: int = 38,
        attention_head_dim: int = 128,
        num_attention_heads: int = 24,
        joint_attention_dim: int = 4096,
        pooled_projection_dim: int = 768,
        guidance_embeds: bool = True,
        axes_dims_rope: tuple[int, int, int] = (16, 56, 56),
        max_boxes_token_length: int = 30,
        rank: int = 16,
        network_alpha: float = 16,
    ) -> None:
        super().__init__(**stock_config(self.config, FluxTransformer2DModel))
        self.register_to_config(num_layers=num_layers, num_single_layers=num_single_layers)
        shape = (self.inner_dim, num_attention_heads, attention_head_dim, rank, network_alpha)
        self.transformer_blocks = nn.ModuleList(
            CreatiDesignBlock(*shape) for _ in range(num_layers)
        )
        self.single_transformer_blocks = nn.ModuleList(
            CreatiDesignSingleBlock(*shape) for _ in range(num_single_layers)
        )
        self.object_layout_encoder = RegionEncoder(self.inner_dim, tokens=max_boxes_token_length)

    def forward(
        self, *args: Any, joint_attention_kwargs: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        attention = dict(joint_attention_kwargs or {})
        design: Design | None = attention.pop("design", None)
        if design is not None:
            attention["streams"] = self._streams(design, kwargs["encoder_hidden_states"].shape[1])
        return super().forward(*args, joint_attention_kwargs=attention, **kwargs)

    def _streams(self, design: Design, words: int) -> DesignStreams:
        length = self.config.max_boxes_token_length
        captions = self.context_embedder(design.layout.captions)[:, :, :length]
        objects = self.object_layout_encoder(captions, design.layout)
        nowhere = -torch.ones(objects.shape[1], 3, device=objects.device)
        mask = design.mask
        return DesignStreams(
            objects,
            self.x_embedder(design.subject),
            (self.pos_embed(nowhere), self.pos_embed(design.subject_ids)),
            design_mask(design, words, length) if mask is None else mask,
        )
