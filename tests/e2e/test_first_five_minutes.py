"""The first five minutes with Plakat on the page that opens by itself: one story, a stopwatch.

`PLAKAT_FILM=docs/first-five-minutes.jpg pytest --slow -n0 tests/e2e/test_first_five_minutes.py`
draws the film strip anew.
"""

import io
import zipfile

import numpy as np
import pikepdf
import pytest
from PIL import Image

from tests.e2e.film import Film
from tests.e2e.hands import Hand

pytestmark = [pytest.mark.slow, pytest.mark.client]
ASKED = "Instagram post: jazz night at the Blue Note, Friday 12 December 2026, 8 pm, $15"
START = "document.querySelector('plakat-start').dataset"
SETTLED = f"() => {START}.asked && {START}.asked === {START}.done"


class Patient(Hand):
    """The whole walk may run on a busy machine; the stopwatch says how long it took."""

    def until(self, condition):
        editor = "document.querySelector('plakat-editor').editor"
        self.page.wait_for_function(f"() => {{ const editor = {editor}; return {condition}; }}")


@pytest.fixture
def film(tab):
    tab.set_default_timeout(90_000)
    made = Film(tab)
    yield made
    made.save()
    print(f"\n{made.told()}")


def test_the_first_five_minutes(tab, studio, film, tmp_path):
    home = studio.desk.home
    with film.scene("One box with the cursor in it, six designs"):
        tab.goto(f"{studio.address}/")
        tab.wait_for_selector(".ps-examples li:nth-child(6) img")
        assert tab.evaluate("document.activeElement.id") == "ps-words"

    with film.scene("Designs appear while typing"):
        tab.keyboard.type(ASKED, delay=4)
        settled(tab)
        assert tab.locator(".ps-card:not([data-empty])").count() == 4
        assert tab.locator(".ps-chip[data-kind=size]").inner_text() == "Instagram portrait post"
        assert {"8 pm", "$15", "Blue Note"} <= set(tab.locator(".ps-chip").all_inner_texts())

    with film.scene("A wrong weekday, mended with one click"):
        assert tab.locator(".ps-fix").all_inner_texts()[1] == "Friday 11 December 2026"
        tab.locator(".ps-fix").first.click()
        settled(tab)
        assert "Saturday 12 December 2026" in tab.input_value("#ps-words")
        assert tab.locator(".ps-finding").count() == 0

    with film.scene("A photo and a logo: all four follow"):
        before = pictures(tab)
        attached(tab, "Photo", photo(tmp_path))
        attached(tab, "Logo", logo(tmp_path))
        assert len(set(pictures(tab)) - set(before)) == 4

    with film.scene("Add story, A3 and cover"):
        for size in ("instagram-story", "a3", "facebook-cover"):
            tab.click(f"[data-size={size}]")
        settled(tab)
        assert tab.locator(".ps-strip figure img[src]").count() == 3

    with film.scene("Enter: four designs are kept, one opens"):
        tab.focus("#ps-words")
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/?doc=*", wait_until="commit")
        hand = opened(tab, home)
        assert len(home.member(hand.doc).links.members) == 4

    with film.scene("Retype the headline in place"):
        title = role(hand.design, "title")
        with hand.step():
            hand.select(title.id)
            hand.press("Enter", "Control+a")
            tab.keyboard.type("Blue Jazz Night")
            hand.press("Escape")
        assert role(hand.design, "title").text == "Blue Jazz Night"

    with film.scene("“Make it pop”: live previews"):
        said(tab, "make it pop")
        tab.wait_for_selector("#offers .pk-item:nth-child(3) img")

    with film.scene("Pick one"):
        before = hand.design
        with hand.step():
            tab.click("#offers .pk-item:first-child button")
        assert hand.design != before

    with film.scene("Ctrl+Z takes it back"):
        with hand.step():
            tab.evaluate("document.querySelector('plakat-editor').editor.stage.focus()")
            hand.press("Control+z")
        assert hand.design == before

    with film.scene("Change the date once, all four change"):
        ids = home.member(hand.doc).links.members.values()
        said(tab, "change the date to Friday 19 December 2026")
        hand.until("JSON.stringify([...editor.store.state.layers.values()]).includes('19 Dec')")
        assert all("Friday 19" in words(home.store.load(each).design) for each in ids)

    with film.scene("The weekday is wrong: mended with one click in all four"):
        tab.click("#tab-quality")
        with hand.step():
            tab.locator("#quality-list button", has_text="Saturday 19 December 2026").click()
        assert all("Saturday 19" in words(home.store.load(each).design) for each in ids)

    with film.scene("One zip: PNG and PSD of all four, their fonts, and the PDF for print"):
        tab.click("#tab-export")
        for wish in ("All sizes of the set", "Crop marks"):
            tab.get_by_label(wish).check()
        with tab.expect_download() as waited:
            tab.click("#do-export")
        archive = zipfile.ZipFile(waited.value.path())
        names = archive.namelist()
        assert {name.rsplit(".", 1)[-1] for name in names} >= {"png", "psd", "ttf"}
        assert "READ ME.txt" in names and any("OFL" in name for name in names)
        (book,) = (name for name in names if name.endswith(".pdf"))
        with pikepdf.open(io.BytesIO(archive.read(book))) as document:
            assert len(document.pages) == len(ids)
            assert document.pages[0].TrimBox != document.pages[0].MediaBox

    with film.scene("Close, open again: everything is there"):
        tab.goto(f"{studio.address}/")
        tab.click(".ps-recent a")
        again = opened(tab, home)
        assert again.doc == hand.doc
        assert again.get("editor.store.state.rev") == hand.revision


def settled(tab):
    """The newest words are drawn and checked."""
    tab.wait_for_function(SETTLED)


def pictures(tab):
    return tab.locator(".ps-card img").evaluate_all("all => all.map((each) => each.src)")


def attached(tab, name, path):
    asked = tab.get_attribute("plakat-start", "data-asked")
    with tab.expect_file_chooser() as chooser:
        tab.click(f".ps-tool:has-text('{name}')")
    chooser.value.set_files(path)
    tab.wait_for_function(f"before => {START}.asked !== before", arg=asked)
    settled(tab)


def photo(folder):
    """A sunset over water, drawn."""
    y = np.linspace(0, 1, 600)[:, None, None]
    sky = (1 - y) * np.array([250, 160, 90]) + y * np.array([40, 50, 110])
    noise = np.random.default_rng(1).normal(0, 9, (600, 800, 3))
    path = folder / "sunset.png"
    Image.fromarray(np.clip(sky + noise, 0, 255).astype(np.uint8)).save(path)
    return path


def logo(folder):
    path = folder / "logo.svg"
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><circle cx="10" cy="10" r="9"'
        ' fill="#1f6feb"/><path d="M24 4h34v12H24z" fill="#1f6feb"/></svg>'
    )
    return path


def opened(tab, home):
    loaded = "() => document.querySelector('plakat-editor')?.editor?.store.state.loaded"
    tab.wait_for_function(loaded)
    return Patient(tab, home.store, tab.url.rsplit("=", 1)[-1])


def said(tab, sentence):
    tab.fill("#say textarea", sentence)
    tab.press("#say textarea", "Enter")


def role(design, wanted):
    return next(layer for layer in design.layers if layer.role == wanted)


def words(design):
    return design.model_dump_json()
