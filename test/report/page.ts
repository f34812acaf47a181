/** Renders a report with the project's own templates, into a string. */
import { readFile } from 'node:fs/promises';
import type { Report } from '../../src/model/report.ts';
import { htmlRenderer } from '../../src/report/renderers/html.ts';

export const readAsset = (path: string): Promise<string> =>
  readFile(new URL(`../../reports/${path}`, import.meta.url), 'utf8');

export async function page(report: Report): Promise<string> {
  const pieces: string[] = [];
  await htmlRenderer(readAsset).render(report, { write: async (text) => void pieces.push(text) });
  return pieces.join('');
}
