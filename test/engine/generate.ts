/** Random conditions on secrets of the test catalog, and random secrets. */
import { Gap } from '../../src/model/gap.ts';
import { DAY, NOW } from './estate.ts';
import type { Random } from './random.ts';

type Sort = 'bool' | 'int' | 'string' | 'timestamp' | 'duration';

/** Optional fields that a guard around the place has asked for, and the variables of macros. */
interface Place {
  readonly proven: readonly string[];
  readonly versions: readonly string[];
  readonly depth: number;
}

const OPTIONAL = ['secret.expires', 'secret.content', 'secret.tags.owner'];
const TEXTS = ['""', '"a"', '"db"', '"prod"', '"z😀"', '"\\uFF5E"'];

export class Generator {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  condition(): string {
    return this.#bool({ proven: [], versions: [], depth: 3 });
  }

  #some(sort: Sort, place: Place): string {
    const inner = { ...place, depth: place.depth - 1 };
    const makers = {
      bool: () => this.#bool(inner),
      int: () => this.#int(inner),
      string: () => this.#string(inner),
      timestamp: () => this.#timestamp(inner),
      duration: () => this.#duration(inner),
    };
    return makers[sort]();
  }

  #bool(place: Place): string {
    if (place.depth <= 0) return this.#boolLeaf(place);
    const one = (): string => this.#some('bool', place);
    return this.#random.pick([
      () => `(${one()} && ${one()})`,
      () => `(${one()} || ${one()})`,
      () => `!(${one()})`,
      () => `(${one()} ? ${one()} : ${one()})`,
      () => this.#guarded(place),
      () => this.#guarded(place),
      () => this.#comparison(place),
      () => this.#comparison(place),
      () => this.#quantified(place),
      () => this.#membership(place),
      () => this.#textTest(place),
    ])();
  }

  #boolLeaf({ versions }: Place): string {
    return this.#random.pick([
      'true',
      'false',
      'secret.enabled',
      ...OPTIONAL.map((path) => `has(${path})`),
      ...versions.flatMap((name) => [`${name}.enabled`, `has(${name}.expires)`]),
    ]);
  }

  /** One of the two ways to ask before reading. */
  #guarded(place: Place): string {
    const path = this.#random.pick([...OPTIONAL, ...place.versions.map((name) => `${name}.expires`)]);
    const body = this.#some('bool', { ...place, proven: [...place.proven, path, path] });
    return this.#random.chance(0.5) ? `(has(${path}) && ${body})` : `(!has(${path}) || ${body})`;
  }

  #comparison(place: Place): string {
    const sort = this.#random.pick(['int', 'string', 'timestamp', 'duration'] as const);
    const operator = this.#random.pick(['<', '<=', '>', '>=', '==', '!=']);
    return `(${this.#some(sort, place)} ${operator} ${this.#some(sort, place)})`;
  }

  #quantified(place: Place): string {
    if (place.versions.length === 2) return this.#boolLeaf(place);
    const name = `v${place.versions.length}`;
    const body = this.#some('bool', { ...place, versions: [...place.versions, name] });
    return `secret.versions.${this.#random.pick(['all', 'exists', 'exists_one'])}(${name}, ${body})`;
  }

  #membership(place: Place): string {
    return this.#random.pick([
      () => `(${this.#some('string', place)} in ["a", "db", "prod"])`,
      () => `(${this.#some('int', place)} in secret.grades)`,
      () => `("${this.#random.pick(['owner', 'env'])}" in secret.tags)`,
      () => `(secret.grades == [${this.#some('int', place)}])`,
      () => `("read" in secret.scopes)`,
    ])();
  }

  #textTest(place: Place): string {
    const test = this.#random.pick(['startsWith', 'endsWith', 'contains']);
    const pattern = this.#random.pick(['^[a-z]+$', 'o', '^$', '(a|b)+']);
    return this.#random.chance(0.7)
      ? `${this.#leaf('string', place)}.${test}(${this.#leaf('string', place)})`
      : `${this.#leaf('string', place)}.matches("${pattern}")`;
  }

  #leaf(sort: Sort, place: Place): string {
    return this.#some(sort, { ...place, depth: 1 });
  }

  #int(place: Place): string {
    const leaves = ['0', '1', '-3', '90', 'secret.size', ...place.versions.map((name) => `${name}.uses`)];
    if (place.depth <= 0) return this.#random.pick(leaves);
    const filtered = `f${place.versions.length}`;
    return this.#random.pick([
      () => `(${this.#some('int', place)} ${this.#random.pick(['+', '-', '*', '/', '%'])} ${this.#some('int', place)})`,
      () => `size(${this.#some('string', place)})`,
      () => 'size(secret.versions)',
      () => `-(${this.#some('int', place)})`,
      () => (place.versions.length < 2 ? `size(secret.versions.filter(${filtered}, ${filtered}.enabled))` : '2'),
      () => this.#random.pick(leaves),
    ])();
  }

  #string(place: Place): string {
    const optional = place.proven.filter((path) => path === 'secret.content' || path === 'secret.tags.owner');
    const leaves = [...TEXTS, 'secret.name', ...optional, ...place.versions.map((name) => `${name}.id`)];
    if (place.depth <= 0 || this.#random.chance(0.6)) return this.#random.pick(leaves);
    return `(${this.#some('string', place)} + ${this.#some('string', place)})`;
  }

  #timestamp(place: Place): string {
    const optional = place.proven.filter((path) => path.endsWith('.expires'));
    const leaves = ['now', 'secret.created', 'timestamp("2026-01-01T00:00:00Z")', ...optional, ...optional];
    leaves.push(...place.versions.map((name) => `${name}.created`));
    if (place.depth <= 0 || this.#random.chance(0.6)) return this.#random.pick(leaves);
    return `(${this.#some('timestamp', place)} ${this.#random.pick(['+', '-'])} ${this.#some('duration', place)})`;
  }

  #duration(place: Place): string {
    const leaves = ['duration("2160h")', 'duration("1h30m")', 'duration("0s")', 'duration("-24h")'];
    if (place.depth <= 0 || this.#random.chance(0.4)) return this.#random.pick(leaves);
    return `(${this.#some('timestamp', place)} - ${this.#some('timestamp', place)})`;
  }
}

