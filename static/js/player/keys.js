// The keyboard: space pauses and goes on, arrows lead from step to step, Escape leaves, M is the sound, T
// tells the time left. Keys belong to whatever has the focus first, and can be turned off altogether.

const ARROWS = { ArrowRight: 1, ArrowLeft: -1 }
const TAKES_SPACE = "a, button, input, select, textarea, summary, [contenteditable]"
const TAKES_ARROWS = "input, select, textarea, [contenteditable]"
const TAKES_LETTERS = "input:not([type=radio], [type=checkbox], [type=range]), select, textarea, [contenteditable]"
const OPEN = "dialog[open], :popover-open"

/** @param {{toggle, leap, leave, mute, tell}} acts  @param {() => boolean} listens  @returns what ends it */
export function keys(acts, listens) {
  function pressed(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !listens()) return
    const act = meant(event)
    if (!act) return
    event.preventDefault()
    act()
  }

  function meant({ key, target }) {
    if (document.querySelector(OPEN)) return undefined
    if (key === "Escape") return acts.leave
    if (key === " ") return target.closest(TAKES_SPACE) ? undefined : acts.toggle
    if (key in ARROWS && !target.closest(TAKES_ARROWS)) return () => acts.leap(ARROWS[key] * way())
    return target.closest(TAKES_LETTERS) ? undefined : { m: acts.mute, t: acts.tell }[key.toLowerCase()]
  }

  document.addEventListener("keydown", pressed)
  return () => document.removeEventListener("keydown", pressed)
}

/** Forward is to the left where one reads from right to left. */
const way = () => (document.dir === "rtl" ? -1 : 1)
