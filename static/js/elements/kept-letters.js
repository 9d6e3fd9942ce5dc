// <kept-letters>: what waits in this browser's outbox for whoever is signed in, and what was refused: what it is, when it was
// written, its words; of what goes out by itself beside them, nothing. Its template is one line of the list: [data-what], that
// says what each may be, [data-words], [data-when], [data-why] whose data-refused says what else it may be, and the buttons
// [data-again] and [data-forget]; its data-hours, 12 or 24, is how its reader writes times. What is of one session is one line.

import { again, flush, forget, waiting, wake, wordsOf } from "../outbox.js"

const { lang } = document.documentElement
const OURS = lang === "en" ? "en-GB" : lang // as the house writes its times
const WHEN = { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" }
const EVENTS = ["outbox:kept", "outbox:sent", "outbox:refused"]
const SESSION = /^\/practice\/sessions(?:\/([^/]+))?/
const KINDS = [
  ["mood", /^\/mood$/],
  ["sheet", /^\/mood\/questionnaires/],
  ["thanks", /^\/journal\/gratitude/],
  ["page", /^\/journal/],
  ["plan", /^\/help\/plan/],
  ["session", SESSION],
]

class KeptLetters extends HTMLElement {
  connectedCallback() {
    for (const name of EVENTS) document.addEventListener(name, this.show)
    this.show()
  }

  disconnectedCallback() {
    for (const name of EVENTS) document.removeEventListener(name, this.show)
  }

  show = async () => {
    const letters = (await waiting()).filter(({ kind, refused }) => kind !== "quiet" || refused)
    const bundles = Object.values(Object.groupBy(letters, bundleOf))
    this.querySelector("ul").replaceChildren(...bundles.map((each) => this.line(each)))
    this.hidden = !letters.length
  }

  line(letters) {
    const line = this.querySelector("template").content.firstElementChild.cloneNode(true)
    const part = (name) => line.querySelector(`[data-${name}]`)
    const { dataset } = part("what")
    const title = letters.map(titleOf).find(Boolean)
    const kind = kindOf(letters[0])
    part("what").textContent = title ? dataset.titled.replace("%s", title) : (dataset[kind] ?? dataset.other)
    const words = letters.filter((letter) => !isOfItself(letter)).map(wordsOf)
    part("words").textContent = words.filter(Boolean).join("\n")
    part("words").hidden = !part("words").textContent
    part("when").textContent = new Date(letters[0].at).toLocaleString(OURS, { ...WHEN, ...this.#hours })
    const isRefused = letters.some(({ refused }) => refused)
    if (isRefused) part("why").textContent = part("why").dataset.refused
    part("again").hidden = !isRefused
    part("again").addEventListener("click", (event) => this.#again(letters, event.target))
    part("forget").addEventListener("click", () => eachOf(letters, forget).then(this.show))
    return line
  }

  /** Once more, the first first; whatever becomes of it is shown. */
  async #again(letters, button) {
    button.disabled = true
    await eachOf(letters, again)
    await flush().catch(wake)
    await this.show()
    this.querySelector("[data-again]:not([hidden])")?.focus()
  }

  get #hours() {
    const { hours } = this.querySelector("template").dataset
    return hours ? { hour12: hours === "12" } : {}
  }
}

async function eachOf(letters, act) {
  for (const { id } of letters) await act(id)
}

const kindOf = ({ path }) => KINDS.find(([, pattern]) => pattern.test(path))?.[0]
const bundleOf = (letter) => `${Boolean(letter.refused)} ${sessionOf(letter) ?? letter.n}`
const fieldsOf = ({ pairs }) => Object.fromEntries(pairs)

/** Its id, of all that a session says: that it began, how far it came, how it was. */
function sessionOf(letter) {
  const found = SESSION.exec(letter.path)
  return found && (found[1] ?? fieldsOf(letter).id)
}

/** What the player says by itself carries the session's title; its figures are nobody's words. */
const isOfItself = ({ path, kind, pairs, said }) =>
  SESSION.test(path) && (kind === "quiet" || !(said || pairs.some(([name]) => name === "notes")))
const titleOf = (letter) => (isOfItself(letter) ? letter.said || slugWords(fieldsOf(letter).practice) : "")
const slugWords = (slug = "") => slug.replaceAll("-", " ").replace(/^./, (first) => first.toUpperCase())

customElements.define("kept-letters", KeptLetters)
