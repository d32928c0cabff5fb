/** Six digits are a whole code, so nobody has to press a button behind it. */
export const isWhole = (typed: string) => /^\s*\d{3}\s?\d{3}\s*$/.test(typed.normalize('NFKC'))

/** A secret in groups of four, as a person reads it to himself. */
export const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(' ') ?? ''
