import { describe, expect, test } from 'vitest';
import { Language } from '../../src/engine/language.ts';
import { azure } from '../../src/collect/azure/catalog.ts';
import { compile, secrets } from './rules.ts';
import { secretFrame } from './estate.ts';

/** The first problem: the text it points at, what it says, how to put it right. */
function mistake(text: string): { at: string; says: string; hint: string } {
  const compiled = secrets.compile(text, { expects: 'bool' });
  if (compiled.ok) throw new Error(`accepted: ${text}`);
  const [first] = compiled.problems;
  if (!first) throw new Error('refused without a reason');
  return { at: text.slice(first.start, first.end), says: first.message, hint: first.hint ?? '' };
}

describe('a mistake in a condition is refused at its place, with a hint', () => {
  test.each([
    ['a field misspelt', 'secret.craeted < now', 'craeted', 'no field "craeted"', '"created"'],
    [
      'a nested field misspelt',
      'has(vault.network) && size(vault.network.rangse) == 0',
      'rangse',
      'no field',
      '"ranges"',
    ],
    ['a field of an item misspelt', 'secret.versions.all(v, v.enabeld)', 'enabeld', 'no field', '"enabled"'],
    ['a field misspelt inside has()', 'has(secret.expire)', 'expire', 'no field "expire"', '"expires"'],
    ['a parameter misspelt', 'secret.size > params.maxAgee', 'maxAgee', 'no field', '"maxAge"'],
    ['a variable misspelt', 'secrte.enabled', 'secrte', 'no variable "secrte"', '"secret"'],
    ['a timestamp compared with a number', 'secret.created > 5', 'secret.created > 5', 'no meaning', 'days(n)'],
    [
      'an age compared with a number',
      'now - secret.created > 90',
      'now - secret.created > 90',
      'no meaning',
      'days(n)',
    ],
    ['a text compared with a number', 'secret.name == 1', 'secret.name == 1', 'string == int', ''],
    [
      'an optional field read without asking',
      'secret.expires < now',
      'secret.expires',
      'may be absent',
      'has(secret.expires)',
    ],
    [
      'an optional field asked for after reading',
      'secret.expires < now && has(secret.expires)',
      'secret.expires',
      'may be absent',
      'has(',
    ],
    [
      'asked for on the wrong side of ||',
      'has(secret.expires) || secret.expires < now',
      'secret.expires',
      'may be absent',
      'has(',
    ],
    [
      'an optional field of an item',
      'secret.versions.all(v, v.expires < now)',
      'v.expires',
      'may be absent',
      'has(v.expires)',
    ],
    [
      'asked for in another macro',
      'secret.versions.exists(v, has(v.expires)) && secret.versions.all(v, v.expires < now)',
      'v.expires',
      'may be absent',
      'has(v.expires)',
    ],
    [
      'a tag read without asking',
      'secret.tags.owner == "x"',
      'secret.tags.owner',
      'may be absent',
      '"owner" in secret.tags',
    ],
    [
      'has() below an optional object',
      'has(vault.network.action)',
      'vault.network',
      'may be absent',
      'has(vault.network)',
    ],
    ['a bad pattern', 'secret.name.matches("(a")', '"(a"', 'bad pattern', 'RE2'],
    ['a pattern that looks around', 'secret.name.matches("(?=a)")', '"(?=a)"', 'bad pattern', 'RE2'],
    ['a duration in days', 'now - secret.created > duration("90d")', '"90d"', 'no duration', 'days(n)'],
    [
      'a day that is not in the calendar',
      'now > timestamp("2026-02-30T00:00:00Z")',
      '"2026-02-30T00:00:00Z"',
      'no timestamp',
      '2026-01-31',
    ],
    [
      'a timestamp without a zone',
      'now > timestamp("2026-02-20T00:00:00")',
      '"2026-02-20T00:00:00"',
      'no timestamp',
      'Z',
    ],
    ['no condition at all', 'secret.name', 'secret.name', 'must be bool, is string', ''],
    [
      'three loops in each other',
      'secret.versions.all(a, secret.versions.all(b, secret.versions.all(c, c.enabled)))',
      'c',
      'all() inside of 2 others',
      'two',
    ],
    ['an index into a list', 'secret.versions[0].enabled', 'secret.versions[0]', 'no order', 'exists()'],
    ['an unknown function', 'dayz(3) > now - now', 'dayz', 'no function "dayz"', '"days"'],
    ['an unknown method', 'secret.name.startWith("a")', 'startWith', 'no method startWith', '"startsWith"'],
    ['a function given the wrong thing', 'days("3") > now - now', 'days', 'does not take (string)', 'days(int)'],
    ['an enumeration misspelt', 'vault.model == "rbca"', '"rbca"', 'none of the values of vault.model', '"rbac"'],
    ['an enumeration in other letters', 'vault.model in ["RBAC"]', '"RBAC"', 'none of the values', '"rbac"'],
    [
      'a list of an enumeration asked for a stranger',
      '"admin" in secret.scopes',
      '"admin"',
      'none of the values',
      'read, write',
    ],
    [
      'an enumeration misspelt in an item',
      'secret.scopes.all(s, s != "raed")',
      '"raed"',
      'none of the values',
      '"read"',
    ],
    ['a constructor', 'secret.constructor == "x"', 'constructor', 'no field "constructor"', 'its fields are'],
    ['a prototype', 'secret.__proto__ == "x"', '__proto__', 'no field "__proto__"', 'its fields are'],
    ['a prototype inside has()', 'has(secret.__proto__)', '__proto__', 'no field', ''],
    ['null', 'null == null', 'null', 'no null', 'has()'],
    ['a number beyond 2^53', 'secret.size == 9007199254740993', '9007199254740993', 'too large', '9007199254740991'],
    ['an unsigned number', '1u == 1u', '1u', 'not supported', ''],
    ['a map literal', '{"a": 1}.size() == 1', '{"a": 1}', 'not supported', ''],
    ['dyn()', 'dyn(secret.name) == 1', 'dyn(secret.name)', 'not supported', ''],
    ['a variable that hides another', 'secret.versions.all(vault, true)', 'vault', 'hides', 'another'],
    [
      'comparisons that CEL and the parser read differently',
      'secret.enabled == secret.size < 5',
      'secret.size < 5',
      'misread',
      'brackets',
    ],
    [
      'a duration in front of a timestamp',
      'days(1) + now > days(1)',
      'days(1) + now',
      'not supported',
      'timestamp + duration',
    ],
    ['a comparison of objects', 'secret.versions == secret.versions', 'secret.versions', 'objects', 'fields'],
    ['a pattern that is no literal', 'secret.name.matches(secret.name)', 'secret.name', 'literal', ''],
    ['a sentence cut off', 'secret.enabled &&', '', 'it is cut off here', 'missing behind'],
    ['an operator too many', 'secret.enabled && && true', '&&', '&& cannot stand here', 'missing in front'],
    ['a bracket that is not closed', 'size(secret.name', '', ') is missing in front of the end', 'brackets'],
    ['two sentences', 'secret.enabled secret.name', 'secret', 'ends in front of this', 'operator'],
    ['an operator of another language', 'secret.enabled & true', '&', 'the character &', '&&'],
    ['a text without an end', "secret.name == 'abc", "'abc", 'a text does not end', 'quote'],
  ])('%s', (_, text, at, says, hint) => {
    const found = mistake(text);
    expect(found.at).toBe(at);
    expect(found.says).toContain(says);
    expect(found.hint).toContain(hint);
  });

  test('twenty thousand brackets', () => {
    const found = mistake('('.repeat(20_000) + 'true' + ')'.repeat(20_000));
    expect(found.says).toContain('too deeply nested');
    expect(found.hint).toContain('split');
  });

  test('twenty thousand exclamation marks', () => {
    expect(mistake(`${'!'.repeat(20_000)}true`).says).toContain('too deeply nested');
  });

  test('several mistakes are told together, in their order', () => {
    const compiled = secrets.compile('secret.nam == "x" && vault.modle == "y" && duration("1d") > now - now');
    if (compiled.ok) throw new Error('accepted');
    expect(compiled.problems.map(({ start }) => start)).toEqual([7, 27, 52]);
  });
});

