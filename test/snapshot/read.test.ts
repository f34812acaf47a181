/** Snapshots that were cut, edited or never were any: each is refused with its place and the way out. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { azure } from '../../src/collect/azure/catalog.ts';
import type { SnapshotEntry, SnapshotHeader, SnapshotRecord } from '../../src/model/snapshot.ts';
import { openSnapshot } from '../../src/snapshot/read.ts';
import { SnapshotError } from '../../src/snapshot/snapshot-error.ts';
import { assemble, FolderSpool } from '../../src/snapshot/spool.ts';
import { collected } from '../collect/scan.ts';
import { NOW, smallEstate, TENANT } from '../estate/small-estate.ts';

const header: SnapshotHeader = {
  record: 'header',
  schemaVersion: 1,
  tool: { name: 'vault-posture', version: '1' },
  run: { id: 'r', startedAt: NOW, finishedAt: NOW },
  collectedAt: NOW,
  tenantId: TENANT,
  scope: { cloud: 'public', subscriptions: [], vaults: [] },
  complete: true,
};

let folder: string;
let lines: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-posture-test-'));
  const refusals = [{ plane: 'data', path: '/certificates', status: 403, code: 'Forbidden' }] as const;
  const estate = smallEstate({ 'kv-a': { secrets: { db: {}, api: {} }, refusals }, 'kv-b': { keys: { k: {} } } });
  const { records } = await collected(estate);
  lines = [header, ...records].map((record) => JSON.stringify(record));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function write(text: string | Buffer, ending = 'ndjson'): Promise<string> {
  const file = join(folder, `${files++}.${ending}`);
  await writeFile(file, text);
  return file;
}

async function read(file: string): Promise<SnapshotEntry[]> {
  const entries: SnapshotEntry[] = [];
  for await (const entry of (await openSnapshot(file, azure)).entries()) entries.push(entry);
  return entries;
}

/** What reading the text ends with; the file is called F. */
async function complaint(text: string | Buffer, ending?: string): Promise<string> {
  const file = await write(text, ending);
  const error = await read(file).catch((thrown: unknown) => thrown);
  if (error instanceof SnapshotError) return error.message.replaceAll(file, 'F');
  throw error instanceof Error ? error : new Error('it was read');
}

const whole = (some: readonly string[] = lines) => `${some.join('\n')}\n`;
const lineOf = (test: (record: SnapshotRecord) => boolean) =>
  lines.findIndex((line) => test(JSON.parse(line) as SnapshotRecord));
const isSecret = (record: SnapshotRecord) => record.record === 'resource' && record.kind === 'azure.secret';

/** The snapshot with the first record of that sort changed, and the line it is in. */
function edited(which: (record: SnapshotRecord) => boolean, change: (record: Record<string, unknown>) => void) {
  const at = lineOf(which);
  const record = JSON.parse(lines[at] as string) as Record<string, unknown>;
  change(record);
  return { text: whole(lines.with(at, JSON.stringify(record))), line: at + 1 };
}
const without = (which: (record: SnapshotRecord) => boolean) => whole(lines.toSpliced(lineOf(which), 1));

describe('a whole snapshot', () => {
  test('is read, plain, packed, without its last line end, and from Windows', async () => {
    const plain = await read(await write(whole()));
    expect(plain.filter(({ record }) => record === 'resource')).toHaveLength(7);
    expect(await read(await write(gzipSync(whole()), 'ndjson.gz'))).toEqual(plain);
    expect(await read(await write(lines.join('\n')))).toEqual(plain);
    expect(await read(await write(lines.join('\r\n')))).toEqual(plain);
  });

  test('is put together from parts with one numbering for all, packed when its name says so', async () => {
    const spool = await FolderSpool.open(join(folder, 'spool'));
    const part: SnapshotRecord[] = [
      { record: 'source', id: 1, plane: 'arm', request: 'GET https://x', at: NOW },
      { record: 'unlisted', kind: 'azure.subscription', parent: 'tenant:x', gap: 'forbidden', source: 1 },
    ];
    for (const name of ['a', 'b']) await spool.put(name, part, true);
    const file = join(folder, 'assembled.ndjson.gz');
    await assemble(spool, ['a', 'b'], header, file);
    const entries = await read(file);
    expect(entries.map((entry) => ('id' in entry ? entry.id : 'source' in entry ? entry.source : undefined))).toEqual([
      1, 1, 2, 2,
    ]);
    await spool.remove();
  });
});

