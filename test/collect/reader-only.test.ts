/** What a scan is worth with the role Reader alone, and whether it says rightly what one more role would give. */
import { describe, expect, test } from 'vitest';
import { Estate } from '../../src/estate/estate.ts';
import type { RawVault, Refusal } from '../../src/estate/raw.ts';
import type { Finding } from '../../src/model/finding.ts';
import { estate } from '../estate/havelmark.ts';
import { allRules, type Scan, scan } from './scan.ts';

/** The demo's estate, whose vaults refuse on their data plane what is said here and nothing else. */
const estateThatRefuses = (refusalOf: (vault: RawVault) => Refusal | undefined): Estate =>
  new Estate({
    description: estate.description,
    subscriptions: estate.subscriptions,
    vaults: estate.vaults,
    contents(name) {
      const vault = estate.vault(name) as RawVault;
      const contents = estate.contents(vault);
      const others = contents.refusals.filter(({ plane }) => plane !== 'data');
      return { ...contents, refusals: [...others, ...[refusalOf(vault) ?? []].flat()] };
    },
    ...(estate.signInPolicy && { signInPolicy: estate.signInPolicy }),
    workspaces: estate.workspaces,
    tables: (workspace) => estate.tables(workspace),
  });

const isRbac = ({ properties }: RawVault): boolean => properties.enableRbacAuthorization === true;

const everything = (vault: RawVault): Refusal => ({
  plane: 'data',
  path: '/',
  status: 403,
  code: 'Forbidden',
  innerCode: isRbac(vault) ? 'ForbiddenByRbac' : 'AccessDenied',
});

const ROLE = 'Grant the role Key Vault Reader on the vault or above it.';
const POLICY =
  'Add an access policy for the scanning identity with ' +
  'secrets: list; keys: list, get, getrotationpolicy; certificates: list, get, listissuers.';

const [reader, full] = await Promise.all([
  scan(estateThatRefuses(everything), { byAllRules: true }),
  scan(
    estateThatRefuses(() => undefined),
    { byAllRules: true },
  ),
]);

const cureOf = ({ report }: Scan, wanted: string) => report.cures?.find(({ cure }) => cure === wanted);

describe('with Reader and nothing else', () => {
  test('every rule gives the verdicts that Resource Manager can tell', async () => {
    await expect(table(reader)).toMatchFileSnapshot('../golden/reader-only.txt');
  });

  test('what fails fails with every right too, and what fails then is at least unknown before', () => {
    const before = byPlace(reader.findings);
    const after = byPlace(full.findings);
    const failing = (verdicts: ReadonlyMap<string, ReadonlySet<string>>) =>
      [...verdicts].filter(([, told]) => told.has('fail')).map(([place]) => place);
    expect(failing(before).filter((place) => !after.get(place)?.has('fail'))).toEqual([]);
    const lost = failing(after).filter((place) => before.has(place) && !isOpen(before.get(place)));
    expect(lost).toEqual([]);
  });

  test('coverage names the one role first, and on vaults with access policies the entry', () => {
    const [first, second] = reader.report.cures ?? [];
    expect([first?.cure, second?.cure]).toEqual([ROLE, POLICY]);
    expect(first?.places).toBe(estate.vaults.filter(isRbac).length);
  });

  test('a list that is missing says that it hides more, one that Resource Manager told does not', () => {
    const waiting = reader.report.coverage.filter(
      ({ remedy, verdicts }) => verdicts && (remedy === ROLE || remedy === POLICY),
    );
    expect([...new Set(waiting.filter(({ orMore }) => orMore).map(({ what }) => what))]).toEqual(['certificates']);
    expect([...new Set(waiting.filter(({ orMore }) => !orMore).map(({ what }) => what))].sort()).toEqual([
      'keys',
      'secrets',
    ]);
  });
});

describe('as many verdicts as were promised', () => {
  const cured = [cureOf(reader, ROLE), cureOf(reader, POLICY)];
  const promised = cured.reduce((sum, cure) => sum + (cure?.verdicts ?? 0), 0);
  const foreign = new Set(
    reader.coverage.filter(({ remedy }) => remedy?.includes('another tenant')).map(({ resource }) => resource),
  );
  const opened = reader.findings.filter(
    ({ verdict, resource }) => verdict === 'unknown' && !foreign.has(resource.vault ?? resource.id),
  );
  const unlisted = opened.filter(({ about }) => about === 'azure.certificate');
  const told = byPlace(full.findings);
  const given = opened.filter((finding) => !finding.about && !told.get(placeOf(finding))?.has('unknown'));

  test('come with the role and the entries where the list could be read', () => {
    const waitsForLogsToo = (finding: Finding) =>
      gapsOf(finding).length > 1 && gapsOf(finding).some(({ field }) => field.startsWith('vault.logs'));
    expect(promised - unlisted.length).toBe(given.filter((finding) => !waitsForLogsToo(finding)).length);
    expect(cured.reduce((sum, cure) => sum + (cure?.together ?? 0), 0)).toBe(opened.filter(waitsForLogsToo).length);
  });

  test('and more where it could not: "at least" was said', () => {
    expect(cured.map((cure) => cure?.orMore)).toEqual([true, true]);
    const behind = full.findings.filter(
      ({ resource, verdict }) => resource.kind === 'azure.certificate' && verdict !== 'unknown',
    );
    expect(behind.length).toBeGreaterThan(unlisted.length);
  });
});

// ---- looking at verdicts

const placeOf = ({ ruleId, resource }: Finding): string => `${ruleId} ${resource.id}`;

function byPlace(findings: readonly Finding[]): Map<string, Set<string>> {
  const verdicts = new Map<string, Set<string>>();
  for (const finding of findings)
    verdicts.set(placeOf(finding), (verdicts.get(placeOf(finding)) ?? new Set()).add(finding.verdict));
  return verdicts;
}

const isOpen = (verdicts: ReadonlySet<string> = new Set()): boolean => verdicts.has('fail') || verdicts.has('unknown');

const gapsOf = ({ evidence = [] }: Finding) =>
  evidence.filter(({ value }) => typeof value === 'object' && value !== null && 'gap' in value);

/** A line for each rule: whether all, some or none of its verdicts could be told. */
function table({ findings }: Scan): string {
  const lines = allRules.map(({ id, kind }) => {
    const own = findings.filter(({ ruleId }) => ruleId === id);
    const known = own.filter(({ verdict }) => verdict !== 'unknown').length;
    const share = known === own.length ? 'all' : known > 0 ? 'some' : 'none';
    return `${id}  ${kind.padEnd('azure.certificate'.length)}  ${share}`;
  });
  return `${lines.join('\n')}\n`;
}
