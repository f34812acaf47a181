/** Renders reports as SARIF, and judges the files as their readers will. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log, Result, Run } from 'sarif';
import type { Report } from '../../src/model/report.ts';
import type { Remark } from '../../src/report/renderer.ts';
import { type SarifOptions, sarifRenderer } from '../../src/report/renderers/sarif.ts';

export interface SarifFiles {
  readonly texts: readonly string[];
  readonly logs: readonly Log[];
  readonly remarks: readonly Remark[];
}

export async function sarifOf(report: Report, options?: SarifOptions): Promise<SarifFiles> {
  const files: string[][] = [];
  const open = () => {
    const pieces: string[] = [];
    files.push(pieces);
    return { write: async (text: string) => void pieces.push(text) };
  };
  const remarks = (await sarifRenderer(options).render(report, open(), async () => open())) ?? [];
  const texts = files.map((pieces) => pieces.join(''));
  return { texts, logs: texts.map((text) => JSON.parse(text) as Log), remarks };
}

export const runsOf = ({ logs }: Pick<SarifFiles, 'logs'>): Run[] => logs.flatMap(({ runs }) => runs);

/** The category of a run: what stands before the last slash. */
export const categoryOf = (run: Run | undefined): string => (run?.automationDetails?.id ?? '').replace(/\/[^/]*$/, '');

export const isSuccessful = (run: Run | undefined): boolean | undefined => run?.invocations?.[0]?.executionSuccessful;

export const uriOf = ({ locations }: Result): string | undefined =>
  locations?.[0]?.physicalLocation?.artifactLocation?.uri;

/** What GitHub knows an alert by. */
export const alertsOf = (files: Pick<SarifFiles, 'logs'>): Set<string> =>
  new Set(
    runsOf(files).flatMap((run) =>
      (run.results ?? []).map((result) =>
        [
          run.tool.driver.name,
          categoryOf(run),
          result.ruleId,
          uriOf(result),
          result.partialFingerprints?.primaryLocationLineHash,
        ].join(' '),
      ),
    ),
  );

const SCHEMA = new URL(
  '../../node_modules/@microsoft/sarif-multitool-ts/assets/sarif-2.1.0.schema.json',
  import.meta.url,
);

/** Gives what is wrong with a log by SARIF's JSON Schema. */
export async function schemaCheck(): Promise<(log: unknown) => string[]> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(await readFile(SCHEMA, 'utf8')) as object);
  return (log) =>
    validate(log) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** With SARIF_FILES, a folder, the files stay for validators outside of the tests: scripts/sarif-multitool.mjs. */
export async function keep(name: string, { texts }: SarifFiles): Promise<void> {
  const folder = process.env.SARIF_FILES;
  if (folder === undefined) return;
  for (const [at, text] of texts.entries()) await writeFile(join(folder, `${name}-${at + 1}.sarif`), text);
}
