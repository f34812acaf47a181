/**
 * What an alert belongs to on GitHub beside its rule and path: tool and category. An upload speaks for its categories
 * alone, so that one subscription that could not be read leaves the alerts of the others to their own runs.
 */
import type { ResourceRef } from '../../model/finding.ts';
import type { ReportRun } from '../../model/report.ts';
import { subscriptionIn } from '../resource-id.ts';
import { segment } from './segment.ts';

/** A subscription, or the tenant with all that is in no subscription. */
export interface Category {
  /** `sub-<guid>` or `tenant-<guid>`, fit to be part of a path; the same for every letter case of the guid. */
  readonly key: string;
  /** `subscription <guid>` */
  readonly words: string;
}

/** Of a result's resource. */
export function categoryOf({ id, vault, subscriptionId }: ResourceRef, run: ReportRun): Category {
  return subscriptionId === undefined ? categoryOfId(vault ?? id, run) : subscription(subscriptionId);
}

/** Of a run, from its `automationDetails.id`; undefined where that is not as we write it. */
export function categoryOfRun(id: string): Category | undefined {
  const [, key, kind, guid] = /^vault-posture\/((sub|tenant)-([^/]+))\/[^/]*$/.exec(id) ?? [];
  if (key === undefined || guid === undefined) return undefined;
  return { key, words: `${kind === 'sub' ? 'subscription' : 'tenant'} ${guid}` };
}

/** Of an id as it stands in coverage. */
export function categoryOfId(id: string, { tenantId }: Pick<ReportRun, 'tenantId'>): Category {
  const guid = subscriptionIn(id);
  return guid === undefined ? tenant(tenantId ?? 'unknown') : subscription(guid);
}

const subscription = (guid: string): Category => ({
  key: `sub-${segment(guid)}`,
  words: `subscription ${guid.toLowerCase()}`,
});

const tenant = (guid: string): Category => ({ key: `tenant-${segment(guid)}`, words: `tenant ${guid.toLowerCase()}` });

/**
 * What stands before the last slash is the category, what follows names the upload.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export const automationId = ({ key }: Category, { evaluatedAt }: ReportRun): string =>
  `vault-posture/${key}/${segment(evaluatedAt.replace(/[-:]|\.\d+/g, ''), (text) => text)}`;
