/**
 * Styles of stretches of words: what a stretch is set in, and the spans once it is set otherwise.
 * Pure. A stretch is [start, end] in code points; whatever a span does not say, the layer's style says.
 */
const OWN = new Set(["font", "weight", "italic", "size", "color", "tracking", "case", "features", "underline", "strikethrough"]);
const BOLD = 600;

/** All words of a layer. */
export const allOf = ({ text }) => [0, [...text].length];

/** What the words of a stretch have as `key`: the value, or null where they differ. */
export function styleIn(layer, [a, b], key) {
  const values = cut(layer, [a, Math.max(b, a + 1)]).filter(({ start, end }) => start < Math.max(b, a + 1) && end > a)
    .map((span) => span[key] ?? layer.style[key]);
  const first = values[0] ?? layer.style[key];
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : null;
}

/** The fields that set a stretch otherwise; what a span cannot hold, such as the leading, is set for all. */
export function restyled(layer, [a, b], more) {
  const own = Object.fromEntries(Object.entries(more).filter(([key]) => OWN.has(key)));
  const rest = Object.fromEntries(Object.entries(more).filter(([key]) => !OWN.has(key)));
  const [, length] = allOf(layer);
  const all = a <= 0 && b >= length;
  const style = { ...layer.style, ...rest, ...(all ? own : {}) };
  const spans = cut(layer, [a, b]).map((span) => (span.start >= a && span.end <= b ? { ...span, ...own } : span));
  return { style, spans: tidied(spans, style) };
}

/** What makes a stretch bold, or no longer bold. */
export function boldening(layer, range) {
  const weight = styleIn(layer, range, "weight");
  if (weight !== null && weight >= BOLD) return { weight: layer.style.weight < BOLD ? layer.style.weight : 400 };
  return { weight: Math.max(700, layer.style.weight) };
}

/** What switches a field of a stretch on, or off where all of it has it. */
export const switching = (key) => (layer, range) => ({ [key]: styleIn(layer, range, key) !== true });

/** Keys of a field in which words are typed → what they do to the words chosen. */
export const TYPED = { b: boldening, i: switching("italic"), u: switching("underline") };

/** Spans, without gaps, none of which reaches over an end of the stretch. */
function cut(layer, [a, b]) {
  const [, length] = allOf(layer);
  const spans = layer.spans ?? [];
  const edges = new Set([0, length, ...spans.flatMap(({ start, end }) => [start, end]), ...[a, b].filter((at) => at > 0 && at < length)]);
  const order = [...edges].sort((p, q) => p - q);
  return order.slice(1).map((end, i) => {
    const known = spans.find((span) => span.start <= order[i] && span.end >= end);
    return { ...known, start: order[i], end };
  });
}

/** Without what the style says anyway; neighbours that are alike become one. */
function tidied(spans, style) {
  const made = [];
  for (const { start, end, ...fields } of spans) {
    const said = Object.entries(fields).filter(([key, value]) => value != null && JSON.stringify(value) !== JSON.stringify(style[key]));
    if (!said.length) continue;
    const own = Object.fromEntries(said.sort(([p], [q]) => (p < q ? -1 : 1)));
    const last = made.at(-1);
    if (last?.end === start && JSON.stringify(last.own) === JSON.stringify(own)) last.end = end;
    else made.push({ start, end, own });
  }
  return made.map(({ start, end, own }) => ({ start, end, ...own }));
}
