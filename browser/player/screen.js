// @ts-check
/**
 * What is to be seen at one moment of a session, as a plain value. No page, no time, no rule.
 *
 * `view` turns a `Screen` into elements.
 */

import { HURTS, SYMPTOM_EVENTS } from "../session/path.js";
import { isOpen, isUrgent, lettingGo, unsureOf } from "./offered.js";
import { sentences } from "./words.js";

/**
 * @typedef {import("./player.js").Moment} Moment
 * @typedef {import("./words.js").Say} Say
 * @typedef {import("../machine/model.js").State} State
 *
 * @typedef {"work"|"rate"|"ask"|"which"|"advise"|"end"|"paused"} ScreenKind
 * @typedef {"calm"|"hold"|"urgent"|"question"|"end"} Tone
 * @typedef {{id: string, label: string}} Act
 * @typedef {{mode: "down"|"up", seconds: number, of: number, passed: number, label: string}} Timer
 *
 * @typedef {object} Screen
 * @property {ScreenKind} kind
 * @property {string} moment  the kind of the state
 * @property {Tone} tone
 * @property {string} where
 * @property {string} step
 * @property {string} title
 * @property {string[]} words
 * @property {"left"|"right"|null} side
 * @property {string} sideWord
 * @property {string} offer
 * @property {string[]} items
 * @property {Timer|null} timer  the large one
 * @property {number|null} passed  how much of a timed state that has no large timer is over, 0 to 1
 * @property {string} coming
 * @property {Act[]} acts  in the order in which they stand
 * @property {string} main  the act that is the largest; none where it is empty
 * @property {boolean} isOpen  an open hold: letting go is half of the screen
 * @property {{pose: string, side: string|null, seconds: number, atOnce: boolean}|null} figure
 * @property {string} call  the number to call
 * @property {boolean} isEmergency
 * @property {string} warning
 */

const TIMED_LARGE = new Set(["hold", "rest"]);
const FELT = [...SYMPTOM_EVENTS, "serious"];
const ORDER = ["next", "resume", "yes", "no", "pause", HURTS, "ease", "skip", "stop", "mistaken", "close"];
const ANSWERS = ["no", "yes"];
const QUIET = new Set(["rate", "ask", "which", "advise", "end"]); // nothing is done here with the body
const MOST_MOVING = 6; // seconds that a movement is drawn out to

/**
 * @param {Moment} moment
 * @param {Say & {has: (id: string) => boolean}} say
 * @returns {Screen}
 */
export function makeScreen(moment, say) {
  const kind = kindOf(moment);
  const side = sideOf(moment);
  return {
    kind,
    moment: moment.state.kind,
    tone: toneOf(moment),
    where: whereOf(moment, say),
    step: stepOf(moment, say),
    title: titleOf(moment, say),
    words: wordsOf(moment, say),
    side,
    sideWord: side ? say(`player-side-${side}`) : "",
    offer: kind === "work" ? (moment.state.cue.offer ?? "") : "",
    items: kind === "ask" ? (moment.state.cue.items ?? []) : [],
    timer: kind === "work" ? timerOf(moment, say) : null,
    passed: kind === "work" ? passedOf(moment) : null,
    coming: kind === "work" ? comingOf(moment, say) : "",
    acts: actsOf(moment, kind, say),
    main: mainActOf(moment, kind),
    isOpen: kind === "work" && isOpen(moment.state),
    figure: figureOf(moment, kind),
    call: ["advise", "end"].includes(kind) && advisesCall(moment) ? moment.machine.options.emergency : "",
    isEmergency: outcomeAhead(moment)?.kind === "emergency",
    warning: moment.warning,
  };
}

/** The seconds as they are shown: 1 until the very end. @param {number} leftMs */
export const secondsLeft = (leftMs) => Math.max(0, Math.ceil(leftMs / 1000));

/** @type {(moment: Moment) => ScreenKind} */
function kindOf({ state, paused, closed }) {
  if (closed) return "end";
  if (paused) return "paused";
  const own = /** @type {ScreenKind} */ (state.kind);
  return QUIET.has(own) ? own : "work";
}

