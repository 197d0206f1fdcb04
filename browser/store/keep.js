// @ts-check
/**
 * What this device keeps: logs with their machines, the person's dated words, the pack and the like.
 *
 * What a call has kept is on the disk when it resolves with true. Where the disk fails (a private
 * window, no room), it resolves with false: the session goes on, all stays in memory and is tried
 * again, and `isSaved` says so. Sending is `send`; what happened is not judged here.
 *
 * A device may hold the records of several people. A `Keep` is of one of them: it gives out nothing of
 * another's, and what it keeps carries the id of its own.
 */

import { openSession } from "./broken-off.js";
import { answerOf, KEYS, openDatabase, transact } from "./database.js";
import { journalsOfPage } from "./journals.js";

/**
 * @typedef {import("../machine/model.js").Machine} Machine
 * @typedef {import("../session/log.js").Log} Log
 * @typedef {import("../session/log.js").Entry} Entry
 * @typedef {import("../session/log.js").Rating} Rating
 * @typedef {import("../coach/history.js").Word} Word
 * @typedef {import("./database.js").Store} Store
 *
 * @typedef {{error: string, hint: string}} Refusal  why the server did not take something, in its words
 * @typedef {{events: number, ratings: number}} Count
 *
 * @typedef {object} Kept  a log, what of it the server has, and why it would take no more
 * @property {string} id
 * @property {string} [journal]  whose it is; what was kept before there were ids has none
 * @property {string[]} [disowned]  the records that it was said not to be of
 * @property {Log} log
 * @property {Count|null} sent  null where the server has never heard of it
 * @property {boolean} over  whether it is known to be over
 * @property {Refusal|null} refusal
 *
 * @typedef {{key: string, journal?: string, word: Word, sent: boolean, refusal: Refusal|null}} KeptWord
 */

const RETRY_MS = 5_000;

/** Another tab went on with the same session. What is kept is what came first. */
export class GoneOnElsewhere extends Error {
  /** @param {string} id */
  constructor(id) {
    super(`session ${id} was gone on with in another tab`);
    this.name = "GoneOnElsewhere";
  }
}

/**
 * Open what this device keeps of a record. Where it cannot be opened, all is kept in memory, and `isSaved`
 * is false.
 *
 * @param {string[]} journals  the ids that the record answers to
 * @returns {Promise<Keep>}
 */
export async function openKeep(journals = journalsOfPage()) {
  try {
    return new Keep(await openDatabase(), journals);
  } catch {
    return new Keep(null, journals);
  }
}

/** What this device keeps. Made by `openKeep`. */
export class Keep {
  #database;
  #journals;
  /** What this page has written, by store and key; it goes on from this. @type {Record<Store, Map<string, any>>} */
  #mine = { logs: new Map(), machines: new Map(), entries: new Map(), values: new Map() };
  /** What of it is not on the disk yet. @type {Set<{store: Store, key: string}>} */
  #unsaved = new Set();
  /** @type {Promise<unknown>} */
  #writing = Promise.resolve();
  /** @type {Set<(isSaved: boolean) => void>} */
  #listeners = new Set();
  #retry = 0;

  /** @param {IDBDatabase|null} database @param {string[]} journals */
  constructor(database, journals) {
    this.#database = database;
    this.#journals = journals;
  }

  /** Whether this is of the record that answers to one of these ids. @param {readonly string[]} journals */
  isOf(journals) {
    return journals.some((id) => this.#journals.includes(id));
  }

  /** Whether all that was kept is on the disk, as far as is known. */
  get isSaved() {
    return this.#database !== null && this.#retry === 0;
  }

  /**
   * Call a listener whenever `isSaved` has changed.
   *
   * @param {(isSaved: boolean) => void} listener
   */
  watch(listener) {
    this.#listeners.add(listener);
  }

  // A session that is being played.

  /**
   * Keep a session that begins, with its machine; or one from elsewhere that is gone on with here.
   *
   * @param {Log} log
   * @param {Machine} machine
   * @returns {Promise<boolean>}
   */
  async begin(log, machine) {
    const isKnown = (await this.#own(log.id)) !== null;
    this.#mark("machines", { digest: log.machine_digest, machine });
    if (!isKnown)
      this.#mark("logs", { id: log.id, journal: this.#journals[0], log, sent: null, over: false, refusal: null });
    return this.#save();
  }

  /**
   * Keep the events of a session from this index on. The same events again change nothing.
   *
   * @param {string} id
   * @param {number} index
   * @param {readonly Entry[]} entries
   * @returns {Promise<boolean>}
   * @throws {GoneOnElsewhere} if the session has other events there
   */
  async append(id, index, entries) {
    return this.#grow(id, (log) => {
      const known = log.events.slice(index, index + entries.length);
      const fits = index <= log.events.length && isSame(known, entries.slice(0, known.length));
      if (!fits) throw new GoneOnElsewhere(id);
      return { ...log, events: [...log.events, ...entries.slice(known.length)] };
    });
  }

