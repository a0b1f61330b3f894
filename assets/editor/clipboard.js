/**
 * Copy, cut and paste: layers between designs, pictures and words from outside, the selection as
 * SVG or PNG for other programs. Layers travel as JSON under a type of our own.
 */
import { removing, renamed, shiftedCopy, wholeLayer } from "./commands.js";
import { freshId } from "./dom.js";
import { insert, middle, textLayer, unitOf } from "./insert.js";
import { these } from "./labels.js";
import { pictureOfLayers } from "./snapshot.js";
import { frameOf, leavesOf, outermost } from "./tree.js";
import { isTyping } from "./keymap.js";

const TYPE = "application/x-plakat-layers";
const KEPT = "plakat-layers"; // where menus leave them, whose clipboard is no event
const MOST = 20_000; // characters of one text layer

/** @param {object} editor */
export function createClipboard(editor) {
  const { store, root } = editor;
  const { signal } = editor.closed;
  const chosen = () => outermost(store.state, [...store.state.selection]);
  let pastes = 0;

  const packed = () => JSON.stringify({ doc: editor.doc, layers: chosen().map((id) => wholeLayer(store.state, id)), frame: frameOf(store.state, chosen()) });

  /** What other programs get of it: the words. */
  const words = () => chosen().flatMap((id) => leavesOf(store.state, id)).map((id) => store.state.layers.get(id).text).filter(Boolean).join("\n\n");

  function onCopy(event) {
    if (isTyping(event.composedPath()[0]) || !chosen().length) return;
    event.preventDefault();
    pastes = 0;
    event.clipboardData.setData(TYPE, packed());
    event.clipboardData.setData("text/plain", words());
    keep();
    editor.say(`${these(chosen().map((id) => store.state.layers.get(id)))} copied`);
    if (event.type === "cut") editor.step({ ...removing(store.state, chosen()), label: `Cut ${these(chosen().map((id) => store.state.layers.get(id)))}` });
  }

  function onPaste(event) {
    if (isTyping(event.composedPath()[0])) return;
    const { clipboardData: data } = event;
    const files = [...data.files].filter((file) => file.type.startsWith("image/"));
    event.preventDefault();
    if (data.types.includes(TYPE)) pasteLayers(data.getData(TYPE));
    else if (files.length) editor.media.place(files);
    else pasteWords(data.getData("text/plain"));
  }

  function pasteLayers(json) {
    let parcel;
    try {
      parcel = JSON.parse(json);
    } catch {
      return editor.toast("What is on the clipboard cannot be read. Copy it again.", { bad: true });
    }
    const { layers, doc, frame } = parcel;
    if (!Array.isArray(layers) || !layers.length) return undefined;
    const u = Math.round(unitOf(store.state) / 2);
    pastes += 1;
    const by = doc === editor.doc ? [u * pastes, u * pastes] : broughtIn(frame);
    return insert(editor, layers.map((layer) => renamed(shiftedCopy(layer, by), freshId)), `Paste ${these(layers)}`);
  }

  /** From another design: to the same place if it lies on this canvas, else into view. */
  function broughtIn(frame) {
    if (!frame) return [0, 0];
    const { width, height } = store.state.design.canvas;
    const [x, y, w, h] = frame;
    if (x >= 0 && y >= 0 && x + w <= width && y + h <= height) return [0, 0];
    const [left, top] = middle(editor, w, h);
    return [left - x, top - y];
  }

  function pasteWords(given) {
    const text = given.replaceAll("\r", "").trim();
    if (!text) return editor.toast("There is nothing on the clipboard to paste.");
    if (text.length > MOST) editor.toast(`Only the first ${MOST.toLocaleString("en")} characters were pasted; one text holds no more.`);
    const { state } = store;
    const size = text.length > 80 ? unitOf(state) * 0.7 : unitOf(state);
    const { width } = state.design.canvas;
    const wide = Math.min(width * 0.8, Math.max(size * 4, text.length * size * 0.55));
    const lines = Math.ceil((text.length * size * 0.55) / wide) + text.split("\n").length - 1;
    const layer = textLayer(state, middle(editor, wide, lines * size * 1.35), { text: [...text].slice(0, MOST).join(""), size });
    return insert(editor, [layer], "Paste Text");
  }

  function keep() {
    try {
      localStorage.setItem(KEPT, packed());
    } catch {
      // too large to keep: the clipboard itself still has it
    }
  }

  root.addEventListener("copy", onCopy, { signal });
  root.addEventListener("cut", onCopy, { signal });
  root.addEventListener("paste", onPaste, { signal });

  /** The same from a menu, where the browser gives no event. */
  async function copy() {
    editor.stage.focus({ preventScroll: true });
    if (!document.execCommand("copy")) keep();
  }

  async function paste() {
    const kept = localStorage.getItem(KEPT);
    const items = await navigator.clipboard?.read?.().catch(() => []) ?? [];
    for (const item of items) {
      const type = item.types.find((each) => each.startsWith("image/"));
      if (type) return editor.media.place([new File([await item.getType(type)], "pasted.png", { type })]);
    }
    const text = await navigator.clipboard?.readText?.().catch(() => "") ?? "";
    if (kept && (!text || text === wordsIn(kept))) return pasteLayers(kept);
    return pasteWords(text);
  }

  function wordsIn(json) {
    const leaves = (layer) => (layer.layers ? layer.layers.flatMap(leaves) : [layer]);
    return JSON.parse(json).layers.flatMap(leaves).map((leaf) => leaf.text).filter(Boolean).join("\n\n");
  }

  /** As a picture for other programs. */
  async function copyAs(format) {
    const ids = chosen();
    if (!ids.length) return;
    const made = pictureOfLayers(editor, ids, format);
    const type = format === "png" ? "image/png" : "image/svg+xml";
    try {
      const text = format === "svg" ? { "text/plain": made.then((blob) => blob.text()).then((svg) => new Blob([svg], { type: "text/plain" })) } : {};
      const known = ClipboardItem.supports?.(type) ?? format === "png";
      await navigator.clipboard.write([new ClipboardItem({ ...(known ? { [type]: made } : {}), ...text })]);
      editor.toast(`Copied as ${format.toUpperCase()}.`);
    } catch {
      editor.toast("The browser did not let us write to its clipboard. Allow it, or use Export.", { bad: true });
    }
  }

  return {
    copy, paste, copyAs,
    async cut() {
      await copy();
      editor.run("delete");
    },
  };
}
