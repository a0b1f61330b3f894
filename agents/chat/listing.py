"""The rows of a list: put in another order, and one more added in the place there is."""

from __future__ import annotations

import re
from dataclasses import replace

from agents.chat.by_name import Leaf, Named
from agents.chat.context import Context
from agents.chat.listed import Row, placed, rows_of, with_row
from agents.chat.naming import find, is_named
from agents.chat.results import AlreadyError, Answer, Done, done
from agents.chat.retyping import retyped
from agents.chat.rules import Rules, first, rules
from agents.chat.sentence import Sentence, heard, unquoted
from agents.chat.values import hour as hours
from agents.chat.values.hour import hours_in
from agents.chat.values.wording import spots
from design_io.document import TextLayer


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.low, sentence, context)


def _to_end(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """move the soup to the top of the list; the soup should come first"""
    rows = rows_of(context)
    at = _row_named(match["t"], rows, context)
    if at is None:
        return None
    goal = 0 if re.search(r"top|first|start|beginning", match["end"]) else len(rows) - 1
    where = "first" if goal == 0 else "last"
    return _reordered(rows, at, goal, f"{rows[at][0].label!r} comes {where}", context)


def _beside(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """put the soup above the salad"""
    rows = rows_of(context)
    if spots(f"{match['where']} {match['other']}", context, most=0):
        return None  # "Under 16s"
    at, other = (_row_named(match[x], rows, context) for x in ("t", "other"))
    if at is None or other is None or at == other:
        return None
    before = bool(re.match(r"above|before|over|ahead|on top", match["where"]))
    goal = other - (at < other) if before else other + (at > other)
    said = f"{rows[at][0].label!r} {match['where']} {rows[other][0].label!r}"
    return _reordered(rows, at, goal, said, context)


def _row_named(phrase: str, rows: list[Row], context: Context) -> int | None:
    if len(rows) < 2 or not is_named(phrase, context):
        return None
    named = find(phrase, context).layers
    found = [n for n, row in enumerate(rows) if named and set(named) <= set(row)]
    return found[0] if len(found) == 1 else None


def _reordered(rows: list[Row], at: int, goal: int, said: str, context: Context) -> Answer:
    if at == goal:
        raise AlreadyError(f"{said} already: nothing to change")
    order = [row for n, row in enumerate(rows) if n != at]
    order.insert(goal, rows[at])
    return done(said, placed(rows, order, context))


def _sorted(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """sort the list by price; in alphabetical order; the other way round"""
    rows = rows_of(context)
    if not rows:
        return None
    how = match["how"]
    if re.search(r"price|cheap|expensive|cost", how):
        order = sorted(rows, key=_price_of, reverse="expensive" in how)
    elif re.search(r"alpha|a-z|name", how):
        order = sorted(rows, key=lambda row: _words(row[0]).lower())
    else:
        order = rows[::-1]
    parts = placed(rows, order, context)
    return done(f"the list is sorted {how}", parts) if parts else None


def _words(leaf: Leaf) -> str:
    return leaf.text if isinstance(leaf, TextLayer) else ""


def _price_of(row: Row) -> float:
    said = re.search(r"\d+(?:[.,]\d+)?", " ".join(_words(x) for x in row[1:]))
    return float(said[0].replace(",", ".")) if said else 0.0


def _after_another(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add Tiramisu for 5.80 after the strudel: a row, which then moves to its place"""
    rows = rows_of(context)
    if _row_named(match["other"], rows, context) is None:
        return None
    added = _added(match, sentence, context)
    if not isinstance(added, Done):
        return added
    now = replace(context, history=added.after(context.history))
    last = rows_of(now)[-1][0].id
    order = heard(f"put {last} {match['where']} {match['other']}")
    moved = first(_RULES, order.low, order, now)
    if not isinstance(moved, Done):
        return None
    return done(
        f"{added.said}, {match['where']} {match['other']}", [*added.commands, *moved.commands]
    )


def _added(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add Hot chocolate 3.80 to the menu: a row like the last one, the others closer if need be"""
    rows = rows_of(context)
    price = match["price"] or ""
    priced = bool(rows) and len(rows[-1]) > 1
    told = match.groupdict().get("list") is not None or match.groupdict().get("other")
    if not rows or not (told or (price and priced)) or (priced and not price):
        return None
    words = [unquoted(sentence.kept(match, "new")).strip(" ,:-–")]
    words += [price] * (len(rows[-1]) - 1)
    words[0] = words[0][:1].upper() + words[0][1:]
    if sentence.raw[: match.start("new")].endswith("The "):
        words[0] = f"The {words[0]}"  # of a name
    if price and priced and (sign := re.match(r"[£$€]", _words(rows[-1][1]))):
        words[1:] = [price if price[0] in "£$€" else sign[0] + price]
    return with_row(rows, words, context)


def _at_its_time(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """add 16:30 Tea and cake: a row of a timetable, put where its hour belongs"""
    rows = rows_of(context)
    told = hours_in(sentence.kept(match, "time"), loose=True)
    if not rows or len(told) != 1 or any(_hour_of(row) is None for row in rows):
        return None
    cells = [_hour_of(row) for row in rows]
    stands = next(x for x in rows[-1] if x.role == "time")
    form = hours_in(_words(stands), loose=True)[0]
    minutes = hours.meant(form, told[0])
    new = unquoted(sentence.kept(match, "new")).strip(" ,:-–")
    row = [new[:1].upper() + new[1:] if x.role == "item" else hours.written(form, minutes, told[0])
           if x is stands else "" for x in rows[-1]]  # fmt: skip
    added = with_row(rows, row, context)
    if not isinstance(added, Done) or minutes >= max(c for c in cells if c is not None):
        return added
    now = replace(context, history=added.after(context.history))
    own = rows_of(now)
    parts = placed(own, sorted(own, key=lambda r: _hour_of(r) or 0), now)
    return done(added.said, [*added.commands, *parts])


def _hour_of(row: Row) -> int | None:
    """Minutes after midnight at which the entry of a timetable stands."""
    found = [h for x in row if x.role == "time" for h in hours_in(_words(x), loose=True)]
    return found[0].minutes if found else None


def _other(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """the soup is off, we do a salad for 8.50 now: another thing in its row, at its own price"""
    rows = rows_of(context)
    at = _row_named(match["t"], rows, context)
    price = match["price"] or ""
    if at is None or (price and len(rows[at]) < 2):
        return None
    new = re.sub(r"^(?:an?|the|some) ", "", unquoted(sentence.kept(match, "new")).strip(" ,:-–"))
    answer = retyped(Named(rows[at][:1]), new[:1].upper() + new[1:], context)
    priced = retyped(Named(rows[at][1:2]), price, context) if price else None
    if not isinstance(answer, Done) or not isinstance(priced, Done | None):
        return None
    said = "; ".join(x.said for x in (answer, priced) if x)
    return done(said, [c for x in (answer, priced) if x for c in x.commands])


_LIST = (
    r"(?:the |our |this )?(?:list|menu|price list|programme|program|line-?up|items|rows|order"
    r"|dishes"
    r"|bands|acts|artists|drinks|entries|steps|points|tips|classes|courses|workshops|services"
    r"|products|speakers|sessions|schedule|agenda|offers|prices|ticket prices|ticket types"
    r"|timetable|treatments|prizes|wine list|drinks list|dates)"
)
_PRICE = r"[£$€]? ?\d+(?:[.,]\d{1,2})?(?: ?(?:€|euros?|pounds?|dollars?))?"
_GONE = r"(?:(?:is|are|has|have|'s) )?(?:off|out|gone|sold out|finished|no more|dropped|cancell?ed)"
_ONE = (
    r"(?:an?|one|another|one more|the) (?:new |more |\w+th |second |third |further )?(?:step"
    r"|point|tip|dish"
    r"|item|row|entry|band|act|drink|course|class|speaker|session|workshop|product|service)"
)
_ADD = (
    r"(?:add|put|include|insert|we(?: also)? (?:have|sell|serve|do|offer)|there's also)(?: on| in)?"
    r" (?:an? |the |also )?"
)
_ON = rf"(?: (?:to|on|onto|in|into|at the (?:end|bottom) of) {_LIST})?(?: (?:as well|too))*"
_RULES: Rules = rules(
    (rf"(?P<t>.+?) {_GONE}(?: the (?:menu|list|card))?[,;.:]* (?:and |so |now |but )*(?:we|there)"
     r"(?:'s| is| are|'ve got| do| have| serve| sell| offer| make)? (?:now )?(?P<new>.+?)"
     rf"(?:,? (?:for|at) (?P<price>{_PRICE}))?(?: now| instead)*", _other),
    (r"(?:(?:replace|swap|change|exchange) )?(?P<t>.+?) (?:is now|becomes|with|for|by|to) (?:an? )?"
     rf"(?P<new>[a-z].+?),? (?:for |at |costing )?(?P<price>{_PRICE})(?: instead| now)*", _other),
    (r"(?:move|put|bring|place|shift|get|have|list) (?P<t>.+?) (?:to|at|on|up to"
     r"|down to)? ?(?:the )?"
     rf"(?:very )?(?P<end>top|bottom|start|end|beginning) of {_LIST}", _to_end),
    (r"(?:move|put|bring|place|shift|have|list) (?P<t>.+?) (?:to|at"
     r"|on) (?:the )?(?:very )?(?P<end>top"
     r"|bottom)", _to_end),
    (r"(?:(?:move|put|bring|place|list|show|have) )?(?P<t>.+?) (?:(?:should|must|to) )?"
     r"(?:(?:come|be|go|listed|shown|put|placed) )*(?:the )?(?P<end>first"
     r"|last)(?: one)?(?: (?:in|on"
     r"|of) .+)?", _to_end),
    (r"(?:(?:move|put|bring|place|list|have) )?(?P<t>.+?) (?:(?:should|must|could) (?:come|go|be"
     r"|sit) )?"
     r"(?:up |down )?(?P<where>above|below|before|after|under(?:neath)?|over|ahead of|on top of)"
     r" (?P<other>.+)", _beside),
    (rf"(?:sort|order|arrange|list|put) {_LIST}(?: in)? (?P<how>(?:by |from |in )?(?:price|cheap\w*"
     r"|alphabet\w*|a-z|name|most expensive|cost)(?: (?:order|first|to .+))*)", _sorted),
    (rf"(?P<how>reverse|flip|turn round|turn around) (?:the order of )?{_LIST}", _sorted),
    (rf"{_ADD}(?P<time>\d{{1,2}}(?:[:.]\d\d)?(?: ?[ap]m)?):? (?P<new>[a-z\"'].+?){_ON}",
     _at_its_time),
    (rf"{_ADD}(?P<new>.+?),? (?:at|from) (?P<time>[\w:.]+(?: (?:past|to|[ap]m) ?\w*)?){_ON}",
     _at_its_time),
    (r"(?:.*[.!?;,] )?(?:after|before|behind) .+? (?:comes?|is|there's|plays?) (?P<new>.+?) at"
     r" (?P<time>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?)(?:[,.!?;] .*)?", _at_its_time),
    (r"(?P<new>[^,.;]+?) at (?P<time>\d{1,2}(?:[:.]\d\d)?(?: ?[ap]m)?) is (?:still )?missing",
     _at_its_time),
    (rf"(?:new(?: (?:on|to) {_LIST})?[:,] ?)(?P<new>.+?)(?:,? (?:for|at))?,? (?P<price>{_PRICE})"
     r"(?P<list>)", _added),
    (rf"(?P<new>[^,.;]+?)(?:,? (?:for|at))?,? (?P<price>{_PRICE}) (?:is|are) (?:still )?missing"
     rf"(?P<list>)(?: (?:from|on|in) {_LIST})?", _added),
    (rf"there (?:should|must|needs to|has to) (?:also )?be (?:an? |the )?(?P<new>.+?)"
     rf" (?:for|at) (?P<price>{_PRICE})(?P<list>)(?: (?:as well|too|on (?:it|there)|in there))*",
     _added),
    (rf"(?:add|insert|include|we need|there is|there's) {_ONE}[:,]? (?:called |saying |named )?"
     rf"(?P<new>\S.+?)(?: (?:for|at|costs?|costing|,))*:? ?(?P<price>{_PRICE})?(?P<list>)", _added),
    (rf"{_ADD}(?P<new>.+?)(?: (?:for|at|costs?|costing|,))*:? ?(?P<price>{_PRICE})?"
     rf"(?: (?:to|on|in) {_LIST})?,? (?P<where>above|below|before|after|under(?:neath)?|over"
     rf"|behind) (?P<other>.+)",
     _after_another),
    (rf"{_ADD}(?P<new>.+?)(?: (?:for|at|costs?|costing|,))*:? ?(?P<price>{_PRICE})?"
     rf"(?P<list> (?:to|on|onto|in|into|at the (?:end|bottom) of) {_LIST})?", _added),
)  # fmt: skip
