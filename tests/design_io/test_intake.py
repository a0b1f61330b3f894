"""The wall: what passes comes through untouched, every hostile file gets one clear line."""

import io
import os
import random
import stat
import struct
import zipfile
import zlib

import numpy as np
import pytest
from PIL import Image, ImageCms

from design_io import intake
from design_io.errors import ImportRejected
from design_io.intake import (
    MAX_MEMBERS,
    media_type_of,
    open_zip,
    read_capped,
    read_json,
    read_picture,
    read_xml,
    refuse_bad_asset,
)

SHADES = np.random.default_rng(7).integers(0, 256, (6, 9, 4), dtype=np.uint8)
RGBA = Image.fromarray(SHADES)
RGB = RGBA.convert("RGB")
FORMATS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


def encoded(picture: Image.Image, kind="PNG", **options) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def pixels(data: bytes, mode="RGB") -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert(mode), int)


def refusal(read, *arguments) -> str:
    with pytest.raises(ImportRejected) as refused:
        read(*arguments)
    assert "\n" not in str(refused.value)
    return str(refused.value)


# Pictures that pass


MODES = {"PNG": "RGB RGBA L LA P 1", "JPEG": "RGB L", "WEBP": "RGB RGBA"}


@pytest.mark.parametrize(
    ("kind", "mode"), [(kind, mode) for kind, modes in MODES.items() for mode in modes.split()]
)
def test_common_pictures_pass_byte_for_byte(kind, mode):
    data = encoded(RGBA.convert(mode), kind)
    assert read_picture(data) == (data, 9, 6, FORMATS[kind])


