"""Sound files broken at random: bits, cuts, splices, lying lengths, repeats, words and numbers.

`mutated` breaks a file from outside, or a member inside its zip, or a PNG whose checksums are set
right again, so that damage reaches the parts that are read last.
"""

import io
import random
import re
import struct
import zipfile
import zlib

_MOST = 2**21  # bytes of a mutated file
_EXTREMES = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)
_NUMBERS = (
    b"0", b"-1", b"1e-300", b"1e308", b"1e999", b"-9999999999", b"99999999999999999999", b"NaN",
    b"Infinity", b"", b"0.0000001", b"4294967296", b"60000", b"null", b'"x"', b"%s%s%n",
)  # fmt: skip
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_WORD = re.compile(rb"[\w#./:-]{2,40}")
_PNG = b"\x89PNG\r\n\x1a\n"


def mutated(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """One to four faults; `others` are sound files to splice from."""
    if data.startswith(b"PK") and chance.random() < 0.75:
        return _inside_zip(data, others, chance)
    broken = _broken(data, others, chance)
    if data.startswith(_PNG) and chance.random() < 0.6:
        return with_checksums(broken)
    return broken[:_MOST]


def _broken(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        ways = WORDS if _is_text(data) and chance.random() < 0.75 else BYTES
        data = chance.choice(ways)(data, others, chance)[:_MOST]
    return data


def _inside_zip(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """The zip anew, with one member broken, gone, twice, or under another's name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    at = chance.randrange(len(members))
    name, inner = members[at]
    way = chance.random()
    if way < 0.8:
        members[at] = (name, mutated(inner, others, chance))
    elif way < 0.88:
        del members[at]
    else:
        members[at] = (name, chance.choice(members)[1])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in members:
            archive.writestr(name, inner)
    return buffer.getvalue()


def with_checksums(data: bytes) -> bytes:
    """A PNG whose chunks say the right checksum of whatever they hold now."""
    done, at = [data[:8]], 8
    while at + 12 <= len(data):
        length = struct.unpack_from(">I", data, at)[0]
        if length > len(data) - at - 12:
            break
        body = data[at + 4 : at + 8 + length]
        done += [data[at : at + 4], body, struct.pack(">I", zlib.crc32(body))]
        at += 12 + length
    return b"".join((*done, data[at:]))


def _is_text(data: bytes) -> bool:
    return b"\0" not in data[:2000] and data[:1].isascii()


def _place(data: bytes, chance: random.Random) -> int:
    """Anywhere, and often near the start, where sizes and counts are."""
    end = max(1, len(data))
    return chance.randrange(min(end, 400) if chance.random() < 0.4 else end)


def _piece(data: bytes, chance: random.Random) -> bytes:
    at = _place(data, chance)
    return data[at : at + chance.choice((1, 4, 30, 200, 3000))]


def flip(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40)) if data else 0):
        changed[_place(data, chance)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at = _place(data, chance)
    rest = b"" if chance.random() < 0.5 else data[at + len(_piece(data, chance)) :]
    return data[:at] + rest


def splice(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at, taken = _place(data, chance), _piece(chance.choice(others), chance)
    over = len(taken) if chance.random() < 0.5 else 0
    return data[:at] + taken + data[at + over :]


def lie(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    """A number of 1, 2 or 4 bytes, either way round, that is extreme or off by one."""
    at, size = _place(data, chance), chance.choice((1, 2, 4))
    order = chance.choice(("big", "little"))
    said = int.from_bytes(data[at : at + size], order)
    value = chance.choice((*_EXTREMES, said + 1, said - 1, 2 * said)) % 256**size
    return data[:at] + value.to_bytes(size, order) + data[at + size :]


def repeat(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at, piece = _place(data, chance), _piece(data, chance)
    return data[:at] + piece * chance.choice((2, 9, 300)) + data[at:]


def blank(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    at, length = _place(data, chance), len(_piece(data, chance))
    return data[:at] + chance.choice((b"\0", b"\xff")) * length + data[at + length :]


def number(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    return _replaced(data, _NUMBER, chance.choice(_NUMBERS), chance)


def word(data: bytes, others: tuple[bytes, ...], chance: random.Random) -> bytes:
    words = _WORD.findall(data)
    return _replaced(data, _WORD, chance.choice(words) if words else b"", chance)


def _replaced(
    data: bytes, pattern: re.Pattern[bytes], value: bytes, chance: random.Random
) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    match = chance.choice(found)
    return data[: match.start()] + value + data[match.end() :]


BYTES = (flip, cut, splice, lie, lie, repeat, blank)
WORDS = (number, word)
