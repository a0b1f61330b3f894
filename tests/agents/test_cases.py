"""Titles of requests in languages that decline."""

import pytest

from agents.instruction import parse


@pytest.mark.parametrize(
    ("request_", "title"),
    [
        ("Zaprojektuj ulotkę dla szkoły językowej.", "Szkoła językowa"),
        ("Stwórz post dla salonu fryzjerskiego w Gdańsku.", "Salon fryzjerski w Gdańsku"),
        ("Zrób plakat koncertu jazzowego w Krakowie.", "Koncert jazzowy w Krakowie"),
        ("Stwórz plakat na koncert jazzowy w Krakowie.", "Koncert jazzowy w Krakowie"),
        ("Stwórz plakat dla dzieci.", "Dzieci"),
        ("Создай плакат для новой пекарни в Казани.", "Новая пекарня в Казани"),
        ("Создай пост для магазина одежды.", "Магазин одежды"),
        ("Сделай афишу концерта в Москве.", "Концерт в Москве"),
        ("Створи плакат для салону краси.", "Салон краси"),
        ("Bir kuaför için Instagram gönderisi oluştur.", "Kuaför"),
        ("Ankara'daki diş kliniği için bir afiş oluştur.", "Diş kliniği"),
    ],
)
def test_a_title_stands_in_the_plain_form(request_, title):
    assert parse(request_).text("title") == title


def test_the_place_of_a_turkish_house_stands_below_it():
    assert parse("İstanbul'da bir fırın için poster tasarla.").text("subtitle") == "İstanbul"
