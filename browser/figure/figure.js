// @ts-check
/**
 * The person who shows each position, in an <svg> of the page: still, and moving from pose to pose.
 *
 * It is a picture only. What it shows is told by the machine; it decides nothing, and nothing waits for it.
 * A motion ends in its pose whatever happens: when the tab is hidden, at once. Colours are the CSS variables
 * of palette.css. Letters and words (the side, the pose's title) are the page's: see `messageOf`.
 */

import { Scene } from "./scene.js";

/** @typedef {import("./scene.js").Figures} Figures */
/** @typedef {"left" | "right" | null | undefined} Side  none is drawn as right */

export const FORMAT = "lissom-figures/1";

/** Seconds that a motion takes where nobody says otherwise, and those of letting go. */
export const USUAL = 2.4;
export const LETTING_GO = 0.5;

const FADE = 0.25;

const gently = (/** @type {number} */ time) => (1 - Math.cos(Math.PI * time)) / 2;
const atOnce = (/** @type {number} */ time) => 1 - (1 - time) ** 3;

/**
 * Return the id of the words that say what a picture shows: they go to `Figure.name`.
 * @param {string} pose
 * @param {Side} [side]
 */
export const messageOf = (pose, side) => `pose-${pose.replaceAll(".", "-")}-${side === "left" ? "left" : "right"}`;

/** Draws into an <svg> and moves what it drew. */
export class Figure {
  /** @type {Scene | null} */
  #scene = null;
  /** @type {number[]} */
  #numbers = [];
  /** @type {Scene[]} */
  #leaving = [];
  /** @type {(() => void) | null} */
  #arrive = null;
  #frame = 0;

