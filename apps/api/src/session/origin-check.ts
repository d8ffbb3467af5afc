import type { FastifyRequest } from 'fastify';
import { foreignOrigin } from '../problem/edge-problems.ts';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something must come from our own pages: browsers send `Origin` with it and scripts cannot set it. Beside SameSite
 * cookies this is the second lock against requests that other sites let a visitor's browser send.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string): void {
  if (harmless.has(request.method)) return;
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) throw foreignOrigin();
  const sent = new URL(origin);
  if (sent.origin !== new URL(publicUrl).origin && sent.host !== host) throw foreignOrigin();
}
