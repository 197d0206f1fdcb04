// @ts-check
/**
 * JSON in one spelling only (RFC 8785), and the digest of a machine that is made from it.
 *
 * `JSON.stringify` already writes numbers and strings as the RFC asks; what is added here is the
 * order of keys, by UTF-16 units, and the refusal of what JSON cannot carry.
 */

/** @typedef {import("./model.js").Machine} Machine */

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Return a JSON value in its one spelling.
 *
 * @param {unknown} value  a value as `JSON.parse` gives it
 * @returns {string}
 * @throws {TypeError} if it is no JSON value, such as `NaN` or half a character
 */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (isRecord(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${canonical(key)}:${canonical(value[key])}`);
    return `{${members.join(",")}}`;
  }
  if (!isPlain(value)) throw new TypeError(`${String(value)} cannot be written as JSON`);
  return JSON.stringify(value);
}

/**
 * Return the digest of a machine's bytes: `sha256:` and 64 hexadecimal digits.
 *
 * @param {Machine} machine
 * @returns {Promise<string>}
 */
export async function machineDigest(machine) {
  const bytes = new TextEncoder().encode(`${canonical(machine)}\n`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isRecord(value) {
  return typeof value === "object" && value !== null;
}

/** @param {unknown} value */
function isPlain(value) {
  if (typeof value === "string") return !LONE_SURROGATE.test(value);
  return value === null || typeof value === "boolean" || Number.isFinite(value);
}
