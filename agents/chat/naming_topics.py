"""Layers by what they are about: whose name, which bit, the button's words, lines between rows."""

from __future__ import annotations

import re

from agents.chat.by_name import (
    Named,
    by_drawing,
    leaves_of,
    of_role,
    showing,
    single,
    texts_shown,
)
from agents.chat.context import Context
from agents.chat.naming_words import DETERMINER, ORDINALS, ROLES, SOFT
from agents.chat.results import NoSuchPartError, NotThereError
from design_io.document import GroupLayer, ShapeLayer, TextLayer, walk
from layout.wording import tree


def of_a_kind(name: str, plural: bool, context: Context) -> Named | None:
    """ "the labels", "the hidden layers" """
    items = tuple(of_role("item", context.design))
    if len(items) > 2 and re.fullmatch(r"\w+ (?:names|titles)", name):
        return Named(items)
    rows = next((x for x in context.design.layers if x.id == "rows"), None)
    if rows is not None and _LIST.fullmatch(name):
        return Named((rows,))
    if rows is not None and name == "list":
        texts = (x for x in leaves_of(rows) if isinstance(x, TextLayer))
        return Named(tuple(x for x in texts if x.role != "kicker"))
    if (over := _LABELS_OF.fullmatch(name)) is not None:
        return _labels_of(over["which"], context)
    kinds = {
        rf"{_TINY}*(?:labels|headings|captions|small headings)|{_TINY}+words": lambda x: (
            x.id.endswith("-label")
        ),
        r"(?:hidden|invisible) (?:layers?|things?|elements?|ones?|stuff)"
        r"|hidden": lambda x: not x.visible,
        r"locked (?:layers?|things?|elements?|ones?)": lambda x: x.locked,
    }
    for pattern, belongs in kinds.items():
        if re.fullmatch(pattern, name):
            found = tuple(x for x in walk(context.design) if belongs(x))
            if not found and re.match(_TINY, name):
                raise NotThereError(name)
            return Named(found) if found else None
    return None


def small_text(name: str, context: Context) -> Named | None:
    """ "the small text": all that is set much smaller than the largest."""
    if not _SMALL_TEXT.fullmatch(name):
        return None
    texts = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible]
    most = max((x.style.size for x in texts), default=0.0)
    found = tuple(x for x in texts if x.style.size <= _SMALL_SIZE * most)
    return Named(found) if found else None


def _labels_of(words: str, context: Context) -> Named | None:
    """ "the headings date and time": those that are listed, every one of them."""
    said = set(re.findall(r"\w+", words)) - {"and", "the", "for", "of", "over", "above", "with"}
    labels = [x for x in walk(context.design)
              if isinstance(x, TextLayer) and x.id.endswith("-label")]  # fmt: skip
    found = [x for x in labels if set(re.findall(r"\w+", x.text.lower())) <= said]
    read = {w for x in found for w in re.findall(r"\w+", x.text.lower())}
    return Named(tuple(found)) if found and said == read else None


def by_person(name: str, plural: bool, context: Context) -> Named | None:
    """ "the speaker", "the agent": the text that is somebody's name."""
    if re.fullmatch(r"head ?line(?:r|d act)|head ?lining (?:act|band)|main act", name):
        items = [x for x in texts_shown(context.design) if x.role == "item"]
        return Named((max(items, key=lambda x: x.style.size),)) if items else None
    if name not in PERSONS and not re.fullmatch(r"who (?:said|wrote) .+", name):
        return None
    texts = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
             and x.role in ("subtitle", "body", "kicker", "item", "brand")]  # fmt: skip
    found = [x for x in texts if FULL_NAME.fullmatch(x.text)]
    found = [x for x in found if not COMPANY.search(x.text)] or found
    titled = [
        x for x in found if re.search(r"\b(?:Dr|Prof|By|With|by|with|Mr|Mrs|Ms|Sir)\b", x.text)
    ]
    best = [x for x in (titled or found) if x.role != "item"] or found
    return _standing_out(best)


