"""What the copy says: other words for a text, for words of it, a slip set right, more, less."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.facts_known import FACTS
from agents.chat.line_parts import FACT, QUOTE, Q, after_lead, retold, shown, within
from agents.chat.line_parts import RULES as PARTS
from agents.chat.naming import Named, find, is_named
from agents.chat.naming_words import DETERMINER
from agents.chat.qualities import trimmed
from agents.chat.results import (
    Answer,
    Choice,
    NotThereError,
    Question,
    done,
)
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import CALLS, Sentence, unquoted
from agents.chat.shapes_of_words import alike
from agents.chat.values.overlapping import overlapping
from agents.chat.values.wording import CLAUSE, words_of
from agents.colorwords import color_named
from agents.spelling import meant_by
from design_io.document import TextLayer, walk

_FIGURE = re.compile(r"[£$€]?\d+(?:[.,:]\d+)*(?: ?(?:am|pm|%))?$")
_FACTUAL = re.compile(r"(?:the |The )?[A-Z\d£$€@\"'“‘(]|www|\S+@|\S+\.\w|(?:every|each) [A-Z]")
_BARE_VERB = re.compile("make|put|write|say|use|have|be")
_BESIDE = re.compile(r"\b(?:above|over|beside|next to|before|below|under)\b")
_NO_COPY = re.compile(  # where something is to be, or of what rank: nothing to print
    r"(?:right |just |all )?(?:at|on|in|to|near|by|along) the (?:very |far )?(?:top|bottom|left"
    r"|right|middle|cent(?:er|re)|end|start|beginning|front|back|corner|side|same)\b.*"
    r"|(?:the |our )?(?:very )?(?:biggest|largest|smallest|boldest|brightest|darkest|loudest|main"
    r"|most \w+|least \w+|first|last|next)(?: (?:thing|one|bit|part|text|line|word|element|item"
    r"|row|entry)s?)?(?: (?:on|of|in|by|at|that) .+)?"
)
NAMES_A_LAYER = re.compile(  # "in the pub's name"
    r" (?:in|on|of) (?:the|our|my) (?:[a-z]+'s )?(?:title|date|time|venue|price|tagline|name"
    r"|address|line|heading|subtitle|menu|list)$"
)
_EVENT = re.compile(
    r"\b(?:event|gig|show|party|concert|night|evening|do|race|run|day|fair|class|it)\b"
)


def quoted(sentence: Sentence, context: Context) -> Answer | None:
    """Edits whose words stand in quotes, which nothing else can be meant by."""
    if not re.search(r"[\"']", sentence.low) or not QUOTE.search(sentence.low):
        return None
    return answer(sentence, context)


def contrasted(sentence: Sentence, context: Context) -> Answer | None:
    """ "Minka is black, not grey": a colour that the copy tells, and no look."""
    match = re.fullmatch(r".+? (?:is|are|was) (?P<new>[a-z-]+),? (?:and )?not (?P<old>[a-z-]+)",
                         sentence.low)  # fmt: skip
    named = shown(match["old"], context) if match and color_named(match["old"]) else None
    if match is None or named is None or not named.span:
        return None
    old = named.texts[0].text[slice(*named.span)]
    new = match["new"].capitalize() if old[:1].isupper() else match["new"]
    return retyped(named, new, context)


def no_more_than(sentence: Sentence, context: Context) -> Answer | None:
    """What a text is to read, and that no more: "the venue is only Town Hall"."""
    return first(_JUST, sentence.low, sentence, context)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.low, sentence, context)


def _to(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """change the title to Blue Monday; the venue should say Town Hall"""
    new = value_in(sentence.kept(match, "new"), context)
    if not new or re.fullmatch(r"(?:it|this|that|so|go)", new.lower()):
        return None
    if _NO_COPY.fullmatch(match["new"].lower()):
        return None
    if QUOTE.fullmatch(match["new"]) and match["t"].endswith(" line") and shown(new, context):
        return None  # 'at the Millers' on a second line
    try:
        named = find(match["t"], context)
    except NotThereError:
        other = alike(unquoted(new), context)
        if other is None or not FACT.search(f" {new}"):
            raise
        named = other
    if named.everything:
        return None
    return retyped(_meant(named, match["t"], new, context), new, context)


def _meant(named: Named, phrase: str, new: str, context: Context) -> Named:
    return after_lead(_likelier(named, phrase, new, context), phrase, new)


def _likelier(named: Named, phrase: str, new: str, context: Context) -> Named:
    """ "the name should be Crumb and Co": the text that reads nearly so already."""
    if not re.search(r"\bnames?\b", phrase) or len(named.layers) != 1:
        return named
    words = set(re.findall(r"\w{3,}", new.lower()))
    alike = [
        x for x in walk(context.design)
        if isinstance(x, TextLayer) and words & set(re.findall(r"\w{3,}", x.text.lower()))
    ]  # fmt: skip
    return Named((alike[0],)) if len(alike) == 1 else named


def _made(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """make the time 10 am - 4 pm; make the button 'Buy'"""
    new = value_in(sentence.kept(match, "new"), context)
    if not QUOTE.fullmatch(match["new"]) and not _is_fact(new):
        return None
    return _to(match, sentence, context)


def _is_fact(text: str) -> bool:
    """Nothing but facts and what joins them."""
    rest = text
    for pattern in FACTS.values():
        rest = pattern.sub(" ", rest)
    return rest != text and not re.sub(r"[-–—,./&\s]|\b(?:to|until|till|and|from)\b", "", rest)


def _signed(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """sign it from Priya and Tom"""
    new = re.sub("^as ", "", sentence.kept(match, "new"))
    return retyped(find("signature", context), new, context)


def _called(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the event's called Jazz & Blues Night; her name's spelt Ana with one n"""
    if " spel" in match[0]:
        new = re.sub(
            r" with (?:an?|one|two|no|double) \S+(?:"
            r" .)?$",
            "",
            sentence.kept(match, "new"),
        ).strip(" ,")
        texts = tuple(x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible)
        own = find(match["t"], context).texts if is_named(match["t"], context) else texts
        if len(new.split()) < 3 and (found := _nearest(own, new.strip(), context)):
            return found
        if not any(words_of(new) & words_of(x.text) for x in own):
            return None  # nobody's name who is there
    if is_named(match["t"], context) and not find(match["t"], context).span:
        return _to(match, sentence, context)
    new = value_in(sentence.kept(match, "new"), context)
    if (spot := overlapping(new, context)) is not None:
        return retyped(Named((spot.layer,), (spot.start, spot.end)), new, context)
    if _EVENT.search(match["t"]):
        return retyped(find("title", context), new, context)
    return None


