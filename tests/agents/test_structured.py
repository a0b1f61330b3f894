"""Answers of a model: read leniently, validated strictly, repaired twice, then field by field."""

import asyncio
import json
from typing import Annotated

import pytest
from pydantic import Field
from scripted import Scripted

from agents.prompts import prompt_named, prompt_names
from agents.structured import MOST_CHARACTERS, NoAnswer, Shape, asked, read_answer, wire_schema


class Poster(Shape):
    title: Annotated[str, Field(max_length=20)] = ""
    tones: Annotated[tuple[Annotated[str, Field(max_length=6)], ...], Field(max_length=3)] = ()


GOOD = {"title": "Jazz", "tones": ["dark"]}
BAD = {"title": "J" * 30, "tones": ["dark"]}


def answered(*answers):
    model = Scripted(*answers)
    value, faults = asyncio.run(asked(model, "brief", {"request": "jazz"}, Poster))
    return value, faults, model


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(GOOD),
        "Sure! Here it is:\n```json\n" + json.dumps(GOOD) + "\n```\nEnjoy.",
        '<think>maybe {"title": 1}</think>' + json.dumps(GOOD),
        '{"title": "Ja\x0bzz", "tones": []}',  # a raw control character
    ],
)
def test_an_object_is_found_past_thoughts_fences_and_prose(text):
    assert read_answer(text, Poster).faults == ()


@pytest.mark.parametrize(
    "text", ["", "I cannot help with that.", "[1]", '"x"', "{", '{"title": "Ja', "null", "{" * 9000]
)
def test_what_is_no_object_is_no_answer(text):
    read = read_answer(text, Poster)
    assert read.fields == {} and read.faults


def test_a_megabyte_is_not_read():
    read = read_answer(json.dumps(GOOD | {"title": "x" * 1_000_000}), Poster)
    assert read.fields == {} and f"{MOST_CHARACTERS:,}" in read.faults[0]


def test_one_bad_field_spares_the_others():
    assert read_answer(json.dumps(BAD), Poster).fields == {"tones": ("dark",)}


def test_one_bad_member_spares_the_list():
    read = read_answer(json.dumps(GOOD | {"tones": ["dark", 7, "much too long"]}), Poster)
    assert read.fields["tones"] == ("dark",) and len(read.faults) == 2


def test_a_repair_turn_shows_the_model_what_was_wrong():
    value, faults, model = answered(BAD, GOOD)
    assert value.title == "Jazz" and faults == ()
    assert "title" in model.asked[1][0][-1].text and len(model.asked) == 2


def test_after_two_repairs_the_valid_fields_are_taken():
    value, faults, model = answered(BAD)
    assert (value.title, value.tones, len(model.asked)) == ("", ("dark",), 3)
    assert "title" in faults[0]


def test_an_answer_cut_off_is_asked_again_and_a_dead_server_is_not():
    value, _, _ = answered(NoAnswer("cut off", passing=True), GOOD)
    assert value.title == "Jazz"
    with pytest.raises(NoAnswer, match="start it"):
        answered(NoAnswer("start it"))


def test_the_schema_on_the_wire_is_closed_and_free_of_lengths():
    schema = wire_schema(Poster)
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["title", "tones"]
    assert "maxLength" not in json.dumps(schema) and "$ref" not in json.dumps(schema)


def test_the_request_reaches_the_model_as_quoted_data():
    _, _, model = answered(GOOD)
    system, user = model.asked[0][0]
    assert system.text == prompt_named("brief").text and json.loads(user.text) == {
        "request": "jazz"
    }


def test_fields_may_be_held_to_the_words_there_are():
    schema = wire_schema(Poster, {"title": ("Jazz", "Blues")})
    assert schema["properties"]["title"] == {"type": "string", "enum": ["Jazz", "Blues"]}


def test_nothing_of_use_is_no_answer():
    with pytest.raises(NoAnswer, match="scripted:model gave no usable answer"):
        answered("I'm sorry, but I can't help with that.")


def test_every_prompt_has_a_version():
    assert set(prompt_names()) == {"brief", "critique", "edit", "repair", "rewrite", "system"}
    assert all(prompt_named(name).version >= 1 for name in prompt_names())
