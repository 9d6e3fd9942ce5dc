// Signing out: what can go is sent first; what was refused is shown, and forgotten where its writer says so; of what is left they
// are told. Without a network nobody is signed out: that is said, and the page stays.

import { account } from "../account.js"

const LEFT = "outbox.left" // in this tab: one signed out while something waits
const TRIED = "signing-out" // in this tab: one is on the way out
const SOON = 4000 // ms that signing out waits for what is still to go

const outbox = () => import("../outbox.js")
const say = (template) => document.dispatchEvent(new CustomEvent("notice", { detail: { template } }))

document.addEventListener(
  "submit",
  (event) => {
    if (!event.target.matches("[action$='/logout']")) return
    if (navigator.onLine && !localStorage.getItem("outbox")) return sessionStorage.setItem(TRIED, "1")
    event.preventDefault()
    event.stopImmediatePropagation()
    if (navigator.onLine) leave(event.target)
    else say("still")
  },
  { capture: true },
)

/** A browser that keeps nothing has nothing to settle. */
async function leave(form) {
  if (!(await isSettled().catch(() => true))) return
  sessionStorage.setItem(TRIED, "1")
  form.submit()
}

async function isSettled() {
  const { flush, forget, waiting } = await outbox()
  await Promise.race([flush().catch(() => {}), new Promise((over) => setTimeout(over, SOON))])
  const left = await waiting()
  const refused = left.filter((letter) => letter.refused)
  if (refused.length && !(await isLetGo(refused))) return false
  for (const { id } of refused) await forget(id)
  if (left.length > refused.length) sessionStorage.setItem(LEFT, "1")
  return true
}

async function isLetGo(refused) {
  const { wordsOf } = await outbox()
  const dialog = document.getElementById("refused")
  const lines = refused.map((letter) => Object.assign(document.createElement("li"), { textContent: wordsOf(letter) }))
  for (const line of lines) line.dir = "auto"
  dialog.querySelector("ul").replaceChildren(...lines)
  dialog.returnValue = ""
  dialog.showModal()
  await new Promise((over) => dialog.addEventListener("close", over, { once: true }))
  return dialog.returnValue === "forget"
}

/** The page after it: one is out, or the network went on the way (sw.js). */
function arrive() {
  const [tried, left] = [TRIED, LEFT].map((name) => sessionStorage.getItem(name))
  for (const name of [TRIED, LEFT]) sessionStorage.removeItem(name)
  if (tried && account) say("still")
  else if (left && !account) say("left")
}

arrive()