def _standing_out(texts: list[TextLayer]) -> Named | None:
    """The only one, or the one that is much larger than the others."""
    ranked = sorted(texts, key=lambda x: -x.style.size)
    if len(ranked) > 1 and ranked[0].style.size < _MUCH * ranked[1].style.size:
        return None
    return Named((ranked[0],)) if ranked else None


def by_signer(name: str, plural: bool, context: Context) -> Named | None:
    """ "the signature": the text at the last line that is to be signed on."""
    if not _SIGNER.fullmatch(name):
        return None
    lines = [x for x in walk(context.design) if x.id.startswith("mark-sign-line-foot")]
    texts = texts_shown(context.design)
    if not lines or not isinstance(lines[-1], ShapeLayer) or not texts:
        return None
    at = lines[-1].box
    near = [x for x in texts if x.box.center.y > at.y - at.width / 4]
    best = min(near, key=lambda x: abs(x.box.y - at.y), default=None)
    return Named((best,)) if best is not None else None


def by_names(name: str, plural: bool, context: Context) -> Named | None:
    """ "the names": of people, where the title is none of theirs."""
    if name not in ("names", "name", "people", "her name", "his name", "their names"):
        return None
    texts = [x for x in texts_shown(context.design)
             if x.role in ("title", "subtitle", "body", "quote", "item")]  # fmt: skip
    if name == "name" and (own := _name_beside_the_title(context)):
        return own
    found = [x for x in texts if _SIGNED.fullmatch(x.text)]
    if not found and name.startswith(("her", "his", "their")):
        found = [x for x in texts if x.role != "title" and FULL_NAME.fullmatch(x.text)]
    many = name in ("names", "their names")
    titled = [x for x in texts if x.role == "title" and _COUPLE.fullmatch(x.text)]
    if titled and (not many or re.search(r" (?:and|&) ", titled[0].text)):
        return Named((titled[0],))
    listed = [x for x in texts if x.role == "item" and FULL_NAME.fullmatch(x.text)]
    if name == "names" and len(listed) > 1:
        return Named(tuple(listed))
    one = _standing_out(found or [x for x in texts if _PAIR.search(x.text)])
    if one is None and many:
        raise NotThereError(name)  # nor is a title that tells of no people
    return one


def _name_beside_the_title(context: Context) -> Named | None:
    """Whose name it is where the title names nobody: of the firm, or of the one who stands out."""
    texts = [x for x in texts_shown(context.design) if x.role in ("title", "brand", "item")]
    if any(x.role == "title" and (FULL_NAME.fullmatch(x.text) or COMPANY.search(x.text)
                                  or _COUPLE.fullmatch(x.text)) for x in texts):  # fmt: skip
        return None
    firms = [x for x in texts if x.role == "brand"]
    people = [x for x in texts if x.role == "item" and FULL_NAME.fullmatch(x.text)]
    return Named((firms[0],)) if firms else _standing_out(people)


def by_job(name: str, plural: bool, context: Context) -> Named | None:
    """ "her title" on a card whose title is her name: what she is."""
    words = r"(?:her|his|their|my) (?:title|position|role|job|function)|job title"
    if not re.fullmatch(words, name):
        return None
    texts = texts_shown(context.design)
    persons = [x for x in texts if x.role in ("title", "brand") and FULL_NAME.fullmatch(x.text)]
    of_the_firm = bool(persons) and persons[0].role == "brand"
    jobs = [x for x in texts if x.role == ("kicker" if of_the_firm else "subtitle")]
    return Named((jobs[0],)) if persons and len(jobs) == 1 else None


def by_deed(name: str, plural: bool, context: Context) -> Named | None:
    """ "the director": the line that says who directed it."""
    stem = re.sub(r"(?:e|o)rs?$", "", name.removesuffix("'s"))
    if len(stem) < 4 or not stem.isalpha():
        return None
    told = re.compile(rf"\b{stem}(?:ed|t|n)? by\b", re.IGNORECASE)
    found = [x for x in texts_shown(context.design) if told.search(x.text)]
    return Named((found[0],)) if len(found) == 1 else None


