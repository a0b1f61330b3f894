"""A further line of copy: set like the small copy of the design, on a free place near the foot."""

from __future__ import annotations

import re

from agents.chat.by_name import showing
from agents.chat.changes import free_id, ink
from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.line_parts import QUOTE
from agents.chat.naming import Named, find, is_named, texts_shown, with_labels
from agents.chat.qualities import read
from agents.chat.results import AlreadyError, Answer, CannotError, Question, done
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from design_io.commands import AddLayer, apply
from design_io.document import TextLayer, walk
from design_io.geometry import Box
from design_io.text import typeset
from layout.places import free_places, readable_ground
from layout.units import shifted, unit_of

_KIN = ("subtitle", "body", "venue", "date", "time", "contact", "price", "item", "title")
_MARGIN = 0.072  # of the short side


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.low, sentence, context)


def _add(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add a line saying 'Free entry'; add 'Free entry' somewhere"""
    text = unquoted(sentence.kept(match, "new"))
    if match.re in _SPOKEN and not QUOTE.fullmatch(match["new"]) and not _ADDRESS.match(text):
        text = text[:1].upper() + text[1:]
    texts = texts_shown(context.design)
    if sentence.low.startswith("write ") and (old := _begun(text, texts)) is not None:
        return retyped(Named((old,)), text, context)
    kin = next((x for role in _KIN for x in texts if x.role == role), None)
    if kin is None:
        raise CannotError("there is no copy on this design to set a new line like")
    line = _line(text, kin, context)
    near = match.groupdict().get("t")
    if near:
        box = ink(find(near, context).leaves, context)
        above = (match["where"] or "").startswith(("above", "over"))
        y = box.y - line.box.height if above else box.bottom
        line = line.evolve(box=line.box._replace(x=max(line.box.x, 0.0), y=y))
    bare = apply(context.design, AddLayer(layer=line), "agent")
    unit = unit_of(bare, line.id)
    sheet = context.design.canvas.box
    region = sheet.pad(-_MARGIN * min(sheet.width, sheet.height))
    suits = readable_ground(bare, line, unit, context.resources)
    places = free_places(bare, unit, context.resources, region, suits)
    if not places:
        raise CannotError(
            f"there is no free place for {text!r}; make something smaller or delete it first, or"
            f" add the words to a line there is: add '{text}' to the {kin.role}"
        )
    placed = apply(bare, shifted(unit, places[0].dx, places[0].dy), "agent").layer(line.id)
    return done(f"{text!r} is added", [AddLayer(layer=placed)])


def _begun(text: str, texts: list[TextLayer]) -> TextLayer | None:
    """The one value that the new words say with more: "£12 including a drink" of "£12"."""
    found = [x for x in texts if x.role in ("price", "offer", "date", "time", "venue")
             and text.lower().startswith(f"{x.text.lower()} ")]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _placed(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add No early birds! under the cash only bit: words that begin as copy does"""
    is_copy = sentence.kept(match, "new")[:1].isupper() and not is_named(match["new"], context)
    return _add(match, sentence, context) if is_copy and is_named(match["t"], context) else None


def beside(sentence: Sentence, context: Context) -> Answer | None:
    """ "put our hours under the address: Mon-Fri 9-5", "half price for kids, put it under that" """
    added = _ADDED.match(sentence.low)
    if added and (there := showing(added["new"], context)) and there.span is None:
        raise AlreadyError(f"{there.label} stands there already: nothing to change")
    return first(_TOLD, sentence.low, sentence, context)


def _told_first(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """parking is behind the hall, add that somewhere: copy, and no remark on what is there"""
    low = match["new"]
    if is_named(low, context) or ORDER.match(low) or read(low) or _REMARK.search(low):
        return None
    place = match.groupdict().get("t")
    return _add(match, sentence, context) if not place or is_named(place, context) else None


def _fact(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add our phone number 0800 555 013; add the website: keyring.example: a fact not there yet"""
    new = sentence.kept(match, "new")
    told = match["mark"].startswith(":") or re.search(r"[\d@]|\w\.\w", new) or new[:1].isupper()
    there = not match["what"].endswith("name") and is_named(match["what"], context)
    if not told or there or read(match["new"]):
        return None
    return _add(match, sentence, context)


def _which_fact(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    what = match["what"]
    if is_named(what, context):
        return None
    return Question(f"what is the {what}? Say it with its words: add the {what} …")


def _told_last(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    return _add(match, sentence, context) if is_named(match["t"], context) else None


def _relabelled(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """write Bookings above the phone number instead of Phone: another small heading"""
    if not is_named(match["t"], context):
        return None
    old = unquoted(match["old"])
    found = [x for x in with_labels(find(match["t"], context), context.design)
             if isinstance(x, TextLayer) and x.text.lower() == old]  # fmt: skip
    new = unquoted(sentence.kept(match, "new"))
    return retyped(Named((found[0],)), new, context) if found else None


def _line(text: str, kin: TextLayer, context: Context) -> TextLayer:
    """The words in the style of their kin, where the words above the foot end."""
    taken = {layer.id for layer in walk(context.design)}
    name = free_id("line", taken)
    sheet = context.design.canvas.box
    style = kin.style
    if kin.role == "title":
        style = style.evolve(size=style.size * 0.25)
    box = Box(kin.box.x, 0.8 * sheet.height, sheet.width - 2 * _MARGIN * sheet.width, style.size)
    layer = TextLayer(
        id=name, name=text[:60], role="body", text=text, style=style, box=box, align=kin.align,
        language=context.design.language,
    )  # fmt: skip
    found = typeset(layer, context.resources.fonts)
    return layer.evolve(box=box._replace(width=found.width + 1, height=found.height))


def _no_file(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add our logo: that needs a file"""
    raise CannotError(
        f"{match['what']} comes from a file: make the design again with --{_OPTIONS[match['what']]}"
    )


def _what(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    return Question("what should the new line say? Say: add 'your words'")


_ADDED = re.compile(r"(?:add|insert|include) \"(?P<new>[^\"]+)\"")
_REMARK = re.compile(
    r"^(?:it|this|that|they|there)\b|\b(?:looks?|seems?|feels?|too (?:small|big|much|far)|wrong"
    r"|missing|ugly|hard to|can't|isn't|aren't|not)\b|^(?:the|our|my|your) \w+ (?:is|are|was)\b"
)
_ADDRESS = re.compile(r"\S+[.@/]\S")  # which is written as it is
_OPTIONS = {
    "logo": "logo FILE", "photo": "image FILE", "photograph": "image FILE", "qr code": "qr TEXT",
    "qr": "qr TEXT", "picture of our shop": "image FILE",
}  # fmt: skip
_VERB = r"(?:add|insert|include|put|place|stick|write|squeeze in|fit in|append)"
_LINE = (
    r"(?:an? |another |one more |some )?(?:new |small |extra |little )*(?:lines?|texts?|notes?"
    r"|sentences?|words?|captions?|footers?)"
)
_WHERE = (
    r"(?: (?:somewhere|in there|on (?:it|there|the (?:poster|page|design))|at the (?:bottom|top)"
    r"|below|to it|too|as well|in|underneath))*"
)
_RULES: Rules = rules(
    (r"(?:write|put|print|use|have|say) (?P<new>.+?) (?:above|over|beside|next to|before|for)"
     r" (?P<t>.+?),? (?:instead of|rather than|not) (?P<old>.+)", _relabelled),
    (rf"{_VERB} (?:{_LINE} )?(?:that (?:says|reads) |saying |reading )?(?P<new>\"[^\"]+\"|'[^']+')"
     r" (?P<where>under(?:neath)?|below|beneath|above|over|next to|beside|near) (?P<t>.+)", _add),
    (rf"{_VERB} (?P<new>@\S+|\S+\.[a-z]{{2,}}\S*|\+?\d[\d ]{{5,}}) (?P<where>under(?:neath)?|below"
     r"|beneath|above|over|next to|beside|near) (?P<t>.+)", _told_last),
    (rf"{_VERB} (?:our |my |the |a |in )*(?P<what>logo|photo|photograph|qr code"
     rf"|qr)(?: (?:for|to|with|of) \S+)?{_WHERE}", _no_file),
    (rf"{_VERB} {_LINE}{_WHERE}[:,]? ?(?:that (?:says|reads)|saying|which says|reading|with"
     rf"|to say|like|:)? ?(?P<new>\"[^\"]+\"|'[^']+'|(?<=saying ).+|(?<=says ).+"
     rf"|(?<=: ).+){_WHERE}", _add),
    (rf"{_VERB} (?P<new>[^'\"]{{3,60}}?) (?P<where>under(?:neath)?|below|beneath|above"
     rf"|over) (?P<t>.+)",
     lambda m, s, c: _placed(m, s, c)),
    (rf"{_VERB} (?:the )?(?:names?|words?|phrase|sentence|line|slogan"
     rf"|note) (?P<new>[^'\"]{{3,60}}?)"
     r"(?P<where> underneath| below| under it| at the (?:bottom|top)| somewhere| to it"
     r"| on it)+", _add),
    (r"(?P<new>\"[^\"]+\"|'[^']+') (?:needs to|should|must|has to|ought to) (?:be|go"
     r"|appear) (?:on|in)"
     r" (?:there|it|here|the [a-z]+)(?: somewhere| too| as well)*", _add),
    (rf"{_VERB} (?P<new>\"[^\"]+\"|'[^']+'){_WHERE}", _add),
    (r"(?:it )?(?:should|needs to|has to|must) also (?:say|read|mention) (?P<new>.+)", _add),
    (rf"{_VERB} {_LINE}{_WHERE}", _what),
)  # fmt: skip
_SIDE = r"(?P<where>under(?:neath)?|below|beneath|above|over|next to|beside|near|behind)"
_FACT = (
    r"(?:(?:phone|telephone|mobile|tel|cell) )?(?:number|no\.?)|phone|telephone|mobile|e-?mail"
    r"(?: address)?|web ?site|web ?address|url|link|(?:street )?address|instagram(?: handle)?"
    r"|handle|date|time|venue|place|price|entry fee|(?:opening )?hours|opening times|motto|slogan"
    r"|tagline|(?:(?:shop|business|company|brand|band|school|club) )?name|deadline"
)
_TOLD: Rules = rules(
    (rf"{_VERB} (?:(?:our|the|my|an?|in|this) )*(?P<what>{_FACT})(?P<mark>:| is|,|) ?(?P<new>\S.+?)"
     r"(?: (?:somewhere|to it|on it|there|please|at the bottom|below|underneath))*", _fact),
    (rf"(?:(?:we|i) )?(?:also |still )*(?:need|want) (?:(?:our|the|an?) )?(?P<what>{_FACT})"
     r"(?: (?:on|in) (?:there|it|here))?(?P<mark>[:,]) ?(?P<new>\S.+)", _fact),
    (rf"(?:our |the |my )?(?P<what>{_FACT}) (?:is|are)(?: still| also)? missing(?P<mark>[:,.;-]+)"
     r"(?: it'?s| it is)? (?P<new>\S.+)", _fact),
    (rf"{_VERB} (?:(?:our|the|my|an?|in|this) )*(?P<what>{_FACT})"
     r"(?: (?:in|on|at|to|under|below|above|near|somewhere|too|please)\b.*)?", _which_fact),
    (rf"{_VERB} (?:(?:our|the|my|also|new|in) )*(?:[\w-]+ ){{1,3}}?{_SIDE} (?P<t>[^:]+?):"
     r" ?(?P<new>.+)", _told_last),
    (rf"{_SIDE} (?P<t>[^:,]+?),? (?:please )?{_VERB}:?"
     r" (?P<new>\"[^\"]+\"|'[^']+'|(?<=: ).+)", _told_last),
    (r"(?P<new>[^,:;]{6,80})[,.;:–-]+ ?(?:so |and )?(?:please |can you |could you |maybe |just )*"
     rf"(?:{_VERB}|print|mention|say) (?:that|it|this|so)(?: {_SIDE} (?P<t>.+?)|"
     r" (?:somewhere|on (?:it|there)|there|in|too|please|as well|down there|at the bottom))*",
     _told_first),
)  # fmt: skip
_SPOKEN = frozenset(rule[0] for rule in _TOLD)
