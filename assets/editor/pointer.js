/**
 * One pointer over the stage: drags become gestures, at most one step of a gesture per frame.
 *
 * A tool is {down(event, point) → gesture or null, hover(event, point), double(event, point, gesture)};
 * a gesture is {move(point, keys, event), up(event, moved), cancel()}.
 */
import { perFrame } from "./dom.js";

const STILL = 3; // screen px that a pointer may tremble before a click is a drag
const TAP = 350; // ms between two taps that are one double tap

/** @param {{stage: HTMLElement, view: object, tool: () => object}} parts */
export function createPointer({ stage, view, tool }) {
  let held = null; // {gesture, id, at: [x, y], moved, event}
  let last = { time: 0, at: [0, 0] };
  const spot = (event) => view.toCanvas(event);

  const step = perFrame(() => {
    if (held?.moved) held.gesture.move(spot(held.event), keysOf(held.event), held.event);
  });

  function down(event) {
    if (held || event.button !== 0 || stage.hasAttribute("data-panning")) return;
    const double = isDouble(event);
    const gesture = tool().down(event, spot(event));
    if (!gesture) return;
    held = { gesture, double, id: event.pointerId, at: [event.clientX, event.clientY], moved: false, event };
    stage.setPointerCapture(event.pointerId);
  }

  function isDouble(event) {
    const now = { time: event.timeStamp, at: [event.clientX, event.clientY] };
    const near = Math.hypot(now.at[0] - last.at[0], now.at[1] - last.at[1]) < 6;
    const double = near && now.time - last.time < TAP;
    last = double ? { time: 0, at: [0, 0] } : now;
    return double;
  }

  function move(event) {
    if (!held) {
      if (event.pointerType !== "touch") tool().hover?.(event, spot(event));
      return;
    }
    if (event.pointerId !== held.id) return;
    held.event = event;
    const [x, y] = held.at;
    held.moved ||= Math.hypot(event.clientX - x, event.clientY - y) > STILL;
    if (held.moved) step();
  }

  function up(event) {
    if (!held || event.pointerId !== held.id) return;
    const { gesture, moved, double } = held;
    held.event = event;
    if (moved) step.now();
    held = null;
    if (double && !moved && tool().double) tool().double(event, spot(event), gesture);
    else gesture.up(event, moved);
  }

  function cancel() {
    if (!held) return false;
    const { gesture, id } = held;
    held = null;
    if (stage.hasPointerCapture(id)) stage.releasePointerCapture(id);
    gesture.cancel();
    return true;
  }

  /** Keys that are let down or go up change a drag under way. */
  function keys(event) {
    if (!held?.moved || !["Shift", "Alt", "Control", "Meta"].includes(event.key)) return;
    const { clientX, clientY } = held.event;
    held.event = { clientX, clientY, shiftKey: event.shiftKey, altKey: event.altKey, ctrlKey: event.ctrlKey, metaKey: event.metaKey };
    if (event.key === "Alt") event.preventDefault();
    step();
  }

  stage.addEventListener("pointerdown", down);
  stage.addEventListener("pointermove", move);
  stage.addEventListener("pointerup", up);
  stage.addEventListener("pointercancel", cancel);
  stage.addEventListener("keydown", keys);
  stage.addEventListener("keyup", keys);
  stage.addEventListener("pointerleave", () => tool().leave?.());
  return { cancel, get busy() { return Boolean(held?.moved); } };
}

export const keysOf = (event) => ({
  shift: event.shiftKey, alt: event.altKey, ctrl: event.ctrlKey || event.metaKey,
});
