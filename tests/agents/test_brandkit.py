"""A brand kit is read from TOML or Markdown; what is wrong in it is told and the rest applies."""

from pathlib import Path

import pytest

from agents.brandkit import branded, read_kit
from agents.instruction import parse
from agents.strategy import strategy_for
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from layout.systems import SYSTEMS

ROOT = Path(__file__).parent.parent.parent
FONTS = FontLibrary.bundled()
OWN = ROOT / "assets" / "examples" / "brand.toml"
MARKDOWN = """# Stone & Sage

## Colors
- primary: #2f5d50
- accent: #c8743c

## Fonts
- Title: Fraunces
- Text: Outfit

## Forbidden
- words: cheap, bargain
"""


def kit_of(tmp_path, text, name="kit.toml"):
    file = tmp_path / name
    file.write_text(text)
    return read_kit(file, FONTS)


def test_the_example_kit_is_read_whole():
    kit = read_kit(OWN, FONTS)
    assert kit.notes == () and kit.rules.name == "Stone & Sage" and kit.logo.is_file()
    assert kit.rules.colors[0] == "#2f5d50" and kit.rules.title_font == "Fraunces"


def test_a_markdown_file_says_the_same(tmp_path):
    rules = kit_of(tmp_path, MARKDOWN, "DESIGN.md").rules
    assert (rules.name, rules.title_font, rules.text_font) == ("Stone & Sage", "Fraunces", "Outfit")
    assert rules.colors == ("#2f5d50", "#c8743c")
    assert rules.forbidden_words == ("cheap", "bargain")


@pytest.mark.parametrize(
    ("field", "word"),
    [
        ('[fonts]\ntitle = "Nosuch Sans"', "Nosuch Sans"),
        ('[colors]\nprimary = "#12"', "#12"),
        ('logo = "lost.png"', "lost.png"),
        ('slogan = "Ever on"', "slogan"),
        ('[forbidden]\nsystems = ["rococo"]', "rococo"),
        ('[forbidden]\nwrods = ["cheap"]', "wrods"),
        ('[fonts]\ntitle = "broken.ttf"', "broken.ttf"),
        ('logo = "broken.png"', "broken.png"),
    ],
)
def test_one_wrong_field_is_told_and_the_rest_applies(tmp_path, field, word):
    for name in ("broken.ttf", "broken.png"):
        (tmp_path / name).write_text("neither a font nor a picture")
    kit = kit_of(tmp_path, f'name = "Acme"\n{field}\n')
    assert len(kit.notes) == 1 and word in kit.notes[0] and kit.rules.name == "Acme"
    assert kit.fonts == () and kit.logo is None


def test_colours_may_be_spelt_the_british_way(tmp_path):
    assert kit_of(tmp_path, '[colours]\nink = "#123456"\n').rules.colors == ("#123456",)


def test_a_kit_that_forbids_every_system_is_told_and_forbids_none(tmp_path):
    kit = kit_of(tmp_path, f"[forbidden]\nsystems = {sorted(SYSTEMS)}")
    assert kit.rules.forbidden_systems == () and "every visual system" in kit.notes[0]


@pytest.mark.parametrize("text", ("name = ", "\x00"))
def test_a_file_that_is_no_kit_is_refused(tmp_path, text):
    with pytest.raises(DesignError, match="brand kit"):
        kit_of(tmp_path, text)


def test_the_brands_name_and_colours_enter_the_brief():
    brief = branded(parse("A poster for a clay workshop, 5 May"), read_kit(OWN, FONTS))
    assert brief.text("brand") == "Stone & Sage" and brief.colors.value[0] == "#2f5d50"


def test_an_address_is_printed_only_when_a_website_is_asked_for():
    kit = read_kit(OWN, FONTS)
    plain, asking = "A poster for a clay workshop", "A poster for a clay workshop with our website"
    assert branded(parse(plain), kit).text("contact") == ""
    assert branded(parse(asking), kit).text("contact") == "stoneandsage.example"


def test_forbidden_systems_are_never_chosen():
    kit = read_kit(OWN, FONTS)
    for seed in range(20):
        strategy = strategy_for(branded(parse("Birthday party for kids", seed=seed), kit))
        assert not {"retro", "scatter"} & strategy.fits.keys()
