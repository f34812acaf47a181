import { describe, expect, test } from 'vitest';
import { Language } from '../../src/engine/language.ts';
import { BrokenList, Fault, Gap } from '../../src/model/gap.ts';
import type { Condition } from '../../src/model/rule.ts';
import { aVault, catalog, NOW, PARAM_VALUES, PARAMS } from './estate.ts';
import { Generator, randomSecret, type Secret } from './generate.ts';
import { type Answer, buf, celJs } from './others.ts';
import { Random } from './random.ts';

const language = new Language(catalog);
const scope = language.scope('test.secret', PARAMS);

function compile(text: string): Condition {
  const compiled = scope.compile(text, { expects: 'bool' });
  if (!compiled.ok) throw new Error(`${text}\n${JSON.stringify(compiled.problems)}`);
  return compiled.condition;
}

const run = (condition: Condition, secret: object): unknown =>
  condition.run([secret, aVault(), { owner: 'me' }, PARAM_VALUES, NOW]);

const asAnswer = (value: unknown): Answer => (typeof value === 'boolean' ? value : 'error');

describe('four thousand random conditions', () => {
  const random = new Random(20260331);
  const generator = new Generator(random);
  const texts = Array.from({ length: 4000 }, () => generator.condition());

  test('get the answer that both other evaluators give', () => {
    const disagreements: string[] = [];
    let compared = 0;
    for (const text of texts) {
      const [ours, first, second] = [compile(text), celJs(text), buf(text)];
      for (const gaps of [0, 0.15]) {
        const secret = randomSecret(random, gaps);
        const [a, b] = [first(secret), second(secret)];
        if (a !== b) continue;
        compared++;
        if (asAnswer(run(ours, secret)) !== a) disagreements.push(`${text} on ${JSON.stringify(secret)}: not ${a}`);
      }
    }
    expect(disagreements).toEqual([]);
    expect(compared).toBeGreaterThan(7000);
  });

  test('get the same answer with and without a trace', () => {
    for (const text of texts.slice(0, 2000)) {
      const condition = compile(text);
      const secret = randomSecret(random, 0.15);
      const plain = run(condition, secret);
      language.machine.startTrace();
      const traced = run(condition, secret);
      language.machine.endTrace();
      expect(traced).toEqual(plain);
    }
  });

  test('keep their answer or lose it when facts go missing, but never turn it round', () => {
    const turned: string[] = [];
    for (const text of texts) {
      const condition = compile(text);
      const secret = randomSecret(random, 0);
      const [known, less] = [run(condition, secret), run(condition, hide(secret, random))];
      if (!(less instanceof Fault) && less !== known)
        turned.push(`${text}: ${String(known)}, with less ${String(less)}`);
    }
    expect(turned).toEqual([]);
  });
});

/** The same secret with fewer facts: gaps for some, lists that break off. */
function hide(secret: Secret, random: Random): Secret {
  return Object.fromEntries(Object.entries(secret).map(([name, value]) => [name, hideSome(value, random)]));
}

function hideSome(value: unknown, random: Random): unknown {
  if (random.chance(0.2)) return Gap.of('firewall');
  if (!Array.isArray(value)) return value;
  const items = value.map((item) => (typeof item === 'object' ? hide(item as Secret, random) : item));
  return random.chance(0.4)
    ? new BrokenList(items.slice(0, random.below(items.length + 1)), Gap.of('throttled'))
    : items;
}
