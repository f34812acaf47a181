/** Azure for the other end of a proxy: tokens as Entra ID hands them out, the rest from an estate. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import type { Estate } from '../../src/estate/estate.ts';
import { Simulator, type SimulatorOptions } from '../../src/estate/simulator.ts';
import type { Answerer, Asked } from './inspecting-proxy.ts';

export const SECRET = 'the-client-secret-that-nobody-sees';

export const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
};

/** Answers as Azure would; `instead` may take a request for itself by returning true. */
export function azure(
  estate: Estate,
  options: SimulatorOptions = {},
  instead: (asked: Asked, response: ServerResponse) => boolean = () => false,
): Answerer {
  const simulator = new Simulator(estate, options);
  return async (asked, response) => {
    if (instead(asked, response)) return;
    if (asked.url.startsWith('https://login.')) return token(estate, asked, response);
    const headers = createHttpHeaders({
      ...(asked.authorization && { authorization: forSimulator(asked.authorization) }),
    });
    const answer = await simulator.sendRequest(
      createPipelineRequest({ method: asked.method as 'GET', url: asked.url, headers, body: asked.body }),
    );
    send(
      response.writeHead(answer.status, { ...answer.headers.toJSON(), ...(asked.takesGzip && GZIP) }),
      asked,
      answer.bodyAsText ?? '',
    );
  };
}

/** Azure compresses for whoever takes it. */
const GZIP = { 'content-encoding': 'gzip' };

const send = (response: ServerResponse, { takesGzip }: Asked, text: string): void => {
  response.end(takesGzip ? gzipSync(text) : text);
};

function token(estate: Estate, { body }: Asked, response: ServerResponse): void {
  const form = new URLSearchParams(body);
  if (form.get('client_secret') !== SECRET)
    return json(response, 401, {
      error: 'invalid_client',
      error_description: 'AADSTS7000215: Invalid client secret provided.',
      error_codes: [7000215],
    });
  const scope = (form.get('scope') ?? '').split(' ').find((one) => one.startsWith('https://')) ?? '';
  json(response, 200, {
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: `simulated.${Buffer.from(JSON.stringify(claimsOf(estate, scope))).toString('base64url')}.unsigned`,
  });
}

/** A token says whom it is for, as Entra ID's do. */
const claimsOf = ({ description: { identity, tenantId } }: Estate, aud: string) => ({
  aud,
  tid: tenantId,
  oid: identity.objectId,
  appid: identity.appId,
  appidacr: '1',
  idtyp: 'app',
});

/** The simulator's own tokens are shorter. */
function forSimulator(authorization: string): string {
  const [, claims = ''] = authorization.split('.');
  const { aud, tid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as ReturnType<typeof claimsOf>;
  return `Bearer simulated.${aud}.${tid}`;
}
