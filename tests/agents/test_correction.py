import pytest

from agents.correction import corrected
from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.document import Canvas, Design, TextLayer, TextStyle, from_json, to_json
from design_io.errors import DesignError
from design_io.fonts import FontLibrary
from design_io.geometry import Box
from design_io.resources import Resources
from layout.arrange import arrange
from layout.checks import report, scores
from layout.compose import compose
from layout.verdict import lines
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
PLAN = plan_of()
GOOD = compose(PLAN, arrange(PLAN, RESOURCES.fonts))


def moved(dx, dy, **changes):
    box = GOOD.layer("subtitle").box.shift(dx, dy)
    return apply(GOOD, UpdateLayer(layer_id="subtitle", changes={"box": box, **changes}))


def words(count, width=1080, height=1080, size=20.0, text="Word"):
    """Texts in four columns."""
    places = ((90 + i % 4 * 240, 40 + i // 4 * 20) for i in range(count))
    texts = tuple(
        TextLayer(
            id=f"t{i}", role="body", text=text, box=Box(x, y, 200, 24), fit="shrink",
            style=TextStyle(size=size),
        )
        for i, (x, y) in enumerate(places)
    )  # fmt: skip
    return Design(canvas=Canvas(width=width, height=height), layers=texts)


def test_a_text_laid_over_another_goes_back_and_the_rest_stays():
    result = corrected(moved(0, -130), RESOURCES)
    assert not [f for f in result.findings if f.severity == "gate"]
    assert result.design.layer("title") == GOOD.layer("title")
    assert "move" in result.trace[0]


def test_a_text_out_of_line_is_put_back_only_when_asked_to_tidy():
    astray = moved(45, 0)
    assert corrected(astray, RESOURCES).design == astray
    tidy = corrected(astray, RESOURCES, tidy=True).design
    assert tidy.layer("subtitle").box.x == pytest.approx(GOOD.layer("subtitle").box.x, abs=4)


def test_pinned_layers_stay():
    astray = moved(70, 0)
    result = corrected(astray, RESOURCES, pinned=frozenset({"subtitle"}), tidy=True)
    assert result.design.layer("subtitle") == astray.layer("subtitle")


def test_when_everything_is_locked_it_says_what_it_may_not_mend():
    bad = moved(0, -150)
    locked = bad.model_copy(
        update={"layers": tuple(x.evolve(locked=True) for x in bad.layers)},
    )
    result = corrected(locked, RESOURCES)
    assert result.design == locked
    assert "locked" in result.trace[-1] and "Jazz Night" in result.trace[-1]


@pytest.mark.parametrize(
    "design", [words(0), words(120), words(6, width=4000, height=400)], ids=["0", "120", "10:1"]
)
def test_empty_full_and_flat_sheets_are_judged_and_corrected(design):
    result = corrected(design, RESOURCES, tidy=True)
    assert len(scores(result.design, RESOURCES).elements) == len(design.layers)


def test_text_that_cannot_fit_is_told_with_the_options_and_never_cut():
    design = words(1, size=12.0, text="Far too many words for this box " * 20)
    result = corrected(design, RESOURCES)
    told = [f.message for f in result.findings if f.rule in ("overflow", "legible-size")]
    assert result.design.layer("t0").text == design.layer("t0").text
    assert any("shorten the text" in message for message in told)


def test_a_box_without_numbers_is_refused():
    with pytest.raises(DesignError, match="box"):
        from_json(to_json(words(1)).replace('"x":90.0', '"x":"nan"').replace("[90.0", '["nan"'))


def test_people_read_a_verdict_and_the_fixes():
    good, bad = report(GOOD, RESOURCES), report(moved(0, -150), RESOURCES)
    assert lines(good, GOOD.canvas)[0] == "Reads well · nothing to fix · screen-safe"
    assert lines(bad, GOOD.canvas)[0].startswith("Hard to read")
    assert "soft_score" in good.metrics and "soft_score" not in bad.metrics


def test_of_two_that_lie_on_each_other_the_one_that_then_leaves_least_wrong_moves():
    """The label stands in line even where it lies on the title, whose own place is a good one."""
    box = GOOD.layer("title").box
    laid = UpdateLayer(layer_id="brand", changes={"box": GOOD.layer("brand").box._replace(y=box.y)})
    result = corrected(apply(GOOD, laid), RESOURCES)
    assert not [f for f in result.findings if f.severity == "gate"]
    assert result.design.layer("title") == GOOD.layer("title")
