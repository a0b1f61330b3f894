/** Bodies of layers: drawings from our own SVG writer, and pictures decoded before they are shown. */

const FORBIDDEN = "script, foreignObject, image, a, style, animate, set, iframe";
const STEPS = [0.125, 0.25, 0.5, 1, 2, 4]; // those of editor/pictures.py
const MAP = 200; // px of the longer side, on which paint is looked up
const alphas = new WeakMap(); // image -> ImageData
let drawings = 0;

/** The smallest step at or above a scale, and not below `least`. */
export function stepFor(scale, least = 0) {
  const wanted = Math.max(scale, least) - 1e-6;
  return STEPS.find((step) => step >= wanted) ?? STEPS.at(-1);
}

/** An `svg` element of a node, its ids made unique in the page. */
export function drawingOf(source) {
  const parsed = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
  if (parsed.localName !== "svg" || parsed.querySelector(FORBIDDEN)) {
    throw new Error("a layer's drawing is not one of ours");
  }
  if (source.includes(" id=")) scope(parsed);
  const svg = document.importNode(parsed, true);
  svg.setAttribute("aria-hidden", "true");
  Object.assign(svg.style, { position: "absolute", left: "0", top: "0", overflow: "visible", display: "block" });
  return svg;
}

/** A picture that can be shown at once; rejects when it cannot be had. */
export async function pictureOf(address) {
  const image = new Image();
  image.alt = "";
  image.draggable = false;
  image.decoding = "sync";
  image.src = address;
  Object.assign(image.style, {
    position: "absolute", left: "0", top: "0", width: "100%", height: "100%", display: "block",
  });
  await image.decode();
  return image;
}

/** Resolves when the picture at an address is in the browser. */
export const preloaded = (address) => pictureOf(address).then(() => true);

/** Whether a picture that covers `paint` has paint at a point, to about half a hundredth of it. */
export function inkAt(image, [x, y, width, height], point) {
  const map = alphas.get(image) ?? alphaMap(image);
  const column = Math.floor(((point[0] - x) / width) * map.width);
  const row = Math.floor(((point[1] - y) / height) * map.height);
  if (column < 0 || row < 0 || column >= map.width || row >= map.height) return false;
  return map.data[4 * (row * map.width + column) + 3] > 8;
}

function alphaMap(image) {
  const shrink = Math.min(1, MAP / Math.max(image.naturalWidth, image.naturalHeight));
  const [width, height] = [image.naturalWidth, image.naturalHeight].map((v) => Math.max(1, Math.round(v * shrink)));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0, width, height);
  const map = context.getImageData(0, 0, width, height);
  alphas.set(image, map);
  return map;
}

function scope(svg) {
  drawings += 1;
  const prefix = `d${drawings}-`;
  for (const element of svg.querySelectorAll("[id]")) element.id = prefix + element.id;
  for (const element of svg.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      const { value } = attribute;
      if (value.startsWith("url(#")) attribute.value = `url(#${prefix}${value.slice(5)}`;
      else if (attribute.localName === "href" && value.startsWith("#")) {
        attribute.value = `#${prefix}${value.slice(1)}`;
      }
    }
  }
}
