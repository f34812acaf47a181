/** A format: a pure view of the report, written to a sink. */
import type { Report } from '../model/report.ts';

export interface Sink {
  /** Resolves when the text is taken; wait for it before writing more. */
  write(text: string): Promise<void>;
}

export interface Renderer {
  /** The file that `--output DIR` writes, `report.json`. */
  readonly file: string;
  /** One line for `--help`. */
  readonly about: string;
  render(report: Report, sink: Sink): Promise<void>;
}
