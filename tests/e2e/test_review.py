"""What a sentence would change is shown part by part, in a real Chromium, and only some is made."""

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.client]


def ask(hand, words):
    hand.page.get_by_role("button", name="Review").click()
    hand.page.get_by_label("Ask for a change").fill(words)
    hand.page.get_by_role("button", name="Ask", exact=True).click()
    return hand.page.get_by_role("group", name="Proposed changes")


def test_one_of_two_proposed_changes_is_made_and_the_other_left(hand):
    before = hand.revision
    card = ask(hand, "make the title and the sun blue")
    changes = card.get_by_role("checkbox")
    changes.first.wait_for()
    assert changes.count() == 2 and hand.revision == before
    card.get_by_label("Sun").uncheck()
    with hand.step():
        card.get_by_role("button", name="Make 1 change").click()
    assert hand.layer("title").style.color != "#131719"
    assert hand.layer("sun").fill.color == "#e26a4a" and not card.is_visible()


def test_a_proposal_that_is_left_changes_nothing(hand):
    before = hand.revision
    card = ask(hand, "hide the sun")
    card.get_by_role("checkbox").first.wait_for()
    hand.press("Escape")
    card.wait_for(state="hidden")
    assert hand.revision == before and hand.layer("sun").visible
