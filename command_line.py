"""The arguments of every command, and how a refusal is said."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Any, NoReturn

EPILOG = """examples:
  python app.py                                 opens the editor in the browser
  python app.py design "A jazz night poster for the Blue Note, 12 December, 8 pm"
  python app.py design "Summer sale, 30% off" --size instagram-story --format png,psd -o out
  python app.py edit out/jazz-night.plakat "make the title red"
  python app.py chat out/jazz-night.plakat
  python app.py export out/jazz-night.plakat --format psd,svg
  python app.py check out/jazz-night.plakat
  python app.py campaign requests.csv -o campaign
  python app.py list systems
"""
DEFAULT_FORMATS = "png,svg,psd,layers"
LISTED = ("fonts", "formats", "generators", "models", "sizes", "systems")
_DESIGN = "a .plakat; or a .psd, .ora, .svg or picture, which goes on as a .plakat beside it"
_LONGEST_LINE = 1200  # characters of an error, enough for every list of choices


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, like every other refusal."""

    def error(self, message: str) -> NoReturn:
        sys.exit(fail(f"{message}; see: {self.prog} --help", 2))


def parser_of_commands() -> argparse.ArgumentParser:
    """`command` of what it reads is the command's name; None stands for the editor."""
    parser = _Parser(
        prog="app.py",
        description="Plakat: from a sentence to a layered, editable graphic design.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--home", type=Path, metavar="DIR",
        default=Path(os.environ.get("PLAKAT_HOME") or Path.home() / ".plakat"),
        help="where conversations are kept; default: PLAKAT_HOME or ~/.plakat",
    )  # fmt: skip
    _serve_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    serving = commands.add_parser("serve", help="open the editor in the browser (the default)")
    _serve_options(serving, again=True)
    _design_options(commands.add_parser("design", help="design a poster from a sentence"))
    _edit_options(commands.add_parser("edit", help="change a design by a sentence"))
    _chat_options(commands.add_parser("chat", help="change a design in a conversation"))
    _export_options(commands.add_parser("export", help="write a design in other formats"))
    _check_options(commands.add_parser("check", help="the quality report of a design"))
    _campaign_options(commands.add_parser("campaign", help="one design per row of a CSV file"))
    listing = commands.add_parser(
        "list", help="systems, sizes, generators, fonts, formats or models"
    )
    listing.add_argument("what", choices=LISTED)
    _models_option(listing)
    return parser


def _serve_options(parser: argparse.ArgumentParser, *, again: bool = False) -> None:
    """Of the editor; said again after `serve` they keep what was said before it."""
    port, host, hidden = (argparse.SUPPRESS,) * 3 if again else (7860, "127.0.0.1", False)
    parser.add_argument("--port", type=int, default=port, help="default: 7860")
    parser.add_argument("--host", default=host, help="default: 127.0.0.1, this computer only")
    parser.add_argument("--no-browser", action="store_true", default=hidden, help="only serve")


