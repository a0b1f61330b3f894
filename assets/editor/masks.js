/** Masks: what of a layer shows. An outline, the shape above it, or painted with the brush. */
import { sizeSlider } from "./brush.js";
import { el } from "./dom.js";
import { iconButton } from "./fields.js";
import { round } from "./geometry.js";
import { nameOf, stepLabel } from "./labels.js";
import { canvasFor, greyPng, paint, takeGrey, takePath } from "./strokes.js";
import { frameOf, membersOf, parentOf } from "./tree.js";

const ELLIPSE = "M0 .5A.5 .5 0 0 1 1 .5A.5 .5 0 0 1 0 .5Z";

export const ellipseMask = (box) => ({ box, path: ELLIPSE, view_box: [1, 1] });

/** Corners as round on any box: an eighth of the shorter side. */
export function roundedMask([x, y, w, h]) {
  const r = round(Math.min(w, h) / 8);
  const arc = (dx, dy) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const path = `M${r} 0H${round(w - r)}${arc(r, r)}V${round(h - r)}${arc(-r, r)}H${r}${arc(-r, -r)}V${r}${arc(r, -r)}Z`;
  return { box: [x, y, w, h], path, view_box: [round(w), round(h)] };
}

/** What a mask is, in a word. */
export const kindOf = (mask) => (mask.asset ? "Painted" : mask.path === ELLIPSE ? "Ellipse" : "Outline");

/** The shape right above a layer, which can become its mask. */
export function shapeAbove(state, id) {
  const members = membersOf(state, parentOf(state, id));
  const above = state.layers.get(members[members.indexOf(id) + 1]);
  return above?.kind === "shape" && !above.locked ? above : null;
}

/** The section of the properties for one layer. */
export function maskSection(part) {
  const [layer, other] = part.layers();
  if (!layer || other) return null;
  const { editor } = part;
  const set = (mask, verb) => editor.step({ label: stepLabel(verb, [layer]), commands: [{ op: "set_mask", id: layer.id, mask }] });
  const now = () => part.layers()[0]?.mask;
  const brush = iconButton("brush", "Paint the mask", () => editor.masking.open(layer.id));
  if (!layer.mask) {
    const box = () => frameOf(editor.store.state, [layer.id]);
    const above = shapeAbove(editor.store.state, layer.id);
    return part.section("Mask", el("div", { class: "row icons" },
      iconButton("ellipse", "Mask with an ellipse", () => set(ellipseMask(box()), "Mask")),
      iconButton("rounded", "Mask with rounded corners", () => set(roundedMask(box()), "Mask")),
      iconButton("mask", above ? `Mask with ${nameOf(above)}, which lies above` : "Mask with the shape above: there is none", () => editor.step({
        label: stepLabel("Mask", [layer]), commands: [{ op: "mask_from", id: layer.id, shape: above.id }],
      }), { disabled: !above }), brush));
  }
  const toggle = (key, usual, name, label) => {
    const is = () => now()?.[key] ?? usual;
    const button = iconButton(name, label, () => set({ ...now(), [key]: !is() }, "Mask"));
    const update = () => button.setAttribute("aria-pressed", String(is()));
    update();
    return part.keep({ element: button, update });
  };
  const section = part.section("Mask", el("div", { class: "row icons" }, el("span", { class: "grow" }, kindOf(layer.mask)),
    toggle("enabled", true, "eye", "The mask is on"), toggle("invert", false, "invert", "Show what it hides, hide what it shows"), brush,
    iconButton("minus", "Take the mask away", () => set(null, "Unmask"))));
  return section;
}

