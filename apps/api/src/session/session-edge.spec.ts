import { describe, expect, it } from '@jest/globals';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { checkOrigin } from './origin-check.ts';
import { SessionCookie } from './session-cookie.ts';
import { newSessionToken, sessionTokenHash } from './session-token.ts';

const requestFrom = (method: string, origin: string | undefined, host: string): FastifyRequest =>
  ({ method, headers: { ...(origin === undefined ? {} : { origin }), host } }) as unknown as FastifyRequest;

describe('where a request comes from', () => {
  const publicUrl = 'https://tsunagi.example';

  it.each([
    ['POST', 'https://tsunagi.example', 'behind-a-proxy:3000'],
    ['POST', 'http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['GET', undefined, 'tsunagi.example'],
    ['HEAD', 'https://elsewhere.example', 'tsunagi.example'],
  ])('lets %s from %s to %s through', (method, origin, host) => {
    expect(() => {
      checkOrigin(requestFrom(method, origin, host), { publicUrl, demo: false });
    }).not.toThrow();
  });

  it.each([
    ['POST', undefined],
    ['POST', 'null'],
    ['POST', 'https://elsewhere.example'],
    ['POST', 'https://tsunagi.example.elsewhere.example'],
    ['DELETE', 'http://tsunagi.example'],
  ])('refuses %s from %s', (method, origin) => {
    expect(() => {
      checkOrigin(requestFrom(method, origin, 'localhost:3000'), { publicUrl, demo: false });
    }).toThrow('origin.foreign');
  });
});

describe('where a request to the demo comes from, in which nobody needs a password', () => {
  const publicUrl = 'http://tsunagi.example:3000';
  const posted = (origin: string, host: string) => () => {
    checkOrigin(requestFrom('POST', origin, host), { publicUrl, demo: true });
  };

  it.each([
    ['http://localhost:3000', 'localhost:3000'],
    ['http://127.0.0.1:3000', '127.0.0.1:3000'],
    ['http://tsunagi.example:3000', '127.0.0.1:3000'],
  ])('lets %s to %s through', (origin, host) => {
    expect(posted(origin, host)).not.toThrow();
  });

  it.each([
    ['http://rebound.example:3000', 'rebound.example:3000'],
    ['http://localhost:9999', 'localhost:3000'],
    ['http://localhost.rebound.example:3000', 'localhost.rebound.example:3000'],
  ])('refuses %s to %s, whose name merely points here', (origin, host) => {
    expect(posted(origin, host)).toThrow('origin.foreign');
  });
});

describe('the session cookie', () => {
  const optionsFor = (publicUrl: string): unknown => {
    let given: unknown;
    const reply = {
      setCookie: (_name: string, _value: string, options: unknown) => {
        given = options;
      },
    };
    new SessionCookie(publicUrl).write(reply as unknown as FastifyReply, newSessionToken());
    return given;
  };

  it('travels only encrypted when the site does', () => {
    expect(optionsFor('https://tsunagi.example')).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
    });
    expect(optionsFor('http://localhost:3000')).toMatchObject({ secure: false });
  });

  it('holds 32 random bytes, of which the store knows the hash', () => {
    const tokens = new Set(Array.from({ length: 100 }, newSessionToken));
    expect(tokens.size).toBe(100);
    for (const token of tokens) {
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
      expect(sessionTokenHash(token)).toHaveLength(32);
    }
  });
});
