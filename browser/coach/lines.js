// @ts-check
/**
 * The server's plan, under what has happened since it was made: never more than it, only less.
 *
 * What is closed, left out or capped by now is closed, left out or capped here. Dose, rest days and
 * reasons are the server's affair and stay as the plan has them.
 */

import { ALL, isNextDay } from "./history.js";

/**
 * @typedef {import("./standing.js").Standing} Standing
 * @typedef {import("./happened.js").Restriction} Restriction
 *
 * @typedef {object} Line  a line of a plan, as a pack holds it
 * @property {string} kind
 * @property {string} routine
 * @property {string} title
 * @property {Record<string, any>} options
 * @property {string[]} stretches
 * @property {number|null} seconds
 * @property {number} rest_before
 * @property {boolean} brief
 * @property {string|null} log
 * @property {{code: string, text: string}[]} reasons
 *
 * @typedef {object} Plan
 * @property {Line[]} lines
 * @property {number|null} usual_pain
 * @property {object[]} not_today
 *
 * @typedef {Line & {because: Restriction[]}} LineNow  `because` tells what made it less than planned;
 *   then its `seconds` are not known
 *
 * @typedef {{routine: string, kind: "closed"|"rest", title: string, because: Restriction[]}} ClosedNow
 */

/**
 * Return a plan's lines as they stand now, and those that are not for now any more.
 *
 * @param {Plan} plan
 * @param {Standing} standing
 * @param {{now: number, zone: string}} when  no second try before the day after something was felt
 * @returns {{lines: LineNow[], notNow: ClosedNow[]}}
 */
export function linesUnder(plan, standing, when) {
  const all = plan.lines.map((line) => (line.kind === "routine" ? lessen(line, standing, when) : asPlanned(line)));
  const open = all.filter((line) => !isClosed(line));
  const notNow = all.filter(isClosed).map((line) => tellClosed(line, standing));
  return { lines: withCheckIn(plan, open), notNow };
}

/** @type {(line: Line) => LineNow} */
const asPlanned = (line) => ({ ...line, because: [] });

/** @type {(line: Line, standing: Standing, when: {now: number, zone: string}) => LineNow} */
function lessen(line, { closed, caps, leftOut, active }, { now, zone }) {
  const feltToday = active.filter(({ since }) => !isNextDay(since, now, zone)).map(({ target }) => target);
  const shut = new Set([...leftOut, ...feltToday]);
  const gone = line.stretches.filter((stretch) => closed || shut.has(stretch));
  const stretches = line.stretches.filter((stretch) => !gone.includes(stretch));
  const level = Math.min(line.options.level, ...stretches.map((stretch) => caps[stretch] ?? Infinity));
  if (gone.length === 0 && level === line.options.level) return asPlanned(line);
  const without = [...new Set([...line.options.without, ...gone])].sort();
  return {
    ...line,
    stretches,
    options: { ...line.options, level, without },
    seconds: null,
    because: active.filter(({ target }) => target === ALL || line.stretches.includes(target)),
  };
}

/** @type {(line: LineNow) => boolean} */
function isClosed({ kind, stretches }) {
  return kind === "routine" && stretches.length === 0;
}

/** @type {(line: LineNow, standing: Standing) => ClosedNow} */
function tellClosed({ routine, title, because }, { closed }) {
  const isClosed = closed || because.some(({ effect, cap_level }) => effect !== "cap" || cap_level === 0);
  return { routine, title, because, kind: isClosed ? "closed" : "rest" };
}

/**
 * Where the first session of a plan is closed, the next takes its place: it asks for the pain of
 * now, and no rest comes before it.
 *
 * @type {(plan: Plan, lines: LineNow[]) => LineNow[]}
 */
function withCheckIn(plan, lines) {
  const planned = plan.lines.find((line) => line.kind === "routine");
  const first = lines.find((line) => line.kind === "routine");
  if (!planned || !first || planned.routine === first.routine) return lines;
  const { rest_before, options } = planned;
  const begun = {
    ...first,
    rest_before,
    options: { ...first.options, rate: first.options.rate || options.rate },
  };
  return lines.map((line) => (line === first ? begun : line));
}
