/** Why signing in did not work, in words, with the way out. The SDK's own texts are long and often hide the cause. */

/** Signing in failed. `next` says what to do. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly next: string;

  constructor(message: string, next: string, cause: unknown) {
    super(message, { cause });
    this.next = next;
  }
}

const SIGN_IN_ERRORS = new Set([
  'CredentialUnavailableError',
  'AuthenticationError',
  'AuthenticationRequiredError',
  'AggregateAuthenticationError',
]);

export const isSignInError = (error: unknown): error is Error =>
  error instanceof Error && SIGN_IN_ERRORS.has(error.name);

type Words = readonly [what: string, next: string];

/** By AADSTS number. Source: https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const BY_NUMBER: { readonly [number: string]: Words } = {
  '7000215': ['The client secret is wrong.', 'Set AZURE_CLIENT_SECRET to the secret itself, not to its id.'],
  '7000222': ['The client secret has expired.', 'Make a new one for the application and set AZURE_CLIENT_SECRET.'],
  '700016': ['The application is not in this tenant.', 'Check AZURE_CLIENT_ID and AZURE_TENANT_ID against each other.'],
  '90002': ['There is no such tenant.', 'Check AZURE_TENANT_ID.'],
  '900023': ['The tenant is written wrongly.', 'Set AZURE_TENANT_ID to the GUID or to a domain of the tenant.'],
  '700213': [
    'No federated credential fits this job.',
    'Add one to the application whose issuer, subject and audience are those of the job.',
  ],
  '70021': [
    'No federated credential fits this job.',
    'Add one to the application whose issuer, subject and audience are those of the job.',
  ],
  '700024': [
    'The time of this machine is wrong: the assertion is not valid yet, or no longer.',
    'Set the clock of this machine.',
  ],
  '700027': [
    'The client certificate does not fit the application.',
    'Upload its public part to the application, or set the right AZURE_CLIENT_CERTIFICATE_PATH.',
  ],
  '50076': ['Signing in asks for a second factor.', 'Run az login again.'],
  '50079': ['Signing in asks for a second factor that is not set up.', 'Set it up, then run az login again.'],
  '53003': [
    'Conditional Access blocks this sign-in.',
    'Scan from a place and with an identity that the policies let in.',
  ],
  '65001': ['Nobody has consented to the application.', 'Have an administrator of the tenant consent.'],
  '500011': ['The tenant does not know the service that was asked for.', 'Check --cloud and AZURE_TENANT_ID.'],
  '50034': ['The account is not in this tenant.', 'Check AZURE_TENANT_ID, or run az login --tenant.'],
  '700082': ['The sign-in has expired.', 'Run az login again.'],
  '530003': ['Conditional Access asks for a managed device.', 'Scan with a service principal, or from such a device.'],
};

/** By the code of the error on the wire. */
const BY_CODE: { readonly [code: string]: Words } = {
  ENOTFOUND: [
    'The address of the sign-in service is not found.',
    'Check the network, and HTTPS_PROXY if there is a proxy.',
  ],
  EAI_AGAIN: ['Names cannot be looked up.', 'Check the network and its name server.'],
  ECONNREFUSED: ['The connection is refused.', 'Check HTTPS_PROXY: does the proxy run, and on that port?'],
  ECONNRESET: ['The connection broke off.', 'Run it again; if it stays, something between here and Azure breaks it.'],
  ENETUNREACH: ['There is no way to the network.', 'Check the network.'],
  ETIMEDOUT: ['Nobody answers.', 'Check the network, and HTTPS_PROXY if there is a proxy.'],
  UND_ERR_CONNECT_TIMEOUT: ['Nobody answers.', 'Check the network, and HTTPS_PROXY if there is a proxy.'],
  EPROXY: [
    'The proxy refuses.',
    'Check the user name and password in HTTPS_PROXY, and whether the proxy lets you to Azure.',
  ],
  NotJson: [
    'Something else answers in the place of the sign-in service.',
    'Check HTTPS_PROXY, and whether the network wants you to sign in to it first.',
  ],
};

const UNKNOWN_AUTHORITY: Words = [
  'The certificate comes from an authority that is not known here, as behind a proxy that looks into connections.',
  'Name its certificate: NODE_EXTRA_CA_CERTS=<file>, or --ca-file <file>.',
];
const CERTIFICATE_CODES = /^(?:UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|CERT_UNTRUSTED|ERR_TLS_CERT_ALTNAME)/;
const EXPIRED_CERTIFICATE: Words = [
  'The certificate is not valid at this time.',
  'Set the clock of this machine; if it is right, tell whoever runs the proxy.',
];

const OUT_OF_ORDER: Words = [
  'The sign-in service is out of order, or something between here and there is.',
  'Run it again later; if it stays, check the network, and HTTPS_PROXY if there is a proxy.',
];

export function signInError(error: Error, wire: (Error & { code?: string }) | undefined): SignInError {
  const [what, next] = wordsFor(error, wire);
  return new SignInError(`Could not sign in to Azure. ${what}`, next, error);
}

function wordsFor(error: Error, wire: (Error & { code?: string }) | undefined): Words {
  const number = /AADSTS(\d+)/.exec(error.message)?.[1];
  const known = number === undefined ? undefined : BY_NUMBER[number];
  if (known) return [`${known[0]} (AADSTS${number})`, known[1]];
  if (number !== undefined) return [firstSentence(error.message), `Look up AADSTS${number}.`];
  return (wire && wireWords(wire)) ?? unconfigured(error);
}

export function wireWords({ code = '' }: { code?: string }): Words | undefined {
  if (CERTIFICATE_CODES.test(code)) return [`${UNKNOWN_AUTHORITY[0]} (${code})`, UNKNOWN_AUTHORITY[1]];
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return EXPIRED_CERTIFICATE;
  if (code.startsWith('HTTP ')) return [`${OUT_OF_ORDER[0]} (${code})`, OUT_OF_ORDER[1]];
  const known = BY_CODE[code];
  return known && [`${known[0]} (${code})`, known[1]];
}

/** A token was given, and Resource Manager takes it for none: nothing at all can be read with it. */
export function turnedAway(code: string | undefined): SignInError {
  const answer = code === undefined ? 'HTTP 401' : `HTTP 401 ${code}`;
  return new SignInError(
    `Signed in, but Azure Resource Manager does not take the token (${answer}).`,
    'Check --cloud, AZURE_TENANT_ID and the clock of this machine, then sign in again.',
    undefined,
  );
}

/** The chain of all ways names only itself. */
const unconfigured = (error: Error): Words => [
  error.name === 'AggregateAuthenticationError' ? 'No way to sign in is set up here.' : firstSentence(error.message),
  'Run az login, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET; --auth chooses one way.',
];

/** The first line of the SDK's text, without trace ids. */
const firstSentence = (text: string): string =>
  (text.split('\n')[0] ?? '').replace(/\s*Trace ID:.*$/, '').slice(0, 300);
