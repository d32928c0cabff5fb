import { forgetRecent } from '../records/recent'

const OWNER = 'chaoxi.person'
const begun = /^chaoxi\.(draft|comment|log)\./

/** Nothing that was read is shown again without a network. */
export const forgetSeen = () => navigator.serviceWorker?.controller?.postMessage('forget')

/** What somebody began and looked at stays on this device for him, and is gone as soon as somebody else comes. */
export function keepFor(person: string) {
  if (localStorage.getItem(OWNER) === person) return
  forgetSeen()
  const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index)!)
  keys.filter((key) => begun.test(key)).forEach((key) => localStorage.removeItem(key))
  forgetRecent()
  localStorage.setItem(OWNER, person)
}
