/**
 * Which key does what. Letters go by `event.key`, so that every keyboard's own letters count;
 * brackets also by their place, since many keyboards have them on a third level.
 *
 * A chord is "mod+shift+z": mod is Cmd on a Mac and Ctrl elsewhere.
 */

/** Actions by group, as the sheet of keys shows them: [action, what it does, chords]. */
export const GROUPS = [
  ["Edit", [
    ["undo", "Undo", ["mod+z"]],
    ["redo", "Redo", ["mod+shift+z", "mod+y"]],
    ["copy", "Copy", ["mod+c"]],
    ["cut", "Cut", ["mod+x"]],
    ["paste", "Paste", ["mod+v"]],
    ["duplicate", "Duplicate", ["mod+d"]],
    ["all", "Select all", ["mod+a"]],
    ["delete", "Delete", ["delete", "backspace"]],
    ["prompt", "Ask about the selection", ["mod+enter"]],
  ]],
  ["Arrange", [
    ["left", "Move left", ["arrowleft"]],
    ["right", "Move right", ["arrowright"]],
    ["up", "Move up", ["arrowup"]],
    ["down", "Move down", ["arrowdown"]],
    ["forward", "Bring forward", ["mod+]"]],
    ["backward", "Send backward", ["mod+["]],
    ["front", "Bring to front", ["mod+shift+]"]],
    ["back", "Send to back", ["mod+shift+["]],
    ["group", "Group", ["mod+g"]],
    ["ungroup", "Ungroup", ["mod+shift+g"]],
    ["lock", "Lock or unlock", ["mod+shift+l"]],
    ["hide", "Hide or show", ["mod+shift+h"]],
    ["rename", "Rename", ["f2"]],
    ["menu", "Open the menu of the selection", ["shift+f10", "contextmenu"]],
  ]],
  ["Select", [
    ["enter", "Edit the text, enter the group, design the boxes", ["enter"]],
    ["leave", "Leave, then deselect", ["escape"]],
    ["next", "Next layer", ["tab"]],
    ["previous", "Previous layer", ["shift+tab"]],
  ]],
  ["Tools", [
    ["tool-select", "Select", ["v"]],
    ["tool-text", "Text", ["t"]],
    ["tool-box", "Box to be designed; again: place one", ["b"]],
    ["tool-rectangle", "Rectangle", ["r"]],
    ["tool-ellipse", "Ellipse", ["o"]],
    ["tool-line", "Line", ["l"]],
    ["tool-pen", "Pen", ["p"]],
    ["tool-image", "Picture", ["i"]],
    ["tool-frame", "Frame", ["f"]],
    ["brush", "Paint over a part of the picture", ["shift+b"]],
  ]],
  ["View", [
    ["fit", "Fit the design", ["mod+0"]],
    ["actual", "100 %", ["mod+1"]],
    ["zoom-in", "Zoom in", ["mod++", "mod+="]],
    ["zoom-out", "Zoom out", ["mod+-"]],
    ["sibling-next", "Next design of these words", ["pagedown"]],
    ["sibling-previous", "The one before", ["pageup"]],
    ["keys", "This sheet", ["?"]],
  ]],
];

/** What the pointer does while a key is held; told, not looked up. */
export const HELD = [
  ["Shift", "Keep the ratio, turn in steps of 15°, add to the selection"],
  ["Alt", "Resize from the centre, drag a copy"],
  ["Ctrl", "Move without snapping"],
  ["Space", "Drag the view"],
  ["Ctrl B, I, U", "While typing: bold, italic, underlined"],
];

const CODES = { BracketLeft: "[", BracketRight: "]" };
const SHIFTED = { "{": "[", "}": "]" };
const REPEATED_WITH_SHIFT = new Set(["left", "right", "up", "down"]);
const MAC_SIGNS = { mod: "⌘", shift: "⇧", alt: "⌥" };
const SIGNS = {
  arrowleft: "←", arrowright: "→", arrowup: "↑", arrowdown: "↓", enter: "Enter", escape: "Esc",
  delete: "Del", pagedown: "PgDn", pageup: "PgUp", backspace: "Backspace", tab: "Tab", contextmenu: "Menu", mod: "Ctrl",
  shift: "Shift", alt: "Alt",
};

/**
 * @param {{mac?: boolean, changes?: Record<string, string[]>}} how `changes`: chords by action
 * @returns {{actionOf(event: KeyboardEvent): string | null, chordsOf(action: string): string[]}}
 */
export function createKeymap({ mac = isMac(), changes = {} } = {}) {
  const chords = new Map();
  const byAction = new Map();
  for (const [, rows] of GROUPS) {
    for (const [action, , own] of rows) {
      const given = changes[action] ?? own;
      byAction.set(action, given);
      for (const chord of given) chords.set(chord, action);
    }
  }
  return {
    actionOf(event) {
      for (const chord of chordsOfEvent(event, mac)) {
        if (chords.has(chord)) return chords.get(chord);
      }
      const plain = event.shiftKey && chords.get(event.key.toLowerCase());
      return plain && REPEATED_WITH_SHIFT.has(plain) && !event.ctrlKey && !event.metaKey ? plain : null;
    },
    chordsOf: (action) => byAction.get(action) ?? [],
  };
}

/** A chord as people read it: "⇧⌘Z" on a Mac, "Ctrl+Shift+Z" elsewhere. */
export function shown(chord, mac = isMac()) {
  const parts = chord === "mod++" ? ["mod", "+"] : chord.split("+");
  const signs = parts.map((part) => {
    if (mac && MAC_SIGNS[part]) return MAC_SIGNS[part];
    return SIGNS[part] ?? part.toUpperCase();
  });
  if (!mac) return signs.join("+");
  const order = ["⌥", "⇧", "⌘"];
  const held = order.filter((sign) => signs.includes(sign));
  return [...held, ...signs.filter((sign) => !order.includes(sign))].join("");
}

/** Is the user typing words, so that letters are not commands? */
export function isTyping(target) {
  if (!target?.closest) return false;
  return Boolean(target.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])"));
}

export function isMac(platform = globalThis.navigator?.platform ?? "") {
  return /mac|iphone|ipad/i.test(platform);
}

function chordsOfEvent(event, mac) {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  if (foreign) return [];
  const key = SHIFTED[event.key] ?? event.key.toLowerCase();
  const found = [named(mod, event.altKey, event.shiftKey, key)];
  if (mod && CODES[event.code]) found.push(named(mod, false, event.shiftKey, CODES[event.code]));
  if (event.shiftKey && key.length === 1 && !/[a-z0-9]/.test(key)) {
    found.push(named(mod, event.altKey, false, key)); // "?" and "+" need Shift on most keyboards
  }
  return found;
}

function named(mod, alt, shift, key) {
  return [mod && "mod", alt && "alt", shift && "shift", key].filter(Boolean).join("+");
}
