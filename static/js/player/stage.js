// What is seen: the circle that swells and sinks with the clock, the word in it, the words to read, and the bar that fills
// in its place for those who want no motion, or see no colours but their own. The browser's compositor moves the petals; the clock says where they are.

import { isBreath, isLed } from "./score.js"

const SMALL = 0.5
const SHORT = 20 // seconds
const EASE = "cubic-bezier(0.42, 0, 0.4, 1)"
const TURN = 24 // degrees that a petal turns while the lungs fill
const still = matchMedia("(prefers-reduced-motion: reduce), (forced-colors: active)")

export class Stage {
  #root
  #moving = []
  #step

  /** @param {Element} root  holds a .breath  @param {Record<string, string>} words  by kind */
  constructor(root, words) {
    this.#root = root
    this.words = words
    this.circle = root.querySelector(".breath")
    this.word = root.querySelector(".breath__word")
    this.bar = root.querySelector(".breath__bar")
  }

  /** A step that has gone on for `into` seconds; `swell` is how full the lungs are when it begins and ends. */
  show(step, swell, into, playing) {
    this.#step = { ...step, swell }
    const mode = this.#mode(step)
    this.#root.dataset.mode = mode
    this.#root.dataset.phase = step.kind
    this.word.textContent = mode === "breath" ? (this.words[step.kind] ?? "") : ""
    this.#move(swell, into, step.seconds, playing)
    this.fill(into)
    const detail = { name: step.kind, seconds: step.seconds }
    this.#root.dispatchEvent(new CustomEvent("breath:phase", { bubbles: true, detail }))
  }

  /** A short silence leaves the words before it where they are. */
  #mode({ kind, text, seconds }) {
    if (isLed(kind)) return "breath"
    if (text) return "words"
    return kind === "silence" && seconds < SHORT && this.#root.dataset.mode === "words" ? "words" : "quiet"
  }

  /** The bar, for those who want no motion: it fills as the lungs do. */
  fill(into) {
    if (!this.#step || !this.bar) return
    const [from, to] = this.#step.swell
    const part = Math.min(1, into / this.#step.seconds)
    this.bar.hidden = !isBreath(this.#step.kind)
    this.bar.value = from + (to - from) * part
  }

  /** Does a bar stand in the circle's place? */
  get isBar() {
    return still.matches
  }

  pause() {
    for (const motion of this.#moving) motion.pause()
  }

  #move([from, to], into, seconds, playing) {
    for (const motion of this.#moving) motion.cancel()
    this.#moving = still.matches
      ? []
      : [...this.circle.querySelectorAll(".breath__petal")].map((petal) => this.#moved(petal, from, to, seconds))
    for (const motion of this.#moving) {
      motion.currentTime = into * 1000
      if (!playing) motion.pause()
    }
  }

  #moved(petal, from, to, seconds) {
    const turned = parseFloat(petal.dataset.knobTurn ?? "0")
    const at = (swell) => ({ scale: SMALL + (1 - SMALL) * swell, rotate: `${turned + TURN * swell}deg` })
    return petal.animate([at(from), at(to)], { duration: seconds * 1000, easing: EASE, fill: "both" })
  }
}

/** 4:10 */
export const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`

/** What data-word-… says, by its name: data-word-go-on is goOn. */
export function wordsOf(element) {
  const named = Object.entries(element.dataset).map(([name, said]) => [name.replace(/^word/, ""), said])
  return Object.fromEntries(named.map(([name, said]) => [name[0].toLowerCase() + name.slice(1), said]))
}
