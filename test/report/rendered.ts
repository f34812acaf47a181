/** A report in some format, whole. */
import type { Report } from '../../src/model/report.ts';
import type { Renderer } from '../../src/report/renderer.ts';

/** The text of each file. */
export async function filesOf(renderer: Renderer, report: Report): Promise<string[]> {
  const files: string[][] = [];
  const open = () => {
    const pieces: string[] = [];
    files.push(pieces);
    return { write: async (text: string) => void pieces.push(text) };
  };
  await renderer.render(report, open(), async () => open());
  return files.map((pieces) => pieces.join(''));
}

export const rendered = async (renderer: Renderer, report: Report): Promise<string> =>
  (await filesOf(renderer, report)).join('');