/** @type {(moment: Moment) => Tone} */
function toneOf(moment) {
  const { machine, state, paused, closed } = moment;
  if (closed || state.kind === "end") return outcomeAhead(moment)?.kind === "emergency" ? "urgent" : "end";
  if (state.kind === "advise" && outcomeAhead(moment)?.kind === "screened") return "calm"; // nothing was done yet
  if (isUrgent(machine, state) || (paused && lettingGo(machine, state))) return "urgent";
  if (["ask", "rate", "which"].includes(state.kind)) return "question";
  return state.kind === "hold" && !paused ? "hold" : "calm";
}

/** The side at work; in a switch or a rest the coming one, since these are labelled with the last. */
function sideOf(/** @type {Moment} */ { state, coming, paused, closed }) {
  if (closed || QUIET.has(state.kind)) return null;
  const worked = ["switch", "rest"].includes(state.kind) && coming && !paused ? coming : state;
  return worked.side;
}

/** @type {(moment: Moment, say: Say) => string} */
function stepOf({ machine, state, paused, closed }, say) {
  if (closed) return "";
  if (paused) return say("player-paused");
  if (isUrgent(machine, state)) return "";
  return ["move", "hold"].includes(state.kind) ? say(`player-step-${state.kind}`) : "";
}

/** @type {(moment: Moment, say: Say) => string} */
function titleOf({ machine, state, paused, closed }, say) {
  if (closed) return say("player-closed");
  if (state.kind === "release" && !paused && !isUrgent(machine, state)) return say("player-step-release");
  return ((paused && lettingGo(machine, state)) || state).cue.title;
}

/** @type {(moment: Moment, say: Say) => string[]} */
function wordsOf(moment, say) {
  const { state, closed, paused, brief } = moment;
  if (closed) return [say("player-closed-words")];
  if (paused) return lettingGoWords(moment, say);
  if (state.kind === "ask") return questionOf(moment, say);
  const isBrief = brief || isOpen(state); // half of the screen lets go there, and the rest was heard
  const inFull = !isBrief || !state.cue.brief || ["which", "advise", "end"].includes(state.kind);
  return sentences(inFull ? state.cue.say : state.cue.brief);
}

/** @type {(moment: Moment, say: Say) => string[]} */
function lettingGoWords({ machine, state, slept, onward }, say) {
  const released = lettingGo(machine, state);
  const first = released ? sentences(released.cue.say) : [];
  const onwards = say("player-goes-on-from", { title: onward.cue.title });
  return [...first, ...(slept ? [say("player-slept")] : []), onwards, say("player-within")];
}

/** The question itself; where it has items these stand below, and are not said in the words. */
function questionOf(/** @type {Moment} */ { machine, state }, /** @type {Say} */ say) {
  const { items, brief, say: full } = state.cue;
  if (!items?.length) return sentences(full);
  return [...sentences(brief || full), ...(unsureOf(machine, state) ? [say("player-unsure-hint")] : [])];
}

/** @type {(moment: Moment, say: Say) => Timer|null} */
function timerOf({ state, passedMs, leftMs }, say) {
  if (!TIMED_LARGE.has(state.kind) || state.seconds === null) return null;
  const of = state.seconds;
  const passed = Math.min(1, passedMs / (of * 1000));
  if (!isOpen(state))
    return { mode: "down", seconds: secondsLeft(leftMs ?? 0), of, passed, label: say("player-to-go") };
  const seconds = Math.min(Math.floor(passedMs / 1000), of);
  return { mode: "up", seconds, of, passed, label: say("player-at-most", { seconds: of }) };
}

/** @type {(moment: Moment) => number|null} */
function passedOf({ state, passedMs }) {
  return state.seconds === null || TIMED_LARGE.has(state.kind) ? null : Math.min(1, passedMs / (state.seconds * 1000));
}

