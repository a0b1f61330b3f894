"""Prices and offers as people write them: amounts, discounts with their conditions, gifts."""

from __future__ import annotations

import re

from agents.fact import Fact, Finder, fact_of, matching, plain

_SIGN = r"(?:US\$|A\$|C\$|[$€£¥₹₽₩₴₺₪฿]|R\$|\bRs\.?|\b(?:USD|EUR|GBP|CHF|AUD|CAD|INR)(?![A-Za-z]))"
_AMOUNT = r"\d{1,3}(?:[,.'’]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_UNIT_AFTER = (
    r"(?:€|₽|₹|¢|元|円|원|บาท|₴|₺|₪|zł\b|kr\b|kč\b"
    r"|(?:euros?|EUR|USD|dollars?|pounds?|GBP|CHF|rupees?|quid|руб(?:лей|\.)?|pesos?|cents?|reais"
    r"|PLN"
    r"|TL|лв|грн|ευρώ|złotych|lira)\b)"
)
_LARGE = r"(?:k\b|\s(?:million|billion|thousand|mn|bn)\b)?"
MONEY = rf"(?:\d{{1,2}}p(?!\w|\.?m)|{_SIGN}\s?(?:{_AMOUNT}){_LARGE}|(?:{_AMOUNT})\s?{_UNIT_AFTER})"
_PER = (
    r"(?:(?:\s(?:a|per)\s\w+|\s?/\s?\w+)?\s(?:incl\.|including|excl\.|plus)\s(?:bills|tax(?:es)?"
    r"|VAT"
    r"|utilities|breakfast|materials|drinks?)\b"
    r"|\s?per\shalf[\s-](?:hour|day)\b|\s(?:warm|cold)\b"
    r"|\s(?:or best offer|obo|ono)\b|(?:\s(?:a|per)\s\w+)?\s(?:with all|including(?: all)?"
    r"|incl\.)\s[a-z]+(?:\sand\s[a-z]+)?(?=\s*(?:[,.;!\n]|$))"
    r"|\s?(?:/|per\s)\s?[^\W\d_]+|\s(?:por|per|pro|par|za|за|na|a|la|à l[’']|die"
    r"|all[’'])\s?(?:persona|pessoa|person|personne|osobę"
    r"|человека|lezione|lección|hora|ora|stunde|heure|noche|notte|nacht|mes|mese|monat|mois"
    r"|persoon)\b|\sper\s\d+\s?\w+|\sfor\s(?:\d+|two|three|four|five)\s(?!or\b|and\b)[a-z]+"
    r"|\san?\s(?:person|month|week|year|night|ticket"
    r"|kilo|day|hour|head|piece|glass|cup|bottle|slice|pair|class|session|seat|table|couple|pint"
    r"|dozen|box|plate|team)\b|\seach\b|\sp\.?p\b\.?|\s(?:on|at) the door\b|\sin advance\b"
    r"|\s(?:round[- ]trip|one[- ]way|return)\b"
    r"|\s(?:this|today|tonight)(?:\s[a-z]+)? only\b)?"
)
_PRICE = re.compile(
    rf"(?<![A-Za-z0-9])(?:up to\s|(?:everything|all items)\s(?:under|below)\s)?{MONEY}"
    rf"(?:\s?(?:-|–|to)\s?{MONEY}|[-–](?:{_AMOUNT})(?![\d-]))?{_PER}",
    re.IGNORECASE,
)
_STOP = (
    r"(?!(?:for|until|till|that|which|with|to|in|at|from|when|is|are|through|by|during|this|as"
    r"|can|and|now|today|only|before|when|plus|our|my|poster|flyer|banner|ad|post|promo\w*"
    r"|sale(?!\s(?:items?|prices?|styles?|goods)\b)"
    r"|event"
    r"|deals?|offers?|discounts?|code|flash|limited|ends?|starts?|coupon|voucher|card|they|it|we"
    r"|you"
    r"|get|(?:shop|book|order)(?=\s(?:now|today|online|at|your|yours|here|by|via|the|an?|and|or)\b)"
    r"|tonight|tomorrow|off|of|over|above|worth|from|made|placed"
    r"|(?!selected)\w+ed(?!\s[a-z]+s\b)"
    r"|or|but|will|the image|encourag\w+|includ\w+|featur\w+|available|while|if|who|valid|using)\b)"
)
_WORD = r"[^\W_][\w'’&/+-]*"
_BORDER = r"(?=\s*(?:[,.;!\n]|$)|\s(?:from|until|till|this|when|through|at|with|in)\b)"
_AND_MORE = rf"(?:\s(?:and|&|or)\s{_STOP}{_WORD}(?:\s{_STOP}{_WORD})?{_BORDER})?"
_GOODS = rf"(?:\s{_STOP}{_WORD}){{1,4}}{_AND_MORE}"
_FOR_WHOM = (
    r"(?:\sfor\s(?:first|new|all|your|every|members?|students?|women|men|kids|children|seniors"
    rf"|families|teachers|early)(?:[\w-]*)(?:\s{_STOP}[\w'’-]+){{0,2}})?"
)
_FOR_WHOM_ONLY = (
    r"(?:\s(?:for|to)\s(?:first-time|new|all|every|members|students|seniors|families|teachers|kids"
    r"|children"
    r"|women|men)\b(?:\s(?:customers?|clients?|guests?|members?|users?|visitors?|students?"
    r"|patients?|subscribers?|riders?|buyers?|families|parents|homeowners|residents|drivers"
    r"|travell?ers|shoppers|employees|readers|players))?)"
)
_ITEM = rf"{_STOP}[a-z][\w'’-]*(?:\s{_STOP}[a-z][\w'’-]*){{0,2}}"
_ROW = rf"{_ITEM}(?:,\s{_ITEM}){{1,4}},?\s(?:and|&|or)\s{_ITEM}(?=\s*(?:[.;!\n]|$))"
_TAIL = (
    rf"(?:(?<=discount)\sfor\s{_STOP}(?:weekend|weekday|online|group|early|advance|repeat"
    rf"|large)\s[a-z]+s\b"
    rf"|(?<=off)\s(?:on\s)?(?:all\s)?{_ROW}"
    rf"|(?<=off)(?:\s{_STOP}[a-z][\w'’-]+){{1,4}}(?=\s*(?:[,.;!?\n]|$))"
    rf"|(?<=off)\s{_STOP}(?!on\b|any\b|all\b|every|your\b|the\b|select|second\b|first\b|next\b"
    rf"|entire\b)[a-z][\w'’-]+(?:\s(?:and\s)?{_STOP}[a-z][\w'’-]+)?"
    r"|\s(?:everything|storewide|sitewide|all items)\b"
    r"|\s(?:on|any|all|every|your|the|selected|select|second|first|next|entire)(?=\s)"
    rf"{_GOODS}{_FOR_WHOM}|{_FOR_WHOM_ONLY})?{_FOR_WHOM_ONLY}?"
    r"(?:\swith\s(?:an?\s|your\s)?(?:valid\s)?(?:student|membership|loyalty|library|staff)"
    r"\s(?:ID|card)\b)?"
)
_PLUS_FREE = (
    r"(?:,?\s(?:plus|and)\s(?:(?:an?|one|two|three)\s)?free\s[a-z]+(?=\s*(?:[,.;!\n]|$)))?"
    r"(?:\s(?:in|during|throughout|all)\s(?-i:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)(?=\s*(?:[,.;!\n]|$)))?"
)
_DURING = r"(?:\sduring (?:the|our|your|its) (?:first|opening|grand|launch|last|whole) [a-z]+\b)?"
_WHEN_YOU = r"(?:\swhen\syou\s[a-z]+(?:\s[\w-]+){0,4}(?=\s*(?:[,.;!\n]|$)))?"
_SHARE = r"(?:%\s?\d{1,3}(?!\d)|\d{1,3}(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b|٪))"
_KIND = r"(?:early[- ]bird|student|senior|member|military|group|introductory|loyalty|instant)"
_SAVING = re.compile(
    rf"(?<![\w.])(?:(?:students|seniors|siblings|(?:loyalty )?members|subscribers|teachers"
    rf"|veterans|nurses|residents|locals|families|couples|groups|(?:new|first-time)"
    rf"\s(?:customers|clients|members|patients))\s(?:get|receive|save|enjoy)\s"
    r"|(?:(?:the|your)\s)?(?:first|second|third|next)\s[a-z]+\s(?:is\s|at\s)?)?"
    rf"(?:up to\s(?:an?\s)?|(?:subscribe and )?save\s(?:up to\s)?|(?:an )?(?:extra"
    rf"|additional)\s|flat\s"
    rf"|{_KIND}\s|at least\s|bis zu\s"
    rf"|hasta(?: un)?\s"
    rf"|jusqu['’]à\s|fino al\s|até\s|tot\s|do\s|до\s|έως\s)?[-−–]?\s?"
    rf"(?!100\s?%\s[a-z])(?:{_SHARE}(?:\s?(?:-|–|to)\s?{_SHARE})?|\d{{1,2}}\s?[-–]\s?{_SHARE})"
    rf"(?:\s?(?:(?:{_KIND}\s)?(?:off|discounts?|savings?|cashback"
    r"|financing(?: for \d+ months)?|interest|APR)"
    rf"|rabatt(?: auf alles)?"
    rf"|reduziert|günstiger|sur toute la collection|de descuento"
    rf"|descuento|dto|de réduction|de remise|di sconto|de desconto|korting|zniżki|indirim|скидка"
    rf"|скидки|έκπτωση|할인|オフ|off)\b)*{_TAIL}{_PLUS_FREE}{_WHEN_YOU}{_DURING}",
    re.IGNORECASE,
)
_MONEY_OFF = re.compile(
    rf"(?<!\w)(?:up to\s|save\s(?:up to\s)?)?{MONEY}\soff\b{_TAIL}{_PLUS_FREE}"
    rf"(?:(?:\s\w+){{0,2}}?\s(?:over|of|above)\s{MONEY}(?:\sor more)?)?",
    re.IGNORECASE,
)
_ON_GOODS = rf"(?:\son\s{_STOP}{_WORD}(?:\s{_STOP}{_WORD}){{0,4}}{_AND_MORE})?"
_WITH = rf"(?:\swith (?:every|each|any|your|the|all|an?)(?:\s(?!on\b){_STOP}[\w-]+){{1,3}})?"
_ON = rf"\s(?:on|off)\s{_STOP}{_WORD}(?:\s{_STOP}{_WORD}){{0,3}}{_AND_MORE}"
_SAVE_MONEY = re.compile(
    rf"(?:(?<!to )(?<!you )(?<!can )(?<!will )\bsave|\bsavings(?: of)?)\s(?:up to\s"
    rf"|an extra\s)?{MONEY}"
    r"(?!\soff\b)"
    rf"(?:{_ON}(?:,?\s?(?:and\s)?(?<=\s)(?:up to\s)?{MONEY}{_ON})*)?",
    re.IGNORECASE,
)
_COUNT = r"(?:one|two|three|four|five|\d{1,2}|any \w+)"
_FREE = (
    r"entry|entrance|admission|consultations?|shipping|delivery"
    r"|trial(?: (?:class|lesson|session|workout|visit|week|month|day|ride))?|parking|packing|gifts?"
    r"|samples?|drinks?|coffee|wi-?fi|quotes?|estimates?|returns?|installation|assessments?"
    r"|workshop"
    r"|registration|refreshments|food|snacks|tickets?|dessert|appetizers?|class|session|lesson"
    r"|popcorn|breakfast|upgrade|check-?ups?|inspections?|pick-?up|childcare|cancell?ation"
    r"|valuation"
    r"|event|of charge|for kids|for children|for members|for all|for everyone"
)
_BOUGHT = re.compile(
    rf"\bbuy {_COUNT}(?: \w+){{0,3}},? (?:and )?get (?:(?:an?|one|your) )?free [a-z]+"
    r"(?: (?:of )?[a-z]+){0,2}(?=\s*(?:[.,;!\n]|$))"
    rf"|\bbuy {_COUNT}(?: \w+){{0,2}},? (?:and )?get (?:{_COUNT}|another|an?|the)(?: \w+)?"
    r"(?: \w+){0,3}?(?: free| half price|(?: at| for)? \d+% off)(?=[\s.,;!]|$)"
    rf"{_ON_GOODS}"
    rf"|\bbuy {_COUNT}(?: \w+)?,? (?:and )?get {_COUNT}(?: \w+)?(?: free)?(?=[\s.,;!]|$)",
    re.IGNORECASE,
)
_GIFT = re.compile(
    rf"(?<!customers get a )(?<!guests get a )(?<!members get a )(?<=\bget a )free"
    rf" {_STOP}[a-z][\w'-]*(?: (?:of )?{_STOP}[a-z][\w'-]*){{0,3}}"
    r"(?=\s*(?:[.,;!\n]|$)|\s(?:with|when|for|on|at|if)\b)"
    r"|(?:first \d+ |loyalty |club |all |new )?(?:members|subscribers|regulars|customers|guests)"
    r" (?:get|earn"
    r"|receive|collect) (?:an? )?(?:double|triple|extra|free) [a-z]+(?: [a-z]+)?"
    r"(?=\s*(?:[.,;!\n]|$))"
    rf"|\b(?:(?:rent|stay|book|buy|order|pay for|join for) \d+(?: [a-z]+)?,? (?:and )?"
    r"(?:(?:only )?pay (?:only )?(?:for )?\d+|get (?:the )?\d+\w* [a-z]+ (?:free|half price))"
    r"|(?:\d+[- ]year|lifetime|money[- ]back) (?:warranty|guarantee)"
    r"|(?<!-)(?:free )?\d+[- ](?:night|day|week|month) (?:free )?trial\b"
    rf"|spend {MONEY}(?: or more)?,? (?:and )?(?:get|receive)(?: [\w-]+){{1,4}}?"
    r"(?=\s*(?:[,.;!\n]|$))"
    rf"|(?<!-)free [a-z]+(?: [a-z]+)?{_WITH[:-1]}"
    r"|(?<!-)free [a-z]+(?: [a-z]+){0,2} for (?:bookings|orders|purchases|stays|reservations) of"
    r" [^.,;!\n]{3,30}(?=[.,;!\n]|$)"
    r"|(?<!-)free [a-z]+(?: [a-z]+){0,2} for (?:(?:the )?first \d+|(?:all )?new|first[- ]time|all"
    r"|every|the first) (?:[a-z]+ )?(?:customers?|clients?|patients?|members?|guests?|visitors?"
    r"|students?|buyers?|shoppers?|subscribers?|attendees|people|callers?|orders?|kids|children)\b"
    rf"|bogo\b|(?:[2-9]|two|three|four|five)[- ]for[- ](?:[1-8]|one|two|three|four)\b"
    rf"(?:(?:\s(?:sale|deal|offer))?(?=\son\b){_ON_GOODS})?"
    rf"|(?:new (?:students|members|customers|clients|patients) (?:get|receive|enjoy) )?"
    rf"(?:\d{{1,2}}|one|two|three) (?:hours?|days?|weeks?|months?|nights?|classes|lessons|sessions"
    rf"|items|meals) free\b{_WITH}"
    r"|(?:(?<=[,;:] )(?:all )?[a-z]+(?: [a-z]+)? )?half[- ]price"
    r"(?: [a-z]+(?: [a-z]+)?(?=[,.;!]|$|\s(?:from|on|at|every|until|all|with|during|and|for)\b))?"
    r"|half off\b"
    rf"|(?:{_COUNT})(?: [a-z]+(?: [a-z]+)?)? for the price of (?:one|two|three|\d)\b{_ON_GOODS}"
    rf"|\d+ for {MONEY}|(?:kids|children) (?:eat|go|get in) free"
    r"|(?:(?:kids|children|adults|seniors|members|students|under[- ]?\d+s?|under \d+)"
    r"(?: under \d+)?(?: (?:are|is|go|get in|play|stay|swim|skate|ski|ride|enter))?|(?:first"
    r"|second|third|\d+(?:st|nd|rd|th))"
    r" [a-z]+(?: (?!and\b|or\b)[a-z]+)?) (?:is )?free\b"
    rf"{_WITH}{_FOR_WHOM_ONLY}?"
    rf"|(?:shipping|delivery) is free (?:on orders )?(?:over|above|from) {MONEY}"
    r"|(?:no|zero) (?:joining|monthly|annual|yearly|service|maintenance|sign-?up|call-?out|booking"
    r"|cover|entry"
    r"|delivery|enrol+ment|hidden|admin)"
    r" (?:fees?|charges?|costs?)\b(?: this (?:week|month|season|spring|summer|fall|autumn|winter"
    r"|(?-i:[A-Z])[a-z]+)\b)?"
    r"|eintritt(?: ist)? frei|freier eintritt|entrée (?:gratuite|libre)|entrada (?:gratuita"
    r"|gratis|libre|franca)"
    r"|ingresso (?:libero|gratuito)|gratis (?:toegang|entré|inträde)|toegang gratis|fri (?:entré"
    r"|adgang)"
    r"|wstęp wolny|wejście darmowe|giriş ücretsiz|ücretsiz giriş|вход (?:свободный|бесплатный)"
    r"|вхід (?:вільний|безкоштовний)|είσοδος ελεύθερη|ελεύθερη είσοδος|כניסה (?:חופשית|חינם)"
    r"|(?:pay what you (?:can|want))\b"
    r"|(?:\d+[- ](?:day|week|month)s? )?"
    rf"(?<![\w-])free (?:first )?(?:{_FREE})\b(?:\swith (?:every|each|any"
    rf"|your|any|the|all)(?: [a-z]+){{1,3}}|\s(?:on|over|for) (?:orders )?(?:over |above )?{MONEY}"
    r"|\s(?:worldwide|nationwide)|\son (?:all|every|the next)"
    rf"(?: {_STOP}[\w-]+){{1,2}}"
    r"|\swithin \d+ (?:days?|miles?|km|kilomet(?:er|re)s)"
    r"|\s(?:all (?:day|night|week|weekend|month)|today|tonight|this (?:week|weekend)))?)",
    re.IGNORECASE,
)
_THEN_NOW = re.compile(
    rf"(?:\b(?:now|only|just)\s(?:only\s|just\s)?)?{MONEY},?\s\(?(?:instead of|was|down from"
    rf"|reduced from|regularly|normally|usually)\s{MONEY}\)?"
    rf"|\b(?:was|were|reduced from|down from)\s{MONEY}(?:,|\sto)?\s(?:and\s)?(?:is\s)?(?:now\s)?"
    rf"(?:only\s|just\s)?{MONEY}",
    re.IGNORECASE,
)
_BUYER = (
    r"(?:for\s)?(?!for\b|and\b|on\b|per\b|off\b)[a-z][\w'’-]*"
    r"(?:\sunder\s\d+|\s\d+\+|\s(?:and|&)\s[a-z]+)?"
)
_FARES = re.compile(
    rf"{MONEY}\s(?=for\b|adults?\b|child|students?\b|kids\b|members\b|seniors?\b|concess)"
    rf"{_BUYER}(?:(?:,|\s/|\s&|,?\sand)\s(?:only\s)?{MONEY}\s{_BUYER})+",
    re.IGNORECASE,
)
_EITHER = re.compile(
    rf"{MONEY}{_PER}\sor\s{MONEY}(?:\sfor\s(?:all|both|the|\d+)(?:\s[a-z]+){{0,2}}|{_PER})"
    rf"|{MONEY}\sin advance(?:,?\s(?:and|or)\s|,\s|\s?/\s?){MONEY}\s(?:at|on) the door"
    rf"|{MONEY}\s?/\s?{MONEY}\s(?:adults?|students?|kids|children|members|seniors|concessions?)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(
    rf"(?:^|(?<=[,;:\n•*]))[ \t]*(?:[-–][ \t])?(?P<line>[A-Z][\w '’&/-]{{1,40}}?"
    rf"[ \t]*[-–—:.]*[ \t]*{MONEY})"
    r"(?=\s*(?:[,;\n.]|and\b|$))",
    re.MULTILINE,
)
_SAVED = re.compile(r"\bsav(?:e|es|ing|ed)\b(?: \w+){0,2} $", re.IGNORECASE)
_DEAL = re.compile(
    rf"(?:offering|offers?|get|enjoy|serving|featuring)\s(?P<deal>(?:[a-z][\w'’&-]*\s){{1,6}}for"
    rf" (?:just |only )?{MONEY})"
)
_SEVERAL = re.compile(
    rf"(?<![\w-])(?P<deal>(?:any )?(?:\d{{1,2}}|one|two|three|four|five|six|ten)"
    rf"[- ](?!for\b|at\b)[a-z]+"
    rf"(?:\s(?!for\b|at\b|or\b)[a-z]+){{0,2}} for (?:just |only )?{MONEY}{_PER})",
    re.IGNORECASE,
)


