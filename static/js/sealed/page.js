// A sealed page: its title and words, padded so that their length tells little, bound to the page's id.

import { base64, bytes, decoded, encoded, seal, unseal } from "../writing/device.js"

const BLOCK = 512

/** @param {{title: string, body: string}} words @returns {Promise<string>} base64 */
export async function close(key, words, id) {
  const said = encoded(JSON.stringify(words))
  const padded = new Uint8Array(Math.ceil((said.length + 1) / BLOCK) * BLOCK).fill(0x20)
  padded.set(said)
  return base64(await seal(key, padded, `kaya sealed page ${id}`))
}

export async function open(key, cipher, id) {
  return JSON.parse(decoded(await unseal(key, bytes(cipher), `kaya sealed page ${id}`)))
}
