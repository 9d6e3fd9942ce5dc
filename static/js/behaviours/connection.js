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
if (!isKept && (localStorage.getItem("account") ?? "") !== account) {
  localStorage.setItem("account", account)
  globalThis.caches?.delete("kaya-own")
  for (const place of Object.keys(localStorage))
    if (place.startsWith("practice.session.")) localStorage.removeItem(place)
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

// A session lies in the pocket, for when there is no network; each day's anew, as its files are the house's of that day.
const POCKET = "/practice/sessions/pocket"
const A_DAY = 86_400_000

async function fillPocket() {
  const own = await caches.open("kaya-own")
  const there = await own.match(POCKET)
  if (Date.now() - Date.parse(there?.headers.get("Date") ?? 0) > A_DAY) await own.add(POCKET)
}

if (account && !isKept) navigator.serviceWorker?.ready.then(fillPocket).catch(() => {})

// "Kept on this device" and its like: said once for each thing, in the reader's words; of what is quiet, nothing.
// The first goes when nothing of what it speaks of waits any longer.
const onDevice = new Set()
for (const state of ["kept", "sent", "refused"]) {
  document.addEventListener(`outbox:${state}`, ({ detail }) => {
    onDevice[state === "kept" ? "add" : "delete"](detail.slot || detail.id)
    if (!onDevice.size) document.querySelector("#notices [data-about=kept]")?.remove()
    if (detail.kind !== "quiet" && state !== "sent")
      document.dispatchEvent(new CustomEvent("notice", { detail: { template: state } }))
  })
}
