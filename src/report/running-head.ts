/** What stands at the edges of every printed page. It is part of the page's style, which is why it is escaped for it. */
import type { ReportHead } from '../model/report.ts';
import { display, utc } from './text.ts';

/** Longer ids are cut: a margin has one line. */
const LONGEST = 60;

export const runningHead = ({ run, tool }: ReportHead): string => `
@page {
  @top-left { content: ${string(`Secret store posture report${run.redacted ? ', redacted copy' : ''}`)}; }
  @top-right { content: ${string(`Run ${display(run.id, LONGEST)}`)}; }
  @bottom-left { content: ${string(`${tool.name} ${display(tool.version, LONGEST)}, judged as of ${display(utc(run.evaluatedAt), LONGEST)}`)}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
}
`;

/** A CSS string: whatever is not plainly harmless is written by its number. */
const string = (text: string): string =>
  `"${text.replace(/[^\w .,:-]/gu, (character) => `\\${(character.codePointAt(0) as number).toString(16)} `)}"`;
