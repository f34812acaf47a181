/** An estate: what one identity finds in one tenant at one moment, as raw Azure JSON in memory or in a folder. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { whyRefused } from '../model/system-error.ts';
import { type StoredEvent, tablesOf, type WorkspaceTables } from './events.ts';
import { wrongDescription, wrongList } from './shape.ts';
import type {
  RawDeleted,
  RawDeletedVault,
  RawDiagnosticSetting,
  RawIssuer,
  RawNetwork,
  RawPerimeterConfiguration,
  RawLock,
  RawSignInPolicy,
  RawSubscription,
  RawVault,
  Refusal,
  StoredCertificate,
  StoredKey,
  StoredSecret,
  StoredWorkspace,
} from './raw.ts';

export interface EstateIdentity {
  readonly objectId: string;
  readonly appId: string;
  readonly type: 'user' | 'servicePrincipal' | 'managedIdentity';
}

/** How many items Resource Manager puts on a page; the data plane's 25 are not up to the estate. */
export interface PageSizes {
  readonly subscriptions: number;
  readonly vaults: number;
  /** Keys, key versions, secrets of one vault. */
  readonly objects: number;
  /** Conditional Access policies on a page of Microsoft Graph; all when absent. */
  readonly policies?: number;
}

/** `estate.json`. */
export interface EstateDescription {
  readonly id: string;
  readonly title: string;
  /** The moment at which the estate is looked at, ISO 8601 in UTC. */
  readonly now: string;
  readonly tenantId: string;
  readonly identity: EstateIdentity;
  /** The public address that the identity's requests come from. */
  readonly clientAddress: string;
  readonly pageSizes: PageSizes;
  /** Resource Manager requests outside a vault that are refused; paths from the root. */
  readonly refusals?: readonly Refusal[];
}

/** What is in one vault. */
export interface VaultContents {
  readonly secrets: readonly StoredSecret[];
  readonly keys: readonly StoredKey[];
  readonly certificates: readonly StoredCertificate[];
  /** None when absent. */
  readonly issuers?: readonly RawIssuer[];
  readonly refusals: readonly Refusal[];
  /** None when absent. */
  readonly diagnosticSettings?: readonly RawDiagnosticSetting[];
  /** The vault is in no perimeter when absent. */
  readonly perimeterConfigurations?: readonly RawPerimeterConfiguration[];
  /** What was deleted and is still kept; nothing when absent. */
  readonly deletedSecrets?: readonly RawDeleted[];
  readonly deletedKeys?: readonly RawDeleted[];
  readonly deletedCertificates?: readonly RawDeleted[];
}

export interface EstateData {
  readonly description: EstateDescription;
  readonly subscriptions: readonly RawSubscription[];
  /** Of all subscriptions; their ids say which. */
  readonly vaults: readonly RawVault[];
  /** Asked when a vault is first opened, with its name as it stands in `vaults`. */
  readonly contents: (vault: string) => VaultContents;
  /** Absent if nobody granted the identity the permission to read it. */
  readonly signInPolicy?: RawSignInPolicy;
  readonly workspaces?: readonly StoredWorkspace[];
  /** Nothing is found of it when absent. */
  readonly network?: RawNetwork;
  /** Of all subscriptions; their ids say which. */
  readonly deletedVaults?: readonly RawDeletedVault[];
  /** On subscriptions, resource groups, vaults and what is in them. */
  readonly locks?: readonly RawLock[];
  /** Asked when a workspace is first queried, with its name. */
  readonly tables?: (workspace: StoredWorkspace) => WorkspaceTables;
}

/** A folder is no estate, or a part of it cannot be read. */
export class EstateError extends Error {
  override readonly name = 'EstateError';
  readonly next = 'Name a folder with the answers of an estate: fixtures/estate/havelmark is one.';
}

export class Estate {
  readonly description: EstateDescription;
  readonly subscriptions: readonly RawSubscription[];
  readonly vaults: readonly RawVault[];
  readonly signInPolicy: RawSignInPolicy | undefined;
  readonly workspaces: readonly StoredWorkspace[];
  readonly network: RawNetwork;
  readonly deletedVaults: readonly RawDeletedVault[];
  readonly locks: readonly RawLock[];
  readonly #tables: EstateData['tables'];
  readonly #queried = new Map<StoredWorkspace, WorkspaceTables>();
  readonly #contents: EstateData['contents'];
  readonly #opened = new Map<string, VaultContents>();
  readonly #byName: ReadonlyMap<string, RawVault>;

  constructor(data: EstateData) {
    this.description = data.description;
    this.subscriptions = data.subscriptions;
    this.vaults = data.vaults;
    this.signInPolicy = data.signInPolicy;
    this.workspaces = data.workspaces ?? [];
    this.network = data.network ?? NO_NETWORK;
    this.deletedVaults = data.deletedVaults ?? [];
    this.locks = data.locks ?? [];
    this.#tables = data.tables;
    this.#contents = data.contents;
    this.#byName = new Map(data.vaults.map((vault) => [vault.name.toLowerCase(), vault]));
  }