  /**
   * Keep a rating of pain, after those that a session has.
   *
   * @param {string} id
   * @param {Rating} rating
   * @returns {Promise<boolean>}
   */
  async rate(id, rating) {
    return this.#grow(id, (log) => ({ ...log, ratings: [...log.ratings, rating] }));
  }

  /**
   * Return the session that was broken off on this device and may be gone on with, or null.
   *
   * @param {number} now  ms since 1970
   * @returns {Promise<import("./broken-off.js").BrokenOff|null>}
   */
  openSession(now = Date.now()) {
    return openSession(this, now);
  }

  // What was kept.

  /** Return every log of this device, by its start. @returns {Promise<Log[]>} */
  async logs() {
    return (await this.kept()).map(({ log }) => log);
  }

  /** Return every log with what is known of its sending, by its start. @returns {Promise<Kept[]>} */
  async kept() {
    const kept = await this.#all("logs");
    return kept.sort((a, b) => (a.log.started < b.log.started ? -1 : 1));
  }

  /** Return what this page writes of a session, without waiting, or null. @type {(id: string) => Kept|null} */
  atHand(id) {
    return this.#mine.logs.get(id) ?? null;
  }

  /** @param {string} digest @returns {Promise<Machine|null>} */
  async machine(digest) {
    return (await this.#find("machines", digest))?.machine ?? null;
  }

  /** Note that a session is over, so that it need not be looked at again. @param {string} id */
  close(id) {
    return this.#change("logs", id, (kept) => ({ ...kept, over: true }));
  }

  // What the server has.

  /** Return the logs of which the server lacks something and has refused nothing. @returns {Promise<Kept[]>} */
  async unsent() {
    return (await this.kept()).filter((kept) => !kept.refusal && isUnsent(kept));
  }

  /** Return the logs that the server would not take; they stay here. @returns {Promise<Kept[]>} */
  async refused() {
    return (await this.kept()).filter(({ refusal }) => refusal);
  }

  /** Note how much of a log the server has. @type {(id: string, sent: Count) => Promise<boolean>} */
  sent(id, sent) {
    return this.#change("logs", id, (kept) => ({ ...kept, sent: most(kept.sent, sent), refusal: null }));
  }

  /** Note why the server would not take a log. @type {(id: string, refusal: Refusal|null) => Promise<boolean>} */
  refuse(id, refusal) {
    return this.#change("logs", id, (kept) => ({ ...kept, refusal }));
  }

  // The person's dated words.

  /** Keep a word of the person, to be sent. @param {Word} word @returns {Promise<boolean>} */
  say(word) {
    const about = word.kind === "told" ? [word.stretch, word.side, word.symptom].join(" ") : word.target;
    const [journal] = this.#journals;
    const key = [word.at, word.kind, about, journal].join(" ");
    this.#mark("entries", { key, journal, word, sent: false, refusal: null });
    return this.#save();
  }

  /** Return the words that were kept, by their time. @returns {Promise<KeptWord[]>} */
  async words() {
    const words = await this.#all("entries");
    return words.sort((a, b) => (a.key < b.key ? -1 : 1)); // a key begins with its word's time
  }

  /** Note what the server made of a word. @type {(key: string, refusal: Refusal|null) => Promise<boolean>} */
  answered(key, refusal) {
    return this.#change("entries", key, (kept) => ({ ...kept, sent: true, refusal }));
  }

  // All else, by its name.

  /** @param {string} name @param {any} value @returns {Promise<boolean>} */
  put(name, value) {
    this.#mark("values", { name: `${this.#journals[0]} ${name}`, value });
    return this.#save();
  }

  /** Return what was put, or null. @param {string} name @returns {Promise<any>} */
  async get(name) {
    for (const journal of this.#journals) {
      const found = await this.#find("values", `${journal} ${name}`);
      if (found) return found.value;
    }
    return null;
  }

  // What of it is another record's, or of nobody knows which.

  /** Whether something is here that waits for another record to be opened; nothing of it is given out. */
  async hasOthers() {
    const isOthers = (/** @type {Kept} */ kept) =>
      !this.#isMine(kept) && (kept.journal || isDisowned(kept, this.#journals));
    const words = /** @type {KeptWord[]} */ ((await this.#read("entries", (stored) => stored.getAll())) ?? []);
    return (
      (await this.#everyLog()).some((kept) => isOthers(kept) && isUnsent(kept)) ||
      words.some((kept) => kept.journal && !this.#isMine(kept) && !kept.sent)
    );
  }

  /** Return the logs of which is not known whose they are, and not that they are not of this record. @returns {Promise<Kept[]>} */
  async unowned() {
    return (await this.#everyLog()).filter((kept) => !kept.journal && !isDisowned(kept, this.#journals));
  }

  /** Note that a log is of this record. @param {string} id */
  adopt(id) {
    return this.#change("logs", id, (kept) => ({ ...kept, journal: kept.journal ?? this.#journals[0], refusal: null }));
  }

  /** Note that a log is not of this record: it waits for its own. @param {string} id */
  disown(id) {
    return this.#change("logs", id, (kept) => ({ ...kept, disowned: [...(kept.disowned ?? []), ...this.#journals] }));
  }

  /**
   * Erase what is kept of these records. What is of others stays, and what it needs.
   *
   * @param {readonly string[]} journals
   * @returns {Promise<boolean>} whether nothing is left
   */
  async erase(journals) {
    if (!this.#database) return true;
    const isErased = (/** @type {{journal?: string}} */ { journal }) => journals.includes(journal ?? "");
    return transact(this.#database, ["logs", "machines", "entries", "values"], async (store) => {
      const [logs, machines, entries, values] = await Promise.all(
        /** @type {Store[]} */ (["logs", "machines", "entries", "values"]).map((name) =>
          answerOf(store(name).getAll()),
        ),
      );
      const left = logs.filter((/** @type {Kept} */ kept) => !isErased(kept));
      const needed = new Set(left.map((/** @type {Kept} */ { log }) => log.machine_digest));
      for (const { id } of logs.filter(isErased)) store("logs").delete(id);
      for (const { key } of entries.filter(isErased)) store("entries").delete(key);
      for (const { name } of values) if (isErased({ journal: name.split(" ")[0] })) store("values").delete(name);
      for (const { digest } of machines) if (!needed.has(digest)) store("machines").delete(digest);
      return !left.some(isUnsent) && !entries.some((/** @type {KeptWord} */ kept) => !isErased(kept) && !kept.sent);
    });
  }

  /** @param {{journal?: string}} kept */
  #isMine({ journal }) {
    return journal !== undefined && this.#journals.includes(journal);
  }

  /** @returns {Promise<Kept[]>} */
  async #everyLog() {
    return (await this.#read("logs", (stored) => stored.getAll())) ?? [];
  }

  /**
   * Drop the logs that are over, that the server has, and that began before a moment.
   *
   * @param {string} before  as a log's `started`
   */
  async tidy(before) {
    if (!this.#database) return;
    const isDone = (/** @type {Kept} */ kept) =>
      kept.over && kept.log.started < before && !kept.refusal && !isUnsent(kept);
    await transact(this.#database, ["logs", "machines"], async (store) => {
      const all = /** @type {Kept[]} */ (await answerOf(store("logs").getAll())); // here, so that none begins meanwhile
      const [done, left] = [all.filter(isDone), all.filter((kept) => !isDone(kept))];
      const needed = new Set(left.map(({ log }) => log.machine_digest));
      const machines = done.map(({ log }) => log.machine_digest).filter((digest) => !needed.has(digest));
      for (const { id } of done) store("logs").delete(id);
      for (const digest of machines) store("machines").delete(digest);
    });
  }

  /** Let go of the database, so that it can be taken away. */
  shut() {
    clearTimeout(this.#retry);
    this.#database?.close();
    this.#database = null;
  }

  // In memory first, on the disk before it resolves.

  /** @type {(id: string, change: (log: Log) => Log) => Promise<boolean>} */
  async #grow(id, change) {
    const kept = this.#mine.logs.get(id) ?? (await this.#own(id));
    if (!kept) throw new Error(`there is no session ${id} on this device`);
    this.#mark("logs", { ...kept, log: change(kept.log), refusal: null });
    return this.#save();
  }

  /** Take a log into this page's memory, if there is one. @type {(id: string) => Promise<Kept|null>} */
  async #own(id) {
    const kept = await this.#find("logs", id);
    if (kept) this.#mine.logs.set(id, this.#mine.logs.get(id) ?? kept);
    return kept;
  }

  /** @type {(store: "logs"|"entries", key: string, change: (kept: any) => any) => Promise<boolean>} */
  async #change(store, key, change) {
    const kept = this.#mine[store].get(key);
    if (kept) {
      this.#mark(store, change(kept));
      return this.#save();
    }
    return this.#attempt([store], async (stores) => {
      const found = await answerOf(stores(store).get(key));
      if (found) stores(store).put(change(found));
    });
  }

  /** @type {(store: Store, thing: any) => void} */
  #mark(store, thing) {
    const key = thing[KEYS[store]];
    this.#mine[store].set(key, thing);
    for (const each of this.#unsaved) if (each.store === store && each.key === key) this.#unsaved.delete(each);
    this.#unsaved.add({ store, key });
  }

  /** Write down, after whatever is being written, all that is not on the disk yet. @returns {Promise<boolean>} */
  #save() {
    const saved = this.#writing.then(() => this.#write());
    this.#writing = saved.catch(() => {});
    return saved;
  }

