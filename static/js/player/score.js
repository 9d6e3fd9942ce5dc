// The steps of a session, read from the list that stands on its page for everyone: rounds become breaths again, and each
// step knows when it begins. So the page alone is enough to play it, without a network and without the server.

const LONG = 20 // seconds of silence

/**
 * @typedef {{kind: string, seconds: number, from: number, n: number, text: string, cue: string, round: number,
 *   stands: string, mode: string, line: Element}} Step  `stands` is what there is to read while it goes on
 */

/** @param {Element} list  an <ol> of [data-kind]. @returns {Step[]} */
export function readScore(list) {
  const steps = []
  let from = 0
  const add = (step) => {
    const told = { text: "", cue: "", round: -1, ...step, from, n: steps.length }
    const before = steps.at(-1)
    steps.push({ ...told, stands: standing(told, before), mode: modeOf(told, before) })
    from += step.seconds
  }
  for (const line of list.querySelectorAll("[data-kind]")) {
    if (line.dataset.phases) for (const step of breaths(line)) add(step)
    else add({ kind: line.dataset.kind, seconds: Number(line.dataset.seconds), text: wordsOf(line), line })
  }
  return steps
}

/** What is to be read stays until something else is, or a long silence comes. */
const standing = (step, before) => newWords(step) ?? (isLongSilence(step) ? "" : (before?.stands ?? ""))

/** Its own words; a new way of breathing begins with a clean page. @returns undefined where those before it stay */
export function newWords({ kind, cue, text, round }) {
  const words = isBreath(kind) ? cue : text
  if (words || (round === 0 && kind === "in") || isWordless(kind)) return words
}

/** What the room shows: a breath, words, or quiet. A short silence leaves the words before it where they are. */
export function modeOf(step, before) {
  if (isLed(step.kind)) return "breath"
  if (step.text) return "words"
  return step.kind === "silence" && !isLongSilence(step) && before?.mode === "words" ? "words" : "quiet"
}

/** data-phases="in:4 hold:7 out:8" data-times="4", and [data-round] for the cues. */
function* breaths(line) {
  const phases = line.dataset.phases.split(" ").map((each) => each.split(":"))
  const cues = new Map(
    [...line.querySelectorAll("[data-round]")].map((cue) => [Number(cue.dataset.round), cue.textContent]),
  )
  for (let round = 0; round < Number(line.dataset.times); round++) {
    let cue = cues.get(round) ?? ""
    for (const [kind, seconds] of phases) {
      yield { kind, seconds: Number(seconds), cue, round, line }
      cue = ""
    }
  }
}

const wordsOf = (line) => line.querySelector("[data-words]")?.textContent.trim() ?? ""

/** The number of the step that goes on at `position` seconds; the last one's beyond the end. */
export function stepAt(steps, position) {
  let low = 0
  let high = steps.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (steps[middle].from <= position) low = middle
    else high = middle - 1
  }
  return low
}

/** How full the lungs are, from 0 to 1, when this step begins and when it ends. */
export function swellOf(steps, index) {
  const { kind } = steps[index]
  const next = steps[index + 1]?.kind
  if (kind === "in") return [0, next === "sip" ? 0.8 : 1]
  if (kind === "sip") return [0.8, 1]
  if (kind === "out") return [1, 0]
  if (kind === "tense") return [0.4, 0.1]
  if (kind === "release") return [0.1, 0.7]
  if (kind !== "hold") return [0.4, 0.4]
  const full = isFullBefore(steps, index)
  return [full, full]
}

const isFullBefore = (steps, index) => (["in", "sip"].includes(steps[index - 1]?.kind) ? 1 : 0)
export const isBreath = (kind) => ["in", "sip", "hold", "out"].includes(kind)
export const isLed = (kind) => isBreath(kind) || kind === "tense" || kind === "release"
export const isLongSilence = ({ kind, seconds }) => kind === "silence" && seconds >= LONG
const isWordless = (kind) => kind === "bell" || kind === "tense" || kind === "release"
