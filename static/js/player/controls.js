// The player's buttons, its time, its list of steps, the question before one leaves, and what stands there when it is over.

import { minutes } from "./stage.js"

export class Controls {
  #room
  #words
  #length

  /** @param {Element} room  @param {{toggle, seek, leave, end}} acts */
  constructor(room, steps, words, acts) {
    this.#room = room
    this.#words = words
    const part = (name) => room.querySelector(`[data-part="${name}"]`)
    const names = "toggle left progress says phase told note after kept".split(" ")
    this.parts = Object.fromEntries(names.map((name) => [name, part(name)]))
    this.leaving = document.getElementById("leaving")
    this.leaving
      .querySelector("form")
      .addEventListener("outbox:done", ({ detail }) => detail.state === "kept" && this.goBack())
    this.leaving.querySelector("form").addEventListener("submit", acts.end)
    this.wayOut = room.querySelector(".calm__top > a[href]")
    this.parts.toggle.addEventListener("click", acts.toggle)
    this.parts.toggle.disabled = false
    this.wayOut.addEventListener("click", acts.leave)
    this.lines = [...new Set(steps.map((step) => step.line))]
    for (const line of this.lines) this.#lead(line, steps.find((step) => step.line === line).from, acts.seek)
    this.steps = steps
    this.parts.after.querySelector("form").addEventListener("outbox:done", ({ detail }) => this.#kept(detail.state))
  }

  offer({ hum, voice }) {
    for (const [name, can] of Object.entries({ vibration: hum, voice })) {
      const control = this.#room.querySelector(`[data-choice=${name}]`)
      if (control) control.closest("label").hidden = !can
    }
  }

  become(state, position) {
    const stops = state === "paused" && this.#room.dataset.state === "playing"
    if (stops && document.activeElement !== this.parts.toggle) this.#say(this.#words.paused)
    this.#room.dataset.state = state
    const runs = state === "playing"
    const word = { ready: position < 1 ? "begin" : "goOn", playing: "pause", paused: "goOn", following: "here" }[state]
    if (word) this.parts.toggle.querySelector("[data-words]").textContent = this.#words[word]
    for (const picture of this.parts.toggle.querySelectorAll("[data-when]"))
      picture.hidden = (picture.dataset.when === "playing") !== runs
    const note = state === "following" ? this.#words.following : this.parts.note.dataset.usual
    if (this.parts.note.textContent !== note) this.parts.note.textContent = note
  }

  show(position, length, step) {
    const left = Math.max(0, Math.ceil(length - position))
    if (left !== this.#length) this.parts.left.textContent = minutes(left)
    this.#length = left
    this.parts.progress.value = Math.min(position, length)
    const here = this.steps[step].line
    if (here.hasAttribute("aria-current")) return
    for (const line of this.lines) line.toggleAttribute("aria-current", line === here)
    here.setAttribute("aria-current", "step")
  }

  muted(isMuted) {
    const button = this.#room.querySelector("[data-part=sound]")
    button.toggleAttribute("data-muted", isMuted)
    button.setAttribute("aria-label", isMuted ? this.#words.muted : this.#words.sound)
  }

  /** For who does not see it: how long it still takes. */
  tell() {
    this.#say(this.#words.left.replace("%s", this.parts.left.textContent))
  }

  askToLeave() {
    this.leaving.showModal()
  }

  goBack() {
    location.assign(this.wayOut.href)
  }

  finish(ended, played) {
    const { after, says, phase, told } = this.parts
    says.textContent = phase.textContent = told.textContent = ""
    after.hidden = false
    after.querySelector("[name=ended_at]").value = ended
    after.querySelector("[name=played]").value = played ?? ""
    after.querySelector("h2").focus()
  }

  /** Said again although it is the same: what was said goes first. */
  #say(words) {
    this.parts.told.textContent = ""
    requestAnimationFrame(() => {
      this.parts.told.textContent = words
    })
  }

  #kept(state) {
    if (state !== "kept") return
    this.parts.after.querySelector("form").hidden = true
    this.parts.kept.hidden = false
    document.addEventListener("outbox:sent", ({ detail }) => {
      if (detail.kind === "practice") this.parts.kept.querySelector("span").textContent = this.#words.sent
    })
  }

  /** Its time leads there. */
  #lead(line, from, seek) {
    const time = line.querySelector("[data-at]")
    const button = Object.assign(document.createElement("button"), { type: "button", className: time.className })
    button.textContent = time.textContent
    button.setAttribute("aria-label", this.#words.goTo.replace("%s", time.textContent.trim()))
    button.addEventListener("click", () => seek(from))
    time.replaceWith(button)
  }
}
