// <device-day>: the day that this device has without a network. It greets by its own clock (data-greetings: until which hour one
// says which words), stands where one wanted to go (data-answers: the addresses that a section is the answer to; whoever wanted
// a page below or near them, data-near, finds it first, and is told that the page itself is not here), and makes way for the real page once the
// server answers; who has begun something is offered that page instead.

const A_MOMENT = 20_000 // ms between looks whether the server is back
const A_MINUTE = 60_000
const SILENCE = 8000 // ms until a server that says nothing counts as none
const DAWN = 5.5 // hours at the two ends of the arc, as Today draws it
const DUSK = 23.5
const EDGE = 0.08
const LIGHT = { from: 6, until: 22 }

class DeviceDay extends HTMLElement {
  connectedCallback() {
    this.isAsked = this.#bringForward()
    this.#tell()
    this.ticking = setInterval(() => this.#tell(), A_MINUTE)
    if (!document.documentElement.hasAttribute("data-kept")) return
    this.looking = setInterval(this.#look, A_MOMENT)
    addEventListener("online", this.#look)
    addEventListener("beforeunload", this.#leave)
    document.addEventListener("visibilitychange", this.#look)
  }

  disconnectedCallback() {
    for (const timer of [this.ticking, this.looking]) clearInterval(timer)
    removeEventListener("online", this.#look)
    removeEventListener("beforeunload", this.#leave)
    document.removeEventListener("visibilitychange", this.#look)
  }

  /** The section that was asked for comes first. Is this page an answer to what was asked for at all? */
  #bringForward() {
    const { pathname } = location
    const place = [...document.querySelectorAll(".places__link")].find((link) => isWithin(pathname, link.pathname))
    place?.setAttribute("aria-current", "page")
    if (["/", "/today", "/offline"].includes(pathname)) return true
    const asked = [...this.querySelectorAll("[data-answers]")].find(({ dataset }) =>
      `${dataset.answers} ${dataset.near ?? ""}`.split(" ").some((path) => path && isWithin(pathname, path)),
    )
    asked?.parentElement.prepend(asked)
    asked?.parentElement.parentElement.prepend(asked.parentElement)
    asked?.querySelector("details")?.setAttribute("open", "")
    return Boolean(asked?.dataset.answers.split(" ").includes(pathname))
  }

  #tell() {
    const now = new Date()
    const hour = now.getHours() + now.getMinutes() / 60
    const [, greeting] = JSON.parse(this.dataset.greetings).find(([until]) => hour < until)
    const isHere = document.documentElement.hasAttribute("data-someone")
    if (this.isAsked && isHere) this.querySelector("h1").textContent = greeting
    const day = this.querySelector("time")
    day.textContent = now.toLocaleDateString(OURS, DAY)
    for (const lede of this.querySelectorAll("[data-lede]"))
      lede.hidden = lede.dataset.lede !== (isHere ? (this.isAsked ? "day" : "elsewhere") : "nobody")
    this.#rise(Math.min(1 - EDGE, Math.max(EDGE, (hour - DAWN) / (DUSK - DAWN))))
    this.querySelector(".daylight__sun").classList.toggle(
      "daylight__sun--moon",
      hour < LIGHT.from || hour >= LIGHT.until,
    )
    this.dataset.ready = ""
  }

  /** The sun stands on the line that is drawn. */
  #rise(along) {
    const line = this.querySelector(".daylight__line")
    const length = line.getTotalLength()
    let [low, high] = [0, length]
    for (let round = 0; round < 20; round++) {
      const middle = (low + high) / 2
      if (line.getPointAtLength(middle).x < along * 100) low = middle
      else high = middle
    }
    const sun = this.querySelector(".daylight__sun")
    sun.style.setProperty("--at", along.toFixed(3))
    sun.style.setProperty("--up", (1 - line.getPointAtLength(low).y / 100).toFixed(3))
  }

  #look = async () => {
    if (document.hidden || this.isAsking) return
    this.isAsking = true
    const signal = AbortSignal.timeout(SILENCE)
    const answer = await fetch("/outbox", { cache: "no-store", signal }).catch(() => undefined)
    if (answer?.ok) await this.#makeWay()
    this.isAsking = false
  }

  async #makeWay() {
    const { flush } = await import("../outbox.js")
    await flush().catch(() => {})
    if (this.isLeaving) return // whoever is on the way elsewhere is not called back
    if (!this.#isBegun()) return location.reload()
    this.querySelector("[data-lede]:not([hidden])")?.setAttribute("hidden", "")
    this.querySelector(".device-day__back").hidden = false
  }

  #leave = () => {
    this.isLeaving = true
    setTimeout(() => (this.isLeaving = false), A_MOMENT) // it may have been a file
  }

  #isBegun() {
    return [...this.querySelectorAll("textarea, input:not([type=hidden], [type=range])")].some((field) =>
      field.type === "radio" ? field.checked : field.value !== field.defaultValue,
    )
  }
}

const { lang } = document.documentElement
const OURS = lang === "en" ? "en-GB" : lang // as the house writes its days
const DAY = { weekday: "long", day: "numeric", month: "long" }
const isWithin = (pathname, path) => pathname === path || pathname.startsWith(`${path}/`)

customElements.define("device-day", DeviceDay)
