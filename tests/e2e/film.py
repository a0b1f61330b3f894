"""A stopwatch over a story, and a film strip of it: `PLAKAT_FILM=docs/first-five-minutes.jpg`."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

_WIDTH, _GAP, _LINE, _COLUMNS = 560, 16, 30, 3
_MOST_BYTES = 300_000
_FONT = Path(__file__).parents[2] / "assets" / "fonts" / "inter" / "Inter-SemiBold.ttf"


class Film:
    """Each scene is timed; its last picture is a frame where a film is asked for."""

    def __init__(self, page: Any) -> None:
        self.page, self.took = page, dict[str, float]()
        self.path = os.environ.get("PLAKAT_FILM", "")
        self._frames: list[tuple[str, Image.Image]] = []

    @contextmanager
    def scene(self, name: str) -> Iterator[None]:
        started = time.perf_counter()
        yield
        self.took[name] = time.perf_counter() - started
        if self.path:
            self.page.wait_for_timeout(600)  # for what fades; not part of the time
            self._frames.append((name, Image.open(io.BytesIO(self.page.screenshot()))))

    def told(self) -> str:
        lines = [f"{seconds:7.2f} s  {name}" for name, seconds in self.took.items()]
        return "\n".join((*lines, f"{sum(self.took.values()):7.2f} s  in all"))

    def save(self) -> None:
        if not self._frames:
            return
        strip = self._strip()
        for quality in range(82, 30, -8):
            packed = io.BytesIO()
            strip.save(packed, "JPEG", quality=quality, optimize=True, progressive=True)
            if packed.tell() <= _MOST_BYTES:
                break
        Path(self.path).write_bytes(packed.getvalue())

    def _strip(self) -> Image.Image:
        height = round(_WIDTH * self._frames[0][1].height / self._frames[0][1].width)
        rows = -(-len(self._frames) // _COLUMNS)
        size = (_COLUMNS * (_WIDTH + _GAP) + _GAP, rows * (height + _LINE + _GAP) + _GAP)
        strip = Image.new("RGB", size, "#f5f5f3")
        draw = ImageDraw.Draw(strip)
        for number, (name, frame) in enumerate(self._frames):
            x = _GAP + number % _COLUMNS * (_WIDTH + _GAP)
            y = _GAP + number // _COLUMNS * (height + _LINE + _GAP)
            small = frame.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
            strip.paste(small, (x, y))
            words, font = f"{number + 1}  {name}", ImageFont.truetype(_FONT, 15)
            draw.text((x, y + height + 7), words, fill="#1a1a19", font=font)
        return strip
