"""Certificates and diplomas: what they attest, to whom, for what, and who signs."""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.brief import Text
from agents.phrases import title_case
from agents.vocabulary import is_business

Span = tuple[int, int]


class Award(NamedTuple):
    texts: tuple[Text, ...]
    spans: tuple[Span, ...]


_KIND = re.compile(
    r"\b(?<!gift )(?<!including )(?<!incl\. )(?:certificates?|diplomas?)\b(?! can| upon| after)"
    r"(?P<of>\sof\s(?:[a-z]+|[A-Z][a-z]+)"
    r"(?:\s(?:and|&)\s\w+)?)?",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:gift|discount) (?:certificate|voucher)|certificate (?:can be used|offers)", re.I
)
_HONORIFIC = r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Capt|Sgt|Col|Lt)\.\s)"
_WORD = r"(?:[A-Z]\.|[A-ZÀ-ÞА-Я][\w'’-]*)"
_SMALL = r"(?:(?:de|da|van|von|der|di|al|bin|la)\s){0,2}"
_NAME = rf"(?P<name>{_HONORIFIC}?{_WORD}(?:\s{_SMALL}{_WORD}){{0,4}})"
_TO = re.compile(
    rf"\b(?P<say>(?:is )?(?:proudly |hereby )?(?:presented|awarded|given|granted"
    rf"|issued) to)\s*:?\s*(?P<q>[\"“'‘])?{_NAME}",
)
_FOR_WHOM = re.compile(
    rf"\b(?:for|to)\s(?:our student |student |employee |mr |ms )?{_NAME}(?=[\s,.]|$)"
)
_BEST = re.compile(  # "for the top salesperson of 2024, Henrik Dahl"
    rf"(?<=,)\s(?!January|February|March|April|May|June|July|August|Sept|Oct|Nov|Dec)"
    rf"{_NAME}(?=[,.]|\s(?:at|of|from|for|who)\b|$)"
)
_IS = re.compile(
    r"\b(?:winner|recipient|student|employee|graduate|participant|holder|volunteer|player|champion"
    rf"|trainee|name)(?:['’]s)?(?: name)?(?: of the \w+)? is (?:called )?[\"“'‘]?{_NAME}"
)
_REASON = re.compile(
    r"\b(?P<reason>(?:for (?=(?:success|complet|outstand|excell|partic|dedicat|winning"
    r"|\d+ (?:years|months)"
    r"|finish|achiev|hard|the (?:success|outst)|their|his|her|\w+ing\b))"
    r"|in recognition of|in appreciation of|in honou?r of"
    r"|(?:who|that) (?:has )?(?:successfully )?(?:"
    r"completed|finished|attended|passed|mastered)"
    r"|has (?:successfully )?(?:completed|finished|attended"
    r"|passed)|on completing|upon completion of)[^.\n;]{3,140}?)"
    r"(?=[.;\n]|,? (?:on|dated|date:?|signed|(?:presented|issued|awarded) (?:by|to)"
    r"|with(?= (?:an? |the )?(?:sign|date|seal|logo"
    r"|gold|elegant|blue|border))|with (?:a|an|the)|and signed)\s|$)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r",?\s(?P<reason>for\s(?:the|a|an|his|her|their)\s[^.,;\n]{3,120}?)"
    r"(?=[.,;\n]|\s(?:on|dated|signed|with|awarded|presented|given|issued|held|hosted|organi[sz]ed"
    r"|taking place|that|which|who)\s|$)"
)
_GROUP = re.compile(  # whom all of its copies are for
    r"(?:\s(?:template|design))?\s(?P<whom>for\s(?:(?:the|our|all)\s)?(?:volunteers|graduates"
    r"|students"
    r"|participants|employees|winners|members|teachers|staff|attendees|players|donors|sponsors)"
    r"\b[^.,;\n]{0,80}?)(?=[.,;\n]|\swith\s|$)",
    re.IGNORECASE,
)
_ENDS = r"(?<!\b[DM]r)(?<!\bMs)(?<!\bLt)(?<!\b(?:Mrs|Rev|Sgt|Col))(?<!\b(?:Prof|Capt))"
_SIGNED = re.compile(
    r"\b(?:signed by|(?:presented|issued|awarded) by"
    r"|by(?=\sthe\s(?-i:[a-z]+\s?[a-z]*,?\s[A-Z]))"
    r"|signatures?(?: lines?)?(?: of| by| from| for|:)?"
    r"|signatories:?)\s*:?\s*(?P<who>[^\n;]{3,120}?)"
    rf"(?=\s(?:on\s[\dA-Z]|to\s(?-i:[A-Z]))|,\s\d|{_ENDS}\.|[\n;]|$)",
    re.IGNORECASE,
)
_RANKED = re.compile(
    rf"(?P<rank>[a-z]+(?:\s[a-z]+)?),?\s(?P<name>{_HONORIFIC}?[A-Z][\w'’-]+\s[A-Z].*)"
)  # "coach Ann Lee"
_HONOUR = re.compile(
    r"\s?\bfor\s(?:the\s|our\s)?(?P<title>(?:employee|student|pupil|player|teacher|volunteer|manager"
    r"|athlete|member|driver|agent) of the (?:week|month|year|season|term))\b",
    re.IGNORECASE,
)
_ASKS_SIGN = re.compile(
    r"(?:,?\s*(?:with|and)\s(?:an?\s|the\s|space for an?\s)?)?\bsign(?:ed|atures?|atory|ing)\b"
    r"(?:\slines?)?",
    re.IGNORECASE,
)
_NAME_ONLY = re.compile(
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof|Rev|Capt|Sgt|Col|Lt)\. )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]*){1,2}"
)
_BELOW = ("subtitle", "brand")
_PERSON = re.compile(r"(?P<name>[^,(]+?)(?:\s*[,(]\s*(?P<role>[^,()]+)\)?)?$")


