/** What a subscription answers instead of a list of its vaults: that there can be none, or that it is switched off. */
import { type Failure, lastAsked, type ToldList } from '../collector.ts';
import type { RawFacts } from '../settle.ts';
import { MISSING_REGISTRATION, SWITCHED_OFF } from './failure.ts';
import { textIn } from './raw.ts';

/** The list, and what is to be said of one that was read. */
export interface VaultList extends ToldList<RawFacts> {
  readonly remark?: string;
}

/**
 * A subscription that never had a vault may lack Microsoft.KeyVault as a resource provider, which cannot be taken away
 * while there is a vault. Source: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
 */
export function vaultList(told: ToldList<RawFacts>, subscription: RawFacts): VaultList {
  const { asked, items, failure } = told;
  if (!failure) return told;
  if (failure.code === MISSING_REGISTRATION && items.length === 0)
    return { asked, items, remark: 'the list of vaults: Microsoft.KeyVault is not registered, so there is no vault' };
  const refused = (lastAsked(told).status ?? 500) < 500;
  return refused && isSwitchedOff(subscription) ? { ...told, failure: switchedOff(failure) } : told;
}

const isSwitchedOff = ({ state }: RawFacts): boolean => /^(?:disabled|deleted)$/i.test(textIn(state));

/** Whatever its answer says: its state tells why. What may pass is left as it is. */
const switchedOff = (failure: Failure): Failure =>
  failure.reason === 'throttled' || failure.reason === 'timeout'
    ? failure
    : { ...failure, reason: 'forbidden', remedy: SWITCHED_OFF };
