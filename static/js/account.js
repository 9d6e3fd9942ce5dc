// Whose this page is: said once, when it opens, and true until it is left. Once somebody else has signed in on this device, or its
// own reader has signed out, nothing that stands here is for whoever looks at it: it goes, unsent, and the page opens anew.

const { document, localStorage } = globalThis
const isKept = document?.documentElement.hasAttribute("data-kept")
const now = () => localStorage?.getItem("account") ?? ""

/** Whoever the page is for; on a page for nobody that came from this device, whoever was here last. "" is nobody. */
export const account = document?.querySelector("meta[name=account]")?.content || (isKept ? now() : "")

/** True once it is somebody else's turn: nothing of this page is sent any more. */
export let isOver = false

function look() {
  if (!account || now() === account) return
  isOver = true
  document.documentElement.replaceChildren()
  location.replace(location.pathname + location.search)
}

if (document) {
  addEventListener("storage", ({ key }) => key === "account" && look())
  // A page that the browser held ready for “back” hears of nothing meanwhile; who left at once is out again already (first.js).
  addEventListener("pageshow", ({ persisted }) => persisted && !sessionStorage.getItem("left") && look())
}
