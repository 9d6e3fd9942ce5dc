// Leaving at once: [data-quick-exit], or Escape three times within a second and a half, on any page. The page that is left
// is replaced in the history by the neutral one that the link names, and its words are gone before the network answers. Those
// before it stay in the history: first.js goes out again when “back” would show one.

const SOON = 1500 // ms
const TIMES = 3
const presses = []

const way = () => document.querySelector("a[data-quick-exit]")

function leave(href) {
  document.documentElement.replaceChildren()
  try {
    sessionStorage.setItem("left", href) // of this tab alone
  } catch {
    // A browser that keeps nothing.
  }
  location.replace(href)
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-quick-exit]")
  if (!link || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  leave(link.href)
})

document.addEventListener(
  "keydown",
  ({ key, timeStamp }) => {
    if (key !== "Escape") return presses.splice(0)
    presses.push(timeStamp)
    const [first] = presses.slice(-TIMES)
    if (presses.length >= TIMES && timeStamp - first < SOON && way()) leave(way().href)
  },
  { capture: true },
)
