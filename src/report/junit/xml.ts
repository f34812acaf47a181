/** Elements of XML 1.0. What it may not hold, most control characters among it, is shown by its code point. */
import { display } from '../text.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Cut, visible, escaped: for a text or an attribute. */
export const xmlText = (text: string): string => display(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] as string);

export const attributes = (named: { readonly [name: string]: string | number }): string =>
  Object.entries(named)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