def _design_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("request", help='what to design, in a sentence; "-" reads standard input')
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="default: the title's name"
    )
    parser.add_argument(
        "--size", help="NAME or WxH[px|mm|cm|in], several for a linked set; see: list sizes"
    )
    parser.add_argument(
        "--format", default=DEFAULT_FORMATS, help="png,svg,... or all; see: list formats"
    )
    parser.add_argument("--seed", type=_seed, default=0, help="another number, another variant")
    parser.add_argument(
        "--variants", type=int, default=1, metavar="N", help="N clearly different designs"
    )
    parser.add_argument(
        "--candidates", type=int, default=1, metavar="N", help="lay out N times, keep the best"
    )
    parser.add_argument(
        "--respect", type=float, metavar="0..1",
        help="on a photograph: copy keeps to the grid (0) or off what the picture shows (1)",
    )  # fmt: skip
    parser.add_argument(
        "--saliency", type=Path, metavar="FILE.onnx",
        help="find what photographs show with this network",
    )  # fmt: skip
    parser.add_argument("--system", help="visual system; see: list systems")
    parser.add_argument("--image", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument(
        "--like", type=Path, metavar="PICTURE", help="take colours and manner from this picture"
    )
    parser.add_argument("--brand", type=Path, metavar="FILE", help="a brand kit; docs/brand.md")
    parser.add_argument(
        "--encoder", default="", metavar="MODEL",
        help="find pictures by meaning with this sentence-transformers model; extra [semantic]",
    )  # fmt: skip
    parser.add_argument("--logo", type=Path, metavar="FILE", help="PNG, JPEG, WebP or SVG")
    parser.add_argument(
        "--qr", default="", metavar="TEXT", help="a QR code: an address, or 'wifi: NAME/PASSWORD'"
    )
    parser.add_argument("--font", type=Path, action="append", default=[], metavar="FILE")
    _painter_options(parser)
    _mind_options(parser)
    parser.add_argument("--zip", action="store_true", help="formats in one zip, with their fonts")
    parser.add_argument("--json", action="store_true", help="print a summary for machines")


def _painter_options(parser: argparse.ArgumentParser) -> None:
    painting = parser.add_argument_group("painting (docs/generators.md)")
    painting.add_argument(
        "--generator", default="artist", metavar="NAME", help="see: list generators"
    )
    painting.add_argument(
        "--preset", default="quality", choices=("draft", "quality", "print"),
        help="how much work a picture is",
    )  # fmt: skip
    _models_option(painting)
    painting.add_argument("--generator-url", default="", metavar="URL", help="a server that paints")
    painting.add_argument(
        "--workflow", type=Path, metavar="FILE", help="of ComfyUI, in its API format"
    )
    painting.add_argument(
        "--offload", default="model", choices=("none", "model", "sequential"),
        help="what waits beside the GPU: nothing, whole parts (default), single layers",
    )  # fmt: skip
    painting.add_argument(
        "--storage", default="full", choices=("full", "fp8"), help="fp8: half the memory"
    )
    painting.add_argument(
        "--cache", default="none", choices=("none", "half", "first-block", "magnitude"),
        help="half: every other step is forecast, from 12 steps on; others: some families only",
    )  # fmt: skip
    painting.add_argument(
        "--schedule", type=Path, metavar="FILE",
        help="which steps are computed, as python -m generators.search_schedule writes it",
    )  # fmt: skip
    painting.add_argument(
        "--guidance-rule", default="plain", choices=("plain", "zero-star", "plus"),
        help="how words are weighed, CFG-Zero* or CFG++: layout transformers and glow",
    )  # fmt: skip
    painting.add_argument(
        "--first-step", type=Path, metavar="DIR",
        help="the base a few-step model was distilled from paints the first step: more variety",
    )  # fmt: skip
    painting.add_argument(
        "--refine", action="store_true", help="a draft first, then half of the steps over it"
    )
    painting.add_argument(
        "--retry-seed", action="store_true", help="another seed where a model's numbers are lost"
    )


def _models_option(parser: Any) -> None:
    parser.add_argument(
        "--models", type=Path, action="append", default=[], metavar="DIR",
        help="a folder, or one file, of weights; again for more, or in PLAKAT_MODELS",
    )  # fmt: skip


def _mind_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--llm", default="", metavar="PROVIDER:MODEL",
        help='a language model betters what the rules understood, "local" a running one; '
        "docs/minds.md",
    )  # fmt: skip
    parser.add_argument("--llm-url", default="", metavar="URL", help="its server, OpenAI's wire")


def _seed(text: str) -> int:
    number = int(text)
    if abs(number) >= 2**63:
        raise argparse.ArgumentTypeError(f"{text} is too large; use at most 18 digits")
    return number


def _edit_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    parser.add_argument("sentence", help='such as "make the title red", "undo", "make it an A3"')
    parser.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="write DIR/F, leave F alone"
    )
    parser.add_argument("--format", default="", help="also write these formats")
    parser.add_argument(
        "--select", default="", metavar="ID,…", help='layers that "it" and "these" mean'
    )
    _mind_options(parser)
    parser.add_argument("--json", action="store_true", help="print the commands for machines")


def _chat_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    _mind_options(parser)


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    parser.add_argument("--format", required=True, help="png,svg,... or all; see: list formats")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="default: beside DESIGN")
    parser.add_argument("--set", action="store_true", help="all designs of its set; PDF: as pages")
    parser.add_argument("--zip", action="store_true", help="one zip, with the fonts of live text")
    paper = parser.add_argument_group("PDF")
    paper.add_argument("--bleed", type=float, metavar="MM", help="default: that of the size")
    paper.add_argument("--marks", action="store_true", help="crop marks")
    paper.add_argument("--outlined", action="store_true", help="text as paths, without fonts")
    paper.add_argument("--profile", type=Path, metavar="FILE.icc", help="CMYK of your printer")


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    _mind_options(parser)
    parser.add_argument("--json", action="store_true", help="print the report for machines")
    parser.add_argument(
        "--recommend", action="store_true", help="the smallest changes that would make it better"
    )


def _campaign_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("csv", type=Path, metavar="FILE.csv", help="columns id and request")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", default=DEFAULT_FORMATS)
    parser.add_argument("--workers", type=int, default=2, metavar="N")


def fail(message: str, code: int) -> int:
    """Print one line on stderr; returns the exit code."""
    line = " ".join(message.split())
    if len(line) > _LONGEST_LINE:  # the end says the way out, so the middle goes
        line = f"{line[:300]} … {line[300 - _LONGEST_LINE :]}"
    print(f"plakat: {line}", file=sys.stderr)
    return code
