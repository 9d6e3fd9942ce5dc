// A session that begins on this device: it has no row yet, so the page gives it an id, and says so to the server when it can.
// Its addresses stand on the page with an id of noughts.

import { post, uuid7 } from "../outbox.js"

const NOT_YET = "00000000-0000-0000-0000-000000000000"
const KEY = "practice.pocket" // of this tab, so that a reload is the same session

/** Put an id in the place of none, everywhere on the page. @returns what begins it, once */
export function pocket(player) {
  const id = sessionStorage.getItem(KEY) ?? uuid7()
  const isBegun = sessionStorage.getItem(KEY) !== null
  for (const element of [player, ...player.room.querySelectorAll("*")]) {
    for (const { name, value } of element.attributes) {
      if (value.includes(NOT_YET)) element.setAttribute(name, value.replace(NOT_YET, id))
    }
  }
  const { pocket: path, practice, minutes } = player.dataset
  let begun = isBegun
  return () => {
    if (begun) return
    begun = true
    sessionStorage.setItem(KEY, id)
    const fields = { id, practice, minutes, started_at: new Date().toISOString() }
    post(path, fields, { kind: "quiet" }).catch(() => {})
  }
}

export const emptyPocket = () => sessionStorage.removeItem(KEY)