def by_number(name: str, plural: bool, context: Context) -> Named | None:
    """ "the numbers" before the steps; "step 3", "number 2": the entry of a list."""
    marks = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
             and x.role == "item" and re.fullmatch(r"\d{1,2}[.)]?", x.text)]  # fmt: skip
    if re.fullmatch(r"(?:big |small )?(?:numbers|numerals|figures|digits)", name):
        return Named(tuple(marks)) if len(marks) > 1 else None
    match = _NUMBERED.fullmatch(name)
    items = [x for x in of_role("item", context.design) if x not in marks]
    number = int(match["n"]) if match else 0
    return Named((items[number - 1],)) if 1 <= number <= len(items) > 1 else None


def button_called(words: str, context: Context) -> str:
    """ "the Book now button" as "the button", by what it reads."""
    match = _BUTTON.fullmatch(words)
    texts = (x for x in walk(context.design) if isinstance(x, TextLayer) and x.role == "cta")
    return "the button" if match and match["reads"] in {x.text.lower() for x in texts} else words


def button_text(name: str, plural: bool, context: Context) -> Named | None:
    """ "the button text", which is not the button."""
    words = r"(?:text|label|writing|words?|lettering|letters)"
    if not re.fullmatch(
        rf"(?:button|cta)(?:'s)? {words}|{words} (?:on|in|of|inside) the button", name
    ):
        return None
    found = tuple(x for x in texts_shown(context.design) if x.role == "cta")
    return Named(found) if found else None


def by_company(name: str, plural: bool, context: Context) -> Named | None:
    """ "the company": the only text that reads like the name of one, where none has the role."""
    if any(x.role == "brand" for x in walk(context.design)):
        return None
    if not (called := FIRM.fullmatch(name)):
        return None
    texts = [x for x in texts_shown(context.design) if x.role in ("body", "subtitle", "item",
                                                                  "venue", "kicker")]  # fmt: skip
    named = "name" in called[0]
    title = [x for x in texts_shown(context.design) if x.role == "title" and named]
    found = [x for x in title if COMPANY.search(x.text)]
    found = found or [x for x in texts if COMPANY.search(x.text)]
    found = found or [x for x in texts if x.role == "venue" and not re.search(r"\d", x.text)]
    found = found or title
    return Named((found[0],)) if len(found) == 1 else None


def by_kind_of_name(name: str, plural: bool, context: Context) -> Named | None:
    """ "the school name", "the film title", "the name of the van": what bears it, not its kind."""
    match = KIND_OF_NAME.fullmatch(name)
    kind = (match["kind"] or match["of"]) if match else ""
    texts = texts_shown(context.design)
    titles = tuple(x for x in texts if x.role == "title")
    if match is None or not titles or kind in PERSONS or FIRM.fullmatch(name):
        return None
    if _WORKS.fullmatch(kind):
        works = [x for x in texts if x.role in ("subtitle", "quote") and _is_proper(x.text)]
        return Named((works[0],)) if len(works) == 1 else Named(titles)
    brands = tuple(x for x in texts if x.role == "brand")
    described = any(x.role in ("kicker", "subtitle") and _is_kind(kind, x.text) for x in texts)
    nameless = _VENUES.fullmatch(kind) and not any(
        x.role == "venue" or kind in x.text.lower() for x in texts
    )
    return Named((brands or titles)[:1]) if described or nameless else None


def _is_kind(kind: str, text: str) -> bool:
    """Whether the words say what something is: "Open-air cinema", not "Rex Cinema"."""
    spot = re.search(rf"\b{re.escape(kind)}\b", text.lower())
    plain = not re.search(r"(?<=\s)[A-Z]", text)
    return spot is not None and (plain or text[spot.start()].islower())


def _is_proper(text: str) -> bool:
    """Whether it reads like the title of a work: "The Salt Garden"."""
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > _SHORT]
    return bool(words) and all(w[0].isupper() for w in words)


