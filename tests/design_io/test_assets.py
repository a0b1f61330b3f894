"""Assets that several threads ask for at once."""

import threading

import numpy as np

from design_io.assets import AssetStore


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
