"""A file of ours that names what cannot be drawn is refused, not opened and then not shown."""

import pytest

from design_io.document import Design
from design_io.drawable import refuse_undrawable
from design_io.errors import ImportRejected
from tests.design_io.layered_poster import LAYERS, PHOTO, photo, poster, shape
from tests.design_io.letters import RESOURCES, sheet

ASSETS = RESOURCES.assets
PATH = ASSETS.put(b"M0 0H9V9Z")


def refused(*layers) -> str:
    with pytest.raises(ImportRejected, match=r"gift\.plakat is damaged") as error:
        refuse_undrawable([sheet(*layers)], ASSETS, "gift.plakat")
    return str(error.value)


def test_a_sound_design_passes():
    refuse_undrawable([poster()], ASSETS, "gift.plakat")
    refuse_undrawable([sheet(shape("a", "#000000", 0, 0, 9, 9, shape="path", path_asset=PATH))],
                      ASSETS, "gift.plakat")  # fmt: skip


def test_a_mask_and_a_shape_need_a_path():
    masked = LAYERS[2]
    broken = masked.mask.evolve(path="M0 0H1VNaNZ")
    assert "path data" in refused(masked.evolve(mask=broken))
    assert "path data" in refused(shape("a", "#000000", 0, 0, 9, 9, shape="path", path="up"))
    assert "utf-8" in refused(shape("a", "#000000", 0, 0, 9, 9, shape="path", path_asset=PHOTO))


def test_a_picture_needs_a_picture():
    assert "is no picture" in refused(photo("a", 0, 0, 9, 9).evolve(asset=PATH))
    assert "is no picture" in refused(LAYERS[2].evolve(mask=LAYERS[2].mask.evolve(
        path=None, asset=PATH)))  # fmt: skip


def test_every_step_of_a_history_is_looked_at():
    steps: list[Design] = [poster(), sheet(photo("a", 0, 0, 9, 9).evolve(asset=PATH))]
    with pytest.raises(ImportRejected):
        refuse_undrawable(steps, ASSETS, "gift.plakat")
