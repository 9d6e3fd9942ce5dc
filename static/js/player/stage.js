// What is seen: the circle that swells and sinks with the clock, the word in it, the words to read, and the bar that fills
// in its place for those who want no motion, or see no colours but their own. The browser's compositor moves the petals; the clock says where they are.

import { isBreath, modeOf, newWords } from "./score.js"

const SMALL = 0.5
const BRIEF = 64 // letters that may be set large
const MANY = 180 // that are set small where there is little room
const EASE = "cubic-bezier(0.42, 0, 0.4, 1)"
const TURN = 24 // degrees that a petal turns while the lungs fill
const still = matchMedia("(prefers-reduced-motion: reduce), (forced-colors: active)")

export class Stage {
  #root
  #moving = []
  #step
  #n // of the step that is shown

  /** @param {Element} root  holds a .breath  @param {Record<string, string>} words  by kind */
  constructor(root, words) {
    this.#root = root
    this.words = words
    this.circle = root.querySelector(".breath")
    this.word = root.querySelector(".breath__word")
    this.says = root.querySelector("[data-part=says]")
    this.bar = root.querySelector(".breath__bar")
  }

  /** A step that has gone on for `into` seconds; `swell` is how full the lungs are when it begins and ends. */
  show(step, swell, into, playing) {
    this.#step = { ...step, swell }
    const mode = step.mode ?? modeOf(step)
    this.#read(step)
    this.#root.dataset.mode = mode
    this.#root.dataset.phase = step.kind
    this.word.textContent = mode === "breath" ? (this.words[step.kind] ?? "") : ""
    this.#move(swell, into, step.seconds, playing)
    this.fill(into)
    const detail = { name: step.kind, seconds: step.seconds }
    this.#root.dispatchEvent(new CustomEvent("breath:phase", { bubbles: true, detail }))
  }

  /** Whoever comes from elsewhere than the step before finds what stands here, whatever stood there. */
  #read(step) {
    const isNext = step.n === this.#n || step.n === this.#n + 1
    const words = isNext ? newWords(step) : step.stands
    this.#n = step.n
    if (!this.says || words === undefined || this.says.textContent === words) return
    this.says.textContent = words
    this.says.toggleAttribute("data-brief", words.length < BRIEF)
    this.says.toggleAttribute("data-long", words.length > MANY)
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
