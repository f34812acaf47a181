import { expect, test } from 'vitest';
import { judge } from '../../src/engine/judge.ts';
import { Gap } from '../../src/model/gap.ts';
import { aVault, NOW, PARAM_VALUES } from './estate.ts';
import { randomSecret, type Secret } from './generate.ts';
import { Random } from './random.ts';
import { language, rule } from './rules.ts';

const rules = [
  rule({ when: 'secret.enabled', require: 'now - secret.created <= days(params.maxAge)' }),
  rule({ when: 'secret.enabled && has(secret.expires)', require: 'secret.expires > now' }),
  rule({ measurable: 'has(secret.content)', require: '"owner" in secret.tags' }),
  rule({ require: 'secret.versions.all(v, !v.enabled || has(v.expires) && v.expires > now)' }),
  rule({ when: 'size(secret.versions) > 1', require: 'secret.versions.exists(v, !v.enabled)' }),
  rule({ each: ['secret.versions', 'v'], require: 'v.enabled', identity: ['v.id'] }),
];

const verdict = (secret: Secret, at: number): string => {
  const frame = [secret, aVault(), { owner: 'me' }, PARAM_VALUES, NOW];
  const verdicts = judge(rules[at] as (typeof rules)[0], frame, language.machine, 'findings').map(
    ({ verdict }) => verdict,
  );
  return ['fail', 'unknown', 'pass', 'notApplicable'].find((each) => (verdicts as string[]).includes(each)) ?? 'none';
};

/** With less known a verdict may get lost; a rule that may apply passes where it would pass anyway. */
const mayBecome = (full: string, less: string): boolean =>
  less === full || less === 'unknown' || (full === 'notApplicable' && less === 'pass');

test('fewer facts never turn a fail into a pass, nor a pass into a fail', () => {
  const random = new Random(7);
  const turned: string[] = [];
  for (let round = 0; round < 5000; round++) {
    const secret = randomSecret(random, 0);
    const hidden = Object.keys(secret).filter(() => random.chance(0.3));
    const less = { ...secret, ...Object.fromEntries(hidden.map((field) => [field, Gap.of('forbidden')])) };
    rules.forEach((_, at) => {
      const [before, after] = [verdict(secret, at), verdict(less, at)];
      if (!mayBecome(before, after)) turned.push(`rule ${at}: ${before} became ${after} without ${hidden.join(', ')}`);
    });
  }
  expect(turned).toEqual([]);
});
