/** SARIF 2.1.0 for GitHub code scanning: failures only, since everything in it becomes an open alert there. */
import type { Report } from '../../model/report.ts';
import type { Renderer } from '../renderer.ts';
import { categoryOf } from '../sarif/category.ts';
import { type Collection, Grouped, RESULTS_KEPT, Single } from '../sarif/collection.ts';
import { SarifFiles } from '../sarif/files.ts';
import { type PlannedRun, planOf } from '../sarif/plan.ts';
import type { LastScan } from '../sarif/previous.ts';
import { remarksOn, type WrittenRun } from '../sarif/remarks.ts';
import { runText } from '../sarif/run.ts';

export interface SarifOptions {
  /** What of it cannot be read today is carried forward. */
  readonly lastScan?: LastScan;
  /** One result for all findings of a rule on a vault, instead of one each. */
  readonly sarifGroup?: 'vault';
}

export const sarifRenderer = ({ sarifGroup, lastScan }: SarifOptions = {}): Renderer => ({
  file: 'report.sarif',
  about: 'failures as SARIF 2.1.0, for GitHub code scanning; a run for each subscription',
  severalFiles: true,
  async render(report, sink, more) {
    const isGrouped = sarifGroup === 'vault';
    const plan = await planOf(report, lastScan && { last: lastScan, isGrouped });
    const files = new SarifFiles(sink, more);
    const collect = isGrouped ? (key: string) => new Grouped(key) : (key: string) => new Single(key);
    const written: WrittenRun[] = [];
    for await (const { run, results } of collected(plan.runs, report, collect)) {
      const bytes = await files.write([...runText(run, plan, results, report)]);
      written.push({ run, total: results.total, bytes });
    }
    await files.close();
    return remarksOn(plan, written, isGrouped);
  },
});

type Collect = (category: string) => Collection;

/** The runs in order, each with its results; no more of them in memory than a batch has. */
async function* collected(runs: readonly PlannedRun[], report: Report, collect: Collect) {
  for (const batch of batches(runs)) {
    const collections = new Map(batch.map(({ category: { key } }) => [key, collect(key)]));
    for await (const finding of report.results({ verdict: 'fail' }))
      collections.get(categoryOf(finding.resource, report.run).key)?.add(finding);
    for (const run of batch) {
      const results = collections.get(run.category.key) as Collection;
      for (const entry of run.carried) results.carry(entry);
      yield { run, results };
    }
  }
}

/** Runs for one reading of the results: as many as together have no more failures than one run may have results. */
function* batches(runs: readonly PlannedRun[]): Generator<PlannedRun[]> {
  let batch: PlannedRun[] = [];
  let fails = 0;
  for (const run of runs) {
    if (batch.length > 0 && fails + run.fails > RESULTS_KEPT) {
      yield batch;
      batch = [];
      fails = 0;
    }
    batch.push(run);
    fails += run.fails;
  }
  yield batch;
}
