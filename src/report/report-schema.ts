/**
 * JSON Schema of the JSON report, published in `schemas/`. Objects are open: a later release of the same version may say
 * more, and readers pass over what they do not know.
 */
import { PLANES } from '../model/catalog.ts';
import { AUTH_KINDS } from '../model/choices.ts';
import { VERDICTS } from '../model/finding.ts';
import { REASONS } from '../model/gap.ts';
import { byName, list, object, text, texts } from '../model/json-schema.ts';
import { REPORT_SCHEMA_VERSION } from '../model/report.ts';
import { SEVERITIES } from '../model/rule.ts';
import { COVERAGE_SUBJECTS, PROOFS } from '../model/snapshot.ts';

const time = (description: string) =>
  ({ type: 'string', format: 'date-time', description: `${description} ISO 8601 in UTC.` }) as const;
const sha256 = (description: string) => ({ type: 'string', pattern: '^[0-9a-f]{64}$', description }) as const;
const count = (description: string) => ({ type: 'integer', minimum: 0, description }) as const;
const oneOf = (values: readonly string[], description: string) => ({ enum: values, description });

const severity = oneOf(SEVERITIES, 'How bad it is.');
const plane = oneOf(PLANES, 'Where the answer came from.');

const paramInForce = object(
  {
    value: { type: ['integer', 'boolean', 'string', 'array'], items: { type: 'string' }, description: 'The value.' },
    from: text('Who set it: default, profile NAME, config, override N.'),
  },
  'The value of a parameter.',
);

const tool = object(
  {
    name: text('vault-posture.'),
    version: text('Its release.'),
    ruleset: object(
      {
        sha256: sha256('Of all rule files; changes when any does.'),
        rules: count('Rules that ran.'),
      },
      'The rules that judged.',
    ),
  },
  'What judged.',
);

const source = object(
  {
    id: count('What evidence refers to.'),
    plane,
    request: text('Method and address, without anything secret.'),
    'apiVersion?': text('Version of the interface that was asked.'),
    at: time('When it was answered.'),
    'status?': { type: 'integer', description: 'HTTP status; absent when no answer came.' },
    'requestId?': text("The service's own id, for a question to its support."),
  },
  'A request that told something.',
);

const settings = object(
  {
    sha256: sha256('Of profile, rules, overrides and --rule as JSON; docs/configuration.md says how.'),
    'profile?': text('Its name.'),
    'only?': texts('Ids of the rules that --rule asked for; absent where all ran that are switched on.'),
  },
  "What judging was told beyond the rules' own files.",
);

const run = object(
  {
    id: text('Unique for each scan; fixed for an estate in a folder.'),
    startedAt: time('When the scan began.'),
    finishedAt: time('When the last answer had come.'),
    evaluatedAt: time('The moment that ages and expiries were judged against.'),
    'tenantId?': text('The tenant that was scanned.'),
    'identity?': object(
      {
        'objectId?': text('Its object id in the tenant.'),
        'appId?': text('The application that asked.'),
        'type?': oneOf(['user', 'servicePrincipal', 'managedIdentity'], 'What it is.'),
      },
      'Who scanned, as far as the token said.',
    ),
    'signIn?': object(
      {
        auth: oneOf(AUTH_KINDS, 'The way that --auth chose.'),
        'proof?': oneOf(
          PROOFS,
          "What proved it, as far as the token says; assertion is a certificate or another service's token.",
        ),
      },
      'How that one signed in; absent for an estate in a folder.',
    ),
    'collector?': object(
      { name: text('vault-posture.'), version: text('Its release.') },
      'What collected; tool is what judged.',
    ),
    'settings?': settings,
    scope: object(
      {
        cloud: text('The Azure cloud.'),
        subscriptions: texts('Those asked for; empty for all.'),
        vaults: texts('Those asked for; empty for all.'),
        'without?': texts('Planes that were switched off: what only they tell is unknown.'),
      },
      'What was asked to be scanned.',
    ),
    'requests?': object(
      {
        sent: count('All, every try counted.'),
        retried: count('Tries after the first.'),
        throttled: count('Refused because there were too many.'),
      },
      'What the scan cost the services.',
    ),
    'estate?': text('Title of the estate, when the answers come from a folder and not from the cloud.'),
    complete: { type: 'boolean', description: 'Whether all that was asked could be read.' },
    'redacted?': { const: true, description: 'Names, ids and texts of the estate are pseudonyms.' },
    sources: list(source, 'The requests that evidence refers to.'),
  },
  'The scan.',
);

