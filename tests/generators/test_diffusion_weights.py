"""Published files: which names they hold at full size, and what is said of files that are wrong."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers import FluxTransformer2DModel, SD3Transformer2DModel  # noqa: E402
from safetensors.torch import save_file  # noqa: E402

from generators.diffusion.creati_design import CreatiDesignTransformer2DModel  # noqa: E402
from generators.diffusion.siam_flux import SiamLayoutFluxTransformer2DModel  # noqa: E402
from generators.diffusion.siam_sd3 import SiamLayoutSD3Transformer2DModel  # noqa: E402
from generators.diffusion.siam_sd3_lora import SiamLoraSD3Transformer2DModel  # noqa: E402
from generators.diffusion.weights import load_into, read_weights  # noqa: E402
from generators.request import GenerationError  # noqa: E402
from tests.generators import published as p  # noqa: E402

FLUX = {"guidance_embeds": True}
ALL_FLUX = {
    "double_blocks_index": tuple(range(19)),
    "single_blocks_index": tuple(range(38)),
}


def on_paper(kind, **config):
    """A model of full size without memory."""
    with torch.device("meta"):
        return kind(**config)


def added(model, base):
    """Shapes by name of what `model` has more than `base`."""
    stock = base.state_dict().keys()
    return {n: tuple(t.shape) for n, t in model.state_dict().items() if n not in stock}


def millions(shapes):
    return sum(torch.Size(shape).numel() for shape in shapes.values()) / 1e6


@pytest.fixture(scope="module")
def sd3():
    return on_paper(
        SD3Transformer2DModel,
        num_layers=24,
        num_attention_heads=24,
        caption_projection_dim=1536,
        pooled_projection_dim=2048,
        pos_embed_max_size=192,
    )


@pytest.fixture(scope="module")
def flux():
    return on_paper(FluxTransformer2DModel, **FLUX)


def test_siam_sd3_has_the_published_names_and_size(sd3):
    extra = added(on_paper(SiamLayoutSD3Transformer2DModel), sd3)
    assert millions(extra) == pytest.approx(1280, abs=5)
    assert extra["transformer_blocks.7.bbox_fuser_block.to_add_out.weight"] == (1536, 1536)
    assert extra["transformer_blocks.23.norm1_bbox.linear.weight"] == (3072, 1536)
    assert "transformer_blocks.23.ff_bbox.net.2.weight" not in extra
    assert extra["position_net.linears.linear_1.weight"] == (768, 1600)


def test_siam_sd3_lora_has_the_published_names_and_size(sd3):
    extra = added(on_paper(SiamLoraSD3Transformer2DModel), sd3)
    assert millions(extra) == pytest.approx(332, abs=1)
    assert extra["transformer_blocks.0.attn.img_q_lora.down.weight"] == (256, 1536)
    assert extra["transformer_blocks.0.norm1_context_lora_bbox.1.up.weight"] == (9216, 256)
    assert extra["transformer_blocks.23.norm1_context_lora_bbox.1.up.weight"] == (3072, 256)
    assert extra["transformer_blocks.0.ff_context_lora.0.up.weight"] == (6144, 256)
    assert "transformer_blocks.23.attn.proj_lora_bbox.up.weight" not in extra
    assert "transformer_blocks.23.attn.proj_lora_img.up.weight" in extra


def test_siam_flux_has_the_published_names_and_size(flux):
    extra = added(on_paper(SiamLayoutFluxTransformer2DModel, **FLUX, **ALL_FLUX), flux)
    assert millions(extra) == pytest.approx(9870, abs=20)
    assert extra["single_transformer_blocks.37.bbox_proj_out.weight"] == (3072, 15360)
    assert extra["position_net.linears.linear_1.weight"] == (1536, 3136)


def test_creati_design_has_the_published_names_and_size(flux):
    extra = added(on_paper(CreatiDesignTransformer2DModel, **FLUX), flux)
    assert millions(extra) == pytest.approx(71.27, abs=0.1)
    assert extra["single_transformer_blocks.0.attn.subject_q_lora.down.weight"] == (16, 3072)
    assert extra["object_layout_encoder.null_positive_feature"] == (30, 3072)


def tiny_lora():
    return p.filled(SiamLoraSD3Transformer2DModel(**p.config("siam_sd3")))


def test_the_adapted_model_is_sd3_without_a_layout_and_at_strength_zero():
    model, layout = tiny_lora(), p.sd3_layout()
    base = SD3Transformer2DModel.from_config(p.siam_sd3().config)
    base.load_state_dict(model.state_dict(), strict=False)
    plain = p.run_sd3(base.eval())
    assert torch.equal(p.run_sd3(model), plain)
    assert torch.equal(p.run_sd3(model, layout=layout._replace(strength=0.0)), plain)
    assert (p.run_sd3(model, layout=layout) - plain).abs().max() > 0.1


def test_adapters_alone_load_over_a_base_that_has_its_weights(tmp_path):
    model, base = tiny_lora(), SD3Transformer2DModel.from_config(p.siam_sd3().config)
    adapters = {n: t for n, t in model.state_dict().items() if n not in base.state_dict()}
    save_file(adapters, tmp_path / "model.safetensors")
    fresh = SiamLoraSD3Transformer2DModel(**p.config("siam_sd3")).eval()
    fresh.load_state_dict(
        {n: t for n, t in model.state_dict().items() if n in base.state_dict()}, strict=False
    )
    load_into(fresh, read_weights(tmp_path / "model.safetensors"), "model", base=base.state_dict())
    layout = p.sd3_layout()
    assert torch.allclose(
        p.run_sd3(fresh, layout=layout), p.run_sd3(model, layout=layout), atol=1e-5
    )


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda w: w.pop("proj_out.bias"), "lacks proj_out.bias; this model wants 118 tensors"),
        (lambda w: w.update(other=torch.zeros(1)), "holds other"),
        (
            lambda w: w.update({"proj_out.bias": torch.zeros(3)}),
            r"has proj_out.bias of shape \(3,\) instead of \(16,\)",
        ),
    ],
)
def test_weights_of_another_model_are_named(spoil, said):
    model = p.siam_sd3()
    weights = {n: t for n, t in model.state_dict().items()}
    spoil(weights)
    with pytest.raises(GenerationError, match=f"a.safetensors {said}"):
        load_into(model, weights, "a.safetensors", base=["pos_embed.pos_embed"])


def test_files_that_cannot_be_trusted_are_refused(tmp_path):
    pickle, cut = tmp_path / "model.bin", tmp_path / "cut.safetensors"
    pickle.write_bytes(b"\x80\x04.")
    save_file({"a": torch.zeros(100)}, cut)
    cut.write_bytes(cut.read_bytes()[:200])
    for path, said in (
        (pickle, "is a pickle"),
        (cut, "cut short"),
        (tmp_path / "none.safetensors", "no file of weights"),
    ):
        with pytest.raises(GenerationError, match=said):
            read_weights(path)
