/** Our own line icons on a 16 px grid, drawn with the colour of the words around them. */
import { svg } from "./dom.js";

const PATHS = {
  select: "M3.5 2.5l9 4.2-3.9 1.4-1.6 3.9z M9 9l3.5 3.5",
  hand: "M5 8V4.2a1 1 0 012 0V7m0-3.6a1 1 0 012 0V7m0-2.6a1 1 0 012 0V8m0-1.4a1 1 0 012 0V10c0 2.5-1.7 4-4 4-2 0-3-.8-4-2.500L3.3 9.300a1 1 0 011.7-1L5 8.8",
  text: "M3.5 5V3.500h9V5M8 3.500v9M6.2 12.500h3.6",
  rectangle: "M3 4h10v8H3z",
  ellipse: "M8 3.200c2.9 0 5.2 2.15 5.2 4.800S10.9 12.8 8 12.8 2.8 10.65 2.8 8 5.1 3.2 8 3.200z",
  line: "M3 13L13 3",
  pen: "M3 13l.8-3.3 6.7-6.7 2.5 2.5-6.7 6.700zM9 4.500L11.5 7",
  image: "M2.5 3.500h11v9h-11zM2.5 11l3.2-3.2 2.3 2.3 2-2 3.5 3.500M10.8 6.300h.01",
  frame: "M4.5 2v12M11.5 2v12M2 4.500h12M2 11.500h12",
  box: "M3 5V3h2M11 3h2v2M13 11v2h-2M5 13H3v-2M7 3h2M7 13h2M3 7v2M13 7v2M8 6.300v3.4M6.300 8h3.4",
  badge: "M8 2.200l1.5 1.3 2-.2.6 1.9 1.7 1-.7 1.8.7 1.8-1.7 1-.6 1.9-2-.200L8 13.800l-1.5-1.3-2 .2-.6-1.9-1.7-1 .7-1.8-.7-1.8 1.7-1 .6-1.9 2 .200z",
  qr: "M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h1.500v1.500M13 9v1.500M9 13h1.500M12 12h1v1",
  icons: "M8 2.500l1.5 3.6 3.9.3-3 2.5 1 3.800L8 10.600l-3.4 2.1 1-3.8-3-2.5 3.9-.300z",
  plus: "M8 3v10M3 8h10", minus: "M3 8h10", close: "M4 4l8 8M12 4l-8 8", check: "M3.5 8.500l3 3 6-7",
  undo: "M6 3.500L3 6.500l3 3M3.2 6.500H9a3.5 3.5 0 010 7H7",
  redo: "M10 3.500l3 3-3 3M12.8 6.500H7a3.5 3.5 0 000 7h2",
  eye: "M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8zM8 6.200a1.8 1.8 0 110 3.6 1.8 1.8 0 010-3.600z",
  hidden: "M2 2l12 12M6.2 4.100A6 6 0 018 3.800c4 0 6.2 4.2 6.2 4.200a11 11 0 01-1.9 2.400M4.2 5.300A10 10 0 001.8 8S4 12.2 8 12.200c1 0 1.9-.2 2.7-.6",
  lock: "M4 7.500h8v6H4zM5.5 7.500V5a2.5 2.5 0 015 0v2.5", unlock: "M4 7.500h8v6H4zM5.5 7.500V5a2.5 2.5 0 014.8-1",
  group: "M2.5 5V2.500H5M11 2.500h2.500V5M13.5 11v2.500H11M5 13.500H2.500V11M5 5h4v4H5zM7 9v2h4V7H9",
  chevron: "M6 4l4 4-4 4", more: "M3.5 8h.010M8 8h.010M12.5 8h.01", search: "M7 3a4 4 0 110 8 4 4 0 010-8zM10 10l3.5 3.5",
  "align-left": "M2.5 2.500v11M5 5h8M5 10.500h5", "align-center": "M8 2.500v11M4 5h8M5.5 10.500h5", "align-right": "M13.5 2.500v11M11 5H3M11 10.500H6",
  "align-top": "M2.5 2.500h11M5 5v8M10.5 5v5", "align-middle": "M2.5 8h11M5 4v8M10.5 5.500v5", "align-bottom": "M2.5 13.500h11M5 11V3M10.5 11V6",
  "spread-x": "M2.5 3v10M13.5 3v10M6.5 5h3v6h-3z", "spread-y": "M3 2.500h10M3 13.500h10M5 6.500h6v3H5z",
  "text-left": "M2.5 4h11M2.5 7h7M2.5 10h11M2.5 13h7", "text-center": "M2.5 4h11M4.5 7h7M2.5 10h11M4.5 13h7",
  "text-right": "M2.5 4h11M6.5 7h7M2.5 10h11M6.5 13h7", "text-justify": "M2.5 4h11M2.5 7h11M2.5 10h11M2.5 13h11",
  bold: "M5 3h3.300a2.400 2.400 0 010 4.800H5zM5 7.800h4a2.600 2.600 0 010 5.200H5z", italic: "M7 3h4.500M4.500 13H9M9.500 3l-3 10",
  underline: "M4.500 2.500V7a3.500 3.500 0 007 0V2.500M4 13.500h8", strikethrough: "M2.500 8h11M11 5c-.4-1.300-1.500-2-3-2-1.700 0-3 .8-3 2.200M5 11c.4 1.300 1.500 2 3 2 1.700 0 3-.8 3-2.200",
  "flip-x": "M8 2v12M6 4.500L2.5 11.500H6zM10 4.500l3.5 7H10z", "flip-y": "M2 8h12M4.5 6l7-3.500V6zM4.5 10l7 3.500V10z",
  trash: "M3 4.500h10M6 4.500V3h4v1.500M4.5 4.500l.5 8.500h6l.5-8.500M6.8 7v3.500M9.2 7v3.5",
  copy: "M5.5 5.500h8v8h-8zM10.5 5.500v-3h-8v8h3", front: "M5 5h6v6H5zM2.5 8V2.500H8M8 13.500h5.500V8", keys: "M2 4.500h12v7H2zM4.5 7h.010M7 7h.010M9.5 7h.010M12 7h.010M5 9.500h6",
  layers: "M8 2.500l6 3-6 3-6-3zM2 8.500l6 3 6-3M2 11l6 3 6-3", sliders: "M3 4.500h5M11 4.500h2M3 11.500h2M8 11.500h5M9.5 3v3M6.5 10v3",
  spark: "M8 2.500l1.3 4.200L13.5 8l-4.2 1.300L8 13.5 6.7 9.3 2.5 8l4.2-1.300z", rotate: "M13 8a5 5 0 11-1.7-3.800M13 2.500v3h-3",
  send: "M8 13V3M4 7l4-4 4 4", shapes: "M2.5 2.500h6v6h-6zM10.5 7.600a3 3 0 11-3 3",
  radius: "M3 13V8a5 5 0 015-5h5", link: "M6.5 9.500l3-3M7 5l1.5-1.500a2.8 2.8 0 014 4L11 9M9 11l-1.5 1.500a2.8 2.8 0 01-4-4L5 7",
  dropper: "M9.5 4l2.5 2.500M8.5 5l2.5 2.5-5.5 5.500H3v-2.500zM10.5 3a1.4 1.4 0 012 0l.5.500a1.4 1.4 0 010 2L12 6.5 9.5 4z",
};

/** @param {keyof PATHS} name */
export function icon(name) {
  const dots = name === "more" || name === "keys" || name === "image";
  return svg("svg", { class: "icon", viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" },
    svg("path", {
      d: PATHS[name] ?? PATHS.shapes, fill: "none", stroke: "currentColor",
      "stroke-width": dots && name === "more" ? 1.8 : 1.3, "stroke-linecap": "round", "stroke-linejoin": "round",
    }));
}
