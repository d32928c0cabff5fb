/** Something that is to be sent as soon as the server answers, in the order in which it was kept. */
export interface Kept {
  seq: number
  /** What the request is called, however often it is sent. */
  key: string
  person: string
  /** What it is about; nothing about the same goes before it. */
  about: string
  kind: string
  body: unknown
  blob?: Blob
  /** Why the server does not take it. */
  refused?: string
}

export interface Store {
  all: () => Promise<Kept[]>
  add: (item: Omit<Kept, 'seq'>) => Promise<Kept>
  put: (item: Kept) => Promise<void>
  remove: (seq: number) => Promise<void>
}

const NAME = 'chaoxi-outbox'
const TABLE = 'kept'

const answer = <T>(request: IDBRequest<T>) =>
  new Promise<T>((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error ?? new Error('storage'))
  })

function opened() {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () =>
    request.result.createObjectStore(TABLE, { keyPath: 'seq', autoIncrement: true })
  return answer(request)
}

/** On this device, also when the page is loaded again or the browser was closed. */
export function deviceStore(): Store {
  let database: Promise<IDBDatabase> | null = null
  const table = async (mode: IDBTransactionMode) =>
    (await (database ??= opened())).transaction(TABLE, mode).objectStore(TABLE)
  return {
    all: async () => answer((await table('readonly')).getAll() as IDBRequest<Kept[]>),
    add: async (item) => {
      const seq = await answer((await table('readwrite')).add(item))
      return { ...item, seq: Number(seq) }
    },
    put: async (item) => void (await answer((await table('readwrite')).put(item))),
    remove: async (seq) => void (await answer((await table('readwrite')).delete(seq))),
  }
}

/** Where a browser keeps nothing, as long as the page is open. */
export function pageStore(): Store {
  let items: Kept[] = []
  let last = 0
  return {
    all: () => Promise.resolve(items.map((item) => ({ ...item }))),
    add: (item) => {
      const kept = { ...item, seq: ++last }
      items = [...items, kept]
      return Promise.resolve(kept)
    },
    put: (item) => {
      items = items.map((one) => (one.seq === item.seq ? item : one))
      return Promise.resolve()
    },
    remove: (seq) => {
      items = items.filter((one) => one.seq !== seq)
      return Promise.resolve()
    },
  }
}
