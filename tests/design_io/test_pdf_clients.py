"""Our PDF in poppler, mupdf, Ghostscript and qpdf: one picture, the words, no complaint."""

import re
import subprocess

import pytest

from design_io.document import Canvas, Design, TextLayer, TextStyle
from design_io.geometry import Box
from design_io.pdf import Page, pdf_bytes
from design_io.pdf_settings import PrintSettings
from design_io.render import render
from tests import pdf_programs
from tests.design_io.svg_zoo import zoo

pytestmark = pytest.mark.client

SCRIPTS = {
    "ligatures": ("Playfair Display", "Office waffles, fjord afflicted"),
    "arabic": ("Noto Naskh Arabic", "سوق الليل كل جمعة في الميناء القديم لا دخول بلا تذكرة"),
    "hindi": ("Noto Sans Devanagari", "क्षत्रिय हिन्दी रात्रि बाज़ार हर शुक्रवार"),
    "chinese": ("Noto Sans SC", "夜市每周五晚上开放，欢迎光临。"),
    "hebrew": ("Noto Sans Hebrew", "שוק הלילה בנמל הישן"),
    "thai": ("Noto Sans Thai", "สวัสดีชาวโลก"),
    "emoji": ("Inter", "Jazz 🎷 & 🍜"),
}


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    pdf_programs.require()
    design, resources = zoo()
    path = tmp_path_factory.mktemp("pdf") / "zoo.pdf"
    path.write_bytes(pdf_bytes([Page(design, resources)]))
    return path, design, resources


@pytest.mark.parametrize("program", pdf_programs.PROGRAMS)
def test_programs_show_what_we_show(shown, program):
    """Their edges differ from ours, and from each other's, as their antialiasing does."""
    path, design, resources = shown
    picture = pdf_programs.PROGRAMS[program](path, design.canvas.dpi)
    assert pdf_programs.difference(picture, render(design, resources)) <= 3.5


def test_qpdf_has_nothing_to_complain_of(shown):
    assert pdf_programs.check(shown[0]) == ""


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize(
    "look",
    [{}, {"tracking": 150}, {"turn": 12}, {"turn": -20}, {"opacity": 0.5}],
    ids=["plain", "tracked", "turned", "turned back", "faint"],
)
def test_words_are_found_as_they_are_written(shown, script, look, tmp_path):
    font, words = SCRIPTS[script]
    layer = TextLayer(
        id="words", role="title", text=words, box=Box(40, 150, 720, 300),
        rotation=look.get("turn", 0), opacity=look.get("opacity", 1),
        style=TextStyle(font=font, size=28, tracking=look.get("tracking", 0)), wrap="none",
    )  # fmt: skip
    design = Design(canvas=Canvas(width=800, height=600), layers=(layer,))
    path = tmp_path / "words.pdf"
    path.write_bytes(pdf_bytes([Page(design, shown[2])]))
    assert pdf_programs.words(path) == pdf_programs.plain(words)


def test_boxes_are_seen_by_poppler(shown, tmp_path):
    path = tmp_path / "bleed.pdf"
    settings = PrintSettings(bleed_mm=3, marks=True)
    path.write_bytes(pdf_bytes([Page(*shown[1:])], settings))
    told = subprocess.run(["pdfinfo", "-box", str(path)], capture_output=True, text=True).stdout
    boxes = {n: [float(v) for v in b.split()] for n, b in re.findall(r"(\w+)Box: +(.+)", told)}
    assert boxes["Media"][2] > boxes["Bleed"][2] > boxes["Trim"][2]
    assert boxes["Trim"][0] - boxes["Bleed"][0] == pytest.approx(3 / 25.4 * 72, abs=0.01)
