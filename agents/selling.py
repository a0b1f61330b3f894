"""A line Plakat offers under a bare title: short, warm, and never a claim, place, date or price.

Only a design that has no line but its title gets one, by its occasion or trade; it is marked
`suggested`, and what the request itself wants said always comes first.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.vocabulary import is_event, is_sale
from layout.systems import Form

# occasions and events, as patterns asked in order -> the line
_EVENTS = (
    (
        r"(?:garage|yard|car boot|rummage|jumble|estate) sale|flea market",
        "Come and find a treasure",
    ),
    (r"sympathy|condolences?|funeral|memorial", "You are in our thoughts"),
    (r"get well", "Thinking of you"),
    (r"thank[- ]you|gratitude|appreciation", "With all our heart"),
    (r"graduat\w+", "Here’s to what comes next"),
    (r"retirement", "Enjoy every moment"),
    (r"anniversary", "Here’s to many more"),
    (r"baby shower|newborn|christening|baptism", "A little love is on its way"),
    (r"wedding|bridal|engagement", "Celebrating love, together"),
    (r"birthday", "Let’s celebrate together"),
    (r"mother['’]?s day|mothering", "With love, today and always"),
    (r"father['’]?s day", "Here’s to Dad"),
    (r"wom[ea]n['’]?s day", "Here’s to every woman"),
    (r"valentine\w*", "For the one you love"),
    (r"easter mass|church|worship|prayer|gospel|bible|choir", "Come as you are"),
    (r"easter", "Joy, spring and new beginnings"),
    (r"thanksgiving", "Grateful, together"),
    (r"halloween|haunted|spooky|horror", "Come if you dare"),
    (r"christmas|xmas|holidays? (?:wishes|greetings?|party)", "Peace, joy and good company"),
    (r"new year", "Here’s to a fresh start"),
    (r"diwali|deepavali|hanukkah", "Let the light in"),
    (r"ramadan|eid\b", "Peace and blessings to you"),
    (r"holi\b|carnival|mardi gras", "Bring on the color"),
    (r"lunar new year|chinese new year", "Good fortune to you"),
    (r"cinco de mayo", "Let’s fiesta"),
    (r"oktoberfest", "Prost!"),
    (r"st\.? patrick\w*|saint patrick\w*", "Raise a glass"),
)  # fmt: skip
# goods, trades and causes; the last word of a phrase says what the thing is
_THINGS = (
    (r"super bowl|football|soccer|basketball|baseball|hockey|match|tournament", "Game on"),
    (r"chess|quiz|trivia", "Make your move"),
    (r"marathon|race|5k|10k|bike ride|cycling", "See you at the start"),
    (r"comedy|stand-up|improv", "Get ready to laugh"),
    (r"karaoke|open mic", "The stage is yours"),
    (r"concert|gig|jazz|festival of music|music festival|band|orchestra|dj\b|rave",
     "Feel the music"),
    (r"music|piano|guitar|singing", "Play what you love"),
    (r"danc\w+|ballet|salsa", "Let’s dance"),
    (r"film|movie|cinema|theat(?:er|re)|musical|screening", "Take your seat"),
    (r"photograph\w+", "Hold the moment"),
    (r"art|illustrat\w+|exhibition|gallery|museum|painting|pottery|ceramics|craft\w*",
     "Come and look closer"),
    (r"hiring|jobs?|recruit\w*|vacancy|careers?|wanted", "Come and join us"),
    (r"science (?:fair|show|night|festival)", "Come and discover"),
    (r"charity|fundrais\w+|donat\w+|volunteer\w*|shelter|non-?profit", "Every bit helps"),
    (r"\b(?:adopt|foster)\w*(?: .*)?", "Give them a home"),
    (r"climate|recycl\w+|earth (?:day|hour)|environment\w*|conservation|ocean|cleanup",
     "Every small step counts"),
    (r"water day", "Every drop counts"),
    (r"pets?\b|(?:dog|cat|pet) (?:food|treats?|toys?)|(?<!hot )dogs?|cats?|vet\b|veterinar\w+"
    r"|(?:vet|veterinary|animal) (?:clinic|hospital)"
    r"|grooming", "For your four-legged friend"),
    (r"bak(?:ery|ing|ed)|pastr\w+|cakes?|cupcakes?|cookies?|dessert|donuts?",
     "Time for something sweet"),
    (r"ice cream|gelato|candy|chocolate", "Treat yourself"),
    (r"coffee|caf[eé]|espresso|tea\b|teahouse", "Take a moment, take a sip"),
    (r"pizza|burgers?|tacos?|food truck|street food|bbq|barbecue|sushi|ramen", "Come hungry"),
    (r"beer|brewery|wine\w*|cocktails?|pub\b|bar\b|distillery", "Raise a glass"),
    (r"restaurant|bistro|diner|lunch|dinner|brunch|breakfast|meals?|cuisine|cooking|food"
     r"|recipes?|mushrooms?|cheese", "Good food, good company"),
    (r"farm\w*|produce|vegetables|grocer\w*|organic (?!soap|cotton|skin)"
     r"|honey$|milk$|eggs", "Eat with the season"),
    (r"spa\b|massage|wellness|sauna", "Take a moment for yourself"),
    (r"yoga|meditation|pilates|mindful\w*", "Breathe in, slow down"),
    (r"gym|fitness|workouts?|training studio|crossfit", "Find your strength"),
    (r"hair\w*|barber\w*", "Time for a new look"),
    (r"nails?|lash\w*|makeup|beauty|cosmetics?|skin ?care|perfume|fragrances?|tanning",
     "Treat yourself"),
    (r"jewel\w+|rings?|necklaces?", "A little sparkle for every day"),
    (r"watches|smart ?watch|watch (?:brand|shop|store|collection|maker)", "Make time for it"),
    (r"fashion|cloth\w+|shoes|boutique|dresses|apparel|accessories", "Wear what you love"),
    (r"toys?", "Let’s play"),
    (r"bab(?:y|ies)|infant|toddler", "For your little one"),
    (r"flower\w*|florist|bouquets?", "Let something bloom"),
    (r"garden(?! party)\w*|plants?|landscap\w+", "Watch it grow"),
    (r"pool", "Just add water"),
    (r"camp(?:ing|er|site)?|hik\w+|outdoor|mountain|adventure", "Adventure is calling"),
    (r"cruise|travel\w*|vacations?|tours?|trips?|flights?|beach", "Where to next?"),
    (r"hotel|resort|hostel|bed and breakfast", "Stay a little longer"),
    (r"real estate|realt\w+|house for sale|apartment|propert\w+|homes for sale",
     "Find your way home"),
    (r"furniture|sofas?|armchairs?|decor|interior\w*|mattress\w*|kitchenware|tableware|candles?"
     r"|vases?|rugs?|lamps?", "Make yourself at home"),
    (r"antiques?|vintage|second-hand|thrift|collectibles", "Find a piece of the past"),
    (r"clean\w+|laundry", "Come home to clean"),
    (r"moving|storage|relocation", "On to the next chapter"),
    (r"car repair|auto repair|garage|mechanic|tires?|car wash|car service", "Back on the road"),
    (r"cars?(?!-free)|automobiles?|motorcycles?|scooters?|dealership|car rental|bikes?",
     "Enjoy the ride"),
    (r"construction|roof\w*|renovation|architect\w*|carpent\w+|plumb\w+|electrician|contractor",
     "Let’s build on it"),
    (r"solar", "Look to the sun"),
    (r"security|safety", "Stay safe"),
    (r"insurance|financ\w+|(?<!food )bank\w*|invest\w*|tax\w*|accounting|loans?|mortgage",
     "Plan ahead"),
    (r"law\b|lawyer|attorney|legal", "Let’s talk it through"),
    (r"dent\w+|orthodont\w+|teeth", "Keep smiling"),
    (r"clinic|doctors?|medical|hospital|health\w*|pharmacy|nurs\w+|care\b",
     "Take care of yourself"),
    (r"books?|library|reading|bookstore|literature", "Find your next page"),
    (r"gaming|games?|esports|console|virtual reality|vr\b|headsets?", "Press play"),
    (r"artificial intelligence|robot\w*|technolog\w+|software|apps?\b|metaverse|gadgets?"
     r"|electronics|cybersecurity|drones?|smart\w*", "See what comes next"),
)  # fmt: skip
# kinds of events and houses, asked last
_KINDS = (
    (r"discussion|debate|talk|panel|conference|summit|podcast", "Join the conversation"),
    (r"school(?! reunion)|course\w*|class(?:es)?|workshops?|seminars?|webinar|lessons?|tutor\w*"
     r"|education|language|training|masterclass|university|college|science fair", "Come and learn"),
    (r"parade|festival|fair\b|market|party|celebration", "Come and celebrate"),
    (r"marketing|(?<!in )business|startups?|consult\w+|agency", "Let’s talk"),
)  # fmt: skip
_TABLES = tuple(
    tuple((re.compile(rf"\b(?:{words})(?!\w)", re.IGNORECASE), line) for words, line in table)
    for table in (_EVENTS, _THINGS, _KINDS)
)
_HUNG = re.compile(r"\s(?:of|for|in|at|on|with|to|from|about|by|and)\s")
_SHOWN = re.compile(r"\s(?:with|featuring|using|showing|against)\s", re.IGNORECASE)
_LONGEST = 6  # words of a title that leaves something unsaid
_PAPER = re.compile(r"\b(?:invit(?:ation|ed)|save the date|announcement)\b", re.IGNORECASE)
_EVENT = "We’d love to see you there"
# papers and marks that say what they are and no more, and what a person asks for in words only
_WORDLESS = re.compile(
    r"\b(?:logos?|business cards?|visiting cards?|thumbnails?|labels?|stickers?|icons?|name tags?"
    r"|letterheads?|wallpapers?|bookmarks?|signs?|menus?|lost|missing|wanted|stolen|closed|closing"
    r"|warn(?:ing|s)?|danger|currents|obituary"
    r"|no (?:slogan|tagline|other text|extra text)|only (?:the )?(?:text|title))\b",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:happy|merry|thank|congratulations|welcome|good luck)\b", re.IGNORECASE)
_STANDS = re.compile(  # a stand that is taken, and a day of the calendar
    r"(?:against|stop|no|don['’]t|save|end)\b"
    r"|(?:world|international|national) .+ day$",
    re.IGNORECASE,
)
_FACTS = ("date", "time", "venue", "address", "contact")
_MOST_FACTS = 2  # beside which a line is missed; more of them tell enough
_SAYING = ("subtitle", "body", "item", "quote", "offer", "price", "legal")


def with_line(texts: tuple[Text, ...], request: str, form: Form, language: str) -> tuple[Text, ...]:
    """The copy with a line under a title that stands alone and that the user has not worded."""
    title = next((text for text in texts if text.role == "title"), None)
    bare = title is not None and title.provenance == "inferred"
    told = any(text.role in _SAYING for text in texts)
    told |= sum(text.role in _FACTS for text in texts) > _MOST_FACTS
    if title is None or not bare or told or language != "en" or form != "picture":
        return texts
    headed = any(text.role == "kicker" and not _PAPER.search(text.text) for text in texts)
    headed |= title.text.endswith("?") or title.text.startswith("How ")
    headed |= bool(_GREETING.match(title.text) or _STANDS.match(title.text)) or title.text.isupper()
    if headed or _WORDLESS.search(request) or len(title.text.split()) > _LONGEST:
        return texts
    line = _line_for(title.text, texts, request)
    repeated = any(line.lower() in text.text.lower() for text in texts)
    if not line or repeated:
        return texts
    return (*texts, Text(role="subtitle", text=line, provenance="suggested"))


def _line_for(title: str, texts: tuple[Text, ...], request: str) -> str:
    """By the title, by what stands above it, by the request's first words; else an event's."""
    above = " ".join(text.text for text in texts if text.role == "kicker")
    for told in (_HUNG.split(title)[0], title, above, _SHOWN.split(request[:120])[0]):
        if line := line_of(told):
            return line
    return _EVENT if is_event(title) and not is_sale(title) else ""


def line_of(told: str) -> str:
    """The line of a phrase; among goods the last word decides: "organic baby clothes"."""
    for table in _TABLES:
        hits = [(m.end(), -n) for n, (p, _) in enumerate(table) for m in p.finditer(told)]
        if hits:
            at = -max(hits)[1] if table is _TABLES[1] else min(-n for _, n in hits)
            return table[at][1]
    return ""
