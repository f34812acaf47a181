/** The CEL specification's own tests, as far as they bind no variables, with their expected values as plain ones. */
import {
  getConformanceSuite,
  type IncrementalTest,
  type IncrementalTestSuite,
} from '@bufbuild/cel-spec/testdata/tests.js';

export interface SpecTest {
  /** `group/section/name`. */
  readonly name: string;
  readonly expression: string;
  readonly expected: Expected;
}

/** A value with its CEL type, an error, or something that conditions have no value for. */
export type Expected =
  | { readonly kind: 'value'; readonly type: string; readonly value: unknown }
  | { readonly kind: 'error' }
  | { readonly kind: 'other' };

type Original = IncrementalTest['original'];
type SpecValue = Extract<Original['resultMatcher'], { case: 'value' }>['value'];

export const specTests = (): SpecTest[] => getConformanceSuite().suites.flatMap((suite) => testsOf(suite, ''));

function testsOf(suite: IncrementalTestSuite, above: string): SpecTest[] {
  const path = `${above}${suite.name}/`;
  const own = suite.tests.map(({ original }) => original).filter(isUnbound);
  return [...own.map((test) => specTest(test, path)), ...suite.suites.flatMap((inner) => testsOf(inner, path))];
}

const isUnbound = ({ bindings }: Original): boolean => Object.keys(bindings).length === 0;

const specTest = (test: Original, path: string): SpecTest => ({
  name: path + test.name,
  expression: test.expr,
  expected: expectedOf(test.resultMatcher),
});

function expectedOf(matcher: Original['resultMatcher']): Expected {
  switch (matcher.case) {
    case 'value':
      return plain(matcher.value);
    case 'typedResult':
      return matcher.value.result ? plain(matcher.value.result) : { kind: 'other' };
    case 'evalError':
    case 'anyEvalErrors':
      return { kind: 'error' };
    case undefined:
      return { kind: 'value', type: 'bool', value: true };
    default:
      return { kind: 'other' };
  }
}

const SCALARS: Record<string, string> = {
  boolValue: 'bool',
  int64Value: 'int',
  doubleValue: 'double',
  stringValue: 'string',
};

function plain({ kind }: SpecValue): Expected {
  const type = SCALARS[kind.case ?? ''];
  if (type) return { kind: 'value', type, value: typeof kind.value === 'bigint' ? Number(kind.value) : kind.value };
  if (kind.case !== 'listValue') return { kind: 'other' };
  const items = kind.value.values.map(plain);
  const values = items.flatMap((item) => (item.kind === 'value' ? [item.value] : []));
  return values.length === items.length ? { kind: 'value', type: 'list', value: values } : { kind: 'other' };
}
