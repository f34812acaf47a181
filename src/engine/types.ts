/** The catalog's fields as CEL types. */
import { Environment } from '@marcbachmann/cel-js';
import type { Field, Fields } from '../model/catalog.ts';

const SCALARS = {
  string: 'string',
  enum: 'string',
  bool: 'bool',
  int: 'int',
  timestamp: 'google.protobuf.Timestamp',
} as const;

/** Far more than a condition that people can read, far less than what exhausts the stack. */
const LIMITS = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 1000 };

/** cel-js wants a class for each type; it would only matter to its own evaluator. */
const unusedClass = (): (new () => object) =>
  class {
    readonly unused = true;
  };

/** An environment of cel-js, and what it was told. */
export class CelTypes {
  readonly environment: Environment;
  readonly #fields: Map<string, Fields>;

  constructor(environment = new Environment({ limits: LIMITS }), fields = new Map<string, Fields>()) {
    this.environment = environment;
    this.#fields = fields;
  }

  copy(): CelTypes {
    return new CelTypes(this.environment.clone(), new Map(this.#fields));
  }

  /** Objects inside an object become types of their own: `azure.vault.network`. */
  define(name: string, fields: Fields): void {
    const types = Object.entries(fields).map(([field, type]) => [field, this.#typeOf(type, `${name}.${field}`)]);
    this.environment.registerType(name, { ctor: unusedClass(), fields: Object.fromEntries(types) });
    this.#fields.set(name, fields);
  }

  #typeOf(field: Field, name: string): string {
    switch (field.type) {
      case 'object':
        this.define(name, field.fields);
        return name;
      case 'list':
        return `list<${this.#typeOf(field.of, name)}>`;
      case 'map':
        return `map<string, ${this.#typeOf(field.of, name)}>`;
      default:
        return SCALARS[field.type];
    }
  }

  /** The field names of an object type. */
  fieldsOf(type: string): readonly string[] | undefined {
    const fields = this.#fields.get(type);
    return fields && Object.keys(fields);
  }
}
