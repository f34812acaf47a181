/** The same conditions on the same secrets, as two other evaluators of CEL answer them. */
import { celEnv, isCelError, parse as parseBuf, plan } from '@bufbuild/cel';
import { timestampFromMs } from '@bufbuild/protobuf/wkt';
import { Environment } from '@marcbachmann/cel-js';
import { Gap } from '../../src/model/gap.ts';
import { NOW } from './estate.ts';
import type { Secret } from './generate.ts';

export type Answer = boolean | 'error';

const MOMENTS = new Set(['created', 'expires']);

/** Gaps throw when they are read. */
function celJsSecret(secret: Secret): object {
  const result = {};
  for (const [name, value] of Object.entries(secret)) {
    const descriptor = value instanceof Gap ? { get: refuse } : { value: celJsValue(name, value) };
    Object.defineProperty(result, name, { ...descriptor, enumerable: true });
  }
  return result;
}

function refuse(): never {
  throw new Error('a gap');
}

function celJsValue(name: string, value: unknown): unknown {
  if (typeof value === 'number') return MOMENTS.has(name) ? new Date(value) : BigInt(value);
  if (Array.isArray(value))
    return value.map((item) => (typeof item === 'object' ? celJsSecret(item) : celJsValue('', item)));
  return value;
}

const environment = new Environment({ limits: { maxDepth: 250 } })
  .registerVariable('secret', 'dyn')
  .registerVariable('now', 'google.protobuf.Timestamp');

export function celJs(text: string): (secret: Secret) => Answer {
  const run = environment.parse(text);
  return (secret) => {
    try {
      return asAnswer(run({ secret: celJsSecret(secret), now: new Date(NOW) }));
    } catch {
      return 'error';
    }
  };
}

const asAnswer = (value: unknown): Answer => (typeof value === 'boolean' ? value : 'error');

/** It absorbs its own errors only, so gaps are left out: reading one is an error, as it has to be; `has()` differs. */
function bufValue(name: string, value: unknown): unknown {
  if (typeof value === 'number') return MOMENTS.has(name) ? timestampFromMs(value) : BigInt(value);
  if (Array.isArray(value)) return value.map((item) => bufValue('', item));
  if (typeof value !== 'object' || value === null) return value;
  const known = Object.entries(value).filter(([, entry]) => !(entry instanceof Gap));
  return new Map(known.map(([key, entry]) => [key, bufValue(key, entry)]));
}

const bufEnvironment = celEnv();

export function buf(text: string): (secret: Secret) => Answer {
  const run = plan(bufEnvironment, parseBuf(text)) as (bindings: Record<string, unknown>) => unknown;
  return (secret) => {
    try {
      const value = run({ secret: bufValue('', secret), now: timestampFromMs(NOW) });
      return isCelError(value) ? 'error' : asAnswer(value);
    } catch {
      return 'error';
    }
  };
}
