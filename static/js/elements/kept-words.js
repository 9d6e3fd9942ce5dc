// <kept-words owner key place url>: a form whose words are kept while they are typed, and are here again after a reload, a
// crash or a sign-out. `key` is for this device's copy; `place` is the page that is changed, or "new"; `draft` and `revision` name
// a draft that was opened; `mended` says that the form came back with what is wrong. What it says stands in data-say-….

import { decoded, encoded, keyFrom, seal, unseal } from "../writing/device.js"
import { about, Keeper } from "../writing/keeper.js"
import * as store from "../writing/store.js"

const NAMES = ["title", "body", "tags", "day", "prompt"]
const SENT = "kaya-kept"

class KeptWords extends HTMLElement {
  async connectedCallback() {
    this.form = this.querySelector("form")
    this.news = this.querySelector(".kept__news")
    const key = this.getAttribute("key")
    this.removeAttribute("key")
    this.key = await keyFrom(key).catch(() => undefined) // without https there is none: then Kaya alone keeps the words
    this.first = this.words
    this.form.addEventListener("input", () => this.keeper?.type(this.words))
    this.form.addEventListener("submit", (event) => this.submitted(event))
    this.news.addEventListener("click", ({ target }) => this[target.closest("[data-act]")?.dataset.act]?.())
    sessionStorage.removeItem(SENT)
    this.outbox = import("../outbox.js").catch(() => undefined) // while there is a network
    await this.begin()
    this.dataset.ready = ""
    if (this.words.body !== this.first.body) this.keeper.type(this.words) // typed before this was ready
  }

  disconnectedCallback() {
    this.keeper?.close()
    this.letGo?.()
  }

  get words() {
    const { elements } = this.form
    return Object.fromEntries(NAMES.map((name) => [name, elements[name]?.value ?? ""]))
  }

  set words(words) {
    for (const name of NAMES) {
      const field = this.form.elements[name]
      if (field && (words[name] || name !== "day")) field.value = words[name]
    }
  }

  async begin() {
    const found = await this.lastTime().catch(() => undefined)
    const { id, draft, seen } = this.form.elements
    const fresh = {
      id: this.getAttribute("draft") ?? draft.value,
      revision: Number(this.getAttribute("revision") ?? 0),
    }
    const pageId = this.place === "new" ? id.value : this.place
    fresh.id ||= this.place === "new" ? pageId : crypto.randomUUID()
    if (found && !this.hasAttribute("mended") && found.draft.basedOn === Number(seen.value)) return this.goOn(found)
    this.keep({ ...fresh, owner: this.owner, place: this.place, pageId, basedOn: Number(seen.value), synced: false })
    if (found && !this.hasAttribute("mended")) this.offer(found)
  }

  /** What was written here last and is no page yet, unless another tab is writing it. */
  async lastTime() {
    const named = this.getAttribute("draft")
    for (const draft of await store.all(this.owner, this.place)) {
      if (named ? draft.id !== named : !(await this.isFree(draft.id))) continue
      const words = await this.opened(draft)
      if (
        words &&
        this.holds(words) &&
        (!named || draft.revision >= Number(this.getAttribute("revision")) || !draft.synced) &&
        !(await this.becameAPage(draft, words))
      )
        return { draft, words }
    }
  }

  /**
   * Words for a new page may have become one without this device hearing of it, as when a tab is closed too soon: whoever went on
   * with them here would write over that page. What it does not say yet waits beside it.
   */
  async becameAPage(draft, words) {
    if (this.place !== "new") return false
    const drafts = new URL(this.getAttribute("url"), location)
    const answer = await fetch(`${drafts.pathname}/${draft.pageId}/page`).catch(() => undefined)
    if (!answer) return Boolean(draft.sent)
    if (!answer.ok || answer.redirected || !(await answer.json()).is_there) return false
    if (await this.isAtKaya(draft, words, drafts)) await store.remove(draft.id)
    return true
  }

  /** Are these very words there now? A draft that another device went on with has others: then they stand beside it. */
  async isAtKaya(draft, words, drafts) {
    const { value: csrf_token } = this.form.elements.csrf_token
    const send = (which) =>
      fetch(drafts, { method: "POST", body: new URLSearchParams({ csrf_token, ...about(which), ...words }) })
    let kept = await send(draft)
    if (kept.status === 409) kept = await send({ ...draft, id: crypto.randomUUID(), revision: 0 })
    return kept.ok && !kept.redirected
  }

  /** A form that lacks a field would lose what stands in it. */
  holds = (words) => NAMES.every((name) => name === "day" || !words[name] || this.form.elements[name])

  async opened(draft) {
    try {
      return JSON.parse(decoded(await unseal(this.key, draft.words, draft.id)))
    } catch {
      return undefined
    }
  }

