"""Headers of weights: read as they are, refused in a sentence where they lie."""

import struct

import numpy as np
import pytest

from generators.families import kind_of
from generators.request import GenerationError
from generators.weight_headers import header_of
from tests.generators.weight_files import gguf, safetensors

ARRAYS = {"img_in.weight": np.ones((3, 5)), "double.bias": np.zeros(8)}


def test_names_and_shapes_are_read_from_both_formats(tmp_path):
    packed = header_of(gguf(tmp_path / "a.gguf", ARRAYS, [("general.architecture", "flux")]))
    plain = header_of(safetensors(tmp_path / "a.safetensors", {"x": (2, 3)}))
    assert packed == ("GGUF", {"img_in.weight": (3, 5), "double.bias": (8,)})
    assert plain == ("safetensors", {"x": (2, 3)})


def test_our_gguf_is_what_the_makers_reader_reads(tmp_path):
    reader = pytest.importorskip("gguf").GGUFReader(gguf(tmp_path / "a.gguf", ARRAYS))
    assert {t.name: t.data.shape for t in reader.tensors} == {n: a.shape for n, a in ARRAYS.items()}


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("ending", ["gguf", "safetensors"])
def test_a_file_that_is_cut_short_is_named(tmp_path, ending, share):
    from safetensors.numpy import save_file

    path = tmp_path / f"cut.{ending}"
    save_file(ARRAYS, path) if ending == "safetensors" else gguf(path, ARRAYS)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(GenerationError, match=f"cut.{ending} is cut short or no file of weights"):
        header_of(path)


HUGE = 2**63 - 1
LIES = {
    "tensors": struct.pack("<IQQ", 3, HUGE, 0),
    "settings": struct.pack("<IQQ", 3, 1, HUGE),
    "name": struct.pack("<IQQQ", 3, 1, 0, HUGE),
    "string": struct.pack("<IQQQ1sIQ", 3, 0, 1, 1, b"a", 8, HUGE),
    "array": struct.pack("<IQQQ1sIIQ", 3, 0, 1, 1, b"a", 9, 6, HUGE),
    "arrays": struct.pack("<IQQQ1sI", 3, 0, 1, 1, b"a", 9) + struct.pack("<IQ", 9, HUGE) * 50,
    "dimensions": struct.pack("<IQQQ1sI", 3, 1, 0, 1, b"a", 2**31),
    "shape": struct.pack("<IQQQ1sI2QIQ", 3, 1, 0, 1, b"a", 2, HUGE, HUGE, 0, 0),
    "version": struct.pack("<IQQ", 9, 1, 0),
}


@pytest.mark.parametrize("lie", LIES)
def test_lengths_that_lie_do_no_harm(tmp_path, lie):
    path = tmp_path / "lie.gguf"
    path.write_bytes(b"GGUF" + LIES[lie] + bytes(64))
    with pytest.raises(GenerationError, match=r"lie.gguf is cut short or no file of weights"):
        header_of(path)


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\xff" * 80, struct.pack("<Q", 2**62) + b"{}", struct.pack("<Q", 2) + b"[]",
        struct.pack("<Q", 20_000) + b"[" * 20_000, struct.pack("<Q", 9) + b'{"a": 12}',
    ],
)  # fmt: skip
def test_what_is_no_safetensors_file_is_refused(tmp_path, data):
    path = tmp_path / "odd.safetensors"
    path.write_bytes(data)
    with pytest.raises(GenerationError, match="odd.safetensors is cut short or no file"):
        header_of(path)


def test_pickles_are_refused_unread(tmp_path):
    with pytest.raises(GenerationError, match="old.ckpt is a pickle, which could run any code"):
        header_of(tmp_path / "old.ckpt")


FLUX1 = {"double_blocks.0.img_attn.norm.key_norm.scale": (128,), "img_in.weight": (3072, 64)}
KLEIN = {"single_stream_modulation.lin.weight": (9216, 3072), "img_in.weight": (3072, 128)}
SD3 = {"joint_blocks.0.context_block.adaLN_modulation.1.bias": (9216,)}
SDXL = {
    "model.diffusion_model.input_blocks.0.0.weight": (320, 4, 3, 3),
    "conditioner.embedders.1.model.transformer.resblocks.9.mlp.c_proj.bias": (1280,),
}


@pytest.mark.parametrize(
    ("shapes", "label", "base"),
    [
        (FLUX1, "FLUX.1 schnell", "flux1-schnell"),
        (FLUX1 | {"guidance_in.in_layer.weight": (3072, 256)}, "FLUX.1 dev", "flux1-dev"),
        ({f"model.diffusion_model.{n}": s for n, s in KLEIN.items()}, "FLUX.2 klein 4B",
         "flux2-klein"),
        (KLEIN | {"img_in.weight": (6144, 128)}, "FLUX.2 dev", ""),
        (SD3 | {"pos_embed": (1, 36864, 1536)}, "Stable Diffusion 3 medium", "sd3-medium"),
        (SD3 | {"pos_embed": (1, 147456, 1536)}, "Stable Diffusion 3.5 medium", "sd35-medium"),
        (SDXL, "Stable Diffusion XL", "sdxl"),
        (SDXL | {"model.diffusion_model.input_blocks.0.0.weight": (320, 9, 3, 3)},
         "Stable Diffusion XL for inpainting", ""),
        ({"transformer.x.lora_A.weight": (16, 64)} | KLEIN, "LoRA adapter", ""),
        ({"weight": (1,)}, "unknown", ""),
    ],
)  # fmt: skip
def test_a_model_is_known_by_the_names_of_its_tensors(shapes, label, base):
    kind = kind_of(shapes)
    assert (kind.label, kind.base) == (label, base)
