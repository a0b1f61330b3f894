"""PDF files: the same bytes each time, text that can be found, boxes, layers, inks."""

import io

import numpy as np
import pikepdf
import pytest
from PIL import ImageCms

from design_io.assets import AssetStore
from design_io.document import Canvas, Design, GroupLayer, ShapeLayer, TextLayer, TextStyle
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.paint import Blur, LinearFill, Outline, Shadow, SolidFill, Stop
from design_io.pdf import Page, pdf_bytes
from design_io.pdf_color import inks_for
from design_io.pdf_links import _ADDRESS, address
from design_io.pdf_settings import PrintSettings
from design_io.resources import Resources
from tests.design_io.press import press_profile

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def text(words, layer_id="title", **fields):
    style = TextStyle(size=30, **fields.pop("style", {}))
    box = fields.pop("box", Box(10, 10, 280, 60))
    return TextLayer(id=layer_id, role="title", text=words, box=box, style=style, **fields)


def panel(layer_id="panel", **fields):
    fill = fields.pop("fill", SolidFill(color="#ffeecc"))
    return ShapeLayer(id=layer_id, role="underlay", box=Box(0, 0, 300, 100), fill=fill, **fields)


def pdf(*layers, settings=None, **fields):
    canvas = Canvas(width=300, height=400, dpi=72, **fields)
    design = Design(title="Fête", language="fr", canvas=canvas, layers=layers)
    data = pdf_bytes([Page(design, RESOURCES)], settings or PrintSettings())
    return pikepdf.open(io.BytesIO(data))


def operators(document, page=0):
    return document.pages[page].Contents.read_bytes().decode()


def listed(document):
    def names(order):
        return [names(e) if isinstance(e, pikepdf.Array) else str(e.Name) for e in order]

    return names(document.Root.OCProperties.D.Order)


def test_the_same_design_gives_the_same_bytes():
    design = Design(canvas=Canvas(width=300, height=400), layers=(panel(), text("Hello waffles")))
    first, second = (pdf_bytes([Page(design, RESOURCES)]) for _ in range(2))
    assert first == second


def test_title_and_language_are_told():
    document = pdf(panel())
    assert document.docinfo["/Title"] == "Fête"
    assert document.Root.Lang == "fr" and document.Root.MarkInfo.Marked


def test_layers_are_listed_top_first_and_members_below_their_group():
    group = GroupLayer(id="card", role="badge", name="Card", layers=(panel("a", name="A"),))
    document = pdf(panel(name="Ground"), group, text("Hello", name="Words"))
    assert listed(document) == ["Words", "Card", ["A"], "Ground"]


def test_members_of_a_blurred_group_are_listed_though_they_are_one_picture():
    members = (panel("a", name="A"), text("Hello", name="Words"))
    soft = GroupLayer(id="s", role="badge", name="Soft", layers=members, effects=(Blur(radius=2),))
    assert listed(pdf(soft)) == ["Soft", ["Words", "A"]]


def test_a_hidden_layer_is_there_and_off():
    document = pdf(panel(visible=False, name="Later"))
    assert [str(entry.Name) for entry in document.Root.OCProperties.D.OFF] == ["Later"]


def test_text_is_text_and_its_font_a_subset_with_the_words():
    document = pdf(text("Office waffles"))
    font = document.pages[0].Resources.Font["/F1"]
    assert " TJ" in operators(document)
    assert "+" in str(font.BaseFont) and len(font.ToUnicode.read_bytes()) > 300
    program = font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    assert len(program) < 40_000


def test_outlined_text_needs_no_font():
    document = pdf(text("Office waffles"), settings=PrintSettings(outlined=True))
    assert "/Font" not in document.pages[0].Resources and "BT" not in operators(document)


def test_letters_set_apart_say_the_word_they_are():
    assert "ActualText" in operators(pdf(text("OPEN", style={"tracking": 200})))
    assert "ActualText" not in operators(pdf(text("OPEN")))


def test_an_outline_is_not_read_twice():
    document = pdf(text("OPEN", effects=(Outline(color="#000000", width=3),)))
    assert operators(document).count("TJ") == 1


def test_only_the_shadow_becomes_a_picture():
    document = pdf(text("OPEN", effects=(Shadow(dy=4, blur=8),)))
    assert "TJ" in operators(document)
    assert [x.Subtype for x in document.pages[0].Resources.XObject.values()] == ["/Image"]


