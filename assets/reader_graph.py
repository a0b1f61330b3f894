"""The layers of the reader as an ONNX graph, which `agents/reader/network.py` runs.

Matrices stay bytes with a scale a row and become numbers once, when the graph is loaded. Needs
the package onnx (extra "training").
"""

from collections.abc import Mapping

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

HEAD_WIDTH = 32  # of one head of attention
OPSET, IR_VERSION = 20, 9


def layers_graph(arrays: Mapping[str, np.ndarray]) -> bytes:
    """The model of all arrays named `layer.N.…`: `state`, (words, width), to `read`, as large."""
    graph, state = _Graph(arrays), "state"
    for number in range(1 + max(int(n.split(".")[1]) for n in arrays if n.startswith("layer."))):
        state = graph.layer(state, f"layer.{number}")
    graph.add("Identity", [state], "read")
    model = helper.make_model(
        helper.make_graph(
            graph.nodes, "reader", [_rows("state", graph.width)], [_rows("read", graph.width)],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION,
    )  # fmt: skip
    checker.check_model(model)
    return model.SerializeToString()


class _Graph:
    """Nodes in the order they are run in."""

    def __init__(self, arrays: Mapping[str, np.ndarray]) -> None:
        self.arrays, self.nodes, self.constants = arrays, list[object](), list[object]()
        self.width = len(arrays["layer.0.norm1.weight"])

    def add(self, kind: str, inputs: list[str], output: str = "", **settings: object) -> str:
        output = output or f"value.{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **settings))
        return output

    def constant(self, array: np.ndarray, name: str = "") -> str:
        name = name or f"constant.{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def layer(self, state: str, at: str) -> str:
        seen = self.attended(state, at)
        state = self.normed(self.add("Add", [state, seen]), f"{at}.norm1")
        inner = self.add("Gelu", [self.linear(state, f"{at}.inner")], approximate="tanh")
        outer = self.linear(inner, f"{at}.outer")
        return self.normed(self.add("Add", [state, outer]), f"{at}.norm2")

    def attended(self, state: str, at: str) -> str:
        heads = self.constant(np.array([-1, 3, self.width // HEAD_WIDTH, HEAD_WIDTH]))
        mixed = self.add("Reshape", [self.linear(state, f"{at}.qkv"), heads])
        mixed = self.add("Transpose", [mixed], perm=[1, 2, 0, 3])
        query, key, value = (
            self.add("Gather", [mixed, self.constant(np.array(part))], axis=0) for part in range(3)
        )
        likeness = self.add("MatMul", [query, self.add("Transpose", [key], perm=[0, 2, 1])])
        root = self.constant(np.float32(1 / np.sqrt(HEAD_WIDTH)).reshape(()))
        likeness = self.add("Softmax", [self.add("Mul", [likeness, root])], axis=-1)
        seen = self.add("Transpose", [self.add("MatMul", [likeness, value])], perm=[1, 0, 2])
        rows = self.constant(np.array([-1, self.width]))
        return self.linear(self.add("Reshape", [seen, rows]), f"{at}.out")

    def linear(self, state: str, name: str) -> str:
        numbers = self.add("Cast", [self.weight(name, "weight")], to=TensorProto.FLOAT)
        matrix = self.add("Mul", [numbers, self.weight(name, "weight/scale")])
        return self.add("Add", [self.add("MatMul", [state, matrix]), self.weight(name, "bias")])

    def normed(self, state: str, name: str) -> str:
        inputs = [state, self.weight(name, "weight"), self.weight(name, "bias")]
        return self.add("LayerNormalization", inputs, axis=-1, epsilon=1e-12)

    def weight(self, name: str, which: str) -> str:
        return self.constant(self.arrays[f"{name}.{which}"], f"{name}.{which}")


def _rows(name: str, width: int) -> object:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", width])