const subscription = object(
  { id: text('Its GUID.'), name: text('Its name in the portal; its id where it has none.') },
  'A subscription.',
);

const coverage = object(
  {
    resource: text('ARM id of the vault, subscription:GUID or tenant:GUID.'),
    what: oneOf(COVERAGE_SUBJECTS, 'What was asked for.'),
    plane,
    status: oneOf(['read', ...REASONS], 'read, or why it could not be.'),
    'detail?': text('What happened, in words.'),
    'remedy?': text('The one permission or setting that would cure it.'),
    'fallback?': oneOf(PLANES, 'The plane that answered instead.'),
    'asked?': count('How many things were asked for, when it is several.'),
    'refused?': count('How many of them could not be read.'),
    'verdicts?': count(
      'Unknown verdicts that wait for it; one that waits for several gaps is counted at each. Absent for none.',
    ),
    'orMore?': { const: true, description: 'A list is missing: how many verdicts more it hides is not known.' },
  },
  'What was read, or could not be.',
);

const cure = object(
  {
    cure: text('The permission or setting: the remedy of entries of coverage.'),
    verdicts: count('Unknown verdicts that wait for nothing else.'),
    together: count('Unknown verdicts that wait for something else as well.'),
    'orMore?': { const: true, description: 'A list is missing: how many verdicts more it hides is not known.' },
    gaps: count('Entries of coverage that it would close.'),
    places: count('Vaults, subscriptions and tenants that these are in.'),
  },
  'What would close gaps, and what that would give.',
);

const rule = object(
  {
    id: text('Its stable code.'),
    aliases: texts('Codes it had before.'),
    title: text('What should hold.'),
    severity,
    kind: text('The kind of resource that it judges.'),
    'require?': text('The condition that has to hold, in CEL.'),
    'when?': text('The condition under which it applies, in CEL; always if left out.'),
    'measurable?': text('The condition under which it can be answered, in CEL; always if left out.'),
    'each?': object(
      { list: text('The list, in CEL.'), as: text('What conditions call an item.') },
      'The list whose items it judges one by one.',
    ),
    params: byName(paramInForce, 'Parameters in force where no override says otherwise.'),
    controls: byName(
      list(
        object(
          {
            id: text('Its number.'),
            'title?': text('What it asks.'),
            'when?': text('The condition under which it applies, in CEL.'),
          },
          'A control.',
        ),
        'Controls of one framework.',
      ),
      'Controls by framework.',
    ),
    why: text('What can happen otherwise.'),
    fix: byName({ type: 'string' }, 'How to put it right, by tool.'),
    references: texts('Further reading.'),
    tags: texts('Words to choose rules by.'),
  },
  'A rule that ran.',
);

const framework = object(
  {
    id: text('The name that rules use.'),
    title: text('Its name.'),
    version: text('Its version.'),
    publisher: text('Who publishes it.'),
    sources: texts('Where its numbers were taken from.'),
    controls: list(
      object(
        {
          id: text('Its number.'),
          title: text('What it asks.'),
          'manual?': { type: 'boolean', description: 'No rule can answer it: somebody has to look.' },
          'about?': text('How it relates to the rules.'),
        },
        'A control.',
      ),
      'Its controls that bear on secret stores, whether a rule speaks for them or not.',
    ),
  },
  'A framework of controls.',
);

const expiries = object(
  {
    expired: count('Expired when it was judged, and still enabled.'),
    months: list(
      object(
        {
          month: { type: 'string', pattern: '^\\d{4}-\\d{2}$', description: 'Year and month.' },
          count: count('So many.'),
        },
        'A month.',
      ),
      'The month of judging and the eleven after it.',
    ),
    later: count('After these months.'),
    never: count('Without an expiry.'),
    unknown: count('With an expiry that could not be told.'),
  },
  'When enabled objects of a kind expire.',
);

