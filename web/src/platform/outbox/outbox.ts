import { newKey, Problem } from '../http'
import { pageStore, type Kept, type Store } from './store'

/** Sends one and answers what those behind it have to know; throws what the server says. */
export type Sender = (item: Kept) => Promise<((later: Kept) => Kept) | undefined>

/** Nobody answered, or not to him, or not now: it is sent again later. */
const later = (error: unknown) =>
  !(error instanceof Problem) ||
  error.status === 0 ||
  error.status >= 500 ||
  [401, 429].includes(error.status) ||
  error.code === 'conflict'

/** What one person left here, as it was read last. */
function makeShelf(store: Store) {
  const listeners = new Set<() => void>()
  let person: string | null = null
  let items: Kept[] = []
  const read = async () => {
    items = (await store.all()).filter((item) => item.person === person)
    listeners.forEach((listener) => listener())
  }
  return {
    read,
    items: () => items,
    person: () => person,
    of: (who: string | null) => {
      person = who
      return read()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

type Shelf = ReturnType<typeof makeShelf>

/** Sends one after the other; what is refused holds up only what is about the same. */
function makeSending(store: Store, shelf: Shelf, senders: Map<string, Sender>) {
  let sending: Promise<void> | null = null

  async function send(item: Kept) {
    const told = await senders.get(item.kind)!(item)
    await store.remove(item.seq)
    if (told) {
      const behind = shelf.items().filter((one) => one.about === item.about && one.seq > item.seq)
      for (const one of behind) await store.put(told(one))
    }
    await shelf.read()
  }

  async function sendAll() {
    // Another page of the same person may have sent some of it meanwhile.
    await shelf.read()
    const stuck = new Set(
      shelf
        .items()
        .filter(({ refused }) => refused)
        .map(({ about }) => about),
    )
    for (;;) {
      const item = shelf.items().find(({ about, kind }) => !stuck.has(about) && senders.has(kind))
      if (!item) return
      try {
        await send(item)
      } catch (error) {
        if (later(error)) return
        stuck.add(item.about)
        await store.put({ ...item, refused: (error as Problem).message })
        await shelf.read()
      }
    }
  }

  return (): Promise<void> =>
    (sending ??= sendAll().finally(() => {
      sending = null
    }))
}

/** What a person did without a network, kept in order and sent once; see {@link Sender}. */
export function makeOutbox(store: Store) {
  const senders = new Map<string, Sender>()
  const shelf = makeShelf(store)
  const flush = makeSending(store, shelf, senders)
  return {
    subscribe: shelf.subscribe,
    kept: shelf.items,
    flush,
    sends: (kind: string, sender: Sender) => void senders.set(kind, sender),
    /** What this person left here before; nothing of anybody else. */
    open: async (who: string | null) => {
      await shelf.of(who)
      if (who) await flush()
    },
    /** Keeps it; what `instead` names and was not sent yet it takes the place of. */
    keep: async (
      about: string,
      kind: string,
      body: unknown,
      more: { blob?: Blob; instead?: boolean } = {},
    ) => {
      const person = shelf.person()
      if (!person) throw new Error('nobody is signed in')
      const former = more.instead
        ? shelf.items().filter((one) => one.about === about && one.kind === kind)
        : []
      const { blob } = more
      const item = await store.add({ key: newKey(), person, about, kind, body, ...(blob && { blob }) })
      for (const one of former) await store.remove(one.seq)
      await shelf.read()
      return item
    },
    /** Tries again what was refused. */
    again: async (about: string) => {
      for (const item of shelf.items().filter((one) => one.about === about)) {
        const fresh = { ...item }
        delete fresh.refused
        await store.put(fresh)
      }
      await shelf.read()
      await flush()
    },
    /** Gives up everything about it, or everything there is. */
    drop: async (about?: string) => {
      for (const one of shelf.items()) if (!about || one.about === about) await store.remove(one.seq)
      await shelf.read()
    },
  }
}

export type Outbox = ReturnType<typeof makeOutbox>

/** Falls back to the page where the browser refuses to keep anything, as in a private window. */
export function sturdy(device: Store, page: Store = pageStore()): Store {
  let broken = false
  const tried = async <T>(work: (store: Store) => Promise<T>) => {
    if (broken) return work(page)
    try {
      return await work(device)
    } catch {
      broken = true
      return work(page)
    }
  }
  return {
    all: () => tried((store) => store.all()),
    add: (item) => tried((store) => store.add(item)),
    put: (item) => tried((store) => store.put(item)),
    remove: (seq) => tried((store) => store.remove(seq)),
  }
}
