/**
 * The brush: soft strokes over a part of the design, for whoever asked for it (a mask, a part of a
 * picture to be painted anew). It shows where it would paint, and what is painted as a tint.
 */
import { el } from "./dom.js";
import { canvasFor, paint } from "./strokes.js";

const STEP = 1.25; // times, of the size for a key
const LEAST = 2;

/**
 * `open({box, bar, stroked, leave, keys})`: `stroked(stroke)` after each stroke, `leave()` when it is
 * put away, `keys` by name for what else the keyboard does, `undo` for strokes that are only kept here.
 *
 * @param {object} editor
 */
export function createBrush(editor) {
  const { view, stage } = editor;
  const ring = el("i", { class: "brushring", hidden: true, "aria-hidden": "true" });
  stage.append(ring);
  let now = null; // {box, canvas, radius, erase, at, stroked, leave, keys, bar}

  function open(how) {
    editor.setTool("brush");
    const [x, y, w, h] = how.box;
    const canvas = canvasFor(how.box);
    canvas.className = "brushing";
    Object.assign(canvas.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
    now = { radius: Math.max(LEAST, Math.min(w, h) / 10), erase: false, at: null, keys: {}, ...how, canvas };
    view.world.append(canvas);
    stage.append(how.bar);
    editor.overlay.show({ handles: false, hover: null });
    shown();
    editor.draw();
  }

  function stop() {
    if (!now) return;
    const { canvas, bar, leave } = now;
    now = null;
    canvas.remove();
    bar.remove();
    ring.hidden = true;
    editor.overlay.show({ handles: true });
    editor.draw();
    leave?.();
  }

  function down(event, point) {
    if (!now) return null;
    const mine = now;
    const before = copied(mine.canvas);
    const stroke = { points: [point], radius: mine.radius, erase: mine.erase };
    const tint = () => {
      mine.canvas.getContext("2d").clearRect(0, 0, mine.canvas.width, mine.canvas.height);
      mine.canvas.getContext("2d").drawImage(before, 0, 0);
      paint(mine.canvas, mine.box, mine.shown?.(stroke) ?? stroke, color());
    };
    tint();
    return {
      move(to, _, last) {
        const all = last.getCoalescedEvents?.() ?? [];
        stroke.points.push(...(all.length ? all.map(view.toCanvas) : [to]));
        follow(to);
        tint();
      },
      up: () => now === mine && mine.stroked(stroke),
      cancel() {
        stroke.points = [];
        clear();
        mine.canvas.getContext("2d").drawImage(before, 0, 0);
      },
    };
  }

  const color = () => getComputedStyle(stage).getPropertyValue("--pk-accent").trim() || "#2f5bff";

  function clear() {
    now?.canvas.getContext("2d").clearRect(0, 0, now.canvas.width, now.canvas.height);
  }

  function follow(at) {
    if (!now) return;
    now.at = at;
    shown();
  }

  function shown() {
    ring.hidden = !now?.at;
    if (ring.hidden) return;
    const [x, y] = view.toScreen(now.at);
    const wide = 2 * now.radius * view.scale;
    Object.assign(ring.style, { left: `${x - wide / 2}px`, top: `${y - wide / 2}px`, width: `${wide}px`, height: `${wide}px` });
  }

  /** In px of the design. */
  function size(radius) {
    const [, , w, h] = now.box;
    now.radius = Math.min(Math.max(w, h) / 2, Math.max(LEAST, radius));
    now.sized?.(now.radius);
    shown();
  }

  function key(event) {
    if (!now || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== "z" || event.shiftKey || !now.undo) return false;
      now.undo();
      return true;
    }
    if (event.key === "[" || event.key === "]") size(now.radius * (event.key === "]" ? STEP : 1 / STEP));
    else if (now.keys[event.key]) now.keys[event.key]();
    else return false;
    return true;
  }

  return {
    open, key, draw: shown, clear,
    /** Show these strokes and no others. */
    repaint(strokes) {
      clear();
      for (const stroke of strokes) paint(now.canvas, now.box, stroke, color());
    },
    close: () => now && editor.setTool("select"),
    set erase(on) { if (now) now.erase = on; },
    set size(radius) { size(radius); },
    get box() { return now?.box ?? null; },
    tool: { down, hover: (_, point) => follow(point), leave: () => { if (now) now.at = null; shown(); }, stop },
  };
}

/** A slider of the size of the brush, in shares of the box it paints on. */
export function sizeSlider(brush, box) {
  const most = Math.max(box[2], box[3]) / 2;
  const input = el("input", { type: "range", min: 0, max: 100, value: shareOf(Math.min(box[2], box[3]) / 10), "aria-label": "Size of the brush", on: {
    input: () => { brush.size = LEAST * (most / LEAST) ** (input.value / 100); },
  } });
  function shareOf(radius) {
    return Math.round((Math.log(Math.max(LEAST, radius) / LEAST) / Math.log(most / LEAST)) * 100);
  }
  return { element: input, show: (radius) => { input.value = shareOf(radius); } };
}

function copied(canvas) {
  const copy = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  copy.getContext("2d").drawImage(canvas, 0, 0);
  return copy;
}
