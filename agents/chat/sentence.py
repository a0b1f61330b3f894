"""A chat sentence without its courtesies and slips of the pen, ready to be read by rules."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from typing import NamedTuple

from agents.chat.clauses import VERBS
from agents.edits import distance
from agents.spelling import is_known


class Sentence(NamedTuple):
    """`raw` keeps case, `low` is the same in lower case and straight quotes, letter for letter.

    `plain` is `low` without words of degree, which `degree` says in a number.
    """

    raw: str
    low: str
    plain: str
    degree: float  # 0.5 a bit, 1, 2 a lot
    whole: str  # with its courtesies

    def kept(self, match: re.Match[str], group: str) -> str:
        """What a match on `low` found, as it was written."""
        return self.raw[match.start(group) : match.end(group)]


def heard(sentence: str, copy: frozenset[str] = frozenset()) -> Sentence:
    """The sentence as rules read it; words of the `copy` are never taken for slips."""
    text = _FACES.sub(",", sentence).rstrip(" ,")
    raw = " ".join(_spelt(" ".join(text.split()), copy).split()).replace(" ,", ",")
    low = _lowered(raw)
    start, end = 0, len(low)
    while found := _BEFORE.match(low, start, end):
        if found.end() == start:
            break
        start = found.end()
    while found := _AFTER.search(low[start:end]):
        if (
            not found[0]
            or CALLS.search(low[start:end])
            or (":" in low[start:end] and _PART_OF_COPY.search(found[0]))
        ):
            break
        end = start + found.start()
    raw, low = raw[start:end], low[start:end]
    if gerund := _GERUND.match(low):  # "would you mind moving"
        verb = _BASE.get(gerund[1], gerund[1])
        raw, low = (verb + text[gerund.end() :] for text in (raw, low))
    return Sentence(raw, low, *_degree(low), sentence)


def spelled_out(sentence: str) -> str:
    """With words told by their letters as words, and the end of a month as its last day."""
    return _MONTHS_END.sub(_last_day, _LETTERS.sub(_as_word, sentence))


def _last_day(match: re.Match[str]) -> str:
    """ "until the end of June 2027" as "until 30 June 2027"."""
    number = _MONTHS.index(match["month"].lower()) + 1
    year = int(match["year"] or 2025)
    told = f" {match['year']}" if match["year"] else ""
    return f"{match['lead']}{monthrange(year, number)[1]} {match['month']}{told}"


def _as_word(match: re.Match[str]) -> str:
    """ "M-e-y-e-r", spelled out, as the word."""
    word = match[0].replace("-", "")
    return word.capitalize() if word.isupper() and len(word) > 3 else word


def unquoted(text: str) -> str:
    """The text without quotes around it."""
    text = text.strip()
    if len(text) > 1 and text[0] + text[-1] in ("''", '""', "‘’", "“”", "„“", "«»", "``"):
        return text[1:-1].strip()
    return text


def _lowered(raw: str) -> str:
    """Lower case of the same length."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in raw).translate(_STRAIGHT)


def _degree(low: str) -> tuple[str, float]:
    spared = [m.span() for m in _QUOTED.finditer(low)]

    def without(pattern: re.Pattern[str], text: str) -> str:
        keep = lambda m: m[0] if any(a <= m.start() < b for a, b in spared) else " "  # noqa: E731
        return " ".join(pattern.sub(keep, text).split())

    less, more = bool(_LITTLE.search(low)), bool(_MUCH.search(low))
    low = _PURPOSE.sub("", low)
    plain = without(_MUCH, without(_LITTLE, low)) if less or more else low
    return plain, 0.5 if less else 2.0 if more else 1.0


def _spelt(text: str, copy: frozenset[str]) -> str:
    """The text with slips in words of command set right; quotes and names are left alone."""
    spared = [m.span() for m in _QUOTED.finditer(text)]

    def right(match: re.Match[str]) -> str:
        word = match[0]
        if any(a <= match.start() < b for a, b in spared):
            return word
        if word == "please" and match.start():
            return ""
        if word == "u" and re.search(r"\b(?:an?|with|two|one|no) $", text[: match.start()]):
            return word  # the letter
        if word in _SHORT_FORMS:
            return _SHORT_FORMS[word]
        if len(word) < 5 or word.lower() in _COMMANDS or not word[1:].islower():
            return word
        if word.lower() in copy or (word[0].isupper() and match.start()):
            return word
        return _command_meant(word.lower()) or word

    return re.sub(r"[^\W\d_]+", right, text)


def _command_meant(word: str) -> str:
    most = 2 if len(word) > 7 else 1
    near = [(distance(word, other, most), other) for other in _COMMANDS if other[0] == word[0]]
    found = min((pair for pair in near if pair[0] <= most), default=None)
    return found[1] if found and not is_known(word) else ""


