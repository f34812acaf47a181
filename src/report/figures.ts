/** What an estate looks like, counted while its snapshot goes by. Takes the same room for any estate. */
import { shortName } from '../model/catalog.ts';
import { Fault } from '../model/gap.ts';
import type { Expiries, Figures, ReportRule, SecretAges } from '../model/report.ts';
import type { Resource, SnapshotEntry } from '../model/snapshot.ts';
import { entryAt, increase } from './growing-map.ts';

const DAY = 24 * 60 * 60 * 1000;

/** The rule whose limit divides ages. */
export const AGE_RULE = 'KV-ROT-001';
const AGE_PARAM = 'maxAgeDays';

/** Ends of the classes of age, in days, beside the limit in force. */
const AGES = [30, 90, 180, 365, 730];

const MONTHS = 12;
const EXPIRING = ['secret', 'key', 'certificate'] as const;

export class FigureCounts {
  readonly #now: number;
  readonly #resources = new Map<string, number>();
  readonly #unlisted = new Map<string, number>();
  readonly #exposure = new Map<string, number>();
  #exposureUnknown = 0;
  readonly #ages: AgeCounts;
  readonly #expiries = new Map<string, ExpiryCounts>();

  /** `now` in epoch milliseconds. */
  constructor(rules: readonly ReportRule[], now: number) {
    this.#now = now;
    this.#ages = new AgeCounts(ageLimit(rules));
  }

  heard(told: SnapshotEntry): void {
    if (told.record === 'unlisted') increase(this.#unlisted, told.kind);
    else if (told.record === 'resource') this.#resource(told);
  }

  #resource(resource: Resource): void {
    increase(this.#resources, resource.kind);
    const kind = shortName(resource.kind);
    if (kind === 'vault') this.#reach(resource);
    if (kind === 'secret') this.#ages.add(resource, this.#now);
    if (EXPIRING.some((expiring) => expiring === kind)) this.#expiry(resource);
  }

  #reach({ facts }: Resource): void {
    const reach = (facts.exposure as { readonly reachableFrom?: unknown } | undefined)?.reachableFrom;
    if (typeof reach === 'string') increase(this.#exposure, reach);
    else this.#exposureUnknown++;
  }

  #expiry(resource: Resource): void {
    entryAt(this.#expiries, resource.kind, () => new ExpiryCounts(this.#now)).add(resource);
  }

  told(): Figures {
    return {
      resources: Object.fromEntries(this.#resources),
      unlisted: Object.fromEntries(this.#unlisted),
      secretAges: this.#ages.told(),
      expiries: Object.fromEntries([...this.#expiries].map(([kind, counts]) => [kind, counts.told()])),
      exposure: Object.fromEntries(this.#exposure),
      exposureUnknown: this.#exposureUnknown,
    };
  }
}

/** The limit in force where no override says otherwise, in days; none if the rule did not run. */
export function ageLimit(rules: readonly ReportRule[]): number | undefined {
  const limit = rules.find(({ id }) => id === AGE_RULE)?.params[AGE_PARAM]?.value;
  return typeof limit === 'number' ? limit : undefined;
}

class AgeCounts {
  readonly #ends: readonly number[];
  readonly #counts: number[];
  #unknown = 0;

  constructor(limit: number | undefined) {
    const ends = new Set([...AGES, ...(limit === undefined ? [] : [limit])]);
    this.#ends = [...ends].sort((a, b) => a - b);
    this.#counts = [...this.#ends, Infinity].map(() => 0);
  }

  /** What carries a certificate is renewed with it, and what is disabled is not in use. */
  add({ facts }: Resource, now: number): void {
    const { enabled, belongsToCertificate, created } = facts;
    if (enabled === false || belongsToCertificate === true) return;
    if (isUntold(enabled) || isUntold(belongsToCertificate) || typeof created !== 'number') this.#unknown++;
    else this.#enter(now - created);
  }

  #enter(age: number): void {
    const at = this.#ends.findIndex((end) => age <= end * DAY);
    const place = at < 0 ? this.#ends.length : at;
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  told(): SecretAges {
    const classes = this.#counts.map((count, at) => {
      const upTo = this.#ends[at];
      return upTo === undefined ? { count } : { upTo, count };
    });
    return { classes, unknown: this.#unknown };
  }
}

const isUntold = (value: unknown): boolean => value instanceof Fault || value === undefined;

class ExpiryCounts {
  readonly #now: number;
  /** Where each month begins, and at last where what is later does. */
  readonly #starts: readonly number[];
  readonly #months: number[] = Array.from({ length: MONTHS }, () => 0);
  #expired = 0;
  #later = 0;
  #never = 0;
  #unknown = 0;

  constructor(now: number) {
    this.#now = now;
    this.#starts = monthsFrom(now);
  }

  /** What carries a certificate counts with the certificates. */
  add({ facts: { enabled, expires, belongsToCertificate } }: Resource): void {
    if (enabled === false || belongsToCertificate === true) return;
    if (isUntold(enabled) || expires instanceof Fault) this.#unknown++;
    else if (typeof expires !== 'number') this.#never++;
    else if (expires <= this.#now) this.#expired++;
    else this.#enter(expires);
  }

  #enter(expires: number): void {
    const month = this.#starts.findIndex((start) => expires < start) - 1;
    if (month < 0) this.#later++;
    else this.#months[month] = (this.#months[month] ?? 0) + 1;
  }

  told(): Expiries {
    const months = this.#months.map((count, at) => ({ month: monthOf(this.#starts[at] as number), count }));
    return { expired: this.#expired, months, later: this.#later, never: this.#never, unknown: this.#unknown };
  }
}

/** `2026-03`, in UTC. */
const monthOf = (time: number): string => new Date(time).toISOString().slice(0, 7);

function monthsFrom(now: number): number[] {
  const date = new Date(now);
  return Array.from({ length: MONTHS + 1 }, (_, more) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + more, 1));
}
