"""An application on a free port of this computer, for as long as it is needed."""

import threading
from contextlib import contextmanager

import uvicorn


@contextmanager
def loopback(app):
    """The address of the running application."""
    config = uvicorn.Config(app, port=0, log_level="critical", ws="websockets-sansio")
    running = uvicorn.Server(config)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    while not running.started:
        thread.join(0.01)
    port = running.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        running.should_exit = True
        thread.join()
