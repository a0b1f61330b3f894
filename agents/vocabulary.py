"""English word tables that the reading of requests shares: kinds of things, not rules."""

from __future__ import annotations

import re
from functools import lru_cache

from agents.colorwords import color_pattern
from agents.phrases import word_set

SALES = word_set(
    "sale sales offer offers deal deals promotion promotions clearance giveaway discount"
)
EVENTS = SALES | word_set(
    """party parties festival fest fair fairs market bazaar concert concerts show shows gig night
    nights day days week weekend gala ball carnival parade exhibition exhibit expo conference
    summit seminar seminars webinar workshop workshops masterclass class classes course courses
    camp retreat competition contest tournament match game race run marathon ride rally auction
    fundraiser ceremony celebration wedding birthday anniversary shower reunion dinner lunch brunch
    breakfast supper picnic barbecue bbq cookout tasting mass service vigil meeting meetup
    gathering reception premiere screening launch opening tour trip talk lecture session sessions
    hour event events series program programme training tutorial rehearsal graduation prom
    performance recital play opera musical drive campaign challenge hackathon open-day
    swap slam crawl hunt raffle potluck walkathon experience quiz karaoke disco rave
    improv audition ceilidh hoedown luau jamboree"""
)
# Kinds of business that say little by themselves.
PLAIN_BUSINESS = word_set(
    "company brand business store shop agency firm retailer website platform organization "
    "organisation startup manufacturer provider supplier seller corporation group team channel"
)
BUSINESSES = PLAIN_BUSINESS | word_set(
    """salon spa bar restaurant cafe café bakery farm studio clinic church school college university
    hotel resort gym club boutique gallery museum library theater theatre pharmacy hospital nursery
    brewery winery pub bistro diner pizzeria kitchen shelter barbershop dealership marketplace
    market florist academy institute center centre foundation charity nonprofit lounge parlor
    parlour practice laundry launderette roaster roastery garage deli delicatessen grocer
    greengrocer supermarket bookstore bookshop warehouse cinema kennel kindergarten preschool
    daycare airline platform station consultancy hospice winery distillery creamery chocolatier
    patisserie tearoom teahouse hostel campsite
    vineyard orchard zoo aquarium kiosk stall hairdresser joint steakhouse eatery"""
)
PEOPLE = word_set(
    """doctor dentist lawyer coach trainer photographer designer developer artist consultant
    teacher tutor therapist stylist chef realtor accountant architect agent nurse musician
    singer dj freelancer barber florist planner writer author nutritionist engineer analyst
    manager plumber electrician carpenter painter gardener landscaper locksmith mechanic roofer
    cleaner butcher baker tailor jeweler jeweller optician physiotherapist osteopath
    psychologist veterinarian vet notary broker builder handyman decorator caterer bartender
    barista midwife dermatologist orthodontist chiropractor groomer nanny babysitter translator
    videographer illustrator farmer beekeeper winemaker sculptor
    contractor instructor landlord landlady adviser advisor copywriter gamer streamer youtuber
    podcaster influencer blogger vlogger sweep courier walker tuner cobbler seamstress glazier
    tiler upholsterer chiropodist podiatrist surveyor"""
)
# Words of the trade of design; a phrase with one of them directs the picture and is not copy.
DIRECTION = re.compile(
    r"\b(?:image|images|picture|photo|photos|photograph|illustration|illustrations|design|designs"
    r"|layout|background|backdrop|foreground|colou?rs?|palette|scheme|theme|themed|style|styled"
    r"|font|fonts|typography|typeface|visuals?|graphic|graphics|elements?|imagery|aesthetic"
    r"|atmosphere|mood|feel|feeling|look|vibe|tone|sense|concept|pattern|patterns|texture|gradient"
    r"|frame|frames|border|icons?|symbols?|text|message|messages|quote|headline|title|logo|banner"
    r"|poster|cover"
    r"|thumbnail|post|story|card|viewers?|audience|customers?|clients?|users?|people|readers?"
    r"|followers?|recipient|everyone|someone|women in|men in|eye-catching|prominently"
    r"|year-old|(?!(?:clean|safe|pure|fresh|dog|horse|pony|bike|night|fine|line"
    r"|binge) )\w+ (?:enjoying|holding|wearing|sitting|standing|smiling|eating|drinking"
    r"|walking|riding)|painting|drawing|watercolou?r|sketch|cartoon|collage|sale of|appearance"
    r"|depict\w*"
    r"|featur\w+|showcas\w+|design(?:s|ed|ing)?|importance of the|the fact|aspects?|shapes?"
    r"|silhouettes?|letter(?:s|ing)|composition|gradients?"
    r"|textures|tones|hues|lighting|strokes?|brush|grain|glow(?:ing)?|close-up|cinematic"
    r"|photoreal\w+"
    r"|outlines?|empty|in the (?:cent(?:er|re)|middle|corner|distance)|golden hour"
    r"|negative space|white space|margins|foggy|diverse)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:their|its|his|her|they|it|them|he|she|our|my|this|these|those|products?|items"
    r"|services? offered|the (?:company|store|brand|shop|event|salon|business|service|party|website"
    r"|site|bar|restaurant|collection|advertisement|church|agency|studio)|details|information"
    r"|importance of the|in a[0-6])\b",
    re.IGNORECASE,
)
_EMPTY_NOUNS = word_set(
    """services products items options goods things offers discounts information details people
    customers clients event events ideas variety way something design video post use purpose
    text message image picture promotion benefits offerings specialty homepage website newsletter
    clubhouse noticeboard shopfront counter supermarket set series bunch batch"""
)
OCCASIONS: dict[str, tuple[str, str]] = {
    # occasion -> (words that name it, the greeting that goes with it)
    "Christmas": (r"christmas|xmas", "Merry Christmas"),
    "New Year": (r"new year(?:'s|’s)?(?: eve)?", "Happy New Year"),
    "Valentine's Day": (r"valentine(?:'s|’s|s)?(?: day)?", "Happy Valentine's Day"),
    "Easter": (r"easter", "Happy Easter"),
    "Halloween": (r"halloween", "Happy Halloween"),
    "Thanksgiving": (r"thanksgiving", "Happy Thanksgiving"),
    "Mother's Day": (r"mother(?:'s|’s|s) day", "Happy Mother's Day"),
    "Father's Day": (r"father(?:'s|’s|s) day", "Happy Father's Day"),
    "Women's Day": (r"wom[ea]n(?:'s|’s|s) day", "Happy Women's Day"),
    "Black Friday": (r"black friday", ""),
    "Cyber Monday": (r"cyber monday", ""),
    "Diwali": (r"diwali|deepavali", "Happy Diwali"),
    "Eid": (r"eid(?: mubarak| al-\w+)?|ramadan", "Eid Mubarak"),
    "Hanukkah": (r"hanukkah|chanukah", "Happy Hanukkah"),
    "Nowruz": (r"nowruz|norooz|persian new year", "Happy Nowruz"),
    "Rosh Hashanah": (r"rosh hashanah", "Shanah Tovah"),
    "Vesak": (r"vesak|wesak", "Happy Vesak"),
    "Songkran": (r"songkran", "Happy Songkran"),
    "Mid-Autumn Festival": (r"mid-autumn(?: festival)?", "Happy Mid-Autumn Festival"),
    "Onam": (r"onam\b", "Happy Onam"),
    "Pongal": (r"pongal\b", "Happy Pongal"),
    "Midsummer": (r"midsummer\b(?! night)", "Happy Midsummer"),
    "Holi": (r"holi\b", "Happy Holi"),
    "Lunar New Year": (r"(?:lunar|chinese) new year", "Happy Lunar New Year"),
    "Juneteenth": (r"juneteenth", "Happy Juneteenth"),
    "Kwanzaa": (r"kwanzaa", "Happy Kwanzaa"),
    "Passover": (r"passover|pesach", "Happy Passover"),
    "Vaisakhi": (r"vaisakhi|baisakhi", "Happy Vaisakhi"),
    "Navratri": (r"navratri", "Happy Navratri"),
    "Oktoberfest": (r"oktoberfest", "Happy Oktoberfest"),
    "St. Patrick's Day": (
        r"(?:st\.?|saint) patrick(?:'s|’s|s)?(?: day)?",
        "Happy St. Patrick's Day",
    ),
    "Cinco de Mayo": (r"cinco de mayo", "Happy Cinco de Mayo"),
    "Earth Day": (r"earth day", "Happy Earth Day"),
    "Independence Day": (r"independence day|(?:4th|fourth) of july", "Happy Independence Day"),
    "Labor Day": (r"labou?r day", "Happy Labor Day"),
    "Memorial Day": (r"memorial day", ""),
    "Veterans Day": (r"veterans?(?:'|’)? day", ""),
    "Carnival": (r"carnival|mardi gras", ""),
    "Wedding": (r"wedding(?! anniversar)|bridal", ""),
    "Birthday": (r"birthday|turns? \d+", "Happy Birthday"),
    "Baby Shower": (r"baby shower", ""),
    "Graduation": (r"graduation|graduates?\b", "Happy Graduation"),
    "Retirement": (
        r"retirement(?= (?:card|party|wishes|gift|celebration|message|greeting|invitation))"
        r"|retires\b|retiring\b",
        "Happy Retirement",
    ),
    "Anniversary": (r"anniversary", "Happy Anniversary"),
    "Sympathy": (r"sympathy|condolences?", "With Sympathy"),
    "Get Well": (r"get well(?: soon)?", "Get Well Soon"),
    "Good Luck": (r"good luck", "Good Luck"),
    "Thank You": (r"thank[- ]you|gratitude", "Thank You"),
    "Congratulations": (r"congratulat\w+", "Congratulations"),
    "Super Bowl": (r"super bowl", ""),
    "Back to School": (r"back[- ]to[- ]school", ""),
}
_OCCASION_PATTERNS = {
    name: re.compile(rf"\b(?:{words})", re.IGNORECASE) for name, (words, _) in OCCASIONS.items()
}


