/** Evidence without what the estate wrote: what the catalog lists as a value stays, and what no name can hide in. */
import { type Catalog, type Field, fieldsOf, type Fields, shortName } from '../../model/catalog.ts';
import type { Evidence } from '../../model/finding.ts';
import { isReason } from '../../model/gap.ts';
import type { Pseudonyms } from './pseudonyms.ts';

export type RedactEvidence = (evidence: Evidence) => Evidence;

export function evidenceWithout(catalog: Catalog, names: Pseudonyms): RedactEvidence {
  const variables = new Map(Object.entries(catalog).map(([kind, declared]) => [shortName(kind), fieldsOf(declared)]));
  return ({ field, value, presence, source, unrecognised }) => {
    const place = placeOf(field, variables);
    return {
      field: place.path,
      value: valueWithout(value, place.field, names),
      ...(presence && { presence }),
      ...(source && { source: { ref: source.ref } }),
      ...(unrecognised && { unrecognised }),
    };
  };
}

interface Place {
  readonly path: string;
  /** Absent where the catalog does not declare what stands there. */
  readonly field?: Field;
}

const OMITTED = '[…]';

/** As far as the catalog knows the path; keys of maps are names of the estate. Parameters are the rule's own. */
function placeOf(path: string, variables: ReadonlyMap<string, Fields>): Place {
  const [, variable = '', rest = ''] = /^(\w+)(.*)$/s.exec(path) ?? [];
  if (variable === 'params' && /^\.\w+$/.test(rest)) return { path };
  const steps = rest.match(/\.\w+|\[\d+\]/g) ?? [];
  const fields = variables.get(variable);
  const place = fields ? walk(variable, steps, fields) : { path: '' };
  return place.path.length === path.length ? place : { path: `${place.path}${OMITTED}` };
}

function walk(variable: string, steps: readonly string[], fields: Fields): Place {
  let place: Place = { path: variable };
  let inner: Fields = fields;
  for (const step of steps) {
    const field = step.startsWith('[') ? itemOf(place.field) : own(inner, step.slice(1));
    if (!field) return place;
    place = { path: place.path + step, field };
    inner = field.type === 'object' ? field.fields : {};
  }
  return place;
}

const itemOf = (field: Field | undefined): Field | undefined => (field?.type === 'list' ? field.of : undefined);

const own = (fields: Fields, name: string): Field | undefined =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

function valueWithout(value: unknown, field: Field | undefined, names: Pseudonyms): unknown {
  if (typeof value === 'string') return isListed(value, field) ? value : names.named('text', value);
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value) && 'gap' in value && isReason(value.gap)) return { gap: value.gap };
  return OMITTED;
}

const isListed = (value: string, field: Field | undefined): boolean =>
  field?.type === 'enum' ? field.values.includes(value) : field?.type === 'timestamp' && isTime(value);

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text);
