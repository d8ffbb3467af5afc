import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { decideWithoutRecord, type Action, type Asker, type ReadAction } from '#libs/access';
import { API_CONFIG, type ApiConfig } from '../config.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { signInNeeded } from '../problem/edge-problems.ts';
import { Refusals } from '../problem/refusals.ts';
import { checkOrigin } from '../session/origin-check.ts';
import { SessionDesk } from '../session/session-desk.ts';
import { actorOf, type Viewer, type ViewerRequest } from '../session/viewer.ts';
import { asksKey, byLinkKey } from './asks.ts';

/** What concerns no record is answered here. The rest is asked again where the record is: in the executor, or after reading it. */
const withoutRecord: ReadonlySet<Action> = new Set<ReadAction>([
  'case.list',
  'board.read',
  'my-work.read',
  'sitting.list',
  'profile.read',
  'session.begin',
  'session.read',
  'session.end',
  'demo-people.list',
  'draft.keep',
]);
/** Given to whoever asks: no session is looked up for them. */
const forAnyone: ReadonlySet<Action> = new Set<ReadAction>(['pages.read', 'health.read', 'openapi.read']);

/** The one guard: what changes something must come from our own pages, and every route's action is asked of the decision table. */
@Injectable()
export class AccessGuard implements CanActivate {
  readonly #reflector: Reflector;
  readonly #sessions: SessionDesk;
  readonly #municipalities: Municipalities;
  readonly #config: ApiConfig;

  constructor(
    reflector: Reflector,
    sessions: SessionDesk,
    municipalities: Municipalities,
    @Inject(API_CONFIG) config: ApiConfig,
  ) {
    this.#reflector = reflector;
    this.#sessions = sessions;
    this.#municipalities = municipalities;
    this.#config = config;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const action = this.#reflector.get<Action | undefined>(asksKey, context.getHandler());
    if (action === undefined) throw new Error('a route without @Asks has booted');
    const request = context.switchToHttp().getRequest<ViewerRequest>();
    checkOrigin(request, this.#config);
    if (this.#reflector.get<true | undefined>(byLinkKey, context.getHandler())) return true;
    if (forAnyone.has(action)) return this.#decided(undefined, action as ReadAction);
    const viewer = await this.#sessions.viewerOf(request);
    if (viewer) request.viewer = viewer;
    if (!withoutRecord.has(action)) {
      if (!viewer) throw signInNeeded();
      return true;
    }
    return this.#decided(viewer, action as ReadAction);
  }

  #decided(viewer: Viewer | undefined, action: ReadAction): boolean {
    const rules = viewer && this.#municipalities.today(viewer.municipality).rules;
    const asker: Asker = viewer ? actorOf(viewer) : { kind: 'anonymous' };
    const decision = decideWithoutRecord(asker, action, rules);
    if (decision.allowed) return true;
    if (!viewer) throw signInNeeded();
    throw new Refusals(rules ?? { agencies: [] }).forbidden(decision.code);
  }
}
