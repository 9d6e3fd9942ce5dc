// <sealed-journal>: pages that are encrypted and read here, in the browser. The key is in memory only, until the page is left,
// locked, or untouched for ten minutes. Its rooms are sections with data-room; what it says stands in data-say-….

import { Keeper } from "../writing/keeper.js"
import * as store from "../writing/store.js"
import { whenIdle } from "./idle.js"
import * as locks from "./lock.js"
import * as pages from "./page.js"
import { flawOf } from "./passphrase.js"
import { Room } from "./room.js"
import { dayInWords, Rooms } from "./rooms.js"

const IDLE = 10 // minutes

class SealedJournal extends Rooms {
  #key // the key of the pages; undefined while locked

  connectedCallback() {
    const { owner, lock, rounds, pages, keep, locking, drafts, token } = this.dataset
    this.owner = owner
    this.lock = lock ? JSON.parse(lock) : undefined
    this.rounds = Number(rounds)
    this.room = new Room({ pages, keep, lock: locking, drafts, token })
    this.urls = { keep, locking, drafts }
    super.connectedCallback()
    this.addEventListener("input", this.#type)
    window.addEventListener("pagehide", this.shut)
    this.show(this.lock ? "locked" : "begin")
    if (!crypto.subtle) this.say("insecure")
  }

  disconnectedCallback() {
    this.shut()
    window.removeEventListener("pagehide", this.shut)
  }

  #type = ({ target }) => {
    if (target.closest("[data-act=keepPage]")) this.keeper?.type(this.typed)
  }

  // Opening and locking

  async begin(form) {
    const { first, understood } = form.elements
    const flaw = flawOf(form.elements, this.dataset.common)
    if (flaw) return this.say(...flaw)
    if (!understood.checked) return this.say("tick", understood)
    const { key, lock } = await locks.make(first.value, this.rounds, this.owner)
    const { status, said } = await this.room.send(this.urls.locking, { ...lock, seen: 0 })
    if (!said) return this.say(status === 409 ? "elsewhere" : "lost")
    form.reset()
    this.lock = said
    await this.enter(key)
  }

  async unlock(form) {
    const { passphrase } = form.elements
    const key = await locks.open(passphrase.value, this.lock, this.owner).catch(() => undefined)
    if (!key) return this.say("wrong", passphrase)
    form.reset()
    await this.enter(key)
  }

  async changePassphrase(form) {
    const { now, first } = form.elements
    const flaw = flawOf(form.elements, this.dataset.common)
    if (flaw) return this.say(...flaw)
    const next = await locks.change(now.value, this.lock, first.value, this.rounds, this.owner).catch(() => undefined)
    if (!next) return this.say("wrong", now)
    const { status, said } = await this.room.send(this.urls.locking, { ...next, seen: this.lock.version })
    if (!said) return this.say({ 403: "prove", 409: "elsewhere" }[status] ?? "lost")
    this.lock = said
    form.reset()
    form.closest("details").open = false
    this.say("changed")
  }

  async enter(key) {
    this.#key = key
    this.stopIdling = whenIdle(IDLE, () => this.shut())
    await this.parting // what was sealed by the last lock may still be on its way, and is read again now
    await this.read()
  }

