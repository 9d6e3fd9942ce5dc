// Whether there is a network, in words; what this device keeps, and for whom; the worker that lets pages open without one.

const banner = document.getElementById("connection")
const account = document.querySelector("meta[name=account]")?.content ?? ""

function show() {
  banner.hidden = navigator.onLine
}

addEventListener("online", show)
addEventListener("offline", show)
show()

// A page for nobody may have come from this device itself: only what the server sent says that one has signed out.
const isKept = document.documentElement.hasAttribute("data-kept")
if (!isKept && (!account || localStorage.getItem("account") !== account)) {
  localStorage.setItem("account", account)
  localStorage.removeItem("pocket")
  for (const place of Object.keys(localStorage))
    if (place.startsWith("practice.session.")) localStorage.removeItem(place)
}
if (!isKept && !account) globalThis.caches?.delete("kaya-own") // each time: what came late may lie there again

/** What lies here is theirs alone: the worker keeps what is for whoever this names (sw.js). */
async function own() {
  const pages = await caches.open("kaya-own")
  if ((await (await pages.match("/whose"))?.text()) === account) return pages
  if ((await pages.keys()).length) await caches.delete("kaya-own")
  const mine = await caches.open("kaya-own")
  await mine.put("/whose", new Response(account))
  return mine
}

// What a page for nobody offers only to whoever was here last ([data-for-account], offline.css).
document.documentElement.toggleAttribute("data-someone", Boolean(localStorage.getItem("account")))

// After the page: its own files come first.
if ("serviceWorker" in navigator) {
  const { serviceWorker } = navigator
  const begin = () => serviceWorker.register("/sw.js").catch(() => {})
  // A page that opened while the worker was getting ready is not its own yet.
  serviceWorker.ready.then(({ active }) => serviceWorker.controller ?? active.postMessage({ claim: true }))
  if (document.readyState === "complete") begin()
  else addEventListener("load", begin)
}

// What a member may want without a network is fetched before it is needed, while the page has nothing else to do.
const A_WHILE = 3 * 60 * 60 * 1000 // ms between two looks at what that is
const fill = () => import("../player/filling.js").then((pocket) => pocket.fill()).catch(() => {})
const atLeisure = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2000))

async function isWanting(pages) {
  const { asked = 0, stamps = {} } = JSON.parse(localStorage.getItem("pocket")) ?? {}
  if (Date.now() - asked > A_WHILE) return true
  const there = await Promise.all(Object.keys(stamps).map((path) => pages.match(path)))
  return !there.every(Boolean)
}

if (account && !isKept && globalThis.caches) {
  const pages = own()
  pages.catch(() => {})
  navigator.serviceWorker?.ready.then(async () => (await isWanting(await pages)) && atLeisure(fill)).catch(() => {})
  navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ language: document.documentElement.lang }))
  document.addEventListener("device:keeps", () => pages.then(fill, () => {}))
}

// "Kept on this device" and its like: said once for each thing, in the reader's words; of what is quiet, nothing.
// The first goes when nothing of what it speaks of waits any longer; where another page wrote it, with the last (notices.js).
const onDevice = new Set()
for (const state of ["kept", "sent", "refused"]) {
  document.addEventListener(`outbox:${state}`, ({ detail }) => {
    onDevice[state === "kept" ? "add" : "delete"](detail.slot || detail.id)
    if (!onDevice.size) document.querySelector("#notices [data-about=kept]")?.remove()
    if (detail.kind !== "quiet" && state !== "sent")
      document.dispatchEvent(new CustomEvent("notice", { detail: { template: state } }))
  })
}
