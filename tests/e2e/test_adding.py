"""What comes onto the canvas: icons, codes, badges, pictures dropped, replaced and cropped."""

import base64
import io
import secrets

import pytest
from PIL import Image

from tests.fonts import renamed

pytestmark = [pytest.mark.slow, pytest.mark.client]
_DROP = """([name, data, x, y]) => {
  const { stage } = document.querySelector('plakat-editor').editor;
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([bytes], name, { type: 'image/png' }));
  const spot = { clientX: x, clientY: y, bubbles: true };
  stage.dispatchEvent(new DragEvent('drop', { dataTransfer, ...spot }));
}"""


def drop(hand, name, size=(400, 200), at=(500, 700), data=None):
    if data is None:
        made = io.BytesIO()
        Image.linear_gradient("L").resize(size).convert("RGB").save(made, "PNG")
        data = made.getvalue()
    place = hand.spot(*at)
    hand.page.evaluate(_DROP, [name, base64.b64encode(data).decode(), *place])


def add(hand):
    hand.page.get_by_role("button", name="Add", exact=True).click()


def test_an_icon_is_found_by_a_word_and_comes_in_the_palette(hand):
    add(hand)
    hand.page.get_by_label("Find an icon").fill("saxophone")
    with hand.step():
        hand.page.get_by_role("button", name="saxophone", exact=True).first.click()
    colors = {shape.fill.color for shape in hand.top().layers}
    assert "#e26a4a" in colors and hand.top().alt == "Saxophone"


def test_a_code_says_what_was_typed(hand):
    add(hand)
    hand.page.get_by_label("What the QR code says").fill("bluenote.com")
    with hand.step():
        hand.press("Enter")
    assert hand.top().role == "qr" and "bluenote.com" in hand.top().alt


@pytest.mark.parametrize(("name", "role"), [("Headline", "title"), ("Badge", "badge")])
def test_a_headline_and_a_badge_are_one_click_each(hand, name, role):
    add(hand)
    with hand.step():
        hand.page.get_by_role("button", name=name, exact=True).click()
    assert hand.top().role == role


def test_a_dropped_picture_lies_where_it_was_dropped(hand):
    with hand.step():
        drop(hand, "<img src=x onerror=alert(1)>.png")
    assert hand.top().kind == "image"
    assert hand.middle(hand.top().id) == pytest.approx((500, 700), abs=1)
    assert hand.top().name.startswith("<img")


def test_a_picture_dropped_on_a_picture_takes_its_place(hand):
    with hand.step():
        drop(hand, "first.png")
    first = hand.top()
    with hand.step():
        drop(hand, "second.png", size=(300, 300))
    assert hand.top().id == first.id and hand.top().asset != first.asset
    assert hand.top().box == first.box


def test_what_is_no_picture_is_refused_in_a_sentence(hand):
    drop(hand, "fake.png", data=b"GIF89a not really")
    hand.page.locator(".toast.bad").wait_for()
    assert hand.revision == 0


def test_a_font_dropped_on_words_sets_them_and_comes_first_in_the_list(hand):
    with hand.step():
        drop(hand, "zuse.woff2", at=(250, 150), data=renamed("Zuse Own", "woff2"))
    assert hand.layer("title").style.font == "Zuse Own"
    hand.select("title")
    hand.page.get_by_role("button", name="Font: Zuse Own").click()
    assert hand.page.locator(".fontbox").get_by_role("option").first.inner_text() == "Zuse Own"
    hand.page.get_by_role("button", name="Fonts of this computer").click()
    hand.until("editor.root.querySelector('.fontbox footer').children.length === 2")
    hand.press("Delete")
    hand.page.get_by_text("Zuse Own is removed").wait_for()
    assert hand.page.locator(".fontbox").get_by_role("option", name="Zuse Own").count() == 0
    hand.press("Escape")
    hand.page.get_by_role("button", name="Bring it back").click()
    drop(hand, "bad.ttf", data=b"no font")
    hand.page.locator(".toast.bad").wait_for()


def test_a_picture_is_cropped_by_pulling_it_in_its_frame(hand):
    with hand.step():
        drop(hand, "wide.png")
    name = hand.top().id
    hand.until(f"editor.store.state.selection.has('{name}')")
    with hand.step():
        hand.set("Width", "200")
    hand.double_click(name)
    hand.until("editor.root.querySelector('.cropping')")
    hand.drag(hand.middle(name), (80, 0))
    with hand.step():
        hand.press("Enter")
    assert hand.layer(name).focus.x < 0.4
    hand.press("Control+z")
    hand.until("editor.store.state.redo !== null")
    assert hand.layer(name).focus.x == 0.5


def test_layers_travel_to_another_design(hand, studio):
    from tests.e2e.hands import Hand, sample

    hand.select("sun")
    hand.press("Control+c")
    store, doc = studio.desk.home.store, secrets.token_hex(16)
    store.create(sample(), design_id=doc)
    hand.page.goto(f"{studio.address}/studio/d/{doc}")
    hand.page.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    other = Hand(hand.page, store, doc)
    other.get("editor.stage.focus()")
    with other.step():
        other.press("Control+v")
    assert other.names().count("Sun") == 2


def test_two_tabs_see_the_same(hand, second):
    second.goto(hand.page.url)
    second.wait_for_function("document.querySelector('plakat-editor')?.store?.state.loaded")
    with hand.step():
        hand.drag(hand.middle("sun"), (83, 151), keys="Shift")
    box = "document.querySelector('plakat-editor').store.layer('sun').box"
    second.wait_for_function(f"{box}[1] === {hand.box('sun')[1]}")


def test_hand_and_chat_are_undone_on_one_line(hand):
    with hand.step():
        hand.drag(hand.middle("title"), (0, 60), keys="Shift")
    hand.press("Control+Enter")
    hand.page.keyboard.type("make it red")
    with hand.step():
        hand.press("Enter")
    assert hand.layer("title").style.color != "#131719"
    hand.get("editor.stage.focus()")
    hand.press("Control+z")
    hand.until("editor.store.state.rev === 3")
    assert hand.layer("title").style.color == "#131719" and hand.box("title")[1] != 100
    hand.press("Control+z")
    hand.until("editor.store.state.rev === 4")
    assert hand.box("title")[1] == 100


def test_retyped_words_shrink_into_their_box_where_they_shall(hand):
    with hand.step():
        hand.page.evaluate(
            "document.querySelector('plakat-editor').store.commit('Fit', "
            "[{op: 'update_layer', layer_id: 'title', changes: {fit: 'shrink'}}])"
        )
    hand.double_click("title")
    hand.press("Control+a")
    hand.page.keyboard.insert_text("A night of very much jazz")
    hand.until("editor.store.node('title').text.lines.at(-1).end === 25")
    shown = hand.get("editor.store.state.previews.get('title').layer.style.size")
    with hand.step():
        hand.press("Escape")
    assert hand.layer("title").style.size == shown < 100
