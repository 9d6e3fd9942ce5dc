// What is said: to screen readers by a live region that is no chatterbox, and aloud by the browser's own voice when wished.
// A new way of breathing is named phase by phase for three rounds, then it is known. What there is to read
// is put there once, by the stage.

import { isBreath, isLongSilence } from "./score.js"

const KNOWN_AFTER = 3 // rounds
const PACE = 0.86

export class Voice {
  #words
  #choices
  #said = ""

  /** @param {{says: Element, phase: Element}} parts  @param {Record<string, string>} words  @param {object} choices */
  constructor(parts, words, choices) {
    this.says = parts.says
    this.phase = parts.phase
    this.#words = words
    this.#choices = choices
  }

  /** A step begins; `anew` when it is the first after a pause or a leap, which is said whatever it is. */
  say(step, { anew = false, follows = false } = {}) {
    const aloud = this.#choices.voice && !this.#choices.muted && this.canSpeak && !follows
    this.says.setAttribute("aria-live", aloud ? "off" : "polite")
    if (!isBreath(step.kind)) this.phase.textContent = ""
    this.#tell(aloud ? "" : this.#announcement(step, anew))
    if (aloud) this.#speak(step)
  }

  hush() {
    globalThis.speechSynthesis?.cancel()
  }

  get canSpeak() {
    return Boolean(globalThis.speechSynthesis?.getVoices().length)
  }

  #announcement(step, anew) {
    if (step.kind === "silence") return isLongSilence(step) ? this.#words.quiet : ""
    if (!isBreath(step.kind)) return step.text ? "" : (this.#words[step.kind] ?? "")
    if (step.round < KNOWN_AFTER || anew || this.#choices.everyBreath) return this.#words[step.kind] ?? ""
    return step.round === KNOWN_AFTER && step.kind === "in" ? this.#words.known : ""
  }

  /** The same word twice is news too: an out after an out. */
  #tell(words) {
    if (!words) return
    this.phase.textContent = this.#said === words ? `${words}\u00a0` : words
    this.#said = this.phase.textContent
  }

  #speak(step) {
    const phase =
      isBreath(step.kind) && (step.round < KNOWN_AFTER || this.#choices.everyBreath) ? this.#words[step.kind] : ""
    const words = [phase, step.cue || step.text].filter(Boolean).join(". ")
    if (!words) return
    if (!isBreath(step.kind)) speechSynthesis.cancel()
    const said = new SpeechSynthesisUtterance(words)
    said.lang = this.says.lang || document.documentElement.lang
    said.rate = PACE
    speechSynthesis.speak(said)
  }
}
