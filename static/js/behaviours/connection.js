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
  localStorage.removeItem("pocket")
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

// What a member may want without a network is fetched before it is needed, while the page has nothing else to do.
const A_WHILE = 3 * 60 * 60 * 1000 // ms between two looks at what that is
const isLongAgo = () => Date.now() - (JSON.parse(localStorage.getItem("pocket"))?.asked ?? 0) > A_WHILE
const fill = () => import("../player/filling.js").then((pocket) => pocket.fill()).catch(() => {})
const atLeisure = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2000))

if (account && !isKept) {
  navigator.serviceWorker?.ready.then(() => isLongAgo() && atLeisure(fill))
  navigator.serviceWorker?.ready.then(({ active }) => active.postMessage({ language: document.documentElement.lang }))
  document.addEventListener("device:keeps", fill)
}

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
