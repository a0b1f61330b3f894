import assert from "node:assert/strict";
import test from "node:test";
import { changeLabel, placeSaid, stepLabel } from "../../../assets/editor/labels.js";

const title = { name: "", role: "title" };
const sun = { name: "Sun", role: "hero" };

test("a step names its layers by name, else by role", () => {
  assert.equal(stepLabel("Move", [title]), "Move Title");
  assert.equal(stepLabel("Move", [title, sun]), "Move Title and Sun");
  assert.equal(stepLabel("Move", [title, sun, sun]), "Move 3 layers");
});

test("a text without a name goes by its first words", () =>
  assert.equal(stepLabel("Move", [{ kind: "text", role: "body", text: "Doors 7 pm\nBar" }]), "Move Doors 7 pm"));

test("a change is named after what it sets", () => {
  assert.equal(changeLabel({ visible: false }, [sun]), "Hide Sun");
  assert.equal(changeLabel({ box: [0, 0, 1, 1], style: {} }, [title]), "Resize Title");
  assert.equal(changeLabel({ features: [] }, [title]), "Change Title");
});

test("a long name does not make a long label", () =>
  assert.ok(stepLabel("Move", [{ name: "x".repeat(250) }]).length <= 120));

test("a place is told in whole pixels", () =>
  assert.equal(placeSaid([title], [210.4, 314, 99.6, 20]), "Title at 210, 314, 100 by 20"));
