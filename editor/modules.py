"""The browser's files of `assets/editor/`, under an address that names what they hold now.

Under that address a browser keeps them for good and asks for none again; under the plain one it
asks each time. `linked` writes a page's head: all modules behind an entry are fetched at once.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

FOLDER = Path(__file__).parent.parent / "assets" / "editor"
ROOT = "/studio/static"
_IMPORT = re.compile(r"""^(?:import|export)\b[^;]*?["']\./([\w.-]+\.js)["']""", re.MULTILINE)
_FOREVER, _ASK = "public, max-age=31536000, immutable", "no-cache"


def address(name: str) -> str:
    """Where a file is that may be kept for good."""
    return f"{ROOT}/{_version(_state())}/{name}"


def linked(*names: str) -> str:
    """Links of a page's head: style sheets, and modules with all that they import."""
    sheets = [name for name in names if name.endswith(".css")]
    modules = [each for name in names if name.endswith(".js") for each in _behind(name)]
    return "\n".join((
        *(f'<link rel="stylesheet" href="{address(name)}">' for name in sheets),
        *(f'<link rel="modulepreload" href="{address(name)}">' for name in dict.fromkeys(modules)),
    ))  # fmt: skip


class Files(StaticFiles):
    """Served as they are; an address of an earlier state answers with what is there now."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        version, *rest = PurePosixPath(path).parts or ("",)
        response = await super().get_response("/".join(rest) if rest else path, scope)
        kept = bool(rest) and version == _version(_state())
        response.headers["Cache-Control"] = _FOREVER if kept else _ASK
        return response


State = tuple[tuple[str, int], ...]  # name and time of change of each file


def _state() -> State:
    return tuple(sorted((each.name, each.stat().st_mtime_ns) for each in FOLDER.iterdir()))


@lru_cache(maxsize=4)
def _version(state: State) -> str:
    digest = hashlib.sha256()
    for name, _ in state:
        digest.update(name.encode() + b"\0" + (FOLDER / name).read_bytes())
    return digest.hexdigest()[:12]


def _behind(entry: str) -> list[str]:
    """The module and all that it imports, nearest first."""
    found = [entry]
    for name in found:
        wanted = _IMPORT.findall((FOLDER / name).read_text(encoding="utf-8"))
        found += [each for each in dict.fromkeys(wanted) if each not in found]
    return found
