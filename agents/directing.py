"""Sentences that only say how the design is to look, for whom it is or where it will hang.

"The tone is warm, never pitying", "I'm thinking of one black circle", "Keep copy to a minimum":
they are told by their build (a part of the sheet that is or shall be something, a wish in the
first person, an order about a part of the sheet) and are read for the picture and not for copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from agents.fact import Fact
from agents.looks import is_look
from agents.phrases import FULL_STOP, HOLE
from agents.reader.copy import Copy
from agents.vocabulary import is_scenery

_PART = (
    r"(?:designs?|ads?|adverts?|advertisements?|posters?|fl[yi]ers?|leaflets?|brochures?|banners?"
    r"|billboards?|covers?|thumbnails?|posts?|stor(?:y|ies)|pins?|cards?|invit(?:e|ation)s?"
    r"|labels?|menus?|sheets?|looks?|looking|style|styling|tone(?:\sof\svoice)?|mood|moods|vibes?"
    r"|feel|feeling|atmosphere|aesthetics?|composition|layout|typography|type|typefaces?|fonts?"
    r"|letter(?:s|ing)|headlines?|titles?|text|texts|copy|logos?|images?|pictures?|photos?"
    r"|photographs?|illustrations?|drawings?|visuals?|graphics?|imagery|artwork|background|backdrop"
    r"|foreground|palette|colou?rs?|colou?r\sscheme|accents?|humou?r|size|format|orientation|theme"
    r"|frame|margins?|icons?|texture|patterns?|white\sspace|(?:target\s)?audience"
    r"|target\sgroups?|finish|paper|lighting|light|perspective|scene|design\slanguage)"
)
_SAYING = (
    r"(?:say|read|tell|state|mention|announce|invite|ask|remind|encourage|urge|thank|wish|promise"
    r"|promote|explain|introduce|hint|assure|offer|list|highlight|emphasi[sz]e|stress|quote"
    r"|congratulate|apologi[sz]e|include|inform|reveal|advertise|celebrate|welcome|honou?r|teach"
    r"|show|feature|contain|carry|point|give|call|let|direct|warn|suggest|note|list)"
)
_MODAL = (
    r"(?:should|must|shall|can|could|may|might|will|would|needs?\sto|has\sto|have\sto|ought\sto"
    r"|is\sto|are\sto|is\ssupposed\sto)(?:n['’]t|\snot|\snever|\salso|\sstill|\sreally)?"
)
_IS = r"(?:is|are|feels?|looks?|goes|stays?)"
_WORDED = r"(?:headlines?|titles?|text|texts|copy|message|slogan|line|words)"  # what has words
_SHOWN_SO = (  # what is said of words that are not told
    r"(?:be\s)?(?:very\s|really\s|quite\s|as\s|all\s)*(?:large|big|huge|small|tiny|bold|short|clear|legible|readable"
    r"|easy|prominent|visible|minimal|centred|centered|aligned|placed|set|written\sin|in\s"
    r"|white|black|stand\sout|follow|fit|work|stay|remain|look|feel|appear|dominate|go|sit|left|right|at\s|on\s)"
)
_LEAD = r"(?:(?:please|also|and|but|so|then|overall,?|generally,?|ideally,?|maybe|perhaps)\s)*"
_DETERMINER = r"(?:the|our|its|their|my|this|that|all|any|every|overall|general|brand|main)"
_NOUN = rf"(?:{_DETERMINER}\s)*(?:[\w’'-]+\s){{0,3}}?"
_OF_PART = r"(?:\s(?:of|for|in|on)\s(?:the|our|this)\s[\w-]+)?"
_ABOUT_PART = re.compile(
    rf"{_LEAD}{_NOUN}(?!{_WORDED}\b){_PART}{_OF_PART}\s(?:{_MODAL}\s(?!{_SAYING}\b)|{_IS}\s(?!{_SAYING}\b))",
    re.IGNORECASE,
)
_ABOUT_WORDS = re.compile(
    rf"{_LEAD}{_NOUN}{_WORDED}{_OF_PART}\s(?:{_MODAL}|{_IS})\s{_SHOWN_SO}", re.IGNORECASE
)
_ABOUT_IT = re.compile(
    rf"{_LEAD}(?:it|this|everything|the\swhole(?:\sthing)?)\s(?:all\s)?(?:{_MODAL})\s"
    rf"(?:be\s(?:aimed|meant|intended|printed|used|shared|posted|hung|read|seen|shown|displayed)\b"
    rf"|(?:look|feel|appeal|attract|evoke|convey|hang|fit|match|stand\sout|work|come\sacross|have)\b"
    rf"|be\s(?!{_SAYING}))",
    re.IGNORECASE,
)
_MADE_FOR = re.compile(
    rf"{_LEAD}(?:it|this|we|(?:the|this)\s[\w-]+)(?:['’]s|\sis|\swill\sbe|['’]ll\sbe)?\s"
    r"(?:aimed\sat|meant\sfor|intended\s(?:for|to)|targeted\sat|for\sprint\b|going\sto\s(?:hang|be\sprinted)"
    r"|print(?:ed)?\s(?:it\s)?(?:in|on|as|at)\b|hang\s|will\shang\b|to\sbe\sprinted)",
    re.IGNORECASE,
)
_I = (
    rf"{_LEAD}(?:I|we|my\s\w+|our\s\w+)(?:['’](?:d|m|re)|\swould|\sam|\sare|\sdo|\sdid|\sreally"
    r"|\sdon['’]t|\snot|\snever|\sactually|\sjust)*\s"
)
_WISHED = re.compile(
    rf"{_I}(?:(?:love|like|prefer|want|need)\s(?!to\s{_SAYING}\b|you\b|what\b|people\b|them\b)"
    r"|says?\s(?:no|\w+\s(?:fonts?|colou?rs?))\b)",
    re.IGNORECASE,
)
_DREAMT = re.compile(
    rf"{_I}(?:imagin\w+|envision|envisage|picture|thinking\s(?:of|about|along)|tired\sof"
    r"|(?:had|have|having)\sin\smind|want\s(?:to\sbe\staken|it\sto\s(?:look|feel)))\b",
    re.IGNORECASE,
)
_DRAWN = re.compile(
    rf"{_LEAD}(?:(?:do\snot|don['’]t|never|no\sneed\sto)\s(?:show|draw|depict|use|put|add|include|make|picture|clutter|overload)\b"
    r"|(?:picture|imagine|visuali[sz]e|draw|depict|illustrate)\s(?=an?\b|the\b|one\b|two\b|some\b|[\w-]+\s\w+ing\b)"
    r"|make\s(?:it|sure|the\s(?:design|whole|text|title|headline|logo|background))\b"
    r"|(?:give|keep)\s(?:it|the\s\w+|everything)\s"
    r"|let\sthe\s\w+\s\w+"
    r"|avoid\s|nothing\s(?:fancy|kitschy|too)"
    rf"|(?:use|leave|keep|put|place|set|combine|choose|go\sfor|play\swith|stick\sto|add|feature|incorporate|work\swith|have|avoid|limit|mix|prefer)\s(?:[^.;:]*?\b)?{_PART}\b"
    r"|leave\s(?:\w+\s){0,2}(?:space|room)\b|bonus\sif\b)",
    re.IGNORECASE,
)
_KEYED = re.compile(
    rf"{_LEAD}(?:{_DETERMINER}\s)?(?:style|styling|looks?|feel|feeling|tone(?:\sof\svoice)?|mood|vibes?|atmosphere"
    r"|aesthetics?|layout|typography|typefaces?|fonts?|palette|colou?rs?(?:\s(?:palette|scheme))?"
    r"|(?:target\s)?audience|target(?:\sgroups?)?|format|orientation|inspiration|references?"
    r"|deliverables?|usage|background|imagery|visuals?)(?:\s?:|\s[-–—])\s",
    re.IGNORECASE,
)
_OF_MEASURE = re.compile(
    r"\b\d+\s?(?:px|pt|dpi|pixels?)\b|^(?:size|format)\s\d+\s?[x×]\s?\d+", re.IGNORECASE
)
_SENTENCE = re.compile(rf"(?:(?!{FULL_STOP}|[!?](?:\s|$)|\n).)+", re.DOTALL)
_QUOTED = re.compile(r"[\"“”«»„]|(?<!\w)['‘][^'’]+['’](?!\w)|" + HOLE)
_LOOKS = re.compile(  # whatever the reader takes them for
    rf"{_LEAD}{_NOUN}(?:concept(?!\sis\sthat)|(?:visual|picture)\sidea|key\svisual|looks?|styles?|styling|tone(?:\sof\svoice)?|mood|vibes?|feel|feeling|atmosphere"
    r"|aesthetics?|composition|layout|typography|typefaces?|fonts?|lettering|palette|visuals?|imagery"
    rf"|(?:target\s)?audience|target\sgroups?){_OF_PART}\s(?:{_MODAL}|{_IS})\s(?!{_SAYING}\b)",
    re.IGNORECASE,
)
_USED = re.compile(
    rf"{_LEAD}use\s(?:[^.;:,]*?\b)?(?:styles?|view|look|palette|colou?rs?|tones|fonts?|typefaces?"
    r"|illustrations?|photos?|pictures?|images?|texture|lettering|background|icons?)\b",
    re.IGNORECASE,
)
_THINK = re.compile(
    r"(?:^|\bso\s|\bjust\s)(?:just\s)?think\s(?!big|twice|before|again|ahead|about\sit)(?:of\s)?\w",
    re.I,
)
_ORDERED = re.compile(
    rf"{_LEAD}(?:(?:keep|use|make|leave)\s(?:the\s)?(?:copy|text|words|letters|it|everything)\b"
    r"|(?:e-?mail|send)\s(?:(?:me|us|the|your|any|first)\s)*(?:drafts?|proofs?|mock-?ups?)\b"
    r"|not\stoo\s\w+$|nothing\s(?:fancy|kitschy|too\s))",
    re.IGNORECASE,
)
_TELLS = re.compile(  # where what is said begins within a sentence
    rf"[,;]?\s(?:(?:and|but|while|with|by|to|that|which)\s)?(?:it\s|the\s{_PART}\s)?"
    r"(?:says?|saying|tells?|telling|reads|reading|asks?|asking|invit(?:es?|ing)|encourag(?:es?|ing)"
    r"|urg(?:es?|ing)|remind(?:s|ing)?|mention(?:s|ing)?|stat(?:es|ing)|highlight(?:s|ing)?"
    r"|emphasi[sz](?:es?|ing)|stress(?:es|ing)?\sthat|promot(?:es?|ing)|announc(?:es?|ing)"
    r"|wish(?:es|ing)|thank(?:s|ing)|assur(?:es|ing)|promis(?:es|ing)"
    r"|includ(?:es?|ing)(?=\s(?:the|our|your|their)\s(?!image|picture|photo))"
    r"|celebrat(?:es|ing)|express(?:es|ing)?|let\s\w+\sknow)\b"
    r"|\s(?:and|with)\san?\s(?:[a-z]+\s){0,2}(?:statement|message|line|note|reminder|quote|slogan)\b"
    r"|[,;]?\s(?:and|but|with)\sthe\s(?:call[\s-]to[\s-]action|cta|button|words|price|website|date"
    r"|message|slogan|tag\s?line|name)\b"
    r"|[,;]?\s(?:and|but)\s(?=(?:the|our|its|their)\s(?:\w+\s){1,3}?(?:is|are|has|have|can|will|costs?)\b)",
    re.IGNORECASE,
)
_STRONG = (_LOOKS, _USED, _ORDERED, _KEYED, _DREAMT)
_WEAK = (_ABOUT_PART, _ABOUT_WORDS, _ABOUT_IT, _MADE_FOR, _DRAWN, _WISHED)
_MERE_WORDS = re.compile(r"[A-Z][a-z-]+(?:(?:,\s|,?\sand\s|\sbut\s)[a-z-]+){1,3}")
_LOOK_ENDS = re.compile(  # pieces of a row that end in what only a sheet has
    r"(?:\s(?:format|type|crop|script|caps|texture|rules|proportions|italics|saturation|contrast|blur"
    r"|sans|serifs?|space|newsprint|grid|stencil|collage|lettering|gradients?|outlines?|seen\sfrom\s\w+"
    r"|shot\sfrom\s\w+|effect)|^(?:flat\slay|close-up.*|square\scrop|panoramic|collage))$"
    r"|\bas\s(?:the|an?)\s(?:key\s|main\s|only\s)?(?:visual|motif|background|frame|graphic\selement|hero)\b",
    re.IGNORECASE,
)
_IS_SAID = re.compile(r"\b(?:is|are|was|will|can|has|have|says?|gets?|bring|take|join)\b", re.I)
_DAY_OR_FIGURE = re.compile(r"\d|\b[a-z]+day\b", re.IGNORECASE)
_SURE = 0.6  # how sure the reader is of copy that is then no direction


class Direction(NamedTuple):
    start: int
    end: int
    whole: bool = True  # all of its sentence directs


def sentences_in(request: str) -> Iterator[re.Match[str]]:
    """The sentences of a request."""
    return _SENTENCE.finditer(request)


def directions_in(request: str, copy: Copy) -> tuple[Direction, ...]:
    """What directs behind the asking: sentences, each up to where it goes on to what is said."""
    sentences = list(sentences_in(request)) if copy.text else []
    found = [_directed(sentence, copy) if n else () for n, sentence in enumerate(sentences)]
    for before, after in pairwise(range(len(sentences))):
        if before and found[after] and _MERE_WORDS.fullmatch(sentences[before][0].strip()):
            found[before] = (Direction(*sentences[before].span()),)  # "Dignified and tender."
    return tuple(direction for each in found for direction in each)


def _directed(sentence: re.Match[str], copy: Copy) -> tuple[Direction, ...]:
    start, directed = sentence.start(), list[Direction]()
    pieces = _up_to(_TELLS, sentence[0])
    for piece in pieces:
        words = piece.strip(" \n,;")
        if words and not _QUOTED.search(words) and _is_directing(words, copy):
            at = start + piece.index(words)
            directed.append(Direction(at, at + len(words), len(pieces) == 1))
        start += len(piece)
    return tuple(directed)


def _up_to(border: re.Pattern[str], words: str) -> list[str]:
    ends = [0, *(m.start() for m in border.finditer(words) if m.start()), len(words)]
    return [words[a:b] for a, b in pairwise(ends)]


def _is_directing(sentence: str, copy: Copy) -> bool:
    if any(p.match(sentence) for p in _STRONG):
        return True
    if _THINK.search(sentence) or _OF_MEASURE.search(sentence):
        return True
    begins, looks = _looks_in(sentence)
    if looks > 1:
        return True
    if begins or looks:
        return not _is_copy(sentence, copy, begun=begins)
    told = any(p.match(sentence) for p in _WEAK)
    return told and not _is_copy(sentence, copy)


def _looks_in(sentence: str) -> tuple[bool, int]:
    """Whether a row begins with a look, "Warm kitchen light, messy table", and how many it has."""
    if _DAY_OR_FIGURE.search(sentence) or _IS_SAID.search(sentence):
        return False, 0
    pieces = re.split(r"[,;]\s|\sand\s", sentence)
    looks = [is_look(p) and not is_scenery(p) or bool(_LOOK_ENDS.search(p)) for p in pieces]
    return looks[0], sum(looks)


def _is_copy(sentence: str, copy: Copy, begun: bool = False) -> bool:
    """Whether the reader is sure of copy in it; `begun`: of copy with which it begins."""
    return any(
        place.start <= span.start < (place.start + 1 if begun else place.end)
        and copy.printed(span) >= _SURE
        and not (span.start == place.start and " " not in copy.said(span) and "," in sentence)
        for place in copy.places(sentence)
        for span in copy.spans
    )


def is_directed(fact: Fact, directions: tuple[Direction, ...]) -> bool:
    """Whether a date, a time or a size is said in a direction; how to reach somebody never is."""
    within = any(d.start <= fact.start and fact.end <= d.end for d in directions)
    return within and fact.role not in ("contact", "address", "price", "offer")


def without_directed(copy: Copy) -> Copy:
    """What the reader read without copy in sentences of direction."""
    told = directions_in(copy.text, copy)
    kept = (
        span
        for span in copy.spans
        if span.kind in ("picture", "wanted")
        or not any(d.start <= span.start and span.end <= d.end for d in told)
    )
    return copy._replace(spans=tuple(kept))
