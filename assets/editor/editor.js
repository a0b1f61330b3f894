/**
 * `<plakat-editor doc=ID>`: one design, live. It wires store, scene, view, tools and panels; each of
 * them has one job and knows the others only through the `editor` value made here.
 *
 * It tells the page around it by events on `window`: "plakat-changed" after each step.
 */
import { createActions, menuOf } from "./actions.js";
import { createAnnouncer } from "./announce.js";
import { createAsk } from "./ask.js";
import { createBoards } from "./boards.js";
import { createBoxes } from "./boxes.js";
import { createBrush } from "./brush.js";
import { el, perFrame } from "./dom.js";
import { createClipboard } from "./clipboard.js";
import { createCrop } from "./crop.js";
import { createDrawTools } from "./drawtools.js";
import { createInsertPanel } from "./insertpanel.js";
import { createKeymap, isTyping, shown } from "./keymap.js";
import { createLayers } from "./layers.js";
import { createLive } from "./live.js";
import { createMasking } from "./masks.js";
import { createMedia } from "./media.js";
import { createMenu } from "./menu.js";
import { createOverlay } from "./overlay.js";
import { createPainting } from "./painting.js";
import { followOthers } from "./presence.js";
import { createPointer } from "./pointer.js";
import { createProperties } from "./properties.js";
import { describeScene } from "./reading.js";
import { createSelectTool } from "./select.js";
import { createRetouch } from "./retouch.js";
import { createShell } from "./shell.js";
import { createShowing } from "./showing.js";
import { createSiblings } from "./siblings.js";
import { createTyping } from "./text.js";
import { createToaster } from "./toast.js";
import { createView } from "./view.js";

const STATIC = new URL(".", import.meta.url);

class PlakatEditor extends HTMLElement {
  static observedAttributes = ["doc"];
  #closing = null;
  #shown = null;

  /** What the page around tells: {doc}. */
  set told(value) {
    if (value?.doc) this.setAttribute("doc", value.doc);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#open();
  }

  connectedCallback() {
    this.#open();
  }

  disconnectedCallback() {
    this.#closing?.();
    this.#closing = null;
    this.#shown = null;
  }

  /** Another design in the place of this one; the page around is told, and so is the address. */
  #go(id, then) {
    const alone = location.pathname.startsWith("/studio/d/");
    globalThis.history.replaceState(null, "", alone ? `/studio/d/${id}` : `?doc=${id}${location.hash}`);
    this.setAttribute("doc", id);
    this.gradio?.trigger("open", { doc: id });
    then?.(this.editor);
  }

  #open() {
    const doc = this.getAttribute("doc");
    if (doc === this.#shown) return;
    this.#closing?.();
    this.#closing = null;
    this.#shown = doc;
    if (!doc) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(...["tokens.css", "editor.css"].map((file) =>
      el("link", { rel: "stylesheet", href: new URL(file, STATIC).href })));
    this.editor = createEditor(root, doc, (id, then) => this.#go(id, then));
    const { store, scene, view, stage, transport } = this.editor;
    Object.assign(this, { store, scene, view, stage, transport });
    this.#closing = this.editor.close;
  }
}

/** The editor of one design inside `root`; `open` shows another in its place. */
function createEditor(root, doc, open) {
  const closed = new AbortController();
  const editor = { root, doc, open, closed, scope: null, tool: "select", tools: {}, keymap: createKeymap(), shownKey: (chord) => (chord ? shown(chord) : "") };
  editor.say = createAnnouncer(root);
  editor.menu = createMenu(root);
  editor.shell = createShell(editor);
  editor.stage = editor.shell.stage;
  editor.toast = createToaster(editor.stage);
  editor.view = createView(editor.stage);
  editor.boards = createBoards({ view: editor.view, stage: editor.stage, doc });
  Object.assign(editor, { store: editor.boards.store, scene: editor.boards.scene, transport: editor.boards.transport });
  editor.overlay = createOverlay(editor.stage, editor);
  editor.draw = perFrame(() => {
    editor.overlay.draw();
    editor.boxes?.draw();
    editor.painting?.draw();
    editor.brush?.draw();
  });
  editor.step = (step, { select = null } = {}) => commitStep(editor, step, select);
  editor.undo = () => history(editor, "undo");
  editor.redo = () => history(editor, "redo");
  editor.live = createLive(editor);
  editor.run = (name, event) => {
    if (!["left", "right", "up", "down"].includes(name)) editor.live.flush();
    return actions[name]?.(event);
  };
  editor.setTool = (name) => setTool(editor, name);
  editor.enter = (id, point) => enter(editor, id, point);
  editor.contextMenu = (event) => contextMenu(editor, event);
  const actions = createActions(editor);
  editor.showing = createShowing(editor);
  editor.typing = createTyping(editor);
  editor.cropping = createCrop(editor);
  editor.brush = createBrush(editor);
  editor.masking = createMasking(editor);
  editor.retouch = createRetouch(editor);
  editor.tools = { select: createSelectTool(editor), ...createDrawTools(editor), brush: editor.brush.tool };
  editor.media = createMedia(editor);
  editor.clipboard = createClipboard(editor);
  editor.inserting = createInsertPanel(editor);
  editor.pointer = createPointer({ ...editor, tool: () => editor.tools[editor.tool] ?? editor.tools.select });
  editor.layers = createLayers(editor);
  editor.properties = createProperties(editor);
  editor.ask = createAsk(editor);
  editor.boxes = createBoxes(editor);
  editor.painting = createPainting(editor);
  editor.siblings = createSiblings(editor);
  editor.shell.rail.append(editor.siblings.element);
  editor.shell.side.append(editor.layers.element, editor.properties.element);
  editor.shell.element.append(editor.ask.element);
  root.append(editor.shell.element);
  listen(editor);
  followOthers(editor);
  describeScene(editor);
  editor.shell.tool("select");
  editor.close = () => {
    closed.abort();
    editor.live.flush();
    editor.siblings.close();
    editor.boards.destroy();
    editor.view.destroy();
    root.replaceChildren();
  };
  return editor;
}