export interface Secret {
  readonly [field: string]: unknown;
}

/** A random secret; `gaps` is the share of its facts that could not be read. */
export function randomSecret(random: Random, gaps: number): Secret {
  const versions = Array.from({ length: random.below(4) }, (_, at) => randomVersion(random, gaps, at));
  return facts(random, gaps, {
    name: random.pick(['', 'a', 'db', 'prod', 'é😀']),
    enabled: random.chance(0.5),
    created: randomMoment(random),
    size: random.pick([0, 1, 2, 90, 2048, -3]),
    tags: Object.fromEntries(
      ['owner', 'env'].filter(() => random.chance(0.5)).map((key) => [key, random.pick(['', 'a'])]),
    ),
    versions,
    grades: Array.from({ length: random.below(3) }, () => random.pick([0, 1, 90])),
    scopes: ['read', 'write'].filter(() => random.chance(0.5)),
    ...(random.chance(0.6) && { expires: randomMoment(random) }),
    ...(random.chance(0.6) && { content: random.pick(['', 'a', 'db']) }),
  });
}

const randomVersion = (random: Random, gaps: number, at: number): Secret =>
  facts(random, gaps, {
    id: random.pick(['a', 'db', `v${at}`]),
    enabled: random.chance(0.5),
    created: randomMoment(random),
    uses: random.pick([0, 1, 90]),
    scopes: [],
    ...(random.chance(0.5) && { expires: randomMoment(random) }),
  });

const randomMoment = (random: Random): number => NOW + (random.below(400) - 280) * DAY + random.pick([0, 1000]);

const facts = (random: Random, gaps: number, values: Secret): Secret =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, random.chance(gaps) ? Gap.of('forbidden') : value]),
  );
