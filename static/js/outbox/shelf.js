// Where the outbox keeps its letters: one IndexedDB store, in the order in which they were written.

let opening

function database() {
  opening ??= new Promise((resolve, reject) => {
    const asking = indexedDB.open("kaya-outbox", 1)
    asking.onupgradeneeded = () => asking.result.createObjectStore("letters", { keyPath: "n", autoIncrement: true })
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
  return opening
}

/** What `act(store)` asked for, once all of it is written. */
async function within(mode, act) {
  const doing = (await database()).transaction("letters", mode)
  return new Promise((resolve, reject) => {
    const asked = act(doing.objectStore("letters"))
    doing.oncomplete = () => resolve(asked?.result)
    doing.onerror = doing.onabort = () => reject(doing.error)
  })
}

export const letters = () => within("readonly", (store) => store.getAll())
export const remove = (n) => within("readwrite", (store) => store.delete(n))

/** Where it is still there: a newer one may have taken its place. */
export const change = (n, more) =>
  within("readwrite", (store) => {
    store.get(n).onsuccess = ({ target: { result } }) => result && store.put({ ...result, ...more })
  })

/** The letter's number. It takes the place of those that wait in the same slot. */
export async function add(letter) {
  const n = await within("readwrite", (store) => store.add(letter))
  if (letter.slot) {
    const older = (await letters()).filter((each) => each.slot === letter.slot && each.account === letter.account)
    for (const each of older) if (each.n < n) await remove(each.n)
  }
  return n
}
