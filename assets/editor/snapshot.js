/** The selection as a picture of its own, from what is painted: one SVG, or a PNG of it. */
import { bounds, union } from "./geometry.js";
import { leavesOf, paintedOf } from "./tree.js";

const NS = "http://www.w3.org/2000/svg";

/** @returns {Promise<Blob>} */
export async function pictureOfLayers(editor, ids, format) {
  const { state } = editor.store;
  const leaves = ids.flatMap((id) => leavesOf(state, id));
  const frame = union(leaves.map((id) => union([bounds(paintedOf(state, id))])));
  const [x, y, w, h] = [Math.floor(frame[0]), Math.floor(frame[1]), Math.ceil(frame[2]) + 1, Math.ceil(frame[3]) + 1];
  const root = document.implementation.createDocument(NS, "svg").documentElement;
  for (const [name, value] of Object.entries({ width: w, height: h, viewBox: `${x} ${y} ${w} ${h}` })) root.setAttribute(name, value);
  for (const id of leaves) {
    const node = editor.store.node(id);
    if (!node?.visible) continue;
    root.append(await drawn(root.ownerDocument, node));
  }
  const svg = new Blob([new XMLSerializer().serializeToString(root)], { type: "image/svg+xml" });
  return format === "svg" ? svg : rasterized(svg, w, h);
}

async function drawn(document_, node) {
  const holder = document_.createElementNS(NS, "g");
  if (node.opacity < 1) holder.setAttribute("opacity", node.opacity);
  if (node.blend !== "normal") holder.setAttribute("style", `mix-blend-mode:${node.blend}`);
  const [x, y, w, h] = node.paint;
  if (node.svg) {
    const inner = document_.importNode(new DOMParser().parseFromString(node.svg, "image/svg+xml").documentElement, true);
    for (const [name, value] of Object.entries({ x, y, width: w, height: h })) inner.setAttribute(name, value);
    holder.append(inner);
  } else if (node.src) {
    const image = document_.createElementNS(NS, "image");
    for (const [name, value] of Object.entries({ x, y, width: w, height: h, href: await inlined(node.src.replace("{scale}", "1")) })) image.setAttribute(name, value);
    holder.append(image);
  }
  return holder;
}

async function inlined(address) {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.readAsDataURL(blob);
  });
}

async function rasterized(svg, w, h) {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), { width: w, height: h });
    canvas.getContext("2d").drawImage(image, 0, 0, w, h);
    return await new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  } finally {
    URL.revokeObjectURL(url);
  }
}
