"""Which language a request is in, and the headings facts get there."""

from __future__ import annotations

import re

from agents.phrases import word_set

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile(r"[\u3400-\u9fff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
)
_STOPWORDS = {
    "en": ("the and for with a an of to in is on that at by from our your create design make it"),
    "es": (
        "clases entrada gratis desde hasta martes jueves viernes descuento calle el la "
        "los las un una para con por en del que y de crea diseña nuestra nuestro sobre"
    ),
    "de": (
        "bis nur auf ab alle beim zu eintritt frei rabatt uhr jeden plakat unsere jetzt "
        "der die das ein eine einen für mit und von im am zum zur den dem auf erstelle "
        "unser"
    ),
    "fr": (
        "entrée gratuit gratuite jusqu samedi dimanche vendredi soirée une le la les un "
        "une des pour avec et du au aux dans sur de crée créez affiche notre à l d"
    ),
    "it": (
        "ogni alle ingresso sconto della al il lo la gli un una per con e di del della "
        "nel crea locandina nostro che da"
    ),
    "pt": (
        "toda faça entrada grátis desconto às até sábado o a os as um uma para com e do "
        "da dos no na crie cartaz nosso nossa que de"
    ),
    "nl": (
        "gratis toegang zaterdag zondag uur tot open de het een voor met en van op in "
        "maak ontwerp poster onze is te"
    ),
    "pl": ("bilety wstęp ulotkę zrób godz od i w na z dla do się plakat stwórz zaprojektuj jest o"),
    "tr": ("indirim giriş saat günü gönderisi yaz ve bir için ile da de afiş tasarla oluştur bu"),
    "sv": (
        "kl lördag söndag gratis inträde loppis rea och för med en ett på i av skapa "
        "affisch vår den det"
    ),
}
# Words that English sentences and names have too: they tell no language by themselves
_SHARED = word_set(
    """in is on open an am die den hat war per come no do me as us a i o e y un con el la le los
    las del de des du da di van der het en et at to so max real gratis alle nur op auf med kl"""
)
_STOP_SETS = {code: frozenset(words.split()) for code, words in _STOPWORDS.items()}
_LABELS = {
    # date, time, venue, address, price, phone
    "en": "Date Time Venue Address Price Phone",
    "es": "Fecha Hora Lugar Dirección Precio Teléfono",
    "de": "Datum Zeit Ort Adresse Preis Telefon",
    "fr": "Date Heure Lieu Adresse Prix Téléphone",
    "it": "Data Ora Luogo Indirizzo Prezzo Telefono",
    "pt": "Data Hora Local Endereço Preço Telefone",
    "nl": "Datum Tijd Locatie Adres Prijs Telefoon",
    "ru": "Дата Время Место Адрес Цена Телефон",
    "uk": "Дата Час Місце Адреса Ціна Телефон",
    "pl": "Data Godzina Miejsce Adres Cena Telefon",
    "tr": "Tarih Saat Yer Adres Fiyat Telefon",
    "sv": "Datum Tid Plats Adress Pris Telefon",
    "el": "Ημερομηνία Ώρα Χώρος Διεύθυνση Τιμή Τηλέφωνο",
    "he": "תאריך שעה מקום כתובת מחיר טלפון",
    "th": "วันที่ เวลา สถานที่ ที่อยู่ ราคา โทร",
    "zh": "日期 时间 地点 地址 价格 电话",
    "ja": "日付 時間 会場 住所 料金 電話",
    "ko": "날짜 시간 장소 주소 가격 전화",
    "ar": "التاريخ الوقت المكان العنوان السعر الهاتف",
    "hi": "तारीख समय स्थान पता मूल्य फ़ोन",
}
_LABELLED = ("date", "time", "venue", "address", "price", "phone")


# Times, and addresses on the net, whose "com" is no Portuguese.
_NO_WORDS = re.compile(r"\d\s?[ap]m\b|\S+@\S+|https?://\S+|\b[\w-]+(?:\.[\w-]+)+\S*")


def language_of(text: str) -> str:
    """BCP 47 code: by script, then by the commonest small words; English when in doubt."""
    counts = {code: len(signs.findall(text)) for code, signs in _SCRIPTS}
    letters = sum(c.isalpha() for c in text)
    if counts["ja"] and counts["ja"] + counts["zh"] > 0.3 * letters:
        return "ja"
    code = max(counts, key=lambda c: counts[c])
    if counts[code] > 0.3 * max(1, letters):
        return (
            "uk" if code == "ru" and re.search("[іїєґ]|створи|зроби", text, re.IGNORECASE) else code
        )
    words = re.findall(r"[^\W\d_]+", _NO_WORDS.sub("", text.lower()))[:400]
    hits = {code: sum(word in stops for word in words) for code, stops in _STOP_SETS.items()}
    best = max(hits, key=lambda c: (hits[c], c == "en"))
    letters_beyond = any(c.isalpha() and not c.isascii() for c in text)
    telling = any(w in _STOP_SETS[best] and w not in _SHARED for w in words)
    sure = (hits[best] >= 2 or letters_beyond) and (telling or hits[best] > 2 + 2 * hits["en"])
    return best if sure and hits[best] > hits["en"] else "en"


def label_in(language: str, kind: str) -> str:
    """The heading for a kind of fact in this language; empty when there is none."""
    words = _LABELS.get(language, "").split()
    return words[_LABELLED.index(kind)] if words and kind in _LABELLED else ""
