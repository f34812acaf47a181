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
/** Lines for all that are named; most take one or two. */
const LINES = 1700;

/** Of one finding without its evidence, as reports/html/print.css cuts it, and how many characters a line of each column holds. */
const MOST_LINES = 5;
const WIDTHS = { name: 40, message: 60 };

export function paperOf(chosen: readonly Finding[]): Paper {
  const room = Math.floor((LINES * chosen.length) / Math.max(1, linesOf(chosen)));
  return { full: foremost(chosen, IN_FULL), named: foremost(chosen, Math.min(NAMED, room)) };
}

const linesOf = (findings: readonly Finding[]): number => findings.reduce((sum, each) => sum + lines(each), 0);

function lines(finding: Finding): number {
  const { resource } = finding;
  const name = `${resource.name} ${vaultNameOf(resource)}`.length / WIDTHS.name;
  return Math.min(MOST_LINES, Math.ceil(Math.max(name, sentenceOf(finding).length / WIDTHS.message)));
}
