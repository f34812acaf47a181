/**
 * The HttpClient of the SDK's credentials. It lets through requests for tokens and nothing else: to Entra ID, to this
 * machine's managed identity endpoint, and to the issuer that the pipeline named in its environment.
 */
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Cloud } from './clouds.ts';
import { GuardError, guard } from './guard.ts';
import { isJson } from './http.ts';

/** The address of every Azure machine's metadata service. Source: https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service */
const METADATA_SERVICE = 'http://169.254.169.254/metadata/identity/oauth2/token';

/** Variables in which hosts of jobs and applications name the issuer of their tokens. */
const ISSUERS = ['ACTIONS_ID_TOKEN_REQUEST_URL', 'SYSTEM_OIDCREQUESTURI', 'IDENTITY_ENDPOINT', 'MSI_ENDPOINT'] as const;

export class IdentityHttpClient implements HttpClient {
  readonly #cloud: Cloud;
  readonly #transport: HttpClient;
  readonly #issuers: ReadonlySet<string>;
  /** The last error of the wire: the SDK's credentials hide it behind one of their own. */
  lastError: (Error & { code?: string }) | undefined;

  constructor(cloud: Cloud, transport: HttpClient, env: NodeJS.ProcessEnv) {
    this.#cloud = cloud;
    this.#transport = transport;
    this.#issuers = new Set(ISSUERS.flatMap((name) => placeOf(env[name])));
  }

  async sendRequest(request: PipelineRequest): Promise<PipelineResponse> {
    this.#guard(request);
    try {
      const answer = await this.#transport.sendRequest(request);
      if (!isProbe(request)) this.lastError = strangeness(answer) ?? this.lastError;
      return answer;
    } catch (error) {
      if (!isProbe(request)) this.lastError = error as Error;
      throw error;
    }
  }

  #guard({ method, url }: PipelineRequest): void {
    const [place] = placeOf(url);
    if (place !== undefined && (this.#issuers.has(place) || place === METADATA_SERVICE)) return;
    if (method !== 'POST')
      throw new GuardError(`Refused before sending: ${method} ${new URL(url).host} is no place for tokens`);
    guard(this.#cloud, method, url);
  }
}

/** An answer that no service of tokens gives when it works: the SDK's credentials make a riddle of it. */
function strangeness({ status, bodyAsText }: PipelineResponse): (Error & { code: string }) | undefined {
  if (status === 429 || status >= 500) return coded(`HTTP ${status}`);
  return isJson(bodyAsText) ? undefined : coded('NotJson');
}

const coded = (code: string): Error & { code: string } => Object.assign(new Error('no token in the answer'), { code });

/** Outside Azure nobody answers there: that is no news. */
const isProbe = ({ url }: PipelineRequest): boolean => placeOf(url)[0] === METADATA_SERVICE;

/** Origin and path: what else stands in an address does not decide whom it reaches. */
function placeOf(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const { origin, pathname } = new URL(address);
  return [`${origin}${pathname}`];
}
