/**
 * Cropping: the picture is pulled about inside its frame, with what is cut off seen faintly around
 * it. The document keeps the point of the picture that stays in view; the picture itself is whole.
 */
import { setting } from "./commands.js";
import { el } from "./dom.js";
import { center, contains, round, turn } from "./geometry.js";
import { nameOf } from "./labels.js";
import { placedOf } from "./tree.js";

/** Where the whole picture lies when it covers a box: [x, y, w, h]; as design_io/pictures.py does. */
export function covering([width, height], focus, [x, y, w, h]) {
  const scale = Math.max(w / width, h / height);
  const at = (share, whole, part) => Math.min(Math.max(share * whole - part / 2, 0), Math.max(0, whole - part));
  const left = at(focus[0], width * scale, w);
  const top = at(focus[1], height * scale, h);
  return [x - left, y - top, width * scale, height * scale];
}

/** The focus after the picture was pulled by (dx, dy), so that it answers at once to the way back. */
export function pulled(size, focus, box, [dx, dy]) {
  const [px, py, pw, ph] = covering(size, focus, box);
  const [x, y, w, h] = box;
  const left = Math.min(x, Math.max(x + w - pw, px + dx));
  const top = Math.min(y, Math.max(y + h - ph, py + dy));
  return [round((x - left + w / 2) / pw, 4), round((y - top + h / 2) / ph, 4)];
}

/** @param {object} editor */
export function createCrop(editor) {
  const { store, view } = editor;
  let now = null; // {id, size, focus, first, box, ghost, bright}

  async function open(id) {
    const layer = store.state.layers.get(id);
    if (layer?.kind !== "image" || !layer.asset) return false;
    if (layer.locked) return editor.toast(`${nameOf(layer)} is locked. Unlock it to crop it.`), true;
    close();
    const address = `/studio/asset/${layer.asset}`;
    const [ghost, bright] = [el("img", { alt: "", src: address }), el("img", { alt: "", src: address })];
    const box = el("div", { class: "cropping" }, ghost, el("div", { class: "window" }, bright));
    now = { id, size: null, focus: [...layer.focus], first: [...layer.focus], box, images: [ghost, bright], flips: [layer.flip_x, layer.flip_y], was: layer.fit };
    const mine = now;
    await ghost.decode().catch(() => {});
    if (now !== mine) return true;
    if (!ghost.naturalWidth) return editor.toast("The picture cannot be shown here, so it cannot be cropped."), (now = null), true;
    now.size = [ghost.naturalWidth, ghost.naturalHeight];
    const element = editor.scene.element(id);
    if (element) element.style.visibility = "hidden";
    view.world.append(box);
    editor.overlay.show({ handles: false, hover: null });
    place();
    editor.draw();
    editor.say("Cropping. Drag or use the arrow keys to move the picture, Enter keeps, Escape leaves it as it was.");
    return true;
  }

  function place() {
    const { box, rotation } = placedOf(store.state, now.id);
    const [x, y, w, h] = box;
    Object.assign(now.box.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`, transform: `rotate(${rotation}deg)` });
    const [px, py, pw, ph] = covering(now.size, now.focus, [0, 0, w, h]);
    const flip = `scale(${now.flips[0] ? -1 : 1}, ${now.flips[1] ? -1 : 1})`;
    const at = [now.flips[0] ? w - px - pw : px, now.flips[1] ? h - py - ph : py];
    for (const image of now.images) {
      Object.assign(image.style, { left: `${at[0]}px`, top: `${at[1]}px`, width: `${pw}px`, height: `${ph}px`, transform: flip });
    }
  }

  function pull(from, by) {
    const { box, rotation } = placedOf(store.state, now.id);
    const [dx, dy] = turn(by, [0, 0], -rotation);
    const inPicture = [now.flips[0] ? -dx : dx, now.flips[1] ? -dy : dy];
    now.focus = pulled(now.size, from, box, inPicture);
    place();
  }

  function down(_, point) {
    if (!now?.size) return null;
    const { box, rotation } = placedOf(store.state, now.id);
    const whole = covering(now.size, now.focus, box);
    const spot = turn(point, center(box), -rotation);
    if (!contains({ box: whole, rotation: 0 }, spot)) return null;
    const from = [...now.focus];
    return { move: (to) => pull(from, [to[0] - point[0], to[1] - point[1]]), up: () => {}, cancel: () => pull(from, [0, 0]) };
  }

  function key(event) {
    if (!now?.size) return false;
    const step = (event.shiftKey ? 10 : 1) / view.scale;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (by) pull([...now.focus], by);
    else if (event.key === "Enter") close();
    else if (event.key === "Escape") close(false);
    else return false;
    return true;
  }

  function close(keep = true) {
    if (!now) return;
    const { id, focus, first, box, was } = now;
    now = null;
    box.remove();
    const element = editor.scene.element(id);
    if (element) element.style.visibility = "";
    editor.overlay.show({ handles: true });
    editor.draw();
    const changed = focus.some((value, i) => Math.abs(value - first[i]) > 0.0005) || was !== "cover";
    if (keep && changed && store.state.layers.has(id)) editor.step(setting(store.state, [id], { focus, fit: "cover" }));
  }

  return { open, close, down, key, get id() { return now?.id ?? null; } };
}