  /** The estate in a folder; a vault's files are read when it is first opened. */
  static load(folder: string): Estate {
    const { folders, ...description } = readChecked(wrongDescription, folder, 'estate.json') as EstateFile;
    const hasNetwork = existsSync(join(folder, 'network.json'));
    const hasGraph = existsSync(join(folder, 'graph.json'));
    const vaults = folders.flatMap((name) => readChecked(wrongVaults, folder, name, 'vaults.json') as RawVault[]);
    return new Estate({
      description,
      subscriptions: readChecked(wrongSubscriptions, folder, 'subscriptions.json') as RawSubscription[],
      vaults,
      contents: (vault) => readContents(join(folder, 'vaults', vault)),
      ...(hasGraph && { signInPolicy: readJson(folder, 'graph.json') as RawSignInPolicy }),
      workspaces: readList(folder, 'workspaces.json') as StoredWorkspace[],
      ...(hasNetwork && { network: readJson(folder, 'network.json') as RawNetwork }),
      deletedVaults: readList(folder, 'deletedvaults.json') as RawDeletedVault[],
      locks: readList(folder, 'locks.json') as RawLock[],
      tables: (workspace) => readTables(folder, workspace, vaults),
    });
  }

  /** Vault names are unique in a cloud and compare without regard to letter case. */
  vault(name: string): RawVault | undefined {
    return this.#byName.get(name.toLowerCase());
  }

  vaultsOf(subscriptionId: string): RawVault[] {
    return within(this.vaults, `/subscriptions/${subscriptionId}`);
  }

  deletedVaultsOf(subscriptionId: string): RawDeletedVault[] {
    return within(this.deletedVaults, `/subscriptions/${subscriptionId}`);
  }

  /** Those above the vault and below it, too. */
  locksOf({ id }: RawVault): RawLock[] {
    const above = this.locks.filter((lock) => within([{ id }], scopeOf(lock)).length > 0);
    return [...above, ...within(this.locks, id)];
  }

  /** What a workspace holds of audit events. */
  tables(workspace: StoredWorkspace): WorkspaceTables {
    const queried = this.#queried.get(workspace) ?? this.#tables?.(workspace) ?? {};
    this.#queried.set(workspace, queried);
    return queried;
  }

  contents(vault: RawVault): VaultContents {
    const opened = this.#opened.get(vault.name) ?? this.#contents(vault.name);
    this.#opened.set(vault.name, opened);
    return opened;
  }
}

const NO_NETWORK: RawNetwork = { privateEndpoints: [], subnets: [] };
const within = <T extends { readonly id: string }>(items: readonly T[], scope: string): T[] =>
  items.filter(({ id }) => id.toLowerCase().startsWith(`${scope}/`.toLowerCase()));

/** What a lock stands on. */
const scopeOf = ({ id }: RawLock): string => id.replace(/\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i, '');

/** The description and the folders, one per subscription, that hold a `vaults.json`. */
type EstateFile = EstateDescription & { readonly folders: readonly string[] };

const readContents = (folder: string): VaultContents => ({
  secrets: readList(folder, 'secrets.json') as StoredSecret[],
  keys: readList(folder, 'keys.json') as StoredKey[],
  certificates: readList(folder, 'certificates.json') as StoredCertificate[],
  issuers: readList(folder, 'issuers.json') as RawIssuer[],
  refusals: readList(folder, 'access.json') as Refusal[],
  diagnosticSettings: readList(folder, 'diagnostics.json') as RawDiagnosticSetting[],
  perimeterConfigurations: readList(folder, 'perimeter.json') as RawPerimeterConfiguration[],
  deletedSecrets: readList(folder, 'deletedsecrets.json') as RawDeleted[],
  deletedKeys: readList(folder, 'deletedkeys.json') as RawDeleted[],
  deletedCertificates: readList(folder, 'deletedcertificates.json') as RawDeleted[],
});

/** A workspace without a file of events was never sent any. */
function readTables(folder: string, { item, layout }: StoredWorkspace, vaults: readonly RawVault[]): WorkspaceTables {
  const events = readList(join(folder, 'logs'), `${item.name}.json`) as StoredEvent[];
  const ids = new Map(vaults.map(({ name, id }) => [name, id]));
  return events.length === 0 ? {} : tablesOf(layout, events, (vault) => ids.get(vault) ?? vault);
}

/** A vault without objects of a kind has no file for it. */
const readList = (folder: string, file: string) => (existsSync(join(folder, file)) ? readJson(folder, file) : []);

const wrongVaults = (value: unknown) => wrongList(value, ['id', 'name']);
const wrongSubscriptions = (value: unknown) => wrongList(value, ['id', 'subscriptionId']);

function readChecked(wrong: (value: unknown) => string | undefined, ...path: string[]): unknown {
  const value = readJson(...path);
  const what = wrong(value);
  if (what !== undefined) throw new EstateError(`${join(...path)} is no readable part of an estate: ${what}.`);
  return value;
}

function readJson(...path: string[]): unknown {
  const file = join(...path);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new EstateError(`${file} is no readable part of an estate: ${whyRefused(cause)}.`, { cause });
  }
}