describe('a snapshot that was cut off', () => {
  test.each([0.2, 0.5, 0.9, 0.99])('in the middle of a line, at %f of its length', async (share) => {
    const text = whole().slice(0, whole().length * share);
    const line = text.split('\n').length;
    expect(await complaint(text)).toBe(
      `F:${line}: not a record of a snapshot. The file was cut off or edited: collect again.`,
    );
  });

  test('between two lines', async () => {
    const some = lines.slice(0, -3);
    expect(await complaint(whole(some))).toBe(
      `F:${some.length}: cut off here, the end record is missing. Collect again.`,
    );
  });

  test('behind its header', async () => {
    expect(await complaint(whole(lines.slice(0, 1)))).toMatch(/^F:1: cut off here/);
  });

  test('while it was packed', async () => {
    const packed = gzipSync(whole());
    expect(gunzipSync(packed).length).toBeGreaterThan(1000);
    expect(await complaint(packed.subarray(0, packed.length / 2), 'ndjson.gz')).toMatch(
      /^F cannot be read: unexpected end of file\. .*collect again/,
    );
  });
});

describe('what is no snapshot', () => {
  test.each<[string, string | Buffer, RegExp]>([
    ['an empty file', '', /^F:1: the file is empty\. Collect again, or name another/],
    ['an empty line', '\n', /^F:1: not a record.*collect again/],
    ['a text', 'hello', /^F:1: not a record.*collect again/],
    ['another JSON', '{"a":1}', /^F:1: not a record/],
    ['a list', '[]', /^F:1: not a record/],
    [
      'another record first',
      '{"record":"end","resources":0}',
      /^F:1: does not begin like a snapshot\. vault-posture collect writes one/,
    ],
    ['bytes', Buffer.from([0x1f, 0x8b, 0, 0xff]), /^F:1: not a record/],
  ])('%s', async (_, text, message) => {
    expect(await complaint(text)).toMatch(message);
  });

  test('a file that only calls itself packed', async () => {
    expect(await complaint(whole(), 'ndjson.gz')).toMatch(/^F cannot be read: incorrect header check\. /);
  });

  test('a file that is not there, and a folder', async () => {
    await expect(read(join(folder, 'none.ndjson'))).rejects.toThrow(
      /cannot be read: there is no such file or folder \(ENOENT\).*Check the path/,
    );
    await expect(read(folder)).rejects.toThrow(/cannot be read: this is a folder.*Check the path/);
  });

  test('one of a later release', async () => {
    const text = whole([JSON.stringify({ ...header, schemaVersion: 2 }), ...lines.slice(1)]);
    expect(await complaint(text)).toBe('F:1: a snapshot of version 2; this release reads version 1. Collect again.');
  });

  test.each([
    ['tool', {}],
    ['run', { id: 'x', startedAt: 'noon', finishedAt: 'noon' }],
    ['scope', { cloud: 'public', subscriptions: [], vaults: 'all' }],
    ['collectedAt', 'noon'],
    ['identity', 'somebody'],
    ['signIn', { auth: 5 }],
    ['requests', { sent: -1, retried: 0, throttled: 0 }],
    ['estate', {}],
  ])('a header with another %s than is ever written', async (member, value) => {
    const text = whole([JSON.stringify({ ...header, [member]: value }), ...lines.slice(1)]);
    expect(await complaint(text)).toMatch(new RegExp(`^F:1: the header has no proper ${member}\\. .*collect again`));
  });

  test.each(['collectedAt', 'tool', 'run', 'scope', 'complete'])('a header without %s', async (member) => {
    const text = whole([JSON.stringify({ ...header, [member]: undefined }), ...lines.slice(1)]);
    expect(await complaint(text)).toMatch(new RegExp(`^F:1: the header has no ${member}\\. .*collect again`));
  });
});