function listen(editor) {
  const { store, view, stage, root } = editor;
  const panels = perFrame(() => {
    editor.shell.update(store);
    editor.layers.update();
    editor.properties.update();
    editor.ask.update();
  });
  store.subscribe((change) => {
    if (editor.scope != null && !store.state.layers.has(editor.scope)) editor.scope = null;
    editor.ask.heard(change);
    if (change.kind === "reject") editor.toast(change.message.error, { bad: true });
    if (change.kind === "commit") window.dispatchEvent(new CustomEvent("plakat-changed", { detail: editor.boards.active }));
    if (change.kind !== "preview") panels();
    editor.draw();
  });
  view.subscribe(() => {
    editor.shell.zoomed(view.scale);
    editor.draw.now();
  });
  const { signal } = editor.closed; // the root outlives the editor: another design is shown in it
  root.addEventListener("keydown", (event) => keyed(editor, event), { signal });
  root.addEventListener("keydown", (event) => panned(editor, event), { signal });
  root.addEventListener("keyup", (event) => panned(editor, event), { signal });
  stage.addEventListener("pk-pan", () => editor.pointer.cancel());
  stage.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    editor.contextMenu(event);
  });
  stage.addEventListener("pointerdown", (event) => {
    editor.live.flush();
    if (editor.typing.id == null) stage.focus({ preventScroll: true });
  }, { capture: true });
}

/** Space held: the next drag moves the view. */
function panned(editor, event) {
  if (event.key !== " " || isTyping(event.composedPath()[0]) || event.composedPath()[0].closest?.("button")) return;
  const on = event.type === "keydown";
  if (on) event.preventDefault();
  editor.view.panning = on;
  editor.stage.toggleAttribute("data-panning", on);
}

function keyed(editor, event) {
  if (event.defaultPrevented || event.isComposing || isTyping(event.composedPath()[0])) return;
  if ((editor.cropping.id != null && editor.cropping.key(event)) || editor.brush.key(event)) {
    event.preventDefault();
    return;
  }
  const action = editor.keymap.actionOf(event);
  if (!action) return;
  const onStage = editor.stage.contains(event.composedPath()[0]);
  const stageOnly = ["next", "previous", "left", "right", "up", "down", "enter"].includes(action);
  if (stageOnly && !onStage) return;
  if (editor.run(action, event) !== false) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** Send a step; what of it can be foreseen is shown at once. Returns its name, or null for none. */
function commitStep(editor, { label, commands }, select) {
  editor.live.flush();
  if (!commands.length) return null;
  const optimistic = {};
  for (const command of commands) {
    if (command.op !== "update_layer") continue;
    optimistic[command.layer_id] = { ...optimistic[command.layer_id], ...command.changes };
  }
  const txn = editor.store.commit(label, commands, optimistic);
  if (select) selectWhenThere(editor, txn, select);
  return txn;
}

function selectWhenThere(editor, txn, ids) {
  const stop = editor.store.subscribe(({ kind, message }) => {
    if (message?.txn !== txn) return;
    stop();
    if (kind === "commit") editor.store.select(ids);
  });
}

function history(editor, verb) {
  editor.live.flush();
  const label = editor.store.state[verb];
  const underWay = verb === "undo" && editor.transport?.waiting?.length > 0; // not yet in the history
  if (!label && !underWay) return false;
  editor.store[verb]();
  editor.say(`${verb === "undo" ? "Undone" : "Redone"}: ${label ?? "the last step"}`);
  return true;
}

function setTool(editor, name) {
  editor.typing.close();
  editor.cropping.close();
  if (editor.tool !== name) editor.tools[editor.tool]?.stop?.();
  editor.tool = name;
  editor.shell.tool(name);
  editor.tools[name]?.start?.();
  return true;
}

/** Into the words of a text, into a group. */
function enter(editor, id, point) {
  if (editor.tools[editor.tool]?.enter?.()) return true;
  const { state } = editor.store;
  const layer = state.layers.get(id);
  if (!layer) return editor.boxes.has() ? editor.boxes.design() : false;
  if (layer.region) return editor.boxes.open(id);
  if (layer.kind === "group") {
    editor.scope = id;
    return editor.run("next");
  }
  if (layer.kind === "image") return editor.cropping.open(id);
  if (layer.kind !== "text") return false;
  return editor.typing.open(id, point);
}

function contextMenu(editor, event) {
  editor.live.flush();
  const { state } = editor.store;
  const pointed = event?.clientX && editor.stage.contains(event.target);
  if (pointed) {
    const hit = editor.tools.select.pick(editor.view.toCanvas(event));
    if (hit != null && !state.selection.has(hit)) editor.store.select([hit]);
  }
  editor.menu.open(pointed || event?.clientX ? event : editor.stage, menuOf(editor));
  return true;
}

if (!customElements.get("plakat-editor")) customElements.define("plakat-editor", PlakatEditor);
