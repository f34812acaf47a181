/** A format: a pure view of the report, written to a sink. */
import type { Report } from '../model/report.ts';

export interface Sink {
  /** Resolves when the text is taken; wait for it before writing more. */
  write(text: string): Promise<void>;
}

/** Opens a further file, numbered from 2: `report-2.sarif`. Nothing is written to the one before any more. */
export type OpenMore = (number: number) => Promise<Sink>;

/** What has to be said about a report beside the report itself. */
export interface Remark {
  /** The files are there, but must not be used as they are: the command fails. */
  readonly unusable: boolean;
  readonly message: string;
  /** What to do next. */
  readonly next: string;
}

export interface Renderer {
  /** The file that `--output DIR` writes, `report.json`. */
  readonly file: string;
  /** One line for `--help`. */
  readonly about: string;
  /** What does not fit in one file goes into more, by `more`. */
  readonly severalFiles?: true;
  render(report: Report, sink: Sink, more?: OpenMore): Promise<readonly Remark[] | void>;
}
