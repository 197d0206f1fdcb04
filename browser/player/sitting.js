// @ts-check
/**
 * One person at one screen, for as long as they stay: what was broken off, what is due to be asked, the
 * plan's sessions in their order, what is asked after, and the end.
 *
 * What is played and what is closed is decided by the plan and by what has happened; here stands the order only.
 */

import { linesUnder, sessionOf, standing } from "../coach/standing.js";
import { askingOf } from "../coach/telling.js";
import { expand, machineOf } from "../machine/pack.js";
import { Course } from "../session/course.js";
import { atMs } from "../session/log.js";
import { thens } from "../session/path.js";
import { isOneUnread } from "../sync/unread.js";
import { isSymptom } from "./offered.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../session/log.js").Log} Log
 * @typedef {import("../coach/lines.js").Line} Line
 * @typedef {import("../store/keep.js").Keep} Keep
 * @typedef {import("./player.js").Played} Played
 * @typedef {{log: Log, machine: Machine}} BrokenOff
 * @typedef {{title: string, played: Played}} Done
 *
 * @typedef {object} Stage  where it is shown
 * @property {(machine: Machine, how: {log?: Log, line: Partial<Line>, usualPain: number|null, isQuestion: boolean}) => Promise<Played>} play
 * @property {(what: "broken"|"high"|"changed"|"offline"|"nothing"|"due"|"unread"|"health", told?: Record<string, string>) => Promise<string>} ask
 * @property {(symptoms: string[], number: string) => Promise<string>} askWhich  what it was that hurt
 * @property {(seconds: number, title: string) => Promise<void>} rest
 * @property {(done: Done[], last: Played|null) => Promise<void>} end
 *
 * @typedef {object} Desk  what is known
 * @property {any} pack
 * @property {boolean} isFresh  whether the server has made it just now
 * @property {string} plan  the plan's key in the pack
 * @property {Keep} keep
 * @property {() => Promise<any|null>} renew  the pack made anew, after all was sent; null where no server answers
 * @property {() => number} now
 */

const CHANGED = "screening.changed";
const QUESTIONS = ["next-morning", "after-session"];

export class Sitting {
  #stage;
  #desk;
  #pack;
  #isFresh;
  /** @type {Set<string>} */ #asked = new Set();
  /** @type {Done[]} */ #done = [];
  /** @type {Played|null} */ #last = null;

  /**
   * @param {Stage} stage
   * @param {Desk} desk
   */
  constructor(stage, desk) {
    this.#stage = stage;
    this.#desk = desk;
    this.#pack = desk.pack;
    this.#isFresh = desk.isFresh;
  }

