// Keeps one draft: on this device a moment after each keystroke, here at Kaya a little later and as soon as there is a network.

import { isOver } from "../account.js"
import * as store from "./store.js"

const HERE = 10 // ms after a keystroke, however many follow it
const THERE = 2000 // ms without another one
const PATIENCE = 8000 // ms, while somebody goes on typing
const OUTLIVES = 60_000 // bytes that a browser still sends when the page is left
const SILENCE = 20_000 // ms until a network that says nothing counts as none
const AGAIN = 20_000 // ms until what did not arrive is sent once more

/** What Kaya is told of a draft, beside its words. @param {import("./store.js").Draft} draft */
export const about = ({ id, pageId, basedOn, revision, hand }) => ({
  ...{ id, page_id: pageId, seen: basedOn, revision },
  ...(hand && { hand }),
})

export class Keeper {
  #here
  #keeping
  #there
  #waiting
  #sending
  #words
  #closed = false
  #resting = false

  /**
   * @param {import("./store.js").Draft} draft
   * @param {{url: string, token: string, seal: Function, fields: Function, tell: Function}} how  `seal(words, draft)`: what lies on
   *   the device; `fields(words, draft)`: what is sent; `tell("device" | "kept" | "twice" | "full")`
   */
  constructor(draft, how) {
    this.draft = draft
    this.draft.hand ??= crypto.randomUUID()
    this.how = how
    window.addEventListener("online", this.#send)
    window.addEventListener("pagehide", this.#leave)
    document.addEventListener("visibilitychange", this.#hide)
  }

  type(words) {
    if (this.#closed) return
    this.#resting = false
    this.#words = words
    this.draft.synced = this.draft.sent = false
    this.#here ??= setTimeout(this.keepHere, HERE)
    clearTimeout(this.#there)
    this.#there = setTimeout(this.#send, THERE)
    this.#waiting ??= setTimeout(this.#send, PATIENCE)
  }

  keepHere = () => {
    this.#here = clearTimeout(this.#here)
    if (this.#closed || this.#resting || this.#words === undefined) return undefined
    const sealed = this.how.seal(this.#words, this.draft)
    sealed.catch(() => {}) // said when its turn comes
    this.#keeping = (this.#keeping ?? Promise.resolve()).then(() => this.#put(sealed))
    return this.#keeping
  }

  /** One after the other, so that what was typed last is what stays. */
  #put = async (sealed) => {
    try {
      this.draft.words = await sealed
      this.draft.at = Date.now()
      await store.put(this.draft)
      if (!this.draft.synced) this.how.tell("device")
    } catch {
      this.how.tell("full")
    }
  }

  #send = () => {
    this.#sending = (this.#sending ?? Promise.resolve()).then(() => this.#keepThere())
    return this.#sending
  }

  #keepThere = async ({ isBeside = false } = {}) => {
    clearTimeout(this.#there)
    this.#waiting = clearTimeout(this.#waiting)
    if (this.#closed || this.#resting || this.draft.synced || this.#words === undefined) return
    const words = this.#words
    try {
      const answer = await this.#post(await this.how.fields(words, this.draft))
      if (answer.status === 409 && !isBeside) return this.#closed || this.#resting || (await this.#beginBeside())
      if (!answer.ok || answer.redirected) throw new Error("not kept")
      this.draft.revision = (await answer.json()).revision
      this.draft.synced = words === this.#words
      await this.keepHere()
      if (this.draft.synced) this.how.tell("kept")
      else this.#there = setTimeout(this.#send, THERE)
    } catch {
      if (!this.#closed) this.#there = setTimeout(this.#send, AGAIN)
    }
  }

  /** Another device went on with this draft: its words stay there, and these go on under an id of their own. */
  async #beginBeside() {
    const before = this.draft.id
    this.draft = Object.assign(this.draft, { id: crypto.randomUUID(), revision: 0 })
    await this.keepHere()
    await store.remove(before)
    this.how.tell("twice")
    return this.#keepThere({ isBeside: true })
  }

  async #post(said) {
    if (isOver) throw new Error("somebody else is here")
    const body = new URLSearchParams({ csrf_token: this.how.token, ...about(this.draft), ...said })
    const signal = AbortSignal.timeout(SILENCE)
    return fetch(this.how.url, { method: "POST", body, keepalive: `${body}`.length < OUTLIVES, signal })
  }

  #hide = () => document.hidden && this.flush()

  #leave = () => this.flush()

  flush = () => {
    this.keepHere()
    if (!this.draft.synced) this.#send()
  }

  /**
   * The page that these words become is on its way: what this device keeps of them now is the last, so that nothing of it comes
   * after what takes the draft away. Whoever goes on typing here is kept as before.
   */
  rest() {
    this.draft.sent = true
    this.keepHere()
    this.#resting = true
  }

  /** No more of it is kept: it is a page now, or was let go of. */
  async close({ forget = false } = {}) {
    if (!forget) await Promise.all([this.keepHere(), this.#send()])
    this.#stop()
    await this.#keeping
    if (forget) await store.remove(this.draft.id)
  }

  /**
   * The key is about to go: it is asked for what it is needed for, and when this returns it may. What comes of it is kept here,
   * then sent, as ciphertext; done when Kaya has answered, or not.
   */
  async part() {
    const words = this.#resting ? undefined : this.#words
    const here = this.keepHere()
    const said = words && !this.draft.synced ? this.how.fields(words, this.draft) : undefined
    this.#stop()
    this.#words = undefined
    await this.#sending
    if (said) await this.#sendLast(said, here).catch(() => {})
    await here
  }

  async #sendLast(said, here) {
    let answer = await this.#post(await said)
    await here
    if (answer.status === 409) {
      await store.remove(this.draft.id)
      Object.assign(this.draft, { id: crypto.randomUUID(), revision: 0 })
      await store.put(this.draft)
      answer = await this.#post(await said)
    }
    if (!answer.ok || answer.redirected) return
    this.draft.revision = (await answer.json()).revision
    this.draft.synced = true
    await store.put(this.draft)
  }

  #stop() {
    this.#closed = true
    for (const timer of [this.#here, this.#there, this.#waiting]) clearTimeout(timer)
    window.removeEventListener("online", this.#send)
    window.removeEventListener("pagehide", this.#leave)
    document.removeEventListener("visibilitychange", this.#hide)
  }
}
