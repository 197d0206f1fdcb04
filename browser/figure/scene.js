// @ts-check
/**
 * One pose's picture as elements: its room, the person, the marks; drawn for given numbers. It knows no time.
 * What the numbers mean stands in docs/reference/figures.md.
 */

import { blob, capsule, disc, line, polygon } from "./paths.js";

/** @typedef {import("./paths.js").Point} Point */

/**
 * @typedef {Object} Part  what joins the person's dots
 * @property {number} paint
 * @property {number} [far]
 * @property {1} [edge]
 * @property {number} [width]
 * @property {(number | null)[]} [sizes]
 * @property {number[]} [capsule]
 * @property {number[]} [disc]
 * @property {number[]} [blob]
 * @property {number[]} [line]
 *
 * @typedef {Object} Pose
 * @property {number} zoom
 * @property {number} room
 * @property {number[]} order
 * @property {number[]} at
 * @property {number[]} [far]
 * @property {[number, number, number][]} [glow]
 * @property {[number[], number[]][]} [arrows]
 * @property {1} [mirror]  shown as in a mirror: the person's left on the left of the picture
 * @property {Object<string, number[][]>} [moves]
 *
 * @typedef {Object} Figures  the document `lissom-figures/1`
 * @property {string} format
 * @property {number} canvas
 * @property {[number, number]} edge
 * @property {number} arrow
 * @property {[number, number][]} halos
 * @property {number} dots
 * @property {number} sizes
 * @property {Part[]} parts
 * @property {{paint: number, faces?: number[], capsule?: number[], blob?: number[]}[][]} rooms
 * @property {string[]} paints
 * @property {Object<string, Pose>} poses
 */

const SVG = "http://www.w3.org/2000/svg";
const FINE = 10_000;
const RIM = 14;
const HEAD_RIM = 18;
const HEAD_EDGE = 6;

/** The picture of one pose, for one side. */
export class Scene {
  /**
   * @param {Figures} figures
   * @param {string} name
   * @param {boolean} mirrored  drawn for the left side: the right one's picture, mirrored
   */
  constructor(figures, name, mirrored) {
    this.name = name;
    this.mirrored = mirrored;
    this.pose = figures.poses[name];
    this.group = element("g", mirrored ? { transform: `matrix(-1 0 0 1 ${figures.canvas} 0)` } : {});
    /** The numbers of the pose itself. */
    this.end = this.#read(this.pose.at, figures);
    this.figures = figures;
    this.#drawRoom();
    const person = this.group.appendChild(element("g"));
    this.parts = this.#layParts(person);
    this.marks = this.group.appendChild(element("g"));
    for (const [shaft, head] of this.pose.arrows ?? []) this.#drawArrow(shaft, head);
  }

  /**
   * Tell whether another scene has the same room, seen from the same place.
   * @param {Scene} other
   */
  sharesRoomWith(other) {
    return this.pose.room === other.pose.room && this.mirrored === other.mirrored;
  }

  /**
   * Return what leads from another pose to this one, as a function of how much of the way is done; none is
   * undefined.
   * @param {string} start
   * @returns {((way: number) => number[]) | undefined}
   */
  wayFrom(start) {
    const moves = this.pose.moves ?? {};
    if (!Object.hasOwn(moves, start)) return undefined;
    const [first, ...bends] = moves[start].map((list) => this.#read(list, this.figures));
    return (way) =>
      this.end.map((value, i) => {
        const bend = bends.reduceRight((sum, bent) => sum * way + bent[i], 0);
        return value + (1 - way) * (first[i] + way * bend);
      });
  }

  /** Return what leads to this pose from where it is usually entered; undefined where that is nowhere. */
  wayIn() {
    const [start] = Object.keys(this.pose.moves ?? {});
    return start === undefined ? undefined : this.wayFrom(start);
  }

  /**
   * Draw the person where the numbers say.
   * @param {number[]} numbers
   * @param {number} glow  how strongly it glows where it is felt, 0 to 1
   * @param {number} arrows  how strongly the arrows are shown, 0 to 1
   */
  draw(numbers, glow = 1, arrows = 1) {
    for (const part of this.parts) part(numbers, glow);
    this.marks.style.opacity = String(arrows);
  }

  /**
   * Return numbers as they are meant: sizes, then x and y of each dot, of which each is told from the last.
   * @param {number[]} told
   * @param {Figures} figures
   */
  #read(told, figures) {
    const points = (this.pose.glow ?? []).reduce((sum, [, , count]) => sum + count, figures.dots);
    const numbers = Array.from({ length: figures.sizes + 2 * points }, (_, i) => told[i] ?? 0);
    for (let i = figures.sizes + 2; i < numbers.length; i++) numbers[i] += numbers[i - 2];
    return numbers;
  }

