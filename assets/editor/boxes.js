/**
 * Boxes: drawn on the sheet, each with what goes in it; Enter makes the design of them all.
 *
 * A box is a layer with a `region`, so hands move, resize, delete and undo it like any other. Here
 * are its words: shown in the box, typed in one line, with a switch that corrects the guess.
 */
import { freeStrips } from "./boxplaces.js";
import { add, update } from "./commands.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { boxLayer } from "./insert.js";

const KINDS = [["object", "Picture", "image"], ["text", "Words", "text"], ["calm", "Calm", "calm"]];
const PAUSE = 140; // ms of typing before the guess is asked for
const EMPTY = "Type what goes here";

/** @param {object} editor */
export function createBoxes(editor) {
  const { store, view, stage } = editor;
  const layer = el("div", { class: "boxes" });
  const count = el("span", {});
  const go = el("button", { class: "main", type: "button", on: { click: () => design() } }, "Design it", el("kbd", {}, "Enter"));
  const bar = el("div", { class: "float boxbar", hidden: true }, count, go);
  stage.append(layer);
  editor.ask.element.append(bar);
  let open = null; // {id, isNew, chosen, guessed, input, element}
  let busy = false;

  const ids = () => [...store.state.layers.values()].filter((each) => each.region && each.visible !== false).map((each) => each.id);
  const isBlank = () => store.state.loaded && [...store.state.layers.values()].every((each) => each.role === "background");

  /** Labels where the boxes lie now, at most once a frame. */
  function draw() {
    const known = ids();
    const wanted = new Set(known);
    for (const child of [...layer.children]) if (!wanted.has(child.dataset.id)) child.remove();
    for (const id of known) place(labelOf(id), id);
    if (open && !wanted.has(open.id)) open = null;
    bar.hidden = !known.length && !(isBlank() && editor.tool === "box");
    editor.ask.element.toggleAttribute("data-boxes", !bar.hidden);
    count.textContent = busy ? "Designing…" : known.length ? `${known.length} ${known.length === 1 ? "box" : "boxes"}`
      : "Draw a box and type what goes in it: a headline, a date, “a saxophone”";
    go.hidden = !known.length;
    go.disabled = busy;
  }

  function labelOf(id) {
    const found = [...layer.children].find((child) => child.dataset.id === id);
    if (found) return found;
    const made = el("div", { class: "boxlabel", "data-id": id });
    layer.append(made);
    return made;
  }

  function place(label, id) {
    const { alt, region } = store.layer(id);
    const [x, y, w, h] = (editor.overlay.shown.live.get(id) ?? store.layer(id)).box;
    const [left, top] = view.toScreen([x, y]);
    Object.assign(label.style, { left: `${left}px`, top: `${top}px`, width: `${w * view.scale}px`, height: `${h * view.scale}px` });
    if (open?.id === id) return;
    const shown = `${region} ${alt}`;
    if (label.dataset.shown === shown) return;
    label.dataset.shown = shown;
    label.toggleAttribute("data-empty", !alt);
    label.replaceChildren(alt ? icon(KINDS.find(([kind]) => kind === region)?.[2] ?? "text") : "", el("span", {}, alt || EMPTY));
  }

  /** A new box, and the words of it at once. */
  function insert(box) {
    const made = boxLayer(store.state, box);
    const stop = store.subscribe(() => {
      if (!store.state.layers.has(made.id)) return;
      stop();
      openWords(made.id, true);
    });
    editor.step({ label: "Draw a box", commands: [add(made)] }, { select: [made.id] });
    return true;
  }

  /** Without a pointer: where the sheet is free, or in its middle. */
  function placeNext() {
    const { width, height } = store.state.design.canvas;
    const [place] = freeStrips(ids().map((id) => store.layer(id).box), [width, height]);
    return insert(place ?? [0.1 * width, 0.42 * height, 0.8 * width, 0.16 * height]);
  }

  function openWords(id, isNew = false) {
    const box = store.layer(id);
    if (!box?.region || box.locked) return false;
    close();
    store.select([id]);
    const label = labelOf(id);
    const input = el("input", {
      type: "text", value: box.alt, maxlength: 2000, dir: "auto", autocomplete: "off", placeholder: EMPTY, enterkeyhint: "done",
      "aria-label": "What goes in this box",
    });
    const kinds = el("div", { class: "kinds", role: "radiogroup", "aria-label": "Kind of box" }, KINDS.map(([kind, name, sign]) => el("button", {
      type: "button", role: "radio", "data-kind": kind, "aria-checked": String(kind === box.region && Boolean(box.alt)), on: { click: () => choose(kind) },
    }, icon(sign), name)));
    const element = el("div", { class: "boxwords" }, input, kinds);
    label.dataset.shown = "";
    label.replaceChildren(element);
    open = { id, isNew, input, kinds, chosen: box.alt ? box.region : null, guessed: box.region, words: box.alt };
    element.addEventListener("pointerdown", (event) => event.stopPropagation());
    element.addEventListener("keydown", keyed);
    element.addEventListener("focusout", (event) => { if (!element.contains(event.relatedTarget)) keep(); });
    input.addEventListener("input", guessSoon);
    draw();
    input.focus();
    input.select();
    return true;
  }

  function keyed(event) {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter" && event.target === open?.input) {
      event.preventDefault();
      finish();
    } else if (event.key === "Escape") {
      event.preventDefault();
      const { id, isNew, words } = open;
      if (open) open.input.value = words;
      close();
      if (isNew && !words) editor.step({ label: "Leave the box", commands: [{ op: "remove_layer", layer_id: id }] });
      stage.focus({ preventScroll: true });
    }
  }

  /** Enter: the words stand; a new box is followed by the next one. */
  async function finish() {
    const { isNew } = open;
    const kept = keep();
    stage.focus({ preventScroll: true });
    store.select([]);
    if (isNew) editor.setTool("box");
    await kept;
    editor.say("Press Enter to design the boxes, or draw another.");
  }

  function guessSoon() {
    if (open.fixed) return;
    open.chosen = null;
    clearTimeout(open.timer);
    const mine = open;
    open.timer = setTimeout(async () => {
      const kind = await guess(mine.input.value);
      mine.guessed = kind;
      if (!mine.chosen) mark(mine, kind);
    }, PAUSE);
  }

  function choose(kind) {
    Object.assign(open, { chosen: kind, fixed: true });
    mark(open, kind);
    open.input.focus();
  }

  const mark = ({ kinds }, kind) => {
    for (const button of kinds.children) button.setAttribute("aria-checked", String(button.dataset.kind === kind));
  };

  /** What was typed becomes one step, if it is other than before. */
  async function keep() {
    if (!open) return;
    const { id, input, chosen, words } = open;
    const alt = input.value.trim();
    const before = store.layer(id);
    close();
    if (!before || (alt === words && (chosen ?? before.region) === before.region)) return;
    pending = pending.then(() => said(id, alt, chosen));
    await pending;
  }
  let pending = Promise.resolve(); // guesses that are still asked for

  async function said(id, alt, chosen) {
    const region = chosen ?? (alt ? await guess(alt) : "text");
    if (!store.layer(id)) return;
    editor.step({ label: `Box: ${alt.slice(0, 60) || "no words"}`, commands: [update(id, { alt, region, name: alt.slice(0, 80) || "Box" })] });
  }

  function close() {
    if (!open) return;
    clearTimeout(open.timer);
    const label = labelOf(open.id);
    open = null;
    label.dataset.shown = "";
    draw();
  }

  async function guess(words) {
    const answer = await fetch(`/studio/api/boxes/kind?words=${encodeURIComponent(words.slice(0, 500))}`).catch(() => null);
    return answer?.ok ? (await answer.json()).kind : "text";
  }

  /** All boxes become a design, as one step. */
  async function design(variant = 0) {
    if (busy || !ids().length) return false;
    busy = true;
    await keep();
    await pending;
    editor.live.flush();
    draw();
    const doc = editor.boards.active ?? editor.doc;
    await settled();
    const answer = await fetch(`/studio/api/designs/${doc}/boxes`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ variant }),
    }).catch(() => null);
    const told = await answer?.json().catch(() => null);
    busy = false;
    if (!answer?.ok) editor.toast(told?.detail ?? "The boxes could not be designed; the server does not answer. Try again.", { bad: true });
    else done(told, variant);
    draw();
    return true;
  }

  /** Everything that was drawn has reached the server. */
  async function settled() {
    for (let tries = 0; tries < 100 && editor.transport.waiting?.length; tries += 1) await new Promise((then) => { setTimeout(then, 20); });
  }

  function done({ notes }, variant) {
    editor.setTool("select");
    const again = () => {
      const stop = store.subscribe(() => { // once the boxes are back
        if (!ids().length) return;
        stop();
        design((variant + 1) % 12);
      });
      editor.undo();
    };
    const said = notes.length ? `Designed; ${notes.join("; ")}.` : "Designed. Undo brings the boxes back.";
    editor.toast(said, { actions: [{ label: "Another look", run: again }] });
    editor.say(said);
  }

  store.subscribe(({ kind }) => {
    if (kind === "snapshot" && isBlank() && editor.tool === "select") editor.setTool("box");
  });

  return { insert, placeNext, open: openWords, design, draw, has: () => ids().length > 0, at: (id) => Boolean(store.layer(id)?.region) };
}

