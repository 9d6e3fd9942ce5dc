// The browser's time zone: kept in a cookie, so that pages show times in it, and filled into forms that ask for it.

import { everywhere } from "../content.js"

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone

if (zone && !document.cookie.includes(`zone=${zone}`)) {
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`
}

everywhere((root) => {
  for (const field of root.querySelectorAll("[data-zone]")) if (!field.value) field.value = zone
})
