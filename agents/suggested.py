"""Headlines Plakat offers where a request only names a topic, a trade or a kind of card: "Health".

Each is an invitation or a wish, never a claim about anybody, and is marked `suggested`; the
request's own words always come first.
"""

from __future__ import annotations

import re

from agents.brief import Text
from agents.lone import PRAISED_GOODS, as_tagline
from agents.phrases import as_said, sentence_case, title_case
from agents.selling import line_of

_MOST_WORDS = 4  # of a lone trade
# lone topics, as patterns -> the headline; the topic itself stands above it
_TOPICS = {
    r"mental health(?: matters)?": "Be Kind to Your Mind",
    r"(?:good |public )?health(?:care)?|healthy living": "Take Care of Yourself",
    r"wellness|well-?being|self[- ]care": "Make Time for Yourself",
    r"fitness|exercise|workouts?": "Keep Moving",
    r"sports?": "Let’s Play",
    r"travel(?:l?ing)?|tourism|vacations?|holidays?": "Where to Next?",
    r"food|cooking|cuisine": "Come Hungry",
    r"education|learning|studying": "Keep Learning",
    r"pets?|animals?|animal welfare": "Friends for Life",
    r"dogs?": "Walk With Me",
    r"(?:the )?environment|sustainability|the planet|earth|ecology": "Look After Our Planet",
    r"climate(?: change)?|global warming": "Time to Act",
    r"nature|outdoors": "Step Outside",
    r"charity|donations?|volunteering|fundraising": "Lend a Hand",
    r"community|communities": "Better Together",
    r"technology|tech|innovation": "What Comes Next",
    r"beauty(?: products)?|cosmetics|makeup|skincare|skin care": "Feel Like Yourself",
    r"fashion(?: brand)?|clothes|clothing(?: brand)?|style": "Wear What You Love",
    r"music": "Turn It Up",
    r"dance|dancing": "Let’s Dance",
    r"art|arts|design|architecture": "Look Again",
    r"photography|photos": "Hold the Moment",
    r"books?|reading|literature": "Read Something New",
    r"coffee": "First, Coffee",
    r"home|interior(?:s| design)?|furniture|decor": "Make Yourself at Home",
    r"gardens?|gardening|plants?": "Watch It Grow",
    r"finances?|money|savings?|investing|budgeting": "Plan Ahead",
    r"business|teamwork|success": "Let’s Work Together",
    r"careers?|jobs?": "Find Your Next Step",
    r"safety": "Stay Safe",
    r"water": "Every Drop Counts",
    r"famil(?:y|ies)": "Time Together",
    r"gaming|games": "Press Play",
    r"friends|friendship": "Better With Friends",
    r"love|romance": "With Love",
    r"peace": "Choose Peace",
    r"mondays?": "Hello, Monday",
    r"fridays?": "Happy Friday",
    r"(?:the )?weekends?": "Enjoy the Weekend",
    r"motivation|inspiration": "Keep Going",
}
# lone trades, as patterns -> the headline; the trade stands above it, whatever the sheet offers
_TRADES = {
    r"(?:.*\s)?(?:spa|massage|wellness|sauna)(?: (?:salon|studio|cent(?:er|re)|parlou?r))?": (
        "Time to Unwind"
    ),
    r".*\bbarber ?shop|barber": "Time for a Trim",
    r".*\b(?:hair|beauty) (?:salon|studio)|.*\b(?:hairdresser|hair stylist)": "Time for a New Look",
    r".*\bnails? (?:salon|studio|bar)": "Treat Your Hands",
    r".*\b(?:make-?up artist|eyelash studio|lash studio|brow bar)": "Ready for Your Close-Up?",
    r".*\btattoo (?:studio|shop|parlou?r|artist)": "Wear Your Story",
    r".*\b(?:gym|fitness (?:club|studio|center|centre)|personal trainer)": "Let’s Get Moving",
    r".*\b(?:yoga|pilates|meditation) (?:studio|center|centre|school)": "Take a Deep Breath",
    r".*\bdance (?:studio|school|academy)": "Let’s Dance",
    r".*\bmusic (?:school|academy|studio)": "Make Some Music",
    r".*\b(?:kindergarten|preschool|nursery school|day ?care(?: cent(?:er|re))?)": (
        "Come Play with Us"
    ),
    r".*\b(?:school|academy|college|university)": "Come Learn with Us",
    r"(?P<dish>pizza|sushi|burger|taco|ramen|kebab|bbq) (?:restaurant|place|joint|bar|truck)": (
        "{dish} Tonight?"
    ),
    r".*\bpizzeria": "Pizza Tonight?",
    r".*\b(?:restaurant|bistro|diner|steakhouse|grill|eatery|trattoria|food truck)": "Come Hungry",
    r".*\b(?:(?<!repair )(?<!cat )(?:cafe|café)|coffee ?shop|coffee ?house|coffee bar)": (
        "Let’s Get Coffee"
    ),
    r".*\b(?:tea ?room|tea ?house|tea shop)": "Time for Tea",
    r".*\b(?:bakery|patisserie|cake shop|candy (?:shop|store)|chocolatier)": "Treat Yourself",
    r".*\b(?:ice cream (?:shop|parlou?r|truck|stand)|gelateria)": "Time for a Scoop",
    r"(?:(?:cocktail|wine|sports|beach|rooftop|beer|local|irish) )?(?:bar|pub)": "Raise a Glass",
    r".*\b(?:brewery|winery|wine (?:shop|store)|vineyard)": "Raise a Glass",
    r".*\b(?:grocery (?:shop|store)|grocer|greengrocer|supermarket|deli)": "What’s for Dinner?",
    r".*\b(?:antique|vintage|thrift|second-?hand|charity) (?:store|shop)": (
        "Find Your Next Treasure"
    ),
    r".*\b(?:flower (?:shop|store)|florist)": "Say It with Flowers",
    r".*\b(?:book ?(?:store|shop|club)|library)": "Find Your Next Read",
    r".*\b(?:toy|sports?) (?:store|shop)": "Let’s Play",
    r".*\b(?:pet (?:store|shop|(?:grooming )?salon)|veterinary clinic|vet)": "Friends for Life",
    r".*\bjewell?e?ry (?:store|shop|brand)|jewell?er": "Add a Little Sparkle",
    r".*\bshoe (?:store|shop|brand)": "Step into Something New",
    r".*\b(?:clothing|clothes|fashion) (?:store|shop|brand)|.*\bboutique": "Wear What You Love",
    r".*\b(?:furniture|home decor) (?:store|shop)|interior design(?:er| studio)": (
        "Make Yourself at Home"
    ),
    r".*\b(?:hardware|tool) (?:store|shop)": "Build Something",
    r".*\b(?:art supply|craft|yarn) (?:store|shop)": "Make Something Today",
    r".*\b(?:record|music) (?:store|shop)": "Turn It Up",
    r".*\b(?:garden cent(?:er|re)|plant (?:shop|nursery|store))": "Watch It Grow",
    r".*\b(?:bike|bicycle|motorcycle) (?:shop|store)": "Let’s Ride",
    r".*\bdental (?:clinic|practice|office)|dentist|orthodontist": "Let’s See That Smile",
    r".*\b(?:clinic|pharmacy|hospital|doctor|physiotherapist|medical cent(?:er|re))": (
        "Take Care of Yourself"
    ),
    r".*\b(?:travel agency|tour (?:operator|agency|company))": "Where to Next?",
    r".*\bski resort": "Hit the Slopes",
    r"(?:luxury )?cruise(?: trip| ship| line)?": "Come Aboard",
    r".*\b(?:hotel|resort|hostel|guest house|inn|motel)": "Stay a While",
    r".*\b(?:real estate|property) (?:agency|agent|company|firm)|realtor": "Find Your Way Home",
    r".*\b(?:construction company|builder|architect)": "Let’s Build Together",
    r".*\b(?:law firm|lawyer|attorney|consultancy|consultant)": "Let’s Talk",
    r".*\b(?:photographer|photo(?:graphy)? studio)": "Hold the Moment",
    r".*\b(?:car wash|car service|auto repair(?: shop)?|car repair(?: shop)?|mechanic)": (
        "Look After Your Car"
    ),
    r".*\bcar rental|driving school": "Hit the Road",
    r".*\bcar dealership": "Take the Wheel",
    r"limousine|limo": "Arrive in Style",
    r"(?:\w+ )?church": "Come as You Are",
    r"(?:water ?park|aquarium|swimming pool)": "Dive In",
    r"zoo|petting zoo|safari park": "Meet the Animals",
    r"escape room": "Can You Get Out?",
    r"bowling alley": "Let’s Bowl",
    r".*\b(?:recruitment|staffing|employment) agency": "Find Your Next Step",
    r".*\b(?:museum|gallery)": "Look Again",
    r".*\b(?:cinema|movie theat(?:er|re))": "See You at the Movies",
    r".*\bco-?working space": "Let’s Work Together",
    r".*\bwedding planner|wedding planning agency": "Let’s Plan Your Day",
}
# kinds of designs without any topic, in the order they are asked; only where no title was heard
_KINDS = (
    (r"\bhiring\b|\brecruit(?:ing|ment)\b|\bjob opening", "We’re Hiring"),
    (r"\bsave[- ]the[- ]date\b", "Save the Date"),
    (r"\binvit(?:ation|e|ing)\b", "You’re Invited"),
    (r"\bawareness\b", "Let’s Talk About It"),
    (r"\bgreeting card\b|\bgreetings?\b", "Thinking of You"),
    (r"\bevents?\b", "Save the Date"),
)
_SAVE_THE_DATE = re.compile(r"\bsave[- ]the[- ]date\b", re.IGNORECASE)
_CARDS = {"Wedding": "Here’s to the Two of You", "Baby Shower": "Welcome, Little One"}
_TOPIC_PATTERNS = tuple((re.compile(p, re.IGNORECASE), line) for p, line in _TOPICS.items())
_KIND_PATTERNS = tuple((re.compile(p, re.IGNORECASE), line) for p, line in _KINDS)
_TRADE_PATTERNS = tuple((re.compile(p, re.IGNORECASE), line) for p, line in _TRADES.items())
_NO_ADS = re.compile(
    r"\b(?:logo|business card|visiting card|letterhead|name tag|sign|thank|reviews?|fundrais\w+"
    r"|testimonials?)\b",
    re.IGNORECASE,
)
_CARD = re.compile(r"\bcards?\b(?<!business card)(?<!gift card)(?<!invitation card)", re.I)


