import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor, AgencyCode, Post } from '#libs/domain';
import type { FastifyRequest } from 'fastify';
import { signInNeeded } from '../problem/edge-problems.ts';

/** Who is signed in, bound to one membership. */
export interface Viewer {
  readonly municipality: string;
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: AgencyCode;
  readonly posts: readonly Post[];
}

/** A request as the guard leaves it: with who is signed in, if anybody is. */
export interface ViewerRequest extends FastifyRequest {
  viewer?: Viewer;
}

export const actorOf = ({ membershipId, agency, posts }: Viewer): Actor => ({
  kind: 'person',
  membershipId,
  agency,
  posts,
});

/** Who gives a command: somebody signed in, or an invited agency by its link. */
export interface Giver {
  readonly municipality: string;
  readonly actor: Actor;
}

export const giverOf = (viewer: Viewer): Giver => ({ municipality: viewer.municipality, actor: actorOf(viewer) });

/** The one who is signed in. The guard has let nobody else through. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<ViewerRequest>();
  if (!viewer) throw signInNeeded();
  return viewer;
});
