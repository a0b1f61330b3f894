/**
 * Zoom and pan of a stage: one transform on the world in it, kept on whole device pixels so that
 * at 100 % every pixel of the design is one pixel of the screen.
 *
 * `world` is the element that is moved and scaled; its units are canvas pixels.
 */

const MARGIN = 32; // px around a design that fits
const MIN = 0.02;
const MAX = 16;
const STEPS = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16];

/** @param {HTMLElement} stage */
export function createView(stage) {
  const world = document.createElement("div");
  world.className = "world";
  Object.assign(world.style, {
    position: "absolute", insetBlockStart: "0", left: "0", width: "0", height: "0",
    transformOrigin: "0 0",
  });
  stage.prepend(world);
  const listeners = new Set();
  let frame = [0, 0, 1, 1]; // what is to be seen: canvas px
  let scale = 1;
  let offset = [0, 0]; // of the world in the stage, px
  let fitted = true; // keeps fitting when the stage changes its size

  function apply() {
    const dots = window.devicePixelRatio || 1;
    offset = offset.map((value) => Math.round(value * dots) / dots);
    world.style.transform = `translate(${offset[0]}px, ${offset[1]}px) scale(${scale})`;
    for (const fn of [...listeners]) fn();
  }

  /** Stage px of a pointer event. */
  function inStage(event) {
    const { left, top } = stage.getBoundingClientRect();
    return [event.clientX - left - stage.clientLeft, event.clientY - top - stage.clientTop];
  }

  const middle = () => [stage.clientWidth / 2, stage.clientHeight / 2];

  function zoomTo(next, at = middle()) {
    const wanted = Math.min(MAX, Math.max(MIN, next));
    offset = at.map((value, axis) => value - ((value - offset[axis]) * wanted) / scale);
    scale = wanted;
    fitted = false;
    apply();
  }

  function panBy(dx, dy) {
    offset = [offset[0] + dx, offset[1] + dy];
    fitted = false;
    keepInSight();
    apply();
  }

  /** A corner of the design always stays on the stage. */
  function keepInSight() {
    const sizes = [stage.clientWidth, stage.clientHeight];
    offset = offset.map((value, axis) => {
      const [start, extent] = [frame[axis] * scale, frame[axis + 2] * scale];
      const lowest = MARGIN - start - extent;
      return Math.min(sizes[axis] - MARGIN - start, Math.max(lowest, value));
    });
  }

  /** Show all of `box` (world px; all there is), never larger than 100 %. */
  function fit(box = frame, { largest = 1, margin = MARGIN } = {}) {
    const room = [stage.clientWidth - 2 * margin, stage.clientHeight - 2 * margin];
    if (room[0] <= 0 || room[1] <= 0) return;
    scale = Math.min(largest, room[0] / box[2], room[1] / box[3]);
    scale = Math.min(MAX, Math.max(MIN, scale));
    center(box);
    fitted = box === frame;
  }

  function center([x, y, w, h]) {
    const [cx, cy] = middle();
    offset = [cx - (x + w / 2) * scale, cy - (y + h / 2) * scale];
    apply();
  }

  function step(up) {
    const next = up ? STEPS.find((s) => s > scale * 1.01) : STEPS.findLast((s) => s < scale / 1.01);
    zoomTo(next ?? scale);
  }

  function onWheel(event) {
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 16 : event.deltaMode === 2 ? stage.clientHeight : 1;
    if (event.ctrlKey || event.metaKey) {
      zoomTo(scale * Math.exp((-event.deltaY * unit) / 400), inStage(event));
    } else if (event.shiftKey && !event.deltaX) panBy(-event.deltaY * unit, 0);
    else panBy(-event.deltaX * unit, -event.deltaY * unit);
  }

  const hands = new Map(); // touches and the middle button that pan and pinch

  function onDown(event) {
    const touch = event.pointerType === "touch";
    if (!touch && !(event.button === 1 || view.panning)) return;
    hands.set(event.pointerId, inStage(event));
    if (touch && hands.size < 2) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    stage.setPointerCapture(event.pointerId);
    stage.dispatchEvent(new CustomEvent("pk-pan"));
  }

  function onMove(event) {
    const before = hands.get(event.pointerId);
    if (!before) return;
    const touch = event.pointerType === "touch";
    const now = inStage(event);
    if (!touch || hands.size >= 2) {
      event.stopImmediatePropagation();
      if (touch) pinch(event.pointerId, before, now);
      else panBy(now[0] - before[0], now[1] - before[1]);
    }
    hands.set(event.pointerId, now);
  }

  /** Two fingers: the point between them stays, the distance scales. */
  function pinch(id, before, now) {
    const [still] = [...hands].filter(([other]) => other !== id).map(([, point]) => point);
    const apart = (p) => Math.hypot(p[0] - still[0], p[1] - still[1]);
    const between = (p) => [(p[0] + still[0]) / 2, (p[1] + still[1]) / 2];
    const [from, to] = [between(before), between(now)];
    if (apart(before) > 8) zoomTo((scale * apart(now)) / apart(before), from);
    panBy(to[0] - from[0], to[1] - from[1]);
  }

  function onUp(event) {
    hands.delete(event.pointerId);
  }

  stage.addEventListener("wheel", onWheel, { passive: false });
  stage.addEventListener("pointerdown", onDown, { capture: true });
  stage.addEventListener("pointermove", onMove, { capture: true });
  for (const name of ["pointerup", "pointercancel"]) stage.addEventListener(name, onUp, { capture: true });
  const watcher = new ResizeObserver(() => (fitted ? fit() : apply()));
  watcher.observe(stage);

  const view = {
    world,
    /** Set while Space is held: the next drag moves the view. */
    panning: false,
    get scale() {
      return scale;
    },
    get offset() {
      return [...offset];
    },
    get fitted() {
      return fitted;
    },
    /** What there is to be seen, world px; fits it if the view still fits. */
    setFrame(box) {
      if (box.every((value, index) => Math.abs(value - frame[index]) < 0.01)) return;
      frame = box;
      if (fitted) fit();
    },
    fit, zoomTo, panBy, center, step,
    /** Make `at` the origin and `factor` old units one new, without anything moving on the screen. */
    rebase(factor, at) {
      offset = offset.map((value, axis) => value + at[axis] * scale);
      scale *= factor;
      frame = frame.map((value, index) => (index < 2 ? value - at[index] : value) / factor);
      apply();
    },
    /** Canvas px under a pointer event. */
    toCanvas: (event) => inStage(event).map((v, axis) => (v - offset[axis]) / scale),
    /** Stage px of a point of the canvas. */
    toScreen: (point) => point.map((v, axis) => v * scale + offset[axis]),
    /** The same in px of the window. */
    toClient(point) {
      const { left, top } = stage.getBoundingClientRect();
      const [x, y] = view.toScreen(point);
      return [x + left + stage.clientLeft, y + top + stage.clientTop];
    },
    subscribe(fn) {
      listeners.add(fn);
      return () => listeners.delete(fn);
    },
    destroy() {
      watcher.disconnect();
      world.remove();
    },
  };
  return view;
}
