"""A real server on a real socket, and visitors who mean harm, repeat themselves or fall silent."""

import asyncio
import io
import json
import socket
import struct
import threading
import time
import uuid
import zlib

import httpx
import pytest
import uvicorn
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from agents.home import Home
from design_io.commands import AddLayer, UpdateLayer
from design_io.document import Canvas, Design, ShapeLayer, TextLayer
from design_io.errors import DesignError
from editor.api import api_router
from editor.desk import Gesture, desk_at
from editor.guard import Guard, own_page
from editor.host import told
from editor.live import live_router
from generators.artist import Artist

DOC = "d" * 32


def shape(name, x=0.0, **more):
    return ShapeLayer(id=name, role="ornament", box=(x, 0, 40, 40), path="M0 0H1V1H0Z", **more)


def start():
    title = TextLayer(id="title", role="title", box=(40, 40, 500, 200), text="Jazz")
    layers = (shape("dot"), shape("kept", 80, locked=True), title)
    return Design(title="Jazz", canvas=Canvas(width=600, height=800), layers=layers)


UPDATE = '{"t":"cmd","commands":[{"op":"update_layer","layer_id":"title","changes":%s}]}'
LONE_HALF = UPDATE % r'{"text":"\ud800"}'
NO_NUMBER = UPDATE % '{"box":[NaN,0,1,1]}'


class Server:
    def __init__(self, folder):
        self.home = Home(folder)
        self.home.store.create(start(), design_id=DOC)
        self.desk = desk_at(self.home, Artist())
        self.app = FastAPI()
        for router in (live_router(self.desk, own_page), api_router(self.desk)):
            self.app.include_router(router)
        self.app.add_exception_handler(DesignError, told)
        self.app.add_middleware(Guard)
        config = uvicorn.Config(self.app, port=0, log_level="error", ws="websockets-sansio")
        self.server = uvicorn.Server(config)
        self.thread = threading.Thread(target=self.server.run, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.01)
        self.port = self.server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"

    def tab(self, doc=DOC, **more):
        address = f"ws://127.0.0.1:{self.port}/studio/ws/d/{doc}"
        return Tab(connect(address, max_size=None, **more).__enter__())

    def design(self):
        return self.home.store.load(DOC).design


class Tab:
    def __init__(self, wire):
        self.wire = wire
        self.first = json.loads(wire.recv(10))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.wire.close()

    def say(self, **message):
        self.wire.send(json.dumps(message))

    def hear(self, *kinds):
        """The next message of these kinds."""
        while True:
            message = json.loads(self.wire.recv(20))
            if not kinds or message["t"] in kinds:
                return message

    def commit(self, *commands, txn="", **more):
        told = [c if isinstance(c, dict) else c.model_dump(mode="json") for c in commands]
        txn = txn or uuid.uuid4().hex[:16]
        self.say(t="cmd", txn=txn, label="Edit", commands=told, **more)
        while (answer := self.hear("commit", "reject"))["txn"] != txn:
            pass
        return answer


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    served = Server(tmp_path_factory.mktemp("hostile"))
    yield served
    served.server.should_exit = True
    served.thread.join(5)


@pytest.fixture
def tab(server):
    with server.tab() as made:
        yield made


def update(layer, **changes):
    return {"op": "update_layer", "layer_id": layer, "changes": changes}


def test_a_page_of_another_site_gets_no_socket(server):
    with pytest.raises(InvalidStatus, match="403"):
        server.tab(additional_headers={"Origin": "https://evil.example"})


def test_a_design_of_nobody_is_told_and_the_socket_ends(server):
    with server.tab("e" * 32) as tab:
        assert "no such design" in tab.first["error"]
        with pytest.raises(ConnectionClosed):
            tab.hear()


@pytest.mark.parametrize(
    "said",
    [
        '{"t":"launch"}', "[1]", "{", '"cmd"', "[" * 90_000, '{"t":"cmd","commands":{}}',
        '{"t":"cmd","commands":[]}', '{"t":"cmd","commands":[3]}',
        '{"t":"cmd","commands":[{"op":{}}]}', '{"t":"cmd","commands":[{"op":"group","ids":[]}]}',
        LONE_HALF, '{"t":"cmd","commands":[{"op":"exec"}]}',
        '{"t":"layout_preview","id":"nobody","changes":{}}', '{"t":"layout_preview","id":"title"}',
        '{"t":"layout_preview","id":"title","changes":3}', '{"t":"undo"}', '{"t":"prompt"}',
        '{"t":"prompt","text":""}', '{"t":"prompt","text":"x","sel":7}',
        NO_NUMBER,
    ],
)  # fmt: skip
def test_nonsense_is_answered_with_a_sentence_and_the_socket_stays(tab, said):
    tab.wire.send(said)
    told = tab.hear("reject", "said")
    assert len(told.get("error") or told["text"]) > 10
    tab.say(t="resync")
    assert tab.hear("snapshot")["rev"] == tab.first["rev"]


