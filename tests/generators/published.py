"""The published models at tiny configurations: ours, filled by a rule, and what they are given.

The rule and where the numbers come from: tests/generators/goldens/README.md.
"""

import hashlib
import json
import zlib
from pathlib import Path

import torch
from diffusers import FluxTransformer2DModel

from generators.diffusion.creati_design import CreatiDesignTransformer2DModel
from generators.diffusion.design_condition import Design
from generators.diffusion.easy_control import add_conditions, fill
from generators.diffusion.regions import Layout
from generators.diffusion.siam_flux import SiamLayoutFluxTransformer2DModel
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel

torch.set_num_threads(1)  # at these sizes more only wait for each other
GOLDENS = Path(__file__).parent / "goldens"
BOXES = [[0.1, 0.2, 0.6, 0.7], [0.4, 0, 1, 0.5], [0, 0, 0, 0]]
ALL_BLOCKS = {"double_blocks_index": [0, 1], "single_blocks_index": [0, 1]}


def draw(name, *shape):
    return torch.randn(shape, generator=torch.Generator().manual_seed(zlib.crc32(name.encode())))


def filled(model):
    for name, parameter in model.named_parameters():
        parameter.data.copy_(draw(name, *parameter.shape) * 0.15)
    return model.eval()


def golden(name):
    return json.loads((GOLDENS / f"{name}.json").read_text())


def config(name):
    return golden(name)["config"]


def fingerprint(model):
    lines = sorted(f"{n} {','.join(map(str, p.shape))}" for n, p in model.named_parameters())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def ids(rows, columns, y0=0, x0=0, sy=1, sx=1):
    """FLUX's position ids, row by row: (0, y, x)."""
    return torch.tensor(
        [(0.0, r * sy + y0, c * sx + x0) for r in range(rows) for c in range(columns)]
    )


def siam_sd3():
    return filled(SiamLayoutSD3Transformer2DModel(**config("siam_sd3")))


def siam_flux():
    return filled(SiamLayoutFluxTransformer2DModel(**config("siam_flux"), **ALL_BLOCKS))


def creati_design():
    return filled(CreatiDesignTransformer2DModel(**config("creatidesign")))


def easy_control():
    told = config("easycontrol")
    rank, weights = told.pop("rank"), told.pop("lora_weights")
    told.pop("network_alpha")
    model = FluxTransformer2DModel(**told)
    add_conditions(model, rank, weights)
    return filled(model)


def sd3_layout(**changes):
    given = {"captions": draw("captions", 1, 3, 64), "boxes": torch.tensor([BOXES])}
    return Layout(**(given | {"mask": torch.tensor([[1.0, 1, 0]])} | changes))


def flux_layout(**changes):
    return sd3_layout(**({"captions": draw("captions", 1, 3, 9, 32)} | changes))


def design(**changes):
    boxes = torch.tensor([[[0.1, 0.1, 0.5, 0.6], [0.6, 0.5, 1, 1], [0, 0, 0, 0]]])
    objects, subject = torch.zeros(1, 3, 64, 96), torch.zeros(1, 1, 32, 48)
    objects[0, 0, 5:40, 10:50] = 1
    objects[0, 1, 30:64, 60:96] = 1
    subject[0, 0, 4:20, 8:30] = 1
    return Design(
        layout=flux_layout(boxes=boxes),
        object_maps=objects,
        image_grid=(4, 6),
        subject=draw("subject", 1, 6, 16),
        subject_ids=ids(2, 3, x0=-6),
        subject_map=subject,
        subject_grid=(2, 3),
    )._replace(**changes)


def banks(model):
    """What EasyControl's two conditions leave for every step."""
    tokens = draw("cond_hidden_states", 1, 8, 16)
    told = (draw("pooled_projections", 1, 24), torch.tensor([3.5]))
    return [
        fill(model, 0, tokens[:, :4], ids(2, 2, y0=64), *told),
        fill(model, 1, tokens[:, 4:], ids(2, 2, sy=2, sx=3), *told),
    ]


@torch.no_grad()
def run_sd3(model, timestep=500.0, **attention):
    return model(
        hidden_states=draw("hidden_states", 1, 4, 8, 8),
        encoder_hidden_states=draw("encoder_hidden_states", 1, 7, 32),
        pooled_projections=draw("pooled_projections", 1, 64),
        timestep=torch.tensor([timestep]),
        joint_attention_kwargs=attention or None,
    ).sample


@torch.no_grad()
def run_flux(model, grid=(4, 6), guidance=3.5, timestep=0.5, **attention):
    return model(
        hidden_states=draw("hidden_states", 1, grid[0] * grid[1], 16),
        encoder_hidden_states=draw("encoder_hidden_states", 1, 7, 32),
        pooled_projections=draw("pooled_projections", 1, 24),
        timestep=torch.tensor([timestep]),
        guidance=torch.tensor([guidance]),
        img_ids=ids(*grid),
        txt_ids=torch.zeros(7, 3),
        joint_attention_kwargs=attention or None,
    ).sample
