// Words on this device are encrypted under a key that a page gets while its reader is signed in, and that nothing keeps:
// whoever signs out leaves ciphertext behind, and can read it again when they come back.

const NONCE = 12

/** @param {string} words  32 bytes as base64 */
export const keyFrom = async (words) =>
  crypto.subtle.importKey("raw", bytes(words), "AES-GCM", false, ["encrypt", "decrypt"])

/** Nonce and ciphertext in one; `about` binds it to what it belongs to. */
export async function seal(key, said, about) {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: encoded(about) }, key, said)
  const whole = new Uint8Array(NONCE + closed.byteLength)
  whole.set(iv)
  whole.set(new Uint8Array(closed), NONCE)
  return whole
}

export function unseal(key, whole, about) {
  const said = new Uint8Array(whole)
  const how = { name: "AES-GCM", iv: said.subarray(0, NONCE), additionalData: encoded(about) }
  return crypto.subtle.decrypt(how, key, said.subarray(NONCE))
}

export const encoded = (words) => new TextEncoder().encode(words)
export const decoded = (said) => new TextDecoder().decode(said)
export const bytes = (words) => Uint8Array.from(atob(words), (letter) => letter.charCodeAt(0))

export function base64(said) {
  let letters = ""
  for (let at = 0; at < said.length; at += 0x8000) letters += String.fromCharCode(...said.subarray(at, at + 0x8000))
  return btoa(letters)
}
