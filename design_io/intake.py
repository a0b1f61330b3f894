"""The one wall for files from outside: what passes is small enough, whole, and what it claims.

Every refusal is one `ImportRejected` line that names the file and the way out.
"""

from __future__ import annotations

import io
import stat
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse
from PIL import Image, ImageOps, UnidentifiedImageError
from pydantic_core import from_json as parse_json

from design_io.document import MAX_PIXELS
from design_io.errors import ImportRejected

MAX_FILE = 64 * 2**20  # bytes
MAX_UNPACKED = 2**30  # bytes
MAX_MEMBERS = 4096
MAX_RATIO = 200  # unpacked / packed, of members over 1 MiB
MAX_XML_DEPTH = 64
MAX_DRAWING = 16 * 2**20  # bytes of SVG path data, or of PSD records
PSD_RECORD = b"8BIM"
_FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "MPO": "image/jpeg", "WEBP": "image/webp"}
_KEPT_MODES = ("1", "L", "LA", "P", "PA", "RGB", "RGBA")
_ORIENTATION, _UPRIGHT = 0x0112, 1  # EXIF
# What Pillow's decoders were seen to raise on mutated files.
_DECODER_FAULTS = (
    OSError, SyntaxError, ValueError, TypeError, EOFError, RuntimeError, LookupError,
    ArithmeticError, AttributeError, MemoryError, struct.error, zlib.error,
    Image.DecompressionBombError,
)  # fmt: skip
_ZIP_FAULTS = (
    zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError, ValueError, RuntimeError,
)  # fmt: skip
# First bytes of what people offer as pictures, for a refusal that names it.
_OTHER_KINDS = (
    (0, b"GIF8", "a GIF"), (0, b"II*\0", "a TIFF"), (0, b"MM\0*", "a TIFF"), (0, b"BM", "a BMP"),
    (4, b"ftypavif", "an AVIF"), (4, b"ftyphei", "a HEIC"), (4, b"ftypmif1", "a HEIC"),
    (0, b"8BPS", "a PSD"), (0, b"%PDF", "a PDF"), (0, b"<svg", "an SVG"), (0, b"<?xml", "an XML"),
    (0, b"PK\x03\x04", "a zip"),
)  # fmt: skip


class Picture(NamedTuple):
    """A picture that passed: upright, sRGB or grey, its bytes untouched where possible."""

    data: bytes
    width: int
    height: int
    media_type: str


def read_picture(source: Path | bytes, name: str = "") -> Picture:
    """A PNG, JPEG or WebP of one frame and at most 40 megapixels, whatever its name says."""
    name = name or (source.name if isinstance(source, Path) else "the picture")
    data = read_capped(source) if isinstance(source, Path) else source
    if len(data) > MAX_FILE:
        raise ImportRejected(_too_heavy(name, MAX_FILE))
    with _decoded(data, name) as picture:
        return _accepted(picture, data)


def picture_size(data: bytes, name: str) -> tuple[int, int]:
    """Width and height as the file says them, before anything is decoded."""
    with _opened(data, name) as picture:
        return picture.size


def refuse_bad_asset(data: bytes, name: str) -> None:
    """Let only whole pictures, drawing data (SVG path text) and kept PSD records pass."""
    if media_type_of(data):
        with _decoded(data, name):
            return
    if data.startswith(PSD_RECORD) and len(data) <= MAX_DRAWING:
        return  # bytes that nothing decodes
    if len(data) > MAX_DRAWING or not data.isascii():
        raise ImportRejected(f"{name} is neither a picture nor path data; export the file again")


