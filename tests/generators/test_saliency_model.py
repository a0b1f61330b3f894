"""A saliency network from a file stands in for the heuristic, or says in one line why it cannot."""

import numpy as np
import pytest

from agents.delivery import Order, deliver
from design_io.assets import AssetStore
from design_io.errors import DesignError
from design_io.study import studied, study_of
from generators import saliency_model as module
from generators.artist import Artist
from generators.saliency_model import saliency_model
from tests import pictures

SIDE = 8


def field(number: int, payload: bytes | int) -> bytes:
    """One protobuf field."""
    if isinstance(payload, int):
        return bytes([number << 3]) + varint(payload)
    return bytes([number << 3 | 2]) + varint(len(payload)) + payload


def varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def value_info(name: str, *shape: int) -> bytes:
    dims = b"".join(field(1, field(1, side)) for side in shape)
    return field(1, name.encode()) + field(2, field(1, field(1, 1) + field(2, dims)))


def tiny_network(seed: int = 3) -> bytes:
    """An ONNX file: one random 1x1 convolution of three channels to one."""
    weights = np.random.default_rng(seed).normal(size=(1, 3, 1, 1)).astype("<f4")
    dims = b"".join(field(1, side) for side in weights.shape)
    tensor = dims + field(2, 1) + field(8, b"w") + field(9, weights.tobytes())
    node = field(1, b"x") + field(1, b"w") + field(2, b"y") + field(4, b"Conv")
    graph = field(1, node) + field(2, b"g") + field(5, tensor)
    graph += field(11, value_info("x", 1, 3, SIDE, SIDE)) + field(
        12, value_info("y", 1, 1, SIDE, SIDE)
    )
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


class Session:
    """What onnxruntime's session offers, around one convolution."""

    class Input:
        name, shape = "x", [1, 3, SIDE, SIDE]

    def get_inputs(self):
        return [self.Input]

    def run(self, _, given):
        return [given["x"].mean(axis=1, keepdims=True)]


@pytest.fixture
def network(tmp_path):
    path = tmp_path / "tiny.onnx"
    path.write_bytes(tiny_network())
    return path


def test_weights_that_are_missing_or_bare_are_told_in_one_line(tmp_path):
    with pytest.raises(DesignError, match="there is no saliency model"):
        saliency_model(tmp_path / "none.onnx")
    bare = tmp_path / "birefnet.safetensors"
    bare.write_bytes(b"")
    with pytest.raises(DesignError, match="convert the model to ONNX"):
        saliency_model(bare)
    with pytest.raises(DesignError, match="there is no saliency model"):
        deliver(Order("Jazz", "json", saliency=tmp_path / "none.onnx"), tmp_path / "o", Artist())


@pytest.mark.parametrize("real", [False, True])
def test_a_tiny_random_network_answers_a_map(network, monkeypatch, real):
    if not real:
        monkeypatch.setattr(module, "_session", lambda path: Session())
    found = saliency_model(network)(pictures.portrait())
    assert found.shape == (SIDE, SIDE) and 0 <= found.min() < found.max() <= 1


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (np.zeros((1, 1, 4, 4)), None),
        (np.full((1, 1, 4, 4), np.nan), "finite"),
        (np.ones(3), "map"),
    ],
)
def test_nonsense_is_refused(network, monkeypatch, answer, told):
    monkeypatch.setattr(Session, "run", lambda *_: [answer])
    monkeypatch.setattr(module, "_session", lambda path: Session())
    model = saliency_model(network)
    if told is None:
        assert model(pictures.portrait()).max() == 0
        return
    with pytest.raises(DesignError, match=told):
        model(pictures.portrait())


def test_studies_of_a_store_with_a_network_follow_it():
    left = np.zeros((40, 40), np.float32)
    left[:, :10] = 1
    pixels = pictures.portrait()
    store = AssetStore(saliency=lambda _: left)
    study = studied(store, store.put_pixels(np.ascontiguousarray(pixels)))
    assert study.subject.right < 0.4 < study_of(pixels).subject.right
