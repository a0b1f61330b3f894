/**
 * The designs of a set side by side on one stage, each live on a line of its own; one is worked on.
 *
 * `store` and `scene` stand for those of the board that is worked on, so nothing else needs to know of
 * boards: it is at the world's origin in its own pixels, the others are scaled to stand beside it.
 * Changing boards moves nothing on the screen; listeners of the store hear a snapshot.
 */
import { el } from "./dom.js";
import { createScene } from "./scene.js";
import { createStore } from "./store.js";
import { connect, socketUrl } from "./transport.js";

const GAP = 0.09; // of a board's height

/** @param {{view: object, stage: HTMLElement, doc: string, line?: (id: string) => string}} parts */
export function createBoards({ view, stage, doc, line = lineOf }) {
  const boards = new Map(); // id -> board
  const listeners = new Set();
  const names = el("div", { class: "board-names", on: { pointerdown: (event) => event.stopPropagation() } });
  stage.append(names);
  let active = null;

  function opened(id) {
    const board = { id, factor: 1, at: [0, 0], name: null };
    const transport = connect(line(id), {
      onMessage: (message) => board.store.receive(message),
      onState: (connected) => board.store.connection(connected),
    });
    board.transport = transport;
    board.store = createStore(transport);
    board.root = el("div", { class: "board" });
    Object.assign(board.root.style, { position: "absolute", left: "0", top: "0", transformOrigin: "0 0" });
    view.world.append(board.root);
    board.scene = createScene(board.root, board.store, { view: seenFrom(board) });
    board.unsubscribe = board.store.subscribe((change) => heard(board, change));
    boards.set(id, board);
    return board;
  }

  /** The view as a board's scene has to know it: how large its pixels are. */
  const seenFrom = (board) => ({
    get scale() {
      return view.scale * board.factor;
    },
    subscribe: view.subscribe,
  });

  function closed(board) {
    boards.delete(board.id);
    board.unsubscribe();
    board.transport.close();
    board.scene.destroy();
    board.root.remove();
    board.name?.remove();
  }

  function heard(board, change) {
    if (board === active && change.kind === "snapshot") join(board.store.state.set);
    if (change.kind === "snapshot" || change.message?.design?.canvas) arrange();
    if (board !== active) return;
    for (const fn of [...listeners]) fn(change);
  }

  /** Open and close lines until the boards are those of the set. */
  function join(set) {
    const ids = set.map((member) => member.id);
    if (!ids.includes(active.id)) ids.unshift(active.id);
    for (const id of ids) if (!boards.has(id)) opened(id);
    for (const board of [...boards.values()]) if (!ids.includes(board.id)) closed(board);
    const ordered = ids.map((id) => [id, boards.get(id)]);
    boards.clear();
    for (const [id, board] of ordered) boards.set(id, board);
  }

  function arrange() {
    const shown = [...boards.values()].filter((board) => board.store.state.loaded);
    const sizes = shown.map(({ store }) => store.state.design.canvas);
    const places = rowOf(sizes.map(({ width, height }) => [width, height]), shown.indexOf(active));
    if (!places) return;
    shown.forEach((board, index) => {
      Object.assign(board, places.boards[index]);
      board.root.style.transform = `translate(${board.at[0]}px, ${board.at[1]}px) scale(${board.factor})`;
    });
    view.setFrame(places.frame);
    label();
  }

  /** Names above the boards, as buttons; of one board alone there is none. */
  function label() {
    const many = boards.size > 1;
    for (const board of boards.values()) {
      const { canvas } = board.store.state.design;
      if (!many || !canvas) {
        board.name?.remove();
        board.name = null;
        continue;
      }
      board.name ??= el("button", { class: "board-name", type: "button", on: { click: () => activate(board.id) } });
      if (!board.name.isConnected) names.append(board.name);
      const member = active.store.state.set.find(({ id }) => id === board.id);
      board.name.textContent = member?.name || `${canvas.width} × ${canvas.height}`;
      board.name.setAttribute("aria-pressed", String(board === active));
      const [x, y] = onStage(board, [0, 0]);
      board.name.style.transform = `translate(${Math.round(x)}px, ${Math.round(y) - 26}px)`;
      board.name.style.maxWidth = `${Math.max(40, canvas.width * board.factor * view.scale)}px`;
    }
  }

  const onStage = ({ at, factor }, [x, y]) => view.toScreen([at[0] + x * factor, at[1] + y * factor]);

  /** The board whose sheet lies under a pointer. */
  function boardAt(event) {
    const [x, y] = view.toCanvas(event);
    return [...boards.values()].find(({ at, factor, store }) => {
      const { canvas } = store.state.design;
      return canvas && x >= at[0] && y >= at[1]
        && x < at[0] + canvas.width * factor && y < at[1] + canvas.height * factor;
    });
  }

  /** Work on another board. Nothing moves: the view takes over what the board was scaled by. */
  function activate(id) {
    const next = boards.get(id);
    if (!next || next === active || !next.store.state.loaded) return;
    active.store.select([]);
    const before = { at: next.at, factor: next.factor };
    next.store.state.set = active.store.state.set;
    active = next;
    view.rebase(before.factor, before.at);
    arrange();
    const { state } = active.store;
    const change = { kind: "snapshot", ids: new Set(state.nodes.keys()), tree: true, message: {} };
    for (const fn of [...listeners]) fn(change);
    stage.dispatchEvent(new CustomEvent("pk-board", { detail: id, bubbles: true, composed: true }));
  }

  function pressed(event) {
    if (boards.size < 2 || event.button !== 0 || view.panning) return;
    const board = boardAt(event);
    if (board && board !== active) activate(board.id);
  }

  active = opened(doc);
  stage.addEventListener("pointerdown", pressed, { capture: true });
  const unview = view.subscribe(label);

  return {
    store: standIn(() => active.store, {
      subscribe(fn) {
        listeners.add(fn);
        return () => listeners.delete(fn);
      },
    }),
    scene: standIn(() => active.scene),
    transport: standIn(() => active.transport),
    activate,
    get active() {
      return active.id;
    },
    get all() {
      return [...boards.values()];
    },
    destroy() {
      unview();
      stage.removeEventListener("pointerdown", pressed, { capture: true });
      for (const board of [...boards.values()]) closed(board);
      names.remove();
    },
  };
}

/**
 * Boards in a row, all as high as the one at `active`, which lies at the origin in its own pixels.
 *
 * @param {[number, number][]} sizes widths and heights
 * @returns {{boards: {at: [number, number], factor: number}[], frame: number[]} | null}
 */
export function rowOf(sizes, active) {
  if (!sizes[active]) return null;
  const height = sizes[active][1];
  let left = 0;
  const lefts = sizes.map(([w, h]) => {
    const at = left;
    left += (w * height) / h + GAP * height;
    return at;
  });
  const zero = lefts[active];
  const boards = sizes.map(([, h], index) => ({ at: [lefts[index] - zero, 0], factor: height / h }));
  return { boards, frame: [-zero, 0, left - GAP * height, height] };
}

const lineOf = (id) => socketUrl(`/studio/ws/d/${id}`);

/** An object whose properties are those of another, which may change. */
const standIn = (current, own = {}) => new Proxy(own, {
  get: (target, name) => (name in target ? target[name] : current()[name]),
  has: (target, name) => name in target || name in current(),
});