  async #write() {
    const waiting = [...this.#unsaved];
    if (!waiting.length) return this.isSaved;
    const names = [...new Set(waiting.map(({ store }) => store))];
    const saved = await this.#attempt(names, async (stores) => {
      for (const { store, key } of waiting) {
        const mine = this.#mine[store].get(key);
        const found = store === "logs" ? await answerOf(stores(store).get(key)) : null;
        stores(store).put(found ? this.#over(found, mine) : mine);
      }
    });
    if (saved) for (const each of waiting) this.#unsaved.delete(each);
    return saved;
  }

  /** Return this page's log as it goes over the one on the disk, which must be its beginning. @type {(found: Kept, mine: Kept) => Kept} */
  #over(found, mine) {
    if (!begins(found.log, mine.log)) {
      this.#mine.logs.set(found.id, found);
      throw new GoneOnElsewhere(found.id);
    }
    return { ...mine, sent: most(found.sent, mine.sent) };
  }

  /** Do something on the disk; say whether it could be done. @type {(stores: Store[], act: (stores: (store: Store) => IDBObjectStore) => Promise<void>) => Promise<boolean>} */
  async #attempt(stores, act) {
    try {
      if (!this.#database) return false;
      await transact(this.#database, stores, act);
      this.#tell(true);
      return true;
    } catch (error) {
      if (error instanceof GoneOnElsewhere) {
        for (const each of this.#unsaved) if (each.store === "logs") this.#unsaved.delete(each);
        throw error;
      }
      this.#tell(false);
      return false;
    }
  }

  /** @param {boolean} isSaved */
  #tell(isSaved) {
    const before = this.isSaved;
    clearTimeout(this.#retry);
    this.#retry = isSaved ? 0 : window.setTimeout(() => void this.#save(), RETRY_MS);
    if (before !== this.isSaved) for (const listener of this.#listeners) listener(this.isSaved);
  }

  /** @type {(store: Store, key: string) => Promise<any>} */
  async #find(store, key) {
    return this.#mine[store].get(key) ?? (await this.#read(store, (stored) => stored.get(key))) ?? null;
  }

  /** @type {(store: Store) => Promise<any[]>} */
  async #all(store) {
    const mine = this.#mine[store];
    const found = (await this.#read(store, (stored) => stored.getAll())) ?? [];
    return [
      ...found.filter((/** @type {any} */ each) => this.#isMine(each) && !mine.has(each[KEYS[store]])),
      ...mine.values(),
    ];
  }

  /** Return what is on the disk, or nothing where it cannot be read. @type {(store: Store, ask: (stored: IDBObjectStore) => IDBRequest) => Promise<any>} */
  async #read(store, ask) {
    if (!this.#database) return undefined;
    try {
      return await transact(this.#database, [store], (stores) => answerOf(ask(stores(store))), "readonly");
    } catch {
      return undefined;
    }
  }
}

/** Whether the server lacks something of a log. @type {(kept: Kept) => boolean} */
export function isUnsent({ log, sent }) {
  return !sent || sent.events < log.events.length || sent.ratings < log.ratings.length;
}

/** @type {(one: Count|null, other: Count|null) => Count|null} */
function most(one, other) {
  if (!one || !other) return one ?? other;
  return { events: Math.max(one.events, other.events), ratings: Math.max(one.ratings, other.ratings) };
}

/** @type {(kept: Kept, journals: readonly string[]) => boolean} */
function isDisowned({ disowned = [] }, journals) {
  return disowned.some((id) => journals.includes(id));
}

/** Whether a log is the beginning of another. @type {(short: Log, long: Log) => boolean} */
function begins(short, long) {
  const { events, ratings } = short;
  return isSame(events, long.events.slice(0, events.length)) && isSame(ratings, long.ratings.slice(0, ratings.length));
}

/** @type {(one: readonly object[], other: readonly object[]) => boolean} */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
