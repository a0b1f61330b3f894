"""Does a sentence said to a design change exactly what it names? A suite of edits by chat.

Run: PYTHONPATH=. python benchmarks/edits.py [FILE.jsonl] [-v]    (-v: every line that went wrong)
A line of the suite names a sample design (`on`), the sentence (`say`), its `kind` and what it must
lead to: `is` (done, asks, impossible, variants, undo, redo, or a list; done when left out), the
layers it must `touch` and `may` touch, and statements that hold `then`: [layer, property, relation,
value].
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any, NamedTuple

from agents.chat.context import Context
from agents.chat.results import Answer, Back, Done, Question, Resize, Variants
from agents.chat.understanding import understand
from agents.reformat import plan_now, reformatted
from benchmarks.edit_measures import changed, expanded, holds
from benchmarks.edit_samples import Sample, add_requests, sample
from design_io.document import Design, leaves
from design_io.errors import DesignError
from design_io.history import History
from generators.artist import Artist

SUITE = Path(__file__).parent.parent / "tests" / "agents" / "edits_suite.jsonl"


class Heard(NamedTuple):
    """What a sentence led to."""

    kind: str  # done, asks, impossible, variants, undo, redo
    said: str
    history: History
    choices: tuple[str, ...] = ()
    variants: tuple[Design, ...] = ()
    dials: dict[str, float] = {}
    seconds: float = 0.0  # of CPU


class Verdict(NamedTuple):
    right: bool
    why: str  # empty when right
    asked: bool  # asked or declined where something else was expected
    astray: bool  # touched a layer that was not named
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=SUITE)
    parser.add_argument("-v", "--verbose", action="store_true")
    options = parser.parse_args()
    rows: dict[str, list[Verdict]] = defaultdict(list)
    for case in cases(options.file):
        verdict = judged(case)
        rows[case["kind"]].append(verdict)
        if options.verbose and not verdict.right:
            print(f"{case['kind']:11}{case['on']:8}{case['say']!r}: {verdict.why}")
    print(f"{'kind':12}{'of':>4}{'right':>7}{'wrong':>7}{'asked':>7}{'astray':>8}{'ms':>7}")
    for kind, verdicts in (*rows.items(), ("all", sum(rows.values(), []))):
        print(_line(kind, verdicts))


def cases(file: Path = SUITE) -> list[dict[str, Any]]:
    """The lines of a suite; their designs are its own where FILE_requests.json lies beside it."""
    found = [json.loads(line) for line in file.read_text("utf-8").splitlines() if line.strip()]
    own = file.with_name(f"{file.stem}_requests.json")
    if not own.exists():
        return found
    add_requests(own, file.stem)
    return [case | {"on": f"{file.stem}/{case['on']}"} for case in found]


def judged(case: dict[str, Any]) -> Verdict:
    """The sentence said to its sample after those `before` it, and whether it did as meant."""
    made = sample(case["on"])
    history = History(made.design)
    for sentence in case.get("before", ()):
        heard = said_to(made, history, sentence)
        if heard.kind not in ("done", "undo", "redo"):
            return Verdict(False, f"before: {heard.kind}: {heard.said}", False, False, 0)
        history = heard.history
    heard = said_to(made, history, case["say"], tuple(case.get("select", ())))
    wanted = case.get("is", "done")
    if isinstance(wanted, list):  # where more than one answer is right
        wanted = heard.kind if heard.kind in wanted else wanted[0]
        case = case | {"is": wanted}
    if heard.kind != wanted:
        asked = heard.kind in ("asks", "impossible")
        why = f"{heard.kind} instead of {wanted}: {heard.said}"
        astray = heard.kind == "done" and bool(_astray(case, history, heard))
        return Verdict(False, why, asked, astray, heard.seconds)
    astray = _astray(case, history, heard) if wanted == "done" else set()
    why = f"touched {', '.join(sorted(astray))}" if astray else _fault(case, history, heard)
    return Verdict(not why, why, False, bool(astray), heard.seconds)


def said_to(made: Sample, history: History, sentence: str, selected: tuple[str, ...] = ()) -> Heard:
    """The answer to one sentence."""
    started = time.process_time()
    plan = plan_now(history, made.plan)
    context = Context(history, made.resources, plan, made.brand, selected)
    heard = _heard(understand(sentence, context), made, history)
    return heard._replace(seconds=time.process_time() - started)


def _heard(answer: Answer, made: Sample, history: History) -> Heard:
    """The answer as the judge looks at it, and done."""
    match answer:
        case Done():
            return Heard("done", answer.said, answer.after(history))
        case Back():
            for _ in range(answer.steps):
                history = history.undo() if answer.kind == "undo" else history.redo()
            return Heard(answer.kind, answer.said, history)
        case Resize():
            new = reformatted(history, made.plan, answer.size, made.resources, Artist())
            return Heard("done", f"laid out anew as {answer.size}", new.history)
        case Question():
            return Heard("asks", answer.said, history, tuple(c.label for c in answer.choices))
        case Variants():
            designs = tuple(variant.design for variant in answer.variants)
            return Heard("variants", answer.said, history, (), designs, answer.dials)
    return Heard("impossible", answer.said, history)


def _astray(case: dict[str, Any], before: History, heard: Heard) -> set[str]:
    """Leaves that were changed though the sentence does not name them."""
    if "design" in case:
        return set()
    old, new = before.present, heard.history.present
    allowed = expanded((*case.get("touch", ()), *case.get("may", ())), old, new)
    return changed(old, new) - allowed


def _fault(case: dict[str, Any], before: History, heard: Heard) -> str:
    """What does not hold of the answer; empty when all does."""
    old, new = before.present, heard.history.present
    match case.get("is", "done"):
        case "asks":
            missing = [c for c in case["choices"] if c not in " ".join(heard.choices).lower()
                       and c not in " ".join(heard.choices)]  # fmt: skip
            return f"choices {heard.choices} lack {missing}" if missing else ""
        case "impossible":
            return "" if case["says"].lower() in heard.said.lower() else f"said {heard.said!r}"
        case "variants":
            return _fault_of_variants(case["dials"], old, heard)
        case "undo":
            steps = len(before.past) - len(heard.history.past)
            return "" if steps == case.get("steps", 1) else f"{steps} steps undone"
        case "redo":
            return "" if len(heard.history.past) > len(before.past) else "nothing redone"
    return _fault_of_design(case, old, new)


def _fault_of_design(case: dict[str, Any], old: Design, new: Design) -> str:
    """What the changed design lacks of what the case says."""
    for field, value in case.get("design", {}).items():
        now = [new.canvas.width, new.canvas.height] if field == "canvas" else getattr(new, field)
        if now != value:
            return f"{field} is {now}"
    touched = changed(old, new)
    stacked = {name for name, prop, *_ in case.get("then", ()) if prop == "order"}
    for name in case.get("touch", ()):
        if name not in stacked and not touched & expanded((name,), old, new):
            return f"{name} was not touched"
    if case.get("only") == "color" and _uncolored(old) != _uncolored(new):
        return "more than colours changed"
    faults = (_fault_of_statement(case, x, old, new) for x in case.get("then", ()))
    return "; ".join(fault for fault in faults if fault)


def _fault_of_statement(
    case: dict[str, Any], statement: list[Any], old: Design, new: Design
) -> str:
    """The statement where it does not hold; why it cannot, where its layer is not there."""
    said = " ".join(map(str, statement))
    try:
        return "" if holds(statement, old, new, sample(case["on"]).resources) else said
    except DesignError as error:
        return f"{said}: {error}"


def _fault_of_variants(dials: dict[str, int], old: Design, heard: Heard) -> str:
    if len({design.model_dump_json() for design in (old, *heard.variants)}) != 4:
        return f"{len(heard.variants)} variants, or some alike"
    wrong = [name for name, sign in dials.items() if heard.dials.get(name, 0) * sign <= 0]
    if wrong:
        return f"dials {heard.dials} instead of {dials}"
    lost = [n for n, design in enumerate(heard.variants, 1) if _words(design) != _words(old)]
    return f"variant {lost[0]} has other words" if lost else ""


def _words(design: Design) -> list[str]:
    """All copy but the small headings, which some layouts leave out."""
    texts = (x for x in leaves(design) if x.kind == "text" and x.visible)
    return sorted(" ".join(x.text for x in texts if not x.id.endswith("-label")).split())


def _uncolored(design: Design) -> list[tuple[object, ...]]:
    return [
        (x.id, x.box, x.visible, x.text if x.kind == "text" else "")
        for x in leaves(design)
        if not x.id.startswith("plate-")
    ]


def _line(kind: str, verdicts: list[Verdict]) -> str:
    counts = Counter(
        {
            "right": sum(v.right for v in verdicts),
            "wrong": sum(not v.right and not v.asked for v in verdicts),
            "asked": sum(v.asked for v in verdicts),
            "astray": sum(v.astray for v in verdicts),
        }
    )
    slowest = 1000 * sorted(v.seconds for v in verdicts)[len(verdicts) // 2]
    return (
        f"{kind:12}{len(verdicts):4}{counts['right']:7}{counts['wrong']:7}{counts['asked']:7}"
        f"{counts['astray']:8}{slowest:7.1f}"
    )


if __name__ == "__main__":
    main()
