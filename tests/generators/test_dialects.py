"""What is told a base in its own language is all that was asked, at the places that were asked."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design_io.geometry import Box
from generators.dialects import (
    CALM,
    GRID,
    fitted,
    from_flux3,
    from_ideogram,
    to_fibo,
    to_flux3,
    to_ideogram,
    to_prose,
    to_tokens,
)
from generators.request import GenerationError, GenerationRequest, Region

WIDTH, HEIGHT = 1080, 1350
CUP = Region(
    box=Box(108, 270, 324, 540), kind="object", caption="a coffee cup", colors=("#aa3311",)
)
SALE = Region(box=Box(540, 135, 432, 135), kind="text", caption='Sale "now"')
QUIET = Region(box=Box(0, 1080, 1080, 270), kind="calm", caption="date")


def asked(*regions, **more):
    told = {"prompt": "A morning in a café", "palette": {"bg": "#ffeedd", "ink": "#112233"}}
    return GenerationRequest(width=WIDTH, height=HEIGHT, regions=regions, **(told | more))


words = st.text(min_size=1, max_size=30).filter(lambda s: s.strip() and s != CALM)
colors = st.lists(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), max_size=5, unique=True)


@st.composite
def regions(draw):
    left, top = draw(st.integers(0, WIDTH - 20)), draw(st.integers(0, HEIGHT - 20))
    width, height = draw(st.integers(10, WIDTH - left)), draw(st.integers(10, HEIGHT - top))
    kind = draw(st.sampled_from(["object", "text", "calm"]))
    return Region(
        box=Box(left, top, width, height),
        kind=kind,
        caption="" if kind == "calm" else draw(words),
        colors=draw(colors) if kind == "object" else (),
    )


def close(ours, theirs):
    return all(
        abs(a - b) <= max(WIDTH, HEIGHT) / GRID * 1.01
        for a, b in zip(ours.box, theirs.box, strict=True)
    )


@given(st.lists(regions(), max_size=8))
def test_flux3_says_every_region_and_is_read_back(told):
    back = from_flux3(to_flux3(asked(*told)), WIDTH, HEIGHT).regions
    assert [(r.kind, r.caption, r.colors) for r in back] == [
        (r.kind, r.caption, r.colors) for r in told
    ]
    assert all(close(a, b) for a, b in zip(back, told, strict=True))


@given(st.lists(regions(), max_size=8))
def test_ideogram_says_everything_but_quiet_and_is_read_back(told):
    back = from_ideogram(to_ideogram(asked(*told)), WIDTH, HEIGHT)
    loud = [r for r in told if r.kind != "calm"]
    assert [(r.kind, r.caption, r.colors) for r in back.regions] == [
        (r.kind, r.caption, r.colors) for r in loud
    ]
    assert all(close(a, b) for a, b in zip(back.regions, loud, strict=True))
    assert (back.prompt, back.palette) == ("A morning in a café", ("#ffeedd", "#112233"))


def test_captions_give_y_first_and_tokens_x_first():
    row = json.loads(to_flux3(asked(CUP)).partition("\n")[2])[0]
    assert row["bbox"] == [200, 100, 600, 400]
    element = json.loads(to_ideogram(asked(CUP)))["compositional_deconstruction"]["elements"][0]
    assert element["bbox"] == [200, 100, 600, 400]
    assert to_tokens(asked(CUP)).boxes == ((0.1, 0.2, 0.4, 0.6),)


def test_flux3_cites_every_row_and_keeps_a_prompt_from_citing():
    caption = to_flux3(asked(CUP, SALE, prompt="I <cup_9> you\nso much"))
    paragraph = caption.splitlines()[0]
    assert paragraph == "I ‹cup_9› you so much. <cup_1> <En_Text_1>"


def test_ideogram_s_keys_come_in_its_order():
    said = json.loads(to_ideogram(asked(CUP, SALE, QUIET)))
    assert list(said) == [
        "high_level_description", "style_description", "compositional_deconstruction",
    ]  # fmt: skip
    elements = said["compositional_deconstruction"]["elements"]
    assert [list(e) for e in elements] == [
        ["type", "bbox", "desc", "color_palette"],
        ["type", "bbox", "text", "desc"],
    ]
    assert said["compositional_deconstruction"]["background"] == "bottom stays empty"


def test_palettes_are_cut_to_what_the_base_takes():
    many = {str(n): f"#0000{n:02x}" for n in range(30)}
    element = CUP.evolve(colors=tuple(many.values()))
    said = json.loads(to_ideogram(asked(element, palette=many)))
    assert len(said["style_description"]["color_palette"]) == 16
    assert len(said["compositional_deconstruction"]["elements"][0]["color_palette"]) == 5


def test_fibo_and_prose_say_places_in_words():
    said = json.loads(to_fibo(asked(CUP, SALE, QUIET)))
    assert [(o["description"], o["location"], o["relative_size"]) for o in said["objects"]] == [
        ("a coffee cup", "left", "medium")
    ]
    assert said["text_render"] == [{"text": 'Sale "now"', "location": "top right"}]
    prose = to_prose(asked(CUP, SALE, QUIET, transparent=True))
    assert "At the left, medium: a coffee cup." in prose
    assert 'The words "Sale "now"" stand at the top right.' in prose
    assert f"The bottom is a {CALM}." in prose and "transparent" in prose


def test_lettering_is_told_creati_design_in_its_way():
    assert to_tokens(asked(CUP, SALE, QUIET)).captions == (
        "a coffee cup", 'text:Sale "now"', CALM,
    )  # fmt: skip


def test_too_many_calm_areas_are_merged_and_it_is_said():
    strips = [QUIET.evolve(box=Box(0, 900 + 40 * n, 1080, 30)) for n in range(11)]
    tokens = to_tokens(asked(CUP, *strips), most=10)
    assert len(tokens.boxes) == 10
    assert tokens.note == "11 calm areas were told as 9: the model takes 10 regions"
    covered, _ = fitted(asked(CUP, *strips), 10)
    assert all(any(s.box.intersection(r.box) == s.box for r in covered) for s in strips)


def test_eleven_things_for_ten_boxes_are_refused_with_a_way_out():
    with pytest.raises(GenerationError, match="11 things in boxes are more than the 10"):
        to_tokens(asked(*[CUP] * 11))


def test_a_box_outside_the_canvas_is_named():
    with pytest.raises(GenerationError, match="'a coffee cup'.*outside the canvas of 1080 × 1350"):
        to_prose(asked(CUP.evolve(box=Box(2000, 0, 10, 10))))


def test_a_box_over_the_edge_is_told_as_far_as_it_is_on_the_canvas():
    over = CUP.evolve(box=Box(-108, 1215, 324, 540))
    assert to_tokens(asked(over)).boxes == ((0.0, 0.9, 0.2, 1.0),)
