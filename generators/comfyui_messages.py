"""What ComfyUI says while it paints: events as JSON, previews as bytes, its nodes and faults."""

from __future__ import annotations

import io
import json
import struct
from typing import Any, NamedTuple

from PIL import Image


class Event(NamedTuple):
    kind: str = ""  # progress, done, failed; empty: nothing of ours
    step: int = 0
    steps: int = 0
    said: str = ""


def event_in(message: str, asked: str) -> Event:
    try:
        told = json.loads(message)
        kind, data = told["type"], told["data"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return Event()
    if not isinstance(data, dict) or data.get("prompt_id") != asked:
        return Event()
    if kind == "progress":
        return Event("progress", int(data.get("value", 0)), int(data.get("max", 0)))
    if kind == "execution_error":
        where = f"{data.get('node_type', 'a node')}: {data.get('exception_message', 'failed')}"
        return Event("failed", said=" ".join(where.split())[:400])
    if kind == "execution_interrupted":
        return Event("failed", said="the picture was stopped there")
    if kind == "execution_success" or (kind == "executing" and data.get("node") is None):
        return Event("done")
    return Event()


def preview_in(message: bytes) -> Image.Image | None:
    """The small picture in a binary message, whose kind stands in its first four bytes."""
    if len(message) < 8:
        return None
    kind, second = struct.unpack(">II", message[:8])
    data = message[8:] if kind == 1 else message[8 + second :] if kind == 4 else b""
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG", "PNG")) as picture:
            return picture.convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def choices_in(about: Any) -> dict[str, list[str]]:
    """Inputs that are chosen from a list, with the list, in the older and the newer form."""
    inputs = about.get("input", {}) if isinstance(about, dict) else {}
    found = {}
    for name, told in {**inputs.get("required", {}), **inputs.get("optional", {})}.items():
        first = told[0] if isinstance(told, list) and told else None
        if first == "COMBO" and len(told) > 1 and isinstance(told[1], dict):
            first = told[1].get("options")
        if isinstance(first, list):
            found[name] = [str(choice) for choice in first]
    return found


def faults_in(body: bytes) -> str:
    """What it says of single nodes."""
    try:
        nodes = json.loads(body).get("node_errors", {})
        said = [
            f"{node['class_type']}: {fault['message']} {fault.get('details', '')}".strip()
            for node in nodes.values()
            for fault in node["errors"]
        ]
    except (ValueError, AttributeError, KeyError, TypeError):
        return ""
    return "".join(f"; {text}" for text in said[:3])
