"""Debian's Firefox over WebDriver BiDi, with as much of Playwright's page as a hand needs.

Playwright itself asks of every page what Firefox ESR does not know yet (media features).
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

ADVICE = "Firefox is missing: apt-get install -y --no-install-recommends firefox-esr"
_KEYS = {
    "Enter": "\ue007", "Escape": "\ue00c", "Control": "\ue009", "Shift": "\ue008",
    "Alt": "\ue00a", "Delete": "\ue017", "Tab": "\ue004",
}  # fmt: skip
_STARTED = re.compile(r"BiDi listening on (ws://\S+)")


def executable() -> str | None:
    return shutil.which("firefox-esr") or shutil.which("firefox")


class Firefox:
    """A Firefox without a window, and one page in it; to be closed."""

    def __init__(self, folder: Path, width: int = 1440, height: int = 900) -> None:
        from websockets.sync.client import connect

        (folder / "profile").mkdir()
        command = [
            str(executable()), "--headless", "--no-remote", "--profile", str(folder / "profile"),
            "--remote-debugging-port", "0",
        ]  # fmt: skip
        self._open, self._log = ExitStack(), folder / "log"
        log = self._open.enter_context(self._log.open("w"))
        self._process = subprocess.Popen(command, stdout=log, stderr=log)
        wire = connect(f"{self._listening()}/session", max_size=None)
        self._wire = self._open.enter_context(wire)
        self._count = 0
        self._call("session.new", capabilities={})
        self._page = self._call("browsingContext.getTree")["contexts"][0]["context"]
        viewport = {"width": width, "height": height}
        self._call("browsingContext.setViewport", context=self._page, viewport=viewport)
        self.mouse, self.keyboard = Mouse(self), Keyboard(self)

    def _listening(self) -> str:
        for _ in range(600):
            if found := _STARTED.search(self._log.read_text()):
                return found[1]
            time.sleep(0.1)
        raise RuntimeError("Firefox does not answer")

    def _call(self, method: str, **params: Any) -> dict[str, Any]:
        self._count += 1
        self._wire.send(json.dumps({"id": self._count, "method": method, "params": params}))
        while (answer := json.loads(self._wire.recv(timeout=60))).get("id") != self._count:
            pass  # an event
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['message']}")
        return answer["result"]

    def goto(self, address: str) -> None:
        self._call("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def evaluate(self, function: str, argument: Any = None) -> Any:
        """What a function of JavaScript returns for an argument, both as JSON."""
        call = f"JSON.stringify(({function})({json.dumps(argument)})) ?? 'null'"
        target = {"context": self._page}
        told = self._call("script.evaluate", expression=call, target=target, awaitPromise=False)
        if told["type"] != "success":
            raise RuntimeError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def wait_for_function(self, function: str, timeout: float = 20_000) -> None:
        ends = time.monotonic() + timeout / 1000
        while not self.evaluate(f"() => Boolean(({function})())"):
            if time.monotonic() > ends:
                raise TimeoutError(function)
            time.sleep(0.02)

    def perform(self, kind: str, *actions: dict[str, Any]) -> None:
        source = {"type": kind, "id": kind, "actions": list(actions)}
        self._call("input.performActions", context=self._page, actions=[source])

    def close(self) -> None:
        self._open.close()
        self._process.terminate()
        self._process.wait(20)


class Mouse:
    def __init__(self, page: Firefox) -> None:
        self.page, self.at = page, (0.0, 0.0)

    def move(self, x: float, y: float, steps: int = 1) -> None:
        (a, b), self.at = self.at, (x, y)
        shares = [number / steps for number in range(1, steps + 1)]
        self.page.perform("pointer", *(_to(a + (x - a) * s, b + (y - b) * s) for s in shares))

    def down(self) -> None:
        self.page.perform("pointer", {"type": "pointerDown", "button": 0})

    def up(self) -> None:
        self.page.perform("pointer", {"type": "pointerUp", "button": 0})

    def dblclick(self, x: float, y: float) -> None:
        press = ({"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})
        self.at = (x, y)
        self.page.perform("pointer", _to(x, y), *press, *press)


def _to(x: float, y: float) -> dict[str, Any]:
    return {"type": "pointerMove", "x": round(x), "y": round(y)}


class Keyboard:
    def __init__(self, page: Firefox) -> None:
        self.page = page

    def down(self, key: str) -> None:
        self.page.perform("key", {"type": "keyDown", "value": _KEYS.get(key, key)})

    def up(self, key: str) -> None:
        self.page.perform("key", {"type": "keyUp", "value": _KEYS.get(key, key)})

    def press(self, chord: str) -> None:
        keys = chord.split("+")
        for key in keys:
            self.down(key)
        for key in reversed(keys):
            self.up(key)

    def type(self, words: str) -> None:
        for letter in words:
            self.press(letter)
