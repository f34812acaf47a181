/** Each framework's controls, the rules that speak for them, and what came of it. */
import type { Verdict } from '../../model/finding.ts';
import type { FrameworkControl, ReportFramework, ReportHead, ReportRule } from '../../model/report.ts';
import { Counts } from '../counts.ts';
import { titleOf } from '../control-names.ts';
import { entryAt } from '../growing-map.ts';
import type { Tally } from '../tally.ts';
import { count, counted } from '../text.ts';
import { VERDICT_WORDS } from '../words.ts';
import { bar } from './bar.ts';
import { anchorPart } from './finding.ts';
import { ruleAnchor } from './method.ts';

/** What came of a control, the worst first. `manual`: people have to look; `silent`: no rule of this run speaks for it. */
const STATES = ['fail', 'unknown', 'waived', 'pass', 'notApplicable', 'manual', 'silent'] as const;
type State = (typeof STATES)[number];

const STATE_WORDS: Readonly<Record<State, string>> = {
  ...VERDICT_WORDS,
  manual: 'For people',
  silent: 'No rule',
};

/** The glyph beside the word, so that a state is seen before it is read, in any colours or none. */
const STATE_MARKS: Readonly<Record<State, string>> = {
  fail: '✕',
  unknown: '?',
  waived: '~',
  pass: '✓',
  notApplicable: '–',
  manual: '…',
  silent: '·',
};

const UNJUDGED = {
  manual: 'No rule can tell; people have to look.',
  silent: 'No rule of this run speaks for it.',
} as const satisfies { [state in State]?: string };

interface Control extends Pick<FrameworkControl, 'id' | 'title' | 'about'> {
  readonly state: State;
  readonly counts: Counts;
  readonly rules: readonly { readonly rule: ReportRule; readonly counts: Counts }[];
}

export const frameworks = (head: ReportHead, tally: Tally) =>
  knownFrameworks(head).map((framework) => {
    const controls = framework.controls.map((each) => control(framework.id, each, head.rules, tally));
    return {
      anchor: `framework-${anchorPart(framework.id)}`,
      id: framework.id,
      title: titleOf(framework),
      publisher: framework.publisher,
      sources: framework.sources,
      total: counted(controls.length, 'control'),
      verdict: verdict(controls),
      states: STATES.map((state) => ({ state, word: STATE_WORDS[state], count: count(numberOf(controls, state)) })),
      bar: bar(
        STATES.map((state) => ({ name: state, size: numberOf(controls, state) })),
        Math.max(1, controls.length),
      ),
      controls: controls.map((each) => controlView(framework.id, each, tally)),
    };
  });

/** Reports of earlier releases do not list frameworks: then there are those that rules name. */
function knownFrameworks({ frameworks, rules }: ReportHead): readonly ReportFramework[] {
  if (frameworks) return frameworks;
  const found = new Map<string, Map<string, FrameworkControl>>();
  for (const rule of rules)
    for (const [id, controls] of Object.entries(rule.controls)) {
      const known = entryAt(found, id, () => new Map<string, FrameworkControl>());
      for (const { id, title } of controls) if (!known.has(id)) known.set(id, { id, title: title ?? '' });
    }
  return [...found].map(([id, controls]) => ({
    id,
    title: id,
    version: '',
    publisher: '',
    sources: [],
    controls: [...controls.values()],
  }));
}

function control(
  framework: string,
  { id, title, about, manual }: FrameworkControl,
  all: readonly ReportRule[],
  tally: Tally,
): Control {
  const rules = all
    .filter(({ controls }) => controls[framework]?.some((named) => named.id === id))
    .map((rule) => ({ rule, counts: tally.controls.of(framework, id, rule.id) }));
  const counts = new Counts();
  for (const each of rules) counts.addAll(each.counts);
  return { id, title, ...(about && { about }), state: stateOf(counts, rules.length, manual ?? false), counts, rules };
}

/** One failure fails a control, and without one, one open question leaves it open. */
function stateOf(counts: Counts, rules: number, manual: boolean): State {
  if (rules === 0) return manual ? 'manual' : 'silent';
  const order = ['fail', 'unknown', 'waived', 'pass'] as const satisfies readonly Verdict[];
  return order.find((verdict) => counts.all(verdict) > 0) ?? 'notApplicable';
}

const numberOf = (controls: readonly Control[], state: State): number =>
  controls.filter((control) => control.state === state).length;

/** In words; never that a framework is fulfilled, which no scanner can tell. */
function verdict(controls: readonly Control[]): string {
  const [fail, unknown, manual, silent] = (['fail', 'unknown', 'manual', 'silent'] as const).map((state) =>
    numberOf(controls, state),
  ) as [number, number, number, number];
  const judged = controls.length - manual - silent;
  const idle = numberOf(controls, 'notApplicable');
  const found = fail
    ? `${count(fail)} of ${counted(controls.length, 'control')} listed here failed`
    : `No control listed here ${unknown ? 'is known to have failed' : 'failed'}`;
  const open = [
    ...(unknown ? [`${count(unknown)} could not be judged in full`] : []),
    ...(manual ? [`${count(manual)} ${manual === 1 ? 'is' : 'are'} for people to check`] : []),
    ...(silent ? [`${count(silent)} had no rule in this run`] : []),
  ];
  if (judged === 0)
    return `Not judged: none of the ${counted(controls.length, 'control')} listed here had a rule in this run`;
  if (judged === idle) return 'Nothing of it was judged: nothing was found that its rules apply to';
  return [found, ...open].join('; ');
}

const controlView = (framework: string, { id, title, about, state, counts, rules }: Control, tally: Tally) => ({
  anchor: `control-${anchorPart(framework)}-${anchorPart(id)}`,
  id,
  title,
  about: about ?? null,
  state: { state, word: STATE_WORDS[state], mark: STATE_MARKS[state] },
  counts: numbers(counts),
  unjudged: rules.length > 0 ? null : UNJUDGED[state === 'manual' ? 'manual' : 'silent'],
  rules: rules.map(({ rule, counts }) => ({
    id: rule.id,
    title: rule.title,
    anchor: ruleAnchor(rule, tally.rules.get(rule.id) ?? new Counts()),
    counts: numbers(counts),
  })),
});

const COLUMNS = ['fail', 'unknown', 'pass', 'notApplicable', 'waived'] as const satisfies readonly Verdict[];

const numbers = (counts: Counts) =>
  COLUMNS.map((verdict) => ({ word: VERDICT_WORDS[verdict], count: count(counts.all(verdict)) }));
