"""The clauses of a message, and of each whether it wishes, keeps, retracts or merely talks."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.chat.clauses import ORDER
from agents.chat.context import Context
from agents.chat.mentions import mentions
from agents.chat.naming_words import PRONOUN
from agents.chat.qualities import read
from agents.chat.rephrasing import idiom
from agents.chat.results import NotThereError, UnclearError
from agents.chat.sentence import heard
from agents.chat.values.slots import alike, slots_in, told_in
from agents.chat.values.wording import spots

_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|(?<!\w)'[^']+'(?!\w)|\([^()]*\)")
_PAIR = re.compile(
    r"\b(?:between|both|swap|switch|exchange|trade|(?:words|labels|headings) (?:over|above))"
    r" [^,.;]+? and \w",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\([^()]*\)")
_END = re.compile(
    r"(?<!\bincl)(?<!\bst)(?<!\bmr)(?<!\bmrs)(?<!\bdr)(?<!\betc)(?<!\bapprox)(?<!\bno)"
    r"(?:\.{2,}|[.!?…]+)[)\"']*(?:\s+|$)|\n+|;\s*|\s[-–—]+\s|:\s(?=\D)",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*,(?!\s*not\b)(?!(?<=\d,)\d)\s*(?:(?:and|but|then|also|plus|oh|or)\b\s*)*|\s+(?:and|but|then|plus|&)\s+"
    r"(?:(?:then|also|oh)\b\s*)*|\s+so\s+(?=(?:please |can you |could you |just )*(?:make|put|move"
    r"|set|take|remove|delete|lose|drop|shrink|hide|turn|use|give|bring)\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:it|its|them|they|this|that|these|those|one)\b")
_BESIDE = re.compile(
    r"\b(?:above|below|under(?:neath)?|beneath|over|behind|next to|beside|between|in front of|near"
    r"|around|left of|right of|to) (?:the |our |my |that )?$"
)
_LOOSE = re.compile(  # orders that tell nothing before it is said how
    r"(?:please |also |just |then )*(?:make|put|set|turn|have|give|get|move|change|bring|use|write"
    r"|let|show|keep|place|colou?r|paint|take|switch|swap|draw|do|try|call|say)\b"
)
_WAY = re.compile(
    r"\b(?:away|out|off|gone|up|down|left|right|middle|cent(?:er|re)d?|higher|lower|top|bottom"
    r"|closer|further|nearer|apart|together|above|below|under|over|behind|in front|next to|aligned"
    r"|side by side|go|goes|instead|space|gaps?|room|air)\b"
)
_THERE = re.compile(r"\b(?:up|down|over|out) there\b")
_COLOR_OR_FONT = re.compile(r"\b(?:font|typeface|serif|sans|script|handwrit\w+|typewriter)\b")
_KEEPS = re.compile(
    r"\b(?:stays?|remains?|untouched|unchanged|as (?:it|they|is|are|before)(?: (?:is|are|was"
    r"|were))?$|as is$|(?:is|are) (?:fine|ok|okay|good|perfect|lovely|great|beautiful"
    r"|nicer?|enough))\b"
    r"|^(?:don't|do not|dont|never|no need to|please don't) (?:\w+ )?(?:touch|change|move|alter"
    r"|mess)|^(?:leave|keep) .+ (?:alone|as (?:it|they) (?:is|are)|where (?:it|they) (?:is|are)"
    r"|the same)$|^(?:leave|keep) (?:(?:everything|all) else|(?:all )?the (?:rest|others?))\b"
    r"|^(?:but )?not (?:the|my|our)\b"
)
_STILL = re.compile(
    r"(?<!can )(?<!could )\bstill (?!(?:too|not|needs?|has|have|wants?|looks?|feels?|seems?)\b)"
)
_REST = re.compile(r"\b(?:rest|(?:everything|all) else|(?:the )?others?)\b")
_BETTER = re.compile(
    r"(?:oh |or |hm+ |uh |um |wait,? )*(?:no,? wait|no,? hang on|hang on|wait,? no|no,? sorry"
    r"|sorry,? no|scratch that|forget that|strike that|no,? actually|actually,? no|never ?mind"
    r"|on second thoughts?|correction|or rather|other way (?:a?round))\b[,.:;!… -]*",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:because|cos|'?cause|coz|since|as (?:she|he|it|they|we|i|you|nobody|people|everyone)"
    r"|so (?:that |people|they|we|i|you|it|everyone|nobody|my|our)|otherwise|that(?:'s| is) why"
    r"|which|who|where|people |everyone |everybody |nobody (?!needs?|wants?)"
    r"|my (?!\w+ (?:is|are|in) )|thats|that's|in case|for (?:people|my)"
    r"|there(?:'s| is| are|s)\b|why\b|how come|it says|we (?:are|have|had|already|sell|were)\b"
    r"|(?:i |we |you )?(?:can't|cant|cannot) (?:even |really )*(?:read|see)\b"
    r"|[a-z ]+ (?:is|are) (?:our|my) (?:\w+ )?colou?rs?\b"
    r"|i (?:am|think|agree|know|ordered|asked|see|like|love)\b|he |she |they |looks? )",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r",? (?:because|cos|'cause|coz|so that|so (?:people|they|we|i|you|everyone|nobody)|since"
    r"|as (?:she|he|they|we|i|nobody|people|everyone|it's|its)|otherwise)\b.*$",
    re.IGNORECASE,
)
_REMARK = re.compile(r"(?<!\w)(?:is|are|looks?|feels?|seems?|was|were|isn't|aren't)\b|'s\b")
_PLEASE = re.compile(r"(?:please|can you|could you|would you|will you)\b", re.IGNORECASE)
_NOT = re.compile(r"\w,? (?:and )?(?:not|instead of) (?!the\b|my\b|our\b)(?P<old>[\w' ]+)$")
_TELLS = re.compile(r"\b(?:is|are|costs?|now|to|for|from|at|went|not|instead)\b|'s\b")
_UNREAD = re.compile(r"(?:i |we |you )?(?:can't|cant|cannot) (?:even |really )*(?:read|see)\b")
_LESS = re.compile(
    r"\b(?:doesn't|don't|needn't|shouldn't|mustn't)(?: (?:need|have) to)? be"
    r" (?:quite |so |that |as )*"
    r"(?:big|huge|large|massive|small|tiny|bold|heavy|thick|thin|dark|pale|high|low)\b"
)
_KNOWN = re.compile(r"\b(?:everyone|everybody|people|they|we|you) (?:all )?knows?\b")
_NAME = re.compile(r"[a-z]{3}")
_SPOKEN_OF = re.compile(
    r"(?:and |so |but )*(?:that|this) (?:line|one|bit|text|sentence)\b"
    r"(?! (?:with|about|that|which|says))"
)
_FILLERS = frozenset(["and", "or", "not", "to", "from", "till", "until", "the", "of", "in", "so",
                      "at", "on", "then", "pm", "am", "but", "also", "just"])  # fmt: skip
_ASKS = re.compile(
    r"\b(?:should|must|could|can|needs?|has to|have to|please|want|would like|i'd like|lose|wish)\b"
)


_COPY_TOLD = re.compile(  # what is to be read, or how it is spelled
    r"\b(?:(?:should|must|to) (?:say|read|be (?:called|named|spelled|spelt|written))"
    r"|(?:is|are|'s|'m) (?:called|named|spelled|spelt|written)"
    r"|without (?:the |an? )?[a-z](?:'s)?|with (?:an? |two |one )?[a-z]{1,2}(?:'?s)?)(?![\w'])"
    r"|\b(?:it|that)'?s:? [\"“]"
)
_GONE = re.compile(  # what is told not to be there any more
    r"^(?:there(?:'s| are|'re)? )?no (?:more )?[\w' -]+ (?:any ?more|any longer)$|^no more \w"
    r"|\b(?:we|i)(?:'re| are|'m| am)? (?:not|no longer|don't|dont|stopped|won't) (?:be )?"
    r"(?:doing|do|selling|sell|having|have|offering|offer|serving|serve|running|run)\b"
    r"|^not doing\b|\b(?:is|are|'s|was|got|gets|has been) (?:now )?(?:cancell?ed|off the \w+"
    r"|sold out|dropped|gone|out)\b"
)


class Part(NamedTuple):
    """A clause, with the phrases in it that name something."""

    text: str
    names: tuple[str, ...]
    wishes: bool  # something is asked for
    orders: bool = False  # so plainly that it is not to be passed over
    keeps: bool = False  # something is to stay as it is
    retracts: bool = False  # the wish before it
    commands: bool = False  # it begins with a verb of command
    refers: bool = False  # to what was spoken of last
    remarks: bool = False  # how something is
    fact: bool = False  # tells what is otherwise by now

    @property
    def tells_why(self) -> bool:
        return bool(_UNREAD.match(self.text.lower()))

    @property
    def of_the_rest(self) -> bool:
        return bool(_REST.search(self.text.lower()))


class _Atom(NamedTuple):
    text: str
    joint: str  # what stands before it; empty at the beginning of a sentence
    names: tuple[str, ...]
    deed: bool
    order: bool  # begins with a verb of command
    fact: bool = False  # tells what is otherwise by now: a value, a spelling, what is no more


def parts_of(message: str, context: Context) -> list[Part]:
    """The clauses in the order they are said."""
    found: list[Part] = []
    for text in _cut(message, _END):
        retracts = False
        while mark := _BETTER.match(text):
            text, retracts = text[mark.end() :], True
        atoms = [_atom(t, joint, context) for joint, t in _joints(text)]
        units = _merged([a for a in atoms if a.text])
        parts = [_part(unit, bool(found or n)) for n, unit in enumerate(units)]
        if parts and retracts:
            parts[0] = parts[0]._replace(retracts=True)
        found += [p._replace(retracts=p.retracts or _is_retraction(p.text)) for p in parts]
    return [_as_remark(part, found[n + 1 :]) for n, part in enumerate(found)]


def _is_retraction(clause: str) -> bool:
    return bool(_BETTER.fullmatch(clause))


def _as_remark(part: Part, behind: list[Part]) -> Part:
    """ "the name is too big, shrink it": no wish of its own where the order comes after it."""
    order = next((p for p in behind if p.wishes), None)
    remark = part.wishes and part.names and _REMARK.search(part.text) and not part.commands
    told = order is not None and (order.commands or _PRONOUN.search(order.text.lower()))
    meant = told and order is not None and (order.refers or order.fact)
    return part._replace(wishes=False) if remark and meant else part


def _cut(text: str, mark: re.Pattern[str]) -> list[str]:
    """The pieces between the marks, none of which lies in quotes or brackets."""
    spared = [m.span() for m in _QUOTED.finditer(text)]
    pieces, start = [], 0
    for match in mark.finditer(text):
        if not any(a < match.start() < b for a, b in spared):
            pieces.append(text[start : match.start()])
            start = match.end()
    return [p.strip(" ,") for p in (*pieces, text[start:]) if p.strip(" ,.!?")]


def _joints(text: str) -> list[tuple[str, str]]:
    """The pieces of a sentence, each with the joint before it."""
    spared = [m.span() for pattern in (_QUOTED, _PAIR) for m in pattern.finditer(text)]
    found, start, joint = [], 0, ""
    for match in _JOINT.finditer(text):
        if not any(a < match.start() < b for a, b in spared):
            found.append((joint, text[start : match.start()].strip()))
            start, joint = match.end(), match[0]
    return [*found, (joint, text[start:].strip())]


def _atom(text: str, joint: str, context: Context) -> _Atom:
    said = heard(text)
    try:
        low = _BRACKETS.sub(lambda m: " " * len(m[0]), said.low)
        names = tuple(m.phrase for m in mentions(low, context)
                      if not m.compared and not _BESIDE.search(low[: m.span[0]])
                      and not (m.named.span and " " not in m.phrase)
                      and not PRONOUN.fullmatch(m.phrase))  # fmt: skip
    except UnclearError:
        names = (said.low,)
    order = bool(ORDER.match(said.low))
    try:
        looks = read(said.plain) is not None
    except NotThereError:
        looks = False
    if not order and _REMARK.search(said.low):
        names = names[:1]  # "the tagline touches the title": what is spoken of comes first
    firm = order and not _LOOSE.match(said.low)
    low = _THERE.sub(" ", said.low)
    deed = (
        looks
        or firm
        or idiom(said) is not said
        or bool(_LESS.search(said.low))
        or bool(_WAY.search(low) or _COLOR_OR_FONT.search(said.low))
    )
    if _REASON.match(text):
        deed = False
    fact = not deed and not order and _is_fact(said.low, text, bool(names), context)
    return _Atom(text, joint, names, deed, order, fact)


def _is_fact(low: str, text: str, named: bool, context: Context) -> bool:
    """Whether it tells by itself what is otherwise from now on, be it a new value or words."""
    if _KNOWN.search(low):
        return False
    if _COPY_TOLD.search(low) or _GONE.search(low):
        return True
    if (denied := _NOT.search(low)) and spots(denied["old"], context):
        return True
    told = [
        t for t in told_in(low, text)
        if t.kind != "number" or _TELLS.search(low) or (named and t.value.end == len(text))
    ]  # fmt: skip
    for value in (t.value for t in told):
        low = f"{low[: value.start]}{' ' * (value.end - value.start)}{low[value.end :]}"
    bare = not set(re.findall(r"[a-z]{2,}", low)) - _FILLERS
    slots = slots_in(context) if told and not bare else []
    return any(
        not t.denied and not any(alike(t.kind, t.value, s) for s in slots if s.kind == t.kind)
        for t in told
    ) and bool(slots)  # fmt: skip


def _merged(atoms: list[_Atom]) -> list[list[_Atom]]:
    """Names with the deed that follows them, deeds without a name with what went before."""
    units: list[list[_Atom]] = []
    open_ = False  # whether the last unit still waits for its deed
    for at, atom in enumerate(atoms):
        ahead = next((a for a in atoms[at + 1 :] if a.deed), None)
        bare = not atom.names and not atom.order and atom.deed
        if (_REASON.match(atom.text) and not atom.fact) or (units and _stays(atom)):
            units.insert(len(units) - open_, [atom])
            continue
        if atom.fact:
            goes_on = units and atom.joint and units[-1][-1].fact and not _NAME.search(
                " ".join(atom.names))  # fmt: skip
            units = [*units[:-1], [*units[-1], atom]] if goes_on else [*units, [atom]]
            open_ = False
            continue
        if units and (
            open_
            or bare
            or (
                not atom.deed
                and atom.names
                and not _commands(atom)
                and (ahead is None or ahead.order)
            )
        ):
            units[-1].append(atom)
        else:
            units.append([atom])
        open_ = not atom.deed and bool(atom.names) and ahead is not None and not ahead.order
        open_ = open_ or (not atom.deed and atom.order and ahead is not None)
    return units


def _stays(atom: _Atom) -> bool:
    """Whether it says that something is to stay: "wafer can stay brown"."""
    return not atom.order and atom.joint.startswith(",") and bool(_KEEPS.search(atom.text.lower()))


def _commands(atom: _Atom) -> bool:
    return atom.order or bool(_PLEASE.match(atom.text))


def _part(unit: list[_Atom], follows: bool) -> Part:
    text = unit[0].text + "".join(f"{a.joint}{a.text}" for a in unit[1:])
    text = _TAIL.sub("", text)
    low = heard(text).low
    names = tuple(name for atom in unit for name in atom.names)
    keeps = bool(_KEEPS.search(low))
    stays = keeps or bool(_STILL.search(low))
    deed = any(atom.deed for atom in unit)
    told = deed and (unit[0].order or bool(_ASKS.search(text.lower())))
    meant = bool(names) or told or follows and bool(_PRONOUN.search(low) or unit[0].order or deed)
    asked = any(_commands(atom) for atom in unit)
    fact = unit[0].fact and not stays
    wishes = fact or ((deed or asked) and meant and not stays)
    orders = unit[0].order or bool(_ASKS.search(text.lower())) or (deed and bool(names))
    firm = bool(_PRONOUN.search(low)) or not _LOOSE.match(low)
    orders = orders and not _REASON.match(text)
    remark = bool(_REMARK.search(low)) and not _PRONOUN.match(low)
    refers = (firm and not names and not fact) or (follows and bool(_SPOKEN_OF.match(low)))
    refers = refers or (follows and not names and low.endswith(" instead"))
    return Part(text, names, wishes, orders, keeps, False, unit[0].order, refers, remark, fact)
