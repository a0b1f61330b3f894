"""Plakat's command line and composition root: it chooses the parts, wires them and reports.

Exit code 0: written. 2: bad input, one clear line on stderr. 1: failure. 130: interrupted.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from collections.abc import Iterator
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


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        _name_models(getattr(options, "models", []))
        return options.run(options)
    except BrokenPipeError:  # the reader of a list went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _fail("interrupted; nothing half-written was left", 130)
    except ImportError as error:
        return _fail(_library_advice(error), 1)
    except Exception as error:  # the outermost border: one line for people, whatever happened
        return _fail(*_line_for(error))


def run_serve(options: argparse.Namespace) -> int:
    from agents.home import Home
    from editor.host import serve
    from generators.registry import painter_named

    home = Home(options.home, checkpoints=os.environ.get("PLAKAT_CHECKPOINTS", ""))
    painter = painter_named("artist")
    serve(
        home,
        painter,
        host=options.host,
        port=options.port,
        show=not options.no_browser,
        password=os.environ.get("PLAKAT_PASSWORD", ""),
        hosts=[each for each in os.environ.get("PLAKAT_HOSTS", "").lower().split(",") if each],
    )
    return 0


def run_design(options: argparse.Namespace) -> int:
    from agents.delivery import Order, deliver_variants
    from agents.mind_choice import offered
    from generators.licences import concern

    if options.request.strip() == "-":
        options.request = sys.stdin.read()
    order = Order(
        request=options.request,
        formats=options.format,
        zipped=options.zip,
        size=options.size,
        system=options.system,
        seed=options.seed,
        images=tuple(options.image),
        fonts=tuple(options.font),
        logo=options.logo,
        qr=options.qr,
        like=options.like,
        brand=options.brand,
        encoder=options.encoder,
        llm=options.llm,
        llm_url=options.llm_url,
        variants=options.variants,
        respect=options.respect,
        candidates=options.candidates,
        saliency=options.saliency,
    )
    painter = _painter(options)
    if told := concern(painter.name, painter.licence):
        _note(told)
    progress = _print_progress if sys.stderr.isatty() and not options.json else None
    made = []
    for delivered in deliver_variants(order, options.output, painter, progress):
        made.append(delivered)
        if not options.json:
            _print_delivered(delivered, first=len(made) == 1)
    if options.json:
        summaries = [delivered.summary() for delivered in made]
        several = "variants" if options.variants > 1 else "designs"
        shown = summaries[0] if len(summaries) == 1 else {several: summaries}
        print(json.dumps(shown, ensure_ascii=False, indent=2))
    if progress and not options.llm and (line := offered()):
        _note(line)
    return 0


def _print_delivered(delivered: Any, first: bool) -> None:
    """The files of one design; what all variants share is told once."""
    for path in delivered.files:
        print(path)
    for warning in delivered.warnings if first else delivered.findings:
        _note(warning)


def _note(line: str) -> None:
    print(f"note: {line}", file=sys.stderr)


def run_edit(options: argparse.Namespace) -> int:
    from agents.mind_choice import mind_named
    from agents.turns import edit_file

    mind = mind_named(options.llm, options.llm_url)
    edited = edit_file(
        options.design, options.sentence, options.output, options.format, options.select, mind
    )
    if options.json:
        print(json.dumps(edited.summary(), ensure_ascii=False, indent=2))
        return 0
    print(edited.said)
    for line in edited.diff:
        print(f"  {line}")
    for label, sentence in edited.choices:
        print(f"  {label}: say {sentence!r}" if sentence else f"  {label}")
    for path in edited.files:
        print(path)
    return 0


def run_chat(options: argparse.Namespace) -> int:
    from agents.chatting import chat
    from agents.mind_choice import mind_named
    from generators.registry import painter_named

    mind, painter = mind_named(options.llm, options.llm_url), painter_named("artist")
    chat(options.design, options.home, painter, _spoken_lines(), print, mind)
    return 0


def _spoken_lines() -> Iterator[str]:
    """What is typed, or piped in, line by line."""
    asked = sys.stdin.isatty()
    while True:
        try:
            yield input("> " if asked else "")
        except EOFError:
            return


def run_export(options: argparse.Namespace) -> int:
    from agents.exporting import exported
    from design_io.pdf_settings import print_settings

    asked = print_settings(options.bleed, options.marks, options.outlined, options.profile)
    document, output = options.design, options.output
    done = exported(document, options.format, output, asked, options.set, options.zip)
    for path in done.files:
        print(path)
    for note in done.notes:
        print(f"note: {note}", file=sys.stderr)
    return 0


def run_check(options: argparse.Namespace) -> int:
    from agents.delivery import check_file
    from agents.mind_choice import mind_named

    if options.recommend:
        return _print_advice(options)
    report, lines = check_file(options.design, mind_named(options.llm, options.llm_url))
    print(report.model_dump_json(indent=2) if options.json else "\n".join(lines))
    return 0


def _print_advice(options: argparse.Namespace) -> int:
    from agents.delivery import advice_file

    advice = advice_file(options.design)
    if options.json:
        print(advice.model_dump_json(indent=2))
        return 0
    print(advice.said)
    for number, suggestion in enumerate(advice.suggestions, 1):
        print(f"{number}  {suggestion.summary()}")
        for line in suggestion.lines():
            print(f"   {line}")
    if advice.suggestions:
        print(f'to apply one: python app.py edit {options.design} "apply suggestion 1"')
    return 0


def run_campaign(options: argparse.Namespace) -> int:
    from agents.campaign import run

    outcome = run(options.csv, options.output, options.format, options.workers, _print_row)
    print(f"{outcome.written} written, {outcome.kept} already there, {outcome.failed} failed")
    return 1 if outcome.failed else 0


def run_list(options: argparse.Namespace) -> int:
    from agents.listings import LISTINGS

    for name, about in LISTINGS[options.what]():
        print(f"{name:24}{about}")
    return 0


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line, like every other refusal."""

    def error(self, message: str) -> NoReturn:
        sys.exit(_fail(f"{message}; see: {self.prog} --help", 2))


