/**
 * Soft strokes of a round brush on a 2D canvas that stands for a box of the design, and pictures made
 * of them. A stroke is {points: [[x, y]…], radius, erase}, in canvas px of the design.
 */
const MOST = 1024; // px of the longer side
const HARD = 0.55; // of the radius that is painted whole; the rest fades out
const AWAY = 20_000; // px: a stroke is drawn out there, and only its soft shadow falls on the canvas

/** Size of a canvas for a box, and its px for one of the design. */
export function sizeFor([, , w, h]) {
  const scale = Math.min(1, MOST / Math.max(w, h));
  return { width: Math.max(1, Math.round(w * scale)), height: Math.max(1, Math.round(h * scale)), scale };
}

/** A canvas for a box, empty. */
export function canvasFor(box) {
  const { width, height } = sizeFor(box);
  return Object.assign(document.createElement("canvas"), { width, height });
}

/** Lay a stroke over what the canvas has, or take it out of that. */
export function paint(canvas, box, { points, radius, erase = false }, color = "#ffffff") {
  const context = canvas.getContext("2d");
  const scale = canvas.width / box[2];
  const place = ([x, y]) => [(x - box[0]) * scale - AWAY, (y - box[1]) * scale];
  context.save();
  Object.assign(context, {
    globalCompositeOperation: erase ? "destination-out" : "source-over", lineCap: "round", lineJoin: "round", strokeStyle: "#000",
    lineWidth: Math.max(1, 2 * radius * scale * (1 - (1 - HARD) / 2)), shadowColor: color, shadowBlur: radius * scale * (1 - HARD), shadowOffsetX: AWAY,
  });
  context.beginPath();
  trace(context, points.map(place));
  context.stroke();
  context.restore();
}

/** Through the middles between points, so that a quick hand leaves no corners. */
function trace(context, [first, ...rest]) {
  context.moveTo(...first);
  if (!rest.length) return context.lineTo(first[0] + 0.01, first[1]);
  rest.forEach(([x, y], i) => {
    const [nx, ny] = rest[i + 1] ?? [x, y];
    context.quadraticCurveTo(x, y, (x + nx) / 2, (y + ny) / 2);
  });
  return undefined;
}

/** What was painted as a grey picture: white where it was, black where not. */
export async function greyPng(canvas) {
  const flat = Object.assign(document.createElement("canvas"), { width: canvas.width, height: canvas.height });
  const context = flat.getContext("2d");
  context.fillRect(0, 0, flat.width, flat.height);
  context.drawImage(canvas, 0, 0);
  const blob = await new Promise((done) => { flat.toBlob(done, "image/png"); });
  return new File([blob], "mask.png", { type: "image/png" });
}

/** A grey picture of a box as if it had been painted on the canvas of another. */
export async function takeGrey(canvas, box, source, from) {
  const image = Object.assign(new Image(), { src: source });
  await image.decode();
  const context = canvas.getContext("2d");
  const [sx, sy] = [canvas.width / box[2], canvas.height / box[3]];
  context.drawImage(image, (from[0] - box[0]) * sx, (from[1] - box[1]) * sy, from[2] * sx, from[3] * sy);
  const pixels = context.getImageData(0, 0, canvas.width, canvas.height);
  for (let i = 0; i < pixels.data.length; i += 4) {
    const light = 0.2126 * pixels.data[i] + 0.7152 * pixels.data[i + 1] + 0.0722 * pixels.data[i + 2];
    pixels.data[i + 3] = (light * pixels.data[i + 3]) / 255;
    pixels.data.fill(255, i, i + 3);
  }
  context.putImageData(pixels, 0, 0);
}

/** An outline of a mask as if it had been painted. */
export function takePath(canvas, box, { path, view_box: [vw, vh], box: from }) {
  const context = canvas.getContext("2d");
  context.save();
  context.scale(canvas.width / box[2], canvas.height / box[3]);
  context.translate(from[0] - box[0], from[1] - box[1]);
  context.scale(from[2] / vw, from[3] / vh);
  context.fillStyle = "#fff";
  context.fill(new Path2D(path));
  context.restore();
}
