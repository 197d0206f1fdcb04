// @ts-check
/**
 * A few lines over IndexedDB: open it, and do one thing in one transaction that is on the disk when it is done.
 *
 * What is kept in it is `keep`'s affair.
 */

const NAME = "lissom";
const VERSION = 1;

/** The stores, and what a thing in each is known by. */
export const KEYS = { logs: "id", machines: "digest", entries: "key", values: "name" };

/** @typedef {keyof typeof KEYS} Store */

/**
 * Open the database, and make its stores where it is new.
 *
 * @returns {Promise<IDBDatabase>}
 */
export function openDatabase() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(NAME, VERSION);
    opening.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(KEYS)) {
        opening.result.createObjectStore(store, { keyPath });
      }
    };
    opening.onsuccess = () => {
      opening.result.onversionchange = () => opening.result.close(); // another tab erases everything
      resolve(opening.result);
    };
    opening.onerror = () => reject(opening.error);
    opening.onblocked = () => reject(new Error("another tab holds the database"));
  });
}

/**
 * Do something with stores in one transaction: all of it is kept, or nothing.
 *
 * Resolves with what `act` came to once the browser says that it is on the disk. `act` waits for
 * nothing but `answerOf`; where it throws, nothing is kept.
 *
 * @template T
 * @param {IDBDatabase} database
 * @param {Store[]} stores
 * @param {(store: (name: Store) => IDBObjectStore) => Promise<T>|T} act
 * @param {IDBTransactionMode} mode
 * @returns {Promise<T>}
 */
export async function transact(database, stores, act, mode = "readwrite") {
  const transaction = database.transaction(stores, mode, { durability: "strict" });
  const done = new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error ?? new Error("nothing was kept"));
  });
  done.catch(() => {}); // it is waited for below, unless `act` fails first
  try {
    const result = await act((name) => transaction.objectStore(name));
    await done;
    return result;
  } catch (error) {
    if (!transaction.error) abort(transaction);
    throw error;
  }
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
  try {
    transaction.abort();
  } catch {
    // it was over already: then it has failed by itself, and what failed is thrown
  }
}

/**
 * Return what a request comes to.
 *
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Take the database away, with all that is in it.
 *
 * @returns {Promise<void>}
 */
export function deleteDatabase() {
  return new Promise((resolve, reject) => {
    const asked = indexedDB.deleteDatabase(NAME);
    asked.onsuccess = () => resolve();
    asked.onerror = () => reject(asked.error);
  });
}
