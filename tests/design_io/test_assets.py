"""Assets that several threads ask for at once, and what killed writers leave of them."""

import os
import threading
import time

import numpy as np

from design_io.assets import TEMPORARY, AssetStore, write_atomically


def test_threads_that_decode_a_picture_at_once_share_one_array():
    """Skia looks at the array's memory, so that none may be handed out that is then let go."""
    assets, threads = AssetStore(), 8
    asset = assets.put_pixels(np.full((700, 700, 4), 200, np.uint8))
    together, seen = threading.Barrier(threads), []

    def ask() -> None:
        together.wait()
        seen.append(assets.pixels(asset))

    asking = [threading.Thread(target=ask) for _ in range(threads)]
    for each in asking:
        each.start()
    for each in asking:
        each.join()
    assert len({id(pixels) for pixels in seen}) == 1


def test_what_a_killed_writer_left_is_swept_once_nobody_can_be_at_it(tmp_path):
    old, young = (tmp_path / f".{name}.x{TEMPORARY}" for name in ("old", "young"))
    foreign = tmp_path / ".somebody.tmp"
    for path in (old, young, foreign):
        path.write_bytes(b"half")
    for path in (old, foreign):
        os.utime(path, (time.time() - 7200,) * 2)
    write_atomically(tmp_path / "whole", b"data")
    assert {path.name for path in tmp_path.iterdir()} == {"whole", young.name, foreign.name}
