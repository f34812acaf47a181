/** A block of findings as `src/report/explorer/block.ts` wrote it, put together again. */

/** @typedef {[name: string, value: string, from: string]} Param */
/**
 * What findings have in common, and their texts by column.
 * @typedef {object} Shape
 * @property {number} verdict
 * @property {number} severity
 * @property {number} rule
 * @property {number} reason
 * @property {number} controls
 * @property {string[]} fields of the evidence
 * @property {string[]} messages
 * @property {string[][]} values by field, then by finding
 * @property {(number | null)[][]} sources the same, each as the step from the one before
 */
/**
 * @typedef {object} Resources
 * @property {number[]} kind
 * @property {number[]} vault
 * @property {number[]} subscription
 * @property {string[]} name
 * @property {(number | string)[]} id all of it, or the place that the name follows
 */
/** @template T @typedef {{ [finding: number]: T }} Rare by the finding's place in the block */
/**
 * @typedef {object} Block
 * @property {Shape[]} shapes
 * @property {{ shape: number[], first: number[] }} findings
 * @property {{ detail: Rare<string>, params: Rare<Param[]>, called: Rare<string> }} rare
 * @property {string[]} places
 * @property {Resources} resources
 */
/** @typedef {{ shape: number, nth: number, resource: number }} Entry a finding: the nth of a shape, about a resource of the block */

/** The findings of a block in their order. @param {Block} block @returns {Generator<Entry>} */
export function* entriesOf({ shapes, findings }) {
  const counts = shapes.map(() => 0);
  let resource = -1;
  for (const [place, shape] of findings.shape.entries()) {
    const nth = counts[shape] ?? 0;
    counts[shape] = nth + 1;
    resource += findings.first[place] ?? 0;
    yield { shape, nth, resource };
  }
}

/** The ids of all resources. @param {Block} block */
export const idsOf = ({ places, resources }) =>
  resources.id.map((id, at) => (typeof id === 'number' ? `${places[id]}${resources.name[at]}` : id));

/** Steps become the sources' own ids. @param {Shape} shape */
export function endSteps({ messages, sources }) {
  let source = 0;
  for (const nth of messages.keys())
    for (const column of sources) {
      const step = column[nth];
      if (typeof step === 'number') column[nth] = source += step;
    }
}
