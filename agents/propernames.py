"""Proper names whose words tell nothing of the subject: people, streets and places, founders.

Who learns marketing from Daisy Moon wants no moon, and a foot clinic in Stone Street no stone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from agents.names import Names
from agents.phrases import word_set
from agents.spelling import is_name
from agents.vocabulary import BUSINESSES, PEOPLE

_CAPITAL = r"[A-Z][\w'’-]+"
_TITLED = re.compile(
    rf"\b(?:(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Lady|Uncle|Aunt|Chef|Coach|DJ|MC|Pastor|Father"
    rf"|Sister"
    rf"|Brother|Grandpa|Grandma|St|Saint)\.?)\s{_CAPITAL}(?:\s{_CAPITAL})?"
)
_NAMED = re.compile(rf"\b(?i:named|called)\s(?P<n>{_CAPITAL})(?=\s*(?:[,.;:!?\n]|$))")
_PERSON = re.compile(
    rf"\b(?i:with|by|from|call|contact|text|email|ask for|featuring|starring|meet"
    rf"|photographer|artist|singer|author|trainer|teacher|therapist|lawyer|name is|named|called"
    rf"|i am|i'm)[,:]?\s"
    rf"(?:(?:Big|Little|Old|Young)\s)?(?P<n>(?P<first>{_CAPITAL})\s{_CAPITAL})"
)
_KIN = re.compile(
    rf"{_CAPITAL}\s(?:&|and|\+)\s(?:Sons?|Daughters?|Co|Partners?|Brothers?|Family|Friends)\b"
    rf"|{_CAPITAL}\s(?:Bros|Brothers|Sisters)\b"
)
_PLACES = (
    r"Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Boulevard|Blvd|Way|Square|Close|Crescent|Terrace"
    r"|Row|Alley|Mews|Quay|Wharf|Hill|Hills|Lake|Valley|Bay|Point|Creek|Ridge|Heights|Cove|Falls"
    r"|Springs|Green|Common|Yard|Hall|Inn|Arms|Tavern|Hotel|House|Park|Gardens|Estate|Manor|Lodge"
    r"|Centre|Center|Theatre|Theater|Arena|Stadium|Library|School|Academy|College|University"
    r"|Hospital"
    r"|Church|Chapel|Farm|Field|Fields|Beach|Island|City|Town|Village|County|Mall|Plaza|Tower|Court"
)
_PLACE = re.compile(
    rf"(?:\b(?i:at|in|on|near|opposite|behind|beside|off|along|down|to|from)\s(?i:the\s)?|,\s)"
    rf"(?P<n>(?:{_CAPITAL}\s){{1,3}}(?:{_PLACES}))\b(?=\s*(?:[,.;:!?\n]|$)|\s[a-z0-9])"
)
_NUMBERED = re.compile(rf"\b\d+[a-z]?,?\s(?P<n>(?:{_CAPITAL}\s){{1,2}}(?:{_PLACES}))\b")
_TRADED = re.compile(
    rf"(?P<n>(?P<first>{_CAPITAL})\s{_CAPITAL})"
    rf"(?=,\s(?:[a-z]+\s){{0,3}}(?:{'|'.join(sorted(PEOPLE))})\b)"
)
_APPOSED = re.compile(rf"[a-z],\s(?P<n>(?P<first>{_CAPITAL})\s{_CAPITAL})(?=[,.:])")
# What shops and firms are called after, and what they are: of a Fox Diner no fox is shown.
_EMBLEMS = (
    r"Lion|Bear|Wolf|Fox|Tiger|Panda|Eagle|Hawk|Falcon|Owl|Swan|Peacock|Parrot|Raven|Crow|Phoenix"
    r"|Dragon|Unicorn|Griffin|Elephant|Camel|Kangaroo|Koala|Zebra|Giraffe|Butterfly|Dove|Stag|Deer"
    r"|Moose|Bison|Buffalo|Bull|Ram|Hare|Rabbit|Squirrel|Hedgehog|Badger|Otter|Beaver|Dolphin|Whale"
    r"|Turtle|Frog|Cobra|Star|Moon|Moonlight|Sun|Comet|Rose|Lily|Daisy|Lotus|Oak|Elm|Pine|Maple"
    r"|Willow|Cedar|Anchor|Crown|Castle|Bell|Key|Diamond|Pearl|Ruby|Acorn|Feather|Arrow|Shield"
    r"|Sword"
    r"|Rocket|Lighthouse|Mountain|River|Ocean|Wave|Thunder|Lightning|Rainbow|Cloud|Apple|Cherry"
    r"|Olive"
    r"|Monkey|Penguin|Flamingo|Bee|Goose|Rooster|Jaguar|Leopard|Panther|Ship|Windmill|Tree|Leaf"
    r"|King"
    r"|Queen|Knight|Pirate|Mermaid|Wizard"
)
_TRADES = (BUSINESSES - {"farm", "zoo", "aquarium", "orchard", "museum"}) | word_set(
    """insurance interiors motors express electrical electric plumbing roofing movers cleaning
    cleaners dental dentistry coffee tea travel travels tours bank capital partners group solutions
    consulting media studios games books records bikes cycles autos builders construction homes
    realty properties kitchens foods catering burger burgers pizza sushi grill tavern inn arms
    counselling counseling therapy fitness yoga dance music primary elementary high nursery
    montessori accounting law legal digital software tech security logistics removals storage
    landscaping gardens hair nails beauty barbers cosmetics fashion shoes jewellery jewelry
    opticians wines spirits outfitters sports"""
)
_HOUSES = "|".join(sorted(word.capitalize() for word in _TRADES))
_BRAND = re.compile(
    rf"(?<!\w)(?:[Tt]he\s)?(?P<n>(?:{_CAPITAL}\s)?(?:{_EMBLEMS})(?:\s(?:and|&)\s{_CAPITAL})?)"
    rf"(?='?s?\s(?:{_HOUSES})\b|,\s(?:an?\s|our\s)?(?:[a-z]+\s){{0,3}}"
    rf"(?:{'|'.join(sorted(BUSINESSES))})\b)"
)
_OWNED = re.compile(  # of Jonah's Chair, Oakland, no chair; but Bella's Bakery bakes
    rf"(?P<n>{_CAPITAL}['’]s\s(?!(?i:{_HOUSES})\b){_CAPITAL})(?=,\s[A-Z])"
)
_HOUSED = re.compile(  # at Club Mango no mango is shown
    r"\b(?P<n>(?:Club|Bar|Café|Cafe|Corner|Casa|Villa|Hotel|Hostel|Haus|Chez|Bistro|Camp)"
    rf"\s{_CAPITAL})\b(?!\s[A-Z])"
)
_STREETS = re.compile(rf"(?P<n>(?:{_CAPITAL}\s){{1,2}}(?:Street|Road|Avenue|Lane|Boulevard))\b")
_TOWNS = re.compile(  # that are things too
    r"\b(?i:in|to|from|at|near|of)\s(?P<n>Cologne|Bath|Reading|Cork|Turkey|China|Chile|Orange"
    r"|Buffalo"
    r"|Phoenix|Split|Rice|Sandwich|Hull|Deal|Battle|Sale|Bury|Pool|Mobile|Champagne|Bordeaux|Tours"
    r"|Parma|Jersey|Wales|Java|Panama|Havana|Berry|Rye|Hook|Wells|Eye|Beer|Stone|Flint|Mold|Angel"
    r"|Crystal Palace|Lizard|Eagle|Wolf|Bath Spa|Little Rock|Salt Lake City|Grand Rapids|Boulder"
    r"|Cannes|Bologna|Frankfurt|Hamburg|Vienna|Long Beach|Palm Springs|Palm Beach|Big Sur)\b"
)
_ALSO_WORDS = word_set(
    """daisy rose lily ivy violet iris poppy olive holly hazel ruby pearl amber jasmine rosemary
    heather fern willow april may june summer autumn robin jay wren penny grace hope faith joy dawn
    mark bill rob jack frank grant chase hunter archer cliff rocky dean earl duke miles art drew
    gene guy lance pat ray rich rusty wade will woody basil ginger sandy crystal coral gale misty
    skye star sunny bunny kitty peter carol melody harmony belle blossom clementine clover dahlia
    marigold myrtle pepper saffron sage cherry honey candy angel tiger fox bear wolf blue leaf"""
)


@lru_cache(maxsize=64)
def proper_names(request: str, names: Names) -> tuple[str, ...]:
    """Names in the request as it writes them, longest first."""
    found = {*names.people, names.honoured}
    found |= {m[0] for pattern in (_TITLED, _KIN) for m in pattern.finditer(request)}
    found |= {
        m["n"]
        for pattern in (_NAMED, _PLACE, _NUMBERED, _OWNED, _HOUSED, _STREETS, _BRAND, _TOWNS)
        for m in pattern.finditer(request)
    }
    found |= {
        m["n"]
        for pattern in (_PERSON, _TRADED, _APPOSED)
        for m in pattern.finditer(request)
        if _is_given(m["first"])
    }
    return tuple(sorted(found - {""}, key=lambda name: (-len(name), name)))


def without(text: str, names: tuple[str, ...]) -> str:
    """The text with a border where a name stood."""
    if not names:
        return text
    any_name = "|".join(map(re.escape, names))
    return re.sub(rf"(?<!\w)(?:{any_name})(?!\w)", " . ", text, flags=re.IGNORECASE)


def _is_given(word: str) -> bool:
    return is_name(word) or word.lower() in _ALSO_WORDS