def with_suggestion(texts: tuple[Text, ...], request: str, language: str) -> tuple[Text, ...]:
    """The copy, headed by a suggestion where it has no headline or a bare topic for one."""
    title = next((text for text in texts if text.role == "title"), None)
    rest = tuple(text for text in texts if text is not title)
    if language == "en" and title and (line := _trade_line(title, request)):
        named = any(text.role in ("kicker", "brand", "venue") for text in rest)
        trade = title.evolve(role="kicker", text=as_said(title.text, request.partition(" ")[2]))
        done = (_under_another(text, request) for text in rest)
        return texts if named else (trade, _suggestion(line), *done)
    if language == "en" and title and (line := _category_line(title, request)):
        headed = any(text.role == "kicker" for text in rest)
        goods = (
            () if headed else (title.evolve(role="kicker", text=sentence_case(title.text.lower())),)
        )
        return texts if headed else (*goods, _suggestion(line), *rest)
    if language == "en" and any(text.role == "kicker" for text in texts):
        texts = tuple(_under_another(text, request) for text in texts)
        rest = tuple(text for text in texts if text is not title)
    if language != "en" or any(text.role in ("offer", "item", "body") for text in rest):
        return texts
    if title is None:
        line = "" if rest and rest[0].role == "brand" else _kind_line(request)
        return (_suggestion(line), *rest) if line else texts
    line = _topic_line(title.text, request) if title.provenance == "inferred" else ""
    if not line:
        return texts
    told = title.text in _CARDS or any(text.role == "kicker" for text in rest)
    above = () if told else (title.evolve(role="kicker"),)
    return (*above, _suggestion(line), *rest)


