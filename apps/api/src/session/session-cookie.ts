import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sessionLimits } from './session-token.ts';

const name = 'tsunagi_session';

/** Where the session's token travels: out of reach of scripts, only to this site, only encrypted when the site is. */
export class SessionCookie {
  readonly #options: CookieSerializeOptions;

  /** @param publicUrl decides whether the cookie may travel unencrypted: only when the site itself does */
  constructor(publicUrl: string) {
    this.#options = { httpOnly: true, sameSite: 'lax', path: '/', secure: new URL(publicUrl).protocol === 'https:' };
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[name];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(name, token, { ...this.#options, maxAge: sessionLimits.longestMs / 1000 });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(name, this.#options);
  }
}
