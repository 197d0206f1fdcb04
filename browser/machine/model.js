// @ts-check
/**
 * The shapes of a machine (format `lissom-machine/1`), as types only: nothing here runs, and no page
 * loads it. A machine in the browser is the parsed JSON itself and is never changed.
 *
 * @typedef {"ask"|"rate"|"ready"|"move"|"hold"|"release"|"switch"|"rest"|"which"|"advise"|"end"} Kind
 *
 * @typedef {object} Cue
 * @property {string} title
 * @property {string} say
 * @property {string} brief
 * @property {string} [offer]
 * @property {string[]} [items]
 *
 * @typedef {object} Then
 * @property {string} until
 * @property {string} [stretch]
 * @property {number} [cap_level]
 * @property {string} [leave_out]
 * @property {string} [close]
 *
 * @typedef {object} Outcome
 * @property {"finished"|"stopped"|"symptom"|"screened"|"emergency"} kind
 * @property {string|null} symptom
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {string|null} side
 * @property {string|null} advice
 *
 * @typedef {object} State
 * @property {Kind} kind
 * @property {string|null} stretch
 * @property {string|null} position
 * @property {number|null} rung
 * @property {number|null} level
 * @property {"left"|"right"|null} side
 * @property {number|null} round
 * @property {number|null} repeat
 * @property {number|null} seconds  null: waits for the person
 * @property {true} [continues]  the timer runs on from the state before
 * @property {true} [slip]  a wrong tap may have led here: for a while a log takes `mistaken`
 * @property {Cue} cue
 * @property {{pose: string, side: string|null}|null} figure
 * @property {{from: number, rise: number|null}} [high]
 * @property {Then} [then]
 * @property {Outcome} [outcome]
 * @property {Record<string, string>} on
 *
 * @typedef {object} Machine
 * @property {"lissom-machine/1"} format
 * @property {string} routine
 * @property {string} digest
 * @property {Record<string, any>} options
 * @property {string} start
 * @property {Record<string, State>} states
 */

export {};