/** @type {(moment: Moment, say: Say) => string} */
function whereOf({ progress, closed }, say) {
  if (closed) return "";
  const counted = /** @type {const} */ ([
    ["stretch", progress.stretches],
    ["round", progress.rounds],
    ["repeat", progress.repeats],
  ]);
  const parts = counted
    .filter(([, count]) => count.number > 0 && count.of > 1)
    .map(([name, { number, of }]) => say(`player-${name}`, { number, of }));
  const text = parts.join(" · ");
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** @type {(moment: Moment, say: Say) => string} */
function comingOf({ machine, state, coming }, say) {
  if (!coming || isUrgent(machine, state)) return "";
  const id = isOpen(coming) ? "player-coming-hold-open" : `player-coming-${coming.kind}`;
  const told = ["hold", "release", "switch", "rest", "end"].includes(coming.kind)
    ? say(id, { seconds: coming.seconds ?? 0 })
    : coming.cue.title;
  return say("player-next", { what: told });
}

/** @type {(moment: Moment, kind: ScreenKind, say: Say & {has: (id: string) => boolean}) => Act[]} */
function actsOf(moment, kind, say) {
  const { offered, machine, state, stateId } = moment;
  if (kind === "ask") return answersOf(machine, state, stateId, say);
  // one button says that it hurts, and each symptom has its key; a machine of before has only the symptoms
  const felt = kind === "which" || !offered.has(HURTS) ? FELT : [];
  return [...felt, ...ORDER]
    .filter((id) => offered.has(id))
    .map((id) => ({ id, label: labelOf(id, kind, state, say) }));
}

/** @type {(id: string, kind: ScreenKind, state: State, say: Say & {has: (id: string) => boolean}) => string} */
function labelOf(id, kind, state, say) {
  const own = `player-${kind === "work" ? state.kind : kind}-${id}`;
  return say(say.has(own) ? own : `player-${id}`);
}

/** "Not sure" is an answer too: where the question has no words of its own for it, it is the unsafe one. */
function answersOf(
  /** @type {Moment["machine"]} */ machine,
  /** @type {State} */ state,
  /** @type {string} */ id,
  /** @type {Say & {has: (id: string) => boolean}} */ say,
) {
  const own = (/** @type {string} */ answer) => `player-ask-${id.replaceAll(".", "-")}-${answer}`;
  const usual = (/** @type {string} */ answer) => `player-${state.cue.items?.length ? "items" : "ask"}-${answer}`;
  const acts = ANSWERS.map((answer) => ({
    id: answer,
    label: say(say.has(own(answer)) ? own(answer) : usual(answer)),
  }));
  if (unsureOf(machine, state)) acts.push({ id: "unsure", label: say("player-unsure") });
  return [...acts, { id: "stop", label: say("player-ask-stop") }];
}

/** @type {(moment: Moment, kind: ScreenKind) => string} */
function mainActOf({ offered }, kind) {
  if (kind === "which" || kind === "ask") return "";
  return ["resume", "next", "close"].find((id) => offered.has(id)) ?? "";
}

/** @type {(moment: Moment, kind: ScreenKind) => Screen["figure"]} */
function figureOf({ machine, state, onward, paused, closed }, kind) {
  if (closed || QUIET.has(kind)) return null;
  const released = paused ? lettingGo(machine, state) : null;
  const figure = (released ?? state).figure ?? onward.figure;
  if (!figure) return null;
  const seconds =
    state.kind === "move" || state.kind === "release" ? Math.min(MOST_MOVING, (state.seconds ?? 3) * 0.8) : 1.2;
  return {
    pose: figure.pose,
    side: figure.side,
    seconds,
    atOnce: released !== null || (isUrgent(machine, state) && state.kind === "release"),
  };
}

/** @type {(moment: Moment) => import("../machine/model.js").Outcome|undefined} */
function outcomeAhead({ machine, state }) {
  const end = state.kind === "advise" ? machine.states[state.on.elapsed] : state;
  return end.outcome;
}

/** Whether the words tell whom to call: those after a symptom and after an unsafe answer do. */
function advisesCall(/** @type {Moment} */ moment) {
  return ["symptom", "screened", "emergency"].includes(outcomeAhead(moment)?.kind ?? "");
}
