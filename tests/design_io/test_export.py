"""What exported files are called."""

import pytest

from design_io.export import stem_of


@pytest.mark.parametrize(("title", "stem"), [
    ("Jazz Night — Don’t miss!", "jazz-night-dont-miss"),
    ("मुंबई संगीत उत्सव", "मुंबई-संगीत-उत्सव"),
    ("مهرجان الموسيقى", "مهرجان-الموسيقى"),
    ("Jazz 🎷️ & more", "jazz-more"),
    ("../../etc/passwd", "etc-passwd"),
    ("?!", "poster"),
])  # fmt: skip
def test_a_file_is_named_after_the_titles_letters_and_their_marks(title, stem):
    assert stem_of(title) == stem


def test_a_long_title_makes_a_name_that_every_disk_takes():
    assert len(stem_of("夜市" * 99).encode()) <= 80
