// What this device keeps of its member's before they need it: the pages that /kept names, each again once its stamp is another.
// localStorage knows when it was asked for, and which stamps lie here: it goes, as the pages do, when they sign out.

import { account } from "../account.js"

const OWN = "kaya-own"
const NOTE = "pocket"
const FOR_ITSELF = [/^\/practice\/sessions\/pocket/, /^\/help$/] // what goes when it is named no more
// Whoever pays for what they load gets no session that they did not ask for; their plan, which they did ask for, they get.
const isSession = (path) => path.startsWith("/practice/")

export async function fill() {
  const answer = await fetch("/kept")
  if (!answer.ok || answer.redirected) return
  const { pages } = await answer.json()
  const own = await caches.open(OWN)
  const { stamps: before = {} } = JSON.parse(localStorage.getItem(NOTE)) ?? {}
  const stamps = {}
  const wanted = pages.filter(({ path }) => !(isSession(path) && navigator.connection?.saveData))
  for (const { path, stamp } of wanted) if (await isHere(own, path, before[path] === stamp)) stamps[path] = stamp
  await letGo(own, pages)
  const isWhole = wanted.every(({ path }) => stamps[path])
  localStorage.setItem(NOTE, JSON.stringify({ asked: isWhole ? Date.now() : 0, stamps }))
  if ((localStorage.getItem("account") ?? "") !== account) await forget()
}

async function isHere(own, path, isCurrent) {
  if (isCurrent && (await own.match(path))) return true
  const page = await fetch(path).catch(() => undefined)
  if (!page?.ok || page.redirected || !page.headers.has("Kept-On-Device")) return false
  await own.put(path, page)
  return true
}

async function letGo(own, pages) {
  const named = new Set(pages.map(({ path }) => path))
  for (const request of await own.keys()) {
    const { pathname, search } = new URL(request.url)
    const isOurs = FOR_ITSELF.some((which) => which.test(pathname))
    if (isOurs && !named.has(pathname + search) && !named.has(pathname)) await own.delete(request)
  }
}

/** They signed out meanwhile. */
async function forget() {
  localStorage.removeItem(NOTE)
  await caches.delete(OWN)
}