def award_in(request: str) -> Award | None:
    """The award a request asks for; None when its certificate is a voucher, or there is none."""
    kind = _KIND.search(request)
    if kind is None or _OTHER.search(request):
        return None
    texts: list[Text] = []
    spans: list[Span] = []
    of = kind["of"]
    if of and not re.match(r"\sof\s(?:the|our|a|an)\b", of, re.IGNORECASE):
        texts.append(Text(role="title", text=title_case(kind[0].strip())))
        spans.append(kind.span())
    elif honour := _HONOUR.match(request, kind.end()):
        texts.append(Text(role="title", text=title_case(honour["title"])))
        texts.append(Text(role="kicker", text="Certificate", provenance="inferred"))
        spans.append((kind.start(), honour.end()))
    elif kind[0].lower().startswith("diploma"):
        texts.append(Text(role="title", text="Diploma", provenance="inferred"))
        spans.append(kind.span())
    recipient = _TO.search(request) or _IS.search(request) or _FOR_WHOM.search(request, kind.end())
    recipient = recipient or _BEST.search(request, kind.end())
    if recipient:
        say = recipient.groupdict().get("say")
        texts.append(
            _line("kicker", _raised(say.removeprefix("is ")) if say else "Presented to", not say)
        )
        texts.append(_line("item", recipient["name"].rstrip(".")))
        spans.append(recipient.span())
    else:
        texts.append(_line("kicker", "Presented to", True))
    group = None if recipient else _GROUP.match(request, kind.end())
    if group:
        texts.append(Text(role="subtitle", text=_raised(group["whom"].strip())))
        spans.append(group.span("whom"))
    reason = _REASON.search(request, kind.end())
    if (
        reason is None
        and not group
        and not any(honour.start() == kind.end() for honour in _HONOUR.finditer(request))
    ):
        reason = _FOLLOWING.match(request, recipient.end() if recipient else kind.end())
        reason = reason or _FOLLOWING.match(request, kind.end())
    if reason:
        texts.append(_line("body", re.sub(r"^that ", "who ", reason["reason"].strip())))
        spans.append(reason.span("reason"))
    signed, where = _signatures(request)
    return Award((*texts, *signed), (*spans, *where))


def attested(lines: tuple[Text, ...], left: tuple[str, ...]) -> tuple[Text, ...]:
    """A certificate that has no other title is headed by that word; what is left to be filled in
    by pen stands where it is signed, and a name has its line above."""
    if not any(line.role == "title" for line in lines):
        kinds = [t for t in lines if t.role == "kicker" and not t.group] or [
            Text(role="kicker", text="Certificate", provenance="inferred")
        ]
        lines = (kinds[0].evolve(role="title"), *(t for t in lines if t is not kinds[0]))
    if not any(line.role == "item" and line.group == "award" for line in lines):
        lines = tuple(_recipient(line) for line in lines)
    signed = [line for line in lines if line.group.startswith("sign")]
    if any(line.provenance == "user" for line in signed) or not left:
        return lines
    lines = tuple(line for line in lines if line not in signed)
    asked = [heading for heading in left if heading not in ("Name", "To")][:3]
    signs = (Text(role="item", text=name, group=f"sign-{n}") for n, name in enumerate(asked, 1))
    return (*lines, *signs)


def _recipient(line: Text) -> Text:
    """A line that is nothing but a person's name is whom the certificate is for."""
    person = _NAME_ONLY.fullmatch(line.text) and not is_business(line.text)
    return line.evolve(role="item", group="award") if person and line.role in _BELOW else line


def _signatures(request: str) -> tuple[list[Text], list[Span]]:
    """Lines to sign on, only when the request speaks of signing."""
    match = _SIGNED.search(request)
    who = match["who"].removeprefix("the ") if match else ""
    if match is None or not (who[:1].isupper() or _RANKED.match(who)):
        asked = _ASKS_SIGN.search(request)
        line = Text(role="item", text="Signature", group="sign-1", provenance="inferred")
        return ([line], [asked.span()]) if asked else ([], [])
    texts: list[Text] = []
    people = re.split(r"\s+(?:and|&)\s+|;\s*", match["who"])
    for number, words in enumerate(people[:3], 1):
        words = words.strip().removeprefix("the ")
        ranked = _RANKED.match(words)
        person = _PERSON.match(ranked["name"] if ranked else words)
        if person is None:
            continue
        group = f"sign-{number}"
        texts.append(Text(role="item", text=_raised(person["name"].strip()), group=group))
        below = filter(None, (ranked and _raised(ranked["rank"]), person["role"]))
        if role := ", ".join(part.strip() for part in below):
            texts.append(Text(role="body", text=role, group=group))
    return texts, [match.span()]


def _line(role: str, text: str, suggested: bool = False) -> Text:
    provenance = "suggested" if suggested else "user"
    return Text.model_validate(
        {"role": role, "text": text, "group": "award", "provenance": provenance}
    )


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]
