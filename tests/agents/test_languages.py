"""Which language a request is in."""

from agents.languages import language_of


def test_addresses_on_the_net_are_no_words_of_a_language():
    request = (
        "A business card for Ana Reis, plumber: ana@reis-pipes.com, www.reis-pipes.com, 555 0134"
    )
    assert language_of(request) == "en"
    assert language_of("Cartaz com flores, para a festa da escola, www.escola.com") == "pt"
