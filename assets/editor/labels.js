/** What a step of the history is called: "Move Title", "Resize 3 layers". Pure. */

const WORDS = {
  box: "Resize", rotation: "Rotate", text: "Retype", style: "Restyle", fill: "Recolour",
  stroke: "Change the line of", effects: "Change the effects of", opacity: "Fade",
  blend_mode: "Blend", name: "Rename", corner_radius: "Round", focus: "Crop", fit: "Fit",
  asset: "Replace", align: "Align the text of", mask: "Mask", alt: "Describe",
};

/** The name people see: the layer's own, the first words of a text, else what it is for. */
export function nameOf(layer) {
  const words = layer.kind === "text" ? firstWords(layer.text ?? "") : "";
  return layer.name || words || sentence(layer.role ?? layer.kind ?? "layer");
}

/** The layers of a step in words: "Title", "Title and Date", "3 layers". */
export function these(layers) {
  if (layers.length === 1) return nameOf(layers[0]);
  if (layers.length === 2) return `${nameOf(layers[0])} and ${nameOf(layers[1])}`;
  return `${layers.length} layers`;
}

/** A step: what was done, to which layers. */
export const stepLabel = (verb, layers) => clipped(`${verb} ${these(layers)}`);

/** The step that sets fields of layers, named after the first that has a word. */
export function changeLabel(changes, layers) {
  if ("visible" in changes) return stepLabel(changes.visible ? "Show" : "Hide", layers);
  if ("locked" in changes) return stepLabel(changes.locked ? "Lock" : "Unlock", layers);
  if ("flip_x" in changes || "flip_y" in changes) return stepLabel("Flip", layers);
  const field = Object.keys(WORDS).find((key) => key in changes);
  return stepLabel(field ? WORDS[field] : "Change", layers);
}

/** What a screen reader is told of a move or a resize. */
export function placeSaid(layers, [x, y, w, h]) {
  const n = Math.round;
  return `${these(layers)} at ${n(x)}, ${n(y)}, ${n(w)} by ${n(h)}`;
}

function firstWords(text) {
  const line = text.trim().split("\n")[0];
  return line.length > 28 ? `${line.slice(0, 27).trimEnd()}…` : line;
}

const sentence = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const clipped = (text) => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
