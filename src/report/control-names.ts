/** What frameworks and their controls are called, as far as a report tells it: a bare number says nothing to who reads it. */
import type { ReportFramework, ReportHead } from '../model/report.ts';

export class ControlNames {
  readonly #frameworks: ReadonlyMap<string, string>;
  readonly #titles: ReadonlyMap<string, string>;

  constructor({ frameworks = [], rules }: Pick<ReportHead, 'frameworks' | 'rules'>) {
    this.#frameworks = new Map(frameworks.map((framework) => [framework.id, titleOf(framework)]));
    const listed = frameworks.map(({ id, controls }) => [id, controls] as const);
    const ofRules = rules.flatMap(({ controls }) => Object.entries(controls));
    this.#titles = new Map([...ofRules, ...listed].flatMap(([id, controls]) => titles(id, controls)));
  }

  /** Its id where nobody tells more. */
  framework(id: string): string {
    return this.#frameworks.get(id) ?? id;
  }

  control(framework: string, id: string): string | undefined {
    return this.#titles.get(key(framework, id));
  }
}

export const titleOf = ({ title, version }: Pick<ReportFramework, 'title' | 'version'>): string =>
  `${title} ${version}`.trim();

type Titled = readonly { readonly id: string; readonly title?: string }[];

const titles = (framework: string, controls: Titled): [string, string][] =>
  controls.flatMap(({ id, title }) => (title ? [[key(framework, id), title]] : []));

const key = (framework: string, id: string): string => `${framework}:${id}`;
