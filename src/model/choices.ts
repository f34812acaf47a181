/** Names that users choose by. They stand apart so that --help need not load what they name. */

export const AUTH_KINDS = ['default', 'cli', 'env', 'managed-identity', 'workload', 'github', 'pipelines'] as const;
export type AuthKind = (typeof AUTH_KINDS)[number];

export const CLOUD_NAMES = ['public', 'usgov', 'china'] as const;
export type CloudName = (typeof CLOUD_NAMES)[number];

/** Planes that can be done without; Resource Manager tells what there is. */
export const OPTIONAL_PLANES = ['data', 'logs', 'graph'] as const;
export type OptionalPlane = (typeof OPTIONAL_PLANES)[number];
