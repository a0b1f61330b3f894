"""SiamLayout on Stable Diffusion 3: beside image and text a third stream, of regions, which meets
the image in an attention of its own. Source: CreatiLayout (Zhang et al. 2024), section 3.3.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers import SD3Transformer2DModel
from diffusers.configuration_utils import register_to_config
from diffusers.models.attention import FeedForward, JointTransformerBlock
from diffusers.models.attention_processor import Attention, JointAttnProcessor2_0
from diffusers.models.cache_utils import CacheMixin
from diffusers.models.normalization import AdaLayerNormContinuous, AdaLayerNormZero
from torch import nn

from generators.diffusion.regions import (
    Layout,
    Modulation,
    RegionEncoder,
    RegionStream,
    after_attention,
    stock_config,
    zero_linear,
)


class SiamLayoutBlock(JointTransformerBlock):
    """A joint block with a siamese branch: image x ← x + g·Attn(x, text) + s·W·Attn(x, regions)."""

    def __init__(self, dim: int, heads: int, head_dim: int, last: bool, **stock: Any) -> None:
        super().__init__(dim, heads, head_dim, context_pre_only=last, **stock)
        self.bbox_fuser_block = Attention(
            query_dim=dim,
            added_kv_proj_dim=dim,
            dim_head=head_dim,
            heads=heads,
            out_dim=dim,
            context_pre_only=last,
            bias=True,
            processor=JointAttnProcessor2_0(),
            eps=1e-6,
        )
        self.bbox_forward = zero_linear(dim)
        if last:
            self.norm1_bbox = AdaLayerNormContinuous(dim, dim, elementwise_affine=False, eps=1e-6)
        else:
            self.norm1_bbox = AdaLayerNormZero(dim)
            self.norm2_bbox = nn.LayerNorm(dim, elementwise_affine=False, eps=1e-6)
            self.ff_bbox = FeedForward(dim, dim_out=dim, activation_fn="gelu-approximate")

    def forward(
        self,
        hidden_states: torch.Tensor,  # (batch, patches, dim)
        encoder_hidden_states: torch.Tensor,  # (batch, words, dim)
        temb: torch.Tensor,  # (batch, dim)
        joint_attention_kwargs: dict[str, Any] | None = None,
    ) -> tuple[torch.Tensor | None, torch.Tensor]:
        attention = dict(joint_attention_kwargs or {})
        regions = attention.pop("regions", None)
        if regions is None:
            return super().forward(hidden_states, encoder_hidden_states, temb, attention)
        x, *modulation = self.norm1(hidden_states, emb=temb)
        beside = regions.strength * self._beside(x, regions, temb)
        if self.context_pre_only:
            words = self.norm1_context(encoder_hidden_states, temb)
        else:
            words, *of_words = self.norm1_context(encoder_hidden_states, emb=temb)
        attended, words = self.attn(hidden_states=x, encoder_hidden_states=words, **attention)
        image = after_attention(
            hidden_states, attended, self.norm2, self.ff, Modulation(*modulation), beside
        )
        if self.context_pre_only:
            return None, image
        text = after_attention(
            encoder_hidden_states, words, self.norm2_context, self.ff_context, Modulation(*of_words)
        )
        return text, image

    def _beside(self, x: torch.Tensor, regions: RegionStream, temb: torch.Tensor) -> torch.Tensor:
        """What the image takes from the regions; moves the regions on."""
        tokens = regions.tokens
        if self.context_pre_only:
            told = self.norm1_bbox(tokens, temb)
        else:
            told, *modulation = self.norm1_bbox(tokens, emb=temb)
        seen, attended = self.bbox_fuser_block(hidden_states=x, encoder_hidden_states=told)
        if not self.context_pre_only:
            regions.tokens = after_attention(
                tokens, attended, self.norm2_bbox, self.ff_bbox, Modulation(*modulation)
            )
        return self.bbox_forward(seen)


class SiamLayoutSD3Transformer2DModel(SD3Transformer2DModel, CacheMixin):
    """SD3's transformer that also reads `joint_attention_kwargs["layout"]`, a `Layout`.

    Published weights (`HuiZhang0812/CreatiLayout`, `SiamLayout_SD3`) load by their own names.
    """

    _no_split_modules = ["SiamLayoutBlock"]
    _repeated_blocks = ["SiamLayoutBlock"]

    @register_to_config
    def __init__(
        self,
        sample_size: int = 128,
        patch_size: int = 2,
        in_channels: int = 16,
        num_layers: int = 24,
        attention_head_dim: int = 64,
        num_attention_heads: int = 24,
        joint_attention_dim: int = 4096,
        caption_projection_dim: int = 1536,
        pooled_projection_dim: int = 2048,
        out_channels: int = 16,
        pos_embed_max_size: int = 192,
        dual_attention_layers: tuple[int, ...] = (),
        qk_norm: str | None = None,
    ) -> None:
        if dual_attention_layers:
            raise ValueError(
                f"no layout branch for blocks of two attentions: {dual_attention_layers}"
            )
        super().__init__(**stock_config(self.config, SD3Transformer2DModel))
        self.register_to_config(num_layers=num_layers)
        dim = num_attention_heads * attention_head_dim
        shape = (dim, num_attention_heads, attention_head_dim)
        self.transformer_blocks = nn.ModuleList(
            SiamLayoutBlock(*shape, last=i == num_layers - 1, qk_norm=qk_norm)
            for i in range(num_layers)
        )
        self.position_net = RegionEncoder(dim, pooled=pooled_projection_dim)

    def forward(
        self, *args: Any, joint_attention_kwargs: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        attention = dict(joint_attention_kwargs or {})
        layout: Layout | None = attention.pop("layout", None)
        if layout is not None and layout.strength != 0:
            tokens = self.position_net(layout.captions, layout)
            attention["regions"] = RegionStream(tokens, layout.strength)
        return super().forward(*args, joint_attention_kwargs=attention, **kwargs)
