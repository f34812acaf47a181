/** What each part of an estate must have for the simulator not to stumble over it. */

/** What is wrong with `estate.json`, if anything is. */
export function wrongDescription(value: unknown): string | undefined {
  const members = Object(value) as { readonly [member: string]: unknown };
  const stranger = ['id', 'title', 'now', 'tenantId'].find((name) => typeof members[name] !== 'string');
  if (stranger !== undefined) return `it has no ${stranger}`;
  if (Number.isNaN(Date.parse(String(members.now)))) return 'its now is no time such as 2026-03-31T00:00:00Z';
  const missing = ['identity', 'pageSizes'].find((name) => !isObject(members[name]));
  if (missing !== undefined) return `it has no ${missing}`;
  const { folders } = members;
  const areNames = Array.isArray(folders) && folders.every((folder) => typeof folder === 'string');
  return areNames ? undefined : 'its folders are no list of names';
}

/** What is wrong with a list of things that have these members, all of them text. */
export function wrongList(value: unknown, members: readonly string[]): string | undefined {
  if (!Array.isArray(value)) return 'it is no list';
  const index = value.findIndex((item) => !hasTexts(item, members));
  return index < 0 ? undefined : `item ${index + 1} has no ${members.join(' or no ')}`;
}

const hasTexts = (item: unknown, members: readonly string[]): boolean =>
  isObject(item) && members.every((name) => typeof (item as { [member: string]: unknown })[name] === 'string');

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
