"""Files that attack whoever opens them, made here: name → bytes. None of them may do more than be
refused in one line, or come in harmless."""

import io
import struct
import warnings
import zipfile
import zlib

from PIL import Image
from psd_tools import PSDImage

from tests.design_io.test_intake import flat_png, link

XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'


def svg(body: str, size: str = 'width="400" height="400"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {XLINK} {size}>{body}</svg>'.encode()


def chain(kind: str, link_of: str, count: int) -> str:
    """Definitions that each use the next."""
    each = (
        f'<{kind} id="n{n}" width="9" height="9">'
        f'<rect width="9" height="9" {link_of}="url(#n{n + 1})"/></{kind}>'
        for n in range(count)
    )
    return f'<defs>{"".join(each)}</defs><rect width="9" height="9" {link_of}="url(#n0)"/>'


def zipped(*members: tuple[str | zipfile.ZipInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def ora(stack: str, *members: tuple[str | zipfile.ZipInfo, bytes], size=(40, 30)) -> bytes:
    image = f'<image w="{size[0]}" h="{size[1]}"><stack>{stack}</stack></image>'
    mimetype = ("mimetype", b"image/openraster")
    return zipped(mimetype, ("stack.xml", image.encode()), *members)


def psd() -> bytes:
    """A small sound one, with a mask and a group."""
    document = PSDImage.new("RGBA", (60, 40))
    layer = document.create_pixel_layer(Image.effect_noise((50, 30), 60).convert("RGBA"), "Noise")
    layer.create_mask(Image.new("L", (50, 30), 128))
    document.create_group(name="Group").create_pixel_layer(Image.new("RGBA", (9, 9), "red"), "Dot")
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        document.save(buffer)
    return buffer.getvalue()


def psd_header(width: int, height: int, channels: int = 3) -> bytes:
    return struct.pack(">4sH6xHIIHH", b"8BPS", 1, channels, height, width, 8, 3)


def with_layer_count(count: int) -> bytes:
    """A PSD that claims so many layers."""
    body = struct.pack(">h", count) + bytes(20)
    info = struct.pack(">I", len(body)) + body
    sections = struct.pack(">I", 0) * 2 + struct.pack(">I", len(info)) + info
    return psd_header(60, 40) + sections + struct.pack(">H", 0)


def with_lying_layer() -> bytes:
    """A PSD whose layer says it is 30,000 px a side, and holds a hundred bytes."""
    data = bytearray(psd())
    at = data.index(struct.pack(">4i", 0, 0, 30, 50))
    data[at : at + 16] = struct.pack(">4i", 0, 0, 30_000, 30_000)
    return bytes(data)


def zlib_psd() -> bytes:
    """A PSD whose merged picture is 4 MB of zeros in 4 kB."""
    head = psd_header(2000, 2000, 1)[:-2] + struct.pack(">H", 1)
    return head + struct.pack(">I", 0) * 3 + struct.pack(">H", 2) + zlib.compress(bytes(4_000_000))


_DOT = '<layer src="data/a.png" name="a"/>'
_MEMBER = ("data/a.png", flat_png(8, 8))
# Refused, each with a line that says this:
REFUSED: dict[str, tuple[bytes, str]] = {
    "png bomb": (flat_png(20_000, 20_000), "megapixels"),
    "png strip": (flat_png(70_000, 1), "less than"),
    "svg laughs": (b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><svg>&b;</svg>', "DTD"),
    "svg external entity": (
        b'<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>', "DTD",
    ),
    "svg remote href": (svg('<image href="http://evil.example/a.png"/>'), "not in it"),
    "svg file href": (svg('<image xlink:href="file:///etc/passwd"/>'), "not in it"),
    "svg relative href": (svg('<image href="../../secret.png"/>'), "not in it"),
    "svg script href": (svg('<use href="javascript:alert(1)"/>'), "not in it"),
    "svg embedded svg": (svg('<image href="data:image/svg+xml,&lt;svg/&gt;"/>'), "not in it"),
    "svg 10,000 groups": (svg("<g>" * 10_000 + "</g>" * 10_000), "deeper than 64"),
    "svg 60,000 px": (svg("<rect/>", 'width="60000" height="60000"'), "pixels"),
    "svg endless view": (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1e999 1"><rect/></svg>', "less than",
    ),
    "svg uses itself": (svg('<g id="a"><use href="#a"/></g>'), "pieces"),
    "svg uses of uses": (
        svg(
            '<g id="u0"><rect width="1" height="1"/></g>'
            + "".join(f'<g id="u{n}">{f"""<use href="#u{n - 1}"/>""" * 9}</g>' for n in range(1, 9))
        ),
        "pieces",
    ),
    "svg chain of uses": (
        svg("".join(f'<g id="u{n}"><use href="#u{n + 1}"/></g>' for n in range(5000))), "pieces",
    ),
    "svg broken picture": (svg('<image href="data:image/png;base64,iVBORw0K"/>'), "not a pic"),
    "zip bomb": (zipped(("stack.xml", bytes(300 * 2**20))), "suspiciously much"),
    "zip slip": (ora(_DOT, _MEMBER, ("../evil", b"x")), "unsafe path"),
    "zip absolute": (ora(_DOT, _MEMBER, ("/etc/cron.d/evil", b"x")), "unsafe path"),
    "zip link": (ora(_DOT, _MEMBER, (link("data/b.png"), b"/etc/passwd")), "is a link"),
    "ora outside": (ora('<layer src="/etc/passwd"/>'), "is missing"),
    "ora bomb inside": (ora(_DOT, ("data/a.png", flat_png(20_000, 20_000))), "megapixels"),
    "ora no png": (ora(_DOT, ("data/a.png", b"<svg/>")), "an SVG"),
    "ora deep": (ora("<stack>" * 200 + "</stack>" * 200), "deeper than 64"),
    "ora huge sheet": (ora(_DOT, _MEMBER, size=(60_000, 60_000)), "pixels"),
    "psd huge sheet": (psd_header(30_000, 30_000) + bytes(40), "pixels"),
    "psd of 30,000 layers": (with_layer_count(30_000), "damaged"),
    "psd of -30,000 layers": (with_layer_count(-30_000), "damaged"),
    "psd lying layer": (with_lying_layer(), "megapixels"),
    "no design": (zipped(("plakat.json", b"{}"), ("document.json", b"{}")), "damaged"),
}  # fmt: skip
# The drawing process dies or is stopped, and nothing else:
DEADLY: dict[str, bytes] = {
    "svg chain of patterns": svg(chain("pattern", "fill", 2000)),
    "svg chain of masks": svg(chain("mask", "mask", 2000)),
    "svg blur": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="1000"/></filter>'
        + '<g filter="url(#f)">' * 30 + '<rect width="4000" height="4000"/>' + "</g>" * 30,
        'width="4000" height="4000"',
    ),
}  # fmt: skip
# Come in, and nothing of this is left:
HARMLESS: dict[str, bytes] = {
    "svg odd view": svg(
        '<rect width="9" height="9"/>', 'width="40" height="40" viewBox="%s 1..2 ha 9"'
    ),
    "svg script": svg('<script>alert(1)</script><rect width="9" height="9" onload="alert(1)"/>'),
    "svg foreign": svg('<foreignObject><b/></foreignObject><rect width="9" height="9"/>'),
    "svg css": svg(
        '<style>@import "http://evil.example/a.css"; rect{fill:url(http://evil.example/a.svg#b)}'
        '</style><rect width="9" height="9"/>'
    ),
    "svg link": svg('<a href="javascript:alert(1)"><rect width="9" height="9"/></a>'),
    "svg moving": svg('<rect width="9" height="9"><set attributeName="href" to="x"/></rect>'),
    "psd zip of zeros": zlib_psd(),
}
