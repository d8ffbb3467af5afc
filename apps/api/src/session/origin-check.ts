import type { FastifyRequest } from 'fastify';
import type { ApiConfig } from '../config.ts';
import { foreignOrigin } from '../problem/edge-problems.ts';

type Where = Pick<ApiConfig, 'publicUrl' | 'demo'>;

/** The demo asks for no password, so a name that merely points here (DNS rebinding) is not enough for it: `Host` would say the same name. */
const ownNames = new Set(['localhost', '127.0.0.1']);
const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whatever changes something must come from our own pages: browsers send `Origin` with it and scripts cannot set it. Beside SameSite
 * cookies this is the second lock against requests that other sites let a visitor's browser send.
 */
export function checkOrigin(request: FastifyRequest, { publicUrl, demo }: Where): void {
  if (harmless.has(request.method)) return;
  const { origin, host } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) throw foreignOrigin();
  const sent = new URL(origin);
  if (sent.origin === new URL(publicUrl).origin) return;
  if (sent.host !== host || (demo && !ownNames.has(sent.hostname))) throw foreignOrigin();
}
