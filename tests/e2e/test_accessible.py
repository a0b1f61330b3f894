"""axe-core finds nothing serious on either page, in light and dark."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.client]
PANELS = ("chat", "brief", "variants", "versions", "brand", "quality", "export", "settings")


def grave(page):
    """Serious and critical violations: rule, and the first element at fault."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        (each["id"], each["nodes"][0]["html"][:160])
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_panel_of_the_page_is_accessible(tab, studio, scheme):
    tab.emulate_media(color_scheme=scheme)
    tab.goto(studio.page)
    tab.wait_for_selector("plakat-rail [role=tab]")
    for name in PANELS:
        if name != "chat":  # which is open
            tab.click(f"#tab-{name}")
        tab.wait_for_selector(f"#panel-{name}", state="visible")
        assert grave(tab) == [], name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_editor_alone_is_accessible(tab, studio, scheme):
    tab.emulate_media(color_scheme=scheme)
    tab.goto(f"{studio.address}/studio/d/{studio.doc}")
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    assert grave(tab) == []


def test_the_start_page_is_accessible(tab, studio):
    tab.goto(studio.address)
    tab.wait_for_selector("plakat-start textarea")
    assert grave(tab) == []
