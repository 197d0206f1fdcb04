// @ts-check
/**
 * Outlines as path text: what the figures' parts, rooms and arrows are drawn with. The same curves as
 * `outline.py` draws. Nothing here knows a pose or an element.
 */

const STEEPEST = 0.985;

/** @typedef {[number, number]} Point */

const at = (/** @type {number} */ value) => Math.round(value * 10) / 10;
const pair = (/** @type {Point} */ [x, y]) => `${at(x)} ${at(y)}`;
const beside = (/** @type {Point} */ [x, y], /** @type {number} */ radius, /** @type {number} */ angle) =>
  /** @type {Point} */ ([x + radius * Math.cos(angle), y + radius * Math.sin(angle)]);

/**
 * A filled circle.
 * @param {Point} middle
 * @param {number} radius
 */
export function disc([x, y], radius) {
  const r = at(radius);
  return `M${pair([x - r, y])}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0`;
}

/**
 * Two discs and what lies between them. One that hides the other is drawn alone.
 * @param {Point} a
 * @param {number} aRadius
 * @param {Point} b
 * @param {number} bRadius
 */
export function capsule(a, aRadius, b, bRadius) {
  const [x, y] = [b[0] - a[0], b[1] - a[1]];
  const away = Math.hypot(x, y);
  if (away <= Math.abs(aRadius - bRadius)) return aRadius > bRadius ? disc(a, aRadius) : disc(b, bRadius);
  const lean = Math.acos(Math.max(-STEEPEST, Math.min(STEEPEST, (aRadius - bRadius) / (away || 1))));
  const heading = Math.atan2(y, x);
  const start = beside(a, aRadius, heading - lean);
  const [largeA, largeB] = bRadius > aRadius ? [0, 1] : [1, 0];
  const [ra, rb] = [at(aRadius), at(bRadius)];
  return (
    `M${pair(start)}L${pair(beside(b, bRadius, heading - lean))}` +
    `A${rb} ${rb} 0 ${largeB} 1 ${pair(beside(b, bRadius, heading + lean))}` +
    `L${pair(beside(a, aRadius, heading + lean))}A${ra} ${ra} 0 ${largeA} 1 ${pair(start)}`
  );
}

/**
 * A smooth closed curve through points; two equal ones in a row are a corner.
 * @param {Point[]} points
 */
export function blob(points) {
  const point = (/** @type {number} */ i) => points[(i + points.length) % points.length];
  return points.reduce(
    (text, a, i) => text + curve(point(i - 1), a, point(i + 1), point(i + 2)),
    `M${pair(points[0])}`,
  );
}

/**
 * A smooth open line through points.
 * @param {Point[]} points
 */
export function line(points) {
  const point = (/** @type {number} */ i) => points[Math.max(0, Math.min(points.length - 1, i))];
  return points
    .slice(1)
    .reduce((text, b, i) => text + curve(point(i - 1), point(i), b, point(i + 2)), `M${pair(points[0])}`);
}

/**
 * A closed shape with straight edges.
 * @param {Point[]} points
 */
export function polygon(points) {
  return `M${points.map(pair).join("L")}Z`;
}

/**
 * One piece of a smooth curve, from a to b.
 * @param {Point} before
 * @param {Point} a
 * @param {Point} b
 * @param {Point} beyond
 */
function curve(before, a, b, beyond) {
  if (a[0] === b[0] && a[1] === b[1]) return "";
  const first = /** @type {Point} */ ([a[0] + (b[0] - before[0]) / 6, a[1] + (b[1] - before[1]) / 6]);
  const second = /** @type {Point} */ ([b[0] - (beyond[0] - a[0]) / 6, b[1] - (beyond[1] - a[1]) / 6]);
  return `C${pair(first)} ${pair(second)} ${pair(b)}`;
}