@lru_cache(maxsize=1024)
def occasion_in(text: str) -> str:
    """The occasion named first in the text, or an empty string."""
    hits = [(m.start(), name) for name, p in _OCCASION_PATTERNS.items() if (m := p.search(text))]
    return min(hits)[1] if hits else ""


def head_of(phrase: str) -> str:
    """The head noun of a noun phrase: its last word before the first preposition."""
    front = re.split(
        r"\s(?:of|for|in|at|on|with|to|from|about|by|that|who|seeking|during|and their)\s", phrase
    )[0]
    words = re.findall(r"[\w'’-]+", front.lower())
    return words[-1] if words else ""


_LASTING = re.compile(  # how long something takes, which is no event
    r"\b(?:\d+|one|two|three|four|five|six|seven|ten|twelve|twenty-four|few|several)[\s-]"
    r"(?:hours?|days?|nights?|weeks?)$",
    re.IGNORECASE,
)


def is_event(phrase: str) -> bool:
    head = head_of(_LASTING.sub("", re.sub(r"\s\S*\d\S*$", "", phrase)))
    return head in EVENTS or bool(re.search(r"\b(?:fest|party|sale)\b", phrase, re.I))


def is_sale(phrase: str) -> bool:
    return head_of(phrase) in SALES


def is_business(phrase: str) -> bool:
    head = head_of(phrase)
    if re.search(
        r"\b(?:(?:food|coffee|taco|burger|ice cream) (?:truck|van|cart|stand)|\w+ place)$",
        phrase,
        re.I,
    ):
        return True
    if re.search(r"\b(?:chocolate|energy|protein|granola|snack|candy|soap) bar$", phrase, re.I):
        return False
    return head in BUSINESSES or head.rstrip("s") in BUSINESSES


