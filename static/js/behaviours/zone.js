// The browser's time zone: kept in a cookie, so that pages show times in it, and filled into forms that ask for it.

import { everywhere } from "../content.js"

const TIMES = "time, .times, .slots, [data-shows-times]"

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

if (zone && !document.cookie.includes(`zone=${zone}`)) {
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`
  if (document.cookie.includes(`zone=${zone}`) && showsOthersTimes()) location.reload()
}

/** Was this first page written in the house's zone, with times in it and nothing typed yet? Then it is asked for anew. */
function showsOthersTimes() {
  if (!("zoneAssumed" in document.body.dataset) || !document.querySelector(TIMES)) return false
  return [...document.querySelectorAll("input, textarea")].every((field) => field.value === field.defaultValue)
}

everywhere((root) => {
  for (const field of root.querySelectorAll("[data-zone]")) if (!field.value) field.value = zone
  for (const chooser of root.querySelectorAll("[data-zone-chooser]")) tuckAway(chooser)
})

/** A zone that is known needs no choosing: its name stays, and the list opens when asked. */
function tuckAway(chooser) {
  const field = chooser.querySelector("[data-zone]")
  const words = chooser.querySelector("[data-zone-name]")
  if (!field.value || field.getAttribute("aria-invalid") === "true") return
  words.textContent = field.value.split("/").at(-1).replaceAll("_", " ")
  chooser.open = false
  field.addEventListener("change", () => {
    words.textContent = field.value.split("/").at(-1).replaceAll("_", " ")
  })
}
