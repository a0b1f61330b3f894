"""Words that want to be scripts, through every field of the page: none runs, nothing is fetched."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.slow, pytest.mark.client]
CORPUS = (
    "<img src=x onerror=window.hacked=1>",
    "<script>window.hacked=1</script>",
    "\"'><svg/onload=window.hacked=1>",
    "${window.hacked=1}",
    "{{constructor.constructor('window.hacked=1')()}}",
    "[a](javascript:window.hacked=1) ![b](https://evil.example/x.png)",
    "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>",
    "`-window.hacked=1-`\\u003cimg src=x onerror=window.hacked=1\\u003e",
)
EVERYTHING = " ".join(CORPUS)


def unharmed(tab):
    assert tab.evaluate("window.hacked") is None
    foreign = "document.querySelectorAll('img[src^=http]:not([src*=\"127.0.0.1\"]), iframe').length"
    assert tab.evaluate(foreign) == 0


def renamed(tab, studio, text):
    """The title's words and name, as another program would set them."""
    title = next(layer for layer in studio.design().layers if layer.role == "title")
    changes = {"text": text, "name": text[:200]}
    command = {"op": "update_layer", "layer_id": title.id, "changes": changes}
    address = f"{studio.address}/studio/api/designs/{studio.doc}/commands"
    said = tab.request.post(address, data={"commands": [command], "label": text[:200]})
    assert said.ok, said.text()


def opened(tab, studio):
    tab.goto(studio.page)
    tab.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")


def test_what_is_said_in_the_chat_stays_words(tab, studio):
    opened(tab, studio)
    said = tab.locator("#chat .message.user")
    expect(said).to_have_count(1)  # what the design was made of
    for nth, words in enumerate((CORPUS[0], " ".join(CORPUS[1:4]), " ".join(CORPUS[4:])), 2):
        tab.fill("#say textarea", f'change the title to "{words}"')
        tab.keyboard.press("Enter")
        expect(said).to_have_count(nth)  # and with it the button that stops the turn
        expect(tab.locator("#say .stop-button")).to_have_count(0)
        unharmed(tab)


def test_layer_names_and_labels_stay_words_in_every_panel(tab, studio):
    renamed(tab, studio, EVERYTHING)
    opened(tab, studio)
    for name in ("brief", "versions", "quality", "variants", "brand", "export", "settings"):
        tab.click(f"#tab-{name}")
        tab.wait_for_selector(f"#panel-{name} h2", state="visible")
    tab.click("#tab-versions")
    tab.wait_for_selector("#version-list .pk-item")
    unharmed(tab)


def test_names_of_versions_and_words_of_the_brief_stay_words(tab, studio):
    opened(tab, studio)
    tab.click("#tab-versions")
    tab.fill("#version-name textarea, #version-name input", CORPUS[0])
    tab.click("#keep-version")
    expect(tab.locator("#version-list .pk-name").filter(has_text="onerror").first).to_be_visible()
    tab.click("#tab-brief")
    before = studio.revision
    tab.locator("#brief-form textarea").first.fill(CORPUS[2])
    tab.click("#brief-form .pk-main")
    expect(tab.locator("#brief-form .pk-main")).to_be_disabled()
    assert studio.revision > before
    unharmed(tab)


def test_a_file_with_a_hostile_name_and_body_is_refused_in_a_sentence(tab, studio):
    opened(tab, studio)
    tab.click("#tab-brand")
    body = b"name = '<img src=x onerror=window.hacked=1>'\ncolors = ['${window.hacked=1}']\n"
    tab.set_input_files(
        "#panel-brand input[type=file]",
        {
            "name": "<img src=x onerror=window.hacked=1>.toml",
            "mimeType": "text/plain",
            "buffer": body,
        },
    )
    expect(tab.locator("#kit-list .pk-name").filter(has_text="onerror")).to_be_visible()
    unharmed(tab)


def test_the_start_box_keeps_words_as_words(tab, studio):
    tab.goto(studio.address)
    tab.fill("plakat-start textarea", EVERYTHING)
    tab.wait_for_selector("plakat-start img[src^=data]")
    unharmed(tab)
