"""Labels in running text: "Headline: X / Offer: Y / CTA: Z", "Company: X. Product: Y. Mood: Z."

Each labelled piece is put on a line of its own, said in the words of `keyed`.
"""

from __future__ import annotations

import re

from agents.phrases import title_case

_TITLE = (
    r"(?:main |big )?(?:headline|heading|title)|(?:big|main|large|huge)(?: main| big)? (?:words?"
    r"|text|letters|line)|title text|topic"
)
# what a label is called -> how the other readers are told
_CALLED = (
    (_TITLE, "Title: {}"),
    (r"sub-?\s?(?:head(?:line|ing)?|title)|small(?:er)? (?:text|words?|line)", "Subtitle: {}"),
    (r"(?:company|brand|business|shop|store|firm|client|organi[sz]er)(?: name)?", "Brand: {}"),
    (r"products?|services?|event|subject", "Product: {}"),
    (r"call[- ]to[- ]action|cta|button(?: text)?", "CTA: {}"),
    (r"(?:special |our |the )?(?:offers?|deals?|promo(?:tion)?|discount)", "Offer: {}"),
    (r"conditions?|terms(?: (?:and|&) conditions)?|small print|fine print|restrictions?",
     "Conditions: {}"),
    (r"details?|info|extras?", "{}"),
    (r"dates?|when", "Date: {}"),
    (r"slogan|tagline|motto", "Slogan: {}"),
    (r"styles?|looks?|(?:look (?:and|&) )?feel|moods?|tone(?: of voice)?|vibes?|atmosphere|palette"
     r"|colou?rs?(?: scheme| palette)?|fonts?|typography|layout|visual style", "The style is {}."),
    (r"images?|imagery|photos?|pictures?|visuals?|illustrations?|background",
     "The image features {}."),
    (r"(?:target )?audience|target(?: group)?|goals?|purpose|objective|aim|budget", ""),
    (r"formats?|type of design|design type|medium|channel", "Create a {}"),
)  # fmt: skip
_NAMES = "|".join(f"(?:{names})" for names, _ in _CALLED)
_LABEL = re.compile(
    rf"(?P<border>^|\n|\s[/|•·]\s|(?<=[.!?;:])\s)(?P<key>{_NAMES})\s?:\s+(?=\S)", re.IGNORECASE
)
_OTHER = re.compile(r"(?=\n)|\s[/|•·]\s(?=[A-Z][\w ]{1,20}:\s)|(?<=[.!?;])\s(?=[A-Z][a-z]+:\s)")
_PATTERNS = tuple((re.compile(names, re.IGNORECASE), said) for names, said in _CALLED)
_SHORT = 3  # words of a sentence that goes on with a title: "Big Day. Big Sale."
# labels that `keyed` does not know
_OWN = re.compile(r"products?$|offers?$|formats?$|conditions?$|terms|fine print|small print", re.I)
# labels that tell their piece alone; the others need one beside them
_SURE = re.compile(
    r"(?:big|main|large|huge) \w+(?: \w+)?|cta|call[- ]to[- ]action|offers?|conditions?"
    r"|terms(?: (?:and|&) conditions)?|moods?|styles?|formats?|small print|fine print",
    re.IGNORECASE,
)


def on_lines(request: str) -> str:
    """The request with its labels in running text on lines of their own."""
    labels = list(_LABEL.finditer(request))
    inline = [m for m in labels if _OWN.match(m["key"]) or not _on_line(m)]
    if not inline or (len(labels) < 2 and not _SURE.fullmatch(inline[0]["key"])):
        return request
    head = re.sub(r"\s?:$", ".", request[: labels[0].start()].strip())
    ends = [*(m.start() for m in labels[1:]), len(request)]
    pieces = [
        _said(label["key"], request[label.end() : end], _slashed(label, request, end))
        for label, end in zip(labels, ends, strict=True)
    ]
    made = [line for piece in pieces for line in piece if line.strip()]
    return "\n\n".join(_in_order(head, made))


