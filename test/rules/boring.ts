/** What a rule is judged on where nothing is out of the ordinary. */
import { azure } from '../../src/collect/azure/catalog.ts';
import { installation } from '../../src/installation.ts';
import { fieldsOf, kindOf, lineage, shortName } from '../../src/model/catalog.ts';
import type { ParamValue, Rule } from '../../src/model/rule.ts';
import { BaseObjects } from '../../src/rules/base-objects.ts';
import { readFacts } from '../../src/snapshot/facts.ts';

const bases = new BaseObjects(installation.baseObjects, azure);

/** Facts of an object of the rule's kind, and of those that hold it, the nearest first. */
export async function boringFacts({ kind }: Rule): Promise<object[]> {
  const objects = await bases.of(kind);
  return lineage(azure, kind).map((one) => readFacts(fieldsOf(kindOf(azure, one)), objects[shortName(one)], one));
}

/** Its parameters where nobody set any. */
export const defaultsOf = ({ params }: Rule): Record<string, ParamValue> =>
  Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, spec.default]));