def test_the_content_decides_and_not_the_name(tmp_path):
    path = tmp_path / "photo.png"
    path.write_bytes(encoded(RGB, "JPEG"))
    assert read_picture(path).media_type == "image/jpeg"


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_photo_is_put_upright(kind, orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    smooth = RGB.resize((90, 60), Image.Resampling.BICUBIC)
    picture = read_picture(
        encoded(smooth, kind, exif=exif, **{"quality": 95} if kind != "PNG" else {})
    )
    wide = orientation < 5
    assert (picture.width, picture.height) == ((90, 60) if wide else (60, 90))
    turned = np.asarray(_TURNS[orientation](smooth), int)
    assert np.abs(pixels(picture.data) - turned).mean() < 4
    assert not Image.open(io.BytesIO(picture.data)).getexif()


_TURNS = {
    n: lambda picture, how=how: picture.transpose(how)
    for n, how in {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM, 5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }.items()
}  # fmt: skip


def test_a_print_photo_becomes_rgb():
    picture = read_picture(encoded(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG"))
    assert picture.media_type == "image/jpeg"
    assert pixels(picture.data)[4, 4] == pytest.approx((255, 0, 0), abs=4)


def test_sixteen_bits_of_grey_become_eight():
    deep = Image.fromarray(np.array([[0, 127 * 257, 65535]], np.uint16))
    assert pixels(read_picture(encoded(deep)).data, "L").tolist() == [[0, 127, 255]]


def test_colours_of_another_profile_are_brought_to_srgb():
    swapped = wide_gamut_profile()
    picture = read_picture(encoded(RGBA, icc_profile=swapped))
    shown = Image.open(io.BytesIO(picture.data))
    assert "icc_profile" not in shown.info and shown.mode == "RGBA"
    assert np.abs(pixels(picture.data) - pixels(encoded(RGB))).max() > 8
    assert (np.asarray(shown)[..., 3] == SHADES[..., 3]).all()


def wide_gamut_profile() -> bytes:
    """sRGB's own profile under another name, its red and green primaries exchanged."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for name in (b"sRGB", "sRGB".encode("utf-16-be")):
        data = data.replace(name, b"x" * len(name))
    return bytes(data.replace(b"rXYZ", b"tmp0").replace(b"gXYZ", b"rXYZ").replace(b"tmp0", b"gXYZ"))


@pytest.mark.parametrize("profile", [ImageCms.createProfile("sRGB"), None])
def test_srgb_pictures_are_left_alone(profile):
    data = encoded(
        RGB, icc_profile=ImageCms.ImageCmsProfile(profile).tobytes() if profile else None
    )
    assert read_picture(data).data == data


def test_a_broken_profile_is_ignored():
    picture = read_picture(encoded(RGB, icc_profile=b"no profile"))
    assert (pixels(picture.data) == pixels(encoded(RGB))).all()


def test_a_phone_jpeg_with_a_second_picture_shows_its_first():
    data = encoded(RGB, "MPO", save_all=True, append_images=[RGB.rotate(90)])
    assert read_picture(data) == (data, 9, 6, "image/jpeg")


# Pictures that do not


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", "the picture is empty; Plakat reads PNG, JPEG and WebP: save it as one of these"),
        (b"Dear all, here are my notes", "the picture is not a picture; Plakat reads"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(20), "the picture is a HEIC; Plakat reads"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "the picture is an SVG; Plakat reads"),
        (b"8BPS" + bytes(40), "the picture is a PSD; Plakat reads"),
        (encoded(RGB, "GIF"), "the picture is a GIF; Plakat reads"),
        (encoded(RGB, "TIFF"), "the picture is a TIFF; Plakat reads"),
        (encoded(RGB, "BMP"), "the picture is a BMP; Plakat reads"),
    ],
)
def test_other_kinds_are_named_and_refused(data, line):
    assert refusal(read_picture, data).startswith(line)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_truncated_picture_is_refused(kind):
    data = encoded(RGBA.resize((200, 200)).convert("RGB"), kind)
    assert "photo is damaged (" in refusal(read_picture, data[: len(data) * 2 // 3], "photo")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_an_animation_is_refused(kind):
    data = encoded(RGB, kind, save_all=True, append_images=[RGB.rotate(180)])
    assert refusal(read_picture, data, "a.png") == (
        "a.png is animated; save one frame of it as a picture"
    )


def flat_png(width: int, height: int) -> bytes:
    """A valid PNG of one colour whose size on disk says nothing about its size."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    rows = zlib.compress(bytes((width // 8 + 1) * min(height, 4000)), 9)
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", rows), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("size", "detail"), [((20_000, 20_000), ""), ((10_000, 4001), " (10000x4001)")]
)
def test_a_decompression_bomb_is_refused_before_it_goes_off(size, detail):
    line = f"bomb.png has more than 40 megapixels{detail}; make it smaller"
    assert refusal(read_picture, flat_png(*size), "bomb.png") == line


def test_a_heavy_file_is_refused_before_it_is_read(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_FILE", 0)
    path = tmp_path / "heavy.png"
    with path.open("wb") as file:
        file.truncate(65 * 2**20)
    assert "heavy.png is larger than 64 MB; make it smaller" in refusal(read_capped, path)


@pytest.mark.parametrize("name", ["missing.png", ".", "pipe"])
def test_what_is_no_file_is_refused(tmp_path, name):
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    assert refusal(read_picture, tmp_path / name).endswith(
        "check the name" if name == "missing.png" else "give the path of a file"
    )


def test_damaged_bytes_never_raise_anything_else():
    chance = random.Random(5)
    sources = [encoded(RGB, kind) for kind in FORMATS]
    for number in range(300):
        data = bytearray(sources[number % 3])
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            read_picture(bytes(data))
        except ImportRejected as error:
            assert "\n" not in str(error)


# Assets


@pytest.mark.parametrize("data", [encoded(RGB), encoded(RGBA, "WEBP"), b"M0 0L10 10Z", b""])
def test_pictures_and_drawings_are_assets(data):
    refuse_bad_asset(data, "asset")


@pytest.mark.parametrize(
    "data", [b"\x7fELF\xff\xfe", encoded(RGB)[:60], flat_png(9000, 9000), "M0 0é".encode()]
)
def test_other_bytes_are_not(data):
    assert refusal(refuse_bad_asset, data, "asset").startswith("asset ")


def test_the_media_type_is_read_from_the_first_bytes():
    assert [media_type_of(encoded(RGB, kind)) for kind in FORMATS] == [*FORMATS.values()]
    assert media_type_of(b"M0 0") == ""


# Zip files


def zipped(path, *members, **options):
    with zipfile.ZipFile(path, "w", **options) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def opened(path) -> str:
    with open_zip(path) as archive:
        return ",".join(archive.names())


def test_members_are_read_by_name(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a.txt", b"A"), ("b/", b""), ("b/c.txt", b"C" * 999))
    with open_zip(path) as archive:
        assert archive.names("b/") == ("b/c.txt",)
        assert archive.read("b/c.txt") == b"C" * 999
        assert "a.txt" in archive and "d.txt" not in archive


def test_a_missing_or_oversized_member_is_refused(tmp_path):
    with open_zip(zipped(tmp_path / "a.zip", ("a.txt", b"A" * 100))) as archive:
        assert "a.zip is damaged: d.txt is missing" in refusal(archive.read, "d.txt")
        assert "a.txt in a.zip is larger than" in refusal(archive.read, "a.txt", 99)


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return info


@pytest.mark.parametrize(
    ("member", "fault"),
    [
        (("../evil", b""), "has an unsafe path"), (("a/../../evil", b""), "has an unsafe path"),
        (("/etc/passwd", b""), "has an unsafe path"), (("C:/evil", b""), "has an unsafe path"),
        (("a\\evil", b""), "has an unsafe path"), ((link("a"), b"/etc/passwd"), "is a link"),
        (("big", bytes(3 * 2**20)), "unpacks to suspiciously much"),
    ],
)  # fmt: skip
def test_a_trap_is_refused(tmp_path, member, fault):
    path = zipped(tmp_path / "trap.zip", member, compression=zipfile.ZIP_DEFLATED)
    line = refusal(opened, path)
    assert line.startswith("trap.zip is not safe to open: member ") and line.endswith(fault)


def test_a_name_that_is_there_twice_is_refused(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped(tmp_path / "a.zip", ("a", b"1"), ("a", b"2"))
    assert refusal(opened, path).endswith("member 'a' is there twice")


def test_other_packings_are_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a", b"1"), compression=zipfile.ZIP_LZMA)
    assert refusal(opened, path).endswith("is packed in a way Plakat does not read")


def test_an_encrypted_member_is_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a", b"1"))
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    assert refusal(opened, path).endswith("is encrypted")


def test_too_many_members_are_refused(tmp_path):
    path = zipped(tmp_path / "a.zip", *((f"m{n}", b"") for n in range(MAX_MEMBERS + 1)))
    assert refusal(opened, path) == f"a.zip has 4097 members; {MAX_MEMBERS} are allowed"


def test_a_size_that_lies_is_found_out(tmp_path):
    path = zipped(tmp_path / "a.zip", ("a", b"1" * 5000), compression=zipfile.ZIP_DEFLATED)
    data = bytearray(path.read_bytes())
    for at in (data.index(b"PK\x03\x04") + 22, data.index(b"PK\x01\x02") + 24):
        data[at : at + 4] = struct.pack("<I", 100)
    path.write_bytes(data)
    with open_zip(path) as archive:
        assert "a cannot be read (Bad CRC-32" in refusal(archive.read, "a")


def test_sizes_are_summed_up(tmp_path, monkeypatch):
    monkeypatch.setattr(intake, "MAX_UNPACKED", 2**20)
    path = zipped(tmp_path / "a.zip", *((f"m{n}", bytes(2**19)) for n in range(3)))
    assert refusal(opened, path) == "a.zip unpacks to more than 1 MB"


@pytest.mark.parametrize("data", [b"", b"PK\x05\x06", b"notes", b"PK\x03\x04" + bytes(99)])
def test_what_is_no_zip_is_refused(tmp_path, data):
    (tmp_path / "a.zip").write_bytes(data)
    assert refusal(opened, tmp_path / "a.zip").startswith("a.zip is damaged or no zip file (")


def test_a_zip_that_is_not_there_is_refused(tmp_path):
    assert "there is no file" in refusal(opened, tmp_path / "a.zip")


# XML and JSON


def test_xml_is_read_with_its_namespaces():
    root = read_xml(b"<svg xmlns='urn:s'><g>\xc3\xa9</g></svg>", "a.svg")
    assert (root.tag, root[0].text) == ("{urn:s}svg", "é")


LAUGHS = b"""<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>"""
OUTSIDE = b"""<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>"""


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (LAUGHS, "a.svg declares a DTD or entities, which Plakat does not read"),
        (OUTSIDE, "a.svg declares a DTD or entities"),
        (b"<!DOCTYPE svg><svg/>", "a.svg declares a DTD"),
        (b"<g>" * 65 + b"</g>" * 65, "a.svg nests deeper than 64; flatten groups"),
        (b"<g>" * 200_000, "a.svg nests deeper than 64"),
        (b"", "a.svg is not well-formed XML: no element found"),
        (b"<a><b></a>", "a.svg is not well-formed XML: mismatched tag"),
        (b"<?xml version='1.0' encoding='klingon'?><a/>", "a.svg "),
        (b"\xff\xfe<", "a.svg "),
    ],
)
def test_hostile_xml_is_refused(data, complaint):
    assert refusal(read_xml, data, "a.svg").startswith(complaint)


def test_json_is_read():
    assert read_json('{"a": [1, "é"]}'.encode(), "a.json") == {"a": [1, "é"]}


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"{", "a.json is not valid JSON: "), (b"NaN", "a.json is not valid JSON: "),
        (b"[" * 1000, "a.json is not valid JSON: recursion limit"),
        (b"\xff", "a.json is not valid JSON: "), (b" " * 1001, "a.json is larger than 1000 bytes"),
    ],
)  # fmt: skip
def test_hostile_json_is_refused(data, complaint):
    assert refusal(read_json, data, "a.json", 1000).startswith(complaint)
