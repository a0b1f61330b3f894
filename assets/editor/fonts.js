/** Faces of the font library in the browser, loaded when they are first shown. */

const loading = new Map();
let families = null;

/** The list of families: [{family, weights, italic, scripts, kind}]. */
export async function listFonts() {
  families ??= fetch("/studio/api/fonts").then((answer) => (answer.ok ? answer.json() : []));
  return families;
}

export const faceUrl = (family, weight, italic = false) =>
  `/studio/fonts/${encodeURIComponent(family)}/${weight}${italic ? "i" : ""}`;

/** The name under which CSS finds a family of ours, apart from any font of the computer. */
export const cssFamily = (family) => `Plakat ${family}`;

/** Resolves when the face can be used; a face that cannot be had is left to the browser. */
export function loadFace(family, weight = 400, italic = false) {
  const key = faceUrl(family, weight, italic);
  if (!loading.has(key)) {
    const face = new FontFace(cssFamily(family), `url("${key}")`, { weight: String(weight), style: italic ? "italic" : "normal" });
    document.fonts.add(face);
    loading.set(key, face.load().catch(() => null));
  }
  return loading.get(key);
}
