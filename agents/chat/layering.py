"""Layers as such: hidden, locked, deleted, duplicated, brought forward, renamed."""

from __future__ import annotations

import re

from agents.chat.changes import updates
from agents.chat.context import Context
from agents.chat.line_parts import without_part
from agents.chat.listed import closed_up
from agents.chat.naming import Named, find, is_named, leaves_of, top_of, with_labels
from agents.chat.naming_topics import thing_in
from agents.chat.qualities import trimmed
from agents.chat.results import AlreadyError, Answer, CannotError, Choice, Question, done
from agents.chat.rules import Rule, Rules, first, rules
from agents.chat.sentence import Sentence, unquoted
from agents.chat.values.wording import spots
from design_io.commands import AddLayer, Command, MoveLayer, RemoveLayer
from design_io.document import Design, GroupLayer, Layer, TextLayer, leaves, walk
from layout.scene import place_of
from layout.wording import tree

_MOST = 0.5  # of all leaves; taking away more asks first
_OFFSET = 0.03  # of the short side, between a layer and its copy


def answer(sentence: Sentence, context: Context) -> Answer | None:
    return first(_RULES, sentence.plain, sentence, context)


def _named(phrase: str, context: Context) -> Named | None:
    phrase = _ITS_LABEL.sub("", trimmed(phrase))
    return find(phrase, context) if phrase or context.it else None


