/** Controls of the panels: numbers that can be dragged and reckoned, choices, switches, colours. */
import { el } from "./dom.js";
import { icon } from "./icons.js";

const MIXED = "Mixed";
let count = 0;

/**
 * A number: typed, reckoned ("120*2", "+10"), stepped by arrows (Shift: ten) or dragged by its mark.
 *
 * @param {{label: string, mark: string | Node, get: () => number | null | undefined, set: (value: number) => void,
 *   step?: number, min?: number, max?: number, unit?: string, digits?: number}} how
 *   `get` gives null where layers differ and undefined where there is none
 */
export function numberField({ label, mark, get, set, step = 1, min = -1e6, max = 1e6, unit = "", digits = 2 }) {
  const input = el("input", { type: "text", inputmode: "decimal", "aria-label": label, spellcheck: "false", autocomplete: "off" });
  const handle = el("span", { class: "drag", title: label, "aria-hidden": "true" }, mark);
  const shown = (value) => (value == null ? "" : `${Number(value.toFixed(digits))}${unit}`);
  const clamped = (value) => Math.min(max, Math.max(min, value));
  let before = "";
  const commit = (value) => {
    if (Number.isFinite(value) && shown(clamped(value)) !== before) set(clamped(value));
    else input.value = before;
  };
  input.addEventListener("focus", () => {
    before = input.value;
    input.select();
  });
  input.addEventListener("blur", () => input.value !== before && commit(reckoned(input.value, get())));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      commit(reckoned(input.value, get()));
      before = input.value;
      input.select();
    } else if (event.key === "Escape") {
      input.value = before;
      input.blur();
    } else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const by = step * (event.shiftKey ? 10 : 1) * (event.key === "ArrowUp" ? 1 : -1);
      if (get() === null) return; // they differ
      const value = clamped((reckoned(input.value, get()) || 0) + by);
      set(value);
      before = input.value = shown(value);
      return;
    } else return;
    event.stopPropagation();
  });
  scrub(handle, { get, step, commit: (value) => set(clamped(value)), show: (value) => { input.value = shown(clamped(value)); } });
  const update = () => {
    if (input.getRootNode().activeElement === input) return;
    const value = get();
    input.value = shown(value);
    input.placeholder = value === null ? MIXED : "";
  };
  update();
  return { element: el("label", { class: "field", title: label }, handle, input), update, input };
}

/** What was typed as a number: plain, relative ("+10", "*2") or a small sum. */
export function reckoned(text, current) {
  const plain = text.trim().replace(/[^\d.,+\-*/() ]/g, "").replaceAll(",", ".");
  if (!plain) return NaN;
  const relative = /^[+*/]/.test(plain) && Number.isFinite(current);
  return sum(relative ? `${current}${plain}` : plain);
}

/** A sum of + - * / without brackets; NaN when it is none. */
export function sum(text) {
  const parts = text.replace(/\s+/g, "").match(/(?:^|(?<=[*/+-]))-?\d*\.?\d+|[+\-*/]/g);
  if (!parts || parts.join("") !== text.replace(/\s+/g, "")) return NaN;
  const terms = [Number(parts[0])];
  for (let i = 1; i + 1 < parts.length; i += 2) {
    const value = Number(parts[i + 1]);
    if (parts[i] === "*") terms.push(terms.pop() * value);
    else if (parts[i] === "/") terms.push(terms.pop() / value);
    else terms.push(parts[i] === "-" ? -value : value);
  }
  return parts.length % 2 ? terms.reduce((a, b) => a + b, 0) : NaN;
}

function scrub(handle, { get, step, commit, show }) {
  handle.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const start = { x: event.clientX, value: get() ?? 0 };
    let value = start.value;
    handle.setPointerCapture(event.pointerId);
    const move = (next) => {
      value = start.value + Math.round((next.clientX - start.x) / 2) * step * (next.shiftKey ? 10 : 1);
      show(value);
    };
    const up = () => {
      handle.removeEventListener("pointermove", move);
      if (value !== start.value) commit(value);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", up, { once: true });
  });
}

/** One of several: {value: label}. */
export function selectField({ label, options, get, set, mark = null }) {
  const input = el("select", { "aria-label": label });
  const fill = () => input.replaceChildren(...Object.entries(options).map(([value, text]) => el("option", { value }, text)));
  fill();
  input.addEventListener("change", () => set(input.value));
  const update = () => {
    const value = get();
    input.querySelector("option[data-odd]")?.remove();
    if (value === null || !(String(value) in options)) {
      input.prepend(el("option", { value: value ?? "", "data-odd": "" }, value === null ? MIXED : String(value)));
    }
    input.value = value ?? "";
  };
  update();
  return { element: el("label", { class: "field", title: label }, mark && icon(mark), input), update, input };
}

/** One of few, as buttons with icons: [[value, label, icon]]. */
export function segmented({ label, options, get, set }) {
  const buttons = options.map(([value, text, sign]) => el("button", {
    class: "quiet", type: "button", role: "radio", "aria-label": text, title: text, "data-value": value,
    on: { click: () => set(value) },
  }, sign ? icon(sign) : text));
  const group = el("div", { class: "seg", role: "radiogroup", "aria-label": label }, buttons);
  group.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const at = buttons.indexOf(event.target.closest("button"));
    const next = buttons[(at + by + buttons.length) % buttons.length];
    next.focus();
    next.click();
  });
  const update = () => {
    const value = get();
    const known = buttons.some((button) => button.dataset.value === String(value));
    buttons.forEach((button, i) => {
      const on = button.dataset.value === String(value);
      button.setAttribute("aria-checked", String(on));
      button.tabIndex = on || (!known && i === 0) ? 0 : -1;
    });
  };
  update();
  return { element: group, update };
}

/** An icon that does something. */
export function iconButton(name, label, click, more = {}) {
  const { class: extra = "", ...rest } = more;
  return el("button", { class: `quiet ${extra}`.trim(), type: "button", "aria-label": label, title: label, on: { click }, ...rest }, icon(name));
}

/** A line or several of words. */
export function textField({ label, get, set, mark = null, rows = 0, placeholder = "", limit = 2000 }) {
  const input = rows
    ? el("textarea", { "aria-label": label, rows, placeholder, maxlength: limit })
    : el("input", { type: "text", "aria-label": label, placeholder, maxlength: limit });
  const commit = () => input.value !== (get() ?? "") && set(input.value);
  input.addEventListener("blur", commit);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      input.value = get() ?? "";
      input.blur();
    } else if (event.key === "Enter" && !rows) commit();
    event.stopPropagation();
  });
  const update = () => {
    if (input.getRootNode().activeElement === input) return;
    input.value = get() ?? "";
  };
  update();
  const element = el("label", { class: "field", title: label }, mark && el("span", {}, mark), input);
  if (rows) element.style.blockSize = "auto";
  return { element, update, input };
}

export const fresh = (prefix) => `${prefix}-${(count += 1)}`;