const figures = object(
  {
    resources: byName(count('So many.'), 'Resources by kind.'),
    unlisted: byName(count('So many.'), 'Lists that could not be had, by the kind that they would have held.'),
    secretAges: object(
      {
        classes: list(
          object(
            { 'upTo?': count('Age in days up to which it goes; absent in the last.'), count: count('So many.') },
            'A class.',
          ),
          'Classes of age, the youngest first; each begins just above the end of the one before.',
        ),
        unknown: count('Of an age that could not be told.'),
      },
      'Enabled secrets by the age of their current version, without those that carry a certificate.',
    ),
    expiries: byName(expiries, 'By kind.'),
    exposure: byName(count('So many.'), 'Vaults by who can reach them over the network.'),
    exposureUnknown: count('Vaults of which nobody told who can reach them.'),
  },
  'What the estate looks like, whatever rules think of it.',
);

const resource = object(
  {
    kind: text('Its kind, such as azure.secret.'),
    id: text('ARM id, URL without version, or KIND:GUID. Ids compare without regard to letter case.'),
    name: text('Its name.'),
    'vault?': text('ARM id of the vault that holds it.'),
    'subscriptionId?': text('The subscription it is in.'),
  },
  'What was judged.',
);

const evidence = object(
  {
    field: text('The field that was read, such as secret.created.'),
    value: { description: 'Its value; {"gap": reason} where it could not be read, null where there is none.' },
    'source?': object({ ref: count('Id of the source in the run.') }, 'The request that told it.'),
    'presence?': { const: true, description: 'Asked was whether the field is there, and that is the value.' },
    'unrecognised?': { const: true, description: 'The value is one that vault-posture does not know.' },
  },
  'A value that decided.',
);

const location = object(
  {
    file: text('Path in the repository.'),
    'line?': { type: 'integer', minimum: 1, description: 'Line in it, from 1.' },
    tag: text('The tag of the vault that says so.'),
  },
  'Where the vault is declared as code, if it says so; on failures and unknown verdicts.',
);

const result = object(
  {
    ruleId: text('The rule.'),
    verdict: oneOf(VERDICTS, 'What came of it.'),
    severity,
    resource,
    'about?': text('The kind that could not be listed, when the verdict stands on the parent for all of its children.'),
    'message?': text('What is wrong; on failures.'),
    'evidence?': list(evidence, 'What decided.'),
    'reason?': oneOf([...REASONS, 'ruleError'], 'Why it is unknown.'),
    'detail?': text('What went wrong in the rule.'),
    'params?': byName(paramInForce, 'Parameters that an override set for this resource.'),
    'controls?': byName(
      texts('Numbers of controls.'),
      'Controls that hold for this resource, where that depends on it.',
    ),
    'location?': location,
    fingerprint: text('The same for the same problem in every run.'),
  },
  'A verdict of one rule on one resource, or on one item of it.',
);

export const reportSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A report of vault-posture',
  ...object(
    {
      schemaVersion: { const: REPORT_SCHEMA_VERSION, description: 'Version of this form.' },
      tool,
      run,
      totals: object(
        Object.fromEntries(VERDICTS.map((verdict) => [verdict, count('So many verdicts.')])),
        'All verdicts, whether they are listed below or not.',
      ),
      'cures?': list(cure, 'What would close the gaps, the cure that gives most by itself first.'),
      'figures?': figures,
      'frameworks?': list(framework, 'The frameworks that rules may speak for.'),
      'subscriptions?': list(subscription, 'The subscriptions in scope that were found.'),
      coverage: list(coverage, 'What was read and what was not.'),
      rules: list(rule, 'The rules that ran.'),
      results: list(result, 'Verdicts in the order of the snapshot, one a line.'),
    },
    'Everything that a run found out. Other formats are made from it.',
  ),
};
