/**
 * Cropping: the picture is pulled about and zoomed inside its frame, with what is cut off seen faintly
 * around it. The document keeps the point of the picture that stays in view and how many times as large
 * as it must be it is shown; the picture itself is whole.
 */
import { setting } from "./commands.js";
import { el } from "./dom.js";
import { center, contains, round, turn } from "./geometry.js";
import { iconButton } from "./fields.js";
import { nameOf } from "./labels.js";
import { placedOf } from "./tree.js";

const MOST = 8; // times; the document allows more

/** Where the whole picture lies when it covers a box: [x, y, w, h]; as design_io/pictures.py does. */
export function covering([width, height], focus, [x, y, w, h], zoom = 1) {
  const scale = Math.max(w / width, h / height) * zoom;
  const at = (share, whole, part) => Math.min(Math.max(share * whole - part / 2, 0), Math.max(0, whole - part));
  const left = at(focus[0], width * scale, w);
  const top = at(focus[1], height * scale, h);
  return [x - left, y - top, width * scale, height * scale];
}

/** The focus after the picture was pulled by (dx, dy), so that it answers at once to the way back. */
export function pulled(size, focus, box, [dx, dy], zoom = 1) {
  const [px, py, pw, ph] = covering(size, focus, box, zoom);
  return focusOf([px + dx, py + dy, pw, ph], box);
}

/** The focus once the picture is shown `to` times as large, with the point `at` of it staying where it is. */
export function zoomed(size, focus, box, zoom, to, at) {
  const [px, py, pw, ph] = covering(size, focus, box, zoom);
  const grown = to / zoom;
  return focusOf([at[0] - (at[0] - px) * grown, at[1] - (at[1] - py) * grown, pw * grown, ph * grown], box);
}

/** The focus of a picture that lies at [px, py, pw, ph], as far as it covers the box there. */
function focusOf([px, py, pw, ph], [x, y, w, h]) {
  const left = Math.min(x, Math.max(x + w - pw, px));
  const top = Math.min(y, Math.max(y + h - ph, py));
  return [round((x - left + w / 2) / pw, 4), round((y - top + h / 2) / ph, 4)];
}

