"""Copy on a photograph keeps clear of its subject, or the photograph gets a place of its own."""

import pytest

from agents.brief import Attachment, Stated
from agents.clear_view import View, clear_strategy, clearest
from agents.instruction import parse
from agents.strategy import strategy_for
from design_io.fonts import FontLibrary
from design_io.geometry import Box, Point
from design_io.study import Crop, study_of
from tests import pictures

FONTS = FontLibrary.bundled()
REQUEST = 'Poster "Harvest Supper", Saturday 9 October 2027, 7 pm, Mill Lane 4, tickets $38'
PICTURE = Attachment(asset="a" * 64, role="picture", name="x.png")
WHOLE = ("full", "duotone")


def brief(size, system="", seed=0):
    made = parse(REQUEST, size=size, attachments=(PICTURE,))
    return made.evolve(system=Stated(value=system), seed=seed)


def chosen(picture, size, system="", variant=0):
    return clear_strategy(brief(size, system), variant, (study_of(picture),), None, FONTS)


@pytest.mark.parametrize("size", ["banner", "facebook-cover"])
def test_a_face_amid_a_wide_sheet_is_not_written_on(size):
    assert chosen(pictures.portrait(), size).system not in WHOLE


@pytest.mark.parametrize("variant", range(4))
def test_no_variant_writes_on_it_and_none_comes_twice(variant):
    made = [chosen(pictures.portrait(), "banner", variant=n).system for n in range(variant + 1)]
    assert not set(made) & set(WHOLE)
    assert len(set(made)) == len(made)


def test_the_users_own_choice_stands_with_the_best_anchor():
    strategy = chosen(pictures.portrait(), "instagram-square", "full")
    assert strategy.system == "full"
    study = study_of(pictures.portrait())
    view = clearest(brief("instagram-square", "full"), strategy, study, FONTS)
    assert view.anchor == strategy.anchor


def test_an_open_sky_keeps_its_copy():
    study = study_of(pictures.landscape(900, 1200))
    forced = strategy_for(brief("instagram-post", "full"), pictures=(study,))
    assert clearest(brief("instagram-post", "full"), forced, study, FONTS).clear


def test_without_a_picture_nothing_changes():
    plain = parse(REQUEST, size="a4")
    assert clear_strategy(plain, 0, (), None, FONTS) == strategy_for(plain)


def test_a_place_that_leaves_the_subject_free_is_taken_before_one_that_touches_its_edge():
    crop = Crop(Box(0, 0, 1, 1), Point(0.5, 0.5), kept=1.0, calm=1.0, hidden=0.0)
    edge, free = View("right", 0.015, 0.02, crop), View("left", 0.0, 0.03, crop)
    hidden = View("bottom", 0.4, 0.01, crop)
    assert max((edge, free, hidden), key=lambda view: view.rank) is free
    assert edge.rank > hidden.rank
