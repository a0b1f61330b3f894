"""Which trades and topics a text belongs to, in the words by which visual systems are chosen."""

from __future__ import annotations

import re

_DOMAINS = {
    # domain -> beginnings of words that belong to it
    "food": (
        "food dinner lunch brunch breakfast restaurant recipe cook chef menu pizza burger "
        "taco noodle sushi salad soup grill bbq barbecue kitchen meal dish cheese tapas "
        "buffet delicatess"
    ),
    "sweets": (
        "cake cupcake bakery bake pastr cookie chocolate candy ice-cream dessert donut "
        "doughnut honey waffle pancake croissant pie"
    ),
    "seafood": "fish seafood salmon shrimp lobster oyster crab sushi",
    "coffee": "coffee cafe café espresso latte tea teapot teahouse tearoom barista",
    "beer": "beer oktoberfest brewer pub ale lager wine cocktail bar whisky",
    "grocery": "grocer market vegetable fruit produce organic farm milk dairy egg",
    "music": (
        "music jazz concert band dj festival song rock choir piano guitar orchestra opera "
        "rave karaoke vinyl podcast"
    ),
    "art": (
        "art artist artwork artisan exhibit galler museum paint photograph cinema film movie theat "
        "poetry literat dance ballet comedy acting design architect "
        r"book(?!keep|ing|ed|-(?:an?|your|now|by|online|early|today)\b)"
    ),
    "technology": (
        "tech robot ai software web website app digital cyber virtual metaverse data code coding "
        "program gaming gadget electronic computer hackathon startup artificial augmented"
    ),
    "business": (
        "business company market finance bank invest money recruit hiring job career vacancy "
        "analyst manager leadership conference summit corporate interview real-estate"
    ),
    "law": "law lawyer attorney legal solicitor notary paralegal court justice tenant",
    "education": (
        "school college universit course class workshop seminar training tutor learn student "
        "education lecture webinar graduation academy kindergarten tips guide"
    ),
    "ethics": (
        "ethic charity donat volunteer awareness climate conservation humanit rights peace "
        "community nonprofit fundrais blood church mass faith bible"
    ),
    "health": (
        "health doctor clinic dental medical care hospital therapy yoga wellness nutrition "
        "allerg fitness gym gymnas mental baby infant"
    ),
    "beauty": (
        "beauty spa salon skin cosmetic makeup lash nail hair massage perfume fragrance lip "
        "lipstick tanning"
    ),
    "fashion": "fashion cloth dress shoe watch jewel handbag accessor style boutique apparel",
    "home": (
        "home furnitur decor interior sofa armchair kitchen clean moving storage house estate "
        "pool tableware cutlery vase antique vintage"
    ),
    "craft": "craft sewing knit handmade pottery glass ceramic wood diy workshop",
    "plants": (
        "plant garden flower florist botanic bloom rose tulip bouquet leaf tree forest oxygen"
    ),
    "nature": (
        "nature forest mountain ocean river wildlife earth green eco conservation environment"
    ),
    "outdoors": (
        "camping hike hiking mountain outdoor adventure bike cycl run running runner marathon ski "
        "surf climb"
    ),
    "travel": "travel trip tour cruise vacation hotel flight beach island holiday tourist europe",
    "sport": (
        "sport football soccer basketball tennis gym fitness race super-bowl tournament match "
        "yoga swim baseball run running runner league"
    ),
    "winter": "winter christmas xmas snow ski holiday",
    "love": "love valentine wedding bridal anniversary heart romance",
    "wedding": "wedding bridal bride groom save-the-date engagement quincea",
    "party": (
        "party birthday celebration carnival halloween cinco fiesta diwali new-year christmas gala"
    ),
    "pets": "dog cat pet puppy kitten vet veterinar animal",
    "farm": "farm tractor agricultur cow harvest",
    "baby": "baby infant toddler kids child toy newborn",
    "sale": "sale offer discount deal black-friday cyber-monday clearance coupon voucher",
    "thanks": "thank gratitude congratulat sympathy greeting",
    "wellness": "wellness spa yoga massage meditation retreat relax essential-oil",
}
_SHORT = 3  # letters of what is a word and not a beginning: a bar is no barber
_ENDING = r"(?:e?s|ing|'s|’s)?\b"


def _beginning(word: str) -> str:
    return word.replace("-", "[- ]") + (_ENDING if len(word) <= _SHORT else "")


_PATTERNS = {
    domain: re.compile(r"\b(?:" + "|".join(map(_beginning, words.split())) + ")", re.IGNORECASE)
    for domain, words in _DOMAINS.items()
}


def domains_in(text: str) -> tuple[str, ...]:
    """Domains of the text, those with most words first."""
    counts = {domain: len(p.findall(text)) for domain, p in _PATTERNS.items()}
    return tuple(sorted((d for d in counts if counts[d]), key=lambda d: -counts[d]))
