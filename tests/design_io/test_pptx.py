"""PPTX: what python-pptx reads back is live, lies where it should, and says what it is."""

import io

import numpy as np
import pytest
from PIL import Image
from pptx import Presentation
from pptx.enum.text import PP_ALIGN

from design_io.document import Canvas, Design, GroupLayer, ImageLayer, ShapeLayer, TextLayer
from design_io.errors import DesignError
from design_io.geometry import Box, Point
from design_io.paint import Blur, LinearFill, PictureFill, Shadow, SolidFill, Stop, Stroke
from design_io.pptx import pptx_bytes
from design_io.pptx_live import is_live, pictured
from design_io.rasters import Rasters
from design_io.render import render
from tests.design_io.layered_poster import BODY, PHOTO, SIZE, photo, poster, shape, title
from tests.design_io.letters import RESOURCES, sheet

PX = 914_400 // 96


def slide(*layers, size=SIZE, dpi=96):
    design = sheet(*layers, size=size)
    design = design.evolve(canvas=Canvas(width=size[0], height=size[1], dpi=dpi), title="Jazz")
    return deck(design).slides[0]


def deck(*designs):
    data = pptx_bytes([Rasters(design, RESOURCES) for design in designs])
    return Presentation(io.BytesIO(data))


def shown(picture):
    return np.asarray(Image.open(io.BytesIO(picture.image.blob)).convert("RGBA"))


def test_a_slide_is_as_large_as_the_canvas_in_inches():
    made = deck(Design(title="Jazz", canvas=Canvas(width=600, height=900, dpi=300)))
    assert (made.slide_width, made.slide_height) == (600 * 3048, 900 * 3048)
    assert made.core_properties.title == "Jazz" and made.core_properties.author == ""


def test_the_same_design_gives_the_same_bytes():
    first, second = (pptx_bytes([Rasters(poster(), RESOURCES)]) for _ in range(2))
    assert first == second


def test_layers_keep_their_names_and_order_and_the_hidden_stay_hidden():
    shapes = list(deck(poster()).slides[0].shapes)
    assert [each.name for each in shapes] == [
        "背景",
        "Kunst €",
        "picture",
        "ornament",
        "title",
        "Brève",
    ]
    assert shapes[3]._element.nvSpPr.cNvPr.get("hidden") == "1"


def test_text_is_live_with_its_style():
    words = next(iter(slide(title(opacity=0.5)).shapes))
    run = words.text_frame.paragraphs[0].runs[0]
    assert words.text_frame.text == "Jazz Night" and words.is_placeholder
    assert (run.font.name, run.font.size.pt, run.font.bold) == ("Oswald", 30.0, True)
    assert str(run.font.color.rgb) == "F04E23"
    assert words.text_frame.paragraphs[0].alignment == PP_ALIGN.CENTER
    properties = run._r.rPr
    assert properties.get("spc") == "60" and properties.find(".//{*}alpha").get("val") == "50000"


def test_a_weight_between_goes_by_the_family_that_font_menus_show():
    light = title(style=title().style.evolve(font="Inter", weight=600))
    run = next(iter(slide(light).shapes)).text_frame.paragraphs[0].runs[0]
    assert (run.font.name, run.font.bold) == ("Inter SemiBold", False)


def test_every_line_ends_where_ours_does():
    copy = BODY.evolve(text="one two three four five six seven", spans=(), box=Box(20, 240, 90, 50))
    frame = next(iter(slide(copy).shapes)).text_frame
    lines = frame.text.split("\v")
    assert len(lines) >= 3 and " ".join(lines) == copy.text and not frame.word_wrap
    assert frame.paragraphs[0].line_spacing.pt == pytest.approx(16 * 1.2 * 0.75, abs=0.01)


def test_spans_are_runs_of_their_own():
    frame = next(iter(slide(BODY).shapes)).text_frame
    first, second = frame.paragraphs[0].runs
    assert (first.text, first.font.underline, str(first.font.color.rgb)) == ("Blue", True, "FFD000")
    assert second.text == " Note," and frame.paragraphs[1].text == "12 December, 8 pm"


