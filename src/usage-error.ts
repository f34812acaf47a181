/** Something that the user can put right: what happened, and what to do next. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly next: string;

  constructor(message: string, next: string, cause?: unknown) {
    super(message, { cause });
    this.next = next;
  }
}
