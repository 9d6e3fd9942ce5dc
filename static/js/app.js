// What every page loads: htmx, the generic behaviours, and the elements' loader.

import "htmx.org"
import "./behaviours/busy.js"
import "./behaviours/check-in.js"
import "./behaviours/connection.js"
import "./behaviours/dialogs.js"
import "./behaviours/focus.js"
import "./behaviours/guard.js"
import "./behaviours/knobs.js"
import "./behaviours/notices.js"
import "./behaviours/outbox.js"
import "./behaviours/quick-exit.js"
import "./behaviours/signing-out.js"
import "./behaviours/transitions.js"
import "./behaviours/zone.js"
import "./elements/theme-switch.js"
import { everywhere } from "./content.js"

// An element that needs more than a few lines comes as a file of its own, fetched when the first one stands on the page.
const elements = {
  "breath-circle": () => import("./elements/breath-circle.js"),
  "breathing-room": () => import("./player/room.js"),
  "copy-button": () => import("./elements/copy-button.js"),
  "device-day": () => import("./elements/device-day.js"),
  "day-grid": () => import("./elements/day-grid.js"),
  "held-clock": () => import("./elements/held-clock.js"),
  "kept-sessions": () => import("./elements/kept-sessions.js"),
  "unsent-words": () => import("./elements/unsent-words.js"),
  "kept-page": () => import("./elements/kept-page.js"),
  "kept-words": () => import("./elements/kept-words.js"),
  "mood-pad": () => import("./elements/mood-pad.js"),
  "kept-letters": () => import("./elements/kept-letters.js"),
  "live-region": () => import("./elements/live-region.js"),
  "passkey-button": () => import("./elements/passkey-button.js"),
  "sealed-journal": () => import("./sealed/sealed-journal.js"),
  "practice-draft": () => import("./player/draft.js"),
  "practice-player": () => import("./player/player.js"),
}

everywhere((root) => {
  for (const [name, load] of Object.entries(elements)) {
    if (!customElements.get(name) && root.querySelector(name)) load()
  }
})
