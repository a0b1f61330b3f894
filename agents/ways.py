"""How people ask for a design in other languages than English, and what is left without it.

A language has words that ask, words for formats, words that join them to the topic, and articles.
Where the asking stands behind the topic (Turkish, Hindi, Chinese, Japanese, Korean) it is cut off.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.cases import plain_form


class Way(NamedTuple):
    """The words of a language around the topic, as alternatives of a pattern."""

    asks: str
    formats: str
    joins: str
    articles: str = ""
    after: str = r"(?!)"  # the asking when it stands behind the topic
    events: str = r"(?!)"  # what stands behind the format with no word between


_WAYS = {
    "es": Way(
        asks=r"crea|crear|cree|créame|diseña(?:me)?|diseñe|diseñar|haz(?:me)?|haga|hacer|necesito"
        r"|necesitamos|quiero|quisiera|queremos|genera|genere|prepara|elabora",
        formats=r"cartel|p[óo]ster|afiche|folleto|volante|invitaci[óo]n|tarjeta|anuncio|banner"
        r"|portada|publicaci[óo]n|post|historia|story|flyer|dise[ñn]o|cup[óo]n|vale|men[úu]|entrada"
        r"|logo|miniatura|certificado",
        joins=r"para|de|sobre|del|que (?:anuncie|promocione)|anunciando|promocionando",
        articles=r"el|la|los|las|un|una|mi|mis|nuestro|nuestra|nuestros|nuestras",
    ),
    "de": Way(
        asks=r"erstelle?n?(?: sie)?|gestalte?n?(?: sie)?|entwirf|entwerfe?n?(?: sie)?|mache?|macht"
        r"|ich brauche|wir brauchen|ich möchte|wir möchten|ich will|generiere|designe?|bastle",
        formats=r"\w*(?:plakat|poster|flyer|einladung|einladungskarte|karte|anzeige|banner|beitrag"
        r"|post|story|titelbild|gutschein|speisekarte|werbung|logo|broschüre|aushang|handzettel"
        r"|urkunde|thumbnail|ticket|visitenkarte)",
        joins=r"für|zu|zum|zur|über|von|vom|mit",
        articles=r"den|die|das|der|dem|ein|eine|einen|einer|einem|mein|meine|meinen|unser|unsere"
        r"|unseren|unserer|unserem|meiner|meinem",
    ),
    "fr": Way(
        asks=r"crée[rz]?|créez|conçois|concevez|concevoir|fais|faites|dessine[rz]?|génère|réalise[rz]?"
        r"|prépare[rz]?|je veux|je voudrais|j'aimerais|j['’]ai besoin d['’]|il me faut|il nous faut"
        r"|nous voulons",
        formats=r"affiche|poster|flyer|invitation|carte|annonce|publicité|pub|bannière|publication"
        r"|post|story|couverture|prospectus|menu|dépliant|logo|miniature|bon|billet|tract|visuel",
        joins=r"pour|de|du|des|sur|annonçant|d['’]",
        articles=r"le|la|les|un|une|mon|ma|mes|notre|nos",
    ),
    "it": Way(
        asks=r"crea|creare|crei|progetta|disegna|realizza|fai|fammi|voglio|vorrei|ho bisogno di"
        r"|prepara|serve|ci serve|mi serve",
        formats=r"locandina|poster|manifesto|volantino|invito|biglietto|annuncio|banner|post|storia"
        r"|copertina|menu|menù|flyer|cartolina|buono|logo|pubblicità|grafica",
        joins=r"per|di|su|del|della|dello|dei|delle|degli|dell['’]",
        articles=r"il|la|lo|i|gli|le|un|una|uno|mio|mia|nostro|nostra",
    ),
    "pt": Way(
        asks=r"crie|criar|cria|desenhe|faça|fazer|projete|preciso de|precisamos de|quero|queremos"
        r"|gere|elabore|monte",
        formats=r"cartaz|p[ôo]ster|panfleto|convite|cart[ãa]o|an[úu]ncio|banner|publica[çc][ãa]o"
        r"|post|story|stories|capa|folheto|menu|card[áa]pio|flyer|arte|cupom|vale|logo",
        joins=r"para|de|sobre|do|da|dos|das|anunciando|divulgando",
        articles=r"o|a|os|as|um|uma|meu|minha|nosso|nossa",
    ),
    "nl": Way(
        asks=r"maak|ontwerp|creëer|ik wil|we willen|ik heb|ik zoek|genereer",
        formats=r"\w*(?:poster|flyer|uitnodiging|kaart|advertentie|banner|affiche|folder|post|bericht"
        r"|logo|menukaart|omslag|cadeaubon)",
        joins=r"voor|over|van|nodig voor",
        articles=r"de|het|een|mijn|onze|ons",
    ),
    "sv": Way(
        asks=r"skapa|gör|designa|jag vill ha|jag behöver|vi behöver|lav|lag|opret|design",
        formats=r"\w*(?:affisch|plakat|poster|flyer|inbjudan|kort|annons|banner|inlägg|invitation)",
        joins=r"för|till|om|for|til",
        articles=r"en|ett|et|vår|vårt|den|det|min|mitt",
    ),
    "pl": Way(
        asks=r"stwórz|zaprojektuj|zrób|przygotuj|potrzebuję|potrzebujemy|wygeneruj|chcę",
        formats=r"plakat\w*|ulotk\w+|zaproszeni\w+|baner\w*|post\w*|kartk\w+|reklam\w+|wizytówk\w+"
        r"|okładk\w+|logo|menu|grafik\w+",
        joins=r"na|dla|o|do|z okazji|reklamując\w+|promując\w+",
        events=r"koncertu|festiwalu|spektaklu|wystawy|pikniku|imprezy|kiermaszu|targów|balu",
    ),
    "ru": Way(
        asks=r"созда(?:й|йте|ть)|сдела(?:й|йте|ть)|нарису(?:й|йте)|разработа(?:й|йте)|придума(?:й|йте)"
        r"|нужен|нужна|нужно|хочу|подготовь(?:те)?|сгенерируй(?:те)?",
        formats=r"постер\w*|плакат\w*|афиш\w+|открытк\w+|приглашени\w+|листовк\w+|баннер\w*|обложк\w+"
        r"|пост\w*|реклам\w+|флаер\w*|визитк\w+|меню|логотип\w*|объявлени\w+",
        joins=r"для|к|ко|о|об|на|про|по|в честь",
        events=r"концерта|фестиваля|спектакля|выставки|ярмарки|вечеринки|праздника|турнира|показа",
    ),
    "uk": Way(
        asks=r"створи(?:ти|ть)?|зроби(?:ти|ть)?|намалюй|розроби(?:ти)?|потрібен|потрібна|потрібно|хочу",
        formats=r"постер\w*|плакат\w*|афіш\w+|листівк\w+|запрошення|банер\w*|обкладинк\w+|пост\w*"
        r"|реклам\w+|флаєр\w*|візитк\w+|меню|логотип\w*|оголошення",
        joins=r"для|до|про|на|з нагоди",
        events=r"концерту|фестивалю|вистави|виставки|ярмарку|вечірки|свята|турніру",
    ),
    "el": Way(
        asks=r"φτιάξε|φτιάξτε|δημιούργησε|δημιουργήστε|σχεδίασε|σχεδιάστε|κάνε|θέλω|χρειάζομαι",
        formats=r"αφίσα|πόστερ|φυλλάδιο|πρόσκληση|κάρτα|διαφήμιση|banner|ανάρτηση|εξώφυλλο|μενού|flyer",
        joins=r"για|με",
        articles=r"τη|την|τον|το|τα|τις|τους|μια|ένα|έναν|μία|το μου|μας",
    ),
    "ar": Way(
        asks=r"صمم|صمّم|أنشئ|انشئ|اصنع|أريد|نريد|تصميم|اعمل|من فضلك صمم",
        formats=r"ملصق[ًاا]*|إعلان[ًاا]*|اعلان[ا]?|بطاقة|دعوة|منشور[ًاا]*|غلاف[ًاا]*|بوستر|لافتة|فلاير",
        joins=r"عن|حول|من أجل|بمناسبة|ل(?=ل)",
    ),
    "he": Way(
        asks=r"עצבו?|תעצבו?|צרו?|תכינו?|הכינו?|אני צריכה?|אנחנו צריכים|תיצרו?",
        formats=r"פוסטר|כרזה|פלאייר|הזמנה|כרטיס|מודעה|באנר|פוסט|סטורי|תפריט|לוגו",
        joins=r"עבור|על|בשביל|ל(?=\w)",
    ),
    "hi": Way(
        asks=r"(?!)", formats=r"(?!)", joins=r"(?!)",
        after=r"\s(?:के लिए|का|की|पर)\s(?:एक\s)?(?:[^\s।]+\s){0,3}?"
        r"(?:पोस्टर|फ्लायर|निमंत्रण|कार्ड|बैनर|विज्ञापन|डिज़ाइन|डिजाइन|पोस्ट)[^।]*?(?:बनाएं|बनाएँ"
        r"|बनाओ|बनाइए|करें|कीजिए|चाहिए|दें|दो)",
    ),
    "tr": Way(
        asks=r"(?!)", formats=r"(?!)", joins=r"(?!)",
        after=r"\s(?:için|hakkında)\s(?:bir\s)?(?:[^\s,.]+\s){0,3}?(?:afiş\w*|poster\w*|davetiye\w*"
        r"|broşür\w*|gönderi\w*|kart\w*|banner\w*|ilan\w*|el ilanı\w*|kapak\w*|logo\w*|menü\w*)"
        r"(?:\s(?:tasarla|oluştur|yap|hazırla|çiz|istiyor|lazım)\w*)?",
    ),
    "th": Way(
        asks=r"ออกแบบ|สร้าง|ทำ|ช่วยทำ|ขอ|ช่วยออกแบบ",
        formats=r"โปสเตอร์|ใบปลิว|การ์ดเชิญ|การ์ด|โฆษณา|แบนเนอร์|โพสต์|ป้าย|เมนู|โลโก้",
        joins=r"สำหรับ|เกี่ยวกับ|งาน|ของ",
    ),
    "zh": Way(
        asks=r"(?!)", formats=r"(?!)", joins=r"(?!)",
        after=r"(?:(?:设计|設計|制作|製作|创建|創建|做|生成)(?:一?[张張个個份款幅])?)?的?(?:宣传|促销|活动)?"
        r"(?:海报|海報|传单|傳單|请柬|邀请函|名片|横幅|廣告|广告|封面|菜单|菜單)",
    ),
    "ja": Way(
        asks=r"(?!)", formats=r"(?!)", joins=r"(?!)",
        after=r"(?:のための|用の|の|を宣伝する|を告知する)?(?:インスタ(?:グラム)?)?(?:ポスター|チラシ|招待状|カード"
        r"|バナー|広告|フライヤー|投稿|サムネイル|名刺|メニュー表)"
        r"を?(?:作成|作って|デザイン|制作|作り|つくって|お願い|ください|が欲しい)[^。]*",
    ),
    "ko": Way(
        asks=r"(?!)", formats=r"(?!)", joins=r"(?!)",
        after=r"(?:를 위한|을 위한|용|의)?\s?(?:홍보\s?|인스타그램\s?)?"
        r"(?:포스터|전단지|초대장|카드|배너|광고|게시물|명함|썸네일|메뉴판)\s?(?:를|을)?\s?(?:만들|디자인|제작|부탁|작성)[^.]*",
    ),
}  # fmt: skip
_POLITE = (
    r"(?:por favor,?|bitte|s['’]il (?:te|vous) plaît,?|per favore,?|пожалуйста,?|будь ласка,?"
    r"|proszę"
    r"|من فضلك|please|alsjeblieft|παρακαλώ)\s"
)
_CHANNEL = (
    r"(?:(?:de|para|di|per|für|pour|voor|na|для|в|für)\s)?(?:instagram|facebook|linkedin|youtube"
    r"|whats ?app|tik ?tok)"
)
_CHINESE_START = re.compile(
    r"^(?:请|請)?(?:帮我|幫我|给我|給我)?"
    r"(?:(?:设计|設計|制作|製作|创建|創建|做|生成)(?:一?[张張个個份款幅])?"
    r"(?:关于|關於)?|(?:为|為|给|給))"
)


def _pattern(code: str, way: Way) -> re.Pattern[str]:
    gap = r"\s?" if code == "th" else r"\s"
    verb = rf"(?:{_POLITE})?(?:(?:{way.asks})(?:-\w+)?{gap}?(?:{_POLITE})?)"
    article = rf"(?:(?:{way.articles or '(?!)'}){gap})?"
    words = r"(?:[^\s,.;:!?]+\s){0,3}?" if code != "th" else ""
    channel = rf"(?:[\s-]?{_CHANNEL}(?:[\s-](?:post|story|beitrag))?)?"
    prefix = rf"(?:{_CHANNEL}[\s-])?"
    asked = rf"{verb}(?:\w{{2,4}}\s(?={way.articles or '(?!)'}))?{article}{words}{prefix}"
    plain = rf"(?:{_POLITE})?{article}{prefix}"
    joined = (
        rf"(?:{gap}(?:{way.joins})(?:{gap}|(?<=['’])|(?<=ל))|\s(?=[לل])|\s?:\s"
        rf"|\s(?={way.events})){article}"
    )
    return re.compile(
        rf"^(?:{asked}|{plain})(?:{way.formats}){channel}{joined}{article}", re.IGNORECASE
    )


_BEFORE = {code: _pattern(code, way) for code, way in _WAYS.items() if way.asks != "(?!)"}
_BEFORE["zh"] = _CHINESE_START
_AFTER = {code: re.compile(way.after, re.IGNORECASE) for code, way in _WAYS.items()}
_FUSED = {"ar": re.compile(r"^لل(?=\w)|^ل(?=\w)"), "he": re.compile(r"^ל(?=\w)")}


def topic_in(language: str, sentence: str) -> tuple[str, bool]:
    """The sentence without the words that ask for a design, and whether it had them."""
    if language not in _WAYS:
        return sentence, False
    text = sentence
    asking = _BEFORE[language].match(text) if language in _BEFORE else None
    if asking:
        text = text[asking.end() :]
    if language in _FUSED and text != sentence:
        text = _FUSED[language].sub("", text, count=1)
    text = _AFTER[language].sub(" ", text, count=1)
    topic = text.strip(" ,.:。、،।")
    if text == sentence:
        return topic, False
    of_it = bool(re.match(_WAYS[language].events, topic, re.IGNORECASE))
    genitive = of_it or (asking is not None and asking[0].endswith((" dla ", " для ")))
    return plain_form(language, topic, genitive), True