def _should_be(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the venue should be Town Hall: a name or a fact, not how it is to look"""
    new = value_in(sentence.kept(match, "new"), context)
    return _to(match, sentence, context) if FACT.search(f" {new}") else None


def _is(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """url is www.soleful.co.uk: what follows has to look like a fact."""
    new = value_in(sentence.kept(match, "new"), context)
    if not _FACTUAL.match(new) or not is_named(match["t"], context):
        return None
    named, said = find(match["t"], context), trimmed(DETERMINER.sub("", match["t"]))
    meant = _meant(named, match["t"], new, context)
    if len(named.texts) != 1 or (meant == named and said in named.texts[0].text.lower()):
        return None
    return retyped(meant, new, context)


def _no_more_than(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the address is just Market Square 3: words of which the text has some already"""
    new = value_in(sentence.kept(match, "new"), context)
    if not is_named(match["t"], context):
        return None
    texts = find(match["t"], context).texts
    text = texts[0].text.lower() if len(texts) == 1 else ""
    shared = set(re.findall(r"\w{3,}", text)) & set(re.findall(r"\w{3,}", new.lower()))
    copy = shared and (new[:1].isupper() or new.lower() in text)
    return retyped(Named((texts[0],)), new, context) if copy else None


def _instead(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """40% instead of 30%; at the Vortex, not the Blue Note"""
    named = shown(match["old"], context)
    if named is None and not _BESIDE.search(match["new"]):
        named = _heading(sentence.kept(match, "old"), context)
    if named is None or _is_clause(match) or _BARE_VERB.fullmatch(match["new"]):
        return None
    if _NO_COPY.fullmatch(match["new"].lower()):
        return None
    new = value_in(sentence.kept(match, "new"), context)
    if len(match["old"].split()) < 3 and not QUOTE.fullmatch(match["new"]):
        new = re.sub(r"^.* (?:is|are|was|should be|be) (?=\S+$)", "", new)
    figure = _FIGURE.search(new)
    if _FIGURE.fullmatch(match["old"]) and figure and figure[0] != new:
        new = figure[0]  # "Noah is turning 7, not 6"
    return retyped(named, new, context)


def _heading(words: str, context: Context) -> Named | None:
    """ "write Hours instead of Time": the small heading that reads so, capitals and all."""
    found = [x for x in walk(context.design)
             if isinstance(x, TextLayer) and x.id.endswith("-label") and words[:1].isupper()
             and x.text.lower() == unquoted(words).lower()]  # fmt: skip
    return Named((found[0],)) if len(found) == 1 else None


def _is_name(match: re.Match[str], sentence: Sentence) -> bool:
    return bool(re.match(r"[A-Z\d\"'“]", sentence.kept(match, "new")))


def _is_clause(match: re.Match[str]) -> bool:
    """Whether what would be printed is talk: "Dr Novak is a professor now, so Prof." """
    if QUOTE.fullmatch(match["new"]) or CLAUSE.search(match["old"]):
        return False
    return len(re.findall(CLAUSE, match["new"])) > 1


def _replace(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """replace morning with day; swap 'and' for '&' in the names: wherever it stands"""
    old, new = match["old"], value_in(sentence.kept(match, "new"), context)
    where = match.groupdict().get("where")
    if where and is_named(where, context):
        named = within(find(where, context), old)
        return retyped(named, new, context) if named else None
    if where and not QUOTE.fullmatch(match["new"]) and not NAMES_A_LAYER.search(f" in {where}"):
        new = value_in(sentence.raw[match.start("new") :], context)
    everywhere = _everywhere(unquoted(old), context)
    if len(everywhere) > 1:
        parts = [p for each in everywhere for p in retold(each, unquoted(new), context)]
        return done(
            f"{unquoted(old)!r} is now {unquoted(new)!r} in {len(everywhere)} places", parts
        )
    named = shown(old, context)
    if named is None and FACT.search(new) and is_named(old, context):
        named = find(old, context)
        if len(named.texts) != 1 or is_named(new, context):
            return None
    return retyped(named, new, context) if named else None


def _everywhere(old: str, context: Context) -> list[Named]:
    """Every text that shows these words, letter by letter."""
    found = []
    for layer in walk(context.design):
        if isinstance(layer, TextLayer) and not layer.id.endswith("-label"):
            match = re.search(
                rf"(?<![\w@./-]){re.escape(old)}(?![\w@]|\.\w)", layer.text, re.IGNORECASE
            )
            if match:
                found.append(Named((layer,), match.span()))
    return found


def _spelled(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """fix the typo in the title; the words that are one slip away from what they should be"""
    where, new = match.groupdict().get("where"), match.groupdict().get("new")
    texts = find(where, context).texts if where else tuple(
        x for x in walk(context.design) if isinstance(x, TextLayer) and x.visible
    )  # fmt: skip
    slips = [(x, m) for x in texts for m in re.finditer(r"[^\W\d_]{4,}", x.text)]
    if new:
        return _nearest(texts, value_in(sentence.kept(match, "new"), context), context)
    wrong = [(x, m, meant_by(m[0])) for x, m in slips if meant_by(m[0])]
    if len(wrong) == 1:
        layer, found, meant = wrong[0]
        meant = meant.capitalize() if found[0][0].isupper() else meant
        return retyped(Named((layer,), found.span()), meant, context)
    choices = tuple(
        Choice(f"{m[0]} → {meant}", f"replace '{m[0]}' with '{meant}'") for _, m, meant in wrong
    )
    return Question("which word is wrong, and how is it spelled?", choices)


def _nearest(texts: tuple[TextLayer, ...], new: str, context: Context) -> Answer | None:
    """The word of these texts that looks most like the right one."""
    from agents.edits import distance

    count = len(unquoted(new).split())
    near: list[tuple[int, TextLayer, tuple[int, int]]] = []
    for layer in texts:
        words = list(re.finditer(r"\S+", layer.text))
        for start, end in zip(words, words[count - 1 :], strict=False):
            span = (start.start(), end.end())
            old = layer.text[slice(*span)]
            apart = distance(old.lower(), unquoted(new).lower(), 3)
            if old != unquoted(new) and apart <= min(3, 1 + len(unquoted(new)) // 4):
                near.append((apart, layer, span))
    if not near:
        return None
    _, layer, span = min(near, key=lambda item: item[0])
    owner = re.search(r"['’]s$", layer.text[slice(*span)])
    if owner and not re.search(r"['’]s?$", new):  # "Leo’s Party"
        span = (span[0], span[1] - len(owner[0]))
    return retyped(Named((layer,), span), new, context)


def value_in(raw: str, context: Context) -> str:
    """The new words without what they are not: "9pm not 8pm" → "9pm"."""
    raw = re.sub(rf"^(?:just|only|simply) (?={Q}$)", "", raw.strip(" ,"))
    if QUOTE.fullmatch(raw):
        return unquoted(raw)
    if given := re.fullmatch(rf"[^\"':]*: ?({Q})", raw):  # in French: "…"
        return unquoted(given[1])
    if given := re.fullmatch(rf"[^\"']*\b(?:make|call|have|say|write|use) (?:it )?({Q})", raw):
        return unquoted(given[1])  # 3 words too short, make it "…"
    match = re.match(r"(.+?),? (?:not|instead of|rather than|and not) (.+)$", raw, re.IGNORECASE)
    if match and (shown(match[2], context) or all(map(QUOTE.fullmatch, match.groups()))):
        raw = match[1].strip(" ,")
    raw = raw if CALLS.search(raw.lower()) else _TAIL.sub("", raw)
    return unquoted(re.sub(r"^the (?=\d)", "", raw))


_TAIL = re.compile(
    r", (?:she|he|they|we|i|it|that|this|because|since|as|sorry|thanks|my|our|which|who"
    r"|cos)(?:'\w+)?"
    r" .+$|(?:,? (?:now|please|instead|this (?:year|time|week|month)|from now on|from (?:next"
    r"|this|the|\w+day|jan\w*|feb\w*"
    r"|march|april|may|june|july|aug\w*|sept?\w*|oct\w*|nov\w*|dec\w*)(?: \w+)?"
    r"|starting \w+(?: \w+)?|as of \w+(?: \w+)?"
    r"|these days"
    r"|last (?:week"
    r"|month|year)|nowadays|sharp|spelled out|to be precise|to be exact|only|in full|as well"
    r"|(?:in |at |on )?(?:for )?(?:the )?same (?:price|city|town|village|place|day|date|time"
    r"|hour)|(?:the )?(?:rest|everything else)"
    r" (?:stays|remains|is)(?: the same)?|as before))+$"
)
_ARROW = r"(?:->|=>|→|-->|»)"
_CHANGE = (
    r"(?:change|set|update|edit|rewrite|retype|correct|fix|switch|alter|amend|reword|modify|put)"
)
_BEFORE = rules(
    (
        rf"(?:.*?\b(?:typo|spelling|misspell\w*|mistake|spelt"
        rf"|spelled)\b[^:]*?[:,;-]+ ?)?(?P<old>{Q}|.+?)"
        r" (?:should (?:be|read|say)(?: spell?ed)?|must be|needs to be|is (?:spell?ed|spelt))"
        rf" (?P<new>{Q}|.+)",
        _instead,
    ),
    (rf"(?:.*?[:,;] )?(?P<old>.+?) ?{_ARROW} ?(?P<new>.+)", _instead),
    (
        rf"(?:replace|swap|switch|exchange|substitute|change|correct|fix|turn"
        rf"|update) (?P<old>{Q}|.+?) (?:with|for|to|by|into) (?P<new>{Q}|.+?) (?:in|on"
        rf"|of) (?P<where>.+)",
        _replace,
    ),
    (
        rf"(?:(?:find )?replace|swap|switch|exchange|substitute|change|correct|fix|turn"
        rf"|update) (?:the words? |all )?(?P<old>{Q}|.+?) (?:with|for|to|by|into) (?P<new>{Q}"
        rf"|.+)",
        _replace,
    ),
    (
        r"(?:(?:there(?:'s| is) a|fix the|correct the|fix a) )?(?:typo|spelling(?: mistake)?"
        r"|mistake|misspelling)(?: (?:in|on) (?P<where>.+?))?[,:;]? (?:(?:it )?(?:should"
        r"|must) be|it's|to|is) (?P<new>.+)",
        _spelled,
    ),
    (
        r"(?:(?:there(?:'s| is) (?:a|some)|fix(?: the| a| any)?|correct(?: the| any)?"
        r"|check (?:the|for)) )(?:typos?|spelling(?: mistakes?| errors?)?|spelling)(?: (?:in|on"
        r"|of) (?P<where>.+?))?",
        _spelled,
    ),
    (
        r"(?:correct|fix|change) the spelling of (?P<old>.+?) (?:to|as|into|:)"
        r" (?P<new>.+)",
        _instead,
    ),
    (
        rf"{_CHANGE} (?P<t>.+?)(?:'s)?(?: text| copy| wording)?"
        r" (?:to(?: say| read| be)?|into|so (?:that )?it (?:says|reads)|as) (?P<new>.+)",
        _to,
    ),
    (
        r"(?:make|have|let|get) (?P<t>.+?) (?:to )?(?:just |simply )?(?:say"
        r"|read) (?P<new>.+)",
        _to,
    ),
    (
        r"(?:(?:a )?new )?(?:text|wording|copy|words?|title|caption) ?[:=] ?(?P<new>.+)",
        lambda match, sentence, context: (
            retyped(find("it", context), value_in(sentence.kept(match, "new"), context), context)
            if context.selected
            else None
        ),
    ),
    (
        rf"(?P<t>(?:the |that |our )?[\w' -]+?) (?:just |simply |only )?(?:say"
        rf"|read) (?P<new>{Q})",
        _to,
    ),
    (
        r"(?:write|print|put|use|have|set|display) (?P<new>.+?) as (?:the|our|my) (?:new )?"
        r"(?P<t>title|headline|heading|subtitle|tagline|date|time|venue|address|price|button)",
        lambda m, s, c: _to(m, s, c) if _is_name(m, s) else None,
    ),
    (r"(?:write|spell|print|put|type|display) (?P<t>.+?) as (?P<new>.+)", _to),
    (rf"(?:make|set|put|have) (?P<t>.+?) (?:at |for )?(?P<new>{Q}|[£$€]? ?\d.*)", _made),
    (
        r"(?:(?:the )?(?:text|words?|copy) (?:on|of|in) )?(?P<t>.+?) (?:should|must|needs to"
        r"|has to|ought to|can|could|shall|to) (?:now |actually )?(?:say|read|be called"
        r"|become):? (?P<new>.+)",
        _to,
    ),
    (
        r"(?:(?:the )?(?:text|words?|copy) (?:on|of|in) )?(?P<t>.+?) (?:should|must|needs to"
        r"|has to|ought to|can|could|shall) (?:now |actually )?be (?P<new>.+)",
        _should_be,
    ),
    (
        r"(?:call|name|title) (?P<t>(?:the|our|my) \w+) (?P<new>.+)",
        lambda m, s, c: _called(m, s, c) if re.match(r"[A-Z\"'“]", s.kept(m, "new")) else None,
    ),
    (
        r"(?P<t>.+?)(?: is| are| was|'s|'re) (?:now |actually )?(?:spell?ed|spelt|written"
        r"|called|named|titled)"
        r" (?P<new>.+)",
        _called,
    ),
    (
        r"(?:call|name|title|rename) (?:it|this)(?: to| as)? (?P<new>.+)",
        lambda match, sentence, context: retyped(
            find("title", context), sentence.kept(match, "new"), context
        ),
    ),
    (r"(?P<t>[\w' -]+?) ?[:=] ?(?P<new>.+)", _to),
    (
        rf"(?:(?:put|write|enter|type|use|show|print|have|just|only"
        rf"|simply) )*(?P<new>{Q}) (?:as|for|in|on|into)"
        r" (?P<t>.+)",
        _to,
    ),
    (
        r"(?P<new>.+?) (?:as|is|for) (?:the|our|my)? ?(?:new )?(?P<t>title|headline|heading"
        r"|subtitle"
        r"|tagline|main title)",
        lambda m, s, c: _to(m, s, c) if _is_name(m, s) else None,
    ),
)
_JUST: Rules = rules(
    (r"(?:.*(?:[,;:-]|\b(?:from|in|of|on)) )?(?P<t>(?:the |our |my )?[\w'-]+(?: [\w'-]+)?)"
     r"(?:[,;:] (?:it'?s |make it |so )*| (?:is|are|should (?:be|say|read)|says?|reads?) )"
     r"(?:just|only|simply) (?P<new>.+?)(?:,? (?:without|not|and not|minus) .+)?", _no_more_than),
)  # fmt: skip
_RULES: Rules = (
    *_BEFORE, *PARTS,
    *rules(
        (r"(?:the |our |my )?(?:new|correct|right|actual|updated) (?P<t>[a-z' -]+?)(?: is|:"
         r"| should be| =|,)? (?P<new>\S*[\d@\"'.£$€].*)", _is),
        (r"(?P<t>.+?) (?:is|are|becomes?|starts?|begins?|costs?|(?:has |have "
         r"|had )?(?:been )?(?:changed"
         r"|moved|switched) to)(?: now| actually| really| at)? (?P<new>.+)", _is),
        (r"(?:(?:it's|it is|it should be|should be|make it|make that|say|use|write|put|have|it"
         r" says|call"
         r" it|it starts|we're|is|at|on|in) )*(?:at |on |in )?(?P<new>.+?)(?:,| now,?)? (?:not"
         r"|instead of"
         r"|rather than|and not|in place of|no longer) (?P<old>.+)", _instead),
        (r"(?:where (?:it|that) says|(?:it|that|the \w+|this) (?:still |currently |now )?(?:says"
         r"|reads)) (?P<old>.+?),?"
         r" (?:(?:but )?(?:it |that )?(?:should|must|needs to|has to|ought to)"
         r" (?:just |only )?(?:be|say|read)"
         r"|(?:please )?(?:write|put|say"
         r"|use|change it to|make it|have|it's)) (?P<new>.+)", _instead),
        (r"(?:shorten|cut|abbreviate|simplify|trim|extend"
         r"|lengthen) (?P<t>.+?) to(?: just)? (?P<new>.+)", _should_be),
        (r"(?P<t>[\w' -]+?) (?:shorter|longer|simpler|instead"
         r"|differently) ?[:=] ?(?P<new>.+)", _to),
        (r"(?P<t>(?:the|our|my) [\w' -]+?) (?:still |currently )?(?:says"
         r"|reads) (?P<old>.+?)[,.;](?: [^.;]*[.;,])? (?:it |that )?"
         r"(?:should|must|needs to|has to|ought to) (?:be|say|read) (?P<new>.+)", _to),
        (r"(?P<t>(?:the |our )?[\w' -]+?)(?: is|'s) (?:a (?:bit of a )?mouthful|(?:a bit |far "
         r"|way |much )?(?:too )?(?:long|wordy|clumsy"
         r"|long-winded))[,;.:-]+ ?(?:so |maybe )?(?:(?:make it|let's have|have|just|call it|use"
         r"|say|try|simply) )+(?P<new>.+)", _to),
        (r"sign (?:it|this|off|it off)(?: off)? (?P<new>(?:from|as|by|love|with love)\b.+)",
         lambda match, sentence, context: _signed(match, sentence, context)),
        (rf"(?:put|use|write|have|say) (?P<new>{Q}) (?:there|here|in its place)(?: instead)?",
         lambda match, sentence, context: retyped(find("it", context), sentence.kept(match, "new"),
                                                  context) if context.it else None),
        (r"instead of (?P<old>.+?),? (?:please )?(?:write|put|say|use|have|show|print) (?P<new>.+)",
         _instead),
        (r"(?:not|instead of|rather than) (?P<old>.+?)(?:,| but) (?:but |it's |use |say |put "
         r"|write )?(?P<new>.+)", _instead),
    ),
)  # fmt: skip
