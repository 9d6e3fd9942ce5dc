// <form method="post" data-outbox="mood">: sent through the outbox, so that it arrives once, with or without a network.
// What arrived is shown where the server says, unless the form is in something that `data-stays`, which may say
// `data-said`; what was refused is sent as every form is, so that the page says why. What waits goes out when a page opens,
// and when the network is back; before one signs out, too (signing-out.js). Not for files.

const outbox = () => import("../outbox.js")
const waits = () => localStorage.getItem("outbox")
const sending = new Set()
const NEXT = "outbox.next" // in this tab: what the next page is to say

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target
    if (!form.matches("[data-outbox]")) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (isFit(form)) go(form, event.submitter)
  },
  { capture: true },
)

/** Where nobody else can say at once what is missing, the browser does. */
const isFit = (form) => navigator.onLine || form.reportValidity()

async function go(form, submitter) {
  if (sending.has(form)) return
  sending.add(form)
  const refused = await deliver(form, submitter).catch(() => true) // or a browser that keeps nothing
  sending.delete(form)
  if (refused) sendAsEver(form, submitter)
}

function sendAsEver(form, submitter) {
  if (submitter?.name) form.append(Object.assign(document.createElement("input"), hidden(submitter)))
  form.submit()
}

const hidden = ({ name, value }) => ({ type: "hidden", name, value })

/** True when it was refused. */
async function deliver(form, submitter) {
  const typed = new FormData(form, submitter)
  const { post } = await outbox()
  for (const name of ["csrf_token", "id"]) typed.delete(name) // each time it is sent it is another thing
  const fields = {}
  for (const name of new Set(typed.keys())) fields[name] = typed.getAll(name)
  if (!typed.get("at")) fields.at = new Date().toISOString()
  const { pathname } = new URL(form.action)
  const { state, response, isSignedOut } = await post(pathname, fields, {
    kind: form.dataset.outbox,
    slot: form.dataset.slot,
    stays: Boolean(form.closest("[data-stays]")),
    said: saidIn(form, submitter),
  })
  if (state === "refused") return true
  const place = form.closest("[data-stays]")
  if (place) begin(form, submitter)
  form.dispatchEvent(new CustomEvent("outbox:done", { bubbles: true, detail: { state } }))
  if (state === "kept" && leadOn(form)) return false
  const where = isSignedOut ? `/login?next=${encodeURIComponent(location.pathname)}` : response?.headers.get("Location")
  if (place?.dataset.said && state === "sent") say(place.dataset.said)
  if (where && (isSignedOut || !place)) location.assign(where)
  else if (!place && state === "sent" && !response) location.reload() // another tab sent it, and knows where it is seen
  return false
}

/** What was answered may want more than to be kept ([data-kept-way]): the way leads there first, and says so. */
function leadOn(form) {
  const way = form.querySelector("[data-kept-way]:checked")?.dataset.keptWay
  if (!way) return false
  sessionStorage.setItem(NEXT, "care")
  location.assign(way)
  return true
}

/** What was chosen and typed, in the words of the page. */
function saidIn(form, submitter) {
  const chosen = [...form.querySelectorAll(":checked:not(option)")].map((field) => field.closest("label")?.textContent)
  const typed = [...form.querySelectorAll("textarea, input:is([type=text], :not([type]))")].map(({ value }) => value)
  const pressed = submitter?.value ? submitter.textContent : ""
  const shown = (words) => words.flatMap((each) => each?.trim() || [])
  return [shown([...chosen, pressed]).join(" · "), ...shown(typed)].filter(Boolean).join("\n")
}

/** Ready for the next. Whoever pressed a button that only stands there once something is chosen is led to the first field. */
function begin(form, submitter) {
  form.reset()
  if (submitter?.checkVisibility() === false)
    form.querySelector("input:not([type=hidden])")?.focus({ preventScroll: true })
}

const say = (message) => document.dispatchEvent(new CustomEvent("notice", { detail: { message } }))

async function sendWhatWaits() {
  if (!waits() || !navigator.onLine) return
  await (await outbox()).flush().catch(() => {})
  if (!waits()) document.dispatchEvent(new Event("outbox:empty"))
}

if (sessionStorage.getItem(NEXT)) {
  document.dispatchEvent(new CustomEvent("notice", { detail: { template: sessionStorage.getItem(NEXT) } }))
  sessionStorage.removeItem(NEXT)
}
addEventListener("online", sendWhatWaits)
sendWhatWaits()
