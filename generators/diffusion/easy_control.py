"""EasyControl on FLUX.1: pictures that steer, each through low-rank adapters of its own.

A condition sees itself alone and is modulated at time 0, so its keys and values are the same in
every step: `fill` works them out once, each step then only reads them. No block is changed.
Source: EasyControl (Zhang et al. 2025), sections 3.2 (injection), 3.3 (positions), 3.4 (cache).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from diffusers import FluxTransformer2DModel
from diffusers.models.attention_dispatch import dispatch_attention_fn
from diffusers.models.embeddings import apply_rotary_emb
from diffusers.models.transformers.transformer_flux import FluxAttention
from torch import nn

from generators.diffusion.low_rank import LowRank
from generators.diffusion.regions import Rotary

Bank = dict[int, tuple[torch.Tensor, torch.Tensor]]  # keys, values of a condition by attention
_PUBLISHED = re.compile(r"^(.+\.attn\.processor\.(?:q|k|v|proj)_loras)\.0\.((?:down|up)\.weight)$")


class EasyControlAttnProcessor(nn.Module):
    """Attention that reads the banks of conditions, or fills the bank of one.

    joint_attention_kwargs: `conditions`, the banks to read; or `filling`, (index, bank to fill).
    """

    _attention_backend = None
    _parallel_config = None

    def __init__(
        self, place: int, dim: int, rank: int, weights: Sequence[float], output: bool
    ) -> None:
        super().__init__()
        self.place = place
        self.weights = tuple(weights)
        for name in ("q", "k", "v", *(("proj",) if output else ())):
            adapters = nn.ModuleList(LowRank(dim, dim, rank) for _ in weights)
            self.add_module(f"{name}_loras", adapters)

    def __call__(
        self,
        attn: FluxAttention,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor | None = None,
        attention_mask: torch.Tensor | None = None,
        image_rotary_emb: Rotary | None = None,
        conditions: Sequence[Bank] = (),
        filling: tuple[int, Bank] | None = None,
    ) -> Any:
        query, key, value = self._image(attn, hidden_states, filling)
        words = 0 if encoder_hidden_states is None else encoder_hidden_states.shape[1]
        if encoder_hidden_states is not None:
            text = _text(attn, encoder_hidden_states)
            query, key, value = (
                torch.cat(pair, dim=1) for pair in zip(text, (query, key, value), strict=True)
            )
        query = apply_rotary_emb(query, image_rotary_emb, sequence_dim=1)
        key = apply_rotary_emb(key, image_rotary_emb, sequence_dim=1)
        if filling:
            filling[1][self.place] = (key, value)
        for bank in conditions:
            key, value = (
                torch.cat([own, held.expand(own.shape[0], -1, -1, -1)], dim=1)
                for own, held in zip((key, value), bank[self.place], strict=True)
            )
        attended = dispatch_attention_fn(
            query,
            key,
            value,
            attn_mask=attention_mask,
            backend=self._attention_backend,
            parallel_config=self._parallel_config,
        )
        attended = attended.flatten(2, 3).to(query.dtype)
        if encoder_hidden_states is None:
            return attended
        image = attn.to_out[0](attended[:, words:])
        return self._adapted("proj", image, image, filling), attn.to_add_out(attended[:, :words])

    def _image(
        self, attn: FluxAttention, stream: torch.Tensor, filling: tuple[int, Bank] | None
    ) -> tuple[torch.Tensor, ...]:
        """Query, key and value, each (batch, tokens, heads, head_dim)."""
        norms = (attn.norm_q, attn.norm_k, nn.Identity())
        projected = (
            self._adapted(name, attn.get_submodule(f"to_{name}")(stream), stream, filling)
            for name in "qkv"
        )
        heads = (tensor.unflatten(-1, (-1, attn.head_dim)) for tensor in projected)
        return tuple(norm(tensor) for norm, tensor in zip(norms, heads, strict=True))

    def _adapted(
        self, name: str, out: torch.Tensor, given: torch.Tensor, filling: tuple[int, Bank] | None
    ) -> torch.Tensor:
        """`out`, of a condition with what its adapter makes of `given`."""
        if filling is None:
            return out
        index = filling[0]
        return out + self.weights[index] * self.get_submodule(f"{name}_loras.{index}")(given)


def _text(attn: FluxAttention, words: torch.Tensor) -> tuple[torch.Tensor, ...]:
    layers = (attn.add_q_proj, attn.add_k_proj, attn.add_v_proj)
    norms = (attn.norm_added_q, attn.norm_added_k, nn.Identity())
    return tuple(
        norm(layer(words).unflatten(-1, (-1, attn.head_dim)))
        for layer, norm in zip(layers, norms, strict=True)
    )


def add_conditions(model: FluxTransformer2DModel, rank: int, weights: Sequence[float]) -> None:
    """Give every attention of `model` adapters for len(weights) conditions, of these strengths."""
    blocks = [*model.transformer_blocks, *model.single_transformer_blocks]
    for place, block in enumerate(blocks):
        output = not block.attn.pre_only
        block.attn.set_processor(
            EasyControlAttnProcessor(place, model.inner_dim, rank, weights, output)
        )


def load_condition(
    model: FluxTransformer2DModel, weights: Mapping[str, torch.Tensor], index: int
) -> None:
    """Weights of one published file, which all call their condition number 0, as number `index`.

    Raises ValueError where the file holds anything else, or its shapes are not the model's.
    """
    named = {}
    for name, tensor in weights.items():
        known = _PUBLISHED.match(name)
        if known is None:
            raise ValueError(f"{name} is no adapter of EasyControl; its names end in _loras.0.…")
        named[f"{known[1]}.{index}.{known[2]}"] = tensor
    expected = {n for n in model.state_dict() if f"_loras.{index}." in n}
    if missing := sorted(expected - named.keys()):
        raise ValueError(f"the condition lacks {len(missing)} of {len(expected)}: {missing[0]} …")
    try:
        model.load_state_dict(named, strict=False)
    except RuntimeError as error:
        raise ValueError(f"the condition is made for another model: {error}") from error


@torch.no_grad()
def fill(
    model: FluxTransformer2DModel,
    index: int,
    tokens: torch.Tensor,  # (1, patches, channels)
    ids: torch.Tensor,  # (patches, 3)
    pooled_projections: torch.Tensor,
    guidance: torch.Tensor | None,
) -> Bank:
    """Keys and values of condition `index`: good for every step and seed of this prompt."""
    bank: Bank = {}
    width = model.config.joint_attention_dim
    model(
        hidden_states=tokens,
        encoder_hidden_states=tokens.new_zeros(tokens.shape[0], 0, width),
        pooled_projections=pooled_projections,
        timestep=tokens.new_zeros(tokens.shape[0]),
        guidance=guidance,
        img_ids=ids,
        txt_ids=ids.new_zeros(0, 3),
        joint_attention_kwargs={"filling": (index, bank)},
    )
    return bank
