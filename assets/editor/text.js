/**
 * Typing in place. What is seen is set by the server's own shaping after every key; the field that
 * takes the keys (input methods, spelling, screen readers) lies over it unseen, and the caret stands
 * where the shaped lines say. So nothing moves when it is committed. Words chosen in it can be styled
 * by keys and by the properties, which do not end the typing.
 */
import { caretAt, lineOf, offsetAt, offsetBeside, rectsOf, retyped, toPoints, toUnits, wordAt } from "./carets.js";
import { removing, setting } from "./commands.js";
import { el, perFrame } from "./dom.js";
import { contains, center, turn } from "./geometry.js";
import { nameOf } from "./labels.js";
import { TYPED, restyled } from "./spans.js";
import { placedOf } from "./tree.js";

const TAPS = 400; // ms between clicks that add up

/**
 * @param {object} editor
 * @returns {{open(id: string, point?: number[], how?: object): boolean, close(keep?: boolean): void,
 *   whenKept(act: () => void): void, id: string | null, chosen: [number, number] | null}} `chosen`: the words selected
 */
export function createTyping(editor) {
  const { store, view } = editor;
  let now = null; // {id, field, box, first, busy, wish, taps, isNew}; first: the words as they were kept last
  const shown = perFrame(() => editor.properties.update());

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
    for (const [name, act] of Object.entries({ input: typed, keydown: key, blur: left, select: turned, compositionend: typed })) field.addEventListener(name, act);
    field.ownerDocument.addEventListener("selectionchange", turned);
    editor.root.addEventListener("focusin", gone);
    place();
    field.focus({ preventScroll: true });
    if (point) caret(offsetAt(lines(), local(point)));
    else field.select();
    draw();
    editor.say("Editing the words. Escape leaves.");
    return true;
  }

  /** The properties are part of typing: what is chosen there is for the words chosen here. */
  const belongs = (element) => Boolean(element) && (element === now.field || editor.properties.element.contains(element));
  const left = (event) => now && !belongs(event.relatedTarget) && close();
  const gone = (event) => now && !belongs(event.target) && close();

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
    } else if (change.kind === "commit" && change.ids.has(now.id)) committed(store.state.layers.get(now.id).text);
    return undefined;
  }

  /** Words that came from elsewhere, an undo too, are taken over where none are typed and not yet kept. */
  function committed(words) {
    if (now.field.value === now.first && words !== now.first) now.field.value = now.first = now.asked = words;
    if (now.field.value !== words) {
      now.busy = false;
      now.asked = null;
      ask();
    }
    place();
    draw();
  }

  /** Runs `act` once the words typed so far are kept, as a step of their own. */
  function whenKept(act) {
    const words = now?.field.value.replaceAll("\r", "");
    if (!words?.trim() || words === now.first) return act();
    const txn = retype(now.id, words);
    now.first = words;
    const stop = store.subscribe(({ kind, message }) => {
      if (message?.txn !== txn) return;
      stop();
      if (kind === "commit") act();
    });
    return undefined;
  }

  function retype(id, words) {
    const layer = store.state.layers.get(id);
    return editor.step(setting(store.state, [id], retyped(layer, words), `Retype ${nameOf(layer)}`));
  }

  /** Ctrl+B and its like: for the words chosen, else for the word at the caret. */
  function style(make) {
    const [a, b] = offsets();
    const range = a < b ? [a, b] : wordAt(now.field.value, a);
    if (range[0] === range[1]) return;
    whenKept(() => {
      const layer = now && store.state.layers.get(now.id);
      if (layer) editor.step(setting(store.state, [layer.id], restyled(layer, range, make(layer, range))));
    });
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

  /** A key also moves the caret: it is drawn with the answer, in one frame. */
  const turned = () => now && !now.busy && draw();

  function draw() {
    if (!now) return;
    shown();
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
    const mod = (event.ctrlKey || event.metaKey) && !event.altKey;
    const to = mod || event.altKey ? null : moved(event.key, head);
    const letter = mod ? event.key.toLowerCase() : "";
    if (TYPED[letter] && !event.shiftKey) style(TYPED[letter]);
    else if ((letter === "z" || letter === "y") && field.value === now.first) editor[letter === "y" || event.shiftKey ? "redo" : "undo"]();
    else if (event.key === "Escape" || (event.key === "Enter" && (event.ctrlKey || event.metaKey))) {
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
    now.field.focus({ preventScroll: true });
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
    field.ownerDocument.removeEventListener("selectionchange", turned);
    editor.root.removeEventListener("focusin", gone);
    const words = field.value.replaceAll("\r", "");
    box.remove();
    editor.overlay.show({ handles: true });
    editor.draw();
    const layer = store.state.layers.get(id);
    if (!layer) return;
    if (!words.trim() && (isNew || first)) editor.step(removing(store.state, [id]));
    else if (keep && words !== first) retype(id, words);
    else store.endPreview(id);
    shown();
  }

  store.subscribe(answered);
  view.subscribe(() => now && draw());
  return {
    open, close, down, whenKept,
    get id() { return now?.id ?? null; },
    get chosen() {
      const [a, b] = now ? offsets() : [0, 0];
      return a < b ? [a, b] : null;
    },
  };
}
