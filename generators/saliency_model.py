"""A network of the BiRefNet class that finds the subject of a photograph, behind the saliency seam.

ONNX files only: such a file brings its own network, so nothing of ours has to know BiRefNet, ISNet
or U²-Net, and no code comes with the weights. The user names the file; nothing is downloaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from design_io.errors import DesignError
from design_io.saliency import SaliencyModel

_SIDE = 1024  # px, for networks that take any size
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # ImageNet, as all of them


def saliency_model(path: Path) -> SaliencyModel:
    """(H, W, 4) uint8 -> (h, w) float32, 0..1, by the network in the ONNX file at `path`."""
    if not path.is_file():
        raise DesignError(f"there is no saliency model {path}; give an ONNX file, or leave it out")
    if path.suffix.lower() != ".onnx":
        raise DesignError(
            f"{path.name} holds weights without their network; convert the model to ONNX first"
        )
    session = _session(path)
    given = session.get_inputs()[0]
    sides = [side if isinstance(side, int) and side > 0 else _SIDE for side in given.shape[2:]]
    if len(given.shape) != 4 or given.shape[1] not in (3, "3"):
        raise DesignError(
            f"{path.name} takes {given.shape}; a saliency model takes (1, 3, height, width)"
        )

    def model(pixels: np.ndarray) -> np.ndarray:
        answers = session.run(None, {given.name: _prepared(pixels, *sides)})
        return _as_map(answers, path.name)

    return model


def _session(path: Path) -> Any:
    import onnxruntime

    try:
        return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    except Exception as error:  # the library has no common class for a file it cannot read
        raise DesignError(f"{path.name} is no ONNX model that can be run: {error}") from error


def _prepared(pixels: np.ndarray, height: int, width: int) -> np.ndarray:
    """(1, 3, height, width) float32: the picture on white, stretched and normalised."""
    alpha = pixels[..., 3:].astype(np.float32) / 255
    rgb = np.round(pixels[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    small = Image.fromarray(rgb).resize((width, height), Image.Resampling.BILINEAR)
    values = (np.asarray(small, np.float32) / 255 - _MEAN) / _DEVIATION
    return np.ascontiguousarray(values.transpose(2, 0, 1)[None], np.float32)


def _as_map(answers: list[np.ndarray], name: str) -> np.ndarray:
    """The finest answer as a map: U²-Net and ISNet give the best first, BiRefNet gives one."""
    answer = np.asarray(answers[0], np.float32)
    while answer.ndim > 2 and answer.size:
        answer = answer[0]
    if answer.ndim != 2 or not np.isfinite(answer).all():
        raise DesignError(f"{name} answered {answer.shape}; it must give one finite (h, w) map")
    if answer.min() < 0 or answer.max() > 1:  # logits
        answer = np.asarray(1 / (1 + np.exp(-np.clip(answer, -50, 50))), np.float32)
    return answer