  goOn({ draft, words }) {
    const changed = NAMES.some((name) => words[name] !== this.words[name])
    this.words = words
    this.keep(draft)
    if (!changed) return
    this.say("back", this.place === "new" ? ["afresh"] : ["leave"])
    this.keeper.type(this.words)
  }

  offer(found) {
    this.found = found
    this.say("older", ["put", "leave"])
  }

  keep(draft) {
    this.keeper = new Keeper(draft, {
      url: this.getAttribute("url"),
      token: this.form.elements.csrf_token.value,
      seal: (words, { id }) => seal(this.key, encoded(JSON.stringify(words)), id),
      fields: (words) => words,
      tell: (what) => this.tell(what),
    })
    this.hold(draft.id)
    this.mark()
  }

  mark() {
    const { id, draft } = this.form.elements
    this.unlist(this.keeper.draft.id)
    draft.value = this.keeper.draft.id
    if (this.place === "new") id.value = this.keeper.draft.pageId
  }

  /** What is being written here does not stand among what waits to be gone on with. */
  unlist(id) {
    const row = document.getElementById(`draft-${id}`)
    const list = row?.closest(".unkept")
    row?.remove()
    if (list && !list.querySelector(".row")) list.remove()
  }

  tell(what) {
    if (what === "twice") this.say("twice", [])
    if (what === "full") return this.say("full", [])
    this.mark()
    this.querySelector(".kept__state").textContent = this.dataset[what === "kept" ? "sayKept" : "sayDevice"]
  }

  say(what, acts) {
    this.news.hidden = false
    this.news.querySelector("p").textContent = this.dataset[`say${what[0].toUpperCase()}${what.slice(1)}`]
    for (const button of this.news.querySelectorAll("[data-act]")) button.hidden = !acts.includes(button.dataset.act)
  }

  put() {
    this.words = this.found.words
    store.remove(this.found.draft.id)
    this.keeper.type(this.words)
    this.news.hidden = true
  }

  async leave() {
    if (this.found) await store.remove(this.found.draft.id)
    else this.words = this.first
    if (!this.found) this.keeper.type(this.words)
    this.news.hidden = true
  }

  /** What was there stays among what is not kept yet. */
  async afresh() {
    await this.keeper.close()
    await store.remove(this.keeper.draft.id)
    location.assign(location.pathname + location.search)
  }

  /** Without a network a new page goes out of the outbox by itself, also when this is closed; a changed one waits here. */
  submitted(event) {
    if (navigator.onLine && this.keeper) {
      sessionStorage.setItem(SENT, this.keeper.draft.id)
      return this.keeper.rest()
    }
    if (navigator.onLine) return
    event.preventDefault()
    this.say("waits", [])
    if (this.place === "new" && this.keeper) this.goByItself().catch(this.waitHere)
    else this.waitHere()
  }

  waitHere = () => {
    this.keeper?.keepHere()
    window.addEventListener("online", () => this.form.requestSubmit(), { once: true })
  }

  /** Said again while it waits, the later words take the place of those before. */
  async goByItself() {
    const { post } = await this.outbox
    const { csrf_token, ...fields } = Object.fromEntries(new FormData(this.form))
    if (!this.sent) {
      document.addEventListener("outbox:sent", ({ detail }) => detail.id === fields.id && this.arrived())
      document.addEventListener("outbox:refused", ({ detail }) => detail.id === fields.id && this.form.requestSubmit())
    }
    this.sent = this.words
    this.keeper.rest()
    const how = { kind: "journal", slot: `journal-${fields.id}`, stays: true }
    await post(new URL(this.form.action).pathname, { ...fields, at: new Date().toISOString() }, how)
  }

  /** What was typed since then is kept as any other change of that page. */
  async arrived() {
    const isWhole = NAMES.every((name) => this.sent[name] === this.words[name])
    if (!isWhole) return this.form.requestSubmit()
    await this.keeper.close({ forget: true })
    location.assign(new URL(this.form.elements.id.value, new URL(this.getAttribute("url"), location)))
  }

  /** While this tab is open, no other one takes the same draft for its own. */
  hold(id) {
    navigator.locks?.request(
      `draft ${id}`,
      { ifAvailable: true },
      (lock) => lock && new Promise((done) => (this.letGo = done)),
    )
  }

  async isFree(id) {
    const { held } = (await navigator.locks?.query()) ?? { held: [] }
    return !held.some(({ name }) => name === `draft ${id}`)
  }

  get owner() {
    return this.getAttribute("owner")
  }

  get place() {
    return this.getAttribute("place")
  }
}

customElements.define("kept-words", KeptWords)
