"""Commands: what each does, what it refuses and how it says so, for users and for agents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from design_io.commands import (
    AddLayer,
    Batch,
    MoveLayer,
    RemoveLayer,
    UpdateDesign,
    UpdateLayer,
    apply,
    command_from_json,
    command_to_json,
)
from design_io.document import Design, TextStyle, from_json, to_json, walk
from design_io.errors import DesignError
from design_io.geometry import Box
from tests.design_io.documents import (
    KINDS,
    Edit,
    design,
    designs,
    group,
    ids,
    layers,
    poster,
    shape,
    text,
)


def update(layer_id="title", **changes) -> UpdateLayer:
    return UpdateLayer(layer_id=layer_id, changes=changes)


def locked(layer_id: str) -> Design:
    return apply(poster(), update(layer_id, locked=True))


def refusal(some: Design, command, actor="user") -> str:
    with pytest.raises(DesignError) as refused:
        apply(some, command, actor)
    assert "\n" not in str(refused.value)
    return str(refused.value)


# What they do


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({}, ["ground", "art", "sun", "star", "title", "new"]),
        ({"index": 0}, ["new", "ground", "art", "sun", "star", "title"]),
        ({"index": 99}, ["ground", "art", "sun", "star", "title", "new"]),
        ({"parent": "art"}, ["ground", "art", "sun", "star", "new", "title"]),
        ({"parent": "art", "index": 1}, ["ground", "art", "sun", "new", "star", "title"]),
    ],
)
def test_a_layer_is_added_where_it_is_asked_for(place, expected):
    assert ids(apply(poster(), AddLayer(layer=shape("new"), **place))) == expected


@pytest.mark.parametrize(
    ("layer_id", "expected"),
    [("star", ["ground", "art", "sun", "title"]), ("art", ["ground", "title"])],
)
def test_a_layer_is_removed_with_its_members(layer_id, expected):
    assert ids(apply(poster(), RemoveLayer(layer_id=layer_id))) == expected


@pytest.mark.parametrize(
    ("layer_id", "place", "expected"),
    [
        ("title", {"index": 0}, ["title", "ground", "art", "sun", "star"]),
        ("ground", {}, ["art", "sun", "star", "title", "ground"]),
        ("star", {}, ["ground", "art", "sun", "title", "star"]),
        ("title", {"parent": "art", "index": 0}, ["ground", "art", "title", "sun", "star"]),
        ("star", {"parent": "art", "index": 0}, ["ground", "art", "star", "sun", "title"]),
        ("art", {"index": 0}, ["art", "sun", "star", "ground", "title"]),
    ],
)
def test_a_layer_is_moved_within_and_between_groups(layer_id, place, expected):
    assert ids(apply(poster(), MoveLayer(layer_id=layer_id, **place))) == expected


def test_fields_of_a_layer_are_set_and_the_rest_is_kept():
    new = apply(poster(), update("star", rotation=30, name="Star")).layer("star")
    assert new == poster().layer("star").evolve(rotation=30, name="Star")


def test_fields_of_the_design_are_set():
    assert apply(poster(), UpdateDesign(changes={"title": "Blues"})).title == "Blues"


def test_untouched_layers_are_shared_between_the_designs():
    before = poster()
    after = apply(before, update("title", rotation=1))
    assert after.layers[0] is before.layers[0] and after.layers[1] is before.layers[1]


def test_a_batch_applies_its_commands_in_order():
    batch = Batch(commands=[AddLayer(layer=shape("new")), update("new", opacity=0.5)])
    assert apply(poster(), batch).layer("new").opacity == 0.5


def test_a_batch_is_all_or_nothing():
    before = poster()
    batch = Batch(commands=[RemoveLayer(layer_id="star"), update("star", opacity=0.5)])
    assert "no layer 'star'" in refusal(before, batch)
    assert before == poster()


# What they refuse


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (RemoveLayer(layer_id="moon"), "no layer 'moon'; the design has ground, art, sun,"),
        (update("moon", opacity=1), "no layer 'moon'"),
        (MoveLayer(layer_id="moon"), "no layer 'moon'"),
        (AddLayer(layer=shape("sun")), "two layers have the id 'sun'; ids must be unique"),
        (AddLayer(layer=group("g", shape("star"))), "two layers have the id 'star'"),
        (AddLayer(layer=shape("new"), parent="moon"), "no layer 'moon'"),
        (AddLayer(layer=shape("new"), parent="sun"), "layer 'sun' is a shape, not a group"),
        (MoveLayer(layer_id="sun", parent="title"), "layer 'title' is a text, not a group"),
        (MoveLayer(layer_id="art", parent="art"), "group 'art' cannot move into itself"),
        (update(id="other"), "'id' of layer 'title' cannot be changed; add a new layer"),
        (update(kind="shape"), "'kind' of layer 'title' cannot be changed"),
        (update("art", layers=[]), "'layers' of layer 'art' cannot be changed"),
        (update(opacity=3), "layer 'title': opacity: Input should be less than or equal to 1"),
        (update(colour="red"), "layer 'title': colour: Extra inputs are not permitted"),
        (update(text=None), "layer 'title': text: Input should be a valid string"),
        (update(style={"size": -1}), "layer 'title': style.size: "),
        (UpdateDesign(changes={"layers": []}), "'layers' of a design is changed by layer commands"),
        (UpdateDesign(changes={"version": 2}), "'version' of a design is changed by"),
        (UpdateDesign(changes={"canvas": {"width": 0, "height": 1}}), "canvas.width: "),
        (UpdateDesign(changes={"mood": "warm"}), "mood: Extra inputs are not permitted"),
    ],
)
def test_a_refusal_names_the_value_and_the_way_out(command, line):
    assert refusal(poster(), command).startswith(line)


def test_a_group_moves_into_no_member_of_itself():
    some = design(group("outer", group("inner")))
    assert "cannot move into itself" in refusal(some, MoveLayer(layer_id="outer", parent="inner"))


@pytest.mark.parametrize("actor", ["user", "agent"])
@pytest.mark.parametrize(
    ("command", "verb"),
    [
        (RemoveLayer(layer_id="title"), "removed"),
        (MoveLayer(layer_id="title", index=0), "moved"),
        (update(rotation=4), "changed"),
        (update(rotation=4, locked=False), "changed"),
    ],
)
def test_a_locked_layer_stays_as_it_is(command, verb, actor):
    line = f"layer 'title' (title) is locked and cannot be {verb}; unlock it first"
    assert refusal(locked("title"), command, actor) == line


def test_a_user_unlocks_and_an_agent_does_not():
    unlock = update(locked=False)
    assert apply(locked("title"), unlock) == poster()
    assert "is locked" in refusal(locked("title"), unlock, "agent")


@pytest.mark.parametrize("command", [RemoveLayer(layer_id="art"), MoveLayer(layer_id="art")])
def test_a_group_with_a_locked_member_stays(command):
    assert "layer 'star' (background) is locked" in refusal(locked("star"), command)


@pytest.mark.parametrize(
    "command",
    [AddLayer(layer=shape("new"), parent="art"), MoveLayer(layer_id="ground", parent="art")],
)
def test_nothing_enters_a_locked_group(command):
    assert "cannot be added to; unlock it first" in refusal(locked("art"), command)


# Any design, any edit

edits = st.builds(Edit, st.sampled_from(KINDS[:-2]), st.integers(0, 99), st.integers(0, 99))


@given(designs, edits)
def test_whatever_is_done_to_any_design_leaves_a_sound_one(some, edit):
    before = to_json(some)
    try:
        after = apply(some, edit.command(some), "agent")
    except DesignError:
        after = some
    assert from_json(to_json(after)) == after
    assert to_json(some) == before


@given(layers)
def test_adding_and_removing_a_layer_changes_nothing(layer):
    bare = layer.evolve(id="added", **({"layers": ()} if layer.kind == "group" else {}))
    added = apply(poster(), AddLayer(layer=bare, index=0))
    assert apply(added, RemoveLayer(layer_id="added")) == poster()


# JSON


@given(edits)
def test_any_command_survives_json(edit):
    command = edit.command(poster())
    assert command_from_json(command_to_json(command)) == command


@given(layers)
def test_a_layer_survives_inside_a_command(layer):
    command = AddLayer(layer=layer, parent="art", index=2)
    assert command_from_json(command_to_json(command)) == command


def test_values_in_changes_become_plain_json_and_mean_the_same():
    command = update(box=Box(1, 2, 3, 4), style=TextStyle(size=9))
    again = command_from_json(command_to_json(command))
    assert again.changes["box"] == [1, 2, 3, 4]
    assert apply(poster(), again) == apply(poster(), command)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("", "not a command: Invalid JSON"),
        ("{}", "not a command: Unable to extract tag using discriminator 'op'"),
        ('{"op": "explode"}', "not a command: Input tag 'explode' found using 'op'"),
        ('{"op": "remove_layer"}', "not a command: remove_layer.layer_id: Field required"),
        ('{"op": "remove_layer", "layer_id": "x y"}', "not a command: remove_layer.layer_id: "),
        ('{"op": "remove_layer", "layer": "x"}', "not a command: remove_layer.layer_id: "),
    ],
)
def test_what_is_no_command_is_refused_in_one_line(written, line):
    with pytest.raises(DesignError) as refused:
        command_from_json(written)
    assert str(refused.value).startswith(line) and "\n" not in str(refused.value)


def test_a_value_that_json_cannot_hold_is_refused():
    with pytest.raises(DesignError, match="the command holds a value that JSON cannot"):
        command_to_json(UpdateDesign(changes={"title": "\ud800"}))


def test_layers_of_every_kind_are_walked_after_many_commands():
    some = design()
    for number in range(20):
        some = apply(some, AddLayer(layer=text(f"t{number}"), index=0))
    assert [layer.id for layer in walk(some)] == [f"t{n}" for n in reversed(range(20))]
