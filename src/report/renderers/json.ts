/** The report itself, one coverage entry, rule, source and result a line, so that any length can be read by line. */
import type { Renderer, Sink } from '../renderer.ts';

export const json: Renderer = {
  file: 'report.json',
  about: 'everything, for machines; other formats can be made from it',
  async render(report, sink) {
    const { schemaVersion, tool, run, totals, cures, figures, subscriptions, coverage, frameworks, rules } = report;
    await sink.write(`{"schemaVersion":${schemaVersion},\n"tool":${JSON.stringify(tool)},\n`);
    await sink.write(`"run":${JSON.stringify(run).slice(0, -1)},"sources":`);
    await writeList(report.sources(), sink);
    await sink.write(`},\n"totals":${JSON.stringify(totals)},\n`);
    if (cures) await sink.write(`"cures":${JSON.stringify(cures)},\n`);
    if (figures) await sink.write(`"figures":${JSON.stringify(figures)},\n`);
    if (frameworks) await sink.write(`"frameworks":${JSON.stringify(frameworks)},\n`);
    if (subscriptions) await sink.write(`"subscriptions":${JSON.stringify(subscriptions)},\n`);
    await sink.write('"coverage":');
    await writeList(coverage, sink);
    await sink.write(',\n"rules":');
    await writeList(rules, sink);
    await sink.write(',\n"results":');
    await writeList(report.results().lines(), sink, ({ line }) => line);
    await sink.write('}\n');
  },
};

async function writeList<T>(
  items: Iterable<T> | AsyncIterable<T>,
  sink: Sink,
  line: (item: T) => string = (item) => JSON.stringify(item),
): Promise<void> {
  let separator = '[\n';
  for await (const item of items) {
    await sink.write(`${separator}${line(item)}`);
    separator = ',\n';
  }
  await sink.write(separator === '[\n' ? '[]' : '\n]');
}
