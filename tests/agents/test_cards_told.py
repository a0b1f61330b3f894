"""Cards and vouchers told in pieces."""

import pytest

from agents.cards_told import card_told
from agents.instruction import parse


@pytest.mark.parametrize(
    "request_",
    [
        "Name: Lila Brandt. Profession: dog trainer. Web: lilabrandt.dog. Business card, green.",
        "Business card. Name: Lila Brandt, Role: Dog Trainer, Web: lilabrandt.dog",
        "Business card for Lila Brandt / dog trainer / lilabrandt.dog / Tampa, FL",
        "Business card:\nLila Brandt\nDog Trainer\nlilabrandt.dog\nTampa, FL",
    ],
)
def test_the_person_heads_the_card_over_the_trade(request_: str) -> None:
    said = {text.text: text.role for text in parse(request_).texts}
    assert said["Lila Brandt"] == "title" and said["Dog trainer"] == "subtitle"
    assert said["lilabrandt.dog"] == "contact"


@pytest.mark.parametrize("money", ["$50", "€ 25", "£100.00"])
def test_a_voucher_is_for_the_house_and_worth_the_sum(money: str) -> None:
    brief = parse(f"Voucher for {money} at Nook & Cranny. Small print: no refunds, no change.")
    assert brief.text("title") == "Nook & Cranny" and brief.text("price") == money
    assert brief.text("legal") == "No refunds, no change"


@pytest.mark.parametrize(
    "request_",
    ["Business card for Ana Ruiz, lawyer", "Poster. Name: Rex. Role: hero.", "Voucher for a spa"],
)
def test_what_is_told_in_one_sentence_stays(request_: str) -> None:
    assert card_told(request_) == request_
