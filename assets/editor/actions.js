/** What keys, menus and buttons do, by the names of the key map. */
import {
  copying, grouping, removing, reordering, selectable, setting, ungrouping, updates,
} from "./commands.js";
import { freshId } from "./dom.js";
import { shiftChanges } from "./gestures.js";
import { openKeys } from "./keysheet.js";
import { nameOf, placeSaid, stepLabel } from "./labels.js";
import { frameOf, isGroup, membersOf, outermost, parentOf } from "./tree.js";

const ARROWS = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

/** @param {object} editor @returns {Record<string, (event?: KeyboardEvent) => unknown>} false: not taken */
export function createActions(editor) {
  const { store } = editor;
  const chosen = () => outermost(store.state, [...store.state.selection]);
  const layers = () => chosen().map((id) => store.state.layers.get(id));
  const onSelection = (act) => (event) => (chosen().length ? act(event) : false);

  function nudge(direction) {
    return onSelection((event) => {
      const reach = event?.shiftKey ? 10 : 1;
      editor.live.nudge(ARROWS[direction].map((v) => v * reach), (ids, by) => {
        const top = outermost(store.state, ids);
        const changes = shiftChanges(store.state, top, by);
        const live = new Map(Object.entries(changes).map(
          ([id, { box }]) => [id, { box, rotation: store.state.layers.get(id).rotation ?? 0 }],
        ));
        const frame = frameOf(store.state, top);
        editor.say(placeSaid(layers(), [frame[0] + by[0], frame[1] + by[1], frame[2], frame[3]]));
        return { live, step: { label: stepLabel("Move", layers()), commands: updates(changes) } };
      });
    });
  }

  function remove() {
    const step = removing(store.state, chosen());
    if (!step.commands.length) return editor.say("What is locked cannot be deleted. Unlock it first.", true);
    editor.step(step);
    editor.say(`${step.label}. Undo brings it back.`);
    return true;
  }

  function duplicate() {
    const { width, height } = store.state.design.canvas;
    const by = Math.round(Math.min(width, height) * 0.02);
    const copy = copying(store.state, chosen(), [by, by], freshId);
    editor.step(copy, { select: copy.made });
  }

  function group() {
    const id = freshId("group");
    editor.step(grouping(store.state, chosen(), id), { select: [id] });
  }

  function ungroup() {
    const step = ungrouping(store.state, chosen());
    if (!step.commands.length) return false;
    editor.step(step, { select: step.freed });
    return true;
  }

  const toggled = (field, off) => onSelection(() => {
    const on = layers().some((layer) => layer[field] === off);
    editor.step(setting(store.state, chosen(), { [field]: on ? !off : off }));
  });

  function leave() {
    if (editor.pointer.cancel()) return true;
    if (editor.typing.id != null) return editor.typing.close(), editor.stage.focus({ preventScroll: true }), true;
    if (editor.tool !== "select") return editor.setTool("select");
    const { state } = store;
    if (editor.scope != null) {
      const group = editor.scope;
      editor.scope = parentOf(state, group);
      return store.select([group]);
    }
    return state.selection.size ? store.select([]) : false;
  }

  /** Tab walks the layers in paint order; after the last one it leaves the stage. */
  function walk(by) {
    const { state } = store;
    const ids = selectable(state, editor.scope).toReversed();
    const at = ids.indexOf(chosen()[0]);
    const next = at < 0 ? (by > 0 ? 0 : ids.length - 1) : at + by;
    if (!ids[next]) return false;
    store.select([ids[next]]);
    const layer = state.layers.get(ids[next]);
    editor.say(`${nameOf(layer)}, ${layer.kind}, ${next + 1} of ${ids.length}`);
    return true;
  }

  function enter() {
    const [id] = chosen();
    return editor.enter(id);
  }

  const tool = (name) => () => editor.setTool(name);
  const order = (where) => onSelection(() => editor.step(reordering(store.state, chosen(), where)));
  const actions = {
    undo: () => editor.undo(), redo: () => editor.redo(),
    copy: () => false, cut: () => false, paste: () => false, // the clipboard's own events do these
    duplicate: onSelection(duplicate), delete: onSelection(remove),
    all: () => store.select(selectable(store.state, editor.scope)),
    prompt: () => editor.ask.focus(),
    left: nudge("left"), right: nudge("right"), up: nudge("up"), down: nudge("down"),
    forward: order("forward"), backward: order("backward"), front: order("front"), back: order("back"),
    group: onSelection(group), ungroup: onSelection(ungroup),
    lock: toggled("locked", false), hide: toggled("visible", true),
    rename: onSelection(() => editor.layers.rename(chosen()[0])),
    menu: (event) => editor.contextMenu(event),
    enter, leave, next: () => walk(1), previous: () => walk(-1),
    fit: () => editor.view.fit(), actual: () => editor.view.zoomTo(1),
    "zoom-in": () => editor.view.step(true), "zoom-out": () => editor.view.step(false),
    "sibling-next": () => editor.siblings.walk(1), "sibling-previous": () => editor.siblings.walk(-1),
    keys: () => openKeys(editor),
  };
  actions.brush = onSelection(() => editor.retouch.open(chosen()[0]));
  for (const name of ["select", "text", "rectangle", "ellipse", "line", "pen", "image", "frame"]) actions[`tool-${name}`] = tool(name);
  actions["tool-box"] = () => (editor.tool === "box" ? editor.boxes.placeNext() : editor.setTool("box"));
  return actions;
}

