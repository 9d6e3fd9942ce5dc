// <unsent-words place="/journal/drafts">: a form for a page of the journal, on a page that is nobody's and has no key. What is
// typed waits in the outbox a moment after each keystroke, as a draft: it is in the form again when the page is opened
// anew, and among the journal's drafts when there is a network and the hand rests. Once the form is sent there is no draft any more.

import { flush, forget, keep, uuid7, waiting, wake } from "../outbox.js"

const HERE = 100 // ms after a keystroke
const THERE = 2000 // ms without another one

class UnsentWords extends HTMLElement {
  async connectedCallback() {
    this.form = this.querySelector("form")
    this.field = this.form.elements.body
    this.#begin(await this.#lastTime())
    this.addEventListener("input", () => {
      this.soon ??= setTimeout(this.keep, HERE)
      clearTimeout(this.later)
      this.later = setTimeout(this.#send, THERE)
    })
    this.addEventListener("outbox:done", () => this.#sent())
    addEventListener("pagehide", () => this.soon && this.keep())
    if (this.field.value) this.keep().then(this.#send)
  }

  async #lastTime() {
    const letter = (await waiting()).findLast(({ path, refused }) => path === this.getAttribute("place") && !refused)
    const { id, page_id, body } = Object.fromEntries(letter?.pairs ?? [])
    if (letter && !this.field.value) this.field.value = body
    return letter && { id, page_id, letter: letter.id }
  }

  #begin(draft) {
    this.draft = draft ?? { id: uuid7(), page_id: uuid7() }
    this.form.elements.draft.value = this.draft.id
  }

  keep = async () => {
    this.soon = clearTimeout(this.soon)
    const { id, page_id } = this.draft
    const body = this.field.value
    if (!body.trim()) return this.#forget()
    this.draft.letter = uuid7()
    const words = { id, page_id, hand: id, seen: 0, revision: 0, body }
    const how = { kind: "quiet", slot: `draft-${id}`, key: this.draft.letter, stays: true }
    await keep(this.getAttribute("place"), words, how).catch(() => {})
  }

  #send = () => flush().catch(wake)

  async #sent() {
    this.soon = clearTimeout(this.soon)
    clearTimeout(this.later)
    await this.#forget()
    this.#begin()
  }

  #forget = async () => this.draft.letter && forget(this.draft.letter)
}

customElements.define("unsent-words", UnsentWords)
