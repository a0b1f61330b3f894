/**
 * The browser's mirror of one design. It never invents: what the server committed, plus what this
 * browser did and has not been answered, laid over it; a gap in revisions asks for everything anew.
 *
 * `subscribe(fn)` calls fn({kind, ids, tree, message}) after each change. Kinds: snapshot, commit,
 * optimistic, reject, preview, select, state (connection), and the type of any other message.
 */

import { newTxn } from "./transport.js";

/** Fields of a layer that its node repeats, and under which name. */
const MIRRORED = {
  opacity: "opacity", blend_mode: "blend", visible: "visible", locked: "locked", box: "box",
  rotation: "rotation",
};

export function createStore(transport) {
  const listeners = new Set();
  const confirmed = new Map(); // id -> {layer, node} as the server has them
  const pending = new Map(); // txn -> {layers: {id: changes}}
  let defaults = {};
  const state = {
    rev: 0, design: {}, layers: new Map(), nodes: new Map(), previews: new Map(), tree: [],
    selection: new Set(), undo: null, redo: null, transcript: [], set: [], connected: false,
    loaded: false,
  };

  const tell = (kind, ids = [], more = {}) => {
    const change = { kind, ids: new Set(ids), tree: false, ...more };
    for (const fn of [...listeners]) fn(change);
  };

  const whole = (layer) => {
    const known = defaults[layer.kind] ?? {};
    const style = known.style && { style: { ...known.style, ...layer.style } };
    return { ...known, ...layer, ...style };
  };

  /** Layer and node with everything that waits for an answer laid over them. */
  function refresh(id) {
    const known = confirmed.get(id);
    if (!known?.layer || !known.node) {
      for (const map of [state.layers, state.nodes, state.previews]) map.delete(id);
      return;
    }
    const own = Object.assign({}, ...[...pending.values()].map(({ layers }) => layers[id]));
    const seen = state.previews.get(id) ?? known;
    const drawn = drawnAs(seen.layer ?? known.layer, seen.node);
    state.layers.set(id, { ...known.layer, ...own });
    state.nodes.set(id, { ...patched(seen.node, own), size: own.style?.size ?? drawn.size, drawn });
  }

  const touched = (txn) => Object.keys(pending.get(txn)?.layers ?? {});

  function onSnapshot(message) {
    defaults = message.defaults ?? defaults;
    const { layers, ...design } = message.design;
    Object.assign(state, {
      rev: message.rev, design, undo: message.undo ?? null, redo: message.redo ?? null,
      transcript: message.transcript ?? [], set: message.set ?? [], loaded: true,
    });
    confirmed.clear();
    state.tree = treeOf(layers ?? [], (layer) => {
      confirmed.set(layer.id, { layer: whole(layer), node: message.nodes[layer.id] });
    });
    for (const map of [state.layers, state.nodes, state.previews]) map.clear();
    for (const id of confirmed.keys()) refresh(id);
    keepSelection();
    tell("snapshot", confirmed.keys(), { tree: true, message });
  }

  function onCommit(message) {
    const mine = touched(message.txn);
    pending.delete(message.txn);
    if (message.rev > state.rev + 1) {
      mine.forEach(refresh);
      transport.send({ t: "resync" });
      return;
    }
    if (message.rev <= state.rev) {
      mine.forEach(refresh);
      tell("commit", mine, { message });
      return;
    }
    applyCommit(message);
    const ids = new Set([...Object.keys(message.layers ?? {}), ...Object.keys(message.nodes ?? {})]);
    for (const id of [...ids, ...mine, ...(message.removed ?? [])]) {
      state.previews.delete(id);
      refresh(id);
    }
    keepSelection();
    tell("commit", [...ids, ...mine, ...(message.removed ?? [])], {
      tree: Boolean(message.tree), message,
    });
  }

  function applyCommit(message) {
    state.rev = message.rev;
    state.undo = message.undo ?? null;
    state.redo = message.redo ?? null;
    if (message.design) state.design = { ...state.design, ...message.design };
    for (const [id, layer] of Object.entries(message.layers ?? {})) learn(id, { layer: whole(layer) });
    for (const [id, node] of Object.entries(message.nodes ?? {})) learn(id, { node });
    for (const id of message.removed ?? []) confirmed.delete(id);
    if (message.tree) state.tree = message.tree;
  }

  const learn = (id, more) => confirmed.set(id, { ...confirmed.get(id), ...more });

  function onReject(message) {
    const mine = touched(message.txn);
    pending.delete(message.txn);
    for (const id of mine) {
      state.previews.delete(id);
      refresh(id);
    }
    tell("reject", mine, { message });
    if (message.rev > state.rev) transport.send({ t: "resync" });
  }

  function onPreview({ id, node, layer }) {
    if (!state.layers.has(id)) return;
    state.previews.set(id, { node, layer: layer && whole(layer) });
    refresh(id);
    tell("preview", [id]);
  }

  function keepSelection() {
    const gone = [...state.selection].filter((id) => !state.layers.has(id));
    if (gone.length) api.select([...state.selection].filter((id) => state.layers.has(id)));
  }

  const handlers = {
    snapshot: onSnapshot, commit: onCommit, reject: onReject, preview: onPreview,
  };

  const api = {
    state,
    subscribe(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    receive(message) {
      const handle = handlers[message.t];
      if (handle) handle(message);
      else tell(message.t, [], { message });
    },
    connection(connected) {
      state.connected = connected;
      tell("state");
    },
    layer: (id) => state.layers.get(id),
    /** What is painted; `drawn` says where its picture was made for. */
    node: (id) => state.nodes.get(id),
    select(ids) {
      const next = new Set(ids);
      if (next.size === state.selection.size && [...next].every((id) => state.selection.has(id))) return;
      state.selection = next;
      tell("select", next);
      transport.send({ t: "presence", sel: [...next] });
    },
    /**
     * One undo step. `optimistic` is {id: changed fields}: shown at once, taken back on a refusal.
     * Returns the step's txn.
     */
    commit(label, commands, optimistic = {}, txn = newTxn()) {
      pending.set(txn, { layers: optimistic });
      for (const id of Object.keys(optimistic)) refresh(id);
      transport.send({ t: "cmd", txn, base: state.rev, label, commands });
      tell("optimistic", Object.keys(optimistic));
      return txn;
    },
    /** Asks how a layer would look; the answer is painted until `endPreview` or a commit. */
    preview(id, changes) {
      transport.send({ t: "layout_preview", id, changes });
    },
    endPreview(id) {
      if (!state.previews.delete(id)) return;
      refresh(id);
      tell("preview", [id]);
    },
    undo: () => transport.send({ t: "undo", txn: newTxn() }),
    redo: () => transport.send({ t: "redo", txn: newTxn() }),
    prompt(text, more = {}) {
      const txn = newTxn();
      transport.send({ t: "prompt", txn, text, sel: [...state.selection], ...more });
      return txn;
    },
    send: (message) => transport.send(message),
  };
  return api;
}

/** The node with fields of its layer that were changed here. */
function patched(node, own) {
  const changed = Object.entries(MIRRORED).filter(([field]) => field in own);
  return { ...node, ...Object.fromEntries(changed.map(([field, name]) => [name, own[field]])) };
}

const drawnAs = (layer, node) => ({ box: node.box, rotation: node.rotation, size: layer.style?.size });

/** The paint order of nested layers; `each` is called for every layer, without its members. */
function treeOf(layers, each) {
  return layers.map(({ layers: members, ...layer }) => {
    each(layer);
    return layer.kind === "group" ? [layer.id, treeOf(members ?? [], each)] : layer.id;
  });
}

/** Ids of a tree, groups before their members, bottom first. */
export function* walk(tree) {
  for (const entry of tree) {
    if (Array.isArray(entry)) {
      yield entry[0];
      yield* walk(entry[1]);
    } else yield entry;
  }
}
