"""Street addresses, in the order of English-speaking countries and of others."""

from __future__ import annotations

import re

from agents.fact import Fact, fact_of, matching

# what may follow a town: states, provinces and countries, whole ("Rhode Island")
REGION = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia"
    r"|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts"
    r"|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey"
    r"|Mexico"
    r"|York|Brunswick|South Wales|Zealand)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon"
    r"|Pennsylvania"
    r"|Rhode Island|South (?:Carolina|Dakota|Africa|Australia|Korea)|Tennessee|Texas|Utah|Vermont"
    r"|Virginia|Washington(?: D\.?C\.?)?|West Virginia|Wisconsin|Wyoming|Puerto Rico|Ontario|Quebec"
    r"|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|Newfoundland|Queensland|Victoria"
    r"|Tasmania|Western Australia|England|Scotland|Wales|Northern Ireland|Ireland|UK|U\.K\."
    r"|United Kingdom|USA|U\.S\.A?\.?|United States|Canada|Mexico|Australia|Germany|Austria"
    r"|Switzerland|France|Spain|Portugal|Italy|Greece|Netherlands|Belgium|Luxembourg|Denmark|Sweden"
    r"|Norway|Finland|Iceland|Poland|Czech Republic|Czechia|Slovakia|Slovenia|Croatia|Serbia"
    r"|Hungary"
    r"|Romania|Bulgaria|Ukraine|Estonia|Latvia|Lithuania|Turkey|Israel|Egypt|Morocco|Tunisia|Kenya"
    r"|Nigeria|Ghana|India|Pakistan|Bangladesh|Sri Lanka|Nepal|China|Japan|Taiwan|Thailand|Vietnam"
    r"|Malaysia|Singapore|Indonesia|Philippines|United Arab Emirates|UAE|Qatar|Saudi Arabia|Brazil"
    r"|Argentina|Chile|Peru|Colombia|Ecuador|Uruguay|Costa Rica|Cuba|Jamaica"
    r"|(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]"
    r"|T[NX]|UT|V[AT]|W[AIVY]|BC|ON|QC|NSW)(?:\s\d{5})?)(?![\w-])"
)
_STREET = (
    r"(?:St|Street|Str|Ave|Avenue|Rd|Road|Blvd|Boulevard|Lane|Ln|Drive|Dr|Way|Square|Sq|Plaza|Court"
    r"|Ct|Highway|Hwy|Parkway|Pkwy|Terrace|Place|Pl|Quay|Row|Alley"
    r"|Grove|Gardens|Close|Mews|Circle|Trail|Wharf|Parade|Promenade|Crescent|Broadway|Route \d+"
    r"|State \d+|Highway \d+)"
)
_TOWN = (
    r"(?:,?\s(?:[Ss]uite|Ste|[Uu]nit|[Aa]pt|[Aa]partment|[Ff]lat|[Ff]loor"
    r"|[Rr]oom)\.?\s?#?\w+)?(?:,\s?(?!\d{1,2}\s?[ap]m|\d+\s[a-z]|\d{3}[-. ]\d{3}[-. ]\d{4}"
    r"|(?:[A-Z][a-z]+day|January|February|March|April|June|July|August|September|October|November"
    r"|December)s?\b)"
    r"[A-Z0-9][\w'’-]*(?:\s[A-Z0-9][\w'’-]*){0,3}){0,3}"
    r"(?:,\s(?:USA|U\.S\.A\.|UK|United (?:States|Kingdom)|Canada|Australia|Ireland|India)\b)?"
)
_ADDRESS = re.compile(
    rf"(?<![\w$€£/:.,-])(?!\d+,\sSt\b)\d{{1,6}}[A-Za-z]?(?:,\s(?!\d)"
    rf"|\s)(?:[A-Z0-9][\w'’.-]*(?<![a-z]{{3}}\.)\s){{0,4}}?(?:{_STREET}|st)\b(?!\s{_STREET}\b)\.?(?:\s(?:West|East|North|South|NW|NE"
    rf"|SW|SE)\b)?"
    rf"(?:\s(?=Any )(?:[A-Z]\w*\s?\w+\s\d{{4,5}}))?{_TOWN}"
)
# in small letters only kinds of street that are nothing else
_ADDRESS_SMALL = re.compile(
    r"(?<![\w$€£/:.-])\d{1,5}\s(?:(?!for\b|on\b|at\b|in\b|to\b|and\b)[a-z][\w'’-]*\s){1,3}"
    r"(?:street|avenue|road|boulevard|lane|st|ave|rd|blvd)\b(?!['’])"
)
_ADDRESS_WORLD = re.compile(
    r"(?<!\w)(?:[A-ZÄÖÜ][\wäöüß-]*(?:straße|strasse|str\.|gasse|allee|platz|weg)\s\d{1,4}[a-z]?"
    r"|(?:Rue|Avenue|Boulevard|Calle|Avenida|Via|Piazza|Plaza|Rua|ул\.|улица)\s"
    r"(?:[A-ZÀ-ÖА-Я][\w'’.-]*\s?|d[aeu]\s|de la\s|d[ae][gi]?l(?:l[aeo])?\s|dei\s|degli\s){1,5},?\s?"
    r"\d{1,4})(?:,\s?(?:\d{4,5}\s)?[A-ZÀ-ÖА-Я][\w-]+(?:\s[A-ZÀ-Ö][\w-]+)?){0,2}"
    r"|(?<!\w)\d{1,4}(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Qq]uai|[Pp]lace"
    r"|[Cc]hemin"
    r"|[Ii]mpasse|[Aa]llée|Via|Piazza|Calle|Rua|Avenida|Plaza)\s(?:d[eu]s?\s|de la\s|d['’]|l['’]"
    r"|la\s|le\s)*[A-ZÀ-Ö][\w'’-]*"
    r"(?:[\s-][A-ZÀ-Ö][\w'’-]*){0,3}(?:,\s?(?:\d{4,5}\s)?[A-ZÀ-ÖА-Я][\w-]+)?"
)
# without a number a street is an address only with its town: "on Main Street, Burlington, Vermont"
_ADDRESS_OF_TOWN = re.compile(
    rf"(?:(?<=\bon )|(?<=\bat )|(?<=\bin ))(?:[A-Z][\w'’.-]*\s){{1,3}}(?:{_STREET})\b\.?"
    rf"(?=,\s[A-Z]){_TOWN}"
)
_LOCATED = re.compile(
    r"(?:located at|address is|address:)\s(?P<place>[A-Z0-9](?:[^.\n]|(?<=\bul)\.|(?<=\bSt)\."
    r"|(?<=\bstr)\.)*?)(?=\.(?:\s|$)|\sand\sis\b|;"
    r"|\n|$)",
)


def _without_full_stop(fact: Fact) -> Fact:
    if fact.text.endswith(".") and not re.search(
        r"\b(?:St|Ave|Rd|Blvd|Dr|Ln|Ct|Sq|st)\.$", fact.text
    ):
        return fact._replace(text=fact.text[:-1], end=fact.end - 1)
    return fact


def addresses_in(request: str) -> list[Fact]:
    found = [fact_of("address", "address", request, m) for m in _ADDRESS.finditer(request)]
    found = [_without_full_stop(f) for f in found]
    found += [fact_of("address", "address", request, m) for m in _ADDRESS_SMALL.finditer(request)]
    found += [fact_of("address", "address", request, m) for m in _ADDRESS_WORLD.finditer(request)]
    found += [fact_of("address", "address", request, m) for m in _ADDRESS_OF_TOWN.finditer(request)]
    return found + matching(request, _LOCATED, "address", "address", "place")