/** Painting a mask: every stroke is a step, and what is seen is what is kept. */
export function createMasking(editor) {
  const { store } = editor;
  let now = null; // {id, box, base, of, hides}: `base` holds what the mask's picture does; of: the mask it was read from
  let turn = Promise.resolve(); // strokes are kept one after the other

  async function open(id) {
    const layer = store.state.layers.get(id);
    if (layer?.locked) return editor.toast(`${nameOf(layer)} is locked. Unlock it to paint its mask.`);
    const box = boxOf(id);
    if (!box) return undefined;
    editor.brush.close(); // what it was used for before is put away
    const slider = sizeSlider(editor.brush, box);
    const ways = [[true, "Hide"], [false, "Show"]].map(([hides, label]) => el("button", {
      class: "quiet", type: "button", role: "radio", on: { click: () => choose(hides) },
    }, label));
    const bar = el("div", { class: "float stagebar", role: "group", "aria-label": "Paint the mask", on: { pointerdown: (event) => event.stopPropagation() } },
      el("div", { class: "seg", role: "radiogroup", "aria-label": "The brush" }, ways), slider.element,
      el("button", { class: "main", type: "button", on: { click: () => editor.brush.close() } }, "Done"));
    now = { id, box, base: canvasFor(box), of: null, hides: true, ways };
    editor.brush.open({
      box, bar, sized: slider.show, stroked, shown: (stroke) => ({ ...stroke, erase: false }), leave: () => { now = null; },
      keys: { Enter: () => editor.brush.close(), x: () => choose(!now.hides) },
    });
    choose(true);
    editor.say("Painting the mask. X changes between hide and show, brackets the size. Escape leaves.");
    return undefined;
  }

  /** The layer, and a mask it has beyond it. */
  function boxOf(id) {
    const frame = frameOf(store.state, [id]);
    const { mask } = store.state.layers.get(id) ?? {};
    if (!frame || !mask || mask.invert) return frame;
    const [x, y] = [0, 1].map((i) => Math.min(frame[i], mask.box[i]));
    const [r, b] = [0, 1].map((i) => Math.max(frame[i] + frame[i + 2], mask.box[i] + mask.box[i + 2]));
    return [x, y, r - x, b - y];
  }

  function choose(hides) {
    now.hides = hides;
    now.ways.forEach((button, i) => {
      button.setAttribute("aria-checked", String((i === 0) === hides));
      button.tabIndex = (i === 0) === hides ? 0 : -1;
    });
  }

  function stroked(stroke) {
    const mine = now;
    const { hides } = mine;
    turn = turn.then(() => keep(mine, stroke, hides)).catch(() => editor.toast("The mask could not be kept. Try the stroke again.", { bad: true }));
    turn = turn.then(() => now === mine && editor.brush.clear());
  }

  /** A layer without a mask hides nothing: what is painted is then cut out. */
  async function keep(mine, stroke, hides) {
    const before = store.state.layers.get(mine.id);
    if (!before) return;
    const mask = before.mask ?? null;
    if (JSON.stringify(mask) !== mine.of) await read(mine, mask);
    const invert = mask?.invert ?? true;
    paint(mine.base, mine.box, { ...stroke, erase: hides !== invert });
    const got = await editor.media.upload(await greyPng(mine.base));
    if (!got) return;
    const made = { box: mine.box, asset: got.asset, invert };
    const txn = editor.step({ label: stepLabel(hides ? "Hide with the brush:" : "Show with the brush:", [before]), commands: [{ op: "set_mask", id: mine.id, mask: made }] });
    await answered(txn);
    mine.of = JSON.stringify(store.state.layers.get(mine.id)?.mask ?? null);
    await editor.scene.settled();
  }

  async function read(mine, mask) {
    mine.base = canvasFor(mine.box);
    if (mask?.asset) await takeGrey(mine.base, mine.box, `/studio/asset/${mask.asset}`, mask.box);
    else if (mask) takePath(mine.base, mine.box, { view_box: [1, 1], ...mask });
  }

  const answered = (txn) => new Promise((done) => {
    const stop = store.subscribe(({ kind, message }) => {
      if (message?.txn !== txn || !["commit", "reject"].includes(kind)) return;
      stop();
      done();
    });
  });

  return { open };
}
