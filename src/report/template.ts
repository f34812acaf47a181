/** Templates of pages: every expression escaped and every text made visible. */
import type Handlebars from 'handlebars';
import type { PRECOMPILED } from './precompiled.ts';
import { display } from './text.ts';

/** Gives the text of a file below `reports/`, by its path there: `html/report.hbs`. */
export type AssetReader = (path: string) => Promise<string>;

/** What a template is filled with: strings are shown as text, whatever they hold. No string holds several lines. */
export type View = string | number | boolean | null | readonly View[] | { readonly [name: string]: View };

export type Fill = (view: View) => string;

type TemplateName = keyof typeof PRECOMPILED;

/** Handlebars without its compiler: templates were made code when they were written. */
type Runtime = Pick<typeof Handlebars, 'create'>;

/**
 * The templates of these names, as `npm run generate` compiled them; each can be used by the others as a partial. One
 * that asks for what its view does not have throws.
 */
export async function loadTemplates<N extends TemplateName>(names: readonly N[]): Promise<Record<N, Fill>> {
  const [{ default: runtime }, precompiled] = await Promise.all([
    import('handlebars/runtime.js') as unknown as Promise<{ default: Runtime }>,
    import('./precompiled.ts'),
  ]);
  const engine = runtime.create();
  const fills = names.map((name) => {
    const template = engine.template(precompiled.PRECOMPILED[name]);
    engine.registerPartial(name, template);
    return [name, (view: View) => template(shown(view))] as const;
  });
  return Object.fromEntries(fills) as Record<N, Fill>;
}

function shown(view: View): View {
  if (typeof view === 'string') return display(view);
  if (view === null || typeof view !== 'object') return view;
  if (isList(view)) return view.map(shown);
  return Object.fromEntries(Object.entries(view).map(([name, part]) => [name, shown(part)]));
}

const isList = (view: View): view is readonly View[] => Array.isArray(view);
