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
}

// What a page for nobody offers only to whoever was here last.
for (const part of document.querySelectorAll("[data-for-account]")) part.hidden = !localStorage.getItem("account")

// After the page: its own files come first.
if ("serviceWorker" in navigator) {
  const { serviceWorker } = navigator
  const begin = () => serviceWorker.register("/sw.js").catch(() => {})
  // A page that opened while the worker was getting ready is not its own yet.
  serviceWorker.ready.then(({ active }) => serviceWorker.controller ?? active.postMessage({ claim: true }))
  if (document.readyState === "complete") begin()
  else addEventListener("load", begin)
}

// "Kept on this device" and its like: said once for each thing, in the reader's words; of what is quiet, nothing.
for (const state of ["kept", "refused"]) {
  document.addEventListener(`outbox:${state}`, ({ detail }) => {
    if (detail.kind !== "quiet") document.dispatchEvent(new CustomEvent("notice", { detail: { template: state } }))
  })
}
