/** JSON without blanks, names in the order of their code units: the same for values that differ in the order of names alone. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) => inOrder(part));

const inOrder = (part: unknown): unknown =>
  typeof part === 'object' && part !== null && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
    : part;