def test_bytes_instead_of_text_end_only_their_own_socket(server, tab):
    with server.tab() as other:
        other.wire.send(b"\x00\x01")
    tab.say(t="resync")
    assert tab.hear("snapshot")


def test_a_change_on_an_old_revision_is_made_on_the_present_one(server, tab):
    with server.tab() as other:
        tab.commit(update("title", text="Funk"), base=tab.first["rev"])
        other.commit(update("dot", opacity=0.5), base=0)
    design = server.design()
    assert (design.layer("title").text, design.layer("dot").opacity) == ("Funk", 0.5)


def test_a_gesture_repeated_after_the_network_broke_is_done_once(server):
    command = AddLayer(layer=shape("once"))
    with server.tab() as tab:
        tab.say(t="cmd", txn="broken", label="Add", commands=[command.model_dump(mode="json")])
    with server.tab() as tab:
        answer = tab.commit(command, txn="broken")
    assert (answer["t"], answer["txn"]) == ("commit", "broken")
    assert [layer.id for layer in server.design().layers].count("once") == 1


def test_a_gesture_repeated_after_the_server_was_started_anew_is_done_once(server, tab):
    before = tab.commit(update("dot", opacity=0.25), txn="restarted")["rev"]
    again = desk_at(Home(server.home.folder), Artist())
    command = UpdateLayer(layer_id="dot", changes={"opacity": 0.1})
    work = again.commit(DOC, [command], "Edit", gesture=Gesture("restarted"))
    assert asyncio.run(work) == before


def test_a_prompt_repeated_after_the_network_broke_is_done_once(server):
    said = {"t": "prompt", "txn": "asked", "text": "make the title red", "sel": []}
    with server.tab() as tab:
        tab.say(**said)
    with server.tab() as tab:
        tab.say(**said)
        assert tab.hear("said")["kind"] == "done"
        before = server.home.store.load(DOC).revision
        tab.say(**said)
        assert tab.hear("said")["kind"] == "done"
    said = [m.text for m in server.home.store.transcript(DOC) if m.author == "user"]
    assert said.count("make the title red") == 1
    assert server.home.store.load(DOC).revision == before


def test_a_locked_layer_is_kept_from_hands_and_from_the_agent(server, tab):
    assert "locked" in tab.commit(update("kept", opacity=0.1))["error"]
    tab.say(t="prompt", txn="l", text="delete it", sel=["kept"])
    tab.hear("said")
    assert server.design().layer("kept").opacity == 1


def test_a_paste_of_fifty_thousand_characters_is_answered_in_time(server, tab):
    started = time.perf_counter()
    answer = tab.commit(update("title", text="lorem ipsum " * 4200))
    assert answer["t"] in ("commit", "reject") and time.perf_counter() - started < 10
    tab.commit(update("title", text="Jazz"))


def test_five_hundred_layers_are_taken_in_one_step_and_taken_back(server, tab):
    many = [AddLayer(layer=shape(f"n{n}", n)) for n in range(500)]
    answer = tab.commit(*many)
    assert len(answer["nodes"]) == 500
    tab.say(t="undo")
    assert len(tab.hear("commit")["removed"]) == 500


def test_too_many_commands_and_too_long_messages_are_refused(tab):
    assert "2,000" in tab.commit(*[update("dot", opacity=1)] * 2001)["error"]
    tab.wire.send("x" * 4_000_001)
    assert "too much" in tab.hear("reject")["error"]


def test_an_endless_upload_is_refused_while_it_streams(server):
    head = b"POST /studio/api/uploads HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
    kind = b"Content-Type: multipart/form-data; boundary=b\r\n\r\n"
    part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    chunk = b"100000\r\n" + b"\0" * 0x100000 + b"\r\n"
    sent = 0
    with socket.create_connection(("127.0.0.1", server.port)) as wire:
        wire.sendall(head + kind + b"%x\r\n" % len(part) + part + b"\r\n")
        try:
            while sent < 200:
                wire.sendall(chunk)
                sent += 1
        except OSError:
            pass
    assert sent < 190


def test_an_upload_that_says_it_is_too_large_is_not_even_read(server):
    with socket.create_connection(("127.0.0.1", server.port)) as wire:
        wire.sendall(
            b"POST /studio/api/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 200000000\r\n\r\n"
        )
        assert b"413" in wire.recv(4000)


def huge_png():
    def chunk(kind, data):
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 20000, 20000, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\0" * 60001 * 20)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bomb.png", huge_png(), "megapixels"),
        ("fake.png", b"<script>alert(1)</script>", ""),
        ("empty.jpg", b"", ""),
        ("../../etc/passwd", b"root", ""),
    ],
)
def test_a_picture_that_is_none_or_too_large_is_refused_with_a_reason(server, name, data, why):
    files = {"file": (name, io.BytesIO(data))}
    answer = httpx.post(f"{server.address}/studio/api/uploads", files=files, timeout=20)
    assert answer.status_code == 422 and why in answer.text
