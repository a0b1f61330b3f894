import pytest

from agents.chat.naming import leaves_of
from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.document import walk
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.history import History
from design_io.resources import Resources
from design_io.text import ink_box
from layout.arrange import arrange
from layout.compose import compose
from tests.agents.talk import said
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
PLAN = plan_of()
DESIGN = compose(PLAN, arrange(PLAN, RESOURCES.fonts))


CHANGED = History(DESIGN).do(UpdateLayer(layer_id="title", changes={"locked": True}))


def edited(sentence, design=DESIGN):
    edit = said(sentence, design, RESOURCES)
    for command in edit.commands:
        design = apply(design, command, "agent")
    return design


def changed_layers(design) -> set[str]:
    before = {layer.id: layer for layer in walk(DESIGN) if layer.kind != "group"}
    after = {layer.id: layer for layer in walk(design) if layer.kind != "group"}
    return {i for i in before.keys() | after.keys() if before.get(i) != after.get(i)}


@pytest.mark.parametrize(
    ("sentence", "color"),
    [
        ("make the title red", "#ff0000"),
        ("Please change the headline's colour to #1a2b3c.", "#1a2b3c"),
        ("turn the title teal", "#008080"),
        ("colour the title in dark blue", "#00008b"),
    ],
)
def test_text_is_recoloured(sentence, color):
    design = edited(sentence)
    assert design.layer("title").style.color == color
    assert changed_layers(design) == {"title"}


def test_a_recoloured_button_keeps_readable_words():
    design = edited("make the button yellow")
    assert design.layer("cta-pill").fill.color == "#ffff00"
    assert changed_layers(design) == {"cta-pill", "cta"}


@pytest.mark.parametrize(
    ("sentence", "layer_id", "text"),
    [
        ("change the title to 'Blue Monday'", "title", "Blue Monday"),
        ("change the date to 5 May", "date", "5 May"),
        ("the venue should say “Town Hall”", "venue", "Town Hall"),
        ("replace 'Saturday' with 'Friday'", "date", "Friday 12 December 2026"),
        ("title: Blue Monday", "title", "Blue Monday"),
        ("text on the button should be 'Reserve'", "cta", "Reserve"),
    ],
)
def test_text_is_retyped_and_nothing_else_changes(sentence, layer_id, text):
    design = edited(sentence)
    assert design.layer(layer_id).text == text
    assert changed_layers(design) == {layer_id}


def test_a_longer_title_still_fits_its_box():
    design = edited("change the title to 'A very much longer title that needs more room'")
    title = design.layer("title")
    assert ink_box(title, RESOURCES.fonts).bottom <= title.box.bottom + 1


@pytest.mark.parametrize(
    ("sentence", "dx", "dy"),
    [
        ("move the date up 40", 0, -40),
        ("move the title right by 12.5 px", 12.5, 0),
        ("nudge the venue left", -54, 0),
        ("move the venue 30 px to the left", -30, 0),
        ("please move the venue down 1 in", 0, 96),
    ],
)
def test_layers_move_by_what_was_said(sentence, dx, dy):
    design = edited(sentence)
    layer_id, *label = sorted(changed_layers(design), key=len)
    assert label in ([], [f"{layer_id}-label"])  # a value moves with its small heading
    old, new = DESIGN.layer(layer_id).box, design.layer(layer_id).box
    assert (new.x - old.x, new.y - old.y) == pytest.approx((dx, dy))


def test_a_layer_is_placed_in_a_corner():
    ink = ink_box(
        edited("move the subtitle to the bottom right").layer("subtitle"), RESOURCES.fonts
    )
    assert ink.right == pytest.approx(1080 - 64.8, abs=1) and ink.bottom > 1250


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [("hide the date", "visible", False), ("lock the date", "locked", True)],
)
def test_layers_are_switched(sentence, field, value):
    assert getattr(edited(sentence).layer("date"), field) is value


def test_a_group_is_removed_with_all_its_members():
    assert {"cta", "cta-pill"} <= changed_layers(edited("delete the button"))


def test_sizes_weights_and_fonts_change():
    before = DESIGN.layer("subtitle").style
    assert edited("make the subtitle 20% smaller").layer("subtitle").style.size < before.size
    assert edited("make the subtitle bold").layer("subtitle").style.weight == 700
    assert edited("set the font of the subtitle to anton").layer("subtitle").style.font == "Anton"


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("flibber the gibbet", "make the title red"),
        ("make the dragon red", "no layer is called 'dragon'"),
        ("set the font of the title to Comic Papyrus", "list fonts"),
        ("", "understands"),
    ],
)
def test_what_is_not_understood_is_refused_with_a_way_out(sentence, why):
    with pytest.raises(DesignError, match=why):
        edited(sentence)


def test_a_locked_layer_is_left_alone():
    locked = apply(DESIGN, UpdateLayer(layer_id="title", changes={"locked": True}))
    for sentence in ("make the title red", "unlock the title", "delete the title"):
        with pytest.raises(DesignError, match="locked"):
            edited(sentence, locked)


def test_undo_and_redo_are_not_commands():
    assert said("undo", CHANGED, RESOURCES).kind == "undo"
    assert said("redo that", CHANGED.undo(), RESOURCES).kind == "redo"


def test_a_target_is_found_by_its_words():
    design = edited("hide '8 pm'")
    assert changed_layers(design) - {"time-label"} == {"time"}


def test_every_leaf_of_a_group_is_reached():
    details = DESIGN.layer("details")
    assert len(leaves_of(details)) == len([x for x in walk(DESIGN) if x in details.layers])


@pytest.mark.parametrize(
    ("sentence", "field", "value"),
    [
        ("make all text white", "color", "#ffffff"),
        ("change the font to Outfit", "font", "Outfit"),
        ("make the text all caps", "case", "upper"),
    ],
)
def test_all_text_changes_together(sentence, field, value):
    texts = [layer for layer in walk(edited(sentence)) if layer.kind == "text"]
    shown = [text for text in texts if text.id != "cta" or field != "color"]
    assert {getattr(text.style, field) for text in shown} == {value}


def test_looks_can_be_combined():
    style = edited("make the title bold and italic").layer("title").style
    assert (style.weight, style.italic) == (700, True)


def test_layers_turn_and_change_places():
    assert edited("rotate the title by 5 degrees").layer("title").rotation == 5
    assert edited("send the title to the back").layers[1].id == "title"
    assert edited("bring the subtitle to the front").layers[-1].id == "subtitle"


def test_the_background_is_recoloured():
    assert edited("background black").layer("background").fill.color == "#000000"


def test_a_suggestion_is_applied_as_one_step_by_its_number():
    ground = DESIGN.palette["bg"]
    pale = edited(f"make the title {ground}")
    edit = said("apply suggestion 1", pale, RESOURCES)
    assert len(edit.commands) == 1 and "recolour" in edit.said
    assert apply(pale, edit.commands[0], "agent").layer("title").style.color != ground


def test_a_suggestion_that_is_not_there_says_why():
    with pytest.raises(DesignError, match="nothing to do"):
        edited("apply suggestion 2")
