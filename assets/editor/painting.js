/**
 * A picture that is painted slowly: the design stands and is worked on, the places of the picture
 * lie over it as a wireframe, and what is dragged is painted where it lies now.
 */
import { el } from "./dom.js";
import { newTxn } from "./transport.js";

const PATIENCE = 300; // ms before a painting is worth a word
const AT_ONCE = "artist"; // who draws while you look, and has nothing to begin
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {object} editor */
export function createPainting(editor) {
  const { store, view, stage } = editor;
  const layer = el("div", { class: "boxes painting" });
  const seen = el("img", { alt: "The picture so far", hidden: true });
  const words = el("span", { role: "status" });
  const bar = el("progress", { max: 1, value: 0, "aria-label": "How far the picture is" });
  const stop = el("button", { class: "quiet", type: "button", on: { click: () => store.send({ t: "paint_stop" }) } }, "Stop");
  const pill = el("div", { class: "float paintbar", hidden: true, on: { pointerdown: (event) => event.stopPropagation() } }, seen, words, bar, stop);
  stage.append(layer, pill);
  let now = null; // the last message of the painting under way
  let timer = 0;
  let held = null; // {id, box} under a hand

  function heard(message) {
    const fresh = now?.txn !== message.txn;
    if (message.state !== "painting") return ended(message);
    now = message;
    if (fresh) {
      clearTimeout(timer);
      timer = setTimeout(() => show(true), PATIENCE);
    }
    if (!pill.hidden) show(true);
  }

  function ended({ state, text }) {
    const seen = !pill.hidden;
    now = null;
    clearTimeout(timer);
    show(false);
    if (text && (seen || state === "failed")) editor.toast(text, { bad: state === "failed" });
  }

  function show(on) {
    pill.hidden = !on || !now;
    if (now) {
      bar.value = now.share;
      seen.hidden = !now.preview;
      if (now.preview && seen.src !== now.preview) seen.src = now.preview;
      words.textContent = `Painting with ${now.painter}. Drag the frame to paint it elsewhere.`;
    }
    draw();
  }

  function draw() {
    const regions = pill.hidden || !now ? [] : now.regions;
    const gone = [...layer.children].filter((child) => !regions.some(({ id }) => id === child.dataset.id));
    if (gone.includes(editor.root.activeElement)) stage.focus({ preventScroll: true });
    for (const child of gone) child.remove();
    for (const region of regions) place(frameOf(region), held?.id === region.id ? held.box : region.box);
  }

  function frameOf({ id, caption }) {
    const found = [...layer.children].find((child) => child.dataset.id === id);
    if (found) return found;
    const frame = el("div", {
      class: "boxlabel", "data-id": id, tabindex: "0", role: "group", "aria-label": `Place of the picture: ${caption || "picture"}. Arrow keys move it.`,
    }, el("span", {}, caption || "Picture"));
    frame.addEventListener("pointerdown", (event) => grabbed(event, id, frame));
    frame.addEventListener("keydown", (event) => nudged(event, id));
    layer.append(frame);
    return frame;
  }

  function place(frame, [x, y, w, h]) {
    const [left, top] = view.toScreen([x, y]);
    Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${w * view.scale}px`, height: `${h * view.scale}px` });
  }

  const boxOf = (id) => now?.regions.find((region) => region.id === id)?.box;

  function grabbed(event, id, frame) {
    if (event.button !== 0 || !boxOf(id)) return;
    event.preventDefault();
    event.stopPropagation();
    frame.focus({ preventScroll: true });
    frame.setPointerCapture(event.pointerId);
    const from = view.toCanvas(event);
    const box = boxOf(id);
    const move = (moved) => {
      const [x, y] = view.toCanvas(moved);
      held = { id, box: [box[0] + x - from[0], box[1] + y - from[1], box[2], box[3]] };
      draw();
    };
    const end = (last) => {
      frame.removeEventListener("pointermove", move);
      for (const kind of ["pointerup", "pointercancel"]) frame.removeEventListener(kind, end);
      const there = last.type === "pointerup" ? held : null;
      held = null;
      if (there) send(id, there.box);
      draw();
    };
    frame.addEventListener("pointermove", move);
    for (const kind of ["pointerup", "pointercancel"]) frame.addEventListener(kind, end);
  }

  function nudged(event, id) {
    const step = STEPS[event.key];
    if (!step || !boxOf(id)) return;
    event.preventDefault();
    event.stopPropagation();
    const far = (event.shiftKey ? 50 : 10);
    const [x, y, w, h] = boxOf(id);
    send(id, [x + step[0] * far, y + step[1] * far, w, h]);
  }

  /** Where it lies now; shown at once, though the server has yet to say so. */
  function send(id, box) {
    if (!now) return;
    const rounded = box.map((value) => Math.round(value * 10) / 10);
    now = { ...now, regions: now.regions.map((region) => (region.id === id ? { ...region, box: rounded } : region)) };
    store.send({ t: "paint_region", id, box: rounded });
    draw();
  }

  store.subscribe(({ kind, message }) => {
    if (kind === "painting") heard(message);
    else if (kind === "snapshot") ended({}); // who is still painting says so after it
  });
  /** Who paints by now; it may have been chosen anew beside the design. */
  let painter = null;
  async function ask() {
    painter = await fetch("/studio/api/painter").then((answer) => answer.json()).catch(() => painter);
    if (store.state.loaded) editor.properties.update();
  }
  addEventListener("focus", ask, { signal: editor.closed.signal });
  addEventListener("plakat-panel", ask, { signal: editor.closed.signal });
  ask();

  return {
    /** The design's picture, or one painted layer: in other words with its seed, else with the next one. */
    draw, begin: (layer = "", text = "") => store.send({ t: "paint", txn: newTxn(), layer, text }), get now() { return now; },
    /** The painter that can be asked for a picture, by name; null for none. */
    get painter() { return painter && painter.name !== AT_ONCE ? painter.name : null; },
  };
}
