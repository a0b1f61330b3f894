/** Files for a design: dropped, pasted or chosen; sent to our own server and nowhere else. */

/** @returns {Promise<{asset: string, role: string, name: string, aspect: number}>} */
export async function attach(file, role = "") {
  const query = new URLSearchParams({ name: file.name || "picture.png", role });
  const answer = await fetch(`/studio/api/attachments?${query}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.detail || told.error || "The file could not be taken; try a PNG, JPEG, WebP or SVG.");
  return told;
}

const DESIGN = /\.(plakat|psd|psb|ora)$/i;

const WORDS = /<(?:\w+:)?(?:text|image)\b|plakat:document/; // what a logo's drawing does not hold

export const isDrawing = (file) => file.type === "image/svg+xml" || /\.svg$/i.test(file.name);

/**
 * Whether a file is a whole design, which is opened rather than taken into a wish: by its ending;
 * of drawings, those with live text, pictures or a design of ours inside.
 */
export const isDesign = async (file) => DESIGN.test(file.name) || (isDrawing(file) && WORDS.test(await file.text()));

/** Files that can be opened as designs; a picture is a sheet with one layer. */
export const OPENABLE = ".plakat,.psd,.psb,.ora,.svg,image/svg+xml,image/png,image/jpeg,image/webp";

/** @returns {Promise<{id: string, title: string, notes: string[]}>} the design that a file became */
export async function openDesign(file) {
  const query = new URLSearchParams({ name: file.name || "file" });
  const answer = await fetch(`/studio/api/files?${query}`, { method: "POST", body: file, headers: { "Content-Type": "application/octet-stream" } });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(told.detail || "The file could not be opened; try a .plakat, PSD, ORA or SVG.");
  return told;
}

/** Ask for a file; nothing comes when the dialog is closed. */
export function chosenFile(accept = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml,.svg") {
  return new Promise((done) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("change", () => done(input.files[0] ?? null));
    input.addEventListener("cancel", () => done(null));
    input.click();
  });
}

/**
 * Files dropped anywhere on `target`, or pasted there.
 * @param {HTMLElement} target @param {(files: File[]) => void} onFiles @param {(over: boolean) => void} onOver
 */
export function dropZone(target, onFiles, onOver) {
  let depth = 0;
  const over = (change) => {
    depth = Math.max(0, depth + change);
    onOver(depth > 0);
  };
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  target.addEventListener("dragenter", (event) => carries(event) && (event.preventDefault(), over(1)));
  target.addEventListener("dragover", (event) => carries(event) && event.preventDefault());
  target.addEventListener("dragleave", (event) => carries(event) && over(-1));
  target.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    over(-depth);
    onFiles([...event.dataTransfer.files]);
  });
  target.addEventListener("paste", (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    onFiles(files);
  });
}
