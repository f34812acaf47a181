/** What a refused or lost answer means: the gap's reason, what happened in words, and what would cure it. */
import type { Reason } from '../../model/gap.ts';
import type { Failure } from '../collector.ts';
import type { CallError } from './http.ts';

/** What was asked for, for the words of the cure. */
export interface Purpose {
  /** In words: "secrets", "the rotation policy". */
  readonly what: string;
  /** The role or setting that lets one read it, by permission model where that matters. */
  readonly remedy: string;
  /** What lets one in when the token itself is not taken; signing in again if left out. */
  readonly unauthorized?: string;
}

/** Code of Resource Manager: the subscription does not use this kind of service. */
export const MISSING_REGISTRATION = 'MissingSubscriptionRegistration';

/** Cure for subscriptions that are not paid for any more, or were cancelled. */
export const SWITCHED_OFF =
  'Have the subscription enabled again, or leave it out: name the others with --subscription.';

const DISABLED = new Set(['ReadOnlyDisabledSubscription', 'DisabledSubscription', 'SubscriptionDisabled']);

/** Codes of Key Vault's `innererror` and of ARM's `error`, as seen and as documented. */
const BY_CODE: ReadonlyMap<string, Reason> = new Map(
  Object.entries({
    ForbiddenByFirewall: 'firewall',
    ForbiddenByConnection: 'firewall',
    ForbiddenByRbac: 'forbidden',
    ForbiddenByPolicy: 'forbidden',
    AccessDenied: 'forbidden',
    AuthorizationFailed: 'forbidden',
    LinkedAuthorizationFailed: 'forbidden',
    NoToken: 'forbidden',
    ...Object.fromEntries([...DISABLED].map((code) => [code, 'forbidden' as const])),
    TooManyRequests: 'throttled',
    Throttled: 'throttled',
    ETIMEDOUT: 'timeout',
    EDEADLINE: 'timeout',
    EPROXY: 'firewall',
    // Resource Manager does not know the kind of resource, or not in that version.
    InvalidResourceType: 'unsupported',
    NoRegisteredProviderFound: 'unsupported',
    InvalidApiVersionParameter: 'unsupported',
    [MISSING_REGISTRATION]: 'unsupported',
    // Of an operation that the vault is not set up for.
    NotSupported: 'unsupported',
    // A vault's name is taken out of DNS when the vault is deleted.
    ENOTFOUND: 'notFound',
    ESOCKETTIMEDOUT: 'timeout',
    UND_ERR_CONNECT_TIMEOUT: 'timeout',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    UND_ERR_BODY_TIMEOUT: 'timeout',
  } as const),
);

const BY_STATUS: { readonly [status: number]: Reason } = {
  401: 'forbidden',
  403: 'forbidden',
  404: 'notFound',
  408: 'timeout',
  410: 'notFound',
  429: 'throttled',
  504: 'timeout',
};

/** For what nobody but the service can explain. */
export const AGAIN = 'Run the scan again; if it stays, give the request id to Azure support.';

/** Items of a list lack the text that names them: they are as good as not listed. */
export const unusable = (items: number, list: string, text: 'id' | 'name'): Failure => ({
  reason: 'error',
  detail: `${items} in ${list} without a usable ${text}`,
  remedy: AGAIN,
});

export function failureOf(error: CallError, purpose: Purpose): Failure {
  const reason = reasonOf(error);
  const remedy = remedyFor(reason, error, purpose);
  const code = error.innerCode ?? error.code;
  return { reason, detail: detailOf(error, purpose), ...(remedy && { remedy }), ...(code && { code }) };
}

function reasonOf({ code, innerCode, asked }: CallError): Reason {
  const told = BY_CODE.get(innerCode ?? '') ?? BY_CODE.get(code ?? '');
  return told ?? BY_STATUS[asked.status ?? 0] ?? 'error';
}

/** The service's own text may be long and holds ids of strangers: the code and status tell enough. */
function detailOf({ code, innerCode, asked, message }: CallError, { what }: Purpose): string {
  const answer = asked.status === undefined ? `no answer (${code ?? message})` : `HTTP ${asked.status}`;
  const codes = asked.status === undefined ? [] : [code, innerCode].filter((text) => text !== undefined);
  return `${what}: ${[answer, ...codes].join(' ')}`;
}

function remedyFor(reason: Reason, { asked, code, innerCode }: CallError, purpose: Purpose): string | undefined {
  switch (reason) {
    case 'forbidden':
      if (DISABLED.has(code ?? '')) return SWITCHED_OFF;
      if (code === 'NoToken')
        return purpose.unauthorized ?? 'Let the scanning identity have tokens for Key Vault: the tenant refuses them.';
      return asked.status === 401
        ? (purpose.unauthorized ?? 'Sign in again: the token is not taken any more.')
        : purpose.remedy;
    case 'firewall':
      if (code === 'EPROXY') return 'Have the proxy let the scan through to the hosts of Key Vault.';
      return innerCode === 'ForbiddenByConnection'
        ? "Run the scan from a network that reaches the vault's private endpoint."
        : "Run the scan from an address that the vault's firewall allows, or through a private endpoint.";
    case 'throttled':
    case 'timeout':
    case 'error':
      if (code === 'EDEADLINE') return 'Give the scan more time with --timeout, or go on with --resume.';
      return AGAIN;
    case 'notFound':
      if (code === 'ENOTFOUND')
        return "Run the scan from a network that knows the vault's name, as that of its private endpoint; or it was deleted.";
      return 'It was deleted while the scan ran, or the address is wrong; run the scan again.';
    case 'unsupported':
      if (code === MISSING_REGISTRATION)
        return 'Register the resource provider in the subscription, if the service is used there; else there is nothing to read.';
      return 'Look for a newer version of vault-posture: this cloud does not answer the question of this one.';
    default:
      return undefined;
  }
}
