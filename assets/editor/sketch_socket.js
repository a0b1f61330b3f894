/** The talk with `/studio/ws/sketch`: the newest wish wins, and is said again after a break. */

const PAUSES = [250, 500, 1000, 2000, 4000]; // ms before another try

/**
 * @param {{onMessage: (message: object) => void, onState: (open: boolean) => void}} told
 * @returns {{say: (t: string, wish: object, chosen: number) => number, close: () => void}}
 */
export function sketchSocket({ onMessage, onState }) {
  let socket = null;
  let number = 0;
  let tries = 0;
  let closed = false;
  let waiting = null; // what was said last and not answered to its end

  const open = () => {
    socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/studio/ws/sketch`);
    socket.onopen = () => {
      tries = 0;
      onState(true);
      if (waiting) socket.send(JSON.stringify(waiting));
    };
    socket.onmessage = ({ data }) => heard(JSON.parse(data));
    socket.onclose = () => {
      if (closed) return;
      onState(false);
      setTimeout(open, PAUSES[Math.min(tries++, PAUSES.length - 1)]);
    };
  };

  const heard = (message) => {
    if (message.n !== number && message.t !== "choices") return; // of words that are gone
    if (["done", "committed", "error"].includes(message.t)) waiting = null;
    onMessage(message);
  };

  const say = (t, wish, chosen) => {
    const message = { t, n: t === "choices" ? number : ++number, wish, chosen };
    if (t !== "choices") waiting = message;
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
    return number;
  };

  open();
  return {
    say,
    close() {
      closed = true;
      socket?.close();
    },
  };
}
