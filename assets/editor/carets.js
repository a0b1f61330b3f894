/**
 * Places between characters of set text: from offsets to carets and back, spans after an edit. Pure.
 *
 * A line is the scene's {box, baseline, start, end, carets, rtl}; offsets are code points. A field's
 * own offsets are UTF-16 units: `toPoints` and `toUnits` convert.
 */

export const toPoints = (text, units) => [...text.slice(0, units)].length;
export const toUnits = (text, points) => [...text].slice(0, points).join("").length;

/** The line an offset stands on; at a break, the line that begins there. */
export function lineOf(lines, offset) {
  const at = lines.findLastIndex((line) => line.start <= offset);
  return Math.max(0, at);
}

/** Where the caret stands: {x, y, height}, or null where there is no line. */
export function caretAt(lines, offset) {
  const line = lines[lineOf(lines, offset)];
  if (!line) return null;
  const i = Math.min(line.carets.length - 1, Math.max(0, offset - line.start));
  return { x: line.carets[i] ?? line.box[0], y: line.box[1], height: line.box[3] };
}

/** The offset nearest to a point. */
export function offsetAt(lines, [x, y]) {
  if (!lines.length) return 0;
  let best = 0;
  lines.forEach((line, i) => {
    const gap = (l) => Math.max(l.box[1] - y, y - l.box[1] - l.box[3], 0);
    if (gap(line) < gap(lines[best])) best = i;
  });
  return nearestIn(lines[best], x, best === lines.length - 1);
}

/** The offset a line up or down, near the same x. */
export function offsetBeside(lines, offset, by, x) {
  const to = lineOf(lines, offset) + by;
  if (to < 0) return 0;
  if (to >= lines.length) return lines.at(-1)?.end ?? 0;
  return nearestIn(lines[to], x, to === lines.length - 1);
}

/** Upright boxes [x, y, w, h] behind the characters from a to b. */
export function rectsOf(lines, a, b) {
  const rects = [];
  for (const line of lines) {
    const [from, to] = [Math.max(a, line.start), Math.min(b, line.end)];
    let run = null;
    for (let i = from; i < to; i += 1) {
      const ends = [line.carets[i - line.start], line.carets[i + 1 - line.start]].sort((p, q) => p - q);
      if (run && Math.min(Math.abs(run[1] - ends[0]), Math.abs(run[0] - ends[1])) < 0.6) {
        run = [Math.min(run[0], ends[0]), Math.max(run[1], ends[1])];
        rects[rects.length - 1] = [run[0], line.box[1], run[1] - run[0], line.box[3]];
      } else {
        run = ends;
        rects.push([run[0], line.box[1], run[1] - run[0], line.box[3]]);
      }
    }
  }
  return rects;
}

/** The word around an offset, as [start, end]. */
export function wordAt(text, offset) {
  const units = toUnits(text, offset);
  for (const { index, segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)) {
    if (units >= index && units < index + segment.length) {
      return [toPoints(text, index), toPoints(text, index + segment.length)];
    }
  }
  return [offset, offset];
}

/** New words and their spans: what was styled stays styled, what is typed takes the style beside it. */
export function retyped({ text, spans = [] }, next) {
  const [old, now] = [[...text], [...next]];
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const grown = now.length - old.length;
  const cut = old.length - tail;
  const moved = (offset, isEnd) => {
    if (offset <= head && !(isEnd && offset === head && head === cut && offset > 0)) return offset;
    return offset >= cut ? offset + grown : Math.min(offset, now.length - tail);
  };
  const kept = spans.map((span) => ({ ...span, start: moved(span.start, false), end: moved(span.end, true) }));
  return { text: next, spans: kept.filter((span) => span.start < span.end) };
}

function nearestIn(line, x, isLast) {
  let best = 0;
  line.carets.forEach((place, i) => {
    if (Math.abs(place - x) < Math.abs(line.carets[best] - x)) best = i;
  });
  const broken = !isLast && best === line.carets.length - 1 && best > 0; // the end is the next line's start
  return line.start + (broken ? best - 1 : best);
}