def test_a_turned_text_turns_about_the_centre_of_its_layer():
    made = next(iter(slide(title(rotation=90, align="left")).shapes))
    across, down = (made.left + made.width / 2) / PX, (made.top + made.height / 2) / PX
    upright = next(iter(slide(title(align="left")).shapes))
    x = (upright.left + upright.width / 2) / PX - 120
    y = (upright.top + upright.height / 2) / PX - 46
    assert made.rotation == 90 and (across, down) == pytest.approx((120 - y, 46 + x), abs=0.1)


def test_shapes_are_shapes_with_fill_stroke_and_shadow():
    stroke = Stroke(color="#112233", width=4, dash=(8, 4))
    ring = shape("ring", "#3060c0", 60, 80, 120, 120, shape="ellipse", stroke=stroke,
                 effects=(Shadow(dx=3, dy=4, blur=6),))  # fmt: skip
    made = next(iter(slide(ring).shapes))
    assert made.auto_shape_type.name == "OVAL" and str(made.fill.fore_color.rgb) == "3060C0"
    assert (made.left, made.width) == (60 * PX, 120 * PX) and made.line.width == 4 * PX
    assert made._element.spPr.find(".//{*}ds").get("d") == "200000"
    assert made._element.spPr.find(".//{*}outerShdw").get("dist") == str(5 * PX)


def test_round_corners_and_drawings_keep_their_geometry():
    plate = shape("plate", "#3060c0", 0, 0, 100, 50, corner_radius=10)
    leaf = shape("leaf", "#20c060", 20, 60, 80, 80, shape="path", path="M0 0Q1 0 1 1L0 1Z")
    made = list(slide(plate, leaf).shapes)
    assert made[0].adjustments[0] == pytest.approx(0.2)
    steps = [step.tag.split("}")[1] for step in made[1]._element.spPr.find(".//{*}path")]
    assert steps[:3] == ["moveTo", "quadBezTo", "lnTo"] and steps[-1] == "close"


def test_crossing_contours_fill_alike_by_the_even_odd_rule():
    """A freeform has holes where contours overlap, so these must not."""
    twice = shape("t", "#20c060", 0, 0, 90, 90, shape="path", view_box=(9, 9),
                  path="M0 0L6 0L6 6L0 6Z M3 3L9 3L9 9L3 9Z")  # fmt: skip
    made = next(iter(slide(twice).shapes))
    moves = made._element.spPr.findall(".//{*}moveTo")
    assert len(moves) == 1


def test_a_gradient_s_stops_lie_where_its_way_crosses_the_shape():
    """Ours runs over the middle half of the box: the outer quarters are its end colours."""
    stops = (Stop(offset=0, color="#ff0000"), Stop(offset=1, color="#0000ff"))
    fill = LinearFill(start=Point(0.25, 0), end=Point(0.75, 0), stops=stops)
    layer = ShapeLayer(id="g", role="ornament", box=Box(0, 0, 100, 40), fill=fill)
    marks = next(iter(slide(layer).shapes))._element.spPr.findall(".//{*}gs")
    colors = [mark[0].get("val") for mark in marks]
    assert colors == ["FF0000", "FF0000", "0000FF", "0000FF"]
    assert [int(mark.get("pos")) for mark in marks] == [0, 25000, 75000, 100000]


def test_a_picture_is_its_own_file_cropped_as_ours():
    made = next(iter(slide(photo("p", 10, 20, 50, 100, opacity=0.5, flip_x=True)).shapes))
    assert made.image.blob == RESOURCES.assets.get(PHOTO)
    assert made.crop_left == pytest.approx(made.crop_right) and made.crop_left > 0.2
    assert made._element.find(".//{*}alphaModFix").get("amt") == "50000"
    assert made._element.spPr.find("{*}xfrm").get("flipH") == "1"


def test_what_powerpoint_cannot_draw_is_a_picture_cut_to_its_ink():
    soft = shape("soft", "#ff0000", 100, 100, 40, 40, effects=(Blur(radius=2),), opacity=0.5)
    made = next(iter(slide(soft).shapes))
    ours = Rasters(sheet(soft, size=SIZE), RESOURCES).layer("soft")
    assert np.array_equal(shown(made), ours.pixels) and made.left == ours.left * PX


