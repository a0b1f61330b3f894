/**
 * Typing in place. What is seen is set by the server's own shaping after every key; the field that
 * takes the keys (input methods, spelling, screen readers) lies over it unseen, and the caret stands
 * where the shaped lines say. So nothing moves when it is committed.
 */
import { caretAt, lineOf, offsetAt, offsetBeside, rectsOf, retyped, toPoints, toUnits, wordAt } from "./carets.js";
import { removing, setting } from "./commands.js";
import { el } from "./dom.js";
import { contains, center, turn } from "./geometry.js";
import { nameOf } from "./labels.js";
import { placedOf } from "./tree.js";

const TAPS = 400; // ms between clicks that add up

/** @param {object} editor @returns {{open(id: string, point?: number[], how?: object): boolean, close(keep?: boolean): void, id: string | null}} */
export function createTyping(editor) {
  const { store, view } = editor;
  let now = null; // {id, field, box, first, busy, wish, taps, isNew}

  function open(id, point = null, { isNew = false } = {}) {
    const layer = store.state.layers.get(id);
    if (layer?.kind !== "text") return false;
    if (layer.locked) return editor.toast(`${nameOf(layer)} is locked. Unlock it to change its words.`), true;
    close();
    const field = el("textarea", {
      class: "typed", "aria-label": `Words of ${nameOf(layer)}`, dir: layer.direction === "auto" ? "auto" : layer.direction,
      lang: layer.language || null, maxlength: 20000, autocapitalize: "off", autocomplete: "off", spellcheck: "false", rows: 1,
    });
    field.value = layer.text;
    const marks = el("div", { class: "marks" });
    const box = el("div", { class: "typing" }, marks, field);
    now = { id, field, box, marks, first: layer.text, busy: false, asked: layer.text, taps: 0, last: 0, x: null, isNew };
    view.world.append(box);
    editor.overlay.show({ handles: false, hover: null });
    for (const [name, act] of Object.entries({ input: typed, keydown: key, blur: () => close(), select: draw, compositionend: typed })) field.addEventListener(name, act);
    field.ownerDocument.addEventListener("selectionchange", draw);
    place();
    field.focus({ preventScroll: true });
    if (point) caret(offsetAt(lines(), local(point)));
    else field.select();
    draw();
    editor.say("Editing the words. Escape leaves.");
    return true;
  }

  const lines = () => store.node(now.id)?.text?.lines ?? [];
  const layerNow = () => store.state.previews?.get(now.id)?.layer ?? store.state.layers.get(now.id);
  const offsets = () => [now.field.selectionStart, now.field.selectionEnd].map((units) => toPoints(now.field.value, units));

  /** A point of the canvas in the space of the words, which is not turned. */
  function local(point) {
    const { box, rotation } = placedOf(store.state, now.id);
    return turn(point, center(box), -rotation);
  }

  function typed() {
    if (!now) return;
    now.x = null;
    ask();
  }

  /** One question at a time; the newest words are asked next. */
  function ask() {
    if (now.busy || now.asked === now.field.value) return;
    now.busy = true;
    now.asked = now.field.value;
    const layer = store.state.layers.get(now.id);
    store.preview(now.id, retyped(layer, now.asked.replaceAll("\r", "")));
  }

  function answered(change) {
    if (!now) return;
    if (!store.state.layers.has(now.id)) return close(false);
    if (change.kind === "preview" && change.ids.has(now.id)) {
      now.busy = false;
      ask();
      place();
      draw();
      editor.draw();
    } else if (change.kind === "commit" && change.ids.has(now.id) && now.field.value !== store.state.layers.get(now.id).text) {
      now.busy = false;
      now.asked = null;
      ask();
    }
    return undefined;
  }

  /** The field lies over the words, turned as they are, so that input methods open beside them. */
  function place() {
    const { box, rotation } = placedOf(store.state, now.id);
    const [x, y, w, h] = box;
    const { style } = layerNow();
    const height = Math.max(h, store.node(now.id)?.text?.height ?? 0);
    Object.assign(now.box.style, {
      transform: `translate(${x}px, ${y}px) rotate(${rotation}deg)`, transformOrigin: `${w / 2}px ${h / 2}px`, width: `${w}px`, height: `${height}px`,
    });
    Object.assign(now.field.style, { fontSize: `${style.size}px`, lineHeight: String(style.leading ?? 1.2) });
  }

  function draw() {
    if (!now || now.field.getRootNode().activeElement !== now.field) return;
    const [a, b] = offsets();
    const [x, y] = placedOf(store.state, now.id).box;
    const set = lines();
    const parts = rectsOf(set, a, b).map((r) => mark("chosen", r, x, y));
    if (a === b) {
      const at = caretAt(set, a) ?? { x, y, height: layerNow().style.size };
      const wide = 2 / view.scale;
      parts.push(mark("caret", [at.x - wide / 2, at.y, wide, at.height], x, y));
    }
    now.marks.replaceChildren(...parts);
  }

  const mark = (name, [left, top, width, height], x, y) => el("i", { class: name, style: {
    left: `${left - x}px`, top: `${top - y}px`, width: `${width}px`, height: `${height}px`,
  } });

  function caret(to, from = to) {
    const { field } = now;
    const [a, b] = [toUnits(field.value, Math.min(from, to)), toUnits(field.value, Math.max(from, to))];
    field.setSelectionRange(a, b, to < from ? "backward" : "forward");
    draw();
  }

  function key(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    const { field } = now;
    const [a, b] = offsets();
    const backward = field.selectionDirection === "backward";
    const [head, anchor] = backward ? [a, b] : [b, a];
    const to = event.ctrlKey || event.metaKey || event.altKey ? null : moved(event.key, head);
    if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
      close();
      editor.stage.focus({ preventScroll: true });
    } else if (to != null) caret(to, event.shiftKey ? anchor : to);
    else {
      now.x = null;
      return;
    }
    event.preventDefault();
  }

  /** Where a key that goes by lines leads; other keys are the field's own. */
  function moved(name, head) {
    const set = lines();
    const line = set[lineOf(set, head)];
    if (name === "ArrowUp" || name === "ArrowDown") {
      now.x ??= caretAt(set, head)?.x ?? 0;
      return offsetBeside(set, head, name === "ArrowUp" ? -1 : 1, now.x);
    }
    if (name === "Home") return line?.start ?? 0;
    if (name !== "End") return null;
    return line && line !== set.at(-1) ? Math.max(line.start, line.end - 1) : [...now.field.value].length;
  }

  /** A gesture on the words while they are typed; null when it lies outside of them. */
  function down(event, point) {
    if (!now || !holds(point)) return null;
    event.preventDefault();
    now.taps = event.timeStamp - now.last < TAPS ? now.taps + 1 : 1;
    now.last = event.timeStamp;
    const at = offsetAt(lines(), local(point));
    const [a, b] = offsets();
    if (now.taps === 2) caret(...wordAt(now.field.value, at).toReversed());
    else if (now.taps > 2) now.field.select();
    else caret(at, event.shiftKey ? (at < a ? b : a) : at);
    const anchor = event.shiftKey ? a : at;
    return { move: (to) => caret(offsetAt(lines(), local(to)), anchor), up: () => {}, cancel: () => {} };
  }

  function holds(point) {
    const { box, rotation } = placedOf(store.state, now.id);
    const height = Math.max(box[3], store.node(now.id)?.text?.height ?? 0);
    return contains({ box: [box[0], box[1], box[2], height], rotation }, point, 8 / view.scale);
  }

  function close(keep = true) {
    if (!now) return;
    const { id, field, box, first, isNew } = now;
    now = null;
    field.ownerDocument.removeEventListener("selectionchange", draw);
    const words = field.value.replaceAll("\r", "");
    box.remove();
    editor.overlay.show({ handles: true });
    editor.draw();
    const layer = store.state.layers.get(id);
    if (!layer) return;
    if (!words.trim() && (isNew || first)) editor.step(removing(store.state, [id]));
    else if (keep && words !== first) {
      editor.step(setting(store.state, [id], retyped(layer, words), `Retype ${nameOf(layer)}`));
    } else store.endPreview(id);
  }

  store.subscribe(answered);
  view.subscribe(() => now && draw());
  return { open, close, down, get id() { return now?.id ?? null; } };
}
