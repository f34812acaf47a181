/** What is printed of the findings in a page: as many as end at 200 pages, whatever they are called. */
import type { Finding } from '../model/finding.ts';
import { foremost } from './selection.ts';
import { sentenceOf, vaultNameOf } from './telling.ts';
import { observed } from './views/finding.ts';

export interface Paper {
  /** With their evidence. */
  readonly full: ReadonlySet<Finding>;
  /** With their evidence or without; what is not among these is left out. */
  readonly named: ReadonlySet<Finding>;
}

/** Findings that are printed with their evidence at least, and those that are named at most. */
const IN_FULL = 150;
const NAMED = 850;
/** Lines for what rules that failed say of themselves, for findings that are only named, and for more of them in full. */
const LINES = 4400;
const RULE = 28;

/** Of one finding without its evidence, as reports/html/print.css cuts it, and how many characters a line of each column holds. */
const MOST_LINES = 5;
const WIDTHS = { name: 40, message: 60, value: 45 };

/** Of the head of a table of evidence with the space around it, and of an answer that it stands on. */
const TABLE = 5;
const ANSWER = 3;

export function paperOf(chosen: readonly Finding[]): Paper {
  const left = Math.max(0, LINES - RULE * failedRules(chosen));
  const room = Math.floor((left * chosen.length) / Math.max(1, sum(chosen, lines)));
  const named = foremost(chosen, Math.max(IN_FULL, Math.min(NAMED, room)));
  const spare = Math.max(0, left - sum([...named], lines));
  const more = Math.floor((spare * named.size) / Math.max(1, sum([...named], proofLines)));
  return { full: foremost(chosen, Math.min(named.size, IN_FULL + more)), named };
}

const failedRules = (findings: readonly Finding[]): number =>
  new Set(findings.filter(({ verdict }) => verdict === 'fail').map(({ ruleId }) => ruleId)).size;

const sum = (findings: readonly Finding[], of: (finding: Finding) => number): number =>
  findings.reduce((total, each) => total + of(each), 0);

function lines(finding: Finding): number {
  const { resource } = finding;
  const name = `${resource.name} ${vaultNameOf(resource)}`.length / WIDTHS.name;
  return Math.min(MOST_LINES, Math.ceil(Math.max(name, sentenceOf(finding).length / WIDTHS.message)));
}

function proofLines({ evidence = [] }: Finding): number {
  const answers = new Set(evidence.map(({ source }) => source?.ref)).size;
  const rows = evidence.map((leaf) => Math.max(1, Math.ceil(observed(leaf).length / WIDTHS.value)));
  return TABLE + rows.reduce((total, row) => total + row, 0) + ANSWER * answers;
}
