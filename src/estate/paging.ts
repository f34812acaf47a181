/** Lists in pages. */
import { type Answer, type Call, failure, ok, parameter } from './answer.ts';

/**
 * The data plane writes its port into links and closes a list with a null; Resource Manager leaves both out. Graph has
 * OData's name for the link, and no versions in queries.
 */
type LinkStyle = 'arm' | 'data' | 'graph';

export function page(call: Call, items: readonly unknown[], size: number, style: LinkStyle): Answer {
  const start = offset(call);
  if (start === undefined) return failure(400, 'BadParameter', 'The continuation token is not one of this list.');
  const end = start + size;
  const value = items.slice(start, end);
  const link = style === 'graph' ? '@odata.nextLink' : 'nextLink';
  if (end < items.length) return ok({ value, [link]: nextLink(call, end, style) });
  return ok(style === 'data' ? { value, nextLink: null } : { value });
}

function offset(call: Call): number | undefined {
  const token = parameter(call, '$skiptoken');
  if (token === undefined) return 0;
  const [path, start] = Buffer.from(token, 'base64url').toString().split('!');
  return path === markerPath(call) ? Number(start) : undefined;
}

function nextLink(call: Call, start: number, style: LinkStyle): string {
  const { hostname, pathname } = call.url;
  const token = Buffer.from(`${markerPath(call)}!${start}`).toString('base64url');
  if (style === 'graph') return `https://${hostname}${pathname}?$skiptoken=${token}`;
  const size = parameter(call, 'maxresults');
  const query = `api-version=${parameter(call, 'api-version')}&$skiptoken=${token}${size ? `&maxresults=${size}` : ''}`;
  return `https://${hostname}${style === 'data' ? ':443' : ''}${pathname}?${query}`;
}

const markerPath = (call: Call) => call.segments.join('/').toLowerCase();