def is_empty(phrase: str) -> bool:
    """A phrase that would say nothing on a poster."""
    words = phrase.lower().split()
    content = [w.strip(".,") for w in words if w not in ("the", "a", "an", "or", "and", "of")]
    hollow = _EMPTY_NOUNS | PLAIN_BUSINESS
    if len(content) > 1:
        hollow |= SALES
    return all(word in hollow for word in content)


_INSTRUCTION = re.compile(
    r"^\W*(?:please\s)?(?:make (?:it|sure|the)|use|include|add|keep|ensure|avoid"
    r"|(?:do not|don['’]t) (?:use|add|include|put|show|write|make|draw|print|forget to|clutter)"
    r"|highlight"
    r"|emphasi[sz]e|encourage|feature|incorporate|show(?:case)?|focus on|place|put|set|choose"
    r"|provide"
    r"|(?:can|could|should|would|will) (?:the|it|you|we|this|that)\b|(?:poster|flyer|design"
    r"|it) should\b"
    r"|.{2,50}\bwould be (?:great|nice|lovely|perfect|cool|good|awesome|amazing)\b|nothing else\b"
    r"|the (?:design|image|poster|layout|background|colou?rs?|style|text|font|flyer|card|ad|theme)"
    r" (?:is|should|must|will|features?|includes?|has)|it should|with an? \w+ (?:background|style"
    r"|look)"
    r"|(?:an? |the |your )?(?:promo(?:tional)? |coupon |discount |voucher )?codes? (?:is|must"
    r"|should|has to|needs? to))\b",
    re.IGNORECASE,
)


