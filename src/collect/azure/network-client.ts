/** The questions that are asked of what surrounds vaults: private endpoints and subnets, which may belong to anybody. */
import { Gap } from '../../model/gap.ts';
import type { Asked, Failure, Told, ToldList } from '../collector.ts';
import type { RawFacts } from '../settle.ts';
import { holds, type Texts, type Truth } from '../truth.ts';
import type { AzureClient } from './client.ts';

/** Old enough for every cloud. Source: https://learn.microsoft.com/rest/api/virtualnetwork/private-endpoints/get */
const NETWORK_VERSION = '2024-05-01';

interface Sort {
  readonly what: string;
  readonly id: RegExp;
  readonly remedy: string;
}

const idOf = (path: string): RegExp =>
  new RegExp(`^/subscriptions/([0-9a-f-]{36})/resourceGroups/[^/?#]+/providers/Microsoft\\.Network/${path}$`, 'i');
const NAME = '[0-9A-Za-z][\\w.-]{0,79}';

const PRIVATE_ENDPOINT: Sort = {
  what: 'a private endpoint',
  id: idOf(`privateEndpoints/${NAME}`),
  remedy: 'Grant the role Reader on the private endpoint or above it.',
};
const SUBNET: Sort = {
  what: 'a subnet of the firewall',
  id: idOf(`virtualNetworks/${NAME}/subnets/${NAME}`),
  remedy: 'Grant the role Reader on the virtual network or above it.',
};

export class NetworkClient {
  readonly #client: AzureClient;
  readonly #subnets = new Map<string, Promise<Told<RawFacts>>>();
  #subscriptions: Texts = Gap.of('skipped');
  #toldBy: Asked | undefined;

  constructor(client: AzureClient) {
    this.#client = client;
  }

  /** GUIDs of the subscriptions that the identity sees. */
  get subscriptions(): Texts {
    return this.#subscriptions;
  }

  /** `toldBy` is the request that told them: what is not asked because of it is known from there. */
  expect(subscriptions: Texts, toldBy: Asked): void {
    this.#subscriptions = subscriptions;
    this.#toldBy = toldBy;
  }

  /** Whether the identity sees the subscription that something is in. */
  sees(id: string): Truth {
    const owner = /^\/subscriptions\/([^/]+)\//i.exec(id)?.[1]?.toLowerCase();
    return holds(this.#subscriptions, (subscription) => subscription.toLowerCase() === owner);
  }

  privateEndpoint(id: string): Promise<Told<RawFacts>> {
    return this.#get(PRIVATE_ENDPOINT, id);
  }

  zoneGroups(privateEndpointId: string): Promise<ToldList<RawFacts>> {
    const what = 'DNS zone groups of a private endpoint';
    return this.#client.list(this.#address(privateEndpointId, '/privateDnsZoneGroups'), { ...PRIVATE_ENDPOINT, what });
  }

  /** Many vaults name the same subnet. */
  subnet(id: string): Promise<Told<RawFacts>> {
    const key = id.toLowerCase();
    const told = this.#subnets.get(key) ?? this.#get(SUBNET, id);
    this.#subnets.set(key, told);
    return told;
  }

  async #get(sort: Sort, id: string): Promise<Told<RawFacts>> {
    const failure = this.#astray(sort, id);
    if (failure)
      return { asked: this.#toldBy ?? this.#client.unsent(`https://${this.#client.cloud.arm}/subscriptions`), failure };
    return this.#client.get(this.#address(id), sort);
  }

  /** Why it is not asked for, if it is not. */
  #astray({ what, id: form, remedy }: Sort, id: string): Failure | undefined {
    if (!form.test(id)) return { reason: 'unsupported', detail: `${what}: its id is of a form that is not known` };
    if (this.sees(id) !== false) return undefined;
    return { reason: 'forbidden', detail: `${what}: not asked, it is in a subscription that is not seen`, remedy };
  }

  #address(id: string, path = ''): string {
    return `https://${this.#client.cloud.arm}${encodeURI(id)}${path}?api-version=${NETWORK_VERSION}`;
  }
}
