"""Where a design goes against its brand, and that one which keeps to it is left in peace."""

import pytest

from design_io.assets import AssetStore
from design_io.commands import UpdateLayer, apply
from design_io.fonts import FontLibrary
from design_io.resources import Resources
from layout.arrange import arrange
from layout.brand_rules import BrandRules, brand_findings
from layout.compose import compose
from layout.palette import palette_for
from layout.systems import SYSTEMS
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())
RULES = BrandRules(colors=("#2f5d50", "#c8743c"), title_font="Fraunces", text_font="Outfit")


def designed(system="swiss", colors=RULES.colors):
    palette = palette_for(SYSTEMS[system], None, colors, seed=2)
    plan = plan_of(system=system).evolve(
        title_font=RULES.title_font, text_font=RULES.text_font, palette=palette
    )
    return compose(plan, arrange(plan, RESOURCES.fonts))


def rules_of(design, rules=RULES):
    return {finding.rule for finding in brand_findings(design, rules)}


@pytest.mark.parametrize("system", ("swiss", "arch", "manifesto", "deco", "papercut", "bands"))
@pytest.mark.parametrize(
    "colors", (("#2f5d50", "#c8743c"), ("#2f5d50", "#e8dcc3", "#c8743c"), ("#ffee00",)), ids=len
)
def test_systems_in_the_brands_colours_and_fonts_keep_its_rules(system, colors):
    rules = RULES.evolve(colors=colors)
    assert rules_of(designed(system, colors), rules) == set()


def test_a_title_in_another_font_is_found_when_the_kit_sets_titles_alone():
    rules = RULES.evolve(title_font="Anton", text_font="")
    assert [f.layers for f in brand_findings(designed(), rules)] == [("title",)]


def test_forbidden_fonts_are_found_in_any_case():
    rules = BrandRules(forbidden_fonts=("outfit",))
    assert rules_of(designed(), rules) == {"brand-font"}


def test_another_font_and_another_colour_are_found():
    design = designed()
    style = design.layer("subtitle").style.evolve(font="Pacifico", color="#c214c9")
    changed = apply(design, UpdateLayer(layer_id="subtitle", changes={"style": style}))
    assert rules_of(changed) == {"brand-font", "brand-color"}


def test_forbidden_words_are_found_as_whole_words():
    rules = RULES.evolve(forbidden_words=("jazz",))
    assert rules_of(designed(), rules) == {"brand-word"}
    assert rules_of(designed(), RULES.evolve(forbidden_words=("jaz",))) == set()


def test_a_missing_logo_is_found():
    assert rules_of(designed(), RULES.evolve(logo=True)) == {"brand-logo"}
