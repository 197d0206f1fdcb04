/** What the server writes before the service worker: a digest of all assets, and their addresses. */
declare const VERSION: string;
declare const ASSETS: string[];
