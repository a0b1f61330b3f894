"""What differs between families of flow transformers: words, latents, positions, one step, pixels.

Encoders, VAE and scheduler are those of diffusers' own pipeline of the family; `denoising.py` has
the loop.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import torch
from diffusers.pipelines.flux.pipeline_flux import calculate_shift
from PIL import Image

from generators.diffusion.regions import Layout


class Words(NamedTuple):
    embeds: torch.Tensor  # (batch, tokens, dim)
    pooled: torch.Tensor  # (batch, dim)


class Sheet(NamedTuple):
    """What is painted on: latents before the first step, and their positions."""

    latents: torch.Tensor
    ids: torch.Tensor | None
    width: int  # px
    height: int  # px


class SD3Flow:
    """Stable Diffusion 3: latents as pictures; captions are pooled vectors."""

    def __init__(self, pipeline: Any) -> None:
        self.pipeline = pipeline

    def words(self, prompts: list[str], device: Any) -> Words:
        embeds, _, pooled, _ = self.pipeline.encode_prompt(
            prompts, None, None, device=device, do_classifier_free_guidance=False
        )
        return Words(embeds, pooled)

    def captions(self, told: list[str], device: Any) -> torch.Tensor:
        """(1, captions, dim)"""
        return self.words(told, device).pooled[None]

    def sheet(self, width: int, height: int, seed: int, dtype: Any, device: Any) -> Sheet:
        pipeline = self.pipeline
        latents = pipeline.prepare_latents(
            1, pipeline.transformer.config.in_channels, height, width, dtype, device,
            torch.Generator().manual_seed(seed),
        )  # fmt: skip
        return Sheet(latents, None, width, height)

    def set_times(self, steps: int, sheet: Sheet, device: Any) -> None:
        scheduler, more = self.pipeline.scheduler, {}
        if scheduler.config.get("use_dynamic_shifting"):
            side = self.pipeline.transformer.config.patch_size
            rows, columns = sheet.latents.shape[2:]
            more = {"mu": _shift(scheduler, (rows // side) * (columns // side))}
        scheduler.set_timesteps(steps, device=device, **more)

    def velocity(
        self, sheet: Sheet, latents: torch.Tensor, time: torch.Tensor, words: Words,
        attention: dict[str, Any], guidance: float,
    ) -> torch.Tensor:  # fmt: skip
        return self.pipeline.transformer(
            hidden_states=latents,
            timestep=time,
            encoder_hidden_states=words.embeds,
            pooled_projections=words.pooled,
            joint_attention_kwargs=attention,
            return_dict=False,
        )[0]

    def picture(self, sheet: Sheet, latents: torch.Tensor) -> Image.Image:
        return _decoded(self.pipeline, latents)

    def encoded(self, picture: Image.Image, dtype: Any, device: Any) -> torch.Tensor:
        return _encoded(self.pipeline, picture, dtype, device)


class FluxFlow:
    """FLUX.1: latents packed by 2 × 2, with positions; captions are sequences of T5."""

    def __init__(self, pipeline: Any, caption_tokens: int = 77) -> None:
        self.pipeline, self.caption_tokens = pipeline, caption_tokens

    def words(self, prompts: list[str], device: Any, tokens: int = 512) -> Words:
        embeds, pooled, _ = self.pipeline.encode_prompt(
            prompts, prompts, device=device, max_sequence_length=tokens
        )
        return Words(embeds, pooled)

    def captions(self, told: list[str], device: Any) -> torch.Tensor:
        """(1, captions, tokens, dim)"""
        return self.words(told, device, self.caption_tokens).embeds[None]

    def sheet(self, width: int, height: int, seed: int, dtype: Any, device: Any) -> Sheet:
        pipeline = self.pipeline
        latents, ids = pipeline.prepare_latents(
            1, pipeline.transformer.config.in_channels // 4, height, width, dtype, device,
            torch.Generator().manual_seed(seed),
        )  # fmt: skip
        return Sheet(latents, ids, width, height)

    def set_times(self, steps: int, sheet: Sheet, device: Any) -> None:
        scheduler = self.pipeline.scheduler
        sigmas = np.linspace(1.0, 1 / steps, steps)
        shift = _shift(scheduler, sheet.latents.shape[1])
        scheduler.set_timesteps(sigmas=sigmas, device=device, mu=shift)

    def velocity(
        self, sheet: Sheet, latents: torch.Tensor, time: torch.Tensor, words: Words,
        attention: dict[str, Any], guidance: float,
    ) -> torch.Tensor:  # fmt: skip
        return self.pipeline.transformer(
            hidden_states=latents,
            timestep=time.to(latents.dtype) / 1000,
            guidance=self.told_guidance(guidance, latents.device),
            encoder_hidden_states=words.embeds,
            pooled_projections=words.pooled,
            txt_ids=torch.zeros(words.embeds.shape[1], 3).to(words.embeds),
            img_ids=sheet.ids,
            joint_attention_kwargs=attention,
            return_dict=False,
        )[0]

    def told_guidance(self, guidance: float, device: Any) -> torch.Tensor | None:
        if not self.pipeline.transformer.config.guidance_embeds:
            return None
        return torch.full([1], guidance, device=device, dtype=torch.float32)

    def picture(self, sheet: Sheet, latents: torch.Tensor) -> Image.Image:
        pipeline = self.pipeline
        unpacked = pipeline._unpack_latents(
            latents, sheet.height, sheet.width, pipeline.vae_scale_factor
        )
        return _decoded(pipeline, unpacked)

    def encoded(self, picture: Image.Image, dtype: Any, device: Any) -> torch.Tensor:
        """The packed latents of a picture, (1, patches, channels)."""
        latents = _encoded(self.pipeline, picture, dtype, device)
        return self.pipeline._pack_latents(latents, *latents.shape)


def begun_with(flow: SD3Flow | FluxFlow, sheet: Sheet, picture: Image.Image, sigma: float) -> Sheet:
    """The sheet as it would be at `sigma`, were it to become this picture."""
    noise = sheet.latents
    at_size = picture.resize((sheet.width, sheet.height), Image.Resampling.LANCZOS)
    clean = flow.encoded(at_size, noise.dtype, noise.device)
    return sheet._replace(latents=sigma * noise + (1 - sigma) * clean)


def padded_layout(
    captions: torch.Tensor, boxes: tuple[tuple[float, float, float, float], ...], slots: int
) -> Layout:
    """Regions in the first of `slots` places; empty places are told apart by the mask."""
    count, spare = len(boxes), slots - len(boxes)
    shape = (1, spare, *captions.shape[2:])
    at = torch.tensor([*boxes, *([(0.0, 0.0, 0.0, 0.0)] * spare)]).to(captions)
    mask = torch.tensor([1.0] * count + [0.0] * spare).to(captions)
    filled = torch.cat([captions[:, :count], captions.new_zeros(shape)], dim=1)
    return Layout(filled, at[None], mask[None])


def _shift(scheduler: Any, tokens: int) -> float:
    known = scheduler.config
    return calculate_shift(
        tokens,
        known.get("base_image_seq_len", 256),
        known.get("max_image_seq_len", 4096),
        known.get("base_shift", 0.5),
        known.get("max_shift", 1.15),
    )


def _encoded(pipeline: Any, picture: Image.Image, dtype: Any, device: Any) -> torch.Tensor:
    vae = pipeline.vae
    pixels = pipeline.image_processor.preprocess(picture).to(device, vae.dtype)
    latents = vae.encode(pixels).latent_dist.mode() - (vae.config.shift_factor or 0.0)
    return (latents * vae.config.scaling_factor).to(dtype)


def _decoded(pipeline: Any, latents: torch.Tensor) -> Image.Image:
    vae = pipeline.vae
    clean = latents / vae.config.scaling_factor + (vae.config.shift_factor or 0.0)
    pixels = vae.decode(clean.to(vae.dtype), return_dict=False)[0]
    return pipeline.image_processor.postprocess(pixels.detach(), output_type="pil")[0]
