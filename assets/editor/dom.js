/** Small makers of DOM; words go in as text, never as markup. */

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element: `el("button", {class: "quiet", "aria-label": "Undo", on: {click}}, "Undo")`.
 * Children that are strings become text; null and false are left out.
 */
export function el(tag, props = {}, ...children) {
  return filled(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), props, children);
}

/** Set attributes that changed only; null and false take one away. */
export function setAttributes(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? "" : value);
  }
}

/** Call `fn` once in the next frame, however often it is asked for. */
export function perFrame(fn) {
  let asked = 0;
  const run = () => {
    asked = 0;
    fn();
  };
  const ask = () => {
    asked ||= requestAnimationFrame(run);
  };
  ask.now = () => {
    if (asked) cancelAnimationFrame(asked);
    run();
  };
  return ask;
}

/**
 * A button that opens something also closes it: a popover shuts by itself when the pointer goes down
 * on its button, before the click comes.
 */
export function closer() {
  let shut = { anchor: null, time: 0 };
  return {
    closed: (anchor) => { shut = { anchor, time: performance.now() }; },
    justClosed: (anchor) => shut.anchor === anchor && performance.now() - shut.time < 250,
  };
}

/** An id for a new layer: a letter and random digits, as `LayerId` wants it. */
export function freshId(kind = "layer") {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  const digits = Array.from(bytes, (b) => b.toString(36).padStart(2, "0")).join("").slice(0, 10);
  return `${kind.slice(0, 24)}-${digits}`;
}

function filled(element, { on = {}, style = {}, ...props }, children) {
  setAttributes(element, props);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, listener);
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}
