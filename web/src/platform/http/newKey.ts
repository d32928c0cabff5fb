/**
 * A key under which a request takes effect once, however often it is sent. Not `crypto.randomUUID`, which a browser
 * offers on https and localhost only.
 */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
