"""What the layout and multi-condition transformers promise beside their numbers."""

import pytest

from tests.needs import needs

needs("torch", "diffusion")
needs("diffusers", "diffusion")

import torch  # noqa: E402
from diffusers import FluxTransformer2DModel, SD3Transformer2DModel  # noqa: E402

from generators.diffusion.easy_control import load_condition  # noqa: E402
from tests.generators import published as p  # noqa: E402

MODELS = {
    "siam_sd3": (p.siam_sd3, SD3Transformer2DModel, p.run_sd3, {"layout": p.sd3_layout()}),
    "siam_flux": (p.siam_flux, FluxTransformer2DModel, p.run_flux, {"layout": p.flux_layout()}),
    "creati_design": (
        p.creati_design,
        FluxTransformer2DModel,
        p.run_flux,
        {"design": p.design()},
    ),
}
every_model = pytest.mark.parametrize("name", MODELS)


def stock(model, kind):
    """The base model with the same weights and nothing of ours."""
    names = SD3Transformer2DModel if kind is SD3Transformer2DModel else FluxTransformer2DModel
    base = names.from_config(model.config)
    base.load_state_dict(model.state_dict(), strict=False)
    return base.eval()


@every_model
def test_without_a_condition_the_model_is_its_base(name):
    make, kind, run, _ = MODELS[name]
    model = make()
    assert torch.equal(run(model), run(stock(model, kind)))


@pytest.mark.parametrize("name", ["siam_sd3", "siam_flux"])
def test_strength_zero_is_the_base_model_and_half_is_between(name):
    make, kind, run, told = MODELS[name]
    model, layout = make(), told["layout"]
    base, full = run(stock(model, kind)), run(model, layout=layout)
    assert torch.equal(run(model, layout=layout._replace(strength=0.0)), base)
    half = run(model, layout=layout._replace(strength=0.5))
    assert min((half - base).abs().max(), (half - full).abs().max()) > 0.1


@every_model
def test_a_saved_model_comes_back_the_same(name, tmp_path):
    make, _, run, told = MODELS[name]
    model = make()
    model.save_pretrained(tmp_path)
    again = type(model).from_pretrained(tmp_path).eval()
    ours, theirs = model.state_dict(), again.state_dict()
    assert ours.keys() == theirs.keys()
    assert all(torch.equal(ours[n], theirs[n]) for n in ours)
    assert torch.allclose(run(model, **told), run(again, **told), atol=1e-5)


@every_model
def test_one_condition_serves_many_steps(name):
    make, _, run, told = MODELS[name]
    model = make()
    first = run(model, **told)
    run(model, timestep=0.3, **told)
    assert torch.equal(run(model, **told), first)


def test_only_blocks_that_are_named_have_a_branch():
    told = p.config("siam_flux") | {"double_blocks_index": [1], "single_blocks_index": []}
    model = p.filled(p.SiamLayoutFluxTransformer2DModel(**told))
    branches = {n.split(".bbox")[0] for n in model.state_dict() if ".bbox_" in n}
    assert branches == {"transformer_blocks.1"}
    with_layout = p.run_flux(model, layout=p.flux_layout())
    assert not torch.equal(with_layout, p.run_flux(model))


def test_an_object_touches_the_image_only_inside_its_map():
    """In one block: further blocks pass on what the image gained."""
    told = p.config("creatidesign") | {"num_layers": 1, "num_single_layers": 0}
    model = p.filled(p.CreatiDesignTransformer2DModel(**told))
    layout = p.design().layout
    boxes = layout.boxes.clone()
    boxes[0, 0] = torch.tensor([0.7, 0.0, 0.9, 0.2])
    moved = p.design(layout=layout._replace(boxes=boxes))
    change = (p.run_flux(model, design=moved) - p.run_flux(model, design=p.design())).abs()
    change = change[0].amax(dim=1).reshape(4, 6)
    inside = torch.zeros(4, 6, dtype=torch.bool)
    inside[0:2, 1:3] = True
    assert (change[inside] > 1e-4).all()
    assert (change[~inside] == 0).all()


def test_a_mask_made_beforehand_changes_nothing():
    from generators.diffusion.design_condition import design_mask

    model, told = p.creati_design(), p.design()
    ready = told._replace(mask=design_mask(told, words=7, tokens=5))
    assert torch.equal(p.run_flux(model, design=ready), p.run_flux(model, design=told))


def test_a_bank_is_good_for_every_step_and_picture_of_a_batch():
    model = p.easy_control()
    banks = p.banks(model)
    apart = p.run_flux(model, timestep=0.2, conditions=p.banks(model))
    p.run_flux(model, timestep=0.9, conditions=banks)
    assert torch.equal(p.run_flux(model, timestep=0.2, conditions=banks), apart)
    assert not torch.allclose(p.run_flux(model, timestep=0.2, conditions=banks[:1]), apart)


def published_file(model, index):
    """The weights of one condition as EasyControl publishes them."""
    ours = {n: t for n, t in model.state_dict().items() if f"_loras.{index}." in n}
    return {n.replace(f"_loras.{index}.", "_loras.0."): t.clone() for n, t in ours.items()}


def test_a_published_condition_takes_the_place_it_is_given():
    model = p.easy_control()
    before = p.run_flux(model, conditions=p.banks(model))
    second = published_file(model, 1)
    for name, tensor in model.named_parameters():
        if "_loras.1." in name:
            tensor.data.zero_()
    load_condition(model, second, 1)
    assert torch.equal(p.run_flux(model, conditions=p.banks(model)), before)


def test_a_file_that_is_no_condition_is_named():
    model = p.easy_control()
    with pytest.raises(ValueError, match=r"proj_out.weight is no adapter"):
        load_condition(model, {"proj_out.weight": torch.zeros(1)}, 0)
    part = dict(list(published_file(model, 0).items())[:3])
    with pytest.raises(ValueError, match="lacks"):
        load_condition(model, part, 0)
    with pytest.raises(ValueError, match="another model"):
        load_condition(model, {n: t[..., :1] for n, t in published_file(model, 0).items()}, 0)


@pytest.mark.parametrize("name", ["siam_sd3", "siam_flux"])
def test_caches_and_attention_backends_work_on_it(name):
    from diffusers import TaylorSeerCacheConfig

    make, _, run, told = MODELS[name]
    model = make()
    plain = run(model, **told)
    model.set_attention_backend("native")
    assert torch.equal(run(model, **told), plain)
    model.enable_cache(TaylorSeerCacheConfig(cache_interval=2, max_order=1))
    with model.cache_context("cond"):
        run(model, **told)
    model.disable_cache()
    assert torch.equal(run(model, **told), plain)