/** The rows of the menu of a selection. */
export function menuOf(editor) {
  const { store, keymap } = editor;
  const { state } = store;
  const ids = outermost(state, [...state.selection]);
  const layers = ids.map((id) => state.layers.get(id));
  const key = (action) => editor.shownKey(keymap.chordsOf(action)[0]);
  const item = (label, action, off = false) => ({ label, run: () => editor.run(action), key: key(action), off });
  const own = (label, run, off = false) => ({ label, run, off });
  if (!ids.length) {
    return [own("Paste", () => editor.clipboard?.paste()), item("Select all", "all"), null, item("Fit the design", "fit"), item("100 %", "actual"), null, item("Keys", "keys")];
  }
  const locked = layers.every((layer) => layer.locked);
  const hidden = layers.every((layer) => layer.visible === false);
  const clipped = layers.every((layer) => layer.clip);
  const lowest = ids.some((id) => membersOf(state, parentOf(state, id))[0] === id);
  const groups = ids.some((id) => isGroup(state, id));
  return [
    ...(layers.length === 1 && layers[0].kind === "text" ? [item("Edit the text", "enter", locked)] : []),
    ...(layers.length === 1 && layers[0].kind === "image" && layers[0].asset ? [item("Crop", "enter", locked), item("Paint over a part…", "brush", locked)] : []),
    ...(layers.length === 1 ? [own("Paint its mask…", () => editor.masking.open(ids[0]), locked)] : []),
    ...(layers.length === 1 && groups ? [item("Enter the group", "enter")] : []),
    own("Cut", () => editor.clipboard?.cut(), locked), own("Copy", () => editor.clipboard?.copy()), own("Paste", () => editor.clipboard?.paste()),
    own("Copy as SVG", () => editor.clipboard?.copyAs("svg")), own("Copy as PNG", () => editor.clipboard?.copyAs("png")),
    item("Duplicate", "duplicate"), null,
    item("Bring to front", "front", locked), item("Bring forward", "forward", locked), item("Send backward", "backward", locked), item("Send to back", "back", locked), null,
    own(clipped ? "Show all of it" : "Clip to the layer below", () => editor.step(setting(state, ids, { clip: !clipped }, clipped ? "Stop clipping" : "Clip to the layer below")), locked || lowest),
    item("Group", "group", ids.length < 2 || locked), item("Ungroup", "ungroup", !groups || locked), null,
    item(locked ? "Unlock" : "Lock", "lock"), item(hidden ? "Show" : "Hide", "hide"), item("Rename", "rename", ids.length > 1), null,
    item("Ask about the selection", "prompt"), item("Delete", "delete", locked),
  ];
}

