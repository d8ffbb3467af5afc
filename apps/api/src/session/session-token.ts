import { createHash, randomBytes } from 'node:crypto';

/** A session ends twelve hours after sign-in, or after an hour in which nothing was asked. */
export const sessionLimits = { longestMs: 12 * 3_600_000, idleMs: 60 * 60_000 } as const;

/** 32 random bytes, base64url. Only its hash is kept. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of the token, as it is stored and looked up. */
export const sessionTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
