/** JSON Schema of what `rules list --json` tells of each rule and `rules show --json` of one. Objects are open. */
import { PLANES } from '../model/catalog.ts';
import { byName, list, object, text, texts } from '../model/json-schema.ts';
import { SEVERITIES } from '../model/rule.ts';
import { ruleSchema } from './schema.ts';

const severity = { enum: SEVERITIES, description: 'How bad it is when the rule fails.' };

const right = object(
  {
    grant: text('The role, or the permission of Microsoft Graph.'),
    on: text('Where it is granted.'),
    'policy?': byName(
      texts('Permissions.'),
      'What vaults with access policies want instead: permissions by sort of object.',
    ),
  },
  'The least that has to be granted.',
);

const control = object(
  { id: text('Its number.'), 'title?': text('What it asks.'), 'when?': text('Where it applies, in CEL.') },
  'A control.',
);

export const descriptionSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'A rule, as rules list --json and rules show --json tell it',
  ...object(
    {
      id: text('Its stable code.'),
      aliases: texts('Codes it had before.'),
      title: text('What should hold.'),
      severity,
      severityWhen: list(
        object({ when: text('In CEL.'), severity }, 'A severity by fact.'),
        'Other severities by fact; the first that holds counts.',
      ),
      kind: text('The kind of resource that it judges.'),
      enabledByDefault: { type: 'boolean', description: 'Whether it runs unless it is switched on.' },
      params: byName(ruleSchema.properties.params.additionalProperties, 'Parameters by name.'),
      'when?': text('Where it applies, in CEL; everywhere if absent.'),
      'measurable?': text('Where it can be told at all, in CEL.'),
      'each?': text('The list whose items are judged one by one, and the name of an item: LIST as NAME.'),
      require: text('What must hold, in CEL.'),
      identity: texts('What tells its findings on one resource apart, in CEL.'),
      message: text('What is said of a failure, with CEL in {{ }}.'),
      facts: texts('Fields that its expressions may read.'),
      planes: list({ enum: PLANES, description: 'A plane.' }, 'Where these come from.'),
      rights: object(
        {
          needed: list(right, 'Without one of these, what it alone tells is unknown.'),
          better: list(right, 'Where another plane may answer instead, these tell more.'),
        },
        'What the scanning identity has to be granted.',
      ),
      why: text('What can happen otherwise.'),
      fix: byName({ type: 'string' }, 'How to put it right, by tool.'),
      controls: byName(list(control, 'Controls of one framework.'), 'Controls by framework.'),
      references: texts('Further reading.'),
      tags: texts('Words to choose rules by.'),
      file: text('Where it was loaded from.'),
    },
    'All about a rule. Members keep their names and meanings; later releases may add some.',
  ),
};
