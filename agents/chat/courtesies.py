"""A message in whole polite sentences, as the plain orders and facts that the rules read.

"I would be grateful if you could remove …" is "remove …", "it would be lovely if the button were
green" is "the button should be green"; ", could you update the address please?" behind a fact
orders nothing more. Words in quotes are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_WE = r"(?:i|we)"
_WOULD = r"(?:'d| would| should)"
_KIND = (
    r"(?:kind|nice|lovely|good|great|helpful|wonderful|ideal|perfect|better|best|splendid|super"
    r"|fantastic|marvellous|useful|preferable|much appreciated)"
)
_GLAD = r"(?:grateful|glad|pleased|happy|happier|delighted|thankful|obliged|over the moon)"
_VERY = r"(?:(?:very|so|most|really|extremely|much|quite|ever so|rather) )*"
_YOU_COULD = (
    r"(?:you|someone|we|one) (?:could|would|can|might|were able to|were to)(?: please| kindly)?"
)
_TROUBLE = (
    r"(?:if (?:(?:it|that|this)(?:'s| is| were| would be| isn't| is not)? (?:not )?)?(?:at all )?"
    r"(?:(?:too much (?:trouble|bother|work|to ask)|possible|feasible|convenient|alright|ok|okay"
    r"|all right)(?: (?:with|for) you)?|you (?:can|could|would|do not mind|don't mind|wish)"
    r"|you have (?:a|the) (?:moment|minute|time)|i may|we may))"
)
_START = r"(?P<start>^|[.!?;:] |, (?:but |so |and )?|[.!?;] (?:but |so |and )?)"
_SORRY = (
    r"(?:i|we)(?:'m| am|'re| are) (?:so |very )?(?:afraid|sorry)(?: to say)?(?: but)?(?: that)?,? "
)


def _rows(*rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), plain) for pattern, plain in rows)


# What only frames a wish.
_FRAMES = _rows(
    (rf"{_START}(?:and |but )?{_TROUBLE},? ", r"\g<start>"),
    (rf"{_START}{_SORRY}", r"\g<start>"),
    (rf"{_START}{_WE}(?:{_WOULD} be| am| are) {_VERY}{_GLAD} if {_YOU_COULD} ", r"\g<start>"),
    (rf"{_START}{_WE}{_WOULD} (?:{_VERY}|greatly )appreciate it {_VERY}if {_YOU_COULD} ",
     r"\g<start>"),
    (rf"{_START}(?:it|that){_WOULD} be {_VERY}{_KIND}(?: of you)? if {_YOU_COULD} ",
     r"\g<start>"),
    (rf"{_START}(?:would|could) you (?:please )?be {_VERY}(?:kind|good|so kind|so good) "
     r"(?:as|enough)(?: as)? to ", r"\g<start>"),
    (rf"{_START}(?:please )?be so (?:kind|good) (?:as to|and) ", r"\g<start>"),
    (rf"{_START}would you (?:please )?be able to ", r"\g<start>"),
    (rf"{_START}(?:would|will|could) you please ", r"\g<start>"),
    (rf"{_START}(?:may|could|might|can) (?:i|we) (?:please |kindly )?(?:ask|beg|trouble) (?:of )?"
     r"you to ", r"\g<start>"),
    (rf"{_START}{_WE} (?:was |were |am |are |just |only )*wonder(?:ed|ing)? (?:if|whether) "
     r"(?:you|we|it) (?:could|might|would|can) (?!be\b)", r"\g<start>"),
    (rf"{_START}do you (?:think|suppose) (?:you|we) (?:could|can|might) ", r"\g<start>"),
    (rf"{_START}(?:might|may) (?:we|i) (?=(?:have|see|get)\b)", r"\g<start>could we "),
    (rf"{_START}would it (?:perhaps |at all )?be (?:at all )?(?:possible|ok|okay|alright|feasible)"
     r" (?:to|for you to|if (?:you|we)) ", r"\g<start>"),
    (rf"{_START}{_WE} should (?=(?:like|love|prefer|be)\b)", r"\g<start>I would "),
    (rf",? {_TROUBLE}(?: please)?(?=[.!?]*$)", ""),
    (r",? (?:many thanks|thanks|thank you)(?: very much| so much| a lot| in advance| again)*[.!]*$",
     ""),
    (rf"{_START}[^.;!?\"]*\b(?:extended|prolonged|postponed|delayed|shortened|brought forward)"
     r" (?:by|for) [^,;.\"]+[,;] (?:so |and )?(?=(?:it|this) )", r"\g<start>"),
    (rf"{_START}(?:i|we) (?:do not|don't) (?:really )?(?:think|believe|feel)(?: that)? "
     r"(?P<s>(?:the|our|this|that) [\w' -]+?) (?:is|are) (?:really )?(?:needed|necessary|required"
     r"|useful)(?:[,;.] (?:so )?(?:could|can|would|please)[^.!?]*)?", r"\g<start>remove \g<s>"),
)  # fmt: skip
_LOOK = r"(?:looked|felt|had|said|read|stood|came|went|started|showed|began|got|used|sat)"
_BASE = {
    "looked": "look", "felt": "look", "had": "have", "said": "say", "read": "read", "stood": "be",
    "came": "be", "went": "go", "started": "start", "showed": "show", "began": "start",
    "got": "be", "used": "use", "sat": "be",
}  # fmt: skip
_WISHED = re.compile(
    rf"{_START}(?:(?:it|that){_WOULD} (?:be {_VERY}{_KIND}|help)|{_WE}{_WOULD} (?:be {_VERY}{_GLAD}"
    rf"|(?:{_VERY}|greatly )(?:appreciate|like|love|prefer|welcome) it)) {_VERY}if "
    r"(?P<what>[^,.;\"?!]+?) "
    rf"(?:(?P<be>were|was|could be|would be|might be)|(?P<can>could|would)|(?P<did>{_LOOK})) ",
    re.IGNORECASE,
)
_SLOT = (
    r"(?:address|venue|place|location|date|day|time|start(?:ing)? time|hours|price|phone number"
    r"|telephone number|number|website|web address|e-?mail(?: address)?|contact)"
)
_MENDED = r"(?:update|correct|amend|change|adjust|alter|adapt|fix|edit|revise|modify|rectify|do)"
_ASKED_AGAIN = re.compile(
    r"(?:,|[.;:!?]| -| –)(?: so| and| therefore| hence)?,? (?:could|would|can|will|may|please"
    rf"|kindly|might|so please)(?: you| i ask you to)?(?: please| kindly| just)* {_MENDED}(?:"
    rf" that| it| this| them"
    r"| (?:her|his|their|our|my|its|the) name| accordingly| please| here| there| too"
    rf"| for (?:me|us)| the (?P<slot>{_SLOT})"
    r"| the (?:text|line|design|poster|flyer|card|menu|layout|wording|details|information|prices?)"
    r"| on (?:the|our) \w+)+[.!?]*$",
    re.IGNORECASE,
)
_NEW_VALUE = re.compile(
    r"(?:.+? )?(?:(?:has|have|was|were)(?: now| been| just)* (?:moved|changed|switched)(?: over)?"
    r" to"
    r"|takes? place (?:at|in|on)|(?:is|are|will be)(?: now)?(?: (?:at|in|held (?:at|in)))?(?= the\b"
    r"| \d| [A-Z]))(?: now)? (?P<new>\S.{1,60})"
)
_REASON_FIRST = re.compile(
    r"^(?:as|since|because|given that|seeing that|considering(?: that)?|now that)"
    r" (?P<why>[^,.;\"]+), (?P<wish>(?:could|would|can|may|might|please|(?:we|i)(?:'d| would"
    r"| should| want| need)|it would|let's|make|put|move|change|add|remove)\b.+)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?P<s>(?:the|our|my) [\w' -]+?) (?:is|are|has|have|looks?|seems?|can)\b", re.IGNORECASE
)
_BESIDE_IT = re.compile(r"\b(?P<p>beneath|below|under|underneath|above|over|beside|next to|behind"
                        r"|after|before) it\b", re.IGNORECASE)  # fmt: skip
_PRONOUN = re.compile(r"\b(?:it|its|them|they|that|this)\b", re.IGNORECASE)
_STILL = re.compile(
    r"(?<=[.;!?]) (?:it|this|that|they|the [\w' ]+?|everything(?: else)?)(?: will| does| do)?"
    r"(?: of course)? still (?:ends?|starts?|begins?|finish(?:es)?|closes?|opens?|costs?"
    r"|takes? place|applies|apply|stands?|happens?)\b[^.;!\"]*[.;!]?",
    re.IGNORECASE,
)
_LIKED = r"(?:(?:we|i)(?:'d| would) (?:like|love|prefer|want)(?: to)?)"
_THE_WHOLE = (
    r"(?:it|this|a version|the (?:design|poster|fl[iy]er|card|invitation|menu|label|ticket|voucher"
    r"|page|sheet|sign|whole thing))"
)
_FINE = (
    r"(?:very |really |quite |so )?(?:nice|lovely|beautiful|fine|good|great|pretty|perfect|sweet)"
)
_LEVEL = r"(?:red|blue|green|yellow|orange|pink|purple|brown|black|white|gr[ae]y|gold|silver|\w+)"
_TURNED = _rows(
    (r",? (?:from|as of|as from|starting) (?:now|today|now on|\w+ onwards)(?=[,.;!]|$)", ""),
    (rf"^instead of (?P<old>[^,\"]+?),? (?:{_LIKED}(?: have| see| use)?|(?:could|can|please|would)"
     r"(?: we| you| i)?(?: please)?(?: have| use| take| put| show)?) (?P<new>[^,\"]+?)"
     r"(?:,? please)?[.!]*$", r"\g<new> instead of \g<old>"),
    (r"\b(?:will (?:now )?|now )?(?:starts?|begins?)(?: now)?(?: at)? (?P<a>[^,;\"]{1,18}?),? and"
     r" (?:it |then )?(?:will )?(?:ends?|finish(?:es)?|closes?|stops?)(?: now)?(?: at)? "
     r"(?=\d|noon|midnight|half|quarter|\w+ (?:o'clock|am|pm))", r"is from \g<a> to "),
    (rf"^(?P<lead>{_LIKED}|(?:could|can) (?:we|i|you)|please)(?: please)?"
     rf"(?: see| have| show us| show me| make| try| get)? {_THE_WHOLE} with (?=(?:a|an|the) )",
     r"\g<lead> have "),
    (rf"^(?:(?:{_LIKED}|(?:could|can) (?:we|i|you)) (?:please )?)?(?:see|have|try|show us|show me"
     rf"|do) {_THE_WHOLE} without (?=\S)", "remove "),
    (r"^(?:could|can|might|would|should) the (?:background )?(?:picture|image|drawing|illustration)"
     r" (?:please )?show (?P<w>[^\"?]+?) (?:rather than|in place of) ", r"show \g<w> instead of "),
    (r"^(?:could|can|might|would) (?P<s>(?:the|our) [\w' -]+?) (?P<v>have)(?: please)? "
     r"(?P<w>[^\"?]+)\??$", r"\g<s> should \g<v> \g<w>"),
    (rf"^(?:{_LIKED} )?(?P<s>(?:the|our|my) [\w' -]+?) (?:to|should|must) "
     r"(?:stand|sit|appear|be (?:placed|put|positioned|moved)|go)"
     r" (?=(?:at|in|on|to|above|below|under|over|next|beside|behind|between|further|higher"
     r"|lower)\b)",
     r"put \g<s> "),
    (rf"^(?P<s>(?:the|our|my) [\w' -]+?) (?:is|are|looks?) {_FINE}[,.;] (?:but |and |so |still )*"
     r"(?P<a>[^,.;\"]*?)\b(?:it|them)\b", r"\g<a>\g<s>"),
    (rf"^(?:the|our|my) (?:[\w' -]+ )?colou?rs are (?P<c>{_LEVEL}(?:, {_LEVEL})*"
     rf" and {_LEVEL})[;,.:]? (?:so |and )?(?:could|can|please|would)(?: you| we)?(?: please)? "
     r"(?:use|take|have)(?: (?:those|these|them|that|it))?(?: please| instead)?[.?!]*$",
     r"use \g<c>"),
    (r"^[^\"]*?\b(?:is|are) (?:no longer|not) (?:(?:made|held|sold|baked) )?(?P<p>in|at|on|from)"
     r" (?P<old>[\w' ]+?),? but (?P=p) (?P<new>[\w' ]+?)[.!]*$", r"\g<new> instead of \g<old>"),
    (r"(?: to be| should be| be| as) the (?:largest|biggest|most prominent)(?: \w+)?"
     r"(?: (?:on|in|of) [\w ]+)?(?=[.!]*$)", " much bigger"),
    (rf"^{_WE}{_WOULD} rather (?:that )?(?P<s>(?:the|our|my|it) ?[\w' -]*?) (?:were|was) ",
     r"\g<s> should be "),
    (rf"^(?:{_LIKED} )?(?P<s>[^,.;\"]+?) (?:to|should|must) be (?:named|listed|mentioned|shown|put)"
     r" (?P<w>first|last)(?=[.!]*$)", r"put \g<s> \g<w>"),
    (r"^(?:we|i) (?:have |'ve )?renamed (?P<old>[^,.;\"]+)[,.;] (?:and |so )?(?:it|they) (?:is|are)"
     r" now (?:called|named) (?P<new>[^,.;]+)", r"rename \g<old> to \g<new>"),
    (r"\brather (?P<a>[^.;\"]*?) in (?P<c>[\w -]+?) than (?:in )?[\w ]+(?=[.!]*$)",
     r"rather \g<a> in \g<c>"),
    (r" (?:has|have) (?:now )?become (?=an? |the )", " is now "),
    (r" (?:has|have|is|are) (?:now )?(?:been |being )?(?:replaced|swapped) (?:by|for|with) ",
     " is now "),
    (r"\bshould be (?:called|named) (?=[\"“„])", "should read "),
    (r"\b(?:add|put|include) (?:the |our |a )?(?:website|web address|phone number|telephone"
     r" number|e-?mail(?: address)?|instagram|words|text|line|sentence|note|hint)[:,]? "
     r"(?=[\"“„@]|www\.|\+?\d[\d ]{5}|\S+@|\S+\.(?:com|org|net|co\.uk|de|fr|at|ch))"
     r"(?=[^;]* (?:below|above|under|underneath|beneath|beside|next to|over)\b)", "add "),
    (r",? (?:and|but) (?:please )?(?:leave |keep )?(?:the|our) [\w' -]+? (?:(?:exactly |just )?as"
     r" (?:they|it) (?:is|are)|unchanged|untouched)(?: now)?[.!]*$", ""),
    (r"\bthe line (?=[\"“„])", ""),
)  # fmt: skip


def plainly(message: str) -> str:
    """The message with every wish said as an order or as a fact."""
    told = text = message.replace("’", "'")
    for change in (_without_reason, _not_asked_again, _framed, _wished, _without_still, _turned):
        text = change(text)
    if text == told or not text.strip(" .!?"):
        return message
    return text.rstrip(" ?") if told.endswith("?") else text


def _framed(text: str) -> str:
    for _ in range(2):  # frames within frames
        for pattern, plain in _FRAMES:
            text = _outside(pattern, plain, text)
    return text


def _wished(text: str) -> str:
    """ "it would be lovely if the button were green" as "the button should be green"."""

    def plain(match: re.Match[str]) -> str:
        did = match["did"]
        verb = _BASE[did.lower()] if did else "" if match["can"] else "be"
        return f"{match['start']}{match['what']} should {verb} ".replace("  ", " ")

    return _outside(_WISHED, plain, text)


def _not_asked_again(text: str) -> str:
    """Without the request behind a fact: "we have moved to 14 Market Square, please update it"."""
    match = _ASKED_AGAIN.search(text)
    if match is None or _is_quoted(text, match.start()):
        return text
    fact = text[: match.start()].strip()
    told = _NEW_VALUE.fullmatch(fact)
    return f"the {match['slot']} is now {told['new']}" if match["slot"] and told else fact


def _without_reason(text: str) -> str:
    """Without the reason before the wish, which is no more than told where "it" speaks of it."""
    match = _REASON_FIRST.match(text)
    if match is None:
        return text
    why, wish = match["why"], match["wish"]
    subject = _SUBJECT.match(why)
    if subject and (beside := _BESIDE_IT.search(wish)):
        return f"{wish[: beside.start()]}{beside['p']} {subject['s']}{wish[beside.end() :]}"
    return f"{why}. {wish}" if _PRONOUN.search(wish) and subject else wish


def _without_still(text: str) -> str:
    """Without what only stays as it was: "It still ends at 5 pm."."""
    return _outside(_STILL, "", text).strip()


def _turned(text: str) -> str:
    for pattern, plain in _TURNED:
        text = _outside(pattern, plain, text)
    return text


def _outside(
    pattern: re.Pattern[str], plain: str | Callable[[re.Match[str]], str], text: str
) -> str:
    """The text with what matches outside quotes said plainly."""

    def said(match: re.Match[str]) -> str:
        if _is_quoted(text, match.start()):
            return match[0]
        return match.expand(plain) if isinstance(plain, str) else plain(match)

    return pattern.sub(said, text)


def _is_quoted(text: str, at: int) -> bool:
    return len(re.findall(r"[\"“”„]", text[:at])) % 2 == 1
