/** What helps to place things and is no part of the design: bleed, safe zone, grid, rulers. */
import { svg } from "./dom.js";

const KEPT = "plakat-showing";
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const RULER = 18; // px

/** @param {object} editor */
export function createShowing(editor) {
  const { stage, store, view } = editor;
  const layer = svg("svg", { class: "overlay showing", "aria-hidden": "true" });
  stage.insertBefore(layer, editor.overlay.root);
  const on = new Set((localStorage.getItem(KEPT) ?? "bleed").split(" ").filter(Boolean));
  const names = { bleed: "Bleed", safe: "Safe zone", grid: "Grid", rulers: "Rulers" };

  function toggle(name) {
    if (!on.delete(name)) on.add(name);
    localStorage.setItem(KEPT, [...on].join(" "));
    draw();
  }

  function draw() {
    const { canvas } = store.state.design;
    if (!canvas) return;
    const { width, height, bleed = 0 } = canvas;
    const parts = [];
    if (on.has("grid")) parts.push(...grid(width, height));
    if (on.has("bleed") && bleed) parts.push(frame(-bleed, "bleed"));
    if (on.has("safe")) parts.push(frame(Math.round(Math.min(width, height) * 0.05), "safe"));
    if (on.has("rulers")) parts.push(...rulers());
    layer.replaceChildren(...parts);

    function frame(inset, name) {
      const [x, y] = view.toScreen([inset, inset]);
      return svg("rect", { class: name, x, y, width: (width - 2 * inset) * view.scale, height: (height - 2 * inset) * view.scale });
    }
  }

  function grid(width, height) {
    const step = STEPS.find((s) => s >= 10 && s * view.scale >= 12) ?? 1000;
    let d = "";
    for (let x = step; x < width; x += step) d += lineOf([x, 0], [x, height]);
    for (let y = step; y < height; y += step) d += lineOf([0, y], [width, y]);
    return [svg("path", { class: "grid", d })];
  }

  const lineOf = (a, b) => `M${view.toScreen(a).join(" ")}L${view.toScreen(b).join(" ")}`;

  function rulers() {
    const { clientWidth: w, clientHeight: h } = stage;
    const step = STEPS.find((s) => s * view.scale >= 56) ?? 5000;
    const parts = [svg("rect", { class: "ruler", x: 0, y: 0, width: w, height: RULER }), svg("rect", { class: "ruler", x: 0, y: 0, width: RULER, height: h })];
    const [x0, y0] = view.toScreen([0, 0]);
    for (let v = Math.ceil(-x0 / view.scale / step) * step; x0 + v * view.scale < w; v += step) {
      const x = x0 + v * view.scale;
      if (x > RULER) parts.push(svg("path", { class: "tick", d: `M${x} 12V${RULER}` }), svg("text", { class: "tick", x: x + 3, y: 11 }, String(v)));
    }
    for (let v = Math.ceil(-y0 / view.scale / step) * step; y0 + v * view.scale < h; v += step) {
      const y = y0 + v * view.scale;
      if (y > RULER) parts.push(svg("path", { class: "tick", d: `M12 ${y}H${RULER}` }), svg("text", { class: "tick", x: 0, y: 0, transform: `translate(11 ${y - 3}) rotate(-90)` }, String(v)));
    }
    return parts;
  }

  view.subscribe(draw);
  store.subscribe(({ kind, message }) => {
    if (kind === "snapshot" || message?.design?.canvas) draw();
  });
  return { draw, toggle, items: () => Object.entries(names).map(([name, label]) => ({ label, run: () => toggle(name), checked: on.has(name) })) };
}