def test_a_blending_layer_is_the_picture_of_what_is_seen():
    ground = shape("ground", "#8090a0", 0, 0, *SIZE)
    ink = shape("ink", "#f0c020", 60, 80, 120, 120, shape="ellipse", blend_mode="multiply")
    made = list(slide(ground, ink).shapes)[1]
    seen = render(sheet(ground, ink, size=SIZE), RESOURCES)
    pixels = shown(made)
    height, width = pixels.shape[:2]
    left, top = round(made.left / PX), round(made.top / PX)
    there = pixels[..., 3] > 0
    apart = pixels[there].astype(int) - seen[top : top + height, left : left + width][there]
    assert there.mean() > 0.7 and abs(apart).mean() < 0.01  # curves cut short have other edges


def test_groups_stay_groups_unless_their_members_blend():
    square, other = shape("a", "#ff0000", 10, 10, 20, 20), shape("c", "#ff0000", 10, 10, 20, 20)
    plain = GroupLayer(id="plain", role="ornament", layers=(square, photo("b", 40, 40, 60, 50)))
    light = shape("d", "#0000ff", 5, 5, 9, 9, blend_mode="screen")
    blending = GroupLayer(id="blending", role="ornament", layers=(other, light))
    group, picture = slide(plain, blending).shapes
    assert [each.name for each in group.shapes] == ["ornament", "picture"]
    assert (group.left, group.width) == (10 * PX, 90 * PX) and picture.shape_type.name == "PICTURE"


def test_a_window_of_a_photograph_is_a_shape_filled_with_it():
    window = ShapeLayer(id="w", role="picture", shape="ellipse", box=Box(0, 0, 50, 100),
                        fill=PictureFill(asset=PHOTO))  # fmt: skip
    properties = next(iter(slide(window).shapes))._element.spPr
    assert properties.find("{*}blipFill/{*}srcRect").get("l") == properties.find(
        ".//{*}srcRect"
    ).get("r")


def test_pictures_are_described_and_decoration_is_passed_over():
    made = list(
        slide(photo("p", 0, 0, 9, 9, alt="A band"), shape("o", "#ff0000", 0, 0, 9, 9)).shapes
    )
    numbers = [each._element.find(".//{*}cNvPr") for each in made]
    assert numbers[0].get("descr") == "A band"
    assert numbers[1].find(".//{*}decorative").get("val") == "1"


def test_texts_are_read_from_top_to_bottom():
    low, high = title(id="low", text="below", box=Box(16, 200, 208, 60)), title()
    assert [each.text_frame.text for each in slide(low, high).shapes] == ["Jazz Night", "below"]


def test_pages_of_one_size_are_slides_of_one_file():
    assert [len(s.shapes) for s in deck(sheet(title(), size=SIZE), sheet(size=SIZE)).slides] == [
        1,
        0,
    ]
    with pytest.raises(DesignError, match="240x300"):
        deck(sheet(size=SIZE), sheet(size=(300, 300)))


def test_canvases_beyond_powerpoint_s_limits_are_scaled_to_them():
    large, small = ((9000, 3000), 96), ((240, 300), 300)
    sides = [
        (made.slide_width, made.slide_height)
        for (width, height), dpi in (large, small)
        for made in [deck(Design(canvas=Canvas(width=width, height=height, dpi=dpi)))]
    ]
    assert sides == [(56 * 914_400, round(56 * 914_400 / 3)), (914_400, 1_143_000)]


def test_losses_are_what_cannot_be_live():
    assert [layer.id for layer in pictured(poster())] == ["art", "masked"]
    assert not is_live(ImageLayer(id="empty", role="picture", box=Box(0, 0, 9, 9)))
    assert is_live(TextLayer(id="t", role="title", text="x", box=Box(0, 0, 9, 9),
                             fill=SolidFill(color="#ff0000")))  # fmt: skip
