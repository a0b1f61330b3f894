/** Others on the same design: what they have selected is outlined, and their number told. */

/** @param {object} editor */
export function followOthers(editor) {
  const numbers = new Map(); // who → a small number, for a colour
  const others = new Map();
  editor.store.subscribe(({ kind, message }) => {
    if (kind === "snapshot") others.clear();
    else if (kind === "presence") {
      const { who, sel } = message;
      if (!numbers.has(who)) numbers.set(who, numbers.size);
      if (sel?.length) others.set(numbers.get(who), sel);
      else others.delete(numbers.get(who));
    } else return;
    editor.overlay.show({ others });
    editor.draw();
  });
}
