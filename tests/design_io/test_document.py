"""The document: what it accepts, what it refuses and how it says so, and its JSON."""

import json

import pytest
from hypothesis import given
from pydantic import ValidationError

from design_io.document import (
    MAX_DEPTH,
    MAX_LAYERS,
    Canvas,
    Mask,
    Span,
    TextLayer,
    TextStyle,
    assets_of,
    first_fault,
    fonts_of,
    from_json,
    leaves,
    to_json,
    validated,
    walk,
    with_layers,
)
from design_io.errors import DesignError
from design_io.geometry import Box
from design_io.paint import PictureFill
from tests.design_io.documents import (
    CANVAS,
    PICTURE,
    design,
    designs,
    group,
    ids,
    image,
    poster,
    shape,
    text,
)

TEXT = {"id": "t", "kind": "text", "role": "title", "box": [0, 0, 10, 10], "text": "Jazz"}
SHAPE = {"id": "s", "kind": "shape", "role": "frame", "box": [0, 0, 10, 10]}


def document(*layers, **fields) -> str:
    canvas = {"width": 100, "height": 100}
    return json.dumps({"version": 1, "canvas": canvas, "layers": layers} | fields)


# JSON


@given(designs)
def test_any_design_survives_json(some):
    again = from_json(to_json(some))
    assert again == some and to_json(again) == to_json(some)


def test_the_words_of_a_text_stand_in_the_json_as_they_are():
    assert '"text":"Jazz à Prague"' in to_json(design(text(words="Jazz à Prague")))


def test_bytes_and_text_are_read_alike():
    assert from_json(document(TEXT)) == from_json(document(TEXT).encode())


@pytest.mark.parametrize(
    ("written", "complaint"),
    [
        ("", "not valid JSON"),
        ("{", "not valid JSON"),
        ("[" * 1000, "not valid JSON: recursion limit"),
        ('"\\ud800"', "not valid JSON"),
        ("\ud800", "not valid JSON"),
        ("[]", "must be a JSON object with version, canvas and layers"),
        ("null", "must be a JSON object"),
        ("{}", "version None is not a document version; expected 1..1"),
        ('{"canvas": {"width": 1, "height": 1}}', "version None is not a document version"),
        (document(version="1"), "version '1' is not a document version"),
        (document(version=0), "version 0 is not a document version"),
        (document(version=2), r"version 2, newer than this Plakat reads \(1\); update Plakat"),
        ('{"version": 1}', "canvas: Field required"),
        (document(TEXT | {"rotation": float("nan")}), "not valid JSON"),
        (document(colour="red"), "colour: Extra inputs are not permitted"),
    ],
)
def test_what_is_no_document_is_refused_in_one_line(written, complaint):
    with pytest.raises(DesignError, match=complaint) as refusal:
        from_json(written)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("layer", "complaint"),
    [
        (TEXT | {"id": "Big Title"}, "layers.0.id: String should match pattern"),
        (TEXT | {"id": "t" * 49}, "layers.0.id"),
        (TEXT | {"kind": "video"}, "layers.0: Input tag 'video'"),
        (TEXT | {"role": "headline"}, "layers.0.role"),
        (TEXT | {"text": None}, r"layers.0.text: Input should be a valid string \(got None\)"),
        (TEXT | {"effects": [{"kind": "shadow", "blur": -1}]}, "layers.0.effects.0.blur: "),
        (TEXT | {"opacity": 3}, r"layers.0.opacity: .*less than or equal to 1 \(got 3\)"),
        (TEXT | {"blend_mode": "dissolve"}, "layers.0.blend_mode"),
        (TEXT | {"box": [0, 0, -1, 5]}, "layers.0.box.2: .*greater than or equal to 0"),
        (TEXT | {"box": [0, 0, 5]}, "layers.0.box"),
        (TEXT | {"fill": {"kind": "solid", "color": "red"}}, "'red' is not a colour; write it as"),
        (TEXT | {"style": {"size": 0}}, "layers.0.style.size: .*greater than 0"),
        (TEXT | {"style": {"features": ["liga!"]}}, "layers.0.style.features.0"),
        (TEXT | {"spans": [{"start": 2, "end": 9}]}, r"span 2-9 must lie inside the text \(0-4\)"),
        (SHAPE | {"shape": "polygon", "points": [[0, 0], [1, 1]]}, "at least 3 points, got 2"),
        (SHAPE | {"shape": "path"}, "needs either `path` or `path_asset`, and not both"),
        (SHAPE | {"path": "M0 0" * 300}, "layers.0.path: .*at most 1024"),
        (SHAPE | {"mask": {"box": [0, 0, 1, 1]}}, "a mask needs either an asset or a path"),
        (SHAPE | {"fill": {"kind": "linear", "stops": []}}, "at least 2 items"),
        (SHAPE | {"fill": {"kind": "picture", "asset": "../etc"}}, "asset: String should match"),
    ],
)
def test_a_faulty_layer_is_refused_by_the_place_of_its_fault(layer, complaint):
    with pytest.raises(DesignError, match=complaint) as refusal:
        from_json(document(layer))
    assert "\n" not in str(refusal.value)


