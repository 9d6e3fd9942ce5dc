// The outbox: a page's form is posted so that it arrives once, with or without a network. Pages load it when they need it:
//
//   const { post } = await import("../outbox.js")
//   const { state, response } = await post("/mood", { mood: 4, at: new Date().toISOString() }, { kind: "mood" })
//
//   state    "sent"     it arrived; `response` is a 204 whose Location says where it can be seen
//            "kept"     no network, or the server is unwell: kept on this device, and sent by itself on return; with
//                       `isSignedOut` where the server was reached and knows this browser no more: it goes after signing in
//            "refused"  a 4xx; `response` says why. Nothing is kept: whoever asked still holds what was typed
//
// `path` is a page's POST whose view carries @posted_once (kaya/web/outbox.py); never /api/, which takes no cookies.
// `fields` are as its form sends them; lists send a name several times. `id`, a UUIDv7, is added where there is none: it
// is the Idempotency-Key too, so a verb that takes `id=` makes the thing once however late it comes. Say `at` yourself.
// `stays`: nobody is led on to a page that would show the server's notice, so it keeps none.
// `key`: the letter's Idempotency-Key where it is another than the `id`, as of what is said again under one id; `said`: its
// words as they stood on the page, for whoever wrote it.
// `slot`: a later letter takes the place of one that still waits there ("session-…" for progress, "draft-…" for drafts).
// Nothing is sent under another account than it was written under: that is whose page it is (account.js), whoever signs in
// later. `keep` takes the same and sends nothing: it goes with the next `flush`. Whatever was refused while nobody looked
// stays, as `refused`, for a month, or until its writer signs out and is told so. `document` hears of each letter as an
// event: outbox:kept, outbox:sent, outbox:refused, with { id, kind, slot, path } as detail. Without script:
// <form method="post" data-outbox="mood"> posts as every form does; with script it goes through here (behaviours/outbox.js).

import { account } from "./account.js"
import { add, change, letters, remove } from "./outbox/shelf.js"

const PATIENCE = 15_000 // ms until a network that says nothing counts as none
const OF_ITSELF = ["id", "new_id", "page_id", "draft", "hand", "seen", "revision", "at", "csrf_token", "back"]
const UNSAID = [...OF_ITSELF, "seconds", "played", "ended_at", "valence", "arousal"]
const FORGOTTEN = 30 * 24 * 60 * 60 * 1000 // ms after which what was refused is kept no longer
const LATER = [408, 425, 429]

const channel = "BroadcastChannel" in globalThis && new BroadcastChannel("kaya-outbox")
if (channel) channel.onmessage = ({ data }) => say(data.name, data.detail)

const asked = new Map() // id of a letter whose writer waits: how it went, whichever of this page's flushes took it

export async function post(path, fields, how) {
  const letter = written(path, fields, how)
  asked.set(letter.id)
  try {
    const n = await shelve(letter)
    const strangers = await flush().catch(() => [])
    if (asked.get(letter.id)) return asked.get(letter.id)
    const left = (await letters()).find((each) => each.n === n)
    if (!left) return { state: "sent" } // by another tab, or in a newer one
    if (left.refused) return remove(n).then(() => ({ state: "refused" })) // where another tab sent it
    tell("kept", letter)
    wake()
    return { state: "kept", isSignedOut: strangers.includes(n) }
  } finally {
    asked.delete(letter.id)
  }
}

/** Only on this device as yet. */
export const keep = (path, fields, how) => shelve(written(path, fields, how))

function written(path, fields, { kind = "", slot = "", stays = false, key = "", said = "" } = {}) {
  const id = fields.id || uuid7()
  const pairs = Object.entries({ ...fields, id }).flatMap(([name, value]) => [value].flat().map((v) => [name, `${v}`]))
  return { account, id: key || id, kind, said, slot, stays, path, pairs, at: new Date().toISOString() }
}

async function shelve(letter) {
  const n = await add(letter)
  mark(true)
  return n
}

/** The worker sends it once there is a network, also when no page is open (sw.js). */
export const wake = () => navigator.serviceWorker?.ready.then(({ sync }) => sync?.register("outbox")).catch(() => {})

/** What waits on this device for whoever this page is for: { id, kind, slot, path, pairs, at, refused? } each. */
export const waiting = async () => (await letters()).filter((each) => each.account === account)

/** Forget a letter, such as one that was refused. */
export const forget = async (id) => {
  for (const each of await letters()) if (each.id === id) await remove(each.n)
}

/** One that was refused may go once more, with the next `flush`. */
export async function again(id) {
  for (const each of await letters())
    if (each.id === id && each.refused) await change(each.n, { refused: undefined, refusedAt: undefined })
}

/** What a letter says, for whoever wrote it. */
export const wordsOf = ({ pairs, said }) =>
  said ||
  pairs
    .filter(([name, words]) => words && !UNSAID.includes(name))
    .map(([, words]) => words)
    .join(" · ")

/** Send what waits, the oldest first, one at a time over all tabs; what is another account's is left. Rejects offline. */
export const flush = async () => (navigator.locks ? navigator.locks.request("kaya-outbox", sendAll) : sendAll())

async function sendAll() {
  await forgetOld()
  const due = (await letters()).filter((each) => !each.refused)
  const pass = due.length ? await ask("/outbox", {}).then((answer) => answer.json()) : {}
  for (const letter of due.filter((each) => each.account === pass.account)) {
    const response = await send(letter, pass)
    if (response.type === "opaqueredirect" || response.status >= 500 || LATER.includes(response.status)) break
    const isAsked = asked.has(letter.id)
    if (isAsked) asked.set(letter.id, { state: response.ok ? "sent" : "refused", response })
    if (response.ok || isAsked) await remove(letter.n)
    else await change(letter.n, { refused: response.status, refusedAt: Date.now() })
    tell(response.ok ? "sent" : "refused", letter)
  }
  if (!(await letters()).length) {
    mark(false)
    if ((await letters()).length) mark(true) // one came in that moment
  }
  return due.filter((each) => each.account !== pass.account).map(({ n }) => n)
}

async function forgetOld() {
  for (const { n, refused, refusedAt, at } of await letters())
    if (refused && Date.now() - (refusedAt ?? Date.parse(at)) > FORGOTTEN) await remove(n)
}

const send = ({ path, pairs, id, account, stays }, { csrf_token }) =>
  ask(path, {
    method: "POST",
    body: new URLSearchParams(pairs),
    redirect: "manual",
    headers: {
      "Idempotency-Key": id,
      "Outbox-Account": account,
      "X-CSRFToken": csrf_token,
      ...(stays && { "Outbox-Stays": "yes" }),
    },
  })

const ask = (path, how) => fetch(path, { ...how, signal: AbortSignal.timeout(PATIENCE) })

/** So that a page knows without opening the database whether anything waits. */
const mark = (some) => {
  if (globalThis.localStorage) some ? localStorage.setItem("outbox", "1") : localStorage.removeItem("outbox")
}

function tell(state, { id, kind, slot, path }) {
  const said = { name: `outbox:${state}`, detail: { id, kind, slot, path } }
  channel?.postMessage?.(said)
  say(said.name, said.detail)
}

const say = (name, detail) => globalThis.document?.dispatchEvent(new CustomEvent(name, { detail }))

/** RFC 9562: 48 bits of milliseconds, the rest chance, so that ids sort by when they were made. */
export function uuid7() {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const now = Date.now()
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(now / 2 ** (8 * (5 - i))) % 256
  bytes[6] = (bytes[6] & 0x0f) | 0x70
  bytes[8] = (bytes[8] & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5")
}
