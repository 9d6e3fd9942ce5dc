// A session that begins on this device: it has no row yet, so the page gives it an id, and says so to the server when it can.
// Its addresses stand on the page with an id of noughts.

import { account } from "../account.js"
import { post, uuid7 } from "../outbox.js"

const NOT_YET = "00000000-0000-0000-0000-000000000000"
const ASKED = "pocket" // what of it lies here (filling.js)

/** Of this tab, so that a reload is the same session, and of one who practises: `slug` is what. */
const keyOf = (slug) => `practice.pocket.${account}.${slug}`

/** Where the player keeps its place of the session that this tab began from the pocket. */
export const placeOf = (slug) => `practice.session.${sessionStorage.getItem(keyOf(slug))}`

/** Put an id in the place of none, everywhere on the page. @returns what begins it, once */
export function pocket(player) {
  const { pocket: path, practice, minutes } = player.dataset
  const kept = sessionStorage.getItem(keyOf(practice))
  const id = kept ?? uuid7()
  for (const element of [player, ...player.room.querySelectorAll("*")]) {
    for (const { name, value } of element.attributes) {
      if (value.includes(NOT_YET)) element.setAttribute(name, value.replace(NOT_YET, id))
    }
  }
  let begun = kept !== null
  return () => {
    if (begun) return
    begun = true
    sessionStorage.setItem(keyOf(practice), id)
    const fields = { id, practice, minutes, started_at: new Date().toISOString() }
    post(path, fields, { kind: "quiet", said: player.dataset.title }).catch(() => {})
  }
}

/** It is over: the next one from the pocket is another, and something else may be due now. */
export function emptyPocket({ dataset }) {
  sessionStorage.removeItem(keyOf(dataset.practice))
  const kept = localStorage.getItem(ASKED)
  if (kept) localStorage.setItem(ASKED, JSON.stringify({ ...JSON.parse(kept), asked: 0 }))
}
