"""A model's answer made into a value: JSON schema in, our own validation out.

At most two repair turns with the validator's words; what is still wrong then is dropped field by
field, so that the rules decide those fields and the model the others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, Protocol, TypeVar, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from agents.minds import Picture
from agents.prompts import prompt_named

MOST_REPAIRS = 2
MOST_CHARACTERS = 100_000  # of an answer that is read at all
_CLIPPED = 1_500  # characters of a bad answer that are shown to the model again
_MOST_FAULTS = 6
_MOST_MEMBERS = 40  # of a list with faults that are looked at


class Message(NamedTuple):
    role: str  # "system", "user" or "assistant"
    text: str
    pictures: tuple[Picture, ...] = ()


class Completion(NamedTuple):
    text: str
    tokens: int = 0  # read and written; 0 where nobody tells


class NoAnswer(Exception):
    """The model gave nothing; the message is one line that says what to set or start.

    A `passing` one may be asked again: an answer that was cut off, a busy server.
    """

    def __init__(self, line: str, passing: bool = False) -> None:
        super().__init__(line)
        self.passing = passing


class Completer(Protocol):
    """A language model: messages and a JSON schema in, text out that may be anything."""

    name: str

    async def complete(
        self, messages: tuple[Message, ...], schema: dict[str, Any]
    ) -> Completion: ...


class Shape(BaseModel):
    """What an answer is made of; each field has a default, by which the rules decide it."""


S = TypeVar("S", bound=Shape)


class Read(NamedTuple):
    """What could be read of an answer, and what is wrong with it."""

    fields: dict[str, Any]
    faults: tuple[str, ...]


async def asked(
    completer: Completer, task: str, data: Mapping[str, Any], shape: type[S],
    pictures: tuple[Picture, ...] = (), among: Mapping[str, Iterable[str]] | None = None,
) -> tuple[S, tuple[str, ...]]:  # fmt: skip
    """The answer to a task, and the faults that were left in it.

    `data` reaches the model as quoted JSON under the prompt `assets/prompts/TASK.md`; `among` are
    the words that fields of these names may hold. NoAnswer when nothing of use comes.
    """
    schema = wire_schema(shape, among)
    quoted = json.dumps(data, ensure_ascii=False)
    messages: tuple[Message, ...] = (
        Message("system", prompt_named(task).text),
        Message("user", quoted, pictures),
    )
    best = Read({}, ("nothing was answered",))
    for turn in range(1 + MOST_REPAIRS):
        try:
            text = (await completer.complete(messages, schema)).text
        except NoAnswer as error:
            if not error.passing:
                raise
            text, read = "", Read({}, (str(error),))
        else:
            read = read_answer(text, shape)
        best = read if turn == 0 or len(read.fields) >= len(best.fields) else best
        if not read.faults:
            break
        repair = prompt_named("repair").text + "\n" + "\n".join(read.faults)
        messages = (*messages[:2], Message("assistant", text[:_CLIPPED]), Message("user", repair))
    if not best.fields:
        raise NoAnswer(f"{completer.name} gave no usable answer: {best.faults[0]}")
    return shape(**best.fields), best.faults


def read_answer(text: str, shape: type[Shape]) -> Read:
    """The fields of an answer that are valid by themselves, and the faults of the others."""
    if len(text) > MOST_CHARACTERS:
        return Read({}, (f"the answer has {len(text):,} characters; the limit is 100,000",))
    found = _object_in(text)
    if found is None:
        return Read({}, ("the answer is not one JSON object",))
    fields, faults = {}, []
    for name, field in shape.model_fields.items():
        if name not in found:
            faults.append(f"{name}: missing")
            continue
        try:
            adapter: TypeAdapter[Any] = TypeAdapter(field.rebuild_annotation())
            fields[name] = adapter.validate_python(found[name])
        except ValidationError as error:
            faults += [f"{name}: {line}" for line in _lines_of(error)]
            kept = _valid_members(found[name], field.annotation)
            if kept:
                fields[name] = kept
    unknown = [name for name in found if name not in shape.model_fields]
    faults += [f"{name[:40]!r} is no field" for name in unknown[:_MOST_FAULTS]]
    return Read(fields, tuple(faults[:_MOST_FAULTS]))


def wire_schema(
    shape: type[Shape], among: Mapping[str, Iterable[str]] | None = None
) -> dict[str, Any]:
    """The shape as a JSON schema that strict servers take: closed objects, every field required.

    Lengths and patterns are left to our own validation; servers bear them badly.
    """
    schema = shape.model_json_schema()
    words = {name: {"type": "string", "enum": [*some]} for name, some in (among or {}).items()}
    wired: dict[str, Any] = _wired(schema, schema.get("$defs", {}), words)
    return {"title": shape.__name__, "description": "The answer", **wired}


def _wired(node: Any, named: Mapping[str, Any], words: Mapping[str, Any]) -> Any:
    if isinstance(node, list):
        return [_wired(item, named, words) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        return _wired(named[node["$ref"].rpartition("/")[2]], named, words)
    if node.get("type") == "object":
        members = {
            name: words.get(name) or _wired(part, named, words)
            for name, part in node["properties"].items()
        }
        return {
            "type": "object", "properties": members, "required": list(members),
            "additionalProperties": False,
        }  # fmt: skip
    return {key: _wired(node[key], named, words) for key in _WIRED if key in node}


_WIRED = ("type", "enum", "items", "anyOf", "description", "minItems", "maxItems")


def _object_in(text: str) -> dict[str, Any] | None:
    """The JSON object in an answer, past a model's thoughts and a code fence."""
    text = re.sub(r"\A.*</think>", "", text, flags=re.DOTALL)
    start = text.find("{")
    if start < 0:
        return None
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(text, start)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _valid_members(found: Any, annotation: Any) -> tuple[Any, ...]:
    """Of a list the members that are valid by themselves; of anything else nothing."""
    if not isinstance(found, list) or get_origin(annotation) is not tuple:
        return ()
    member = get_args(annotation)[0]
    return tuple(_each_valid(found[:_MOST_MEMBERS], TypeAdapter(member)))


def _each_valid(found: Iterable[Any], adapter: TypeAdapter[Any]) -> Iterator[Any]:
    for member in found:
        try:
            yield adapter.validate_python(member)
        except ValidationError:
            continue


def _lines_of(error: ValidationError) -> list[str]:
    lines = []
    for fault in error.errors(include_url=False, include_input=False)[:_MOST_FAULTS]:
        where = ".".join(str(part) for part in fault["loc"])
        lines.append(f"{where + ': ' if where else ''}{fault['msg']}")
    return lines
