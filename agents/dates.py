"""Patterns of dates, weekdays and times as people write them, in a dozen languages."""

from __future__ import annotations

import re

_MONTHS = (
    r"jan(?:uary|uar|vier|\.)?|feb(?:ruary|ruar|\.)?|févr(?:ier|\.)?|mar(?:ch|zo|s|ço|\.)?|märz"
    r"|apr(?:il|ile|\.)?|avril|abril|may|mai|mayo|maio|maggio|june?|juni|juin|junio|junho|giugno"
    r"|july?|juli|juillet|julio|julho|luglio|aug(?:ust|\.)?|août|agosto"
    r"|sept?(?:ember|\.)?|septembre|septiembre|setembro|settembre|oct(?:ober|\.)?|okt(?:ober|\.)?"
    r"|octobre|octubre|outubro|ottobre|nov(?:ember|\.)?|novembre|noviembre|novembro"
    r"|dec(?:ember|\.)?|dez(?:ember|\.)?|décembre|diciembre|dezembro|dicembre"
    r"|enero|febrero|janeiro|fevereiro|gennaio|febbraio"
    r"|januari|februari|maart|mei|augustus|augusti|oktober|maj|juli"
    r"|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada"
    r"|grudnia|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık"
    r"|січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня"
    r"|ιανουαρίου|φεβρουαρίου|μαρτίου|απριλίου|μαΐου|ιουνίου|ιουλίου|αυγούστου|σεπτεμβρίου"
    r"|οκτωβρίου|νοεμβρίου|δεκεμβρίου"
    r"|ב?(?:ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר)"
    r"|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน"
    r"|ธันวาคม"
    r"|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
    r"|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر"
    r"|जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|नवंबर|नवम्बर|दिसंबर"
    r"|दिसम्बर"
)
_MONTH = rf"(?:{_MONTHS})(?!\w)"
_DAY = (
    r"(?:[0-3]?\d|[٠-٣]?[٠-٩]|[०-३]?[०-९])(?:st|nd|rd|th|er|\.|º|ª)?(?![^\W_]|[:%]|[.,]\d"
    r"|\s?[ap]\.?m\b|(?:\s?[-–]\s?|\s(?:to|until|till)\s)\d{1,2}(?::\d\d)?\s?[ap]\.?m\b)"
)
_YEAR = r"(?:\d{4}|\d\dXX|[٠-٩]{4}|[०-९]{4})(?!\d)"
_TO = (
    r"\s?(?:-|–|—|à\b|alle\b|às\b|tot\b|do\b|έως\b|to\b"
    r"|through\b|thru\b|until\b|till\b|bis\b|au\b|al\b|a\b|до\b|से)\s?"
)
_AND = rf"(?:{_TO}|\s?(?:&|and\b|und\b|et\b|y\b|,)\s?)"
_WEEKDAYS = (
    r"mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
    r"|sábados|domingos|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica"
    r"|segunda(?:-feira)?|terça(?:-feira)?|quarta-feira|quinta(?:-feira)?|sexta(?:-feira)?"
    r"|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
    r"|poniedziałek|wtorek|środ[aęy]|czwartek|piątek|sobot[aęy]|niedziel[aęi]"
    r"|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar"
    r"|måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag"
    r"|понеділок|вівторок|серед[аиу]|четвер|п['’]ятниц[яюі]|субот[ауи]|неділ[яюі]"
    r"|Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή"
    r"|रविवार|सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार"
    r"|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье"
)
_WEEKDAY = rf"(?:(?:{_WEEKDAYS})|(?-i:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.?)(?!\w)"
WEEKDAY_NAME, MONTH_NAME = _WEEKDAY, _MONTH
# Days whose name is an occasion and not a date.
_NAMED_DAY = (
    r"(?<!black )(?<!cyber )(?<!good )(?<!holy )(?<!easter )(?<!palm )(?<!super )(?<!giving )"
    r"(?<!ash )(?<!fat )(?<!shrove )(?<!casual )(?<!freaky )(?<!small business )(?<!happy )"
)
# "Monday to Friday, 22 May": the days of the week belong to the day of the month
_SHORT_DAY = r"(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\.?(?=,?\s\d)"
_LEAD = rf"(?:(?:{_WEEKDAY}(?:{_AND}{_WEEKDAY})*|{_SHORT_DAY}),?\s+(?:(?:the|den|el|le|,)\s+)?)?"
# "seat 12, 30 October" is one day
_COUNTED = ("turns", "seat", "row", "room", "age", "aged", "floor", "table", "gate")
_NO_COUNT = "".join(f"(?<!{word} )" for word in _COUNTED)
_DAY_FIRST = (
    rf"{_LEAD}{_NO_COUNT}{_DAY}(?:{_AND}{_DAY}|{_AND}{_LEAD}{_DAY})*\s?(?:of\s"
    rf"|de\s)?{_MONTH}(?:,?\s(?:de\s)?{_YEAR})?"
)
_MONTH_FIRST = (
    rf"{_LEAD}{_MONTH}\s(?:the\s)?{_DAY}(?:{_AND}(?!{_DAY}\s?{_MONTH}){_DAY})*(?:,?\s{_YEAR})?"
)
_NUMERIC = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)"
_CJK = (
    r"(?:\d{4}\s?[年년]\s?)?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日號号일]"
    r"(?:[（(][日月火水木金土一二三四五六일월화수목금토][)）])?"
)
_ONE = rf"(?:{_CJK}|{_DAY_FIRST}|{_MONTH_FIRST}|{_NUMERIC})"
_AFTER = rf"(?:\s?\({_WEEKDAY}\)|\s\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?=\s*(?:[,.;]|$)))?"
_DATE = (
    rf"(?:(?<![\w.,/-])|(?<=ב-))(?:(?:end|middle|beginning|start)\sof\s{_MONTH}"
    r"|(?:(?<=until )|(?<=till )|(?<=through ))(?:the\s)?end\sof\s(?:the|this)\s(?:month|week|year)"
    rf"|{_ONE}(?:{_AND}{_ONE})*{_AFTER}|{_MONTH}\s{_YEAR}(?:{_TO}{_MONTH}\s{_YEAR})?)"
)
DATE = re.compile(_DATE.replace(r"\s", r"[^\S\n]"), re.IGNORECASE)  # never over the end of a line
_PART = r"(?:\s(?:night|evening|morning|afternoon)s?)?"
_EVERY = (
    r"(?:every|each|ogni|jeden|jede|jedes|chaque|todos os|todas as|toda|todo|cada|todos los|los"
    r"|elke"
    r"|iedere|(?:w )?każd(?:y|ą)|her|кажд(?:ый|ую|ое)|кожн(?:ий|у|ої)|κάθε|varje|हर)"
)
_FIRST = r"(?:first|second|third|fourth|last|other|1st|2nd|3rd|4th)"
_OF_THE_MONTH = rf"\s(?:of|in)\s(?:(?:every|each|the)\smonth|{_MONTH}(?:\s{_YEAR})?)(?!\w)"
WEEKDAY = re.compile(
    rf"(?<![\w-]){_NAMED_DAY}(?:"
    rf"{_EVERY}(?:\s|(?<=[’']))(?:{_FIRST}\s)?(?:{_WEEKDAY}(?:{_AND}{_WEEKDAY})*{_PART}|week(?:day"
    rf"|end)"
    rf"|day)"
    rf"(?:{_OF_THE_MONTH}|\s(?:in|of)\s{_MONTH}(?:{_AND}{_MONTH})?"
    rf"|,?\s(?:from\s)?{_MONTH}{_TO}{_MONTH})?"
    rf"|(?:(?<=until )|(?<=till )){_WEEKDAY}(?=\s*(?:[.,;!?]|$))"
    rf"|{_FIRST}(?:{_AND}{_FIRST})?\s{_WEEKDAY}{_PART}{_OF_THE_MONTH}"
    rf"|{_WEEKDAY}(?:/{_WEEKDAY})+"
    rf"|{_WEEKDAY}{_TO}{_WEEKDAY}|{_WEEKDAY}(?:\s?(?:&|and|,)\s?{_WEEKDAY})+{_PART}"
    r"|(?:on\s|this\s|next\s|am\s)(?-i:[A-Z])\w+day(?!\w)"
    rf"(?:\s?(?:&|and)\s?{_WEEKDAY})?" + _PART + r"|weekdays|(?:this|next)\sweekend"
    rf"|(?:this|next)\s{_WEEKDAY}{_PART}"
    rf"|{_WEEKDAY}(?:\s(?:the\s)?\d{{1,2}}(?:st|nd|rd|th))"
    rf"|{_WEEKDAY}\s(?:night|evening|morning|afternoon)(?:s\b|(?=\s(?:in|at|from|on)\s|\s\d"
    rf"|\s?[,.;]|$))"
    r"|(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)(?=\s\d{1,2}\s?[-–]\s?\d)"
    rf"|{_WEEKDAY}(?=,?\s(?:at\s|from\s|@\s?|um\s|à\s|a las\s|alle\s|às\s|o\s)?"
    r"(?:\d|noon\b|midnight\b))"
    rf"|(?<=[,·|]\s)(?-i:[A-Z])\w+day(?=[,.;]|$)|"
    rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days)(?!\w){_PART})"
    rf"(?:\s?(?:-|–|:|,)?\s?(?:\d{{1,2}})(?:\s?[-–]\s?|\sto\s)\d{{1,2}}(?![\w:%/-]|\s?[ap]m))?",
    re.IGNORECASE,
)