def media_type_of(data: bytes) -> str:
    """By content: "image/png", "image/jpeg", "image/webp", or "" for anything else."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "image/webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else ""


def kind_of(head: bytes) -> str:
    """By content: "picture", "psd", "svg", or what else the first bytes are: "a GIF"."""
    if media_type_of(head):
        return "picture"
    if head.startswith(b"8BPS"):
        return "psd"
    return "svg" if head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<") else _kind(head)


def read_capped(path: Path, most: int = MAX_FILE) -> bytes:
    """The bytes of a regular file, if there are not too many."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise ImportRejected(f"{path} is not a file; give the path of a file")
        if status.st_size > most:
            raise ImportRejected(_too_heavy(path.name, most))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise ImportRejected(f"there is no file {path}; check the name") from error
    except OSError as error:
        raise ImportRejected(f"cannot read {path}: {error.strerror}") from error
    if len(data) > most:
        raise ImportRejected(_too_heavy(path.name, most))
    return data


class Archive:
    """A zip whose table of contents has passed; members are read one by one, never unpacked."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._members = {info.filename: info for info in archive.infolist()}
        self.name = name

    def names(self, folder: str = "") -> tuple[str, ...]:
        """The members below a folder ("assets/"), in the order of the file."""
        return tuple(n for n in self._members if n.startswith(folder) and n != folder)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, most: int = MAX_UNPACKED) -> bytes:
        """A member's bytes, checked against its CRC."""
        info = self._members.get(name)
        if info is None:
            raise ImportRejected(f"{self.name} is damaged: {name} is missing; use a backup of it")
        if info.file_size > most:
            raise ImportRejected(_too_heavy(f"{name} in {self.name}", most))
        try:
            with self._archive.open(info) as member:
                return member.read(info.file_size)  # bounded, though a header may understate
        except _ZIP_FAULTS as error:
            raise ImportRejected(
                f"{self.name} is damaged: {name} cannot be read ({error}); use a backup of it"
            ) from error


@contextmanager
def open_zip(path: Path) -> Iterator[Archive]:
    """A zip that is not a trap: bounded in every size, with unique, relative names."""
    try:
        if not path.is_file():
            raise ImportRejected(f"there is no file {path}; check the name")
        archive = zipfile.ZipFile(path)
    except _ZIP_FAULTS as error:
        raise ImportRejected(f"{path.name} is damaged or no zip file ({error})") from error
    with archive:
        _refuse_traps(archive.infolist(), path.name)
        yield Archive(archive, path.name)


def read_xml(data: bytes, name: str) -> Element:
    """The root of an XML document without DTD, entities or endless nesting."""
    depth = 0
    try:
        events = iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=True)
        for event, _ in events:
            depth += 1 if event == "start" else -1
            if depth > MAX_XML_DEPTH:
                raise ImportRejected(f"{name} nests deeper than {MAX_XML_DEPTH}; flatten groups")
        return events.root
    except ParseError as error:
        raise ImportRejected(f"{name} is not well-formed XML: {error}") from error
    except DefusedXmlException as error:
        raise ImportRejected(
            f"{name} declares a DTD or entities, which Plakat does not read; save it without"
        ) from error
    except (ValueError, LookupError) as error:  # unknown or broken encodings
        raise ImportRejected(f"{name} cannot be read as XML: {error}") from error


def read_json(data: bytes, name: str, most: int = MAX_FILE) -> Any:
    """Any JSON value of a sane size and depth."""
    if len(data) > most:
        raise ImportRejected(_too_heavy(name, most))
    try:
        return parse_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise ImportRejected(f"{name} is not valid JSON: {error}") from error


