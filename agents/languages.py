"""Which language a request is in, the headings facts get there, and how people ask in it."""

from __future__ import annotations

import re
from typing import NamedTuple

_SCRIPTS = (
    ("ja", r"[\u3040-\u30ff]"),
    ("ko", r"[\uac00-\ud7af\u1100-\u11ff]"),
    ("zh", r"[\u3400-\u9fff]"),
    ("ar", r"[\u0600-\u06ff]"),
    ("he", r"[\u0590-\u05ff]"),
    ("hi", r"[\u0900-\u097f]"),
    ("th", r"[\u0e00-\u0e7f]"),
    ("el", r"[\u0370-\u03ff]"),
    ("ru", r"[\u0400-\u04ff]"),
)
_STOPWORDS = {
    "en": "the and for with a an of to in is on that at by from our your create design make it",
    "es": "el la los las un una para con por en del que y de crea diseña nuestra nuestro sobre",
    "de": "der die das ein eine einen für mit und von im am zum zur den dem auf erstelle unser",
    "fr": "le la les un une des pour avec et du au aux dans sur de crée créez affiche notre à l d",
    "it": "il lo la gli un una per con e di del della nel crea locandina nostro che da",
    "pt": "o a os as um uma para com e do da dos no na crie cartaz nosso nossa que de",
    "nl": "de het een voor met en van op in maak ontwerp poster onze is te",
    "pl": "i w na z dla do się plakat stwórz zaprojektuj jest o",
    "tr": "ve bir için ile da de afiş tasarla oluştur bu",
    "sv": "och för med en ett på i av skapa affisch vår den det",
}
_STOP_SETS = {code: frozenset(words.split()) for code, words in _STOPWORDS.items()}
_LABELS = {
    # date, time, venue, address, price, offer, phone
    "en": "Date Time Venue Address Price Offer Phone",
    "es": "Fecha Hora Lugar Dirección Precio Oferta Teléfono",
    "de": "Datum Zeit Ort Adresse Preis Angebot Telefon",
    "fr": "Date Heure Lieu Adresse Prix Offre Téléphone",
    "it": "Data Ora Luogo Indirizzo Prezzo Offerta Telefono",
    "pt": "Data Hora Local Endereço Preço Oferta Telefone",
    "nl": "Datum Tijd Locatie Adres Prijs Aanbieding Telefoon",
    "ru": "Дата Время Место Адрес Цена Скидка Телефон",
    "zh": "日期 时间 地点 地址 价格 优惠 电话",
    "ja": "日付 時間 会場 住所 料金 特典 電話",
    "ko": "날짜 시간 장소 주소 가격 할인 전화",
    "ar": "التاريخ الوقت المكان العنوان السعر العرض الهاتف",
    "hi": "तारीख समय स्थान पता मूल्य छूट फ़ोन",
}
_LABELLED = ("date", "time", "venue", "address", "price", "offer", "phone")


class Way(NamedTuple):
    """How a language asks for a design: the words to take off around the topic."""

    before: str
    after: str = r"(?!)"


