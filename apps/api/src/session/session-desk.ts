import { Injectable } from '@nestjs/common';
import {
  beginSession,
  demoPeople,
  endSession,
  inMunicipality,
  sessionByToken,
  touchSession,
  troubleOf,
  type DemoPersonRow,
  type SessionOwner,
} from '#libs/persistence';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import { signInNeeded } from '../problem/edge-problems.ts';
import { SessionCookie } from './session-cookie.ts';
import { newSessionToken, sessionLimits, sessionTokenHash } from './session-token.ts';
import type { Viewer } from './viewer.ts';

/** How long a session may go unused before the next request writes that it was used. */
const touchEveryMs = 60_000;

/** A page that asks by itself whether there is news says so: nobody used the session. */
const isUnasked = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && headers['tsunagi-unasked'] !== undefined;

/** Sessions: begun, recognised, kept alive, ended (docs/decisions/0006). Signing in happens here and nowhere else. */
@Injectable()
export class SessionDesk {
  readonly #app: DataSource;
  readonly #cookie: SessionCookie;

  constructor(app: DataSource, cookie: SessionCookie) {
    this.#app = app;
    this.#cookie = cookie;
  }

  /** Who sent the request; nothing without a session that is still good. */
  async viewerOf(request: FastifyRequest): Promise<Viewer | undefined> {
    const token = this.#cookie.read(request);
    const owner = token === undefined ? undefined : await sessionByToken(this.#app, sessionTokenHash(token));
    if (token === undefined || !owner) return undefined;
    if (!isUnasked(request)) await this.#keepAlive(token, owner);
    const { municipality, membershipId, displayName, agency, posts } = owner;
    return { municipality, membershipId, displayName, agency, posts };
  }

  /** The people of the demo; nobody where no demo runs. */
  async people(): Promise<readonly DemoPersonRow[]> {
    return demoPeople(this.#app);
  }

  /** Signs one of the demo's people in; the session that the browser had ends. @throws 401 when that is nobody who may sign in this way */
  async beginAs(membershipId: string, request: FastifyRequest, reply: FastifyReply): Promise<Viewer> {
    const person = (await this.people()).find((one) => one.membershipId === membershipId);
    if (!person) throw signInNeeded();
    await this.#endBefore(request);
    const { municipality, displayName, agency, posts } = person;
    const token = newSessionToken();
    await inMunicipality(this.#app, { municipality, actor: membershipId }, async (tx) =>
      beginSession(tx, {
        tokenHash: sessionTokenHash(token),
        membershipId,
        holdsMs: sessionLimits.idleMs,
      }),
    );
    this.#cookie.write(reply, token);
    return { municipality, membershipId, displayName, agency, posts };
  }

  async end(viewer: Viewer, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = this.#cookie.read(request);
    if (token !== undefined) {
      await inMunicipality(this.#app, { municipality: viewer.municipality, actor: viewer.membershipId }, async (tx) =>
        endSession(tx, sessionTokenHash(token)),
      );
    }
    this.#cookie.clear(reply);
  }

  /** Who signs in anew in a browser leaves no session behind that somebody could go on with. */
  async #endBefore(request: FastifyRequest): Promise<void> {
    const token = this.#cookie.read(request);
    const before = token === undefined ? undefined : await sessionByToken(this.#app, sessionTokenHash(token));
    if (token === undefined || !before) return;
    await inMunicipality(this.#app, { municipality: before.municipality, actor: before.membershipId }, async (tx) =>
      endSession(tx, sessionTokenHash(token)),
    );
  }

  /** The end moves with use, at most to twelve hours after sign-in; written once a minute, not at every request. */
  async #keepAlive(token: string, owner: SessionOwner): Promise<void> {
    const holdsMs = Math.min(sessionLimits.idleMs, sessionLimits.longestMs - owner.ageMs);
    if (holdsMs - owner.leftMs < touchEveryMs) return;
    try {
      await inMunicipality(this.#app, { municipality: owner.municipality, actor: owner.membershipId }, async (tx) =>
        touchSession(tx, sessionTokenHash(token), holdsMs),
      );
    } catch (error) {
      // What reads goes on while the database cannot be written; the session ends a little earlier for it.
      if (troubleOf(error) === undefined) throw error;
    }
  }
}
