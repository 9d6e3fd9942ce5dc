// <live-region topic key version hx-get hx-trigger="stale" hx-swap="outerMorph">: part of a page that keeps itself fresh.
// It fires `stale` on itself when a nudge, or the acknowledgement of its subscription, names a newer version than it shows;
// and, where what it says depends on the hour, once it is older than `good-for` minutes, though the device slept meanwhile.

import { catchUp, reconnect, subscribe } from "../socket.js"

const JITTER = 300 // ms, so that a hundred open pages do not ask in the same instant
const PAUSE = 1000 // ms between two fetches
const PATIENCE = 5000 // ms until a fetch that brought nothing newer is tried again, then twice that, and so on
const MOST = 60_000
const A_MINUTE = 60_000

class LiveRegion extends HTMLElement {
  static observedAttributes = ["good-for"]

  #newest = 0
  #fetchedAt = -Infinity
  #since = Date.now()
  #tries = 0

  connectedCallback() {
    this.#newest = this.#shown
    const { topic, key } = { topic: this.getAttribute("topic"), key: this.getAttribute("key") }
    this.#unsubscribe = subscribe(topic, key, (news) => this.#hear(news))
    this.#event = this.getAttribute("event")
    if (this.#event) document.addEventListener(this.#event, this.#refresh)
    document.addEventListener("visibilitychange", this.#wake)
    window.addEventListener("online", this.#return)
    window.addEventListener("pageshow", this.#show)
    this.addEventListener("htmx:before:response", this.#weigh)
    this.#age()
  }

  /** What was brought may be good for another while. */
  attributeChangedCallback() {
    if (this.#unsubscribe) this.#age()
  }

  disconnectedCallback() {
    clearTimeout(this.#timer)
    clearTimeout(this.#ageing)
    this.#timer = undefined
    this.#unsubscribe()
    if (this.#event) document.removeEventListener(this.#event, this.#refresh)
    document.removeEventListener("visibilitychange", this.#wake)
    window.removeEventListener("online", this.#return)
    window.removeEventListener("pageshow", this.#show)
    this.removeEventListener("htmx:before:response", this.#weigh)
  }

  #timer
  #ageing
  #unsubscribe
  #event

  get #shown() {
    return Number(this.getAttribute("version") ?? 0)
  }

  #hear({ version, missed }) {
    if (version ? version <= this.#newest : !missed) return
    this.#newest = version
    this.#tries = 0
    this.#refresh()
  }

  #wake = () => {
    if (document.hidden) return
    if (!catchUp() || this.#newest > this.#shown) this.#refresh()
    this.#age()
  }

  #age = () => {
    clearTimeout(this.#ageing)
    const span = Number(this.getAttribute("good-for") ?? 0) * A_MINUTE
    if (!span) return
    const left = this.#since + span - Date.now()
    if (left <= 0) this.#refresh()
    this.#ageing = setTimeout(this.#age, left > 0 ? left : span)
  }

  // A page can be fetched before the connection is back, which may take a while.
  #return = () => {
    reconnect()
    this.#refresh()
  }

  #show = ({ persisted }) => persisted && this.#return()

  // Meanwhile another day was chosen, or a time held: what comes from the address before would undo it.
  #weigh = (event) => {
    const { pathname, search } = new URL(this.getAttribute("hx-get"), document.baseURI)
    if (event.target !== this || event.detail.ctx.request.action === pathname + search) return
    event.preventDefault()
    this.#refresh()
  }

  #refresh = () => this.#fetchIn(Math.max(Math.random() * JITTER, this.#fetchedAt + PAUSE - performance.now()))

  #fetchIn(delay) {
    if (this.#timer || document.hidden) return
    this.#timer = setTimeout(() => this.#fetch(), delay)
  }

  #fetch() {
    this.#timer = undefined
    if (document.hidden) return
    this.#fetchedAt = performance.now()
    this.#since = Date.now()
    this.dispatchEvent(new CustomEvent("stale"))
    setTimeout(
      () => this.#newest > this.#shown && this.isConnected && this.#fetchIn(0),
      Math.min(PATIENCE * 2 ** this.#tries++, MOST),
    )
  }
}

customElements.define("live-region", LiveRegion)
