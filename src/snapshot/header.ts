/** The first line of a snapshot, held to what reports tell of it. */
import type { SnapshotHeader } from '../model/snapshot.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const time: Check = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));
const count: Check = (value) => Number.isInteger(value) && (value as number) >= 0;
const texts: Check = (value) => Array.isArray(value) && value.every(text);
const flag: Check = (value) => typeof value === 'boolean';

interface Shape {
  readonly [member: string]: Check;
}

const every =
  (required: Shape, optional: Shape = {}): Check =>
  (value) =>
    typeof value === 'object' && value !== null && wrongIn(value as Members, required, optional) === undefined;

interface Members {
  readonly [member: string]: unknown;
}

function wrongIn(members: Members, required: Shape, optional: Shape): string | undefined {
  const isWrong = ([name, check]: [string, Check]) => !check(members[name]);
  const given = Object.entries(optional).filter(([name]) => members[name] !== undefined);
  return [...Object.entries(required), ...given].find(isWrong)?.[0];
}

const REQUIRED: Shape = {
  collectedAt: time,
  complete: flag,
  tool: every({ name: text, version: text }),
  run: every({ id: text, startedAt: time, finishedAt: time }),
  scope: every({ cloud: text, subscriptions: texts, vaults: texts }, { without: texts }),
};
const OPTIONAL: Shape = {
  tenantId: text,
  identity: every({}, { objectId: text, appId: text, type: text }),
  signIn: every({ auth: text }, { proof: text }),
  requests: every({ sent: count, retried: count, throttled: count }),
  estate: text,
};

/** What is wrong with a header, if anything is: `the header has no proper run`. */
export function wrongInHeader(header: SnapshotHeader): string | undefined {
  const members: Members = { ...header };
  const name = wrongIn(members, REQUIRED, OPTIONAL);
  return name && `the header has no ${members[name] === undefined ? '' : 'proper '}${name}`;
}
