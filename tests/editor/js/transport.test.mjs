import assert from "node:assert/strict";
import { test } from "node:test";
import { connect, socketUrl } from "../../../assets/editor/transport.js";

/** A server whose sockets can be broken. */
function line() {
  const sockets = [];
  const waits = [];
  const heard = [];
  const states = [];
  class Socket {
    constructor() {
      this.sent = [];
      sockets.push(this);
    }
    send(text) {
      this.sent.push(JSON.parse(text));
    }
    close() {
      this.onclose?.();
    }
    say(message) {
      this.onmessage({ data: JSON.stringify(message) });
    }
  }
  const transport = connect("ws://here", {
    Socket, onMessage: (message) => heard.push(message), onState: (on) => states.push(on),
    wait: (fn, ms) => waits.push({ fn, ms }),
  });
  return { transport, sockets, waits, heard, states };
}

test("what was not answered is repeated under the same name after a break", () => {
  const { transport, sockets, waits, states } = line();
  sockets[0].say({ t: "snapshot" });
  transport.send({ t: "cmd", txn: "one" });
  transport.send({ t: "cmd", txn: "two" });
  sockets[0].say({ t: "commit", txn: "one" });
  sockets[0].onclose();
  waits[0].fn();
  sockets[1].say({ t: "snapshot" });
  assert.deepEqual(sockets[1].sent, [{ t: "cmd", txn: "two" }]);
  assert.deepEqual(states, [true, false, true]);
});

test("what is said while the line is down goes out when it is back, if it has a name", () => {
  const { transport, sockets } = line();
  assert.equal(transport.send({ t: "cmd", txn: "one" }), true);
  assert.equal(transport.send({ t: "resync" }), false);
  sockets[0].say({ t: "snapshot" });
  assert.deepEqual(sockets[0].sent, [{ t: "cmd", txn: "one" }]);
});

test("each failure waits longer, up to some seconds", () => {
  const { sockets, waits } = line();
  for (let n = 0; n < 8; n += 1) {
    sockets.at(-1).onclose();
    waits.at(-1).fn();
  }
  assert.ok(waits[0].ms < 400 && waits[3].ms > 1200 && waits[7].ms <= 10000);
});

test("a closed line stays closed", () => {
  const { transport, sockets, waits } = line();
  transport.close();
  assert.equal(waits.length, 0);
  assert.equal(sockets.length, 1);
});

test("the socket's address follows the page's", () => {
  assert.equal(socketUrl("/x", { protocol: "https:", host: "a:1" }), "wss://a:1/x");
  assert.equal(socketUrl("/x", { protocol: "http:", host: "a" }), "ws://a/x");
});
