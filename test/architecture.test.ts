import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const below = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const sources = new Map(below('src', '.ts').map((path) => [path, readFileSync(join(root, path), 'utf8')]));

interface Import {
  readonly from: string;
  /** A path from the root of the project, or the name of a package. */
  readonly to: string;
  /** Gone when the program runs. */
  readonly isType: boolean;
  /** Read when the file is, not when a function runs. */
  readonly isStatic: boolean;
}

function importsOf(from: string): Import[] {
  const text = sources.get(from) ?? '';
  const resolved = (name: string) => (name.startsWith('.') ? relative(root, resolve(root, dirname(from), name)) : name);
  const statics = [...text.matchAll(/^(?:import|export)\b([^;'"]*?)\bfrom '([^']+)';$/gm)];
  const bare = [...text.matchAll(/^import '([^']+)';$/gm)];
  const dynamic = [...text.matchAll(/\bimport\('([^']+)'\)/g)];
  return [
    ...statics.map(([, what = '', name = '']) => ({
      from,
      to: resolved(name),
      isType: isOnlyTypes(what),
      isStatic: true,
    })),
    ...bare.map(([, name = '']) => ({ from, to: resolved(name), isType: false, isStatic: true })),
    ...dynamic.map(([, name = '']) => ({ from, to: resolved(name), isType: false, isStatic: false })),
  ];
}

function isOnlyTypes(what: string): boolean {
  const names =
    /^\s*\{([^]*)\}\s*$/
      .exec(what)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  return (
    /^\s*type\b/.test(what) || (names.length > 0 && names.every((name) => name === '' || name.startsWith('type ')))
  );
}

const imports = [...sources.keys()].flatMap(importsOf);

/** `src/rules/load.ts` → `rules`; what lies in `src` itself goes by its own name. */
const partOf = (path: string): string => path.split('/')[1] ?? '';

/** What each folder may import, beside itself and packages. */
const MAY_IMPORT: { readonly [folder: string]: readonly string[] } = {
  model: [],
  engine: ['model'],
  snapshot: ['model'],
  collect: ['model'],
  report: ['model'],
  rules: ['model', 'engine', 'snapshot', 'usage-error.ts'],
  estate: ['collect', 'model'],
};

const told = ({ from, to }: Import): string => `${from} imports ${to}`;

describe('imports go one way', () => {
  test.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
    const strangers = imports.filter(
      ({ from, to }) => partOf(from) === folder && to.startsWith('src/') && ![folder, ...allowed].includes(partOf(to)),
    );
    expect(strangers.map(told)).toEqual([]);
  });

  test('every folder has its place in this order', () => {
    const folders = new Set([...sources.keys()].filter((path) => path.split('/').length > 2).map(partOf));
    expect([...folders].filter((folder) => folder !== 'commands' && !(folder in MAY_IMPORT))).toEqual([]);
  });

  test('the simulator is reached from the connection alone, and not before it is needed', () => {
    const users = imports.filter(({ from, to }) => partOf(to) === 'estate' && partOf(from) !== 'estate');
    expect(users.filter(({ from, isStatic }) => from !== 'src/connect.ts' || isStatic).map(told)).toEqual([]);
  });

  test('commands are imported by the program alone', () => {
    const users = imports.filter(({ from, to }) => partOf(to) === 'commands' && partOf(from) !== 'commands');
    expect(users.filter(({ from }) => from !== 'src/main.ts').map(told)).toEqual([]);
  });
});

describe('what judges and tells', () => {
  const pure = [...sources].filter(([path]) => ['model', 'engine', 'report'].includes(partOf(path)));
  const WORLD =
    /^node:(?:fs|process|child_process|https?|http2|os|dns|tls|timers|worker_threads)\b|^(?:undici|@azure\/)/;

  test('opens no file, asks no network and no process', () =>
    expect(
      pure.flatMap(([path]) => importsOf(path).filter(({ to, isType }) => !isType && WORLD.test(to))).map(told),
    ).toEqual([]));

  test.each(['Date.now', 'new Date()', 'Math.random', 'performance.now', 'process.', 'globalThis'])(
    'knows no %s',
    (name) => expect(pure.filter(([, text]) => withoutComments(text).includes(name)).map(([path]) => path)).toEqual([]),
  );
});

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '');

describe('starting costs little', () => {
  /** Everything that is read before the first command is known. */
  function reached(path: string, seen = new Set<string>()): Set<string> {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const { to, isType, isStatic } of importsOf(path)) if (isStatic && !isType) reached(to, seen);
    return seen;
  }

  test('no SDK, no renderer, no rule reader is loaded for help', () => {
    const heavy =
      /^(?:@azure\/|undici|yaml|ajv|handlebars|re2js|@marcbachmann)|^src\/(?:collect|engine|rules|report)\//;
    expect([...reached('src/cli.ts')].filter((path) => heavy.test(path))).toEqual([]);
  });

  test('the SDKs are not loaded to list, show or test rules', () => {
    const all = [...reached('src/commands/rules.ts')];
    expect(all.filter((path) => path.startsWith('@azure/') || path === 'undici')).toEqual([]);
  });

  test('signing in is loaded for a live scan alone', () => {
    const all = [...reached('src/commands/scan.ts')];
    expect(all.filter((path) => path === '@azure/identity' || path === 'undici')).toEqual([]);
  });
});

describe('names', () => {
  test('no file is called for what it is not', () =>
    expect([...sources.keys()].filter((path) => /utils?|helpers?|manager|common|misc/i.test(path))).toEqual([]));

  test('files have names in small letters with hyphens', () =>
    expect([...sources.keys()].filter((path) => !/^[a-z0-9/-]+\.ts$/.test(path))).toEqual([]));
});

test('no template puts text into a page as it is', () =>
  expect(
    below('reports', '.hbs').filter((path) => /\{\{\{|\{\{&/.test(readFileSync(join(root, path), 'utf8'))),
  ).toEqual([]));
