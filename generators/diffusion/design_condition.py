"""What CreatiDesign is told of a design, and who may attend to whom because of it.

Source: CreatiDesign (Zhang et al. 2025), section 3.3, multimodal attention mask.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch.nn.functional import interpolate

from generators.diffusion.regions import Layout, Rotary

Grid = tuple[int, int]  # rows, columns of tokens


class Design(NamedTuple):
    """What travels in `joint_attention_kwargs["design"]`; the same in every step.

    layout: captions (batch, objects, tokens, dim) as T5 sequences, boxes, mask
    object_maps: (batch, objects, height, width) 1 where an object may be; an empty slot is all 0
    subject: (batch, patches, channels) the packed latents of all cut-outs on one grey canvas
    subject_ids: (patches, 3)   subject_map: (batch, 1, height, width) 1 where a subject lies
    mask: of `design_mask`, made once for a picture; worked out in every step where it is missing
    """

    layout: Layout
    object_maps: torch.Tensor
    image_grid: Grid
    subject: torch.Tensor
    subject_ids: torch.Tensor
    subject_map: torch.Tensor
    subject_grid: Grid
    mask: torch.Tensor | None = None


class DesignStreams:
    """The tokens of objects and subject in one forward pass; every block moves them on."""

    def __init__(
        self, objects: torch.Tensor, subject: torch.Tensor, rotary: tuple[Rotary, Rotary],
        mask: torch.Tensor,
    ) -> None:  # fmt: skip
        self.objects = objects  # (batch, objects · tokens, dim)
        self.subject = subject  # (batch, patches, dim)
        self._rotary = rotary
        self.mask = mask  # (batch, 1, all, all)

    def rotary(self, stock: Rotary) -> Rotary:
        """Positions of [objects | prompt | image | subject], from those of prompt and image."""
        before, after = self._rotary
        cosine, sine = (torch.cat(parts) for parts in zip(before, stock, after, strict=True))
        return cosine, sine


def on_grid(maps: torch.Tensor, grid: Grid) -> torch.Tensor:
    """(batch, maps, height, width) -> (batch, maps, rows · columns) bool, by the nearest pixel."""
    return interpolate(maps.float(), size=grid, mode="nearest-exact").flatten(2) > 0.5


def design_mask(design: Design, words: int, tokens: int) -> torch.Tensor:
    """(batch, 1, all, all) bool: may a row attend to a column? All: objects, words, image, subject.

    An object sees itself and the image inside its map; the image sees the words, itself and the
    objects that cover it; words see words, image and what of the subject is no empty canvas; inside
    the subject's map image and subject see each other.
    """
    covers = on_grid(design.object_maps, design.image_grid)  # (batch, objects, patches)
    covers = covers.repeat_interleave(tokens, dim=1)
    inside = on_grid(design.subject_map, design.image_grid)[:, 0]  # (batch, patches)
    filled = on_grid(design.subject_map, design.subject_grid)[:, 0]
    batch, own, patches = covers.shape
    held = filled.shape[1]
    device = covers.device
    slot = torch.arange(own, device=device) // tokens
    same = (slot[:, None] == slot[None]).expand(batch, -1, -1)

    def block(rows: int, columns: int, seen: bool) -> torch.Tensor:
        return torch.full((batch, rows, columns), seen, device=device)

    rows = (
        (same, block(own, words, False), covers, block(own, held, False)),
        (
            block(words, own, False),
            block(words, words, True),
            block(words, patches, True),
            filled[:, None].expand(-1, words, -1),
        ),
        (
            covers.mT,
            block(patches, words, True),
            block(patches, patches, True),
            inside[..., None].expand(-1, -1, held),
        ),
        (
            block(held, own, False),
            block(held, words, False),
            inside[:, None].expand(-1, held, -1),
            block(held, held, True),
        ),
    )
    return torch.cat([torch.cat(row, dim=2) for row in rows], dim=1)[:, None]
