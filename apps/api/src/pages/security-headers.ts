import type { FastifyReply, FastifyRequest } from 'fastify';

/** Nothing leaves the origin, nothing runs that is not our own file, nobody frames us, no address is told to others. */
const always: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Sets the headers before anything is answered; a route may still say more precisely how long a file keeps. */
export function setSecurityHeaders(request: FastifyRequest, reply: FastifyReply, publicUrl: string): void {
  void reply.headers(always);
  if (publicUrl.startsWith('https:')) void reply.header('strict-transport-security', 'max-age=31536000');
  void reply.header('cache-control', /^\/(api|o)\//u.test(request.url) ? 'no-store' : 'no-cache');
}
