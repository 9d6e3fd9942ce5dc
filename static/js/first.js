// Before anything is painted, on every page: one that was drawn for nobody, and is shown from this device, is in the reader's
// light and knows whether somebody was here; and whoever left at once in this tab (behaviours/quick-exit.js) is out again when
// the browser's “back” or “reload” would show what they left. No module: those wait until the page is there.
{
  const root = document.documentElement
  const show = (isShown) => (root.style.display = isShown ? "" : "none")

  const outAgain = () => {
    show(false)
    if (document.readyState === "loading") stop()
    location.replace(sessionStorage.getItem("left"))
  }
  const isOut = () => {
    try {
      return /^https?:/.test(sessionStorage.getItem("left") ?? "")
    } catch {
      return false // a browser that keeps nothing
    }
  }

  const [{ type = "navigate" } = {}] = performance.getEntriesByType("navigation")
  if (isOut()) type === "navigate" ? sessionStorage.removeItem("left") : outAgain() // opened anew, or shown once more

  // A page that the browser holds ready for “back” is hidden while it waits, and looks first.
  addEventListener("pagehide", ({ persisted }) => persisted && show(false))
  addEventListener("pageshow", ({ persisted }) => persisted && (isOut() ? outAgain() : show(true)))

  root.toggleAttribute("data-keeps-nothing", !("serviceWorker" in navigator)) // as over plain http on a network
  const theme = document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1]
  if (theme) root.dataset.theme = theme
  try {
    root.toggleAttribute("data-someone", Boolean(localStorage.getItem("account")))
  } catch {
    // Nobody, then.
  }
}