def _parser() -> argparse.ArgumentParser:
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
    parser.set_defaults(run=run_serve)
    _serve_options(parser)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    serving = commands.add_parser("serve", help="open the editor in the browser (the default)")
    _serve_options(serving, again=True)
    serving.set_defaults(run=run_serve)
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
    listing.set_defaults(run=run_list)
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
        help="find what photographs show with this network; extra [saliency]",
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
    parser.set_defaults(run=run_design)


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
        "--guidance-rule", default="plain", choices=("plain", "zero-star", "plus"),
        help="how words are weighed, CFG-Zero* or CFG++: layout transformers and glow",
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
    parser.set_defaults(run=run_edit)


def _chat_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    _mind_options(parser)
    parser.set_defaults(run=run_chat)


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
    parser.set_defaults(run=run_export)


def _check_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("design", type=Path, metavar="DESIGN", help=_DESIGN)
    _mind_options(parser)
    parser.add_argument("--json", action="store_true", help="print the report for machines")
    parser.add_argument(
        "--recommend", action="store_true", help="the smallest changes that would make it better"
    )
    parser.set_defaults(run=run_check)


def _campaign_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("csv", type=Path, metavar="FILE.csv", help="columns id and request")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--format", default=DEFAULT_FORMATS)
    parser.add_argument("--workers", type=int, default=2, metavar="N")
    parser.set_defaults(run=run_campaign)


def _painter(options: argparse.Namespace) -> Any:
    from generators.registry import painter_named
    from generators.settings import Settings

    means = (options.preset, options.offload, options.storage, options.retry_seed)
    more = (options.guidance_rule, options.refine, options.cache)
    settings = Settings(*means, options.generator_url, options.workflow, *more)
    return painter_named(options.generator, settings)


def _name_models(folders: list[Path]) -> None:
    """Into the environment, where whoever looks for weights looks, in other processes too."""
    from design_io.errors import DesignError

    for folder in folders:
        if not folder.exists():
            raise DesignError(f"there is no folder or file {folder}; --models names one that is")
    told = [*map(str, folders), os.environ.get("PLAKAT_MODELS", "")]
    os.environ["PLAKAT_MODELS"] = os.pathsep.join(filter(None, told))


def _print_progress(step: str, message: str) -> None:
    print(f"{step:10} {message}", file=sys.stderr)


def _print_row(row_id: str, message: str) -> None:
    print(f"{row_id:12} {message}", file=sys.stderr)


def _line_for(error: Exception) -> tuple[str, int]:
    from design_io.errors import DesignError
    from generators.request import GenerationError

    if isinstance(error, DesignError):
        return str(error), 2
    if isinstance(error, OSError):
        where, reason = error.filename or "the files", error.strerror or error
        return f"cannot read or write {where}: {reason}; nothing was left half-written", 2
    if isinstance(error, GenerationError):
        return str(error), 1
    return f"something went wrong inside Plakat: {type(error).__name__}: {error}", 1


def _library_advice(error: ImportError) -> str:
    if any(name in str(error) for name in ("libEGL", "libGL", "skia")):
        return "Skia needs two system libraries: sudo apt-get install -y libegl1 libgl1"
    return f"a library is missing ({error}); run: make setup, or pip install -e ."


def _fail(message: str, code: int) -> int:
    line = " ".join(message.split())
    if len(line) > _LONGEST_LINE:  # the end says the way out, so the middle goes
        line = f"{line[:300]} … {line[300 - _LONGEST_LINE :]}"
    print(f"plakat: {line}", file=sys.stderr)
    return code


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe may know fewer letters than a title
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
