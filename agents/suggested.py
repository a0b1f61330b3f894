"""Headlines Plakat offers where a request only names a topic or a kind of card: "Health".

Each is an invitation or a wish, never a claim about anybody, and is marked `suggested`; the
request's own words always come first.
"""

from __future__ import annotations

import re

from agents.brief import Text

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
    r"motivation|inspiration": "Keep Going",
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
_CARDS = {"Wedding": "Here’s to the Two of You", "Baby Shower": "Welcome, Little One"}
_TOPIC_PATTERNS = tuple((re.compile(p, re.IGNORECASE), line) for p, line in _TOPICS.items())
_KIND_PATTERNS = tuple((re.compile(p, re.IGNORECASE), line) for p, line in _KINDS)
_CARD = re.compile(r"\bcards?\b(?<!business card)(?<!gift card)(?<!invitation card)", re.I)


def with_suggestion(texts: tuple[Text, ...], request: str, language: str) -> tuple[Text, ...]:
    """The copy, headed by a suggestion where it has no headline or a bare topic for one."""
    title = next((text for text in texts if text.role == "title"), None)
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


def _suggestion(line: str) -> Text:
    return Text(role="title", text=line, provenance="suggested")


def _kind_line(request: str) -> str:
    return next((line for pattern, line in _KIND_PATTERNS if pattern.search(request)), "")


def _topic_line(title: str, request: str) -> str:
    if title in _CARDS:
        return _CARDS[title] if _CARD.search(request) else ""
    return next((line for pattern, line in _TOPIC_PATTERNS if pattern.fullmatch(title)), "")