def by_topic(name: str, plural: bool, context: Context) -> Named | None:
    """ "the bit about parking", "the parking line": the only text that has the word."""
    match = _ABOUT.fullmatch(name) or re.fullmatch(
        r"(?P<what>\w+) (?:bit|part|line|text|sentence|note|info|act)", name
    )
    what = DETERMINER.sub("", match["what"]) if match else ""
    if len(what) < 3:
        return None
    root = re.sub(r"(?<=\w{4})(?:ing|s|es|ed)$", "", what)
    found = [x for x in texts_shown(context.design)
             if re.search(rf"(?<!\w){re.escape(root)}", x.text.lower())]  # fmt: skip
    return Named((found[0],)) if len(found) == 1 else None


def by_own_word(name: str, plural: bool, context: Context) -> Named | None:
    """ "the workshops" for the entry that reads so, rather than for all entries."""
    if name not in SOFT or not any(of_role(role, context.design) for role in ROLES[name]):
        return None
    texts = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible]
    within = re.compile(rf"(?<!\w){name}(?!\w)")  # "the bands" are all, whatever one is called
    for suits in (lambda text: single(text) == single(name), within.search):
        found = [x for x in texts if suits(x.text.lower())]
        if found:
            own = found[0].id.endswith("-label") or found[0].role in ("kicker", "title")
            return None if own or len(found) > 1 else Named((found[0],))
    return None


def by_venue_noun(name: str, plural: bool, context: Context) -> Named | None:
    """ "the cinema": all of "Rex Cinema", not the word in it; else who is behind it."""
    if not _VENUES.fullmatch(name):
        return None
    own = [x for x in texts_shown(context.design) if re.search(rf"\b{name}\b", x.text.lower())]
    for roles in (("venue", "address"), ("brand",)):
        if found := [x for x in own if x.role in roles]:
            return Named((found[0],)) if len(found) == 1 else None
    return None


def by_turn(name: str, plural: bool, context: Context) -> Named | None:
    """ "the second Globe Theatre": of texts that read alike."""
    first, _, words = name.partition(" ")
    if first not in ORDINALS or not words:
        return None
    same = [x for x in texts_shown(context.design) if x.text.lower() == words]
    number = ORDINALS[first]
    return Named((same[number],)) if len(same) > 1 and -1 <= number < len(same) else None


def between_rows(name: str, plural: bool, context: Context) -> Named | None:
    """ "the lines between the rows" """
    match = re.fullmatch(r"(?:thin |little |fine |small |tiny )*(?:lines|rules|dividers|hairlines"
                         r"|separators|(?P<dots>dots|dotted lines|leaders))"
                         r" (?:between|separating|dividing|from) .+", name)  # fmt: skip
    if match is None:
        return None
    start = "mark-leader" if match["dots"] else "mark-"
    found = tuple(x for x in walk(context.design)
                  if isinstance(x, ShapeLayer) and x.id.startswith(start))  # fmt: skip
    return Named(found) if found else None


def quote_marks(name: str, plural: bool, context: Context) -> Named | None:
    if not re.fullmatch(r"(?:big )?(?:quote|quotation|speech) marks?|inverted commas|quotes", name):
        return None
    found = tuple(x for x in walk(context.design) if x.id.startswith("quote-mark"))
    return Named(found) if found else None


