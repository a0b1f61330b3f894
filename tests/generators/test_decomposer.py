"""The pipeline that takes pictures apart, with tiny random parts."""

import numpy as np
import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers import (  # noqa: E402
    AutoencoderKLQwenImage,
    FlowMatchEulerDiscreteScheduler,
    QwenImageLayeredPipeline,
    QwenImageTransformer2DModel,
)

from generators.bases import Effort, Place  # noqa: E402
from generators.decomposing import QWEN_LAYERED  # noqa: E402
from generators.diffusion import decomposing  # noqa: E402
from generators.request import GenerationError  # noqa: E402


class NoEncoder(torch.nn.Module):
    dtype, device = torch.float32, torch.device("cpu")


@pytest.fixture
def tiny(monkeypatch, tmp_path):
    torch.manual_seed(0)
    pipeline = QwenImageLayeredPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(use_dynamic_shifting=True),
        vae=AutoencoderKLQwenImage(
            base_dim=8, z_dim=16, dim_mult=[1, 1, 1, 1], num_res_blocks=1, input_channels=4
        ),
        text_encoder=NoEncoder(), tokenizer=None, processor=None,
        transformer=QwenImageTransformer2DModel(
            patch_size=2, in_channels=64, out_channels=16, num_layers=1, attention_head_dim=16,
            num_attention_heads=1, joint_attention_dim=16, axes_dims_rope=(4, 6, 6),
            use_additional_t_cond=True, use_layer3d_rope=True,
        ),
    )  # fmt: skip
    pipeline.set_progress_bar_config(disable=True)
    pipeline.get_image_caption = lambda *args, **more: "a poster"
    words = torch.ones(1, 4, 16), torch.ones(1, 4, dtype=torch.long)
    pipeline.encode_prompt = lambda *args, **more: words
    small = QWEN_LAYERED._replace(efforts={"quality": Effort(2, 640)})
    monkeypatch.setattr(decomposing, "QWEN_LAYERED", small)
    made = decomposing.LayeredDecomposer(Place(tmp_path))
    made._pipeline = pipeline
    return made


@pytest.mark.slow
def test_layers_are_as_large_as_the_picture_and_the_same_for_a_seed(tiny):
    picture = np.full((60, 90, 4), (200, 80, 40, 255), np.uint8)
    layers = tiny.decompose(picture, 2, seed=3)
    assert [each.shape for each in layers] == [(60, 90, 4)] * 2
    again = tiny.decompose(picture, 2, seed=3)
    assert all((one == two).all() for one, two in zip(layers, again, strict=True))
    asked = []
    with pytest.raises(GenerationError, match="stopped"):
        tiny.decompose(picture, 2, cancelled=lambda: bool(asked.append(1)) or len(asked) > 1)
    assert len(asked) == 2