def is_instruction(sentence: str) -> bool:
    """A sentence that tells how to make the design."""
    return bool(_INSTRUCTION.match(sentence))


# "include our phone number", "put the school name on it"
_TO_PRINT = re.compile(
    r"^(?:and )?(?:please )?(?:include|add|put|place|show|use|write|print|leave|mention|feature)\b"
    r".*\b(?:logos?|names?|numbers?|websites?|urls?|links?|address(?:es)?|dates?|times?|e-?mails?"
    r"|photos?|pictures?|images?|texts?|titles?|headlines?|slogans?|taglines?|codes?|contacts?"
    r"|details|info(?:rmation)?|handles?|hashtags?|colou?rs?|fonts?)\b",
    re.IGNORECASE,
)


def is_to_print(line: str) -> bool:
    """An order to the designer to print something, which is not that thing itself."""
    return bool(_TO_PRINT.match(line))


def is_direction(phrase: str) -> bool:
    """Art direction or a remark about people and things not named: never copy."""
    return bool(DIRECTION.search(phrase) or VAGUE.search(phrase) or is_color(phrase))


# words that only speak of how a picture looks
_ART = re.compile(
    r"\b(?:lighting|palette|colou?r scheme|backdrop|background|typograph\w+|typefaces?|fonts?|serif"
    r"|vibes?|aesthetics?|mood|moody|illustrations?|hand-drawn|watercolou?r|gradients?|pastels?"
    r"|minimalist|minimalistic|colou?rful|eye-catching|layout|photoreal\w*|cinematic)\b",
    re.IGNORECASE,
)
_LOOKING = word_set(
    """silver golden romantic refined sophisticated dramatic energetic lively cheerful joyful
    calm calming airy peaceful spooky gritty urban futuristic high-tech trustworthy welcoming
    catchy attractive polished delicate subtle grunge abstract geometric tropical boho
    botanical floral quirky humorous funny serious elegant simple modern clean bold playful
    fun minimal bright warm cozy cosy rustic vintage retro festive professional classy stylish
    sleek vibrant cute cool dark light soft whimsical luxurious feminine masculine earthy
    dreamy edgy funky friendly and but with in very please keep it make look looking style
    portrait landscape vertical horizontal loud punk hippie corporate nice pretty beautiful tones
    tone shades not too"""
)


def is_art(phrase: str) -> bool:
    """A phrase that says how the sheet is to look: "pink and gold", "moody lighting"."""
    words = [w for w in re.findall(r"[\w-]+", phrase.lower()) if w]
    looks = bool(words) and all(
        w in _LOOKING for w in color_pattern().sub("", " ".join(words)).split()
    )
    return looks or bool(_ART.search(phrase)) or is_scenery(phrase)


# what is in a picture and sold by nobody
_SCENERY = word_set(
    """waves trees palms stars clouds sky moon sunset sunrise mountains hills balloons hearts
    snowflakes snow leaves confetti streamers ribbons fireworks lanterns butterflies birds bubbles
    skyline buildings pumpkins bats ghosts bunnies pinecones ornaments garlands sparkles splashes
    feathers branches vines rainbows rainbow silhouettes shamrocks clovers snowmen spiderwebs
    lights rain mist fog lightning cobwebs planets flames sunbeams bunting swirls dots stripes"""
)


def is_scenery(phrase: str) -> bool:
    """Things that only a picture has: "waves and palm trees", "navy and gold, stars"."""
    pieces = re.split(
        r",\s*(?:and\s)?|\s(?:and|or|with)\s|^(?:with|and)\s", phrase.strip(" .").lower()
    )
    heads = [(piece, piece.split()[-1]) for piece in pieces if piece.strip()]
    if " of " in phrase:
        return False
    seen = any(head in _SCENERY for _, head in heads)
    return seen and all(head in _SCENERY or is_color(piece) for piece, head in heads)


def is_color(phrase: str) -> bool:
    """ "in black and neon green"."""
    rest = color_pattern().sub("", phrase)
    return rest != phrase and not re.sub(r"\b(?:in|with|and|or|on|tones?|shades?)\b|\W", "", rest)
