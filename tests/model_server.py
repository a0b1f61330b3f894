"""A loopback server that speaks OpenAI's wire around a tiny random model: real wire, no sense.

The model's name says how it behaves: "tiny" answers in the asked schema, others misbehave (`WAYS`).
"""

import base64
import json
import threading
import time
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tiny_model import TinyModel

MOST_TOKENS = 900
_PICTURES = ("data:image/png;base64,", "data:image/jpeg;base64,")


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, seed=0):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.model = TinyModel(seed)
        self.answered = 0
        self.seen = []  # bodies of requests
        self.script = []  # what "scripted" answers, the last one for ever

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def serving(seed=0):
    server = Server(seed)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        if self.path != "/v1/models":
            return self._send(404, {"error": {"message": "no such path"}})
        models = [{"id": name, "object": "model", "owned_by": "chance"} for name in WAYS]
        return self._send(200, {"object": "list", "data": models})

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append(body)
        way = WAYS.get(body.get("model"))
        if self.path != "/v1/chat/completions" or way is None:
            return self._send(404, {"error": {"message": f"no model {body.get('model')!r}"}})
        if fault := _fault(body):
            return self._send(400, {"error": {"message": fault}})
        self.server.answered += 1
        return way(self, body)

    def _send(self, status, data):
        raw = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        with suppress(OSError):  # the client gave up waiting
            self.wfile.write(raw)

    def say(self, text, whole=True):
        choice = {
            "index": 0, "message": {"role": "assistant", "content": text},
            "finish_reason": "stop" if whole else "length",
        }  # fmt: skip
        usage = {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2}
        self._send(
            200,
            {
                "id": f"chatcmpl-{self.server.answered}", "object": "chat.completion",
                "created": 0, "model": "tiny", "choices": [choice], "usage": usage,
            },
        )  # fmt: skip


def _fault(body):
    """What a strict server would refuse."""
    for message in body["messages"]:
        for part in message["content"] if isinstance(message["content"], list) else ():
            if part["type"] not in ("text", "image_url"):
                return f"{part['type']!r} is no part of a message"
            if part["type"] == "image_url":
                url = part["image_url"]["url"]
                if not url.startswith(_PICTURES):
                    return "pictures come as data URLs"
                base64.b64decode(url.partition(",")[2], validate=True)
    asked = body.get("response_format", {"type": "text"})
    if asked["type"] == "json_schema" and "schema" not in asked.get("json_schema", {}):
        return "json_schema without a schema"
    return ""


def _tiny(handler, body):
    """Garbage of the asked schema, or without one garbage."""
    server, most = handler.server, min(body.get("max_tokens") or MOST_TOKENS, MOST_TOKENS)
    most = min(most, body.get("max_completion_tokens") or most)
    prompt, asked = json.dumps(body["messages"]), body.get("response_format", {})
    if asked.get("type") != "json_schema":
        return handler.say(server.model.babble(prompt, min(most, 200), server.answered))
    schema = asked["json_schema"]["schema"]
    written = server.model.complete(prompt, schema, most, server.answered)
    return handler.say(written.text, written.whole)


def _free(handler, body):
    body.pop("response_format", None)
    return _tiny(handler, body)


def _scripted(handler, body):
    script = handler.server.script
    answer = script.pop(0) if len(script) > 1 else script[0]
    return handler.say(answer if isinstance(answer, str) else json.dumps(answer))


def _sleepy(handler, body):
    time.sleep(1.0)
    return handler.say("{}")


def _hangup(handler, body):
    handler.close_connection = True
    handler.connection.shutdown(2)


def _no_schemas(handler, body):
    if "response_format" in body:
        return handler._send(400, {"error": {"message": "response_format is not supported"}})
    return _scripted(handler, body)


def _failing(status):
    return lambda handler, body: handler._send(status, {"error": {"message": "no"}})


WAYS = {
    "tiny": _tiny,
    "free": _free,
    "scripted": _scripted,
    "no-schemas": _no_schemas,
    "cut": lambda handler, body: handler.say('{"title": "Ja', whole=False),
    "refuses": lambda handler, body: handler.say("I'm sorry, but I can't help with that."),
    "empty": lambda handler, body: handler.say(""),
    "megabyte": lambda handler, body: handler.say("x" * 1_000_000),
    "megatitle": lambda handler, body: handler.say('{"title": "' + "x" * 1_000_000 + '"}'),
    "sleepy": _sleepy,
    "hangup": _hangup,
    "junk": lambda handler, body: handler._send(200, b"<html>not json"),
    "hollow": lambda handler, body: handler._send(200, {"choices": []}),
    "locked": _failing(401),
    "busy": _failing(429),
    "broken": _failing(500),
}
