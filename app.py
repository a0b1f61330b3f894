"""Plakat's commands and composition root: it chooses the parts, wires them and reports.

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
from typing import Any

from command_line import fail, parser_of_commands


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = parser_of_commands().parse_args(arguments)
    try:
        _name_models(getattr(options, "models", []))
        return COMMANDS[options.command](options)
    except BrokenPipeError:  # the reader of a list went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return fail("interrupted; nothing half-written was left", 130)
    except ImportError as error:
        return fail(_library_advice(error), 1)
    except Exception as error:  # the outermost border: one line for people, whatever happened
        return fail(*_line_for(error))


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


COMMANDS = {
    None: run_serve, "serve": run_serve, "design": run_design, "edit": run_edit, "chat": run_chat,
    "export": run_export, "check": run_check, "campaign": run_campaign, "list": run_list,
}  # fmt: skip


def _painter(options: argparse.Namespace) -> Any:
    from generators.registry import painter_named
    from generators.settings import Settings

    means = (options.preset, options.offload, options.storage, options.retry_seed)
    more = (
        options.guidance_rule,
        options.first_step,
        options.refine,
        options.cache,
        options.schedule,
    )
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


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):  # a pipe may know fewer letters than a title
        sys.stdout.reconfigure(errors="backslashreplace")
    sys.exit(main())
