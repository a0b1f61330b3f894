"""The same wish in plainer words: the remark before it, the reason after it, slang and negation.

Asked only when no rule understands a sentence as it stands. Every way of saying it comes with the
context in which "it" is what the remark speaks of; a remark on what is not there yields none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from agents.chat.clauses import ORDER, VERBS
from agents.chat.context import Context
from agents.chat.mentions import mentions
from agents.chat.naming import find
from agents.chat.results import NotThereError, UnclearError
from agents.chat.sentence import Sentence, heard
from agents.colorwords import color_named
from design_io.document import Layer

Sayings = tuple[tuple[re.Pattern[str], str], ...]
_MOST_WORDS = 5  # of a name looked for in a remark


class Way(NamedTuple):
    """Another way to say a sentence."""

    sentence: Sentence
    context: Context
    whole: bool = False  # "it" names no layer, so only the whole design may be meant


def idiom(sentence: Sentence) -> Sentence:
    """The sentence, or what it means where its words alone would be taken for something else."""
    text = next(_said_plainly(sentence.low, sentence, _IDIOMS), "")
    return heard(text) if text else sentence


def of_everything(sentence: Sentence) -> Sentence:
    """The sentence, or of a look alone that all the text has it: "serif", "left aligned"."""
    text = next(_said_plainly(sentence.low, sentence, _BARE_LOOKS), "")
    return heard(text) if text else sentence


def plainer(sentence: Sentence, context: Context) -> Iterator[Way]:
    """Other ways to say the sentence, the likeliest first."""
    for way in (Way(sentence, context), *_without_talk(sentence, context)):
        said = way.sentence
        if said is not sentence:
            yield way
        for words in dict.fromkeys((said.low, _lowered(said.whole))):
            told = _said_plainly(words, said, (*_IDIOMS, *_SAYINGS))
            for text in told:
                yield way._replace(sentence=heard(text))
    if not ORDER.match(sentence.low) and _PLACED.fullmatch(sentence.low):
        yield Way(heard(f"put {sentence.raw}"), context)


def _without_talk(sentence: Sentence, context: Context) -> Iterator[Way]:
    """The wish without what is said before and after it."""
    raw = re.sub(r" ?\([^()]*\)", "", sentence.raw)
    cut = _REASON.sub("", raw)
    for text in dict.fromkeys((cut, raw)):
        for mark in _WISH.finditer(text):
            wish = idiom(heard(text[mark.end() :]))
            if _BIG.search(text[: mark.start()].lower()) and _DOWN.fullmatch(wish.low):
                wish = heard("make it a bit smaller")
            if not _PRONOUN.search(wish.low):
                yield Way(wish, context)
                continue
            named = spoken_of(text[: mark.start()], context)
            if named is not None:
                selected = tuple(layer.id for layer in named)
                yield Way(wish, replace(context, selected=selected), whole=not named)
        if text != sentence.raw:
            yield Way(idiom(heard(text)), context)


def spoken_of(remark: str, context: Context) -> tuple[Layer, ...] | None:
    """The layers a remark names: "not keen on the brown button", "Title's hogging the page".

    Empty when it speaks of the whole or of nothing; None when what it names is not there."""
    low = remark.lower().replace("’", "'")
    beside = r"(?<!under )(?<!below )(?<!above )(?<!beside )(?<!next to )(?<!behind )"
    for quote in re.findall(rf"{beside}(?<!\w)'[^']+'(?!\w)|{beside}\"[^\"]+\"", low):
        try:
            return find(quote, context).layers
        except (NotThereError, UnclearError):
            continue
    missing = False
    for pattern in (_SUBJECTS, _OBJECTS):
        for match in pattern.finditer(low):
            for phrase in _phrases(match["t"], subject=pattern is _SUBJECTS):
                try:
                    named = find(phrase, context)
                except (NotThereError, UnclearError):
                    continue
                return () if named.everything or named.span else named.layers
            missing = missing or bool(_THE.search(match["t"]) and pattern is _SUBJECTS)
    if missing:
        return None
    try:
        found = mentions(low, context)
    except UnclearError:
        return None
    return found[0].named.layers if found and not found[0].named.span else ()


def _phrases(words: str, subject: bool) -> Iterator[str]:
    """What may be the name in it: the end of what stands before a verb, else the beginning."""
    parts = words.split()
    for count in range(min(len(parts), _MOST_WORDS), 0, -1):
        phrase = " ".join(parts[-count:] if subject else parts[:count])
        if not subject or count == len(parts) or _THE.match(phrase):
            yield phrase


def _said_plainly(low: str, sentence: Sentence, sayings: Sayings) -> Iterator[str]:
    written = sentence.raw if low == sentence.low else sentence.whole.strip(" .!?")
    for pattern, plain in sayings:
        match = pattern.fullmatch(low)
        if match is None:
            continue
        found = match.groupdict()
        groups = {k: written[slice(*match.span(k))] for k, v in found.items() if v}
        if "q" in groups and "opposite" in plain:
            opposite = _OPPOSITES.get(groups["q"].lower())
            if opposite is None:
                continue
            groups["opposite"] = opposite
        if "old_color" in groups and not color_named(groups["old_color"].lower()):
            continue
        yield plain.format(**groups)


def _lowered(whole: str) -> str:
    low = whole.lower().replace("’", "'").strip(" .!?")
    return low if len(low) == len(whole.strip(" .!?")) else ""


def _sayings(*rows: tuple[str, str]) -> Sayings:
    return tuple((re.compile(pattern), plain) for pattern, plain in rows)


# Where talk ends and the wish begins.
_WISH = re.compile(
    r"(?:[,;:.!?]+| [-–—]| so)(?: (?:so|and|but|maybe|perhaps|please|just))* +(?=(?:(?:can|could"
    rf"|would|will|should) (?:you|we|i|it|this|that|they|the)\b|please\b|(?:{VERBS})\b"
    r"|(?:it|this|they) (?:should|must|needs?|has|have|ought)\b|(?:i'd|i would|we'd) \w+))",
    re.IGNORECASE,
)
_REASON = re.compile(
    r", (?:we|they|he|she|i|people|there|no one|nobody|that|it)(?:'\w+)? (?!should|must|could|can"
    r"|needs?\b|has to"
    r"|would)[^,\"]+$|,? (?:so (?:that )?(?:i|we|you|it|they|people|everyone|nobody|no one"
    r"|the \w+)|because|cos"
    r"|'cause|since (?:it|we|i|the)|as (?:it|we|i|they)\b|otherwise|in case|(?:until"
    r"|till) (?:we|they|i|you|it|he|she|the|further)\b|while (?:you're"
    r"|we're) at it)\b[^\"']*(?:'(?:t|s|m|re|ll|d)\b[^\"']*)*$",
    re.IGNORECASE,
)
_PLACED = re.compile(  # "phone number below the address", which lacks its verb
    r"(?:(?!\b(?:is|are|looks?|was|has|have)\b).)*\w (?:below|above|behind|under(?:neath)?"
    r"|beneath|next to|beside|in front of|on top of"
    r"|(?:on|at|to|in) the (?:very |far )?(?:left|right|top|bottom|middle|cent(?:er|re)"
    r"|corner))\b(?:(?!\b(?:is|are|looks?)\b).)*"
)
_PRONOUN = re.compile(r"\b(?:it|this|that|them|they|these|those|there|its place)\b")
_BIG = re.compile(
    r"\b(?:hog\w+|dominat\w+|overpower\w*|too (?:big|large)|huge|massive|enormous"
    r"|giant)\b"
)
_DOWN = re.compile(
    r"(?:take|bring|tone|dial|scale|tune|turn) (?:it|them) down(?: (?:a (?:bit|little|notch|touch"
    r"|tad)|some))?"
)
_T = r"(?P<t>.+?)"
_SO_GONE = r"(?:,? (?:and |so )*(?:that|it|they|those) (?:can|should|must) (?:come off|go)|, .*)?"
_THE = re.compile(r"(?:the|that|this|our|my|these|those) ")
_SUBJECTS = re.compile(
    r"(?:^|[,.;!] )(?P<t>[\w' &-]+?)(?:'s\b|'re\b| (?:is|are|isn't|aren't|looks?|feels?|seems?"
    r"|needs?|keeps?|could|should|gets?|got|stands?|sticks?|goes|comes|has|was|were|won't|doesn't"
    r"|don't|disappears?|jumps?)\b)"
)
_OBJECTS = re.compile(
    r"\b(?:on|about|of|like|love|with|into|see|read|find|not|hate|mind|doing|selling|serving|offering|have)"
    r" (?P<t>(?:the|that|this|our|my|an?|these|those) [\w' &-]+)"
)
_OPPOSITES = {
    "heavy": "less heavy", "bold": "not bold", "thick": "less heavy",
    "fat": "less heavy", "thin": "bolder", "skinny": "bolder", "slanted": "not italic",
    "italic": "not italic", "slanting": "not italic", "tilted": "straight", "crooked": "straight",
    "big": "smaller", "large": "smaller", "huge": "smaller", "massive": "smaller",
    "small": "bigger", "tiny": "bigger", "little": "bigger", "dark": "lighter", "pale": "darker",
    "faint": "darker", "light": "darker", "low": "higher up", "high": "lower down",
}  # fmt: skip
_NEG = r"(?:wasn't|weren't|isn't|aren't|shouldn't be|needn't be|doesn't (?:need|have) to be)"
_DEGREE = r"(?: (?:a (?:little |tiny )?(?:bit|touch|little)|slightly|some|more))?"
_HEAD = (
    r"(?:(?:i'd|i would|we'd) (?:rather|prefer it if|like it if|prefer)(?: that)? |i wish |if )?"
)
_MARK = r"(?P<q>apostrophe|comma|full stop|dot|exclamation mark|question mark|hyphen|dash|colon)"
_AT_SIDE = r"(?:to|on|at) the (?P<{}>left|right)(?:[ -]hand)?(?: side)?"
_NO_VERB = rf"(?!(?:{VERBS})\b)"
_LIGHTNESS = "(?:light|dark|pale|bright)"
_OF_ALL = "(?: (?:one|background|ground|bg|backdrop|version|mode|theme))?"
_IDIOMS = _sayings(
    (
        rf"(?:.*\b(?:be|it|try|go) )?(?:an? )?(?P<c>light|dark){_OF_ALL}"
        rf",? (?:instead of|rather than|not) (?:an? |the |so )?{_LIGHTNESS}{_OF_ALL}",
        "{c} background",
    ),
    (r"(?P<t>[^,;]+),? (?:and |but )?nothing else", "{t}"),
    (
        rf"{_NO_VERB}(?P<t>(?:the |that |our )?[a-z-]+(?: [a-z-]+)?)(?<!right)(?<!straight)"
        r" (?:can go )?(?:away|gone)",
        "remove {t}",
    ),
    (
        r"(?:(?:turn|put|make|have|rotate) )?(?P<t>[a-z -]+?) upside[- ]down",
        "rotate {t} by 180 degrees",
    ),
    (
        r"(?P<t>(?:lose|remove|delete|drop|ditch|scrap|hide|get rid of|take (?:out|away)) [^,;]+"
        r"|[^,;]+ (?:away|out|off|gone)), (?:and |but )?(?:just|only) the [\w -]+",
        "{t}",
    ),
    (
        r"(?:(?:i|we) )?(?:don't|dont|do not|never|didn't) (?:want|like|need|ask for|have|put)"
        rf" {_T}"
        r" (?:(?:set|printed|written) )*in (?:all )?(?P<q>italics?|bold|capitals|caps|upper ?case)",
        "make {t} not {q}",
    ),
    (
        rf"(?:(?:put|place|move|have|set) )?{_T} {_AT_SIDE.format('q')}(?:,| and|, and)"
        rf" (?P<w>.+?) {_AT_SIDE.format('v')}",
        "put {t} on the {q} and put {w} on the {v}",
    ),
    (
        rf"{_T},? (?:(?:should|must|need|do|does)(?: not|n't) be|(?:are|is)n't to be|not)"
        r" (?P<q>bold|italic|slanted|underlined|heavy|thick)[,;]? (?:but )?(?:only|just) .+",
        "make {t} {opposite}",
    ),
    (
        rf"(?:the |that )?{_MARK} (?:after|behind) {_T} (?:is wrong|is (?:too much|a typo|a mistake"
        r"|not needed)|should (?:go|not be there|n't be there)|shouldn't be there|can go)",
        "remove the {q} after {t}",
    ),
    (
        r"(?:make |put |set )?(?:all|everything)(?: (?:in|to))? (?P<w>lower ?case|small letters"
        r"|capitals|caps|upper ?case)",
        "make all the text {w}",
    ),
    (
        r"(?:(?:make|have|put|turn|do|keep) )?(?:everything|all of it|it all|all) in"
        r" (?P<c>[\w -]+?) (?:tones|shades|hues)(?:,? (?:instead of|rather than|not) .+)?",
        "make it all in shades of {c}",
    ),
    (
        rf"{_T} (?:takes|eats|needs|uses|takes up)(?: up)? (?:too much|so much"
        rf"|a lot of) (?:space|room)",
        "make {t} smaller",
    ),
    (
        rf"{_T} (?:is missing|lacks) (?:the|its|an?|our) (?:post ?code|zip(?: code)?|city|town|year"
        r"|number|street|day) (?P<w>\S.+)",
        "add '{w}' to {t}",
    ),
    (
        r"(?P<t>(?:lose|remove|delete|drop|ditch|scrap|get rid of) [^,;]+),? (?:just|only) the"
        r" [\w -]+?(?: please)?[.,;] (?:and )?(?P<w>.+)",
        "{t} and {w}",
    ),
    (
        r"(?:light|pale) (?:text|writing|letters|lettering|words|type) everywhere",
        "make all the text white",
    ),
    (
        r"(?:and )?(?P<c>(?:[\w-]+ )?[\w-]+) (?:text|writing|letters|lettering|words|type)"
        r" everywhere",
        "make all the text {c}",
    ),
    (
        r"make (?P<t>the words? .+?) (?:really )?(?:pop|stand out|jump out)(?: more)?",
        "make {t} bigger",
    ),
    (rf"(?:high ?light|emphasi[sz]e) {_T}(?: in (?:the|our) \w+)?", "make {t} stand out"),
    (rf"{_T},? (?:but )?without (?:touching|changing|moving|affecting|altering) .+", "{t}"),
    (
        r"(?:it|this|that|the (?:design|poster|whole thing|flyer|card|layout)) (?:just |still )?"
        r"(?:looks?|feels?|seems?|is)(?: a bit| a little| so| too| rather| very| pretty| quite"
        r"| kind of| really)*"
        r" (?:dull|flat|drab|lifeless|bland|washed out|lame|tame)",
        "make it less boring",
    ),
    (
        rf"(?:move |put |push |shift )?{_T} all the way (?:to the )?(?P<w>left|right)",
        "move {t} to the {w}",
    ),
    (
        rf"(?:move |put |push |shift )?{_T} all the way (?:down|to the bottom)",
        "move {t} to the bottom",
    ),
    (rf"(?:move |put |push |shift )?{_T} all the way (?:up|to the top)", "move {t} to the top"),
    (
        rf"(?!the two ){_T} and (?P<w>.+?) (?:should |need to |have to |must |could )?(?:be"
        rf" )?(?:swap(?:ped)?"
        r"|switch(?:ed)?|trade|exchange[d]?|change|swop)(?: (?:round|around|over|places?|positions?"
        r"|spots?))?",
        "swap {t} and {w}",
    ),
    (
        rf"(?P<v>put|place|move|have|stick) {_T} in the (?:middle|cent(?:er|re)),? (?:and "
        rf"|right )?at the"
        r" (?P<w>top|bottom)(?: of the \w+)?",
        "{v} {t} at the {w} centre",
    ),
    (
        rf"(?P<v>put|place|move|have|stick) {_T} at the (?P<w>top"
        rf"|bottom),? (?:and )?in the (?:middle"
        r"|cent(?:er|re))",
        "{v} {t} at the {w} centre",
    ),
    (
        r"(?P<a>.*\bbutton\b.*?),? with (?P<c>[\w -]+?) (?:writing|text|letters|lettering|words"
        r"|type)(?: on it)?",
        "{a} and make the button text {c}",
    ),
    (
        rf"(?:(?:i |we )?(?:need|want|have|like|make|get|do)(?: me| us)? )?(?:a second|another"
        rf"|one more|a) (?:copy|duplicate)"
        rf" of {_T}",
        "duplicate {t}",
    ),
    (
        rf"(?:move|put|place|bring) {_T} (?:to )?where (?P<w>.+?) (?:is|are)(?: now)?(?:,? and .+"
        rf"|,? vice"
        r" versa|,? the other way round)",
        "swap {t} and {w}",
    ),
    (
        rf"(?:put|bump|knock|bring|take|raise|lower|drop|push|mark) {_T} (?:up "
        rf"|down )?(?:by [^,]+?)?,? ?to"
        r" (?P<new>[£$€]? ?\d+(?:[.,]\d{1,2})?)",
        "change the price of {t} to {new}",
    ),
    (
        rf"(?:knock|take|bring|bump|dial|scale|drop|cut|turn|shrink) {_T} (?:down|back) (?:by )?"
        r"(?P<n>\d+) ?(?:%|percent|per cent)",
        "make {t} {n}% smaller",
    ),
    (
        rf"(?:bump|bring|take|scale|push|blow|turn) {_T} up (?:by )?(?P<n>\d+) ?(?:%|percent"
        r"|per cent)",
        "make {t} {n}% bigger",
    ),
    (
        rf"(?:put|place|move|have|get)? ?{_T} (?:in|to|into|at) the (?:middle|cent(?:er|re))"
        r"(?: of the"
        r" (?:page|sheet|poster|design))?,? (?:from )?(?:left to right|side to side|across"
        r"|horizontally)(?: i mean)?",
        "centre {t} horizontally",
    ),
    (
        r"(?:.*[:,;] ?)?dark (?:background|ground|page|bg)(?:,| and| with)+ (?:light|white"
        r"|pale) (?:text"
        r"|type|writing|letters|lettering|words)",
        "dark background",
    ),
    (
        r"(?:(?:make|have|use|do|give it|with) )?(?:an? )?(?P<old_color>[\w -]+?) (?:background"
        r"|ground|bg|backdrop)(?:,| and| with)+ (?:light|pale) (?:text|type|writing|letters"
        r"|lettering|words)(?: on it| everywhere)?",
        "make the background {old_color} and all the text white",
    ),
    (
        r"(?:(?:make|have|use|do|give it|with) )?(?:an? )?(?P<old_color>[\w -]+?) (?:background"
        r"|ground|bg|backdrop)(?:,| and| with)+ (?P<c>[\w -]+?) (?:text|type|writing|letters"
        r"|lettering|words)(?: on it| everywhere)?",
        "make the background {old_color} and all the text {c}",
    ),
    (
        r"(?:have )?(?:light|white|pale|bright) (?:text|type|writing|letters|lettering|words) on"
        r" (?:an? |the )?(?:dark|black) (?:background|ground|page|bg)",
        "dark background",
    ),
    (
        r"(?:have )?(?:dark|black) (?:text|type|writing|letters|lettering|words) on"
        r" (?:an? |the )?(?:light|white|pale) (?:background|ground|page|bg)",
        "light background",
    ),
)
_BARE_LOOKS = _sayings(
    (r"(?P<q>left|right|cent(?:re|er))[ -]align(?:ed)?", "align all text {q}"),
    (r"align(?:ed)? (?P<q>left|right)", "align all text {q}"),
    (r"cent(?:red|ered|re|er)(?: (?:text|everything))?", "centre everything"),
    (r"(?P<q>(?:sans[ -]?)?serif|handwritten|typewriter)(?: please)?", "make the font {q}"),
    (r"capitals|caps", "make all the text uppercase"),
)
_SAYINGS = _sayings(
    (rf"(?:there(?:'s| is| are) )?no more {_T}", "remove {t}"),
    (rf"(?:there(?:'s| is| are) )?no {_T} (?:any ?more|any longer|this (?:year|time)){_SO_GONE}",
     "remove {t}"),
    (rf"{_T} (?:is|are|was|were|got|has been|have been)(?: now| sadly)* (?:cancell?ed|called off"
     rf"|off the \w+|dropped|discontinued|sold out|off)(?: now| sadly| this \w+)*{_SO_GONE}",
     "remove {t}"),
    (rf"{_T}(?: has| have)?(?: now| sadly)* (?:cancell?ed|sold out|dropped out|pulled out)",
     "remove {t}"),
    (rf"(?:(?:we|i)(?:'re| are| have|'ve|'m| am)?)? ?(?:don'?t|do not|no longer|stopped|not|aren't"
     rf"|won't be) (?:do|doing|sell|selling|have|having|offer|offering|serve|serving|run|running"
     rf"|teach|teaching) {_T}(?: any ?more| any longer| no more| after all| these days| mate)+"
     rf"{_SO_GONE}", "remove {t}"),
    (rf"(?:we|i)(?: have|'ve)? stopped (?:doing|selling|offering|serving|running|having) {_T}"
     rf"{_SO_GONE}", "remove {t}"),
    (rf"{_T} (?:can|should|must|may) come off(?:,.*)?", "remove {t}"),
    (rf"(?:we're|we are|we've run|we ran) (?:all |now )?out of {_T}(?: now)?", "remove {t}"),
    (r"(?:you |we |i )?(?:forgot|missed|left out) (?:my |our |the |an? )?(?P<x>[\w' -]+?)[:;,]"
     r" (?:it'?s |they'?re |at |for |which is )?(?P<n>[£$€]? ?\d+(?:[.,]\d\d)?)",
     "add {x} {n} to the list"),
    (r"(?:you |we |i )?(?:forgot|missed|left out) (?:my |our "
     r"|the )?\w+[:;,] (?P<new>.+)", 'add "{new}"'),
    (rf"(?:kick|strike|throw|chuck|cross|scratch) {_T} (?:off|out of|from) (?:the|our) \w+",
     "remove {t}"),
    (r"(?:how|what) would (?:it|this|that) look (?P<w>(?:in|as|with|like) .+)", "try it {w}"),
    (r"(?P<new>(?:an?|some) .+?) would be (?:much |far )?(?:nicer|better|more fitting) than"
     r" (?P<old>(?:the|that|this) .+)", "show {new} instead of {old}"),
    (r"(?:i |we )?(?:really )?(?:hate|dislike|can't stand|(?:don't|do not) (?:like"
     r"|want)) (?:this|that"
     r"|the) (?P<t>[\w -]+?)[,;.:-]+ (?:please )?(?:go for|use|try|make it|take|have|let's have"
     r"|i want)"
     r" (?:an? |some )?(?P<c>[\w -]+)", "change {t} to {c}"),
    (rf"{_T},? (?:and|but) (?:leave|keep) (?:the |all )?[\w ]+?(?: alone| as (?:it|they) (?:is"
     rf"|are))?",
     "{t}"),
    (rf"{_T} (?:comes?|goes|is|are|should (?:come|go|be)|(?:has|have|needs?) to (?:come|go|be)"
     rf"|can go)"
     r" (?:off|out of|from|away from) (?:the|our|my) (?:menu|card|list|programme|bill|poster"
     r"|line-?up"
     r"|schedule|flyer|page|design)(?:,.*)?", "remove {t}"),
    (r"(?:that|the|this) (?P<t>[\w -]+?) (?:is|'s|looks|feels) (?:a bit |a little |way |just "
     r"|far )*"
     r"(?:too )?(?:much|strong|loud|bright|dark|harsh|heavy|boring|dull|sad"
     r"|cold)[,;.]? (?:so )?(?:can|could"
     r"|may|shall)? ?(?:we|i|you)? ?(?:have|use|try|do|get|make it|go for|please)* (?:an?|some)? ?"
     r"(?P<c>[\w -]+?) instead", "change {t} to {c}"),
    (rf"(?:make|get|do|give|create|take)(?: me| us)? (?:an?|another|one)(?: more)? (?:copy"
     rf"|duplicate|clone) of {_T}", "duplicate {t}"),
    (r"(?:scrap|undo|revert|take back|cancel|drop|forget|bin|reverse) (?:both|the (?:last )?two)"
     r"(?: of)?(?: (?:those|these|the|my|your))?(?: last)? (?:changes|edits|steps|things)",
     "undo 2 changes"),
    (r"(?:stick|pop|whack|shove|chuck|bung|plonk|park|plop|slap|tuck|put|place|move) "
     r"(?P<t>.+?) (?:up|down|over|across|out)"
     r" (?P<w>(?:in|into|at|to|on|onto) .+)", "put {t} {w}"),
    (rf"(?:stick|pop|whack|shove|chuck|bung|plonk|park|plop|slap|tuck) {_T}"
     r" (?P<w>(?:in|into|at|to|on|onto) .+)", "put {t} {w}"),
    (rf"(?:spread|space|stretch|open|pull) (?:out )?the letters (?:of|in|on) {_T}"
     rf"(?: out| apart| up)?{_DEGREE}", "increase the letter spacing of {t}"),
    (rf"(?:squeeze|push|squash|bring|pull|close) the letters (?:of|in|on) {_T}"
     rf" (?:together|closer|in|up)(?: together)?{_DEGREE}", "decrease the letter spacing of {t}"),
    (rf"{_HEAD}{_T} {_NEG} (?:quite )?(?:so |that |as |too )?(?P<q>\w+)", "make {t} {opposite}"),
    (rf"(?:i |we |i'm |we're )?(?:(?:don't|do not|didn't) (?:really )?(?:like|love|want|care for)"
 r"|hate|dislike|not (?:so |too |really |very )?(?:keen on|mad about|a fan of|sure about|happy with"
 rf"|into|fond of)) {_T}"
     r" (?:being |to be |looking |so |that )+(?P<q>\w+)(?:,.*)?", "make {t} {opposite}"),
    (r"(?P<t>[^,]+?) (?:would|might|could|'d) (?:look|be|work|read|sit) (?:much |far )?(?:better"
     r"|nicer|best|good) (?:aligned|set) (?:to the |on the )?(?P<q>left|right|cent(?:er|re))",
     "align {t} {q}"),
    (r"(?P<t>[^,]+?) (?:would|might|could|'d) (?:look|be|work|read|sit) (?:much |far )?(?:better"
     r"|nicer|best|good) (?P<w>(?:in |with )?.+)", "make {t} {w}"),
    (rf"{_T} be (?P<c>[\w -]+?),? (?:instead of|rather than|not) (?P<old_color>[\w -]+)",
     "make {t} {c}"),
    (r"(?:i'd|i would|we'd|we would) (?:much )?(?:prefer|rather have|rather see) (?P<new>(?:an?"
     r"|some) .+?) (?:to|over|than|instead of) (?P<old>(?:the|that|this|those|these) .+)",
     "show {new} instead of {old}"),
    (r"it (?:should |must )?be (?P<new>an? [\w -]+)", "show {new} instead of it"),
    (r"(?:have|give)(?: it)? a (?:go|try|shot|crack|whirl) (?:at|with|in|as) (?P<w>.+)",
     "try {w}"),
    (r"(?:show|do|make|give)(?: me)? this (?:one|design) (?P<w>(?:as|in|like) .+)", "try it {w}"),
    (r"(?:(?:i|we) )?(?:need|want) (?:it|this|that|one) (?:for|as|in|on) (?:my|our|the|an?)? ?"
     r"(?P<w>.+?)(?: (?:as well|too))?", "make it {w} size"),
    (r"(?:it|this|that|they) (?:should|needs? to|has to|have to|must|ought to) be (?P<w>.+)",
     "make it {w}"),
)  # fmt: skip
