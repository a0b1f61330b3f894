"""SiamLayout on SD3 with adapters: the region stream goes the way of the text, through low-rank
adapters of its own. Source: CreatiLayout (Zhang et al. 2024), the published `SiamLayout_SD3_lora`.

There are no published numbers to compare with: names, shapes and count are those of the published
file, and strength 0 is SD3 exactly; nothing more is proven.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers import SD3Transformer2DModel
from diffusers.configuration_utils import register_to_config
from diffusers.models.attention import JointTransformerBlock
from diffusers.models.attention_dispatch import dispatch_attention_fn
from diffusers.models.cache_utils import CacheMixin
from torch import nn
from torch.nn.functional import gelu

from generators.diffusion.low_rank import LowRank
from generators.diffusion.regions import (
    Layout,
    Modulation,
    RegionEncoder,
    RegionStream,
    after_attention,
    stock_config,
)

RANK = 256  # and alpha


class SiamLoraBlock(JointTransformerBlock):
    """A joint block called twice: for image and text as it is, for image and regions adapted."""

    def __init__(self, dim: int, heads: int, head_dim: int, last: bool, **stock: Any) -> None:
        super().__init__(dim, heads, head_dim, context_pre_only=last, **stock)
        names = [f"{stream}_{part}_lora" for stream in ("img", "bbox") for part in "qkv"]
        for name in (*names, "proj_lora_img", *(() if last else ("proj_lora_bbox",))):
            self.attn.add_module(name, LowRank(dim, dim, RANK))
        chunks = 2 if last else 6
        self.norm1_context_lora_bbox = nn.Sequential(nn.SiLU(), LowRank(dim, chunks * dim, RANK))
        self.bbox_forward = LowRank(dim, dim, RANK)
        if not last:
            self.ff_context_lora = nn.ModuleList(
                [LowRank(dim, 4 * dim, RANK), LowRank(4 * dim, dim, RANK)]
            )

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
        told, modulation = self._modulated(regions.tokens, temb)
        seen, attended = self._attention(x, told)
        if modulation is not None and attended is not None:
            regions.tokens = after_attention(
                regions.tokens, attended, self.norm2_context, self._feed_forward, modulation
            )
        return self.bbox_forward(seen)

    def _modulated(
        self, tokens: torch.Tensor, temb: torch.Tensor
    ) -> tuple[torch.Tensor, Modulation | None]:
        """The text's adaLN and its adapter: both normalise the regions, their outputs add up."""
        adapter = self.norm1_context_lora_bbox(temb)
        if self.context_pre_only:
            scale, shift = adapter.chunk(2, dim=1)
            told, rest = self.norm1_context(tokens, temb), None
        else:
            told, *stock = self.norm1_context(tokens, emb=temb)
            shift, scale, *more = adapter.chunk(6, dim=1)
            rest = Modulation(*(a + b for a, b in zip(stock, more, strict=True)))
        plain = self.norm1_context.norm(tokens)
        return told + plain * (1 + scale[:, None]) + shift[:, None], rest

    def _attention(
        self, x: torch.Tensor, told: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor | None]:
        attn = self.attn
        image = (attn.to_q, attn.to_k, attn.to_v)
        text = (attn.add_q_proj, attn.add_k_proj, attn.add_v_proj)
        joint = []
        for part, of_image, of_text in zip("qkv", image, text, strict=True):
            projected = torch.cat(
                [
                    of_image(x) + attn.get_submodule(f"img_{part}_lora")(x),
                    of_text(told) + attn.get_submodule(f"bbox_{part}_lora")(told),
                ],
                dim=1,
            )
            joint.append(projected.unflatten(-1, (attn.heads, -1)))
        attended = dispatch_attention_fn(*joint).flatten(2).to(x.dtype)
        seen, held = attended[:, : x.shape[1]], attended[:, x.shape[1] :]
        seen = attn.to_out[0](seen) + attn.proj_lora_img(seen)
        if self.context_pre_only:
            return seen, None
        return seen, attn.to_add_out(held) + attn.proj_lora_bbox(held)

    def _feed_forward(self, tokens: torch.Tensor) -> torch.Tensor:
        widen, narrow = self.ff_context_lora
        return self.ff_context(tokens) + narrow(gelu(widen(tokens), approximate="tanh"))


class SiamLoraSD3Transformer2DModel(SD3Transformer2DModel, CacheMixin):
    """SD3's transformer that also reads `joint_attention_kwargs["layout"]`, a `Layout`.

    The published file (`SiamLayout_SD3_lora`) holds the adapters and `position_net` alone.
    """

    _no_split_modules = ["SiamLoraBlock"]
    _repeated_blocks = ["SiamLoraBlock"]

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
        if dual_attention_layers or qk_norm:
            raise ValueError("the adapters are made for SD3-medium, whose attention has no norms")
        super().__init__(**stock_config(self.config, SD3Transformer2DModel))
        self.register_to_config(num_layers=num_layers)
        shape = (num_attention_heads * attention_head_dim, num_attention_heads, attention_head_dim)
        self.transformer_blocks = nn.ModuleList(
            SiamLoraBlock(*shape, last=i == num_layers - 1) for i in range(num_layers)
        )
        self.position_net = RegionEncoder(shape[0], pooled=pooled_projection_dim)

    def forward(
        self, *args: Any, joint_attention_kwargs: dict[str, Any] | None = None, **kwargs: Any
    ) -> Any:
        attention = dict(joint_attention_kwargs or {})
        layout: Layout | None = attention.pop("layout", None)
        if layout is not None and layout.strength != 0:
            tokens = self.position_net(layout.captions, layout)
            attention["regions"] = RegionStream(tokens, layout.strength)
        return super().forward(*args, joint_attention_kwargs=attention, **kwargs)