  /**
   * @param {SVGSVGElement} svg  an empty element; it becomes an image
   * @param {Figures} figures  the document from /api/figures.json
   */
  constructor(svg, figures) {
    if (figures.format !== FORMAT) throw new TypeError(`these figures are ${figures.format}, not ${FORMAT}`);
    this.svg = svg;
    this.figures = figures;
    svg.setAttribute("viewBox", `0 0 ${figures.canvas} ${figures.canvas}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("stroke-linecap", "round");
    svg.setAttribute("stroke-linejoin", "round");
    svg.ownerDocument.addEventListener("visibilitychange", this.#hidden);
  }

  /** Whether a motion is on its way. */
  get isMoving() {
    return this.#arrive !== null;
  }

  /**
   * Tell whether there is a picture of a pose.
   * @param {string} pose
   */
  has(pose) {
    return Object.hasOwn(this.figures.poses, pose);
  }

  /**
   * Say in words what is shown, for who does not see it.
   * @param {string} words
   */
  name(words) {
    this.svg.setAttribute("aria-label", words);
  }

  /**
   * Show a pose at once. One that has no picture leaves the place empty.
   * @param {string} pose
   * @param {Side} [side]
   */
  show(pose, side) {
    this.#stop();
    this.#scene?.group.remove();
    this.#scene = null;
    if (!this.has(pose)) return;
    const scene = new Scene(this.figures, pose, side === "left");
    this.#enter(scene);
    this.#draw(scene.end);
  }

  /**
   * Move from whatever is shown to a pose, slowly, as a person would.
   * @param {string} pose
   * @param {Side} [side]
   * @param {number} [seconds]
   */
  move(pose, side, seconds = USUAL) {
    this.#go(pose, side, seconds, gently);
  }

  /**
   * Let go, at once and quickly: move from whatever is shown to a pose of rest.
   * @param {string} pose
   * @param {Side} [side]
   */
  letGo(pose, side) {
    this.#go(pose, side, LETTING_GO, atOnce);
  }

  /** Take the picture away and listen no more. */
  close() {
    this.#stop();
    this.#scene?.group.remove();
    this.#scene = null;
    this.svg.ownerDocument.removeEventListener("visibilitychange", this.#hidden);
  }

  #hidden = () => {
    if (this.svg.ownerDocument.hidden) this.#arrive?.();
  };

  /**
   * @param {string} pose
   * @param {Side} side
   * @param {number} seconds
   * @param {(time: number) => number} pace
   */
  #go(pose, side, seconds, pace) {
    const from = this.#scene;
    const mirrored = side === "left";
    if (!from || !this.has(pose) || seconds <= 0 || this.#isStill()) return this.show(pose, side);
    if (from.name === pose && from.mirrored === mirrored && !this.isMoving) return;
    const now = this.#numbers;
    this.#stop();
    const target = new Scene(this.figures, pose, mirrored);
    const back = from.mirrored === mirrored ? from.wayFrom(pose) : undefined;
    if (back) return this.#goBack(from, target, now, back, seconds, pace);
    const joined = from.sharesRoomWith(target);
    const found = target.wayFrom(from.name) ?? (joined ? undefined : target.wayIn());
    const way = found ?? (() => target.end);
    const time = found || joined ? seconds : Math.min(seconds, FADE);
    this.#replace(target, joined);
    this.#run(
      time,
      pace,
      (done, passed) => {
        const start = joined ? now : way(0);
        this.#draw(corrected(way, done, start, this.#bodyLength), done ** 2, joined ? done : 1);
        this.#fade(passed);
      },
      () => this.show(pose, side),
    );
  }

  /**
   * Move back along the motion that led here, in the room where it was, and only then change the room.
   * @param {Scene} from
   * @param {Scene} target
   * @param {number[]} now
   * @param {(way: number) => number[]} back
   * @param {number} seconds
   * @param {(time: number) => number} pace
   */
  #goBack(from, target, now, back, seconds, pace) {
    const share = from.sharesRoomWith(target) ? 1 : 1 - Math.min(0.4, FADE / seconds);
    const land = () => this.show(target.name, target.mirrored ? "left" : "right");
    this.#run(
      seconds,
      (time) => time,
      (time, passed) => {
        if (time < share) {
          const done = pace(time / share);
          return this.#draw(
            corrected((way) => back(1 - way), done, now, this.#bodyLength),
            1 - done,
            0,
          );
        }
        if (this.#scene !== target) {
          this.#replace(target, false);
          this.#draw(target.end);
        }
        this.#fade(passed - share * seconds);
      },
      land,
    );
  }

  /**
   * Put a scene in place of the one that is shown, which stays beneath until it has faded away, or goes at once.
   * @param {Scene} scene
   * @param {boolean} now
   */
  #replace(scene, now) {
    const old = this.#scene;
    this.#enter(scene);
    if (!old) return;
    if (now) return old.group.remove();
    this.#leaving.push(old);
    scene.group.style.opacity = "0";
  }

  /** @param {Scene} scene */
  #enter(scene) {
    this.#scene = scene;
    this.svg.append(scene.group);
  }

  /**
   * Let the scene appear over the one that leaves, and that one vanish: never both half seen.
   * @param {number} passed  seconds
   */
  #fade(passed) {
    const share = Math.max(0, Math.min(1, passed / FADE));
    if (!this.#scene || !this.#leaving.length) return;
    this.#scene.group.style.opacity = String(Math.min(1, share * 2));
    for (const old of this.#leaving) old.group.style.opacity = String(Math.min(1, 2 - share * 2));
    if (share === 1) this.#clear();
  }

  #clear() {
    for (const old of this.#leaving.splice(0)) old.group.remove();
  }

  /**
   * @param {number[]} numbers
   * @param {number} [glow]
   * @param {number} [arrows]
   */
  #draw(numbers, glow = 1, arrows = 1) {
    this.#numbers = numbers;
    this.#scene?.draw(numbers, glow, arrows);
  }

  get #bodyLength() {
    return this.figures.sizes + 2 * this.figures.dots;
  }

  #isStill() {
    const { defaultView: view, hidden } = this.svg.ownerDocument;
    return hidden || !view || view.matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /**
   * Call `step` in each frame until the time is up, then `arrive`, which always comes unless something else
   * is asked for in between.
   * @param {number} seconds
   * @param {(time: number) => number} pace
   * @param {(done: number, passed: number) => void} step
   * @param {() => void} arrive
   */
  #run(seconds, pace, step, arrive) {
    const start = performance.now();
    const tick = () => {
      const passed = (performance.now() - start) / 1000;
      if (passed >= seconds) return arrive();
      step(pace(passed / seconds), passed);
      this.#frame = requestAnimationFrame(tick);
    };
    this.#arrive = arrive;
    tick();
  }

  #stop() {
    cancelAnimationFrame(this.#frame);
    this.#arrive = null;
    this.#clear();
    if (this.#scene) this.#scene.group.style.opacity = "";
  }
}

/**
 * Return the numbers on a way that is joined from where the body really is: what is amiss at its start is made
 * good along it.
 * @param {(way: number) => number[]} way
 * @param {number} done
 * @param {number[]} start
 * @param {number} length  of the numbers that are the body's
 */
function corrected(way, done, start, length) {
  const first = way(0);
  return way(done).map((value, i) => (i < length ? value + (start[i] - first[i]) * (1 - done) : value));
}
