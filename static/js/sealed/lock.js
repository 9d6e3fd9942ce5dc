// The key of sealed pages: made here, kept by the server only wrapped under what PBKDF2 makes of a passphrase.

import { base64, bytes, encoded } from "../writing/device.js"

const AES = { name: "AES-GCM", length: 256 }
const SALT = 32
const NONCE = 12

/** @typedef {{salt: string, rounds: number, wrapped: string, version?: number}} Lock */

/** A new key and its lock. @returns {Promise<{key: CryptoKey, lock: Lock}>} */
export async function make(passphrase, rounds, owner) {
  const key = await crypto.subtle.generateKey(AES, true, ["encrypt", "decrypt"])
  const lock = await locked(key, passphrase, rounds, owner)
  return { key: await open(passphrase, lock, owner), lock }
}

/** The key that the passphrase opens; it cannot be taken out of memory. Throws where the passphrase is another. */
export const open = (passphrase, lock, owner) => unlocked(passphrase, lock, owner, false)

/** Another passphrase for the same key, so that no page has to be sealed anew. @returns {Promise<Lock>} */
export async function change(passphrase, lock, next, rounds, owner) {
  return locked(await unlocked(passphrase, lock, owner, true), next, rounds, owner)
}

async function locked(key, passphrase, rounds, owner) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT))
  const iv = crypto.getRandomValues(new Uint8Array(NONCE))
  const by = await derived(passphrase, salt, rounds)
  const closed = await crypto.subtle.wrapKey("raw", key, by, how(iv, owner))
  return { salt: base64(salt), rounds, wrapped: base64(new Uint8Array([...iv, ...new Uint8Array(closed)])) }
}

async function unlocked(passphrase, { salt, rounds, wrapped }, owner, extractable) {
  const whole = bytes(wrapped)
  const by = await derived(passphrase, bytes(salt), rounds)
  const closed = whole.subarray(NONCE)
  const key = how(whole.subarray(0, NONCE), owner)
  return crypto.subtle.unwrapKey("raw", closed, by, key, AES, extractable, ["encrypt", "decrypt"])
}

/** However a keyboard composes its letters, it is the same passphrase. */
async function derived(passphrase, salt, iterations) {
  const typed = await crypto.subtle.importKey("raw", encoded(passphrase.normalize("NFKC")), "PBKDF2", false, [
    "deriveKey",
  ])
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations }
  return crypto.subtle.deriveKey(how, typed, AES, false, ["wrapKey", "unwrapKey"])
}

const how = (iv, owner) => ({ name: "AES-GCM", iv, additionalData: encoded(`kaya sealed journal ${owner}`) })
