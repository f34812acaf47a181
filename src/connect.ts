/** Connects the Azure provider to the cloud, or to an estate in a folder. */
import type { TokenCredential } from '@azure/core-auth';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { AzureClient } from './collect/azure/client.ts';
import { CLOUDS, type Cloud } from './collect/azure/clouds.ts';
import { GuardedHttpClient } from './collect/azure/http.ts';
import { AzureProvider } from './collect/azure/provider.ts';
import { type Clock, fixedClock, systemClock } from './collect/clock.ts';
import type { Provider } from './collect/collector.ts';
import type { Identity, ScanScope, Tool } from './model/snapshot.ts';
import { UsageError } from './usage-error.ts';

/** Requests under way at once: far below what the services allow. */
const CONCURRENCY = 16;

export interface Connection {
  readonly provider: Provider;
  readonly http: GuardedHttpClient;
  readonly clock: Clock;
  /** Set for an estate in a folder. */
  readonly estate?: { readonly id: string; readonly title: string };
  readonly identity?: Identity;
  close(): Promise<void>;
}

interface Wire {
  readonly transport: HttpClient;
  readonly credential: TokenCredential;
  readonly clock: Clock;
  readonly tenantId?: string;
}

export async function connect(scope: ScanScope, estateFolder: string | undefined, tool: Tool): Promise<Connection> {
  const cloud = CLOUDS[scope.cloud];
  if (!cloud) throw new UsageError(`There is no cloud "${scope.cloud}".`, `Known: ${Object.keys(CLOUDS).join(', ')}.`);
  return estateFolder === undefined
    ? connectToAzure(cloud, scope, tool)
    : connectToEstate(cloud, scope, tool, estateFolder);
}

async function connectToAzure(cloud: Cloud, scope: ScanScope, tool: Tool): Promise<Connection> {
  const { DefaultAzureCredential } = await import('@azure/identity');
  const { UndiciTransport } = await import('./collect/azure/transport.ts');
  const transport = new UndiciTransport({ connections: CONCURRENCY });
  const credential = new DefaultAzureCredential({ authorityHost: `https://${cloud.authority}` });
  return {
    ...wired({ transport, credential, clock: systemClock }, cloud, scope, tool),
    close: () => transport.close(),
  };
}

/** The estate fixes the time, so that it is judged the same on every day. */
async function connectToEstate(cloud: Cloud, scope: ScanScope, tool: Tool, folder: string): Promise<Connection> {
  const { Estate } = await import('./estate/estate.ts');
  const { Simulator } = await import('./estate/simulator.ts');
  const { simulatedCredential } = await import('./estate/credential.ts');
  const estate = Estate.load(folder);
  const { id, title, now, tenantId, identity } = estate.description;
  const wire = {
    transport: new Simulator(estate),
    credential: simulatedCredential(estate),
    clock: fixedClock(Date.parse(now)),
    tenantId,
  };
  return {
    ...wired(wire, cloud, scope, tool),
    estate: { id, title },
    identity: identityOf(identity),
    close: async () => {},
  };
}

const identityOf = ({ objectId, appId, type }: Identity): Identity => ({
  ...(objectId && { objectId }),
  ...(appId && { appId }),
  ...(type && { type }),
});

function wired({ transport, credential, clock, tenantId }: Wire, cloud: Cloud, scope: ScanScope, tool: Tool) {
  const http = new GuardedHttpClient({ cloud, clock, transport, concurrency: CONCURRENCY });
  const client = new AzureClient({ cloud, credential, http, userAgent: `${tool.name}/${tool.version}` });
  return { provider: new AzureProvider(client, scope, tenantId), http, clock };
}