describe('a snapshot that was edited', () => {
  const isEnd = ({ record }: SnapshotRecord) => record === 'end';
  const factsOf = (record: Record<string, unknown>) =>
    (record as unknown as { facets: { attributes: { fields: Record<string, unknown> } } }).facets.attributes.fields;

  test.each<[string, (record: SnapshotRecord) => boolean, (record: Record<string, unknown>) => void, string]>([
    [
      'a fact of the wrong type',
      isSecret,
      (record) => {
        factsOf(record).enabled = 'yes';
      },
      'attributes.enabled: must be true or false. Correct it, or collect again.',
    ],
    [
      'a fact taken out',
      isSecret,
      (record) => {
        delete factsOf(record).created;
      },
      'attributes.created: is missing; write a gap where it could not be read. Correct it, or collect again.',
    ],
    [
      'a fact nobody knows',
      isSecret,
      (record) => {
        factsOf(record).value = 'x';
      },
      'attributes.value: is not in the catalog. Correct it',
    ],
    [
      'a facet taken out',
      isSecret,
      (record) => {
        delete (record as unknown as { facets: { versions?: object } }).facets.versions;
      },
      'lacks the facet versions, or its source. The file was changed after it was written: collect again.',
    ],
    [
      'a facet put in',
      isSecret,
      (record) => {
        Object.assign(record.facets as object, { policy: {} });
      },
      'azure.secret has no facet policy. The file was changed',
    ],
    [
      'a kind nobody knows',
      isSecret,
      (record) => {
        Object.assign(record, { kind: 'azure.hoard' });
      },
      'unknown kind "azure.hoard". The file',
    ],
    [
      'a kind that every object knows',
      isSecret,
      (record) => {
        Object.assign(record, { kind: 'constructor' });
      },
      'unknown kind "constructor". The file',
    ],
    [
      'an id that is none',
      isSecret,
      (record) => {
        Object.assign(record, { id: 5 });
      },
      'resource without a proper id. The file',
    ],
    [
      'no facets',
      isSecret,
      (record) => {
        Object.assign(record, { facets: null });
      },
      'resource without a proper facets. The file',
    ],
    [
      'a parent that is none',
      isSecret,
      (record) => {
        Object.assign(record, { parent: {} });
      },
      'resource without a proper parent. The file',
    ],
    [
      'a record nobody knows',
      isSecret,
      (record) => {
        Object.assign(record, { record: 'note' });
      },
      'unknown record "note". The file',
    ],
    [
      'a record that every object knows',
      isSecret,
      (record) => {
        Object.assign(record, { record: 'toString' });
      },
      'unknown record "toString". The file',
    ],
    [
      'a record that is a list',
      isSecret,
      (record) => {
        Object.assign(record, { record: [] });
      },
      'unknown record []. The file',
    ],
    [
      'a second header',
      isSecret,
      (record) => {
        Object.assign(record, header);
      },
      'unknown record "header". The file',
    ],
    [
      'a reason nobody knows',
      ({ record }) => record === 'unlisted',
      (record) => {
        Object.assign(record, { gap: 'because' });
      },
      '"because" is no reason. The file',
    ],
    [
      'a missing kind nobody knows',
      ({ record }) => record === 'unlisted',
      (record) => {
        Object.assign(record, { kind: 'azure.hoard' });
      },
      'unknown kind "azure.hoard". The file',
    ],
    [
      'coverage of nothing',
      ({ record }) => record === 'coverage',
      (record) => {
        delete record.resource;
      },
      'coverage without a proper resource. The file',
    ],
    [
      'a source without a number',
      ({ record }) => record === 'source',
      (record) => {
        delete record.id;
      },
      'source without a proper id. The file',
    ],
    [
      'a number of resources that is not theirs',
      isEnd,
      (record) => {
        Object.assign(record, { resources: 3 });
      },
      '3 resources were written, 7 are here. The file',
    ],
  ])('%s', async (_, which, change, message) => {
    const { text, line } = edited(which, change);
    const said = await complaint(text);
    expect(said).toMatch(new RegExp(`^F:${line}: `));
    expect(said).toContain(message);
  });

  test('a resource taken out', async () => {
    expect(await complaint(without(isSecret))).toMatch(
      /^F:\d+: 7 resources were written, 6 are here\. .*collect again/,
    );
  });

  test('a resource that is there twice, whatever its letter case', async () => {
    const at = lineOf(isSecret);
    const again = (lines[at] as string).replace('/secrets/', '/SECRETS/');
    expect(await complaint(whole(lines.toSpliced(at, 0, again)))).toMatch(
      new RegExp(`^F:${at + 2}: https://kv-a.* is there twice\\. .*collect again`),
    );
  });

  test('something behind its end', async () => {
    expect(await complaint(whole([...lines, lines.at(-1) as string]))).toMatch(
      new RegExp(`^F:${lines.length + 1}: there is more behind the end record`),
    );
  });

  test('a line that is no JSON', async () => {
    expect(await complaint(whole(lines.with(4, 'oops')))).toMatch(/^F:5: not a record of a snapshot/);
  });
});
