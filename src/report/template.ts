/** Templates of pages: Handlebars with every expression escaped and every text made visible. */
import { display } from './text.ts';

/** Gives the text of a file below `reports/`, by its path there: `html/report.hbs`. */
export type AssetReader = (path: string) => Promise<string>;

/** What a template is filled with: strings are shown as text, whatever they hold. No string holds several lines. */
export type View = string | number | boolean | null | readonly View[] | { readonly [name: string]: View };

export type Fill = (view: View) => string;

/**
 * Compiles templates of one folder; each can be used by the others as a partial.
 * A template that asks for what its view does not have throws.
 */
export async function loadTemplates<N extends string>(
  folder: string,
  names: readonly N[],
  read: AssetReader,
): Promise<Record<N, Fill>> {
  const { default: handlebars } = await import('handlebars');
  const engine = handlebars.create();
  const fills = names.map(async (name) => {
    const text = await read(`${folder}/${name}.hbs`);
    const template = engine.compile(text, { strict: true, knownHelpersOnly: true, preventIndent: true });
    engine.registerPartial(name, template);
    return [name, (view: View) => template(shown(view))] as const;
  });
  return Object.fromEntries(await Promise.all(fills)) as Record<N, Fill>;
}

function shown(view: View): View {
  if (typeof view === 'string') return display(view);
  if (view === null || typeof view !== 'object') return view;
  if (isList(view)) return view.map(shown);
  return Object.fromEntries(Object.entries(view).map(([name, part]) => [name, shown(part)]));
}

const isList = (view: View): view is readonly View[] => Array.isArray(view);
