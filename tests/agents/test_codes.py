"""A request that asks for a QR code gets one of its own facts, and never an invented one."""

import pytest
import zxingcpp
from PIL import Image

from agents.codes import content_of, drawn, with_code
from agents.delivery import Order, deliver
from agents.instruction import parse
from design_io.assets import AssetStore
from design_io.errors import DesignError
from generators.registry import GENERATORS


def code_for(request: str, text: str = "") -> str:
    brief = with_code(parse(request), text, AssetStore())
    return next((a.name for a in brief.attachments if a.role == "qr"), "")


@pytest.mark.parametrize(
    ("request_", "content"),
    [
        ("A poster with a QR code to www.fair.org/map", "https://www.fair.org/map"),
        ("Menu, scan me for more: https://nord.cafe", "https://nord.cafe"),
        ("Wi-Fi sign, wifi: Casa / sunny2027, with a QR code", "WIFI:T:WPA;S:Casa;P:sunny2027;;"),
        ("A flyer, mail hi@fair.org, add a QR code", "mailto:hi@fair.org"),
        ("A poster for www.fair.org", ""),
        ("An ad for a barcode scanner shop, www.scan.shop", ""),
    ],
)
def test_a_code_says_what_the_request_offers(request_, content):
    assert code_for(request_) == content


def test_a_code_without_content_is_asked_for_and_not_invented():
    brief = with_code(parse("A bake sale poster with a QR code"), "", AssetStore())
    assert [q.id for q in brief.questions if q.id == "qr"] == ["qr"] and not brief.attachments


def test_contact_details_become_a_visiting_card():
    card = code_for(
        "Business card for Nora Lind, architect, nora@lind.studio, QR code with contact"
    )
    assert card.startswith("BEGIN:VCARD") and "EMAIL:nora@lind.studio" in card


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("fair.org", "https://fair.org"), ("hi@fair.org", "mailto:hi@fair.org"),
        ("+44 20 7946 0958", "tel:+442079460958"), ("Hello you", "Hello you"),
        ("wifi: a;b / pass;word1", r"WIFI:T:WPA;S:a\;b;P:pass\;word1;;"),
    ],
)  # fmt: skip
def test_a_text_becomes_what_phones_act_upon(text, content):
    assert content_of(text) == content


def test_a_text_too_long_to_be_read_is_refused():
    with pytest.raises(DesignError, match="--qr"):
        content_of("x" * 400)


def test_a_drawing_has_finder_patterns_in_three_corners():
    path, modules = drawn("https://fair.org")
    assert path.startswith("M0 0h7v1h-7z") and f"M{modules - 7} 0h7v1h-7z" in path


@pytest.mark.parametrize("size", ["instagram-post", "banner", "business-card"])
@pytest.mark.parametrize("system", ["swiss", "arch"])
@pytest.mark.sampled("swiss-instagram-post", "arch-business-card")
def test_a_code_is_read_back_from_the_rendered_picture(tmp_path, size, system):
    request = "A jazz night poster, Saturday 12 December 2026, 8 pm, $25"
    order = Order(request, "png", size, system, qr="www.bluenote.com/tickets")
    delivered = deliver(order, tmp_path, GENERATORS["artist"]())
    [picture] = tmp_path.glob("*.png")
    found = zxingcpp.read_barcodes(Image.open(picture).convert("RGB"))
    assert [code.text for code in found] == ["https://www.bluenote.com/tickets"]
    assert delivered.report.passed
