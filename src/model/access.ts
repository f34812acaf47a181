/** What lets one read a facet, and by which name coverage speaks of it. One table per vendor, complete by its type. */
import type { Catalog, Plane } from './catalog.ts';
import type { CoverageSubject } from './snapshot.ts';

/** The least that has to be granted. */
export interface Right {
  /** A role, or a permission of Microsoft Graph. */
  readonly grant: string;
  /** Where it is granted. */
  readonly on: string;
  /** What a vault with access policies wants instead: permissions by sort of object. */
  readonly policy?: PolicyPermissions;
}

/** `{ keys: ['list', 'get'] }` */
export interface PolicyPermissions {
  readonly [objects: string]: readonly string[];
}

export interface FacetAccess {
  readonly subject: CoverageSubject;
  /** By plane that can tell the facet. */
  readonly rights: { readonly [P in Plane]?: Right };
}

export interface Access {
  readonly [kind: string]: {
    /** For knowing which resources of the kind there are. */
    readonly list: FacetAccess;
    readonly facets: { readonly [facet: string]: FacetAccess };
  };
}

type RightsFor<F> = F extends { readonly planes: readonly (infer P extends Plane)[] }
  ? { readonly [N in P]: Right }
  : never;

/** Access to all that a catalog declares: a facet or plane without a right does not compile. */
export type AccessTo<C extends Catalog> = {
  readonly [K in keyof C]: {
    readonly list: FacetAccess;
    readonly facets: {
      readonly [F in keyof C[K]['facets']]: {
        readonly subject: CoverageSubject;
        readonly rights: RightsFor<C[K]['facets'][F]>;
      };
    };
  };
};

/** Several rights in one: each grant once, its access policies put together. */
export function mergeRights(rights: readonly Right[]): Right[] {
  const merged = new Map<string, Right>();
  for (const right of rights) {
    const known = merged.get(right.grant);
    const policy = mergePolicies([known?.policy ?? {}, right.policy ?? {}]);
    merged.set(right.grant, { ...right, ...(Object.keys(policy).length > 0 && { policy }) });
  }
  return [...merged.values()];
}

function mergePolicies(policies: readonly PolicyPermissions[]): PolicyPermissions {
  const merged: { [objects: string]: string[] } = {};
  for (const [objects, permissions] of policies.flatMap(Object.entries<readonly string[]>))
    merged[objects] = [...new Set([...(merged[objects] ?? []), ...permissions])];
  return merged;
}

/** `secrets: list; keys: list, get` */
export const policyText = (policy: PolicyPermissions): string =>
  Object.entries(policy)
    .map(([objects, permissions]) => `${objects}: ${permissions.join(', ')}`)
    .join('; ');
