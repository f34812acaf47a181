/** Microsoft's own reader of Kusto queries: parses them and holds them against tables. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The few parts of it that are used here. It is written in C#, and looks like it. */
interface Kusto {
  readonly Language: {
    readonly KustoCode: { ParseAndAnalyze(query: string, globals: Globals): Code };
    readonly GlobalState: { readonly Default: Globals };
    readonly Symbols: {
      readonly TableSymbol: { From(columns: string): Table };
      readonly DatabaseSymbol: { readonly ctor: new (name: string, tables: readonly Table[]) => object };
    };
  };
}
interface Globals {
  WithDatabase(database: object): Globals;
}
interface Table {
  WithName(name: string): Table;
}
interface Code {
  GetDiagnostics(): { readonly Count: number; getItem(at: number): Diagnostic };
  readonly ResultType: { readonly Display: string } | null;
}
export interface Diagnostic {
  readonly Severity: string;
  readonly Message: string;
  readonly Start: number;
  readonly Length: number;
}

void require('@kusto/language-service-next/bridge.min.js');
void require('@kusto/language-service-next/Kusto.Language.Bridge.min.js');
const { KustoCode, GlobalState, Symbols } = (globalThis as unknown as { Kusto: Kusto }).Kusto.Language;

/** Columns as `Name: type, …`, by table. */
export function analysed(query: string, tables: { readonly [name: string]: string }) {
  const symbols = Object.entries(tables).map(([name, columns]) =>
    Symbols.TableSymbol.From(`(${columns})`).WithName(name),
  );
  const database = new Symbols.DatabaseSymbol.ctor('workspace', symbols);
  const code = KustoCode.ParseAndAnalyze(query, GlobalState.Default.WithDatabase(database));
  const list = code.GetDiagnostics();
  const diagnostics = Array.from({ length: list.Count }, (_, at) => list.getItem(at));
  return diagnostics.map(
    ({ Severity, Message, Start, Length }) => `${Severity}: ${Message} at ${query.slice(Start, Start + Length)}`,
  );
}
