"""Brand files of all spellings become the same tables of words."""

import pytest

from agents.brandfile import tables_in
from design_io.errors import DesignError

COLORS = {"primary": ["#2f5d50"], "accent": ["#c8743c"]}
FRONT_MATTER = """---
name: Stone & Sage
colors:
  primary: "#2f5d50"  # moss
  accent: '#c8743c'
typography:
  h1:
    fontFamily: Fraunces
    fontSize: 3rem
  body-md:
    fontFamily: Outfit
forbidden:
  words: [cheap, bargain]
  systems:
  - retro
---
## Colors
- **Ink (#000000):** never asked for here
"""
HEADINGS = """# Stone & Sage brand guidelines
We make pots. Since: 1902
## Brand
Potters of fine clay
## Colours
Warm, they say.
- **Moss (#2f5d50):** for headlines, and text
- clay brown
## Typography
- **Headlines**: Fraunces
## Logo
Keep it clear. ![ours](logo.svg)
## Do's and Don'ts
- Don't use red: ever
"""


def tables_of(tmp_path, text, name="DESIGN.md"):
    (tmp_path / name).write_text(text)
    return tables_in(tmp_path / name)


def test_nested_front_matter_is_read_and_goes_before_the_headings(tmp_path):
    tables = tables_of(tmp_path, FRONT_MATTER)
    assert tables["name"] == {"": ["Stone & Sage"]} and tables["colors"] == COLORS
    assert tables["fonts"] == {"title": ["Fraunces"], "text": ["Outfit"]}
    assert tables["forbidden"] == {"words": ["cheap", "bargain"], "systems": ["retro"]}


def test_headings_give_their_facts_and_prose_gives_none(tmp_path):
    assert tables_of(tmp_path, HEADINGS) == {
        "name": {"": ["Stone & Sage"]},
        "colors": {"": ["#2f5d50", "clay brown"]},
        "fonts": {"title": ["Fraunces"]},
        "logo": {"": ["logo.svg"]},
    }


@pytest.mark.parametrize("heading", ("Brand guidelines", "DESIGN.md", "Design system"))
def test_the_title_of_a_guide_is_no_name(tmp_path, heading):
    assert "name" not in tables_of(tmp_path, f"# {heading}\n## Colors\n- #2f5d50\n")


@pytest.mark.parametrize("heading", ("Acme", "Acme’s style guide", "Brand kit: Acme"))
def test_a_name_stands_free_of_the_word_guide(tmp_path, heading):
    assert tables_of(tmp_path, f"# {heading}\n")["name"] == {"": ["Acme"]}


@pytest.mark.parametrize("lines", ("colors: [#2f5d50, '#c8743c']", "colors:\n- #2f5d50\n- #c8743c"))
def test_colours_may_be_a_list(tmp_path, lines):
    tables = tables_of(tmp_path, f"---\n{lines}\n---\n")
    assert tables["colors"][""] == ["#2f5d50", "#c8743c"]


@pytest.mark.parametrize("text", ("Just prose.", "---\nname: Acme\n", ""))
def test_markdown_that_says_nothing_or_does_not_end_is_refused(tmp_path, text):
    with pytest.raises(DesignError, match="DESIGN.md"):
        tables_of(tmp_path, text)
