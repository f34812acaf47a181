/** Objects that tests of rules begin with: for each kind and those that hold it, one that is valid and boring. */
import { join } from 'node:path';
import { type Catalog, fieldsOf, kindOf, lineage, shortName } from '../model/catalog.ts';
import { readFacts } from '../snapshot/facts.ts';
import { YamlFile } from './yaml-file.ts';

export class BaseObjects {
  readonly #folder: string;
  readonly #catalog: Catalog;
  readonly #known = new Map<string, Record<string, unknown>>();

  constructor(folder: string, catalog: Catalog) {
    this.#folder = folder;
    this.#catalog = catalog;
  }

  /** Short names of the kind and its ancestors, each with its object. */
  async of(kind: string): Promise<Record<string, unknown>> {
    const known = this.#known.get(kind);
    if (known) return known;
    const path = join(this.#folder, `${kind}.yaml`);
    const objects = (await YamlFile.read(path)).value() as Record<string, unknown>;
    for (const name of lineage(this.#catalog, kind))
      readFacts(fieldsOf(kindOf(this.#catalog, name)), objects[shortName(name)], path);
    this.#known.set(kind, objects);
    return objects;
  }
}
