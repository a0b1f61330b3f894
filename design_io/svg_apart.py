"""The process in which resvg draws: sizes and drawings on stdin, sizes and PNGs on stdout.

It loads nothing else, so that it starts at once. Run by `svg_raster`, never imported.
"""

from __future__ import annotations

import json
import sys

from design_io.apart import bound

_SECONDS, _MEMORY = 4, 2**31  # CPU
_CSS_DPI = 96.0  # resvg takes lengths in mm or pt for nothing unless it is told


def _main(fonts: str) -> None:
    bound(_SECONDS, _MEMORY)
    import resvg_py

    pictures = []
    for length, width, height in json.loads(sys.stdin.buffer.readline()):
        svg = sys.stdin.buffer.read(length).decode()
        pictures.append(bytes(resvg_py.svg_to_bytes(
            svg_string=svg, width=width, height=height, dpi=_CSS_DPI,
            skip_system_fonts=True, font_dirs=[fonts] if "<text" in svg else [],
        )))  # fmt: skip
    sys.stdout.buffer.write(json.dumps([len(each) for each in pictures]).encode() + b"\n")
    for each in pictures:
        sys.stdout.buffer.write(each)


if __name__ == "__main__":
    _main(sys.argv[1])
