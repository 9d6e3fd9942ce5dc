// What is asked of a new passphrase. It never leaves the browser, so nobody else can ask it.

const SHORTEST = 12
const LEAST_LETTERS = 5 // different ones

/**
 * @param {{first: HTMLInputElement, again: HTMLInputElement}} fields
 * @param {string} common  those that are tried first, a space between them
 * @returns {[string, HTMLInputElement] | undefined}  what to say, and beside which field
 */
export function flawOf({ first, again }, common) {
  const plain = first.value.normalize("NFKC").toLowerCase()
  if (first.value.length < SHORTEST) return ["short", first]
  if (new Set(plain).size < LEAST_LETTERS) return ["same", first]
  if (common.split(" ").includes(plain.trim())) return ["common", first]
  if (first.value !== again.value) return ["differ", again]
}
