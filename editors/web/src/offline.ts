// Keeps the files of the page in the browser, so that it opens without a network. It runs apart from the page, and only where the page
// is served from a folder.

/** All files of this build, by names that change with what is in them, and what they are called together. */
declare const FILES: string[];
declare const BUILD: string;

interface OfflineScope {
  registration: { scope: string };
  addEventListener(type: "install" | "activate", heard: (event: { waitUntil(work: Promise<unknown>): void }) => void): void;
  addEventListener(type: "fetch", heard: (event: { request: Request; respondWith(answer: Promise<Response>): void }) => void): void;
}
const scope = self as unknown as OfflineScope;
const PREFIX = "rapporteur-";
const NAME = PREFIX + BUILD;

scope.addEventListener("install", (event) => event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES))));

// An older build is kept as long as a page of it is open: only then does this one take over.
scope.addEventListener("activate", (event) =>
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX) && name !== NAME).map((name) => caches.delete(name))))),
);

scope.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(answer(event.request));
});

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(NAME);
  const page = request.mode === "navigate" && request.url.replace(/[?#].*$/, "") === scope.registration.scope;
  return (await cache.match(page ? "index.html" : request, { ignoreSearch: true })) ?? fetch(request);
}