/** @param {object} editor */
export function createCrop(editor) {
  const { store, view } = editor;
  const slider = el("input", { type: "range", min: 0, max: 100, step: 1, "aria-label": "Zoom of the picture", on: { input: () => zoomTo(MOST ** (slider.value / 100)), keydown: keyed } });
  const share = el("output", {});
  const bar = el("div", { class: "float stagebar", role: "group", "aria-label": "Crop", hidden: true, on: { pointerdown: (event) => event.stopPropagation() } },
    iconButton("minus", "Zoom the picture out", () => zoomTo(now.zoom / 1.1)), slider, iconButton("plus", "Zoom the picture in", () => zoomTo(now.zoom * 1.1)), share,
    el("button", { class: "quiet", type: "button", on: { click: () => close(false) } }, "Cancel"),
    el("button", { class: "main", type: "button", on: { click: () => close() } }, "Crop"));
  let now = null; // {id, size, focus, zoom, first, box, images, flips}
  editor.stage.append(bar);
  editor.stage.addEventListener("wheel", wheeled, { capture: true, passive: false });

  async function open(id) {
    const layer = store.state.layers.get(id);
    if (layer?.kind !== "image" || !layer.asset) return false;
    if (layer.locked) return editor.toast(`${nameOf(layer)} is locked. Unlock it to crop it.`), true;
    close();
    const address = `/studio/asset/${layer.asset}`;
    const [ghost, bright] = [el("img", { alt: "", src: address }), el("img", { alt: "", src: address })];
    const box = el("div", { class: "cropping" }, ghost, el("div", { class: "window" }, bright));
    now = { id, size: null, focus: [...layer.focus], zoom: layer.zoom, first: [...layer.focus, layer.zoom], box, images: [ghost, bright], flips: [layer.flip_x, layer.flip_y], was: layer.fit };
    const mine = now;
    await ghost.decode().catch(() => {});
    if (now !== mine) return true;
    if (!ghost.naturalWidth) return editor.toast("The picture cannot be shown here, so it cannot be cropped."), (now = null), true;
    now.size = [ghost.naturalWidth, ghost.naturalHeight];
    const element = editor.scene.element(id);
    if (element) element.style.visibility = "hidden";
    view.world.append(box);
    editor.overlay.show({ handles: false, hover: null });
    bar.hidden = false;
    place();
    editor.draw();
    editor.say("Cropping. Drag or use the arrow keys to move the picture, plus and minus or the wheel to zoom it. Enter keeps, Escape leaves it as it was.");
    return true;
  }

  function place() {
    const { box, rotation } = placedOf(store.state, now.id);
    const [x, y, w, h] = box;
    Object.assign(now.box.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`, transform: `rotate(${rotation}deg)` });
    const [px, py, pw, ph] = covering(now.size, now.focus, [0, 0, w, h], now.zoom);
    const flip = `scale(${now.flips[0] ? -1 : 1}, ${now.flips[1] ? -1 : 1})`;
    const at = [now.flips[0] ? w - px - pw : px, now.flips[1] ? h - py - ph : py];
    for (const image of now.images) {
      Object.assign(image.style, { left: `${at[0]}px`, top: `${at[1]}px`, width: `${pw}px`, height: `${ph}px`, transform: flip });
    }
    slider.value = Math.round((Math.log(now.zoom) / Math.log(MOST)) * 100);
    share.textContent = `${Math.round(now.zoom * 100)} %`;
  }

  /** A point of the canvas as the picture has it: neither turned nor flipped. */
  function inPicture(point) {
    const { box, rotation } = placedOf(store.state, now.id);
    const [cx, cy] = center(box);
    const [x, y] = turn(point, [cx, cy], -rotation);
    return [now.flips[0] ? 2 * cx - x : x, now.flips[1] ? 2 * cy - y : y];
  }

  function zoomTo(wanted, at = null) {
    if (!now?.size) return;
    const zoom = Math.min(Math.max(MOST, now.first[2]), Math.max(1, round(wanted, 3)));
    const { box } = placedOf(store.state, now.id);
    now.focus = zoomed(now.size, now.focus, box, now.zoom, zoom, at ?? center(box));
    now.zoom = zoom;
    place();
  }

  function wheeled(event) {
    if (!now?.size) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    zoomTo(now.zoom * Math.exp(-event.deltaY / 400), inPicture(view.toCanvas(event)));
  }

  function pull(from, by) {
    const { box, rotation } = placedOf(store.state, now.id);
    const [dx, dy] = turn(by, [0, 0], -rotation);
    now.focus = pulled(now.size, from, box, [now.flips[0] ? -dx : dx, now.flips[1] ? -dy : dy], now.zoom);
    place();
  }

  function down(_, point) {
    if (!now?.size) return null;
    const whole = covering(now.size, now.focus, placedOf(store.state, now.id).box, now.zoom);
    if (!contains({ box: whole, rotation: 0 }, inPicture(point))) return null;
    const from = [...now.focus];
    return { move: (to) => pull(from, [to[0] - point[0], to[1] - point[1]]), up: () => {}, cancel: () => pull(from, [0, 0]) };
  }

  function key(event) {
    if (!now?.size) return false;
    const step = (event.shiftKey ? 10 : 1) / view.scale;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (by) pull([...now.focus], by);
    else if (event.key === "+" || event.key === "=") zoomTo(now.zoom * 1.1);
    else if (event.key === "-") zoomTo(now.zoom / 1.1);
    else if (event.key === "Enter") close();
    else if (event.key === "Escape") close(false);
    else return false;
    return true;
  }

  /** Keys of the slider: its arrows are its own, Enter and Escape are those of cropping. */
  function keyed(event) {
    event.stopPropagation();
    if (event.key === "Enter" || event.key === "Escape") key(event);
  }

  function close(keep = true) {
    if (!now) return;
    const { id, focus, zoom, first, box, was } = now;
    now = null;
    box.remove();
    bar.hidden = true;
    editor.stage.focus({ preventScroll: true });
    const element = editor.scene.element(id);
    if (element) element.style.visibility = "";
    editor.overlay.show({ handles: true });
    editor.draw();
    const changed = [...focus, zoom].some((value, i) => Math.abs(value - first[i]) > 0.0005) || was !== "cover";
    if (keep && changed && store.state.layers.has(id)) editor.step(setting(store.state, [id], { focus, zoom, fit: "cover" }));
  }

  return { open, close, down, key, get id() { return now?.id ?? null; } };
}
