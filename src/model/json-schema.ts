/** Words to write JSON Schemas with. */

/** A text. */
export const text = (description: string) => ({ type: 'string', description }) as const;

/** A list of these. */
export const list = (items: object, description: string) => ({ type: 'array', items, description }) as const;

/** A list of texts. */
export const texts = (description: string) => list({ type: 'string' }, description);

/** An object with a value of this kind under each of its names. */
export const byName = (values: object, description: string) =>
  ({ type: 'object', additionalProperties: values, description }) as const;

/** An object that may have other members, too; names that end in ? may be left out. */
export function object(properties: { readonly [name: string]: object }, description: string) {
  const entries = Object.entries(properties);
  return {
    type: 'object',
    required: entries.map(([name]) => name).filter((name) => !name.endsWith('?')),
    properties: Object.fromEntries(entries.map(([name, schema]) => [name.replace(/\?$/, ''), schema])),
    description,
  } as const;
}
