/** Where the next box may stand on a sheet. Pure. */

const SHARES = [0.18, 0.12, 0.08, 0.05]; // of the height, the roomiest first
const MARGIN = 0.08;

/** Strips of a sheet that no box touches, best first: higher ones, then those further up. */
export function freeStrips(boxes, [width, height]) {
  const gap = 0.025 * height;
  const tops = [MARGIN * height, ...boxes.map(([, y, , h]) => y + h + gap)].sort((a, b) => a - b);
  const [x, w] = [MARGIN * width, (1 - 2 * MARGIN) * width];
  const fits = (y, h) => y + h <= (1 - MARGIN / 2) * height && boxes.every(([, by, , bh]) => y + h <= by || y >= by + bh);
  return SHARES.flatMap((share) => tops.filter((y) => fits(y, share * height)).map((y) => [x, y, w, share * height]));
}