def is_for_designer(line: str) -> bool:
    """Whether a line says for whom or why, or how the design looks: "Target audience: students"."""
    label = _LABEL.match(line)
    return label is not None and any(
        names.fullmatch(label["key"]) and (not said or said.startswith(("The ", "Create ")))
        for names, said in _PATTERNS
    )


def _on_line(label: re.Match[str]) -> bool:
    return not label.start() or label.string[label.start()] == "\n"


def _slashed(label: re.Match[str], request: str, end: int) -> bool:
    """Whether the piece ends at a slash or bar and not at a full stop."""
    return bool(re.match(r"\s[/|•·]\s", request[end:]) or label["border"].strip() in ("/", "|"))


def _said(key: str, words: str, slashed: bool) -> list[str]:
    """The labelled words as the other readers know them, and what follows them."""
    known = next(said for names, said in _PATTERNS if names.fullmatch(key))
    piece = _OTHER.split(words, maxsplit=1)[0]
    behind = re.sub(r"^\s?[/|•·]\s", "", words[len(piece) :].strip())
    value, rest = (piece, "") if slashed else _value(piece, known.startswith("Title"))
    value = value.strip()
    if known.endswith("."):
        value = value.rstrip(".")
        value = value[:1].lower() + value[1:]
    if known in ("{}", "Conditions: {}"):
        value = value[:1].upper() + value[1:]
        value = value if value.endswith((".", "!")) else f"{value}."
    if not known.startswith(("{}", "Title", "The")):
        value = value.rstrip(".")
    if known == "Offer: {}":
        value, rest = _offer(value, rest)
    return [known.format(value), rest.strip(), behind]


_DATED = re.compile(r",?\s(?=(?:until|till|through|valid|ends?)\s)")


def _offer(value: str, rest: str) -> tuple[str, str]:
    """What is offered, and till when as a line of its own."""
    what, *dated = _DATED.split(value, maxsplit=1)
    if not dated or not re.search(r"\d|day\b", dated[0]):
        return value[:1].upper() + value[1:], rest
    when = f"{dated[0][:1].upper()}{dated[0][1:]}."
    return what[:1].upper() + what[1:], f"{when} {rest}"


def _value(words: str, title: bool) -> tuple[str, str]:
    """The first sentence; a title takes the short ones in capitals behind it."""
    sentences = re.split(r"(?<=[.!?])(?<!\b[A-Z]\.)\s+", words.strip())
    taken = 1
    while title and taken < len(sentences) and _goes_on(sentences[taken]):
        taken += 1
    return " ".join(sentences[:taken]), " ".join(sentences[taken:])


def _goes_on(sentence: str) -> bool:
    words = sentence.split()
    return len(words) <= _SHORT and all(word[0].isupper() for word in words)


def _in_order(head: str, lines: list[str]) -> list[str]:
    """Format and house first, as they are asked for in one sentence; goods are the title."""
    titled = any(line.startswith("Title: ") for line in lines)
    housed = next((line for line in lines if line.startswith("Brand: ")), "")
    lines = [_goods(line, titled) for line in lines]
    asked = next((line for line in lines if line.startswith("Create a ")), "")
    asked = asked or "Create a design"
    if not head:
        lines = [line for line in lines if line not in (asked, housed)]
        head = f"{asked} for {housed.removeprefix('Brand: ')}." if housed else f"{asked}."
    lines = [line for line in lines if line != asked]
    return [line for line in (head, *lines) if line]


def _goods(line: str, titled: bool) -> str:
    """What is sold heads a sheet that has no title of its own."""
    if not line.startswith("Product: "):
        return line
    goods = line.removeprefix("Product: ")
    return f"{goods[:1].upper()}{goods[1:]}." if titled else f"Title: {title_case(goods)}"
