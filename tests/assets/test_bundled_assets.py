"""What lies in assets/ is whole, licensed, small enough and consistent with its indexes."""

import json
import lzma
import re
import tomllib
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from generators.artist.tones import measured

ASSETS = Path(__file__).resolve().parents[2] / "assets"
ICONS = ASSETS / "icons"
INDEX = tomllib.loads((ASSETS / "fonts" / "fonts.toml").read_text("utf-8"))
ALIASES = tomllib.loads((ICONS / "aliases.toml").read_text("utf-8"))
FAMILIES = {face["family"] for face in INDEX["face"]}


@cache
def read_json(name: str):
    data = (ICONS / name).read_bytes()
    return json.loads(lzma.decompress(data) if name.endswith(".xz") else data)


@pytest.mark.parametrize("face", INDEX["face"], ids=lambda face: face["postscript_name"])
def test_a_face_is_the_static_font_the_index_says(face):
    path = ASSETS / "fonts" / face["file"]
    assert (path.parent / "OFL.txt").read_text("utf-8").count("SIL Open Font License".upper())
    with TTFont(path, lazy=True) as font:
        assert "fvar" not in font
        assert font["name"].getDebugName(6) == face["postscript_name"]
        assert font["OS/2"].usWeightClass == face["weight"]
        assert bool(font["head"].macStyle & 2) == face["italic"]
        assert not font["OS/2"].fsType & 2, "embedding is restricted"


def test_no_font_file_lies_outside_the_index():
    on_disk = {str(p.relative_to(ASSETS / "fonts")) for p in (ASSETS / "fonts").rglob("*.ttf")}
    assert on_disk == {face["file"] for face in INDEX["face"]}


def test_faces_of_a_family_differ_in_weight_or_slant():
    keys = [(face["family"], face["weight"], face["italic"]) for face in INDEX["face"]]
    assert len(keys) == len(set(keys))


def test_every_fallback_family_is_shipped():
    assert {name for names in INDEX["fallback"].values() for name in names} <= FAMILIES


@pytest.mark.parametrize("script", sorted(INDEX["fallback"]))
def test_the_first_fallback_family_covers_its_script(script):
    family = INDEX["fallback"][script][0]
    assert all(script in face["scripts"] for face in INDEX["face"] if face["family"] == family)


@pytest.mark.parametrize("script, least", [("Cyrl", 3), ("Grek", 1)])
def test_display_and_text_families_cover_more_than_latin(script, least):
    covering = {(f["family"], f["category"]) for f in INDEX["face"] if script in f["scripts"]}
    assert sum("display" in category for _, category in covering) >= least
    assert sum(category == "text" for _, category in covering) >= least


def test_every_family_stands_in_the_table_of_fonts():
    table = (ASSETS / "FONTS.md").read_text("utf-8")
    assert [family for family in FAMILIES if f"[{family}]" not in table] == []


def test_assets_stay_small_enough_to_clone():
    assert sum(p.stat().st_size for p in ASSETS.rglob("*") if p.is_file()) < 100e6


def first_hand() -> dict[str, str]:
    return read_json("fluent-emoji-flat.json.xz")["icons"] | read_json("own.json.xz")["icons"]


def drawings() -> dict[str, str]:
    """Every drawing by every hand, named as colors.json names them."""
    further = {f"/{hand}": read_json(f"{hand}.json.xz")["icons"] for hand in ("noto", "noto-v1")}
    hands = {"": first_hand(), **further}
    return {f"{name}{end}": body for end, icons in hands.items() for name, body in icons.items()}


def test_what_other_hands_draw_is_a_thing_of_the_first():
    assert {name.partition("/")[0] for name in drawings()} == set(first_hand())


def test_own_drawings_are_things_the_first_hand_lacks_and_all_named_in_the_lexicon():
    own, words = read_json("own.json.xz")["icons"], read_json("lexicon.json.xz")
    things, people = (
        tomllib.loads((ICONS / f"{of}.toml").read_text()) for of in ("own", "figures")
    )
    figures = people["drawings"].keys() | people["twins"].keys()
    assert own.keys() == things.keys() | figures
    assert figures == people["said"].keys() <= set(read_json("people.json"))
    assert own.keys() & read_json("fluent-emoji-flat.json.xz")["icons"].keys() == set()
    assert [name for name in own if words.get(name.replace("-", " "), [""])[0] != name] == []


def test_lettered_and_mistaken_drawings_of_further_hands_are_left_out():
    left_out = ALIASES["left_out"]
    assert {"hotel", "e-mail", "calendar"} <= set(left_out["noto"]) & set(left_out["noto-v1"])
    unwanted = {f"{name}/{hand}" for hand, names in left_out.items() for name in names}
    assert unwanted & drawings().keys() == set()


def test_trades_whose_icons_take_turns_are_in_the_lexicon():
    assert set(read_json("equals.json")) <= set(read_json("lexicon.json.xz"))


def test_icons_are_plain_filled_paths():
    path = r'<path fill="#[0-9a-f]{6}"(?: opacity="[\d.]+")?(?: fill-rule="evenodd")? d="[^"]+"/>'
    plain = re.compile(f"(?:{path})+")
    icons = drawings()
    assert [name for name, body in icons.items() if not plain.fullmatch(body)] == []


def test_every_icon_has_a_dominant_colour_among_its_fills():
    icons, colors = drawings(), read_json("colors.json")
    assert icons.keys() == colors.keys()
    assert [name for name, body in icons.items() if f'fill="{colors[name]}"' not in body] == []


def test_the_form_of_every_drawing_is_known_as_it_is_drawn():
    forms = read_json("forms.json")
    assert forms.keys() == drawings().keys()
    some = sorted(forms)[::151]
    assert [name for name in some if tuple(forms[name]) != measured(name)] == []


@pytest.mark.parametrize("words", [ALIASES["aliases"], read_json("lexicon.json.xz")])
def test_every_named_icon_exists(words):
    icons = first_hand().keys()
    assert {icon for names in words.values() for icon in names} <= icons
    shown_by_none = {word for word, names in words.items() if not names}
    assert shown_by_none <= set(ALIASES["figurative"])


def test_every_alias_made_it_into_the_lexicon():
    lexicon = read_json("lexicon.json.xz")
    assert [w for w, icons in ALIASES["aliases"].items() if lexicon.get(w) != icons] == []


def test_everyday_words_match_only_by_alias():
    silent = set(ALIASES["skip"]) - ALIASES["aliases"].keys()
    assert {"card", "store", "woman", "day", "back", "key", "label"} <= silent
    assert silent & read_json("lexicon.json.xz").keys() == set()


@pytest.mark.parametrize(
    "word, icon",
    [("jazz", "saxophone"), ("bakery", "bread"), ("camping", "camping"), ("dentist", "tooth"),
     ("strawberries", "strawberry"), ("shoes", "running-shoe"), ("st patrick's day", "shamrock")],
)  # fmt: skip
def test_a_subject_shows_its_thing(word, icon):
    assert read_json("lexicon.json.xz")[word][0] == icon