def _deals(request: str) -> list[Fact]:
    several = matching(request, _SEVERAL, "offer", "offer", "deal")
    return matching(request, _DEAL, "offer", "offer", "deal") + several


def priced_together(request: str) -> list[Fact]:
    """ "now $5 instead of $8", "$8 for adults and $5 for students": one fact that is not parted."""
    found = [m for p in (_THEN_NOW, _FARES, _EITHER) for m in p.finditer(request)]
    return [fact_of("price", _price_kind(request, *m.span()), request, m) for m in found]


def _savings_of_money(request: str) -> list[Fact]:
    """ "saves families up to $1,200 a year": an amount saved is an offer, not a price."""
    found = [fact_of("offer", "offer", request, m) for m in _PRICE.finditer(request)]
    return [f for f in found if _SAVED.search(request[max(0, f.start - 40) : f.start])]


def prices_listed(request: str) -> list[Fact]:
    """Two or more "Name $5" in a row are a list; one alone is a price."""
    found = matching(request, _PRICED, "item", "item", "line")
    return found if len(found) > 1 else []


def prices_in(request: str) -> list[Fact]:
    return [
        fact_of("price", _price_kind(request, m.start(), m.end()), request, m)
        for m in _PRICE.finditer(request)
    ]


_PRICE_KINDS = (
    ("reward", r"rewards?(?: of)?:?\s*$"),
    ("prize", r"prizes?(?: pool| money)?(?: of)?\s*$"),
    ("tickets", r"tickets?\b[^.]{0,20}$"),
    ("monthly", r"(?:monthly|(?:per|a|each|every) month)\b[^.,;]{0,24}$"),
    ("general admission", r"general admission\b[^.]{0,16}$"),
    ("admission", r"(?:admission|entry|entrance|cover charge)\b[^.]{0,16}$"),
    ("from", r"(?:starting (?:at|from)|starts? (?:at|from)|from|as low as)\s*(?:only |just )?$"),
    ("value", r"(?:valued? (?:at|of)|worth)\s*$"),
)
_FROM = ("tickets", "admission")
_PRICE_PATTERNS = tuple((kind, re.compile(p, re.IGNORECASE)) for kind, p in _PRICE_KINDS)


def _price_kind(request: str, start: int, end: int) -> str:
    before = request[max(0, start - 40) : start]
    if re.match(r"\s(?:cash )?prize", request[end:]):
        return "prize"
    kind = next((kind for kind, p in _PRICE_PATTERNS if p.search(before)), "price")
    return f"{kind} from" if kind in _FROM and re.search(r"\bfrom\s$", before) else kind


# Asked in order: an earlier one takes its words from the later ones.
OFFERS: tuple[Finder, ...] = (
    _deals,
    plain("offer", "offer", _BOUGHT),
    plain("offer", "offer", _SAVE_MONEY),
    plain("offer", "offer", _MONEY_OFF),
    plain("offer", "offer", _SAVING),
    plain("offer", "offer", _GIFT),
    _savings_of_money,
)
