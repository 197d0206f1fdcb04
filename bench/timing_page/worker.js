/** Runs the product's Worker, and adds to each of its messages when it was sent. */
const send = postMessage.bind(globalThis);
globalThis.postMessage = (alarm) => send({ alarm, at: performance.timeOrigin + performance.now() });
importScripts(location.search.slice(1));
