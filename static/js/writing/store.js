// What is being written, on this device: one record for each draft, its words encrypted. It is on disk when `put` is done.

const NAME = "kaya-journal"
const DRAFTS = "drafts"

let opened

function database() {
  opened ??= new Promise((resolve, reject) => {
    const asked = indexedDB.open(NAME, 1)
    asked.onupgradeneeded = () =>
      asked.result.createObjectStore(DRAFTS, { keyPath: "id" }).createIndex("owner", "owner")
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })
  return opened
}

async function within(mode, act) {
  const transaction = (await database()).transaction(DRAFTS, mode, { durability: "strict" })
  const asked = act(transaction.objectStore(DRAFTS))
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(asked.result)
    transaction.onerror = transaction.onabort = () => reject(transaction.error)
  })
}

/** @typedef {{id: string, owner: string, place: string, pageId: string, basedOn: number, revision: number, hand?: string, synced: boolean, sent?: boolean, at: number, words: ArrayBuffer | string}} Draft */

/** @param {Draft} draft */
export const put = (draft) => within("readwrite", (drafts) => drafts.put(draft))
export const remove = (id) => within("readwrite", (drafts) => drafts.delete(id))

/** Somebody's, at a place ("new", a page's id, "sealed"), the latest first. @returns {Promise<Draft[]>} */
export async function all(owner, place) {
  const theirs = await within("readonly", (drafts) => drafts.index("owner").getAll(owner))
  return theirs.filter((draft) => draft.place === place).sort((one, other) => other.at - one.at)
}
