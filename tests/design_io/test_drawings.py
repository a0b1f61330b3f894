"""SVG logos become crisp pictures, and nothing in them is run, fetched or drawn without end."""

import numpy as np
import pytest

from design_io.assets import AssetStore
from design_io.drawings import LONG_SIDE, read_drawing
from design_io.errors import ImportRejected
from design_io.logos import read_logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50">'
XLINK = HEAD.replace("<svg ", '<svg xmlns:xlink="http://www.w3.org/1999/xlink" ')


def drawn(body: str, head: str = HEAD):
    return read_drawing(f"{head}{body}</svg>".encode(), "logo.svg")


def test_a_drawing_is_cut_to_its_ink_and_keeps_its_proportions():
    pixels = drawn('<rect x="10" y="20" width="40" height="20" fill="#ff0000"/>')
    height, width = pixels.shape[:2]
    assert width == pytest.approx(0.4 * LONG_SIDE, abs=2) and width / height == pytest.approx(
        2, rel=0.01
    )
    assert tuple(pixels[height // 2, width // 2]) == (255, 0, 0, 255)


def test_lengths_of_paper_are_as_long_as_in_a_browser():
    inch = drawn('<rect width="25.4mm" height="0.25in"/>')
    assert inch.shape[1] == pytest.approx(0.96 * LONG_SIDE, abs=2)
    assert inch.shape[0] == pytest.approx(0.24 * LONG_SIDE, abs=2)


@pytest.mark.parametrize(
    "body",
    [
        '<style>.a{fill:#00ff00}</style><rect class="a" width="100" height="50"/>',
        '<style>#x , rect{fill:#00ff00}</style><rect id="x" width="100" height="50"/>',
        '<rect style="fill:#00ff00" fill="red" width="100" height="50"/>',
        '<g fill="#00ff00"><rect width="100" height="50"/></g>',
    ],
)
def test_styles_are_applied_as_drawing_programs_write_them(body):
    pixels = drawn(body)
    assert tuple(pixels[5, 5]) == (0, 255, 0, 255)


@pytest.mark.parametrize("href", ["href", "xlink:href"])
def test_a_used_symbol_is_drawn(href):
    symbol = '<defs><rect id="r" width="10" height="50"/></defs>'
    pixels = drawn(f'{symbol}<use {href}="#r"/><use {href}="#r" x="90"/>', XLINK)
    assert pixels.shape[1] == LONG_SIDE


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<text>Acme</text>", "live text"),
        ('<image href="http://a.example/x.png" width="9" height="9"/>', "not in it"),
        ('<image href="file:///etc/passwd" width="9" height="9"/>', "not in it"),
        ('<g id="a"><use href="#a"/></g>', "pieces"),
        ("", "shows nothing"),
        ("<rect", "not well-formed"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_one_line(body, reason):
    with pytest.raises(ImportRejected, match=reason) as refusal:
        drawn(body)
    assert "\n" not in str(refusal.value)


def test_uses_that_multiply_are_counted_and_refused():
    bomb = '<rect id="u0" width="1" height="1"/>'
    for n in range(1, 12):
        uses = f'<use href="#u{n - 1}"/>' * 8
        bomb += f'<g id="u{n}">{uses}</g>'
    with pytest.raises(ImportRejected, match="pieces"):
        drawn(f"<defs>{bomb}</defs><use href='#u11'/>")


def test_scripts_and_handlers_are_left_out():
    pixels = drawn('<script>x()</script><rect onload="x()" width="100" height="50"/>')
    assert pixels.shape[1] == LONG_SIDE


def test_a_logo_loses_only_its_empty_border(tmp_path):
    from PIL import Image

    pixels = np.zeros((60, 100, 4), np.uint8)
    pixels[20:40, 10:90] = (9, 8, 7, 255)
    Image.fromarray(pixels, "RGBA").save(tmp_path / "logo.png")
    assets = AssetStore()
    logo = read_logo(tmp_path / "logo.png", assets)
    assert logo.aspect == 4.0
    assert (assets.pixels(logo.asset) == (9, 8, 7, 255)).all()


def test_an_svg_is_known_by_its_content(tmp_path):
    path = tmp_path / "logo.bin"
    path.write_text(f'<?xml version="1.0"?>{HEAD}<rect width="100" height="25"/></svg>')
    assert read_logo(path, AssetStore()).aspect == pytest.approx(4, rel=0.01)
