"""What a request says with "recycling bottles", said to its reader: "Recycle Bottles"."""

from __future__ import annotations

import re

from agents.phrases import found_with, word_set

_ENDING_E = word_set(
    """recycl sav reduc danc wip driv shar car giv liv mak tak bak us writ explor celebrat manag
    reus improv practis practic preserv conserv donat educat vaccinat exercis embrac achiev
    creat chang hik bik smil com charg prepar stor mov clos increas balanc minimiz minimis
    prioritiz appreciat cycl commut rid"""
)
_PLAIN = word_set(
    """wash drink eat read protect plant help support turn learn book stay keep sleep buy sort
    clean cook walk work play visit brush respect check rest listen speak wear think thank
    invest feed look test teach travel grow hear feel build collect pick avoid prevent adopt
    train watch fight start get print unplug carry bring lower wait ask switch pack
    hang fill show return report refill slow"""
)
_DOUBLED = re.compile(r"(?:get|stop|shop|swim|cut|plan|set|put|sit|win|let)$")
_OWN = re.compile(r"(?P<verb>wash|brush)\s(?P<what>hands|teeth|fruit|face)", re.IGNORECASE)
_SHARED = re.compile(
    r"(?P<verb>protect|save|preserve|conserve|clean|keep|respect|support)\s"
    r"(?P<what>(?:oceans?|seas?|forests?|rivers?|planet|wildlife|environment|children|beach(?:es)?"
    r"|community|communities|trees|farmers|lakes?|bees|teachers|future)\b.*)$",
    re.IGNORECASE,
)


def bidden(words: str) -> str:
    """ "recycling plastic bottles": "recycle plastic bottles"; nothing for other words."""
    verb, _, what = words.partition(" ")
    if not what or not verb.lower().endswith("ing") or _THING.match(words):
        return ""
    stem = _stem(verb.lower().removesuffix("ing"))
    return ours(f"{stem} {what}") if stem else ""


_THING = re.compile(  # named by what it is for, and nothing that is done
    r"(?:hearing (?:protection|aids?|loss|tests?|health)|building (?:materials|codes?|permits?)"
    r"|training (?:plans?|programs?|shoes)|swimming (?:lessons|pools?)|running shoes)\b",
    re.IGNORECASE,
)
_STRESS = re.compile(
    r"\b(?:focus|emphasis|emphasi\w+|highlight\w*|stress\w*)(?: on| of)? ", re.IGNORECASE
)


def stressed_deed(words: str, request: str) -> str:
    """ "with a focus on saving money": what the request stresses, said as an order."""
    if not _STRESS.search(request):
        return ""
    said = found_with(words, rf"{_STRESS.pattern}{re.escape(words)}\b", request)
    return bidden(words) if said and not words.lower().startswith(("caring ", "living ")) else ""


def ours(order: str) -> str:
    """ "wash hands", "protect oceans" as posters say it: whose the hands and the oceans are."""
    if own := _OWN.fullmatch(order):
        return f"{own['verb']} your {own['what']}"
    shared = _SHARED.match(order)
    return f"{shared['verb']} our {shared['what']}" if shared else order


def _stem(stem: str) -> str:
    if stem in _ENDING_E:
        return stem + "e"
    if stem in _PLAIN:
        return stem
    return stem[:-1] if stem[-2:-1] == stem[-1:] and _DOUBLED.match(stem[:-1]) else ""
