/** Faces of the font library in the browser, loaded when they are first shown. */

const loading = new Map();
let families = null;

/** The list of families: [{family, weights, italic, kind}], the user's own ("user") first. */
export async function listFonts() {
  families ??= fetch("/studio/api/fonts").then((answer) => (answer.ok ? answer.json() : []));
  return families;
}

/** Keep a font file in the home; resolves to its family, rejects with a sentence. */
export async function addFont(file) {
  const body = new FormData();
  body.append("file", file, file.name || "font.ttf");
  return changed(await fetch("/studio/api/fonts", { method: "POST", body }));
}

/** The families installed on this computer that are not in the list. */
export async function computerFonts() {
  const answer = await fetch("/studio/api/fonts/computer");
  return answer.ok ? answer.json() : [];
}

/** Copy a family of this computer into the home. */
export async function takeFont(family) {
  const body = JSON.stringify({ family });
  return changed(await fetch("/studio/api/fonts/computer", { method: "POST", headers: { "Content-Type": "application/json" }, body }));
}

/** Put a font of the user's own aside, or bring it back. */
export async function removeFont(family) {
  const answer = await fetch(`/studio/api/fonts/${encodeURIComponent(family)}`, { method: "DELETE" });
  if (!answer.ok) throw new Error((await answer.json().catch(() => ({}))).detail ?? "The font could not be removed.");
  families = null;
}

export const restoreFont = async (family) => changed(await fetch(`/studio/api/fonts/${encodeURIComponent(family)}/restore`, { method: "POST" }));

async function changed(answer) {
  const said = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(typeof said.detail === "string" ? said.detail : "The font could not be read.");
  families = null;
  for (const key of [...loading.keys()]) if (key.startsWith(faceUrl(said.family, ""))) loading.delete(key);
  return said;
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