  /** Sit down, until the person is through. */
  async run() {
    if (!(await this.#mendBrokenOff())) {
      await this.#askWhichItWas();
      await this.#askWhatIsDue();
      await this.#playRoutines();
    }
    await this.#stage.end(this.#done, this.#last);
  }

  /** Offer to go on with a session that was broken off; say whether the person did. */
  async #mendBrokenOff() {
    const broken = /** @type {BrokenOff|null} */ (
      (await this.#desk.keep.openSession()) ?? this.#pack.broken_off ?? null
    );
    if (!broken) return false;
    const course = Course.goOn(broken.machine, broken.log.events);
    const now = atMs(broken.log, this.#desk.now());
    const title = this.#titleOf(broken.log.routine);
    const isLate = course.resume(now).entries.at(-1)?.event === "closed";
    if (isLate || (await this.#stage.ask("broken", { title })) !== "go-on") {
      await this.#endBroken(broken);
      return false;
    }
    const isQuestion = QUESTIONS.includes(broken.log.routine);
    await this.#play(broken.machine, { routine: broken.log.routine, title }, isQuestion, broken.log);
    return !isQuestion;
  }

  /** Record that the person does not want to go on with it: it was stopped, or its time was over. */
  async #endBroken(/** @type {BrokenOff} */ { log, machine }) {
    const { keep, now } = this.#desk;
    await keep.begin(log, machine);
    const at = atMs(log, now());
    const resumed = Course.goOn(machine, log.events).resume(at);
    const ended = resumed.isOver ? resumed : letGoAndStop(resumed, at);
    await keep.append(log.id, log.events.length, ended.entries.slice(log.events.length));
    this.#pack = { ...this.#pack, broken_off: null };
  }

  /** Where something hurt and it was never said what, that is asked before any plan. */
  async #askWhichItWas() {
    const { keep, now } = this.#desk;
    const askings = await this.#unnamed();
    for (const { thens, ...place } of askings) {
      const symptom = await this.#stage.askWhich(Object.keys(thens), this.#pack.emergency);
      const at = new Date(now()).toISOString();
      // biome-ignore lint/suspicious/noThenProperty: it is the key of the format
      await keep.say({ kind: "told", at, zone: this.#pack.zone, symptom, ...place, then: thens[symptom] });
    }
    if (askings.length) await this.#renew();
  }

  /** @returns {Promise<import("../coach/telling.js").Asking[]>} */
  async #unnamed() {
    const { keep, now } = this.#desk;
    const words = [...(this.#pack.standing.entries ?? []), ...(await keptWords(keep))];
    const kept = await keptLogs(keep);
    const own = kept.flatMap(({ log, machine }) => askingOf(log, machine, words, now()) ?? []);
    const known = this.#pack.to_tell;
    const isNew = known && ![...own, ...words].some((each) => "about" in each && each.about === known.about);
    return isNew ? [...own, known] : own;
  }

  /** Put the questions that are due before anything new. */
  async #askWhatIsDue() {
    for (const line of (await this.#lines()).lines.filter(({ kind }) => QUESTIONS.includes(kind))) {
      if (!this.#asked.has(line.kind)) await this.#ask(line);
    }
  }

  /** The routines of the plan that was sat down to, in its order; made anew it may leave some out, and adds none. */
  async #playRoutines() {
    await this.#hindrance(); // it mends what it can, which may close something
    const planned = new Map((await this.#lines()).lines.filter(isRoutine).map((line) => [line.routine, line]));
    const played = new Set();
    for (;;) {
      const hindrance = await this.#hindrance();
      if (hindrance === "health") return void (await this.#stage.ask(hindrance));
      const { lines, notNow } = await this.#lines();
      const line = lines.find(
        (each) => isRoutine(each) && !played.has(each.routine) && (!played.size || planned.has(each.routine)),
      );
      if (!line) {
        if (!played.size) await this.#sayNothing(notNow);
        return;
      }
      if (hindrance) return void (await this.#stage.ask(hindrance));
      const rest = line.rest_before || (planned.get(line.routine)?.rest_before ?? 0);
      if (played.size && rest) await this.#stage.rest(rest, line.title);
      played.add(line.routine);
      const session = await this.#playLine(line);
      const question = asksAnew(session);
      if (question && !(await this.#isTriedAgain(question, played, line))) return;
      if (!question && session.course.outcome?.kind !== "finished") return;
    }
  }

  /** Why no routine may begin until the server has been asked: the questions are too old, or a session cannot be read. */
  async #hindrance() {
    const why = await this.#whyNot();
    return why && (await this.#renew()) ? this.#whyNot() : why;
  }

  /** @returns {Promise<"due"|"unread"|"health"|null>} */
  async #whyNot() {
    const { keep, now } = this.#desk;
    if (this.#plan.asks_first) return "health"; // with no server its page says so
    const { good_until: until } = this.#pack;
    if (until !== null && now() > Date.parse(until)) return "due";
    return (await isOneUnread(keep, { pack: this.#pack, isFresh: this.#isFresh })) ? "unread" : null;
  }

  /** Where a routine is closed its own machine says so, and what to do. */
  async #sayNothing(/** @type {{routine: string, title: string}[]} */ notNow) {
    const closed = notNow[0] ?? this.#plan.not_today.find((/** @type {any} */ other) => other.kind === "closed");
    const levels = closed && this.#pack.machines[closed.routine];
    if (!levels || !("0" in levels)) return void (await this.#stage.ask("nothing"));
    await this.#play(expand(this.#pack, closed.routine, 0), { routine: closed.routine, title: closed.title }, false);
  }

  /**
   * After a high rating, or something new: go through all questions now? What then is played, the server's plan decides.
   *
   * @type {(question: "high"|"changed", played: Set<string>, line: Line) => Promise<boolean>}
   */
  async #isTriedAgain(question, played, line) {
    if ((await this.#stage.ask(question)) !== "go-on") return false;
    if (!(await this.#renew())) {
      await this.#stage.ask("offline");
      return false;
    }
    played.delete(line.routine);
    return true;
  }

  /** @type {(line: Line) => Promise<Played>} */
  async #playLine(line) {
    const played = await this.#play(machineOf(this.#pack, line), line, false);
    await this.#renew(); // what was answered just now need not be asked again, and what was felt counts
    return played;
  }

  /** @type {(line: Line) => Promise<Played>} */
  #ask(line) {
    this.#asked.add(line.kind);
    return this.#play(expand(this.#pack, line.routine, line.options.level), line, true);
  }

  /** Play, and ask how it was, if it was a session in which something was done and nothing felt. */
  async #play(
    /** @type {Machine} */ machine,
    /** @type {Partial<Line>} */ line,
    /** @type {boolean} */ isQuestion,
    /** @type {Log|undefined} */ log = undefined,
  ) {
    const played = await this.#stage.play(machine, {
      log,
      line,
      isQuestion,
      usualPain: this.#plan?.usual_pain ?? null,
    });
    if (!isQuestion) this.#done.push({ title: line.title ?? "", played });
    if (!isQuestion || played.course.outcome?.kind !== "finished") this.#last = played;
    if (!isQuestion && isToBeAskedOf(played)) await this.#askAfter();
    return played;
  }

  async #askAfter() {
    const kind = "after-session";
    this.#asked.add(kind);
    await this.#play(expand(this.#pack, kind, 1), { kind, routine: kind }, true);
  }

  // what is planned

  get #plan() {
    return this.#pack.plans[this.#desk.plan];
  }

  /** The plan's lines under all that has happened since it was made, here and anywhere. */
  async #lines() {
    const { keep, now } = this.#desk;
    const { sessions = [], entries = [], neck = [] } = this.#pack.standing;
    const { zone } = this.#pack;
    const [kept, words] = [await keptSessions(keep), await keptWords(keep)];
    const standingNow = standing([...sessions, ...kept], [...entries, ...words], now(), { zone, neck });
    return linesUnder(this.#plan, standingNow, { now: now(), zone });
  }

  /** Have the plan made anew; where no server answers, what happened closes what it closes all the same. */
  async #renew() {
    const made = await this.#desk.renew();
    if (made?.plans[this.#desk.plan]) this.#pack = made;
    this.#isFresh = made !== null;
    return this.#isFresh;
  }

  /** @param {string} routine */
  #titleOf(routine) {
    const lines = Object.values(this.#pack.plans).flatMap((/** @type {any} */ plan) => [
      ...plan.lines,
      ...plan.not_today,
    ]);
    return lines.find((line) => line.routine === routine)?.title ?? routine;
  }
}

/** @type {(course: Course, at: number) => Course} */
const letGoAndStop = (course, at) => course.apply("stop", at);

/** What a session ended with that asks for the questions anew. @type {(played: Played) => "high"|"changed"|null} */
function asksAnew({ entries }) {
  if (entries.some(({ event }) => event === "high")) return "high";
  return entries.some(({ state, event }) => state === CHANGED && event === "yes") ? "changed" : null;
}

/** Whether something was moved or held, and nothing told of yet. @type {(played: Played) => boolean} */
function isToBeAskedOf({ entries, course }) {
  const worked = course.visited.some(({ state }) => ["move", "hold"].includes(course.machine.states[state].kind));
  const told = entries.some(({ event }) => isSymptom(event)) || thens(course.machine, course.path).length > 0;
  return worked && !told && course.outcome !== null;
}

/** What of the sessions on this device can be read; `unread` tells of the others. @type {(keep: Keep) => Promise<import("../coach/history.js").Session[]>} */
async function keptSessions(keep) {
  return (await keptLogs(keep)).map(({ log, machine }) => sessionOf(log, machine));
}

/** @type {(keep: Keep) => Promise<{log: Log, machine: Machine}[]>} */
async function keptLogs(keep) {
  const found = [];
  for (const log of await keep.logs()) {
    const machine = await keep.machine(log.machine_digest);
    if (machine) found.push({ log, machine });
  }
  return found;
}

/** @type {(line: Line) => boolean} */
const isRoutine = ({ kind }) => kind === "routine";

/** @type {(keep: Keep) => Promise<import("../coach/history.js").Word[]>} */
const keptWords = async (keep) => (await keep.words()).map(({ word }) => word);