def _switch(field: str, value: bool, done_word: str) -> Rule:
    def rule(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
        phrase = match["t"] or ""
        named = _named(thing_in(phrase, context) if field == "visible" else phrase, context)
        if named is None:
            return None
        hides = field == "visible" and not value
        if hides and (part := without_part(phrase, named, context)) is not None:
            return part
        layers = with_labels(named, context.design) if field == "visible" else named.layers
        parts = [part for layer in layers for part in updates(layer, {field: value})]
        if not parts:
            raise AlreadyError(f"{named.subject} {done_word} already")
        return done(f"{named.subject} {done_word}", parts)

    return rule


def _only(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """show only the logo: everything else is hidden"""
    named = find(match["t"], context)
    kept = {each.id for layer in named.layers for each in tree(layer)}
    others = [x for x in leaves(context.design) if x.id not in kept and x.role != "background"]
    parts = [part for leaf in others for part in updates(leaf, {"visible": False})]
    return done(f"only {named.subject} shown", parts) if parts else None


def _remove(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    named = _told_no_more(sentence, match["t"] or "", context) or _named(
        thing_in(match["t"] or "", context), context
    )
    if named is None:
        return None
    if (part := without_part(trimmed(match["t"] or ""), named, context)) is not None:
        return part
    named = _entry(match["t"], context) or _whole_entry(named, match["t"])
    if named.span is not None:
        return None  # words of a text, which are edited
    layers = (*with_labels(named, context.design), *_leaders(named, context.design))
    gone = {x.id for layer in layers for x in leaves_of(layer)}
    words = any(isinstance(x, TextLayer) for layer in layers for x in leaves_of(layer))
    count = sum(1 for _ in leaves(context.design))
    if words and len(gone) > _MOST * count and not context.confirmed:
        return Question(
            f"that deletes {len(gone)} of {count} layers; really?",
            (
                Choice("yes, delete them", f"yes, {sentence.raw}"),
                Choice("no, hide them instead", f"hide {trimmed(match['t'])}"),
            ),
        )
    parts: list[Command] = [RemoveLayer(layer_id=x.id) for x in layers]
    return done(f"{named.subject} deleted", [*parts, *closed_up(gone, context)])


def _entry(phrase: str, context: Context) -> Named | None:
    """The entry of a list that reads just so, whatever the picture shows: "the furniture"."""
    words = re.sub(r"^(?:the|our|my) ", "", trimmed(phrase or "").lower())
    entries = (x for x in walk(context.design) if isinstance(x, TextLayer) and x.role == "item")
    found = [x for x in entries if x.text.lower() == words]
    return Named(tuple(found)) if len(found) == 1 else None


def _whole_entry(named: Named, phrase: str) -> Named:
    """ "tea" of a list where "Jasmine tea" stands, unless the word is meant."""
    texts = named.texts
    if named.span is None or len(texts) != 1 or re.search(r"[\"'“]|\bwords?\b", phrase):
        return named
    text = texts[0].text
    noun = texts[0].role == "item" and text.count(" ") == 1 and named.span[1] == len(text)
    return named._replace(span=None) if noun else named


def _told_no_more(sentence: Sentence, phrase: str, context: Context) -> Named | None:
    """ "no records": the entry that tells of them, rather than the records that are drawn."""
    if not sentence.low.startswith("no "):
        return None
    told = {s.layer.id: Named((s.layer,)) for s in spots(phrase, context)}
    found = [x for x in told.values()
             if x.texts[0].role == "item" or without_part(phrase, x, context)]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _leaders(named: Named, design: Design) -> list[Layer]:
    """The dots from the names of these rows to what they cost."""
    rows = [x.box for x in named.texts if x.role == "item"]
    dots = (
        x for layer in design.layers for x in leaves_of(layer) if x.id.startswith("mark-leader")
    )
    return [x for x in dots if any(b.y <= x.box.center.y <= b.bottom for b in rows)]


def _off(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """venue off, please"""
    phrase = _ITS_LABEL.sub("", trimmed(match["t"]))
    return _remove(match, sentence, context) if is_named(phrase, context) else None


def _duplicate(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """A copy above the layer, a little down and to the right."""
    named = _named(match["t"], context)
    if named is None or len(named.layers) != 1:
        return None
    layer, design = named.layers[0], context.design
    step = _OFFSET * min(design.canvas.width, design.canvas.height)
    parent, index = place_of(design, layer.id)
    twin = _copied(layer, _taken(design), step)
    return done(
        f"{named.subject} duplicated", [AddLayer(layer=twin, parent=parent, index=index + 1)]
    )


def _copied(layer: Layer, taken: set[str], step: float) -> Layer:
    name = layer.id[:40]
    number = next(n for n in range(2, 10_000) if f"{name}-copy-{n}" not in taken)
    taken.add(f"{name}-copy-{number}")
    changes: dict[str, object] = {"id": f"{name}-copy-{number}", "locked": False}
    if isinstance(layer, GroupLayer):
        changes["layers"] = tuple(_copied(member, taken, step) for member in layer.layers)
    else:
        changes["box"] = layer.box.shift(step, step)
        if layer.mask is not None:
            changes["mask"] = layer.mask.evolve(box=layer.mask.box.shift(step, step))
    return layer.evolve(**changes)


def _taken(design: Design) -> set[str]:
    return {layer.id for layer in walk(design)}


def _stack(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """bring the picture to the front; send the badge one layer back; put it behind the text"""
    named = _named(match["t"] or "", context)
    if named is None:
        return None
    groups = match.groupdict()
    tops = list(dict.fromkeys(top_of(context, layer) for layer in named.layers))
    if any(top.role == "background" for top in tops):
        raise CannotError("the background stays behind everything else")
    layers = context.design.layers
    ground = sum(layer.role == "background" for layer in layers)
    if other := groups.get("other"):
        return _stacked_by(tops, other, groups["side"] or "", named, context)
    end, whole = groups.get("end") or "", groups.get("whole") or ""
    front = bool(re.search(r"front|forward|top|up|fore", end))
    step = (
        not whole and not re.search(r"front|back$|back |top|bottom", end) or bool(groups.get("one"))
    )
    parts: list[Command] = []
    for top in tops:
        at = layers.index(top)
        if step:
            index = min(len(layers) - 1, at + 1) if front else max(ground, at - 1)
        else:
            index = len(layers) - 1 if front else ground
        if index != at:
            parts.append(MoveLayer(layer_id=top.id, index=index))
    where = ("in front" if front else "in the back") if not step else (
        "one layer further up" if front else "one layer further down")  # fmt: skip
    if not parts:
        raise AlreadyError(f"{named.subject} {where} already")
    return done(f"{named.subject} {where}", parts)


def _stacked_by(
    tops: list[Layer], phrase: str, side: str, named: Named, context: Context
) -> Answer | None:
    """Behind or in front of another layer."""
    other = find(phrase, context)
    layers = context.design.layers
    places = [
        layers.index(top_of(context, x)) for x in other.layers if top_of(context, x) not in tops
    ]
    if not places:
        return None
    behind = side.startswith(("behind", "beneath", "under", "below"))
    goal = min(places) if behind else max(places)
    parts: list[Command] = []
    for top in tops:
        at = layers.index(top)
        index = goal - (at < goal) if behind else goal + (at > goal)
        parts.append(MoveLayer(layer_id=top.id, index=index))
    return done(f"{named.subject} {'behind' if behind else 'in front of'} {other.label}", parts)


def _rename(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    if not is_named(match["t"], context):
        return None
    named = find(match["t"], context)
    at = sentence.low.rfind(match["name"])
    name = unquoted(sentence.raw[at : at + len(match["name"])] if at >= 0 else match["name"])
    return done(f"{named.subject} called {name!r}", updates(named.layers[0], {"name": name}))


_ITS_LABEL = re.compile(  # which goes with it anyway
    r",? (?:and|with|including|plus) (?:its|their|the) (?:little |small )?(?:labels?|headings?"
    r"|captions?)$"
)
_ONE_BACK = r"(?:(?:one|a|1) (?:layer|level|step|place)s? )"
_RULES: Rules = rules(
    (r"(?:turn|switch|put|bring) (?P<t>.+?) (?:back on|on again|back in"
     r"|back)", _switch("visible", True, "shown")),
    (r"(?:turn|switch) (?P<t>.+?) off", _switch("visible", False, "hidden")),
        (r"(?:(?:show|keep|display) (?:only|just|nothing but)|(?:only|just) (?:show"
         r"|keep)) (?P<t>.+)",
         _only),
        (r"(?:hide|conceal|switch off|turn off|make invisible) (?P<t>.+?)(?: for (?:now|this \w+"
         r"|the moment|the time"
         r" being|a while)| from view| temporarily)?",
         _switch("visible", False, "hidden")),
        (r"make (?P<t>.+?) (?:invisible|disappear|hidden)", _switch("visible", False, "hidden")),
        (r"(?:show|unhide|reveal|switch on|turn on|bring back|un-hide) (?P<t>.+?)(?: (?:again"
         r"|back))?",
         _switch("visible", True, "shown")),
        (r"make (?P<t>.+?) visible(?: again)?", _switch("visible", True, "shown")),
        (r"(?:unlock|un-lock|unfreeze) (?P<t>.+)", _switch("locked", False, "unlocked")),
        (r"(?:lock|freeze|protect|pin) (?P<t>.+?)(?: (?:in place|down))?",
         _switch("locked", True, "locked")),
        (r"(?:keep|make|leave|get|have) (?P<t>.+?) (?:locked|fixed|frozen|pinned)(?: (?:in place"
         r"|down))?", _switch("locked", True, "locked")),
        (r"(?:rename|call|name) (?:the )?(?P<t>.+?)(?: layer)? (?:to|as|into)"
         r" (?P<name>.+)", _rename),
        (r"(?:duplicate|copy|clone|double up|repeat) (?P<t>.+)", _duplicate),
        (r"(?:make|add|create) (?:a copy|another copy|a duplicate|another"
         r"|a second) (?:of )?(?P<t>.+)", _duplicate),
        (rf"(?:bring|send|move|put|place|shift|push|pull"
         rf"|take) (?P<t>.*?) ?(?P<one>{_ONE_BACK})?(?:to (?:the )?(?:very"
         rf" )?)?(?P<end>fore(?:front|ground)|front|forwards?|backwards?|background"
         rf"|back)(?P<one2> one (?:layer|level|step)| a (?:layer|level|step))?",
         _stack),
        (r"(?:bring|send|move|put|place|get|have|keep|layer) (?P<t>.*?) ?(?P<side>behind"
         r"|in front of|on top of|beneath|underneath) (?P<other>.+)", _stack),
        (r"(?P<t>.+?) (?:should|must|needs to|can) (?:be|go|sit|come) (?P<side>behind"
         r"|in front of|on top of) (?P<other>.+)", _stack),
        (r"(?:delete|remove|erase|get rid of|drop|lose|kill|scrap|take (?:out|away|off)|ditch"
         r"|cut|bin|chuck(?: out)?|dump|leave out|omit|clear(?: out)?|eliminate|throw (?:out"
         r"|away)|strip out) (?P<t>.+?)(?: (?:from|off) (?:it|this|there|(?:the|our) (?:page"
         r"|poster|design|menu"
         r"|list|flyer|card|sheet|layout|invitation|ticket)))?(?: (?:altogether|completely"
         r"|entirely|too))?", _remove),
        (r"take (?P<t>.+?) (?:off|out|away)(?: (?:of )?(?:it|this|there|(?:the|our) (?:page"
         r"|poster|menu|list"
         r"|flyer|card|design)))?", _remove),
        (r"(?:(?:we |i )?(?:don't|do not|no longer|dont|don't think (?:we|you"
         r"|it))|nobody|no one|no-one) (?:really )?(?:need|want"
         r"|needs)(?: to (?:see|have))? (?P<t>.+?)(?: (?:any ?more|any longer|there|on (?:it"
         r"|there)))?", _remove),
        (r"(?P<t>.+?) (?:should|can|must|has to|needs to|could) (?:go|be (?:removed|deleted"
         r"|taken (?:off|out))|disappear)(?: away)?", _remove),
        (r"(?P<t>.+?) (?:is|are) (?:not needed|unnecessary|no longer needed"
         r"|superfluous)(?: any ?more)?", _remove),
        (r"(?:no|without|no more) (?P<t>.+)", _remove),
        (r"(?P<t>.+?)(?<! is)(?<! are)(?<! was)(?<!'s) (?:off|out)(?: (?:the|this) (?:page"
         r"|poster|card|design|flyer|menu|sheet))?",
         _off),
)  # fmt: skip
