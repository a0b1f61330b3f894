"""Small files of weights, written as their formats are described."""

import json
import struct


def safetensors(path, shapes):
    """Only a header, whose tensors have the given shapes and no bytes."""
    entries = {n: {"dtype": "F32", "shape": s, "data_offsets": [0, 0]} for n, s in shapes.items()}
    header = json.dumps({"__metadata__": {"format": "pt"}} | entries).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(struct.pack("<Q", len(header)) + header)
    return path


def gguf(path, arrays, settings=()):
    """32-bit numbers, each tensor on a boundary of 32 bytes; settings are names and strings."""
    head, body = [b"GGUF", struct.pack("<IQQ", 3, len(arrays), len(settings))], b""
    for name, value in settings:
        head += [_text(name), struct.pack("<I", 8), _text(value)]
    for name, array in arrays.items():
        shape = array.shape[::-1]
        head += [_text(name), struct.pack(f"<I{len(shape)}Q", len(shape), *shape)]
        head.append(struct.pack("<IQ", 0, len(body)))
        body += _padded(array.astype("<f4").tobytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_padded(b"".join(head)) + body)
    return path


def _text(text):
    return struct.pack("<Q", len(text.encode())) + text.encode()


def _padded(data):
    return data + bytes(-len(data) % 32)
