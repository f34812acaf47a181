/** Paths with named parts, `keys/{name}/versions`, and what answers them. */
import type { Answer } from './answer.ts';

type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type Parts<P extends string> = { readonly [name in Names<P>]: string };

export interface Route<C> {
  /** Undefined when the path is none of this route's. */
  answer(context: C, segments: readonly string[]): Answer | undefined;
}

/** Fixed parts compare without regard to letter case. */
export function on<P extends string, C>(pattern: P, answer: (context: C, parts: Parts<P>) => Answer): Route<C> {
  const expected = pattern.split('/');
  return {
    answer(context, segments) {
      if (segments.length !== expected.length || !expected.every((part, i) => fits(part, segments[i])))
        return undefined;
      const named = expected.flatMap((part, i) => (isNamed(part) ? [[part.slice(1, -1), segments[i]]] : []));
      return answer(context, Object.fromEntries(named) as Parts<P>);
    },
  };
}

/** The first route that knows the path; undefined when none does. */
export function route<C>(routes: readonly Route<C>[], context: C, segments: readonly string[]): Answer | undefined {
  for (const one of routes) {
    const found = one.answer(context, segments);
    if (found) return found;
  }
  return undefined;
}

const isNamed = (part: string) => part.startsWith('{');

const fits = (part: string, segment: string | undefined) => isNamed(part) || part === segment?.toLowerCase();