def test_a_gradient_is_a_shading():
    stops = (Stop(offset=0.2, color="#ff0000"), Stop(offset=0.2, color="#00ff0080"))
    document = pdf(panel(fill=LinearFill(stops=stops)))
    assert document.pages[0].Resources.Pattern["/P1"].Shading.ShadingType == 2
    assert any("/SMask" in state for state in document.pages[0].Resources.ExtGState.values())


def test_blend_mode_and_opacity_are_kept_live():
    document = pdf(panel(blend_mode="color-burn", opacity=0.5))
    (state,) = document.pages[0].Resources.ExtGState.values()
    assert (state.BM, float(state.ca)) == ("/ColorBurn", 0.5)


@pytest.mark.parametrize(("asked", "around"), [(None, 9), (0, 0), (25.4, 72)])
def test_the_bleed_is_the_size_s_own_or_what_is_asked(asked, around):
    document = pdf(panel(), bleed=9, settings=PrintSettings(bleed_mm=asked))
    page = document.pages[0]
    sheet, trim = [float(v) for v in page.MediaBox], [float(v) for v in page.TrimBox]
    assert trim == pytest.approx([around, around, 300 + around, 400 + around])
    assert sheet == pytest.approx([0, 0, 300 + 2 * around, 400 + 2 * around])


def test_crop_marks_stand_outside_the_bleed():
    document = pdf(panel(), settings=PrintSettings(bleed_mm=3, marks=True))
    page = document.pages[0]
    sheet, bleed, trim = (
        [float(v) for v in box] for box in (page.MediaBox, page.BleedBox, page.TrimBox)
    )
    assert sheet[0] < bleed[0] < trim[0] and trim[3] < bleed[3] < sheet[3]


def test_a_bleed_that_nothing_paints_mirrors_the_edge():
    document = pdf(panel(), settings=PrintSettings(bleed_mm=3))
    assert listed(document) == ["Bleed", "underlay"]


def test_headings_and_described_pictures_are_tagged_as_they_are_read():
    low = text("Below", "low", box=Box(10, 300, 280, 60))
    document = pdf(low, text("Above"), panel(alt="A warm panel"))
    elements = document.Root.StructTreeRoot.K[0].K
    assert [str(e.S) for e in elements] == ["/Figure", "/H1", "/H1"]
    assert str(elements[0].Alt) == "A warm panel"


def test_addresses_are_links():
    document = pdf(text("www.bluenote.com or hi@bluenote.com"))
    targets = [str(link.A.URI) for link in document.pages[0].Annots]
    assert targets == ["https://www.bluenote.com", "mailto:hi@bluenote.com"]


@pytest.mark.parametrize("words", ["8.30 pm", "Fri. 12 Dec.", "e.g. this"])
def test_what_is_no_address_is_no_link(words):
    assert _ADDRESS.search(words) is None
    assert address(_ADDRESS.search("plakat.de/x.")) == "https://plakat.de/x"


def test_pages_of_a_set_are_one_file():
    design = Design(canvas=Canvas(width=300, height=400), layers=(panel(),))
    data = pdf_bytes([Page(design, RESOURCES), Page(design, RESOURCES)])
    document = pikepdf.open(io.BytesIO(data))
    assert len(document.pages) == 2
    assert [str(entry[0]) for entry in document.Root.OCProperties.D.Order] == ["Page 1", "Page 2"]


def test_a_profile_that_is_none_for_print_is_refused():
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    with pytest.raises(DesignError, match="CMYK"):
        pdf(panel(), settings=PrintSettings(profile=srgb))


def test_a_press_gets_inks_in_layers_and_its_profile_as_the_intent():
    press = press_profile()
    red = panel(fill=SolidFill(color="#ff0000"), name="Red")
    document = pdf(red, text("Black", name="Words"), settings=PrintSettings(profile=press))
    drawn = operators(document)
    inks = [list(map(float, line.split()[:4])) for line in drawn.splitlines() if line[-2:] == " k"]
    assert inks[0] == pytest.approx([0, 1, 1, 0], abs=0.15)  # of a coarse grid
    assert inks[1] == [0, 0, 0, 1] and " rg" not in drawn
    assert listed(document) == ["Words", "Red"]
    assert document.Root.OutputIntents[0].DestOutputProfile.read_bytes() == press


def test_near_black_is_black_ink_alone_in_lines_and_text_and_not_in_pictures():
    inks = inks_for(press_profile())
    assert inks.flat("#181818") == (0, 0, 0, 1) != inks.values("#181818")
    assert inks.flat("#301818") == inks.values("#301818")
    assert inks.picture(np.full((2, 3, 3), 255, np.uint8)).tolist() == [[[0] * 4] * 3] * 2
