/** The user stopped a command: what is kept, and how to go on. */
export class Interruption extends Error {
  override readonly name = 'Interruption';
  readonly next: string;

  constructor(message: string, next: string) {
    super(message);
    this.next = next;
  }
}

/** The same items, until the signal says stop. Throws the signal's reason. */
export async function* until<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
  }
}
