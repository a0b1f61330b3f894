"""JSON of a schema as an automaton: what may follow, and what may not."""

import json

import pytest
from tiny_model import TinyModel

from agents.grammar import Grammar, decoded
from agents.model_copy import BriefAnswer
from agents.model_edits import EditAnswer
from agents.structured import read_answer, wire_schema

SCHEMA = {
    "type": "object",
    "properties": {
        "word": {"type": "string"},
        "kind": {"type": "string", "enum": ["a\"b", "ab"]},
        "list": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
        "rest": {"anyOf": [{"type": "null"}, {"type": "boolean"}, {"type": "number"}]},
    },
}  # fmt: skip
GRAMMAR = Grammar(SCHEMA)


def is_whole(text):
    state = GRAMMAR.after(GRAMMAR.start, text)
    return state is not None and GRAMMAR.is_end(state)


@pytest.mark.parametrize("word", ["", "jazz", 'a "quote" \\ /', "é漢😀", "\n\t", "\u0001"])
@pytest.mark.parametrize("rest", [None, True, -0.5, 12.25, 0])
def test_what_json_writes_is_accepted(word, rest):
    data = {"word": word, "kind": 'a"b', "list": [0, -12], "rest": rest}
    for options in ({}, {"separators": (",", ":")}, {"ensure_ascii": False}):
        assert is_whole(json.dumps(data, **options))


@pytest.mark.parametrize(
    "text",
    [
        '{"word":"a\nb"', '{"word": 1', '{"kind"', '{"word":"","kind":"abc"', "[", " {",
        '{"word":"","kind":"ab","list":[]', '{"word":"","kind":"ab","list":[1,2,3,4',
        '{"word":"","kind":"ab","list":[01', '{"word":"","kind":"ab","list":[1],"rest":nil',
    ],
)  # fmt: skip
def test_what_leaves_the_schema_is_refused(text):
    assert GRAMMAR.after(GRAMMAR.start, text) is None


@pytest.mark.parametrize("shape", [BriefAnswer, EditAnswer])
def test_a_model_without_sense_writes_json_of_the_schema(shape):
    model, schema = TinyModel(), wire_schema(shape)
    answers = [model.complete("hello", schema, 900, seed) for seed in range(4)]
    whole = [json.loads(answer.text, strict=False) for answer in answers if answer.whole]
    assert whole and all(set(data) == set(shape.model_fields) for data in whole)
    assert any(read_answer(answer.text, shape).fields for answer in answers)
    assert len({answer.text for answer in answers}) > 1


def test_an_answer_is_cut_off_at_the_limit():
    assert not TinyModel().complete("hello", wire_schema(BriefAnswer), 20, 1).whole


def test_a_vocabulary_that_cannot_write_json_ends():
    assert decoded(GRAMMAR, lambda ids: [0], lambda token: "x", 9) == ("", False)
