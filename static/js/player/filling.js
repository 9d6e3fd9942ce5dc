// What this device keeps of its member's before they need it: the pages that /kept names, each again once its stamp is another.
// localStorage knows when it was asked for, and which stamps lie here: it goes, as the pages do, when they sign out.

import { account } from "../account.js"

const OWN = "kaya-own"
const NOTE = "pocket"
const NAMED = "/kept"
const FOR_ITSELF = [/^\/practice\/sessions\/pocket/, /^\/help$/] // what goes when it is named no more
// Whoever pays for what they load gets no session that they did not ask for; their plan, which they did ask for, they get.
const isSession = (path) => path.startsWith("/practice/")

/** One at a time over all tabs: what is asked for meanwhile is looked at after it, for its list may be too old to know of it. */
export const fill = () => navigator.locks.request(NOTE, look)

async function look() {
  const own = await caches.open(OWN) // once they sign out it is another one, and what is put into this one is nowhere
  if ((await (await own.match("/whose"))?.text()) !== account) return
  const lay = await own.keys()
  const answer = await fetch(NAMED)
  if (!answer.ok || answer.redirected) return
  await own.put(NAMED, answer.clone())
  const { pages } = await answer.json()
  const { stamps: before = {} } = JSON.parse(localStorage.getItem(NOTE)) ?? {}
  const stamps = {}
  const wanted = pages.filter(({ path }) => !(isSession(path) && navigator.connection?.saveData))
  for (const { path, stamp } of wanted) if (await isHere(own, path, before[path] === stamp)) stamps[path] = stamp
  await letGo(own, lay, pages)
  await note(own, wanted, stamps)
}

async function isHere(own, path, isCurrent) {
  if (isCurrent && (await own.match(path))) return true
  const page = await fetch(path).catch(() => undefined)
  if (!page?.ok || page.redirected || page.headers.get("Kept-On-Device") !== account) return false
  await own.put(path, page)
  return true
}

/** Of what lay here before it was asked: what came since may be newer than the list. */
async function letGo(own, lay, pages) {
  const named = new Set(pages.map(({ path }) => path))
  for (const request of lay) {
    const { pathname, search } = new URL(request.url)
    const isOurs = FOR_ITSELF.some((which) => which.test(pathname))
    if (isOurs && !named.has(pathname + search) && !named.has(pathname)) await own.delete(request)
  }
}

async function note(own, wanted, stamps) {
  const there = await Promise.all(wanted.map(({ path }) => stamps[path] && own.match(path)))
  if ((localStorage.getItem("account") ?? "") !== account) return // they signed out meanwhile
  localStorage.setItem(NOTE, JSON.stringify({ asked: there.every(Boolean) ? Date.now() : 0, stamps }))
}
