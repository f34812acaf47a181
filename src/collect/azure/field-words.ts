/** Shapes of fields that the catalog has often. */

/** A list of texts; `of` tells what each of them is. */
export const texts = (about: string, of: string) =>
  ({ type: 'list', of: { type: 'string', about: of }, about }) as const;