def _under_another(text: Text, request: str) -> Text:
    """What the trade does, "helps bakeries grow", where another headline stands above it."""
    deed = text.text[:1].lower() + text.text[1:]
    does = text.role in ("subtitle", "item") and re.search(
        rf"\b(?:who|that) {re.escape(deed)}\b", request
    )
    return text.evolve(text=sentence_case(as_tagline(deed))) if does else text


def _suggestion(line: str) -> Text:
    return Text(role="title", text=line, provenance="suggested")


def _kind_line(request: str) -> str:
    return next((line for pattern, line in _KIND_PATTERNS if pattern.search(request)), "")


def _trade_line(title: Text, request: str) -> str:
    """What a house without a name or news of its own may say: "Say It with Flowers"."""
    if title.provenance != "inferred" or title.text in request or _NO_ADS.search(request):
        return ""
    apart = PRAISED_GOODS.match(title.text) or re.search(r"[’']s | at | of [A-Z]", title.text)
    if apart or len(title.text.split()) > _MOST_WORDS:
        return ""
    for pattern, line in _TRADE_PATTERNS:
        if found := pattern.fullmatch(title.text):
            return line.format(**{k: v.capitalize() for k, v in found.groupdict().items()})
    return ""


# a category of goods, which heads a sheet without saying anything: "Camping Equipment"
_CATEGORY = re.compile(
    r"(?:[a-z'’-]+ ){1,2}(?:equipment|gear|supplies|accessories|decor|decorations|furniture"
    r"|clothing"
    r"|clothes|apparel|footwear|shoes|jewell?ery|cosmetics|toys|tableware|kitchenware|appliances)",
    re.IGNORECASE,
)


def _category_line(title: Text, request: str) -> str:
    """What goods that are only named by their kind may say, as a headline."""
    named = title.text in request or PRAISED_GOODS.match(title.text) or _NO_ADS.search(request)
    bidden = re.search(r"\b(?:your|our)\b", title.text, re.IGNORECASE)  # "Repair Your Clothes"
    if title.provenance != "inferred" or named or bidden or not _CATEGORY.fullmatch(title.text):
        return ""
    return title_case(line_of(title.text))


def _topic_line(title: str, request: str) -> str:
    if title in _CARDS:
        sent = _CARD.search(request) and not _SAVE_THE_DATE.search(request)
        return _CARDS[title] if sent else ""
    return next((line for pattern, line in _TOPIC_PATTERNS if pattern.fullmatch(title)), "")
