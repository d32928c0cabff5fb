/**
 * Changes of one thing go out one after the other, each with the version the one before was answered with: whoever
 * sends the next before he has read anew would come second to himself.
 */
export function inTurn() {
  const turns = new Map<string, Promise<number>>()
  return <T extends { version: number }>(
    thing: string,
    read: number,
    send: (version: number) => Promise<T>,
  ): Promise<T> => {
    const before = turns.get(thing) ?? Promise.resolve(read)
    const sent = before.then((answered) => send(Math.max(read, answered)))
    turns.set(
      thing,
      sent.then(
        ({ version }) => version,
        () => before,
      ),
    )
    return sent
  }
}
