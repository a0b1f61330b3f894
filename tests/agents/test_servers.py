"""Model servers on this machine: found by what they answer, within a fifth of a second."""

import asyncio
import socket
import threading
import time
from contextlib import contextmanager

import pytest
from model_server import serving
from needs import needs

from agents.chat_model import PROVIDERS
from agents.mind_choice import mind_named, offered
from agents.servers import SECONDS, servers_found

needs("langchain_openai", "llm")


@contextmanager
def answering(reply, wait=0.0):
    """Something on a port that answers every caller with these bytes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve():
            while True:
                try:
                    caller, _ = listening.accept()
                except OSError:
                    return
                with caller:
                    caller.recv(1000)
                    time.sleep(wait)
                    caller.sendall(reply)

        threading.Thread(target=serve, daemon=True).start()
        yield listening.getsockname()[1]
        listening.shutdown(socket.SHUT_RDWR)


def found(**ports):
    return asyncio.run(servers_found(ports))


def test_a_running_server_is_found_with_its_models():
    with serving() as server:
        (one,) = found(ollama=server.server_port, vllm=1)
    assert one.option == "--llm ollama:tiny" and one.url == server.url and "scripted" in one.models


@pytest.mark.parametrize(
    "reply",
    [
        b"", b"HTTP/1.0 404 no\r\n\r\n{}", b"SSH-2.0-OpenSSH\r\n", b"HTTP/1.0 200 OK\r\n\r\n[1]",
        b'HTTP/1.0 200 OK\r\n\r\n{"data": [{"id": "\\u001b[31m"}, {"id": 5}]}',
        b"HTTP/1.0 200 OK\r\n\r\n" + b"[" * 100_000, b"x" * 300_000,
    ],
)  # fmt: skip
def test_what_is_no_model_server_is_passed_over(reply):
    with answering(reply) as port:
        assert found(ollama=port) == ()


def test_a_port_that_never_answers_costs_a_fifth_of_a_second():
    with answering(b"late", wait=5.0) as port:
        started = time.perf_counter()
        assert found(ollama=port, vllm=port) == ()
        assert time.perf_counter() - started < SECONDS + 0.3


def test_a_running_server_is_offered_and_used_as_the_local_one(monkeypatch):
    with serving() as server:
        monkeypatch.setitem(PROVIDERS, "ollama", PROVIDERS["ollama"]._replace(url=server.url))
        assert offered().endswith("--llm ollama:tiny")
        assert mind_named("local").name == "ollama:tiny"
        assert mind_named("local:scripted").name == "ollama:scripted"
