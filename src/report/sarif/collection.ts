/** What one run collects its results in, one a finding or one a rule and vault, and how many it can hold. */
import { hash } from 'node:crypto';
import type { Finding, ResourceRef } from '../../model/finding.ts';
import { isWorse, SEVERITIES } from '../../model/rule.ts';
import { entryAt } from '../growing-map.ts';
import { lastPart, placeKey, vaultOf } from '../resource-id.ts';
import { counted } from '../text.ts';
import { locationOf, placeWords, quoted, resourceWords } from './place.ts';
import { type Entry, entryOf, headOf } from './result.ts';

/**
 * Results that GitHub keeps of a run, the worst; the others come and go from scan to scan.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
export const RESULTS_KEPT = 5000;

export interface Collection {
  add(finding: Finding): void;
  /** Takes in a result of an earlier scan, as it is. */
  carry(entry: Entry): void;
  /** Results that there would be without a limit. */
  readonly total: number;
  /** The worst, by severity, then by fingerprint: the same for the same findings in any order. */
  entries(): readonly Entry[];
}

const compare = (a: Entry, b: Entry): number =>
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || (a.fingerprint < b.fingerprint ? -1 : 1);

const worst = (entries: readonly Entry[]): Entry[] => entries.toSorted(compare).slice(0, RESULTS_KEPT);

/** One result a finding. Holds at most twice as many as it gives. */
export class Single implements Collection {
  readonly #category: string;
  #kept: Entry[] = [];
  total = 0;

  constructor(category: string) {
    this.#category = category;
  }

  add(finding: Finding): void {
    this.carry(entryOf(finding, this.#category));
  }

  carry(entry: Entry): void {
    this.total++;
    this.#kept.push(entry);
    if (this.#kept.length >= 2 * RESULTS_KEPT) this.#kept = worst(this.#kept);
  }

  entries(): readonly Entry[] {
    return worst(this.#kept);
  }
}

/** Names that a grouped result tells. */
const EXAMPLES = 5;

interface Group {
  readonly ruleId: string;
  readonly resource: ResourceRef;
  readonly fingerprint: string;
  severity: Finding['severity'];
  count: number;
  examples: string[];
}

/** One result for all findings of a rule on a vault and what is in it. */
export class Grouped implements Collection {
  readonly #category: string;
  readonly #groups = new Map<string, Group>();
  readonly #carried: Entry[] = [];

  constructor(category: string) {
    this.#category = category;
  }

  get total(): number {
    return this.#groups.size + this.#carried.length;
  }

  add({ ruleId, severity, resource }: Finding): void {
    const fingerprint = groupFingerprint(ruleId, resource);
    const group = entryAt(this.#groups, fingerprint, () => groupOf(ruleId, resource, fingerprint));
    group.count++;
    if (isWorse(severity, group.severity)) group.severity = severity;
    group.examples = [...new Set([...group.examples, resourceWords(resource)])].sort().slice(0, EXAMPLES);
  }

  carry(entry: Entry): void {
    this.#carried.push(entry);
  }

  entries(): readonly Entry[] {
    return worst([...[...this.#groups.values()].map((group) => this.#entry(group)), ...this.#carried]);
  }

  #entry(group: Group): Entry {
    return {
      ...group,
      result: (rules) => ({
        ...headOf(group, messageOf(group), rules),
        locations: [locationOf(group.resource, this.#category)],
        properties: { severity: group.severity, findings: group.count, locationQuality: 'virtual' },
      }),
    };
  }
}

const groupOf = (ruleId: string, resource: ResourceRef, fingerprint: string): Group => ({
  ruleId,
  resource: holderOf(resource),
  fingerprint,
  severity: 'info',
  count: 0,
  examples: [],
});

/** The vault of a thing in it; of anything else itself. */
function holderOf(resource: ResourceRef): ResourceRef {
  const vault = resource.vault;
  return vault === undefined ? resource : { kind: `azure.${vaultWord(vault)}`, id: vault, name: lastPart(vault) };
}

const vaultWord = (vault: string): string => (/\/managedHSMs\/[^/]*$/i.test(vault) ? 'hsm' : 'vault');

/** Names of vaults are unique in a cloud: one that moves to another group keeps its alerts. */
export function groupFingerprint(ruleId: string, resource: ResourceRef): string {
  const vault = vaultOf(resource);
  const holder = vault === undefined ? resource.id : vault.split('/').slice(-2).join('/');
  return hash('sha256', ['vp1-vault', ruleId, placeKey(holder)].join('\0').normalize('NFC'), 'hex');
}

function messageOf({ ruleId, resource, count, examples }: Group): string {
  const named = count > examples.length ? `, among them ${examples.join(', ')}` : `: ${examples.join(', ')}`;
  return `${placeWords(resource)}: ${counted(count, 'finding')} of rule ${quoted(ruleId)}${named}.`;
}