describe('what was asked for may be read', () => {
  test.each([
    'has(secret.expires) && secret.expires < now',
    '!has(secret.expires) || secret.expires < now',
    'has(secret.expires) ? secret.expires < now : secret.enabled',
    '!(has(secret.expires) && has(secret.content)) || secret.content == "x" && secret.expires < now',
    '"owner" in secret.tags && secret.tags["owner"] == secret.tags.owner',
    'has(secret.tags.owner) && secret.tags.owner != ""',
    'params.required.all(tag, tag in secret.tags && secret.tags[tag] != "")',
    'secret.versions.filter(v, has(v.expires)).all(w, w.expires > now)',
    'secret.versions.map(v, has(v.expires), v.expires).all(expiry, expiry > now)',
    'has(vault.network) && has(vault.network.action) && vault.network.action == "Deny"',
  ])('%s', (text) => {
    expect(secrets.compile(text, { expects: 'bool' })).toMatchObject({ ok: true });
  });

  test('what one condition proved holds for the next', () => {
    const first = secrets.compile('has(secret.expires) && secret.enabled');
    if (!first.ok) throw new Error('refused');
    expect(secrets.compile('secret.expires > now', { given: first.whenTrue })).toMatchObject({ ok: true });
    expect(secrets.compile('secret.expires > now', { given: first.whenFalse })).toMatchObject({ ok: false });
  });

  test('an item of a filtered list has what the filter asked for', () => {
    const items = secrets.withItem('version', compile('secret.versions.filter(v, has(v.expires))'));
    expect(items.compile('version.expires > now')).toMatchObject({ ok: true });
  });
});

test('a hostile pattern costs no more than its text', () => {
  const condition = compile('secret.name.matches("^(a+)+$")');
  expect(condition.run(secretFrame({ name: `${'a'.repeat(5000)}!` }))).toBe(false);
});

test('conditions on Azure are checked against its catalog', () => {
  const scope = new Language(azure).scope('azure.secret', {});
  const compiled = scope.compile('secret.enabled && vault.name != "" && subscription.subscriptionId != ""');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  expect(compiled.condition.fields.toSorted()).toEqual([
    'azure.secret.enabled',
    'azure.subscription.subscriptionId',
    'azure.vault.name',
  ]);
});
