// <kept-sessions>: what of practice this device keeps, by the titles of the pages that are kept: sessions under way, rooms
// to breathe in, and the one in the pocket last. Its template is one line of the list: a link, and [data-note] whose
// data-begun says that it was begun.

const PAGES = [/^\/practice\/sessions\/[\da-f-]{36}$/, /^\/practice\/rooms\/[^/]+$/, /^\/practice\/sessions\/pocket$/]

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
    const asked = (await own.keys()).reverse()
    const kept = PAGES.flatMap((which) => asked.filter(({ url }) => which.test(new URL(url).pathname)))
    const lines = await Promise.all(kept.map(async (request) => this.line(request, await own.match(request))))
    this.querySelector("ul").replaceChildren(...lines.filter(Boolean))
    this.querySelector("[data-none]").hidden = lines.some(Boolean)
  }

  async line({ url }, page) {
    const { pathname } = new URL(url)
    const where = JSON.parse(localStorage.getItem(`practice.session.${pathname.split("/").at(-1)}`) ?? "null")
    if (where?.ended) return undefined
    const line = this.querySelector("template").content.firstElementChild.cloneNode(true)
    const words = new DOMParser().parseFromString(await page.text(), "text/html")
    const link = line.querySelector("a")
    link.href = pathname
    link.textContent = words.querySelector("h1")?.textContent ?? words.title
    const note = line.querySelector("[data-note]")
    const seconds = words.querySelector("[data-length]")?.dataset.length
    note.textContent = where?.at ? note.dataset.begun : seconds ? minutes.format(seconds / 60) : ""
    return line
  }
}

customElements.define("kept-sessions", KeptSessions)
