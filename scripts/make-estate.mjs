/**
 * Writes the demo estate: `node scripts/make-estate.mjs [folder]`. Same input, same bytes; a test holds the committed
 * files to it. The stories are in `estate/production.mjs`, `shared.mjs`, `development.mjs` and
 * `directory.mjs`; what is logged is in `logging.mjs`, what surrounds vaults in `network.mjs`, what is deleted or locked in
 * `recovery.mjs`.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { description, subscriptions } from './estate/company.mjs';
import { development } from './estate/development.mjs';
import { signInPolicy } from './estate/directory.mjs';
import { diagnosticSettings, events, workspaces } from './estate/logging.mjs';
import { network, perimeterConfigurations, refusals } from './estate/network.mjs';
import { production } from './estate/production.mjs';
import { deletedFiles, deletedVaults, locks } from './estate/recovery.mjs';
import { shared } from './estate/shared.mjs';
import { vaultContents, vaultItem } from './estate/vault.mjs';

const FOLDERS = { production, shared, development, closed: {} };

function write(folder) {
  if (existsSync(folder)) removeEstate(folder);
  save(join(folder, 'estate.json'), `${escape(JSON.stringify({ ...description, refusals }, null, 2))}\n`);
  save(join(folder, 'subscriptions.json'), lines(subscriptions));
  save(join(folder, 'graph.json'), `${escape(JSON.stringify(signInPolicy, null, 1))}\n`);
  save(join(folder, 'network.json'), `${escape(JSON.stringify(network, null, 1))}\n`);
  save(join(folder, 'deletedvaults.json'), lines(deletedVaults));
  save(join(folder, 'locks.json'), lines(locks));
  const vaults = Object.entries(FOLDERS).flatMap(([name, specs]) => writeSubscription(folder, name, specs));
  writeLogs(folder, vaults);
}

/** Vaults that are no more must not stay; a folder that is no estate must. */
function removeEstate(folder) {
  if (!existsSync(join(folder, 'estate.json'))) throw new Error(`${folder} is there already and is no estate`);
  rmSync(folder, { recursive: true });
}

function writeSubscription(folder, subscription, vaults) {
  const specs = Object.entries(vaults);
  const items = specs.map(([name, spec]) => vaultItem(subscription, name, spec));
  save(join(folder, subscription, 'vaults.json'), lines(items));
  return specs.map(([name, spec], i) => {
    const files = vaultContents(name, spec);
    checkCertificates(name, files['certificates.json']);
    writeVault(join(folder, 'vaults', name), {
      ...files,
      ...deletedFiles(name, spec),
      'diagnostics.json': diagnosticSettings(items[i].id, name),
      'perimeter.json': perimeterConfigurations(items[i].id, name),
    });
    return { name, files };
  });
}

/** What was issued is there for all to see. */
function checkCertificates(vault, certificates) {
  for (const { item, versions, cer } of certificates)
    if (versions.length > 0 && !cer)
      throw new Error(`${vault}: ${item.id} has no public part; run node scripts/issue-certificates.mjs`);
}

function writeLogs(folder, vaults) {
  save(join(folder, 'workspaces.json'), lines(workspaces));
  for (const { item, refusesQueries, plan } of workspaces)
    if (!refusesQueries && plan !== 'Basic')
      save(join(folder, 'logs', `${item.name}.json`), lines(events(item.name, vaults)));
}

function writeVault(folder, files) {
  for (const [file, list] of Object.entries(files)) if (list.length > 0) save(join(folder, file), lines(list));
}

function save(file, text) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** A list with a line for each item and, in it, for each version, so that a difference shows what changed. */
const lines = (items) => (items.length === 0 ? '[]\n' : `[\n${items.map(line).join(',\n')}\n]\n`);

function line(item) {
  const { item: current, versions, ...rest } = item;
  if (!versions) return escape(JSON.stringify(item));
  const members = Object.entries(rest).map(([name, value]) => `,\n "${name}":${JSON.stringify(value)}`);
  const history = versions.map((version) => `  ${JSON.stringify(version)}`).join(',\n');
  return escape(`{"item":${JSON.stringify(current)},\n "versions":[\n${history}]${members.join('')}}`);
}

/** Nothing invisible in a file that people review. */
const escape = (json) =>
  json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const committed = fileURLToPath(new URL('../fixtures/estate/havelmark', import.meta.url));
write(process.argv[2] ?? committed);
