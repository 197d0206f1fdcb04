// @ts-check
/**
 * What it was that hurt, told at the next start: which sessions are to be asked about, and what each answer
 * takes. The same as Python's `coach/late_reporting.py`, as far as a player needs it.
 *
 * What a symptom takes is read from the machine that was played, so what is told later restricts exactly as
 * if it had been told in the session.
 */

import { begin, follow, HURTS, isOver, mayResume, SYMPTOM_EVENTS, taking, WHICH } from "../session/path.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../machine/model.js").Then} Then
 * @typedef {import("../session/log.js").Log} Log
 * @typedef {import("./history.js").Word} Word
 *
 * @typedef {object} Asking  what is to be told of a log; under `hurts` stands what is taken where the person
 *   is not sure which it was
 * @property {string} about
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {string|null} side
 * @property {Record<string, Then>} thens
 */

const TOLD_BACK_MS = 14 * 24 * 60 * 60 * 1000; // a convention, see docs/conventions.md

/**
 * Return what is to be asked of a session that is over: what hurt in it and was never named; else null.
 *
 * @param {Log} log
 * @param {Machine} machine
 * @param {readonly Word[]} words
 * @param {number} now  ms since 1970
 * @returns {Asking|null}
 */
export function askingOf(log, machine, words, now) {
  const started = Date.parse(log.started);
  const path = log.events.reduce((before, entry) => follow(machine, before, entry), begin(machine));
  const isTold = words.some((word) => word.kind === "told" && word.about === log.id);
  const goesOn = !isOver(machine, path) && mayResume(path, now - started);
  if (isTold || goesOn || now - started > TOLD_BACK_MS) return null;
  const hurts = taking(machine, path).findLast(({ enteredBy }) => enteredBy === HURTS);
  if (!hurts) return null;
  const hurt = machine.states[hurts.state];
  return { about: log.id, ...placeOf(hurt), thens: thensOf(hurt, machine) };
}

/** @type {(state: import("../machine/model.js").State) => {stretch: string|null, position: string|null, side: string|null}} */
const placeOf = ({ stretch, position, side }) => ({ stretch, position, side });

/**
 * Follow the letting go to the question which it was, whose answers tell what each takes.
 *
 * @type {(hurt: import("../machine/model.js").State, machine: Machine) => Record<string, Then>}
 */
function thensOf(hurt, machine) {
  let state = hurt;
  while (state.kind !== WHICH && "elapsed" in state.on) {
    state = machine.states[state.on.elapsed];
  }
  /** @type {Record<string, Then>} */
  const thens = {};
  for (const symptom of SYMPTOM_EVENTS) {
    const then = symptom in state.on ? machine.states[state.on[symptom]].then : null;
    if (then) thens[symptom] = then;
  }
  return hurt.then ? { ...thens, [HURTS]: hurt.then } : thens;
}
