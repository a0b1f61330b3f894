import assert from "node:assert/strict";
import test from "node:test";
import { createKeymap, shown, GROUPS } from "../../../assets/editor/keymap.js";

const press = (key, more = {}) => ({
  key, code: "", ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more,
});
const other = createKeymap({ mac: false });
const mac = createKeymap({ mac: true });

test("Ctrl is the modifier here, Cmd on a Mac", () => {
  assert.equal(other.actionOf(press("z", { ctrlKey: true })), "undo");
  assert.equal(mac.actionOf(press("z", { metaKey: true })), "undo");
  assert.equal(mac.actionOf(press("z", { ctrlKey: true })), null);
});

test("Shift makes a capital letter and another action", () =>
  assert.equal(other.actionOf(press("Z", { ctrlKey: true, shiftKey: true })), "redo"));

test("letters go by what the keyboard writes, wherever the key lies", () =>
  assert.equal(other.actionOf(press("z", { code: "KeyY", ctrlKey: true })), "undo"));

test("brackets are found by sign or by place, with Shift too", () => {
  assert.equal(other.actionOf(press("]", { ctrlKey: true })), "forward");
  assert.equal(other.actionOf(press("}", { ctrlKey: true, shiftKey: true })), "front");
  assert.equal(other.actionOf(press("ü", { code: "BracketLeft", ctrlKey: true })), "backward");
});

test("arrows work with Shift, which makes longer steps", () => {
  assert.equal(other.actionOf(press("ArrowLeft")), "left");
  assert.equal(other.actionOf(press("ArrowLeft", { shiftKey: true })), "left");
});

test("the question mark opens the sheet and plus zooms, with or without Shift", () => {
  assert.equal(other.actionOf(press("?", { shiftKey: true })), "keys");
  assert.equal(other.actionOf(press("+", { ctrlKey: true, shiftKey: true })), "zoom-in");
  assert.equal(other.actionOf(press("=", { ctrlKey: true })), "zoom-in");
});

test("a key can be given to another action", () => {
  const own = createKeymap({ mac: false, changes: { "tool-text": ["x"] } });
  assert.equal(own.actionOf(press("x")), "tool-text");
  assert.equal(own.actionOf(press("t")), null);
});

test("no chord is given twice", () => {
  const all = GROUPS.flatMap(([, rows]) => rows.flatMap(([, , chords]) => chords));
  assert.equal(new Set(all).size, all.length);
});

test("chords are shown as the platform writes them", () => {
  assert.equal(shown("mod+shift+z", false), "Ctrl+Shift+Z");
  assert.equal(shown("mod+shift+z", true), "⇧⌘Z");
  assert.equal(shown("mod++", false), "Ctrl++");
});
