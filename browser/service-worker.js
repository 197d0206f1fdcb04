// @ts-check
/**
 * Lissom with no server for a while: what was opened once opens again.
 *
 * The server writes two lines before this: VERSION, a digest of all assets, and ASSETS, their addresses.
 * Assets come from a copy; their address names the version, so that nothing is swapped under a running
 * session. Pages and data come from the server where it answers soon, else as they last came. Nothing that
 * is posted passes here. No rule about sessions stands here.
 *
 * Two people may open their records at this address one after the other. Copies of pages are of one record:
 * every answer says whose it is, and where that is another than before, the copies go.
 *
 * A newer worker takes this one's place when no page is open any more, and never asks for it sooner: a page
 * that is asked for just then may be waited for in vain (docs/decisions/0029).
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const OURS = `lissom-assets-${VERSION}`;
const PAGES = "lissom-pages";
const SOON_MS = 2_000;
const WHOSE_MS = 1_000; // a server that has much to do says at least whose it is
const WHOSE = "/api/journal.json"; // never kept; under its address stands whose the copies are
const HEADER = "Lissom-Journal";

const SHELL = ["/offline/", "/", "/play/", "/ready/", "/contact/"];
const DATA = ["/api/words.json", "/api/figures.json"]; // the pack is kept with what happened
const NEVER_KEPT = ["/settings/", "/ready/health/", "/downloads/", "/calendar"];
const ONE_FOR_ALL = ["/play/", "/contact/"]; // pages of which one is as good as another, whatever is asked

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("fetch", (event) => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== worker.location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event));
  else if (pathname.startsWith("/static/")) event.respondWith(asset(event));
  else if (DATA.includes(pathname)) event.respondWith(fresh(event));
});

async function install() {
  const assets = await caches.open(OURS);
  await assets.addAll(ASSETS);
  await fetchShell();
}

const fetchShell = () => Promise.all([...SHELL, ...DATA].map(fetchAndKeep));

async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith("lissom-assets-") && name !== OURS);
  await Promise.all(others.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/**
 * A page: as the server has it now, else as it was, else a page that says that it cannot be had.
 *
 * @param {FetchEvent} event
 */
async function page(event) {
  const { pathname } = new URL(event.request.url);
  const fetching = fetch(event.request).then(async (response) => {
    await noteWhose(response, event);
    if (isToKeep(response, pathname)) event.waitUntil(keep(event.request.url, response.clone()));
    return response;
  });
  return (await soon(fetching)) ?? (await earlierOfTheirs(event, pathname)) ?? orOffline(fetching);
}

/**
 * A page as it was, unless another's record is open now and its page is only slow to come.
 *
 * @param {FetchEvent} event @param {string} pathname
 */
async function earlierOfTheirs(event, pathname) {
  const answer = await soon(fetch(WHOSE), WHOSE_MS);
  return answer && (await noteWhose(answer, event)) ? undefined : earlier(event.request, pathname);
}

let noting = Promise.resolve(false);

/**
 * Note whose record an answer is of. Says whether it is another's than before: its copies take their place.
 *
 * @param {Response} response @param {ExtendableEvent} [event]
 */
async function noteWhose(response, event) {
  const journal = response.headers.get(HEADER);
  noting = noting.then(() => (journal ? noteJournal(journal) : false)).catch(() => false);
  const isOthers = await noting;
  if (isOthers) event?.waitUntil(fetchShell());
  return isOthers;
}

/** @param {string} journal */
async function noteJournal(journal) {
  const known = await (await (await caches.open(PAGES)).match(WHOSE))?.text();
  if (known === journal) return false;
  await caches.delete(PAGES);
  await (await caches.open(PAGES)).put(WHOSE, new Response(journal));
  return true;
}

/** Data: as the server has it now, else as it was. @param {FetchEvent} event */
async function fresh(event) {
  const fetching = fetch(event.request).then((response) => {
    if (response.ok) event.waitUntil(keep(event.request.url, response.clone()));
    return response;
  });
  return (await soon(fetching)) ?? (await kept(event.request)) ?? fetching;
}

/**
 * An asset, of whichever version the page is: a newer worker that still waits has kept its own already.
 *
 * @param {FetchEvent} event
 */
async function asset(event) {
  return (await caches.match(event.request)) ?? fetch(event.request);
}

/**
 * What is fetched, if it comes soon; else nothing, and it goes on for those who can wait.
 *
 * @param {Promise<Response>} fetching @returns {Promise<Response | undefined>}
 */
function soon(fetching, ms = SOON_MS) {
  const late = new Promise((resolve) => setTimeout(() => resolve(undefined), ms));
  return Promise.race([fetching.catch(() => undefined), late]);
}

/** @param {Request} request */
async function kept(request, pathname = "") {
  const pages = await caches.open(PAGES);
  return pages.match(request, { ignoreSearch: ONE_FOR_ALL.includes(pathname), ignoreVary: true });
}

/**
 * A page as it was, marked as such: `data-earlier` on its root lets it say so.
 *
 * @param {Request} request @param {string} pathname
 */
async function earlier(request, pathname) {
  const found = await kept(request, pathname);
  if (!found) return undefined;
  const text = (await found.text()).replace("<html ", "<html data-earlier ");
  return new Response(text, { status: found.status, headers: found.headers });
}

/** @param {Promise<Response>} fetching */
async function orOffline(fetching) {
  const pages = await caches.open(PAGES);
  return fetching.catch(async () => (await pages.match("/offline/")) ?? Response.error());
}

/** @param {Response} response @param {string} pathname */
function isToKeep(response, pathname) {
  return response.ok && !response.redirected && !NEVER_KEPT.some((start) => pathname.startsWith(start));
}

/**
 * Keep a page, or data. Where there is no room it was shown all the same, and what is there already is good.
 *
 * @param {string} address @param {Response} response
 */
async function keep(address, response) {
  try {
    await (await caches.open(PAGES)).put(address, response);
  } catch {
    // a full disk, or the server went away in the middle of it
  }
}

/** Fetch something for later. That it cannot be had now spoils nothing else. @param {string} address */
async function fetchAndKeep(address) {
  try {
    const response = await fetch(new Request(address, { cache: "no-cache", credentials: "same-origin" }));
    await noteWhose(response);
    if (isToKeep(response, address)) await keep(address, response);
  } catch {
    // the server went away just now; what is there already is good
  }
}
