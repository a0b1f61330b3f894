"""Work on hostile bytes in a process of its own, with little memory and time.

The module that is run reads stdin and writes stdout; it begins with `bound` and says a refusal by
`refuse`. A process that dies, hangs or grows refuses the file and nothing else.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from design_io.errors import ImportRejected

_ROOT = Path(__file__).resolve().parent.parent
_REFUSED = 3  # exit code: stderr holds the sentence
_LONGEST = 400  # characters of a sentence


def run_apart(module: str, arguments: tuple[str, ...], data: bytes, seconds: float) -> bytes:
    """What `python -m module` makes of the data; TimeoutError, or ValueError when it dies."""
    path = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments], input=data, capture_output=True,
            timeout=seconds, env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(f"{module} takes more than {seconds:g} s") from error
    if done.returncode == _REFUSED:
        *_, sentence = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ImportRejected(sentence[:_LONGEST])
    if done.returncode or not done.stdout:
        raise ValueError(f"{module} ended with {done.returncode}")
    return done.stdout


def bound(seconds: int, memory: int) -> None:
    """Limits of this process in CPU seconds and bytes, where the system knows such limits."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def refuse(sentence: str) -> NoReturn:
    """The last line of stderr, whatever the libraries at work wrote there before."""
    sys.stderr.write("\n" + " ".join(sentence.split()))
    sys.exit(_REFUSED)
