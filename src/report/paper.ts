/** What is printed of the findings in a page: as many as end at 200 pages, whatever they are called. */
import type { Finding } from '../model/finding.ts';
import { foremost } from './selection.ts';
import { sentenceOf, vaultNameOf } from './telling.ts';

export interface Paper {
  /** With their evidence. */
  readonly full: ReadonlySet<Finding>;
  /** With their evidence or without; what is not among these is left out. */
  readonly named: ReadonlySet<Finding>;
}

const IN_FULL = 150;
const NAMED = 850;
/** Lines for what rules that failed say of themselves, and for findings that are only named; most of these take one or two. */
const LINES = 4400;
const RULE = 28;

/** Of one finding without its evidence, as reports/html/print.css cuts it, and how many characters a line of each column holds. */
const MOST_LINES = 5;
const WIDTHS = { name: 40, message: 60 };

export function paperOf(chosen: readonly Finding[]): Paper {
  const left = Math.max(0, LINES - RULE * failedRules(chosen));
  const room = Math.floor((left * chosen.length) / Math.max(1, linesOf(chosen)));
  return { full: foremost(chosen, IN_FULL), named: foremost(chosen, Math.max(IN_FULL, Math.min(NAMED, room))) };
}

const failedRules = (findings: readonly Finding[]): number =>
  new Set(findings.filter(({ verdict }) => verdict === 'fail').map(({ ruleId }) => ruleId)).size;

const linesOf = (findings: readonly Finding[]): number => findings.reduce((sum, each) => sum + lines(each), 0);

function lines(finding: Finding): number {
  const { resource } = finding;
  const name = `${resource.name} ${vaultNameOf(resource)}`.length / WIDTHS.name;
  return Math.min(MOST_LINES, Math.ceil(Math.max(name, sentenceOf(finding).length / WIDTHS.message)));
}
