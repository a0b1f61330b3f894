"""axe-core finds nothing serious on any page, in light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.slow, pytest.mark.client]
PANELS = ("brief", "variants", "versions", "brand", "quality", "export", "settings")
FOUND = """async ([within, rules]) => {
  const options = { resultTypes: ["violations"] };
  if (rules) options.runOnly = { type: "rule", values: rules };
  const { violations } = await axe.run(within, options);
  return violations.filter(({ impact }) => ["serious", "critical"].includes(impact))
    .map(({ id, nodes }) => [id, nodes[0].html.slice(0, 160)]);
}"""
COLOURS = ["color-contrast", "link-in-text-block"]  # what dark and light can differ in


@pytest.fixture
def grave(tab):
    """Serious and critical violations inside of an element: rule, and the first at fault."""

    def found(within="html", rules=None):
        if not tab.evaluate("'axe' in window"):
            tab.evaluate(Axe().axe_script)
        return tab.evaluate(FOUND, [within, rules])

    return found


def opened(tab, studio, address):
    tab.goto(f"{studio.address}{address}")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")


def test_every_panel_of_the_page_is_accessible_in_light_and_dark(tab, studio, grave):
    opened(tab, studio, f"/?doc={studio.doc}")
    assert grave() == [], "chat"  # which is open
    tab.emulate_media(color_scheme="dark")
    assert grave(rules=COLOURS) == [], "chat in the dark"
    for name in PANELS:
        tab.click(f"#tab-{name}")
        tab.wait_for_selector(f"#panel-{name} h2", state="visible")
        assert grave(f"#panel-{name}", COLOURS) == [], f"{name} in the dark"
        tab.emulate_media(color_scheme="light")
        assert grave(f"#panel-{name}") == [], name
        tab.emulate_media(color_scheme="dark")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_alone_is_accessible(tab, studio, grave, scheme):
    tab.emulate_media(color_scheme=scheme)
    opened(tab, studio, f"/studio/d/{studio.doc}")
    assert grave() == []


def test_the_editor_with_a_selection_is_accessible(hand, grave):
    hand.select("title")
    assert grave() == []


def test_the_start_page_is_accessible(tab, studio, grave):
    tab.goto(studio.address)
    tab.wait_for_selector("plakat-start textarea")
    assert grave() == []
