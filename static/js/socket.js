// The page's one connection for nudges: made when the first thing subscribes, taken up again when it was lost.

import { io } from "socket.io-client"

const ANSWER = 5000 // ms
const A_MOMENT = 1000 // ms
const ON_THE_WAY = 15_000 // ms for whoever is leaving this page already, as one does who signs out here
const REFUSED = "Connection rejected by server" // so Socket.IO says that a sign-in has ended

const subscriptions = new Map()
let socket
let leaving = false
let reconnecting // the regions of a page all ask; it is done once

/**
 * Hear of a topic, until the returned function is called.
 * @param {(news: {version: number, missed?: boolean}) => void} hear  called at each nudge, and at each (re)connection with
 *   the version that the server acknowledges. Version 0: the topic has none, and what may have been `missed` must be asked.
 */
export function subscribe(topic, key, hear) {
  const name = nameOf(topic, key)
  const listeners = subscriptions.get(name)?.listeners ?? new Set()
  listeners.add(hear)
  if (listeners.size === 1) subscriptions.set(name, { topic, key, listeners })
  if (connection().connected) join(subscriptions.get(name))
  return () => leave(name, hear)
}

/** Ask again what is newest, after a tab was hidden; false when that cannot be asked before there is a connection. */
export function catchUp() {
  if (socket?.connected) subscriptions.forEach(join)
  else reconnect()
  return Boolean(socket?.connected)
}

/** Begin a connection afresh: one from before the network was away may be dead without knowing it. */
export function reconnect() {
  clearTimeout(reconnecting)
  reconnecting = setTimeout(() => socket?.disconnect().connect())
}

/** Say something, and get its acknowledgement; nothing when there is no connection, or no answer in time. */
export async function ask(event, body) {
  if (!connection().connected) return undefined
  return socket
    .timeout(ANSWER)
    .emitWithAck(event, body)
    .catch(() => undefined)
}

/** Hear an event that is sent to this person alone, or to a topic that is subscribed to, until the returned function is called. */
export function listen(event, hear) {
  connection().on(event, hear)
  return () => socket.off(event, hear)
}

export const connected = () => Boolean(socket?.connected)

function connection() {
  if (socket) return socket
  window.addEventListener("beforeunload", () => (leaving = true))
  window.addEventListener("pageshow", () => (leaving = false))
  socket = io({ transports: ["websocket"], reconnectionDelayMax: 20_000 })
  socket.on("connect", () => subscriptions.forEach(join))
  socket.on("nudge", ({ topic, key, version }) => tell(nameOf(topic, key), { version, missed: true }))
  socket.on("signed-out", () => setTimeout(leadToTheDoor, leaving ? ON_THE_WAY : A_MOMENT))
  socket.on("connect_error", ({ message }) => message === REFUSED && leadToTheDoor())
  socket.on("notification", (detail) => document.dispatchEvent(new CustomEvent("notification", { detail })))
  return socket
}

// What stands on a page for someone is theirs: once they are signed out, from wherever, it is not shown any longer.
function leadToTheDoor() {
  if (!document.querySelector("meta[name=account]")) return
  location.replace(`/login?${new URLSearchParams({ next: location.pathname + location.search })}`)
}

function join(subscription) {
  const { topic, key, joined } = subscription
  socket.emit("subscribe", key ? { topic, key } : { topic }, (answer) => {
    if (answer?.ok) tell(nameOf(topic, key), { version: answer.version, missed: joined })
    subscription.joined = true
  })
}

function leave(name, hear) {
  const { topic, key, listeners } = subscriptions.get(name) ?? {}
  listeners?.delete(hear)
  if (!listeners || listeners.size) return
  subscriptions.delete(name)
  if (socket?.connected) socket.emit("unsubscribe", key ? { topic, key } : { topic })
}

const tell = (name, news) => subscriptions.get(name)?.listeners.forEach((hear) => hear(news))
const nameOf = (topic, key) => (key ? `${topic}:${key}` : topic)