_WAYS = {
    "es": Way(
        r"(?:por favor,? )?(?:crea|crear|cree|crée|diseña|diseñe|diseñar|haz|haga|hacer|necesito"
        r"|quiero|genera|genere|queremos|necesitamos)\s(?:(?:un|una|el"
        r"|la)\s)?(?:[\wáéíóúñ]+\s){0,3}?"
        r"(?:cartel|p[óo]ster|afiche|folleto|volante|invitaci[óo]n|tarjeta|anuncio|banner|portada"
        r"|publicaci[óo]n|historia|flyer|dise[ñn]o|cup[óo]n|men[úu])(?:\s(?:de|para)\s(?:instagram"
        r"|facebook|cumpleaños))?\s(?:para|de|sobre|que anuncie|que promocione|anunciando)\s"
        r"(?:(?:el|la|los|las|un|una|mi|nuestro|nuestra)\s)?"
    ),
    "de": Way(
        r"(?:bitte )?(?:erstelle?|erstellen sie|gestalte?|entwirf|entwerfe|mache?|ich brauche"
        r"|wir brauchen|ich möchte)\s(?:(?:ein|eine|einen|das|die)\s)?(?:[\wäöüß-]+\s){0,3}?"
        r"[\wäöüß-]*(?:plakat|poster|flyer|einladung|karte|anzeige|banner|beitrag|post|story"
        r"|titelbild|gutschein|speisekarte|werbung)\s(?:für|zu|zum|zur|über)\s"
        r"(?:(?:den|die|das|der|dem|ein|eine|einen|mein|meine|unser|unsere|unseren)\s)?"
    ),
    "fr": Way(
        r"(?:s'il (?:te|vous) plaît,? )?(?:crée[rz]?|créez|conçois|concevez|concevoir|fais|faites"
        r"|dessine[rz]?|génère|je veux|j'ai besoin d'|il me faut)\s?(?:(?:un|une|l'|la|le)\s?)?"
        r"(?:[\wàâéèêîôûç-]+\s){0,3}?(?:affiche|poster|flyer|invitation|carte|annonce|publicité"
        r"|bannière|publication|story|couverture|prospectus|menu)\s(?:pour|de|du|sur|annonçant)\s"
        r"(?:(?:le|la|les|un|une|mon|ma|notre)\s|l')?"
    ),
    "it": Way(
        r"(?:per favore,? )?(?:crea|creare|crei|progetta|disegna|realizza|fai|voglio|ho bisogno di)"
        r"\s(?:(?:un|una|il|la|uno)\s)?(?:\w+\s){0,3}?(?:locandina|poster|manifesto|volantino"
        r"|invito|biglietto|annuncio|banner|post|storia|copertina|menu|menù)\s(?:per|di|su|del"
        r"|della)\s"
        r"(?:(?:il|la|lo|gli|le|un|una|mio|mia|nostro|nostra)\s|l')?"
    ),
    "pt": Way(
        r"(?:por favor,? )?(?:crie|criar|cria|desenhe|faça|projete|preciso de|quero)\s"
        r"(?:(?:um|uma|o|a)\s)?(?:\w+\s){0,3}?(?:cartaz|p[ôo]ster|panfleto|convite|cart[ãa]o"
        r"|an[úu]ncio|banner|publica[çc][ãa]o|post|story|capa|folheto|menu)\s(?:para|de|sobre|do"
        r"|da)\s"
        r"(?:(?:o|a|os|as|um|uma|meu|minha|nosso|nossa)\s)?"
    ),
    "nl": Way(
        r"(?:maak|ontwerp|creëer|ik wil|we willen)\s(?:(?:een|de|het)\s)?(?:\w+\s){0,3}?"
        r"(?:poster|flyer|uitnodiging|kaart|advertentie|banner|affiche)\s(?:voor|over|van)\s"
        r"(?:(?:de|het|een|mijn|onze|ons)\s)?"
    ),
    "ru": Way(
        r"(?:пожалуйста,? )?(?:создай|создайте|сделай|сделайте|нарисуй|разработай|разработайте"
        r"|придумай|нужен|нужна|нужно)\s(?:\w+\s){0,3}?(?:постер|плакат|афишу|афиша|открытку"
        r"|приглашение|листовку|баннер|обложку|пост|рекламу|флаер|визитку)\s(?:для|к|ко|о|об|на"
        r"|про)?\s?"
    ),
    "ar": Way(
        r"(?:من فضلك )?(?:صمم|صمّم|أنشئ|انشئ|اصنع|أريد|نريد|تصميم)\s(?:لي\s)?(?:ملصقًا|ملصقا|ملصق"
        r"|إعلانًا"
        r"|إعلانا|إعلان|اعلان|بطاقة|دعوة|منشورًا|منشورا|منشور|غلاف|بوستر)(?:\s\w+ي[ًا]*)?"
        r"\s(?:عن\s|لل|لـ|ل|حول\s|من أجل\s)?"
    ),
    "hi": Way(
        r"(?:कृपया\s)?",
        r"\s(?:के लिए|का|की|पर)\s(?:एक\s)?(?:[^\s।]+\s){0,3}?(?:पोस्टर|फ्लायर|निमंत्रण|कार्ड|बैनर"
        r"|विज्ञापन|डिज़ाइन|डिजाइन)"
        r"[^।]*?(?:बनाएं|बनाएँ|बनाओ|बनाइए|करें|कीजिए|चाहिए)",
    ),
    "zh": Way(
        r"(?:请|請)?(?:帮我|幫我|给我|給我)?(?:(?:设计|設計|制作|製作|创建|創建|做|生成)(?:一?[张張个個份款幅])?"
        r"(?:关于|關於)?|(?:为|為|给|給))",
        r"(?:(?:设计|設計|制作|製作|创建|創建|做|生成)?(?:一?[张張个個份款幅])?)?的?(?:宣传|促销|活动)?"
        r"(?:海报|海報|传单|傳單|请柬|邀请函|名片|横幅|廣告|广告|封面)",
    ),
    "ja": Way(
        r"",
        r"(?:のための|用の|の|を宣伝する|を告知する)?(?:ポスター|チラシ|招待状|カード|バナー|広告|フライヤー)"
        r"を?(?:作成|作って|デザイン|制作|作り|つくって)[^。]*",
    ),
    "ko": Way(
        r"",
        r"(?:를 위한|을 위한|용|의)?\s?(?:포스터|전단지|초대장|카드|배너|광고)\s?(?:를|을)?\s?"
        r"(?:만들|디자인|제작)[^.]*",
    ),
}
_WAY_PATTERNS = {
    code: (re.compile("^" + way.before, re.IGNORECASE), re.compile(way.after, re.IGNORECASE))
    for code, way in _WAYS.items()
}


def language_of(text: str) -> str:
    """BCP 47 code: by script, then by the commonest small words; English when in doubt."""
    counts = {code: len(re.findall(signs, text)) for code, signs in _SCRIPTS}
    letters = sum(c.isalpha() for c in text)
    if counts["ja"] and counts["ja"] + counts["zh"] > 0.3 * letters:
        return "ja"
    code = max(counts, key=lambda c: counts[c])
    if counts[code] > 0.3 * max(1, letters):
        return code
    words = re.findall(r"[^\W\d_]+", text.lower())[:400]
    hits = {code: sum(word in stops for word in words) for code, stops in _STOP_SETS.items()}
    best = max(hits, key=lambda c: (hits[c], c == "en"))
    letters_beyond = any(c.isalpha() and not c.isascii() for c in text)
    sure = hits[best] >= 2 or letters_beyond
    return best if sure and hits[best] > hits["en"] else "en"


def label_in(language: str, kind: str) -> str:
    """The heading for a kind of fact in this language; empty when there is none."""
    words = _LABELS.get(language, "").split()
    return words[_LABELLED.index(kind)] if words and kind in _LABELLED else ""


def topic_in(language: str, sentence: str) -> tuple[str, bool]:
    """The sentence without the words that ask for a design, and whether it had them."""
    if language not in _WAY_PATTERNS:
        return sentence, False
    before, after = _WAY_PATTERNS[language]
    text = before.sub("", sentence, count=1)
    text = after.sub("", text, count=1)
    return text.strip(" ,.:。、،।"), text != sentence
