/** A bar in an SVG 100 wide. The numbers always stand beside it as text. */

/** Widths of parts of a whole, each at least one when it is there at all, and where each begins. */
export function bar(parts: readonly { readonly name: string; readonly size: number }[], whole: number) {
  let x = 0;
  const width = (size: number): number => Math.max(1, Math.round((1000 * size) / whole) / 10);
  return parts
    .filter(({ size }) => size > 0)
    .map(({ name, size }) => {
      const segment = { name, x: Math.round(10 * x) / 10, width: width(size) };
      x += segment.width;
      return segment;
    });
}
