// @ts-check
/**
 * Draws the pictures of a page, and lets those in certain places move: once when first seen, and again
 * when pointed at.
 *
 * A motion lasts a few seconds and ends in the position. Who wants less motion sees none. Where the
 * figures cannot be had, the places stay empty: the words beside them say the same.
 */

import { Figure, USUAL } from "../figure/figure.js";

const SEEN = 0.75; // of a picture, before it begins
const SETTLE_MS = 500; // how long a page is looked at before anything moves in it

/**
 * @typedef {import("../figure/figure.js").Figures} Figures
 * @typedef {{figure: Figure, pose: string, side: "left"|"right"}} Drawn
 */

/**
 * Draw every picture of the page, and let those move that stand in such a place.
 *
 * @param {string} [moving]  selector of what holds a picture each, and is pointed at
 */
export async function drawPictures(moving) {
  const figures = await load();
  if (!figures) return;
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  for (const svg of /** @type {NodeListOf<SVGSVGElement>} */ (document.querySelectorAll(".picture > svg"))) {
    const drawn = draw(svg, figures);
    const place = moving && svg.closest(moving);
    const start = Object.keys(figures.poses[drawn.pose]?.moves ?? {})[0];
    if (place && start && !isStill)
      watch(
        place,
        once(() => play(drawn, start)),
      );
  }
}

/** @returns {Promise<Figures|null>} */
async function load() {
  try {
    const answer = await fetch("/api/figures.json");
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** @type {(svg: SVGSVGElement, figures: Figures) => Drawn} */
function draw(svg, figures) {
  const { pose = "", side } = svg.dataset;
  const drawn = { figure: new Figure(svg, figures), pose, side: /** @type {"left"|"right"} */ (side) };
  drawn.figure.show(pose, drawn.side);
  return drawn;
}

/** @type {(place: Element, begin: () => void) => void} */
function watch(place, begin) {
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry.isIntersecting) return;
      observer.disconnect();
      setTimeout(begin, SETTLE_MS);
    },
    { threshold: SEEN },
  );
  observer.observe(place);
  place.addEventListener("pointerenter", begin);
  place.addEventListener("focusin", begin);
}

/** Do nothing as long as the last time is not over. @type {(act: () => Promise<void>) => () => void} */
function once(act) {
  let isBusy = false;
  return () => {
    if (isBusy) return;
    isBusy = true;
    void act().finally(() => (isBusy = false));
  };
}

/** @type {(drawn: Drawn, start: string) => Promise<void>} */
async function play({ figure, pose, side }, start) {
  figure.show(start, side);
  figure.move(pose, side);
  await new Promise((resolve) => setTimeout(resolve, USUAL * 1000 + SETTLE_MS));
}
