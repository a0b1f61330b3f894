/** Pictures from outside: chosen, dropped or pasted; sent to our own server and nowhere else. */
import { addFont } from "./fonts.js";
import { el } from "./dom.js";
import { setting } from "./commands.js";
import { frameLayer, insert, middle } from "./insert.js";
import { leafAt } from "./hit.js";
import { nameOf } from "./labels.js";

const KINDS = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml,image/avif,image/tiff";
const FONTS = /\.(ttf|otf|ttc|otc|woff2?)$/i;

/** @param {object} editor */
export function createMedia(editor) {
  const { store, stage } = editor;

  /** The asset of a file and its size, or null after telling why not. */
  async function upload(file) {
    const body = new FormData();
    body.append("file", file, file.name || "pasted.png");
    try {
      const answer = await fetch("/studio/api/uploads", { method: "POST", body });
      const said = await answer.json().catch(() => ({}));
      if (!answer.ok) throw new Error(said.detail ?? said.error ?? "The file could not be read.");
      const size = said.width ? said : await measured(file);
      return { ...said, width: size.width, height: size.height };
    } catch (error) {
      editor.toast(told(error), { bad: true });
      return null;
    }
  }

  async function measured(file) {
    const bitmap = await createImageBitmap(file).catch(() => null);
    return { width: bitmap?.width ?? 1, height: bitmap?.height ?? 1 };
  }

  /** Put files on the canvas: into the picture under the point, else as new layers. */
  async function place(all, point = null) {
    const fonts = all.filter((file) => FONTS.test(file.name));
    if (fonts.length) await placeFonts(fonts, point);
    const files = all.filter((file) => !fonts.includes(file));
    const under = point && files.length === 1 ? pictureAt(point) : null;
    for (const [i, file] of files.entries()) {
      editor.toast(`Adding ${file.name || "the picture"}…`);
      const got = await upload(file);
      if (!got) return;
      if (under) replace(under, got);
      else add(got, file.name, point && [point[0] + i * 24, point[1] + i * 24]);
    }
  }

  /** Keep fonts in the home; the text they are dropped on, or that is selected, is set in them. */
  async function placeFonts(files, point) {
    let family = null;
    for (const file of files) {
      editor.toast(`Checking ${file.name}…`);
      try {
        family = (await addFont(file)).family;
      } catch (error) {
        editor.toast(told(error), { bad: true });
      }
    }
    if (!family) return;
    const texts = point && textAt(point) ? [textAt(point)] : [...store.state.selection].filter((id) => isText(id));
    if (texts.length) editor.step(setting(store.state, texts, (layer) => ({ style: { ...layer.style, font: family } }), `Set in ${family}`));
    editor.toast(texts.length ? `Set in ${family}. It stays on this computer.` : `${family} is first in the list of fonts now. It stays on this computer.`);
  }

  const isText = (id) => store.state.layers.get(id)?.kind === "text";
  const textAt = (point) => [leafAt(editor, point)].find((id) => id != null && isText(id));

  function add({ asset, id, width, height }, name, at) {
    const { canvas } = store.state.design;
    const scale = Math.min(1, (canvas.width * 0.6) / width, (canvas.height * 0.6) / height);
    const [w, h] = [width * scale, height * scale];
    const box = at ? [at[0] - w / 2, at[1] - h / 2, w, h] : middle(editor, w, h);
    const layer = frameLayer(box, { asset: asset ?? id, name: plain(name) });
    insert(editor, [layer], `Add ${nameOf(layer)}`);
    editor.toast(`${nameOf(layer)} is on the canvas.`);
  }

  function replace(layerId, { asset, id }) {
    editor.step(setting(store.state, [layerId], { asset: asset ?? id, focus: [0.5, 0.5] }));
    editor.toast("The picture is replaced; its place and crop stay.");
  }

  function pictureAt(point) {
    const hit = leafAt(editor, point);
    return hit != null && store.state.layers.get(hit).kind === "image" ? hit : null;
  }

  function pick(then) {
    const input = el("input", { type: "file", accept: KINDS, multiple: true, hidden: true });
    input.addEventListener("change", () => {
      then([...input.files]);
      input.remove();
    });
    input.addEventListener("cancel", () => input.remove());
    editor.root.append(input);
    input.click();
  }

  editor.pickPicture = () => {
    editor.setTool("select");
    pick((files) => place(files));
  };
  editor.replacePicture = (layerId) => pick(async ([file]) => {
    const got = file && await upload(file);
    if (got) replace(layerId, got);
  });

  stage.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    const over = pictureAt(editor.view.toCanvas(event));
    if (editor.overlay.shown.hover !== over) {
      editor.overlay.show({ hover: over });
      editor.draw();
    }
    stage.toggleAttribute("data-drop", true);
  });
  stage.addEventListener("dragleave", () => stage.removeAttribute("data-drop"));
  stage.addEventListener("drop", (event) => {
    stage.removeAttribute("data-drop");
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    stage.focus({ preventScroll: true });
    place([...event.dataTransfer.files], editor.view.toCanvas(event));
  });
  const { side } = editor.shell;
  side.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  side.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.files.length) return;
    event.preventDefault();
    place([...event.dataTransfer.files]);
  });
  return { place, upload };
}

const told = (error) => (error instanceof TypeError ? "The server cannot be reached. Try again in a moment." : error.message);

const plain = (name) => (name || "Picture").replace(/\.[a-z0-9]{2,5}$/i, "").slice(0, 120) || "Picture";