  /** At once, network or none: of what is being written ciphertext stays; the key goes, and every word from the page. */
  shut = () => {
    if (!this.#key) return
    this.stopIdling()
    this.parting = this.keeper?.part()
    this.#key = this.keeper = undefined
    this.found = this.unkept = this.page = undefined
    for (const words of this.querySelectorAll("[data-words]")) words.replaceChildren()
    for (const form of this.querySelectorAll("form[data-act]")) form.reset()
    this.show("locked")
  }

  // Reading

  async read() {
    const key = this.#key
    const { items, drafts, new_id } = await this.room.all()
    this.newId = new_id
    const opened = async ({ cipher, ...about }) => ({
      ...about,
      ...(await this.opened(cipher, about.page_id ?? about.id)),
    })
    const found = new Map(await Promise.all(items.map(async (item) => [item.id, await opened(item)])))
    const unkept = await this.gather(await Promise.all(drafts.map(opened)), found)
    if (!key || key !== this.#key) return // locked meanwhile
    Object.assign(this, { found, unkept })
    this.list()
  }

  opened = (cipher, id) =>
    pages.open(this.#key, cipher, id).catch(() => ({ title: this.dataset.sayBroken, body: "", broken: true }))

  /** Drafts of the server and of this device; of the same one, the later words. */
  async gather(there, found) {
    const drafts = new Map(there.map((draft) => [draft.id, draft]))
    for (const draft of await store.all(this.owner, "sealed")) {
      const { id, pageId, basedOn, revision, synced, day } = draft
      if (drafts.get(id)?.revision > revision && synced) continue
      const words = await this.opened(draft.words, pageId)
      if (!words.broken) drafts.set(id, { id, page_id: pageId, based_on: basedOn, revision, day, ...words })
    }
    return [...drafts.values()].filter(({ page_id, title, body }) => {
      const page = found.get(page_id)
      return !page || page.title !== title || page.body !== body
    })
  }

  list() {
    this.show("open")
    this.fill("pages", [...this.found.values()], (page) => ({ act: "readPage", id: page.id, ...page }))
    this.fill("drafts", this.unkept, (draft) => ({ act: "goOn", ...draft }))
    this.querySelector("[data-if=drafts]").hidden = !this.unkept.length
    this.querySelector("[data-if=none]").hidden = Boolean(this.found.size || this.unkept.length)
  }

  readPage({ dataset }) {
    const page = this.found.get(dataset.id)
    this.page = page
    this.show("page")
    this.querySelector("[data-words=title]").textContent = page.title || this.dataset.sayUntitled
    this.querySelector("[data-words=body]").textContent = page.body
    this.querySelector("[data-words=day]").textContent = dayInWords(page.day)
    this.querySelector("form[data-removes]").action = this.dataset.removal.replace(
      "00000000-0000-0000-0000-000000000000",
      page.id,
    )
  }

  // Writing

  writePage() {
    this.sit({ pageId: this.newId, words: { title: "", body: "" }, day: this.dataset.today, basedOn: 0 })
  }

  changePage() {
    const { id, version, title, body, day } = this.page
    this.sit({ pageId: id, words: { title, body }, day, basedOn: version })
  }

  goOn({ dataset }) {
    const draft = this.unkept.find(({ id }) => id === dataset.id)
    const { id, page_id, title, body, day, based_on, revision } = draft
    this.sit({
      id,
      pageId: page_id,
      words: { title, body },
      day: day ?? this.dataset.today,
      basedOn: based_on,
      revision,
    })
  }

  sit({ id = crypto.randomUUID(), pageId, words, day, basedOn, revision = 0 }) {
    this.show("desk")
    const { elements } = this.desk
    elements.title.value = words.title
    elements.body.value = words.body
    elements.day.value = day
    const cipher = (typed) => pages.close(this.#key, { title: typed.title, body: typed.body }, pageId)
    this.keeper = new Keeper(
      { id, owner: this.owner, place: "sealed", pageId, basedOn, revision, day, synced: false },
      {
        url: this.urls.drafts,
        token: this.dataset.token,
        seal: cipher,
        fields: async (typed) => ({ cipher: await cipher(typed), day: typed.day }),
        tell: (what) => {
          this.querySelector("[data-state]").textContent = this.dataset[what === "kept" ? "sayKept" : "sayDevice"]
          if (what === "twice" || what === "full") this.say(what)
        },
      },
    )
    elements.body.focus()
  }

  get desk() {
    return this.querySelector("form[data-act=keepPage]")
  }

  get typed() {
    const { title, body, day } = this.desk.elements
    return { title: title.value.trim(), body: body.value, day: day.value }
  }

  async keepPage() {
    const { title, body, day } = this.typed
    if (!title && !body.trim()) return this.say("blank", this.desk.elements.body)
    const { id, pageId, basedOn } = this.keeper.draft
    const cipher = await pages.close(this.#key, { title, body }, pageId)
    const { status, said } = await this.room.send(this.urls.keep, { id: pageId, cipher, day, seen: basedOn, draft: id })
    if (status === 409) return this.both(cipher)
    if (!said) return status === 422 ? this.say("day", this.desk.elements.day) : this.say("lost")
    await this.keeper.close({ forget: true })
    this.keeper = undefined
    this.desk.reset()
    await this.read()
  }

  /** Changed on another device meanwhile: these words become a page beside that one, and the person sees both. */
  async both() {
    const { title, body, day } = this.typed
    const { id } = this.keeper.draft
    const pageId = this.newId
    const cipher = await pages.close(this.#key, { title, body }, pageId)
    const { said } = await this.room.send(this.urls.keep, { id: pageId, cipher, day, seen: 0, draft: "" })
    if (!said) return this.say("lost")
    await this.keeper.close({ forget: true })
    this.keeper = undefined
    await this.room.send(`${this.urls.drafts}/${id}/deletion`, {}).catch(() => {})
    await this.read()
    this.say("both")
  }

  async leaveDesk() {
    await this.keeper?.close()
    this.keeper = undefined
  }

  async back() {
    await this.leaveDesk()
    await this.read()
  }
}

customElements.define("sealed-journal", SealedJournal)
