"""SiamLayout on FLUX.1: double blocks with a region branch as on SD3, and beside every single block
a complete one of regions and image. Source: CreatiLayout (Zhang et al. 2024), section 3.3.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers import FluxTransformer2DModel
from diffusers.configuration_utils import register_to_config
from diffusers.models.attention import FeedForward
from diffusers.models.normalization import AdaLayerNormZero, AdaLayerNormZeroSingle
from diffusers.models.transformers.transformer_flux import (
    FluxAttention,
    FluxSingleTransformerBlock,
    FluxTransformerBlock,
)
from torch import nn

from generators.diffusion.regions import (
    Layout,
    Modulation,
    RegionEncoder,
    RegionStream,
    Rotary,
    after_attention,
    stock_config,
    zero_linear,
)


def beside_image(regions: RegionStream, rotary: Rotary, words: int) -> Rotary:
    """Positions of [regions ‖ image], from those of [words ‖ image]."""
    assert regions.rotary is not None
    cosine, sine = (
        torch.cat([own, stock[words:]]) for own, stock in zip(regions.rotary, rotary, strict=True)
    )
    return cosine, sine


class SiamLayoutFluxBlock(FluxTransformerBlock):
    """A double block whose image also takes from the regions, ungated: x ← … + s·W·Attn(x, b)."""

    def __init__(self, dim: int, heads: int, head_dim: int, branch: bool = True) -> None:
        super().__init__(dim, heads, head_dim)
        self.branch = branch
        if not branch:
            return
        self.norm1_bbox = AdaLayerNormZero(dim)
        self.bbox_attn = FluxAttention(
            query_dim=dim,
            added_kv_proj_dim=dim,
            dim_head=head_dim,
            heads=heads,
            out_dim=dim,
            bias=True,
            eps=1e-6,
        )
        self.norm2_bbox = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
        self.ff_bbox = FeedForward(dim, dim_out=dim, activation_fn="gelu-approximate")
        self.bbox_forward = zero_linear(dim)

    def forward(
        self,
        hidden_states: torch.Tensor,  # (batch, patches, dim)
        encoder_hidden_states: torch.Tensor,  # (batch, words, dim)
        temb: torch.Tensor,  # (batch, dim)
        image_rotary_emb: Rotary,
        joint_attention_kwargs: dict[str, Any] | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        attention = dict(joint_attention_kwargs or {})
        regions = attention.pop("regions", None)
        if regions is None or not self.branch:
            return super().forward(
                hidden_states, encoder_hidden_states, temb, image_rotary_emb, attention
            )
        x, *modulation = self.norm1(hidden_states, emb=temb)
        words, *of_words = self.norm1_context(encoder_hidden_states, emb=temb)
        rotary = beside_image(regions, image_rotary_emb, words.shape[1])
        beside = regions.strength * self._beside(x, regions, temb, rotary)
        attended, words = self.attn(
            hidden_states=x,
            encoder_hidden_states=words,
            image_rotary_emb=image_rotary_emb,
            **attention,
        )
        image = after_attention(
            hidden_states, attended, self.norm2, self.ff, Modulation(*modulation), beside
        )
        text = after_attention(
            encoder_hidden_states, words, self.norm2_context, self.ff_context, Modulation(*of_words)
        )
        return text, image

    def _beside(
        self, x: torch.Tensor, regions: RegionStream, temb: torch.Tensor, rotary: Rotary
    ) -> torch.Tensor:
        """What the image takes from the regions; moves the regions on."""
        told, *modulation = self.norm1_bbox(regions.tokens, emb=temb)
        seen, attended = self.bbox_attn(
            hidden_states=x, encoder_hidden_states=told, image_rotary_emb=rotary
        )
        regions.tokens = after_attention(
            regions.tokens, attended, self.norm2_bbox, self.ff_bbox, Modulation(*modulation)
        )
        return self.bbox_forward(seen)


class SiamLayoutFluxSingleBlock(FluxSingleTransformerBlock):
    """A single block of [words ‖ image], beside it one of [regions ‖ image] on the same input."""

    def __init__(self, dim: int, heads: int, head_dim: int, branch: bool = True) -> None:
        super().__init__(dim, heads, head_dim)
        self.branch = branch
        if not branch:
            return
        self.bbox_norm = AdaLayerNormZeroSingle(dim)
        self.bbox_proj_mlp = nn.Linear(dim, self.mlp_hidden_dim)
        self.bbox_proj_out = nn.Linear(dim + self.mlp_hidden_dim, dim)
        self.bbox_attn = FluxAttention(
            query_dim=dim,
            dim_head=head_dim,
            heads=heads,
            out_dim=dim,
            bias=True,
            eps=1e-6,
            pre_only=True,
        )
        self.bbox_forward = zero_linear(dim)

    def forward(
        self,
        hidden_states: torch.Tensor,  # (batch, patches, dim)
        encoder_hidden_states: torch.Tensor,  # (batch, words, dim)
        temb: torch.Tensor,  # (batch, dim)
        image_rotary_emb: Rotary,
        joint_attention_kwargs: dict[str, Any] | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor]:
        attention = dict(joint_attention_kwargs or {})
        regions = attention.pop("regions", None)
        text, image = super().forward(
            hidden_states, encoder_hidden_states, temb, image_rotary_emb, attention
        )
        if regions is None or not self.branch:
            return text, image
        rotary = beside_image(regions, image_rotary_emb, encoder_hidden_states.shape[1])
        together = torch.cat([regions.tokens, hidden_states], dim=1)
        x, gate = self.bbox_norm(together, emb=temb)
        attended = self.bbox_attn(hidden_states=x, image_rotary_emb=rotary)
        inner = torch.cat([attended, self.act_mlp(self.bbox_proj_mlp(x))], dim=2)
        gained = gate[:, None] * self.bbox_proj_out(inner)
        count = regions.tokens.shape[1]
        regions.tokens = regions.tokens + gained[:, :count]
        return text, image + regions.strength * self.bbox_forward(gained[:, count:])


class SiamLayoutFluxTransformer2DModel(FluxTransformer2DModel):
    """FLUX.1's transformer that also reads `joint_attention_kwargs["layout"]`, a `Layout`.

    Captions are T5 sequences, of which the first `max_boxes_token_length` tokens count. The blocks
    with a branch are named by `double_blocks_index` and `single_blocks_index`.
    Published weights (`HuiZhang0812/CreatiLayout`, `SiamLayout_FLUX`) load by their own names.
    """

    _no_split_modules = ["SiamLayoutFluxBlock", "SiamLayoutFluxSingleBlock"]
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
        double_blocks_index: tuple[int, ...] = (),
        single_blocks_index: tuple[int, ...] = (),
    ) -> None:
        super().__init__(**stock_config(self.config, FluxTransformer2DModel))
        self.register_to_config(num_layers=num_layers, num_single_layers=num_single_layers)
        shape = (self.inner_dim, num_attention_heads, attention_head_dim)
        self.transformer_blocks = nn.ModuleList(
            SiamLayoutFluxBlock(*shape, branch=i in double_blocks_index) for i in range(num_layers)
        )
        self.single_transformer_blocks = nn.ModuleList(
            SiamLayoutFluxSingleBlock(*shape, branch=i in single_blocks_index)
            for i in range(num_single_layers)
        )
        self.position_net = RegionEncoder(self.inner_dim)

    def forward(
        self, *args: Any, joint_attention_kwargs: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        attention = dict(joint_attention_kwargs or {})
        layout: Layout | None = attention.pop("layout", None)
        if layout is not None and layout.strength != 0:
            attention["regions"] = self._stream(layout)
        return super().forward(*args, joint_attention_kwargs=attention, **kwargs)

    def _stream(self, layout: Layout) -> RegionStream:
        captions = self.context_embedder(layout.captions)
        tokens = self.position_net(captions[:, :, : self.config.max_boxes_token_length], layout)
        nowhere = -torch.ones(tokens.shape[1], 3, device=tokens.device)
        return RegionStream(tokens, layout.strength, self.pos_embed(nowhere))
