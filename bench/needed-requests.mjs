/**
 * How many requests an estate takes when nothing is asked twice: a page of every list, one question for what lists do
 * not tell, and Resource Manager only where the vault itself refuses.
 */

const DATA_PAGE = 25;

/** @typedef {import('../dist/estate/estate.js').Estate} Estate */
/** @typedef {ReturnType<Estate['contents']>} Contents */

/** @param {Estate} estate @returns {Map<string, number>} */
export function needed(estate) {
  const { pageSizes } = estate.description;
  const counts = new Map();
  const add = (/** @type {string} */ kind, /** @type {number} */ times) =>
    times > 0 && counts.set(kind, (counts.get(kind) ?? 0) + times);
  for (const kind of ['policies', 'identitySecurityDefaultsEnforcementPolicy']) add(`graph ${kind}`, 1);
  add('arm subscriptions', pages(estate.subscriptions.length, pageSizes.subscriptions));
  for (const { subscriptionId } of estate.subscriptions) {
    add('arm vaults', pages(estate.vaultsOf(subscriptionId).length, pageSizes.vaults));
    add('arm deletedVaults', pages(estate.deletedVaultsOf(subscriptionId).length, pageSizes.vaults));
  }
  for (const vault of estate.vaults) new VaultRequests(estate, vault, add).count();
  countNetwork(estate, add);
  for (const workspace of estate.workspaces) countWorkspace(workspace, add);
  return counts;
}

/** @typedef {{ privateEndpoint: { id: string }, privateLinkServiceConnectionState: { status: string } }} Connection */

/** An endpoint that was let in takes two questions where it may be read, a subnet one, whoever names it. @param {Estate} estate @param {(kind: string, times: number) => unknown} add */
function countNetwork({ vaults, subscriptions, description }, add) {
  const connections = /** @type {{ properties: Connection }[]} */ (
    vaults.flatMap(({ properties }) => properties.privateEndpointConnections ?? [])
  );
  const endpoints = connections
    .filter(({ properties }) => properties.privateLinkServiceConnectionState.status === 'Approved')
    .map(({ properties }) => properties.privateEndpoint.id)
    .filter((endpoint) => subscriptions.some(({ id }) => endpoint.startsWith(`${id}/`)));
  const refused = new Set(description.refusals?.map(({ path }) => path));
  const named = vaults.flatMap(({ properties: { networkAcls } }) => {
    const rules = /** @type {{ virtualNetworkRules?: { id: string }[] } | undefined} */ (networkAcls);
    return rules?.virtualNetworkRules?.map(({ id }) => id.toLowerCase()) ?? [];
  });
  add('arm privateendpoints/*', endpoints.length);
  add('arm privateendpoints/*/privatednszonegroups', endpoints.filter((endpoint) => !refused.has(endpoint)).length);
  add('arm virtualnetworks/*/subnets/*', new Set(named).size);
}

/** Found, its table looked at, and asked once for all vaults. @param {Estate['workspaces'][number]} workspace @param {(kind: string, times: number) => unknown} add */
function countWorkspace({ plan }, add) {
  add('arm workspaces', 1);
  add('arm workspaces/*/tables', 1);
  if (plan !== 'Basic') add('logs query', 1);
}

/** An empty list takes a page, too. @param {number} items @param {number} size */
const pages = (items, size) => Math.max(1, Math.ceil(items / size));

class VaultRequests {
  /** @type {Contents} */ #contents;
  /** @type {number} */ #armPage;
  /** @type {boolean} */ #foreign;
  /** @type {(kind: string, times: number) => unknown} */ #add;

  /** @param {Estate} estate @param {Estate['vaults'][number]} vault @param {(kind: string, times: number) => unknown} add */
  constructor(estate, vault, add) {
    this.#contents = estate.contents(vault);
    this.#armPage = estate.description.pageSizes.objects;
    this.#foreign = vault.properties.tenantId !== estate.description.tenantId;
    this.#add = add;
  }

  count() {
    this.#secrets();
    this.#keys();
    this.#certificates();
    this.#add('arm diagnosticSettings', 1);
    this.#add('arm networkSecurityPerimeterConfigurations', 1);
    this.#add('arm locks', 1);
  }

  #secrets() {
    const { secrets } = this.#contents;
    const open = this.#list('secrets', secrets);
    if (open) this.#deleted('deletedsecrets', this.#contents.deletedSecrets);
    if (open) this.#versions('secrets', secrets);
    else this.#add('arm secrets', pages(secrets.length, this.#armPage));
  }

  /** A key that the vault does not tell all of is asked for once more, whole, and its versions by themselves. */
  #keys() {
    const { keys } = this.#contents;
    const open = this.#list('keys', keys);
    if (open) this.#deleted('deletedkeys', this.#contents.deletedKeys);
    const seen = open || !this.#refusedByArm('keys') ? keys : [];
    if (!open) this.#add('arm keys', pages(keys.length, this.#armPage));
    const told = ['', 'rotationpolicy'].map((part) => open && !this.#refused('keys', '*', part));
    if (open) for (const path of ['data keys/*', 'data keys/*/rotationpolicy']) this.#add(path, keys.length);
    if (told.includes(false)) this.#add('arm keys/*', seen.length);
    if (open) this.#versions('keys', keys);
    if (!open || this.#refused('keys', '*', 'versions'))
      for (const { versions } of seen) this.#add('arm keys/*/versions', pages(versions.length, this.#armPage));
  }

  #certificates() {
    const { certificates } = this.#contents;
    if (!this.#list('certificates', certificates)) return;
    for (const path of ['data certificates/*', 'data certificates/*/pending']) this.#add(path, certificates.length);
    const isSetUp = (/** @type {object | null} */ policy) => !/"name":"(?:Self|Unknown)"/.test(JSON.stringify(policy));
    if (certificates.some(({ policy }) => isSetUp(policy))) this.#add('data certificates/issuers', 1);
    this.#deleted('deletedcertificates', this.#contents.deletedCertificates);
    this.#versions('certificates', certificates);
  }

  /** Whether the vault lets them be listed. @param {'secrets' | 'keys' | 'certificates'} kind @param {readonly unknown[]} objects */
  #list(kind, objects) {
    const open = !this.#foreign && !this.#refused(kind);
    this.#add(`data ${kind}`, open ? pages(objects.length, DATA_PAGE) : 1);
    return open;
  }

  /** A vault that refuses the living is not asked for the dead. @param {string} list @param {readonly unknown[]} [objects] */
  #deleted(list, objects = []) {
    this.#add(`data ${list}`, this.#refused(list) ? 1 : pages(objects.length, DATA_PAGE));
  }

  /** @param {'secrets' | 'keys' | 'certificates'} kind @param {readonly { versions: readonly unknown[] }[]} objects */
  #versions(kind, objects) {
    const refused = this.#refused(kind, '*', 'versions');
    for (const { versions } of objects)
      this.#add(`data ${kind}/*/versions`, refused ? 1 : pages(versions.length, DATA_PAGE));
  }

  /** @param {string[]} segments */
  #refused(...segments) {
    return this.#refusedOn('data', segments.filter(Boolean));
  }

  /** @param {string[]} segments */
  #refusedByArm(...segments) {
    return this.#refusedOn('arm', segments);
  }

  /** Refusals name the beginning of a path; a star in it stands for any name. @param {'data' | 'arm'} plane @param {string[]} segments */
  #refusedOn(plane, segments) {
    return this.#contents.refusals.some((refusal) => {
      const path = refusal.path.split('/').filter(Boolean);
      return refusal.plane === plane && path.every((part, at) => part === segments[at]);
    });
  }
}
