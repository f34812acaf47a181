/** The many objects that have no story: specs drawn from their owners' habits. */
import { between, dice, oneOf } from './dice.mjs';

/**
 * How a team keeps its objects. Ranges are days; shares run from 0 to 1.
 * @typedef {{ age: number[], versions: number[], life: number[], expiry: number, typed: number, disabled: number }} Habit
 */

/** Rotated by a pipeline. */
export const TIDY = { age: [4, 72], versions: [2, 6], life: [110, 180], expiry: 1, typed: 0.9, disabled: 0.02 };
/** Rotated when somebody thinks of it. */
export const MIDDLING = { age: [15, 260], versions: [1, 4], life: [200, 420], expiry: 0.6, typed: 0.5, disabled: 0.06 };
/** Set once. */
export const CARELESS = {
  age: [130, 1400],
  versions: [1, 2],
  life: [365, 730],
  expiry: 0.25,
  typed: 0.15,
  disabled: 0.1,
};

/** Specs by name, for names divided by spaces. */
export const secrets = (vault, habit, names) =>
  specs(vault, names, (seed, name) => ({
    ...ordinary(`${vault}/secret/${name}`, habit),
    ...(dice(`${seed}/typed`) < habit.typed && { contentType: contentType(name) }),
    ...owned(seed, name),
  }));

/** Keys are kept longer than secrets; what a pipeline rotates has a policy. */
export const keys = (vault, habit, names) =>
  specs(vault, names, (seed, name) => ({
    ...ordinary(seed, { ...habit, life: [365, 730], versions: [1, 3] }),
    ...oneOf(`${seed}/material`, MATERIALS),
    ...(habit === TIDY && { rotation: oneOf(`${seed}/rotation`, ROTATIONS) }),
    ...owned(seed, name),
  }));

export const certificates = (vault, habit, names) =>
  specs(vault, names, (seed, name) => ({
    ...ordinary(seed, { ...habit, expiry: 1, life: [365, 365], versions: [1, 3] }, 365),
    subject: `CN=${name.replaceAll('-', '.')}, O=Havelmark Freight SE, C=DE`,
    names: [name.replaceAll('-', '.')],
    ...(dice(`${seed}/issuer`) < 0.5 ? { issuer: 'DigiCert', issuerType: 'OV-SSL', renew: { days: 30 } } : {}),
    size: oneOf(`${seed}/size`, [2048, 2048, 3072, 4096]),
  }));

const specs = (vault, names, draw) =>
  Object.fromEntries(
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, draw(`${vault}/${name}`, name)]),
  );

function ordinary(seed, habit, longest = Number.POSITIVE_INFINITY) {
  const age = Math.min(between(`${seed}/age`, ...habit.age), longest - 20);
  const pace = between(`${seed}/pace`, 50, 95) + habit.age[0];
  const count = between(`${seed}/versions`, ...habit.versions) - 1;
  return {
    age,
    earlier: Array.from({ length: count }, (_, i) => age + (i + 1) * pace + between(`${seed}/${i}/late`, 0, 12)),
    ...(dice(`${seed}/expiry`) < habit.expiry && { life: between(`${seed}/life`, ...habit.life) }),
    ...(dice(`${seed}/disabled`) < habit.disabled && { enabled: false }),
  };
}

function contentType(name) {
  if (/connection|sas/.test(name)) return 'connection-string';
  if (/json|config/.test(name)) return 'application/json';
  return /password/.test(name) ? 'password' : 'text/plain';
}

const TEAMS = ['team-transport', 'team-depot', 'team-platform', 'team-finance', 'team-customer'];

const owned = (seed, name) =>
  dice(`${seed}/owned`) < 0.6 ? { tags: { owner: oneOf(`${seed}/team`, TEAMS), purpose: name.split('-')[0] } } : {};

const MATERIALS = [
  { kty: 'RSA', size: 2048 },
  { kty: 'RSA', size: 2048 },
  { kty: 'RSA', size: 3072 },
  { kty: 'RSA', size: 4096 },
  { kty: 'EC', curve: 'P-256' },
  { kty: 'EC', curve: 'P-384' },
];

const ROTATIONS = [
  { after: 'P60D', notify: 'P30D', expiry: 'P1Y' },
  { after: 'P2M', expiry: 'P1Y' },
  { before: 'P30D', notify: 'P15D', expiry: 'P90D' },
];
