"""A loopback server that speaks ComfyUI's HTTP and WebSocket protocol, and paints plain colours.

`nodes` is what it says of its node classes; `script` how a picture goes: well, or not."""

import asyncio
import io
import json
import struct
import uuid
from contextlib import contextmanager, suppress

from fastapi import FastAPI, Request, WebSocket, WebSocketDisconnect
from fastapi.responses import JSONResponse, Response
from PIL import Image

from tests.loopback import loopback

STEPS = 4
FILES = {
    "unet_name": ["sdxl.safetensors", "flux-2-klein-4b-fp8.safetensors"],
    "clip_name": ["qwen_3_4b.safetensors"],
    "vae_name": ["flux2-vae.safetensors"],
}


class Comfy:
    def __init__(self):
        self.sockets, self.asked, self.uploads, self.told = {}, {}, {}, []
        self.script = "well"
        self.missing = set()  # node classes
        self.interrupted = asyncio.Event()
        self.app = FastAPI()
        for part in (self._sockets_and_nodes, self._asking, self._fetching, self._stopping):
            part(self.app)

    def _sockets_and_nodes(self, app):
        @app.websocket("/ws")
        async def ws(socket: WebSocket, clientId: str):
            await socket.accept()
            self.sockets[clientId] = socket
            await self._say(clientId, "status", {"status": {"exec_info": {"queue_remaining": 0}}})
            with suppress(WebSocketDisconnect):
                await socket.receive()

        @app.get("/object_info/{name}")
        def info(name: str):
            if name in self.missing:
                return {}
            lists = {slot: [files, {}] for slot, files in FILES.items()}
            return {name: {"input": {"required": lists, "optional": {}}}}

    def _asking(self, app):
        @app.post("/prompt")
        async def prompt(request: Request):
            told = await request.json()
            if self.script == "refused":
                fault = {"message": "Value not in list", "details": "vae_name: 'x'"}
                nodes = {"3": {"class_type": "VAELoader", "errors": [fault]}}
                error = {"type": "prompt_outputs_failed_validation", "message": "Prompt failed"}
                return JSONResponse({"error": error, "node_errors": nodes}, 400)
            name = str(uuid.uuid4())
            self.asked[name] = told["prompt"]
            self.running = asyncio.create_task(self._paint(name, told["client_id"]))
            return {"prompt_id": name, "number": 1, "node_errors": {}}

        @app.post("/upload/image")
        async def upload(request: Request):
            form = await request.form()
            self.uploads[form["image"].filename] = await form["image"].read()
            return {"name": form["image"].filename, "subfolder": "", "type": "input"}

    def _fetching(self, app):
        @app.get("/history/{name}")
        def history(name: str):
            if self.script == "pictureless":
                return {name: {"outputs": {}}}
            told = {"filename": f"{name}.png", "subfolder": "", "type": "output"}
            return {name: {"outputs": {"saved": {"images": [told]}}, "status": {}}}

        @app.get("/view")
        def view(filename: str):
            if self.script == "garbage":
                return Response(b"<html>no</html>")
            return Response(self._picture(self.asked[filename.removesuffix(".png")]))

    def _stopping(self, app):
        @app.post("/interrupt")
        async def interrupt(request: Request):
            self.told.append(("interrupt", (await request.json()).get("prompt_id")))
            self.interrupted.set()
            return Response()

        @app.post("/queue")
        async def queue(request: Request):
            self.told.append(("queue", await request.json()))
            return Response()

    async def _paint(self, name, client):
        await self._say(client, "execution_start", {"prompt_id": name})
        await self._say(client, "executing", {"node": "painting", "prompt_id": "another"})
        for step in range(1, STEPS + 1):
            preview = io.BytesIO()
            Image.new("RGB", (8, 8), (250, 0, 0)).save(preview, "JPEG")
            head = struct.pack(">II", 1, 1)
            await self.sockets[client].send_bytes(head + preview.getvalue())
            told = {"value": step, "max": STEPS, "prompt_id": name, "node": "painting"}
            await self._say(client, "progress", told)
            if self.script == "gone":
                await self.sockets[client].close(1012)
                return
            if self.script == "broken" and step == 2:
                told = {"prompt_id": name, "node_type": "UNETLoader"}
                told["exception_message"] = "CUDA out of memory"
                await self._say(client, "execution_error", told)
                return
            if self.script == "slow" and step == 2:
                await self.interrupted.wait()
                await self._say(client, "execution_interrupted", {"prompt_id": name})
                return
        await self._say(client, "executing", {"node": None, "prompt_id": name})

    async def _say(self, client, kind, data):
        await self.sockets[client].send_text(json.dumps({"type": kind, "data": data}))

    def _picture(self, nodes):
        """In a colour that seed and prompt decide, as large as the latent."""
        size = (nodes["empty"]["inputs"]["width"], nodes["empty"]["inputs"]["height"])
        text = f"{nodes['noise']['inputs']['noise_seed']} {nodes['told']['inputs']['text']}"
        number = sum(text.encode()) % 256
        data = io.BytesIO()
        Image.new("RGB", size, (number, 255 - number, 90)).save(data, "PNG")
        return data.getvalue()


@contextmanager
def comfy():
    """The server, with its address as `url`."""
    server = Comfy()
    with loopback(server.app) as server.url:
        yield server
