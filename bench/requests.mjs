/**
 * The requests that a scan of the embedded estate makes, by kind, against those that it cannot do without, derived
 * from the estate's files alone.
 */
import { AzureClient } from '../dist/collect/azure/client.js';
import { CLOUDS } from '../dist/collect/azure/clouds.js';
import { GuardedHttpClient } from '../dist/collect/azure/http.js';
import { AzureProvider } from '../dist/collect/azure/provider.js';
import { fixedClock } from '../dist/collect/clock.js';
import { collect } from '../dist/collect/collect.js';
import { CachedCredential } from '../dist/collect/azure/credentials.js';
import { simulatedCredential } from '../dist/estate/credential.js';
import { Estate } from '../dist/estate/estate.js';
import { Simulator } from '../dist/estate/simulator.js';
import { installation } from '../dist/installation.js';
import { writeFacts } from '../dist/snapshot/facts.js';
import { needed } from './needed-requests.mjs';
import { printIfMain } from './table.mjs';

/** Resource Manager, Key Vault, Microsoft Graph and Log Analytics. */
const AUDIENCES = 4;

/** @typedef {Map<string, number>} Counts by kind of request */

/** @returns {Promise<import('./table.mjs').Row[]>} */
export async function measure() {
  const estate = Estate.load(installation.demoEstate);
  const { made, tokens } = await scan(estate);
  const wanted = needed(estate);
  const kinds = [...new Set([...made.keys(), ...wanted.keys()])].sort();
  const rows = kinds.map((kind) => row(kind, made.get(kind) ?? 0, wanted.get(kind) ?? 0));
  return [...rows, row('all requests', total(made), total(wanted)), row('tokens asked for', tokens, AUDIENCES)];
}

/** @param {string} what @param {number} made @param {number} wanted */
const row = (what, made, wanted) => ({
  what,
  measured: made,
  ratio: made / wanted,
  goal: `≤ ${wanted}`,
  met: made <= wanted,
});

/** @param {Counts} counts */
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** @param {Estate} estate @returns {Promise<{ made: Counts, tokens: number }>} */
async function scan(estate) {
  const simulator = new Simulator(estate);
  const cloud = CLOUDS.public;
  const clock = fixedClock(Date.parse(estate.description.now));
  const http = new GuardedHttpClient({ cloud, clock, transport: simulator, concurrency: 16 });
  const credential = simulatedCredential(estate);
  let tokens = 0;
  const counting = { getToken: (...args) => (tokens++, credential.getToken(...args)) };
  // As a live scan does: however many clients ask, each token is fetched once.
  const client = new AzureClient({ cloud, credential: new CachedCredential(counting), http, userAgent: 'bench' });
  const scope = { cloud: 'public', subscriptions: [], vaults: [] };
  const spool = { has: async () => false, put: async () => {} };
  const progress = { stage() {}, step() {}, done() {} };
  await collect({ provider: new AzureProvider(client, scope), spool, writeFacts, progress, concurrency: 4 });
  const made = new Map();
  for (const { url } of simulator.requests) count(made, kindOf(new URL(url)));
  return { made, tokens };
}

/** @param {Counts} counts @param {string} kind */
const count = (counts, kind) => counts.set(kind, (counts.get(kind) ?? 0) + 1);

/** `data keys/*` + `/versions`: the path with names left out. @param {URL} address */
function kindOf({ hostname, pathname }) {
  const segments = pathname.split('/').filter(Boolean);
  if (hostname === 'graph.microsoft.com') return `graph ${segments.at(-1)}`;
  if (hostname === 'api.loganalytics.azure.com') return 'logs query';
  if (segments.includes('workspaces')) return segments.includes('tables') ? 'arm workspaces/*/tables' : 'arm workspaces';
  if (['diagnosticSettings', 'locks', 'deletedVaults'].includes(segments.at(-1) ?? '')) return `arm ${segments.at(-1)}`;
  if (hostname !== 'management.azure.com') return `data ${shape(segments)}`;
  const network = segments.findIndex((segment) => segment.toLowerCase() === 'microsoft.network');
  if (network >= 0) return `arm ${types(segments.slice(network + 1))}`;
  const vault = segments.findIndex((segment) => segment.toLowerCase() === 'vaults');
  if (vault < 0) return 'arm subscriptions';
  return segments.length === vault + 1 ? 'arm vaults' : `arm ${shape(segments.slice(vault + 2))}`;
}

/** Types and names take turns. @param {string[]} segments */
const types = (segments) => segments.map((segment, at) => (at % 2 === 1 ? '*' : segment.toLowerCase())).join('/');

/** @param {string[]} segments */
const shape = (segments) => segments.map((segment, at) => (at === 1 && segment !== 'issuers' ? '*' : segment)).join('/');

await printIfMain(import.meta, measure);
