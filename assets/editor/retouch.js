/**
 * A part of a picture painted anew: brush over it, say what shall be there, look at it, keep it. Until
 * it is kept it is only shown, in the place where it would be.
 */
import { sizeSlider } from "./brush.js";
import { el } from "./dom.js";
import { iconButton } from "./fields.js";
import { nameOf } from "./labels.js";
import { canvasFor, greyPng, paint } from "./strokes.js";
import { newTxn } from "./transport.js";
import { frameOf } from "./tree.js";

/** @param {object} editor */
export function createRetouch(editor) {
  const { store } = editor;
  let now = null; // {id, box, strokes, run, seed, proposal, bar, text}

  async function open(id) {
    const layer = store.state.layers.get(id);
    if (layer?.kind !== "image" || !layer.asset) return editor.toast("Only a picture can be painted over. Choose a picture."), true;
    if (layer.locked) return editor.toast(`${nameOf(layer)} is locked. Unlock it to paint over it.`), true;
    const box = frameOf(store.state, [id]);
    editor.brush.close(); // what it was used for before is put away
    const bar = el("div", { class: "float stagebar retouch", role: "group", "aria-label": "Paint over a part", on: { pointerdown: (event) => event.stopPropagation() } });
    now = { id, box, strokes: [], run: null, seed: 0, proposal: null, bar, text: "", slider: sizeSlider(editor.brush, box) };
    const mine = now;
    editor.brush.open({
      box, bar, stroked, undo, leave, sized: now.slider.show, keys: { Enter: () => (now.proposal ? keep() : begin()) },
    });
    asking();
    const painter = await fetch("/studio/api/painter").then((answer) => answer.json()).catch(() => null);
    if (now === mine && painter && !painter.edits) unable(painter);
    return true;
  }

  function show(...parts) {
    const held = now.bar.contains(editor.root.activeElement);
    now.bar.replaceChildren(...parts.filter(Boolean));
    if (held) (now.bar.querySelector(".main, input, button") ?? editor.stage).focus({ preventScroll: true });
  }

  function asking() {
    const input = el("input", { type: "text", class: "words", "aria-label": "What shall be here", placeholder: "Brush over a part, and say what shall be there", maxlength: 1000, value: now.text, on: {
      input: () => { now.text = input.value; },
      keydown: (event) => {
        event.stopPropagation();
        if (!["Enter", "Escape"].includes(event.key)) return;
        event.preventDefault(); // the key is not for the button that comes in its place
        if (event.key === "Enter") begin();
        else editor.brush.close();
      },
    } });
    const eraser = iconButton("eraser", "Take strokes away", () => {
      const on = eraser.getAttribute("aria-pressed") !== "true";
      editor.brush.erase = on;
      eraser.setAttribute("aria-pressed", String(on));
    }, { "aria-pressed": "false" });
    show(input, eraser, now.slider.element, el("button", { class: "main", type: "button", on: { click: begin } }, "Paint"), leaving());
    if (!now.strokes.length) editor.say("Brush over the part to be painted anew. Brackets change the size. Then say what shall be there, and press Enter.");
  }

  const leaving = (label = "Leave the brush") => iconButton("close", label, () => editor.brush.close());

  function unable({ name, able }) {
    const others = able.length ? ` ${able[0].name}, once installed, can.` : "";
    const words = `${name === "artist" ? "The drawing artist" : name} cannot paint over a part of a picture.${others}`;
    show(el("span", { class: "words", role: "status" }, words),
      el("button", { class: "quiet", type: "button", on: { click: settings } }, "Settings"),
      el("button", { class: "quiet", type: "button", on: { click: () => {
        const { id } = now;
        editor.brush.close();
        editor.replacePicture(id);
      } } }, "Replace it…"),
      el("button", { class: "quiet", type: "button", on: { click: () => editor.masking.open(now.id) } }, "Hide it"), leaving("Close"));
  }

  /** Painters are chosen beside the design, on the page that has panels. */
  function settings() {
    editor.brush.close();
    if (document.body.dataset.panel === undefined) location.assign(`/?doc=${editor.doc}#settings`);
    else dispatchEvent(new CustomEvent("plakat-panel", { detail: "settings" }));
  }

  function stroked(stroke) {
    if (now.proposal) drop();
    now.strokes.push(stroke);
    redraw();
  }

  function undo() {
    if (now.proposal) return drop();
    now.strokes.pop();
    return redraw();
  }

  function redraw() {
    editor.brush.repaint(now.strokes);
  }

  async function begin() {
    const mine = now;
    if (!mine || mine.run) return;
    if (!mine.strokes.length) {
      editor.toast("Brush over the part of the picture that shall change first.");
      return;
    }
    const run = mine.run = newTxn();
    const bar = el("progress", { max: 1, value: 0, "aria-label": "How far it is" });
    mine.progress = bar;
    show(el("span", { class: "words", role: "status" }, mine.text.trim() ? `Painting “${mine.text.trim()}”…` : "Taking it away…"), bar,
      el("button", { class: "quiet", type: "button", on: { click: stop } }, "Stop"));
    const canvas = canvasFor(mine.box);
    for (const stroke of mine.strokes) paint(canvas, mine.box, stroke);
    const got = await editor.media.upload(await greyPng(canvas));
    if (now !== mine || mine.run !== run) return;
    if (!got) return ended();
    store.send({ t: "retouch", run, id: mine.id, mask: { box: mine.box, asset: got.asset }, text: mine.text.trim(), seed: mine.seed });
  }

  function stop() {
    if (now?.run) store.send({ t: "retouch_stop" });
    ended();
  }

  function ended() {
    if (!now) return;
    now.run = null;
    asking();
  }

  function heard(message) {
    if (!now || message.run !== now.run) return;
    if (message.state === "painting") now.progress.value = message.share;
    else if (message.state === "proposed") propose(message);
    else {
      if (message.state === "failed") editor.toast(message.text, { bad: true });
      ended();
    }
  }

  function propose(message) {
    now.run = null;
    now.proposal = message;
    store.receive({ t: "preview", id: message.id, node: message.node, layer: message.layer });
    editor.brush.repaint([]);
    const main = el("button", { class: "main", type: "button", on: { click: keep } }, "Keep it");
    show(el("span", { class: "words", role: "status" }, "This is how it would look."), el("button", { class: "quiet", type: "button", on: { click: again } }, "Another"),
      el("button", { class: "quiet", type: "button", on: { click: drop } }, "Leave it"), main);
    main.focus({ preventScroll: true });
    editor.say("Painted. Enter keeps it, Escape leaves it.");
  }

  function keep() {
    const { proposal, id } = now;
    now.proposal = null;
    const layer = store.layer(id);
    if (layer) editor.step({ label: `Paint over ${nameOf(layer)}`, commands: proposal.commands });
    editor.brush.close();
  }

  function again() {
    now.seed += 1;
    drop();
    begin();
  }

  /** What was proposed goes; the strokes are there again. */
  function drop() {
    store.endPreview(now.id);
    now.proposal = null;
    redraw();
    asking();
  }

  function leave() {
    if (!now) return;
    const { run, proposal, id } = now;
    now = null;
    if (run) store.send({ t: "retouch_stop" });
    if (proposal) store.endPreview(id);
  }

  store.subscribe(({ kind, message, ids }) => {
    if (kind === "retouch") heard(message);
    else if (kind === "snapshot" && now?.run) ended(); // the server was away
    else if (now && ids.has(now.id) && !store.layer(now.id)) editor.brush.close();
  });

  return { open };
}