_ZONE = r"(?:\s(?-i:[ECMP][SD]?T|GMT|UTC|CES?T|BST|IST)\b)?"
_MERIDIEM = rf"\s?(?:[ap]\.\s?m\.?|[ap]m)(?!\w){_ZONE}"
_CLOCK = r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?"
_TWENTY_FOUR = rf"(?:[01]?\d|2[0-3])(?:[:h][0-5]\d)(?![\d/])(?:\s?(?:Uhr|hrs?|h|год|uur)\b)?{_ZONE}"
_HOURS = (
    r"(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:Uhr|часов|часа"
    r"|o['’]clock(?:\sin\sthe\s(?:morning|afternoon|evening))?)|(?:[01]?\d|2[0-3])\s?h(?![\w])"
)
_ASIAN = (
    r"(?:上午|下午|晚上|中午|早上|午前|午後|夜|오전|오후)?\s?\d{1,2}\s?[点點時시](?:\s?\d{1,2}\s?[分분]|半)?"
    r"|(?:सुबह|शाम|रात|दोपहर)\s[\d०-९]{1,2}(?::[\d०-९]{2})?\sबजे"
    r"|الساعة\s[\d٠-٩]{1,2}(?::[\d٠-٩]{2})?(?:\s(?:مساءً|مساء|صباحًا|صباحا|ظهرا))?"
)
_ONE_TIME = rf"(?:{_CLOCK}{_MERIDIEM}|{_HOURS}|{_TWENTY_FOUR}|{_ASIAN})"
_LATE = r"(?:late|midnight|noon|close|sunset|dawn)\b"
TIME = re.compile(
    r"(?<![\w/:.$€£¥,+-])(?:"
    rf"{_CLOCK}\s?(?:-|–|—|to|until|till|and)\s?{_CLOCK}{_MERIDIEM}"
    rf"|(?<=from ){_CLOCK}\s?(?:-|–|to|until|till)\s?{_CLOCK}(?=[\s.,;!]|$)(?!\s[a-z])"
    rf"|(?:noon|midnight)\s?(?:-|–|to|until)\s?{_ONE_TIME}"
    r"|(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?\s?(?:-|–|bis|tot|do|à|to)\s?(?:[01]?\d"
    r"|2[0-4])(?:[.:][0-5]\d)?"
    r"\s?(?:Uhr|uur|h|hrs|o['’]clock)\b"
    r"|(?:[01]?\d|2[0-3])[:.][0-5]\d\s?น\."
    r"|(?<=kl )(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?(?:\s?[-–]\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)?"
    r"|(?<=kl\. )(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?|(?<=godz\. )(?:[01]?\d|2[0-3])(?:[.:][0-5]\d)?"
    rf"|{_ONE_TIME}(?:{_TO}(?:{_ONE_TIME}|{_LATE}))?"
    r"|(?<=doors )(?:1[0-2]|[1-9])(?=\s*(?:[,.;]|$))"
    r"|(?<=days from )(?:1[0-2]|[1-9])(?=\s*(?:[.;]|$))"
    r"|(?<=at )(?:noon|midnight)\b|(?<=, at )(?:sunset|sunrise|dusk|dawn)\b|(?<=, )(?:noon"
    r"|midnight)(?=[,.;]|$)"
    r"|(?:open\s)?24\s?/\s?7(?:\s(?:access|service|support))?|(?:open\s)24\shours)"
    rf"|(?<!\d)(?:{_ASIAN})",
    re.IGNORECASE,
)
