const here = /^(127\.|::1$|0:0:0:0:0:0:0:1$)/
const near = /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|f[cd][0-9a-f]{2}:|fe80:)/i

/** Where an address lies: the server itself, the firm's own network, or outside. */
export const placeOf = (address: string) =>
  here.test(address) ? 'here' : near.test(address) ? 'near' : 'outside'
