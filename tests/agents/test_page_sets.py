"""Pages on disk: looks and common words are shared by all, what one page shows is its own."""

import pytest

from agents.delivery import Order, deliver_variants
from agents.turns import edit_file
from design_io.assets import AssetStore
from design_io.document import TextLayer, leaves
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.native import read_native
from generators.artist import Artist

REQUEST = (
    "Instagram carousel for Luna Boutique with 3 slides: 30% off all dresses, 20% off shoes, "
    "until 30 April. Brand: Luna Boutique. Shop now at lunaboutique.com"
)


@pytest.fixture
def pages(tmp_path):
    made = list(deliver_variants(Order(REQUEST, "json", system="swiss"), tmp_path / "s", Artist()))
    assert [each.outcome.name for each in made] == ["page-1", "page-2", "page-3"]
    return [next((tmp_path / "s" / f"page-{n}").glob("*.plakat")) for n in (1, 2, 3)]


def design(path):
    return read_native(path, AssetStore(), FontLibrary.bundled())[0].history.present


def texts(path, role):
    return [x for x in leaves(design(path)) if isinstance(x, TextLayer) and x.role == role]


def title_colors(pages):
    return {text.style.color for path in pages for text in texts(path, "title")}


def test_the_colour_of_titles_follows_on_all_pages_and_is_one_undo_step(pages):
    before = title_colors(pages)
    said = edit_file(pages[0], "make the title #4a1030", None).said
    assert title_colors(pages) == {"#4a1030"} and "3 linked designs" in said
    edit_file(pages[2], "undo", None)
    assert title_colors(pages) == before


def test_the_brand_is_renamed_wherever_it_stands_and_other_words_stay(pages):
    edit_file(pages[0], "replace 'Luna Boutique' with 'Luna & Co'", None)
    shown = [{x.text for x in leaves(design(p)) if isinstance(x, TextLayer)} for p in pages]
    assert all("Luna & Co" in page and "Luna Boutique" not in page for page in shown)
    edit_file(pages[1], "change the title to 'Dresses 30% off'", None)
    assert [text.text for text in texts(pages[0], "title")] != ["Dresses 30% off"]


def test_what_is_removed_from_or_added_to_one_page_leaves_the_others(pages):
    others = [design(path) for path in pages[1:]]
    edit_file(pages[0], "delete the picture", None)
    edit_file(pages[0], "duplicate the title", None)
    assert [design(path) for path in pages[1:]] == others


def test_a_page_does_not_grow_into_another_size(pages):
    with pytest.raises(DesignError, match="page of a set"):
        edit_file(pages[0], "add an A3", None)
