/** In the properties: a picture made anew, by the painter of the settings or by the artist who draws. */
import { el } from "./dom.js";

/** @returns {HTMLElement | null} what can be asked for of the selection, or of the design */
export function paintingSection(part) {
  const { painting } = part.editor;
  const layers = part.layers();
  const [layer] = layers;
  if (!layers.length) return painting?.painter ? whole(part) : null;
  if (layers.length > 1 || layer.locked) return null;
  if (isPainted(layer)) return painting?.painter ? again(part, layer) : missing(part, layer);
  if (isDrawn(layer)) return drawn(part);
  return layer.kind === "image" && painting?.painter ? whole(part) : null;
}

const isPainted = ({ kind, source }) => kind === "image" && Boolean(source?.generator) && source.seed != null;
const isDrawn = ({ kind, role }) => role === "hero" && kind !== "text" && kind !== "image";
const button = (label, click) => el("button", { class: "quiet wide", type: "button", on: { click } }, label);
const hint = (words) => el("p", { class: "hint" }, words);

/** The whole picture of the design. */
function whole(part) {
  const { painting, say } = part.editor;
  return part.section(`Painted by ${painting.painter}`, button("Paint the picture anew", () => {
    painting.begin();
    say("The picture is painted anew. The design stays as it is until then.");
  }));
}

/** One painted layer: other words keep its seed, the same words take the next one. */
function again(part, layer) {
  const { painting, say } = part.editor;
  const asked = layer.source.asked || layer.alt || "";
  const words = el("textarea", { rows: 2, maxlength: 2000, "aria-label": "What it shows", dir: "auto" });
  words.value = asked;
  const begin = (text) => {
    painting.begin(layer.id, text);
    say("This layer is painted anew. All else stays as it is.");
  };
  const paint = () => begin(words.value.trim() || asked);
  words.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    paint();
  });
  return part.section(`Painted by ${painting.painter}`, el("label", { class: "field tall" }, words),
    button("Paint these words", paint), button("Paint another one", () => begin("")),
    hint("Words keep the seed, so that the picture stays alike. Ctrl+Enter paints them."));
}

function missing(part, layer) {
  return part.section(`Painted by ${layer.source.generator.split(/[:,]/)[0]}`,
    hint("The artist draws and paints no pictures. Choose a painter in the settings to paint this one anew."));
}

/** What the artist drew is drawn by another hand at once; what else it shows is asked in words. */
function drawn(part) {
  const { store, ask } = part.editor;
  return part.section("Drawn by the artist", button("Draw another", () => store.prompt("redraw this")),
    button("Draw something else…", () => ask.focus("Draw a ")),
    hint("Ctrl+Enter asks for any change of what is selected."));
}
