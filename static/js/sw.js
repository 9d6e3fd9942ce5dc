// The service worker: pages open without a network when they are the house's own (built files, /offline, /help) or when the
// server said that this device may keep them (Kept-On-Device: a session under way, help with one's plan; those in the pocket
// before they are needed, player/filling.js). Nothing else is kept; what is someone's own goes when the server says so no more,
// and when they sign out. KEPT is the build's list of files.

import { flush } from "./outbox.js"

const HOUSE = `kaya-house-${digest(KEPT.join())}`
const OWN = "kaya-own"
const WHOSE = "/whose" // in OWN: who is signed in here, as their page said (behaviours/connection.js); it goes with the rest
const NAMED = "/kept" // in OWN: which pages are fetched before they are needed (player/filling.js)
const MARK = "Kept-On-Device" // names whom a page is for
const PAGES = ["/offline", "/help"]
const FRESH = 6 * 60 * 60 * 1000 // ms after which the public pages are fetched anew
const MOST = 30 // of someone's own pages, the newest; what was named stays
const POCKET = "/practice/sessions/pocket/"
const ZONE = encodeURIComponent(Intl.DateTimeFormat().resolvedOptions().timeZone ?? "")
const LANGUAGE = "/language" // where it is noted; no page
const GONE = [404, 410]
const PATIENCE = 4000 // ms until help is shown as it was kept

self.addEventListener("install", (event) => event.waitUntil(furnish().then(() => self.skipWaiting())))
self.addEventListener("activate", (event) => event.waitUntil(tidy().then(() => self.clients.claim())))
self.addEventListener("sync", (event) => event.tag === "outbox" && event.waitUntil(flush()))
self.addEventListener("message", (event) => event.data?.claim && event.waitUntil(self.clients.claim()))
self.addEventListener("message", (event) => event.data?.language && event.waitUntil(speak(event.data.language)))

self.addEventListener("fetch", (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.method === "POST" && pathname === "/logout") event.respondWith(leave(request))
  if (request.method !== "GET") return
  if (pathname.startsWith("/static/dist/")) event.respondWith(file(request))
  else if (request.mode === "navigate") event.respondWith(pageFor(event, pathname))
})

async function furnish() {
  const house = await caches.open(HOUSE)
  await house.addAll(KEPT)
  await keepPages(house)
}

/** As they are for nobody: without cookies, but for somebody here, so that help knows its country, and speaks as they do. */
async function keepPages(house) {
  const language = await spoken(house)
  const headers = language ? { "Accept-Language": language } : {}
  for (const path of PAGES) {
    const answer = await fetch(`${path}?zone=${ZONE}`, { credentials: "omit", cache: "no-store", headers })
    if (answer.ok) await house.put(path, answer)
  }
}

/** A member's page says what they speak: it may be another language than the browser's, and no secret. */
async function speak(language) {
  const house = await caches.open(HOUSE)
  if ((await spoken(house)) === language) return
  await house.put(LANGUAGE, new Response(language))
  const words = await (await house.match("/offline"))?.text()
  if (!words?.includes(` lang="${language}"`)) await keepPages(house)
}

const spoken = async (house) => ((await house.match(LANGUAGE)) ?? (await caches.match(LANGUAGE)))?.text()

/** The house before this one stays too: a page that is still open may ask for parts of it. */
async function tidy() {
  const houses = (await caches.keys()).filter((name) => name.startsWith("kaya-house-"))
  for (const name of houses.slice(0, -2)) if (name !== HOUSE) await caches.delete(name)
}

const file = async (request) => (await caches.match(request)) ?? fetch(request)

async function pageFor(event, pathname) {
  const asked = visit(event.request)
  event.waitUntil(asked.catch(() => {})) // what comes late still says what may be kept
  try {
    const answer = await (pathname === "/help" ? Promise.race([asked, late(PATIENCE)]) : asked)
    event.waitUntil(renew().catch(() => {}))
    return answer
  } catch {
    return (await kept(event.request, pathname)) ?? Response.error()
  }
}

/**
 * From the network; kept where the server said so, and forgotten where it no longer does. What was asked for as somebody who has
 * left meanwhile is shown to nobody: it is asked for anew.
 */
async function visit(request) {
  const [before, answer] = await Promise.all([whose(), fetch(request)])
  if (before && (await whose()) !== before) return visit(request)
  const isThere = answer.ok && !answer.redirected
  if (isThere && answer.headers.has(MARK)) await keep(request, answer.clone())
  else if (isThere || GONE.includes(answer.status)) await forget(request)
  return answer
}

const whose = async () => (await caches.match(WHOSE, { cacheName: OWN }))?.text()

/** Only for whoever is signed in. Once they leave it is put where nobody looks: `own` is gone then, and another in its place. */
async function keep(request, answer) {
  const own = await caches.open(OWN)
  if (!(await isFor(own, answer))) return
  await own.put(request.url, answer)
  const { pages = [] } = (await (await own.match(NAMED))?.json()) ?? {}
  const stays = new Set([WHOSE, NAMED, ...pages.map(({ path }) => path)].map((path) => location.origin + path))
  const others = (await own.keys()).filter(({ url }) => !stays.has(url))
  for (const older of others.slice(0, -MOST)) await own.delete(older)
}

const isFor = async (own, page) => page.headers.get(MARK) === (await (await own.match(WHOSE))?.text())

/** However it was asked for: /help?country=PT is /help. */
async function forget(request) {
  const own = await caches.open(OWN)
  await own.delete(request.url, { ignoreSearch: true, ignoreVary: true })
}

const late = (patience) => new Promise((_, reject) => setTimeout(() => reject(new Error("late")), patience))

/** One's own copy, else the house's, else the page that says that there is no network. It is marked as kept. */
async function kept(request, pathname) {
  const own = await caches.open(OWN)
  const house = await caches.open(HOUSE)
  const mine = await own.match(request.url)
  const found = mine && (await isFor(own, mine)) ? mine : await house.match(pathname)
  const pocketed = found ? undefined : await inPocket(own, new URL(request.url))
  return pocketed ? Response.redirect(pocketed) : marked(found ?? (await house.match("/offline")))
}

async function marked(found) {
  if (!found) return undefined
  const words = (await found.text()).replace("<html ", `<html data-kept="${found.headers.get("Date") ?? ""}" `)
  return new Response(words, { status: found.status, headers: found.headers })
}

/** Where the page of a session would be asked for, what lies here of that session begins. */
async function inPocket(own, { pathname, searchParams }) {
  const [, room, slug, ...more] = pathname.split("/")
  const wanted = pathname === "/practice/sessions/new" ? searchParams.get("practice") : more.length ? "" : slug
  if (room !== "practice" || !wanted) return undefined
  return (await own.keys()).find(({ url }) => new URL(url).pathname === POCKET + wanted)?.url
}

async function renew() {
  const house = await caches.open(HOUSE)
  const before = Date.parse((await house.match("/help"))?.headers.get("Date") ?? 0)
  if (Date.now() - before > FRESH) await keepPages(house)
}

/** What is one's own goes with signing out. Where that is not reached, or refused, one is signed in still: see signing-out.js. */
async function leave(request) {
  const answer = await fetch(request).catch(() => undefined)
  if (!answer) return Response.redirect("/today", 303)
  if (answer.ok || answer.type === "opaqueredirect") await caches.delete(OWN)
  return answer
}

function digest(words) {
  let sum = 5381
  for (const sign of words) sum = (Math.imul(sum, 33) ^ sign.charCodeAt(0)) >>> 0
  return sum.toString(36)
}
