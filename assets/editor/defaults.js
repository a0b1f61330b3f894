/** What a field of the document is when the wire leaves it out; one truth with design_io/document.py. */

const BASE = {
  name: "", opacity: 1, blend_mode: "normal", visible: true, locked: false, clip: false, mask: null,
  effects: [], alt: "",
};
const PLACED = { ...BASE, rotation: 0 };

export const STYLE = {
  font: "Inter", weight: 400, italic: false, size: 24, color: "#000000", tracking: 0, leading: 1.2,
  case: "none", features: [], underline: false, strikethrough: false,
};

export const FIELDS = {
  image: { ...PLACED, asset: null, fit: "cover", focus: [0.5, 0.5], flip_x: false, flip_y: false },
  text: {
    ...PLACED, spans: [], align: "start", vertical_align: "top", direction: "auto", language: "",
    wrap: "balance", max_lines: null, fit: "none", fill: null,
  },
  shape: {
    ...PLACED, shape: "rectangle", corner_radius: 0, points: [], path: null, path_asset: null,
    view_box: [1, 1], fill_rule: "nonzero", fill: null, stroke: null,
  },
  group: { ...BASE, layers: [] },
};

export const BLENDS = [
  "normal", "multiply", "screen", "overlay", "darken", "lighten", "color-dodge", "color-burn",
  "hard-light", "soft-light", "difference", "exclusion", "hue", "saturation", "color", "luminosity",
];

/** A layer with every field said. */
export function complete(layer) {
  const whole = { ...FIELDS[layer.kind], ...layer };
  if (layer.kind === "text") whole.style = { ...STYLE, ...layer.style };
  return whole;
}
