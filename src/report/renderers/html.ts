/** One page for people: self-contained, no request, readable without script, harmless whatever the estate is called. */
import { createHash } from 'node:crypto';
import type { Finding } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { EXPLORED, type PackedIsland } from '../explorer/island.ts';
import { base64 } from '../explorer/packing.ts';
import { ControlNames } from '../control-names.ts';
import type { Renderer, Sink } from '../renderer.ts';
import { paperOf } from '../paper.ts';
import { joinedScript, SCRIPTS, STYLES } from '../page-files.ts';
import { runningHead } from '../running-head.ts';
import { survey } from '../survey.ts';
import type { Tally } from '../tally.ts';
import { type AssetReader, type Fill, loadTemplates } from '../template.ts';
import { count, counted } from '../text.ts';
import { REASON_WORDS } from '../words.ts';
import { cover } from '../views/cover.ts';
import { coverage } from '../views/coverage.ts';
import { figures } from '../views/figures.ts';
import type { FindingContext } from '../views/finding.ts';
import { frameworks } from '../views/framework.ts';
import { type Group, group, groupsOf } from '../views/group.ts';
import { integrity } from '../views/integrity.ts';
import { type Inventory, inventory, inventoryOf, inventoryRows, passedChecks } from '../views/inventory.ts';
import { catalogue, method } from '../views/method.ts';
import { result } from '../views/result.ts';
import { scanned } from '../views/scanned.ts';

/** Findings that can be read without script; the explorer has more. */
const LISTED = 2000;

const TEMPLATES = [
  'report',
  'cover',
  'result',
  'coverage',
  'explorer',
  'theme',
  'group',
  'finding',
  'scanned',
  'frameworks',
  'verdict-counts',
  'figures',
  'columns',
  'rows',
  'vaults',
  'passed',
  'method',
  'integrity',
  'appendices',
  'severity',
  'bar',
] as const;

export const htmlRenderer = (read: AssetReader): Renderer => ({
  file: 'report.html',
  about: 'one self-contained page for people, to read, filter and print',
  async render(report, sink) {
    const { templates, script, styles } = await assets(read);
    const style = [...styles, runningHead(report)].join('\n');
    const content = await contentOf(report);
    const outline = templates.report({ ...outlineView(content), csp: policy(script, style) });
    const parts = { style: [style], script: [script], ...streamed(content, templates) };
    await writeAround(outline, parts, sink);
  },
});

type Templates = Record<(typeof TEMPLATES)[number], Fill>;

async function assets(read: AssetReader) {
  const [templates, styles, scripts] = await Promise.all([
    loadTemplates(TEMPLATES),
    Promise.all(STYLES.map(read)),
    Promise.all(SCRIPTS.map(read)),
  ]);
  return { templates, styles, script: joinedScript(scripts) };
}

/** All that the page tells, none of it longer for a larger estate. */
interface Content {
  readonly report: Report;
  readonly tally: Tally;
  readonly chosen: readonly Finding[];
  readonly sha256: string;
  readonly inventory: Inventory;
  readonly context: FindingContext;
  readonly failed: readonly Group[];
  readonly unknown: readonly Group[];
  readonly island: PackedIsland;
}

async function contentOf(report: Report): Promise<Content> {
  const { tally, chosen, sources, island, sha256 } = await survey(report, LISTED);
  const inventory = inventoryOf(tally);
  const { anchors } = inventory;
  return {
    report,
    tally,
    chosen,
    sha256,
    inventory,
    context: {
      sources,
      places: tally.places,
      anchors,
      names: new ControlNames(report),
      paper: paperOf(chosen),
    },
    failed: groupsOf('fail', report.rules, tally, chosen),
    unknown: groupsOf('unknown', report.rules, tally, chosen),
    island: await island.end({ tally, anchors }),
  };
}

function outlineView({ report, tally, chosen, sha256, inventory: vaults, context, failed, unknown }: Content) {
  const { fail, unknown: unanswered, waived } = report.totals;
  const unlisted = fail + unanswered - chosen.length;
  const frameworkViews = frameworks(report, tally);
  return {
    cover: cover(report, tally.subscriptions),
    result: result(report, tally, failed, frameworkViews, context),
    scanned: scanned(report, tally),
    coverage: coverage(report, tally),
    frameworks: frameworkViews,
    figures: figures(report),
    listed: count(chosen.length),
    unlisted: unlisted > 0 ? count(unlisted) : null,
    unexplored: fail + unanswered > EXPLORED ? count(fail + unanswered - EXPLORED) : null,
    total: count(fail + unanswered),
    failures: count(fail),
    questions: count(unanswered),
    anyFailed: failed.length > 0,
    anyUnknown: unknown.length > 0,
    anyFinding: failed.length + unknown.length > 0,
    reasons: [...tally.reasons]
      .toSorted(([, a], [, b]) => b - a)
      .map(([reason, number]) => ({ words: REASON_WORDS[reason], count: count(number) })),
    waived: waived ? counted(waived, 'failure') : null,
    vaults: inventory(vaults),
    method: method(report),
    integrity: integrity(report, sha256),
    appendices: { rules: catalogue(report, tally), frameworks: frameworkViews },
  };
}

/** The long parts, each in pieces that are made when they are written. */
function streamed({ report, tally, context, inventory, failed, unknown, island }: Content, templates: Templates) {
  return {
    failed: pieces(failed, (each) => templates.group(group(each, context))),
    unknown: pieces(unknown, (each) => templates.group(group(each, context))),
    vaults: pieces(inventoryRows(inventory, report, tally), (row) => templates.vaults(row)),
    island: base64(island.packed),
    digits: base64(island.digits),
    passed: pieces(passedChecks(inventory, report.rules), (each) => templates.passed(each)),
  };
}

function* pieces<T>(items: Iterable<T>, fill: (item: T) => string): Iterable<string> {
  for (const item of items) yield fill(item);
}

interface Parts {
  readonly [name: string]: Iterable<string> | AsyncIterable<string>;
}

/** Writes the outline, and where it says `<!--part:name-->` that part. Nothing from outside can look like one: it is escaped. */
async function writeAround(outline: string, parts: Parts, sink: Sink) {
  for (const [at, piece] of outline.split(/<!--part:(\w+)-->/).entries())
    for await (const text of at % 2 ? partOf(piece, parts) : [piece]) await sink.write(text);
}

function partOf(name: string, parts: Parts): Parts[string] {
  const part = parts[name];
  if (!part) throw new Error(`the report's template asks for a part ${name} that there is not`);
  return part;
}

/** Only this very script and style run; nothing is loaded and nothing sent. */
const policy = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src '${sha256(script)}'`,
    `style-src '${sha256(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

const sha256 = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
