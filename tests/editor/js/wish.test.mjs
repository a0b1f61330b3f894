import assert from "node:assert/strict";
import { test } from "node:test";
import { allShuffled, newWish, picked, shuffled, withHeading, withoutWords, withWords } from "../../../assets/editor/wish.js";

const shown = [{ slot: 0, colors: ["#111111", "#eeeeee"], font: "Anton", thing: "saxophone" }];

test("a shuffle turns one aspect and forgets its picks", () => {
  const wish = shuffled(picked(picked(newWish(), 1, { font: "Anton" }), 1, { palette: 3 }), "type");
  assert.deepEqual(wish.turns, { palette: 0, type: 1, picture: 0, layout: 0 });
  assert.deepEqual(wish.held, { 1: { palette: 3 } });
});

test("space turns everything that is not locked", () => {
  const wish = allShuffled(newWish(), new Set(["layout", "type"]), shown);
  assert.deepEqual(wish.turns, { palette: 1, type: 0, picture: 1, layout: 0 });
});

test("a locked palette is named when the layout is shuffled", () => {
  const wish = allShuffled(newWish(), new Set(["palette"]), shown);
  assert.deepEqual(wish.held, { 0: { colors: ["#111111", "#eeeeee"] } });
});

test("a chip's words leave the request with what joined them", () => {
  assert.equal(withoutWords("Jazz night, 12 December, 8 pm", "8 pm"), "Jazz night, 12 December");
  assert.equal(withoutWords("Jazz night at the Blue Note, 8 pm", "blue note"), "Jazz night, 8 pm");
  assert.equal(withoutWords("8 pm, Jazz night", "8 pm"), "Jazz night");
  assert.equal(withoutWords("Jazz night", "tango"), "Jazz night");
});

test("doubted words are written anew in their place", () => {
  assert.equal(withWords("on Friday 12 May, 8 pm", "Friday 12 May", "Tuesday 12 May"), "on Tuesday 12 May, 8 pm");
  assert.equal(withWords("$15, at the door $15; VIP $150, $15.50", "$15", "$20"), "$20, at the door $20; VIP $150, $15.50");
});

test("what is missing begins with its heading", () => {
  assert.equal(withHeading("Jazz night.", "Address: "), "Jazz night, Address: ");
  assert.equal(withHeading("", "Date: "), "Date: ");
});