def test_a_long_value_is_cut_in_the_message():
    with pytest.raises(DesignError) as refusal:
        from_json(document(TEXT | {"text": "la " * 10_000}))
    assert str(refusal.value).endswith("...)") and len(str(refusal.value)) < 160


# The tree


def test_an_id_is_used_once_even_across_groups():
    with pytest.raises(DesignError, match="two layers have the id 'sun'; ids must be unique"):
        from_json(
            json.dumps({**json.loads(to_json(poster())), "layers": [SHAPE | {"id": "sun"}] * 2})
        )
    with pytest.raises(DesignError, match="two layers have the id 'sun'"):
        with_layers(poster(), (shape("sun"), group("art", shape("sun"))))


def nested(depth: int):
    layer = shape("leaf")
    for level in range(depth - 1):
        layer = group(f"level{level}", layer)
    return layer


def test_groups_nest_only_so_deep():
    assert len(ids(design(nested(MAX_DEPTH)))) == MAX_DEPTH
    with pytest.raises(DesignError, match="groups nest deeper than 32; flatten some"):
        with_layers(design(), (nested(MAX_DEPTH + 1),))


def test_there_are_only_so_many_layers():
    many = tuple(shape(f"s{number}") for number in range(MAX_LAYERS + 1))
    assert len(ids(design(*many[1:]))) == MAX_LAYERS
    with pytest.raises(DesignError, match="4001 layers are more than 4000; merge some"):
        with_layers(design(), many)


def test_walking_goes_from_the_bottom_and_groups_come_before_their_members():
    assert ids(poster()) == ["ground", "art", "sun", "star", "title"]
    assert [layer.id for layer in leaves(poster())] == ["ground", "sun", "star", "title"]


def test_a_layer_is_found_inside_a_group():
    assert poster().layer("star").id == "star"


@pytest.mark.parametrize(
    ("some", "listed"),
    [(poster(), "ground, art, sun, star, title"), (design(), "no layers"), (
        design(*(shape(f"s{n}") for n in range(20))), r"s11, \.\.\."
    )],
)  # fmt: skip
def test_an_unknown_layer_is_refused_with_those_there_are(some, listed):
    with pytest.raises(DesignError, match=f"no layer 'tilte'; the design has .*{listed}$"):
        some.layer("tilte")


# Values


@pytest.mark.parametrize("size", [(0, 5), (5, 60_001), (8000, 8000)])
def test_a_canvas_has_a_sane_size(size):
    with pytest.raises(ValidationError):
        Canvas(width=size[0], height=size[1])


def test_a_canvas_that_is_too_large_says_what_to_do():
    with pytest.raises(ValidationError, match="40 million pixels; choose a smaller size"):
        Canvas(width=8000, height=8000)


def test_values_cannot_be_changed_in_place():
    with pytest.raises(ValidationError):
        text().text = "other"


def test_evolving_checks_again():
    assert text().evolve(rotation=3).rotation == 3
    with pytest.raises(ValidationError):
        text().evolve(opacity=2)


@pytest.mark.parametrize("spans", [[(0, 2), (1, 3)], [(2, 3), (0, 1)], [(1, 1)], [(0, 99)]])
def test_spans_lie_inside_the_text_in_order(spans):
    with pytest.raises(ValidationError, match="must lie inside|greater than"):
        text(spans=[Span(start=start, end=end) for start, end in spans])


def test_spans_count_code_points():
    assert text(words="🎷🎷", spans=[Span(start=1, end=2)]).spans[0].end == 2


def test_a_mask_has_one_source():
    with pytest.raises(ValidationError, match="not both"):
        Mask(box=CANVAS.box, asset=PICTURE, path="M0 0")


def test_a_layer_is_called_by_its_name_or_role():
    assert (text().label, text(name="Headline").label) == ("title", "Headline")


def test_every_asset_is_found():
    wanted = [f"{number:064x}" for number in range(5)]
    some = design(
        image("i", asset=wanted[0]), image("empty"),
        shape("s", fill=PictureFill(asset=wanted[1])), text(fill=PictureFill(asset=wanted[2])),
        group("g", shape("p", shape="path", path_asset=wanted[3], fill=None)),
        shape("m", mask=Mask(box=Box(0, 0, 1, 1), asset=wanted[4])),
    )  # fmt: skip
    assert assets_of(some) == set(wanted)


def test_every_font_family_is_found():
    spans = [Span(start=0, end=1, font="Anton"), Span(start=1, end=2, weight=700)]
    some = design(text(style=TextStyle(font="Lora"), spans=spans), group("g", text("other")))
    assert fonts_of(some) == {"Lora", "Anton", "Inter"}


def test_a_fault_is_told_in_one_line():
    with pytest.raises(ValidationError) as fault:
        TextLayer.model_validate(TEXT | {"box": [1, 2, 3, "wide"]})
    assert first_fault(fault.value) == (
        "box.3: Input should be a valid number, unable to parse string as a number (got 'wide')"
    )
    with pytest.raises(DesignError, match="box.3"):
        validated(TextLayer, TEXT | {"box": [1, 2, 3, "wide"]})


def test_other_layers_keep_everything_else():
    some = poster()
    bare = with_layers(some, ())
    assert bare == some.evolve(layers=()) and [*walk(bare)] == []
