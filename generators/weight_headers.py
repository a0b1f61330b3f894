"""What a file of weights holds, by its header alone: tensors by name and shape, none of them read.

Safetensors and GGUF only; a pickle is refused, since reading one can run any code. Numbers in a
header are claims: every one is held against the file's size before anything is done by it.
"""

from __future__ import annotations

import json
import struct
from pathlib import Path
from typing import BinaryIO, Literal, NamedTuple

from generators.request import GenerationError

PICKLES = (".bin", ".ckpt", ".pickle", ".pkl", ".pt", ".pth")
READABLE = (".safetensors", ".gguf")
_LONGEST = 64 << 20  # bytes of a header
_MOST_TENSORS = 200_000
_MOST_DIMENSIONS = 8
_SCALARS = {
    0: 1,
    1: 1,
    2: 2,
    3: 2,
    4: 4,
    5: 4,
    6: 4,
    7: 1,
    10: 8,
    11: 8,
    12: 8,
}  # bytes of each type
_STRING, _ARRAY = 8, 9
_BLOCKS = {  # GGML type: numbers in a block, bytes of a block
    0: (1, 4), 1: (1, 2), 2: (32, 18), 3: (32, 20), 6: (32, 22), 7: (32, 24), 8: (32, 34),
    9: (32, 36), 10: (256, 84), 11: (256, 110), 12: (256, 144), 13: (256, 176), 14: (256, 210),
    15: (256, 292), 24: (1, 1), 25: (1, 2), 26: (1, 4), 27: (1, 8), 28: (1, 8), 30: (1, 2),
}  # fmt: skip


class Header(NamedTuple):
    kind: Literal["safetensors", "GGUF"]
    shapes: dict[str, tuple[int, ...]]  # by the tensor's name, outermost dimension first


def header_of(path: Path) -> Header:
    """GenerationError names the file where it is a pickle, cut short, or no file of weights."""
    if path.suffix.lower() in PICKLES:
        raise GenerationError(
            f"{path.name} is a pickle, which could run any code; get the .safetensors of it"
        )
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            if file.read(4) == b"GGUF":
                return Header("GGUF", _gguf_shapes(file, size))
            file.seek(0)
            return Header("safetensors", _safetensors_shapes(file, size))
    except OSError as error:
        raise GenerationError(f"{path} cannot be read: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, RecursionError, struct.error) as error:
        raise GenerationError(
            f"{path.name} is cut short or no file of weights ({error}); download it again"
        ) from error


def _safetensors_shapes(file: BinaryIO, size: int) -> dict[str, tuple[int, ...]]:
    (length,) = struct.unpack("<Q", file.read(8))
    if not 2 <= length <= min(_LONGEST, size - 8):
        raise ValueError(f"its header claims {length} bytes")
    told = json.loads(file.read(length))
    if not isinstance(told, dict):
        raise ValueError("its header is no table of tensors")
    told.pop("__metadata__", None)
    shapes, end = {}, 0
    for name, entry in told.items():
        shapes[name] = tuple(int(n) for n in entry["shape"])
        end = max(end, int(entry["data_offsets"][1]))
    if end > size - 8 - length:
        raise ValueError(f"{size} of {end + 8 + length} bytes are there")
    return shapes


def _gguf_shapes(file: BinaryIO, size: int) -> dict[str, tuple[int, ...]]:
    reader = _Gguf(file, min(size, _LONGEST))
    version = reader.number(4)
    if version not in (2, 3):
        raise ValueError(f"GGUF of version {version}")
    count, pairs = reader.number(8), reader.number(8)
    if count > _MOST_TENSORS:
        raise ValueError(f"its header claims {count} tensors")
    alignment = reader.settings(pairs)
    shapes, end = {}, 0
    for _ in range(count):
        name = reader.text()
        shape, past = reader.tensor()
        shapes[name], end = shape, max(end, past)
    start = -(-file.tell() // alignment) * alignment
    if start + end > size:
        raise ValueError(f"{size} of {start + end} bytes are there")
    return shapes


class _Gguf:
    """Reads forward in a GGUF header and never past `limit`, whatever lengths it is told."""

    def __init__(self, file: BinaryIO, limit: int) -> None:
        self.file, self.limit = file, limit

    def number(self, width: int) -> int:
        return int.from_bytes(self._bytes(width), "little")

    def text(self) -> str:
        return self._bytes(self.number(8)).decode("utf-8", "replace")

    def settings(self, count: int) -> int:
        """Passes over the settings; the alignment of the tensors, 32 unless one says otherwise."""
        alignment = 32
        for _ in range(count):
            name, kind = self.text(), self.number(4)
            if name == "general.alignment" and kind == 4:
                alignment = self.number(4)
            else:
                self._skip_value(kind)
        if not 1 <= alignment <= 1 << 16:
            raise ValueError(f"an alignment of {alignment}")
        return alignment

    def tensor(self) -> tuple[tuple[int, ...], int]:
        """Its shape, and where its bytes end behind the header (where its type is known)."""
        dimensions = self.number(4)
        if dimensions > _MOST_DIMENSIONS:
            raise ValueError(f"a tensor of {dimensions} dimensions")
        lengths = [self.number(8) for _ in range(dimensions)]
        numbers, width = _BLOCKS.get(self.number(4), (1, 0))
        amount = 1
        for length in lengths:
            amount *= length
        return tuple(reversed(lengths)), self.number(8) + amount // numbers * width

    def _skip_value(self, kind: int, nested: int = 0) -> None:
        if kind == _STRING:
            self._pass(self.number(8))
        elif kind == _ARRAY and nested < 2:
            inner, count = self.number(4), self.number(8)
            if inner in _SCALARS:
                self._pass(_SCALARS[inner] * count)
            else:
                for _ in range(count):
                    self._skip_value(inner, nested + 1)
        elif kind in _SCALARS:
            self._pass(_SCALARS[kind])
        else:
            raise ValueError(f"a setting of type {kind}")

    def _bytes(self, count: int) -> bytes:
        self._ask(count)
        return self.file.read(count)

    def _pass(self, count: int) -> None:
        self._ask(count)
        self.file.seek(count, 1)

    def _ask(self, count: int) -> None:
        if self.file.tell() + count > self.limit:
            raise ValueError(f"its header asks for {count} bytes more than there are")
