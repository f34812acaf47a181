/** A vault as Resource Manager lists it, and the files of what is in it. */
import { SUBSCRIPTIONS, TENANT } from './company.mjs';
import { guid } from './dice.mjs';
import { issuers } from './issuers.mjs';
import { pendingCertificates, story } from './orders.mjs';
import { certificate, host, key, pendingCertificate, recovery, secret } from './shapes.mjs';

/** The list's item. Members that a spec sets to undefined are not stated at all. */
export function vaultItem(folder, name, spec) {
  const id =
    `/subscriptions/${SUBSCRIPTIONS[folder]}/resourceGroups/${spec.group ?? `rg-${name.split('-')[1]}-${folder}`}` +
    `/providers/Microsoft.KeyVault/vaults/${name}`;
  return {
    id,
    name,
    type: 'Microsoft.KeyVault/vaults',
    location: spec.location ?? (name.endsWith('-neu') ? 'northeurope' : 'westeurope'),
    tags: { environment: folder, ...spec.tags },
    systemData: systemData(spec),
    properties: properties(id, name, spec),
  };
}

const systemData = ({ made = '2023-03-14T09:26:53.589Z', by = 'platform@havelmark.example' }) => ({
  createdBy: by,
  createdByType: by.includes('@') ? 'User' : 'Application',
  createdAt: made,
  lastModifiedBy: guid('application/deployment'),
  lastModifiedByType: 'Application',
  lastModifiedAt: '2026-09-28T13:05:41.77Z',
});

function properties(id, name, spec) {
  return {
    sku: { family: 'A', name: spec.sku ?? 'standard' },
    tenantId: TENANT,
    accessPolicies: spec.policies ?? [],
    enabledForDeployment: false,
    enabledForDiskEncryption: false,
    enabledForTemplateDeployment: false,
    enableSoftDelete: true,
    softDeleteRetentionInDays: spec.retention ?? 90,
    enableRbacAuthorization: !spec.policies,
    ...(spec.purgeProtection && { enablePurgeProtection: true }),
    vaultUri: host(name),
    provisioningState: 'Succeeded',
    ...spec.network,
    ...(spec.endpoints && { privateEndpointConnections: spec.endpoints.map((one) => connection(id, one)) }),
    ...spec.properties,
  };
}

const connection = (id, { name, endpoint, status, description }) => ({
  id: `${id}/privateEndpointConnections/${name}`,
  properties: {
    provisioningState: 'Succeeded',
    privateEndpoint: { id: endpoint },
    privateLinkServiceConnectionState: { status, description, actionsRequired: 'None' },
  },
});

/** Lists by file. Certificates bring a key and a secret each. */
export function vaultContents(name, spec) {
  const home = { name, host: host(name), recovery: recovery(spec) };
  const certificates = each(spec.certificates, (object, one) =>
    certificate(home, object, { ...one, ...story(name, object, one) }),
  );
  return {
    'secrets.json': byName([
      ...each(spec.secrets, (object, one) => secret(home, object, one)),
      ...certificates.map((one) => one.secret),
    ]),
    'keys.json': byName([
      ...each(spec.keys, (object, one) => key(home, object, one)),
      ...certificates.map((one) => one.key),
    ]),
    'certificates.json': byName([
      ...certificates.map((one) => one.certificate),
      ...each(pendingCertificates[name], (object, one) => pendingCertificate(home, object, one)),
    ]),
    'issuers.json': issuers(home, spec.certificates),
    'access.json': spec.refusals ?? [],
  };
}

const each = (specs = {}, make) => Object.entries(specs).map(([name, spec]) => make(name, spec));

const byName = (objects) => objects.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));

const addressOf = ({ item }) => item.id ?? item.kid;
