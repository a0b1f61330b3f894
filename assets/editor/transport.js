/**
 * A socket that comes back: JSON messages, and nothing said is lost or said for good twice.
 *
 * A message with a `txn` is kept until the server answers that `txn`, and repeated under the same
 * name after a break; the server knows it again. Other messages go out only while connected.
 */

const FIRST_WAIT = 250; // ms, doubled at each failure
const LONGEST_WAIT = 8000;
const ANSWERS = new Set(["commit", "reject", "said", "proposal"]);

/**
 * @param {string} url ws: or wss: address
 * @param {{onMessage: (message: object) => void, onState?: (connected: boolean) => void,
 *          Socket?: typeof WebSocket, wait?: (fn: () => void, ms: number) => any}} hooks
 */
export function connect(url, hooks) {
  const { onMessage, onState = () => {}, Socket = WebSocket } = hooks;
  const wait = hooks.wait ?? ((fn, ms) => setTimeout(fn, ms));
  const unanswered = new Map(); // txn -> message, in the order said
  let socket = null;
  let failures = 0;
  let closed = false;
  let greeted = false; // the snapshot after a (re)connection has come

  function open() {
    if (closed) return;
    const mine = new Socket(url);
    socket = mine;
    greeted = false;
    mine.onmessage = (event) => socket === mine && receive(JSON.parse(event.data));
    mine.onclose = () => socket === mine && lost();
    mine.onerror = () => mine.close();
  }

  function receive(message) {
    if (ANSWERS.has(message.t)) unanswered.delete(message.txn);
    onMessage(message);
    if (!greeted && message.t === "snapshot") {
      greeted = true;
      failures = 0;
      onState(true);
      for (const said of unanswered.values()) socket.send(JSON.stringify(said));
    }
  }

  function lost() {
    socket = null;
    if (greeted) onState(false);
    greeted = false;
    const delay = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures);
    failures += 1;
    wait(open, delay * (0.75 + Math.random() / 2));
  }

  open();
  return {
    /** Whether it went out, or will when the server is back. */
    send(message) {
      if (message.txn) unanswered.set(message.txn, message);
      if (greeted) socket.send(JSON.stringify(message));
      return greeted || Boolean(message.txn);
    },
    /** What the server has not answered yet. */
    get waiting() {
      return [...unanswered.values()];
    },
    close() {
      closed = true;
      const old = socket;
      socket = null;
      old?.close();
    },
  };
}

/** The name of a gesture. */
export function newTxn() {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The address of a path of this server as a socket. */
export function socketUrl(path, location = window.location) {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${path}`;
}
