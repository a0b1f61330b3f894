"""A drawing of any program becomes layers that look like it, as live as they can be."""

import base64
import io
from xml.etree.ElementTree import fromstring

import numpy as np
import pytest
from PIL import Image

from design_io.assets import AssetStore
from design_io.document import leaves, walk
from design_io.errors import ImportRejected
from design_io.fonts import FontLibrary
from design_io.importing import open_design
from design_io.render import render
from design_io.svg_raster import Drawing, drawn
from design_io.svg_safety import plain_svg

FONTS = FontLibrary.bundled()
GREEN = io.BytesIO()
Image.new("RGB", (4, 2), "#00ff00").save(GREEN, "PNG")
EMBEDDED = f"data:image/png;base64,{base64.b64encode(GREEN.getvalue()).decode()}"
SKY = """<defs>
<linearGradient id="sky" x2="1" y2="1"><stop offset="0" stop-color="#102040"/>
<stop offset="1" stop-color="rgb(240,120,80)"/></linearGradient>
<radialGradient id="sun"><stop offset="0" stop-color="#fff"/>
<stop offset="1" stop-color="gold" stop-opacity="0"/></radialGradient>
<linearGradient id="bar" href="#sky" gradientUnits="userSpaceOnUse" x1="40" x2="140" y1="0"
 gradientTransform="skewX(30) scale(1 2)"/>
<filter id="soft"><feGaussianBlur stdDeviation="9"/></filter></defs>"""
ART = """<rect width="450" height="600" fill="url(#sky)"/>
<g id="moon" transform="translate(225 220)" opacity=".8" style="mix-blend-mode:screen">
<circle r="120" fill="url(#sun)"/><path d="M-50 0L50 0 0 80z" fill="teal" stroke="#fff"
 stroke-width="4" transform="rotate(20)"/></g>
<rect x="40" y="380" width="150" height="60" rx="12" fill="hsl(340,80%,50%)"
 transform="rotate(-8 100 400)"/>
<g transform="translate(200 20) skewX(20)"><rect id="r" y="400" width="140" height="60"
 fill="url(#bar)" stroke="none"/></g>
<polyline points="20,560 80,500 140,560" fill="none" stroke="#fff" stroke-width="6"
 stroke-linecap="round" stroke-dasharray="12 10"/>
<path fill-rule="evenodd" d="M300 520h90v60h-90zM320 535h50v30h-50z" fill="#fff8"/>"""


def svg(body: str, size='width="450" height="600"') -> bytes:
    names = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {names} {size}>{body}</svg>".encode()


def reopened(tmp_path, data: bytes):
    (tmp_path / "drawing.svg").write_bytes(data)
    file, resources = open_design(tmp_path / "drawing.svg", AssetStore(), FONTS)
    return file.history.present, resources, file.warnings


def by_resvg(data: bytes, width=450, height=600) -> np.ndarray:
    [pixels] = drawn([Drawing(plain_svg(fromstring(data)), width, height)], "reference")
    return pixels


def off(first, second) -> float:
    return np.abs(first.astype(int) - second.astype(int)).mean()


def test_shapes_and_gradients_are_live_and_look_as_resvg_draws_them(tmp_path):
    data = svg(SKY + ART)
    design, resources, warnings = reopened(tmp_path, data)
    assert warnings == () and {layer.kind for layer in leaves(design)} == {"shape"}
    assert off(render(design, resources), by_resvg(data)) < 0.4
    assert [layer.role for layer in design.layers][0] == "background"
    moon = design.layer("moon")
    assert (moon.kind, moon.blend_mode, moon.opacity) == ("group", "screen", 0.8)


def test_words_are_live_on_the_same_baselines(tmp_path):
    data = svg("""<text x="225" y="120" text-anchor="middle" font-family="Oswald, sans-serif"
 font-weight="700" font-size="60" letter-spacing="3" fill="#a00">Hello   Moon</text>
<text font-family="Inter" font-size="24"><tspan x="40" y="400">One line</tspan>
<tspan x="40" dy="30">and a <tspan fill="#00f">second</tspan> one</tspan></text>
<text x="300" y="500" font-family="Inter" font-size="20" transform="rotate(-90 300 500)">Up</text>
""")  # fmt: skip
    design, resources, warnings = reopened(tmp_path, data)
    heading, lines, up = design.layers
    assert warnings == ()
    assert (heading.text, heading.role, heading.align) == ("Hello Moon", "title", "center")
    assert (heading.style.font, heading.style.weight, heading.style.tracking) == ("Oswald", 700, 50)
    assert lines.text == "One line\nand a second one" and lines.style.leading == 1.25
    assert [(s.start, s.end, s.color) for s in lines.spans] == [(15, 21, "#0000ff")]
    assert up.rotation == -90
    assert off(render(design, resources), by_resvg(data)) < 0.5


def test_what_only_pixels_can_show_comes_as_a_picture_of_its_own(tmp_path):
    body = (
        '<ellipse id="shade" cx="220" cy="300" rx="150" ry="40" filter="url(#soft)" opacity=".5"/>'
    )
    data = svg(SKY + body)
    design, resources, warnings = reopened(tmp_path, data)
    [shade] = design.layers
    assert (shade.kind, shade.opacity) == ("image", 0.5) and shade.box.height < 150
    assert warnings == ("'shade' is kept as pixels",)
    assert off(render(design, resources), by_resvg(data)) < 0.2


def test_an_embedded_picture_is_an_image_layer(tmp_path):
    design, resources, _ = reopened(
        tmp_path, svg(f'<image x="40" y="60" width="80" height="40" xlink:href="{EMBEDDED}"/>')
    )
    [picture] = design.layers
    assert picture.kind == "image" and tuple(picture.box) == (40, 60, 80, 40)
    assert (render(design, resources)[80, 80] == (0, 255, 0, 255)).all()


def test_a_used_shape_is_drawn_where_it_is_used(tmp_path):
    body = '<defs><rect id="r" width="10" height="10"/></defs><use href="#r" x="30" fill="red"/>'
    design, _, _ = reopened(tmp_path, svg(body))
    assert tuple(design.layers[0].box) == (30, 0, 10, 10)
    assert design.layers[0].fill.color == "#ff0000"


def test_an_icon_is_enlarged_to_a_size_that_can_be_designed_on(tmp_path):
    design, _, _ = reopened(tmp_path, svg('<path d="M0 0h24v24z"/>', 'viewBox="0 0 24 24"'))
    assert (design.canvas.width, design.canvas.height) == (1080, 1080)
    assert tuple(design.layers[0].box) == (0, 0, 1080, 1080)


def test_groups_without_anything_of_their_own_are_dissolved(tmp_path):
    deep = (
        "<g>" * 40 + '<rect id="a" width="9" height="9"/><rect width="5" height="5"/>' + "</g>" * 40
    )
    design, _, _ = reopened(tmp_path, svg(deep))
    assert [layer.kind for layer in walk(design)] == ["shape", "shape"]


def test_a_drawing_of_many_filters_comes_as_one_picture(tmp_path):
    many = '<rect width="9" height="9" filter="url(#soft)"/>' * 30
    design, _, warnings = reopened(tmp_path, svg(SKY + many))
    assert len(list(walk(design))) == 1 and "it comes as one picture" in warnings[0]


def test_an_empty_drawing_is_refused(tmp_path):
    with pytest.raises(ImportRejected, match="shows nothing"):
        reopened(tmp_path, svg("<defs/>"))