FIRM = re.compile(
    r"our name|(?:company|firm|business|brand|studio|shop|store|organi[sz]ation)(?:'s)?(?: name)?"
    r"|name of (?:the |our |my )?(?:company|firm|business|studio|shop|store)"
)
KIND_OF_NAME = re.compile(
    r"(?!(?:first|last|sur|full|other|main|small|big|sub|second|page|job|road|street|file|layer"
    r"|event|brand)\b)(?P<kind>[a-z]+)(?:'s)? (?:name|title)"
    r"|(?:name|title) of (?:the |our |my |this )?(?P<of>[a-z]+)"
)
_SHORT = 3  # letters of words that titles write small
_WORKS = re.compile(
    r"film|movie|book|novel|play|musical|opera|song|album|record|poem|exhibition|lecture|talk"
)
_NUMBERED = re.compile(
    r"(?:step|number|no\.?|nr\.?|point|tip|dish|item|act|band|course|row|entry|rule|talk|session"
    r"|line) ?#?(?P<n>\d{1,2})"
)
_PAIR = re.compile(r"\b[A-Z][a-z]+ (?:and|&) [A-Z][a-z]+\b")
_TINY = r"(?:(?:(?:really |very )?(?:small|little|tiny|teeny|wee|minuscule)(?: gr[ae]y)?) )"
_LABELS_OF = re.compile(
    rf"(?:{_TINY}*(?:labels|headings|captions)|{_TINY}+words(?= (?:over|above)\b))[,:]?"
    r" (?P<which>.+)"
)
_SMALL_TEXT = re.compile(rf"{_TINY}+(?:texts?|writing|letters|lettering|type|print)")
_SMALL_SIZE = 0.55  # of the largest text's size
_LIST = re.compile(r"price list|(?:whole|entire|full) (?:price )?list|list with .+")
_MUCH = 1.4  # times as large as the next
_SIGNER = re.compile(
    r"(?:signature|signatory|signer|signed name|signer's name|who signs|person who signs)"
)
PERSONS = frozenset([
    "recipient", "winner", "graduate", "participant", "awardee", "honoree", "honouree", "student",
    "employee", "author", "poet", "writer", "attribution", "source", "speaker", "lecturer",
    "teacher", "host", "artist", "agent", "director", "professor", "doctor", "trainer", "coach",
    "guest", "presenter", "singer", "musician", "chef", "owner", "person", "instructor",
    "headliner", "who", "signature", "signer", "signatory", "her", "his", "their", "name",
])  # fmt: skip
_PARTICLE = r"(?: (?:d[aeiu]|de[lr]?|la|le|v[ao]n|bin|al|dos|ten|zu))*"
FULL_NAME = re.compile(
    r"(?:[-–—~] ?)?(?:(?:[Ww]ith|[Bb]y|[Cc]all|[Ss]peaker:?|[Hh]ost:?|[Ff]eaturing|[Aa]sk for) )?"
    r"(?:(?:Dr|Prof|Sir|Dame|Mr|Mrs|Ms|Professor|Doctor)\.? )?"
    rf"[A-Z][\w'’.-]+{_PARTICLE}(?: [A-Z][\w'’.-]+)+"
)
COMPANY = re.compile(
    r"(?:^| )(?:Inc|Ltd|LLC|GmbH|AG|Co|Corp|PLC|plc|Group|Studio|Studios|Company|Outfitters|Sons"
    r"|Partners|Associates|Agency|Works|Bakery|Salon|Labs?|Foundation|Trust"
    r"|Charity|Club|Association|Society|Institute|Clinic|Bank|Hotel|Gym|Caf[eé]|Coffee)\b"
    r"|^Studio |& Co\b"
)
_COUPLE = re.compile(
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?: (?:and"
    r"|&) [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)?"
)
_SIGNED = re.compile(
    r"(?:[-–—~] ?|(?:[Ff]rom|[Ll]ove,?(?: from)?|[Ww]ith love(?: from)?|[Bb]y|[Ww]ith"
    r"|[Yy]ours,?) )+(?:[A-Z][\w'’-]+(?:,| and| &)?"
    r" ?)+"
)
_VENUES = re.compile(
    r"cinema|theat(?:er|re)|church|chapel|hall|pub|bar|club|barn|hotel|school|gallery|museum|library"
    r"|restaurant|caf[eé]|centre|center|arena|stadium|gym|studio|shop|store|castle|temple|pier|market"
    r"|bakery|clinic|practice|surgery|salon|barber|choir|society|association|agency|league|foundation|charity|college|company"
)
_ABOUT = re.compile(
    r"(?:bit|part|line|text|sentence|thing|one|words?|info(?:rmation)?|note|mention) (?:(?:that"
    r"|which) (?:says|mentions|talks about)|about|on|with|mentioning|for|regarding|of) (?P<what>.+)"
)
KINDS = frozenset(re.findall(r"[a-z]{3,}", f"{_WORKS.pattern} {_VENUES.pattern}"))


def of_section(name: str, plural: bool, context: Context) -> Named | None:
    """ "the coffee prices": of the part of a list that goes by that heading; or all headings."""
    if _SECTION_HEADINGS.fullmatch(name):
        if (found := _section_headings(context)) is None and "section" in name:
            raise NoSuchPartError(name)
        return found
    match = _OF_SECTION.fullmatch(name)
    heading = DETERMINER.sub("", match["a"] or match["b"]) if match else ""
    role = "price" if match and "price" in name else "item"
    for group in walk(context.design):
        if isinstance(group, GroupLayer) and group.role == "item" and heading and (
            single(group.name) == single(heading)
        ):  # fmt: skip
            return Named(tuple(x for x in group.layers
                               if isinstance(x, TextLayer) and x.role == role))  # fmt: skip
    return None


def _section_headings(context: Context) -> Named | None:
    parts = (x for x in walk(context.design) if isinstance(x, GroupLayer) and x.role == "item")
    found = [x for part in parts for x in part.layers
             if isinstance(x, TextLayer) and x.text == part.name]  # fmt: skip
    return Named(tuple(found)) if found else None


def listed_by_name(words: str, context: Context) -> Named | None:
    """ "the headings Coffee and Cakes": those that are told, and no others."""
    match = _TOLD_BY_NAME.fullmatch(words)
    parts = re.split(r",? and |, ", match["list"]) if match else []
    found = [showing(part, context) for part in parts]
    if len(found) < 2 or any(x is None or x.span for x in found):
        return None
    return Named(tuple(layer for each in found if each for layer in each.layers))


_SECTION_HEADINGS = re.compile(
    r"headings|(?:section|category|group|course|menu|list)(?:'s|s')? (?:headings|headers"
    r"|headlines|titles|names)|(?:headings|headers|titles|names) of (?:the |all (?:the )?|each )?"
    r"(?:sections?|categor(?:y|ies)|groups?|courses?)|sub-?(?:headings|headers|titles)"
)
_OF_SECTION = re.compile(
    r"(?P<a>.+?) (?:prices|items|entries|dishes|names)"
    r"|(?:prices|items|entries|dishes|names) (?:of|for|under|in|from) (?P<b>.+)"
)
_TOLD_BY_NAME = re.compile(
    r"(?:(?:the|those|my|our) )?(?:small |sub-?)?(?:headings|labels|words|lines|items|names|dishes"
    r"|entries|texts) (?P<list>.+ and .+)"
)


def picture_of(words: str, context: Context) -> Named | None:
    """ "the blood bag picture", "the drawing of the ring": all of the picture that shows it."""
    shown = _thing_pictured(words, context)
    own = {x.id for x in shown.leaves} if shown else set()
    whole = (x for x in of_role("hero", context.design) if own & {each.id for each in tree(x)})
    found = tuple(whole)
    return Named(found) if found else None


def thing_in(phrase: str, context: Context) -> str:
    """Of "the picture of the towel" the towel, which alone is to go from among others."""
    if not _thing_pictured(phrase, context):
        return phrase
    match = _PICTURE_OF.fullmatch(phrase)
    return f"the {match['thing'] or match['what']}" if match else phrase


def _thing_pictured(words: str, context: Context) -> Named | None:
    match = _PICTURE_OF.fullmatch(words)
    shown = by_drawing(match["thing"] or match["what"], False, context) if match else None
    return shown if shown and all(x.role == "hero" for x in shown.leaves) else None


_BUTTON = re.compile(r"(?:the |our |that )?[\"'“‘]?(?P<reads>[^\"'”’]+?)[\"'”’]? button")
_PICTURE_OF = re.compile(
    r"(?:(?:the|this|that|our|my) )?(?:(?P<what>[\w -]+?) (?:picture|image|drawing|illustration"
    r"|graphic|pic)|(?:picture|image|drawing|illustration|pic) (?:of|with) (?:(?:an?|the|our) )?"
    r"(?P<thing>[\w -]+))"
)
