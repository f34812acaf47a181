/**
 * The answer to a log query, as rows of what happened in vaults.
 * Source: https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format
 */
import { isRecord, type RawFacts } from '../settle.ts';
import { isoInstant } from './raw.ts';

/** What a workspace holds of one vault. Times are epoch milliseconds. */
export interface VaultEvents {
  readonly first: number;
  readonly last: number;
  /** Last use by `secrets/<name>` or `keys/<name>`, names in small letters. */
  readonly uses: ReadonlyMap<string, number>;
  /** Whether there are uses that do not say what was used. */
  readonly unclear: boolean;
}

export interface AuditAnswer {
  /** By ARM id in small letters. */
  readonly vaults: ReadonlyMap<string, VaultEvents>;
  /** Whether nothing is missing: the service answers in part when it runs out of time or room, and says so inside. */
  readonly isComplete: boolean;
}

/** Undefined if it is not what was asked for. */
export function auditAnswer(raw: RawFacts): AuditAnswer | undefined {
  const rows = rowsOf(raw.tables);
  const isWhole = raw.error === undefined || raw.error === null;
  if (!rows) return isWhole ? undefined : { vaults: new Map(), isComplete: false };
  const usable = rows.flatMap((row) => readRow(row) ?? []);
  return { vaults: byVault(usable), isComplete: isWhole && usable.length === rows.length };
}

type Cells = { readonly [column: string]: unknown };

function rowsOf(tables: unknown): Cells[] | undefined {
  const table: unknown = Array.isArray(tables) ? tables[0] : undefined;
  if (!isRecord(table) || !Array.isArray(table.columns) || !Array.isArray(table.rows)) return undefined;
  const names = table.columns.map((column: unknown) => (isRecord(column) ? column.name : undefined));
  if (!['VaultId', 'Kind', 'Name', 'First', 'Last'].every((name) => names.includes(name))) return undefined;
  return table.rows.map((row: unknown) => Object.fromEntries(names.map((name, at) => [name, cell(row, at)])));
}

const cell = (row: unknown, at: number): unknown => (Array.isArray(row) ? row[at] : undefined);

interface Row {
  readonly vault: string;
  readonly kind: string;
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

function readRow({ VaultId, Kind, Name, First, Last }: Cells): Row | undefined {
  const [first, last] = [isoInstant(First), isoInstant(Last)];
  if (typeof VaultId !== 'string' || typeof Kind !== 'string' || typeof Name !== 'string') return undefined;
  if (!Number.isFinite(first) || !Number.isFinite(last)) return undefined;
  return { vault: VaultId.toLowerCase(), kind: Kind, name: Name, first: first as number, last: last as number };
}

function byVault(rows: readonly Row[]): Map<string, VaultEvents> {
  const vaults = new Map<string, { first: number; last: number; uses: Map<string, number>; unclear: boolean }>();
  for (const { vault, kind, name, first, last } of rows) {
    const events = vaults.get(vault) ?? { first, last, uses: new Map<string, number>(), unclear: false };
    vaults.set(vault, events);
    events.first = Math.min(events.first, first);
    events.last = Math.max(events.last, last);
    if (kind === 'unclear') events.unclear = true;
    else if (kind !== '') events.uses.set(`${kind}/${name.toLowerCase()}`, last);
  }
  return vaults;
}
