import { listScopeOf } from '#libs/access';
import type { RecordKind } from '#libs/contracts';
import type { MunicipalityRules } from '#libs/domain';
import { CursorError, type Page } from '#libs/persistence';
import { cursorUnreadable } from '../problem/edge-problems.ts';
import { actorOf, type Viewer } from '../session/viewer.ts';

/** Whose records a list holds: `agency` undefined means all of the municipality; nothing means an empty list. */
export function listAgency(
  viewer: Viewer,
  kind: RecordKind,
  rules: MunicipalityRules,
): { readonly agency: string | undefined } | undefined {
  const scope = listScopeOf(actorOf(viewer), kind, rules);
  if (scope.kind === 'nothing') return undefined;
  return { agency: scope.kind === 'agency' ? scope.agency : undefined };
}

export const emptyPage: Page<never> = { items: [], next: null };

/** A cursor that is none of ours is the request's fault: 400. */
export async function withCursor<T>(page: () => Promise<T>): Promise<T> {
  try {
    return await page();
  } catch (error) {
    if (error instanceof CursorError) throw cursorUnreadable();
    throw error;
  }
}

/** `PageQuery` as the reads take it. */
export const pageOf = ({
  after,
  limit,
}: {
  readonly after?: string;
  readonly limit?: number;
}): { readonly after: string | undefined; readonly limit: number | undefined } => ({ after, limit });