@contextmanager
def _decoded(data: bytes, name: str) -> Iterator[Image.Image]:
    """The picture, decoded to the end."""
    with _opened(data, name) as picture:
        picture.load()
        yield picture


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """The picture once its kind, size and frames are accepted; what fails inside is its fault."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's doubts about what it repairs by itself
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "WEBP")) as picture:
                _refuse_odd(picture, name)
                yield picture
    except UnidentifiedImageError as error:
        raise ImportRejected(
            f"{name} is {_kind(data)}; Plakat reads PNG, JPEG and WebP: save it as one of these"
        ) from error
    except Image.DecompressionBombError as error:
        raise ImportRejected(_too_large(name)) from error
    except _DECODER_FAULTS as error:
        raise ImportRejected(f"{name} is damaged ({error}); save it again") from error


def _refuse_odd(picture: Image.Image, name: str) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise ImportRejected(_too_large(name, f" ({picture.width}x{picture.height})"))
    # A JPEG with several pictures (MPO, from phones) shows its first one everywhere.
    if picture.format != "MPO" and getattr(picture, "n_frames", 1) > 1:
        raise ImportRejected(f"{name} is animated; save one frame of it as a picture")


def _accepted(picture: Image.Image, data: bytes) -> Picture:
    """The file as it is, or encoded anew when it is turned, or not sRGB or grey of 8 bits."""
    media_type = _FORMATS[picture.format or ""]
    turned = picture.getexif().get(_ORIENTATION, _UPRIGHT) != _UPRIGHT
    if picture.mode in _KEPT_MODES and not turned and _is_srgb(picture):
        return Picture(data, picture.width, picture.height, media_type)
    upright = _in_srgb(ImageOps.exif_transpose(picture))
    buffer = io.BytesIO()
    if media_type == "image/jpeg":
        upright.save(buffer, "JPEG", quality=95, subsampling=0, exif=b"", icc_profile=None)
    else:
        media_type = "image/png"
        upright.save(buffer, "PNG", compress_level=1, exif=b"", icc_profile=None)
    return Picture(buffer.getvalue(), upright.width, upright.height, media_type)


def _is_srgb(picture: Image.Image) -> bool:
    profile = picture.info.get("icc_profile")
    return not profile or b"sRGB" in profile or "sRGB".encode("utf-16-be") in profile


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Colours as an sRGB screen shows them; a broken profile is ignored."""
    from PIL import ImageCms

    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda value: value / 257).convert("L")
    alpha = "A" in picture.mode or "transparency" in picture.info
    mode = "RGBA" if alpha else "RGB"
    source = picture if picture.mode in ("RGB", "RGBA", "L", "CMYK") else picture.convert(mode)
    if _is_srgb(picture):
        return source.convert(mode)
    try:
        profile = ImageCms.ImageCmsProfile(io.BytesIO(picture.info["icc_profile"]))
        screen = ImageCms.createProfile("sRGB")
        shown = ImageCms.profileToProfile(source, profile, screen, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return source.convert(mode)
    return shown if shown is not None else source


def _refuse_traps(members: list[zipfile.ZipInfo], name: str) -> None:
    if len(members) > MAX_MEMBERS:
        raise ImportRejected(f"{name} has {len(members)} members; {MAX_MEMBERS} are allowed")
    if sum(info.file_size for info in members) > MAX_UNPACKED:
        raise ImportRejected(f"{name} unpacks to more than {MAX_UNPACKED // 2**20} MB")
    seen: set[str] = set()
    for info in members:
        fault = _fault(info)
        if info.filename in seen:
            fault = "is there twice"
        if fault:
            raise ImportRejected(f"{name} is not safe to open: member {info.filename!r} {fault}")
        seen.add(info.filename)


def _fault(info: zipfile.ZipInfo) -> str:
    path = PurePosixPath(info.filename)
    if path.is_absolute() or ".." in path.parts or set("\\:") & set(info.filename):
        return "has an unsafe path"
    if not info.filename.isprintable():
        return "has an unreadable name"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "is a link"
    if info.flag_bits & 0x1:
        return "is encrypted"
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        return "is packed in a way Plakat does not read"
    if info.file_size > 2**20 and info.file_size > MAX_RATIO * max(1, info.compress_size):
        return "unpacks to suspiciously much"
    return ""


def _kind(data: bytes) -> str:
    if not data:
        return "empty"
    kinds = (kind for at, magic, kind in _OTHER_KINDS if data[at:].startswith(magic))
    return next(kinds, "not a picture")


def _too_large(name: str, size: str = "") -> str:
    return f"{name} has more than {MAX_PIXELS // 10**6} megapixels{size}; make it smaller"


def _too_heavy(name: str, most: int) -> str:
    size = f"{most // 2**20} MB" if most >= 2**20 else f"{most} bytes"
    return f"{name} is larger than {size}; make it smaller"
