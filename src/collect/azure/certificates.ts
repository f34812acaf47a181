/** What one vault tells of a certificate beyond its list: policy, public part, issuer, and the last order for it. */
import type { CoverageSubject } from '../../model/snapshot.ts';
import { type Facet, type Failure, lastAsked, type Told, type ToldList } from '../collector.ts';
import type { Plan } from '../plan.ts';
import { type RawFacts, settle } from '../settle.ts';
import { azure } from './catalog.ts';
import { publicPartFacts } from './certificate-facts.ts';
import { gapFacet, skippedFacet } from './facet.ts';
import { builtIn, issuerIn, providerOf } from './issuer-facts.ts';
import type { Listed } from './listing.ts';
import { certificatePolicy } from './object-facts.ts';
import { operationFacts } from './operation-facts.ts';
import type { VaultClient } from './vault-client.ts';

const facets = azure['azure.certificate'].facets;
type Name = 'policy' | 'publicPart' | 'issuer' | 'operation';

interface Asking {
  readonly vault: VaultClient;
  readonly plan: Plan;
  /** Asks of one object, unless the data plane is closed. */
  readonly ask: (ask: () => Promise<Told<RawFacts>>) => Promise<Told<RawFacts>>;
  readonly tally: (what: CoverageSubject, failure: Failure | undefined) => void;
}

/** There never was an order, or it was deleted. Source: https://learn.microsoft.com/azure/key-vault/certificates/create-certificate-scenarios */
const NO_OPERATION = 'PendingCertificateNotFound';

/** Also where the certificate itself was found, whatever the service calls what is not. */
const isNone = ({ failure }: Told<RawFacts>, bundle: Told<RawFacts> | undefined): boolean =>
  failure?.code === NO_OPERATION || (failure?.reason === 'notFound' && bundle !== undefined && !bundle.failure);

export class Certificates {
  readonly #asking: Asking;
  #issuers: Promise<ToldList<RawFacts>> | undefined;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  async of(object: Listed): Promise<Record<Name, Facet>> {
    const [bundle, order] = await Promise.all([this.#bundle(object), this.#order(object)]);
    return {
      policy: this.#facet('policy', object, bundle, ({ policy }) => certificatePolicy(policy)),
      publicPart: this.#facet('publicPart', object, bundle, publicPartFacts),
      issuer: await this.#issuer(object, bundle),
      operation: this.#operation(object, bundle, order),
    };
  }

  #needs(facet: Name): boolean {
    return this.#asking.plan.needsFacet('azure.certificate', facet);
  }

  /** One request tells the public part and the policy; where nobody wants the former, the policy alone. */
  async #bundle({ name }: Listed): Promise<Told<RawFacts> | undefined> {
    const { vault, ask, tally } = this.#asking;
    const needsPolicy = this.#needs('policy') || this.#needs('issuer');
    if (!needsPolicy && !this.#needs('publicPart')) return undefined;
    const told = this.#needs('publicPart')
      ? await ask(() => vault.certificate(name))
      : asBundle(await ask(() => vault.certificatePolicy(name)));
    tally('certificatePolicies', told.failure);
    return told;
  }

  #facet(name: Name, { asked }: Listed, told: Told<RawFacts> | undefined, facts: (raw: RawFacts) => object): Facet {
    const { fields } = facets[name];
    if (!told || !this.#needs(name)) return skippedFacet(fields, asked);
    return told.failure ? gapFacet(fields, told) : { asked: told.asked, facts: facts(told.value) };
  }

  async #order({ name }: Listed): Promise<Told<RawFacts> | undefined> {
    const { vault, ask } = this.#asking;
    return this.#needs('operation') ? ask(() => vault.certificateOperation(name)) : undefined;
  }

  #operation(object: Listed, bundle: Told<RawFacts> | undefined, order: Told<RawFacts> | undefined): Facet {
    if (order && isNone(order, bundle)) return { asked: order.asked, facts: {} };
    if (order) this.#asking.tally('certificatePolicies', order.failure);
    return this.#facet('operation', object, order, operationFacts);
  }

  async #issuer(object: Listed, bundle: Told<RawFacts> | undefined): Promise<Facet> {
    const issuer = bundle && !bundle.failure && this.#needs('issuer') ? issuerIn(bundle.value.policy) : undefined;
    if (typeof issuer === 'string' && builtIn(issuer) === undefined) {
      const told = await this.#listIssuers();
      return {
        asked: lastAsked(told),
        facts: settle(facets.issuer.fields, { issuerProvider: providerOf(issuer, told) }),
      };
    }
    const issuerProvider = typeof issuer === 'string' ? builtIn(issuer) : issuer;
    return this.#facet('issuer', object, bundle, () => settle(facets.issuer.fields, { issuerProvider }));
  }

  /** Once for the vault, and only if a certificate names one. */
  #listIssuers(): Promise<ToldList<RawFacts>> {
    const { vault, tally } = this.#asking;
    this.#issuers ??= vault.issuers().then((told) => {
      tally('certificatePolicies', told.failure);
      return told;
    });
    return this.#issuers;
  }
}

const asBundle = (told: Told<RawFacts>): Told<RawFacts> =>
  told.failure ? told : { asked: told.asked, value: { policy: told.value } };
