/** Who stands behind the issuer that a certificate's policy names. Names of issuers compare without letter case. */
import { Gap } from '../../model/gap.ts';
import type { ToldList } from '../collector.ts';
import { isRecord, type RawFacts } from '../settle.ts';
import { lastStep, textIn, within } from './raw.ts';

/** Every vault has these two, and lists neither. Source: https://learn.microsoft.com/azure/key-vault/certificates/create-certificate */
const BUILT_IN = ['Self', 'Unknown'] as const;

/** The issuer that a policy names; undefined if it names none, or there is no policy. */
export function issuerIn(policy: unknown): string | undefined | Gap {
  if (policy === undefined || policy === null) return undefined;
  const name = isRecord(policy) ? (within(policy, 'issuer', 'name') ?? undefined) : Gap.of('error');
  return name === undefined || typeof name === 'string' ? name : Gap.of('error');
}

/** The provider of an issuer that needs no list. */
export const builtIn = (issuer: string): string | undefined =>
  BUILT_IN.find((name) => name.toLowerCase() === issuer.toLowerCase());

/** The provider of a listed issuer; undefined if the list knows it not, a gap if it could not be read to its end. */
export function providerOf(issuer: string, { items, failure }: ToldList<RawFacts>): unknown {
  const found = items.find(({ id }) => nameIn(id) === issuer.toLowerCase());
  if (found) return found.provider ?? Gap.of('error');
  if (failure) return Gap.of(failure.reason);
  return items.some(({ id }) => nameIn(id) === undefined) ? Gap.of('error') : undefined;
}

const nameIn = (id: unknown): string | undefined => lastStep(textIn(id))?.toLowerCase();