  #drawRoom() {
    const room = this.group.appendChild(element("g"));
    for (const shape of this.figures.rooms[this.pose.room]) {
      const path = filled(room, this.figures.paints[shape.paint]);
      path.setAttribute("d", roomPath(shape));
    }
  }

  /**
   * Make the person's elements in their order; return what draws each.
   * @param {SVGElement} person
   */
  #layParts(person) {
    const drawers = [];
    const glows = [...(this.pose.glow ?? [])];
    let point = this.figures.sizes + 2 * this.figures.dots;
    for (let painted = 0; painted <= this.pose.order.length; painted++) {
      for (; glows.length && glows[0][0] === painted; glows.shift()) {
        const [, width, count] = glows[0];
        drawers.push(this.#layGlow(person, width, point, count));
        point += 2 * count;
      }
      if (painted < this.pose.order.length) drawers.push(this.#layPart(person, this.pose.order[painted]));
    }
    return drawers;
  }

  /**
   * @param {SVGElement} person
   * @param {number} number
   * @returns {(numbers: number[]) => void}
   */
  #layPart(person, number) {
    const { figures, pose } = this;
    const part = figures.parts[number];
    const paint = figures.paints[pose.far?.includes(number) ? (part.far ?? part.paint) : part.paint];
    if (part.width !== undefined) {
      const path = stroked(person, paint);
      const width = (part.width / FINE) * pose.zoom;
      return (numbers) => {
        path.setAttribute("d", line(this.#dots(part.line ?? [], numbers)));
        path.setAttribute("stroke-width", (width * sizeOf(part, 0, numbers)).toFixed(1));
      };
    }
    const path = filled(person, paint);
    if (part.edge) {
      path.style.stroke = "var(--lissom-edge)";
      set(path, { "stroke-width": figures.edge[0], "stroke-opacity": figures.edge[1], "paint-order": "stroke" });
    }
    return (numbers) => path.setAttribute("d", this.#partPath(part, numbers));
  }

  /**
   * @param {Part} part
   * @param {number[]} numbers
   */
  #partPath(part, numbers) {
    if (part.blob) return blob(this.#dots(part.blob, numbers));
    const joined = part.capsule ?? part.disc ?? [];
    const step = part.capsule ? 4 : 2;
    let text = "";
    const radius = (/** @type {number} */ i) => joined[i + 1] * (this.pose.zoom / FINE) * sizeOf(part, i / 2, numbers);
    for (let i = 0; i < joined.length; i += step) {
      const [[a, b], r] = [this.#dots([joined[i], joined[i + step - 2]], numbers), radius(i)];
      if (r || radius(i + step - 2)) text += part.capsule ? capsule(a, r, b, radius(i + 2)) : disc(a, r);
    }
    return text;
  }

  /**
   * @param {number[]} dots
   * @param {number[]} numbers
   */
  #dots(dots, numbers) {
    const from = this.figures.sizes;
    return dots.map((dot) => /** @type {Point} */ ([numbers[from + 2 * dot], numbers[from + 2 * dot + 1]]));
  }

  /**
   * @param {SVGElement} person
   * @param {number} width
   * @param {number} point  where its points begin among the numbers
   * @param {number} count
   * @returns {(numbers: number[], glow: number) => void}
   */
  #layGlow(person, width, point, count) {
    const wide = (width / FINE) * this.pose.zoom;
    const paths = this.figures.halos.map(([share, opacity]) => {
      const path = stroked(person, "accent");
      set(path, { "stroke-width": (wide * share).toFixed(1), opacity });
      return path;
    });
    return (numbers, glow) => {
      const text = line(points(numbers.slice(point, point + 2 * count)));
      paths.forEach((path, i) => {
        set(path, { d: text, opacity: this.figures.halos[i][1] * glow });
      });
    };
  }

  /**
   * Draw an arrow, first wider and in the colour of the page, so that it stands off the body.
   * @param {number[]} shaft
   * @param {number[]} head
   */
  #drawArrow(shaft, head) {
    const [along, tip] = [line(points(shaft)), polygon(points(head))];
    for (const [paint, wide, rim] of /** @type {[string, number, number][]} */ ([
      ["page", this.figures.arrow + RIM, HEAD_RIM],
      ["accent", this.figures.arrow, HEAD_EDGE],
    ])) {
      set(stroked(this.marks, paint), { d: along, "stroke-width": wide });
      const path = filled(this.marks, paint);
      path.style.stroke = `var(--lissom-${paint})`;
      set(path, { d: tip, "stroke-width": rim });
    }
  }
}

/**
 * @param {Part} part
 * @param {number} which
 * @param {number[]} numbers
 */
function sizeOf(part, which, numbers) {
  const size = part.sizes?.[which];
  return size === undefined || size === null ? 1 : Math.max(0, numbers[size]) / 100;
}

/** @param {{faces?: number[], capsule?: number[], blob?: number[]}} shape */
function roomPath(shape) {
  if (shape.blob) return blob(points(shape.blob));
  let text = "";
  for (const [a, b, c] of inGroups(points(shape.faces ?? []), 3)) {
    text += polygon([a, b, c, [a[0] + c[0] - b[0], a[1] + c[1] - b[1]]]);
  }
  for (const [x, y, r, u, v, q] of inGroups(shape.capsule ?? [], 6)) text += capsule([x, y], r, [u, v], q);
  return text;
}

/** @param {number[]} numbers */
function points(numbers) {
  return /** @type {Point[]} */ (inGroups(numbers, 2));
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} size
 */
function inGroups(list, size) {
  return Array.from({ length: list.length / size }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/**
 * @param {string} name
 * @param {Object<string, string | number>} [attributes]
 */
function element(name, attributes = {}) {
  return set(/** @type {SVGElement} */ (document.createElementNS(SVG, name)), attributes);
}

/**
 * @param {SVGElement} target
 * @param {Object<string, string | number>} attributes
 */
function set(target, attributes) {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, String(value));
  return target;
}

/**
 * @param {SVGElement} parent
 * @param {string} paint
 */
function filled(parent, paint) {
  const path = parent.appendChild(element("path"));
  path.style.fill = `var(--lissom-${paint})`;
  return path;
}

/**
 * @param {SVGElement} parent
 * @param {string} paint
 */
function stroked(parent, paint) {
  const path = parent.appendChild(element("path"));
  path.style.fill = "none";
  path.style.stroke = `var(--lissom-${paint})`;
  return path;
}
