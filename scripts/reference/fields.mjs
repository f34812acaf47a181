// The reference of everything a condition may name, from the catalog.

/** @param {import('../../src/model/catalog.ts').Catalog} catalog @param {Record<string, { signature: string; about: string }>} functions */
export function fieldReference(catalog, functions) {
  const kinds = Object.entries(catalog).map(([name, kind]) => kindSection(name, kind));
  return `${INTRODUCTION}\n${functionSection(functions)}\n${kinds.join('\n')}`;
}

const INTRODUCTION = `<!-- Generated from the catalog by npm run generate. -->
# What rules can ask

A condition names fields of the resource that its rule is \`for\`, of the resources that hold it, \`params\` and \`now\`.
A field marked *optional* may be absent: ask \`has()\` before you read it. Every field can be a gap, if it could not be
read; a condition that needs it then gives the verdict unknown.
`;

const functionSection = (functions) =>
  `## Functions\n\n| Signature | Gives |\n|---|---|\n${Object.values(functions)
    .map(({ signature, about }) => `| \`${signature}\` | ${cell(about)} |`)
    .join('\n')}\n`;

function kindSection(name, { about, parent, orUnder, facets }) {
  const variable = name.slice(name.indexOf('.') + 1);
  const or = orUnder ? `, or by \`${orUnder}\` itself: conditions see only what both have in common` : '';
  const held = parent ? ` Held by \`${parent}\`${or}.` : '';
  const sections = Object.entries(facets).map(
    ([facet, { planes, source, fields }]) =>
      `### ${facet}\n\nPlanes: ${planes.join(', then ')}. [Reference](${source})\n\n| Field | Type | Meaning |\n|---|---|---|\n${rows(variable, fields).join('\n')}\n`,
  );
  return `## ${name}\n\n${about}${held}\n\n${sections.join('\n')}`;
}

const rows = (path, fields) => Object.entries(fields).flatMap(([name, field]) => row(`${path}.${name}`, field));

function row(path, field) {
  const optional = field.optional ? ', optional' : '';
  const inner = field.type === 'list' ? field.of : field;
  const within = field.type === 'list' ? `${path}[]` : path;
  const nested = inner.type === 'object' ? rows(within, inner.fields) : [];
  return [`| \`${path}\` | ${typeName(field)}${optional} | ${cell(field.about)} |`, ...nested];
}

function typeName(field) {
  if (field.type === 'enum') return field.values.map((value) => `\`${value}\``).join(' ');
  if (field.type === 'list') return `list of ${typeName(field.of)}`;
  if (field.type === 'map') return `map of ${typeName(field.of)}`;
  return field.type;
}

const cell = (text) => text.replaceAll('|', '\\|');
