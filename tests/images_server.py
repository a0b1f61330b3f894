"""A loopback server that speaks OpenAI's wire for pictures, and paints plain colours."""

import base64
import io
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from PIL import Image


class Images(ThreadingHTTPServer):
    """Answers by the model's name: plain, gpt, broken, linked, slow or text."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.seen, self.keys, self.go = [], [], threading.Event()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        self.send_response(404)
        self.end_headers()

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.seen.append(body)
        self.server.keys.append(self.headers.get("Authorization"))
        status, told = _answer(body, self.server)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(told if isinstance(told, bytes) else json.dumps(told).encode())


def _answer(body, server):
    model = body.get("model")
    if model == "broken":
        return 401, {"error": {"message": "Incorrect API key provided"}}
    if model == "text":
        return 200, b"<html>"
    if model == "linked":
        return 200, {"data": [{"url": "http://127.0.0.1/x.png"}]}
    if model == "slow":
        server.go.wait(5)
    if model == "gpt":
        for name in ("response_format", "seed"):
            if name in body:
                return 400, {"error": {"message": f"Unknown parameter: '{name}'."}}
        if body["size"] not in ("1024x1024", "1024x1536", "1536x1024"):
            return 400, {"error": {"message": "Invalid size", "param": "size"}}
    size = tuple(map(int, body["size"].split("x")))
    data = io.BytesIO()
    Image.new("RGBA", size, (body.get("seed", 0), 20, 30, 128)).save(data, "PNG")
    return 200, {"data": [{"b64_json": base64.b64encode(data.getvalue()).decode()}]}


@contextmanager
def serving():
    server = Images()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.go.set()
    server.shutdown()
    server.server_close()
