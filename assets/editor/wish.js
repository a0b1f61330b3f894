/** What is wished for on the start page, and how shuffles, locks and picks change it. Pure. */

export const ASPECTS = ["palette", "type", "picture", "layout"];

export const newWish = () => ({
  text: "", anchor: "", size: "", added: [], attachments: [], held: {},
  turns: { palette: 0, type: 0, picture: 0, layout: 0 },
});

/** One aspect turned on, in all variants that do not hold it by a pick. */
export function shuffled(wish, aspect) {
  const turns = { ...wish.turns, [aspect]: wish.turns[aspect] + 1 };
  return { ...wish, turns, held: withoutPicks(wish.held, [aspect]) };
}

/** Every aspect that is not locked turned on; locked ones stay as `shown` has them. */
export function allShuffled(wish, locks, shown) {
  const free = ASPECTS.filter((aspect) => !locks.has(aspect));
  const turns = { ...wish.turns };
  for (const aspect of free) turns[aspect] += 1;
  const held = locks.has("layout") ? withoutPicks(wish.held, free) : heldFast(wish.held, locks, free, shown);
  return { ...wish, turns, held };
}

/** One variant with a choice of its own, such as `{font: "Anton"}`. */
export function picked(wish, slot, choice) {
  return { ...wish, held: { ...wish.held, [slot]: { ...wish.held[slot], ...choice } } };
}

/** The words with a piece taken out, and what joined it to the rest. */
export function withoutWords(text, words) {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (!words || at < 0) return text;
  const before = text.slice(0, at).replace(/(?:[,;:]\s*|\s+(?:on|at|in|by|for|from|the|and|with))+\s*$/i, "").replace(/\s+$/, "");
  const after = text.slice(at + words.length).replace(/^\s*[,;]?\s*/, "");
  if (!before || !after) return before || after;
  return `${before}${/^[.!?]/.test(after) ? "" : /[,;:]\s*$/.test(before) ? " " : ", "}${after}`;
}

/** The words with others in the place of some, wherever these stand as words of their own. */
export function withWords(text, words, other) {
  if (!words) return text;
  const plain = words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}_])${plain}(?![\\p{L}\\p{N}_]|[.,]\\d)`, "giu"), () => other);
}

/** The words with a heading to go on from: "…, Address: ". */
export function withHeading(text, heading) {
  const plain = text.replace(/[\s,;.]+$/, "");
  return plain ? `${plain}, ${heading}` : heading;
}

const FIELDS = { palette: ["palette", "colors"], type: ["font"], picture: ["thing"], layout: ["system"] };

function withoutPicks(held, aspects) {
  const gone = aspects.flatMap((aspect) => FIELDS[aspect]);
  const kept = (each) => Object.fromEntries(Object.entries(each).filter(([field]) => !gone.includes(field)));
  return Object.fromEntries(Object.entries(held).map(([slot, each]) => [slot, kept(each)]));
}

/** Another layout may bring another system, so what is locked is named outright. */
function heldFast(held, locks, free, shown) {
  const made = withoutPicks(held, free);
  for (const { slot, colors, font, thing } of shown) {
    const each = (made[slot] ??= {});
    if (locks.has("palette")) Object.assign(each, { colors: colors.slice(0, 6) });
    if (locks.has("type") && font) each.font = font;
    if (locks.has("picture") && thing) each.thing = thing;
  }
  return made;
}
