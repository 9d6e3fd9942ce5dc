// <kept-sessions>: what of practice this device keeps, by the titles of the pages that are kept: sessions under way, those in the
// pocket with what they are for, and rooms to breathe in. Its template is one line of the list: a link, and [data-note] whose
// data-begun says that it was begun.

import { placeOf } from "../player/pocket.js"

const POCKET = "/practice/sessions/pocket/"
const PAGES = [/^\/practice\/sessions\/[\da-f-]{36}$/, /^\/practice\/sessions\/pocket\//, /^\/practice\/rooms\/[^/]+$/]
const PURPOSES = ["program", "today", "calm", "sleep", "ground"]
const rank = ({ url }) => PURPOSES.indexOf(new URL(url).searchParams.get("to"))

const { lang } = document.documentElement
const minutes = new Intl.NumberFormat(lang, {
  style: "unit",
  unit: "minute",
  unitDisplay: "long",
  maximumFractionDigits: 0,
})

class KeptSessions extends HTMLElement {
  async connectedCallback() {
    if (!document.documentElement.hasAttribute("data-someone") || !globalThis.caches) return
    const own = await caches.open("kaya-own")
    const asked = (await own.keys()).reverse().sort((one, other) => rank(one) - rank(other))
    const kept = PAGES.flatMap((which) => asked.filter(({ url }) => which.test(new URL(url).pathname)))
    const lines = await Promise.all(kept.map(async (request) => this.line(request, await own.match(request))))
    this.querySelector("ul").replaceChildren(...lines.filter(Boolean))
    this.querySelector("[data-none]").hidden = lines.some(Boolean)
  }

  async line({ url }, page) {
    const { pathname, search } = new URL(url)
    const name = pathname.split("/").at(-1)
    const place = pathname.startsWith(POCKET) ? placeOf(name) : `practice.session.${name}`
    const where = JSON.parse(localStorage.getItem(place) ?? "null")
    if (where?.ended) return undefined
    const line = this.querySelector("template").content.firstElementChild.cloneNode(true)
    const words = new DOMParser().parseFromString(await page.text(), "text/html")
    const link = line.querySelector("a")
    link.href = pathname + search
    link.textContent = words.querySelector("h1")?.textContent ?? words.title
    const note = line.querySelector("[data-note]")
    const { length, purpose } = words.querySelector("[data-length]")?.dataset ?? {}
    const about = [purpose, length && minutes.format(length / 60)].filter(Boolean).join(" · ")
    note.textContent = where?.at ? note.dataset.begun : about
    return line
  }
}

customElements.define("kept-sessions", KeptSessions)
