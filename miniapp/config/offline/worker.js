/* global self, caches, build */
/**
 * Keeps the program on the phone, so that it opens without a network, also pages never opened before. `build` is written
 * before this by offlinePlugin: its name, and every file of it. What the API says is never kept here.
 */
const prefix = 'nuanlin-page-';
const own = prefix + build.name;
const page = '/';
/** A network that does not answer in this time is none. */
const patienceMs = 4000;
const noNetwork = () => new Error('no network');

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(own)
      .then((kept) => kept.addAll(build.files))
      .then(() => self.skipWaiting()),
  );
});

/** A page that is open goes on with the build it came from: the one before this stays as well. */
self.addEventListener('activate', (event) => {
  const forget = (names) => {
    const others = names.filter((name) => name.startsWith(prefix) && name !== own);
    return Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  };
  event.waitUntil(
    caches
      .keys()
      .then(forget)
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === page && request.mode === 'navigate') event.respondWith(newest(request));
  else if (build.files.includes(pathname) || hasHash(pathname)) event.respondWith(kept(request));
});

/** Names with a hash in them: the same name is the same file. Also those of the build before. */
const hasHash = (pathname) => /^\/(js|chunk|css|static)\/.+\.[0-9a-f]{8}\.\w+$/.test(pathname);

async function kept(request) {
  return (await caches.match(request, { ignoreSearch: true })) || fetch(request);
}

/** With a network always the newest page; without one the page of this build. */
async function newest(request) {
  const store = await caches.open(own);
  const late = new Promise((_, refuse) => setTimeout(() => refuse(noNetwork()), patienceMs));
  try {
    const answer = await Promise.race([fetch(request), late]);
    if (answer.ok) return answer;
    throw noNetwork();
  } catch (failed) {
    const page = await store.match('/');
    if (page) return page;
    throw failed;
  }
}