_FACES = re.compile(
    r"(?<=\w)[ ,.!]*(?:[:;]-?[()DPp/|]+(?!\w)|[\U0001F300-\U0001FAFF\u2600-\u27BF]\uFE0F?)+"
)
_MONTHS = [name.lower() for name in month_name[1:]]
_MONTHS_END = re.compile(
    r"\b(?P<lead>(?:until|till|by|to) )(?:the )?end of"
    rf" (?P<month>{'|'.join(_MONTHS)})\b(?: (?P<year>\d{{4}}))?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"(?<![\w-])[^\W\d_](?:-[^\W\d_]){2,}(?![\w-])")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_QUOTED = re.compile(r"(?<!\w)'[^']+'(?!\w)|\"[^\"]+\"|“[^”]+”|‘[^’]+’(?!\w)|„[^“”]+[“”]|«[^»]+»")
_SHORT_FORMS = {
    "pls": "please", "plz": "please", "u": "you", "ur": "your", "bg": "background",
    "insted": "instead", "aswell": "as well", "abit": "a bit", "alot": "a lot", "colur": "colour",
    "dont": "don't", "doesnt": "doesn't", "isnt": "isn't", "arent": "aren't", "cant": "can't",
    "wont": "won't", "didnt": "didn't", "shouldnt": "shouldn't", "wouldnt": "wouldn't",
    "thats": "that's", "theres": "there's", "whats": "what's", "lets": "let's", "shes": "she's",
    "hes": "he's", "theyre": "they're", "youre": "you're", "ive": "I've", "im": "I'm",
}  # fmt: skip
_BEFORE = re.compile(
    r"(?:(?:would|do) you mind +|(?:how|what) about +(?=\w+ing\b)|(?:hi|hey|hello|ok|okay|so|and"
    r"|also|then|now|next|well|right|yes|yeah|actually|oh|hm+|um|oops|wait|nope|argh|ugh|whoa"
    r"|wow|ah|eh|damn|my bad|hiya|morning|good (?:morning|afternoon)|hi there|please|kindly|just"
    r"|maybe|perhaps|cool|great|nice|perfect|thanks|thank you|sorry|but|or|no)(?:[,!.:;]+ *| - )"
    r"|(?:hi|hey|hello|okay|ok|please|kindly|just|maybe|perhaps|now|also|then|actually|so|and"
    r"|but) +(?!on\b)|(?:can|could|would|will|should|may) (?:you (?:guys|all|lot)|y'all|you|we|i"
    r"|u|ya|someone|somebody)(?: (?:please|maybe|just"
    r"|possibly|also|perhaps|now))*(?: (?:try|have|see|get)(?= (?:it|this|that|the|a|an|all|some"
    r"|three|my|our|me)\b))? +|(?:would|do) you mind |could (?=(?:it|this|that|the)\b)"
    r"|can (?=(?:it|this|that|the)\b)|(?:i|we)(?:'d| would)? (?:really )?(?:want|like|love"
    r"|prefer|need)(?: you)?(?: to)?(?: (?:have|see|try|get|make sure))?(?! more\b) +|(?:i"
    r"|we) (?:want|need) +(?=more\b)|let(?:'s|s| us) +|(?:we|you) (?:should|need to|want to"
    r"|could|can|have to|must) +|(?:is it|would it be|is there a way) (?:possible )?to +"
    r"|(?:what if|what about|how about)(?: (?:we|you|i))? +|go ahead and +|make sure (?:that )?"
    r"|(?:my|our|the) (?:boss|wife|husband|client|colleague|partner|mother|daughter|son|team"
    r"|friend|mum"
    r"|customer|kids?|designer|manager|chef|owner)s? (?:says?|thinks?|feels?)(?: that)? +"
    rf"|(?:i'd|i would|we'd|we would|i'll|let me|you should|you could|you can|you might|better)"
    rf" (?:probably |rather |just |maybe |actually |simply )*(?=(?:{VERBS})\b(?! to\b))"
    r"|(?:i'd|i would|we'd|we would|i|we) (?:really )?(?:like|love|want|need) (?:you )?to +"
    r"|(?:i'd|i would|we'd) (?:really )?(?:like|love|prefer) (?=(?:the|it|this|everything|all|to"
    r"|our|my)\b)(?:it )?(?:if )?"
    r"|(?:could|can|should) (?=(?:everything|all|our|my)\b)"
    r"|(?:i|we) (?:think|feel|guess|reckon|believe)(?: that)? +|(?:it would be"
    r"|it'd be) (?:better|nice|good|great)(?: if| to)? +|any chance (?:of|you could|we could) +"
    r"|(?:please )?to (?=(?:put|make|change|move|set|remove|delete|add|write|give)\b)"
    r"|try (?:(?:and|to) +|(?=(?:mov|mak|draw|putt|us|giv|chang)ing\b))"
    r"|(?:i'm|i am|we're) (?:not (?:so |too |quite )?sure about (?:it|this"
    r"|that), )|tell me what it would look like +|what would (?=(?:it|this|the)\b))"
)
_AFTER = re.compile(
    r"(?:[ ,]*(?:,? (?:please|thanks|thank you|thx|ta|cheers|for me|instead|tbh|imo|imho|i think"
    r"|mate|asap|somehow|if (?:you can|possible|that's (?:ok|okay|possible)|you don't mind)"
    r"|though|actually|don't you think|would you|could you|can you|ok|okay|now|i mean"
    r"|while you're at it|too(?= ?$)|either|maybe|perhaps|or so|or something(?: like that)?|still"
    r"|if you will"
    r"|if you would|i guess|i suppose|kindly|urgently|ty|by any chance"
    r"|would be (?:great|good|nice|lovely|perfect|ideal|appreciated|wonderful|amazing))"
    r"|[.!?;,…])(?: ?[:;]-?[)(D])?)$"
)
CALLS = re.compile(  # what buttons say
    r"\b(?:buy|shop|book|order|call|register|join|act|sign up|get (?:it|yours|started)|start|donate"
    r"|apply|subscribe|visit us|reserve|enrol|enter|go|try it|download|rsvp|reply) (?:now"
    r"|instead)[.!]?$"
)
_PART_OF_COPY = re.compile(
    r"\b(?:now|instead|too|for me|actually|somehow|ok|okay)\b|[!?]"
)  # "button: Buy now!"
_GERUND = re.compile(
    r"(mov|mak|draw|chang|putt|remov|add|swapp|replac|delet|hid|sett|giv|us|try|rotat|align|center"
    r"|centr|shrink|enlarg|increas|reduc|turn|show|bring|tak|dropp|lock)ing\b"
)
_BASE = {
    "mov": "move", "mak": "make", "chang": "change", "putt": "put", "remov": "remove",
    "swapp": "swap", "replac": "replace", "delet": "delete", "hid": "hide", "sett": "set",
    "giv": "give", "us": "use", "rotat": "rotate", "centr": "centre", "enlarg": "enlarge",
    "increas": "increase", "reduc": "reduce", "tak": "take", "dropp": "drop",
}  # fmt: skip
_PURPOSE = re.compile(
    r" (?:so (?:that )?(?:it|they|people|you|we|everyone|everybody)|because|to make (?:it|them)"
    r"|in order to|as (?:it's|it is|they)) [^\"']*$"
)
_LITTLE = re.compile(
    r"\b(?:just )?(?:an? (?:little |tiny |wee |small )?(?:bit|little|touch|tad|smidgen?|notch"
    r"|hair|shade|fraction)(?! (?:of|boring|much|dull|flat|bland|loud)\b)|slightly|somewhat"
    r"|bit(?= (?:\w+er|more|less|too)\b)|marginally)\b"
)
_MUCH = re.compile(
    r"\b(?:an? (?:whole )?lot|lots|much(?= (?:\w+er|more|less)\b)|way(?= (?:\w+er|more|less"
    r"|too)\b)|far(?= (?:\w+er|more|less|too)\b)|significantly|considerably|massively|hugely"
    r"|loads|really|very|super|extremely|even)\b"
)
_COMMANDS = frozenset(
    [
        "title",
        "headline",
        "heading",
        "subtitle",
        "tagline",
        "background",
        "colour",
        "color",
        "colours",
        "colors",
        "picture",
        "photo",
        "image",
        "illustration",
        "button",
        "address",
        "venue",
        "price",
        "website",
        "contact",
        "logo",
        "letter",
        "letters",
        "spacing",
        "centre",
        "center",
        "align",
        "aligned",
        "alignment",
        "smaller",
        "larger",
        "bigger",
        "darker",
        "lighter",
        "brighter",
        "bolder",
        "change",
        "replace",
        "remove",
        "delete",
        "rotate",
        "duplicate",
        "undo",
        "bring",
        "front",
        "behind",
        "underline",
        "italic",
        "italics",
        "uppercase",
        "lowercase",
        "capitals",
        "modern",
        "elegant",
        "playful",
        "professional",
        "romantic",
        "minimal",
        "cleaner",
        "simpler",
        "warmer",
        "cooler",
        "muted",
        "vibrant",
        "transparent",
        "opacity",
        "version",
        "landscape",
        "portrait",
        "square",
        "instagram",
        "facebook",
        "story",
        "poster",
        "bottom",
        "corner",
        "everything",
        "except",
        "second",
        "third",
        "yellow",
        "orange",
        "purple",
        "green",
        "white",
        "black",
        "brown",
        "purple",
        "variants",
        "options",
        "alternatives",
        "energy",
        "boring",
        "busier",
        "cluttered",
        "serif",
        "handwritten",
        "script",
        "horizontally",
        "vertically",
        "shift",
        "nudge",
        "slightly",
        "translate",
        "layer",
        "layers",
        "forward",
        "backward",
        "increase",
        "decrease",
        "reduce",
        "enlarge",
        "shrink",
    ]
)
