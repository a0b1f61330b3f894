from design_io.assets import AssetStore
from design_io.fonts import FontLibrary
from design_io.paint import Extrusion, Outline
from design_io.resources import Resources
from layout.arrange import arrange
from layout.checks import check
from layout.compose import compose
from tests.layout.plans import plan_of

RESOURCES = Resources(AssetStore(), FontLibrary.bundled())


def test_titles_are_drawn_with_the_depth_their_system_asks_for():
    plan = plan_of(system="retro")
    title = compose(plan, arrange(plan, RESOURCES.fonts)).layer("title")
    assert [type(effect) for effect in title.effects] == [Extrusion, Outline]
    assert {effect.color for effect in title.effects} == {plan.palette["dark"]}


def test_flat_systems_have_flat_titles():
    plan = plan_of(system="swiss")
    assert compose(plan, arrange(plan, RESOURCES.fonts)).layer("title").effects == ()


def test_an_outlined_title_passes_the_contrast_check():
    for seed in range(6):
        plan = plan_of(system="retro", seed=seed)
        design = compose(plan, arrange(plan, RESOURCES.fonts))
        assert [f for f in check(design, RESOURCES) if f.rule == "contrast"] == []
