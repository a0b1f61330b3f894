import pytest

from design_io.assets import AssetStore
from design_io.color import hex_to_oklch
from design_io.document import leaves
from tests.generators.test_artist import SHEETS, painted_design, request_for


def forms_of(sheet: str, seed: int):
    request = request_for("overprint", sheet, subjects=(), seed=seed)
    design = painted_design(request, AssetStore())
    return request, design.canvas.box, list(leaves(design))


@pytest.mark.parametrize("sheet", SHEETS)
def test_forms_lie_whole_on_the_sheet_or_bleed_by_a_good_part(sheet):
    for seed in range(20):
        _, canvas, forms = forms_of(sheet, seed)
        for form in forms:
            shown = form.box.intersection(canvas).area / form.box.area
            assert shown > 0.995 or 0.15 < shown < 0.92, (seed, form.name, shown)


@pytest.mark.parametrize("sheet", SHEETS)
def test_there_are_always_several_forms_in_more_than_one_ink(sheet):
    for seed in range(20):
        _, _, forms = forms_of(sheet, seed)
        assert len(forms) >= 2 and len({form.fill.color for form in forms}) >= 2, seed


def test_forms_keep_right_of_the_copy_in_landscape():
    for seed in range(20):
        request, _, forms = forms_of("landscape", seed)
        assert all(form.box.x >= request.boxes("object")[0].x - 1 for form in forms), seed


@pytest.mark.parametrize("seed", range(12))
def test_inks_multiply_on_paper_and_add_up_on_dark_sheets(seed):
    request, _, forms = forms_of("portrait", seed)
    dark = hex_to_oklch(request.palette["bg"]).lightness < 0.6
    assert {form.blend_mode for form in forms} == {"screen" if dark else "multiply"}
