"""QR codes: what a request wants one to say, and the code as a drawing in the asset store.

A web or ticket address, a Wi-Fi network, a contact, a phone number or an e-mail, from the facts of
the request; nothing is made up when it names none.
"""

from __future__ import annotations

import re

from agents.brief import Attachment, Brief, Question
from design_io.assets import AssetStore
from design_io.errors import DesignError

MOST_CHARACTERS = 300  # longer codes are too fine to be read from paper
_ASKED = re.compile(
    r"\bqr[- ]?(?:code|kod)?\b|\bscan(?:ning|nable)? (?:me|here|to|for|the code|this|code)\b"
    r"|códigos? qr|code qr|二维码|二維碼|qrコード|qr코드|qr-код|quick response code",
    re.IGNORECASE,
)
_IS_ORDER = re.compile(
    r"(?:please |add |with |and |include |put )*(?:an? |the )?qr[- ]?codes?"
    r"(?: (?:to|for|at|linking to|leading to|on it))?[.:]?",
    re.IGNORECASE,
)  # words that only ask for the code are no copy
_WIFI = re.compile(
    r"\bwi-?fi(?:\s+(?:network|name|access))?\s*[:\-–]?\s*(?:ssid\s*[:=]?\s*)?[\"'“]?"
    r"(?P<name>[^/\"'“”\n,;:]{1,32}?)[\"'”]?\s*"
    r"(?:/|,?\s*(?:and\s)?(?:the\s)?(?:password|passwort|pass|pw|key)\s*(?:is\s|[:=])?)\s*[\"'“]?"
    r"(?P<key>[^\s\"'”,;]{8,63})",
    re.IGNORECASE,
)
_WIFI_LINE = re.compile(r"wi-?fi\s*:\s*(?P<name>.{1,32}?)\s*/\s*(?P<key>.{8,63})", re.IGNORECASE)
_URL = re.compile(
    r"(?:https?://\S+|www\.[\w-]+(?:\.[\w-]+)+(?:/\S*)?|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?)",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?[\d\s().-]{6,20}\d")
_CONTACT = re.compile(r"contact|v-?card|address book|business card", re.IGNORECASE)
_CALL = re.compile(r"scan to call|\bcall\b[^.]{0,20}\bscan", re.IGNORECASE)
_UNKNOWN = Question(
    id="qr", question="What should the QR code lead to?",
    why="the request asks for a QR code and names no address, network or contact",
    default="left out",
)  # fmt: skip


def with_code(brief: Brief, text: str, assets: AssetStore) -> Brief:
    """The brief with the code that it, or `text` of the command line, asks for."""
    asked = bool(text.strip()) or _ASKED.search(brief.request) is not None
    if not asked:
        return brief
    content = content_of(text) if text.strip() else wanted_content(brief)
    if not content:
        return brief.evolve(questions=(*brief.questions, _UNKNOWN))
    path, modules = drawn(content)
    code = Attachment(
        asset=assets.put(path.encode()), role="qr", name=content[:200], modules=modules
    )
    texts = tuple(text for text in brief.texts if not _IS_ORDER.fullmatch(text.text.strip()))
    return brief.evolve(attachments=(*brief.attachments, code), texts=texts)


def content_of(text: str) -> str:
    """What a code for this text says, in the form that phones act upon."""
    words = text.strip()
    if len(words) > MOST_CHARACTERS:
        raise DesignError(
            f"--qr has {len(words)} characters; at most {MOST_CHARACTERS} stay readable, "
            "so use a shorter address"
        )
    wifi = _WIFI_LINE.fullmatch(words)
    if wifi:
        return _network(wifi)
    if _EMAIL.fullmatch(words):
        return f"mailto:{words}"
    if _URL.fullmatch(words):
        return words if "://" in words else f"https://{words}"
    return f"tel:{re.sub(r'[^+0-9]', '', words)}" if _PHONE.fullmatch(words) else words


def wanted_content(brief: Brief) -> str:
    """What the request's own facts offer: a network, a contact, an address, a number."""
    wifi = _WIFI.search(brief.request)
    if wifi:
        return _network(wifi)
    contacts = [text.text for text in brief.texts if text.role == "contact"]
    urls = [c for c in contacts if _URL.fullmatch(c) and "@" not in c]
    emails = [c for c in contacts if _EMAIL.fullmatch(c)]
    phones = [c for c in contacts if _PHONE.fullmatch(c)]
    if _CALL.search(brief.request) and phones:
        return content_of(phones[0])
    card = brief.text("brand") or brief.text("title")
    if card and (emails or phones) and _CONTACT.search(_near_code(brief.request)):
        return _visiting_card(card, phones, emails, urls)
    chosen = next(iter((*_nearest(urls, brief.request), *emails, *phones)), "")
    return content_of(chosen) if chosen else ""


def drawn(content: str) -> tuple[str, int]:
    """The dark modules as one path in a square of that many modules, rows joined to runs."""
    import segno

    try:
        matrix = segno.make(content, error="m", micro=False).matrix
    except segno.DataOverflowError as error:
        raise DesignError("the text is too long for a QR code; use a shorter address") from error
    runs = []
    for y, row in enumerate(matrix):
        for run in re.finditer(rb"\x01+", bytes(row)):
            runs.append(f"M{run.start()} {y}h{len(run[0])}v1h-{len(run[0])}z")
    return "".join(runs), len(matrix)


def _network(match: re.Match[str]) -> str:
    name, key = (
        re.sub(r'([\\;,:"])', r"\\\1", match[g].strip().rstrip(".")) for g in ("name", "key")
    )
    return f"WIFI:T:WPA;S:{name};P:{key};;"


def _near_code(request: str) -> str:
    found = _ASKED.search(request)
    return request[max(0, found.start() - 60) : found.end() + 60] if found else request


def _nearest(urls: list[str], request: str) -> list[str]:
    """Addresses by how near they stand to where the request asks for the code."""
    found = _ASKED.search(request)
    asked = found.start() if found else 0
    return sorted(urls, key=lambda url: abs(request.find(url) - asked))


def _visiting_card(name: str, phones: list[str], emails: list[str], urls: list[str]) -> str:
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{name}", f"FN:{name}"]
    lines += [f"TEL:{re.sub(r'[^+0-9]', '', p)}" for p in phones[:1]]
    lines += [f"EMAIL:{email}" for email in emails[:1]]
    lines += [f"URL:{content_of(url)}" for url in urls[:1]]
    return "\n".join([*lines, "END:VCARD"])
